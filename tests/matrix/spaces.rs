//! The space of a consultation on a homeserver of our own: its rooms stand in it, by sub-region and
//! theme where there are several, and nothing is made twice.

use crate::on_synapse::OnSynapse;
use crate::stage::Stage;
use crate::synapse::{Person, synapse};
use matrix_sdk::RoomState;
use matrix_sdk::ruma::{OwnedRoomId, RoomId};
use serde_json::Value;

/// The rooms in a space.
fn children(state: &[Value]) -> Vec<String> {
    let child = |event: &&Value| event["type"] == "m.space.child" && event["content"]["via"].is_array();
    let mut rooms: Vec<String> =
        state.iter().filter(child).map(|event| event["state_key"].as_str().unwrap().to_owned()).collect();
    rooms.sort();
    rooms
}

/// The spaces to which a room says that it belongs.
fn parents(state: &[Value]) -> Vec<String> {
    let parent = |event: &&Value| event["type"] == "m.space.parent" && event["content"]["via"].is_array();
    state.iter().filter(parent).map(|event| event["state_key"].as_str().unwrap().to_owned()).collect()
}

fn name(state: &[Value]) -> String {
    let named = state.iter().find(|event| event["type"] == "m.room.name").expect("it has a name");
    named["content"]["name"].as_str().unwrap().to_owned()
}

fn spaces_of(person: &Person) -> Vec<matrix_sdk::Room> {
    person.client.rooms().into_iter().filter(|room| room.is_space()).collect()
}

async fn holds(person: &Person, space: &RoomId, rooms: &[&OwnedRoomId]) {
    let mut wanted: Vec<String> = rooms.iter().map(ToString::to_string).collect();
    wanted.sort();
    person.waits_for_state(space, &format!("{wanted:?} alone"), |state| children(state) == wanted).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rooms_of_a_consultation_stand_in_its_space_by_subregion_and_theme() {
    let Some(synapse) = synapse() else { return };
    let mut stage = OnSynapse::new(synapse, "sana").await;
    // They talk in private already: the next room that is made is the space.
    stage.act("sana", "plaza", "!gcm consultation list").await;
    stage.said("@sana", 1).await;
    stage.bot.end();
    // The space is made, but the homeserver's answer does not arrive.
    let trouble = stage.bot.in_trouble(synapse, "lost 1 /createRoom\n502 1 /state/m.room.name\n");
    stage.bot.start();
    stage
        .act("sana", "plaza", "!gcm consultation create africa region africa space title Consultation for Africa")
        .await;
    let told = stage.said("@sana", 2).await.pop().unwrap();
    assert!(told.contains("is created") && told.contains("are put into a space here"), "{told}");
    stage.act("sana", "plaza", "!gcm room bind west-africa").await;
    stage.said("#plaza", 2).await;
    let west = stage.enter("sana", "plaza").await;
    let sana = stage.person("sana");
    while spaces_of(sana).is_empty() {
        sana.sync(std::time::Duration::from_secs(2)).await;
    }
    let root = spaces_of(sana)[0].room_id().to_owned();
    assert_eq!(spaces_of(sana)[0].state(), RoomState::Invited);
    sana.enters(&root).await;
    holds(sana, &root, &[&west]).await;
    assert_eq!(name(&sana.state(&root).await), "Consultation for Africa");
    assert_eq!(parents(&sana.state(&west).await), [root.to_string()]);

    // A second sub-region: each has a part of its own.
    stage.act("sana", "souk", "!gcm room bind north-africa").await;
    stage.said("#souk", 2).await;
    let north = stage.enter("sana", "souk").await;
    let sana = stage.person("sana");
    let two = |state: &[Value]| children(state).len() == 2 && !children(state).contains(&west.to_string());
    sana.waits_for_state(&root, "two parts", two).await;
    let mut parts = Vec::new();
    for part in children(&sana.state(&root).await) {
        let part = RoomId::parse(part).unwrap();
        sana.enters(&part).await;
        parts.push((name(&sana.state(&part).await), part));
    }
    parts.sort();
    assert_eq!(parts.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["North Africa", "West Africa"]);
    holds(sana, &parts[0].1, &[&north]).await;
    holds(sana, &parts[1].1, &[&west]).await;
    assert_eq!(parents(&sana.state(&west).await), [parts[1].1.to_string()]);

    // A room for another theme and no sub-region stands beside them; who is in it may enter.
    stage.act("sana", "hall", "!gcm room bind objective-6").await;
    stage.said("#hall", 2).await;
    let hall = stage.enter("amina", "hall").await;
    holds(stage.person("sana"), &root, &[&parts[0].1, &parts[1].1, &hall]).await;
    stage.person("amina").enters(&root).await;

    // With one left there is nothing to tell apart, and what is unbound is in it no more.
    stage.act("sana", "souk", "!gcm room unbind").await;
    stage.said("#souk", 4).await;
    let sana = stage.person("sana");
    holds(sana, &root, &[&west, &hall]).await;
    holds(sana, &parts[0].1, &[]).await;
    holds(sana, &parts[1].1, &[]).await;
    assert_eq!(parents(&sana.state(&north).await), Vec::<String>::new());
    assert_eq!(parents(&sana.state(&west).await), [root.to_string()]);

    stage.act("sana", "plaza", "!gcm consultation set africa title Africa Review").await;
    let sana = stage.person("sana");
    sana.waits_for_state(&root, "its new name", |state| name(state) == "Africa Review").await;

    // Killed and asked again, nothing is made a second time.
    stage.bot.kill();
    stage.act("sana", "souk", "!gcm room bind north-africa").await;
    stage.bot.start();
    let sana = stage.person("sana");
    holds(sana, &root, &[&parts[0].1, &parts[1].1, &hall]).await;
    holds(sana, &parts[0].1, &[&north]).await;
    stage.act("sana", "plaza", "!gcm consultation set africa space off").await;
    let sana = stage.person("sana");
    holds(sana, &root, &[]).await;
    sana.sync(std::time::Duration::ZERO).await;
    assert_eq!(spaces_of(sana).len(), 3, "the space and its two parts");
    stage.close().await;
    assert_eq!(trouble.end(), ["trouble lost /createRoom", "trouble 502 /state/m.room.name"]);
}
