//! Every passage that may leave the house in its author's words, whether or not a digest quotes it.

use super::attribution::{Crowd, Shown};
use super::gather::Gathered;
use super::reading::{self, Quoting};
use crate::model::{Kind, Time};
use std::collections::HashSet;

/// A passage that its author allows to be quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotable {
    /// The contribution's receipt: `AF-0042`.
    pub receipt: String,
    /// The passage: `AF-0042.1`.
    pub passage: String,
    /// The room's short name, where five people or more fit what is shown with it.
    pub room: Option<String>,
    /// When it was written.
    pub at: Time,
    /// The tag of its language.
    pub language: String,
    /// 1 to 23, or none.
    pub objective: Option<u8>,
    /// What it does.
    pub kind: Kind,
    /// The words.
    pub text: String,
    /// Whose words, as far as consent and small numbers allow.
    pub shown: Shown,
}

/// What may be quoted of a scope, and how much there is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// The consultation's short name.
    pub consultation: String,
    /// The consultation's time zone.
    pub timezone: String,
    /// The scope's room, by its short name.
    pub room: Option<String>,
    /// How many people wrote in it.
    pub people: usize,
    /// How many contributions are in it.
    pub contributions: usize,
    /// How many passages are in it.
    pub passages: usize,
    /// Those that may be quoted, in the order of content.
    pub quotable: Vec<Quotable>,
}

/// What may be quoted of what was gathered.
pub fn quotable(gathered: &Gathered) -> Allowed {
    let items = reading::passages(gathered);
    let name = |room: Option<i64>| room.and_then(|id| gathered.rooms.get(&id)).map(|room| room.name.clone());
    let crowd = Crowd::of(&items, |item| item.room);
    let quotable = items.iter().filter(|item| item.quoting == Quoting::Yes).map(|item| {
        let (shown, room) = crowd.shown(item);
        Quotable {
            receipt: item.input.receipt.clone(),
            passage: item.id(),
            room: room.map(str::to_owned),
            at: item.input.at,
            language: item.language.clone(),
            objective: item.objective,
            kind: item.kind,
            text: item.text.to_owned(),
            shown,
        }
    });
    Allowed {
        consultation: gathered.slug.clone(),
        timezone: gathered.settings.timezone.clone(),
        room: name(gathered.scope.room),
        people: gathered.inputs.iter().map(|input| input.participant).collect::<HashSet<_>>().len(),
        contributions: gathered.inputs.len(),
        passages: items.len(),
        quotable: quotable.collect(),
    }
}
