//! Who can read a channel and what the bot may do there, from the server's roles and what the channel
//! says beside them.

use super::Discord;
use super::missed::WATERMARK;
use super::rest::{Trouble, id_of};
use crate::chat::{Author, Body, Event, History, Origin, RoomFacts};
use crate::model::{HOUR, Platform, Time};
use serde_json::Value;
use serenity::all::{ChannelId, GuildId, Route};
use std::sync::PoisonError;

/// What someone may do. The library does not know all of it.
/// <https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags>
mod may {
    pub const ADMINISTRATOR: u64 = 1 << 3;
    pub const REACT: u64 = 1 << 6;
    pub const VIEW: u64 = 1 << 10;
    pub const SEND: u64 = 1 << 11;
    pub const EMBED: u64 = 1 << 14;
    pub const ATTACH: u64 = 1 << 15;
    pub const HISTORY: u64 = 1 << 16;
    pub const MANAGE_THREADS: u64 = 1 << 34;
    pub const SEND_IN_THREADS: u64 = 1 << 38;
    pub const PIN: u64 = 1 << 51;
}

/// Kinds of channels.
/// <https://discord.com/developers/docs/resources/channel#channel-object-channel-types>
const PRIVATE_THREAD: u64 = 12;
/// Those in which nobody writes: what is written stands in their posts.
const FORUMS: [u64; 2] = [15, 16];

/// So long after a new connection it may turn out what was closed before it.
const LOOKED: Time = HOUR;

/// What roles, members and channels say of who may do what.
struct Rights {
    guild: u64,
    roles: Vec<Value>,
    overwrites: Vec<Value>,
}

impl Discord {
    /// What is known of a channel, as an event. Nobody's word but Discord's own: it is not passed over
    /// as what a program says.
    ///
    /// # Errors
    /// Discord is away: then nothing is known.
    pub(super) async fn learned(&self, channel: ChannelId) -> Result<Event, Trouble> {
        let mut facts = match self.facts(channel).await {
            // The channel is gone, or closed to the bot.
            Err(Trouble::Refused { .. }) => RoomFacts { may: Some([false; 4]), ..RoomFacts::default() },
            facts => facts?,
        };
        facts.unread = matches!(facts.may, Some([false, ..])).then(|| self.heard_until());
        Ok(self.told_by_discord(channel, "facts", Body::Facts(facts)))
    }

    /// Until when a room was heard, for certain, that turns out to be closed: it may have been so when the
    /// bot began to read what it had missed.
    fn heard_until(&self) -> Time {
        let (anew, from) = *self.missed.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.now();
        if now - anew < LOOKED { from } else { now - WATERMARK }
    }

    /// What Discord itself tells of a channel, by nobody's word.
    pub(super) fn told_by_discord(&self, channel: ChannelId, id: &str, body: Body) -> Event {
        Event {
            platform: Platform::Discord,
            room: channel.to_string(),
            direct: false,
            id: id.into(),
            author: Author::new(self.own.to_string(), ""),
            at: self.now(),
            origin: Origin::Live,
            body,
            handle: None,
        }
    }

    async fn facts(&self, channel_id: ChannelId) -> Result<RoomFacts, Trouble> {
        let channel = self.read(Route::Channel { channel_id }, Vec::new()).await?;
        let Some(guild_id) = id_of(&channel["guild_id"]).map(GuildId::new) else {
            return Ok(RoomFacts { may: Some([true; 4]), ..RoomFacts::default() });
        };
        let roles = self.read(Route::GuildRoles { guild_id }, Vec::new()).await?;
        let member = self.read(Route::GuildMember { guild_id, user_id: self.own }, Vec::new()).await?;
        // A thread has its channel's.
        let parent = id_of(&channel["parent_id"]).filter(|_| channel["thread_metadata"].is_object());
        let of = match parent.map(ChannelId::new) {
            Some(channel_id) => self.read(Route::Channel { channel_id }, Vec::new()).await?,
            None => channel.clone(),
        };
        let rights =
            Rights { guild: guild_id.get(), roles: list(&roles), overwrites: list(&of["permission_overwrites"]) };
        let own = rights.of(self.own.get(), &ids(&member["roles"]));
        Ok(facts(&channel, own, rights.of(0, &[]), self.content))
    }
}

impl Rights {
    /// What someone with these roles may do; with none, and as nobody, what everyone may.
    /// <https://discord.com/developers/docs/topics/permissions#permission-overwrites>
    fn of(&self, person: u64, held: &[u64]) -> u64 {
        let has = |role: u64| role == self.guild || held.contains(&role);
        let granted = self.roles.iter().filter(|role| id_of(&role["id"]).is_some_and(has));
        let base = granted.fold(0, |all, role| all | bits(&role["permissions"]));
        if base & may::ADMINISTRATOR != 0 {
            return u64::MAX;
        }
        let changed = |from: u64, applies: &dyn Fn(u64) -> bool| {
            let of = self.overwrites.iter().filter(|o| id_of(&o["id"]).is_some_and(applies));
            let (allow, deny) = of.fold((0, 0), |(a, d), o| (a | bits(&o["allow"]), d | bits(&o["deny"])));
            from & !deny | allow
        };
        let of_everyone = changed(base, &|id| id == self.guild);
        let of_roles = changed(of_everyone, &|id| id != self.guild && held.contains(&id));
        changed(of_roles, &|id| id == person)
    }
}

/// The facts of a channel in which the bot and everyone may do so much.
fn facts(channel: &Value, own: u64, everyone: u64, content: bool) -> RoomFacts {
    let kind = channel["type"].as_u64().unwrap_or_default();
    let thread = &channel["thread_metadata"];
    let has = |needed: u64| own & (needed | may::VIEW) == needed | may::VIEW;
    let send = if thread.is_object() { may::SEND_IN_THREADS } else { may::SEND };
    let shut = FORUMS.contains(&kind) || thread["locked"] == true && !has(may::MANAGE_THREADS);
    RoomFacts {
        public: everyone & may::VIEW != 0 && kind != PRIVATE_THREAD,
        history: Some(if everyone & may::HISTORY != 0 { History::Shared } else { History::Joined }),
        may: Some([
            has(may::HISTORY),
            has(send | may::EMBED | may::ATTACH | may::REACT) && !shut,
            has(may::PIN),
            has(0),
        ]),
        mentions_only: !content,
        ..RoomFacts::default()
    }
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn ids(value: &Value) -> Vec<u64> {
    value.as_array().into_iter().flatten().filter_map(id_of).collect()
}

/// Permissions, which are written as a number in a text.
fn bits(value: &Value) -> u64 {
    value.as_str().and_then(|bits| bits.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const USUAL: u64 =
        may::VIEW | may::SEND | may::EMBED | may::ATTACH | may::HISTORY | may::SEND_IN_THREADS | may::REACT;

    /// The server 1 with a role 2 that the bot, 9, has.
    fn rights(everyone: u64, role: u64, overwrites: &[(u64, u64, u64)]) -> Rights {
        let roles = [(1, everyone), (2, role)];
        let overwrite = |(id, allow, deny): &(u64, u64, u64)| json!({"id": id.to_string(), "allow": allow.to_string(), "deny": deny.to_string()});
        Rights {
            guild: 1,
            roles: roles.map(|(id, bits)| json!({"id": id.to_string(), "permissions": bits.to_string()})).into(),
            overwrites: overwrites.iter().map(overwrite).collect(),
        }
    }

    fn of_text(rights: &Rights) -> RoomFacts {
        facts(&json!({"type": 0}), rights.of(9, &[2]), rights.of(0, &[]), true)
    }

    #[test]
    fn a_channel_that_all_of_a_server_see_is_told_as_open() {
        let facts = of_text(&rights(USUAL, may::PIN, &[]));
        assert_eq!((facts.public, facts.history, facts.may), (true, Some(History::Shared), Some([true; 4])));
        assert!(!facts.encrypted && !facts.federated && !facts.mentions_only);
    }

    #[test]
    fn a_channel_for_some_is_not_open_though_the_bot_is_let_in() {
        let closed = rights(USUAL, 0, &[(1, 0, may::VIEW), (9, may::VIEW, 0)]);
        let facts = of_text(&closed);
        assert_eq!((facts.public, facts.may), (false, Some([true, true, false, true])));
        let by_role = rights(USUAL, may::PIN, &[(1, 0, may::VIEW), (2, may::VIEW, 0)]);
        assert_eq!(of_text(&by_role).may, Some([true; 4]));
    }

    #[test]
    fn what_is_denied_to_the_bot_is_missing_in_its_place() {
        let without = |deny: u64| of_text(&rights(USUAL, may::PIN, &[(9, 0, deny)])).may;
        assert_eq!(without(may::HISTORY), Some([false, true, true, true]));
        for part in [may::SEND, may::EMBED, may::ATTACH, may::REACT] {
            assert_eq!(without(part), Some([true, false, true, true]));
        }
        assert_eq!(without(may::PIN), Some([true, true, false, true]));
        assert_eq!(without(may::VIEW), Some([false; 4]));
        let all = rights(USUAL, may::ADMINISTRATOR, &[(9, 0, u64::MAX)]);
        assert_eq!(of_text(&all).may, Some([true; 4]), "nothing is denied to an administrator");
    }

    #[test]
    fn a_thread_has_rights_of_its_own_and_a_locked_one_is_shut() {
        let in_thread = |thread: Value, deny: u64| {
            let rights = rights(USUAL, may::PIN, &[(9, 0, deny)]);
            facts(&thread, rights.of(9, &[2]), rights.of(0, &[]), true)
        };
        let open = json!({"type": 11, "thread_metadata": {"locked": false}});
        assert_eq!(in_thread(open.clone(), may::SEND).may, Some([true; 4]));
        assert_eq!(in_thread(open, may::SEND_IN_THREADS).may, Some([true, false, true, true]));
        let locked = json!({"type": 12, "thread_metadata": {"locked": true}});
        let facts = in_thread(locked, 0);
        assert_eq!((facts.public, facts.may), (false, Some([true, false, true, true])));
    }

    #[test]
    fn without_the_intent_only_what_is_addressed_is_read() {
        let rights = rights(USUAL, may::PIN, &[]);
        assert!(facts(&json!({"type": 0}), rights.of(9, &[2]), rights.of(0, &[]), false).mentions_only);
    }
}
