//! A faithful fake of Discord: its REST interface, its gateway, and the people who use it.
//!
//! It keeps Discord's own rules (each cites where Discord states it), so that what works here works
//! there: who may do what, how long things are and how long they last, what is told to whom, and
//! which error says what. Its time is the clock that a test gives it. Faults are played on demand.
//! What the bot asks is held against Discord's own description where that is at hand (`spec`), and
//! always against the rules written here (`rules`): a test whose bot asked for anything that
//! Discord would not take fails when the fake is dropped, unless it says what it expected
//! ([`Discord::findings`]).
//!
//! Not played: voice, stickers, polls, custom emoji, stages, events, webhooks that the bot makes,
//! components of the second version, invites, and the pace of IDENTIFY.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may end where its ground is missing"
)]

pub mod door;
pub mod gateway;
pub mod people;
pub mod rest;
pub mod rules;
pub mod spec;
pub mod world;

pub use people::Person;
#[allow(unused_imports, reason = "not everyone who plays here needs every word")]
pub use world::{Id, Message, intent, may};

use gateway::Out;
use gcm_talks::clock::{Clock, Draw};
use rest::Asked;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use world::{Channel, Overwrite, Role, World, kind};

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// What goes wrong with one request.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Trouble {
    /// Nothing is done, and this status is answered.
    Status(u16),
    /// Nothing is done: it is refused, by this code of Discord's.
    Refused(i64),
    /// Nothing is done: too many, wait so many seconds.
    TooMany { after: f64, global: bool },
    /// It is done, and the line is cut before the answer.
    LostReply,
    /// The line is cut, and nothing is done.
    Cut,
    /// Nothing is done and nothing is ever answered.
    Silence,
}

/// A trouble that waits for its request.
pub struct Fault {
    /// The method; empty for any.
    pub method: String,
    /// A part of the path.
    pub path: String,
    pub trouble: Trouble,
}

/// What the tasks and the people share.
pub struct Shared {
    world: Mutex<World>,
    changed: watch::Sender<u64>,
}

impl Shared {
    /// Looks.
    pub fn read<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        look(&self.world.lock().unwrap())
    }

    /// Does something, and wakes who waits for a change.
    pub fn with<T>(&self, act: impl FnOnce(&mut World) -> T) -> T {
        let done = act(&mut self.world.lock().unwrap());
        self.changed.send_modify(|n| *n += 1);
        done
    }
}

/// The fake.
pub struct Discord {
    shared: Arc<Shared>,
    tasks: Vec<JoinHandle<()>>,
}

impl Discord {
    /// A Discord without guilds, whose time is this clock's.
    pub async fn start(clock: Arc<dyn Clock>) -> Discord {
        let rest = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let gateway = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let api = format!("http://{}", rest.local_addr().unwrap());
        let ws = format!("ws://{}", gateway.local_addr().unwrap());
        let world = Mutex::new(World::new(clock, api, ws));
        let shared = Arc::new(Shared { world, changed: watch::Sender::new(0) });
        let app = axum::Router::new()
            .fallback(rest::handle)
            .with_state(shared.clone())
            .into_make_service_with_connect_info::<door::Scissors>();
        let serve = async move {
            let _ = axum::serve(door::Door(rest), app).await;
        };
        let tasks = vec![tokio::spawn(serve), tokio::spawn(gateway::serve(gateway, shared.clone()))];
        Discord { shared, tasks }
    }

    /// Where its REST interface is: what stands for `https://discord.com`.
    pub fn api(&self) -> String {
        self.shared.read(|world| world.api.clone())
    }

    /// Where its gateway is.
    pub fn gateway(&self) -> String {
        self.shared.read(|world| world.gateway.clone())
    }

    /// The bot's token.
    pub fn token(&self) -> String {
        self.shared.read(|world| world.token.clone())
    }

    /// The bot's account, which is its application too.
    pub fn bot(&self) -> Id {
        self.shared.read(|world| world.bot)
    }

    /// A guild with the bot in it, which may pin and moderate there.
    pub fn guild(&self, name: &str) -> Id {
        self.shared.with(|world| world.add_guild(name))
    }

    /// A text channel.
    pub fn channel(&self, guild: Id, name: &str) -> Id {
        self.shared.with(|world| world.add_channel(kind::TEXT, Some(guild), name))
    }

    /// A forum.
    pub fn forum(&self, guild: Id, name: &str) -> Id {
        self.shared.with(|world| world.add_channel(kind::FORUM, Some(guild), name))
    }

    /// A person who is in this guild.
    pub fn person(&self, guild: Id, name: &str) -> Person {
        let person = self.stranger(name);
        person.joins(guild);
        person
    }

    /// A person who is in no guild.
    pub fn stranger(&self, name: &str) -> Person {
        let id = self.shared.with(|world| world.add_user(name, false));
        Person { shared: self.shared.clone(), id }
    }

    /// Another bot that is in this guild.
    pub fn other_bot(&self, guild: Id, name: &str) -> Person {
        let id = self.shared.with(|world| world.add_user(name, true));
        let bot = Person { shared: self.shared.clone(), id };
        bot.joins(guild);
        bot
    }

    /// A webhook writes under a name.
    pub fn webhook_writes(&self, channel: Id, name: &str, text: &str) -> Id {
        self.shared.with(|world| {
            let author = world.fresh();
            let (content, webhook) = (text.to_owned(), Some(name.to_owned()));
            world.post(Message { channel, author, content, webhook, ..Message::default() })
        })
    }

    /// A role of a guild with these permissions, given to these people.
    pub fn role(&self, guild: Id, name: &str, permissions: u64, people: &[Id]) -> Id {
        self.shared.with(|world| {
            let id = world.fresh();
            let Some(of) = world.guilds.get_mut(&guild) else { return id };
            of.roles.push(Role { id, name: name.to_owned(), permissions });
            for person in people {
                if let Some(member) = of.members.get_mut(person) {
                    member.roles.push(id);
                }
            }
            let index = world.guilds[&guild].roles.len() - 1;
            let data = serde_json::json!({"guild_id": guild.to_string(), "role": world.role_json(guild, index)});
            world.tell("GUILD_ROLE_CREATE", intent::GUILDS, Some(guild), data);
            id
        })
    }

    /// What somebody may do in a channel beside what their roles say: `@everyone` has the guild's id.
    pub fn overwrite(&self, channel: Id, overwrite: Overwrite) {
        self.shared.with(|world| {
            let Some(of) = world.channels.get_mut(&channel) else { return };
            of.overwrites.retain(|o| o.id != overwrite.id);
            of.overwrites.push(overwrite);
            let (guild, data) = (world.channels[&channel].guild, world.channel_json(channel));
            world.tell("CHANNEL_UPDATE", intent::GUILDS, guild, data);
        });
    }

    /// Takes rights from the bot in a channel, or gives them back with 0.
    pub fn deny_bot(&self, channel: Id, deny: u64) {
        let id = self.bot();
        self.overwrite(channel, Overwrite { id, person: true, allow: 0, deny });
    }

    /// Gives the bot a role, or takes it away. Of itself it is told whatever it may hear of others.
    /// <https://discord.com/developers/docs/events/gateway#list-of-intents>
    pub fn bot_has_role(&self, guild: Id, role: Id, has: bool) {
        self.shared.with(|world| {
            let bot = world.bot;
            let member = world.guilds.get_mut(&guild).and_then(|guild| guild.members.get_mut(&bot));
            let member = member.expect("the bot is there");
            member.roles.retain(|other| *other != role);
            member.roles.extend(has.then_some(role));
            let mut data = world.member_json(guild, bot).expect("the bot is there");
            data["guild_id"] = serde_json::json!(guild.to_string());
            world.tell("GUILD_MEMBER_UPDATE", 0, Some(guild), data);
        });
    }

    /// The bot is put out of a private thread, or let in again. It is told of others there only with the
    /// intent to hear of members, of itself in any case.
    /// <https://discord.com/developers/docs/events/gateway-events#thread-members-update>
    pub fn bot_is_in(&self, thread: Id, is: bool) {
        self.shared.with(|world| {
            let (bot, now) = (world.bot, world.now());
            let guild = world.channels[&thread].guild;
            let of = world.channels.get_mut(&thread).and_then(|channel| channel.thread.as_mut());
            let members = &mut of.expect("it is a thread").members;
            let changed = if is { members.insert(bot) } else { members.remove(&bot) };
            assert!(changed, "it was so before");
            let count = members.len();
            let member = serde_json::json!({"id": thread.to_string(), "user_id": bot.to_string(), "flags": 0,
                "join_timestamp": world::rfc3339(now)});
            let (added, removed) = if is { (vec![member], vec![]) } else { (vec![], vec![bot.to_string()]) };
            let update = serde_json::json!({"id": thread.to_string(), "guild_id": guild.map(|id| id.to_string()),
                "member_count": count, "added_members": added, "removed_member_ids": removed});
            if is {
                let data = world.channel_json(thread);
                world.tell("THREAD_CREATE", intent::GUILDS, guild, data);
            }
            world.tell("THREAD_MEMBERS_UPDATE", intent::GUILDS, guild, update);
        });
    }

    /// The thread whose name ends so.
    pub fn thread_called(&self, name: &str) -> Option<Id> {
        let is_it = |channel: &&Channel| channel.thread.is_some() && channel.name.ends_with(name);
        self.shared.read(|world| world.channels.values().find(is_it).map(|channel| channel.id))
    }

    /// Who is in a thread, the bot left out.
    pub fn members_of(&self, thread: Id) -> std::collections::BTreeSet<Id> {
        let bot = self.bot();
        let of = |world: &World| Some(world.channels.get(&thread)?.thread.as_ref()?.members.clone());
        let members = self.shared.read(of).unwrap_or_default();
        members.into_iter().filter(|member| *member != bot).collect()
    }

    /// A channel is deleted.
    pub fn delete_channel(&self, channel: Id) {
        self.shared.with(|world| world.close_channel(channel));
    }

    /// The bot is put out of a guild.
    pub fn expel_bot(&self, guild: Id) {
        self.shared.with(|world| {
            let bot = world.bot;
            if let Some(of) = world.guilds.get_mut(&guild) {
                of.members.remove(&bot);
            }
            let data = serde_json::json!({"id": guild.to_string()});
            world.tell("GUILD_DELETE", intent::GUILDS, Some(guild), data);
        });
    }

    /// Which privileged intents the application is given. Both that exist here from the start.
    pub fn give_intents(&self, given: u64) {
        self.shared.with(|world| world.given = given);
    }

    /// The token is no longer good. Who is connected is put out.
    pub fn revoke_token(&self) {
        self.shared.with(|world| world.token = "another.token.that-nobody-has".into());
        self.close(4004);
    }

    /// Limits are kept from now on, and not only told.
    pub fn keep_limits(&self) {
        self.shared.with(|world| world.limits = true);
    }

    /// How often it is to be heard from, in milliseconds, on connections made from now on.
    pub fn heartbeat(&self, interval: u64) {
        self.shared.with(|world| world.heartbeat = interval);
    }

    /// Heartbeats are not answered, or are again.
    pub fn mute(&self, mute: bool) {
        self.shared.with(|world| world.mute = mute);
    }

    /// New connections to the gateway are refused, or taken again.
    pub fn refuse(&self, refuse: bool) {
        self.shared.with(|world| world.refuse = refuse);
    }

    /// Every connection to the gateway is cut without a word.
    pub fn cut(&self) {
        self.shout(|| Out::Cut);
    }

    /// Every connection to the gateway is closed with this code. Those that end the session do.
    pub fn close(&self, code: u16) {
        if matches!(code, 1000 | 1001 | 4004 | 4006 | 4007 | 4009) {
            self.forget_sessions_after(|| Out::Close(code));
        } else {
            self.shout(|| Out::Close(code));
        }
    }

    /// Every client is asked to connect again and to resume.
    pub fn ask_to_reconnect(&self) {
        self.shout(|| Out::Say(serde_json::json!({"op": 7, "d": null})));
    }

    /// Every session is called invalid; one that cannot be resumed is forgotten.
    pub fn invalidate(&self, resumable: bool) {
        let say = move || Out::Say(serde_json::json!({"op": 9, "d": resumable}));
        if resumable { self.shout(say) } else { self.forget_sessions_after(say) }
    }

    /// Every session is forgotten without a word: who resumes will hear of it.
    pub fn forget_sessions(&self) {
        self.forget_sessions_after(|| Out::Cut);
    }

    fn shout(&self, word: impl Fn() -> Out) {
        self.shared.with(|world| world.shout(word));
    }

    /// At once: a session that was resumed in between would be forgotten without a word.
    fn forget_sessions_after(&self, word: impl Fn() -> Out) {
        self.shared.with(|world| {
            world.shout(word);
            world.sessions.clear();
        });
    }

    /// How often it was identified to, and how often resumed.
    pub fn greetings(&self) -> (u32, u32) {
        self.shared.read(|world| (world.identifies, world.resumes))
    }

    /// So many connections are recommended from now on.
    pub fn recommend(&self, shards: u64) {
        self.shared.with(|world| world.shards = shards);
    }

    /// How many connections to the gateway were refused.
    pub fn refusals(&self) -> u32 {
        self.shared.read(|world| world.refusals)
    }

    /// How many clients are connected with a session.
    pub fn connected(&self) -> usize {
        self.shared.read(|world| world.sessions.iter().filter(|s| s.line.is_some()).count())
    }

    /// The next request with this method (any, if empty) to a path with this in it goes wrong.
    pub fn fail(&self, method: &str, path: &str, trouble: Trouble) {
        let fault = Fault { method: method.to_owned(), path: path.to_owned(), trouble };
        self.shared.with(|world| world.faults.push_back(fault));
    }

    /// Of a thousand requests so many go wrong, in one way or another, by a seed.
    pub fn storm(&self, seed: u64, per_mille: u16) {
        let draw = Draw::new(*blake3::hash(&seed.to_le_bytes()).as_bytes());
        self.shared.with(|world| world.storm = (per_mille > 0).then_some((draw, per_mille)));
    }

    /// Everything that the bot asked of the REST interface.
    pub fn asked(&self) -> Vec<Asked> {
        self.shared.read(|world| world.asked.clone())
    }

    /// How many requests of the last ten minutes count as invalid; 10,000 ban an address.
    /// <https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans>
    pub fn invalid_requests(&self) -> usize {
        self.shared.read(|world| {
            let since = world.now() - 10 * 60_000;
            world.invalid.iter().filter(|at| **at > since).count()
        })
    }

    /// What was found wrong with what the bot asked, or with what the fake answered; no longer held
    /// against the test.
    pub fn findings(&self) -> Vec<String> {
        self.shared.with(|world| std::mem::take(&mut world.findings))
    }

    /// The commands that are registered for a guild, or for all.
    pub fn commands(&self, guild: Option<Id>) -> Vec<serde_json::Value> {
        self.shared.read(|world| world.commands.get(&guild).cloned().unwrap_or_default())
    }

    /// Everything that the bot ever posted where all can see it, in order: channel, text, and
    /// whether it is gone.
    pub fn posts(&self) -> Vec<(Id, String, bool)> {
        self.shared.read(|world| {
            let of_bot = |m: &&Message| m.author == world.bot && m.only_for.is_none() && m.kind != 6;
            let mut all: Vec<&Message> =
                world.channels.values().flat_map(|c| c.messages.values()).filter(of_bot).collect();
            all.sort_by_key(|m| m.id);
            all.iter().map(|m| (m.channel, people::text_of(m), m.gone)).collect()
        })
    }

    /// Everything that the bot ever said anywhere and to anyone, as it reads now, in order; what is
    /// gone too.
    pub fn said(&self) -> Vec<Message> {
        self.shared.read(|world| {
            let of_bot = |m: &&Message| m.author == world.bot && m.kind != 6;
            let all = world.channels.values().flat_map(|c| c.messages.values()).filter(of_bot);
            let mut all: Vec<Message> = all.cloned().collect();
            all.sort_by_key(|m| m.id);
            all
        })
    }

    /// The marks that the bot has put on messages, such as are gone since among them: channel, message
    /// and mark.
    pub fn marked(&self) -> Vec<(Id, Id, String)> {
        self.shared.read(|world| {
            let messages = world.channels.values().flat_map(|c| c.messages.values());
            let marks = messages.flat_map(|m| m.reactions.iter().map(move |(mark, by)| (m, mark, by)));
            let own = marks.filter(|(_, _, by)| by.contains(&world.bot));
            own.map(|(m, mark, _)| (m.channel, m.id, mark.clone())).collect()
        })
    }

    /// The token of an interaction, as the gateway told it.
    pub fn token_of(&self, interaction: Id) -> String {
        self.shared.read(|world| world.interactions[&interaction].token.clone())
    }

    /// From now on a message is told so that the library cannot read it.
    pub fn garble(&self, channel: Id, message: Id) {
        self.shared.with(|world| {
            let message = world.channels.get_mut(&channel).and_then(|channel| channel.messages.get_mut(&message));
            message.expect("there is such a message").garbled = true;
        });
    }

    /// A thread is put away: it opens again when someone writes in it.
    pub fn archive(&self, thread: Id) {
        self.shared.with(|world| {
            let now = world.now();
            if let Some(thread) = world.channels.get_mut(&thread).and_then(|channel| channel.thread.as_mut()) {
                (thread.archived, thread.since) = (true, now);
            }
        });
    }

    /// The files that stand in a channel, by name, with what they hold.
    pub fn files(&self, channel: Id) -> Vec<(String, String)> {
        self.shared.read(|world| {
            let standing = world.channels[&channel].messages.values().filter(|m| !m.gone);
            let read =
                |file: &world::Attachment| (file.name.clone(), String::from_utf8_lossy(&file.bytes).into_owned());
            standing.flat_map(|m| &m.attachments).map(read).collect()
        })
    }

    /// Waits until this holds.
    pub async fn until(&self, what: &str, holds: impl Fn(&Discord) -> bool) {
        assert!(self.comes(holds).await, "it never came about that {what}");
    }

    /// Waits until this holds, and says whether it ever did.
    pub async fn comes(&self, holds: impl Fn(&Discord) -> bool) -> bool {
        let mut changes = self.shared.changed.subscribe();
        let waited = tokio::time::timeout(PATIENCE, async {
            while !holds(self) {
                changes.changed().await.unwrap();
            }
        });
        waited.await.is_ok()
    }
}

impl Drop for Discord {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
        // The world cannot be looked at where a test failed while it did.
        if !std::thread::panicking() {
            let findings = self.findings();
            assert!(findings.is_empty(), "Discord would not take this:\n{}", findings.join("\n"));
        }
    }
}
