//! What the exports of chats have in common: a JSON object with a list of messages, of which each
//! becomes what the bot would have heard.

use super::{FormatError, Reason, Refused, without_mark};
use crate::chat::Event;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What the export of a chat holds.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// What was written, changed and deleted, oldest first.
    pub events: Vec<Event>,
    /// Messages that cannot be taken, in the order of the file.
    pub refused: Vec<Refused>,
    /// How many messages hold no text: pictures, polls, places.
    pub wordless: usize,
    /// How many messages speak to a program: commands of whatever bot.
    pub to_programs: usize,
    /// The files that stand beside messages, by their names: none of them is fetched.
    pub files: BTreeSet<String>,
}

/// A walk through the file value by value, so that each is named by its line and broken JSON keeps
/// what stood before it.
pub(super) struct Walk<'f> {
    bytes: &'f [u8],
    at: usize,
    /// Up to where the lines are counted, and the line there.
    counted: usize,
    line: usize,
}

impl<'f> Walk<'f> {
    /// A walk through these bytes.
    pub(super) fn of(bytes: &'f [u8]) -> Result<Walk<'f>, FormatError> {
        Ok(Walk { bytes: without_mark(bytes)?, at: 0, counted: 0, line: 1 })
    }

    /// Goes behind the bracket of the list of messages, if there is one. Gives what stands before it.
    pub(super) fn reach_messages(&mut self) -> Option<Map<String, Value>> {
        let mut before = Map::new();
        self.blank();
        if !self.take(b'{') {
            return None;
        }
        loop {
            self.blank();
            let key = self.value::<String>().ok()?;
            self.blank();
            if !self.take(b':') {
                return None;
            }
            self.blank();
            if key == "messages" {
                return self.take(b'[').then_some(before);
            }
            before.insert(key, self.value().ok()?);
            self.blank();
            if !self.take(b',') {
                return None;
            }
        }
    }

    /// Hands over each message of the list; one that is refused does not keep the next.
    pub(super) fn messages(
        &mut self,
        history: &mut History,
        mut message: impl FnMut(&Value, &mut History) -> Result<(), Reason>,
    ) {
        loop {
            self.blank();
            let line = self.line();
            if self.take(b']') {
                return;
            }
            let taken = match self.value::<Value>() {
                Ok(value) => message(&value, history),
                // What comes after broken JSON cannot be told apart.
                Err(column) => Err(Reason::NotJson(column)),
            };
            let broken = matches!(taken, Err(Reason::NotJson(_)));
            history.refused.extend(taken.err().map(|reason| Refused { line, reason }));
            if broken {
                return;
            }
            self.blank();
            if !self.take(b',') && self.rest().first() != Some(&b']') {
                let line = self.line();
                history.refused.push(Refused { line, reason: Reason::CutOff });
                return;
            }
        }
    }

    fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn blank(&mut self) {
        self.at += self.rest().iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    }

    fn take(&mut self, sign: u8) -> bool {
        let there = self.rest().first() == Some(&sign);
        self.at += usize::from(there);
        there
    }

    /// The value that stands here, or the column in which it breaks off.
    fn value<T: DeserializeOwned>(&mut self) -> Result<T, usize> {
        let mut values = serde_json::Deserializer::from_slice(self.rest()).into_iter::<T>();
        match values.next() {
            Some(Ok(value)) => {
                self.at += values.byte_offset();
                Ok(value)
            }
            Some(Err(error)) => Err(error.column()),
            None => Err(0),
        }
    }

    /// The line that it has come to, from 1.
    fn line(&mut self) -> usize {
        let passed = self.bytes.get(self.counted..self.at).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.counted = self.at;
        self.line
    }
}
