//! The record: who takes part and how far their words may go, what they wrote, and how it is taken
//! back. Functions over a [`Snapshot`]; nothing here reads or writes the store by itself.

mod accounts;
mod consent;
mod contributions;
mod matter;
mod names;
mod organisations;
mod people;
mod withdrawal;

pub use accounts::{cap_of, consent_for, is_named_elsewhere, link, other_accounts, unlink};
pub use consent::{consent_log, consent_of, has_agreed, set_consent, set_consent_at};
pub use contributions::{
    Body, Incoming, JOIN_FOR, OnBehalf, Outcome, Part, Passage, body_of, by_receipt, close, cut_grown, edit,
    edit_taken_back, is_open, note, of_event, passage_text, settle_text,
};
pub use matter::prior;
pub use organisations::{
    Claim, Known, LONGEST_NAME, Name, add_name, alike, claim, focal_for, known, learn, leave_focal, merge, merged,
    name_hash, name_of, organisation, part, remove_name, root, set_claim, set_focal, settle, speaks_for, to_be_told,
    typed_name, vouch, vouched, waiting,
};
pub use people::{
    Address, Person, Profile, account_hash, address_of, address_on, bearers, edit_profile, enter, join, participant,
    participants, profile_of,
};
pub use withdrawal::{erase_event, forget, let_go, mend, withdraw};

use crate::chat::Event;
use crate::model::{Platform, Time, WEEK};
use crate::store::{LogEntry, Room, Seen, Snapshot};

/// What a room's log calls an address that it has left.
const LEFT: &str = "left";

/// The keyed hash that makes an event unique: of its platform and of what it is [known
/// by](Platform::known_by).
pub fn event_hash(snapshot: &Snapshot, platform: Platform, room: &str, event: &str) -> Vec<u8> {
    let (room, event) = platform.known_by(room, event);
    snapshot.hash("event", &[platform.word(), room, event])
}

/// The keyed hash of one version of an event.
pub fn version_hash(snapshot: &Snapshot, event: &Event, target: &str, version: &str) -> Vec<u8> {
    let (room, target) = event.platform.known_by(&event.room, target);
    snapshot.hash("version", &[event.platform.word(), room, target, version])
}

/// The keyed hash of an effect that an event has once: a command done, a greeting sent.
pub fn effect_hash(snapshot: &Snapshot, event: &Event, id: &str, what: &str) -> Vec<u8> {
    let (room, id) = event.platform.known_by(&event.room, id);
    snapshot.hash("effect", &[event.platform.word(), room, id, what])
}

/// Whether something is known of this hash, and if so, what kind.
pub fn seen<'a>(snapshot: &'a Snapshot, hash: &[u8]) -> Option<&'a Seen> {
    snapshot.rows.seen.among(hash).find(|s| s.hash == hash && s.until.is_none_or(|until| until > snapshot.now))
}

/// Remembers a hash. One that has lapsed is overwritten.
pub fn remember(snapshot: &mut Snapshot, hash: Vec<u8>, kind: &str, contribution: Option<i64>, until: Option<Time>) {
    let known = snapshot.rows.seen.among(&hash).find(|s| s.hash == hash).map(|s| s.id);
    if let Some(row) = known.and_then(|id| snapshot.rows.seen.edit(id)) {
        row.kind = kind.into();
        row.until = until;
        return;
    }
    let id = snapshot.id();
    snapshot.rows.seen.insert(Seen { id, rev: 1, hash, kind: kind.into(), contribution_id: contribution, until });
}

/// Marks an effect as done and says whether it still had to be: once in seven days, and never for
/// events that are older than that.
pub fn once(snapshot: &mut Snapshot, at: Time, hash: Vec<u8>) -> bool {
    if snapshot.now - at >= WEEK || seen(snapshot, &hash).is_some() {
        return false;
    }
    let until = Some(snapshot.now + WEEK);
    remember(snapshot, hash, "effect", None, until);
    true
}

/// What was set for a room by its log at a moment: the floor, the mode, the binding.
pub fn held_at<'a>(snapshot: &'a Snapshot, subject: i64, field: &str, at: Time) -> Option<&'a str> {
    snapshot
        .rows
        .log
        .among(&subject)
        .filter(|entry| entry.subject_id == subject && entry.field == field && entry.at <= at)
        .max_by_key(|entry| (entry.at, entry.id))
        .map(|entry| entry.value.as_str())
}

/// Whether a room was in rehearsal at a moment: what was said in it then never counts.
pub fn rehearsed(snapshot: &Snapshot, room: i64, at: Time) -> bool {
    held_at(snapshot, room, "mode", at) == Some("rehearsal")
}

/// What a room's log calls the other regions to which what is said there belongs.
pub const REGIONS: &str = "regions";
/// What a room's log calls that it follows the Chatham House Rule: nobody is named with what is said there.
pub const CHATHAM: &str = "chatham";

/// Whether what is said in a room at a moment belongs to a region that is not its consultation's own: it
/// was so then, and is so today.
pub fn concerns(snapshot: &Snapshot, room: i64, region: &str, at: Time) -> bool {
    let holds = |at| held_at(snapshot, room, REGIONS, at).is_some_and(|value| value.split(',').any(|id| id == region));
    holds(at) && holds(Time::MAX)
}

/// Remembers where a room was that goes on elsewhere: what was said there before may be read later.
pub fn left(snapshot: &mut Snapshot, room: i64, event: &Event) {
    let (id, value, at) = (snapshot.id(), event.room.clone(), event.at);
    snapshot.rows.log.insert(LogEntry { id, rev: 1, subject_id: room, field: LEFT.into(), value, at });
}

/// The room in which something happened: the one at the address, or one that was there then and has
/// moved since.
pub fn room_of<'a>(snapshot: &'a Snapshot, event: &Event) -> Option<&'a Room> {
    let moved = || {
        let left = |l: &&LogEntry| l.field == LEFT && l.value == event.room && event.at <= l.at;
        let left = snapshot.rows.log.iter().find(left)?;
        snapshot.rows.rooms.get(left.subject_id).filter(|room| room.platform == event.platform.word())
    };
    room_at(snapshot, event.platform, &event.room).or_else(moved)
}

/// The room at an address that is bound, or was.
pub fn room_at<'a>(snapshot: &'a Snapshot, platform: Platform, address: &str) -> Option<&'a Room> {
    snapshot.rows.rooms.find(|room| room.platform == platform.word() && room.address == address)
}
