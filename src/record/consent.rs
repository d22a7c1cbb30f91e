//! How far words may go, by the log of answers.

use crate::model::{Consent, ConsentLog, Time};
use crate::store::{Contribution, LogEntry, Snapshot};

/// A participant's answers.
pub fn consent_log(snapshot: &Snapshot, participant: i64) -> ConsentLog {
    ConsentLog::new(
        snapshot
            .rows
            .log
            .among(&participant)
            .filter(|entry| entry.subject_id == participant && entry.field == "consent")
            .filter_map(|entry| Some((entry.at, Consent::parse(&entry.value)?)))
            .collect(),
    )
}

/// Whether a participant agreed that what they write is noted. Who only registered did not.
pub fn has_agreed(snapshot: &Snapshot, participant: i64) -> bool {
    consent_log(snapshot, participant).now() != Consent::No
}

/// Adds an answer that is given now.
pub fn set_consent(snapshot: &mut Snapshot, participant: i64, consent: Consent) {
    set_consent_at(snapshot, participant, consent, snapshot.now);
}

/// Adds an answer by when it was given: what its author writes from then on counts, also where the
/// bot came to read the answer later. Never by a moment that is yet to come.
pub fn set_consent_at(snapshot: &mut Snapshot, participant: i64, consent: Consent, at: Time) {
    let id = snapshot.id();
    let at = at.min(snapshot.now);
    let (field, value) = ("consent".into(), consent.word().into());
    snapshot.rows.log.insert(LogEntry { id, rev: 1, subject_id: participant, field, value, at });
}

/// What may be done with a contribution: what its author allowed for the moment it was given and
/// since, or the contribution's own stricter word.
pub fn consent_of(snapshot: &Snapshot, contribution: &Contribution) -> Consent {
    let given = consent_log(snapshot, contribution.participant_id).for_written_at(contribution.given_at);
    contribution.cap.as_deref().and_then(Consent::parse).map_or(given, |cap| given.min(cap))
}
