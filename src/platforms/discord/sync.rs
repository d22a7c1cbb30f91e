//! The loop that hears: what came is gathered, put into the order in which Discord took it, and
//! handed over with the account's cursor.
//!
//! The cursor is one of Discord's identifiers: they count by time over all channels, so that one says
//! for all of them how far they were read. It stays behind what was heard by some seconds, since what
//! comes first by a new connection may be heard before the READY that tells of a gap.

use super::Discord;
use super::gateway::News;
use super::history::message;
use super::known::About;
use super::rest::until_read;
use super::session::DiscordError;
use crate::chat::{Batch, Body, Event, Origin};
use crate::intake::Intake;
use crate::model::{Platform, SECOND, Time};
use crate::platforms::until_taken;
use serenity::all::{ChannelId, Event as Told, GuildId, Message as Said, PartialGuildChannel, Reaction};
use std::collections::BTreeSet;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// For how long what comes is gathered before it is put into order.
const GATHERING: Duration = Duration::from_millis(25);
/// How much is taken at once.
const TOGETHER: usize = 1_000;
/// So long after it was heard nothing from before it is expected any more.
const SETTLED: Time = 5 * SECOND;

/// What is known of the outside while the loop runs.
pub(super) struct Loop<'d> {
    pub discord: &'d Arc<Discord>,
    pub intake: &'d Intake,
    /// Everything before it has been handed over; nothing, where nothing was heard ever.
    pub mark: Option<u64>,
    /// The newest that was heard, and since when: the next mark, once that has settled.
    settling: Option<(Time, u64)>,
    /// Whether everything from before the connection was read.
    up_to_date: bool,
    /// Whether nothing is missed now: as far as is known, every connection stands.
    connected: bool,
    /// Told when everything from before was read for the first time.
    caught_up: &'d Notify,
}

impl Discord {
    /// Hears until it is dropped, or until Discord or the store refuse for good. `cursor` is how far an
    /// earlier run came; `synced` is told whether what is heard is up to date.
    ///
    /// # Errors
    /// The token or the intents are refused, or what was heard cannot be written down.
    pub async fn hear(
        self: &Arc<Self>,
        intake: &Intake,
        cursor: Option<String>,
        synced: impl Fn(bool),
    ) -> Result<(), DiscordError> {
        let (news, heard) = unbounded_channel();
        let mark = cursor.and_then(|cursor| cursor.parse().ok());
        let caught_up = Notify::new();
        let (settling, up_to_date, connected) = (None, false, true);
        let hearing = Loop { discord: self, intake, mark, settling, up_to_date, connected, caught_up: &caught_up };
        let sweep = async {
            caught_up.notified().await;
            self.sweep_daily(intake).await
        };
        tokio::select! {
            refused = self.stay_connected(intake, news) => Err(refused),
            ended = hearing.run(heard, synced) => ended,
            ended = sweep => ended,
            () = self.keep_registered() => Ok(()),
        }
    }

    /// Looks which channels are rooms.
    pub(super) async fn look_what_is_bound(&self, intake: &Intake) -> Result<(), DiscordError> {
        let rooms = until_taken(|| intake.bound(Platform::Discord)).await?;
        let rooms = rooms.iter().filter_map(|room| room.parse().ok()).collect();
        *self.bound.lock().unwrap_or_else(PoisonError::into_inner) = rooms;
        Ok(())
    }

    /// The channels that are rooms.
    pub(super) fn rooms(&self) -> BTreeSet<ChannelId> {
        self.bound.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Loop<'_> {
    async fn run(mut self, mut heard: UnboundedReceiver<News>, synced: impl Fn(bool)) -> Result<(), DiscordError> {
        while let Some(first) = heard.recv().await {
            tokio::time::sleep(GATHERING).await;
            let (mut told, mut waiting) = (Vec::new(), Vec::new());
            let mut next = Some(first);
            while let Some(news) = next {
                match news {
                    News::Event(event) => told.push(*event),
                    News::Connected(stands) => {
                        self.connected = stands;
                        synced(stands && self.up_to_date);
                    }
                    News::Waits(waits) => waiting.push(waits),
                }
                next = if told.len() < TOGETHER { heard.try_recv().ok() } else { None };
            }
            self.discord.look_what_is_bound(self.intake).await?;
            let anew = told.iter().any(|told| matches!(told, Told::Ready(_)));
            let mut pile = Pile::default();
            for told in told {
                self.sort(told, &mut pile);
            }
            // Nothing newer is taken before what was missed.
            if anew {
                self.settling = None;
                self.catch_up().await?;
                (self.up_to_date, self.connected) = (true, true);
                self.caught_up.notify_one();
                synced(true);
            }
            self.take(pile).await?;
            for waits in waiting {
                let _ = waits.send(());
            }
        }
        Ok(())
    }

    /// Takes what was told, in the order in which it happened.
    async fn take(&mut self, mut pile: Pile) -> Result<(), DiscordError> {
        let discord = self.discord;
        let mut events = Vec::new();
        // What was deleted meanwhile is not written down first.
        for (channel, message, direct) in pile.deleted {
            events.push(discord.deleted(channel, message, direct).await);
        }
        pile.said.sort_by_key(|said| said.id);
        for said in &pile.said {
            discord.known.wrote(said.id, Some(said.author.id));
        }
        for said in &pile.said {
            events.extend(discord.heard(said, Origin::Live).await);
        }
        for said in &pile.changed {
            events.extend(discord.edited(said, Origin::Live).await);
        }
        for reaction in &pile.reactions {
            events.extend(discord.marked(reaction).await);
        }
        let mut learned = Vec::new();
        for room in discord.rooms() {
            if pile.touched.concern(room, discord.known.channel(room)) {
                learned.extend(until_read(|| discord.learned(room)).await?.ok());
            }
        }
        // What was said where the bot may read again comes before the word that it may.
        let may_read =
            |event: &Event| matches!(&event.body, Body::Facts(facts) if matches!(facts.may, Some([true, ..])));
        let open: BTreeSet<ChannelId> =
            learned.iter().filter(|event| may_read(event)).filter_map(|event| event.room.parse().ok()).collect();
        if !open.is_empty() {
            let mut unread = discord.unread(self.intake).await?;
            unread.retain(|room, _| open.contains(room));
            discord.read_at_last(&unread, &mut events).await?;
        }
        events.extend(learned);
        let newest = pile.said.iter().map(|said| said.id.get()).max();
        let cursor = self.next_mark(newest);
        if !events.is_empty() || cursor.is_some() {
            self.hand_over(events, cursor).await?;
        }
        Ok(())
    }

    /// The mark that has settled, and the next that begins to.
    fn next_mark(&mut self, newest: Option<u64>) -> Option<u64> {
        // Before all was read that was missed, nothing says how far it was read; and one connection of
        // several may miss what another hears.
        if !(self.up_to_date && self.connected) {
            return None;
        }
        let now = self.discord.now();
        let settled = self.settling.filter(|(since, _)| now - since > SETTLED).map(|(_, mark)| mark);
        if self.settling.is_none() || settled.is_some() {
            self.settling = newest.map(|newest| (now, newest));
        }
        settled.filter(|settled| self.mark.is_none_or(|mark| mark < *settled))
    }

    /// Hands a batch over.
    pub(super) async fn hand_over(&mut self, events: Vec<Event>, mark: Option<u64>) -> Result<(), DiscordError> {
        let account = self.discord.own.to_string();
        let cursor = mark.map(|mark| (Platform::Discord, account, mark.to_string()));
        let batch = Batch { events, cursor };
        until_taken(|| self.intake.take(batch.clone())).await?;
        self.mark = mark.or(self.mark);
        Ok(())
    }

    /// Puts what was told where it is taken from, and remembers what it says of channels and roles.
    fn sort(&mut self, told: Told, pile: &mut Pile) {
        let (known, own) = (&self.discord.known, self.discord.own);
        match told {
            Told::MessageCreate(told) => {
                let said = told.message;
                // What the bot says to one person alone comes as if it were private.
                if said.guild_id.is_none() && !said.author.bot {
                    known.channel_is(said.channel_id, About::private());
                }
                pile.said.push(said);
            }
            Told::MessageUpdate(told) => pile.changed.push(self.discord.changed(&told)),
            Told::MessageDelete(told) => {
                pile.deleted.push((told.channel_id, told.message_id, told.guild_id.is_none()));
            }
            Told::MessageDeleteBulk(told) => {
                let direct = told.guild_id.is_none();
                pile.deleted.extend(told.ids.into_iter().map(|message| (told.channel_id, message, direct)));
            }
            Told::ReactionAdd(told) => pile.reactions.push(told.reaction),
            Told::GuildCreate(told) => {
                let guild = told.guild;
                for channel in guild.channels.values().chain(&guild.threads) {
                    known.channel_is(channel.id, About::of(channel));
                }
                guild.roles.values().for_each(|role| known.role_is(role, own));
                pile.touched.guilds.insert(guild.id);
            }
            Told::GuildUpdate(told) => {
                told.guild.roles.values().for_each(|role| known.role_is(role, own));
                pile.touched.guilds.insert(told.guild.id);
            }
            // A server that is away comes back.
            Told::GuildDelete(told) if !told.guild.unavailable => {
                pile.touched.guilds.insert(told.guild.id);
            }
            // A role is given to the bot, or taken from it.
            Told::GuildMemberUpdate(told) if told.user.id == own => {
                pile.touched.guilds.insert(told.guild_id);
            }
            Told::GuildRoleCreate(told) => {
                known.role_is(&told.role, own);
                pile.touched.guilds.insert(told.role.guild_id);
            }
            Told::GuildRoleUpdate(told) => {
                known.role_is(&told.role, own);
                pile.touched.guilds.insert(told.role.guild_id);
            }
            Told::GuildRoleDelete(told) => {
                pile.touched.guilds.insert(told.guild_id);
            }
            Told::ChannelCreate(told) => known.channel_is(told.channel.id, About::of(&told.channel)),
            Told::ChannelUpdate(told) => {
                known.channel_is(told.channel.id, About::of(&told.channel));
                pile.touched.channels.insert(told.channel.id);
            }
            Told::ChannelDelete(told) => {
                known.forget_channel(told.channel.id);
                pile.touched.channels.insert(told.channel.id);
            }
            // It is new, or the bot was let into it.
            Told::ThreadCreate(told) => {
                known.channel_is(told.thread.id, About::of(&told.thread));
                pile.touched.channels.insert(told.thread.id);
            }
            // Of itself the bot is told that it was put out of one.
            Told::ThreadMembersUpdate(told) if told.removed_member_ids.contains(&own) => {
                pile.touched.channels.insert(told.id);
            }
            Told::ThreadUpdate(told) => {
                known.channel_is(told.thread.id, About::of(&told.thread));
                pile.touched.channels.insert(told.thread.id);
            }
            Told::ThreadDelete(told) => {
                let PartialGuildChannel { id, .. } = told.thread;
                known.forget_channel(id);
                pile.touched.channels.insert(id);
            }
            Told::ThreadListSync(told) => {
                told.threads.iter().for_each(|thread| known.channel_is(thread.id, About::of(thread)));
            }
            Told::Unknown(told) => {
                self.discord.misread.fetch_add(1, Ordering::Relaxed);
                tracing::warn!(kind = told.kind, "something that Discord told cannot be read");
                // What someone said is not lost by a part of it that is of no use here.
                let pile = match told.kind.as_str() {
                    "MESSAGE_CREATE" => &mut pile.said,
                    "MESSAGE_UPDATE" => &mut pile.changed,
                    _ => return,
                };
                pile.extend(message(&told.value));
            }
            _ => {}
        }
    }
}

/// What was told, by how it is taken.
#[derive(Default)]
struct Pile {
    said: Vec<Said>,
    changed: Vec<Said>,
    /// The channel, the message, and whether that was private.
    deleted: Vec<(ChannelId, serenity::all::MessageId, bool)>,
    reactions: Vec<Reaction>,
    touched: Touched,
}

/// Where others may read than before, or the bot may do something else.
#[derive(Default)]
struct Touched {
    channels: BTreeSet<ChannelId>,
    guilds: BTreeSet<GuildId>,
}

impl Touched {
    /// Whether that concerns a room.
    fn concern(&self, room: ChannelId, about: Option<About>) -> bool {
        let (guild, parent) = about.map_or((None, None), |about| (about.guild, about.parent));
        self.channels.contains(&room)
            || parent.is_some_and(|parent| self.channels.contains(&parent))
            || guild.is_some_and(|guild| self.guilds.contains(&guild))
    }
}
