//! A command as data: parsers, help, the handbook and slash commands all come from it.

use crate::model::Role;

/// A command.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CommandSpec {
    /// Its name, one or two English words: `room bind`. The words of the other languages stand in
    /// the locale under [`CommandSpec::words_key`], the help under [`CommandSpec::help_key`].
    pub name: &'static str,
    /// What it takes, in the order in which it is typed.
    pub params: &'static [Param],
    /// Who may use it.
    pub access: Access,
    /// Where its answer goes.
    pub answer: Answer,
}

/// What a command takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Param {
    /// Its name, as help shows it: `receipt`.
    pub name: &'static str,
    /// What it is.
    pub kind: ParamKind,
    /// Whether the command needs it.
    pub required: bool,
}

/// What a parameter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamKind {
    /// The rest of the line, and the lines after it.
    Text,
    /// One word, or several in quotation marks.
    Word,
    /// A contribution's receipt.
    Receipt,
    /// A passage: `AF-0042.1`.
    Passage,
    /// A room's name.
    Room,
    /// An objective, by number or word.
    Objective,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A language by code or name.
    Language,
    /// A moment: `13 Sep 18:00`.
    Moment,
    /// Options such as `objective 6`, `since 2 Sep`, `language fr`, in any order.
    Options,
}

/// Who may use a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everyone, taking part or not.
    Anyone,
    /// People who take part.
    Participant,
    /// Who holds one of these roles for the room's consultation.
    Roles(&'static [Role]),
    /// Everyone for a narrow form of it, who holds one of these roles for the whole of it; the
    /// executor says which.
    AnyoneOr(&'static [Role]),
}

impl Access {
    /// The roles that it names.
    pub fn roles(self) -> &'static [Role] {
        match self {
            Access::Roles(roles) | Access::AnyoneOr(roles) => roles,
            Access::Anyone | Access::Participant => &[],
        }
    }
}

/// Where a command's answer goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// To the person alone.
    Private,
    /// Where the command was typed.
    Here,
}

impl CommandSpec {
    /// The locale's key of the command's words.
    pub fn words_key(&self) -> String {
        format!("command-{}", self.name.replace(' ', "-"))
    }

    /// The locale's key of its one line of help.
    pub fn help_key(&self) -> String {
        format!("help-{}", self.name.replace(' ', "-"))
    }
}
