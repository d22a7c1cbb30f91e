//! The weekly change of keys, and taking what was erased out of the files.

use super::snapshot::{HOUSE, HOUSE_BEFORE};
use super::{
    Account, Audit, Changed, Dialog, Digest, Engine, Entry, Job, KeyRow, Office, Organisation, Outbox, Parked,
    Participant, Post, Question, Row, Rows, Store, StoreError, Talk, Value,
};
use crate::seal::{Key, Keyring, Sealed};
use sqlx::Row as _;

/// How many participants' keys are made new in one transaction.
const KEYS_A_BATCH: usize = 50;
const BATCH: &str = "parent = 0 AND id > $1 ORDER BY id LIMIT 50";
/// How many rows are sealed anew in one transaction.
const ROWS_A_BATCH: usize = 200;
const PAGE: &str = "id > $1 ORDER BY id LIMIT 200";

/// What [`Store::change_keys`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedKeys {
    /// Whether there is a new outer key.
    pub renewed: bool,
    /// How many participants got a new key.
    pub people: usize,
    /// How many rows were sealed by a new house key.
    pub resealed: usize,
    /// How many outer keys were deleted.
    pub forgotten: usize,
}

/// A row with something that the house key seals.
trait OfHouse: Row {
    fn sealed(&mut self) -> &mut Sealed;
}

macro_rules! of_house {
    ($($row:ident),*) => {
        $(impl OfHouse for $row {
            fn sealed(&mut self) -> &mut Sealed { &mut self.sealed }
        })*

        impl Store {
            /// Seals by the new house key whatever the one before sealed. Gives how many rows.
            async fn reseal_all(&self) -> Result<usize, StoreError> {
                Ok(0 $(+ self.reseal::<$row>().await?)*)
            }
        }

        /// The tables with something that the house key seals.
        #[cfg(test)]
        const OF_HOUSE: &[&str] = &[$($row::TABLE),*];
    };
}

of_house!(Office, Organisation, Question, Dialog, Outbox, Post, Digest, Job, Audit, Parked, Talk);

impl Store {
    /// Makes a new outer key when the newest is a week old, gives every participant and the house a
    /// new key wrapped by it, and deletes the outer keys whose time is over. To be called daily;
    /// what a crash left half done the next call finishes.
    ///
    /// Keys are made new, not only wrapped anew: otherwise who holds an old copy of the database and
    /// the keys of today could open in it what was withdrawn since, or what waited to be said.
    ///
    /// A call that makes an outer key deletes none: a decision that began before may still write a
    /// key wrapped by the one before, which the next call renews.
    pub async fn change_keys(&self) -> Result<ChangedKeys, StoreError> {
        let now = self.source().clock.now();
        let mut ring = self.vault().ring.clone();
        let renewed = ring.renew(&mut self.source().draw()?, now)?;
        // From here on new keys are wrapped by the new one.
        self.set_vault(self.vault().with_ring(ring.clone()));

        let people = self.change_participants_keys(&ring).await?;
        let resealed = self.change_house_key(&ring).await?;

        let mut forgotten = 0;
        if !renewed {
            forgotten = ring.forget_old(now)?;
            self.set_vault(self.vault().with_ring(ring));
        }
        Ok(ChangedKeys { renewed, people, resealed, forgotten })
    }

    /// Gives participants whose key an older outer key wraps new ones. Gives how many.
    async fn change_participants_keys(&self, ring: &Keyring) -> Result<usize, StoreError> {
        let mut people = 0;
        let mut after = HOUSE;
        loop {
            let read = self.select::<KeyRow>(BATCH, &[Value::Int(after)]).await?;
            let Some(last) = read.last().map(|row| row.id) else { return Ok(people) };
            let more = read.len() >= KEYS_A_BATCH;
            let stale: Vec<KeyRow> = read.into_iter().filter(|row| !ring.is_fresh(&row.wrapped)).collect();
            let count = stale.len();
            match self.renew_keys(ring, stale).await {
                // Someone wrote or was forgotten meanwhile: the same batch again.
                Err(e) if e.is_conflict() => continue,
                written => written?,
            }
            people += count;
            after = last;
            if !more {
                return Ok(people);
            }
        }
    }

    /// Makes a new house key where an older outer key wraps it. The one before stays beside it,
    /// and opens what it sealed, until all of that is sealed anew; then it is destroyed. Nobody
    /// seals by it any more: every write rests on the row of the newest. Gives how many rows were
    /// sealed anew.
    async fn change_house_key(&self, ring: &Keyring) -> Result<usize, StoreError> {
        let mut resealed = 0;
        loop {
            self.read_keys(ring.clone()).await?;
            let mut rows = Rows::default();
            rows.keys.load(self.select::<KeyRow>("id <= 0", &[]).await?);
            let Some(house) = rows.keys.get(HOUSE).cloned() else { return Ok(resealed) };
            if rows.keys.get(HOUSE_BEFORE).is_some() {
                resealed += self.reseal_all().await?;
                rows.keys.remove(HOUSE_BEFORE);
            } else if ring.is_fresh(&house.wrapped) {
                return Ok(resealed);
            } else {
                let mut draw = self.source().draw()?;
                let before = ring.unwrap(HOUSE, &house.wrapped)?;
                let wrapped = ring.wrap(&mut draw, HOUSE_BEFORE, &before)?;
                rows.keys.insert(KeyRow { id: HOUSE_BEFORE, rev: 1, parent: 0, wrapped: wrapped.into() });
                let fresh = Key::fresh(&mut draw);
                let wrapped = ring.wrap(&mut draw, HOUSE, &fresh)?;
                if let Some(row) = rows.keys.edit(HOUSE) {
                    row.wrapped = wrapped.into();
                }
            }
            self.write(rows.into_changes()).await?;
        }
    }

    /// Seals the rows of one table by the new house key, in batches between which others write.
    async fn reseal<R: OfHouse>(&self) -> Result<usize, StoreError> {
        let (vault, mut draw) = (self.vault(), self.source().draw()?);
        let (mut resealed, mut after) = (0, i64::MIN);
        loop {
            let read = self.select::<R>(PAGE, &[Value::Int(after)]).await?;
            let Some(last) = read.last().map(R::id) else { return Ok(resealed) };
            let more = read.len() >= ROWS_A_BATCH;
            let mut changed = Vec::new();
            for mut row in read {
                let id = row.id();
                if let Some(sealed) = vault.reseal(&mut draw, id, row.sealed())? {
                    *row.sealed() = sealed.into();
                    row.bump();
                    changed.push(row);
                }
            }
            let count = changed.len();
            let mut writing = self.begin().await?;
            let changed = Changed { changed, new: Vec::new(), gone: Vec::new(), rested: Vec::new() };
            let mut steps = Vec::new();
            changed.steps(self.engine, &mut steps);
            match writing.run(steps).await {
                // One of them was written or sent meanwhile: the same page again.
                Err(e) if e.is_conflict() => continue,
                written => written?,
            }
            writing.transaction.commit().await?;
            resealed += count;
            after = last;
            if !more {
                return Ok(resealed);
            }
        }
    }

    /// Gives participants new keys: what theirs wrapped and sealed is wrapped and sealed by the new
    /// one.
    async fn renew_keys(&self, ring: &Keyring, stale: Vec<KeyRow>) -> Result<(), StoreError> {
        if stale.is_empty() {
            return Ok(());
        }
        let mut draw = self.source().draw()?;
        let people: Vec<Value<'_>> = stale.iter().map(|row| Value::Int(row.id)).collect();
        let mut rows = Rows::default();
        rows.keys.load(self.select_in::<KeyRow>("parent", &people).await?);
        rows.participants.load(self.select_in::<Participant>("id", &people).await?);
        rows.accounts.load(self.select_in::<Account>("participant_id", &people).await?);
        rows.entries.load(self.select_in::<Entry>("participant_id", &people).await?);
        let children = rows.keys.iter().count();
        rows.keys.load(stale.iter().cloned());
        for row in &stale {
            let old = ring.unwrap(row.id, &row.wrapped)?;
            let new = Key::fresh(&mut draw);
            let wrapped = ring.wrap(&mut draw, row.id, &new)?;
            if let Some(row) = rows.keys.edit(row.id) {
                row.wrapped = wrapped.into();
            }
            let of: Vec<KeyRow> = rows.keys.iter().filter(|key| key.parent == row.id).cloned().collect();
            for key in of {
                let wrapped = Key::unwrap(key.id, &key.wrapped, &old)?.wrap(&mut draw, key.id, &new)?;
                if let Some(row) = rows.keys.edit(key.id) {
                    row.wrapped = wrapped.into();
                }
            }
            if let Some(sealed) = rows.participants.get(row.id).map(|p| p.sealed.clone()) {
                let sealed = new.seal(&mut draw, row.id, &old.open(row.id, &sealed)?)?;
                if let Some(participant) = rows.participants.edit(row.id) {
                    participant.sealed = sealed.into();
                }
            }
            let accounts: Vec<(i64, Sealed)> =
                rows.accounts.iter().filter(|a| a.participant_id == row.id).map(|a| (a.id, a.sealed.clone())).collect();
            for (id, sealed) in accounts {
                let sealed = new.seal(&mut draw, id, &old.open(id, &sealed)?)?;
                if let Some(account) = rows.accounts.edit(id) {
                    account.sealed = sealed.into();
                }
            }
            // What is withdrawn holds nothing.
            let filled = rows.entries.iter().filter(|e| e.participant_id == row.id && !e.sealed.is_empty());
            let filled: Vec<(i64, Sealed)> = filled.map(|e| (e.id, e.sealed.clone())).collect();
            for (id, sealed) in filled {
                let sealed = new.seal(&mut draw, id, &old.open(id, &sealed)?)?;
                if let Some(entry) = rows.entries.edit(id) {
                    entry.sealed = sealed.into();
                }
            }
        }
        let mut writing = self.begin().await?;
        writing.run(rows.into_changes().steps(self.engine)).await?;
        // What was written between the reading and the change of a key rests on the key of before.
        if writing.count_in::<KeyRow>("parent", &people).await? != children {
            return Err(StoreError::Conflict("keys"));
        }
        writing.transaction.commit().await?;
        Ok(())
    }

    /// Takes what was erased out of the database's files: SQLite's log is written back and cut to
    /// nothing, PostgreSQL's table of keys is rewritten. Says whether it could be done now; a
    /// reader may stand in the way, then later.
    pub async fn purge_erased(&self) -> Result<bool, StoreError> {
        match self.engine {
            Engine::Sqlite => {
                let row = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&self.pool).await?;
                Ok(row.try_get::<i64, _>(0)? == 0)
            }
            Engine::Postgres => {
                sqlx::raw_sql("VACUUM FULL keys").execute(&self.pool).await?;
                Ok(true)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_sealed_is_sealed_anew_when_the_key_of_the_house_changes() {
        let migrations = crate::store::MIGRATIONS.files().filter_map(|file| file.contents_utf8());
        let mut sealed: Vec<&str> = migrations
            .flat_map(|text| text.split("CREATE TABLE ").skip(1))
            .filter(|table| table.split(';').next().is_some_and(|columns| columns.contains(" sealed BLOB")))
            .filter_map(|table| table.split_whitespace().next())
            .collect();
        let of_people = [Account::TABLE, Participant::TABLE, Entry::TABLE, crate::store::Contribution::TABLE];
        let mut known: Vec<&str> = OF_HOUSE.iter().copied().chain(of_people).collect();
        sealed.sort_unstable();
        known.sort_unstable();
        assert_eq!(sealed, known);
    }
}
