//! What a text does, and to whom a recommendation is addressed.

use super::marks::{Mark, Marks, Meaning};
use super::passages;
use crate::model::Kind;
use serde::{Deserialize, Serialize};

/// Who is asked to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Addressee {
    /// Member States, governments, ministries.
    States,
    /// The United Nations and its network.
    Un,
    /// Employers, recruiters, companies, banks.
    Employers,
    /// Cities, municipalities, local authorities.
    LocalAuthorities,
    /// Civil society, unions, faith and diaspora organisations.
    CivilSociety,
    /// Parliaments and their members.
    Parliaments,
    /// Consulates and embassies.
    Consulates,
    /// Journalists and platforms.
    Media,
}

impl Addressee {
    /// Every addressee.
    pub const ALL: [Addressee; 8] = [
        Addressee::States,
        Addressee::Un,
        Addressee::Employers,
        Addressee::LocalAuthorities,
        Addressee::CivilSociety,
        Addressee::Parliaments,
        Addressee::Consulates,
        Addressee::Media,
    ];

    /// The name in files and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Addressee::States => "states",
            Addressee::Un => "un",
            Addressee::Employers => "employers",
            Addressee::LocalAuthorities => "local-authorities",
            Addressee::CivilSociety => "civil-society",
            Addressee::Parliaments => "parliaments",
            Addressee::Consulates => "consulates",
            Addressee::Media => "media",
        }
    }
}

/// What a text in this language does.
///
/// It is a question where most of its sentences ask, or half of them beside no demand. Otherwise the speech act that its words
/// perform decides: to recommend and to pledge outweigh to tell what works, and that to complain,
/// since a recommendation usually says what is wrong first.
pub fn of(text: &str, tag: &str) -> Kind {
    of_marks(text, &Marks::of(text, tag))
}

/// Who is asked to act in a recommendation in this language: of those named in the sentence that
/// recommends, the one who stands nearest to the word that recommends.
pub fn addressee(text: &str, tag: &str) -> Option<Addressee> {
    addressee_of_marks(text, &Marks::of(text, tag))
}

pub(super) fn of_marks(text: &str, marks: &Marks) -> Kind {
    let sentences = passages::sentences(text);
    let begins = |mark: &Mark| {
        let at = marks.words.place(mark.words.clone()).start;
        sentences.iter().position(|s| first_letter(text, s.start) == at)
    };
    let mut asking: Vec<bool> = sentences.iter().map(|s| asks(&text[s.clone()])).collect();
    let mut weights =
        [(Kind::Recommendation, 0.0), (Kind::Pledge, 0.0), (Kind::GoodPractice, 0.0), (Kind::Challenge, 0.0)];
    for mark in &marks.marks {
        let (kind, weight) = match mark.meaning {
            Meaning::Imperative if begins(mark).is_some() => (Kind::Recommendation, 2.5),
            Meaning::Kind { kind: Kind::Question, .. } => {
                if let Some(asking) = begins(mark).and_then(|place| asking.get_mut(place)) {
                    *asking = true;
                }
                continue;
            }
            Meaning::Kind { kind, weak: true } => (kind, 1.0),
            Meaning::Kind { kind: Kind::Challenge, weak: false } => (Kind::Challenge, 1.5),
            Meaning::Kind { kind, weak: false } => (kind, 2.5),
            _ => continue,
        };
        weights.iter_mut().filter(|(k, _)| *k == kind).for_each(|(_, w)| *w += weight);
    }
    // Many complaints do not outweigh one clear demand.
    weights[3].1 = f64::min(weights[3].1, 2.4);
    let heaviest = weights.iter().map(|(_, w)| *w).fold(0.0, f64::max);
    let does = match weights.iter().find(|(_, w)| *w == heaviest) {
        Some((kind, weight)) if *weight > 0.0 => *kind,
        _ => Kind::Other,
    };
    let asked = asking.iter().filter(|a| **a).count();
    let rest = asking.len() - asked;
    let demands = matches!(does, Kind::Recommendation | Kind::Pledge);
    if asked > rest || (asked > 0 && asked == rest && !demands) { Kind::Question } else { does }
}

pub(super) fn addressee_of_marks(text: &str, marks: &Marks) -> Option<Addressee> {
    let sentences = passages::sentences(text);
    let sentence_of = |mark: &Mark| {
        let at = marks.words.place(mark.words.clone()).start;
        sentences.iter().position(|s| s.contains(&at))
    };
    let named: Vec<(&Mark, Addressee)> = marks
        .marks
        .iter()
        .filter_map(|m| match m.meaning {
            Meaning::Addressee(a) => Some((m, a)),
            _ => None,
        })
        .collect();
    let demands = marks
        .marks
        .iter()
        .filter(|m| matches!(m.meaning, Meaning::Kind { kind: Kind::Recommendation, .. } | Meaning::Imperative));
    for demand in demands {
        let near =
            named.iter().filter(|(m, _)| sentence_of(m) == sentence_of(demand)).min_by_key(|(m, _)| gap(m, demand));
        if let Some((_, addressee)) = near {
            return Some(*addressee);
        }
    }
    named.first().map(|(_, addressee)| *addressee)
}

/// How many words stand between two marks.
fn gap(a: &Mark, b: &Mark) -> usize {
    a.words.start.saturating_sub(b.words.end).max(b.words.start.saturating_sub(a.words.end))
}

/// Whether a sentence ends with a question mark, whatever closes after it.
fn asks(sentence: &str) -> bool {
    let end = sentence.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '?' | '？' | '؟'));
    end.ends_with(['?', '？', '؟'])
}

/// Where the first letter or digit from here on stands.
fn first_letter(text: &str, from: usize) -> usize {
    text.get(from..)
        .and_then(|rest| rest.char_indices().find(|(_, c)| c.is_alphanumeric()))
        .map_or(from, |(at, _)| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_speech_act_decides_in_seven_languages() {
        use Kind::*;
        for (tag, text, kind) in [
            ("en", "States should abolish recruitment fees.", Recommendation),
            ("en", "Wages are stolen and nobody inspects. We call on the ministry to act.", Recommendation),
            ("en", "Stop detaining children.", Recommendation),
            ("en", "Our union will train 200 domestic workers this year.", Pledge),
            ("en", "Since 2023 our clinic has helped 400 families.", GoodPractice),
            ("en", "Employers keep our passports and nobody inspects the farms.", Challenge),
            ("en", "Why are children still detained?", Question),
            ("en", "I live in a town.", Other),
            ("fr", "Il faut que les États suppriment les frais.", Recommendation),
            ("fr", "Nous nous engageons à former 50 médiateurs.", Pledge),
            ("fr", "Grâce à notre guichet, 300 personnes ont reçu leurs papiers.", GoodPractice),
            ("fr", "Les passeports sont confisqués et personne ne contrôle.", Challenge),
            ("es", "Pedimos a los gobiernos que dejen de detener a niños.", Recommendation),
            ("es", "Nos comprometemos a abrir una oficina.", Pledge),
            ("es", "En nuestra ciudad abrimos una oficina y funcionó muy bien.", GoodPractice),
            ("es", "Faltan escuelas.", Challenge),
            ("ar", "يجب على الدول إلغاء نظام الكفالة", Recommendation),
            ("ar", "نلتزم بتدريب مئة متطوع", Pledge),
            ("ar", "ساعد مشروعنا 120 عائلة", GoodPractice),
            ("ar", "متى ستفتح القنصلية؟", Question),
            ("ru", "Государства должны отменить сборы.", Recommendation),
            ("ru", "Мы обязуемся обучить 100 переводчиков.", Pledge),
            ("ru", "Дети не могут ходить в школу.", Challenge),
            ("zh", "政府应当取消费用。", Recommendation),
            ("zh", "我们承诺今年培训一百名志愿者。", Pledge),
            ("zh", "儿童不能上学，因为没有证件。", Challenge),
            ("zh", "领事馆什么时候开放？", Question),
            ("pt", "Os governos devem garantir vistos.", Recommendation),
            ("pt", "Graças ao nosso projeto, 80 famílias abriram uma conta.", GoodPractice),
            ("pt", "As trabalhadoras não recebem salário.", Challenge),
        ] {
            assert_eq!(of(text, tag), kind, "{text}");
        }
    }

    #[test]
    fn who_tells_of_debt_complains() {
        for (tag, text) in [
            ("en", "Recruitment fees push families into debt."),
            ("fr", "Les frais poussent les ménages dans l'endettement."),
            ("es", "Las comisiones endeudan a las familias."),
            ("ar", "الرسوم تدفع العمال إلى الديون"),
            ("ru", "Сборы загоняют семьи в долги."),
            ("zh", "招聘费让工人负债。"),
            ("pt", "As taxas deixam as famílias endividadas."),
        ] {
            assert_eq!(of(text, tag), Kind::Challenge, "{text}");
        }
        assert_eq!(of("States must cancel the debts of workers.", "en"), Kind::Recommendation);
    }

    #[test]
    fn a_question_among_demands_is_a_demand() {
        assert_eq!(of("States must end this. They must pay. When will they listen?", "en"), Kind::Recommendation);
        assert_eq!(of("Who pays? Who will answer us?", "en"), Kind::Question);
        assert_eq!(of("“Who pays?”", "en"), Kind::Question);
    }

    #[test]
    fn the_chinese_word_for_should_is_not_found_inside_others() {
        assert_eq!(of("供应充足，反应很快", "zh"), Kind::Other);
    }

    #[test]
    fn the_addressee_is_the_one_who_is_asked() {
        for (tag, text, expected) in [
            ("en", "Governments should require employers to pay the fees.", Some(Addressee::States)),
            ("en", "Employers take passports. States must ban it.", Some(Addressee::States)),
            ("en", "Recruitment agencies must publish their fees.", Some(Addressee::Employers)),
            ("en", "Local authorities should register births.", Some(Addressee::LocalAuthorities)),
            ("en", "We appeal to the African Union to act.", Some(Addressee::States)),
            ("en", "Fees must end.", None),
            ("fr", "Nous demandons aux consulats d'ouvrir le samedi.", Some(Addressee::Consulates)),
            ("es", "La ONU debe vigilar las fronteras.", Some(Addressee::Un)),
            ("ar", "يجب على أصحاب العمل دفع الرسوم", Some(Addressee::Employers)),
            ("ru", "Местные власти должны открыть школы.", Some(Addressee::LocalAuthorities)),
            ("zh", "媒体应当停止散布谣言。", Some(Addressee::Media)),
            ("pt", "Os parlamentos devem ratificar a convenção.", Some(Addressee::Parliaments)),
        ] {
            assert_eq!(addressee(text, tag), expected, "{text}");
        }
    }
}
