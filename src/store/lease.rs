//! Leases: which process writes. One is taken for a while, renewed while the process lives, and
//! checked in every write of a guarded store, so that two processes never decide at once.

use super::{Lease as Row, Rows, Store, StoreError, Value, Writing};
use crate::model::Time;

/// A lease that was taken.
#[derive(Debug, Clone)]
pub struct Held {
    name: String,
    holder: String,
}

impl Store {
    /// Takes a lease for `ttl` milliseconds. Fails with [`StoreError::Leased`] while another holds
    /// it. `now` is the system's time: a console's clock may be moved, that of other processes is
    /// not.
    pub async fn acquire_lease(&self, name: &str, now: Time, ttl: i64) -> Result<Held, StoreError> {
        let mut draw = self.source().draw()?;
        let holder = format!("{:032x}", u128::from_le_bytes(draw.bytes()));
        let mut rows = Rows::default();
        rows.leases.load(self.select("name = $1", &[Value::Text(name)]).await?);
        let known = rows.leases.find(|_| true).map(|row| (row.id, row.until));
        match known {
            Some((_, until)) if until > now => return Err(StoreError::Leased(name.into())),
            Some((id, _)) => {
                if let Some(row) = rows.leases.edit(id) {
                    row.holder.clone_from(&holder);
                    row.until = now + ttl;
                }
            }
            None => {
                let id = draw.id(now);
                rows.leases.insert(Row { id, rev: 1, name: name.into(), holder: holder.clone(), until: now + ttl });
            }
        }
        match self.write(rows.into_changes()).await {
            // Who came first has it.
            Err(e) if e.is_conflict() => Err(StoreError::Leased(name.into())),
            written => written.map(|()| Held { name: name.into(), holder }),
        }
    }

    /// Holds a lease for another `ttl` milliseconds. Fails with [`StoreError::Leased`] if another
    /// process has taken it over meanwhile.
    pub async fn renew_lease(&self, held: &Held, now: Time, ttl: i64) -> Result<(), StoreError> {
        self.change_lease(held, now + ttl).await
    }

    /// Gives a lease back, so that another process can take it at once.
    pub async fn release_lease(&self, held: &Held) -> Result<(), StoreError> {
        self.change_lease(held, 0).await
    }

    async fn change_lease(&self, held: &Held, until: Time) -> Result<(), StoreError> {
        let mut rows = Rows::default();
        let mine = "name = $1 AND holder = $2";
        rows.leases.load(self.select(mine, &[Value::Text(&held.name), Value::Text(&held.holder)]).await?);
        let id = rows.leases.find(|_| true).map(|row| row.id).ok_or_else(|| StoreError::Leased(held.name.clone()))?;
        if let Some(row) = rows.leases.edit(id) {
            row.until = until;
        }
        match self.write(rows.into_changes()).await {
            Err(StoreError::Conflict(_)) => Err(StoreError::Leased(held.name.clone())),
            written => written,
        }
    }

    /// The same store, each of whose writes checks that this lease is still held and fails with
    /// [`StoreError::Leased`] otherwise.
    pub fn guarded(&self, held: &Held) -> Store {
        Store { guard: Some(held.clone().into()), ..self.clone() }
    }
}

impl Writing<'_> {
    /// Refuses to write on when another process has taken the lease over. That it has run out is
    /// no harm while nobody has.
    pub(super) async fn check(&mut self, held: &Held, lock: &str) -> Result<(), StoreError> {
        let sql = format!("SELECT id FROM leases WHERE name = $1 AND holder = $2{lock}");
        let row = sqlx::query_scalar::<_, i64>(sqlx::AssertSqlSafe(sql))
            .bind(held.name.clone())
            .bind(held.holder.clone())
            .fetch_optional(&mut *self.transaction)
            .await?;
        row.map(|_| ()).ok_or_else(|| StoreError::Leased(held.name.clone()))
    }
}
