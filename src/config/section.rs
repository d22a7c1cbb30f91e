//! Reading one table of a configuration key by key, so that every mistake is named by file, key
//! and remedy, and a key that nobody asked for is an error.

use serde::de::DeserializeOwned;
use std::fmt::Display;
use std::path::Path;

/// What is wrong with a configuration, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {}{problem}. {remedy}", if key.is_empty() { String::new() } else { format!("{key}: ") })]
pub struct ConfigError {
    /// The file.
    pub file: String,
    /// The key, with its section: `bot.prefix`; empty where the file itself is meant.
    pub key: String,
    /// What is wrong with it.
    pub problem: String,
    /// What to write instead.
    pub remedy: String,
}

/// A table of the configuration, with the keys that were asked for so far.
pub(super) struct Section {
    file: String,
    name: String,
    table: toml::Table,
    asked: Vec<&'static str>,
}

impl Section {
    /// The whole of a file.
    pub(super) fn parse(file: &Path, text: &str) -> Result<Section, ConfigError> {
        let file = file.display().to_string();
        match text.parse::<toml::Table>() {
            Ok(table) => Ok(Section { file, name: String::new(), table, asked: Vec::new() }),
            Err(e) => {
                let line = e.span().map(|span| text.bytes().take(span.start).filter(|b| *b == b'\n').count() + 1);
                Err(ConfigError {
                    file,
                    key: line.map(|line| format!("line {line}")).unwrap_or_default(),
                    // The first line alone: the others may quote a secret.
                    problem: e.message().lines().next().unwrap_or_default().trim_end_matches('.').to_owned(),
                    remedy: "Write it as TOML: [section], then key = \"value\" line by line".into(),
                })
            }
        }
    }

    /// The table of this name, empty where it is missing.
    pub(super) fn section(&mut self, key: &'static str) -> Result<Section, ConfigError> {
        let empty = self.child(key, toml::Table::new());
        Ok(self.optional_section(key)?.unwrap_or(empty))
    }

    /// The table of this name, if it is written.
    pub(super) fn optional_section(&mut self, key: &'static str) -> Result<Option<Section>, ConfigError> {
        let table: Option<toml::Table> = self.optional(key)?;
        Ok(table.map(|table| self.child(key, table)))
    }

    /// The tables of this name: `[[name]]`.
    pub(super) fn sections(&mut self, key: &'static str) -> Result<Vec<Section>, ConfigError> {
        let tables: Vec<toml::Table> = self.optional(key)?.unwrap_or_default();
        Ok(tables.into_iter().map(|table| self.child(key, table)).collect())
    }

    fn child(&self, key: &str, table: toml::Table) -> Section {
        Section { file: self.file.clone(), name: self.path(key), table, asked: Vec::new() }
    }

    /// The value of a key, if it is written.
    pub(super) fn optional<T: DeserializeOwned>(&mut self, key: &'static str) -> Result<Option<T>, ConfigError> {
        self.asked.push(key);
        let Some(value) = self.table.remove(key) else { return Ok(None) };
        let read = value.try_into().map(Some);
        read.map_err(|e: toml::de::Error| {
            let problem = e.message().lines().next().unwrap_or_default().to_owned();
            self.error(key, problem, "Write a value of the kind that the documentation shows")
        })
    }

    /// The value of a key that must be written.
    pub(super) fn required<T: DeserializeOwned>(&mut self, key: &'static str) -> Result<T, ConfigError> {
        let missing = self.error(key, "it is missing", format!("Add {key} = …"));
        self.optional(key)?.ok_or(missing)
    }

    /// A mistake in the value of a key.
    pub(super) fn error(&self, key: &str, problem: impl Display, remedy: impl Display) -> ConfigError {
        ConfigError {
            file: self.file.clone(),
            key: self.path(key),
            problem: problem.to_string(),
            remedy: remedy.to_string(),
        }
    }

    /// Refuses keys that nobody asked for.
    pub(super) fn finish(self) -> Result<(), ConfigError> {
        let Some(unknown) = self.table.keys().next() else { return Ok(()) };
        let remedy = match nearest(unknown, self.asked.iter().copied()) {
            Some(right) => format!("Did you mean {right}?"),
            None => format!("Take it out; known here are: {}", self.asked.join(", ")),
        };
        Err(self.error(unknown, "I know no such key", remedy))
    }

    fn path(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }
}

/// The nearest of some words, if one is near enough to be meant.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let distances = known.into_iter().map(|right| (distance(word, right), right));
    distances.filter(|(far, right)| *far <= 1 + right.chars().count().div_ceil(4).min(2)).min().map(|(_, right)| right)
}

/// How many letters have to be added, dropped or changed (Levenshtein 1966).
fn distance(left: &str, right: &str) -> usize {
    let mut row: Vec<usize> = (0..=right.chars().count()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = i;
        let mut before = i + 1;
        if let Some(first) = row.first_mut() {
            *first = before;
        }
        for (cell, b) in row.iter_mut().skip(1).zip(right.chars()) {
            let cost = (diagonal + usize::from(a != b)).min(before + 1).min(*cell + 1);
            diagonal = std::mem::replace(cell, cost);
            before = cost;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_one_that_could_be_meant() {
        let known = ["prefix", "name", "safe_mode"];
        for (typed, meant) in [
            ("prefx", Some("prefix")),
            ("safemode", Some("safe_mode")),
            ("nmae", Some("name")),
            ("Name", Some("name")),
            ("colour", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
    }
}
