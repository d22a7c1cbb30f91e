//! How something is taken back: its key is destroyed, a tombstone with receipt and time remains, and
//! what was posted with it is handed on to be mended.

use super::contributions::{Change, rewrite};
use super::{event_hash, of_event, remember, seen};
use crate::chat::Event;
use crate::seal::Sealed;
use crate::store::{Snapshot, StoreError};
use std::collections::BTreeSet;

/// Takes back a whole contribution. Its events can never come in again.
pub fn withdraw(snapshot: &mut Snapshot, id: i64) -> Result<(), StoreError> {
    let Some(key) = snapshot.rows.contributions.get(id).map(|c| c.key_id) else { return Ok(()) };
    snapshot.destroy_key(key);
    if let Some(row) = snapshot.rows.contributions.edit(id) {
        row.key_id = 0;
        row.sealed = Sealed::default();
        row.state = "withdrawn".into();
        row.open_until = 0;
        row.at = snapshot.now;
    }
    let sources: Vec<i64> = snapshot
        .rows
        .seen
        .iter()
        .filter(|s| s.contribution_id == Some(id) && s.kind == "source")
        .map(|s| s.id)
        .collect();
    for source in sources {
        if let Some(row) = snapshot.rows.seen.edit(source) {
            row.kind = "gone".into();
        }
    }
    snapshot.rows.tags.remove_where(|t| t.contribution_id == id);
    snapshot.rows.approvals.remove_where(|a| a.contribution_id == id);
    mend(snapshot, id)
}

/// Takes back a contribution so that what remains of it leads to nobody.
pub fn let_go(snapshot: &mut Snapshot, id: i64) -> Result<(), StoreError> {
    if snapshot.rows.contributions.get(id).is_some_and(|c| c.key_id != 0) {
        withdraw(snapshot, id)?;
    }
    if let Some(row) = snapshot.rows.contributions.edit(id) {
        row.participant_id = 0;
    }
    Ok(())
}

/// Takes back what came from one event: the part, or the whole contribution when it was its last.
/// An event that is not on the record leaves a tombstone, so that it cannot come in later. Says
/// which contribution changed.
pub fn erase_event(snapshot: &mut Snapshot, event: &Event, target: &str) -> Result<Option<i64>, StoreError> {
    let hash = event_hash(snapshot, event.platform, &event.room, target);
    let Some(id) = of_event(snapshot, event.platform, &event.room, target) else {
        if seen(snapshot, &hash).is_none() {
            remember(snapshot, hash, "gone", None, None);
        }
        return Ok(None);
    };
    let Some(row) = snapshot.rows.contributions.get(id).cloned() else { return Ok(None) };
    let body: super::Body = snapshot.open(row.key_id, id, &row.sealed)?;
    if body.parts.len() <= 1 {
        withdraw(snapshot, id)?;
    } else {
        rewrite(snapshot, id, Change::Edited, |body| body.parts.retain(|part| !part.is(event, target)))?;
        mend(snapshot, id)?;
    }
    remember(snapshot, hash, "gone", Some(id), None);
    Ok(Some(id))
}

/// Queues the mending of every digest that shows a contribution, and takes down what else does. Called
/// when it was withdrawn, hidden, edited, or its consent was lowered.
pub fn mend(snapshot: &mut Snapshot, id: i64) -> Result<(), StoreError> {
    // Written anew, so that a digest that is being made of what it was is none: see `Jobs::cited`.
    snapshot.rows.contributions.edit(id);
    snapshot.take_down_shown(id)?;
    let now = snapshot.now;
    let digests: BTreeSet<i64> = snapshot.showing(id).iter().filter_map(|post| post.digest_id).collect();
    for digest in digests {
        snapshot.queue_job("mend", Some(digest), &digest, now)?;
    }
    Ok(())
}

/// Forgets a participant: everything they wrote is withdrawn, everything known of them is gone.
/// Everything they wrote must have been loaded, and their accounts everywhere.
pub fn forget(snapshot: &mut Snapshot, participant: i64) -> Result<usize, StoreError> {
    let written: Vec<(i64, bool)> = snapshot
        .rows
        .contributions
        .iter()
        .filter(|c| c.participant_id == participant)
        .map(|c| (c.id, super::is_open(c)))
        .collect();
    for (id, _) in &written {
        let_go(snapshot, *id)?;
    }
    let organisation = snapshot.rows.participants.get(participant).and_then(|p| p.organisation_id);
    if let Some(organisation) = organisation {
        let now = snapshot.now;
        snapshot.queue_job("tidy-organisation", Some(organisation), &organisation, now)?;
    }
    let accounts = snapshot.rows.accounts.iter().filter(|a| a.participant_id == participant);
    let mut accounts: Vec<Vec<u8>> = accounts.map(|a| a.hash.clone()).collect();
    snapshot.rows.accounts.remove_where(|a| a.participant_id == participant);
    // Who goes from everywhere speaks for no organisation either.
    accounts.retain(|hash| snapshot.rows.accounts.find(|a| a.hash == *hash).is_none());
    super::organisations::leave_focal(snapshot, &accounts)?;
    snapshot.rows.log.remove_where(|l| l.subject_id == participant);
    snapshot.rows.participants.remove(participant);
    snapshot.destroy_key(participant);
    Ok(written.iter().filter(|(_, open)| *open).count())
}
