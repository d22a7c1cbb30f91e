//! Promises 3 and 4 in the files themselves: what the store holds of someone who never agreed, of
//! someone who left, and of anyone without the key; what lapses; and what the log says.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may end where its ground is missing"
)]

mod common;

use common::for_each_database;
use common::platform::{Trouble, account, address, private};
use common::town::{HARBOUR, MARKET, MODERATOR, Town, cut};
use gcm_talks::chat::{Action, Document, Outgoing, To};
use gcm_talks::model::{Consent, DAY, HOUR, Language, MINUTE, Platform, SECOND};
use gcm_talks::record;
use gcm_talks::seal::Keyring;
use gcm_talks::store::*;
use gcm_talks::trust::{self, OfficeHolder};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

/// What somebody wrote or is called, in several scripts. None of it is a word of the program.
struct Marks {
    person: &'static str,
    name: &'static str,
    organisation: &'static str,
    texts: &'static [&'static str],
}

const STAYS: Marks = Marks {
    person: "zubeidah",
    name: "Zübeidah Anvarova",
    organisation: "Ligue Imaginaire des Tisserandes",
    texts: &[
        "Les frais de recrutement d’une tisserande de Karoubaville l’endettent pour dix ans.",
        "رسوم التوظيف في مدينة كاروبافيل تُغرق العاملات المنزليات في الديون",
        "招聘费让卡鲁巴维尔的家政工人多年负债累累",
    ],
};

const LEAVES: Marks = Marks {
    person: "wilhelmyna",
    name: "Wilhelmyna Okonkwozi",
    organisation: "Sociedade Inventada dos Pescadores",
    texts: &[
        "Os pescadores de Quelimbuzi pagam taxas de recrutamento que ninguém devolve.",
        "Рыбаки Квелимбузи годами платят посредникам за разрешение на работу",
    ],
};

const NEVER: Marks = Marks {
    person: "xanthippos",
    name: "Xanthippos Nevermore",
    organisation: "Guild of Unrecorded Lighthouses",
    texts: &[
        "Lighthouse keepers of Farolandia pay fees that no court has ever looked at.",
        "Los fareros de Farolandia pagan cuotas que ningún tribunal ha mirado jamás.",
    ],
};

const QUESTION: &str = "Which quagmirish obstacles do weavers meet at borders?";

impl Marks {
    /// Everything that would tell of the person.
    fn all(&self) -> Vec<String> {
        let mut all: Vec<String> = self.texts.iter().map(|t| (*t).to_owned()).collect();
        // Single words as well: a text may be kept in pieces.
        let words = self.texts.iter().flat_map(|text| text.split_whitespace()).filter(|word| word.len() >= 9);
        all.extend(words.map(|word| word.trim_matches(['.', ',']).to_owned()));
        all.extend([self.person.to_owned(), account(self.person), self.name.to_owned(), self.organisation.to_owned()]);
        all
    }
}

/// An afternoon with the three of them, a question, a digest, and things that go wrong.
async fn afternoon(town: &Town) {
    for marks in [&STAYS, &LEAVES, &NEVER] {
        town.platform.name(marks.person, marks.name);
    }
    town.bot.jobs.start().await.unwrap();
    for marks in [&STAYS, &LEAVES] {
        town.whispers(marks.person, &format!("consent organisation {}", marks.organisation)).await;
        town.whispers(marks.person, &format!("consent name {}", marks.name)).await;
        town.clock.advance(SECOND);
        for (n, text) in marks.texts.iter().enumerate() {
            town.clock.advance(3 * MINUTE);
            town.says(marks.person, if n == 0 { MARKET } else { HARBOUR }, text).await;
        }
        town.whispers(marks.person, "my data").await;
    }
    for (n, text) in NEVER.texts.iter().enumerate() {
        let message = town.says(NEVER.person, if n == 0 { MARKET } else { HARBOUR }, text).await;
        town.hear([town.platform.edit(NEVER.person, &message.room, &message.id, &format!("{text} Edited."))]).await;
        town.hear([town.platform.react(NEVER.person, &message.room, &message.id, "📝")]).await;
        town.hear([town.platform.delete(NEVER.person, &message.room, &message.id)]).await;
    }
    // Who asks, opens the dialog, types half a consent, and then declines.
    town.whispers(NEVER.person, NEVER.texts[0]).await;
    town.whispers(NEVER.person, "4").await;
    town.whispers(NEVER.person, "help").await;
    town.says(NEVER.person, MARKET, &format!("!gcm say {}", NEVER.texts[1])).await;
    town.whispers(NEVER.person, "consent no").await;
    town.says(MODERATOR, MARKET, &format!("!gcm ask {QUESTION}")).await;
    town.says(MODERATOR, MARKET, "!gcm digest").await;
    // An answer that cannot be delivered, and one that the platform takes later.
    town.platform.trouble([Some(Trouble::Never)]);
    town.says(NEVER.person, MARKET, "!gcm my data").await;
    town.platform.trouble([Some(Trouble::Blocked), Some(Trouble::Later)]);
    town.says(STAYS.person, MARKET, "!gcm status").await;
}

/// Every file of a SQLite database, or every column of every table of a PostgreSQL one.
async fn raw(url: &str) -> Vec<u8> {
    if let Some(path) = url.strip_prefix("sqlite:") {
        let folder = Path::new(path).parent().unwrap();
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        return files.flat_map(|file| std::fs::read(file).unwrap()).collect();
    }
    let mut connection = PgConnection::connect(url).await.unwrap();
    let mut all = Vec::new();
    for table in TABLES {
        let sql = AssertSqlSafe(format!("SELECT t::text FROM {table} t"));
        let rows: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut connection).await.unwrap();
        for row in rows {
            all.extend(row.as_bytes());
            // Bytes are shown as hexadecimal digits.
            for part in row.split("\\x").skip(1) {
                let digits: String = part.chars().take_while(char::is_ascii_hexdigit).collect();
                all.extend((0..digits.len() / 2).map(|n| u8::from_str_radix(&digits[2 * n..2 * n + 2], 16).unwrap()));
            }
            all.push(b'\n');
        }
    }
    all
}

fn holds(bytes: &[u8], mark: &str) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark.as_bytes())
}

/// Everything that opens with the keys, as one text.
async fn opened(town: &Town) -> String {
    common::opened(&town.bot.store).await
}

#[tokio::test]
async fn without_the_key_no_word_that_anyone_wrote_and_no_name_is_in_the_store() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        afternoon(&town).await;
        assert_eq!(town.record().await.len(), STAYS.texts.len() + LEAVES.texts.len(), "there is something to seal");
        let raw = raw(&url).await;
        let mut marks: Vec<String> = [&STAYS, &LEAVES, &NEVER].iter().flat_map(|marks| marks.all()).collect();
        marks.extend([QUESTION.to_owned(), "quagmirish".into(), account(MODERATOR), MODERATOR.into()]);
        for mark in marks {
            assert!(!holds(&raw, &mark), "{mark} can be read without the key");
        }
        // The search sees what is there.
        assert!(holds(&raw, "africa") && holds(&raw, MARKET));
    })
    .await;
}

#[tokio::test]
async fn with_the_key_nothing_is_there_of_who_never_agreed() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        afternoon(&town).await;
        let (opened, raw) = (opened(&town).await, raw(&url).await);
        for mark in NEVER.all() {
            assert!(!opened.contains(&mark) && !holds(&raw, &mark), "{mark} is in the store");
        }
        // The search sees what is there.
        for mark in [STAYS.name, STAYS.organisation, STAYS.texts[1], &account(LEAVES.person), QUESTION] {
            assert!(opened.contains(mark), "{mark} should be there");
        }
        let store = &town.bot.store;
        assert_eq!(store.count::<Participant>("1 = 1", &[]).await.unwrap(), 2);
        assert_eq!(store.count::<Dialog>("1 = 1", &[]).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn after_forget_me_nothing_is_left_of_who_went_but_receipts_and_times() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        afternoon(&town).await;
        let before: Vec<_> = town.record().await.into_iter().filter(|n| n.person == LEAVES.person).collect();
        assert_eq!(before.len(), LEAVES.texts.len());
        let snapshot = town.snapshot().await;
        let mut keys: Vec<Vec<u8>> = Vec::new();
        for noted in &before {
            let row = snapshot.rows.contributions.get(noted.id).unwrap();
            for key in [row.key_id, row.participant_id] {
                keys.push(snapshot.rows.keys.get(key).unwrap().wrapped.clone());
            }
        }
        drop(snapshot);
        town.whispers(LEAVES.person, "forget me").await;
        town.whispers(LEAVES.person, "yes").await;
        town.clock.advance(HOUR);
        town.bot.settle().await.unwrap();
        assert!(town.bot.store.purge_erased().await.unwrap());

        let opened = opened(&town).await;
        for mark in LEAVES.all() {
            assert!(!opened.contains(&mark), "{mark} is still in the store");
        }
        if url.starts_with("sqlite:") {
            let raw = raw(&url).await;
            for key in keys {
                assert!(!raw.windows(key.len()).any(|window| window == key), "a key of theirs is still in a file");
            }
        }
        let standing = town.platform.said_in(&address(MARKET)).join("\n");
        for mark in LEAVES.texts.iter().chain([&LEAVES.name, &LEAVES.organisation]) {
            assert!(!standing.contains(mark), "{mark} still stands in a room");
        }
        let snapshot = town.snapshot().await;
        for noted in before {
            let tombstone = snapshot.rows.contributions.get(noted.id).unwrap();
            assert_eq!(tombstone.receipt, noted.receipt);
            assert_eq!((tombstone.state.as_str(), tombstone.participant_id), ("withdrawn", 0));
            assert!(tombstone.sealed.is_empty() && tombstone.key_id == 0 && tombstone.at > 0);
        }
        assert_eq!(town.texts_of(STAYS.person).await.len(), STAYS.texts.len(), "the others stay");
        let said = town.whispers(LEAVES.person, "my data").await;
        assert_eq!(said, ["I hold nothing about you."]);
    })
    .await;
}

/// Gives someone the secretariat's office.
async fn appoint(town: &Town, person: &str) {
    let mut snapshot = town.bot.store.snapshot().unwrap();
    let id = snapshot.id();
    let hash = record::account_hash(&snapshot, Platform::Matrix, &account(person));
    let holder = OfficeHolder { platform: "matrix".into(), account: account(person), name: person.into() };
    let sealed = snapshot.seal_house(id, &holder).unwrap();
    let (role, scope, since) = ("secretariat".into(), "everywhere".into(), snapshot.now);
    snapshot.rows.offices.insert(Office { id, rev: 1, hash, role, scope, sealed, since });
    town.bot.store.write(snapshot.into_changes()).await.unwrap();
}

/// Someone takes part in another consultation, which goes on.
async fn joins_another(town: &Town, person: &str) -> i64 {
    let mut snapshot = town.bot.store.snapshot().unwrap();
    let id = snapshot.id();
    let (slug, stage) = ("another".into(), "open".into());
    let settings = r#"{"retention_days": 1}"#.into();
    snapshot.rows.consultations.insert(Consultation { id, rev: 1, slug, region: "africa".into(), stage, settings });
    let person = record::Person { platform: Platform::Matrix, account: &account(person), language: Language::En };
    let profile = record::Profile { name: Some("Someone Else".into()), ..record::Profile::default() };
    let joined = record::join(&mut snapshot, id, &person, Consent::Name, &profile).unwrap();
    town.bot.store.write(snapshot.into_changes()).await.unwrap();
    joined
}

#[tokio::test]
async fn when_the_retention_is_over_everything_goes_as_if_all_had_asked_to_be_forgotten() {
    const RULES: &str = "sekoumina";
    for_each_database(async |url| {
        let mut town = Town::new(&url).await;
        afternoon(&town).await;
        // More than goes at once.
        let mut many = Vec::new();
        for n in 0..130 {
            town.clock.advance(3 * MINUTE);
            let text = format!("Recruitment fees push the weavers of quarter {n} into debt.");
            many.push(town.platform.write(STAYS.person, &address(HARBOUR), &text));
        }
        town.hear(many).await;
        let receipts: Vec<String> = town.record().await.into_iter().map(|noted| noted.receipt).collect();
        assert!(receipts.len() > 130);
        let heard: Vec<i64> = town.snapshot().await.rows.rooms.iter().map(|room| room.noted).collect();
        appoint(&town, RULES).await;
        let other = joins_another(&town, "yevgenya").await;

        let said = town.whispers(RULES, "consultation stage africa follow-up").await.join("\n");
        assert!(said.contains("What people wrote is erased on 14 January 2029"), "{said}");
        let pass = async |town: &Town, span: i64| {
            town.clock.advance(span);
            town.settle().await;
        };
        // Saying it again does not begin anew.
        pass(&town, 10 * DAY).await;
        let said = town.whispers(RULES, "consultation stage africa follow-up").await.join("\n");
        assert!(said.contains("14 January 2029"), "{said}");

        // Not longer than people were told, and not so short that nobody could be warned.
        let said = town.whispers(RULES, "consultation set africa retention 800").await.join("\n");
        assert!(said.contains("from 25 to 730"), "{said}");
        let said = town.whispers(RULES, "consultation set africa retention 24").await.join("\n");
        assert!(said.contains("from 25 to 730"), "{said}");
        let said = town.whispers(RULES, "consultation set africa retention 720").await.join("\n");
        assert!(said.contains("erased on 4 January 2029"), "{said}");

        pass(&town, 696 * DAY - 2 * HOUR).await;
        let before = town.platform.said_to(RULES).len();
        for hour in 0..4 {
            pass(&town, HOUR).await;
            let warnings = town.platform.said_to(RULES).split_off(before);
            assert_eq!(warnings.len(), usize::from(hour >= 1), "once, two weeks before: {warnings:?}");
            assert!(warnings.iter().all(|said| said.contains("4 January 2029") && said.contains("export")));
        }
        assert_eq!(town.record().await.len(), receipts.len(), "until then all is kept");
        let standing = town.platform.said_in(&address(MARKET)).join("\n");
        assert!(standing.contains(&receipts[0]), "there is a digest to take down: {standing}");
        let keys = town.bot.store.select::<KeyRow>("id > 0", &[]).await.unwrap();

        // The bot is killed again and again while it erases.
        town.clock.advance(14 * DAY);
        for polls in [10, 60, 140, 250, 400, 600] {
            cut(polls, town.bot.settle()).await.map(Result::unwrap);
            town.restart().await;
        }
        pass(&town, HOUR).await;
        pass(&town, HOUR).await;

        let opened = opened(&town).await;
        for mark in STAYS.all().iter().chain(&LEAVES.all()) {
            assert!(!opened.contains(mark), "{mark} is still in the store");
        }
        assert!(!opened.contains("weavers of quarter"));
        if url.starts_with("sqlite:") {
            let raw = raw(&url).await;
            let gone = keys.iter().filter(|key| key.id != other);
            let left = gone.filter(|key| raw.windows(key.wrapped.len()).any(|window| window == key.wrapped)).count();
            assert_eq!(left, 0, "keys are still in a file");
        }
        let standing = [MARKET, HARBOUR].map(|room| town.platform.said_in(&address(room)).join("\n")).join("\n");
        assert!(!receipts.iter().any(|receipt| standing.contains(receipt)), "it still stands in a room: {standing}");

        // Receipts and counts remain, what was not meant is untouched, and all is told once.
        let snapshot = town.snapshot().await;
        assert_eq!(snapshot.rows.rooms.iter().map(|room| room.noted).collect::<Vec<_>>(), heard);
        let tombstones: Vec<&Contribution> = snapshot.rows.contributions.iter().collect();
        assert!(receipts.iter().all(|receipt| tombstones.iter().any(|row| row.receipt == *receipt)));
        assert!(tombstones.iter().all(|row| row.state == "withdrawn" && row.participant_id == 0));
        let people = town.bot.store.select::<Participant>("1 = 1", &[]).await.unwrap();
        assert_eq!(people.iter().map(|person| person.id).collect::<Vec<_>>(), [other]);
        assert!(opened.contains("Someone Else"));
        let told = town.platform.said_to(RULES).join("\n");
        assert_eq!(told.matches("is erased now").count(), 1, "{told}");
        let audited = trust::verify(&town.bot.store).await.unwrap().unwrap();
        let entries = audited.iter().filter(|(_, entry)| entry.office == "retention" && entry.subject == "africa");
        assert_eq!(entries.count(), 1);
        assert_eq!(town.bot.store.count::<Job>("state = 'failed'", &[]).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_consultation_that_was_quiet_for_a_year_is_over_and_erased_after_a_warning() {
    const RULES: &str = "sekoumina";
    for_each_database(async |url| {
        let mut town = Town::new(&url).await;
        afternoon(&town).await;
        appoint(&town, RULES).await;
        town.whispers(RULES, "consultation set africa retention 30").await;
        let said = town.says(MODERATOR, MARKET, "!gcm digest every Monday 9:00").await;
        assert!(!said.id.is_empty());
        // Where an event of its room that failed could be read again.
        let mut snapshot = town.snapshot().await;
        let id = snapshot.id();
        let place = (Platform::Matrix, address(MARKET), "event", town.now());
        let sealed = snapshot.seal_house(id, &place).unwrap();
        let (hash, reason, at) = (vec![7; 32], "invented".into(), town.now());
        snapshot.rows.parked.insert(Parked { id, rev: 1, hash, sealed, reason, tries: 3, at });
        town.bot.store.write(snapshot.into_changes()).await.unwrap();
        let platform = town.platform.clone();
        let erased = || platform.said_to(RULES).iter().filter(|said| said.contains("is erased now")).count();
        let written = town.record().await.len();
        assert!(written > 0);
        let pass = async |town: &Town, days: i64| {
            for _ in 0..days {
                town.clock.advance(DAY);
                town.settle().await;
            }
        };

        pass(&town, 370).await;
        assert_eq!(town.record().await.len(), written, "the retention has only begun");
        assert_eq!(town.platform.said_to(RULES).iter().filter(|said| said.contains("for a year")).count(), 0);
        pass(&town, 15).await;
        let warned: Vec<String> =
            town.platform.said_to(RULES).into_iter().filter(|s| s.contains("for a year")).collect();
        assert_eq!(warned.len(), 1, "{warned:?}");
        // Someone writes: the year begins anew.
        town.says(STAYS.person, MARKET, "Recruitment fees are still not abolished.").await;
        let written = town.record().await.len();
        pass(&town, 60).await;
        assert_eq!((town.record().await.len(), erased()), (written, 0));

        // The bot is off for long: it warns all the same before it erases.
        town.clock.advance(500 * DAY);
        town.restart().await;
        // The keys are renewed before anything else is asked of it.
        town.bot.store.change_keys().await.unwrap();
        pass(&town, 13).await;
        assert_eq!((town.record().await.len(), erased()), (written, 0));
        pass(&town, 3).await;
        assert_eq!((town.record().await.len(), erased()), (0, 1));
        assert_eq!(town.bot.store.count::<Parked>("1 = 1", &[]).await.unwrap(), 0, "nothing leads to its events");

        // The weekly digest ends, with a word.
        pass(&town, 21).await;
        let said = town.platform.said_in(&address(MARKET));
        let over = said.iter().filter(|said| said.contains("This consultation is over")).count();
        assert_eq!(over, 1, "{said:?}");
        assert_eq!(town.bot.store.count::<Job>("kind = 'scheduled-digest'", &[]).await.unwrap(), 0);
        assert_eq!(erased(), 1, "and it is told once");
    })
    .await;
}

#[tokio::test]
async fn a_copy_of_the_database_opens_nothing_when_its_outer_key_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("live/test.db").display());
    let town = Town::new(&url).await;
    afternoon(&town).await;
    let copy = folder.path().join("copy");
    std::fs::create_dir(&copy).unwrap();
    for file in std::fs::read_dir(folder.path().join("live")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), copy.join(file.file_name())).unwrap();
    }
    let copied = format!("sqlite:{}", copy.join("test.db").display());
    let open = async || {
        let ring = Keyring::open(&town.keys()).unwrap();
        Store::open(&copied, ring, town.bot.store.source().clone()).await.map(|_| ())
    };
    open().await.unwrap();
    for _ in 0..32 {
        town.clock.advance(DAY);
        town.bot.settle().await.unwrap();
    }
    assert!(matches!(open().await, Err(StoreError::WrongKeys)), "the old copy still opens");
    assert_eq!(town.texts_of(STAYS.person).await.len(), STAYS.texts.len(), "what lives opens");
}

#[tokio::test]
async fn what_was_done_once_is_forgotten_after_seven_days_and_who_was_asked_after_thirty() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        afternoon(&town).await;
        let of = async |kind: &str| town.bot.store.count::<Seen>("kind = $1", &[kind.into()]).await.unwrap();
        assert!(of("effect").await > 0 && of("asked").await > 0 && of("source").await > 0);
        let sources = of("source").await;
        town.clock.advance(8 * DAY);
        town.bot.settle().await.unwrap();
        assert_eq!(of("effect").await, 0);
        assert!(of("asked").await > 0);
        town.clock.advance(23 * DAY);
        town.bot.settle().await.unwrap();
        assert_eq!((of("asked").await, of("source").await), (0, sources));
    })
    .await;
}

/// What the program logged in this process, at the finest level.
fn log() -> Arc<Mutex<Vec<u8>>> {
    #[derive(Clone)]
    struct Sink(Arc<Mutex<Vec<u8>>>);
    impl std::io::Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    static LOG: OnceLock<Arc<Mutex<Vec<u8>>>> = OnceLock::new();
    LOG.get_or_init(|| {
        let log: Arc<Mutex<Vec<u8>>> = Arc::default();
        let sink = Sink(log.clone());
        tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_ansi(false)
            .with_writer(move || sink.clone())
            .init();
        log
    })
    .clone()
}

#[tokio::test]
async fn the_log_holds_no_content_no_name_and_no_account() {
    let log = log();
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        afternoon(&town).await;
        // An event that fails every time, a job that fails, an outbox row that does not open.
        let store = &town.bot.store;
        let mut snapshot = town.snapshot().await;
        let person = snapshot.rows.participants.iter().next_back().unwrap().id;
        snapshot.rows.keys.edit(person).unwrap().wrapped = vec![0; 44];
        let now = snapshot.now;
        snapshot.queue_job("digest", None, &"no order", now).unwrap();
        let action = Action::say(Document::new(Language::En).text(QUESTION));
        let to = To::Person { account: account(STAYS.person), instead: None };
        let id = snapshot.queue(Platform::Matrix, &Outgoing { to, action }, now).unwrap();
        snapshot.rows.outbox.edit(id).unwrap().sealed.reverse();
        store.write(snapshot.into_changes()).await.unwrap();
        for marks in [&STAYS, &LEAVES] {
            town.clock.advance(3 * MINUTE);
            town.hear([town.platform.write(marks.person, &address(MARKET), marks.texts[0])]).await;
        }
        town.bot.settle().await.unwrap();
        assert_eq!(store.count::<Parked>("1 = 1", &[]).await.unwrap(), 1);
    })
    .await;
    let log = String::from_utf8(log.lock().unwrap().clone()).unwrap();
    for says in ["an event failed three times and is parked", "a job failed", "an outbox row does not open"] {
        assert!(log.contains(says), "it should say: {says}");
    }
    let mut marks: Vec<String> = [&STAYS, &LEAVES, &NEVER].iter().flat_map(|marks| marks.all()).collect();
    marks.extend([QUESTION.to_owned(), "quagmirish".into(), account(MODERATOR), private(STAYS.person)]);
    for mark in marks {
        assert!(!log.contains(&mark), "{mark} is in the log");
    }
}
