//! What was changed of a consultation for all to see, in its log: what, when and by which office, never by
//! whom.

use crate::model::{Language, Stage, Time};
use crate::store::{LogEntry, Snapshot};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a consultation's log calls a change.
const CHANGE: &str = "change";

/// A change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublicChange {
    /// The consultation was created.
    Created,
    /// It came to a stage.
    Stage(Stage),
    /// Something was set for it: the option's name.
    Set(String),
    /// A call was opened, changed or closed.
    Call {
        /// `opened`, `changed` or `closed`.
        what: String,
        /// Its form.
        kind: String,
        /// Until when it can be answered.
        closes: Option<Time>,
    },
    /// What a form asks was changed.
    Form {
        /// The form.
        kind: String,
        /// The version that it has since.
        version: i64,
    },
    /// A deadline was set, moved or removed.
    Deadline {
        /// `set`, `moved` or `removed`.
        what: String,
        /// The stage that begins with it.
        stage: Option<Stage>,
        /// Its name by language.
        names: BTreeMap<Language, String>,
        /// When it is.
        at: Time,
    },
    /// A talk was planned, moved or cancelled. Its title is not kept here: it may name people.
    Talk {
        /// What was done to it: see [`super::Change::word`].
        what: String,
        /// By which people name it.
        number: i64,
        /// When it is to begin.
        at: Time,
    },
}

/// A change as it is written down.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Noted {
    /// The role's word; empty, where it came by the clock.
    office: String,
    change: PublicChange,
}

/// Writes down that something was changed by an office; by the clock, where none is named.
pub fn note_change(snapshot: &mut Snapshot, consultation: i64, office: &str, change: PublicChange) {
    // Plain values always have a JSON form.
    let value = serde_json::to_string(&Noted { office: office.into(), change }).unwrap_or_default();
    let (id, at) = (snapshot.id(), snapshot.now);
    let field = CHANGE.into();
    snapshot.rows.log.insert(LogEntry { id, rev: 1, subject_id: consultation, field, value, at });
}

/// What was changed of a consultation, newest first: when, by which office, what.
pub fn changes(snapshot: &Snapshot, consultation: i64) -> Vec<(Time, String, PublicChange)> {
    let of_it = snapshot.rows.log.among(&consultation);
    let of_it = of_it.filter(|entry| entry.subject_id == consultation && entry.field == CHANGE);
    let mut all: Vec<(&LogEntry, Noted)> =
        of_it.filter_map(|entry| Some((entry, serde_json::from_str(&entry.value).ok()?))).collect();
    all.sort_by_key(|(entry, _)| std::cmp::Reverse((entry.at, entry.id)));
    all.into_iter().map(|(entry, noted)| (entry.at, noted.office, noted.change)).collect()
}
