//! One table over all platforms: every command of the bot, what is said to it and what is stored
//! after it. A platform joins by one test that plays the table on its stage.

use crate::script::{self, one_line};
use crate::stage::{Console, Stage};
use gcm_talks::commands::{Heard, Parsed, TABLE, parse};
use gcm_talks::record;
use gcm_talks::store::{Load, LoadKey, Office, Store};
use gcm_talks::trust::{self, OfficeHolder};
use std::collections::{BTreeMap, BTreeSet};

/// The table.
const TABLE_OF_STEPS: &str = include_str!("steps.txt");
/// What is stored when the table was played, as [`stored`] tells it. `UPDATE_SNAPSHOTS=1` takes what
/// is stored by the console as the new one: read the difference.
const STORED: &str = include_str!("stored.txt");
/// Who holds the secretariat's office from the first start on.
const SECRETARIAT: &str = "sana";

/// Plays the table on a stage, and compares what is stored.
async fn play(stage: &mut impl Stage) {
    script::play(stage, TABLE_OF_STEPS).await;
    let store = stage.close().await;
    let stored = stored(&store, |account| stage.word(account)).await;
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write("tests/platforms/stored.txt", &stored).unwrap();
        return;
    }
    assert_eq!(stored, STORED);
}

/// What a store holds that a person could name, in words that are the same on every platform:
/// people by the word for them, receipts left out.
async fn stored(store: &Store, word: impl Fn(&str) -> String) -> String {
    let mut lines = Vec::new();
    let mut snapshot = store.snapshot().unwrap();
    store.load_base(&mut snapshot).await.unwrap();
    let load: Load = snapshot.rows.consultations.iter().map(|c| LoadKey::Consultation(c.id)).collect();
    store.load(&mut snapshot, &load).await.unwrap();
    for row in store.select::<Office>("1 = 1", &[]).await.unwrap() {
        let holder: OfficeHolder = store.vault().open(row.id, &row.sealed).unwrap();
        lines.push(format!("office: {} is {} ({})", word(&holder.account), row.role, row.scope));
    }
    for row in snapshot.rows.consultations.iter() {
        lines.push(format!("consultation: {} in {}, {}", row.slug, row.region, row.stage));
    }
    for row in snapshot.rows.rooms.iter() {
        let held = |field| record::held_at(&snapshot, row.id, field, snapshot.now).unwrap_or("-").to_owned();
        lines.push(format!(
            "room: {}, bound {}, floor {}, noted {}",
            row.name,
            held("bound"),
            held("floor"),
            row.noted
        ));
    }
    let mut names = BTreeMap::new();
    for row in snapshot.rows.participants.iter() {
        let address = record::address_of(&snapshot, row.id).unwrap().unwrap();
        let consent = record::consent_log(&snapshot, row.id).now();
        lines.push(format!("person: {}, {}, {}", word(&address.account), consent.word(), row.language));
        names.insert(row.id, word(&address.account));
    }
    for row in snapshot.rows.contributions.iter() {
        let who = names.get(&row.participant_id).map_or("somebody", String::as_str);
        let room = row.room_id.and_then(|id| snapshot.rows.rooms.get(id)).map_or("private", |room| &room.name);
        let consent = record::consent_of(&snapshot, row);
        let text = record::body_of(&snapshot, row).unwrap().map_or("(gone)".to_owned(), |body| one_line(&body.text()));
        lines.push(format!("contribution: {who} in {room}, {}, {}, {}: {text}", row.kind, row.state, consent.word()));
    }
    for (_, entry) in trust::verify(store).await.unwrap().unwrap() {
        lines.push(format!("audit: {} {}", entry.office, entry.action));
    }
    lines.sort();
    lines.into_iter().map(|line| line + "\n").collect()
}

#[test]
fn every_command_stands_in_the_table() {
    let mut missing: BTreeSet<&str> = TABLE.iter().map(|entry| entry.spec.name).collect();
    for step in script::steps(TABLE_OF_STEPS) {
        let heard = if step.room == "private" { Heard::Direct } else { Heard::Room };
        let line = step.line.trim_start_matches("/reply ");
        if let Parsed::Command(typed) = parse(line, heard, "!gcm") {
            missing.remove(typed.entry.spec.name);
        }
    }
    assert!(missing.is_empty(), "no step of tests/platforms/steps.txt uses {missing:?}");
}

#[tokio::test]
async fn every_command_works_on_the_console() {
    play(&mut Console::new(SECRETARIAT, &["plaza"])).await;
}

#[cfg(feature = "matrix")]
#[tokio::test(flavor = "multi_thread")]
async fn every_command_works_on_synapse() {
    let Some(synapse) = crate::synapse::synapse() else { return };
    play(&mut crate::on_synapse::OnSynapse::new(synapse, SECRETARIAT).await).await;
}

#[cfg(feature = "discord")]
#[tokio::test(flavor = "multi_thread")]
async fn every_command_works_on_discord() {
    let mut stage = crate::on_discord::OnDiscord::new(SECRETARIAT).await;
    play(&mut stage).await;
    // Everything else was given by slash command.
    assert_eq!(stage.written, [""; 0]);
}
