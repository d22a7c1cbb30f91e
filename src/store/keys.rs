//! The weekly change of the outer key, and taking what was erased out of the files.

use super::{Engine, KeyRow, Rows, Store, StoreError, Value};
use sqlx::Row as _;

/// How many keys are wrapped anew in one transaction.
const KEYS_A_BATCH: usize = 200;

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
    /// Makes a new outer key when the newest is a week old, wraps the house key and every
    /// participant's key with it, and deletes the outer keys whose time is over. To be called
    /// daily; what a crash left half done the next call finishes.
    ///
    /// A call that makes a key deletes none: a decision that began before may still write a key
    /// wrapped by the one before, which the next call wraps anew.
    pub async fn rewrap(&self) -> Result<Rewrapped, StoreError> {
        let now = self.source().clock.now();
        let mut ring = self.vault().ring.clone();
        let renewed = ring.renew(&mut self.source().draw()?, now)?;
        // From here on new keys are wrapped by the new one.
        self.set_vault(self.vault().with_ring(ring.clone()));

        let mut keys = 0;
        let mut after = -1;
        loop {
            let mut rows = Rows::default();
            rows.keys.load(self.select::<KeyRow>(BATCH, &[Value::Int(after)]).await?);
            let read: Vec<KeyRow> = rows.keys.iter().cloned().collect();
            let Some(last) = read.last().map(|row| row.id) else { break };
            let mut draw = self.source().draw()?;
            let mut stale = 0;
            for row in read.iter().filter(|row| !ring.is_fresh(&row.wrapped)) {
                let key = ring.unwrap(row.id, &row.wrapped)?;
                let wrapped = ring.wrap(&mut draw, row.id, &key)?;
                if let Some(row) = rows.keys.edit(row.id) {
                    row.wrapped = wrapped;
                }
                stale += 1;
            }
            match self.write(rows.into_changes()).await {
                // Someone was forgotten meanwhile: the same batch again.
                Err(e) if e.is_conflict() => continue,
                written => written?,
            }
            keys += stale;
            after = last;
            if read.len() < KEYS_A_BATCH {
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

const BATCH: &str = "parent = 0 AND id > $1 ORDER BY id LIMIT 200";
