//! A town: people who write on a platform, the bot with its store, and a clock that a test moves.
//! The bot can be killed at any moment and started again.

use super::platform::{FakePlatform, account, address};
use super::{NOW, source};
use gcm_talks::chat::{Batch, Event, Origin};
use gcm_talks::clock::{Clock, Draw, ManualClock, Source};
use gcm_talks::intake::{Intake, IntakeSettings};
use gcm_talks::jobs::Jobs;
use gcm_talks::model::{Ack, Consent, ConsultationSettings, Language, MINUTE, Platform, Role, RoomSettings, Time};
use gcm_talks::outbox::Outbox;
use gcm_talks::record;
use gcm_talks::seal::Keyring;
use gcm_talks::store::{Consultation, Load, LoadKey, LogEntry, Office, Room, Snapshot, Store, StoreError};
use gcm_talks::trust::OfficeHolder;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use tempfile::TempDir;

/// A room whose floor is open, and where people are told in private that they were noted.
pub const MARKET: &str = "market";
/// A room whose floor is open, and where a mark on the message tells that it was noted.
pub const HARBOUR: &str = "harbour";
/// Who holds the office of a moderator.
pub const MODERATOR: &str = "mariam";

/// One running bot: what a kill takes away.
pub struct Bot {
    pub store: Store,
    pub intake: Intake,
    pub outbox: Outbox,
    pub jobs: Jobs,
}

impl Bot {
    /// A bot over a store, on this platform.
    pub fn new(store: Store, platform: &Arc<FakePlatform>, settings: IntakeSettings) -> Bot {
        let prefix = settings.prefix.clone();
        let intake = Intake::new(store.clone(), settings);
        let outbox = Outbox::new(store.clone(), intake.clone(), vec![platform.clone()]);
        let jobs = Jobs::new(store.clone(), &prefix);
        Bot { store, intake, outbox, jobs }
    }

    /// Hears these events as one batch.
    pub async fn take(&self, events: &[Event]) -> Result<(), StoreError> {
        // In boxes, here and below: a test that awaits this many times would hold it as many times.
        Box::pin(self.intake.take(Batch { events: events.to_vec(), cursor: None })).await
    }

    /// Does and says everything that is due. What changed meanwhile, by what one that was killed had
    /// still on its way, is decided anew in the next round, as the program does.
    pub async fn settle(&self) -> Result<(), StoreError> {
        let mut overtaken = 0;
        loop {
            match Box::pin(self.round()).await {
                Ok(0) => return Ok(()),
                Ok(_) => {}
                Err(error) if error.is_conflict() && overtaken < 20 => overtaken += 1,
                Err(error) => return Err(error),
            }
        }
    }

    async fn round(&self) -> Result<usize, StoreError> {
        Ok(self.jobs.run_due().await? + self.outbox.send_due().await?)
    }
}

/// A contribution as it stands on the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    pub id: i64,
    pub receipt: String,
    /// The person's word.
    pub person: String,
    /// What its parts say.
    pub texts: Vec<String>,
    /// The room's row; none for what was written in private.
    pub room: Option<i64>,
    pub consent: Consent,
}

/// The town.
pub struct Town {
    pub clock: Arc<ManualClock>,
    pub platform: Arc<FakePlatform>,
    pub bot: Bot,
    /// The consultation's row.
    pub consultation: i64,
    /// What intake is told at the next start.
    pub settings: IntakeSettings,
    url: String,
    keys: TempDir,
    source: Source,
    rooms: BTreeMap<String, i64>,
}

impl Town {
    /// A town on a fresh database, whose people write on Matrix.
    pub async fn new(url: &str) -> Town {
        Town::on(Platform::Matrix, url).await
    }

    /// A town on a fresh database, whose people write on this platform.
    pub async fn on(kind: Platform, url: &str) -> Town {
        let (clock, source) = source(7);
        let keys = tempfile::tempdir().unwrap();
        let ring = Keyring::create(&keys.path().join("keys"), &mut Draw::new([9; 32]), NOW).unwrap();
        let store = Store::open(url, ring, source.clone()).await.unwrap();
        let platform = Arc::new(FakePlatform::new(kind, clock.clone()));
        let settings = IntakeSettings { pace: None, ..IntakeSettings::default() };
        let bot = Bot::new(store, &platform, settings.clone());
        let url = url.to_owned();
        let mut town =
            Town { clock, platform, bot, consultation: 0, settings, url, keys, source, rooms: BTreeMap::new() };
        town.found().await;
        town
    }

    async fn found(&mut self) {
        let mut snapshot = self.bot.store.snapshot().unwrap();
        self.consultation = consultation(&mut snapshot);
        for (name, ack) in [(MARKET, Ack::Private), (HARBOUR, Ack::Reaction)] {
            let settings = RoomSettings { ack, ..RoomSettings::default() };
            let of = (self.consultation, self.platform.kind());
            let id = room(&mut snapshot, of, &address(name), name, &settings);
            self.rooms.insert(name.into(), id);
        }
        self.bot.store.write(snapshot.into_changes()).await.unwrap();
        self.appoint(MODERATOR, Role::Moderator).await;
    }

    /// Gives someone an office, everywhere.
    pub async fn appoint(&self, person: &str, role: Role) {
        let mut snapshot = self.bot.store.snapshot().unwrap();
        let platform = self.platform.kind();
        let id = snapshot.id();
        let hash = record::account_hash(&snapshot, platform, &account(person));
        let holder =
            OfficeHolder { platform: platform.word().into(), account: account(person), name: person.to_owned() };
        let sealed = snapshot.seal_house(id, &holder).unwrap();
        let (role, scope, since) = (role.word().into(), "everywhere".into(), snapshot.now);
        snapshot.rows.offices.insert(Office { id, rev: 1, hash, role, scope, sealed, since });
        self.bot.store.write(snapshot.into_changes()).await.unwrap();
    }

    /// Another bot on the same database and keys.
    pub async fn another_bot(&self) -> Bot {
        let ring = Keyring::open(&self.keys.path().join("keys")).unwrap();
        let store = Store::open(&self.url, ring, self.source.clone()).await.unwrap();
        Bot::new(store, &self.platform, self.settings.clone())
    }

    /// What was running is gone, as after a kill; another is started from what is on disk.
    pub async fn restart(&mut self) {
        self.bot = self.another_bot().await;
    }

    /// The folder of the keys.
    pub fn keys(&self) -> std::path::PathBuf {
        self.keys.path().join("keys")
    }

    /// The row of a room.
    pub fn room(&self, name: &str) -> i64 {
        self.rooms[name]
    }

    /// The bot hears these events and does everything that follows.
    pub async fn hear(&self, events: impl IntoIterator<Item = Event>) {
        let events: Vec<Event> = events.into_iter().collect();
        self.bot.take(&events).await.unwrap();
        self.settle().await;
    }

    /// Does and says everything that is due, and what becomes due within the next hour because
    /// the platform said to wait.
    pub async fn settle(&self) {
        for _ in 0..60 {
            self.bot.settle().await.unwrap();
            let waiting = self.bot.store.count::<gcm_talks::store::Outbox>("state = 'waiting'", &[]).await.unwrap();
            if waiting == 0 {
                return;
            }
            self.clock.advance(MINUTE);
        }
        panic!("something is never said");
    }

    /// A person writes in a room, and the bot hears it. Gives the event.
    pub async fn says(&self, person: &str, room: &str, text: &str) -> Event {
        let event = self.platform.write(person, &address(room), text);
        self.hear([event.clone()]).await;
        event
    }

    /// A person writes to the bot alone. Gives what the bot answers there.
    pub async fn whispers(&self, person: &str, text: &str) -> Vec<String> {
        let before = self.platform.said_to(person).len();
        self.hear([self.platform.whisper(person, text)]).await;
        self.platform.said_to(person).split_off(before)
    }

    /// Opens or closes a room's floor, now.
    pub async fn floor(&self, room: &str, open: bool) {
        self.set(room, "floor", if open { "open" } else { "closed" }).await;
    }

    /// Writes down what holds for a room from now on: its `floor`, whether it is `bound`.
    pub async fn set(&self, room: &str, field: &str, value: &str) {
        let mut snapshot = self.bot.store.snapshot().unwrap();
        set(&mut snapshot, self.rooms[room], field, value);
        self.bot.store.write(snapshot.into_changes()).await.unwrap();
    }

    /// Everything of the consultation, as a decision sees it.
    pub async fn snapshot(&self) -> Snapshot {
        let mut snapshot = self.bot.store.snapshot().unwrap();
        self.bot.store.load_base(&mut snapshot).await.unwrap();
        let load = Load::from([LoadKey::Consultation(self.consultation)]);
        self.bot.store.load(&mut snapshot, &load).await.unwrap();
        snapshot
    }

    /// What stands on the record, opened with the key.
    pub async fn record(&self) -> Vec<Noted> {
        let snapshot = self.snapshot().await;
        let open = snapshot.rows.contributions.iter().filter(|c| record::is_open(c));
        open.map(|c| {
            let body = record::body_of(&snapshot, c).unwrap().unwrap();
            let address = record::address_of(&snapshot, c.participant_id).unwrap().unwrap();
            Noted {
                id: c.id,
                receipt: c.receipt.clone(),
                person: address.account.trim_start_matches('@').split(':').next().unwrap().to_owned(),
                texts: body.parts.into_iter().map(|p| p.text).collect(),
                room: c.room_id,
                consent: record::consent_of(&snapshot, c),
            }
        })
        .collect()
    }

    /// The texts of a person's messages on the record, sorted.
    pub async fn texts_of(&self, person: &str) -> Vec<String> {
        let mut texts: Vec<String> =
            self.record().await.into_iter().filter(|n| n.person == person).flat_map(|n| n.texts).collect();
        texts.sort();
        texts
    }

    /// The town's present moment.
    pub fn now(&self) -> Time {
        self.clock.now()
    }
}

/// A consultation that is open, with all that a floor needs. Gives its row.
pub fn consultation(snapshot: &mut Snapshot) -> i64 {
    let id = snapshot.id();
    let settings = ConsultationSettings {
        titles: BTreeMap::from([(Language::En, "Consultation for Africa".into())]),
        languages: Language::ALL.to_vec(),
        timezone: "Africa/Dakar".into(),
        controller: "the invented secretariat".into(),
        contact: "focal-point@example.org".into(),
        help: "help@example.org".into(),
        retention_days: 730,
        risky_objectives: vec![9],
        ..ConsultationSettings::default()
    };
    snapshot.rows.consultations.insert(Consultation {
        id,
        rev: 1,
        slug: "africa".into(),
        region: "africa".into(),
        stage: "open".into(),
        settings: serde_json::to_string(&settings).unwrap(),
    });
    id
}

/// A room of a consultation on a platform, bound and with an open floor. Gives its row.
pub fn room(
    snapshot: &mut Snapshot,
    (consultation_id, platform): (i64, Platform),
    address: &str,
    name: &str,
    settings: &RoomSettings,
) -> i64 {
    let id = snapshot.id();
    snapshot.rows.rooms.insert(Room {
        id,
        rev: 1,
        consultation_id,
        platform: platform.word().into(),
        address: address.into(),
        name: name.into(),
        settings: serde_json::to_string(settings).unwrap(),
        facts: "{}".into(),
        heard: 0,
        noted: 0,
        noted_at: None,
        card: None,
    });
    for (field, value) in [("bound", "1"), ("floor", "open")] {
        set(snapshot, id, field, value);
    }
    id
}

/// A text as people read it: without the signs that keep an address from becoming a link or a direction from
/// turning, and with plain blanks.
pub fn plain(text: &str) -> String {
    let visible = |c: &char| !matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(visible).map(|c| if matches!(c, '\u{a0}' | '\u{202f}') { ' ' } else { c }).collect()
}

/// What a person is answered in private, as they read it.
pub async fn whisper(town: &Town, person: &str, text: &str) -> String {
    plain(&town.whispers(person, text).await.join("\n---\n"))
}

/// A person types these lines in private, one after the other. Gives the last answer.
pub async fn talk(town: &Town, person: &str, lines: &[&str]) -> String {
    let mut said = String::new();
    for line in lines {
        said = whisper(town, person, line).await;
    }
    said
}

/// Notes what is set for a room from now on.
pub fn set(snapshot: &mut Snapshot, subject_id: i64, field: &str, value: &str) {
    let (id, at) = (snapshot.id(), snapshot.now);
    let (field, value) = (field.into(), value.into());
    snapshot.rows.log.insert(LogEntry { id, rev: 1, subject_id, field, value, at });
}

/// The same events as they come when a room's history is read again.
pub fn as_history(events: &[Event]) -> Vec<Event> {
    events.iter().map(|event| Event { origin: Origin::History, ..event.clone() }).collect()
}

/// Runs a future until it was polled so many times and then drops it, as a process that is killed
/// drops what it was at. Gives its output if it ended before that.
pub async fn cut<F: Future>(polls: usize, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    let mut left = polls;
    std::future::poll_fn(move |context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        future.as_mut().poll(context).map(Some)
    })
    .await
}

/// Polls a future so many times, then runs another to its end, and then the first.
pub async fn between<F: Future, G: Future>(polls: usize, future: F, other: G) -> (F::Output, G::Output) {
    let mut future = pin!(future);
    let early = cut(polls, future.as_mut()).await;
    let there = other.await;
    match early {
        Some(here) => (here, there),
        None => (future.await, there),
    }
}
