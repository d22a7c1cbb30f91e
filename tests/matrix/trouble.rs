//! Bad input and bad days on a homeserver of our own: a session that was ended elsewhere, a store
//! that does not fit, a new device, strangers who invite by the hundred, events that are not as they
//! should be. Each time a clear word to the person who can act, no loop, and nothing lost.

use crate::common::opened;
use crate::on_synapse::{OnSynapse, of_bot};
use crate::stage::Stage;
use crate::synapse::{Bot, PATIENCE, Person, Seen, Synapse, fresh, synapse, two};
use gcm_talks::clock::{Draw, Source};
use gcm_talks::model::{HOUR, Time};
use gcm_talks::record;
use gcm_talks::seal::Keyring;
use gcm_talks::store::{Load, LoadKey, Outbox, Store};
use matrix_sdk::ruma::api::client::membership::joined_rooms;
use matrix_sdk::ruma::api::client::message::send_message_event;
use matrix_sdk::ruma::api::client::room::create_room;
use matrix_sdk::ruma::api::client::session::logout_all;
use matrix_sdk::ruma::api::client::state::send_state_event;
use matrix_sdk::ruma::serde::Raw;
use matrix_sdk::ruma::{RoomAliasId, RoomId, UserId};
use serde_json::{Value, json};
use std::time::Duration;

/// A bot with its first conversation, so that there is someone to ask.
async fn bot(synapse: &Synapse) -> (Person, Bot, matrix_sdk::ruma::OwnedRoomId) {
    let mark = fresh("d");
    let sana = Person::new(synapse, &format!("sana-{mark}")).await;
    let mut bot = Bot::new(synapse, &format!("bot-{mark}"), &sana).await;
    bot.start();
    let room = sana.begins_conversation_with(&bot.id).await;
    (sana, bot, room)
}

/// Asks the bot once more what it is, and waits for the answer.
async fn answers(sana: &Person, bot: &Bot, room: &RoomId) {
    let about = |all: &[crate::synapse::Seen]| {
        all.iter().filter(|seen| seen.sender == bot.id && seen.text().contains("I am a program")).count()
    };
    let before = about(&sana.reads(room).await);
    sana.says(room, "about").await;
    sana.waits_for(room, "an answer", |all| (about(all) > before).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_is_ended_elsewhere_ends_the_bot_with_a_word_and_a_new_login_goes_on() {
    let Some(synapse) = synapse() else { return };
    let (sana, mut bot, room) = bot(synapse).await;
    answers(&sana, &bot, &room).await;
    bot.elsewhere(synapse).await.send(logout_all::v3::Request::new()).await.unwrap();
    assert_eq!(bot.ends().await, Some(1));
    let said = "the homeserver refuses the token (M_UNKNOWN_TOKEN): run gcm-talks matrix login";
    assert!(bot.log().contains(said), "{}", bot.log());
    // Started again it ends at once, with the same word; doctor says it as well.
    assert!(bot.refused(&["run"]).contains(said));
    assert!(bot.refused(&["doctor"]).contains("refuses the token"));
    let said = bot.print(&["matrix", "login"]);
    assert!(said.contains("is logged in as device"), "{said}");
    bot.start();
    answers(&sana, &bot, &room).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_does_not_fit_is_refused_and_left_as_it_is() {
    let Some(synapse) = synapse() else { return };
    let (sana, mut bot, room) = bot(synapse).await;
    bot.end();
    // Another installation's keys.
    std::fs::rename(bot.file("data/keys"), bot.file("data/keys.right")).unwrap();
    drop(Keyring::create(&bot.file("data/keys"), &mut Draw::new([3; 32]), 0).unwrap());
    for arguments in [&["matrix", "login"][..], &["matrix", "verify"]] {
        let said = bot.refused(arguments);
        assert!(said.contains("does not open with this installation's keys: put back the key folder"), "{said}");
    }
    std::fs::remove_dir_all(bot.file("data/keys")).unwrap();
    std::fs::rename(bot.file("data/keys.right"), bot.file("data/keys")).unwrap();
    bot.start();
    answers(&sana, &bot, &room).await;
    bot.end();
    // A device of before, in the place of the one that is logged in.
    std::fs::rename(bot.file("data/matrix"), bot.file("data/before")).unwrap();
    bot.print(&["matrix", "login"]);
    let crypto = "matrix-sdk-crypto.sqlite3";
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(bot.file(&format!("data/matrix/{crypto}{end}")));
        let _ = std::fs::copy(
            bot.file(&format!("data/before/{crypto}{end}")),
            bot.file(&format!("data/matrix/{crypto}{end}")),
        );
    }
    let said = bot.refused(&["run"]);
    assert!(said.contains("is not that of the device that is logged in: put back the folder"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_device_is_signed_with_the_recovery_key_or_says_what_is_missing() {
    let Some(synapse) = synapse() else { return };
    let (sana, mut bot, room) = bot(synapse).await;
    bot.end();
    let shown = bot.print(&["matrix", "verify"]);
    let key = shown.lines().find(|line| line.starts_with("    ")).expect("the recovery key is shown").trim().to_owned();
    assert!(bot.print(&["matrix", "verify"]).contains("its keys are kept"));
    assert!(bot.print(&["doctor"]).contains("signed, its keys are kept"));
    // The folder is lost.
    std::fs::rename(bot.file("data/matrix"), bot.file("lost")).unwrap();
    bot.print(&["matrix", "login"]);
    let said = bot.refused(&["doctor"]);
    assert!(said.contains("it is not signed") && said.contains("gcm-talks matrix verify"), "{said}");
    let said = bot.refused(&["matrix", "verify"]);
    assert!(said.contains("put the recovery key into [matrix] recovery_key_file"), "{said}");
    std::fs::write(bot.file("recovery-key"), &key).unwrap();
    bot.configure("[matrix]\n", "[matrix]\nrecovery_key_file = \"recovery-key\"\n");
    assert!(bot.print(&["matrix", "verify"]).contains("The device is signed"));
    assert!(bot.print(&["doctor"]).contains("signed, its keys are kept"));
    bot.start();
    answers(&sana, &bot, &room).await;
    bot.end();
    // Folder and recovery key are lost: new keys, with the password.
    std::fs::rename(bot.file("data/matrix"), bot.file("lost again")).unwrap();
    bot.configure("recovery_key_file = \"recovery-key\"\n", "");
    bot.print(&["matrix", "login"]);
    assert!(bot.print(&["matrix", "verify", "--new-key"]).contains("it is shown once"));
    assert!(bot.print(&["doctor"]).contains("signed, its keys are kept"));
    bot.start();
    answers(&sana, &bot, &room).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_enough_to_log_in_and_the_console_runs_beside() {
    let Some(synapse) = synapse() else { return };
    let (sana, mut bot, room) = bot(synapse).await;
    bot.end();
    std::fs::rename(bot.file("data/matrix"), bot.file("before")).unwrap();
    let token = bot.elsewhere(synapse).await.access_token().unwrap();
    std::fs::write(bot.file("token"), token).unwrap();
    let text = std::fs::read_to_string(bot.file("gcm-talks.toml")).unwrap();
    let password = text.lines().find(|line| line.starts_with("password = ")).unwrap().to_owned();
    bot.configure(&password, "token_file = \"token\"");
    bot.configure("enabled = false", "enabled = true");
    assert!(bot.print(&["matrix", "login"]).contains("is logged in as device"));
    bot.start();
    answers(&sana, &bot, &room).await;
    bot.end();
}

#[tokio::test(flavor = "multi_thread")]
async fn invitations_by_the_hundred_are_declined_with_one_word_and_keep_nobody_waiting() {
    let Some(synapse) = synapse() else { return };
    let (sana, bot, room) = bot(synapse).await;
    let stranger = Person::new(synapse, &fresh("stranger")).await;
    let mut rooms = Vec::new();
    for n in 0..120 {
        let id = stranger.opens_a_room(&format!("elsewhere {n}"), n % 2 == 0, &bot.id).await;
        stranger.invites(&id, &bot.id).await;
        rooms.push(id);
        if n == 60 {
            answers(&sana, &bot, &room).await;
        }
    }
    answers(&sana, &bot, &room).await;
    for id in &rooms {
        let left = |state: &[Value]| {
            state.iter().any(|event| event["state_key"] == bot.id.as_str() && event["content"]["membership"] == "leave")
        };
        stranger.waits_for_state(id, "the bot declining", left).await;
    }
    let private = stranger.conversation_with(&bot.id).await;
    let told = stranger.hears(&private, &bot.id, "I enter rooms when someone who holds an office").await;
    answers(&sana, &bot, &room).await;
    let all = stranger.reads(&private).await;
    let said: Vec<_> = all.iter().filter(|seen| seen.sender == bot.id && seen.is_message()).collect();
    assert_eq!(said.len(), 1, "beside {told:?}: {said:#?}");
}

/// An open floor where Amina is quoted.
async fn plaza(synapse: &'static Synapse) -> OnSynapse {
    plaza_between(synapse, synapse).await
}

/// The same, the bot on one homeserver and everybody else on another.
async fn plaza_between(home: &Synapse, synapse: &'static Synapse) -> OnSynapse {
    let mut stage = OnSynapse::between(home, synapse, "sana").await;
    for (line, place, answers) in [
        ("!gcm consultation create africa region africa title Consultation for Africa", "@sana", 1),
        ("!gcm consultation set africa controller the invented secretariat", "@sana", 2),
        ("!gcm consultation set africa contact focal-point@example.org", "@sana", 3),
        ("!gcm consultation set africa retention 730", "@sana", 4),
        ("!gcm room bind plaza", "#plaza", 2),
        ("!gcm floor open", "#plaza", 4),
    ] {
        stage.act("sana", "plaza", line).await;
        stage.said(place, answers).await;
    }
    stage.act("amina", "plaza", "!gcm consent quote").await;
    stage.said("@amina", 1).await;
    stage
}

/// The time as everybody's clock here shows it.
fn now() -> Time {
    Source::system().clock.now()
}

/// Waits until everything was heard that was said until now: what is asked for now is answered after
/// it.
async fn hears_about(stage: &mut OnSynapse) {
    stage.act("sana", "plaza", "!gcm about").await;
    let (room, bot) = (stage.enter("sana", "plaza").await, stage.bot.id.clone());
    stage.person("sana").hears(&room, &bot, "I am run by").await;
}

/// What is on the record, by message.
async fn noted(store: &Store) -> Vec<String> {
    let mut snapshot = store.snapshot().unwrap();
    store.load_base(&mut snapshot).await.unwrap();
    let load: Load = snapshot.rows.consultations.iter().map(|c| LoadKey::Consultation(c.id)).collect();
    store.load(&mut snapshot, &load).await.unwrap();
    let mut texts = Vec::new();
    for row in snapshot.rows.contributions.iter() {
        let body = record::body_of(&snapshot, row).unwrap();
        texts.extend(body.into_iter().flat_map(|body| body.parts).map(|part| part.text));
    }
    texts.sort();
    texts
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_back_an_edit_alone_says_what_stood_there_before() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    stage.act("amina", "plaza", "States must act on fees today.").await;
    stage.said("@amina", 2).await;
    let (plaza, message) = (stage.enter("amina", "plaza").await, stage.last("amina", "plaza").await);
    let mut edits = Vec::new();
    for (n, text) in ["States must act on fees this year.", "States must act on fees next year."].iter().enumerate() {
        edits.push(stage.person("amina").edits(&plaza, &message, text).await);
        stage.said("@amina", 3 + n).await;
    }
    stage.person("amina").redacts(&plaza, edits[1].as_str()).await;
    stage.said("@amina", 5).await;
    let store = stage.bot.store().await;
    assert_eq!(noted(&store).await, ["States must act on fees this year."]);
    store.close().await;
    stage.person("amina").redacts(&plaza, edits[0].as_str()).await;
    stage.said("@amina", 6).await;
    let store = stage.close().await;
    assert_eq!(noted(&store).await, ["States must act on fees today."]);
    assert!(!opened(&store).await.contains("year"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_names_the_bot_is_read_as_it_was_said_when_it_is_changed() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let (plaza, bot) = (stage.enter("amina", "plaza").await, stage.bot.id.clone());
    let said = stage.person("amina").says(&plaza, &format!("{bot}: say States must act on fees.")).await;
    stage.said("@amina", 2).await;
    stage.person("amina").edits(&plaza, said.as_str(), &format!("{bot}: say States must act on wages.")).await;
    stage.said("@amina", 3).await;
    let store = stage.close().await;
    assert_eq!(noted(&store).await, ["States must act on wages."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_for_somebody_is_not_said_where_they_left_somebody_else() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    stage.act("amina", "private", "help").await;
    stage.said("@amina", 2).await;
    let bot = stage.bot.id.clone();
    let (plaza, private) = (stage.enter("amina", "plaza").await, stage.enter("amina", "private").await);
    stage.enter("binta", "plaza").await;
    let (amina, binta) = (stage.person("amina"), stage.person("binta"));
    amina.invites(&private, &binta.id).await;
    binta.enters(&private).await;
    amina.client.get_room(&private).unwrap().leave().await.unwrap();
    amina.says(&plaza, "States must act on fees today, marker-ibis.").await;
    // Her receipt comes to a conversation of her own.
    let own = amina.conversation_with(&bot).await;
    assert_ne!(own, private);
    let receipt = |all: &[Seen]| all.iter().any(|seen| seen.sender == bot && seen.text().contains("AF-")).then_some(());
    amina.waits_for(&own, "her receipt", receipt).await;
    let overheard = binta.reads(&private).await;
    assert!(overheard.iter().all(|seen| !seen.text().contains("AF-") && !seen.text().contains("marker-")));
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn for_who_cannot_be_asked_in_one_conversation_is_made() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    // This homeserver speaks with no other.
    let talk = "talk create \"Fees\" starts tomorrow 15:00 minutes 60";
    let there = "talk host 1 @77:elsewhere.example";
    for (line, answers) in [(talk, 5), ("1", 6)] {
        stage.act("sana", "private", line).await;
        stage.said("@sana", answers).await;
    }
    let client = stage.bot.elsewhere(synapse).await;
    let mut rooms = Vec::new();
    for (n, line) in [there, "talk host 1 @77:elsewhere.example off", there].into_iter().enumerate() {
        stage.act("sana", "private", line).await;
        stage.said("@sana", 7 + n).await;
        everything_is_said(&stage).await;
        rooms.push(client.send(joined_rooms::v3::Request::new()).await.unwrap().joined_rooms.len());
    }
    assert_eq!(rooms[0], rooms[2], "one more conversation for the same person");
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_digest_that_somebody_reads_with_others_is_taken_back_there() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    stage.act("amina", "plaza", "States must act on fees today, marker-ibis.").await;
    stage.said("@amina", 2).await;
    stage.act("sana", "private", "digest full").await;
    let bot = stage.bot.id.clone();
    let private = stage.enter("sana", "private").await;
    let standing = |all: &[Seen]| all.iter().any(|seen| seen.sender == bot && seen.text().contains("marker-ibis"));
    stage.person("sana").waits_for(&private, "the digest", |all| standing(all).then_some(())).await;
    stage.enter("binta", "plaza").await;
    let binta = stage.person("binta").id.clone();
    stage.person("sana").invites(&private, &binta).await;
    stage.person("binta").enters(&private).await;
    let (plaza, message) = (stage.enter("amina", "plaza").await, stage.last("amina", "plaza").await);
    stage.person("amina").redacts(&plaza, &message).await;
    stage.person("sana").waits_for(&private, "that it is gone", |all| (!standing(all)).then_some(())).await;
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_program_that_is_ignored_deletes_is_gone_and_where_it_moves_a_room_the_bot_follows() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let plaza = stage.enter("robot", "plaza").await;
    let robot = stage.person("robot").id.clone();
    stage.bot.end();
    stage.bot.configure("[matrix]\n", &format!("[matrix]\nignore = [\"{robot}\"]\n"));
    stage.bot.start();
    let sana = stage.person("sana").client.get_room(&plaza).unwrap();
    let powers = json!({"users": {robot.as_str(): 150}, "state_default": 50, "redact": 50});
    sana.send_state_event_raw("m.room.power_levels", "", powers).await.unwrap();
    stage.act("amina", "plaza", "States must act on fees today, marker-ibis.").await;
    stage.said("@amina", 2).await;
    let message = stage.last("amina", "plaza").await;
    stage.act("robot", "plaza", "!gcm about").await;
    stage.person("robot").redacts(&plaza, &message).await;
    hears_about(&mut stage).await;
    let store = stage.bot.store().await;
    assert_eq!(noted(&store).await, Vec::<String>::new());
    store.close().await;
    // What anybody may send in a room moves it nowhere.
    let elsewhere = json!({"body": "go", "replacement_room": "!elsewhere:example.org"});
    stage.person("amina").sends(&plaza, "m.room.tombstone", elsewhere).await;
    hears_about(&mut stage).await;
    let next = stage.person("robot").upgrades(&plaza).await;
    stage.goes_on("plaza", &next);
    stage.enter("sana", "plaza").await;
    stage.enter("amina", "plaza").await;
    hears_about(&mut stage).await;
    stage.act("amina", "plaza", "Cities must register every birth.").await;
    stage.said("@amina", 3).await;
    let store = stage.close().await;
    assert_eq!(noted(&store).await, ["Cities must register every birth."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn people_of_another_homeserver_are_heard_and_where_their_room_goes_on_the_bot_finds_the_way() {
    let Some([home, elsewhere]) = two() else { return };
    let mut stage = plaza_between(home, elsewhere).await;
    stage.act("amina", "plaza", "States must act on fees today.").await;
    stage.said("@amina", 2).await;
    let plaza = stage.enter("sana", "plaza").await;
    let next = stage.person("sana").upgrades(&plaza).await;
    stage.goes_on("plaza", &next);
    stage.enter("sana", "plaza").await;
    stage.enter("amina", "plaza").await;
    hears_about(&mut stage).await;
    // Who does not know yet that the bot is there gives it no key.
    stage.person("amina").sees_entering(&next, &stage.bot.id).await;
    stage.act("amina", "plaza", "Cities must register every birth.").await;
    stage.act("amina", "private", "my contributions").await;
    stage.said("@amina", 3).await;
    let store = stage.close().await;
    assert_eq!(noted(&store).await, ["Cities must register every birth.", "States must act on fees today."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_room_goes_on_in_one_that_lets_in_who_knocks_the_bot_knocks() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let (plaza, bot) = (stage.enter("sana", "plaza").await, stage.bot.id.clone());
    let room = stage.person("sana").client.get_room(&plaza).unwrap();
    room.send_state_event_raw("m.room.join_rules", "", json!({"join_rule": "knock"})).await.unwrap();
    // Who made a room of the newest version has rights that are written nowhere, and go with it.
    let powers = json!({"users": {bot.as_str(): 50}, "invite": 0});
    room.send_state_event_raw("m.room.power_levels", "", powers).await.unwrap();
    let next = stage.person("sana").upgrades(&plaza).await;
    let knocks = |state: &[Value]| {
        state.iter().any(|event| event["state_key"] == bot.as_str() && event["content"]["membership"] == "knock")
    };
    stage.person("sana").waits_for_state(&next, "the bot knocking", knocks).await;
    stage.goes_on("plaza", &next);
    stage.person("sana").invites(&next, &bot).await;
    stage.person("sana").sees_entering(&next, &bot).await;
    stage.person("sana").hears(&next, &bot, "Floor open").await;
    hears_about(&mut stage).await;
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_redacted_or_changed_while_the_bot_was_shut_out_is_so_when_it_is_back() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let (plaza, bot) = (stage.enter("sana", "plaza").await, stage.bot.id.clone());
    stage.act("amina", "plaza", "States must act on fees today, marker-ibis.").await;
    stage.said("@amina", 2).await;
    let message = stage.last("amina", "plaza").await;
    stage.act("binta", "plaza", "!gcm consent quote").await;
    stage.said("@binta", 1).await;
    stage.act("binta", "plaza", "Cities must register every birth, marker-kudu.").await;
    let receipt = stage.said("@binta", 2).await.pop().unwrap();
    let receipt = receipt.split(',').next().unwrap().to_owned();
    stage.act("chidi", "plaza", "!gcm consent quote").await;
    stage.said("@chidi", 1).await;
    stage.act("chidi", "plaza", "Wages must be paid each month.").await;
    stage.said("@chidi", 2).await;
    let changed = stage.last("chidi", "plaza").await;
    stage.act("dayo", "plaza", "!gcm consent quote").await;
    stage.said("@dayo", 1).await;
    stage.act("dayo", "plaza", "No wage may be kept as a deposit.").await;
    stage.said("@dayo", 2).await;
    let crossed_out = stage.last("dayo", "plaza").await;
    stage.act("sana", "plaza", "!gcm digest full").await;
    let standing = |all: &[Seen], word: &str| all.iter().any(|seen| seen.sender == bot && seen.text().contains(word));
    stage.person("sana").waits_for(&plaza, "the digest", |all| standing(all, "marker-kudu").then_some(())).await;
    let room = stage.person("sana").client.get_room(&plaza).unwrap();
    room.kick_user(&UserId::parse(bot.as_str()).unwrap(), None).await.unwrap();
    // Nobody is recorded while it is away.
    stage.act("amina", "plaza", "Amina says this while nobody records.").await;
    stage.person("amina").redacts(&plaza, &message).await;
    stage.act("binta", "private", &format!("withdraw {receipt}")).await;
    stage.said("@binta", 3).await;
    // Nobody gives the bot the key of this.
    stage.person("chidi").edits(&plaza, &changed, "Wages must be paid each week.").await;
    stage.person("dayo").reacts(&plaza, &crossed_out, "❌").await;
    stage.person("binta").reacts(&plaza, &changed, "❌").await;
    stage.person("sana").invites(&plaza, &bot).await;
    let gone = |all: &[Seen]| (!standing(all, "marker-")).then_some(());
    stage.person("sana").waits_for(&plaza, "that both are gone", gone).await;
    let told = stage.said("@chidi", 3).await.pop().unwrap();
    assert!(told.contains("the record still holds what it said before"), "{told}");
    stage.said("@dayo", 3).await;
    let store = stage.close().await;
    assert_eq!(noted(&store).await, ["Wages must be paid each month."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_redacted_meanwhile_is_gone_also_where_the_homeserver_could_not_say_so_when_the_bot_came_back() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    stage.act("amina", "plaza", "States must act on fees today.").await;
    stage.said("@amina", 2).await;
    let (plaza, message) = (stage.enter("amina", "plaza").await, stage.last("amina", "plaza").await);
    let bot = stage.bot.id.clone();
    let room = stage.person("sana").client.get_room(&plaza).unwrap();
    room.kick_user(&UserId::parse(bot.as_str()).unwrap(), None).await.unwrap();
    stage.person("amina").redacts(&plaza, &message).await;
    stage.bot.kill();
    let mut trouble = stage.bot.in_trouble(synapse, "502 100000 /event/\n");
    stage.bot.start();
    stage.person("sana").invites(&plaza, &bot).await;
    let is_back = |state: &[Value]| {
        state.iter().any(|event| event["state_key"] == bot.as_str() && event["content"]["membership"] == "join")
    };
    stage.person("sana").waits_for_state(&plaza, "that the bot is back", is_back).await;
    stage.person("sana").sync(Duration::ZERO).await;
    hears_about(&mut stage).await;
    stage.bot.kill();
    trouble.relents();
    stage.bot.start();
    stage.said("@amina", 3).await;
    let store = stage.close().await;
    assert_eq!(noted(&store).await, Vec::<String>::new());
    assert!(!trouble.end().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn in_private_the_bot_speaks_encrypted_or_elsewhere() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    stage.enter("binta", "plaza").await;
    let bot = stage.bot.id.clone();
    let binta = stage.person("binta");
    let mut request = create_room::v3::Request::new();
    (request.is_direct, request.preset) = (true, Some(create_room::v3::RoomPreset::PrivateChat));
    request.invite = vec![UserId::parse(bot.as_str()).unwrap()];
    let open = binta.client.create_room(request).await.unwrap().room_id().to_owned();
    binta.sees_entering(&open, &bot).await;
    binta.says(&open, "help").await;
    let private = binta.conversation_with(&bot).await;
    let state = binta.state(&private).await;
    assert!(state.iter().any(|event| event["type"] == "m.room.encryption"), "{state:#?}");
    let said = binta.reads(&open).await;
    assert!(said.iter().all(|seen| seen.sender != bot || !seen.is_message()), "{said:#?}");
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_can_read_is_told_as_the_room_changes() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let (plaza, bot) = (stage.enter("sana", "plaza").await, stage.bot.id.clone());
    let room = stage.person("sana").client.get_room(&plaza).unwrap();
    let elsewhere = json!([{"type": "m.room_membership", "room_id": "!elsewhere:example.org"}]);
    for (kind, key, content, told) in [
        (
            "m.room.join_rules",
            "",
            json!({"join_rule": "restricted", "allow": elsewhere}),
            "certain other rooms or spaces",
        ),
        ("m.room.history_visibility", "", json!({"history_visibility": "world_readable"}), "anyone may read along"),
        ("m.bridge", "net.example", json!({"protocol": {"id": "net.example"}}), "another network"),
        ("m.room.guest_access", "", json!({"guest_access": "can_join"}), "people without an account"),
        ("m.room.join_rules", "", json!({"join_rule": "public"}), "anyone may enter"),
    ] {
        room.send_state_event_raw(kind, key, content).await.unwrap();
        let changed = |all: &[Seen]| {
            let mut said =
                all.iter().filter(|seen| seen.sender == bot && seen.text().contains("Who can read here has changed"));
            said.next_back().filter(|seen| seen.text().contains(told)).map(|_| ())
        };
        stage.person("sana").waits_for(&plaza, told, changed).await;
    }
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_answered_in_its_thread_a_poll_by_a_word_and_a_program_not_at_all() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let (plaza, bot) = (stage.enter("amina", "plaza").await, stage.bot.id.clone());
    stage.enter("binta", "plaza").await;
    let (amina, binta) = (stage.person("amina"), stage.person("binta"));
    let root = amina.says(&plaza, "What does this room speak of?").await;
    let relates = json!({"rel_type": "m.thread", "event_id": root});
    let asked = json!({"msgtype": "m.text", "body": "!gcm about", "m.relates_to": relates});
    // A notice is what programs write.
    let notice = json!({"msgtype": "m.notice", "body": "!gcm about"});
    let by_program = binta.sends(&plaza, "m.room.message", notice).await;
    amina.sends(&plaza, "m.room.message", asked).await;
    let answer = amina.hears(&plaza, &bot, "I am run by").await;
    assert_eq!(answer.content["m.relates_to"]["rel_type"], "m.thread");
    assert_eq!(answer.content["m.relates_to"]["event_id"], root.as_str());
    let answers = |seen: &&Seen| seen.content["m.relates_to"]["m.in_reply_to"]["event_id"] == by_program.as_str();
    assert!(amina.reads(&plaza).await.iter().find(answers).is_none());
    // A poll is no contribution, and its author is told so.
    let text = |text: &str| json!([{"m.text": text}]);
    let poll = json!({"m.text": text("Fees?")[0]["m.text"], "m.poll": {"kind": "m.disclosed", "max_selections": 1,
        "question": {"m.text": text("Fees?")}, "answers": [{"m.id": "a", "m.text": text("Yes")}]}});
    amina.sends(&plaza, "m.poll.start", poll).await;
    let private = stage.enter("amina", "private").await;
    stage.person("amina").hears(&private, &bot, "A poll is not noted.").await;
    // The room is known by what never changes about it.
    let sana = stage.person("sana");
    let alias = RoomAliasId::parse(format!("#{}:localhost", fresh("squares"))).unwrap();
    sana.client.create_room_alias(&alias, &plaza).await.unwrap();
    let room = sana.client.get_room(&plaza).unwrap();
    room.send_state_event_raw("m.room.canonical_alias", "", json!({"alias": alias})).await.unwrap();
    stage.act("amina", "plaza", "States must act on fees today.").await;
    stage.act("amina", "private", "my contributions").await;
    stage.person("amina").hears(&private, &bot, "States must act on fees today.").await;
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_renamed_goes_or_is_banned_is_the_same_person_and_what_they_said_is_theirs() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let plaza = stage.enter("sana", "plaza").await;
    for who in ["binta", "chidi", "dayo"] {
        stage.act(who, "plaza", "!gcm consent quote").await;
        stage.said(&format!("@{who}"), 1).await;
        stage.act(who, "plaza", &format!("States must act on fees, says {who}.")).await;
        stage.said(&format!("@{who}"), 2).await;
    }

    // A new name is a new name alone, and the one that is shown from then on.
    stage.act("amina", "plaza", "States must act on fees today.").await;
    stage.said("@amina", 2).await;
    stage.person("amina").client.account().set_display_name(Some("Amina the Second")).await.unwrap();
    // Homeservers tell rooms of it when they find the time.
    let renamed = |state: &[Value]| state.iter().any(|event| event["content"]["displayname"] == "Amina the Second");
    stage.person("sana").waits_for_state(&plaza, "her new name", renamed).await;
    stage.act("amina", "plaza", "!gcm consent name").await;
    stage.said("@amina", 3).await;
    stage.act("amina", "private", "my contributions").await;
    let own = stage.said("@amina", 4).await;
    assert!(own[3].contains("AF-"), "{own:#?}");

    // Who was banned, or has left, still takes back in private what they said.
    let room = stage.person("sana").client.get_room(&plaza).unwrap();
    let banned = UserId::parse(&stage.person("binta").id).unwrap();
    room.ban_user(&banned, None).await.unwrap();
    stage.person("chidi").client.get_room(&plaza).unwrap().leave().await.unwrap();
    for who in ["binta", "chidi"] {
        let told = stage.said(&format!("@{who}"), 2).await;
        let (receipt, _) = told[1].split_once(',').expect("a receipt");
        stage.act(who, "private", &format!("withdraw {receipt}")).await;
        stage.said(&format!("@{who}"), 3).await;
    }

    // What somebody said whose account is no more stays.
    stage.person("dayo").deactivates().await;
    hears_about(&mut stage).await;
    let store = stage.close().await;
    assert_eq!(noted(&store).await, ["States must act on fees today.", "States must act on fees, says dayo."]);
    assert!(opened(&store).await.contains("Amina the Second"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_until_it_had_to_go_is_noted() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    stage.act("amina", "plaza", "States must act on fees today.").await;
    stage.said("@amina", 2).await;
    let (plaza, message) = (stage.enter("amina", "plaza").await, stage.last("amina", "plaza").await);
    stage.bot.kill();
    stage.person("amina").redacts(&plaza, &message).await;
    stage.act("amina", "plaza", "Cities must register every birth.").await;
    let bot = UserId::parse(stage.bot.id.as_str()).unwrap();
    stage.person("sana").client.get_room(&plaza).unwrap().kick_user(&bot, None).await.unwrap();
    stage.bot.start();
    // That it is gone, and the receipt for what came after.
    stage.said("@amina", 4).await;
    let store = stage.close().await;
    assert_eq!(noted(&store).await, ["Cities must register every birth."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_keeps_its_text_when_its_caption_is_changed_or_it_is_read_again() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let plaza = stage.enter("binta", "plaza").await;
    let statement = "The ministry must inspect the recruitment agencies.";
    let file = |caption: &str, of: Value| {
        let mut content = json!({"msgtype": "m.file", "body": caption, "filename": "letter.txt",
            "info": {"mimetype": "text/plain", "size": statement.len()}});
        content["file"] = of;
        content
    };
    let mut before = Vec::new();
    // One after the other: the first is put on the record afterwards, the second is noted at once.
    for who in ["binta", "amina"] {
        let sealed = stage.person(who).client.upload_encrypted_file(&mut statement.as_bytes()).await.unwrap();
        let sealed = json!(sealed);
        let first = stage.person(who).sends(&plaza, "m.room.message", file("Our letter.", sealed.clone())).await;
        before.push((who, first, sealed));
    }
    stage.said("@amina", 2).await;
    stage.said("@binta", 1).await;
    stage.act("binta", "plaza", "!gcm consent quote").await;
    stage.said("@binta", 2).await;
    let (_, binta, _) = &before[0];
    stage.person("binta").reacts(&plaza, binta.as_str(), "📝").await;
    stage.said("@binta", 3).await;
    let (_, amina, sealed) = &before[1];
    let changed = file("* Our second letter.", sealed.clone());
    let mut content = changed.clone();
    content["m.new_content"] = file("Our second letter.", sealed.clone());
    content["m.relates_to"] = json!({"rel_type": "m.replace", "event_id": amina});
    let edit = stage.person("amina").sends(&plaza, "m.room.message", content).await;
    stage.said("@amina", 3).await;
    let store = stage.bot.store().await;
    let with = |caption: &str| format!("{caption}\n\n{statement}");
    assert_eq!(noted(&store).await, [with("Our letter."), with("Our second letter.")]);
    store.close().await;
    stage.person("amina").redacts(&plaza, edit.as_str()).await;
    stage.said("@amina", 4).await;
    let store = stage.close().await;
    assert_eq!(noted(&store).await, [with("Our letter."), with("Our letter.")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_wrong_loses_nothing_and_records_nothing_from_before_a_yes() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let plaza = stage.enter("binta", "plaza").await;
    let clocks = [
        ("far ahead", 4_102_444_800_000),
        ("hours ahead", now() + 5 * HOUR),
        ("not set", 0),
        ("of 1973", 94_694_400_000),
    ];
    for (clock, at) in clocks {
        stage.person("binta").says_at(&plaza, at, &format!("Binta has not agreed by a clock {clock}.")).await;
        stage.person("amina").says_at(&plaza, at, &format!("Amina has agreed by a clock {clock}.")).await;
    }
    // She reads what she is told before she answers: of two keys of one session that come in one
    // answer of the homeserver, her client's library keeps the one that came last, which may begin
    // after the first message.
    stage.said("@binta", 1).await;
    stage.act("binta", "plaza", "!gcm consent quote").await;
    stage.said("@binta", 2).await;
    // What was said before is read once more, and now she takes part.
    stage.bot.kill();
    for (clock, at) in clocks {
        stage.person("binta").says_at(&plaza, at, &format!("Binta has agreed by a clock {clock}.")).await;
    }
    stage.bot.start();
    stage.act("amina", "plaza", "Amina speaks last, by the right clock.").await;
    hears_about(&mut stage).await;
    let store = stage.close().await;
    let mut expected = vec!["Amina speaks last, by the right clock.".to_owned()];
    for (clock, _) in clocks {
        expected.extend(["Amina", "Binta"].map(|who| format!("{who} has agreed by a clock {clock}.")));
    }
    expected.sort();
    assert_eq!(noted(&store).await, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_device_takes_over_and_nothing_is_lost_or_said_twice() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let plaza = stage.enter("amina", "plaza").await;
    stage.act("amina", "plaza", "States must act on fees, and this is taken back.").await;
    stage.said("@amina", 2).await;
    let withdrawn = stage.last("amina", "plaza").await;
    // The second process is logged in while the first one runs; it will begin when that one is dead.
    let second = "[matrix]\nfolder = \"data/second\"\n";
    stage.bot.configure("[matrix]\n", second);
    stage.bot.print(&["matrix", "login"]);
    stage.bot.configure(second, "[matrix]\n");
    stage.bot.end();
    let trouble = stage.bot.in_trouble(synapse, "held 1 /send/m.room.encrypted\n");
    stage.bot.start();
    // The first one is killed when what Amina is told stands, and nobody has heard so.
    stage.act("amina", "private", "about").await;
    let before = stage.said("@amina", 3).await;
    stage.bot.kill();
    let expected: Vec<String> = (0..130).map(|n| format!("Amina writes {n:03} to nobody.")).collect();
    stage.person("amina").says_all(&plaza, &expected).await;
    stage.person("amina").redacts(&plaza, &withdrawn).await;
    stage.bot.configure("[matrix]\n", second);
    stage.bot.start();
    // What is asked for now is answered after what was asked before.
    stage.act("amina", "private", "privacy").await;
    let told = stage.said("@amina", 4).await;
    assert_eq!(told[..3], before);
    assert!(!told[3..].contains(&told[2]), "said twice: {told:#?}");
    let elsewhere = stage.person("amina").client.invited_rooms();
    assert!(elsewhere.is_empty(), "another conversation was begun");
    stage.person("amina").changes_the_key(&plaza).await;
    let after = "Amina writes to the second one.";
    stage.act("amina", "plaza", after).await;
    hears_about(&mut stage).await;
    // The first one comes back, to which the key was sent while the second one ran.
    stage.bot.kill();
    stage.bot.configure(second, "[matrix]\n");
    stage.bot.start();
    let again = "Amina writes to the first one again.";
    stage.act("amina", "plaza", again).await;
    stage.act("amina", "private", "my contributions").await;
    let (private, bot) = (stage.enter("amina", "private").await, stage.bot.id.clone());
    stage.person("amina").hears(&private, &bot, again).await;
    let store = stage.close().await;
    assert_eq!(trouble.end(), ["trouble held /send/m.room.encrypted"]);
    let mut all = [expected, vec![after.to_owned(), again.to_owned()]].concat();
    all.sort();
    assert_eq!(noted(&store).await, all);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_comes_when_its_room_has_gone_on_elsewhere_brings_its_message() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let (plaza, bot) = (stage.enter("amina", "plaza").await, stage.bot.id.clone());
    stage.bot.end();
    let mut trouble = stage.bot.in_trouble(synapse, "late 1000 /sync\n");
    stage.bot.start();
    let before = "Amina writes before the room goes on.";
    stage.person("amina").changes_the_key(&plaza).await;
    stage.person("amina").says(&plaza, before).await;
    let next = stage.person("sana").upgrades(&plaza).await;
    stage.goes_on("plaza", &next);
    stage.enter("sana", "plaza").await;
    // It is in the new room, with the message that it cannot read behind it.
    stage.person("sana").hears(&next, &bot, "Floor open").await;
    trouble.relents();
    let after = "Amina writes where it goes on.";
    stage.act("amina", "plaza", after).await;
    hears_about(&mut stage).await;
    let store = stage.close().await;
    assert_eq!(noted(&store).await, [before, after]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_writes_what_cannot_be_read_is_told_once_and_when_its_key_comes_it_is_noted() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let (plaza, private) = (stage.enter("amina", "plaza").await, stage.enter("amina", "private").await);
    stage.bot.end();
    let mut trouble = stage.bot.in_trouble(synapse, "late 1000 /sync\n");
    stage.bot.start();
    let text = "Amina writes with a key that does not come.";
    stage.person("amina").changes_the_key(&plaza).await;
    stage.person("amina").says(&plaza, text).await;
    let (amina, bot) = (stage.person("amina"), stage.bot.id.clone());
    let told = async || {
        let all = amina.reads(&private).await;
        of_bot(&all, &bot).iter().filter(|text| text.contains("I could not decrypt your message of")).count()
    };
    // A key may be a minute late before anybody is told.
    let patient = async {
        while told().await == 0 {
            amina.sync(Duration::from_secs(1)).await;
        }
    };
    assert!(tokio::time::timeout(2 * PATIENCE, patient).await.is_ok(), "nobody told Amina");
    trouble.relents();
    assert_eq!(told().await, 1);
    hears_about(&mut stage).await;
    assert_eq!(in_the_end(&stage, 1).await, [text]);
    stage.close().await;
}

/// Waits until something was tried and is put off.
async fn something_waits(stage: &OnSynapse) {
    waits_until(stage, "state = 'waiting' AND reason IS NOT NULL", |count| count > 0).await;
}

/// Waits until nothing is to be said any more that can be.
async fn everything_is_said(stage: &OnSynapse) {
    waits_until(stage, "state = 'waiting'", |count| count == 0).await;
}

/// Waits until so much is in the outbox of which a condition holds.
async fn waits_until(stage: &OnSynapse, condition: &'static str, enough: impl Fn(i64) -> bool) {
    let waiting = async {
        loop {
            let store = stage.bot.store().await;
            let count = store.count::<Outbox>(condition, &[]).await.unwrap();
            store.close().await;
            if enough(count) {
                return;
            }
        }
    };
    assert!(tokio::time::timeout(PATIENCE, waiting).await.is_ok(), "the outbox never held enough of: {condition}");
}

/// What is on the record once there is so much.
async fn in_the_end(stage: &OnSynapse, enough: usize) -> Vec<String> {
    let noted = async {
        loop {
            let store = stage.bot.store().await;
            let read = noted(&store).await;
            store.close().await;
            if read.len() >= enough {
                return read;
            }
            // Until something is said to her, or it is time to look again.
            stage.person("amina").sync(Duration::from_secs(1)).await;
        }
    };
    tokio::time::timeout(PATIENCE, noted).await.expect("all of it is read")
}

fn sorted(mut texts: Vec<String>) -> Vec<String> {
    texts.sort();
    texts
}

/// The room goes on elsewhere, and what holds there comes late, as the plan says.
async fn what_holds_comes_late(plan: &str) {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let (plaza, bot) = (stage.enter("sana", "plaza").await, stage.bot.id.clone());
    stage.bot.end();
    let mut trouble = stage.bot.in_trouble(synapse, plan);
    stage.bot.start();
    let next = stage.person("sana").upgrades(&plaza).await;
    stage.goes_on("plaza", &next);
    stage.enter("sana", "plaza").await;
    // It has entered and looked before the homeserver has told it what holds there.
    something_waits(&stage).await;
    trouble.relents();
    hears_about(&mut stage).await;
    stage.person("sana").hears(&next, &bot, "I can read, write, pin and delete").await;
    let all = stage.person("sana").reads(&next).await;
    let said: Vec<_> = all.iter().filter(|seen| seen.sender == bot && seen.is_message()).collect();
    assert_eq!(said.len(), 3, "the card, what it may do and what was asked for: {said:#?}");
    stage.close().await;
    assert!(!trouble.end().is_empty(), "{plan} did not happen");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_room_whose_state_has_not_come_yet_nothing_is_said_that_has_to_be_said_again() {
    what_holds_comes_late("unsynced 1 /join").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_room_that_is_only_half_made_nothing_is_said_that_has_to_be_said_again() {
    what_holds_comes_late("part 1000 /sync").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_room_whose_history_the_homeserver_does_not_give_keeps_no_other_waiting_and_is_read_later() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    for (line, answers) in [("!gcm room bind quay", 2), ("!gcm floor open", 4)] {
        stage.act("sana", "quay", line).await;
        stage.said("#quay", answers).await;
    }
    let plaza = stage.enter("amina", "plaza").await;
    stage.enter("amina", "quay").await;
    stage.bot.kill();
    // More than one answer holds.
    let texts: Vec<String> = (0..120).map(|n| format!("Amina writes number {n:03} of many.")).collect();
    stage.person("amina").says_all(&plaza, &texts).await;
    let plan = format!("502 100000 {}/messages\n", plaza.as_str().trim_start_matches('!'));
    let mut trouble = stage.bot.in_trouble(synapse, &plan);
    stage.bot.start();
    stage.act("amina", "quay", "The quay needs a light.").await;
    stage.said("@amina", 2).await;
    let store = stage.bot.store().await;
    let read = noted(&store).await;
    store.close().await;
    assert!(read.contains(&"The quay needs a light.".to_owned()) && !read.contains(&texts[0]), "{read:#?}");
    trouble.relents();
    let expected = [texts, vec!["The quay needs a light.".to_owned()]].concat();
    assert_eq!(in_the_end(&stage, expected.len()).await, sorted(expected));
    stage.close().await;
    assert!(!trouble.end().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_until_it_had_to_go_is_noted_when_it_is_back_where_it_is_not_to_be_had_before() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let (plaza, bot) = (stage.enter("amina", "plaza").await, stage.bot.id.clone());
    stage.bot.kill();
    // More than one answer holds; who is asked in again is given no history.
    let texts: Vec<String> = (0..120).map(|n| format!("Amina writes number {n:03} of many.")).collect();
    stage.person("amina").says_all(&plaza, &texts).await;
    let room = stage.person("sana").client.get_room(&plaza).unwrap();
    room.kick_user(&UserId::parse(bot.as_str()).unwrap(), None).await.unwrap();
    stage.act("amina", "plaza", "Amina says this while nobody records.").await;
    stage.person("sana").invites(&plaza, &bot).await;
    stage.bot.start();
    assert_eq!(in_the_end(&stage, texts.len()).await, texts);
    hears_about(&mut stage).await;
    let store = stage.close().await;
    assert_eq!(noted(&store).await, texts);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_back_while_the_homeserver_does_not_say_what_it_is_about_is_taken_back_later() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    stage.act("amina", "plaza", "States must act on fees today.").await;
    stage.said("@amina", 2).await;
    let (plaza, message) = (stage.enter("amina", "plaza").await, stage.last("amina", "plaza").await);
    stage.bot.kill();
    // Who begins anew remembers nobody's messages, and cannot read them again.
    let mut trouble = stage.bot.in_trouble(synapse, "502 100000 /event/\n502 100000 /messages\n");
    stage.bot.start();
    stage.person("amina").reacts(&plaza, &message, "❌").await;
    hears_about(&mut stage).await;
    let store = stage.bot.store().await;
    assert_eq!(noted(&store).await.len(), 1);
    store.close().await;
    trouble.relents();
    stage.said("@amina", 3).await;
    let store = stage.close().await;
    assert_eq!(noted(&store).await, Vec::<String>::new());
    assert!(!trouble.end().is_empty());
}

/// What says that there is a small file, and gives so many words.
async fn file(amina: &Person, name: &str, words: usize) -> Value {
    let text = "Employers keep the papers of those who work for them. ".repeat(words);
    let sealed = amina.client.upload_encrypted_file(&mut text.as_bytes()).await.unwrap();
    json!({"msgtype": "m.file", "body": name, "filename": name, "info": {"mimetype": "text/plain", "size": 7},
        "file": json!(sealed)})
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_larger_than_it_says_is_not_taken() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let plaza = stage.enter("amina", "plaza").await;
    let amina = stage.person("amina");
    let long = file(amina, "long.txt", 3_000).await;
    amina.sends(&plaza, "m.room.message", long).await;
    let told = stage.said("@amina", 2).await;
    assert!(told[1].contains("64 KiB"), "{told:#?}");
    let store = stage.close().await;
    assert_eq!(noted(&store).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_never_come_keep_nobody_waiting() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let plaza = stage.enter("amina", "plaza").await;
    stage.bot.kill();
    let trouble = stage.bot.in_trouble(synapse, "held 100 /download/\n");
    for n in 1..5 {
        let amina = stage.person("amina");
        let lost = file(amina, &format!("lost-{n}.txt"), 1).await;
        amina.sends(&plaza, "m.room.message", lost).await;
    }
    stage.act("amina", "plaza", "States must act on fees today.").await;
    stage.bot.start();
    // One is waited for, and the next not.
    let told = stage.said("@amina", 6).await;
    assert!((1..5).all(|n| told[n].contains(&format!("lost-{n}"))), "{told:#?}");
    let store = stage.close().await;
    assert_eq!(noted(&store).await, ["States must act on fees today."]);
    assert!(trouble.end().len() < 4, "each was waited for");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_short_answer_to_a_question_is_an_answer_and_no_word_to_the_bot() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let question = "What works where you live?";
    stage.act("sana", "plaza", &format!("!gcm ask {question}")).await;
    let (plaza, bot) = (stage.enter("amina", "plaza").await, stage.bot.id.clone());
    let asked = stage.person("amina").hears(&plaza, &bot, question).await;
    let answers = ["Mobile registrars in our markets.", "Register every newborn at the health post."];
    for answer in answers {
        stage.person("amina").replies(&plaza, asked.id.as_str(), answer).await;
    }
    hears_about(&mut stage).await;
    let said = stage.person("amina").reads(&plaza).await;
    assert!(said.iter().all(|seen| !seen.text().contains("I know no")), "{said:#?}");
    let store = stage.close().await;
    assert_eq!(noted(&store).await, answers);
}

/// Contents that a homeserver takes and no client means.
fn hostile(bot: &str, message: &str) -> Vec<(&'static str, Value)> {
    let text = |body: Value| json!({"msgtype": "m.text", "body": body});
    let with = |relates: Value| json!({"msgtype": "m.text", "body": "ok", "m.relates_to": relates});
    let endless = format!("${}", "a".repeat(20_000));
    let deep = (0..60).fold(json!("deep"), |inner, _| json!({"m.relates_to": inner}));
    vec![
        ("m.room.message", json!({})),
        ("m.room.message", json!({"msgtype": "m.text"})),
        ("m.room.message", json!({"msgtype": ["m.text"], "body": "x"})),
        ("m.room.message", text(json!(7))),
        ("m.room.message", text(json!({"body": "x"}))),
        ("m.room.message", text(json!("\u{202e}\u{0}\u{7}"))),
        ("m.room.message", with(json!("m.replace"))),
        ("m.room.message", with(json!({"rel_type": "m.replace", "event_id": 7}))),
        ("m.room.message", with(json!({"rel_type": "m.replace", "event_id": "$nothing"}))),
        ("m.room.message", with(json!({"rel_type": "m.replace", "event_id": message}))),
        ("m.room.message", with(json!({"rel_type": "m.thread", "m.in_reply_to": []}))),
        ("m.room.message", with(json!({"m.in_reply_to": {"event_id": endless}}))),
        ("m.room.message", with(json!({"rel_type": "m.thread", "event_id": endless}))),
        ("m.room.message", with(json!({"rel_type": "m.replace", "event_id": endless}))),
        ("m.reaction", json!({"m.relates_to": {"rel_type": "m.annotation", "event_id": endless, "key": "📝"}})),
        ("m.room.message", json!({"msgtype": "m.file", "body": "x.txt", "url": "mxc://", "info": {"size": -1}})),
        ("m.room.message", json!({"msgtype": "m.file", "body": "x.txt", "file": {"url": "mxc://x/y", "v": "v2"}})),
        ("m.room.message", json!({"msgtype": "m.text", "body": "ok", "m.mentions": {"user_ids": bot}})),
        ("m.room.message", deep),
        ("m.reaction", json!({"m.relates_to": {"rel_type": "m.annotation", "event_id": message}})),
        ("m.reaction", json!({"m.relates_to": {"rel_type": "m.annotation", "event_id": "$nothing", "key": "📝"}})),
        ("m.room.encrypted", json!({"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": 7})),
        ("m.room.encrypted", json!({"algorithm": "none", "ciphertext": "x", "session_id": "x"})),
        ("m.poll.start", json!({"m.text": "q"})),
        ("m.poll.response", json!({"m.relates_to": {"event_id": message}})),
        ("org.example.unknown", json!({"body": "x", "msgtype": "m.text"})),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn events_that_are_not_as_they_should_be_stop_nothing_and_are_no_contribution() {
    let Some(synapse) = synapse() else { return };
    let mut stage = plaza(synapse).await;
    let first = "States must act on fees today.";
    stage.act("amina", "plaza", first).await;
    stage.said("@amina", 2).await;
    let (plaza, message) = (stage.enter("amina", "plaza").await, stage.last("amina", "plaza").await);
    let bot = stage.bot.id.clone();
    let amina = stage.person("amina");
    let mut taken = 0;
    for (n, (kind, content)) in hostile(&bot, &message).into_iter().enumerate() {
        let content = Raw::new(&content).unwrap().cast_unchecked();
        let kind = kind.into();
        let request = send_message_event::v3::Request::new_raw(plaza.clone(), format!("h{n}").into(), kind, content);
        // What the homeserver itself refuses, nobody hears.
        taken += usize::from(amina.client.send(request).await.is_ok());
    }
    assert!(taken > 10, "{taken} were taken");
    // By whoever may: a room that goes on nowhere, and history that nobody knows.
    for (kind, content) in [
        ("m.room.tombstone", json!({"replacement_room": 7})),
        ("m.room.history_visibility", json!({"history_visibility": 7})),
        ("m.bridge", json!({"bridgebot": []})),
    ] {
        let content = Raw::new(&content).unwrap().cast_unchecked();
        let request = send_state_event::v3::Request::new_raw(plaza.clone(), kind.into(), String::new(), content);
        stage.person("sana").client.send(request).await.unwrap();
    }
    // Redacted before it is read, changed twice before it is read, and as long as can be.
    stage.bot.kill();
    let amina = stage.person("amina");
    let gone = amina.says(&plaza, "States must not read this, marker-gone.").await;
    amina.redacts(&plaza, gone.as_str()).await;
    let changed = amina.says(&plaza, "<b>States</b> must act on visas, marker-one.").await;
    amina.edits(&plaza, changed.as_str(), "<b>States</b> must act on visas, marker-two.").await;
    amina.edits(&plaza, changed.as_str(), "<b>States</b> must act on visas, <script>marker-three</script>.").await;
    let long = format!("States must act on {}.", "very ".repeat(8_000));
    amina.says(&plaza, &long).await;
    stage.bot.start();
    hears_about(&mut stage).await;
    let store = stage.close().await;
    let noted = noted(&store).await;
    let expected = ["<b>States</b> must act on visas, <script>marker-three</script>.", first, long.as_str()];
    assert_eq!(noted, expected, "{}", stage.bot.log());
    assert!(!opened(&store).await.contains("marker-gone"));
    assert_eq!(store.count::<gcm_talks::store::Parked>("reason <> 'unreadable'", &[]).await.unwrap(), 0);
    assert!(!stage.bot.log().contains("parked"), "{}", stage.bot.log());
}
