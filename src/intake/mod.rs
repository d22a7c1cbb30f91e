//! The way in: a batch of events is loaded for, decided without I/O and written in one
//! transaction; what makes each event unique, its effects and the cursor stand or fall together.

mod asking;
mod decide;
mod history;
pub mod import;
mod parking;

use crate::chat::sanitise::MAX_TEXT;
use crate::chat::{Batch, Body, Event, Message, Origin, To};
use crate::commands::{self, Heard, Parsed};
use crate::model::{Platform, Time};
use crate::record::{self, JOIN_FOR};
pub use crate::store::StoreError as IntakeError;
use crate::store::{Counter, Cursor, Load, LoadKey, Parked, Session, Snapshot, Store, StoreError, Value};
use crate::trust::{Limits, Pace};
use crate::vocabulary::Vocabulary;
pub use asking::Source;
use decide::Decider;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Notify;

/// How often a decision is made anew when what it rested on changed.
const ANEW: usize = 8;
/// So many events are decided together at most: a long history goes in parts, whose snapshots stay
/// small.
pub const TOGETHER: usize = 400;
/// After so many failures an event is parked.
const TRIES: usize = 3;
/// After being handed over so often, each time overtaken again and again, an event is parked too.
const PATIENCE: usize = 20;

/// The effect of a message that is no command: its author was told what of it was refused.
const REFUSED: &str = "refused";
/// The effect of what is said to the bot and is no command: it has answered, and what the message is changed to
/// afterwards is nothing that it was asked or told.
const ANSWERED: &str = "answered";
/// What is done about the mark by which its author puts a message on the record, and about one that they put
/// there before they took part.
const MARKED: &str = "reaction";
const MARKED_BEFORE: &str = "reaction before";

/// The counter of the newest version of the program that ran on the store.
const VERSION: &str = "version";

/// Why an event is parked that could not be read, and the effect of telling its author.
const UNREADABLE: &str = "unreadable";

/// What intake is told by the configuration.
#[derive(Debug, Clone)]
pub struct IntakeSettings {
    /// What addresses the bot in a room: `!gcm`.
    pub prefix: String,
    /// How many answers a minute; no limit, where there is none.
    pub pace: Option<Pace>,
}

impl Default for IntakeSettings {
    fn default() -> Self {
        IntakeSettings { prefix: "!gcm".into(), pace: Some(Pace { person: 20, room: 60 }) }
    }
}

/// The door through which every adapter hands over what it hears.
#[derive(Clone)]
pub struct Intake {
    store: Store,
    taken: Arc<Notify>,
    settings: Arc<IntakeSettings>,
    limits: Arc<Mutex<Limits>>,
    /// How often an event was handed over and overtaken, by its room and its name.
    overtaken: Arc<Mutex<Overtaken>>,
}

impl Intake {
    /// A door into this store.
    pub fn new(store: Store, settings: IntakeSettings) -> Intake {
        let limits = Arc::new(Mutex::new(Limits::new(settings.pace)));
        Intake { store, taken: Arc::default(), settings: Arc::new(settings), limits, overtaken: Arc::default() }
    }

    /// Waits until something was taken since this was last asked.
    pub async fn taken(&self) {
        self.taken.notified().await;
    }

    /// Has what an older version of the program parked read again, once for each newer version. Says
    /// how much that is.
    ///
    /// # Errors
    /// The database is away.
    pub async fn read_parked_again(&self, version: &str) -> Result<usize, StoreError> {
        let number = version.split(['.', '-', '+']).take(3).fold(0, |n, part| n * 1_000 + part.parse().unwrap_or(0));
        let mut snapshot = self.store.snapshot()?;
        let load = Load::from([LoadKey::Counter(VERSION.into())]);
        self.store.load(&mut snapshot, &load).await?;
        let known = snapshot.rows.counters.find(|counter| counter.name == VERSION).map(|row| (row.id, row.value));
        match known {
            Some((_, value)) if value >= number => return Ok(0),
            Some((id, _)) => {
                if let Some(row) = snapshot.rows.counters.edit(id) {
                    row.value = number;
                }
            }
            None => {
                let id = snapshot.id();
                snapshot.rows.counters.insert(Counter { id, rev: 1, name: VERSION.into(), value: number });
            }
        }
        let parked: Vec<Parked> = self.store.select("tries >= $1", &[Value::Int(TRIES as i64)]).await?;
        let ids: Vec<i64> = parked.iter().map(|row| row.id).collect();
        snapshot.rows.parked.load(parked);
        for id in &ids {
            if let Some(row) = snapshot.rows.parked.edit(*id) {
                // As what was not read yet: an adapter asks the platform for it, and what is heard
                // ends the waiting.
                (row.tries, row.reason) = (0, UNREADABLE.into());
            }
        }
        self.store.write(snapshot.into_changes()).await?;
        Ok(ids.len())
    }

    /// Takes a batch. When this returns without an error, everything in it is decided and
    /// committed, and the cursor with it; after an error the same batch is to be handed over
    /// again, and what was committed of it already is dropped by its hashes.
    ///
    /// # Errors
    /// Only such as may pass: the database is away, locked or full, or others were faster again and
    /// again. An event that fails by itself is tried three times and parked; one that is overtaken
    /// without end is parked when it was handed over twenty times.
    pub async fn take(&self, mut batch: Batch) -> Result<(), StoreError> {
        // Over all rooms: what a person writes in one after a yes in another comes after it here too.
        batch.events.sort_by(|a, b| (a.at, &a.room, &a.id).cmp(&(b.at, &b.room, &b.id)));
        let cursor = batch.cursor;
        let events = batch.events.into_iter().map(|event| Understood::of(event, &self.settings.prefix)).collect();
        let mut segments = segments(events);
        let last = segments.pop().unwrap_or_default();
        for segment in segments {
            self.take_segment(&segment, None).await?;
        }
        self.take_segment(&last, cursor.as_ref()).await?;
        self.taken.notify_one();
        Ok(())
    }

    async fn take_segment(&self, events: &[Understood], cursor: Option<&CursorMark>) -> Result<(), StoreError> {
        match self.decide_and_write(events, cursor).await {
            Ok(()) => return Ok(()),
            Err(error) if error.is_passing() || events.is_empty() => return Err(error),
            Err(error) if events.len() > 1 => {
                tracing::warn!(%error, "a batch failed; its events are tried one by one");
            }
            Err(_) => {}
        }
        for event in events {
            self.take_one(event).await?;
        }
        self.decide_and_write(&[], cursor).await
    }

    /// Takes an event by itself; what fails three times is parked, so that it never stops a room.
    /// That others were faster is no failure, until it never ends.
    async fn take_one(&self, event: &Understood) -> Result<(), StoreError> {
        let mut reason = String::new();
        for _ in 0..TRIES {
            match self.decide_and_write(std::slice::from_ref(event), None).await {
                Ok(()) => return self.settled(&event.event, Ok(())),
                Err(error) if error.is_passing() => return Err(error),
                Err(error) if error.is_overtaken() => {
                    reason = error.to_string();
                    if self.overtaken_again(&event.event) < PATIENCE {
                        return Err(error);
                    }
                    break;
                }
                Err(error) => reason = error.to_string(),
            }
        }
        let parked = self.park(&event.event, reason).await;
        self.settled(&event.event, parked)
    }

    /// Counts that an event was overtaken, and says how often it was.
    fn overtaken_again(&self, event: &Event) -> usize {
        let mut overtaken = self.overtaken.lock().unwrap_or_else(PoisonError::into_inner);
        let count = overtaken.entry((event.platform, event.room.clone(), event.id.clone())).or_default();
        *count += 1;
        *count
    }

    /// Forgets how often an event was overtaken, once it is over with it.
    fn settled(&self, event: &Event, done: Result<(), StoreError>) -> Result<(), StoreError> {
        if done.is_ok() {
            let mut overtaken = self.overtaken.lock().unwrap_or_else(PoisonError::into_inner);
            overtaken.remove(&(event.platform, event.room.clone(), event.id.clone()));
        }
        done
    }

    async fn decide_and_write(&self, events: &[Understood], cursor: Option<&CursorMark>) -> Result<(), StoreError> {
        let mut last = Ok(());
        let mut session = self.store.session().await?;
        for _ in 0..ANEW {
            // In boxes, as in the store.
            let snapshot = Box::pin(self.load(&mut session, events, cursor)).await?;
            let decider = Decider { settings: &self.settings, limits: &self.limits };
            // A fault in deciding must not stop the room: it counts as the event's failure.
            let decided = catch_unwind(AssertUnwindSafe(|| decider.decide(snapshot, events)));
            let mut snapshot = decided.unwrap_or_else(|_| Err(fault()))?;
            if let Some(cursor) = cursor {
                set_cursor(&mut snapshot, cursor);
            }
            last = Box::pin(session.write(snapshot.into_changes())).await;
            match &last {
                Err(error) if error.is_conflict() => {}
                _ => return last,
            }
        }
        last
    }

    /// Loads what the events touch: what is known of them, of their authors, and what the commands
    /// among them need.
    async fn load(
        &self,
        session: &mut Session<'_>,
        events: &[Understood],
        cursor: Option<&CursorMark>,
    ) -> Result<Snapshot, StoreError> {
        let mut snapshot = self.store.snapshot()?;
        let said = |u: &Understood| u.is_plain() && matches!(u.event.body, Body::Message(_));
        if events.iter().all(said) {
            session.load_rooms(&mut snapshot).await?;
        } else {
            session.load_base(&mut snapshot).await?;
        }
        let mut load = Load::new();
        let mut authors: BTreeMap<(Platform, &str), Time> = BTreeMap::new();
        for Understood { event, .. } in events {
            let first = authors.entry((event.platform, &event.author.id)).or_insert(event.at);
            *first = event.at.min(*first);
        }
        for ((platform, author), first) in authors {
            let account = record::account_hash(&snapshot, platform, author);
            for consultation in snapshot.rows.consultations.iter() {
                load.insert(LoadKey::Seen(commands::asked_hash(&snapshot, &account, consultation.id)));
            }
            load.insert(LoadKey::Recent(account, first.min(snapshot.now) - JOIN_FOR));
        }
        for event in events {
            needs(&snapshot, event, &mut load);
        }
        if !events.is_empty() {
            for consultation in snapshot.rows.consultations.iter() {
                let region = Vocabulary::current().region(&consultation.region);
                let prefix = region.map_or("GL", |region| region.prefix.as_str());
                load.insert(LoadKey::Counter(format!("receipt:{prefix}")));
            }
        }
        if let Some((platform, address, _)) = cursor {
            load.insert(LoadKey::Cursor(*platform, address.clone()));
        }
        session.load(&mut snapshot, &load).await?;
        let mut more = Load::new();
        let asks = |u: &&Understood| u.answer || u.event.direct || matches!(u.parsed, Parsed::Command(_));
        for Understood { event, parsed, .. } in events.iter().filter(asks) {
            let text = match &event.body {
                Body::Message(message) => &message.text,
                Body::Answer { text, .. } => text,
                _ => "",
            };
            more.extend(commands::needs_next(&snapshot, event, parsed, text)?);
        }
        if !more.is_empty() {
            session.load(&mut snapshot, &more).await?;
        }
        Ok(snapshot)
    }
}

/// An event with what its words are as a command: every message is compared with every word for
/// one, so that is done once.
struct Understood {
    event: Event,
    /// The words as a command, where it has any.
    parsed: Parsed,
    /// Whether the words are a yes, a no or a number: an answer to what was asked.
    answer: bool,
}

impl Understood {
    fn of(event: Event, prefix: &str) -> Understood {
        let (text, heard) = match &event.body {
            Body::Message(message) => (message.text.as_str(), heard(&event, message.mention)),
            Body::Invocation { line } => (line.as_str(), Heard::Invocation),
            Body::Edit { text, mention, .. } => (text.trim(), heard(&event, *mention)),
            // It is the answer to a question, whatever its words are as a command.
            Body::Answer { .. } => return Understood { event, parsed: Parsed::Nothing, answer: true },
            _ => return Understood { event, parsed: Parsed::Nothing, answer: false },
        };
        let (mut parsed, answer) = (commands::parse(text, heard, prefix), commands::is_answer(text));
        if let (Parsed::Command(typed), Body::Message(message)) = (&mut parsed, &event.body)
            && typed.entry.takes_accounts()
        {
            typed.rest = message.with_accounts(&typed.rest);
        }
        Understood { event, parsed, answer }
    }

    /// Whether it is decided together with those around it.
    fn is_plain(&self) -> bool {
        let plain = match &self.event.body {
            Body::Message(_) => matches!(self.parsed, Parsed::Nothing) && !self.answer,
            Body::Membership { .. }
            | Body::Facts(_)
            | Body::Unreadable
            | Body::Deletion { .. }
            | Body::Reaction { .. } => true,
            Body::Edit { .. }
            | Body::Changed { .. }
            | Body::Invocation { .. }
            | Body::Answer { .. }
            | Body::Handed { .. }
            | Body::Found { .. }
            | Body::Invitation { .. }
            | Body::Moved { .. } => false,
        };
        plain && !self.event.direct
    }
}

/// Cuts a batch where a decision needs what the one before it wrote: a command or anything in
/// private stands alone, messages in rooms go together.
fn segments(events: Vec<Understood>) -> Vec<Vec<Understood>> {
    let mut segments: Vec<Vec<Understood>> = Vec::new();
    let mut together = false;
    for event in events {
        let plain = event.is_plain();
        match segments.last_mut() {
            Some(segment) if plain && together && segment.len() < TOGETHER => segment.push(event),
            _ => segments.push(vec![event]),
        }
        together = plain;
    }
    segments
}

/// Whether something of a message may be refused, so that it is to be known whether its author was
/// told: it is too long, or has files.
fn may_be_refused(message: &Message) -> bool {
    message.text.len() > MAX_TEXT || !message.files.is_empty()
}

/// What a decision on an event needs beyond its author.
fn needs(snapshot: &Snapshot, understood: &Understood, load: &mut Load) {
    let event = &understood.event;
    let account = || record::account_hash(snapshot, event.platform, &event.author.id);
    let of = |id: &str| LoadKey::Seen(record::event_hash(snapshot, event.platform, &event.room, id));
    load.insert(of(&event.id));
    let mut command = |text: &str, id: &str| {
        let answer = event.direct || understood.answer;
        if answer || !matches!(understood.parsed, Parsed::Nothing) {
            for effect in [&commands::fold(text), ANSWERED] {
                load.insert(LoadKey::Seen(record::effect_hash(snapshot, event, id, effect)));
            }
        }
        if let Parsed::Command(typed) = &understood.parsed {
            load.extend(commands::needs(snapshot, &account(), typed));
        }
        if answer {
            // An answer to what was asked may be anything: a name, a yes to being forgotten.
            load.insert(LoadKey::Written(account(), 0));
            load.insert(LoadKey::AuditHead);
        }
    };
    match &event.body {
        Body::Message(message) => {
            command(&message.text, &event.id);
            if may_be_refused(message) {
                load.insert(LoadKey::Seen(record::effect_hash(snapshot, event, &event.id, REFUSED)));
            }
            let room = record::room_of(snapshot, event);
            let closed = room.and_then(|room| commands::closing_hash(snapshot, &account(), room.id, event.at));
            load.extend(closed.map(LoadKey::Seen));
            match &message.reply_to {
                Some(target) if target.by_bot => {
                    let hash = record::event_hash(snapshot, event.platform, &event.room, &target.id);
                    load.insert(LoadKey::Post(hash));
                }
                Some(target) => {
                    load.insert(of(&target.id));
                }
                None => {}
            }
        }
        Body::Invocation { line } => command(line, &event.id),
        Body::Answer { text, .. } => command(text, &event.id),
        Body::Handed { message } => {
            load.insert(of(&message.id));
        }
        Body::Edit { target, version, text, .. } => {
            command(text, target);
            load.insert(LoadKey::Seen(record::effect_hash(snapshot, event, target, &commands::fold(text))));
            load.insert(of(target));
            load.insert(LoadKey::Seen(record::version_hash(snapshot, event, target, version)));
        }
        Body::Changed { target, version } => {
            load.insert(of(target));
            load.insert(LoadKey::Seen(record::version_hash(snapshot, event, target, version)));
        }
        Body::Deletion { target } | Body::Reaction { target, .. } => {
            load.insert(of(target));
            for done in [MARKED, MARKED_BEFORE] {
                load.insert(LoadKey::Seen(record::effect_hash(snapshot, event, &event.id, done)));
            }
        }
        Body::Found { messages, .. } => {
            load.extend(messages.iter().map(|m| of(&m.id)));
            let refused = |m: &Event| LoadKey::Seen(record::effect_hash(snapshot, m, &m.id, REFUSED));
            load.extend(messages.iter().map(refused));
            load.insert(LoadKey::Seen(record::effect_hash(snapshot, event, &event.id, "found")));
            load.insert(LoadKey::Written(account(), 0));
        }
        Body::Facts(_) | Body::Moved { .. } => {
            // The card may have to be posted anew.
            let room = record::room_at(snapshot, event.platform, &event.room);
            load.extend(room.map(|room| LoadKey::Digest(room.id)));
            load.insert(LoadKey::Unsaid(snapshot.lane(event.platform, &To::Room(event.room.clone()))));
        }
        Body::Invitation { .. } => {
            load.insert(LoadKey::Seen(record::effect_hash(snapshot, event, &event.id, "invited")));
            load.insert(LoadKey::Seen(declined_hash(snapshot, event)));
        }
        Body::Unreadable => {
            load.insert(LoadKey::Seen(record::effect_hash(snapshot, event, &event.author.id, UNREADABLE)));
        }
        Body::Membership { .. } => {}
    }
    if can_be_told(event) {
        load.insert(LoadKey::Unsaid(snapshot.lane(event.platform, &event.in_private())));
    }
    load.extend(event.handle.as_ref().map(|_| LoadKey::Seen(handled_hash(snapshot, event))));
    // What could not be read at first is read again from history.
    let waited_for = match &event.body {
        Body::Deletion { target } => Some(target),
        Body::Unreadable => Some(&event.id),
        _ => (event.origin == Origin::History).then_some(&event.id),
    };
    load.extend(waited_for.map(|id| LoadKey::Parked(record::event_hash(snapshot, event.platform, &event.room, id))));
}

/// Whether its author can be told something in private now, whatever they block.
fn can_be_told(event: &Event) -> bool {
    let alive = event.origin == Origin::Live && !event.author.bot;
    alive && (event.direct || event.handle.as_ref().is_some_and(|handle| handle.private))
}

/// The effect of taking what a person did by the platform's own means.
fn handled_hash(snapshot: &Snapshot, event: &Event) -> Vec<u8> {
    record::effect_hash(snapshot, event, &event.id, "handled")
}

/// The effect of telling someone, whatever the room, that the bot does not enter it.
fn declined_hash(snapshot: &Snapshot, event: &Event) -> Vec<u8> {
    snapshot.hash("effect", &[event.platform.word(), "invitation declined", &event.author.id])
}

fn heard(event: &Event, mention: bool) -> Heard {
    match (event.direct, mention) {
        (true, _) => Heard::Direct,
        (false, true) => Heard::Mention,
        (false, false) => Heard::Room,
    }
}

/// How often what was handed over was overtaken, by platform, room and event.
type Overtaken = BTreeMap<(Platform, String, String), usize>;

type CursorMark = (Platform, String, String);

fn set_cursor(snapshot: &mut Snapshot, (platform, address, value): &CursorMark) {
    let known = snapshot.rows.cursors.iter().next().map(|c| c.id);
    if let Some(row) = known.and_then(|id| snapshot.rows.cursors.edit(id)) {
        row.value.clone_from(value);
        return;
    }
    let id = snapshot.id();
    let (platform, address, value) = (platform.word().into(), address.clone(), value.clone());
    snapshot.rows.cursors.insert(Cursor { id, rev: 1, platform, address, value });
}

fn fault() -> StoreError {
    StoreError::Inconsistent { table: "any", column: "any", row: 0, reason: "deciding broke off".into() }
}
