//! What an operator wants to know of a database, without changing it.

use super::{Counter, Engine, Rows, Store, StoreError, Value, dialect, newest_schema};
use crate::model::Time;
use sqlx::{AnyConnection, AssertSqlSafe, Connection};

/// The counter that holds when the last backup was made.
const LAST_BACKUP: &str = "backup at";

/// A database as it was found.
#[derive(Debug)]
pub struct Inspection {
    /// Its schema; 0 where there is none yet.
    pub schema: i64,
    /// The newest schema that this program knows.
    pub known: i64,
    /// Its size in bytes.
    pub bytes: i64,
    /// Whether it can be written.
    pub writable: Result<(), StoreError>,
}

/// Looks at a database without bringing it forward. Nothing, where a SQLite file is yet to be
/// made. A damaged file is an error.
pub async fn inspect(url: &str) -> Result<Option<Inspection>, StoreError> {
    sqlx::any::install_default_drivers();
    let engine = Engine::of(url)?;
    if dialect::file_of(url).is_some_and(|path| !path.exists()) {
        return Ok(None);
    }
    let mut connection = AnyConnection::connect(&engine.existing_url(url)).await?;
    if engine == Engine::Sqlite {
        let found: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&mut connection).await?;
        if found != "ok" {
            return Err(StoreError::Damaged);
        }
    }
    let has: i64 = sqlx::query_scalar(engine.has_schema()).fetch_one(&mut connection).await?;
    let schema = if has == 0 {
        0
    } else {
        let newest = "SELECT MAX(version) FROM _sqlx_migrations";
        sqlx::query_scalar::<_, Option<i64>>(newest).fetch_one(&mut connection).await?.unwrap_or_default()
    };
    let bytes = size(engine, url, &mut connection).await?;
    let writable = if schema == 0 { Ok(()) } else { try_writing(engine, &mut connection).await };
    connection.close().await?;
    Ok(Some(Inspection { schema, known: newest_schema(engine), bytes, writable }))
}

/// Writes a row as it is and takes it back.
async fn try_writing(engine: Engine, connection: &mut AnyConnection) -> Result<(), StoreError> {
    let mut transaction = connection.begin_with(engine.begin()).await?;
    sqlx::query("UPDATE keys SET rev = rev WHERE id = 0").execute(&mut *transaction).await?;
    Ok(transaction.rollback().await?)
}

async fn size(engine: Engine, url: &str, connection: &mut AnyConnection) -> Result<i64, StoreError> {
    match engine {
        Engine::Sqlite => Ok(dialect::file_size(url)),
        Engine::Postgres => {
            let sql = AssertSqlSafe("SELECT pg_database_size(current_database())");
            Ok(sqlx::query_scalar(sql).fetch_one(connection).await?)
        }
    }
}

impl Store {
    /// The database's size in bytes.
    pub async fn size(&self) -> Result<i64, StoreError> {
        let mut connection = self.pool.acquire().await?;
        size(self.engine, &self.url, &mut connection).await
    }

    /// When the last backup was made, if one was.
    pub async fn last_backup(&self) -> Result<Option<Time>, StoreError> {
        let rows = self.select::<Counter>("name = $1", &[Value::Text(LAST_BACKUP)]).await?;
        Ok(rows.first().map(|row| row.value))
    }

    /// Remembers that a backup was made now.
    pub async fn note_backup(&self) -> Result<(), StoreError> {
        let now = self.source().clock.now();
        let mut rows = Rows::default();
        rows.counters.load(self.select("name = $1", &[Value::Text(LAST_BACKUP)]).await?);
        let known = rows.counters.find(|_| true).map(|row| row.id);
        match known.and_then(|id| rows.counters.edit(id)) {
            Some(row) => row.value = now,
            None => {
                let id = self.source().draw()?.id(now);
                rows.counters.insert(Counter { id, rev: 1, name: LAST_BACKUP.into(), value: now });
            }
        }
        self.write(rows.into_changes()).await
    }
}
