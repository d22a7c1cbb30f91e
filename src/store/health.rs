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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{Draw, Source};
    use crate::seal::Keyring;
    use crate::store::{Outbox, Seen};

    async fn open(url: &str) -> Store {
        let ring = Keyring::in_memory(&mut Draw::new([1; 32]), 0);
        Store::open(url, ring, Source::system()).await.unwrap()
    }

    async fn pragma(store: &Store, text: &'static str) {
        // To each connection that the pool may give.
        let mut connections = Vec::new();
        for _ in 0..store.pool.options().get_max_connections() {
            connections.push(store.pool.acquire().await.unwrap());
        }
        for connection in &mut connections {
            sqlx::raw_sql(text).execute(&mut **connection).await.unwrap();
        }
    }

    fn something(id: i64, bytes: usize) -> Rows {
        let mut rows = Rows::default();
        let hash = id.to_le_bytes().to_vec();
        rows.seen.insert(Seen { id, rev: 1, hash, kind: "source".into(), contribution_id: None, until: None });
        rows.outbox.insert(Outbox {
            id,
            rev: 1,
            platform: "console".into(),
            lane: String::new(),
            turn: id,
            sealed: vec![7; bytes].into(),
            due: 0,
            state: "waiting".into(),
            tries: 0,
            tried_at: None,
            reason: None,
        });
        rows
    }

    #[tokio::test]
    async fn a_full_disk_loses_nothing_and_leaves_nothing_half_done() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(&format!("sqlite:{}", folder.path().join("test.db").display())).await;
        store.write(something(1, 10).into_changes()).await.unwrap();
        // As full as it gets without a disk of our own.
        pragma(&store, "PRAGMA max_page_count = 1").await;
        let error = store.write(something(2, 1_000_000).into_changes()).await.unwrap_err();
        assert_eq!(error.to_string(), "the disk is full and nothing was written: make room, then try again");
        assert!(error.is_passing() && !error.is_conflict());
        assert_eq!(store.count::<Seen>("1 = 1", &[]).await.unwrap(), 1);
        assert_eq!(store.count::<Outbox>("1 = 1", &[]).await.unwrap(), 1);
        pragma(&store, "PRAGMA max_page_count = 1000000").await;
        store.write(something(2, 1_000_000).into_changes()).await.unwrap();
        assert_eq!(store.count::<Outbox>("1 = 1", &[]).await.unwrap(), 2);
        store.close().await;
    }

    #[tokio::test]
    async fn a_locked_database_and_one_that_cannot_be_written_are_said_and_can_be_tried_again() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("test.db").display());
        let store = open(&url).await;
        pragma(&store, "PRAGMA busy_timeout = 0").await;
        let mut other = AnyConnection::connect(&url).await.unwrap();
        let lock = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
        let error = store.write(something(1, 10).into_changes()).await.unwrap_err();
        assert_eq!(error.to_string(), "another program holds the database locked: close it, or try again later");
        assert!(error.is_passing() && !error.is_conflict());
        lock.rollback().await.unwrap();
        store.write(something(1, 10).into_changes()).await.unwrap();

        pragma(&store, "PRAGMA query_only = ON").await;
        let error = store.write(something(2, 10).into_changes()).await.unwrap_err();
        assert!(error.to_string().starts_with("the database cannot be written: give this user the right"), "{error}");
        store.close().await;
    }

    #[test]
    fn every_known_trouble_is_said_with_its_remedy() {
        for code in
            ["5", "517", "8", "10", "11", "26", "13", "14", "28P01", "3D000", "42501", "25006", "53100", "57P03"]
        {
            let sentence = dialect::known(code).unwrap_or_else(|| panic!("{code}"));
            assert!(sentence.contains(": ") && !sentence.ends_with('.'), "{sentence}");
        }
        assert_eq!(dialect::known("23505"), None);
        assert_eq!(dialect::known("1"), None);
    }
}
