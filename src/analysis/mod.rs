//! What a text says, found by pure functions: its language, its passages, the objectives it speaks
//! of, what it does, whom it addresses; which texts are copies of each other and which belong
//! together.
//!
//! What is found depends on the text, on the words that ship with the program and, where it is
//! asked for, on the room. The same texts give the same answers in whatever order they came.

pub mod clusters;
pub mod duplicates;
mod hashing;
pub mod joined;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_brings_together_what_a_text_says() {
        let text = "We call on States to end recruitment fees for women in our region.";
        let reading = read(text, Some("fr"), Prior::default());
        assert_eq!(reading.language.tag, "en");
        assert_eq!(reading.objectives.first().map(|o| o.number), Some(6));
        assert_eq!(reading.round_table, Some(1));
        assert_eq!((reading.kind, reading.addressee), (Kind::Recommendation, Some(Addressee::States)));
        assert_eq!((reading.level, reading.principles), (Some(Level::Regional), vec![7]));
        assert!(!reading.smalltalk);
    }

    #[test]
    fn what_cannot_be_read_is_kept_without_a_guess() {
        let reading = read("7na 3ndna mochkil m3a l wra9, wallah ta3ebna", Some("ar"), Prior::default());
        assert!(!reading.language.readable && !reading.smalltalk);
        assert_eq!((reading.kind, reading.objectives, reading.round_table), (Kind::Other, vec![], None));
    }

    #[test]
    fn a_text_on_migration_without_objective_belongs_to_the_round_table_of_its_room() {
        let room = Prior { round_table: Some(2), ..Prior::default() };
        assert_eq!(read("Migrants wait in fear.", None, room).round_table, Some(2));
        assert_eq!(read("The bus was late.", None, room).round_table, None);
    }

    #[test]
    fn any_text_can_be_read() {
        for text in ["", " ", "\u{0}", "\u{202e}", "a\u{301}\u{301}", "?!", "１２３", "🏳️‍🌈", "ـــ", "\u{fdfa}", "ﷺ؟"]
        {
            read(text, None, Prior { objective: Some(99), round_table: Some(9), asked: true });
            passages::split(text);
        }
        let long = "Ünïcödé 数据 المهاجرين ".repeat(3_000);
        read(&long, Some("xx"), Prior::default());
        passages::split(&long);
    }
}
