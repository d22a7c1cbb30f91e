//! The weekly change of the outer key, and taking what was erased out of the files.

use super::{Account, Engine, KeyRow, Participant, Rows, Store, StoreError, Value};
use crate::seal::{Key, Keyring};
use sqlx::Row as _;

/// How many keys are wrapped anew in one transaction.
const KEYS_A_BATCH: usize = 50;

/// What [`Store::rewrap`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rewrapped {
    /// Whether there is a new outer key.
    pub renewed: bool,
    /// How many keys were wrapped anew.
    pub keys: usize,
    /// How many outer keys were deleted.
    pub forgotten: usize,
}

impl Store {
    /// Makes a new outer key when the newest is a week old, wraps the house key with it, gives every
    /// participant a new key wrapped by it, and deletes the outer keys whose time is over. To be
    /// called daily; what a crash left half done the next call finishes.
    ///
    /// A participant's key is made new, not only wrapped anew: otherwise who holds an old copy of
    /// the database and the keys of today could open in it what was withdrawn since.
    ///
    /// A call that makes an outer key deletes none: a decision that began before may still write a
    /// key wrapped by the one before, which the next call renews.
    pub async fn rewrap(&self) -> Result<Rewrapped, StoreError> {
        let now = self.source().clock.now();
        let mut ring = self.vault().ring.clone();
        let renewed = ring.renew(&mut self.source().draw()?, now)?;
        // From here on new keys are wrapped by the new one.
        self.set_vault(self.vault().with_ring(ring.clone()));

        let mut keys = 0;
        let mut after = -1;
        loop {
            let read = self.select::<KeyRow>(BATCH, &[Value::Int(after)]).await?;
            let Some(last) = read.last().map(|row| row.id) else { break };
            let more = read.len() >= KEYS_A_BATCH;
            let stale: Vec<KeyRow> = read.into_iter().filter(|row| !ring.is_fresh(&row.wrapped)).collect();
            let count = stale.len();
            match self.renew_keys(&ring, stale).await {
                // Someone wrote or was forgotten meanwhile: the same batch again.
                Err(e) if e.is_conflict() => continue,
                written => written?,
            }
            keys += count;
            after = last;
            if !more {
                break;
            }
        }

        let mut forgotten = 0;
        if !renewed {
            forgotten = ring.forget_old(now)?;
            self.set_vault(self.vault().with_ring(ring));
        }
        Ok(Rewrapped { renewed, keys, forgotten })
    }

    /// Wraps the house key anew, and gives participants new keys: what theirs wrapped and sealed is
    /// wrapped and sealed by the new one.
    async fn renew_keys(&self, ring: &Keyring, stale: Vec<KeyRow>) -> Result<(), StoreError> {
        if stale.is_empty() {
            return Ok(());
        }
        let mut draw = self.source().draw()?;
        let people: Vec<Value<'_>> = stale.iter().filter(|row| row.id != 0).map(|row| Value::Int(row.id)).collect();
        let mut rows = Rows::default();
        rows.keys.load(self.select_in::<KeyRow>("parent", &people).await?);
        rows.participants.load(self.select_in::<Participant>("id", &people).await?);
        rows.accounts.load(self.select_in::<Account>("participant_id", &people).await?);
        let children = rows.keys.iter().count();
        rows.keys.load(stale.iter().cloned());
        for row in &stale {
            let old = ring.unwrap(row.id, &row.wrapped)?;
            let new = if row.id == 0 { old.clone() } else { Key::fresh(&mut draw) };
            let wrapped = ring.wrap(&mut draw, row.id, &new)?;
            if let Some(row) = rows.keys.edit(row.id) {
                row.wrapped = wrapped;
            }
            if row.id == 0 {
                continue;
            }
            let of: Vec<KeyRow> = rows.keys.iter().filter(|key| key.parent == row.id).cloned().collect();
            for key in of {
                let wrapped = Key::unwrap(key.id, &key.wrapped, &old)?.wrap(&mut draw, key.id, &new)?;
                if let Some(row) = rows.keys.edit(key.id) {
                    row.wrapped = wrapped;
                }
            }
            if let Some(sealed) = rows.participants.get(row.id).map(|p| p.sealed.clone()) {
                let sealed = new.seal(&mut draw, row.id, &old.open(row.id, &sealed)?)?;
                if let Some(participant) = rows.participants.edit(row.id) {
                    participant.sealed = sealed;
                }
            }
            let accounts: Vec<(i64, Vec<u8>)> =
                rows.accounts.iter().filter(|a| a.participant_id == row.id).map(|a| (a.id, a.sealed.clone())).collect();
            for (id, sealed) in accounts {
                let sealed = new.seal(&mut draw, id, &old.open(id, &sealed)?)?;
                if let Some(account) = rows.accounts.edit(id) {
                    account.sealed = sealed;
                }
            }
        }
        let mut writing = self.begin().await?;
        rows.into_changes().write(&mut writing).await?;
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

const BATCH: &str = "parent = 0 AND id > $1 ORDER BY id LIMIT 50";
