//! What a digest is of.

use crate::model::{Category, Kind, Level, Time};
use serde::{Deserialize, Serialize};

/// What a digest is of. Everything that is set must hold; sealed beside a posted digest, so that
/// its sections can be mended.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Scope {
    /// The consultation's row.
    pub consultation: i64,
    /// A room's row.
    pub room: Option<i64>,
    /// Several rooms' rows, for the rooms of a talk; whichever, where none is named.
    pub rooms: Vec<i64>,
    /// An objective: passages that speak of it before others.
    pub objective: Option<u8>,
    /// A round table: passages on its objectives, and those on none that its rooms hold.
    pub round_table: Option<u8>,
    /// The sub-region of the rooms, by its identifier.
    pub subregion: Option<String>,
    /// What passages do.
    pub kind: Option<Kind>,
    /// The level on which passages speak.
    pub level: Option<Level>,
    /// An attribute of people: the stakeholder category.
    pub category: Option<Category>,
    /// An attribute of people: the language in which they wrote, as a tag.
    pub language: Option<String>,
    /// Not before this moment.
    pub since: Option<Time>,
    /// Not after this moment.
    pub until: Time,
}

impl Scope {
    /// Everything in a consultation until a moment.
    pub fn consultation(consultation: i64, until: Time) -> Scope {
        Scope { consultation, until, ..Scope::default() }
    }

    /// Whether it is cut out by attributes of people: then it is held to the rule of small numbers.
    pub fn by_people(&self) -> bool {
        self.category.is_some() || self.language.is_some()
    }

    /// Whether it is cut out by what passages say: then nothing is known of what was erased.
    pub(super) fn by_words(&self) -> bool {
        self.objective.is_some()
            || self.round_table.is_some()
            || self.kind.is_some()
            || self.level.is_some()
            || self.language.is_some()
    }

    /// Whether a moment lies in its period.
    pub(super) fn holds(&self, at: Time) -> bool {
        self.since.is_none_or(|since| since <= at) && at <= self.until
    }
}
