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
/// It is a question where most of its sentences ask. Otherwise the speech act that its words
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
    let asked = sentences.iter().filter(|s| asks(&text[(*s).clone()])).count();
    let rest = sentences.len() - asked;
    if asked > 0 && asked >= rest {
        return Kind::Question;
    }
    let begins = |mark: &Mark| {
        let at = marks.words.place(mark.words.clone()).start;
        sentences.iter().any(|s| first_letter(text, s.start) == at)
    };
    let mut weights =
        [(Kind::Recommendation, 0.0), (Kind::Pledge, 0.0), (Kind::GoodPractice, 0.0), (Kind::Challenge, 0.0)];
    for mark in &marks.marks {
        let (kind, weight) = match mark.meaning {
            Meaning::Imperative if begins(mark) => (Kind::Recommendation, 2.5),
            Meaning::Kind { kind: Kind::Question, .. } if begins(mark) => return Kind::Question,
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
    match weights.iter().find(|(_, w)| *w == heaviest) {
        Some((kind, weight)) if *weight > 0.0 => *kind,
        _ => Kind::Other,
    }
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
