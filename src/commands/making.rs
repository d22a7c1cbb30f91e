//! Rooms that the bot makes: asked for by a line, part of the consultation once they are there.

use super::Failure;
use super::card::language_of;
use super::desk::{Desk, settings_of};
use super::registering::number;
use super::rooms::{ROOM_OPTIONS, apply, by_its_name, name_of, new_row, not_taken};
use super::scope::take_apart;
use crate::args;
use crate::chat::{Action, Document, NewRoom, Outgoing, To};
use crate::i18n::speak;
use crate::model::{Platform, RoomSettings, Time};
use crate::participation::PlannedRoom;
use crate::record;
use crate::seal::hex;
use crate::store::{Snapshot, StoreError};

/// So many rooms are made at once.
const MOST_MADE: i64 = 12;

/// The rooms that a line asks the bot to make: so many, `3`, or by what they are, `debt objective 6; youth`.
pub fn planned(desk: &Desk<'_>, line: &str, numbered: &str, example: &str) -> Result<Vec<PlannedRoom>, Failure> {
    let consultation = desk.the_consultation()?;
    let parts: Vec<String> = match number(line) {
        Some(count @ 2..=MOST_MADE) => (1..=count).map(|n| format!("{numbered}-{n}")).collect(),
        Some(_) => Vec::new(),
        None => {
            line.split([';', '；', '؛']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
        }
    };
    let mut rooms: Vec<PlannedRoom> = Vec::new();
    for part in &parts {
        let part = take_apart(part, ROOM_OPTIONS);
        let name = name_of(desk, &part.bare, example)?;
        not_taken(desk, &consultation, &name, None)?;
        if rooms.iter().any(|room| room.name == name) {
            return Err(desk.refuse("error-room-taken", &args![("name", name)]));
        }
        let mut settings = RoomSettings::default();
        by_its_name(desk, &name, &mut settings);
        apply(desk, &part.options, &mut settings)?;
        rooms.push(PlannedRoom { name, settings });
    }
    match i64::try_from(rooms.len()) {
        Ok(2..=MOST_MADE) => Ok(rooms),
        _ => {
            let said = args![("from", 2), ("to", MOST_MADE), ("example", desk.typed(example))];
            Err(desk.refuse("talk-make-line", &said))
        }
    }
}

/// Has a room made, beside another and run by who asks for it, that is part of the consultation once it is
/// there. Gives its row.
pub fn make(desk: &mut Desk<'_>, room: &PlannedRoom, title: &str, beside: &str) -> Result<i64, Failure> {
    let consultation = desk.the_consultation()?;
    not_taken(desk, &consultation, &room.name, None)?;
    let id = desk.snap.id();
    let hash = desk.snap.hash("room to be made", &[&id.to_string()]);
    let key = format!("room-{}", hex(hash.get(..8).unwrap_or(&hash)));
    let mut settings = room.settings.clone();
    if settings.languages.is_empty() {
        settings.languages = settings_of(&consultation).languages;
    }
    let row = new_row(desk, &consultation, (id, key.clone()), &room.name, &settings);
    desk.snap.rows.rooms.insert(row);
    let (title, beside, owner) = (title.to_owned(), beside.to_owned(), desk.event.author.id.clone());
    let action = Action::Make(NewRoom { name: room.name.clone(), title, beside, owner });
    let now = desk.snap.now;
    desk.snap.queue(desk.platform(), &Outgoing { to: To::Room(key), action }, now)?;
    Ok(id)
}

/// Whether a room is being made: it was part of nothing yet.
pub fn is_being_made(snap: &Snapshot, room: i64) -> bool {
    record::held_at(snap, room, "bound", Time::MAX).is_none()
}

/// A room could not be made: nothing of it is left, and who is in the room beside it learns why.
pub fn not_made(snap: &mut Snapshot, platform: Platform, key: &str, room: &NewRoom) -> Result<(), StoreError> {
    let made = record::room_at(snap, platform, key).map(|row| row.id).filter(|id| is_being_made(snap, *id));
    let Some(id) = made else { return Ok(()) };
    snap.rows.rooms.remove(id);
    let language = record::room_at(snap, platform, &room.beside).map(|beside| language_of(snap, beside));
    let voice = speak(language.unwrap_or_default());
    let text = voice.say("talk-room-not-made", &args![("room", room.title.as_str())]);
    let action = Action::say(Document::line(voice.language(), text));
    let now = snap.now;
    snap.queue(platform, &Outgoing { to: To::Room(room.beside.clone()), action }, now)?;
    Ok(())
}
