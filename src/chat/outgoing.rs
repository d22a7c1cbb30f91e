//! What the bot says and does on a platform: the one list of what a platform can be asked.

use super::Document;
use super::event::{Event, Handle};
use crate::model::{Platform, Time};
use serde::{Deserialize, Serialize};
use std::future::Future;
use std::pin::Pin;

/// Something to be said or done. Decided together with what caused it and kept in the outbox until
/// it is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outgoing {
    /// Where.
    pub to: To,
    /// What.
    pub action: Action,
}

/// The acknowledgement of a contribution, in private. It waits as what it is about, and its words
/// are found when it is sent: to read a message and word the answer takes longer than to note it,
/// and what was taken back meanwhile is told of no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// The contribution.
    pub contribution: i64,
    /// Whether its author is to be told how to take it back.
    pub first: bool,
    /// The code of the language in which to tell.
    pub language: String,
    /// Whom.
    pub to: To,
    /// The message that it answers, where that was private too.
    pub reply_to: Option<String>,
}

/// The request for leave to quote a passage, in private. It waits without its words too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The contribution.
    pub contribution: i64,
    /// The passage's number.
    pub passage: i64,
    /// Whom.
    pub to: To,
}

/// What a row of the outbox holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Queued {
    /// What to say or do.
    Said(Outgoing),
    /// What to find words for.
    Noted(Noted),
    /// The same, of a request.
    Asked(Asked),
}

impl Queued {
    /// Where.
    pub fn to(&mut self) -> &mut To {
        match self {
            Queued::Said(said) => &mut said.to,
            Queued::Noted(noted) => &mut noted.to,
            Queued::Asked(asked) => &mut asked.to,
        }
    }
}

/// Where something is said or done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum To {
    /// In a room, by the platform's address.
    Room(String),
    /// In private with a person, by the platform's address of the account. Where private messages
    /// are blocked, `instead` (a room's address) gets one line that names nobody.
    Person {
        /// The account.
        account: String,
        /// The room in which the person wrote.
        instead: Option<String>,
    },
    /// As the answer to what a person did by the platform's own means. Where that can no longer be
    /// answered so, in private with the person; for an answer that all may see, in the room.
    Answer {
        /// By what it is answered.
        handle: Handle,
        /// The account.
        account: String,
        /// The room in which it was done, where it was in one.
        room: Option<String>,
    },
}

impl To {
    /// Where it is said when there is no answering any more.
    pub fn otherwise(&self) -> To {
        match self {
            To::Answer { handle, room: Some(room), .. } if !handle.private => To::Room(room.clone()),
            To::Answer { account, room, .. } => To::Person { account: account.clone(), instead: room.clone() },
            to => to.clone(),
        }
    }
}

/// What a platform can be asked to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Action {
    /// Say something.
    Post {
        /// What.
        document: Document,
        /// The message that it answers, by the platform's identifier.
        reply_to: Option<String>,
        /// Whether it is pinned.
        pin: bool,
        /// Text files that come with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        files: Vec<Attachment>,
    },
    /// Put something else in the place of a post, where the platform leaves nothing of what stood there
    /// ([`Platform::edits_in_place`]).
    Amend {
        /// The post, by the platform's identifier.
        target: String,
        /// What it says from now on.
        document: Document,
        /// The text files that come with it from now on, in the place of all before.
        files: Vec<Attachment>,
    },
    /// Take back something that was posted, with every replacement of it.
    Redact {
        /// The event, by the platform's identifier.
        target: String,
    },
    /// Put a mark on a message.
    React {
        /// The message.
        target: String,
        /// One emoji.
        mark: String,
    },
    /// Read a room's history and hand it over as `Body::Found`.
    ReadHistory(HistoryQuery),
    /// Find out what the bot may do in the room and who can read it, and hand it over as
    /// `Body::Facts`.
    Probe,
    /// Enter a room to which the bot was invited, or which goes on from one in which it is.
    Enter,
    /// Leave a room, or decline an invitation to it.
    Leave,
    /// Make a room, and hand over as `Body::Moved` where it is. It goes to the key by which the room is known
    /// until then.
    Make(NewRoom),
    /// Ask someone into a room that the bot made.
    Invite {
        /// The account.
        account: String,
    },
    /// Make a space what it is to be: it and its parts are made where they are not there, rooms are
    /// put in and taken out. What people put there themselves stays. It goes to the space as to a
    /// room, by its key.
    Arrange {
        /// The space, whole.
        space: Space,
        /// The account that is asked in when it is made, and may do there what the bot may.
        owner: Option<String>,
    },
}

/// A room that the bot makes. Whoever is in the room beside which it is made may enter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRoom {
    /// Its short name, without blanks.
    pub name: String,
    /// What people see of it.
    pub title: String,
    /// The room beside which it is made, by the platform's address.
    pub beside: String,
    /// The account that is asked in when it is made, and runs it.
    pub owner: String,
}

/// Rooms that belong together and are shown so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Space {
    /// What it is found by: the same each time, and not to be guessed.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The rooms in it, by the platform's addresses.
    pub rooms: Vec<String>,
    /// The spaces in it.
    pub parts: Vec<Space>,
}

/// Why a room's history is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// To offer its author to include what they had just written when they agreed, in this
    /// consultation.
    Offer(i64),
    /// To include what its author asked for, in this consultation.
    Include(i64),
    /// To read a message whose edit came before it: judged by when it was written.
    Reread,
}

/// A text file that the bot hands over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub text: String,
}

impl Action {
    /// Says something, without more.
    pub fn say(document: Document) -> Action {
        Action::Post { document, reply_to: None, pin: false, files: Vec::new() }
    }
}

/// What to look for in a room's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryQuery {
    /// Why.
    pub purpose: Purpose,
    /// Messages of this account alone.
    pub author: String,
    /// This message alone, by the platform's identifier.
    pub event: Option<String>,
    /// Not before this moment.
    pub since: Time,
    /// Not after this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// The newest so many.
    pub limit: usize,
    /// By what the person is answered who asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handle: Option<Handle>,
}

impl HistoryQuery {
    /// Whether it asks for what is of this moment.
    pub fn reaches(&self, moment: Time) -> bool {
        self.since <= moment && self.until.is_none_or(|until| moment <= until)
    }
}

/// What came of sending.
#[derive(Debug, Clone, PartialEq)]
pub struct Delivered {
    /// What the platform calls the new event, if it made one.
    pub event: Option<String>,
    /// What was asked for: history, facts. Handed to intake.
    pub heard: Vec<Event>,
}

/// Why something was not done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The platform is away, slow or says to wait: try again after so many milliseconds.
    #[error("not now: {reason}")]
    Later {
        /// Milliseconds.
        after: i64,
        /// Without content.
        reason: String,
    },
    /// The person takes no private messages.
    #[error("private messages are blocked")]
    Blocked,
    /// It can never be done: no permission, the room is gone.
    #[error("not possible: {reason}")]
    Never {
        /// Without content.
        reason: String,
    },
}

/// A future that a platform gives.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<Delivered, SendError>> + Send + 'a>>;

/// The port: what every adapter offers to the outbox.
pub trait PlatformPort: Send + Sync {
    /// Which platform it is.
    fn platform(&self) -> Platform;

    /// Whether things may be said in several places at the same time. Where not, they are said one
    /// after another, as they were decided.
    fn side_by_side(&self) -> bool;

    /// How much one post holds, in the platform's own measure.
    fn post_limit(&self) -> usize;

    /// How much a document takes of it.
    fn size_of(&self, document: &Document) -> usize;

    /// Does it. `mark` is the outbox row's identifier: the same for every try, so that a platform
    /// that knows it does nothing twice. `tried_before` says when it was first tried, if it was: an
    /// adapter then looks for the mark first where the platform may have forgotten it.
    fn send<'a>(&'a self, mark: i64, outgoing: &'a Outgoing, tried_before: Option<Time>) -> Sending<'a>;
}
