//! What the benchmarks share: a house with invented people, statements from a seeded generator, and
//! the way a figure is printed.

#![allow(dead_code, reason = "each benchmark uses its part")]

#[cfg(feature = "matrix")]
pub mod homeserver;
pub mod texts;

use gcm_talks::chat::{Author, Batch, Body, Event, Message, Origin};
use gcm_talks::clock::{Clock, Draw, ManualClock, SeededChance, Source, Stopwatch};
use gcm_talks::intake::{Intake, IntakeSettings};
use gcm_talks::model::{Ack, Category, Consent, ConsultationSettings, Language, Platform, RoomSettings, Time};
use gcm_talks::record::{self, Person, Profile};
use gcm_talks::seal::Keyring;
use gcm_talks::store::{Consultation, LogEntry, Room, Store};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// When the invented consultation begins: 2 September 2030, 8:00 UTC.
pub const BEGIN: Time = 1_914_566_400_000;

/// Stakeholder categories of the vocabulary, given to people in turn.
const CATEGORIES: [&str; 5] = ["migrants", "trade-unions", "civil-society", "academia", "private-sector"];

/// A house whose clock stands still until it is moved.
pub struct House {
    pub store: Store,
    pub intake: Intake,
    pub clock: Arc<ManualClock>,
    pub ring: Keyring,
    pub consultation: i64,
}

/// A source with a clock that is moved by hand and chance from a seed.
fn source(seed: u64, now: Time) -> (Source, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::new(now));
    (Source { clock: clock.clone(), chance: Arc::new(SeededChance::new(seed)) }, clock)
}

/// The URL of a SQLite database in this file.
pub fn url(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

impl House {
    /// A new database in this file: one open consultation, rooms whose floors are open, people who
    /// agreed to be quoted by category.
    pub async fn build(file: &Path, rooms: usize, people: usize, ack: Ack) -> House {
        let rooms: Vec<String> = (0..rooms).map(room).collect();
        let people: Vec<String> = (0..people).map(person).collect();
        House::build_on(Platform::Console, file, &rooms, &people, ack).await
    }

    /// The same on a platform, with these rooms and accounts.
    pub async fn build_on(platform: Platform, file: &Path, rooms: &[String], people: &[String], ack: Ack) -> House {
        let ring = Keyring::in_memory(&mut Draw::new([7; 32]), BEGIN);
        let mut house = House::open(file, ring, 1, BEGIN).await;
        house.consultation = found(&house.store, platform, rooms, people, ack).await;
        house
    }

    /// Opens a database that is there, by its keys.
    pub async fn open(file: &Path, ring: Keyring, seed: u64, now: Time) -> House {
        let (source, clock) = source(seed, now);
        let store = Store::open(&url(file), ring.clone(), source).await.unwrap();
        let intake = Intake::new(store.clone(), IntakeSettings { pace: None, ..IntakeSettings::default() });
        House { store, intake, clock, ring, consultation: 0 }
    }

    /// Takes events in batches of 200, the clock standing at the last event of each.
    pub async fn take(&self, events: &[Event]) {
        for events in events.chunks(200) {
            let last = events.iter().map(|event| event.at).max().unwrap_or(BEGIN);
            self.clock.advance((last - self.clock.now()).max(0));
            self.intake.take(Batch { events: events.to_vec(), cursor: None }).await.unwrap();
        }
    }
}

/// What a benchmark finds in a store: one open consultation, these rooms, whose floors are open, and
/// these people. Gives the consultation.
pub async fn found(store: &Store, platform: Platform, rooms: &[String], people: &[String], ack: Ack) -> i64 {
    let mut snapshot = store.snapshot().unwrap();
    let consultation = snapshot.id();
    let settings = ConsultationSettings {
        titles: [(Language::En, "Consultation for the benchmark".into())].into(),
        languages: Language::ALL.into(),
        timezone: "Africa/Dakar".into(),
        controller: "an invented network".into(),
        contact: "nobody@example.org".into(),
        help: "nobody@example.org".into(),
        retention_days: 730,
        risky_objectives: vec![9, 11, 13, 21],
        ..ConsultationSettings::default()
    };
    snapshot.rows.consultations.insert(Consultation {
        id: consultation,
        rev: 1,
        slug: "bench".into(),
        region: "africa".into(),
        stage: "open".into(),
        settings: serde_json::to_string(&settings).unwrap(),
    });
    for address in rooms {
        let id = snapshot.id();
        let settings = RoomSettings { languages: Language::ALL.into(), ack, ..RoomSettings::default() };
        snapshot.rows.rooms.insert(Room {
            id,
            rev: 1,
            consultation_id: consultation,
            platform: platform.word().into(),
            address: address.clone(),
            name: address.clone(),
            settings: serde_json::to_string(&settings).unwrap(),
            facts: "{}".into(),
            heard: 0,
            noted: 0,
            noted_at: None,
            card: None,
        });
        for (field, value) in [("bound", "1"), ("floor", "open")] {
            let (entry, field, value) = (snapshot.id(), field.into(), value.into());
            snapshot.rows.log.insert(LogEntry { id: entry, rev: 1, subject_id: id, field, value, at: snapshot.now });
        }
    }
    for (number, account) in people.iter().enumerate() {
        let category = CATEGORIES[number % CATEGORIES.len()];
        let profile = Profile { category: Some(Category(category.into())), ..Profile::default() };
        let language = Language::ALL[number % Language::ALL.len()];
        let who = Person { platform, account, language };
        record::join(&mut snapshot, consultation, &who, Consent::Category, &profile).unwrap();
    }
    store.write(snapshot.into_changes()).await.unwrap();
    consultation
}

/// A room's address and name.
pub fn room(number: usize) -> String {
    format!("room-{number}")
}

/// A person's account.
pub fn person(number: usize) -> String {
    format!("person-{number}")
}

/// A message in a room.
pub fn message(number: usize, room: &str, author: &str, at: Time, text: String) -> Event {
    Event {
        platform: Platform::Console,
        room: room.into(),
        direct: false,
        id: format!("event-{number}"),
        author: Author::new(author, author),
        at,
        origin: Origin::Live,
        body: Body::Message(Message { text, ..Message::default() }),
        handle: None,
    }
}

/// `count` statements, one every `spacing` milliseconds, by people and in rooms in turn.
pub fn statements(count: usize, rooms: usize, people: usize, spacing: i64) -> Vec<Event> {
    let mut writer = texts::Writer::new(11);
    (0..count)
        .map(|n| {
            let language = Language::ALL[n % people % Language::ALL.len()];
            let at = BEGIN + 1_000 + n as i64 * spacing;
            message(n, &room(n % people % rooms), &person(n % people), at, writer.statement(language))
        })
        .collect()
}

/// How long something takes.
pub async fn time<T>(work: impl Future<Output = T>) -> (Duration, T) {
    let watch = Stopwatch::start();
    let done = work.await;
    (watch.elapsed(), done)
}

/// The value in the middle.
pub fn median(values: &mut [f64]) -> f64 {
    quantile(values, 0.5)
}

/// The value below which this share lies.
pub fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = ((values.len().saturating_sub(1)) as f64 * share).round() as usize;
    values.get(place).copied().unwrap_or_default()
}

/// A duration in milliseconds.
pub fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

/// `PASS` or `below`.
pub fn verdict(holds: bool) -> &'static str {
    if holds { "PASS" } else { "below" }
}

/// The resident set of a process in millions of bytes.
pub fn resident(id: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    let kibibytes: f64 = line.trim().trim_end_matches("kB").trim().parse().unwrap();
    kibibytes * 1024.0 / 1e6
}
