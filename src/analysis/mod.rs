//! What a text says, found by pure functions: its language, its passages, the objectives it speaks
//! of, what it does, whom it addresses; which texts are copies of each other and which belong
//! together.
//!
//! What is found depends on the text, on the words that ship with the program and, where it is
//! asked for, on the room. The same texts give the same answers in whatever order they came.

pub mod clusters;
pub mod duplicates;
mod hashing;
pub mod kind;
pub mod language;
pub mod level;
mod marks;
pub mod objective;
pub mod passages;
pub mod principles;
pub mod smalltalk;
mod words;

pub use kind::Addressee;
pub use language::Detection;
pub use objective::{Prior, Scored};

use crate::model::{Kind, Level};
use crate::vocabulary::Vocabulary;
use marks::Marks;

/// What was found in one text.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The language, and whether it can be analysed. Where it cannot, nothing else is found and
    /// the text waits for a person who reads it.
    pub language: Detection,
    /// A greeting, thanks or logistics, and so no contribution.
    pub smalltalk: bool,
    /// The objectives it speaks of, the surest first; often none.
    pub objectives: Vec<Scored>,
    /// The round table of the surest objective; without an objective, the room's where the text is
    /// about migration.
    pub round_table: Option<u8>,
    /// What it does.
    pub kind: Kind,
    /// The level on which it speaks, where it says so.
    pub level: Option<Level>,
    /// Who is to act, where it is a recommendation and says so.
    pub addressee: Option<Addressee>,
    /// The principles that it appeals to, by number, in order.
    pub principles: Vec<u8>,
}

/// Reads one text.
///
/// `author_language` is the code of the language that the author chose; it decides where the text
/// is too short to tell. `room` is what the room is about.
pub fn read(text: &str, author_language: Option<&str>, room: Prior) -> Reading {
    let language = language::detect(text, author_language);
    let marks = Marks::of(text, &language.tag);
    let objectives = objective::of_marks(text, &marks, room);
    let of_objective = objectives.first().and_then(|o| Vocabulary::current().objective(o.number));
    let round_table = match of_objective {
        Some(objective) => Some(objective.round_table),
        None => room.round_table.filter(|_| objective::about_migration(&marks)),
    };
    let kind = kind::of_marks(text, &marks);
    Reading {
        smalltalk: smalltalk::is_smalltalk(text),
        round_table,
        level: level::of_marks(&marks),
        addressee: (kind == Kind::Recommendation).then(|| kind::addressee_of_marks(text, &marks)).flatten(),
        principles: principles::of_marks(&marks),
        kind,
        objectives,
        language,
    }
}
