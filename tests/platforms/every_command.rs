//! One table over all platforms: every command of the bot, what is said to it and what is stored
//! after it. A platform joins by one test that plays the table on its stage.

use crate::stage::{Console, Stage, fill};
use gcm_talks::commands::{Heard, Parsed, TABLE, parse};
use gcm_talks::record;
use gcm_talks::store::{Load, LoadKey, Office, Store};
use gcm_talks::trust::{self, OfficeHolder};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// The table: a line of the console's pipe, and below it what is said to it, place by place: words
/// that the answer holds. `{amina}` stands for the first receipt that Amina was told, `{amina:2}`
/// for the second.
const TABLE_OF_STEPS: &str = include_str!("steps.txt");
/// What is stored when the table was played, as [`stored`] tells it. `UPDATE_SNAPSHOTS=1` takes what
/// is stored by the console as the new one: read the difference.
const STORED: &str = include_str!("stored.txt");
/// Who holds the secretariat's office from the first start on.
const SECRETARIAT: &str = "sana";

/// One step of the table.
struct Step {
    room: String,
    who: String,
    line: String,
    /// What is said to it: the place, and words of each answer.
    answers: Vec<(String, String)>,
}

fn steps() -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for line in TABLE_OF_STEPS.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("# ")) {
        if let Some(answer) = line.strip_prefix("    ") {
            let (place, words) = answer.split_once(' ').unwrap();
            steps.last_mut().unwrap().answers.push((place.to_owned(), words.trim().to_owned()));
            continue;
        }
        let mut parts = line.splitn(3, ' ');
        let (room, who) = (parts.next().unwrap(), parts.next().unwrap());
        steps.push(Step {
            room: room.strip_prefix('#').unwrap().to_owned(),
            who: who.strip_prefix('@').unwrap().to_owned(),
            line: parts.next().unwrap().to_owned(),
            answers: Vec::new(),
        });
    }
    steps
}

/// What the bot said so far, by place.
type Said = BTreeMap<String, Vec<String>>;

/// With what was told in the places of `{amina}` and of `{code}`: the last code that anyone got.
fn with_receipts(text: &str, said: &Said) -> String {
    let all: Vec<String> = said.values().flatten().cloned().collect();
    let code = Regex::new(r"link account (\d{4} \d{4})").unwrap();
    let all = all.join("\n");
    let last = code.captures_iter(&all).last().map(|found| found[1].to_owned()).unwrap_or_default();
    fill(&text.replace("{code}", &last), |who| said.get(&format!("@{who}")).cloned().unwrap_or_default())
}

/// Plays the table on a stage, looks at each answer, and compares what is stored.
async fn play(stage: &mut impl Stage) {
    let mut said = Said::new();
    for step in steps() {
        let shown = format!("#{} @{} {}", step.room, step.who, step.line);
        stage.act(&step.who, &step.room, &with_receipts(&step.line, &said)).await;
        let mut places: Vec<&String> = step.answers.iter().map(|(place, _)| place).collect();
        places.dedup();
        for place in places {
            let answers: Vec<&String> = step.answers.iter().filter(|(at, _)| at == place).map(|(_, of)| of).collect();
            let before = said.get(place).map_or(0, Vec::len);
            let all = stage.said(place, before + answers.len()).await;
            said.insert(place.clone(), all.clone());
            let new: Vec<String> = all.iter().skip(before).map(|answer| one_line(answer)).collect();
            assert_eq!(new.len(), answers.len(), "{shown}\n{place} was said: {new:#?}");
            for (answer, words) in new.iter().zip(answers) {
                let words = with_receipts(words, &said);
                assert!(answer.contains(&words), "{shown}\n{place} was said {answer:?}, which has no {words:?}");
            }
        }
    }
    // Nothing was said that no step expects, or twice.
    for (place, before) in &said {
        assert_eq!(stage.said(place, before.len()).await.len(), before.len(), "at {place}");
    }
    let store = stage.close().await;
    let stored = stored(&store, |account| stage.word(account)).await;
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write("tests/platforms/stored.txt", &stored).unwrap();
        return;
    }
    assert_eq!(stored, STORED);
}

/// A text on one line, with one blank between words, without the marks that isolate directions.
fn one_line(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
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
    for step in steps() {
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
    play(&mut crate::on_discord::OnDiscord::new(SECRETARIAT).await).await;
}
