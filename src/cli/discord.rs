//! Discord: the bot's session at the start, and what `doctor` finds of it.

use super::doctor::{Found, bound_rooms, wrong};
use super::output::Failure;
use crate::chat::RoomFacts;
use crate::commands::TABLE;
use crate::config::{Config, DiscordConfig};
use crate::model::Platform;
use crate::platforms::discord::{Discord, DiscordError, Report, Session, examine};
use crate::seal::Keyring;
use crate::store::{Cursor, Room, Store};
use std::sync::Arc;

/// The bot of the configuration, and how far an earlier run heard.
pub async fn open(config: &DiscordConfig, store: &Store) -> Result<(Arc<Discord>, Option<String>), Failure> {
    let session = Session::open(config).await?;
    let own = session.own.to_string();
    let at = [Platform::Discord.word().into(), own.as_str().into()];
    let cursor = store.select::<Cursor>("platform = $1 AND address = $2", &at).await?.pop();
    let specs = TABLE.iter().map(|entry| entry.spec).collect();
    Ok((Discord::new(session, specs, store.source().clone()), cursor.map(|cursor| cursor.value)))
}

/// What Discord says of the bot, and what stands well or not in each bound channel.
pub async fn examined(config: &Config, discord: &DiscordConfig, ring: &Keyring) -> (Found, Vec<(String, Found)>) {
    let rooms = bound_rooms(config, ring, Platform::Discord).await.unwrap_or_default();
    let addresses: Vec<String> = rooms.iter().map(|room| room.address.clone()).collect();
    let report = match examine(discord, &addresses).await {
        Ok(report) => report,
        Err(error) => return (wrong(&error.to_string()), Vec::new()),
    };
    let found = application_found(&report, discord);
    let rooms = rooms.into_iter().map(|room| {
        let found = room_found(&room, report.rooms.contains(&room.address));
        (format!("# {}", room.name), found)
    });
    (found, rooms.collect())
}

fn application_found(report: &Report, config: &DiscordConfig) -> Found {
    let (gateway, shards) = &report.gateway;
    let connections = if *shards == 1 { "1 connection".to_owned() } else { format!("{shards} connections") };
    let of = format!("{}, heard at {gateway} by {connections}", report.name);
    match (config.message_content, report.content) {
        (true, false) => Found::Wrong(
            format!("{of}: it is not given the intent to read what messages say"),
            "turn on Message Content in the developer portal (Bot, Privileged Gateway Intents), or set message_content = false in [discord]".into(),
        ),
        (true, true) => Found::Right(format!("{of}; it reads what messages say")),
        (false, _) => Found::Right(format!(
            "{of}; message_content = false: people take part by commands, forms, mentions and private messages"
        )),
    }
}

fn room_found(room: &Room, inside: bool) -> Found {
    let wrong = |text: &str, remedy: &str| Found::Wrong(text.to_owned(), remedy.to_owned());
    if !inside {
        return wrong("the bot does not see it", "give it View Channel there, or bind another channel");
    }
    let Ok(facts) = serde_json::from_str::<RoomFacts>(&room.facts) else {
        return Found::Nothing("not looked at yet: room check, in the channel".into());
    };
    match facts.may {
        None => Found::Nothing("not looked at yet: room check, in the channel".into()),
        Some([false, ..]) => wrong("the bot may not read its history", "give it Read Message History there"),
        Some([_, false, ..]) => wrong("the bot may not write", "give it Send Messages there"),
        Some([_, _, false, _]) => wrong("the bot may not pin its card", "give it Pin Messages there"),
        Some([_, _, _, false]) => wrong("the bot may not delete its own posts", "give it back View Channel there"),
        Some(_) => Found::Right("the bot may read, write and pin there".into()),
    }
}

impl From<DiscordError> for Failure {
    fn from(error: DiscordError) -> Failure {
        Failure::new(error)
    }
}
