//! A room's history, read backwards page by page: while the next page is asked for, those before
//! are decrypted.

use super::Matrix;
use super::hear::Raw;
use super::sync::PAGE;
use crate::model::Time;
use matrix_sdk::Room;
use matrix_sdk::ruma::UInt;
use matrix_sdk::ruma::api::Direction;
use matrix_sdk::ruma::api::client::message::get_message_events::v3::Request;
use matrix_sdk::ruma::events::AnyTimelineEvent;
use matrix_sdk::ruma::serde::Raw as Json;
use std::collections::BTreeMap;
use tokio::task::JoinSet;

/// So many pages in a row may hold nothing.
const EMPTY: u32 = 100;

/// The events of a room before a token, oldest first: to another token, to a moment, or to the
/// bot's own entry and with it, whichever comes first.
pub(super) async fn page_back(
    matrix: &Matrix,
    room: &Room,
    from: Option<&str>,
    to: Option<&str>,
    until: Time,
) -> Result<Vec<Raw>, matrix_sdk::Error> {
    let mut reading = JoinSet::new();
    let mut from = from.map(str::to_owned);
    let mut empty = 0;
    for number in 0u32.. {
        let mut request = Request::new(room.room_id().to_owned(), Direction::Backward);
        (request.from, request.to, request.limit) = (from.clone(), to.map(str::to_owned), UInt::from(PAGE));
        let page = matrix.client.send(request).await?;
        let now = matrix.now();
        // Not every clock is right: a page is of before the moment when all of it is.
        let (mut events, mut newest, mut entered) = (Vec::new(), None, false);
        for json in page.chunk {
            let Some(raw) = Raw::read_json(&json, now) else { continue };
            entered = raw.is_entry_of(&matrix.own);
            if entered {
                events.push((json, raw));
                break;
            }
            newest = newest.max(Some(raw.at));
            if raw.at >= until {
                events.push((json, raw));
            }
        }
        let room = room.clone();
        reading.spawn(async move { (number, decrypted(&room, events, now).await) });
        empty = if newest.is_some() || entered { 0 } else { empty + 1 };
        if empty > EMPTY {
            return Err(matrix_sdk::Error::UnknownError("a history of empty pages".into()));
        }
        if entered || page.end.is_none() || page.end == from || newest.is_some_and(|newest| newest < until) {
            break;
        }
        from = page.end;
    }
    let mut pages = BTreeMap::new();
    while let Some(read) = reading.join_next().await {
        let (number, events) = read.map_err(|error| matrix_sdk::Error::UnknownError(Box::new(error)))?;
        pages.insert(number, events);
    }
    // The newest page is the first, and in it the newest event.
    let mut events: Vec<Raw> = pages.into_values().flatten().collect();
    events.reverse();
    Ok(events)
}

/// The same events as they were meant, as far as there are keys.
async fn decrypted(room: &Room, events: Vec<(Json<AnyTimelineEvent>, Raw)>, now: Time) -> Vec<Raw> {
    let mut read = Vec::with_capacity(events.len());
    for (json, mut raw) in events {
        if raw.kind != "m.room.encrypted" {
            read.push(raw);
            continue;
        }
        match room.decrypt_event(json.cast_ref_unchecked(), None).await {
            Ok(event) => read.extend(Raw::read(&event, now)),
            // Its key is there, or will be, and cannot be looked up now: it is tried again later.
            Err(_) => {
                raw.sealed = true;
                read.push(raw);
            }
        }
    }
    read
}
