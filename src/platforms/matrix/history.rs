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

/// The events of a room before a token, oldest first: to another token or to a moment, without what was
/// said while the bot was not there.
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
        let (mut events, mut newest) = (Vec::new(), None);
        for json in page.chunk {
            let Some(raw) = Raw::read_json(&json, now) else { continue };
            newest = newest.max(Some(raw.at));
            if raw.at >= until {
                events.push((json, raw));
            }
        }
        let room = room.clone();
        reading.spawn(async move { (number, decrypted(&room, events, now).await) });
        empty = if newest.is_some() { 0 } else { empty + 1 };
        if empty > EMPTY {
            return Err(matrix_sdk::Error::UnknownError("a history of empty pages".into()));
        }
        if page.end.is_none() || page.end == from || newest.is_some_and(|newest| newest < until) {
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
    Ok(while_there(events, &matrix.own))
}

/// What of a room's events, oldest first, was said while an account was there: what was said while it was not
/// is not for it. Where nothing tells of it, it was there.
pub(super) fn while_there(mut events: Vec<Raw>, account: &str) -> Vec<Raw> {
    let is_own = |raw: &Raw| raw.kind == "m.room.member" && raw.state_key() == account;
    let Some(first) = events.iter().find(|raw| is_own(raw)) else { return events };
    let mut there = match first.unsigned(&["prev_content", "membership"]) {
        Some(before) => before == "join",
        // Whoever left had been there.
        None => matches!(first.text(&["membership"]), Some("leave" | "ban")),
    };
    events.retain(|raw| {
        let own = is_own(raw);
        if own {
            there = raw.text(&["membership"]) == Some("join");
        }
        own || there
    });
    events
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read(events: &[Value]) -> Vec<Raw> {
        let raw = |event: &Value| Raw::read_json(&Json::from_json_string(event.to_string()).ok()?, 0);
        events.iter().filter_map(raw).collect()
    }

    #[test]
    fn what_is_said_while_the_bot_is_not_there_is_not_for_it() {
        let said =
            |text: &str| json!({"event_id": text, "sender": "@amina:x", "type": "m.room.message", "content": {}});
        let member = |membership: &str, before: Option<&str>| {
            json!({"event_id": membership, "sender": "@mona:x", "type": "m.room.member", "state_key": "@bot:x",
                "content": {"membership": membership},
                "unsigned": {"prev_content": before.map(|before| json!({"membership": before}))}})
        };
        let other = json!({"event_id": "other", "sender": "@binta:x", "type": "m.room.member", "state_key": "@binta:x",
            "content": {"membership": "leave"}});
        for (events, kept) in [
            (vec![said("a"), said("b")], "a b"),
            (vec![said("a"), other, said("b")], "a other b"),
            (vec![said("a"), member("join", None), said("b")], "join b"),
            (vec![said("a"), member("invite", None), said("b"), member("join", Some("invite"))], "invite join"),
            (vec![said("a"), member("join", Some("join")), said("b")], "a join b"),
            (vec![said("a"), member("leave", Some("join")), said("b")], "a leave"),
            (
                vec![said("a"), member("leave", None), said("b"), member("join", Some("leave")), said("c")],
                "a leave join c",
            ),
            (vec![said("a"), member("leave", Some("invite")), said("b")], "leave"),
            (vec![said("a"), member("ban", Some("leave")), said("b")], "ban"),
            (
                vec![said("a"), member("ban", Some("join")), said("b"), member("invite", Some("leave")), said("c")],
                "a ban invite",
            ),
        ] {
            let read = while_there(read(&events), "@bot:x");
            let read: Vec<&str> = read.iter().map(|raw| raw.id.as_str()).collect();
            assert_eq!(read.join(" "), kept);
        }
    }
}
