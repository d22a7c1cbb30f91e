//! A channel's history, read page by page and no faster than Discord says.

use super::Discord;
use super::place::{Place, first_of};
use super::rest::Trouble;
use crate::chat::{Author, Body, Event, HistoryQuery, Origin, SendError};
use serde::Deserialize;
use serde_json::Value;
use serenity::all::{ChannelId, LightMethod, Message as Said, MessageId, Route};

/// How many messages a page holds.
/// <https://discord.com/developers/docs/resources/message#get-channel-messages>
pub(super) const PAGE: usize = 100;
/// What of a message is of no use here. The library refuses a whole message for a part that it does
/// not know.
const NO_USE: [&str; 9] = [
    "activity",
    "application",
    "components",
    "interaction",
    "interaction_metadata",
    "message_snapshots",
    "sticker_items",
    "thread",
    "referenced_message",
];

/// From which end a page is read.
#[derive(Debug, Clone, Copy)]
pub(super) enum From {
    /// The oldest after this message.
    After(u64),
    /// The newest before this message.
    Before(u64),
}

/// A page of a channel's history.
pub(super) struct Page {
    /// What can be read of it, oldest first.
    pub said: Vec<Said>,
    /// The oldest and the newest message on it, whether they can be read or not.
    pub oldest: Option<u64>,
    pub newest: Option<u64>,
    /// Whether there may be another.
    pub is_whole: bool,
}

impl Discord {
    /// A page of a channel's messages.
    pub(super) async fn page(&self, channel_id: ChannelId, from: From) -> Result<Page, Trouble> {
        let from = match from {
            From::After(id) => ("after", id.to_string()),
            From::Before(id) => ("before", id.to_string()),
        };
        let params = vec![("limit", PAGE.to_string()), from];
        let page = self.read(Route::ChannelMessages { channel_id }, params).await?;
        let page = page.as_array().ok_or_else(|| Trouble::Away("its answer makes no sense".into()))?;
        let mut said: Vec<Said> = page.iter().filter_map(message).collect();
        said.sort_by_key(|said| said.id);
        let ids = || page.iter().filter_map(|said| said["id"].as_str()?.parse().ok());
        Ok(Page { said, oldest: ids().min(), newest: ids().max(), is_whole: page.len() == PAGE })
    }

    /// One message.
    pub(super) async fn message(&self, channel_id: ChannelId, message_id: MessageId) -> Result<Option<Said>, Trouble> {
        Ok(message(&self.read(Route::ChannelMessage { channel_id, message_id }, Vec::new()).await?))
    }

    /// Asks for something to read.
    pub(super) async fn read(&self, route: Route<'_>, params: Vec<(&'static str, String)>) -> Result<Value, Trouble> {
        let body = self.paced(LightMethod::Get, route, params).await?;
        serde_json::from_slice(&body).map_err(|_| Trouble::Away("its answer makes no sense".into()))
    }

    /// What was asked of a room's history. It speaks for the person who asked.
    pub(super) async fn found(&self, room: ChannelId, query: &HistoryQuery) -> Result<Event, SendError> {
        let never = |reason: &str| SendError::Never { reason: reason.into() };
        let mut said = Vec::new();
        match &query.event {
            Some(event) => {
                let place = Place::parse(event).ok_or_else(|| never("this is no message"))?;
                match self.message(place.channel(room), place.message).await {
                    Err(Trouble::Refused { .. }) => {}
                    found => said.extend(found?),
                }
            }
            None => {
                said = self.newest(room, query).await?;
                for thread in self.known.threads_of(room).into_iter().filter(|thread| !self.is_bound(*thread)) {
                    match self.newest(thread, query).await {
                        Err(Trouble::Refused { .. }) => {}
                        found => said.extend(found?),
                    }
                }
                said.sort_by_key(|said| said.id);
            }
        }
        let mut messages = Vec::new();
        for said in said.iter().filter(|said| said.author.id.to_string() == query.author) {
            if let Some(event) = self.heard(said, Origin::Asked).await
                && (query.event.is_some() || query.reaches(event.at))
            {
                messages.push(event);
            }
        }
        messages.drain(..messages.len().saturating_sub(query.limit));
        let direct = self.channel(room).await.is_some_and(|about| about.guild.is_none());
        let body = Body::Found { query: query.clone(), messages };
        let event = self.event(room, "found", Author::new(&query.author, ""), self.now(), Origin::Live, body);
        Ok(Event { direct, ..event })
    }

    /// The newest messages in a channel of the person who is asked for.
    async fn newest(&self, channel: ChannelId, query: &HistoryQuery) -> Result<Vec<Said>, Trouble> {
        let newest = query.until.map_or(u64::MAX >> 1, |until| first_of(until.saturating_add(1)));
        let (since, mut before, mut found) = (first_of(query.since), newest, Vec::new());
        loop {
            let page = self.page(channel, From::Before(before)).await?;
            let (oldest, whole) = (page.oldest.unwrap_or_default(), page.is_whole);
            found.extend(page.said.into_iter().filter(|said| said.author.id.to_string() == query.author));
            if !whole || oldest < since || found.len() >= query.limit {
                return Ok(found);
            }
            before = oldest;
        }
    }
}

/// Reads a message, without what is of no use where the library does not know that.
pub(super) fn message(value: &Value) -> Option<Said> {
    Said::deserialize(value).ok().or_else(|| {
        let mut value = value.clone();
        let fields = value.as_object_mut()?;
        NO_USE.iter().for_each(|name| {
            fields.remove(*name);
        });
        // The library asks for this one.
        fields.insert("embeds".into(), Value::Array(Vec::new()));
        let said = Said::deserialize(&value);
        if said.is_err() {
            tracing::warn!("a message of Discord's cannot be read");
        }
        said.ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_message_is_read_without_the_parts_that_the_library_does_not_know() {
        let text = json!({
            "id": "7", "channel_id": "8", "author": {"id": "9", "username": "amina", "discriminator": "0", "avatar": null},
            "content": "Fees", "timestamp": "2027-01-15T08:00:00+00:00", "edited_timestamp": null, "tts": false,
            "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [], "embeds": [],
            "pinned": false, "type": 19,
        });
        assert!(message(&text).is_some());
        let mut answered = text.clone();
        answered["components"] = json!([{"type": 1, "components": [{"type": 9_999}]}]);
        let mut answer = text;
        answer["referenced_message"] = answered;
        answer["embeds"] = json!([{"fields": 7}]);
        assert_eq!(message(&answer).map(|said| said.content), Some("Fees".to_owned()));
    }
}
