//! Registrations: places in the room and online, numbers, the waiting list and who comes off it. Every
//! change of a place also changes the call's row, so that of two who take the last place at the same
//! moment one is decided anew.

use super::calls::{Audience, CallSettings, call_settings};
use super::filling::Filled;
use super::talks::talk_of;
use super::told::tell;
use crate::model::{HOUR, Time};
use crate::seal::Sealed;
use crate::store::{Call, Entry, Snapshot, StoreError};

/// A count of a call's row: of places given away, or of people who wait for one.
fn count<'c>(call: &'c mut Call, mode: &str, waiting: bool) -> &'c mut i64 {
    match (mode, waiting) {
        ("online", false) => &mut call.online,
        ("online", true) => &mut call.online_waiting,
        (_, false) => &mut call.in_room,
        (_, true) => &mut call.in_room_waiting,
    }
}

/// How many places of a mode are free; no limit, where it is empty.
fn free(call: &Call, settings: &CallSettings, mode: &str) -> Option<i64> {
    let taken = if mode == "online" { call.online } else { call.in_room };
    settings.places(mode).map(|places| places - taken)
}

fn waiting(call: &Call, mode: &str) -> i64 {
    if mode == "online" { call.online_waiting } else { call.in_room_waiting }
}

/// Whether an entry holds a place, or stands for one.
fn holds(state: &str) -> bool {
    matches!(state, "confirmed" | "promised")
}

/// Whether nothing more comes of an entry.
pub fn is_settled(entry: &Entry) -> bool {
    matches!(entry.state.as_str(), "declined" | "lapsed" | "cancelled" | "withdrawn")
}

/// What a participant filled in last for a call, whatever became of it.
pub fn current(snapshot: &Snapshot, participant: i64, call: i64) -> Option<&Entry> {
    snapshot.rows.entries.iter().rfind(|entry| entry.participant_id == participant && entry.call_id == call)
}

/// What an entry says; nothing, once it is withdrawn.
pub fn filled_of(snapshot: &Snapshot, entry: &Entry) -> Result<Filled, StoreError> {
    match entry.state == "withdrawn" {
        true => Ok(Filled::default()),
        false => snapshot.open(entry.participant_id, entry.id, &entry.sealed),
    }
}

/// Begins to fill in a form for a call. Gives the entry.
pub fn draft(
    snapshot: &mut Snapshot,
    (consultation_id, call_id): (i64, i64),
    participant_id: i64,
    filled: &Filled,
) -> Result<i64, StoreError> {
    let (id, now) = (snapshot.id(), snapshot.now);
    let sealed = snapshot.seal(participant_id, id, filled)?;
    // A person's row changes with everything of theirs that is added: see `Session::load`.
    snapshot.rows.participants.edit(participant_id);
    snapshot.rows.entries.insert(Entry {
        id,
        rev: 1,
        consultation_id,
        call_id,
        participant_id,
        form: filled.form.clone(),
        state: "draft".into(),
        mode: String::new(),
        number: 0,
        queued_at: 0,
        until: None,
        checked_at: None,
        at: now,
        sealed,
    });
    Ok(id)
}

/// Keeps what was filled in so far.
pub fn save(snapshot: &mut Snapshot, entry: i64, filled: &Filled) -> Result<(), StoreError> {
    let Some(participant) = snapshot.rows.entries.get(entry).map(|row| row.participant_id) else { return Ok(()) };
    let sealed = snapshot.seal(participant, entry, filled)?;
    if let Some(row) = snapshot.rows.entries.edit(entry) {
        row.sealed = sealed;
    }
    Ok(())
}

/// Where an entry stands after it was handed in, or came to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// It has a place.
    Given,
    /// It waits, at this place.
    Waits(i64),
    /// People decide.
    Asked,
}

/// Hands in a registration: it gets a number, and a place of its mode or of the waiting list.
pub fn confirm(snapshot: &mut Snapshot, entry: i64, mode: &str) -> Seat {
    let Some(call) = snapshot.rows.entries.get(entry).map(|row| row.call_id) else { return Seat::Asked };
    let Some(row) = snapshot.rows.calls.edit(call) else { return Seat::Asked };
    row.numbers += 1;
    let number = row.numbers;
    let asked = call_settings(row).audience == Audience::Invitation;
    if let Some(row) = snapshot.rows.entries.edit(entry) {
        (row.number, row.mode) = (number, mode.into());
    }
    if asked {
        set(snapshot, entry, "asked", None);
        return Seat::Asked;
    }
    seat(snapshot, entry)
}

/// Hands in what takes no place: it gets a number, and people read it.
pub fn hand_in(snapshot: &mut Snapshot, entry: i64) {
    let Some(call) = snapshot.rows.entries.get(entry).map(|row| row.call_id) else { return };
    let Some(row) = snapshot.rows.calls.edit(call) else { return };
    row.numbers += 1;
    let number = row.numbers;
    if let Some(row) = snapshot.rows.entries.edit(entry) {
        row.number = number;
    }
    set(snapshot, entry, "received", None);
}

/// Gives an entry a place, or one on the waiting list.
fn seat(snapshot: &mut Snapshot, entry: i64) -> Seat {
    let Some((call, mode)) = snapshot.rows.entries.get(entry).map(|row| (row.call_id, row.mode.clone())) else {
        return Seat::Asked;
    };
    let Some(row) = snapshot.rows.calls.edit(call) else { return Seat::Asked };
    let given = waiting(row, &mode) == 0 && free(row, &call_settings(row), &mode).is_none_or(|free| free > 0);
    *count(row, &mode, !given) += 1;
    let place = waiting(row, &mode);
    set(snapshot, entry, if given { "confirmed" } else { "waiting" }, None);
    if given { Seat::Given } else { Seat::Waits(place) }
}

fn set(snapshot: &mut Snapshot, entry: i64, state: &str, until: Option<Time>) {
    let now = snapshot.now;
    if let Some(row) = snapshot.rows.entries.edit(entry) {
        (row.state, row.at, row.until) = (state.into(), now, until);
        if state == "waiting" {
            row.queued_at = now;
        }
    }
}

/// Takes an entry's place, or its place on the waiting list, from it. A place that becomes free is
/// passed on by a job.
fn unseat(snapshot: &mut Snapshot, entry: i64) -> Result<(), StoreError> {
    let Some(row) = snapshot.rows.entries.get(entry).cloned() else { return Ok(()) };
    if !holds(&row.state) && row.state != "waiting" {
        return Ok(());
    }
    let Some(call) = snapshot.rows.calls.edit(row.call_id) else { return Ok(()) };
    *count(call, &row.mode, row.state == "waiting") -= 1;
    match holds(&row.state) {
        true => pass_on(snapshot, row.call_id),
        false => Ok(()),
    }
}

/// Has the places of a call that are free given to who waits, where anybody does.
fn pass_on(snapshot: &mut Snapshot, call: i64) -> Result<(), StoreError> {
    let waits = |call: &Call| call.in_room_waiting + call.online_waiting > 0;
    if snapshot.rows.calls.get(call).is_some_and(waits) {
        let now = snapshot.now;
        snapshot.queue_job("promote", Some(call), &(), now)?;
    }
    Ok(())
}

/// Withdraws an entry: its answers are gone, and its place is free.
pub fn withdraw(snapshot: &mut Snapshot, entry: i64) -> Result<(), StoreError> {
    end(snapshot, entry, "withdrawn")?;
    snapshot.take_down_shown(entry)?;
    if let Some(row) = snapshot.rows.entries.edit(entry) {
        row.sealed = Sealed::default();
    }
    Ok(())
}

/// Declines what was handed in.
pub fn decline(snapshot: &mut Snapshot, entry: i64) -> Result<(), StoreError> {
    end(snapshot, entry, "declined")
}

/// Ends an entry whose talk was cancelled.
pub fn end_with_talk(snapshot: &mut Snapshot, entry: i64) -> Result<(), StoreError> {
    end(snapshot, entry, "cancelled")
}

fn end(snapshot: &mut Snapshot, entry: i64, state: &str) -> Result<(), StoreError> {
    unseat(snapshot, entry)?;
    set(snapshot, entry, state, None);
    Ok(())
}

/// Takes in what waits for a decision of people.
pub fn accept(snapshot: &mut Snapshot, entry: i64) -> Seat {
    seat(snapshot, entry)
}

/// Takes a promised place.
pub fn take_place(snapshot: &mut Snapshot, entry: i64) {
    set(snapshot, entry, "confirmed", None);
}

/// Registers for the other way to be there: the place before is free, and the person comes last where
/// the new one is full.
pub fn move_to(snapshot: &mut Snapshot, entry: i64, mode: &str) -> Result<Seat, StoreError> {
    unseat(snapshot, entry)?;
    if let Some(row) = snapshot.rows.entries.edit(entry) {
        row.mode = mode.into();
    }
    Ok(seat(snapshot, entry))
}

/// The place of an entry on the waiting list, and how long that is. What waits must have been loaded:
/// [`crate::store::LoadKey::Queue`].
pub fn place_in(snapshot: &Snapshot, entry: &Entry) -> (usize, usize) {
    let queue = queue(snapshot, entry.call_id, &entry.mode);
    let place = queue.iter().position(|id| *id == entry.id).map_or(queue.len(), |place| place + 1);
    (place, queue.len())
}

fn queue(snapshot: &Snapshot, call: i64, mode: &str) -> Vec<i64> {
    let waits = |entry: &&Entry| entry.call_id == call && entry.state == "waiting" && entry.mode == mode;
    let mut queue: Vec<&Entry> = snapshot.rows.entries.iter().filter(waits).collect();
    queue.sort_by_key(|entry| (entry.queued_at, entry.number));
    queue.into_iter().map(|entry| entry.id).collect()
}

/// Promises the free places of a call to who waits longest, and tells them. What waits must have been
/// loaded, and what is known of those who come next: see [`next_in_line`]. Gives how many.
pub fn promote(snapshot: &mut Snapshot, call: i64) -> Result<usize, StoreError> {
    let Some(row) = snapshot.rows.calls.get(call).cloned() else { return Ok(0) };
    let settings = call_settings(&row);
    let until = snapshot.now + settings.hours * HOUR;
    let next = next_in_line(snapshot, call);
    for entry in &next {
        let mode = snapshot.rows.entries.get(*entry).map(|row| row.mode.clone()).unwrap_or_default();
        if let Some(row) = snapshot.rows.calls.edit(call) {
            *count(row, &mode, true) -= 1;
            *count(row, &mode, false) += 1;
        }
        set(snapshot, *entry, "promised", Some(until));
        tell(snapshot, *entry)?;
    }
    if !next.is_empty() {
        // One for each time that places were promised: each has its own end.
        snapshot.queue_job("lapse", None, &call, until)?;
    }
    Ok(next.len())
}

/// The entries that come to a place next. What waits must have been loaded.
pub fn next_in_line(snapshot: &Snapshot, call: i64) -> Vec<i64> {
    let Some(row) = snapshot.rows.calls.get(call) else { return Vec::new() };
    // What was cancelled has no places.
    if talk_of(snapshot, row).is_some_and(|talk| talk.state == "cancelled") {
        return Vec::new();
    }
    let settings = call_settings(row);
    let of_mode = |mode: &str| {
        let queue = queue(snapshot, call, mode);
        let free = free(row, &settings, mode).map_or(queue.len(), |free| usize::try_from(free).unwrap_or_default());
        queue.into_iter().take(free).collect::<Vec<_>>()
    };
    ["room", "online"].into_iter().flat_map(of_mode).collect()
}

/// Passes on the promised places of a call that nobody took in time, and tells who did not. Those that
/// are promised must have been loaded, with their people.
pub fn lapse(snapshot: &mut Snapshot, call: i64) -> Result<(), StoreError> {
    let now = snapshot.now;
    let over = |entry: &&Entry| {
        entry.call_id == call && entry.state == "promised" && entry.until.is_some_and(|until| until <= now)
    };
    let over: Vec<i64> = snapshot.rows.entries.iter().filter(over).map(|entry| entry.id).collect();
    for entry in over {
        end(snapshot, entry, "lapsed")?;
        tell(snapshot, entry)?;
    }
    Ok(())
}

/// Forgets all that a participant filled in; the places are free. Their entries must have been loaded.
pub fn forget(snapshot: &mut Snapshot, participant: i64) -> Result<(), StoreError> {
    let theirs = snapshot.rows.entries.iter().filter(|entry| entry.participant_id == participant);
    let theirs: Vec<i64> = theirs.map(|entry| entry.id).collect();
    for entry in theirs {
        unseat(snapshot, entry)?;
        snapshot.take_down_shown(entry)?;
        snapshot.rows.entries.remove(entry);
    }
    Ok(())
}

/// Hands what one participant filled in to another, when both turn out to be one person. Of two
/// registrations for the same thing the one that stands better stays.
pub fn hand_over(snapshot: &mut Snapshot, from: i64, to: i64) -> Result<(), StoreError> {
    const RANKS: [&str; 6] = ["confirmed", "promised", "waiting", "asked", "received", "draft"];
    let rank = |state: &str| RANKS.iter().position(|s| *s == state);
    let theirs: Vec<Entry> =
        snapshot.rows.entries.iter().filter(|entry| entry.participant_id == from).cloned().collect();
    for entry in theirs {
        let filled = filled_of(snapshot, &entry)?;
        let other = current(snapshot, to, entry.call_id).filter(|other| !is_settled(other)).cloned();
        if let Some(other) = other.filter(|_| !is_settled(&entry)) {
            let better = |a: &Entry, b: &Entry| {
                (rank(&a.state), a.queued_at, a.number) <= (rank(&b.state), b.queued_at, b.number)
            };
            let worse = if better(&other, &entry) { entry.id } else { other.id };
            unseat(snapshot, worse)?;
            snapshot.rows.entries.remove(worse);
            if worse == entry.id {
                continue;
            }
        }
        let sealed = match entry.state == "withdrawn" {
            true => Sealed::default(),
            false => snapshot.seal(to, entry.id, &filled)?,
        };
        snapshot.rows.participants.edit(to);
        if let Some(row) = snapshot.rows.entries.edit(entry.id) {
            (row.participant_id, row.sealed) = (to, sealed);
        }
    }
    Ok(())
}
