//! Calls: from when until when something can be answered, by whom, and how many places there are.

use crate::model::{Role, Time};
use crate::store::{Call, Snapshot};
use serde::{Deserialize, Serialize};

/// The form, and the kind of call, by which people register.
pub const REGISTRATION: &str = "registration";
/// The form of a written submission: what is handed in becomes a contribution.
pub const SUBMISSION: &str = "submission";

/// For how many hours a place is kept for whoever comes off the waiting list, where nothing is said.
const HOURS: i64 = 48;

/// For whom something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Everyone of 18 or over.
    #[default]
    Open,
    /// People from 18 to 30.
    Youth,
    /// Member States: who holds the office of an observer.
    States,
    /// Whom the organisers take in, one by one.
    Invitation,
}

impl Audience {
    /// Every audience.
    pub const ALL: [Audience; 4] = [Audience::Open, Audience::Youth, Audience::States, Audience::Invitation];

    /// The word in commands.
    pub fn word(self) -> &'static str {
        match self {
            Audience::Open => "everyone",
            Audience::Youth => "youth",
            Audience::States => "states",
            Audience::Invitation => "invitation",
        }
    }
}

/// What is set for a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CallSettings {
    /// How many places there are in the room: no limit where it is empty, none at all where it is 0.
    pub room: Option<i64>,
    /// The same online.
    pub online: Option<i64>,
    /// For whom it is.
    pub audience: Audience,
    /// For how many hours a place is kept for whoever comes off the waiting list.
    pub hours: i64,
    /// Who decides on what is handed in, where that was said.
    pub decides: Option<Role>,
    /// By when, where that was said.
    pub decision: Option<Time>,
}

impl Default for CallSettings {
    fn default() -> Self {
        CallSettings {
            room: None,
            online: None,
            audience: Audience::default(),
            hours: HOURS,
            decides: None,
            decision: None,
        }
    }
}

impl CallSettings {
    /// The ways to be there that are offered.
    pub fn modes(&self) -> Vec<&'static str> {
        [("room", self.room), ("online", self.online)]
            .into_iter()
            .filter(|(_, places)| *places != Some(0))
            .map(|(mode, _)| mode)
            .collect()
    }

    /// How many places there are of a mode; no limit, where it is empty.
    pub fn places(&self, mode: &str) -> Option<i64> {
        if mode == "online" { self.online } else { self.room }
    }
}

/// What is set for a call.
pub fn call_settings(call: &Call) -> CallSettings {
    serde_json::from_str(&call.settings).unwrap_or_default()
}

/// Whether a call can be answered at a moment.
pub fn is_open(call: &Call, at: Time) -> bool {
    call.state == "open" && call.opens <= at && call.closes.is_none_or(|closes| closes > at)
}

/// Whether a call opens at a later moment.
pub fn is_coming(call: &Call, at: Time) -> bool {
    call.state == "open" && call.opens > at
}

/// The command by which a call of a kind is answered.
pub fn command_for(kind: &str) -> String {
    match kind {
        REGISTRATION => "register".into(),
        SUBMISSION => "submit".into(),
        "speaking" => "speak".into(),
        "proposal" => "propose".into(),
        "travel" => "apply".into(),
        kind => format!("answer {kind}"),
    }
}

/// The last call of a kind for a consultation or talk, open or not.
pub fn call_of<'s>(snapshot: &'s Snapshot, subject: i64, kind: &str) -> Option<&'s Call> {
    snapshot.rows.calls.iter().rfind(|call| call.subject_id == subject && call.kind == kind)
}

/// The call of a kind that can be answered now.
pub fn open_call<'s>(snapshot: &'s Snapshot, subject: i64, kind: &str) -> Option<&'s Call> {
    call_of(snapshot, subject, kind).filter(|call| is_open(call, snapshot.now))
}

/// Opens a call, or opens the last one again: who answered it before stays as they are. Gives its row.
pub fn open(
    snapshot: &mut Snapshot,
    (consultation_id, subject_id): (i64, i64),
    kind: &str,
    closes: Option<Time>,
    settings: &CallSettings,
) -> i64 {
    // A struct of plain values always has a JSON form.
    let settings = serde_json::to_string(settings).unwrap_or_default();
    let (known, opens) = (call_of(snapshot, subject_id, kind).map(|call| call.id), snapshot.now);
    if let Some(row) = known.and_then(|id| snapshot.rows.calls.edit(id)) {
        (row.state, row.opens, row.closes, row.settings) = ("open".into(), opens, closes, settings);
        return row.id;
    }
    let id = snapshot.id();
    snapshot.rows.calls.insert(Call {
        id,
        rev: 1,
        consultation_id,
        subject_id,
        kind: kind.into(),
        state: "open".into(),
        opens,
        closes,
        settings,
        in_room: 0,
        in_room_waiting: 0,
        online: 0,
        online_waiting: 0,
        numbers: 0,
    });
    id
}

/// Sets until when a call can be answered; where that is over, it is closed.
pub fn extend(snapshot: &mut Snapshot, call: i64, closes: Option<Time>) {
    let now = snapshot.now;
    if let Some(row) = snapshot.rows.calls.edit(call) {
        row.state = if closes.is_some_and(|at| at <= now) { "closed" } else { "open" }.into();
        row.closes = closes;
    }
}
