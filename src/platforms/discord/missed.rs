//! What happened while nothing was heard. History brings new messages alone, so what is on the record
//! is compared with what stands there: what was changed, crossed out by its author, or is gone.

use super::Discord;
use super::hear::{PICTURE, is_said, name_of};
use super::history::{From, PAGE};
use super::known::About;
use super::place::{Place, first_of, moment};
use super::rest::{code, until_read};
use super::session::DiscordError;
use super::sync::Loop;
use crate::chat::{Author, Batch, Event, Origin};
use crate::intake::{Intake, Source};
use crate::model::{HOUR, MINUTE, Platform, SECOND, Time};
use crate::platforms::until_taken;
use serde_json::Value;
use serenity::all::{ChannelId, GuildChannel, Message as Said, MessageId, MessageReaction, ReactionType, Route, User};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;
use std::time::Duration;

/// History is read from so long before the cursor.
pub(super) const WATERMARK: Time = 10 * MINUTE;
/// What was written since then is compared each time the connection is new.
const COMPARED: Time = 48 * HOUR;
/// What is older is compared once a day.
const SWEEP: Duration = Duration::from_secs(24 * 60 * 60);
/// The pause between two messages of it.
const BETWEEN: Duration = Duration::from_millis(250);
/// The marks by which its author takes a message back: looked at where it is on the record, or may
/// come onto it.
const TAKEN_BACK: [&str; 2] = ["❌", "✖"];
/// The mark by which its author puts a message on the record: looked at where it is not.
const PUT_ON: &str = "📝";
/// What became of a message, and how that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Was {
    /// It is on the record.
    Noted,
    /// It is new.
    New,
    /// It was heard before and is not on the record.
    Heard,
}

/// The messages of a channel that are on the record, each with the room to which it belongs.
type Standing = BTreeMap<MessageId, (ChannelId, Place)>;

impl Loop<'_> {
    /// Reads what was missed since the mark, and compares what is on the record with what stands
    /// there. Nothing newer is taken before.
    pub(super) async fn catch_up(&mut self) -> Result<(), DiscordError> {
        let discord = self.discord;
        let began = discord.now();
        let from = self.mark.map_or(began - COMPARED, |mark| moment(mark) - WATERMARK);
        let since = from.min(began - COMPARED);
        *discord.missed.lock().unwrap_or_else(PoisonError::into_inner) = (began, from);
        let mut standing = by_channel(until_taken(|| self.intake.standing(Platform::Discord, since)).await?);
        let unread = discord.unread(self.intake).await?;
        let since_when = |room: &ChannelId| unread.get(room).copied().unwrap_or(from);
        let rooms = discord.rooms().into_iter().map(|room| (room, since_when(&room))).collect();
        let mut channels = discord.rooms_with_threads(&rooms).await?;
        let conversations = until_taken(|| self.intake.conversations(Platform::Discord)).await?;
        let conversations = conversations.iter().filter_map(|channel| channel.parse::<ChannelId>().ok());
        for channel in conversations.chain(standing.keys().copied()) {
            channels.entry(channel).or_insert(channel);
        }
        let (mut events, mut newest) = (Vec::new(), None);
        for (channel, room) in channels {
            let stands = standing.remove(&channel).unwrap_or_default();
            let from = since_when(&room);
            let read = discord.compare_channel(channel, since.min(from), from, stands, &mut events).await?;
            newest = newest.max(read);
        }
        // What came into one channel while another was read is heard after this, and comes first.
        let took = discord.now() - began;
        let mark = newest.map(|newest| first_of(moment(newest) - took)).max(self.mark);
        if !events.is_empty() {
            tracing::info!(count = events.len(), "what was missed was read from the history");
        }
        self.hand_over(events, mark).await
    }
}

impl Discord {
    /// Compares once a day what is older than what is compared with each new connection.
    pub(super) async fn sweep_daily(&self, intake: &Intake) -> Result<(), DiscordError> {
        loop {
            let standing = until_taken(|| intake.standing(Platform::Discord, 0)).await?;
            let until = self.now() - COMPARED;
            let older = by_channel(standing.into_iter().filter(|source| source.at < until).collect());
            for (channel, messages) in older {
                for (message, (room, place)) in messages {
                    let mut events = Vec::new();
                    match until_read(|| self.message(channel, message)).await? {
                        Ok(Some(said)) => self.compare(&said, Was::Noted, &mut events).await?,
                        Err(refused) if refused.is(code::UNKNOWN_MESSAGE) => events.push(self.absent(room, place)),
                        // What cannot be looked at counts as standing.
                        _ => {}
                    }
                    if !events.is_empty() {
                        let batch = Batch { events, cursor: None };
                        until_taken(|| intake.take(batch.clone())).await?;
                    }
                    tokio::time::sleep(BETWEEN).await;
                }
            }
            tokio::time::sleep(SWEEP).await;
        }
    }

    /// What was said, since a moment, in rooms that the bot might not read until now.
    pub(super) async fn read_at_last(
        &self,
        rooms: &BTreeMap<ChannelId, Time>,
        events: &mut Vec<Event>,
    ) -> Result<(), DiscordError> {
        for (room, from) in rooms {
            for channel in self.rooms_with_threads(&BTreeMap::from([(*room, *from)])).await?.into_keys() {
                self.compare_channel(channel, *from, *from, Standing::new(), events).await?;
            }
        }
        Ok(())
    }

    /// The rooms that the bot might not read when it last looked, and since when it may not know them: for
    /// so long as is compared with each new connection, at the least.
    pub(super) async fn unread(&self, intake: &Intake) -> Result<BTreeMap<ChannelId, Time>, DiscordError> {
        let unread = until_taken(|| intake.unread(Platform::Discord)).await?;
        let compared = self.now() - COMPARED;
        Ok(unread.into_iter().filter_map(|(room, since)| Some((room.parse().ok()?, since.min(compared)))).collect())
    }

    /// Channels that are rooms, with the threads below them that are open, or were at a moment of each; with
    /// the room that each belongs to.
    async fn rooms_with_threads(
        &self,
        rooms: &BTreeMap<ChannelId, Time>,
    ) -> Result<BTreeMap<ChannelId, ChannelId>, DiscordError> {
        let (mut guilds, mut threads) = (BTreeSet::new(), Vec::new());
        for (room, from) in rooms {
            let Some(about) = self.channel(*room).await else { continue };
            guilds.extend(about.guild);
            if about.parent.is_none() && about.guild.is_some() {
                threads.extend(self.closed_since(*room, *from).await?);
            }
        }
        for guild_id in guilds {
            let answer = until_read(|| self.read(Route::GuildThreadsActive { guild_id }, Vec::new())).await?;
            threads.extend(answer.ok().into_iter().flat_map(threads_of));
        }
        let mut channels: BTreeMap<ChannelId, ChannelId> = rooms.keys().map(|room| (*room, *room)).collect();
        for thread in threads {
            let about = About::of(&thread);
            let room = about.parent.filter(|parent| rooms.contains_key(parent));
            self.known.channel_is(thread.id, about);
            // One that is a room itself belongs to none.
            if let Some(room) = room {
                channels.entry(thread.id).or_insert(room);
            }
        }
        Ok(channels)
    }

    /// The threads below a channel that were closed since a moment, the last first.
    async fn closed_since(&self, channel_id: ChannelId, from: Time) -> Result<Vec<GuildChannel>, DiscordError> {
        let (mut closed, mut before) = (Vec::new(), None::<String>);
        loop {
            let route = || Route::ChannelArchivedPublicThreads { channel_id };
            // The library writes it into the address as it is, where a plus stands for a blank.
            let before_it = || before.iter().map(|before| ("before", before.replace('+', "%2B")));
            let params = || before_it().chain([("limit", PAGE.to_string())]);
            let answer = until_read(|| self.read(route(), params().collect())).await?;
            let answer = match answer {
                Ok(answer) => answer,
                Err(_) if before.is_none() => return Ok(closed),
                Err(refused) => {
                    tracing::error!(%refused, "of the threads that were closed not all are told");
                    return Ok(closed);
                }
            };
            let more = answer["has_more"] == true;
            let last = answer["threads"].as_array().and_then(|threads| threads.last());
            before = last.and_then(|thread| thread["thread_metadata"]["archive_timestamp"].as_str()).map(str::to_owned);
            let page = threads_of(answer);
            let closed_at = |thread: &GuildChannel| thread.thread_metadata.and_then(|data| data.archive_timestamp);
            let since =
                |thread: &&GuildChannel| closed_at(thread).is_none_or(|at| at.unix_timestamp() >= from / SECOND);
            let whole = page.iter().filter(since).count() == page.len();
            closed.extend(page.iter().filter(since).cloned());
            if !more || !whole || before.is_none() {
                return Ok(closed);
            }
        }
    }

    /// Reads a channel since a moment: what is new from another on, and of what is on the record, what
    /// became of it. Gives the newest message that was read.
    async fn compare_channel(
        &self,
        channel: ChannelId,
        since: Time,
        from: Time,
        mut stands: Standing,
        events: &mut Vec<Event>,
    ) -> Result<Option<u64>, DiscordError> {
        let (mut after, from, mut newest) = (first_of(since), first_of(from), None);
        loop {
            let Ok(page) = until_read(|| self.page(channel, From::After(after))).await? else {
                // A channel that is gone, or that the bot may not read: nothing in it counts as deleted, and
                // that it is not read is noted.
                events.extend(until_read(|| self.learned(channel)).await?.ok());
                return Ok(newest);
            };
            newest = page.newest.or(newest);
            for said in &page.said {
                let was = match stands.remove(&said.id) {
                    Some(_) => Was::Noted,
                    None if said.id.get() >= from => Was::New,
                    None => Was::Heard,
                };
                // What was not worth noting may be so since it was changed.
                if was == Was::New || was == Was::Heard && said.edited_timestamp.is_some() {
                    events.extend(self.heard(said, Origin::History).await);
                }
                self.compare(said, was, events).await?;
            }
            match page.newest.filter(|_| page.is_whole) {
                Some(newest) => after = newest,
                None => break,
            }
        }
        for (message, (room, place)) in stands {
            // Who may not read a channel's history is told that it is empty: each is asked for.
            let gone = until_read(|| self.message(channel, message)).await?;
            if gone.is_err_and(|refused| refused.is(code::UNKNOWN_MESSAGE)) {
                self.known.went(message);
                events.push(self.absent(room, place));
            }
        }
        Ok(newest)
    }

    /// What became of a message: changed, or marked by its author.
    async fn compare(&self, said: &Said, was: Was, events: &mut Vec<Event>) -> Result<(), DiscordError> {
        if !is_said(said) {
            return Ok(());
        }
        if was == Was::Noted {
            events.extend(self.edited(said, Origin::History).await);
        }
        for reaction in &said.reactions {
            let ReactionType::Unicode(mark) = &reaction.reaction_type else { continue };
            let plain = mark.trim_end_matches(PICTURE);
            let tells = match was {
                Was::Noted => TAKEN_BACK.contains(&plain),
                Was::New => TAKEN_BACK.contains(&plain) || plain == PUT_ON,
                Was::Heard => plain == PUT_ON,
            };
            if tells && self.is_marked_by(said, reaction).await? {
                let (room, place) = self.place(said.channel_id, said.id).await;
                let author = Author::new(said.author.id.to_string(), name_of(&said.author, None));
                let direct = self.channel(said.channel_id).await.is_some_and(|about| about.guild.is_none());
                let event = self.mark(room, place, author, mark, true, Origin::History);
                events.push(Event { direct, ..event });
            }
        }
        Ok(())
    }

    /// Whether the author of a message put this mark on it, as one or as a super reaction.
    async fn is_marked_by(&self, said: &Said, mark: &MessageReaction) -> Result<bool, DiscordError> {
        let author = said.author.id.get();
        let reaction = mark.reaction_type.as_data();
        let route = || Route::ChannelMessageReactionEmoji {
            channel_id: said.channel_id,
            message_id: said.id,
            reaction: &reaction,
        };
        // They come in the order of their numbers: the first after the one before is the author, or not.
        // <https://discord.com/developers/docs/resources/message#get-reactions-reaction-types>
        for (kind, count) in [("0", mark.count_details.normal), ("1", mark.count_details.burst)] {
            if count == 0 {
                continue;
            }
            let after = (author - 1).to_string();
            let params = || vec![("limit", "1".to_owned()), ("after", after.clone()), ("type", kind.to_owned())];
            let users = until_read(|| self.read(route(), params())).await?;
            let users: Vec<User> = users.ok().and_then(|users| serde_json::from_value(users).ok()).unwrap_or_default();
            if users.first().is_some_and(|user| user.id.get() == author) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// The threads of an answer.
fn threads_of(mut answer: Value) -> Vec<GuildChannel> {
    let threads = answer.get_mut("threads").map(Value::take);
    threads.and_then(|threads| serde_json::from_value(threads).ok()).unwrap_or_default()
}

/// What is on the record, by the channel in which Discord keeps it. What was said by a command stands
/// in no message.
fn by_channel(sources: Vec<Source>) -> BTreeMap<ChannelId, Standing> {
    let mut channels: BTreeMap<ChannelId, Standing> = BTreeMap::new();
    for source in sources {
        let (Ok(room), Some(place)) = (source.room.parse::<ChannelId>(), Place::parse(&source.event)) else { continue };
        channels.entry(place.channel(room)).or_default().insert(place.message, (room, place));
    }
    channels
}
