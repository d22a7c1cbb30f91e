//! What the place of a contribution says of its matter: its room, and the question that it answers.

use crate::analysis::Prior;
use crate::model::RoomSettings;
use crate::store::{Snapshot, StoreError};

/// What something written in a room, or as an answer to a question, is about before it is read.
pub fn prior(snapshot: &Snapshot, room: Option<i64>, question: Option<i64>) -> Result<Prior, StoreError> {
    let room = room.and_then(|id| snapshot.rows.rooms.get(id));
    let settings: RoomSettings =
        room.map(|room| serde_json::from_str(&room.settings).unwrap_or_default()).unwrap_or_default();
    let of_room = Prior { objective: settings.objective, round_table: settings.round_table, asked: false };
    match question.and_then(|id| snapshot.rows.questions.get(id)) {
        Some(question) => {
            let asked: String = snapshot.open_house(question.id, &question.sealed)?;
            Ok(of_room.of_question(&asked))
        }
        None => Ok(of_room),
    }
}
