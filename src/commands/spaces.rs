//! The space of a consultation: its rooms, by sub-region and theme where there are several.

use super::card::title_of_consultation;
use super::desk::{room_settings, settings_of};
use super::rooms::is_bound;
use crate::args;
use crate::chat::{Action, Event, Outgoing, Space, To};
use crate::i18n::speak;
use crate::model::{Language, Platform};
use crate::seal::hex;
use crate::store::{Consultation, Room, Snapshot, StoreError};
use crate::vocabulary::Vocabulary;
use std::collections::{BTreeMap, BTreeSet};

/// The platform that has spaces.
pub const PLATFORM: Platform = Platform::Matrix;

/// What a part of a space is for: the order is that in which they are made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Subregion(String),
    RoundTable(u8),
}

/// Puts the rooms of a consultation where they belong, if it has a space.
pub fn keep(snap: &mut Snapshot, event: &Event, consultation: i64) -> Result<(), StoreError> {
    let wanted = snap.rows.consultations.get(consultation).is_some_and(|row| settings_of(row).space);
    if wanted { arrange(snap, event, consultation) } else { Ok(()) }
}

/// Puts the rooms of a consultation into its space; takes them out, where it has none any more. By
/// someone on a platform that has spaces, who is asked into one that is made, or about rooms on it.
pub fn arrange(snap: &mut Snapshot, event: &Event, consultation: i64) -> Result<(), StoreError> {
    let Some(consultation) = snap.rows.consultations.get(consultation).cloned() else { return Ok(()) };
    let here = event.platform == PLATFORM;
    let rooms = rooms_of(snap, &consultation);
    if !here && rooms.is_empty() {
        return Ok(());
    }
    let space = space(snap, &consultation, &rooms);
    let owner = here.then(|| event.author.id.clone());
    let to = To::Room(space.key.clone());
    let now = snap.now;
    snap.queue(PLATFORM, &Outgoing { to, action: Action::Arrange { space, owner } }, now)?;
    Ok(())
}

fn rooms_of(snap: &Snapshot, consultation: &Consultation) -> Vec<Room> {
    let of = |room: &&Room| {
        room.consultation_id == consultation.id && room.platform == PLATFORM.word() && is_bound(snap, room.id)
    };
    snap.rows.rooms.iter().filter(of).cloned().collect()
}

/// The space as it is to be. A room for a sub-region and a round table stands in both parts.
fn space(snap: &Snapshot, consultation: &Consultation, rooms: &[Room]) -> Space {
    let settings = settings_of(consultation);
    let language = settings.languages.first().copied().unwrap_or_default();
    let mut by_part: BTreeMap<Part, Vec<String>> = BTreeMap::new();
    let rooms: &[Room] = if settings.space { rooms } else { &[] };
    for room in rooms {
        for part in parts_of(room) {
            by_part.entry(part).or_default().push(room.address.clone());
        }
    }
    // Where there is only one there is nothing to tell apart.
    let subregions = by_part.keys().filter(|part| matches!(part, Part::Subregion(_))).count();
    let themes = by_part.len() - subregions;
    by_part.retain(|part, _| if matches!(part, Part::Subregion(_)) { subregions > 1 } else { themes > 1 });
    let placed: BTreeSet<String> = by_part.values().flatten().cloned().collect();
    let key = |part: &str| {
        let hash = snap.hash("space", &[&consultation.slug, part]);
        format!("{}-{}", consultation.slug, hex(hash.get(..8).unwrap_or(&hash)))
    };
    let parts = by_part.into_iter().map(|(part, rooms)| {
        let (word, name) = called(&part, language);
        Space { key: key(&word), name, rooms, parts: Vec::new() }
    });
    Space {
        key: key(""),
        name: title_of_consultation(consultation, language),
        rooms: rooms.iter().map(|room| room.address.clone()).filter(|room| !placed.contains(room)).collect(),
        parts: parts.collect(),
    }
}

fn parts_of(room: &Room) -> Vec<Part> {
    let settings = room_settings(room);
    let of_objective = || Some(Vocabulary::current().objective(settings.objective?)?.round_table);
    let theme = settings.round_table.or_else(of_objective).map(Part::RoundTable);
    settings.subregion.map(Part::Subregion).into_iter().chain(theme).collect()
}

/// A part's word, which stays, and its name.
fn called(part: &Part, language: Language) -> (String, String) {
    match part {
        Part::Subregion(id) => {
            let label = Vocabulary::current().subregion(id).map(|(_, found)| found.label(language.code()).to_owned());
            (format!("subregion {id}"), label.unwrap_or_else(|| id.clone()))
        }
        Part::RoundTable(number) => {
            let name = speak(language).say("room-round-table", &args![("number", u32::from(*number))]);
            (format!("round table {number}"), name)
        }
    }
}
