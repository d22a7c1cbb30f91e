//! The card that is pinned in a room, and who can read there.

use super::Failure;
use super::desk::Desk;
use crate::chat::Document;
use crate::model::Language;
use crate::store::{Room, Snapshot};

/// How a room is called in a language.
pub fn title_of(_snap: &Snapshot, room: &Room, _language: Language) -> String {
    room.name.clone()
}

/// Who can read in the room, or in private.
pub fn who_can_read(desk: &Desk<'_>) -> Result<Document, Failure> {
    Ok(desk.document())
}
