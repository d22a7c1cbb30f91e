//! A command as data: parsers, help, the handbook and slash commands all come from it.

use crate::i18n::Speaker;
use crate::model::{Language, Role};

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
    /// The list that it stands in where commands are chosen from lists: `gcm` for everyone, `gcm-talks`
    /// for taking part in calls and talks, `gcm-office` for who runs rooms and reports.
    pub list: &'static str,
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

    /// Its name where commands are chosen from a list, in the word of a language: `my-data`. No
    /// platform has such a list in Arabic: there it is the English name.
    pub fn listed(&self, voice: Speaker) -> String {
        let word = Some(voice).filter(|voice| voice.language() != Language::Ar).and_then(|v| v.word(&self.words_key()));
        let name = |word: &str| word.replace(' ', "-");
        word.map(|word| name(&word)).filter(|name| is_listed(name)).unwrap_or_else(|| name(self.name))
    }

    /// Whether it takes a text and nothing else: what a form is for.
    pub fn is_one_text(&self) -> bool {
        matches!(self.params, [Param { kind: ParamKind::Text, required: true, .. }])
    }

    /// The locale's key of its one line of help.
    pub fn help_key(&self) -> String {
        format!("help-{}", self.name.replace(' ', "-"))
    }
}

/// Whether a word can stand in a list of commands: letters, digits and `-`, `_` or `'`, at most 32.
pub fn is_listed(word: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'');
    (1..=32).contains(&word.chars().count()) && word.chars().all(fits) && word.to_lowercase() == word
}

/// What may be meant where someone is typing what a command takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// How it is shown.
    pub shown: String,
    /// What is typed for it.
    pub value: String,
}
