//! The door that only reads: what an adapter has to know to hear well.

use super::{Intake, UNREADABLE};
use crate::commands;
use crate::model::{Platform, Time};
use crate::record;
use crate::store::{Contribution, Cursor, Load, LoadKey, Parked, StoreError, Value};

/// A message that is on the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The room's address.
    pub room: String,
    /// The message, by the platform's identifier.
    pub event: String,
    /// When it was written.
    pub at: Time,
}

impl Intake {
    /// The rooms of a platform that are bound, by their addresses.
    ///
    /// # Errors
    /// The database is away.
    pub async fn bound(&self, platform: Platform) -> Result<Vec<String>, StoreError> {
        let mut snapshot = self.store.snapshot()?;
        self.store.load_base(&mut snapshot).await?;
        let rooms = snapshot.rows.rooms.iter().filter(|room| room.platform == platform.word());
        let bound = rooms.filter(|room| commands::is_bound(&snapshot, room.id));
        Ok(bound.map(|room| room.address.clone()).collect())
    }

    /// How far a room, or an account, was read.
    ///
    /// # Errors
    /// The database is away.
    pub async fn cursor(&self, platform: Platform, address: &str) -> Result<Option<String>, StoreError> {
        let at = [platform.word().into(), address.into()];
        let rows: Vec<Cursor> = self.store.select("platform = $1 AND address = $2", &at).await?;
        Ok(rows.into_iter().next().map(|row| row.value))
    }

    /// The messages of a platform that are on the record and were written since a moment: an adapter
    /// whose platform does not tell what happened meanwhile looks whether they still stand.
    ///
    /// # Errors
    /// The database is away, or a row does not open.
    pub async fn standing(&self, platform: Platform, since: Time) -> Result<Vec<Source>, StoreError> {
        let rows: Vec<Contribution> =
            self.store.select("key_id <> 0 AND given_at >= $1 ORDER BY id", &[Value::Int(since)]).await?;
        let mut sources = Vec::new();
        for chunk in rows.chunks(super::TOGETHER) {
            let mut snapshot = self.store.snapshot()?;
            let load: Load = chunk.iter().map(|row| LoadKey::Contribution(row.id)).collect();
            self.store.load(&mut snapshot, &load).await?;
            for row in chunk.iter().filter_map(|row| snapshot.rows.contributions.get(row.id)) {
                let parts = record::body_of(&snapshot, row)?.map(|body| body.parts).unwrap_or_default();
                let here = parts.into_iter().filter(|part| part.platform == platform.word() && part.at >= since);
                sources.extend(here.map(|part| Source { room: part.room, event: part.event, at: part.at }));
            }
        }
        Ok(sources)
    }

    /// What an adapter could not read yet, oldest first: the room and the event.
    ///
    /// # Errors
    /// The database is away, or a row does not open.
    pub async fn unreadable(&self, platform: Platform) -> Result<Vec<(String, String)>, StoreError> {
        let rows: Vec<Parked> = self.store.select("reason = $1 ORDER BY id", &[UNREADABLE.into()]).await?;
        let mut references = Vec::new();
        for row in rows {
            let (of, room, event, _): (Platform, String, String, Time) =
                self.store.vault().open(row.id, &row.sealed)?;
            if of == platform {
                references.push((room, event));
            }
        }
        Ok(references)
    }
}
