//! What the fake holds: people, guilds, channels, messages, commands and interactions, and what
//! each looks like in JSON.

use super::gateway::{Out, Session};
use super::rest::{Asked, Refusal, Window};
use gcm_talks::clock::{Clock, Draw};
use gcm_talks::model::Time;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

/// A snowflake.
pub type Id = u64;

/// Discord's epoch, the first moment of 2015.
/// <https://discord.com/developers/docs/reference#snowflakes>
const EPOCH: Time = 1_420_070_400_000;

/// How long an interaction waits for its first answer, and how long its token lives.
/// <https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback>
pub const FIRST_ANSWER: Time = 3_000;
/// See [`FIRST_ANSWER`].
pub const TOKEN_LIFE: Time = 15 * 60_000;

/// How long a nonce is remembered: "the past few minutes".
/// <https://discord.com/developers/docs/resources/message#create-message>
const NONCE_LIFE: Time = 5 * 60_000;

/// The types of channels that the fake knows.
/// <https://discord.com/developers/docs/resources/channel#channel-object-channel-types>
pub mod kind {
    pub const TEXT: u8 = 0;
    pub const DIRECT: u8 = 1;
    pub const PUBLIC_THREAD: u8 = 11;
    pub const PRIVATE_THREAD: u8 = 12;
    pub const FORUM: u8 = 15;
}

/// Bits of permissions.
/// <https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags>
pub mod may {
    pub const ADMINISTRATOR: u64 = 1 << 3;
    pub const MANAGE_CHANNELS: u64 = 1 << 4;
    pub const MANAGE_GUILD: u64 = 1 << 5;
    pub const ADD_REACTIONS: u64 = 1 << 6;
    pub const VIEW: u64 = 1 << 10;
    pub const SEND: u64 = 1 << 11;
    pub const MANAGE_MESSAGES: u64 = 1 << 13;
    pub const EMBED: u64 = 1 << 14;
    pub const ATTACH: u64 = 1 << 15;
    pub const HISTORY: u64 = 1 << 16;
    pub const MENTION_EVERYONE: u64 = 1 << 17;
    pub const COMMANDS: u64 = 1 << 31;
    pub const MANAGE_THREADS: u64 = 1 << 34;
    pub const PUBLIC_THREADS: u64 = 1 << 35;
    pub const PRIVATE_THREADS: u64 = 1 << 36;
    pub const SEND_IN_THREADS: u64 = 1 << 38;
    pub const PIN: u64 = 1 << 51;
    /// What everybody has in a guild of the fake.
    pub const USUAL: u64 = ADD_REACTIONS
        | VIEW
        | SEND
        | EMBED
        | ATTACH
        | HISTORY
        | COMMANDS
        | PUBLIC_THREADS
        | PRIVATE_THREADS
        | SEND_IN_THREADS;
    /// Everything.
    pub const ALL: u64 = (1 << 52) - 1;
}

/// Bits of a message's flags.
/// <https://discord.com/developers/docs/resources/message#message-object-message-flags>
pub mod flag {
    pub const HAS_THREAD: u64 = 1 << 5;
    pub const EPHEMERAL: u64 = 1 << 6;
    pub const LOADING: u64 = 1 << 7;
}

/// Bits of the gateway's intents.
/// <https://discord.com/developers/docs/events/gateway#list-of-intents>
pub mod intent {
    pub const GUILDS: u64 = 1;
    pub const MEMBERS: u64 = 1 << 1;
    pub const PRESENCES: u64 = 1 << 8;
    pub const MESSAGES: u64 = 1 << 9;
    pub const REACTIONS: u64 = 1 << 10;
    pub const DIRECT_MESSAGES: u64 = 1 << 12;
    pub const DIRECT_REACTIONS: u64 = 1 << 13;
    pub const CONTENT: u64 = 1 << 15;
    /// Those that an application must be given first.
    pub const PRIVILEGED: u64 = MEMBERS | PRESENCES | CONTENT;
    /// Those that exist.
    pub const KNOWN: u64 = ((1 << 17) - 1) | (3 << 20) | (3 << 24);
}

pub struct User {
    pub id: Id,
    pub name: String,
    pub bot: bool,
    pub locale: String,
    /// Whether direct messages from people of a shared guild are refused.
    pub closed: bool,
}

pub struct Role {
    pub id: Id,
    pub name: String,
    pub permissions: u64,
}

pub struct Member {
    pub roles: Vec<Id>,
    pub joined: Time,
}

pub struct Guild {
    pub id: Id,
    pub name: String,
    pub owner: Id,
    /// The first is `@everyone` and has the guild's own id.
    pub roles: Vec<Role>,
    pub members: BTreeMap<Id, Member>,
}

#[derive(Clone)]
pub struct Overwrite {
    /// A role or a person.
    pub id: Id,
    pub person: bool,
    pub allow: u64,
    pub deny: u64,
}

pub struct Thread {
    pub owner: Id,
    pub archived: bool,
    pub locked: bool,
    pub minutes: u64,
    pub since: Time,
    pub members: BTreeSet<Id>,
}

pub struct Channel {
    pub id: Id,
    pub kind: u8,
    pub guild: Option<Id>,
    pub name: String,
    pub topic: Option<String>,
    pub parent: Option<Id>,
    pub overwrites: Vec<Overwrite>,
    /// Of a direct conversation, the person beside the bot.
    pub recipient: Option<Id>,
    pub thread: Option<Thread>,
    pub messages: BTreeMap<Id, Message>,
    pub gone: bool,
}

#[derive(Clone)]
pub struct Attachment {
    pub id: Id,
    pub name: String,
    pub mime: String,
    pub bytes: Vec<u8>,
}

/// When a message was written that a test has garbled: no time as Discord tells it.
pub const GARBLED: u64 = 7;

#[derive(Clone, Default)]
pub struct Message {
    pub id: Id,
    pub channel: Id,
    pub author: Id,
    /// 0 a message, 19 a reply, 20 the answer to a command; others are the platform's own notes.
    pub kind: u8,
    pub content: String,
    pub embeds: Vec<Value>,
    pub components: Vec<Value>,
    pub attachments: Vec<Attachment>,
    pub mentions: Vec<Id>,
    pub mention_roles: Vec<Id>,
    pub mention_everyone: bool,
    pub edited: Option<Time>,
    /// When the bot put something else in its place.
    pub amended: Vec<Time>,
    pub pinned: bool,
    pub flags: u64,
    pub nonce: Option<Value>,
    pub reply_to: Option<Id>,
    pub reactions: Vec<(String, Vec<Id>)>,
    /// The super reactions.
    pub bursts: Vec<(String, Vec<Id>)>,
    /// Of an ephemeral message, the one person who sees it.
    pub only_for: Option<Id>,
    pub interaction: Option<Id>,
    /// The name under which a webhook wrote it.
    pub webhook: Option<String>,
    /// It is told in a way in which the library reads no message, as one of a kind to come may be.
    pub garbled: bool,
    pub gone: bool,
}

pub struct Interaction {
    pub id: Id,
    pub token: String,
    /// 2 a command, 3 a component, 4 autocompletion, 5 a form.
    pub kind: u8,
    pub user: Id,
    pub channel: Id,
    pub at: Time,
    /// The message that the component or form belongs to.
    pub message: Option<Id>,
    /// Of a form, the interaction that opened it.
    pub opened_by: Option<Id>,
    /// The callback's type, once there is one.
    pub answered: Option<u8>,
    pub original: Option<Id>,
    pub choices: Vec<Value>,
    pub form: Option<Value>,
}

pub struct World {
    pub clock: Arc<dyn Clock>,
    last_id: Id,
    pub api: String,
    pub gateway: String,
    pub token: String,
    pub bot: Id,
    /// The privileged intents that the application was given.
    pub given: u64,
    pub users: BTreeMap<Id, User>,
    pub guilds: BTreeMap<Id, Guild>,
    pub channels: BTreeMap<Id, Channel>,
    /// By guild, or for all.
    pub commands: BTreeMap<Option<Id>, Vec<Value>>,
    pub created_commands: Vec<(Option<Id>, Time)>,
    pub interactions: BTreeMap<Id, Interaction>,
    pub sessions: Vec<Session>,
    pub identifies: u32,
    pub resumes: u32,
    pub mute: bool,
    pub refuse: bool,
    pub refusals: u32,
    /// How many connections are recommended.
    pub shards: u64,
    pub heartbeat: u64,
    pub faults: VecDeque<super::Fault>,
    pub storm: Option<(Draw, u16)>,
    pub limits: bool,
    pub windows: BTreeMap<String, Window>,
    pub invalid: Vec<Time>,
    pub asked: Vec<Asked>,
    pub findings: Vec<String>,
}

impl World {
    pub fn new(clock: Arc<dyn Clock>, api: String, gateway: String) -> World {
        let mut world = World {
            clock,
            last_id: 0,
            api,
            gateway,
            token: "fake.token.of-the-bot".into(),
            bot: 0,
            given: intent::CONTENT | intent::MEMBERS,
            users: BTreeMap::new(),
            guilds: BTreeMap::new(),
            channels: BTreeMap::new(),
            commands: BTreeMap::new(),
            created_commands: Vec::new(),
            interactions: BTreeMap::new(),
            sessions: Vec::new(),
            identifies: 0,
            resumes: 0,
            mute: false,
            refuse: false,
            refusals: 0,
            shards: 1,
            heartbeat: 41_250,
            faults: VecDeque::new(),
            storm: None,
            limits: false,
            windows: BTreeMap::new(),
            invalid: Vec::new(),
            asked: Vec::new(),
            findings: Vec::new(),
        };
        world.bot = world.add_user("gcm-talks", true);
        world
    }

    pub fn now(&self) -> Time {
        self.clock.now()
    }

    /// A snowflake of this moment, larger than every one before it.
    pub fn fresh(&mut self) -> Id {
        let of_now = first_of(self.now());
        self.last_id = of_now.max(self.last_id + 1);
        self.last_id
    }

    pub fn add_user(&mut self, name: &str, bot: bool) -> Id {
        let id = self.fresh();
        self.users.insert(id, User { id, name: name.to_owned(), bot, locale: "en-US".into(), closed: false });
        id
    }

    pub fn add_guild(&mut self, name: &str) -> Id {
        let owner = self.add_user("owner", false);
        let id = self.fresh();
        let everyone = Role { id, name: "@everyone".into(), permissions: may::USUAL };
        let of_bot = Role { id: self.fresh(), name: "gcm-talks".into(), permissions: may::PIN | may::MANAGE_MESSAGES };
        let joined = self.now();
        let members = BTreeMap::from([
            (owner, Member { roles: Vec::new(), joined }),
            (self.bot, Member { roles: vec![of_bot.id], joined }),
        ]);
        self.guilds.insert(id, Guild { id, name: name.to_owned(), owner, roles: vec![everyone, of_bot], members });
        let data = self.guild_create(id);
        self.tell("GUILD_CREATE", intent::GUILDS, Some(id), data);
        id
    }

    pub fn add_channel(&mut self, kind: u8, guild: Option<Id>, name: &str) -> Id {
        let id = self.fresh();
        self.channels.insert(
            id,
            Channel {
                id,
                kind,
                guild,
                name: name.to_owned(),
                topic: None,
                parent: None,
                overwrites: Vec::new(),
                recipient: None,
                thread: None,
                messages: BTreeMap::new(),
                gone: false,
            },
        );
        if guild.is_some() {
            let data = self.channel_json(id);
            self.tell("CHANNEL_CREATE", intent::GUILDS, guild, data);
        }
        id
    }

    pub fn add_thread(&mut self, parent: Id, id: Id, name: &str, owner: Id, private: bool, minutes: u64) {
        let guild = self.channels.get(&parent).and_then(|c| c.guild);
        let thread = Thread {
            owner,
            archived: false,
            locked: false,
            minutes,
            since: self.now(),
            members: BTreeSet::from([owner]),
        };
        self.channels.insert(
            id,
            Channel {
                id,
                kind: if private { kind::PRIVATE_THREAD } else { kind::PUBLIC_THREAD },
                guild,
                name: name.to_owned(),
                topic: None,
                parent: Some(parent),
                overwrites: Vec::new(),
                recipient: None,
                thread: Some(thread),
                messages: BTreeMap::new(),
                gone: false,
            },
        );
        if self.sees(self.bot, id) {
            let mut data = self.channel_json(id);
            data["newly_created"] = json!(true);
            self.tell("THREAD_CREATE", intent::GUILDS, guild, data);
        }
    }

    /// The direct conversation of a person with the bot.
    pub fn direct(&mut self, person: Id) -> Id {
        if let Some(known) = self.channels.values().find(|c| c.recipient == Some(person)) {
            return known.id;
        }
        let id = self.add_channel(kind::DIRECT, None, "");
        if let Some(channel) = self.channels.get_mut(&id) {
            channel.recipient = Some(person);
        }
        id
    }

    pub fn channel(&self, id: Id) -> Result<&Channel, Refusal> {
        self.channels.get(&id).filter(|c| !c.gone).ok_or_else(|| Refusal::new(404, 10003, "Unknown Channel"))
    }

    /// What someone may do in a channel.
    /// <https://discord.com/developers/docs/topics/permissions#permission-overwrites>
    pub fn permissions(&self, user: Id, channel: Id) -> u64 {
        let Ok(channel) = self.channel(channel) else { return 0 };
        let Some(guild) = channel.guild else {
            let own = channel.recipient == Some(user) || user == self.bot;
            return if own { may::USUAL | may::PIN } else { 0 };
        };
        let Some(guild) = self.guilds.get(&guild) else { return 0 };
        let Some(member) = guild.members.get(&user) else { return 0 };
        let has = |role: &&Role| role.id == guild.id || member.roles.contains(&role.id);
        let base = guild.roles.iter().filter(has).fold(0, |all, role| all | role.permissions);
        if guild.owner == user || base & may::ADMINISTRATOR != 0 {
            return may::ALL;
        }
        // A thread has its parent's overwrites.
        let of = channel.thread.as_ref().and(channel.parent).and_then(|p| self.channels.get(&p)).unwrap_or(channel);
        let mut bits = base;
        let apply = |bits: u64, of: &mut dyn Iterator<Item = &Overwrite>| {
            let (allow, deny) = of.fold((0, 0), |(a, d), o| (a | o.allow, d | o.deny));
            (bits & !deny) | allow
        };
        bits = apply(bits, &mut of.overwrites.iter().filter(|o| o.id == guild.id));
        let by_role = |o: &&Overwrite| !o.person && o.id != guild.id && member.roles.contains(&o.id);
        bits = apply(bits, &mut of.overwrites.iter().filter(by_role));
        bits = apply(bits, &mut of.overwrites.iter().filter(|o| o.person && o.id == user));
        let outside = channel.kind == kind::PRIVATE_THREAD
            && bits & may::MANAGE_THREADS == 0
            && channel.thread.as_ref().is_some_and(|t| !t.members.contains(&user));
        // Who cannot see a channel can do nothing there.
        if bits & may::VIEW == 0 || outside { 0 } else { bits }
    }

    pub fn sees(&self, user: Id, channel: Id) -> bool {
        self.permissions(user, channel) & may::VIEW != 0
    }

    pub fn may_send(&self, user: Id, channel: Id) -> bool {
        let thread = self.channels.get(&channel).is_some_and(|c| c.thread.is_some());
        let bit = if thread { may::SEND_IN_THREADS } else { may::SEND };
        self.permissions(user, channel) & bit != 0
    }

    /// The channel that a message stands in.
    pub fn place_of(&self, message: Id) -> Option<Id> {
        self.channels.values().find(|c| c.messages.contains_key(&message)).map(|c| c.id)
    }

    pub fn message(&self, channel: Id, id: Id) -> Result<&Message, Refusal> {
        let found = self.channels.get(&channel).and_then(|c| c.messages.get(&id)).filter(|m| !m.gone);
        found.ok_or_else(|| Refusal::new(404, 10008, "Unknown Message"))
    }

    pub fn message_mut(&mut self, channel: Id, id: Id) -> Result<&mut Message, Refusal> {
        let found = self.channels.get_mut(&channel).and_then(|c| c.messages.get_mut(&id)).filter(|m| !m.gone);
        found.ok_or_else(|| Refusal::new(404, 10008, "Unknown Message"))
    }

    /// The message that this author sent with this nonce within the last few minutes.
    pub fn by_nonce(&self, channel: Id, author: Id, nonce: &Value) -> Option<Id> {
        let since = self.now() - NONCE_LIFE;
        let messages = self.channels.get(&channel)?.messages.values();
        let same = |m: &&Message| m.author == author && m.nonce.as_ref() == Some(nonce) && time_of(m.id) >= since;
        messages.filter(same).map(|m| m.id).next()
    }

    /// Writes a message down and tells of it.
    pub fn post(&mut self, mut message: Message) -> Id {
        if message.id == 0 {
            message.id = self.fresh();
        }
        let (id, channel) = (message.id, message.channel);
        if let Some(place) = self.channels.get_mut(&channel) {
            if let Some(thread) = &mut place.thread {
                thread.members.insert(message.author);
                thread.archived = false;
            }
            place.messages.insert(id, message);
        }
        self.tell_message("MESSAGE_CREATE", channel, id);
        id
    }

    /// Takes a message away and tells of it.
    pub fn remove(&mut self, channel: Id, id: Id) -> Result<(), Refusal> {
        let message = self.message_mut(channel, id)?;
        message.gone = true;
        let ephemeral = message.only_for.is_some();
        let guild = self.channel(channel)?.guild.filter(|_| !ephemeral);
        let need = if guild.is_some() { intent::MESSAGES } else { intent::DIRECT_MESSAGES };
        let mut data = json!({"id": id.to_string(), "channel_id": channel.to_string()});
        name_guild(&mut data, guild);
        self.tell_in(channel, "MESSAGE_DELETE", need, data);
        Ok(())
    }

    /// Puts a reaction on a message, or takes it off.
    pub fn mark(&mut self, user: Id, channel: Id, id: Id, emoji: &str, on: bool) -> Result<(), Refusal> {
        let message = self.message_mut(channel, id)?;
        let at = message.reactions.iter().position(|(e, _)| e == emoji);
        match (at, on) {
            (Some(at), true) if message.reactions[at].1.contains(&user) => return Ok(()),
            (Some(at), true) => message.reactions[at].1.push(user),
            (None, true) if message.reactions.len() >= 20 => {
                return Err(Refusal::new(400, 30010, "Maximum number of reactions reached (20)"));
            }
            (None, true) => message.reactions.push((emoji.to_owned(), vec![user])),
            (Some(at), false) if message.reactions[at].1.contains(&user) => {
                message.reactions[at].1.retain(|u| *u != user);
                message.reactions.retain(|(_, users)| !users.is_empty());
            }
            (_, false) => return Ok(()),
        }
        self.tell_mark(user, channel, id, emoji, (on, false))
    }

    /// Puts a super reaction on a message.
    pub fn burst(&mut self, user: Id, channel: Id, id: Id, emoji: &str) -> Result<(), Refusal> {
        self.message_mut(channel, id)?.bursts.push((emoji.to_owned(), vec![user]));
        self.tell_mark(user, channel, id, emoji, (true, true))
    }

    fn tell_mark(
        &mut self,
        user: Id,
        channel: Id,
        id: Id,
        emoji: &str,
        (on, burst): (bool, bool),
    ) -> Result<(), Refusal> {
        let author = self.message(channel, id)?.author;
        let guild = self.channel(channel)?.guild;
        let need = if guild.is_some() { intent::REACTIONS } else { intent::DIRECT_REACTIONS };
        let mut data = json!({
            "user_id": user.to_string(),
            "channel_id": channel.to_string(),
            "message_id": id.to_string(),
            "emoji": {"id": null, "name": emoji},
            "burst": burst,
            "type": u8::from(burst),
        });
        name_guild(&mut data, guild);
        if on {
            data["message_author_id"] = json!(author.to_string());
            if let Some(member) = guild.and_then(|g| self.member_json(g, user)) {
                data["member"] = member;
            }
        }
        let name = if on { "MESSAGE_REACTION_ADD" } else { "MESSAGE_REACTION_REMOVE" };
        self.tell_in(channel, name, need, data);
        Ok(())
    }

    /// Sends this on every connection that has a session.
    pub fn shout(&self, word: impl Fn() -> Out) {
        for line in self.sessions.iter().filter_map(|session| session.line.as_ref()) {
            let _ = line.send(word());
        }
    }

    /// Tells every session that asked for it.
    pub fn tell(&mut self, name: &str, need: u64, guild: Option<Id>, data: Value) {
        for session in &mut self.sessions {
            if session.hears(guild) && (need == 0 || session.intents & need != 0) {
                session.say(name, data.clone());
            }
        }
    }

    /// Tells of something in a channel, if the bot sees it.
    pub fn tell_in(&mut self, channel: Id, name: &str, need: u64, data: Value) {
        if self.sees(self.bot, channel) {
            let guild = self.channels.get(&channel).and_then(|c| c.guild);
            self.tell(name, need, guild, data);
        }
    }

    /// Tells of a message: without what it says where a session may not know that.
    /// <https://discord.com/developers/docs/events/gateway#message-content-intent>
    pub fn tell_message(&mut self, name: &str, channel: Id, id: Id) {
        let Ok(message) = self.message(channel, id) else { return };
        let ephemeral = message.only_for.is_some();
        let (author, nonce, webhook) = (message.author, message.nonce.clone(), message.webhook.is_some());
        if !ephemeral && !self.sees(self.bot, channel) {
            return;
        }
        let place = self.channels.get(&channel);
        let (in_guild, kind) = place.map_or((None, 0), |c| (c.guild, c.kind));
        // An ephemeral message comes as if it were a direct one.
        // <https://discord.com/developers/docs/events/gateway-events#messages>
        let guild = in_guild.filter(|_| !ephemeral);
        let need = if guild.is_some() { intent::MESSAGES } else { intent::DIRECT_MESSAGES };
        let mut full = self.message_json(channel, id, true);
        let mut bare = self.message_json(channel, id, false);
        for data in [&mut full, &mut bare] {
            name_guild(data, guild);
            data["channel_type"] = json!(kind);
            if let (Some(guild), false) = (guild, webhook)
                && let Some(mut member) = self.member_json(guild, author)
            {
                if let Some(member) = member.as_object_mut() {
                    member.remove("user");
                }
                data["member"] = member;
            }
            if let (Some(nonce), "MESSAGE_CREATE") = (&nonce, name) {
                data["nonce"] = nonce.clone();
            }
        }
        for session in &mut self.sessions {
            if session.hears(in_guild) && session.intents & need != 0 {
                let data = if session.intents & intent::CONTENT != 0 { &full } else { &bare };
                session.say(name, data.clone());
            }
        }
    }

    pub fn user_json(&self, id: Id) -> Value {
        let Some(user) = self.users.get(&id) else {
            return json!({"id": id.to_string(), "username": "deleted_user", "discriminator": "0", "avatar": null,
                "global_name": null, "public_flags": 0, "flags": 0, "primary_guild": null});
        };
        let mut data = json!({
            "id": id.to_string(),
            "username": user.name.to_lowercase().replace(' ', "_"),
            "global_name": user.name,
            "discriminator": "0",
            "avatar": null,
            "public_flags": 0,
            "flags": 0,
            "primary_guild": null,
        });
        if user.bot {
            data["bot"] = json!(true);
        }
        data
    }

    pub fn member_json(&self, guild: Id, user: Id) -> Option<Value> {
        let member = self.guilds.get(&guild)?.members.get(&user)?;
        Some(json!({
            "user": self.user_json(user),
            "nick": null,
            "avatar": null,
            "banner": null,
            "roles": ids(&member.roles),
            "joined_at": rfc3339(member.joined),
            "premium_since": null,
            "communication_disabled_until": null,
            "deaf": false,
            "mute": false,
            "pending": false,
            "flags": 0,
        }))
    }

    pub fn role_json(&self, guild: Id, index: usize) -> Value {
        let role = &self.guilds[&guild].roles[index];
        json!({
            "id": role.id.to_string(),
            "name": role.name,
            "permissions": role.permissions.to_string(),
            "position": index,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
            "hoist": false,
            "managed": false,
            "mentionable": false,
            "icon": null,
            "unicode_emoji": null,
            "flags": 0,
        })
    }

    pub fn roles_json(&self, guild: Id) -> Vec<Value> {
        (0..self.guilds[&guild].roles.len()).map(|index| self.role_json(guild, index)).collect()
    }

    pub fn guild_json(&self, id: Id) -> Value {
        let guild = &self.guilds[&id];
        json!({
            "id": id.to_string(),
            "name": guild.name,
            "owner_id": guild.owner.to_string(),
            "roles": self.roles_json(id),
            "icon": null,
            "description": null,
            "home_header": null,
            "splash": null,
            "discovery_splash": null,
            "features": [],
            "banner": null,
            "application_id": null,
            "region": "deprecated",
            "afk_channel_id": null,
            "afk_timeout": 300,
            "system_channel_id": null,
            "system_channel_flags": 0,
            "widget_enabled": false,
            "widget_channel_id": null,
            "verification_level": 0,
            "default_message_notifications": 0,
            "mfa_level": 0,
            "explicit_content_filter": 0,
            "max_presences": null,
            "max_members": 500_000,
            "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25,
            "vanity_url_code": null,
            "premium_tier": 0,
            "premium_subscription_count": 0,
            "preferred_locale": "en-US",
            "rules_channel_id": null,
            "safety_alerts_channel_id": null,
            "public_updates_channel_id": null,
            "premium_progress_bar_enabled": false,
            "nsfw": false,
            "nsfw_level": 0,
            "emojis": [],
            "stickers": [],
            "incidents_data": null,
            "approximate_member_count": guild.members.len(),
        })
    }

    /// A guild as the gateway tells of it: with its channels, threads and the bot as its member.
    /// <https://discord.com/developers/docs/events/gateway-events#guild-create>
    pub fn guild_create(&self, id: Id) -> Value {
        let mut data = self.guild_json(id);
        let seen = |c: &&Channel| c.guild == Some(id) && !c.gone && self.sees(self.bot, c.id);
        let of = |thread: bool| -> Vec<Value> {
            let fits = |c: &&Channel| c.thread.is_some() == thread && !c.thread.as_ref().is_some_and(|t| t.archived);
            self.channels.values().filter(seen).filter(fits).map(|c| self.channel_json(c.id)).collect()
        };
        data["channels"] = json!(of(false));
        data["threads"] = json!(of(true));
        data["joined_at"] = json!(rfc3339(self.guilds[&id].members.get(&self.bot).map_or(0, |m| m.joined)));
        data["large"] = json!(false);
        data["unavailable"] = json!(false);
        data["member_count"] = json!(self.guilds[&id].members.len());
        data["members"] = json!(self.member_json(id, self.bot).into_iter().collect::<Vec<_>>());
        for empty in ["voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"] {
            data[empty] = json!([]);
        }
        data
    }

    pub fn channel_json(&self, id: Id) -> Value {
        let channel = &self.channels[&id];
        let last = channel.messages.values().rfind(|m| m.only_for.is_none()).map(|m| m.id.to_string());
        let mut data = json!({"id": id.to_string(), "type": channel.kind, "flags": 0, "last_message_id": last});
        if let Some(person) = channel.recipient {
            data["recipients"] = json!([self.user_json(person)]);
            return data;
        }
        name_guild(&mut data, channel.guild);
        data["name"] = json!(channel.name);
        data["parent_id"] = json!(channel.parent.map(|p| p.to_string()));
        data["rate_limit_per_user"] = json!(0);
        if let Some(thread) = &channel.thread {
            let count = channel.messages.values().filter(|m| !m.gone && m.id != id).count();
            data["owner_id"] = json!(thread.owner.to_string());
            data["message_count"] = json!(count);
            data["total_message_sent"] = json!(channel.messages.len());
            data["member_count"] = json!(thread.members.len().min(50));
            data["thread_metadata"] = json!({
                "archived": thread.archived,
                "archive_timestamp": rfc3339(thread.since),
                "auto_archive_duration": thread.minutes,
                "locked": thread.locked,
                "create_timestamp": rfc3339(time_of(id)),
            });
            return data;
        }
        data["position"] = json!(0);
        data["topic"] = json!(channel.topic);
        data["nsfw"] = json!(false);
        data["permission_overwrites"] = channel
            .overwrites
            .iter()
            .map(|o| {
                json!({"id": o.id.to_string(), "type": u8::from(o.person),
                    "allow": o.allow.to_string(), "deny": o.deny.to_string()})
            })
            .collect();
        if channel.kind == kind::FORUM {
            data["available_tags"] = json!([]);
        }
        data
    }

    /// A message. Without `content`, what it says is left out unless the bot may know it anyway:
    /// its own words, a direct message, a message that mentions it.
    pub fn message_json(&self, channel: Id, id: Id, content: bool) -> Value {
        let message = &self.channels[&channel].messages[&id];
        let open = content
            || message.author == self.bot
            || self.channels[&channel].guild.is_none()
            || message.mentions.contains(&self.bot);
        let author = match &message.webhook {
            None => self.user_json(message.author),
            Some(name) => json!({"id": message.author.to_string(), "username": name, "discriminator": "0000",
                "avatar": null, "global_name": null, "public_flags": 0, "flags": 0, "primary_guild": null, "bot": true}),
        };
        let mut marks: BTreeMap<&String, (usize, usize, bool)> = BTreeMap::new();
        for (burst, (emoji, users)) in
            message.reactions.iter().map(|m| (false, m)).chain(message.bursts.iter().map(|m| (true, m)))
        {
            let (normal, bursts, me) = marks.entry(emoji).or_default();
            *(if burst { bursts } else { normal }) += users.len();
            *me |= !burst && users.contains(&self.bot);
        }
        let reactions: Vec<Value> = marks
            .into_iter()
            .map(|(emoji, (normal, burst, me))| {
                json!({"emoji": {"id": null, "name": emoji}, "count": normal + burst,
                    "count_details": {"burst": burst, "normal": normal}, "burst_colors": [], "me_burst": false, "me": me})
            })
            .collect();
        let attachments: Vec<Value> = message.attachments.iter().map(|a| self.attachment_json(channel, a)).collect();
        let mut data = json!({
            "id": id.to_string(),
            "channel_id": channel.to_string(),
            "type": message.kind,
            "author": author,
            "content": if open { message.content.as_str() } else { "" },
            "embeds": if open { json!(message.embeds) } else { json!([]) },
            "components": if open { json!(message.components) } else { json!([]) },
            "attachments": if open { json!(attachments) } else { json!([]) },
            "mentions": message.mentions.iter().map(|u| self.user_json(*u)).collect::<Vec<_>>(),
            "mention_roles": ids(&message.mention_roles),
            "mention_everyone": message.mention_everyone,
            "timestamp": rfc3339(time_of(id)),
            "edited_timestamp": message.edited.map(rfc3339),
            "pinned": message.pinned,
            "tts": false,
            "flags": message.flags,
        });
        if message.garbled {
            data["timestamp"] = json!(GARBLED);
        }
        if !reactions.is_empty() {
            data["reactions"] = json!(reactions);
        }
        if message.webhook.is_some() {
            data["webhook_id"] = json!(message.author.to_string());
        }
        if message.author == self.bot {
            data["application_id"] = json!(self.bot.to_string());
        }
        if let Some(target) = message.reply_to {
            data["message_reference"] =
                json!({"type": 0, "channel_id": channel.to_string(), "message_id": target.to_string()});
            name_guild(&mut data["message_reference"], self.channels[&channel].guild);
            let known = self.message(channel, target).ok().filter(|m| m.reply_to.is_none());
            data["referenced_message"] = match (known, self.message(channel, target)) {
                (Some(_), _) => self.message_json(channel, target, content),
                // What the target itself replied to is not told.
                (None, Ok(_)) => {
                    let mut of_target = self.message_json(channel, target, content);
                    if let Some(of_target) = of_target.as_object_mut() {
                        of_target.remove("referenced_message");
                    }
                    of_target
                }
                (None, Err(_)) => Value::Null,
            };
        }
        if message.flags & flag::HAS_THREAD != 0 && self.channels.contains_key(&id) {
            data["thread"] = self.channel_json(id);
        }
        if let Some(interaction) = message.interaction.and_then(|i| self.interactions.get(&i)) {
            data["webhook_id"] = json!(self.bot.to_string());
            data["interaction_metadata"] = self.metadata(interaction);
        }
        data
    }

    fn metadata(&self, interaction: &Interaction) -> Value {
        let mut data = json!({
            "id": interaction.id.to_string(),
            "type": interaction.kind,
            "user": self.user_json(interaction.user),
            "authorizing_integration_owners": self.owners(interaction.channel),
        });
        match interaction.kind {
            3 => data["interacted_message_id"] = json!(interaction.message.map(|m| m.to_string())),
            5 => {
                let opener = interaction.opened_by.and_then(|i| self.interactions.get(&i));
                data["triggering_interaction_metadata"] = opener.map_or(Value::Null, |opener| self.metadata(opener));
            }
            _ => {}
        }
        data
    }

    /// Where the application was installed that an interaction goes to.
    pub fn owners(&self, channel: Id) -> Value {
        let guild = self.channels.get(&channel).and_then(|c| c.guild);
        json!({"0": guild.map_or("0".to_owned(), |g| g.to_string())})
    }

    pub fn attachment_json(&self, channel: Id, attachment: &Attachment) -> Value {
        let url = format!("{}/attachments/{channel}/{}/{}", self.api, attachment.id, encode(&attachment.name));
        json!({
            "id": attachment.id.to_string(),
            "filename": attachment.name,
            "size": attachment.bytes.len(),
            "url": url,
            "proxy_url": url,
            "content_type": attachment.mime,
        })
    }
}

/// The first snowflake of a moment.
pub fn first_of(moment: Time) -> Id {
    u64::try_from(moment - EPOCH).unwrap_or_default() << 22
}

/// When a snowflake was made.
pub fn time_of(id: Id) -> Time {
    i64::try_from(id >> 22).unwrap_or_default() + EPOCH
}

/// A moment as Discord writes it.
pub fn rfc3339(at: Time) -> String {
    let at = jiff::Timestamp::from_millisecond(at).unwrap();
    at.strftime("%Y-%m-%dT%H:%M:%S%.6f+00:00").to_string()
}

pub fn ids(all: &[Id]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

pub fn name_guild(data: &mut Value, guild: Option<Id>) {
    if let Some(guild) = guild {
        data["guild_id"] = json!(guild.to_string());
    }
}

/// A name as it stands in an address.
fn encode(name: &str) -> String {
    let safe = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    name.bytes().map(|b| if safe(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
