//! The loop that hears: each answer of the homeserver is handed over whole, with the token that
//! stands behind it. While one is committed the next are asked for already, and all that have come by
//! then are handed over together: who is behind catches up.
//!
//! The library calls handlers at most once and shows no gaps, so neither is relied on: events are
//! taken from the answers, gaps are read from the room's history.

use super::hear::{Raw, event_id};
use super::history::{page_back, while_there};
use super::session::{MatrixError, is_refused, is_token_refused, kind_of};
use super::{Matrix, facts, is_direct};
use crate::chat::{Author, Batch, Body, Event, Origin};
use crate::intake::{Intake, TOGETHER};
use crate::model::{DAY, MINUTE, Platform, SECOND, Time};
use crate::platforms::until_taken;
use futures_util::stream::{self, StreamExt};
use matrix_sdk::config::{SyncSettings, SyncToken};
use matrix_sdk::room::{IncludeRelations, RelationsOptions};
use matrix_sdk::ruma::api::client::filter::{FilterDefinition, LazyLoadOptions};
use matrix_sdk::ruma::api::client::sync::sync_events::v3::Filter;
use matrix_sdk::ruma::api::error::{ErrorKind, RetryAfter};
use matrix_sdk::ruma::events::relation::RelationType;
use matrix_sdk::ruma::{EventId, OwnedEventId, OwnedRoomId, RoomId, UInt};
use matrix_sdk::sync::{SyncResponse, Timeline};
use matrix_sdk::{Room, RoomState};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

/// How long the homeserver may wait for something to happen.
const POLL: Duration = Duration::from_secs(30);
/// How many events of a room one answer, or one page of history, holds.
pub(super) const PAGE: u32 = 100;
/// So many answers wait to be understood while what came before them is committed; one more is asked for.
const AHEAD: usize = 2;
/// On start, history is read from so long before the cursor.
const WATERMARK: Time = 10 * MINUTE;
/// So many rooms are read back side by side.
const SIDE_BY_SIDE: usize = 8;
/// How often what could not be read is tried again.
const AGAIN: Time = 30 * SECOND;
/// After so long its author is told.
const LONG: Time = MINUTE;
/// How many such messages are tried at once.
const AT_ONCE: usize = 50;
/// After so many failures in a row what was asked has to wait: a quarter of a minute.
const FAILS: u32 = 5;
/// After so many failures in a row what comes next is a reconnect.
const OUTAGE: u32 = 3;
/// The longest pause after failures in a row.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// How far the account was read: the homeserver's token, and when it was committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The homeserver's token: none for a device that knows nothing yet, which asks for all that the homeserver
    /// has, and reads from shortly before the moment on.
    pub token: String,
    /// The device that got it: what is for another one alone does not all come after it.
    pub device: String,
    /// When everything before it had been heard.
    pub at: Time,
}

impl Mark {
    /// Reads the cursor's value.
    pub fn parse(value: &str) -> Option<Mark> {
        let mut parts = value.split(' ');
        let (at, token) = (parts.next()?.parse().ok()?, parts.next()?.to_owned());
        Some(Mark { token, device: parts.next().unwrap_or_default().to_owned(), at })
    }

    fn text(&self) -> String {
        format!("{} {} {}", self.at, self.token, self.device)
    }
}

/// An answer of the homeserver, and when it came: how old events are is counted from then.
type Answer = (SyncResponse, Time);
type Answers = mpsc::Receiver<Result<Answer, matrix_sdk::Error>>;

/// What a room's history holds and the homeserver does not give since a moment: all after a token, or
/// another moment.
struct Gap {
    room: OwnedRoomId,
    to: Option<String>,
    until: Time,
    origin: Origin,
    since: Time,
}

/// What is known of the outside while the loop runs.
struct Loop<'m> {
    matrix: &'m Matrix,
    intake: &'m Intake,
    mark: Option<Mark>,
    /// What could not be read yet (the room and the event), and since when this run knows.
    unreadable: BTreeMap<(String, String), Time>,
    tried_at: Time,
    /// The last of them that was tried again.
    tried: Option<(String, String)>,
    /// What is missing. While something is, nothing says how far the account was read: what began anew would
    /// find it missing again.
    gaps: Vec<Gap>,
    /// The rooms that the bot came into and may have been in before, and since when: what of theirs is on the
    /// record is compared with what stands there. It is as with the gaps.
    entered: BTreeMap<OwnedRoomId, Time>,
    ask_at: Time,
    /// The answers that come while one is committed, and who asks for them: given up with the loop.
    ahead: Option<(Answers, JoinSet<()>)>,
}

impl Matrix {
    /// Hears until it is dropped, or until the homeserver or the store refuse for good. `mark` is
    /// how far an earlier run came; `synced` is told whether what is heard is up to date.
    ///
    /// # Errors
    /// The session was ended from elsewhere, or what was heard cannot be written down.
    pub async fn hear(&self, intake: &Intake, mark: Option<Mark>, synced: impl Fn(bool)) -> Result<(), MatrixError> {
        let waiting = intake.unreadable(Platform::Matrix).await.map_err(|e| MatrixError::NotTaken(e.to_string()))?;
        let now = self.now();
        let unreadable = waiting.into_iter().map(|reference| (reference, now)).collect();
        let (tried, gaps, entered, ahead) = (None, Vec::new(), BTreeMap::new(), None);
        let mut hearing =
            Loop { matrix: self, intake, mark, unreadable, tried_at: now, tried, gaps, entered, ask_at: now, ahead };
        let mut failures = 0u32;
        let mut read_back = hearing.mark.is_none();
        loop {
            let done = match read_back {
                false => hearing.read_back().await,
                true => hearing.once(failures == 0).await,
            };
            match done {
                Ok(()) => {
                    // What is read back alone is not up to date yet.
                    if read_back {
                        self.settled.store(true, Ordering::Relaxed);
                        synced(true);
                    }
                    // What was said in the last minutes before an outage is read once more, as after a start.
                    (failures, read_back) = (0, !(read_back && failures >= OUTAGE));
                }
                Err(Trouble::NotTaken(error)) => return Err(MatrixError::NotTaken(error)),
                Err(Trouble::Homeserver(error)) if is_token_refused(error.client_api_error_kind()) => {
                    return Err(MatrixError::Token);
                }
                Err(Trouble::Homeserver(error)) => {
                    if failures > 0 {
                        synced(false);
                    }
                    failures = failures.saturating_add(1);
                    let pause = pause(&error, failures);
                    tracing::warn!(error = %kind_of(&error), seconds = pause.as_secs(), "the homeserver fails; it is asked again");
                    // A token that the homeserver knows no more: it is read anew, from the watermark on.
                    if matches!(error.client_api_error_kind(), Some(ErrorKind::UnknownPos | ErrorKind::InvalidParam)) {
                        hearing.forget_token();
                    }
                    tokio::time::sleep(pause).await;
                }
            }
        }
    }
}

enum Trouble {
    Homeserver(matrix_sdk::Error),
    NotTaken(String),
}

impl From<matrix_sdk::Error> for Trouble {
    fn from(error: matrix_sdk::Error) -> Trouble {
        Trouble::Homeserver(error)
    }
}

/// How long to wait: as long as the homeserver says, else longer after each failure in a row.
fn pause(error: &matrix_sdk::Error, failures: u32) -> Duration {
    asked_pause(error).unwrap_or_else(|| Duration::from_millis(500 << failures.min(8))).min(LONGEST_PAUSE)
}

/// How long the homeserver says to wait.
pub(super) fn asked_pause(error: &matrix_sdk::Error) -> Option<Duration> {
    match error.client_api_error_kind()? {
        ErrorKind::LimitExceeded(limit) => match limit.retry_after {
            Some(RetryAfter::Delay(delay)) => Some(delay),
            _ => Some(Duration::from_secs(5)),
        },
        _ => None,
    }
}

impl Loop<'_> {
    fn forget_token(&mut self) {
        self.mark = self.mark.take().map(|mark| Mark { token: String::new(), ..mark });
    }

    fn token(&self) -> Option<&str> {
        self.mark.as_ref().map(|mark| mark.token.as_str()).filter(|token| !token.is_empty())
    }

    /// Reads what was said in the last minutes before the cursor once more: what is known already
    /// is passed over.
    async fn read_back(&mut self) -> Result<(), Trouble> {
        let Some(mark) = self.mark.clone().filter(|mark| !mark.token.is_empty()) else { return Ok(()) };
        let matrix = self.matrix;
        let until = mark.at - WATERMARK;
        let reading = matrix.client.joined_rooms().into_iter().map(|room| {
            let token = &mark.token;
            async move { (for_a_while(|| page_back(matrix, &room, Some(token), None, until)).await, room) }
        });
        let mut events = Vec::new();
        let mut read = stream::iter(reading).buffered(SIDE_BY_SIDE);
        while let Some((page, room)) = read.next().await {
            for event in self.or_later(page, &room, None, until, Origin::History) {
                self.hear(&room, &event, Origin::History, None, &mut events).await;
            }
        }
        self.take(Batch { events, cursor: None }).await
    }

    /// The answers of the homeserver that have come, at least one, handed over whole.
    async fn once(&mut self, patient: bool) -> Result<(), Trouble> {
        let mut events = Vec::new();
        let mut answer = self.next(patient).await?;
        let failed = loop {
            let first = self.mark.is_none();
            let (response, came) = answer;
            let (token, keys_came) = (response.next_batch.clone(), !response.to_device.is_empty());
            events.append(&mut self.events(response, came, first).await?);
            self.retry(keys_came, &mut events).await;
            self.compare(&mut events).await?;
            self.fill_gaps(&mut events).await;
            // What is heard from here on comes after it; it is committed with it, or the loop ends.
            self.mark = Some(Mark { token, device: self.matrix.device.clone(), at: self.matrix.now() });
            if ends_batch(&events) || !self.has_come() {
                break Ok(());
            }
            answer = match self.next(patient).await {
                Ok(more) => more,
                Err(trouble) => break Err(trouble),
            };
        };
        let mark = self.mark.as_ref().filter(|_| self.gaps.is_empty() && self.entered.is_empty());
        let cursor = mark.map(|mark| (Platform::Matrix, self.matrix.own.clone(), mark.text()));
        self.take(Batch { events, cursor }).await?;
        // What had come before a failure is not heard again.
        failed
    }

    /// The next answer of the homeserver; those after it are asked for meanwhile. After a failure it is asked
    /// anew.
    async fn next(&mut self, patient: bool) -> Result<Answer, Trouble> {
        let mut ahead = match self.ahead.take() {
            Some(ahead) => ahead,
            None => {
                let (give, answers) = mpsc::channel(AHEAD);
                let mut asking = JoinSet::new();
                // After a failure it is asked what happened meanwhile, without waiting for more.
                asking.spawn(self.ask(if self.mark.is_none() || !patient { Duration::ZERO } else { POLL }, give));
                (answers, asking)
            }
        };
        let gone = || Err(matrix_sdk::Error::UnknownError("nobody asks any more".into()));
        let answer = ahead.0.recv().await.unwrap_or_else(gone)?;
        self.ahead = Some(ahead);
        Ok(answer)
    }

    /// Whether the next answer, or a failure, has come already.
    fn has_come(&self) -> bool {
        self.ahead.as_ref().is_some_and(|(answers, _)| !answers.is_empty())
    }

    /// Asks the homeserver again and again what happened since, and gives what it answers: in the end, why
    /// it does not.
    fn ask(
        &self,
        poll: Duration,
        give: mpsc::Sender<Result<Answer, matrix_sdk::Error>>,
    ) -> impl Future<Output = ()> + use<> {
        let (client, clock) = (self.matrix.client.clone(), self.matrix.source.clock.clone());
        let (mut since, mut poll) = (self.token().map(str::to_owned), poll);
        async move {
            loop {
                let token = since.map_or(SyncToken::NoToken, SyncToken::Specific);
                let settings = SyncSettings::new().timeout(poll).token(token).filter(filter());
                let answer = client.sync_once(settings).await.map(|response| (response, clock.now()));
                let next = answer.as_ref().ok().map(|(response, _)| response.next_batch.clone());
                if give.send(answer).await.is_err() || next.is_none() {
                    return;
                }
                (since, poll) = (next, POLL);
            }
        }
    }

    /// Hands a batch over. While the database is away nothing more is heard.
    async fn take(&mut self, batch: Batch) -> Result<(), Trouble> {
        let waiting = self.unreadable.len();
        for event in &batch.events {
            let reference = (event.room.clone(), event.id.clone());
            match event.body {
                Body::Unreadable => {
                    self.unreadable.entry(reference).or_insert(self.matrix.now());
                }
                _ => {
                    self.unreadable.remove(&reference);
                }
            }
        }
        if self.unreadable.len() > waiting {
            tracing::info!(waiting = self.unreadable.len(), "messages wait for their keys");
        }
        let taken = until_taken(|| self.intake.take(batch.clone())).await;
        taken.map_err(|error| Trouble::NotTaken(error.to_string()))
    }

    /// Hears an event that came after a token, if it came by one.
    async fn hear(&mut self, room: &Room, raw: &Raw, origin: Origin, after: Option<&str>, events: &mut Vec<Event>) {
        let heard = self.matrix.heard(room, raw, origin).await;
        if self.matrix.doubtful.swap(false, Ordering::Relaxed) {
            // Whom it is about could not be asked: it is heard again with all that follows.
            let (to, until) = (after.map(str::to_owned), raw.at.min(self.matrix.now() - WATERMARK));
            self.is_missing(room, to, until, origin);
        }
        let Some(event) = heard else { return };
        // What is read once more was decided already: what of it cannot be read now waits for
        // nothing, or is waited for.
        let once_more = origin == Origin::History || self.token().is_none();
        let decided = once_more && self.mark.as_ref().is_some_and(|mark| event.at < mark.at);
        if !(decided && event.body == Body::Unreadable) {
            events.push(event);
        }
    }

    /// What an answer holds, room by room. In the very first one, what was said before the bot
    /// began is passed over; invitations are heard.
    async fn events(&mut self, response: SyncResponse, came: Time, first: bool) -> Result<Vec<Event>, Trouble> {
        let matrix = self.matrix;
        let after = self.token().map(str::to_owned);
        let mut events = Vec::new();
        for (id, update) in response.rooms.joined {
            let Some(room) = matrix.client.get_room(&id) else { continue };
            let touched = facts::touched(&update);
            if touched {
                matrix.names.forget(id.as_str());
            }
            if !first {
                let heard = self.timeline(&room, &update.timeline, came).await;
                self.has_entered(&room, &heard);
                for event in heard {
                    self.hear(&room, &event, Origin::Live, after.as_deref(), &mut events).await;
                }
            }
            if touched && !is_direct(&room) {
                events.extend(matrix.learned(&room).await);
            }
        }
        for (id, _) in response.rooms.invited {
            events.extend(self.invitation(&id).await);
        }
        for (id, update) in response.rooms.left {
            let Some(room) = matrix.client.get_room(&id) else { continue };
            // What was said there until the bot had to go.
            if !first {
                for event in self.timeline(&room, &update.timeline, came).await {
                    self.hear(&room, &event, Origin::Live, after.as_deref(), &mut events).await;
                }
            }
            events.extend(matrix.learned(&room).await);
        }
        Ok(events)
    }

    /// Notes of what was read of a room whether the bot entered.
    fn has_entered(&mut self, room: &Room, read: &[Raw]) {
        if read.iter().any(|raw| raw.is_entry_of(&self.matrix.own)) {
            self.entered.insert(room.room_id().to_owned(), self.matrix.now());
        }
    }

    /// What was said while the bot was not in a room is not for it; what it had noted there may have been taken
    /// back, or changed: to what, nobody may have told it.
    async fn compare(&mut self, events: &mut Vec<Event>) -> Result<(), Trouble> {
        if self.entered.is_empty() || self.matrix.now() < self.ask_at {
            return Ok(());
        }
        let standing = until_taken(|| self.intake.standing(Platform::Matrix, 0)).await;
        let standing = standing.map_err(|error| Trouble::NotTaken(error.to_string()))?;
        for (id, since) in std::mem::take(&mut self.entered) {
            let Some(room) = self.matrix.client.get_room(&id) else { continue };
            let here = standing.iter().filter(|source| source.room == id.as_str());
            let here = here.filter_map(|source| event_id(&source.event)).collect();
            match self.compare_room(&room, here, events).await {
                Err(Silent::Fails) if self.matrix.now() - since < DAY => {
                    self.entered.insert(id, since);
                    self.ask_at = self.matrix.now() + AGAIN;
                }
                Err(_) => tracing::error!("what became of what was noted in a room is not to be had, and given up"),
                Ok(()) => {}
            }
        }
        Ok(())
    }

    async fn compare_room(
        &mut self,
        room: &Room,
        noted: Vec<OwnedEventId>,
        events: &mut Vec<Event>,
    ) -> Result<(), Silent> {
        for id in noted {
            let event = match for_a_while(|| room.event(&id, None)).await {
                // What it may not look at counts as standing.
                Err(Silent::Refuses) => continue,
                event => event?,
            };
            let Some(raw) = Raw::read(&event, self.matrix.now()) else { continue };
            let target = id.to_string();
            let became = match raw.edit() {
                _ if raw.is_gone() => Some((format!("{} deleted", raw.id), Body::Deletion { target })),
                Some(edit) if edit.kind == "m.room.encrypted" => {
                    Some((edit.id.clone(), Body::Changed { target, version: edit.id }))
                }
                Some(edit) => {
                    self.hear(room, &edit, Origin::History, None, events).await;
                    None
                }
                None => None,
            };
            if let Some((event, body)) = became {
                let author = Author::new(&raw.sender, "");
                events.push(self.matrix.event(room, &event, author, self.matrix.now(), Origin::History, body));
            }
            let marks = match for_a_while(|| room.relations(id.clone(), marks())).await {
                Err(Silent::Refuses) => continue,
                marks => marks?,
            };
            for mark in marks.chunk.iter().filter_map(|event| Raw::read(event, self.matrix.now())) {
                self.hear(room, &mark, Origin::History, None, events).await;
            }
        }
        Ok(())
    }

    /// The events of a room since the last answer, those included that the answer left out, without
    /// what was said while the bot was not there.
    async fn timeline(&mut self, room: &Room, timeline: &Timeline, came: Time) -> Vec<Raw> {
        let events = timeline.events.iter().filter_map(|event| Raw::read(event, came)).collect();
        let mut events = while_there(events, &self.matrix.own);
        // Of a room that it has just entered it is given more than what happened since.
        if events.iter().any(|raw| raw.is_entry_of(&self.matrix.own)) {
            return events;
        }
        let until = match self.token() {
            Some(_) => Time::MIN,
            None => self.mark.as_ref().map_or(Time::MAX, |mark| mark.at - WATERMARK),
        };
        events.retain(|raw| raw.at >= until);
        if timeline.limited {
            let (from, to) = (timeline.prev_batch.as_deref(), self.token().map(str::to_owned));
            let missing = for_a_while(|| page_back(self.matrix, room, from, to.as_deref(), until)).await;
            let mut missing = self.or_later(missing, room, to, until, Origin::Live);
            tracing::info!(count = missing.len(), "a gap was read from the room's history");
            missing.append(&mut events);
            return missing;
        }
        events
    }

    /// What was read; where the homeserver fails, one room must not keep the others waiting: it is read later.
    /// So it is where the bot is not there any more: it may be let in again.
    fn or_later(
        &mut self,
        read: Result<Vec<Raw>, Silent>,
        room: &Room,
        to: Option<String>,
        until: Time,
        origin: Origin,
    ) -> Vec<Raw> {
        let later = match read {
            Ok(_) => false,
            Err(Silent::Fails) => true,
            Err(Silent::Refuses) => room.state() != RoomState::Joined,
        };
        if later {
            self.is_missing(room, to, until, origin);
        }
        read.unwrap_or_default()
    }

    /// Notes that something of a room is to be read later.
    fn is_missing(&mut self, room: &Room, to: Option<String>, until: Time, origin: Origin) {
        let (room, since) = (room.room_id().to_owned(), self.matrix.now());
        // The token of this moment is later than any that something else is missing since.
        let newest = to.as_deref() == self.token();
        let known = |gap: &Gap| gap.room == room && (gap.to == to || newest) && gap.until <= until;
        if !self.gaps.iter().any(known) {
            tracing::warn!("the history of a room is read later");
            self.gaps.push(Gap { room, to, until, origin, since });
        }
    }

    /// Asks again, now and then, for what is missing in a room, and reads with it what came after it: that
    /// was decided without it. What is known by then is passed over.
    async fn fill_gaps(&mut self, events: &mut Vec<Event>) {
        let began = self.matrix.now();
        if self.gaps.is_empty() || began < self.ask_at {
            return;
        }
        let gap = self.gaps.remove(0);
        let Some(room) = self.matrix.client.get_room(&gap.room) else { return };
        match page_back(self.matrix, &room, None, gap.to.as_deref(), gap.until).await {
            Ok(page) => {
                self.has_entered(&room, &page);
                for event in page {
                    self.hear(&room, &event, gap.origin, gap.to.as_deref(), events).await;
                }
            }
            Err(error) if is_refused(&error) && room.state() == RoomState::Joined || began - gap.since > DAY => {
                tracing::error!(error = %kind_of(&error), "the history of a room is not to be had, and given up");
            }
            Err(_) => self.gaps.push(gap),
        }
        // Who waits long for an answer may not keep the others waiting for long.
        let now = self.matrix.now();
        self.ask_at = now + AGAIN.max(10 * (now - began));
    }

    /// Someone asks the bot in. What the homeserver tells of such a room has no identifiers: the
    /// answer in which it came makes one.
    async fn invitation(&self, id: &RoomId) -> Option<Event> {
        let matrix = self.matrix;
        let room = matrix.client.get_room(id)?;
        let invite = room.invite_details().await.ok()?;
        let inviter = invite.inviter_id.to_string();
        let direct = room.is_direct().await.unwrap_or_default();
        let name = invite.inviter.as_ref().map(|inviter| inviter.name().to_owned()).unwrap_or_default();
        let bot = matrix.ignore.contains(&inviter);
        let author = Author { bot, ..Author::new(inviter, name) };
        let event = format!("invitation {}", self.token().unwrap_or("first"));
        let event = matrix.event(&room, &event, author, matrix.now(), Origin::Live, Body::Invitation { direct });
        Some(Event { direct, ..event })
    }

    /// Tries again what could not be read: when keys came, and now and then.
    async fn retry(&mut self, keys_came: bool, events: &mut Vec<Event>) {
        let now = self.matrix.now();
        let heard: BTreeSet<(String, String)> = events.iter().map(|e| (e.room.clone(), e.id.clone())).collect();
        let due = now - self.tried_at >= AGAIN;
        if self.unreadable.is_empty() || !(keys_came || due) {
            return;
        }
        if due {
            self.tried_at = now;
            // Nothing waits for what the house did not keep, or waited for in vain.
            if let Ok(waiting) = self.intake.unreadable(Platform::Matrix).await {
                let waiting: BTreeSet<_> = waiting.into_iter().collect();
                self.unreadable.retain(|reference, since| waiting.contains(reference) || now - *since < AGAIN);
            }
        }
        // Those after the ones that were tried last, and around: some may never be read.
        let (before, after): (Vec<_>, Vec<_>) =
            self.unreadable.iter().partition(|(it, _)| self.tried.as_ref().is_some_and(|tried| *it <= tried));
        let waiting = after.into_iter().chain(before).filter(|(it, _)| !heard.contains(*it)).take(AT_ONCE);
        let waiting: Vec<_> = waiting.map(|(reference, since)| (reference.clone(), now - since >= LONG)).collect();
        self.tried = waiting.last().map(|(reference, _)| reference.clone());
        for ((address, id), long) in waiting {
            let (Some(room), Ok(event_id)) = (self.matrix.room(&address), EventId::parse(&id)) else { continue };
            let Ok(event) = room.event(&event_id, None).await else { continue };
            let Some(raw) = Raw::read(&event, self.matrix.now()) else { continue };
            let read = self.matrix.heard(&room, &raw, Origin::History).await;
            match read {
                // Whom it is about could not be asked.
                _ if self.matrix.doubtful.swap(false, Ordering::Relaxed) => {}
                // Its author is told when it stays so for long.
                Some(Event { body: Body::Unreadable, .. }) if !(due && long) => {}
                Some(event) => events.push(event),
                // It is gone, or nothing that the house hears.
                None => {
                    let author = Author::new(&raw.sender, "");
                    let body = Body::Deletion { target: raw.id.clone() };
                    events.push(self.matrix.event(&room, &raw.id, author, raw.at, Origin::History, body));
                }
            }
        }
    }
}

/// The marks on an event are asked for: so many of them at the most.
fn marks() -> RelationsOptions {
    let include_relations = IncludeRelations::RelationsOfType(RelationType::Annotation);
    RelationsOptions { include_relations, limit: Some(UInt::from(PAGE)), ..RelationsOptions::default() }
}

/// Whether what was heard is committed before more is: it is much, or something waits for its key, and has
/// to be known before the answer in which the key may come.
fn ends_batch(events: &[Event]) -> bool {
    events.len() >= TOGETHER || events.iter().any(|event| event.body == Body::Unreadable)
}

/// Why the homeserver does not say what was asked.
pub(super) enum Silent {
    /// It refuses.
    Refuses,
    /// It fails, or its answers stay without sense; it may say so later.
    Fails,
}

/// Asks until the homeserver answers, or has failed for a quarter of a minute: who asked notes then that
/// something is missing.
///
/// The library passes over an answer of the homeserver's sync that it has seen before: what is needed to
/// understand one has to be had while it is at hand, or read later from the room's history.
pub(super) async fn for_a_while<T, F>(ask: impl Fn() -> F) -> Result<T, Silent>
where
    F: Future<Output = Result<T, matrix_sdk::Error>>,
{
    let mut failures = 0u32;
    loop {
        let error = match ask().await {
            Ok(answer) => return Ok(answer),
            Err(error) => error,
        };
        if is_refused(&error) {
            tracing::warn!(error = %kind_of(&error), "the homeserver does not say what was asked");
            return Err(Silent::Refuses);
        }
        failures = failures.saturating_add(1);
        // A session that is over says nothing of what was asked.
        if failures >= FAILS || is_token_refused(error.client_api_error_kind()) {
            return Err(Silent::Fails);
        }
        let pause = pause(&error, failures);
        tracing::warn!(error = %kind_of(&error), seconds = pause.as_secs(), "the homeserver fails; it is asked again");
        tokio::time::sleep(pause).await;
    }
}

/// What is asked for: rooms, and in them no more events at once than a page holds. How many people
/// are in a room a homeserver tells only those who do not ask for all of them at once.
fn filter() -> Filter {
    let mut filter = FilterDefinition::default();
    filter.room.state.lazy_load_options = LazyLoadOptions::Enabled { include_redundant_members: false };
    filter.presence.not_types = vec!["*".into()];
    filter.account_data.not_types = vec!["m.push_rules".into()];
    filter.room.ephemeral.not_types = vec!["*".into()];
    filter.room.timeline.limit = Some(UInt::from(PAGE));
    Filter::FilterDefinition(filter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_ends_where_it_is_full_or_something_waits_for_its_key() {
        let event = |body| Event {
            platform: Platform::Matrix,
            room: "!market:example.org".into(),
            direct: false,
            id: "$1".into(),
            author: Author::new("@amina:example.org", "Amina"),
            at: 0,
            origin: Origin::Live,
            body,
            handle: None,
        };
        let said = || event(Body::Membership { present: true });
        let full: Vec<Event> = (0..TOGETHER).map(|_| said()).collect();
        assert!(!ends_batch(&[]) && !ends_batch(&full[1..]) && ends_batch(&full));
        assert!(ends_batch(&[said(), event(Body::Unreadable), said()]));
    }
}
