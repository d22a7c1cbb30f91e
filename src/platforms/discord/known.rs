//! What is remembered of what passed by: the channels and where they belong, who wrote which
//! message, and which were deleted, so that marks, replies and edits are understood without asking
//! Discord each time. The library's own store of all that is off: it keeps far more.

use serenity::all::{ChannelId, ChannelType, GuildChannel, GuildId, MessageId, Role, RoleId, UserId};
use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many messages are remembered.
const REMEMBERED: usize = 20_000;

/// Of a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct About {
    /// The server; none of a private conversation.
    pub guild: Option<GuildId>,
    /// The channel below which it stands, if it is a thread that whoever sees the channel sees too.
    pub parent: Option<ChannelId>,
    /// Its name.
    pub name: String,
}

impl About {
    /// A private conversation.
    pub fn private() -> About {
        About { guild: None, parent: None, name: String::new() }
    }

    /// A channel of a server.
    pub fn of(channel: &GuildChannel) -> About {
        // What is said in a private one is for those who are in it: it belongs to no room that others read.
        let thread = matches!(channel.kind, ChannelType::PublicThread | ChannelType::NewsThread);
        About {
            guild: Some(channel.guild_id),
            parent: channel.parent_id.filter(|_| thread),
            name: channel.name.clone(),
        }
    }
}

/// What is remembered.
#[derive(Default)]
pub(super) struct Known(Mutex<Memory>);

#[derive(Default)]
struct Memory {
    channels: HashMap<ChannelId, About>,
    roles: HashMap<RoleId, String>,
    /// The roles that are the bot's own: who mentions one means the bot.
    own_roles: HashSet<RoleId>,
    /// Who wrote a message; nobody, where Discord knows no such message.
    authors: Last<MessageId, Option<UserId>>,
    gone: Last<MessageId, ()>,
}

impl Known {
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers a channel.
    pub fn channel_is(&self, channel: ChannelId, about: About) {
        self.memory().channels.insert(channel, about);
    }

    /// Forgets a channel that is gone.
    pub fn forget_channel(&self, channel: ChannelId) {
        self.memory().channels.remove(&channel);
    }

    /// What is remembered of a channel.
    pub fn channel(&self, channel: ChannelId) -> Option<About> {
        self.memory().channels.get(&channel).cloned()
    }

    /// The threads below a channel that are known.
    pub fn threads_of(&self, channel: ChannelId) -> Vec<ChannelId> {
        let memory = self.memory();
        let threads = memory.channels.iter().filter(|(_, about)| about.parent == Some(channel));
        threads.map(|(thread, _)| *thread).collect()
    }

    /// Remembers a role.
    pub fn role_is(&self, role: &Role, bot: UserId) {
        let mut memory = self.memory();
        memory.roles.insert(role.id, role.name.clone());
        if role.tags.bot_id == Some(bot) {
            memory.own_roles.insert(role.id);
        }
    }

    /// The name of a role.
    pub fn role(&self, role: RoleId) -> Option<String> {
        self.memory().roles.get(&role).cloned()
    }

    /// Whether a role is the bot's own.
    pub fn is_own_role(&self, role: RoleId) -> bool {
        self.memory().own_roles.contains(&role)
    }

    /// Remembers who wrote a message, or that Discord knows none.
    pub fn wrote(&self, message: MessageId, author: Option<UserId>) {
        self.memory().authors.insert(message, author);
    }

    /// Who wrote a message: nothing, where that is not remembered.
    pub fn author(&self, message: MessageId) -> Option<Option<UserId>> {
        self.memory().authors.get(&message).copied()
    }

    /// Remembers that a message was deleted: it may be heard of after that.
    pub fn went(&self, message: MessageId) {
        self.memory().gone.insert(message, ());
    }

    /// Whether a message was deleted.
    pub fn is_gone(&self, message: MessageId) -> bool {
        self.memory().gone.get(&message).is_some()
    }
}

/// The last so many of something.
struct Last<K, V> {
    values: HashMap<K, V>,
    order: VecDeque<K>,
}

impl<K, V> Default for Last<K, V> {
    fn default() -> Self {
        Last { values: HashMap::new(), order: VecDeque::new() }
    }
}

impl<K: Hash + Eq + Copy, V> Last<K, V> {
    fn insert(&mut self, key: K, value: V) {
        if self.values.insert(key, value).is_none() {
            self.order.push_back(key);
        }
        if self.order.len() > REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.values.remove(&oldest);
        }
    }

    fn get(&self, key: &K) -> Option<&V> {
        self.values.get(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_is_forgotten_first() {
        let known = Known::default();
        let amina = Some(UserId::new(1));
        for n in 1..=u64::try_from(REMEMBERED).unwrap() + 1 {
            known.wrote(MessageId::new(n), amina);
        }
        assert_eq!((known.author(MessageId::new(1)), known.author(MessageId::new(2))), (None, Some(amina)));
    }
}
