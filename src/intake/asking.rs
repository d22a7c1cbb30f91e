//! The door that only reads: what an adapter has to know to hear well.

use super::{ANEW, Intake, UNREADABLE};
use crate::chat::{Access, Event, ParamKind, Proposal};
use crate::commands::{self, Desk};
use crate::model::{Language, Platform, Time};
use crate::record::{self, Part};
use crate::store::{Contribution, Cursor, Load, LoadKey, Parked, Snapshot, StoreError, Value};
use crate::trust;
use std::collections::{BTreeMap, BTreeSet};

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

    /// The bound rooms of a platform that the bot might not read when it last looked, by their addresses:
    /// since when it is not known what was said there.
    ///
    /// # Errors
    /// The database is away.
    pub async fn unread(&self, platform: Platform) -> Result<BTreeMap<String, Time>, StoreError> {
        let mut snapshot = self.store.snapshot()?;
        self.store.load_base(&mut snapshot).await?;
        let rooms = snapshot.rows.rooms.iter().filter(|room| room.platform == platform.word());
        let unread = rooms.filter_map(|room| {
            let since = commands::facts_of(room)?.unread?;
            Some((room.address.clone(), since.max(commands::bound_since(&snapshot, room.id)?)))
        });
        Ok(unread.collect())
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
        let rows = self.store.select("key_id <> 0 AND given_at >= $1 ORDER BY id", &[Value::Int(since)]).await?;
        Ok(self.sources(platform, rows).await?.into_iter().filter(|source| source.at >= since).collect())
    }

    /// The private conversations of a platform in which something was written that is on the record: an adapter
    /// whose platform does not tell of others looks there for what came while it was away.
    ///
    /// # Errors
    /// The database is away, or a row does not open.
    pub async fn conversations(&self, platform: Platform) -> Result<BTreeSet<String>, StoreError> {
        let rows = self.store.select("key_id <> 0 AND room_id IS NULL AND kind <> 'import' ORDER BY id", &[]).await?;
        Ok(self.sources(platform, rows).await?.into_iter().map(|source| source.room).collect())
    }

    /// Of which messages of a platform contributions are made.
    async fn sources(&self, platform: Platform, rows: Vec<Contribution>) -> Result<Vec<Source>, StoreError> {
        let mut sources = Vec::new();
        for chunk in rows.chunks(super::TOGETHER) {
            let load: Load = chunk.iter().map(|row| LoadKey::Contribution(row.id)).collect();
            let mut parts = self.parts(&load).await;
            // Their authors may write on while they are read, and what they were sealed by is destroyed.
            for _ in 0..ANEW {
                match &parts {
                    Err(error) if !error.is_passing() => parts = self.parts(&load).await,
                    _ => break,
                }
            }
            let here = parts?.into_iter().filter(|part| part.platform == platform.word());
            sources.extend(here.map(|part| Source { room: part.room, event: part.event, at: part.at }));
        }
        Ok(sources)
    }

    /// What contributions are made of, as they stand now.
    async fn parts(&self, load: &Load) -> Result<Vec<Part>, StoreError> {
        let mut snapshot = self.store.snapshot()?;
        self.store.load(&mut snapshot, load).await?;
        let bodies = snapshot.rows.contributions.iter().map(|row| record::body_of(&snapshot, row));
        let bodies: Vec<_> = bodies.collect::<Result<_, _>>()?;
        Ok(bodies.into_iter().flatten().flat_map(|body| body.parts).collect())
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

    /// Whether who did this may use what asks so much of its caller; then the language in which they
    /// are spoken to.
    ///
    /// # Errors
    /// The database is away, or a row does not open.
    pub async fn may_use(&self, event: &Event, access: Access) -> Result<Option<Language>, StoreError> {
        let mut snapshot = self.read_for(event, LoadKey::Person).await?;
        let mut desk = Desk::open(&mut snapshot, event, &[], &self.settings.prefix)?;
        desk.turn_to_office(access.roles());
        let may = trust::allows(access, &desk.roles, desk.participant.is_some());
        Ok(may.then(|| desk.language()))
    }

    /// What may be meant by someone who is typing this for a parameter of a command that asks so
    /// much of its caller. It holds their own words, and is for them alone.
    ///
    /// # Errors
    /// The database is away, or a row does not open.
    pub async fn proposals(
        &self,
        event: &Event,
        access: Access,
        kind: ParamKind,
        typed: &str,
    ) -> Result<Vec<Proposal>, StoreError> {
        let mut snapshot = self.read_for(event, |account| LoadKey::Written(account, 0)).await?;
        let mut desk = Desk::open(&mut snapshot, event, &[], &self.settings.prefix)?;
        desk.turn_to_office(access.roles());
        commands::proposals(&desk, kind, typed)
    }

    /// What is known of who did this.
    async fn read_for(&self, event: &Event, of: impl Fn(Vec<u8>) -> LoadKey) -> Result<Snapshot, StoreError> {
        let mut snapshot = self.store.snapshot()?;
        self.store.load_base(&mut snapshot).await?;
        let account = record::account_hash(&snapshot, event.platform, &event.author.id);
        self.store.load(&mut snapshot, &Load::from([of(account)])).await?;
        Ok(snapshot)
    }
}
