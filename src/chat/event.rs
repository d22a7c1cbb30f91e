//! What adapters hear.

use super::{HistoryQuery, To};
use crate::model::{Platform, Time};
use serde::{Deserialize, Serialize};

/// Something that happened on a platform, in the same words for all of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The platform.
    pub platform: Platform,
    /// What the platform calls the room, or the direct conversation.
    pub room: String,
    /// Whether the room is one person's direct conversation with the bot.
    pub direct: bool,
    /// What the platform calls the event; unique in the room.
    pub id: String,
    /// Who did it.
    pub author: Author,
    /// When the platform took it.
    pub at: Time,
    /// How the bot came to hear of it.
    pub origin: Origin,
    /// What happened.
    pub body: Body,
    /// By what it is answered, where its platform wants an answer of its own kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handle: Option<Handle>,
}

impl Event {
    /// The message that an answer refers to; none, where what was done is no message.
    pub fn answered(&self) -> Option<String> {
        self.handle.is_none().then(|| self.id.clone())
    }

    /// Where its author is answered in private.
    pub fn in_private(&self) -> To {
        self.handled(true).unwrap_or_else(|| To::Person { account: self.author.id.clone(), instead: self.in_room() })
    }

    /// Where its author is answered where it happened. What only they can see anyway is said there too.
    pub fn here(&self) -> To {
        let private = self.handle.as_ref().is_some_and(|handle| handle.private);
        self.handled(private).or_else(|| self.in_room().map(To::Room)).unwrap_or_else(|| self.in_private())
    }

    fn in_room(&self) -> Option<String> {
        (!self.direct).then(|| self.room.clone())
    }

    fn handled(&self, private: bool) -> Option<To> {
        let handle = self.handle.clone().filter(|handle| handle.private == private)?;
        Some(To::Answer { handle, account: self.author.id.clone(), room: self.in_room() })
    }
}

/// By what something is answered that a person did by the platform's own means: a slash command, a
/// button, a form.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handle {
    /// The platform's token: whoever has it can answer in the bot's name.
    pub token: String,
    /// Whether the answer is seen by that person alone.
    pub private: bool,
    /// Until when it can be answered so.
    pub until: Time,
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handle").field("private", &self.private).field("until", &self.until).finish_non_exhaustive()
    }
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// What the platform calls the person: stable and unique on the platform.
    pub id: String,
    /// The name that others see.
    pub name: String,
    /// Whether it is a program, or a notice of one. Programs are never answered nor recorded.
    pub bot: bool,
    /// What the platform says that the person is there, by its identifiers: Discord's roles. An office
    /// may be held by all who are so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
}

impl Author {
    /// Someone of this account.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Author {
        Author { id: id.into(), name: name.into(), bot: false, groups: Vec::new() }
    }
}

/// How the bot came to hear of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// As it happened.
    Live,
    /// Read in the platform's history: contributions are taken, and effects that are younger than
    /// seven days.
    History,
    /// Read again because its author asked that it be included.
    Asked,
    /// From a file.
    Import,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Body {
    /// Someone wrote something.
    Message(Message),
    /// Someone changed what they wrote.
    Edit {
        /// The message that was changed.
        target: String,
        /// The platform's mark of this version: different for every edit.
        version: String,
        /// The whole new text.
        text: String,
        /// Whether it is said to the bot now, as [`Message::mention`].
        #[serde(default)]
        mention: bool,
    },
    /// What a message says was changed, and the platform keeps from the bot to what.
    Changed {
        /// The message.
        target: String,
        /// What tells this change from others of it.
        version: String,
    },
    /// A message was deleted, by its author or a moderator of the platform.
    Deletion {
        /// The message.
        target: String,
    },
    /// Someone put a mark on a message.
    Reaction {
        /// The message.
        target: String,
        /// The mark: one emoji.
        mark: String,
        /// Whether it is their own message.
        own: bool,
    },
    /// Someone invoked a command by what the platform offers for it (a slash command, a button).
    Invocation {
        /// The command as it would be typed, without prefix.
        line: String,
    },
    /// Someone answered a question of the bot by what the platform offers for it: a button, a form.
    Answer {
        /// The question: [`Document::asks`](super::Document::asks) of what was said.
        of: i64,
        /// The answer as it would be typed.
        text: String,
    },
    /// Someone hands in a message that they wrote before, by what the platform offers for it.
    Handed {
        /// The message.
        message: Box<Event>,
    },
    /// Someone entered or left the room.
    Membership {
        /// Whether they are in it now.
        present: bool,
    },
    /// What the adapter learned of the room.
    Facts(RoomFacts),
    /// Someone asks the bot into a room in which it is not.
    Invitation {
        /// Whether it is for a conversation of the two alone.
        direct: bool,
    },
    /// A message that the bot cannot read yet: its key may come later, and then the message does.
    Unreadable,
    /// The room goes on at another address.
    Moved {
        /// The new address.
        to: String,
    },
    /// What was found in the room's history for a request.
    Found {
        /// What was looked for, and why.
        query: HistoryQuery,
        /// The messages, oldest first.
        messages: Vec<Event>,
    },
}

/// A message.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Message {
    /// Its text, cleaned by the adapter with [`crate::chat::sanitise::clean`].
    pub text: String,
    /// The message that it replies to, or the root of the thread that it stands in.
    pub reply_to: Option<Target>,
    /// Whether it mentions the bot.
    pub mention: bool,
    /// The files that came with it.
    pub files: Vec<File>,
    /// Whom it names, in this order: as they stand in the text, and as the platform addresses them. Nothing
    /// that waits keeps it.
    #[serde(skip)]
    pub named: Vec<(String, String)>,
}

impl Message {
    /// A part of the text in which those whom it names stand as the platform addresses them: a name may be
    /// anybody's.
    pub fn with_accounts(&self, part: &str) -> String {
        let is_part_of_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (mut done, mut rest) = (String::with_capacity(part.len()), part);
        for (name, account) in &self.named {
            let whole = rest.match_indices(name.as_str()).map(|(at, _)| (&rest[..at], &rest[at + name.len()..]));
            let mut whole = whole.filter(|(before, after)| {
                !(is_part_of_word(before.chars().next_back()) || is_part_of_word(after.chars().next()))
            });
            if let Some((before, after)) = whole.next() {
                done.push_str(before);
                done.push_str(account);
                rest = after;
            }
        }
        done + rest
    }

    /// A text of this message, and after it what the files that came with it say.
    pub fn with_files(&self, text: &str) -> String {
        let files = self.files.iter().filter_map(|file| file.text.as_deref().ok());
        let parts: Vec<&str> =
            std::iter::once(text).chain(files).map(str::trim).filter(|part| !part.is_empty()).collect();
        parts.join("\n\n")
    }

    /// Whether a file of it could not be fetched, so that it is not known what the whole of it says.
    pub fn is_incomplete(&self) -> bool {
        self.files.iter().any(|file| file.text == Err(FileRefusal::Unreachable))
    }

    /// A file that cannot be taken, and why.
    pub fn refused(&self) -> Option<(&str, &FileRefusal)> {
        self.files.iter().find_map(|file| Some((file.name.as_str(), file.text.as_ref().err()?)))
    }
}

/// A message that another refers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// What the platform calls it.
    pub id: String,
    /// Whether the bot wrote it.
    pub by_bot: bool,
}

/// A file that came with a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its text, where it is one that can be taken.
    pub text: Result<String, FileRefusal>,
}

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileRefusal {
    /// Larger than 64 KiB.
    TooLarge,
    /// Not plain text or Markdown in UTF-8.
    NotText,
    /// It could not be fetched.
    Unreachable,
    /// A poll: people's answers to it are no words of theirs.
    Poll,
}

/// What an adapter learned of a room: who can read it, and what the bot may do there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RoomFacts {
    /// Whether messages are encrypted end to end.
    pub encrypted: bool,
    /// Whether other servers hold copies.
    pub federated: bool,
    /// Whether anyone may enter without being invited.
    pub public: bool,
    /// Whether those may who are in certain other rooms or spaces.
    pub restricted: bool,
    /// Whether people without an account may enter.
    pub guests: bool,
    /// Whether what is written is carried to another network.
    pub bridged: bool,
    /// Who may read what was written before they came; unknown, where the platform does not say.
    pub history: Option<History>,
    /// How many members the platform counts, the bot left out.
    pub members: Option<u32>,
    /// Whether the bot may read, write, pin and delete its own posts, in that order; unknown until
    /// it was tried.
    pub may: Option<[bool; 4]>,
    /// Whether the bot can read only what is addressed to it: the platform keeps the rest from it.
    pub mentions_only: bool,
    /// Where the bot may not read: since when it is not known what was said there.
    pub unread: Option<Time>,
}

impl RoomFacts {
    /// Whether others can read than before, or by other ways.
    pub fn reads_otherwise_than(&self, before: &RoomFacts) -> bool {
        let readers = |facts: &RoomFacts| {
            let enter = (facts.public, facts.restricted, facts.guests);
            (facts.encrypted, facts.federated, enter, facts.bridged, facts.history)
        };
        readers(self) != readers(before)
    }
}

/// Who may read what was written before they came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum History {
    /// Nobody: from the moment on at which they entered.
    Joined,
    /// Nobody: from the moment on at which they were invited.
    Invited,
    /// Every member, all of it.
    Shared,
    /// Anyone at all, without entering.
    World,
}

/// Events of one room (or of one account) in the order of the platform, with the mark up to which
/// everything before has been handed over.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// The events.
    pub events: Vec<Event>,
    /// The cursor after them: platform, address, value.
    pub cursor: Option<(Platform, String, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_named_stands_by_their_account_and_every_other_word_as_it_is() {
        let named = |all: &[(&str, &str)]| Message {
            named: all.iter().map(|(name, account)| ((*name).to_owned(), (*account).to_owned())).collect(),
            ..Message::default()
        };
        for (all, part, expected) in [
            (&[("Mona M.", "@m:x")][..], "moderator Mona M. region africa", "moderator @m:x region africa"),
            (&[("mod", "@m:x")], "moderator mod", "moderator @m:x"),
            (&[("@Mona", "<@1>"), ("@Mona", "<@2>")], "@Mona and @Mona", "<@1> and <@2>"),
            (&[("Mona", "@m:x")], "moderator Monas", "moderator Monas"),
            (&[], "moderator Mona", "moderator Mona"),
        ] {
            assert_eq!(named(all).with_accounts(part), expected);
        }
    }
}
