//! A room's history from a file, taken as if the platform's own history were read: judged by what
//! held when it was written, and known by the platform's identifiers.

use super::Intake;
use super::import::{ImportError, Report};
use crate::chat::{Batch, Body, Event};
use crate::record;
use crate::store::{Load, LoadKey, Snapshot, StoreError};
use crate::transfer::{History, LeftOut};
use crate::trust::{self, AuditEntry};
use std::collections::BTreeSet;

/// How many events one batch takes.
const BATCH: usize = 200;

impl Intake {
    /// Takes a room's history beside a running bot. Taking it again changes nothing. `progress` is
    /// told how many events are done.
    pub async fn import(&self, history: History, mut progress: impl FnMut(usize)) -> Result<Report, ImportError> {
        let mut report = Report { refused: history.refused, ..Report::default() };
        if history.wordless > 0 {
            report.left_out.insert(LeftOut::Wordless, history.wordless);
        }
        if history.to_programs > 0 {
            report.left_out.insert(LeftOut::NotForTheRecord, history.to_programs);
        }
        let rooms = self.rooms_named(&history.events).await?;
        let mut rest = history.events;
        while !rest.is_empty() {
            let after = rest.split_off(BATCH.min(rest.len()));
            let events = std::mem::replace(&mut rest, after);
            let count = events.len();
            self.take_history(events, &mut report).await.map_err(|source| match report.imported {
                0 => source.into(),
                taken => ImportError::Stopped { taken, source },
            })?;
            progress(count);
        }
        if report.imported > 0 {
            self.write_down(rooms).await?;
        }
        Ok(report)
    }

    /// The names of the bound rooms in which this was said.
    async fn rooms_named(&self, events: &[Event]) -> Result<BTreeSet<String>, ImportError> {
        let mut snapshot = self.store.snapshot()?;
        self.store.load_base(&mut snapshot).await?;
        let named = |event: &Event| match record::room_of(&snapshot, event) {
            Some(room) => Ok(room.name.clone()),
            None => Err(ImportError::UnboundRoom(event.room.clone())),
        };
        events.iter().map(named).collect()
    }

    async fn take_history(&self, mut events: Vec<Event>, report: &mut Report) -> Result<(), StoreError> {
        let before = self.known(&events).await?;
        for event in &mut events {
            // Nothing was said later than now, whatever the clock of its server says.
            event.at = event.at.min(before.now);
        }
        self.take(Batch { events: events.clone(), cursor: None }).await?;
        let after = self.known(&events).await?;
        for event in events.iter().filter(|event| matches!(event.body, Body::Message(_)) && !event.author.bot) {
            let hash = record::event_hash(&after, event.platform, &event.room, &event.id);
            match (record::seen(&before, &hash), record::seen(&after, &hash)) {
                (Some(_), _) => report.known += 1,
                (None, Some(_)) => report.imported += 1,
                (None, None) => *report.left_out.entry(LeftOut::NotForTheRecord).or_insert(0) += 1,
            }
        }
        Ok(())
    }

    /// What is known of these events.
    async fn known(&self, events: &[Event]) -> Result<Snapshot, StoreError> {
        let mut snapshot = self.store.snapshot()?;
        let hash = |event: &Event| record::event_hash(&snapshot, event.platform, &event.room, &event.id);
        let load: Load = events.iter().map(|event| LoadKey::Seen(hash(event))).collect();
        self.store.load(&mut snapshot, &load).await?;
        Ok(snapshot)
    }

    async fn write_down(&self, rooms: BTreeSet<String>) -> Result<(), StoreError> {
        let mut last = Ok(());
        for _ in 0..super::ANEW {
            let mut snapshot = self.store.snapshot()?;
            self.store.load(&mut snapshot, &Load::from([LoadKey::AuditHead])).await?;
            let subject = format!("chat export: {}", rooms.iter().cloned().collect::<Vec<_>>().join(", "));
            let (office, action) = ("operator".into(), "import".into());
            trust::append(&mut snapshot, &AuditEntry { office, office_id: None, action, subject })?;
            last = self.store.write(snapshot.into_changes()).await;
            if !last.as_ref().is_err_and(StoreError::is_conflict) {
                break;
            }
        }
        last
    }
}
