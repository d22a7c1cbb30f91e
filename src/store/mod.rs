//! What is remembered: rows by table, loaded as a [`Snapshot`], changed in memory, written as
//! [`Changes`] in one transaction. SQLite by default, PostgreSQL for more, one SQL text for both.

mod backup;
mod dialect;
mod health;
mod keys;
mod lease;
mod load;
mod posts;
mod rows;
mod snapshot;

pub use backup::{BackedUp, BackupError};
pub use health::{Inspection, inspect};
pub use keys::ChangedKeys;
pub use lease::Held;
pub use load::{Key as LoadKey, Load};
pub use posts::{NewPost, Standing};
pub use rows::*;
pub use snapshot::{Snapshot, Vault};

use crate::clock::Source;
use crate::seal::{Key, Keyring, SealError};
use dialect::Engine;
use futures_util::{StreamExt, TryStreamExt};
use snapshot::{HOUSE, House};
use sqlx::any::{AnyArguments, AnyPoolOptions};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Arguments, AssertSqlSafe, Connection, SqlSafeStr, Transaction};
use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

/// How many rows one statement writes at most: each statement waits for the connection's thread and
/// back, which takes longer than the writing of a row.
const ROWS_A_STATEMENT: usize = 100;

/// How many values a condition lists at most.
const MOST_LISTED: usize = 256;

static MIGRATIONS: include_dir::Dir<'_> = include_dir::include_dir!("$CARGO_MANIFEST_DIR/migrations");

/// What can go wrong with the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database answered with an error.
    #[error("{}", dialect::sentence(.0))]
    Database(#[from] sqlx::Error),
    /// Someone else wrote what this write rests on; load again and decide anew.
    #[error("{0} changed meanwhile")]
    Conflict(&'static str),
    /// The store was written by a newer program.
    #[error(
        "the database has schema {found}, this program knows schema {known}: use the newer program, or restore a backup"
    )]
    Newer {
        /// The version in the database.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// The database's file does not hold together.
    #[error("the database file is damaged: move it away and restore a backup with gcm-talks restore")]
    Damaged,
    /// A migration failed; the database stands as before.
    #[error("the database could not be brought to schema {0}: {1}")]
    Migration(i64, String),
    /// The keys do not belong to this database.
    #[error(
        "the keys in the key folder are not those of this database: give the folder that belongs to it, or restore it"
    )]
    WrongKeys,
    /// A sealed value, or a key.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// A row holds what no version of the program writes there.
    #[error("table {table}, column {column}, row {row}: {reason}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's identifier.
        row: i64,
        /// What is wrong.
        reason: String,
    },
    /// The system gives no random bytes.
    #[error(transparent)]
    Chance(#[from] crate::clock::ChanceError),
    /// The URL names neither SQLite nor PostgreSQL.
    #[error("{0} is no database that I know: write sqlite:PATH or postgres://USER@HOST/NAME")]
    UnknownEngine(String),
    /// Another process holds this lease.
    #[error("another process runs {0}: stop it first, or wait a quarter of a minute after it was killed")]
    Leased(String),
}

impl StoreError {
    /// Whether loading again and deciding anew can help.
    pub fn is_conflict(&self) -> bool {
        let taken = matches!(self, StoreError::Database(e)
            if e.as_database_error().is_some_and(|e| e.is_unique_violation()));
        taken || self.is_overtaken()
    }

    /// Whether someone else was faster. That is no fault of what was to be written, however often it
    /// happens.
    pub fn is_overtaken(&self) -> bool {
        match self {
            StoreError::Conflict(_) => true,
            StoreError::Database(e) => e.as_database_error().is_some_and(dialect::is_serialization),
            _ => false,
        }
    }

    /// Whether the same write may succeed later: the disk is full, the database locked or away.
    pub fn is_passing(&self) -> bool {
        match self {
            StoreError::Database(sqlx::Error::Database(e)) => dialect::is_passing(e.as_ref()),
            StoreError::Database(sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed) => true,
            _ => false,
        }
    }
}

/// The database, with the keys that open what is sealed in it.
#[derive(Clone)]
pub struct Store {
    pool: AnyPool,
    engine: Engine,
    vault: Arc<std::sync::RwLock<Arc<Vault>>>,
    source: Source,
    url: Arc<str>,
    guard: Option<Arc<Held>>,
}

impl Store {
    /// Opens the database at this URL, brings it to the schema of this program (forward only),
    /// and checks that the keys are its own. A fresh database takes the keys that it is given.
    pub async fn open(url: &str, keyring: Keyring, source: Source) -> Result<Store, StoreError> {
        sqlx::any::install_default_drivers();
        let engine = Engine::of(url)?;
        if engine == Engine::Sqlite {
            dialect::prepare_file(url)?;
        }
        let setup = engine.connection_setup();
        // A pool tries again until its time is over, and then says no more than that: what is
        // wrong shows on a connection of one's own.
        let mut first = AnyConnection::connect(&engine.connect_url(url)).await?;
        let mut tries = 0;
        while let Err(error) = set_up(&mut first, setup).await {
            // Two that open a fresh file at once are in each other's way, and neither waits for the other.
            if tries == FRESH_TRIES || !dialect::is_locked(&error) {
                return Err(error.into());
            }
            tries += 1;
            tokio::time::sleep(FRESH_PAUSE).await;
        }
        first.close().await?;
        let pool = AnyPoolOptions::new()
            .max_connections(4)
            .acquire_timeout(Duration::from_secs(10))
            // A file does not hang up: asking before every statement would double their number.
            .test_before_acquire(engine == Engine::Postgres)
            // SQLite ends a transaction by itself when the disk is full; the driver then counts it as
            // open for ever, and nothing can be written over this connection any more.
            .before_acquire(|connection, _| {
                let usable = !connection.is_in_transaction();
                Box::pin(async move { Ok(usable) })
            })
            .after_connect(move |connection, _| Box::pin(set_up(connection, setup)))
            .connect(&engine.connect_url(url))
            .await?;
        migrate(&pool, engine).await?;
        let placeholder = Vault::new(keyring.clone(), House::placeholder(Key::fresh(&mut source.draw()?)));
        let vault = Arc::new(std::sync::RwLock::new(Arc::new(placeholder)));
        let store = Store { pool, engine, vault, source, url: url.into(), guard: None };
        store.take_keys(keyring).await.map_err(|e| match e {
            StoreError::Seal(SealError::NoOuterKey(_)) => StoreError::WrongKeys,
            e => e,
        })?;
        Ok(store)
    }

    /// Takes these keys and opens the house key with them. Says whether there is one.
    async fn read_keys(&self, ring: Keyring) -> Result<bool, StoreError> {
        self.session().await?.read_keys(ring).await
    }

    /// Takes these keys, and makes the house key in a fresh database.
    async fn take_keys(&self, ring: Keyring) -> Result<(), StoreError> {
        while !self.read_keys(ring.clone()).await? {
            let mut draw = self.source.draw()?;
            let house = Key::fresh(&mut draw);
            let wrapped = ring.wrap(&mut draw, HOUSE, &house)?;
            let mut rows = Rows::default();
            rows.keys.insert(KeyRow { id: HOUSE, rev: 1, parent: 0, wrapped: wrapped.into() });
            match self.write(rows.into_changes()).await {
                // Another process made it at the same moment: that one holds.
                Err(e) if e.is_conflict() => {}
                written => written?,
            }
        }
        Ok(())
    }

    /// The clock and chance that the store was opened with.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The keys in use.
    pub fn vault(&self) -> Arc<Vault> {
        self.vault.read().unwrap_or_else(|poisoned| poisoned.into_inner()).clone()
    }

    fn set_vault(&self, vault: Vault) {
        *self.vault.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = Arc::new(vault);
    }

    /// An empty snapshot for this moment.
    pub fn snapshot(&self) -> Result<Snapshot, StoreError> {
        Ok(Snapshot::new(self.vault(), self.source.draw()?, self.source.clock.now()))
    }

    /// A connection for as long as something is decided.
    pub async fn session(&self) -> Result<Session<'_>, StoreError> {
        Ok(Session { store: self, connection: self.pool.acquire().await? })
    }

    /// Writes changes in one transaction: see [`Session::write`].
    pub async fn write(&self, changes: Changes) -> Result<(), StoreError> {
        if changes.is_empty() {
            return Ok(());
        }
        // In a box: what awaits it, and what awaits that, would be as large as all this is.
        Box::pin(async { self.session().await?.write(changes).await }).await
    }

    /// Begins a transaction of this process, which has to hold the lease where there is one.
    async fn begin(&self) -> Result<Writing<'static>, StoreError> {
        let mut writing =
            Writing { transaction: self.pool.begin_with(self.engine.begin()).await?, engine: self.engine };
        if let Some(held) = &self.guard {
            writing.check(held, self.engine.keep_row()).await?;
        }
        Ok(writing)
    }

    /// The rows of which a condition holds; `$1` and so on stand for the arguments.
    pub async fn select<R: Row>(&self, condition: &'static str, arguments: &[Value<'_>]) -> Result<Vec<R>, StoreError> {
        Box::pin(async { self.session().await?.select(condition, arguments).await }).await
    }

    /// The rows whose column holds one of these values.
    pub async fn select_in<R: Row>(&self, column: &'static str, values: &[Value<'_>]) -> Result<Vec<R>, StoreError> {
        Box::pin(async { self.session().await?.select_in(column, values).await }).await
    }

    /// How many rows a table holds of which a condition holds.
    pub async fn count<R: Row>(&self, condition: &'static str, arguments: &[Value<'_>]) -> Result<i64, StoreError> {
        let sql = AssertSqlSafe(format!("SELECT COUNT(*) FROM {} WHERE {condition}", R::TABLE));
        Ok(sqlx::query_scalar_with::<Any, i64, _>(sql, bind(arguments)?).fetch_one(&self.pool).await?)
    }

    /// Closes the connections once their work is done.
    pub async fn close(&self) {
        if self.engine == Engine::Sqlite {
            let _ = sqlx::raw_sql("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.pool).await;
        }
        self.pool.close().await;
    }
}

/// One connection for one decision: what it reads leaves pages and statements at hand for what it
/// reads next and for what it writes. To take a connection and give it back for each read costs
/// more than the read.
pub struct Session<'s> {
    store: &'s Store,
    connection: PoolConnection<Any>,
}

impl Session<'_> {
    /// Writes changes in one transaction, all or nothing. Fails with a conflict when a row that
    /// they rest on was changed meanwhile or a unique hash is there already.
    pub async fn write(&mut self, changes: Changes) -> Result<(), StoreError> {
        if changes.is_empty() {
            return Ok(());
        }
        let engine = self.store.engine;
        let mut writing = Writing { transaction: self.connection.begin_with(engine.begin()).await?, engine };
        if let Some(held) = &self.store.guard {
            writing.check(held, engine.keep_row()).await?;
        }
        match writing.run(changes.steps(engine)).await {
            Ok(()) => {}
            Err(StoreError::Conflict(KeyRow::TABLE)) => {
                drop(writing);
                // Another process may have changed them: what is decided anew has to rest on them.
                self.read_keys(self.store.vault().ring.reread()?).await?;
                return Err(StoreError::Conflict(KeyRow::TABLE));
            }
            Err(e) => return Err(e),
        }
        // What was written is let go while the disk is waited for.
        let (committed, ()) = tokio::join!(writing.transaction.commit(), async { drop(changes) });
        Ok(committed?)
    }

    /// On the connection at hand: another may not be free while who holds one waits for it.
    async fn read_keys(&mut self, ring: Keyring) -> Result<bool, StoreError> {
        let rows = self.select::<KeyRow>("id <= 0", &[]).await?;
        let Some(house) = House::of(&ring, &rows)? else { return Ok(false) };
        let vault = self.store.vault().with_ring(ring);
        vault.set_house(house);
        self.store.set_vault(vault);
        Ok(true)
    }

    /// The rows of which a condition holds; `$1` and so on stand for the arguments.
    async fn select<R: Row>(&mut self, condition: &'static str, arguments: &[Value<'_>]) -> Result<Vec<R>, StoreError> {
        self.fetch(selection::<R>(condition), bind(arguments)?).await
    }

    /// The rows whose column holds one of these values.
    async fn select_in<R: Row>(&mut self, column: &'static str, values: &[Value<'_>]) -> Result<Vec<R>, StoreError> {
        self.select_any(values, |marks| format!("{column} IN ({marks})")).await
    }

    /// The rows of which a condition holds that names a list of values.
    async fn select_any<R: Row>(
        &mut self,
        values: &[Value<'_>],
        condition: impl Fn(String) -> String,
    ) -> Result<Vec<R>, StoreError> {
        let mut rows = Vec::new();
        for chunk in values.chunks(MOST_LISTED) {
            let mut padded = chunk.to_vec();
            if let Some(last) = chunk.last() {
                padded.resize(listed(chunk.len()), *last);
            }
            let condition = condition(self.store.engine.marks(1, padded.len()));
            rows.extend(self.fetch(selection::<R>(&condition), bind(&padded)?).await?);
        }
        Ok(rows)
    }

    async fn fetch<R: Row>(&mut self, sql: String, bound: AnyArguments) -> Result<Vec<R>, StoreError> {
        // Each is read while the database's thread gets the next.
        let found = sqlx::query_with(AssertSqlSafe(sql), bound).fetch(&mut *self.connection);
        let rows = found.map(|row| row.and_then(|row| R::read(&row))).try_collect();
        Ok(rows.await?)
    }
}

/// The statement that reads the rows of which a condition holds.
fn selection<R: Row>(condition: &str) -> String {
    format!("SELECT {} FROM {} WHERE {condition}", R::COLUMNS.join(", "), R::TABLE)
}

/// A value in a condition.
#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    /// BIGINT.
    Int(i64),
    /// TEXT.
    Text(&'a str),
    /// BLOB.
    Bytes(&'a [u8]),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(text)
    }
}

/// Values as a statement takes them.
fn bind(values: &[Value<'_>]) -> Result<AnyArguments, sqlx::Error> {
    let mut bound = AnyArguments::default();
    for value in values {
        match value {
            Value::Int(value) => bound.add(*value),
            Value::Text(value) => bound.add(value.to_string()),
            Value::Bytes(value) => bound.add(value.to_vec()),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(bound)
}

/// An open transaction of the one writer.
pub(crate) struct Writing<'c> {
    transaction: Transaction<'c, Any>,
    engine: Engine,
}

impl Writing<'_> {
    /// Runs statements one after the other. While one runs in the database's thread, the next is made
    /// ready: its values are sealed.
    async fn run(&mut self, steps: Vec<Making<'_>>) -> Result<(), StoreError> {
        let mut ready = steps.into_iter().map(|make| make());
        let mut next = ready.next();
        while let Some(step) = next {
            let (done, following) = tokio::join!(self.step(step?), async { ready.next() });
            done?;
            next = following;
        }
        Ok(())
    }

    /// Runs a statement that must find or touch exactly so many rows.
    async fn step(&mut self, step: Step) -> Result<(), StoreError> {
        let Step { table, rows, counts, sql, bound } = step;
        let on = &mut *self.transaction;
        let found = if counts {
            let found: i64 = sqlx::query_scalar_with(AssertSqlSafe(sql), bound).fetch_one(on).await?;
            u64::try_from(found).unwrap_or_default()
        } else {
            sqlx::query_with(AssertSqlSafe(sql), bound).execute(on).await?.rows_affected()
        };
        if found == rows as u64 { Ok(()) } else { Err(StoreError::Conflict(table)) }
    }

    /// How many rows there are now whose column holds one of these values.
    async fn count_in<R: Row>(&mut self, column: &'static str, values: &[Value<'_>]) -> Result<usize, StoreError> {
        if values.is_empty() {
            return Ok(0);
        }
        let bound = bind(values)?;
        let sql =
            format!("SELECT COUNT(*) FROM {} WHERE {column} IN ({})", R::TABLE, self.engine.marks(1, values.len()));
        let count: i64 = sqlx::query_scalar_with(AssertSqlSafe(sql), bound).fetch_one(&mut *self.transaction).await?;
        Ok(usize::try_from(count).unwrap_or_default())
    }
}

/// A statement of a write.
struct Step {
    table: &'static str,
    /// How many rows it must find or touch: otherwise someone else was there.
    rows: usize,
    /// Whether it counts rows and changes none.
    counts: bool,
    sql: String,
    bound: AnyArguments,
}

/// What makes a statement when its turn comes.
type Making<'c> = Box<dyn FnOnce() -> Result<Step, sqlx::Error> + Send + 'c>;

impl<R: Row> Changed<R> {
    /// The statements that write it.
    fn steps<'c>(&'c self, engine: Engine, steps: &mut Vec<Making<'c>>) {
        let table = R::TABLE;
        let mut add = |rows: usize, counts: bool, make: Box<dyn Fn() -> Result<_, sqlx::Error> + Send + 'c>| {
            steps.push(Box::new(move || make().map(|(sql, bound)| Step { table, rows, counts, sql, bound })));
        };
        for chunk in self.rested.chunks(ROWS_A_STATEMENT) {
            let keep = engine.keep_row();
            add(
                chunk.len(),
                true,
                Box::new(move || {
                    let (pairs, bound) = pairs(engine, chunk)?;
                    let held = format!("SELECT id FROM {table} WHERE (id, rev) IN (VALUES {pairs}){keep}");
                    Ok((format!("SELECT COUNT(*) FROM ({held}) AS held"), bound))
                }),
            );
        }
        for chunk in self.gone.chunks(ROWS_A_STATEMENT) {
            add(
                chunk.len(),
                false,
                Box::new(move || {
                    let (pairs, bound) = pairs(engine, chunk)?;
                    Ok((format!("DELETE FROM {table} WHERE (id, rev) IN (VALUES {pairs})"), bound))
                }),
            );
        }
        for chunk in self.new.chunks(ROWS_A_STATEMENT) {
            add(chunk.len(), false, Box::new(move || insert(engine, chunk)));
        }
        for chunk in self.changed.chunks(ROWS_A_STATEMENT) {
            add(chunk.len(), false, Box::new(move || update(engine, chunk)));
        }
    }
}

/// `($1, $2), ($3, $4)` with what it stands for.
fn pairs(engine: Engine, of: &[(i64, i64)]) -> Result<(String, AnyArguments), sqlx::Error> {
    let mut bound = AnyArguments::default();
    for (id, rev) in of {
        bound.add(*id).map_err(sqlx::Error::Encode)?;
        bound.add(*rev).map_err(sqlx::Error::Encode)?;
    }
    let marks: Vec<String> = (0..of.len()).map(|n| format!("({})", engine.marks(2 * n + 1, 2))).collect();
    Ok((marks.join(", "), bound))
}

fn insert<R: Row>(engine: Engine, rows: &[R]) -> Result<(String, AnyArguments), sqlx::Error> {
    let (values, bound) = values(engine, rows)?;
    Ok((format!("INSERT INTO {} ({}) {values}", R::TABLE, R::COLUMNS.join(", ")), bound))
}

/// No upsert: that would bring back a row, such as a key, that someone deleted meanwhile.
fn update<R: Row>(engine: Engine, rows: &[R]) -> Result<(String, AnyArguments), sqlx::Error> {
    let (values, bound) = values(engine, rows)?;
    // Both engines call the columns of VALUES so.
    let sets: Vec<String> =
        R::COLUMNS.iter().enumerate().skip(1).map(|(n, c)| format!("{c} = new.column{}", n + 1)).collect();
    let sql = format!(
        "UPDATE {table} SET {} FROM ({values}) AS new WHERE {table}.id = new.column1 AND {table}.rev = new.column2 - 1",
        sets.join(", "),
        table = R::TABLE
    );
    Ok((sql, bound))
}

fn values<R: Row>(engine: Engine, rows: &[R]) -> Result<(String, AnyArguments), sqlx::Error> {
    let mut bound = AnyArguments::default();
    for row in rows {
        row.bind(&mut bound)?;
    }
    let width = R::COLUMNS.len();
    let lists: Vec<String> = (0..rows.len()).map(|n| format!("({})", engine.marks(n * width + 1, width))).collect();
    Ok((format!("VALUES {}", lists.join(", ")), bound))
}

/// How long the list is that so many values are written as: of few lengths, so that each statement is
/// prepared once.
fn listed(count: usize) -> usize {
    [1, 4, 16, 64].into_iter().find(|length| *length >= count).unwrap_or(MOST_LISTED)
}

/// `$3, $4, $5`.
fn marks(from: usize, count: usize) -> String {
    (from..from + count).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

/// Every migration, by version.
fn migrations(engine: Engine) -> Vec<Migration> {
    let mut files: Vec<_> = MIGRATIONS.files().collect();
    files.sort_by_key(|file| file.path());
    let migration = |file: &include_dir::File<'_>| {
        let name = file.path().file_stem().and_then(|n| n.to_str()).unwrap_or_default();
        let (number, description) = name.split_once('_').unwrap_or((name, ""));
        let text = engine.column_types(file.contents_utf8().unwrap_or_default());
        Migration::new(
            number.parse().unwrap_or_default(),
            Cow::Owned(description.to_owned()),
            MigrationType::Simple,
            AssertSqlSafe(text).into_sql_str(),
            false,
        )
    };
    files.into_iter().map(migration).collect()
}

/// The schema that this program writes.
fn newest_schema(engine: Engine) -> i64 {
    migrations(engine).last().map(|m| m.version).unwrap_or_default()
}

/// How often, and how long after each other, a fresh file that is locked is tried again.
const FRESH_TRIES: u32 = 100;
const FRESH_PAUSE: Duration = Duration::from_millis(50);

async fn set_up(connection: &mut AnyConnection, setup: &'static [&'static str]) -> Result<(), sqlx::Error> {
    for statement in setup {
        sqlx::raw_sql(*statement).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Brings a database forward to the newest schema, and refuses one that is newer still.
async fn migrate(pool: &AnyPool, engine: Engine) -> Result<(), StoreError> {
    let known = newest_schema(engine);
    // SQLite has no lock for this: when another process brings the same database forward, a step
    // of ours fails and is undone, and is found done the next time. Each time is a step further.
    let mut tries = migrations(engine).len();
    loop {
        return match Migrator::with_migrations(migrations(engine)).run(pool).await {
            Ok(()) => Ok(()),
            Err(sqlx::migrate::MigrateError::VersionMissing(found)) => Err(StoreError::Newer { found, known }),
            Err(_) if tries > 0 => {
                tries -= 1;
                continue;
            }
            Err(sqlx::migrate::MigrateError::Execute(error)) => Err(error.into()),
            Err(error) => Err(StoreError::Migration(known, error.to_string())),
        };
    }
}
