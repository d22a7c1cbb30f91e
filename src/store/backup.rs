//! Backups: the rows of every table in one file, sealed as they are, read in one consistent
//! transaction beside a running bot. The same file goes back into SQLite or PostgreSQL. The keys
//! are not in it.
//!
//! JSON Lines: a head with the schema and the number of rows by table, one line a row
//! (`["seen",[1,1,{"hex":"…"},"source",null,null]]`), and an end with the number of all rows and
//! the BLAKE3 hash of every byte before. The hash finds damage, not forgery.

use super::rows::{Cell, add_cells, read_cells};
use super::snapshot::House;
use super::{KeyRow, Row, Rows, Store, StoreError, TABLES, Vault};
use crate::model::Time;
use serde::{Deserialize, Serialize};
use sqlx::{Any, AssertSqlSafe, Transaction};
use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

/// How many rows are read or written at once.
const ROWS_A_PAGE: usize = 500;
const FORMAT: &str = "gcm-talks backup 1";
const NOTE: &str = "Without the key folder nothing in here opens. Keep a copy of that folder elsewhere.";

/// What a backup held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackedUp {
    /// How many rows.
    pub rows: u64,
    /// When it was made.
    pub at: Time,
}

/// What can go wrong with a backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file cannot be written.
    #[error("the backup cannot be written: {0}")]
    Write(io::Error),
    /// The file cannot be read.
    #[error("the backup cannot be read: {0}")]
    Read(io::Error),
    /// The database that it should go into holds something.
    #[error(
        "the database holds {0} rows already, and nothing was restored: give an empty database, such as a new file or a new PostgreSQL database"
    )]
    NotEmpty(i64),
    /// A backup of another version.
    #[error(
        "the backup has schema {found}, this program writes schema {known}: restore it with the program that made it, then run gcm-talks migrate with this one"
    )]
    OtherSchema {
        /// The schema of the backup.
        found: i64,
        /// The schema of this program.
        known: i64,
    },
    /// A line that no backup has.
    #[error("line {line} of the backup {reason}, and nothing was restored: take another backup")]
    Line {
        /// From 1.
        line: u64,
        /// What is wrong with it.
        reason: &'static str,
    },
}

impl From<sqlx::Error> for BackupError {
    fn from(error: sqlx::Error) -> Self {
        BackupError::Store(error.into())
    }
}

#[derive(Serialize, Deserialize)]
struct Head {
    format: String,
    schema: i64,
    at: Time,
    note: String,
    rows: BTreeMap<String, i64>,
}

#[derive(Serialize, Deserialize)]
struct End {
    rows: u64,
    blake3: String,
}

/// Writes lines and hashes them.
struct Lines<'w, W> {
    out: &'w mut W,
    hasher: blake3::Hasher,
}

impl<W: Write> Lines<'_, W> {
    fn put(&mut self, line: &impl Serialize) -> Result<(), BackupError> {
        let mut bytes = serde_json::to_vec(line).map_err(|e| BackupError::Write(e.into()))?;
        bytes.push(b'\n');
        self.hasher.update(&bytes);
        self.out.write_all(&bytes).map_err(BackupError::Write)
    }
}

impl Store {
    /// Writes a backup. The bot may run on meanwhile: what is written is the state of one moment.
    pub async fn backup(&self, out: &mut (impl Write + Send)) -> Result<BackedUp, BackupError> {
        let mut transaction = self.pool.begin_with(self.engine.begin_reading()).await?;
        let at = self.source().clock.now();
        let mut lines = Lines { out, hasher: blake3::Hasher::new() };
        let mut counts = BTreeMap::new();
        for table in TABLES {
            counts.insert((*table).to_owned(), count(&mut transaction, table).await?);
        }
        let schema = super::newest_schema(self.engine);
        lines.put(&Head { format: FORMAT.into(), schema, at, note: NOTE.into(), rows: counts })?;
        let mut rows = 0;
        for table in TABLES {
            let mut after = i64::MIN;
            loop {
                let page = read_cells(&mut transaction, table, after).await?;
                for (id, cells) in &page {
                    lines.put(&(table, cells))?;
                    after = *id;
                }
                rows += page.len() as u64;
                if page.len() < ROWS_A_PAGE {
                    break;
                }
            }
        }
        transaction.rollback().await?;
        let blake3 = lines.hasher.finalize().to_hex().to_string();
        lines.put(&End { rows, blake3 })?;
        lines.out.flush().map_err(BackupError::Write)?;
        Ok(BackedUp { rows, at })
    }

    /// Reads a backup into this database, which must be empty: all of it or nothing. The keys at
    /// hand must be those of the backup. Leases are left out: whoever held them is elsewhere.
    pub async fn restore(&self, input: &mut (impl BufRead + Send)) -> Result<BackedUp, BackupError> {
        let mut lines = Reader { input, hasher: blake3::Hasher::new(), line: 0 };
        let head: Head = lines.next()?;
        if head.format != FORMAT {
            return Err(lines.wrong("is not the head of a backup"));
        }
        let known = super::newest_schema(self.engine);
        if head.schema != known {
            return Err(BackupError::OtherSchema { found: head.schema, known });
        }

        let mut writing = self.begin().await?;
        let mut there = 0;
        for table in TABLES.iter().filter(|table| !matches!(**table, "leases" | "counters")) {
            there += count(&mut writing.transaction, table).await?;
        }
        // The house key that a fresh database was given has sealed nothing yet.
        let fresh = sqlx::query("DELETE FROM keys WHERE id = 0").execute(&mut *writing.transaction).await?;
        there -= i64::try_from(fresh.rows_affected()).unwrap_or_default();
        if there > 0 {
            return Err(BackupError::NotEmpty(there));
        }
        sqlx::query("DELETE FROM counters").execute(&mut *writing.transaction).await?;

        let rows: u64 = head.rows.values().filter_map(|n| u64::try_from(*n).ok()).sum();
        let mut house: Vec<KeyRow> = Vec::new();
        let mut read = 0;
        while read < rows {
            let mut page = Rows::default();
            let until = rows.min(read + ROWS_A_PAGE as u64);
            while read < until {
                let (table, cells): (String, Vec<Cell>) = lines.next()?;
                read += 1;
                if table != "leases" && !add_cells(&mut page, &table, cells) {
                    return Err(lines.wrong("is no row of a table that I know"));
                }
            }
            house.extend(page.keys.iter().filter(|row| row.id <= 0).cloned());
            writing.run(page.into_changes().steps(self.engine)).await?;
        }
        let found = lines.hasher.finalize().to_hex().to_string();
        let end: End = lines.next()?;
        if end.rows != rows || end.blake3 != found {
            return Err(lines.wrong("does not fit what stands before it: the file is damaged"));
        }

        let ring = self.vault().ring.clone();
        let house = House::of(&ring, &house)?;
        let house = house.ok_or_else(|| lines.wrong("comes too early: the house key is missing"))?;
        writing.transaction.commit().await?;
        self.set_vault(Vault::new(ring, house));
        Ok(BackedUp { rows, at: head.at })
    }
}

/// Reads lines and hashes them.
struct Reader<'r, R> {
    input: &'r mut R,
    hasher: blake3::Hasher,
    line: u64,
}

impl<R: BufRead> Reader<'_, R> {
    fn next<T: for<'a> Deserialize<'a>>(&mut self) -> Result<T, BackupError> {
        self.line += 1;
        let mut bytes = Vec::new();
        self.input.read_until(b'\n', &mut bytes).map_err(BackupError::Read)?;
        if bytes.last() != Some(&b'\n') {
            return Err(self.wrong("is cut off: the file is not whole"));
        }
        self.hasher.update(&bytes);
        serde_json::from_slice(&bytes).map_err(|_| self.wrong("is not what a backup has there"))
    }

    fn wrong(&self, reason: &'static str) -> BackupError {
        BackupError::Line { line: self.line, reason }
    }
}

async fn count(transaction: &mut Transaction<'_, Any>, table: &str) -> Result<i64, sqlx::Error> {
    let sql = AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
    sqlx::query_scalar(sql).fetch_one(&mut **transaction).await
}

/// The next rows of a table by identifier.
pub(super) async fn page<R: Row>(
    transaction: &mut Transaction<'_, Any>,
    after: i64,
) -> Result<Vec<(i64, Vec<Cell>)>, sqlx::Error> {
    let sql =
        format!("SELECT {} FROM {} WHERE id > $1 ORDER BY id LIMIT {ROWS_A_PAGE}", R::COLUMNS.join(", "), R::TABLE);
    let rows = sqlx::query(AssertSqlSafe(sql)).bind(after).fetch_all(&mut **transaction).await?;
    rows.iter().map(|row| R::read(row).map(|row| (row.id(), row.cells()))).collect()
}
