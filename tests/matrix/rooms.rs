//! The bot on a homeserver of our own, in encrypted rooms: from an invitation to a receipt, killed
//! at whatever moment, and what of a redacted message is left.
//!
//! Left out where `GCM_TALKS_TEST_SYNAPSE` names no Python with Synapse; `tests/run` always does.

use crate::common::opened;
use crate::on_synapse::{OnSynapse, of_bot};
use crate::stage::{REMOVED, Stage, receipts};
use crate::synapse::{Person, Seen, Synapse, synapse};
use gcm_talks::clock::Draw;
use gcm_talks::platforms::matrix::store_key;
use gcm_talks::record;
use gcm_talks::seal::Keyring;
use gcm_talks::store::{Load, LoadKey, Store};
use matrix_sdk::config::SyncSettings;
use matrix_sdk::ruma::{OwnedRoomId, UserId};
use matrix_sdk::store::StateStoreExt;
use matrix_sdk::{SqliteCryptoStore, SqliteStateStore};
use matrix_sdk_store_encryption::{EncryptedValue, StoreCipher};
use serde_json::json;
use sqlx::{AnyConnection, AssertSqlSafe, Connection};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What Sana writes until a floor is open, and how many answers she and the room have then.
const FOUNDING: [(&str, &str, usize); 10] = [
    ("!gcm consultation create africa region africa title Consultation for Africa", "@sana", 1),
    ("!gcm consultation set africa controller the invented secretariat", "@sana", 2),
    ("!gcm consultation set africa contact focal-point@example.org", "@sana", 3),
    ("!gcm consultation set africa retention 730", "@sana", 4),
    ("!gcm consultation stage africa open", "@sana", 5),
    ("!gcm roles grant moderator @sana region africa", "@sana", 6),
    ("!gcm roles grant rapporteur @sana region africa", "@sana", 7),
    ("!gcm room bind plaza", "#plaza", 2),
    ("!gcm room set ack private", "#plaza", 4),
    ("!gcm floor open", "#plaza", 6),
];

/// An encrypted room whose floor is open.
async fn plaza(synapse: &'static Synapse) -> OnSynapse {
    let mut stage = OnSynapse::new(synapse, "sana").await;
    for (line, place, answers) in FOUNDING {
        stage.act("sana", "plaza", line).await;
        stage.said(place, answers).await;
    }
    stage
}

/// The last thing that is said at a place once so many things are.
async fn last_said(stage: &mut OnSynapse, place: &str, at_least: usize) -> String {
    stage.said(place, at_least).await.pop().unwrap()
}

/// What is on the record, by what was written: how often.
async fn noted(store: &Store) -> BTreeMap<String, usize> {
    let mut snapshot = store.snapshot().unwrap();
    store.load_base(&mut snapshot).await.unwrap();
    let load: Load = snapshot.rows.consultations.iter().map(|c| LoadKey::Consultation(c.id)).collect();
    store.load(&mut snapshot, &load).await.unwrap();
    let mut texts = BTreeMap::new();
    for row in snapshot.rows.contributions.iter() {
        for part in record::body_of(&snapshot, row).unwrap().map(|body| body.parts).unwrap_or_default() {
            *texts.entry(part.text).or_insert(0) += 1;
        }
    }
    texts
}

#[tokio::test(flavor = "multi_thread")]
async fn from_an_invitation_to_a_receipt_by_join_one_number_and_a_message() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    stage.act("amina", "plaza", "join").await;
    assert!(last_said(&mut stage, "@amina", 1).await.contains("how may I use it?"));
    stage.act("amina", "private", "2").await;
    assert!(last_said(&mut stage, "@amina", 2).await.contains("Agreed: quoted without your name."));
    stage.act("amina", "plaza", "Recruitment fees push domestic workers into debt.").await;
    let told = stage.said("@amina", 3).await;
    assert_eq!(receipts(&told[2..]).len(), 1, "{told:?}");
    // To her alone, in a conversation that is encrypted, in a way that her client does not mute.
    let direct = stage.enter("amina", "private").await;
    let there = stage.person("amina").reads(&direct).await;
    let answers: Vec<&Seen> = there.iter().filter(|seen| seen.sender == stage.bot.id && seen.is_message()).collect();
    assert!(answers.iter().all(|seen| seen.msgtype() == "m.text"), "{answers:?}");
    // Formatted, with a text beside it that reads well alone.
    for seen in &answers {
        let html = seen.content["formatted_body"].as_str().unwrap_or_default();
        assert!(html.starts_with("<div") && !seen.text().is_empty() && !seen.text().contains('<'), "{seen:?}");
    }
    assert!(there.iter().any(|seen| seen.kind == "m.room.encryption"));
    let plaza = stage.enter("sana", "plaza").await;
    let room = stage.person("sana").reads(&plaza).await;
    let said: Vec<&Seen> = room.iter().filter(|seen| seen.sender == stage.bot.id && seen.is_message()).collect();
    for seen in said.iter().filter(|seen| !seen.redacted) {
        // What is said to the room is a notice; what answers somebody there, their client tells them.
        let to_someone = seen.content["m.mentions"].get("user_ids").is_some();
        assert_eq!(seen.msgtype(), if to_someone { "m.text" } else { "m.notice" }, "{seen:?}");
    }
    // The card that holds now is pinned, and no other.
    let card = said.iter().rfind(|seen| !seen.redacted && seen.text().contains("Floor open")).unwrap();
    let state = stage.person("sana").state(&plaza).await;
    let pinned = state.iter().find(|event| event["type"] == "m.room.pinned_events").unwrap();
    assert_eq!(pinned["content"]["pinned"], json!([card.id]));
    let store = stage.close().await;
    assert_eq!(noted(&store).await, BTreeMap::from([("Recruitment fees push domestic workers into debt.".into(), 1)]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redacted_message_is_gone_from_the_store_and_from_the_digest_with_every_replacement() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    for (who, text) in [
        ("amina", "States must ban recruitment fees that workers pay, marker-ibis."),
        ("binta", "States should ban recruitment fees for domestic workers."),
    ] {
        stage.act(who, "plaza", "!gcm consent quote").await;
        stage.said(&format!("@{who}"), 1).await;
        stage.act(who, "plaza", text).await;
        stage.said(&format!("@{who}"), 2).await;
    }
    stage.act("amina", "plaza", "/edit States must ban recruitment fees that workers pay, marker-kudu.").await;
    stage.said("@amina", 3).await;
    let before = stage.said("#plaza", 1).await.len();
    stage.act("sana", "plaza", "!gcm digest").await;
    let plaza = stage.enter("sana", "plaza").await;
    let bot = stage.bot.id.clone();
    let made =
        |all: &[Seen]| Some(of_bot(all, &bot)).filter(|said| said.iter().any(|t| t.contains("How this was made")));
    let digest = stage.person("sana").waits_for(&plaza, "the digest", made).await;
    assert!(digest[before..].iter().any(|post| post.contains("marker-kudu")), "{digest:#?}");

    // Somebody with the bot's account has replaced a part of it.
    let there = stage.person("sana").reads(&plaza).await;
    let part = there.iter().rfind(|seen| seen.sender == bot && seen.text().contains("marker-kudu")).unwrap();
    let replaced = json!({"msgtype": "m.notice", "body": "* marker-kudu, again",
        "m.new_content": {"msgtype": "m.notice", "body": "marker-kudu, again"},
        "m.relates_to": {"rel_type": "m.replace", "event_id": part.id}});
    let client = stage.bot.elsewhere(synapse).await;
    client.sync_once(SyncSettings::default()).await.unwrap();
    let sent = client.get_room(&plaza).unwrap().send_raw("m.room.message", replaced).await.unwrap();
    let replacement = sent.response.event_id;
    let is_there = |all: &[Seen]| all.iter().any(|seen| seen.id == replacement).then_some(());
    stage.person("binta").waits_for(&plaza, "the replacement", is_there).await;

    stage.act("amina", "plaza", "/delete").await;
    stage.said("@amina", 4).await;
    let is_gone = |all: &[Seen]| all.iter().any(|seen| seen.id == replacement && seen.redacted).then_some(());
    stage.person("binta").waits_for(&plaza, "the end of the replacement", is_gone).await;
    let mended = |all: &[Seen]| {
        let said = of_bot(all, &bot);
        let holds = said.iter().any(|post| post.contains("marker-kudu"));
        (!holds && said.iter().any(|post| post.contains("1 withdrawn"))).then_some(said)
    };
    let said = stage.person("sana").waits_for(&plaza, "the mended digest", mended).await;
    assert!(said[before..].contains(&REMOVED.to_owned()), "{said:#?}");
    assert!(said.iter().all(|post| !post.contains("marker-ibis")), "{said:#?}");
    // The bot's posts with her words, and every replacement of them, read as nothing for anyone.
    for seen in stage.person("binta").reads(&plaza).await {
        let words = seen.content.to_string();
        assert!(seen.sender != bot || !words.contains("marker-"), "{seen:?}");
    }
    let store = stage.close().await;
    let all = opened(&store).await;
    assert!(!all.contains("marker-"), "{all}");
    assert_eq!(noted(&store).await.len(), 1);
}

/// Who consents, and who never does.
const SPEAKERS: [&str; 3] = ["amina", "binta", "chidi"];
const NEVER: &str = "dayo";

/// People write, and the bot is killed so many times at moments that a seed chooses: after an
/// answer, before it, while `arriving` messages come. In the end each message of those who consent is noted
/// once, each answer stands once, and nothing of who never agreed can be read in any file.
async fn killed(rounds: usize, in_a_round: usize, arriving: usize, seed: u8) {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let mut draw = Draw::new([seed; 32]);
    stage.act("sana", "plaza", "!gcm room set ack reaction").await;
    stage.said("#plaza", 8).await;
    // Said before a yes, and noted because its author asks for it afterwards.
    let before = "Chidi said this before agreeing to anything.";
    stage.act("chidi", "plaza", before).await;
    let first = stage.last("chidi", "plaza").await;
    stage.said("@chidi", 1).await;
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    for who in SPEAKERS {
        // Chidi was told that nothing is noted, and is asked whether to include what he had written.
        asked.insert(who, if who == "chidi" { 3 } else { 1 });
        stage.act(who, "plaza", "!gcm consent quote").await;
        stage.said(&format!("@{who}"), asked[who]).await;
    }
    let plaza = stage.enter(NEVER, "plaza").await;
    stage.person("chidi").reacts(&plaza, &first, "📝").await;
    let mut expected: BTreeMap<String, usize> = BTreeMap::from([(before.to_owned(), 1)]);
    let mut moments = [0; 3];
    for round in 0..rounds {
        let [moment, who] = draw.bytes::<2>().map(usize::from);
        moments[moment % 3] += 1;
        let who = SPEAKERS[who % SPEAKERS.len()];
        let text = format!("{who} says number {round} to be answered.");
        stage.act(who, "private", &format!("say {text}")).await;
        expected.insert(text, 1);
        *asked.get_mut(who).unwrap() += 1;
        let many = if moment % 3 == 2 { arriving } else { in_a_round };
        let batches: Vec<(&str, Vec<String>)> = SPEAKERS
            .iter()
            .chain(&[NEVER])
            .map(|who| (*who, (0..many / 4).map(|n| format!("{who} writes {round}-{n}, marker-{who}")).collect()))
            .collect();
        for (who, texts) in &batches {
            if *who != NEVER {
                expected.extend(texts.iter().map(|text| (text.clone(), 1)));
            }
        }
        match moment % 3 {
            // Between two messages: what was asked is answered.
            0 => {
                stage.said(&format!("@{who}"), asked[who]).await;
                stage.bot.kill();
                all_write(&stage, &plaza, &batches).await;
            }
            // While it hears and answers.
            1 => {
                stage.bot.kill();
                all_write(&stage, &plaza, &batches).await;
            }
            // While more arrive.
            _ => {
                let half = |of: fn(&[String]) -> &[String]| -> Vec<(&str, Vec<String>)> {
                    batches.iter().map(|(who, texts)| (*who, of(texts).to_vec())).collect()
                };
                all_write(&stage, &plaza, &half(|texts| &texts[..texts.len() / 2])).await;
                stage.bot.kill();
                all_write(&stage, &plaza, &half(|texts| &texts[texts.len() / 2..])).await;
            }
        }
        stage.bot.start();
    }
    assert!(rounds < 10 || moments.iter().all(|times| *times > 1), "not at every moment: {moments:?}");
    for who in SPEAKERS {
        stage.said(&format!("@{who}"), asked[who]).await;
    }
    // What is asked for now is answered after everything before it was heard.
    stage.act("sana", "plaza", "!gcm digest").await;
    let sana = stage.person("sana");
    let bot = stage.bot.id.clone();
    let made = |all: &[Seen]| {
        let said = of_bot(all, &bot);
        said.iter().any(|post| post.contains("How this was made")).then_some(said)
    };
    let said = sana.waits_for(&plaza, "the digest", made).await;
    let store = stage.close().await;

    let noted = noted(&store).await;
    let missing: Vec<&String> = expected.keys().filter(|text| !noted.contains_key(*text)).collect();
    assert!(missing.is_empty(), "{} of {} are missing: {missing:?}", missing.len(), expected.len());
    let doubled: Vec<_> = noted.iter().filter(|(_, times)| **times > 1).collect();
    assert!(doubled.is_empty(), "noted more than once: {doubled:?}");
    assert_eq!(noted.len(), expected.len());
    let mut standing: Vec<&String> = said.iter().filter(|post| *post != REMOVED && *post != "📝").collect();
    standing.sort();
    let twice: Vec<_> = standing.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "said twice: {twice:#?}");
    let there = stage.person("sana").reads(&plaza).await;
    let marks = there.iter().filter(|seen| seen.sender == bot && seen.kind == "m.reaction");
    let mut marked: Vec<String> = marks.map(|seen| seen.content["m.relates_to"]["event_id"].to_string()).collect();
    marked.sort();
    assert!(marked.windows(2).all(|pair| pair[0] != pair[1]), "a mark stands twice: {marked:#?}");
    for who in SPEAKERS {
        let told = stage.said(&format!("@{who}"), asked[who]).await;
        let (of_digest, answers): (Vec<_>, Vec<_>) = told.iter().partition(|text| text.contains("approve AF-"));
        assert_eq!(answers.len(), asked[who], "{who} was told {answers:#?}");
        let distinct: BTreeSet<_> = of_digest.iter().collect();
        assert_eq!(distinct.len(), of_digest.len(), "{who} was asked twice: {of_digest:#?}");
    }
    let never = format!("marker-{NEVER}");
    assert!(!opened(&store).await.contains(&never));
    for (name, bytes) in stage.bot.files() {
        let found = bytes.windows(never.len()).any(|window| window == never.as_bytes());
        assert!(!found, "what {NEVER} wrote can be read in {name}");
    }
}

/// Every value in a database, as bytes.
async fn cells(file: &Path) -> Vec<Vec<u8>> {
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(&format!("sqlite:{}", file.display())).await.unwrap();
    let columns = "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'";
    let columns: Vec<(String, String)> = sqlx::query_as(columns).fetch_all(&mut connection).await.unwrap();
    let mut cells = Vec::new();
    for (table, column) in columns {
        let sql = format!("SELECT CAST(\"{column}\" AS BLOB) FROM \"{table}\" WHERE \"{column}\" IS NOT NULL");
        let rows: Vec<(Vec<u8>,)> = sqlx::query_as(AssertSqlSafe(sql)).fetch_all(&mut connection).await.unwrap();
        cells.extend(rows.into_iter().map(|(cell,)| cell));
    }
    connection.close().await.unwrap();
    cells
}

/// What of a database's values opens with a key of the library.
fn opened_with(key: &[u8; 32], cells: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let cipher = cells.iter().find_map(|cell| StoreCipher::import_with_key(key, cell).ok());
    let Some(cipher) = cipher else { return Vec::new() };
    let values = cells.iter().filter_map(|cell| rmp_serde::from_slice::<EncryptedValue>(cell).ok());
    values.filter_map(|value| cipher.decrypt_value_data(value).ok()).collect()
}

fn holds(cells: &[Vec<u8>], word: &str) -> bool {
    cells.iter().any(|cell| cell.windows(word.len()).any(|window| window == word.as_bytes()))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_librarys_stores_open_with_the_bots_key_alone_and_hold_no_timeline() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    stage.act("amina", "plaza", "!gcm consent quote").await;
    stage.said("@amina", 1).await;
    for who in ["amina", NEVER] {
        stage.act(who, "plaza", &format!("{who} speaks of recruitment fees, marker-okapi.")).await;
        stage.said(&format!("@{who}"), if who == NEVER { 1 } else { 2 }).await;
    }
    let room = stage.enter(NEVER, "plaza").await;
    let (account, bot) = (stage.account(NEVER), stage.bot.id.clone());
    stage.close().await;
    let folder = stage.bot.file("data/matrix");
    let key = store_key(&Keyring::open(&stage.bot.file("data/keys")).unwrap());

    let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: Vec<String> = names.filter(|name| name.ends_with(".sqlite3")).collect();
    assert_eq!(
        BTreeSet::from_iter(files),
        BTreeSet::from(["matrix-sdk-crypto.sqlite3", "matrix-sdk-state.sqlite3"].map(str::to_owned))
    );
    let state = cells(&folder.join("matrix-sdk-state.sqlite3")).await;
    let crypto = cells(&folder.join("matrix-sdk-crypto.sqlite3")).await;

    // Without the key, and with another: not who was there, nor what anybody said.
    for cells in [&state, &crypto] {
        assert!(cells.len() > 10);
        for word in [account.as_str(), NEVER, room.as_str(), "marker-okapi"] {
            assert!(!holds(cells, word), "{word} can be read without the key");
        }
        assert_eq!(opened_with(&[7; 32], cells), Vec::<Vec<u8>>::new());
    }
    let never = UserId::parse(&account).unwrap();
    let without = SqliteStateStore::open(&folder, None).await.unwrap();
    assert!(!without.get_member_event(&room, &never).await.is_ok_and(|found| found.is_some()));
    assert!(SqliteStateStore::open_with_key(&folder, Some(&[7; 32])).await.is_err());
    assert!(SqliteCryptoStore::open_with_key(&folder, Some(&[7; 32])).await.is_err());

    // With the key: who is in the room, which the bot needs for encrypting; nothing of what was said.
    let with = SqliteStateStore::open_with_key(&folder, Some(&key)).await.unwrap();
    assert!(with.get_member_event(&room, &never).await.unwrap().is_some());
    let (state, crypto) = (opened_with(&key, &state), opened_with(&key, &crypto));
    assert!(holds(&state, &account) && holds(&crypto, &bot), "the key opens too little");
    for opened in [&state, &crypto] {
        assert!(!holds(opened, "marker-okapi"), "what was said lies in the library's store");
        assert!(!holds(opened, "ciphertext"), "an encrypted event lies in the library's store");
    }
}

/// Everybody writes at the same time, each in order.
async fn all_write(stage: &OnSynapse, room: &OwnedRoomId, batches: &[(&str, Vec<String>)]) {
    let people: Vec<(&Person, &Vec<String>)> = batches.iter().map(|(who, texts)| (stage.person(who), texts)).collect();
    let [a, b, c, d] = &people[..] else { panic!("four people write") };
    tokio::join!(a.0.says_all(room, a.1), b.0.says_all(room, b.1), c.0.says_all(room, c.1), d.0.says_all(room, d.1));
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_ten_times_it_loses_nothing_and_repeats_nothing() {
    killed(10, 32, 300, 20).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_three_times_it_loses_nothing_and_repeats_nothing() {
    killed(3, 16, 16, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_stands_is_found_by_its_mark_where_the_homeserver_remembers_no_transaction() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    stage.act("amina", "private", "help").await;
    stage.said("@amina", 1).await;
    stage.bot.kill();
    // What Amina is told now stands, but the bot is killed before it hears so. Whatever it sends
    // afterwards the homeserver takes for something new.
    let mut trouble = stage.bot.in_trouble(synapse, "held 1 /send/m.room.encrypted\nanew 100 /send/m.room.encrypted\n");
    stage.bot.start();
    stage.act("amina", "private", "about").await;
    assert_eq!(trouble.happens(), "trouble held /send/m.room.encrypted");
    let before = stage.said("@amina", 2).await;
    stage.bot.kill();
    stage.bot.start();
    // What is asked for now is answered after what was asked before.
    stage.act("amina", "private", "privacy").await;
    let told = stage.said("@amina", 3).await;
    assert_eq!(told[..2], before);
    assert_eq!(told.len(), 3, "said twice: {told:#?}");
    assert_ne!(told[1], told[2], "said twice");
    stage.close().await;
    trouble.end();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_homeserver_that_fails_in_every_way_costs_no_message_and_doubles_no_answer() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    stage.act("sana", "plaza", "!gcm room set ack reaction").await;
    stage.said("#plaza", 8).await;
    for who in SPEAKERS {
        stage.act(who, "plaza", "!gcm consent quote").await;
        stage.said(&format!("@{who}"), 1).await;
    }
    let plaza = stage.enter(NEVER, "plaza").await;
    stage.bot.kill();
    // More than one answer of the homeserver holds, so that the rest is read page by page.
    let batches: Vec<(&str, Vec<String>)> = SPEAKERS
        .iter()
        .chain(&[NEVER])
        .map(|who| (*who, (0..40).map(|n| format!("{who} writes number {n}.")).collect()))
        .collect();
    all_write(&stage, &plaza, &batches).await;
    let plan = "cut 1 /sync\n502 1 /sync\n429 1 /sync\nhalf 1 /sync\n\
                502 1 &to=\ncut 1 &to=\n429 1 &to=\nhalf 1 &to=\n\
                429 1 /send/\npage 1 /send/\nlost 2 /send/\n503 1 /send/\nhalf 1 /send/\ncut 1 /send/\n";
    let trouble = stage.bot.in_trouble(synapse, plan);
    stage.bot.start();
    // What is asked for now is answered after everything before it was heard.
    stage.act("sana", "plaza", "!gcm digest").await;
    let bot = stage.bot.id.clone();
    let made = |all: &[Seen]| {
        let said = of_bot(all, &bot);
        said.iter().any(|post| post.contains("How this was made")).then_some(said)
    };
    let mut said = stage.person("sana").waits_for(&plaza, "the digest", made).await;
    let store = stage.close().await;
    let happened = trouble.end();
    assert_eq!(happened.len(), 15, "{happened:#?}");
    let noted = noted(&store).await;
    let expected: BTreeMap<String, usize> = batches
        .iter()
        .filter(|(who, _)| *who != NEVER)
        .flat_map(|(_, texts)| texts.iter().map(|text| (text.clone(), 1)))
        .collect();
    assert_eq!(noted, expected);
    said.retain(|post| post != REMOVED && post != "📝");
    said.sort();
    assert!(said.windows(2).all(|pair| pair[0] != pair[1]), "said twice: {said:#?}");
}
