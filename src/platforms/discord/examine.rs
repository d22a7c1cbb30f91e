//! What can be found out about the bot on Discord without hearing anything: for `doctor`.

use super::rest::ask;
use super::session::{DiscordError, Session};
use crate::config::DiscordConfig;
use serenity::all::ApplicationFlags;
use std::collections::BTreeSet;

/// What Discord says of the bot.
#[derive(Debug)]
pub struct Report {
    /// The name that others see.
    pub name: String,
    /// Whether the application was given the intent to read what messages say.
    pub content: bool,
    /// The address at which it is heard, and by how many connections.
    pub gateway: (String, u32),
    /// The rooms that were asked for and that it sees.
    pub rooms: BTreeSet<String>,
}

/// Asks Discord who the bot is, what it may, and which of these rooms it sees.
///
/// # Errors
/// A sentence with what to do.
pub async fn examine(config: &DiscordConfig, rooms: &[String]) -> Result<Report, DiscordError> {
    let session = Session::open(config).await?;
    let (http, away) = (&session.http, |trouble| session.wrong(trouble));
    let flags = ask(http.get_current_application_info()).await.map_err(away)?.flags.unwrap_or_default();
    let gateway = ask(http.get_bot_gateway()).await.map_err(away)?;
    let mut seen = BTreeSet::new();
    for room in rooms {
        if let Ok(channel) = room.parse()
            && ask(http.get_channel(channel)).await.is_ok()
        {
            seen.insert(room.clone());
        }
    }
    let given = ApplicationFlags::GATEWAY_MESSAGE_CONTENT | ApplicationFlags::GATEWAY_MESSAGE_CONTENT_LIMITED;
    Ok(Report {
        name: session.name,
        content: flags.intersects(given),
        gateway: (gateway.url, gateway.shards),
        rooms: seen,
    })
}
