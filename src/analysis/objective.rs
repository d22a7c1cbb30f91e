//! Which of the 23 objectives a text speaks of, and why.
//!
//! A text speaks of an objective by the phrases of the lexicon and the official titles that it
//! holds. A phrase weighs the more the fewer objectives share it and the more words it has. Words
//! that stand for many things ("data", "return", "health") count only where the text is about
//! migration at all, which other words show, or where the room is about that objective. Words that
//! say who or when ("migrant children", "before they leave") decide only where no other objective
//! is named. No objective is a normal answer.

use super::language;
use super::marks::{Marks, Meaning};
use crate::vocabulary::Vocabulary;

/// What a room, or a question in it, is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Prior {
    /// The objective (1 to 23).
    pub objective: Option<u8>,
    /// The round table (1 to 4).
    pub round_table: Option<u8>,
    /// Whether that is what was asked: then an answer needs no word of its own to be about it.
    pub asked: bool,
}

impl Prior {
    /// What an answer to a question is about in this room: what the question is about, where that
    /// can be told. Who asks need not say that it is about migration.
    pub fn of_question(self, question: &str) -> Prior {
        let marks = Marks::of(question, &language::detect(question, None).tag);
        let found = scored(question, &marks, self, true).first().map(|scored| scored.number).or(self.objective);
        match found.and_then(|number| Vocabulary::current().objective(number)) {
            Some(of) => Prior { objective: Some(of.number), round_table: Some(of.round_table), asked: true },
            None => self,
        }
    }
}

/// One objective of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// 1 to 23.
    pub number: u8,
    /// How surely, above 0 and at most 1. [`Scored::ROOM`] where only the room says so.
    pub score: f64,
    /// The words that decided it, as they stand in the text; none where only the room did.
    pub because: Vec<String>,
}

impl Scored {
    /// The score of an objective that a text on migration has from its room alone.
    pub const ROOM: f64 = 0.25;
}

/// What a phrase of its own weight adds: an objective's score is 1 − Π(1 − weight).
const PHRASE: f64 = 0.5;
/// What each further word of a phrase adds to its weight, up to three words.
const FURTHER_WORD: f64 = 0.1;
/// The weight of a word that stands for many things.
const GENERAL: f64 = 0.4;
/// Less than this is no objective.
const LEAST: f64 = 0.3;
/// An objective must reach this part of the surest one.
const BESIDE_THE_SUREST: f64 = 0.55;
/// What a room's own objective or round table adds to what is there already.
const ROOM_OBJECTIVE: f64 = 0.15;
const ROOM_ROUND_TABLE: f64 = 0.05;
/// More objectives than these are no longer what a passage is about.
const MOST: usize = 4;

/// The objectives of a text in this language, the surest first.
///
/// A room's objective raises only what is there already and breaks ties. Where a text is about
/// migration and names no objective, it has the room's, with [`Scored::ROOM`] and no reason.
pub fn score(text: &str, tag: &str, prior: Option<u8>, round_table: Option<u8>) -> Vec<Scored> {
    of_marks(text, &Marks::of(text, tag), Prior { objective: prior, round_table, asked: false })
}

/// Whether a text is about migration: it says so, or speaks of an objective in words that belong
/// to it alone.
pub(super) fn about_migration(marks: &Marks) -> bool {
    marks.meanings().any(|m| matches!(m, Meaning::Context | Meaning::Objective { general: false, .. }))
}

pub(super) fn of_marks(text: &str, marks: &Marks, room: Prior) -> Vec<Scored> {
    scored(text, marks, room, about_migration(marks))
}

/// The objectives of a text that is about migration (`context`), or is not.
fn scored(text: &str, marks: &Marks, room: Prior, context: bool) -> Vec<Scored> {
    let in_room = |number: u8| {
        room.objective == Some(number)
            || (room.round_table.is_some()
                && Vocabulary::current().objective(number).map(|o| o.round_table) == room.round_table)
    };
    // What each objective misses of certainty, and the phrases that were counted.
    let mut found: Vec<(u8, f64, Vec<usize>, Vec<String>)> = Vec::new();
    // The objectives that are named by more than who or when.
    let mut of_matter: Vec<u8> = Vec::new();
    for mark in &marks.marks {
        let Meaning::Objective { number, general, aside, shared } = mark.meaning else { continue };
        if general && !context && !in_room(number) {
            continue;
        }
        if !aside {
            of_matter.push(number);
        }
        let length = mark.words.len().clamp(1, 3) as f64;
        let full = if general { GENERAL } else { PHRASE };
        let weight = (full + FURTHER_WORD * (length - 1.0)) / f64::from(shared).sqrt();
        let words = text.get(marks.words.place(mark.words.clone())).unwrap_or_default().to_string();
        match found.iter_mut().find(|(n, ..)| *n == number) {
            None => found.push((number, 1.0 - weight, vec![mark.phrase], vec![words])),
            // A phrase said twice says it once.
            Some((_, _, phrases, _)) if phrases.contains(&mark.phrase) => {}
            Some((_, missing, phrases, because)) => {
                *missing *= 1.0 - weight;
                phrases.push(mark.phrase);
                because.push(words);
            }
        }
    }
    let mut scored: Vec<Scored> = found
        .into_iter()
        .map(|(number, missing, _, because)| {
            let raised = match () {
                _ if room.objective == Some(number) => ROOM_OBJECTIVE,
                _ if in_room(number) => ROOM_ROUND_TABLE,
                _ => 0.0,
            };
            // Rounded, so that the same phrases give the same score in whatever order they stand.
            let score = ((1.0 - missing + raised).min(1.0) * 1000.0).round() / 1000.0;
            Scored { number, score, because }
        })
        .filter(|s| s.score >= LEAST)
        .collect();
    if scored.iter().any(|scored| of_matter.contains(&scored.number)) {
        scored.retain(|scored| of_matter.contains(&scored.number));
    }
    scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.number.cmp(&b.number)));
    let surest = scored.first().map_or(0.0, |s| s.score);
    scored.retain(|s| s.score >= surest * BESIDE_THE_SUREST);
    scored.truncate(MOST);
    let of_room = room.objective.filter(|n| Vocabulary::current().objective(*n).is_some());
    if let (true, true, Some(number)) = (scored.is_empty(), context || room.asked, of_room) {
        scored.push(Scored { number, score: Scored::ROOM, because: Vec::new() });
    }
    scored
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str, tag: &str) -> Vec<u8> {
        score(text, tag, None, None).into_iter().map(|s| s.number).collect()
    }

    #[test]
    fn statements_speak_of_their_objectives_in_seven_languages() {
        for (tag, text, number) in [
            ("en", "Hello, in Kano recruitment fees for work in the Gulf are two months of wages.", 6),
            ("en", "When my aunt went home from Lebanon she lost her pension.", 22),
            ("en", "Pushbacks must end.", 11),
            ("en", "Radio stations spread rumours that migrants bring disease.", 17),
            ("en", "Diplomas of nurses from Ghana are not recognised.", 18),
            ("fr", "Les enfants sont enfermés dans des centres de rétention.", 13),
            ("fr", "Quand est-ce que le consulat va rouvrir ?", 14),
            ("es", "Las remesas cuestan demasiado.", 20),
            ("es", "Abrimos una oficina para personas retornadas.", 21),
            ("ar", "يجب على الدول إلغاء نظام الكفالة", 6),
            ("ar", "والمهاجرون المفقودون في البحر، أين البحث والإنقاذ؟", 8),
            ("ru", "Правительства должны отменить плату за трудоустройство для трудовых мигрантов.", 6),
            ("zh", "政府应当取消招聘费用", 6),
            ("zh", "人口贩运受害者需要保护", 10),
            ("pt", "Os governos devem garantir vistos humanitários e vias regulares.", 5),
        ] {
            assert_eq!(numbers(text, tag).first(), Some(&number), "{text}");
        }
    }

    #[test]
    fn who_and_when_decide_only_where_nothing_says_what() {
        for (tag, text, expected) in [
            ("en", "Recruitment fees push families into debt before they leave.", &[6][..]),
            ("en", "Mobile registrars note every birth of the migrant children of our quarter.", &[4]),
            ("en", "Registrars visit seasonal workers and register births.", &[4]),
            ("en", "Migrant workers have no access to health care.", &[15]),
            ("en", "Women hear too little before they leave.", &[3]),
            ("en", "Migrant children have nobody to turn to.", &[7]),
            ("fr", "Les travailleuses domestiques n'ont pas accès aux soins de santé.", &[15]),
            ("fr", "L'officier d'état civil enregistre la naissance des enfants migrants.", &[4]),
            ("es", "Los funcionarios registran los nacimientos de niños migrantes.", &[4]),
            ("ar", "موظفو السجل المدني يسجلون المواليد من أطفال المهاجرين", &[4]),
            ("ru", "Регистраторы записывают рождения детей мигрантов.", &[4]),
            ("zh", "登记员为移民儿童登记出生。", &[4]),
            ("pt", "Os oficiais registam os nascimentos de crianças migrantes.", &[4]),
        ] {
            assert_eq!(numbers(text, tag), expected, "{text}");
        }
    }

    #[test]
    fn each_official_title_speaks_of_its_own_objective() {
        let vocabulary = Vocabulary::current();
        for objective in vocabulary.objectives() {
            for lang in crate::vocabulary::LANGUAGES {
                let found = numbers(objective.title(lang), lang);
                assert!(found.contains(&objective.number), "{lang} {}: {found:?}", objective.number);
            }
        }
    }

    #[test]
    fn what_is_not_about_migration_has_no_objective() {
        for text in [
            "The river below our farm is too dirty to swim in.",
            "Irrigation takes water from the streams and farmers must use less of it.",
            "Water quality data should be published every month by the councils.",
            "The resilience of the wetlands needs funding and regional cooperation.",
            "I returned the call but there was no data on my phone.",
            "We need a national fund to restore freshwater bodies and lakes.",
            "Polluters must contribute to the health of the river and to food security.",
            "Return the bottles, they are no waste.",
            "Statistics on nitrate in the aquifers are missing.",
            "Bird migration follows the wetlands.",
        ] {
            assert_eq!(numbers(text, "en"), Vec::<u8>::new(), "{text}");
        }
    }

    #[test]
    fn words_for_many_things_count_where_the_text_is_about_migration() {
        assert_eq!(numbers("We need a school.", "en"), Vec::<u8>::new());
        assert_eq!(numbers("Refugee families need a school.", "en"), [15]);
        assert_eq!(numbers("Return was hard.", "en"), Vec::<u8>::new());
        assert_eq!(numbers("Return from abroad was hard.", "en"), [21]);
    }

    #[test]
    fn the_reason_is_given_in_the_words_of_the_text() {
        let found = score("STOP Recruitment-fees now! Recruitment fees kill.", "en", None, None);
        assert_eq!(found.iter().map(|s| &s.because).collect::<Vec<_>>(), [&["Recruitment-fees"]]);
        let found = score("نطالب ببدائل الاحتجاز الآن", "ar", None, None);
        assert_eq!(
            found.iter().map(|s| (s.number, &s.because)).collect::<Vec<_>>(),
            [(13, &vec!["ببدائل الاحتجاز".into()])]
        );
    }

    #[test]
    fn a_room_raises_what_is_there_and_gives_what_is_missing_only_to_migration() {
        let text = "Migrants wait in fear for months.";
        assert_eq!(score(text, "en", None, None), []);
        let room = score(text, "en", Some(13), Some(2));
        assert_eq!(room, [Scored { number: 13, score: Scored::ROOM, because: vec![] }]);
        assert_eq!(score("The bus was late.", "en", Some(13), Some(2)), []);

        let text = "The consulate and the embassy took our visa.";
        let plain = score(text, "en", None, None);
        let raised = score(text, "en", Some(5), None);
        let of = |scored: &[Scored], n: u8| scored.iter().find(|s| s.number == n).map(|s| s.score);
        assert!(of(&raised, 5) > of(&plain, 5));
        assert_eq!(of(&raised, 14), of(&plain, 14));
    }

    #[test]
    fn an_answer_without_an_objective_of_its_own_has_that_of_the_question() {
        for (question, objective, answer, expected) in [
            ("What worked where you live for birth registration?", 4, "A midwife may do it by telephone.", 4),
            ("Comment faire baisser le coût des envois de fonds ?", 20, "La poste le fait pour rien.", 20),
            ("How can recruitment become fair?", 6, "Pushbacks must end.", 11),
        ] {
            let asked = Prior::default().of_question(question);
            assert_eq!((asked.objective, asked.asked), (Some(objective), true), "{question}");
            let read = super::super::read(answer, None, asked);
            assert_eq!(read.objectives.first().map(|scored| scored.number), Some(expected), "{answer}");
        }
        let room = Prior { round_table: Some(2), ..Prior::default() };
        assert_eq!(room.of_question("What do you think?"), room);
    }

    #[test]
    fn general_words_count_in_a_room_about_them() {
        assert_eq!(numbers("The school is full.", "en"), Vec::<u8>::new());
        assert_eq!(score("The school is full.", "en", Some(15), None).first().map(|s| s.number), Some(15));
    }

    #[test]
    fn a_language_that_is_not_analysed_has_no_objective() {
        assert_eq!(numbers("recruitment fees", "tl"), Vec::<u8>::new());
        assert_eq!(numbers("recruitment fees", "ar-Latn"), Vec::<u8>::new());
    }
}
