//! What a passage does and on what level it speaks.

use serde::{Deserialize, Serialize};

/// What a passage does. Greetings and logistics are no contribution and have no kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// What worked, or progress made.
    GoodPractice,
    /// What is wrong or missing.
    Challenge,
    /// What somebody should do.
    Recommendation,
    /// What the author or the author's organisation will do.
    Pledge,
    /// What is asked and open.
    Question,
    /// None of these.
    Other,
}

impl Kind {
    /// Every kind, in the order in which a digest shows them.
    pub const ALL: [Kind; 6] =
        [Kind::GoodPractice, Kind::Challenge, Kind::Recommendation, Kind::Pledge, Kind::Question, Kind::Other];

    /// The name used in commands, files and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::GoodPractice => "good-practice",
            Kind::Challenge => "challenge",
            Kind::Recommendation => "recommendation",
            Kind::Pledge => "pledge",
            Kind::Question => "question",
            Kind::Other => "other",
        }
    }

    /// The kind of this name.
    pub fn parse(name: &str) -> Option<Kind> {
        let name = name.trim().to_lowercase().replace([' ', '_'], "-");
        Self::ALL.into_iter().find(|k| k.name() == name)
    }
}

/// The level on which a passage speaks, where it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A city, a district, a border post.
    Local,
    /// One country.
    National,
    /// Several countries of one region.
    Regional,
    /// Everywhere.
    Global,
}
