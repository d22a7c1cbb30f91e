//! What is told of talks by the clock: to their rooms some weeks before, to each who has a place a day and
//! an hour before, and to all who registered when one is moved or cancelled.

use super::Jobs;
use crate::commands::{self, TalkTold, Telling};
use crate::participation::{self, Notice, REGISTRATION};
use crate::store::{Entry, Job, Load, LoadKey, Snapshot, StoreError, Value};

/// So many people are told in one transaction, so that others can write between two.
const TOGETHER: i64 = 200;
/// Whoever has a place, and whoever registered and was not declined, from one entry on.
const WITH_PLACE: &str = "call_id = $1 AND id > $2 AND state = 'confirmed' ORDER BY id LIMIT $3";
const REGISTERED: &str = "call_id = $1 AND id > $2 \
     AND state IN ('draft', 'confirmed', 'promised', 'waiting', 'asked') ORDER BY id LIMIT $3";

/// Whether there may be more than these.
fn is_full(entries: &[i64]) -> bool {
    i64::try_from(entries.len()) == Ok(TOGETHER)
}

impl Jobs {
    /// Tells of a talk that comes: its rooms, or those who have a place.
    pub(super) async fn talk_notice(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let notice: Notice = snapshot.open_house(job.id, &job.sealed)?;
        if !participation::is_due(snapshot, &notice) {
            return Ok(());
        }
        if notice.is_for_rooms() {
            let Some(talk) = snapshot.rows.talks.get(notice.talk) else { return Ok(()) };
            let telling = Telling::new(talk, TalkTold::Comes);
            return commands::announce(snapshot, &self.prefix, &telling);
        }
        let entries = self.entries_for(snapshot, WITH_PLACE, notice.talk, notice.after).await?;
        for entry in &entries {
            commands::remind(snapshot, *entry, &notice)?;
        }
        let now = snapshot.now;
        match entries.last().filter(|_| is_full(&entries)) {
            Some(last) => snapshot.queue_job("talk-notice", None, &Notice { after: *last, ..notice }, now),
            None => Ok(()),
        }
    }

    /// Tells those who registered for a talk what became of it.
    pub(super) async fn tell_talk(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let telling: Telling = snapshot.open_house(job.id, &job.sealed)?;
        if !commands::is_told(snapshot, &telling) {
            return Ok(());
        }
        let entries = self.entries_for(snapshot, REGISTERED, telling.talk, telling.after).await?;
        for entry in &entries {
            commands::tell_of_talk(snapshot, *entry, &telling)?;
        }
        let now = snapshot.now;
        match entries.last().filter(|_| is_full(&entries)) {
            Some(last) => snapshot.queue_job("tell-talk", None, &Telling { after: *last, ..telling }, now),
            None => Ok(()),
        }
    }

    /// Divides those who have a place at a talk among its rooms: all at once, so that it comes out even.
    pub(super) async fn breakouts(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let talk: i64 = snapshot.open_house(job.id, &job.sealed)?;
        let mut all = Vec::new();
        loop {
            let after = all.last().copied().unwrap_or_default();
            let entries = self.entries_for(snapshot, WITH_PLACE, talk, after).await?;
            let more = is_full(&entries);
            all.extend(entries);
            if !more {
                return commands::to_breakouts(snapshot, talk, &all);
            }
        }
    }

    /// The next of those who registered for a talk, loaded with their people.
    async fn entries_for(
        &self,
        snapshot: &mut Snapshot,
        which: &'static str,
        talk: i64,
        after: i64,
    ) -> Result<Vec<i64>, StoreError> {
        let Some(call) = participation::call_of(snapshot, talk, REGISTRATION).map(|call| call.id) else {
            return Ok(Vec::new());
        };
        let entries = self.store.select::<Entry>(which, &[call, after, TOGETHER].map(Value::Int)).await?;
        let people: Load = entries.iter().map(|entry| LoadKey::Participant(entry.participant_id)).collect();
        let ids = entries.iter().map(|entry| entry.id).collect();
        snapshot.rows.entries.load(entries);
        self.store.load(snapshot, &people).await?;
        Ok(ids)
    }
}
