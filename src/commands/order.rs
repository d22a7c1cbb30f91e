//! What a command leaves for a job: reading that is too heavy for the way in.

use super::desk::{Desk, Done};
use super::moment::Weekly;
use super::scope::Format;
use crate::chat::{Document, To};
use crate::digest::Scope;
use crate::model::{Language, Platform};
use serde::{Deserialize, Serialize};

/// Something to be read and answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// What.
    pub wanted: Wanted,
    /// In which language.
    pub language: Language,
    /// In which time zone: an IANA name.
    pub timezone: String,
    /// On which platform the answer goes out.
    pub platform: Platform,
    /// Where.
    pub to: To,
    /// The message that it answers, where it is answered in the place where it was typed.
    pub reply_to: Option<String>,
}

/// What is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wanted {
    /// A digest of a scope.
    Digest {
        /// Of what.
        scope: Scope,
        /// On one screen instead of in full.
        screen: bool,
        /// As a file.
        format: Option<Format>,
    },
    /// The digest of a consultation that was posted last, for anyone.
    Published {
        /// The consultation's row.
        consultation: i64,
    },
    /// The passages of a scope that may be quoted.
    Quotes {
        /// Of what.
        scope: Scope,
    },
    /// What may be exported of a scope, as files with a manifest.
    Export {
        /// Of what.
        scope: Scope,
        /// In one format only.
        format: Option<Format>,
    },
    /// The registrations of a call.
    Registrations {
        /// The call's row.
        call: i64,
        /// Those of one state alone.
        state: Option<String>,
        /// What is said before them: where the call stands.
        head: Document,
    },
    /// Who registered for a call, and who is missing.
    Coverage {
        /// The call's row.
        call: i64,
    },
    /// What people named as the priorities of a talk, and the agenda that follows.
    Agenda {
        /// The call's row.
        call: i64,
        /// The talk's number.
        talk: i64,
        /// How long it lasts.
        minutes: i64,
    },
    /// How the bot fares.
    Health,
    /// The audit log, of one consultation or of everything.
    Audit,
}

impl Wanted {
    /// The kind of its job.
    pub fn job(&self) -> &'static str {
        match self {
            Wanted::Digest { .. } => "digest",
            Wanted::Published { .. } => "published-digest",
            Wanted::Quotes { .. } => "quotes",
            Wanted::Export { .. } => "export",
            Wanted::Registrations { .. } => "registrations",
            Wanted::Coverage { .. } => "coverage",
            Wanted::Agenda { .. } => "agenda",
            Wanted::Health => "health",
            Wanted::Audit => "audit",
        }
    }
}

/// What a job needs that posts a room's digest by itself. It queues the next one when it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheduled {
    /// The room's row.
    pub room: i64,
    /// When. Where the room's log names another time by then, the job is out of date.
    pub weekly: Weekly,
}

impl Order {
    /// An order whose answer goes to the person alone.
    pub fn private(desk: &Desk<'_>, wanted: Wanted) -> Order {
        Order {
            wanted,
            language: desk.language(),
            timezone: desk.timezone(),
            platform: desk.platform(),
            to: desk.in_private(),
            reply_to: desk.event.answered().filter(|_| desk.event.direct),
        }
    }

    /// The same order answered to everyone in the room where it was typed.
    pub fn in_the_room(self, desk: &Desk<'_>) -> Order {
        Order { to: desk.event.here(), reply_to: desk.event.answered(), ..self }
    }

    /// Leaves it to a job.
    pub fn queue(self, desk: &mut Desk<'_>) -> Done {
        let now = desk.snap.now;
        desk.snap.answered |= matches!(self.to, To::Answer { .. });
        desk.snap.queue_job(self.wanted.job(), None, &self, now)?;
        Ok(())
    }
}
