//! What the Matrix adapter costs, against a homeserver in this process.
//!
//! Three figures to reach: batches of sync through to committed rows at 0.8 of the rate at which
//! intake alone takes the same events (unencrypted); catching up 5,000 messages of an encrypted room
//! as fast, within a tenth, as the library alone pages and decrypts them from equal stores; and the
//! program with 100 bound rooms under 100 MB (100,000,000 bytes).
//!
//! What is compared is timed in turn, each run on copies of the same files.

#![allow(clippy::unwrap_used, reason = "a benchmark ends where its ground is missing")]

mod support;

use gcm_talks::chat::{Author, Batch, Body, Event, Message, Origin};
use gcm_talks::clock::Source;
use gcm_talks::config::{MatrixConfig, Secret};
use gcm_talks::intake::Intake;
use gcm_talks::model::{Ack, Language, Platform, Time};
use gcm_talks::platforms::matrix::{Mark, Matrix, Session, store_key};
use gcm_talks::seal::Keyring;
use gcm_talks::store::{Contribution, Cursor, Store};
use matrix_sdk::authentication::matrix::MatrixSession;
use matrix_sdk::config::{RequestConfig, StoreConfig, SyncSettings, SyncToken};
use matrix_sdk::cross_process_lock::CrossProcessLockConfig;
use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::room::MessagesOptions;
use matrix_sdk::ruma::RoomId;
use matrix_sdk::store::RoomLoadSettings;
use matrix_sdk::{Client, SessionMeta, SessionTokens, SqliteCryptoStore, SqliteStateStore};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use support::homeserver::{DEVICE, Homeserver};
use support::{BEGIN, House, found, median, ms, quantile, time, url, verdict};
use tokio::sync::Notify;

const BOT: &str = "@gcm-talks:bench";

/// Of the batches: so many messages, in so many rooms, by so many people, in answers of so many. So
/// many that the start, which reads every room back once, is a small part of them.
const MESSAGES: usize = 10_000;
const ROOMS: usize = 10;
const PEOPLE: usize = 34;
const BATCH: usize = 200;
const RUNS: usize = 7;

/// Of the encrypted room.
const HISTORY: usize = 5_000;
const WRITERS: usize = 10;
const HISTORY_RUNS: usize = 3;

/// Of the memory: so many rooms, in each so many people, and so many messages after the start.
const BOUND: usize = 100;
const MEMBERS: usize = 30;
const EACH: usize = 10;
const LIMIT: f64 = 100.0;

#[tokio::main]
async fn main() {
    batches().await;
    catching_up().await;
    memory().await;
}

/// A bot that has logged in and heard that it is in its rooms: files to make copies of.
struct Prepared {
    folder: tempfile::TempDir,
    homeserver: String,
    ring: Keyring,
    mark: Option<Mark>,
}

impl Prepared {
    async fn new(server: &Homeserver, rooms: &[String], people: &[String]) -> Prepared {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let file = folder.path().join("house.db");
        let house = House::build_on(Platform::Matrix, &file, rooms, people, Ack::Reaction).await;
        let mut prepared = Prepared { folder, homeserver: server.url.clone(), ring: house.ring.clone(), mark: None };
        let config = prepared.config(&prepared.folder.path().join("matrix"));
        let session = Session::login(&config, &store_key(&prepared.ring)).await.unwrap();
        let matrix = Matrix::new(session, &[], house.store.source().clone());
        hear(&matrix, &house, None, &server.token()).await;
        let cursors: Vec<Cursor> = house.store.select("1 = 1", &[]).await.unwrap();
        prepared.mark = Mark::parse(&cursors.first().unwrap().value);
        house.store.close().await;
        prepared
    }

    fn config(&self, folder: &Path) -> MatrixConfig {
        MatrixConfig {
            homeserver: self.homeserver.clone(),
            user: BOT.into(),
            password: Some(Secret::new("invented".into())),
            token: None,
            recovery_key: None,
            folder: folder.to_owned(),
            ignore: Vec::new(),
        }
    }

    /// A copy of what the library keeps.
    fn library(&self, name: &str) -> PathBuf {
        let to = self.folder.path().join(name);
        std::fs::create_dir(&to).unwrap();
        for entry in std::fs::read_dir(self.folder.path().join("matrix")).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
        to
    }

    /// A copy of the house, its clock at a moment.
    async fn house(&self, name: &str, now: Time) -> House {
        let file = self.folder.path().join(name);
        std::fs::copy(self.folder.path().join("house.db"), &file).unwrap();
        House::open(&file, self.ring.clone(), 2, now).await
    }

    /// Hears all through to the store, up to a token. Gives milliseconds and how many events are on the
    /// record.
    async fn through(&self, name: &str, last: &str, now: Time) -> (f64, u64) {
        let house = self.house(&format!("{name}.db"), now).await;
        let mark = self.mark.clone().unwrap();
        let config = self.config(&self.library(name));
        let session = Session::open(&config, &store_key(&self.ring), Some(&mark)).await.unwrap();
        let matrix = Matrix::new(session, &[], house.store.source().clone());
        let (span, ()) = time(hear(&matrix, &house, Some(mark), last)).await;
        (ms(span), noted(house).await)
    }
}

/// How many messages are on the record of a house, which is closed.
async fn noted(house: House) -> u64 {
    let all: Vec<Contribution> = house.store.select("1 = 1", &[]).await.unwrap();
    house.store.close().await;
    all.len() as u64
}

/// Hears until what the homeserver told last is committed.
async fn hear(matrix: &Matrix, house: &House, mark: Option<Mark>, last: &str) {
    let committed = Notify::new();
    let all = async {
        loop {
            committed.notified().await;
            let cursors: Vec<Cursor> = house.store.select("1 = 1", &[]).await.unwrap();
            if cursors.iter().filter_map(|cursor| Mark::parse(&cursor.value)).any(|mark| mark.token == last) {
                return;
            }
        }
    };
    tokio::select! {
        ended = matrix.hear(&house.intake, mark, |_| committed.notify_one()) => ended.unwrap(),
        () = all => {}
    }
}

fn names(kind: char, word: &str, count: usize) -> Vec<String> {
    (0..count).map(|n| format!("{kind}{word}-{n}:bench")).collect()
}

/// A message as the adapter hands it over.
fn event(id: String, room: &str, account: &str, at: Time, text: String) -> Event {
    let name = account.trim_start_matches('@').split(':').next().unwrap().to_owned();
    Event {
        platform: Platform::Matrix,
        room: room.to_owned(),
        direct: false,
        id,
        author: Author::new(account, name),
        at,
        origin: Origin::Live,
        body: Body::Message(Message { text, ..Message::default() }),
        handle: None,
    }
}

/// Batches of sync through to committed rows, and intake alone with the same events.
async fn batches() {
    let (rooms, people) = (names('!', "room", ROOMS), names('@', "person", PEOPLE));
    // Each person writes every 136 seconds: nothing joins.
    let server = Homeserver::start(BEGIN, 4_000).await;
    let all: Vec<String> = people.iter().cloned().chain([BOT.into()]).collect();
    for room in &rooms {
        server.room(room, false, &all);
    }
    let prepared = Prepared::new(&server, &rooms, &people).await;
    let mut writer = support::texts::Writer::new(11);
    let mut events = Vec::new();
    for n in 0..MESSAGES {
        let (room, who) = (&rooms[n % PEOPLE % ROOMS], &people[n % PEOPLE]);
        let text = writer.statement(Language::ALL[n % PEOPLE % Language::ALL.len()]);
        let id = server.says(room, who, &text);
        events.push(event(id, room, who, server.now(), text));
        if (n + 1) % BATCH == 0 {
            server.end_answer();
        }
    }
    let (mut alone, mut through, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let mut spans = [0.0; 2];
        for turn in 0..2 {
            let which = (run + turn) % 2;
            let name = format!("{run}-{which}");
            let (span, noted) = match which {
                0 => prepared.through(&name, &server.token(), server.now()).await,
                _ => {
                    let house = prepared.house(&format!("{name}.db"), server.now()).await;
                    let (span, ()) = time(take(&house.intake, &events)).await;
                    (ms(span), noted(house).await)
                }
            };
            assert_eq!(noted, MESSAGES as u64, "not everything is on the record");
            spans[which] = span;
        }
        // The first run warms up.
        if run > 0 {
            through.push(spans[0]);
            alone.push(spans[1]);
            ratios.push(spans[1] / spans[0]);
        }
    }
    let rate = |spans: &mut [f64]| MESSAGES as f64 / median(spans) * 1e3;
    let ratio = median(&mut ratios);
    println!(
        "matrix: {MESSAGES} messages in {ROOMS} rooms, {BATCH} an answer, median of {RUNS} pairs: {:.0} messages/s from sync to committed rows, {:.0} messages/s intake alone; ratio {ratio:.2}, half of the pairs {:.2} to {:.2} (0.8): {}",
        rate(&mut through),
        rate(&mut alone),
        quantile(&mut ratios, 0.25),
        quantile(&mut ratios, 0.75),
        verdict(ratio >= 0.8)
    );
}

/// Intake alone, in the batches in which the adapter hands over.
async fn take(intake: &Intake, events: &[Event]) {
    for events in events.chunks(BATCH) {
        let cursor = Some((Platform::Matrix, BOT.to_owned(), format!("{BEGIN} s1")));
        intake.take(Batch { events: events.to_vec(), cursor }).await.unwrap();
    }
}

/// The history of an encrypted room, read after a while away, and the same by the library alone.
async fn catching_up() {
    let (room, people) = ("!encrypted:bench".to_owned(), names('@', "writer", WRITERS));
    // Each writer writes every 130 seconds.
    let server = Homeserver::start(BEGIN, 13_000).await;
    let all: Vec<String> = people.iter().cloned().chain([BOT.into()]).collect();
    server.room(&room, true, &all);
    let prepared = Prepared::new(&server, std::slice::from_ref(&room), &people).await;
    let mut writers = Vec::new();
    for person in &people {
        writers.push(log_in(&server, person).await);
    }
    let mut texts = support::texts::Writer::new(12);
    let id = RoomId::parse(&room).unwrap();
    for n in 0..HISTORY {
        let content = json!({"msgtype": "m.text", "body": texts.statement(Language::ALL[n % Language::ALL.len()])});
        let writer = writers[n % WRITERS].get_room(&id).unwrap();
        writer.send_raw("m.room.message", content).await.unwrap();
    }
    drop(writers);
    let (mut adapter, mut library, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..HISTORY_RUNS {
        let mut spans = [0.0; 2];
        for turn in 0..2 {
            let which = (run + turn) % 2;
            let name = format!("{run}-{which}");
            spans[which] = match which {
                0 => {
                    let (span, noted) = prepared.through(&name, &server.token(), server.now()).await;
                    assert_eq!(noted, HISTORY as u64, "not everything is on the record");
                    span
                }
                _ => {
                    let client = alone(&prepared, &name).await;
                    let (span, read) = time(page_and_decrypt(&client, &id, prepared.mark.clone().unwrap().token)).await;
                    assert_eq!(read, HISTORY, "not everything was decrypted");
                    ms(span)
                }
            };
        }
        adapter.push(spans[0]);
        library.push(spans[1]);
        ratios.push(spans[1] / spans[0]);
    }
    let rate = |spans: &mut [f64]| HISTORY as f64 / median(spans) * 1e3;
    let ratio = median(&mut ratios);
    println!(
        "matrix: {HISTORY} messages of an encrypted room caught up, median of {HISTORY_RUNS} pairs: {:.0} messages/s through to committed rows, {:.0} messages/s paged and decrypted by the library alone; ratio {ratio:.2}, from {:.2} to {:.2} (0.9): {}",
        rate(&mut adapter),
        rate(&mut library),
        quantile(&mut ratios, 0.0),
        quantile(&mut ratios, 1.0),
        verdict(ratio >= 0.9)
    );
}

/// Someone with an encrypting client in memory.
async fn log_in(server: &Homeserver, account: &str) -> Client {
    let client = Client::builder().homeserver_url(&server.url).build().await.unwrap();
    client.matrix_auth().login_username(account, "invented").send().await.unwrap();
    client.sync_once(SyncSettings::new()).await.unwrap();
    client
}

/// The library on a copy of the bot's stores, set up as the adapter does it.
async fn alone(prepared: &Prepared, name: &str) -> Client {
    let (folder, key) = (prepared.library(name), store_key(&prepared.ring));
    let state = SqliteStateStore::open_with_key(&folder, Some(&key)).await.unwrap();
    let crypto = SqliteCryptoStore::open_with_key(&folder, Some(&key)).await.unwrap();
    let stores = StoreConfig::new(CrossProcessLockConfig::SingleProcess).state_store(state).crypto_store(crypto);
    let client = Client::builder()
        .homeserver_url(&prepared.homeserver)
        .store_config(stores)
        .request_config(RequestConfig::new().disable_retry());
    let client = client.build().await.unwrap();
    let (access_token, refresh_token) = (format!("{BOT}|{DEVICE}"), None);
    let meta = SessionMeta { user_id: BOT.try_into().unwrap(), device_id: DEVICE.into() };
    let session = MatrixSession { meta, tokens: SessionTokens { access_token, refresh_token } };
    client.matrix_auth().restore_session(session, RoomLoadSettings::default()).await.unwrap();
    client
}

/// Asks for what is new, and pages back through what the answer left out. Gives how many messages
/// can be read.
async fn page_and_decrypt(client: &Client, room: &RoomId, token: String) -> usize {
    let settings = SyncSettings::new().token(SyncToken::Specific(token.clone()));
    let answer = client.sync_once(settings).await.unwrap();
    let timeline = &answer.rooms.joined.get(room).unwrap().timeline;
    let readable = |events: &[TimelineEvent]| events.iter().filter(|event| event.encryption_info().is_some()).count();
    let mut read = readable(&timeline.events);
    let mut from = timeline.prev_batch.clone();
    let room = client.get_room(room).unwrap();
    while let Some(token_of_page) = from {
        let mut options = MessagesOptions::backward().from(Some(token_of_page.as_str()));
        options.to = Some(token.clone());
        options.limit = 100u32.into();
        let page = room.messages(options).await.unwrap();
        read += readable(&page.chunk);
        from = page.end;
    }
    read
}

/// The program, which is not left behind when the benchmark ends early.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// How much memory the program holds with its rooms bound, encrypted and full of people.
async fn memory() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let source = Source::system();
    let server = Homeserver::start(source.clock.now(), 0).await;
    let (rooms, people) = (names('!', "bound", BOUND), names('@', "member", MEMBERS - 1));
    let all: Vec<String> = people.iter().cloned().chain([BOT.into()]).collect();
    for room in &rooms {
        server.room(room, true, &all);
    }
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gcm-talks"));
        command.args(arguments).current_dir(folder.path()).stdin(Stdio::null()).stdout(Stdio::null());
        for variable in ["GCM_TALKS_CONFIG", "GCM_TALKS_DATA", "GCM_TALKS_STORE_URL", "GCM_TALKS_LOG"] {
            command.env_remove(variable);
        }
        command.stderr(Stdio::null()).spawn().unwrap()
    };
    assert!(run(&["init", "--secretariat", "matrix:@secretariat:bench"]).wait().unwrap().success());
    let file = folder.path().join("gcm-talks.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let text = text.replace("127.0.0.1:9464", "127.0.0.1:0").replace("enabled = true", "enabled = false");
    let account = format!("\n[matrix]\nhomeserver = \"{}\"\nuser = \"{BOT}\"\npassword = \"invented\"\n", server.url);
    std::fs::write(&file, [text, account].concat()).unwrap();
    assert!(run(&["matrix", "login"]).wait().unwrap().success());
    let ring = Keyring::open(&folder.path().join("data/keys")).unwrap();
    let store = Store::open(&url(&folder.path().join("data/gcm-talks.db")), ring, source).await.unwrap();
    found(&store, Platform::Matrix, &rooms, &people, Ack::Reaction).await;
    store.close().await;

    let program = Program(run(&["run"]));
    server.all_taken_by(BOT).await;
    report("after its start", &program).await;
    let writer = log_in(&server, &people[0]).await;
    let mut texts = support::texts::Writer::new(13);
    for n in 0..EACH * BOUND {
        let room = writer.get_room(&RoomId::parse(&rooms[n % BOUND]).unwrap()).unwrap();
        let content = json!({"msgtype": "m.text", "body": texts.statement(Language::ALL[n % Language::ALL.len()])});
        room.send_raw("m.room.message", content).await.unwrap();
    }
    drop(writer);
    server.all_taken_by(BOT).await;
    report(&format!("after {} messages", EACH * BOUND), &program).await;
}

/// Prints the resident set once it has stopped changing.
async fn report(when: &str, program: &Program) {
    let mut last = 0.0;
    for _ in 0..20 {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let now = support::resident(program.0.id());
        if now == last {
            break;
        }
        last = now;
    }
    println!(
        "matrix: {BOUND} bound encrypted rooms of {MEMBERS} people, {when}: {last:.1} MB ({LIMIT} MB): {}",
        verdict(last < LIMIT)
    );
}
