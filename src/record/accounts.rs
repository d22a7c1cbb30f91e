//! One person with two accounts: what one of them may do with what was written, both may, and each
//! consultation knows them as one participant.

use super::organisations::set_claim;
use super::people::participants;
use super::{
    Address, Profile, account_hash, consent_log, consent_of, edit_profile, mend, participant, profile_of, set_consent,
};
use crate::model::{Consent, Platform, Time};
use crate::seal::hex;
use crate::store::{Account, LogEntry, Snapshot, StoreError};
use std::collections::BTreeSet;

/// The other accounts of the person behind an account, each once: its hash, and where it is reached.
pub fn other_accounts(snapshot: &Snapshot, account: &[u8]) -> Result<Vec<(Vec<u8>, Address)>, StoreError> {
    let people: BTreeSet<i64> = participants(snapshot, account).iter().map(|p| p.id).collect();
    let mut others: Vec<(Vec<u8>, Address)> = Vec::new();
    for row in snapshot.rows.accounts.iter().filter(|a| people.contains(&a.participant_id) && a.hash != account) {
        if !others.iter().any(|(hash, _)| *hash == row.hash) {
            others.push((row.hash.clone(), snapshot.open(row.participant_id, row.id, &row.sealed)?));
        }
    }
    Ok(others)
}

/// What may be done with something that an account of a participant wrote at a moment. What it wrote
/// before its own yes, or before it was linked, is no one's to use, whatever the other had agreed to.
pub fn consent_for(snapshot: &Snapshot, participant: i64, account: &[u8], at: Time) -> Result<Consent, StoreError> {
    let row = snapshot.rows.accounts.find(|a| a.participant_id == participant && a.hash == account);
    let since = match row {
        Some(row) => snapshot.open_once::<Address>(participant, row.id, &row.sealed)?.since,
        None => 0,
    };
    Ok(if at < since { Consent::No } else { consent_log(snapshot, participant).for_written_at(at) })
}

/// How far what an account writes may go, where the name that its person gave belongs to the other
/// account: nobody is to see that the two are one.
pub fn cap_of(snapshot: &Snapshot, participant: i64, account: &[u8]) -> Result<Option<Consent>, StoreError> {
    Ok(if is_named_elsewhere(&profile_of(snapshot, participant)?, account) { Some(Consent::Category) } else { None })
}

/// Whether the name that a person gave belongs to another account than this.
pub fn is_named_elsewhere(profile: &Profile, account: &[u8]) -> bool {
    profile.named_on.as_ref().is_some_and(|named| *named != hex(account))
}

/// Makes two accounts those of one person, in every consultation in which either takes part. What the
/// first said of itself holds for both; the second is where the person is written to from now on.
/// Everything that both wrote must have been loaded.
pub fn link(snapshot: &mut Snapshot, first: &Address, second: &Address) -> Result<(), StoreError> {
    let hash = |snapshot: &Snapshot, address: &Address| {
        let platform = Platform::parse(&address.platform).unwrap_or(Platform::Import);
        account_hash(snapshot, platform, &address.account)
    };
    let (one, other) = (hash(snapshot, first), hash(snapshot, second));
    let either = |a: &&Account| a.hash == one || a.hash == other;
    let consultations: BTreeSet<i64> =
        snapshot.rows.accounts.iter().filter(either).map(|a| a.consultation_id).collect();
    let now = snapshot.now;
    for consultation in consultations {
        let of = |snapshot: &Snapshot, hash: &[u8]| participant(snapshot, hash, consultation).map(|p| p.id);
        let (kept, named) = match (of(snapshot, &one), of(snapshot, &other)) {
            (Some(kept), Some(gone)) if kept != gone => {
                let (since, since_other) = (agreed_at(snapshot, kept), agreed_at(snapshot, gone));
                join_into(snapshot, gone, kept)?;
                put_account(snapshot, consultation, kept, &one, &Address { since, ..first.clone() })?;
                put_account(snapshot, consultation, kept, &other, &Address { since: since_other, ..second.clone() })?;
                (kept, &one)
            }
            (Some(kept), None) => {
                put_account(snapshot, consultation, kept, &other, &Address { since: now, ..second.clone() })?;
                (kept, &one)
            }
            (None, Some(kept)) => {
                put_account(snapshot, consultation, kept, &one, &Address { since: now, ..first.clone() })?;
                // Anew, as the last.
                put_account(snapshot, consultation, kept, &other, second)?;
                (kept, &other)
            }
            _ => continue,
        };
        // Who decides something about this person at the same moment decides it anew.
        edit_profile(snapshot, kept, |profile| profile.named_on = Some(hex(named)))?;
    }
    Ok(())
}

/// Lets an account go: nothing leads from it any more to the person, with whom everything stays that
/// they wrote. A name that was given on it goes with it. Everything that they wrote must have been
/// loaded.
pub fn unlink(snapshot: &mut Snapshot, account: &[u8]) -> Result<(), StoreError> {
    let people: Vec<i64> = participants(snapshot, account).iter().map(|p| p.id).collect();
    for person in people {
        if snapshot.rows.accounts.iter().filter(|a| a.participant_id == person).count() < 2 {
            continue;
        }
        let profile = profile_of(snapshot, person)?;
        let named_here = profile.named_on.as_deref() == Some(&hex(account));
        let before = consents(snapshot, &[person]);
        if named_here {
            let held = consent_log(snapshot, person).now();
            set_consent(snapshot, person, held.min(Consent::Category));
            set_claim(snapshot, person, None)?;
        }
        edit_profile(snapshot, person, |profile| {
            profile.named_on = None;
            if named_here {
                (profile.name, profile.organisation) = (None, None);
            }
        })?;
        snapshot.rows.accounts.remove_where(|a| a.participant_id == person && a.hash == account);
        mend_changed(snapshot, &before)?;
    }
    Ok(())
}

/// An account of a participant, in the place of what was known of it.
pub(super) fn put_account(
    snapshot: &mut Snapshot,
    consultation_id: i64,
    participant_id: i64,
    hash: &[u8],
    address: &Address,
) -> Result<(), StoreError> {
    snapshot.rows.accounts.remove_where(|a| a.consultation_id == consultation_id && a.hash == hash);
    let id = snapshot.id();
    let sealed = snapshot.seal(participant_id, id, address)?;
    let hash = hash.to_vec();
    snapshot.rows.accounts.insert(Account { id, rev: 1, consultation_id, hash, participant_id, sealed });
    Ok(())
}

/// When a participant first answered.
fn agreed_at(snapshot: &Snapshot, participant: i64) -> Time {
    let log = snapshot.rows.log.among(&participant).filter(|l| l.subject_id == participant && l.field == "consent");
    log.map(|entry| entry.at).min().unwrap_or(snapshot.now)
}

/// Two participants of one consultation become one. The stricter of their answers holds, at every
/// moment; nothing that the one wrote is ever shown under what the other said of themselves.
fn join_into(snapshot: &mut Snapshot, from: i64, into: i64) -> Result<(), StoreError> {
    let before = consents(snapshot, &[from, into]);
    let (own, others) = (profile_of(snapshot, into)?, profile_of(snapshot, from)?);
    let farthest = if own.category != others.category {
        Some(Consent::Quote)
    } else if own.name != others.name || own.organisation != others.organisation {
        Some(Consent::Category)
    } else {
        None
    };
    let keys: Vec<i64> = snapshot.rows.keys.iter().filter(|key| key.parent == from).map(|key| key.id).collect();
    for key in keys {
        snapshot.hand_key(key, into)?;
    }
    let written: Vec<i64> =
        snapshot.rows.contributions.iter().filter(|c| c.participant_id == from).map(|c| c.id).collect();
    for id in written {
        if let Some(row) = snapshot.rows.contributions.edit(id) {
            row.participant_id = into;
            row.open_until = 0;
            let own = row.cap.as_deref().and_then(Consent::parse);
            row.cap = own.into_iter().chain(farthest).min().map(|cap| cap.word().into());
        }
    }
    if others.no_reminders || own.timezone.is_none() {
        edit_profile(snapshot, into, |profile| {
            profile.no_reminders |= others.no_reminders;
            profile.timezone = profile.timezone.take().or(others.timezone);
        })?;
    }
    join_logs(snapshot, from, into);
    set_claim(snapshot, from, None)?;
    snapshot.rows.accounts.remove_where(|a| a.participant_id == from);
    snapshot.rows.participants.remove(from);
    snapshot.destroy_key(from);
    mend_changed(snapshot, &before)
}

/// One log of two: of answers, at each moment the stricter of those that were given.
fn join_logs(snapshot: &mut Snapshot, from: i64, into: i64) {
    let both = [into, from];
    let logs = both.map(|person| consent_log(snapshot, person));
    let of_both = |entry: &&LogEntry| both.contains(&entry.subject_id);
    let entries: Vec<LogEntry> = snapshot.rows.log.iter().filter(of_both).cloned().collect();
    let answered = entries.iter().filter(|entry| entry.field == "consent").map(|entry| entry.at);
    let moments: BTreeSet<Time> = answered.chain([snapshot.now]).collect();
    snapshot.rows.log.remove_where(|l| both.contains(&l.subject_id) && (l.field == "consent" || l.subject_id == from));
    for at in moments {
        let held = logs.iter().filter_map(|log| log.answered_at(at)).min();
        if let Some(held) = held {
            write(snapshot, into, "consent", held.word(), at);
        }
    }
    for entry in entries.iter().filter(|entry| entry.subject_id == from && entry.field != "consent") {
        write(snapshot, into, &entry.field, &entry.value, entry.at);
    }
}

fn write(snapshot: &mut Snapshot, subject_id: i64, field: &str, value: &str, at: Time) {
    let id = snapshot.id();
    snapshot.rows.log.insert(LogEntry { id, rev: 1, subject_id, field: field.into(), value: value.into(), at });
}

/// What may be done with everything that people wrote.
fn consents(snapshot: &Snapshot, people: &[i64]) -> Vec<(i64, Consent)> {
    let theirs = snapshot.rows.contributions.iter().filter(|c| people.contains(&c.participant_id));
    theirs.map(|c| (c.id, consent_of(snapshot, c))).collect()
}

/// Mends what was posted with something of which less may be shown than before.
fn mend_changed(snapshot: &mut Snapshot, before: &[(i64, Consent)]) -> Result<(), StoreError> {
    for (id, before) in before {
        let now = snapshot.rows.contributions.get(*id).map(|c| consent_of(snapshot, c));
        if now != Some(*before) {
            mend(snapshot, *id)?;
        }
    }
    Ok(())
}
