//! Who people are in a consultation: their category as stakeholders, and the offices they hold.

use serde::{Deserialize, Serialize};

/// One of the stakeholder categories of the Global Compact, paragraph 44, by its identifier in
/// the vocabulary (`trade-unions`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Category(pub String);

/// What someone may do. The order is no ranking: who may do what is decided in `trust`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A Member State or committee member: reads.
    Observer,
    /// Everyone else who takes part.
    Stakeholder,
    /// Runs one talk.
    CoHost,
    /// Runs rooms.
    Moderator,
    /// The regional network's coordinator.
    Coordinator,
    /// Drafts the summary; a team, by sub-region.
    Rapporteur,
    /// Decides who speaks.
    TaskTeam,
    /// The network's secretariat.
    Secretariat,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 8] = [
        Role::Observer,
        Role::Stakeholder,
        Role::CoHost,
        Role::Moderator,
        Role::Coordinator,
        Role::Rapporteur,
        Role::TaskTeam,
        Role::Secretariat,
    ];

    /// The word in commands and the store.
    pub fn word(self) -> &'static str {
        match self {
            Role::Observer => "observer",
            Role::Stakeholder => "stakeholder",
            Role::CoHost => "co-host",
            Role::Moderator => "moderator",
            Role::Coordinator => "coordinator",
            Role::Rapporteur => "rapporteur",
            Role::TaskTeam => "task-team",
            Role::Secretariat => "secretariat",
        }
    }

    /// The role of this word.
    pub fn parse(word: &str) -> Option<Role> {
        let word = word.trim().to_lowercase().replace([' ', '_'], "-");
        Self::ALL.into_iter().find(|r| r.word() == word)
    }
}

/// Where an office holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// In every consultation.
    Everywhere,
    /// In the consultations of one region, by its identifier in the vocabulary.
    Region(String),
    /// In one consultation, by its short name.
    Consultation(String),
    /// For one talk, by its row: in no consultation as such.
    Talk(i64),
    /// For one room, by its row: in no consultation as such.
    Room(i64),
}

impl Scope {
    /// The form in the store: `everywhere`, `region:africa`, `consultation:africa-2027`, `talk:7`,
    /// `room:8`.
    pub fn text(&self) -> String {
        match self {
            Scope::Everywhere => "everywhere".into(),
            Scope::Region(id) => format!("region:{id}"),
            Scope::Consultation(name) => format!("consultation:{name}"),
            Scope::Talk(id) => format!("talk:{id}"),
            Scope::Room(id) => format!("room:{id}"),
        }
    }

    /// The scope of this form.
    pub fn parse(text: &str) -> Option<Scope> {
        match text.split_once(':') {
            None if text == "everywhere" => Some(Scope::Everywhere),
            Some(("region", id)) => Some(Scope::Region(id.into())),
            Some(("consultation", name)) => Some(Scope::Consultation(name.into())),
            Some(("talk", id)) => id.parse().ok().map(Scope::Talk),
            Some(("room", id)) => id.parse().ok().map(Scope::Room),
            _ => None,
        }
    }

    /// Whether an office of this scope holds in consultations as such, and not for a part of one.
    pub fn is_whole(&self) -> bool {
        !matches!(self, Scope::Talk(_) | Scope::Room(_))
    }

    /// Whether an office of this scope holds in a consultation of this name and region.
    pub fn covers(&self, consultation: &str, region: &str) -> bool {
        match self {
            Scope::Everywhere => true,
            Scope::Region(id) => id == region,
            Scope::Consultation(name) => name == consultation,
            Scope::Talk(_) | Scope::Room(_) => false,
        }
    }
}
