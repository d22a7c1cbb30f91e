//! What a digest says, as it stands in JSON: `docs/schemas/digest.schema.json` describes it.

use crate::analysis::Addressee;
use crate::model::{Kind, Language, Level};
use crate::trust::Band;
use serde::Serialize;
use std::collections::BTreeMap;

/// The number of this shape. A change that breaks a reader of the JSON counts it up.
pub const SCHEMA: u32 = 1;

/// A digest in one language. Texts in it are the digest's own words in that language; quotations
/// and the key phrases of titles are in their authors'.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Digest {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The language of the digest.
    pub language: Language,
    /// What it is of, in words: `West Africa`.
    pub title: String,
    /// What it is of.
    pub scope: ScopeShown,
    /// Of which time.
    pub period: Period,
    /// How many people wrote in it; an organisation's submission counts as the organisation. In a
    /// scope cut out by attributes of people the lower end of their band, as are the other numbers.
    pub people: usize,
    /// The band of `people`, in a scope cut out by attributes of people only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_band: Option<Band>,
    /// How many of the people are counted and never quoted.
    pub counted_only: usize,
    /// How many contributions are in it, copies of a campaign included.
    pub contributions: usize,
    /// How many passages are cited in it.
    pub passages: usize,
    /// The languages of the passages as tags, the one most written in first.
    pub languages: Vec<String>,
    /// Contributions that are left out, by reason: `withdrawn`, `hidden`, `not-consented`; shown
    /// once though sent by several: `duplicate`; left to a human reader: `unreadable`.
    pub left_out: BTreeMap<&'static str, usize>,
    /// People in bands, by attribute: `category`, `subregion`, `language`. Nothing with fewer than
    /// five people.
    pub participation: BTreeMap<&'static str, Vec<Share>>,
    /// The themes that most people stand behind: three, then up to seven more.
    pub key_messages: Vec<KeyMessage>,
    /// By round table and objective; last, without either, what is on no objective.
    pub sections: Vec<ObjectiveSection>,
    /// The guiding principles that passages appeal to.
    pub principles: Vec<PrincipleShown>,
    /// Statements on which all groups of voters agree; empty until there are votes.
    pub common_ground: Vec<String>,
    /// Statements on which voters differ; empty until there are votes.
    pub differences: Vec<String>,
    /// What is asked and open.
    pub open_questions: Vec<OpenQuestion>,
    /// Passages that stand in no theme.
    pub unplaced: Vec<String>,
    /// Those of them that may be quoted.
    pub unplaced_quotes: Vec<Quote>,
    /// Of the unplaced ones those in languages that nobody here can analyse: a person reads them.
    pub for_a_reader: Vec<String>,
    /// Who may be expected in the scope and has not written, by attribute.
    pub not_yet_heard: Vec<Party>,
    /// How it was made.
    pub method: Method,
}

/// What a digest is of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScopeShown {
    /// The consultation's short name.
    pub consultation: String,
    /// The room's short name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<String>,
    /// The rooms' short names, where it is of several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rooms: Vec<String>,
    /// 1 to 23.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub objective: Option<u8>,
    /// 1 to 4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round_table: Option<u8>,
    /// The sub-region's identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subregion: Option<String>,
    /// What passages do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// The level on which they speak.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// The category's identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// The language's tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// A span of time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Period {
    /// RFC 3339; from the beginning, where it is none.
    pub since: Option<String>,
    /// RFC 3339.
    pub until: String,
    /// The period in words: `2–8 September`.
    pub text: String,
}

/// How many people share a value of an attribute.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Share {
    /// An identifier or tag; `not-stated`.
    pub value: String,
    /// The value in words.
    pub label: String,
    /// How many people.
    pub people: Band,
}

/// A theme that many stand behind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KeyMessage {
    /// 1 to 23, or none.
    pub objective: Option<u8>,
    /// The theme.
    #[serde(flatten)]
    pub theme: Theme,
}

/// What was written on one objective, or on none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ObjectiveSection {
    /// 1 to 4, or none.
    pub round_table: Option<u8>,
    /// 1 to 23, or none.
    pub objective: Option<u8>,
    /// By kind, and within a kind those first that most people stand behind.
    pub themes: Vec<Theme>,
}

/// Passages of one kind that belong together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Theme {
    /// What they do.
    pub kind: Kind,
    /// What they are about, in words that its authors allow to be quoted, or by things of the lexicon
    /// that most of those words name.
    pub title: String,
    /// Who is asked to act, where most of those who name someone name the same.
    pub addressee: Option<Addressee>,
    /// How many people, or organisations by their submissions, stand behind it.
    pub people: usize,
    /// `people` as a word in the digest's language.
    pub count_word: String,
    /// How many of them sent the same text as others, where some did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign: Option<usize>,
    /// Every passage.
    pub passages: Vec<String>,
    /// Those that are quoted.
    pub quotes: Vec<Quote>,
    /// Categories that stand behind it, of those that five people in scope share; said only of
    /// themes with five people.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub heard_from: Vec<Party>,
    /// Who of those heard in the scope is not heard here; said only of themes with five people.
    pub not_yet_heard: Vec<Party>,
}

/// Someone's words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quote {
    /// Which passage.
    pub passage: String,
    /// The whole passage or whole sentences of it, `[…]` for what is left out.
    pub text: String,
    /// The tag of its language.
    pub language: String,
    /// Whose words, as far as their author and small numbers allow.
    pub attribution: String,
}

/// A guiding principle and where it is appealed to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PrincipleShown {
    /// 1 to 10.
    pub number: u8,
    /// Its title.
    pub title: String,
    /// How many people appeal to it.
    pub people: usize,
    /// Where.
    pub passages: Vec<String>,
}

/// What is asked and open.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpenQuestion {
    /// 1 to 23, or none.
    pub objective: Option<u8>,
    /// What the question is about.
    pub title: String,
    /// How many people ask.
    pub people: usize,
    /// Where.
    pub passages: Vec<String>,
    /// Their words.
    pub quotes: Vec<Quote>,
}

/// People who share the value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Party {
    /// `category`, `subregion` or `language`.
    pub attribute: &'static str,
    /// An identifier or tag.
    pub value: String,
    /// The value in words.
    pub label: String,
}

/// How a digest was made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Method {
    /// The program's version.
    pub version: &'static str,
    /// What it is and is not, in words.
    pub statement: String,
    /// No chance is in it, so there is no seed.
    pub seed: Option<u64>,
    /// A combination of attributes is shown where so many people share it.
    pub smallest_group: usize,
    /// A longer passage is quoted in part, in characters.
    pub longest_quote: usize,
    /// The least number of people behind each count word.
    pub count_words: BTreeMap<usize, String>,
    /// What is left out, in words.
    pub excluded: Vec<String>,
    /// Whether votes were taken into account.
    pub votes: bool,
    /// The languages that are analysed, as tags.
    pub analysed_languages: Vec<&'static str>,
}
