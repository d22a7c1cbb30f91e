//! Rooms and consultations: what may be set for them.

use super::{Language, Level, Time};
use serde::{Deserialize, Serialize};

/// A platform on which people write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Platform {
    /// The program's own terminal or pipe.
    Console,
    /// A Matrix homeserver.
    Matrix,
    /// Discord.
    Discord,
    /// Files that were read in; nobody can be answered there.
    Import,
}

impl Platform {
    /// Every platform.
    pub const ALL: [Platform; 4] = [Platform::Console, Platform::Matrix, Platform::Discord, Platform::Import];

    /// The word in the store and in files.
    pub fn word(self) -> &'static str {
        match self {
            Platform::Console => "console",
            Platform::Matrix => "matrix",
            Platform::Discord => "discord",
            Platform::Import => "import",
        }
    }

    /// How people call it.
    pub fn name(self) -> &'static str {
        match self {
            Platform::Console => "console",
            Platform::Matrix => "Matrix",
            Platform::Discord => "Discord",
            Platform::Import => "–",
        }
    }

    /// Whether nothing of what stood in a post stays readable when something else is put in its place.
    pub fn edits_in_place(self) -> bool {
        self == Platform::Discord
    }

    /// By what an event is known wherever it is heard, as its room and identifier: Discord's numbers are
    /// its own everywhere, and what is said in a thread belongs to the channel above, or to the thread,
    /// by which of them is a room at the time.
    pub fn known_by<'e>(self, room: &'e str, event: &'e str) -> (&'e str, &'e str) {
        let event_there = in_thread(event).map_or(event, |(_, there)| there);
        if self == Platform::Discord && is_numbered(event_there) { ("", event_there) } else { (room, event) }
    }

    /// The thread in which an event happened whose room is the channel above it.
    pub fn thread_of(self, event: &str) -> Option<&str> {
        in_thread(event).filter(|_| self == Platform::Discord).map(|(thread, _)| thread)
    }

    /// The platform of this word.
    pub fn parse(word: &str) -> Option<Platform> {
        Self::ALL.into_iter().find(|p| p.word() == word)
    }
}

/// The thread and what an event is called there, of one that is called by both.
fn in_thread(event: &str) -> Option<(&str, &str)> {
    let (thread, there) = event.split_once('/')?;
    // What comes after a message may also be the mark on it: 1️⃣ is no number.
    let number = there.split([' ', '/']).next().unwrap_or_default();
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (is_number(thread) && is_number(number.strip_prefix('i').unwrap_or(number))).then_some((thread, there))
}

/// Whether an event is called by a number: that of a message, or after an `i` that of an interaction.
fn is_numbered(event: &str) -> bool {
    event.strip_prefix('i').unwrap_or(event).starts_with(|c: char| c.is_ascii_digit())
}

/// How a room is told that a message was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ack {
    /// Its author is told the receipt in private.
    #[default]
    Private,
    /// The bot's 📝 on the message.
    Reaction,
}

/// What is set for one room. What it is a room of (consultation, name) and what happens in it by
/// time (floor, mode) is not here but in the room's row and its log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub struct RoomSettings {
    /// The objective (1 to 23) that the room is about.
    pub objective: Option<u8>,
    /// The round table (1 to 4) that the room is about.
    pub round_table: Option<u8>,
    /// The sub-region, by its identifier in the vocabulary.
    pub subregion: Option<String>,
    /// The level that the room is about.
    pub level: Option<Level>,
    /// The regions, beside its consultation's own, to which what is said in the room belongs too.
    pub regions: Vec<String>,
    /// The languages of the room's card and of what is said to all, in order; the first is the
    /// one in which the bot speaks to the room.
    pub languages: Vec<Language>,
    /// How people learn that they were recorded.
    pub ack: Ack,
    /// The Chatham House Rule: what is said may be used, who said it may not.
    pub chatham: bool,
    /// A rehearsal is left out of everything and erased.
    pub rehearsal: bool,
    /// IANA time zone; the consultation's where none is set.
    pub timezone: Option<String>,
}

/// Where a consultation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Rooms are made, calls are written.
    Preparation,
    /// People write.
    Open,
    /// The last words, before the floors close.
    Closing,
    /// The summary is drafted and signed off.
    Summary,
    /// Recommendations and pledges are followed up.
    FollowUp,
}

impl Stage {
    /// Every stage in its order.
    pub const ALL: [Stage; 5] = [Stage::Preparation, Stage::Open, Stage::Closing, Stage::Summary, Stage::FollowUp];

    /// The word in commands and the store.
    pub fn word(self) -> &'static str {
        match self {
            Stage::Preparation => "preparation",
            Stage::Open => "open",
            Stage::Closing => "closing",
            Stage::Summary => "summary",
            Stage::FollowUp => "follow-up",
        }
    }

    /// The stage of this word.
    pub fn parse(word: &str) -> Option<Stage> {
        let word = word.trim().to_lowercase().replace([' ', '_'], "-");
        Self::ALL.into_iter().find(|s| s.word() == word)
    }
}

/// A date of a consultation by which something is to be done, or on which a stage is to begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// By what it is named in a command.
    pub number: u32,
    /// When.
    pub at: Time,
    /// The stage that begins then: it has a name in every language.
    pub stage: Option<Stage>,
    /// What is due, by language; English, or any other, where one is missing.
    pub names: std::collections::BTreeMap<Language, String>,
}

/// What is set for one consultation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub struct ConsultationSettings {
    /// Its title by language; English, or any other, where one is missing.
    pub titles: std::collections::BTreeMap<Language, String>,
    /// The languages in which the bot speaks in it.
    pub languages: Vec<Language>,
    /// IANA time zone.
    pub timezone: String,
    /// Who is responsible for the data.
    pub controller: String,
    /// The focal point, a person or an address, whom people can turn to.
    pub contact: String,
    /// Whom people in danger, and people under 18, can turn to.
    pub help: String,
    /// For how many days after the summary what people wrote is kept; 0 is not set.
    pub retention_days: u32,
    /// Objectives on which a quotation needs its author's approval.
    pub risky_objectives: Vec<u8>,
    /// Whether its rooms are put into a space, on platforms that have such.
    pub space: bool,
    /// So many days before a talk people are to know of it; [`NOTICE_DAYS`] where nothing is set.
    pub notice_days: Option<u32>,
    /// Its deadlines, in the order in which they were set.
    pub deadlines: Vec<Deadline>,
}

/// So many days before a talk people are to know of it, where nothing else is set.
pub const NOTICE_DAYS: u32 = 14;

impl ConsultationSettings {
    /// The title in a language.
    pub fn title(&self, language: Language) -> &str {
        let any = || self.titles.get(&Language::En).or_else(|| self.titles.values().next());
        self.titles.get(&language).or_else(any).map(String::as_str).unwrap_or_default()
    }

    /// So many days before a talk people are to know of it.
    pub fn notice(&self) -> u32 {
        self.notice_days.unwrap_or(NOTICE_DAYS)
    }

    /// What has to be set before a floor can be opened, by the option's name; nothing, if all is.
    pub fn missing(&self) -> Vec<&'static str> {
        [
            ("controller", self.controller.is_empty()),
            ("contact", self.contact.is_empty()),
            ("retention", self.retention_days == 0),
        ]
        .into_iter()
        .filter_map(|(name, missing)| missing.then_some(name))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_in_a_thread_is_known_by_the_same_whichever_is_the_room() {
        let discord = Platform::Discord;
        for (in_thread, in_room) in [
            ("70/81", "81"),
            ("70/81 deleted", "81 deleted"),
            ("70/81 edited 9", "81 edited 9"),
            ("70/81/📝", "81/📝"),
            ("70/81/1️⃣", "81/1️⃣"),
            ("70/i81", "i81"),
        ] {
            assert_eq!(discord.known_by("6", in_thread), ("", in_room));
            assert_eq!(discord.known_by("70", in_room), ("", in_room));
            assert_eq!(discord.thread_of(in_thread), Some("70"));
            assert_eq!(discord.thread_of(in_room), None);
            assert_eq!(Platform::Matrix.known_by("6", in_thread), ("6", in_thread));
        }
        assert_eq!(discord.known_by("6", "facts"), ("6", "facts"));
    }
}
