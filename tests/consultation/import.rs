//! Files of other sources on the record: each row once, with basis and consent, and nothing of it
//! depends on how often or beside whom it is imported.

use crate::common;
use crate::common::platform::{account, address};
use crate::common::town::{MARKET, Town};
use gcm_talks::chat::{Author, Body, Event, Message, Origin};
use gcm_talks::clock::{ManualClock, SeededChance, Source};
use gcm_talks::digest::{Scope, digest};
use gcm_talks::intake::import::{ImportError, Report, Terms, consultation, import};
use gcm_talks::model::{Consent, ConsultationSettings, HOUR, Language, MINUTE, Platform, RoomSettings, Time};
use gcm_talks::record;
use gcm_talks::seal::Keyring;
use gcm_talks::store::{Consultation, Load, LoadKey, Room, Snapshot, Store};
use gcm_talks::transfer::{self, Input, LeftOut, Reason, Refused};
use gcm_talks::trust;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

const NOW: Time = 1_830_000_000_000;
const STATEMENTS: &[u8] = include_bytes!("../fixtures/import/statements.jsonl");
const TABLE: &[u8] = include_bytes!("../fixtures/import/statements.csv");
const HARBOUR: &[u8] = include_bytes!("../fixtures/import/harbour/comments.csv");
const ELEMENT: &[u8] = include_bytes!("../fixtures/import/element.json");
const DISCORD: &[u8] = include_bytes!("../fixtures/import/discord.json");
const SUMMARY: &[u8] = include_bytes!("../fixtures/import/harbour/summary.csv");

struct House {
    store: Store,
    clock: Arc<ManualClock>,
    _folder: tempfile::TempDir,
}

/// A store with one open consultation and one room.
async fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(ManualClock::new(NOW));
    let source = Source { clock: clock.clone(), chance: Arc::new(SeededChance::new(7)) };
    let ring = Keyring::in_memory(&mut source.draw().unwrap(), NOW);
    let url = format!("sqlite:{}", folder.path().join("house.db").display());
    let store = Store::open(&url, ring, source).await.unwrap();
    add_consultation(&store, "africa", "open").await;
    House { store, clock, _folder: folder }
}

async fn add_consultation(store: &Store, slug: &str, stage: &str) {
    let mut snapshot = store.snapshot().unwrap();
    let (consultation_id, room) = (snapshot.id(), snapshot.id());
    snapshot.rows.consultations.insert(Consultation {
        id: consultation_id,
        rev: 1,
        slug: slug.into(),
        region: "africa".into(),
        stage: stage.into(),
        settings: serde_json::to_string(&ConsultationSettings::default()).unwrap(),
    });
    snapshot.rows.rooms.insert(Room {
        id: room,
        rev: 1,
        consultation_id,
        platform: "console".into(),
        address: format!("{slug}/west-africa"),
        name: "west-africa".into(),
        settings: serde_json::to_string(&RoomSettings::default()).unwrap(),
        facts: "{}".into(),
        heard: 0,
        noted: 0,
        noted_at: None,
        card: None,
    });
    store.write(snapshot.into_changes()).await.unwrap();
}

fn terms<'a>(source: &'a str, consent: Consent) -> Terms<'a> {
    Terms { consultation: None, source, consent, basis: "invented for a test" }
}

async fn bring(house: &House, source: &str, consent: Consent, input: Input) -> Report {
    import(&house.store, &terms(source, consent), input, |_| ()).await.unwrap()
}

fn statements() -> Input {
    transfer::jsonl::read(STATEMENTS).unwrap()
}

/// Everything of the one consultation.
async fn everything(house: &House) -> Snapshot {
    let mut snapshot = house.store.snapshot().unwrap();
    house.store.load_base(&mut snapshot).await.unwrap();
    let id = consultation(&snapshot, Some("africa")).unwrap().id;
    house.store.load(&mut snapshot, &Load::from([LoadKey::Consultation(id)])).await.unwrap();
    snapshot
}

/// What is on the record, by row: text, author, room, label, consent, and when it was written.
type Recorded = BTreeMap<String, (String, i64, bool, Option<String>, Consent, Time)>;

fn recorded(snapshot: &Snapshot) -> Recorded {
    let contributions = snapshot.rows.contributions.iter();
    contributions
        .filter_map(|c| {
            let body = record::body_of(snapshot, c).unwrap()?;
            let consent = record::consent_of(snapshot, c);
            let place = (body.text(), c.participant_id, c.room_id.is_some(), body.label.clone(), consent, c.at);
            Some((body.parts[0].event.clone(), place))
        })
        .collect()
}

#[tokio::test]
async fn each_row_is_one_contribution_of_its_author_with_the_consent_of_its_source() {
    let house = house().await;
    let report = bring(&house, "town-hall", Consent::Quote, statements()).await;
    assert_eq!((report.imported, report.known), (4, 0));
    assert_eq!(report.left_out, BTreeMap::from([(LeftOut::NoConsent, 1)]));
    let refused: Vec<usize> = report.refused.iter().map(|r| r.line).collect();
    assert_eq!(refused, [6, 7]);

    let snapshot = everything(&house).await;
    let rows = recorded(&snapshot);
    assert_eq!(rows.keys().collect::<Vec<_>>(), ["1", "2", "3", "4"]);
    let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_millisecond();
    // Neither joined by time nor dropped as small talk.
    let (text, author, in_room, label, consent, written) = &rows["2"];
    assert_eq!((text.as_str(), *in_room, label, *consent), ("Hello everyone", true, &None, Consent::Quote));
    assert_eq!((*author, *written), (rows["1"].1, at("2027-09-02T10:15:30Z")));
    assert_eq!((rows["3"].2, rows["3"].3.as_deref()), (false, Some("Town hall of Exempleville")));
    // A row may go further than its source; without a date it was written when it came in.
    assert_eq!((rows["4"].4, rows["4"].5), (Consent::Organisation, NOW));
    let authors: BTreeSet<i64> = rows.values().map(|row| row.1).collect();
    assert_eq!(authors.len(), 3);
    assert!(snapshot.rows.contributions.iter().all(|c| c.basis.as_deref() == Some("invented for a test")));
    assert!(snapshot.rows.contributions.iter().all(|c| c.receipt.starts_with("AF-")));
}

#[tokio::test]
async fn importing_again_changes_nothing() {
    let house = house().await;
    bring(&house, "town-hall", Consent::Quote, statements()).await;
    let before = everything(&house).await;
    house.clock.advance(MINUTE);
    let report = bring(&house, "town-hall", Consent::Quote, statements()).await;
    assert_eq!((report.imported, report.known), (0, 4));
    let after = everything(&house).await;
    assert_eq!(recorded(&after), recorded(&before));
    assert_eq!(after.rows.participants.iter().count(), before.rows.participants.iter().count());
    assert_eq!(trust::verify(&house.store).await.unwrap().unwrap().len(), 1);
}

#[tokio::test]
async fn a_digest_over_imports_is_the_same_after_a_second_import_and_counts_authors() {
    let house = house().await;
    let id = {
        let snapshot = everything(&house).await;
        consultation(&snapshot, None).unwrap().id
    };
    let scope = Scope::consultation(id, NOW + MINUTE);
    let mut digests = Vec::new();
    for _ in 0..2 {
        bring(&house, "town-hall", Consent::Quote, statements()).await;
        bring(&house, "7harbour", Consent::Quote, transfer::polis::read(HARBOUR, Some(SUMMARY)).unwrap()).await;
        let composed = digest(&house.store, &scope, Language::En).await.unwrap();
        digests.push(serde_json::to_value(&composed.digest).unwrap());
    }
    assert_eq!(digests[0], digests[1]);
    // Three of the town hall; of the harbour two, one of whom wrote twice.
    assert_eq!((&digests[0]["people"], &digests[0]["contributions"]), (&5.into(), &7.into()));
}

#[tokio::test]
async fn an_author_is_one_person_in_every_file_of_a_source_and_another_elsewhere() {
    let house = house().await;
    bring(&house, "town-hall", Consent::Quote, statements()).await;
    let table = || transfer::csv::read(TABLE).unwrap();
    let report = bring(&house, "town-hall", Consent::Quote, table()).await;
    assert_eq!(report.imported, 2);
    let refused: Vec<_> = report.refused.iter().map(ToString::to_string).collect();
    assert_eq!(refused[0], "line 5: it has no text; every row needs one");
    assert!(refused[1].starts_with("line 6: it has 2 columns, the header 5;"), "{}", refused[1]);
    let rows = recorded(&everything(&house).await);
    assert_eq!(rows["c1"].1, rows["1"].1);
    assert_eq!(rows["c2"].0, "Primero el agua.\nDespués la escuela.");

    bring(&house, "elsewhere", Consent::Quote, table()).await;
    let people = everything(&house).await.rows.contributions.iter().map(|c| c.participant_id).collect::<BTreeSet<_>>();
    assert_eq!(people.len(), 3 + 1 + 2);
}

#[tokio::test]
async fn a_changed_text_is_refused_and_the_first_stays() {
    let house = house().await;
    bring(&house, "town-hall", Consent::Quote, statements()).await;
    let changed = br#"{"id": "1", "author": "p-17", "text": "Something else"}"#;
    let report = bring(&house, "town-hall", Consent::Quote, transfer::jsonl::read(changed).unwrap()).await;
    assert_eq!(
        report.refused.iter().map(|r| (r.line, r.reason.clone())).collect::<Vec<_>>(),
        [(1, Reason::AlreadyImported)]
    );
    assert!(recorded(&everything(&house).await)["1"].0.starts_with("Recruitment fees"));
}

#[tokio::test]
async fn what_was_taken_back_never_comes_in_again() {
    let house = house().await;
    bring(&house, "town-hall", Consent::Quote, statements()).await;
    let mut snapshot = everything(&house).await;
    let (id, author) = {
        let found = snapshot.rows.contributions.iter().find(|c| {
            let body = record::body_of(&snapshot, c).unwrap().unwrap();
            body.parts[0].event == "3"
        });
        found.map(|c| (c.id, c.participant_id)).unwrap()
    };
    record::withdraw(&mut snapshot, id).unwrap();
    record::forget(&mut snapshot, author).unwrap();
    house.store.write(snapshot.into_changes()).await.unwrap();
    let report = bring(&house, "town-hall", Consent::Quote, statements()).await;
    assert_eq!((report.imported, report.known), (0, 4));
    let snapshot = everything(&house).await;
    assert!(!recorded(&snapshot).contains_key("3"));
    assert_eq!(snapshot.rows.participants.iter().count(), 2);
}

#[tokio::test]
async fn a_later_file_raises_only_its_own_rows_and_none_of_a_person_who_lowered_theirs() {
    let house = house().await;
    let row = |id: &str| {
        let line = format!(r#"{{"id": "{id}", "author": "p-17", "text": "Statement number {id}."}}"#);
        transfer::jsonl::read(line.as_bytes()).unwrap()
    };
    bring(&house, "town-hall", Consent::Summarise, row("1")).await;
    house.clock.advance(MINUTE);
    bring(&house, "town-hall", Consent::Quote, row("2")).await;
    house.clock.advance(MINUTE);
    bring(&house, "town-hall", Consent::Summarise, row("3")).await;
    let consents = |rows: Recorded| rows.into_values().map(|row| row.4).collect::<Vec<_>>();
    let held = consents(recorded(&everything(&house).await));
    assert_eq!(held, [Consent::Summarise, Consent::Quote, Consent::Summarise]);

    house.clock.advance(MINUTE);
    let mut snapshot = everything(&house).await;
    let author = snapshot.rows.participants.iter().next().unwrap().id;
    record::set_consent(&mut snapshot, author, Consent::No);
    house.store.write(snapshot.into_changes()).await.unwrap();
    house.clock.advance(MINUTE);
    let report = bring(&house, "town-hall", Consent::Quote, row("4")).await;
    assert_eq!((report.imported, &report.left_out), (0, &BTreeMap::from([(LeftOut::NoConsent, 1)])));
}

#[tokio::test]
async fn of_a_polis_conversation_comes_in_what_its_moderators_accepted() {
    let house = house().await;
    let input = transfer::polis::read(HARBOUR, Some(SUMMARY)).unwrap();
    assert_eq!(input.name.as_deref(), Some("7harbour"));
    let report = bring(&house, "7harbour", Consent::Quote, input).await;
    assert_eq!(report.imported, 3);
    assert_eq!(report.left_out, BTreeMap::from([(LeftOut::Rejected, 1), (LeftOut::NotAccepted, 1)]));
    let rows = recorded(&everything(&house).await);
    assert_eq!(rows["1"].0, "Noise after ten at night must stop.\nIt keeps the children awake.");
    assert_eq!((rows["0"].1, rows["0"].5), (rows["4"].1, 1_503_000_000_000));
}

#[tokio::test]
async fn the_basis_is_in_the_audit_log_once() {
    let house = house().await;
    // More rows than one transaction takes.
    let lines: String = (0..450)
        .map(|n| format!("{{\"id\": \"{n}\", \"author\": \"p{}\", \"text\": \"Point {n}.\"}}\n", n % 90))
        .collect();
    let mut done = Vec::new();
    let input = transfer::jsonl::read(lines.as_bytes()).unwrap();
    let report = import(&house.store, &terms("big", Consent::Summarise), input, |rows| done.push(rows)).await.unwrap();
    assert_eq!((report.imported, done.iter().sum::<usize>(), done.len()), (450, 450, 3));
    assert_eq!(everything(&house).await.rows.participants.iter().count(), 90);
    let log = trust::verify(&house.store).await.unwrap().unwrap();
    let subjects: Vec<&str> = log.iter().map(|(_, entry)| entry.subject.as_str()).collect();
    assert_eq!(subjects, ["africa: big, summarise, invented for a test"]);
}

#[tokio::test]
async fn two_imports_and_the_bot_write_beside_each_other() {
    let house = house().await;
    let file = |from: usize| -> Input {
        let lines: String = (from..from + 120)
            .map(|n| format!("{{\"id\": \"{n}\", \"author\": \"p{}\", \"text\": \"Point {n}.\"}}\n", n % 7))
            .collect();
        transfer::jsonl::read(lines.as_bytes()).unwrap()
    };
    let one = terms("town-hall", Consent::Quote);
    // The same rows twice at the same time, and others of the same authors.
    let (first, second, third) = tokio::join!(
        import(&house.store, &one, file(0), |_| ()),
        import(&house.store, &one, file(0), |_| ()),
        import(&house.store, &one, file(60), |_| ()),
    );
    let reports = [first.unwrap(), second.unwrap(), third.unwrap()];
    assert_eq!(reports.iter().map(|r| r.imported).sum::<usize>(), 180);
    assert_eq!(reports.iter().map(|r| r.known).sum::<usize>(), 180);
    let snapshot = everything(&house).await;
    assert_eq!(recorded(&snapshot).len(), 180);
    assert_eq!(snapshot.rows.participants.iter().count(), 7);
}

#[tokio::test]
async fn an_import_says_what_it_needs() {
    let house = house().await;
    let refused = async |terms: Terms<'_>| import(&house.store, &terms, statements(), |_| ()).await.unwrap_err();
    let fine = terms("town-hall", Consent::Quote);
    assert!(matches!(refused(Terms { basis: " \n", ..fine.clone() }).await, ImportError::NoBasis));
    assert!(matches!(refused(Terms { consent: Consent::Name, ..fine.clone() }).await, ImportError::TooFar));
    assert!(matches!(refused(Terms { source: "///", ..fine.clone() }).await, ImportError::NoSource));
    let unknown = refused(Terms { consultation: Some("atlantis"), ..fine.clone() }).await;
    assert_eq!(unknown.to_string(), "there is no consultation \"atlantis\": write one of africa");
    add_consultation(&house.store, "africa-cities", "closing").await;
    add_consultation(&house.store, "africa-2021", "summary").await;
    let which = refused(fine.clone()).await;
    assert_eq!(
        which.to_string(),
        "several consultations are open: add --consultation and one of africa, africa-cities"
    );
    assert_eq!(house.store.count::<gcm_talks::store::Contribution>("1 = 1", &[]).await.unwrap(), 0);
}

#[tokio::test]
async fn one_source_can_feed_two_consultations() {
    let house = house().await;
    add_consultation(&house.store, "africa-cities", "open").await;
    for slug in ["africa", "africa-cities"] {
        let terms = Terms { consultation: Some(slug), ..terms("town-hall", Consent::Quote) };
        assert_eq!(import(&house.store, &terms, statements(), |_| ()).await.unwrap().imported, 4, "{slug}");
    }
}

#[test]
fn the_schema_of_records_says_which_rows_can_be_taken() {
    let schema = serde_json::from_str(include_str!("../../docs/schemas/record.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let text = std::str::from_utf8(STATEMENTS).unwrap();
    let taken = statements().rows.iter().map(Result::is_ok).collect::<Vec<_>>();
    let valid = |line| serde_json::from_str(line).is_ok_and(|value| schema.is_valid(&value));
    assert_eq!(text.lines().map(valid).collect::<Vec<_>>(), taken);
}

/// The program on a folder with keys, a database and one open consultation.
/// A town whose bot was away while what stands in the fixture was written, but for one message.
async fn while_it_was_away(url: &str) -> Town {
    let town = Town::new(url).await;
    town.whispers("amina", "!gcm consent quote").await;
    town.whispers("binta", "!gcm consent quote").await;
    town.clock.advance(HOUR);
    let message = Message { text: "Registrars should go to the markets.".into(), ..Message::default() };
    let heard = Event {
        platform: Platform::Matrix,
        room: address(MARKET),
        direct: false,
        id: "$heard".into(),
        author: Author::new(account("binta"), "Binta"),
        at: common::NOW + 20 * MINUTE,
        origin: Origin::History,
        body: Body::Message(message),
        handle: None,
    };
    town.hear([heard]).await;
    town
}

#[tokio::test]
async fn of_a_chat_export_people_get_what_they_agreed_to_and_what_was_heard_is_not_doubled() {
    common::for_each_database(async |url: String| {
        let town = while_it_was_away(&url).await;
        let read = || transfer::matrix_export::read(ELEMENT).unwrap();
        let report = town.bot.intake.import(read(), |_| ()).await.unwrap();
        town.settle().await;
        assert_eq!((report.imported, report.known), (2, 1));
        let left_out = BTreeMap::from([(LeftOut::NotForTheRecord, 3), (LeftOut::Wordless, 1)]);
        assert_eq!(report.left_out, left_out, "before the bot, without a yes, a command; a picture");
        assert!(matches!(report.refused[..], [Refused { line: 111, reason: Reason::Undecrypted }]), "{report:?}");
        assert_eq!(town.texts_of("amina").await, ["Recruitment fees push domestic workers into debt."]);
        let binta = ["Registrars should go to the markets.", "States must ban the fees that workers pay to agencies."];
        assert_eq!(town.texts_of("binta").await, binta);
        let all = common::opened(&town.bot.store).await;
        assert!(!all.contains("marker-okapi") && !all.contains("marker-kudu"), "{all}");
        // Who wrote learns it, to be able to take it back.
        assert_eq!(town.platform.said_to("amina").iter().filter(|said| said.contains("AF-")).count(), 1);

        let before = (town.record().await, town.platform.posts().len());
        let again = town.bot.intake.import(read(), |_| ()).await.unwrap();
        town.settle().await;
        assert_eq!((again.imported, again.known), (0, 3));
        assert_eq!((town.record().await, town.platform.posts().len()), before);
        assert_eq!(trust::verify(&town.bot.store).await.unwrap().unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_was_heard_and_is_deleted_in_the_export_is_erased() {
    let folder = tempfile::tempdir().unwrap();
    let town = while_it_was_away(&format!("sqlite:{}", folder.path().join("town.db").display())).await;
    let export = String::from_utf8_lossy(ELEMENT).replace("$heard", "$other").replace("$gone", "$heard");
    town.bot.intake.import(transfer::matrix_export::read(export.as_bytes()).unwrap(), |_| ()).await.unwrap();
    let binta = town.texts_of("binta").await;
    // The export's own message of these words is another one.
    assert_eq!(binta.iter().filter(|text| text.starts_with("Registrars")).count(), 1, "{binta:?}");
    let known: Vec<_> = town.record().await.into_iter().filter(|noted| noted.person == "binta").collect();
    assert_eq!(known.len(), 2);
}

#[tokio::test]
async fn an_export_of_a_room_that_is_not_bound_is_refused_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let town = Town::new(&format!("sqlite:{}", folder.path().join("town.db").display())).await;
    let export = String::from_utf8_lossy(ELEMENT).replace("!market:", "!elsewhere:");
    let done = town.bot.intake.import(transfer::matrix_export::read(export.as_bytes()).unwrap(), |_| ()).await;
    assert!(matches!(&done, Err(ImportError::UnboundRoom(room)) if room == "!elsewhere:example.org"), "{done:?}");
    assert!(town.record().await.is_empty());
}

/// A town on Discord whose bot was away while what stands in the fixture was written, but for one
/// message.
async fn while_it_was_away_from_discord(url: &str) -> Town {
    let town = Town::on(Platform::Discord, url).await;
    for line in ["!gcm room bind west-africa", "!gcm floor open"] {
        town.hear([town.platform.write(common::town::MODERATOR, "700", line)]).await;
    }
    let event = |author: &str, room: &str, id: &str, at: Time, text: &str| Event {
        platform: Platform::Discord,
        room: room.into(),
        direct: room != "700",
        id: id.into(),
        author: Author::new(author, author),
        at,
        origin: Origin::Live,
        body: Body::Message(Message { text: text.into(), ..Message::default() }),
        handle: None,
    };
    for author in ["11", "12"] {
        // A number of Discord's is its own everywhere.
        let id = format!("10{author}");
        town.hear([event(author, &format!("with{author}"), &id, town.now(), "consent quote")]).await;
    }
    town.clock.advance(HOUR);
    let heard = event("12", "700", "1005", common::NOW + 20 * MINUTE, "Registrars should go to the markets.");
    town.hear([Event { origin: Origin::History, ..heard }]).await;
    town
}

#[tokio::test]
async fn of_an_export_of_discord_people_get_what_they_agreed_to_and_what_was_heard_is_not_doubled() {
    common::for_each_database(async |url: String| {
        let town = while_it_was_away_from_discord(&url).await;
        let bound = town.bot.intake.bound(Platform::Discord).await.unwrap();
        assert!(bound.contains(&"700".to_owned()), "{bound:?}");
        let read = || transfer::discord_export::read(DISCORD, |channel| channel == "700").unwrap();
        assert_eq!(read().files, BTreeSet::from(["fees.pdf".into(), "market.png".into()]));
        let report = town.bot.intake.import(read(), |_| ()).await.unwrap();
        town.settle().await;
        assert_eq!((report.imported, report.known), (2, 1));
        let left_out = BTreeMap::from([(LeftOut::NotForTheRecord, 3), (LeftOut::Wordless, 1)]);
        assert_eq!(report.left_out, left_out, "before the bot, without a yes, said to a program; a picture");
        let no_date = Reason::NotADate("yesterday".into());
        assert_eq!(report.refused, [Refused { line: 118, reason: no_date }]);
        assert_eq!(town.texts_of("11").await, ["Recruitment fees push domestic workers into debt."]);
        let binta = ["Registrars should go to the markets.", "States must ban the fees that workers pay to agencies."];
        assert_eq!(town.texts_of("12").await, binta);
        let all = common::opened(&town.bot.store).await;
        assert!(!["okapi", "kudu", "eland"].iter().any(|name| all.contains(&format!("marker-{name}"))), "{all}");

        // Neither the file again nor the channel's history brings anything more, and what was taken
        // back stays away.
        let before = town.record().await;
        let again = town.bot.intake.import(read(), |_| ()).await.unwrap();
        assert_eq!((again.imported, again.known), (0, 3));
        let history = read().events.into_iter().map(|event| Event { origin: Origin::History, ..event });
        town.hear(history).await;
        assert_eq!(town.record().await, before);
    })
    .await;
}

#[tokio::test]
async fn what_was_heard_and_is_crossed_out_in_an_export_of_discord_is_erased() {
    let folder = tempfile::tempdir().unwrap();
    let town = while_it_was_away_from_discord(&format!("sqlite:{}", folder.path().join("town.db").display())).await;
    let crossed = |author: &str| {
        let sign =
            format!("\"reactions\": [{{\"emoji\": {{\"name\": \"❌\"}}, \"users\": [{{\"id\": \"{author}\"}}]}}]");
        let file = String::from_utf8_lossy(DISCORD).into_owned();
        let (before, after) = file.split_once("\"id\": \"1005\"").unwrap();
        let after = after.replacen("\"reactions\": []", &sign, 1);
        transfer::discord_export::read(format!("{before}\"id\": \"1005\"{after}").as_bytes(), |_| true).unwrap()
    };
    // Another's sign is no withdrawal.
    town.bot.intake.import(crossed("11"), |_| ()).await.unwrap();
    assert_eq!(town.texts_of("12").await.len(), 2);
    town.bot.intake.import(crossed("12"), |_| ()).await.unwrap();
    assert_eq!(town.texts_of("12").await, ["States must ban the fees that workers pay to agencies."]);
}

async fn installation() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let source = Source::system();
    let keys = folder.path().join("keys");
    let ring = Keyring::create(&keys, &mut source.draw().unwrap(), source.clock.now()).unwrap();
    let url = format!("sqlite:{}", folder.path().join("gcm-talks.db").display());
    let store = Store::open(&url, ring, source).await.unwrap();
    add_consultation(&store, "africa", "open").await;
    store.close().await;
    folder
}

fn program(folder: &Path, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_gcm-talks");
    Command::new(program).current_dir(folder).arg("--data").arg(folder).args(arguments).output().unwrap()
}

fn lines(bytes: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect()
}

#[tokio::test]
async fn the_program_names_refused_rows_by_line_and_counts_the_rest() {
    let folder = installation().await;
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/import");
    let terms = ["--basis", "invented for a test", "--consent", "quote"];
    let import = |format: &str, file: &str| {
        let file = format!("{fixtures}/{file}");
        program(folder.path(), &[&["import", format, &file], &terms[..]].concat())
    };
    let done = import("polis", "harbour");
    assert_eq!(done.status.code(), Some(0));
    assert_eq!(
        lines(&done.stdout),
        ["3 imported, 1 left out as rejected by the conversation's moderators, \
          1 left out as not accepted by the conversation's moderators, 0 refused"]
    );
    assert_eq!(lines(&done.stderr), [""; 0]);
    let again = import("polis", "harbour/comments.csv");
    assert!(lines(&again.stdout)[0].starts_with("0 imported, 3 there already, "));

    let done = import("csv", "statements.csv");
    assert_eq!((done.status.code(), lines(&done.stdout)), (Some(0), vec!["2 imported, 2 refused".to_owned()]));
    let said = lines(&done.stderr);
    assert!(said[0].ends_with("statements.csv: not used: mood"), "{said:?}");
    assert!(said[1].ends_with("statements.csv, line 5: it has no text; every row needs one"), "{said:?}");

    // Nothing that could be taken, a file that is none, and a wrong word.
    std::fs::write(folder.path().join("broken.jsonl"), "no\njson\n").unwrap();
    let broken = folder.path().join("broken.jsonl").display().to_string();
    assert_eq!(program(folder.path(), &[&["import", "jsonl", &broken], &terms[..]].concat()).status.code(), Some(1));
    let missing = program(folder.path(), &[&["import", "jsonl", "nowhere.jsonl"], &terms[..]].concat());
    assert_eq!(missing.status.code(), Some(1));
    assert_eq!(lines(&missing.stderr), ["gcm-talks: nowhere.jsonl: there is no such file: check the path"]);
    let unasked = program(folder.path(), &["import", "jsonl", &broken, "--consent", "quote"]);
    assert_eq!(unasked.status.code(), Some(2));
    // A chat export takes the consent that people gave to the bot, and only of rooms that it knows.
    let element = format!("{fixtures}/element.json");
    let refused = program(folder.path(), &[&["import", "matrix-export", &element], &terms[..]].concat());
    assert_eq!(refused.status.code(), Some(1));
    assert!(lines(&refused.stderr)[0].contains("takes no --basis"), "{refused:?}");
    let unbound = program(folder.path(), &["import", "matrix-export", &element]);
    assert_eq!(unbound.status.code(), Some(1));
    assert!(lines(&unbound.stderr)[0].contains("the room !market:example.org of the export is not bound"));
    let channel = program(folder.path(), &["import", "discord-export", &format!("{fixtures}/discord.json")]);
    assert_eq!(channel.status.code(), Some(1));
    let said = lines(&channel.stderr);
    assert!(said[0].ends_with("discord.json: files are not fetched: fees.pdf, market.png"), "{said:?}");
    assert!(said[1].contains("the room 700 of the export is not bound"), "{said:?}");
    let other = program(folder.path(), &["import", "discord-export", &element]);
    assert!(lines(&other.stderr)[0].ends_with("export the channel again, with the format JSON"), "{other:?}");
    let too_far = program(folder.path(), &["import", "jsonl", &broken, "--basis", "b", "--consent", "name"]);
    assert_eq!(too_far.status.code(), Some(2));
}

#[test]
fn the_first_thing_that_a_new_embedded_default_does_may_be_an_import() {
    let folder = tempfile::tempdir().unwrap();
    let harbour = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/import/harbour");
    let arguments = ["import", "polis", harbour, "--basis", "invented for a test", "--consent", "quote"];
    let done = program(folder.path(), &arguments);
    assert!(lines(&done.stdout)[0].starts_with("3 imported"), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(done.status.code(), Some(0));
}

#[tokio::test]
async fn what_the_program_exports_it_can_check_later() {
    let folder = installation().await;
    let harbour = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/import/harbour");
    program(folder.path(), &["import", "polis", harbour, "--basis", "invented for a test", "--consent", "quote"]);
    let done = program(folder.path(), &["export", "--output", "out"]);
    let files = lines(&done.stdout);
    assert_eq!((done.status.code(), files.len()), (Some(0), 3), "{}", String::from_utf8_lossy(&done.stderr));
    let table = std::fs::read_to_string(folder.path().join(&files[0])).unwrap();
    assert!(table.contains("Plant trees along the quay."), "{table}");
    let check = program(folder.path(), &["export", "--check", &files[2]]);
    assert_eq!((check.status.code(), lines(&check.stdout)), (Some(0), vec!["0 to be changed".to_owned()]));
    // What is there is never overwritten.
    assert_eq!(program(folder.path(), &["export", "--output", "out"]).status.code(), Some(1));
}
