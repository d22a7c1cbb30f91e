//! Who can read a channel and what the bot may do there.

use super::Discord;
use super::rest::Trouble;
use crate::chat::{Author, Body, Event, Origin, RoomFacts};
use crate::model::Platform;
use serenity::all::ChannelId;

impl Discord {
    /// What is known of a channel, as an event.
    pub(super) async fn learned(&self, channel: ChannelId) -> Result<Event, Trouble> {
        Ok(Event {
            platform: Platform::Discord,
            room: channel.to_string(),
            direct: false,
            id: "facts".into(),
            author: Author::new(self.own.to_string(), ""),
            at: self.now(),
            origin: Origin::Live,
            body: Body::Facts(RoomFacts::default()),
            handle: None,
        })
    }
}
