//! The handful of things in which SQLite and PostgreSQL differ.

use super::StoreError;
use futures_util::stream::BoxStream;
use sqlx::any::{AnyQueryResult, AnyRow};
use sqlx::error::DatabaseError;
use sqlx::{AnyConnection, AssertSqlSafe, Either, Executor};
use std::path::PathBuf;

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub(super) fn of(url: &str) -> Result<Engine, StoreError> {
        match url.split(':').next() {
            Some("sqlite") => Ok(Engine::Sqlite),
            Some("postgres" | "postgresql") => Ok(Engine::Postgres),
            // A wrong URL may hold a password: only its beginning is shown.
            scheme => Err(StoreError::UnknownEngine(scheme.unwrap_or_default().chars().take(20).collect())),
        }
    }

    /// A deferred transaction of SQLite that becomes a writer is refused at once when another
    /// writes; an immediate one waits.
    pub(super) fn begin(self) -> &'static str {
        match self {
            Engine::Sqlite => "BEGIN IMMEDIATE",
            Engine::Postgres => "BEGIN",
        }
    }

    /// A transaction in which every read sees the same moment.
    pub(super) fn begin_reading(self) -> &'static str {
        match self {
            Engine::Sqlite => "BEGIN",
            Engine::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }

    /// The rows of several statements, one after the other, and where each ends. PostgreSQL prepares no more
    /// than one at a time.
    pub(super) fn fetch_several<'c>(
        self,
        connection: &'c mut AnyConnection,
        several: String,
    ) -> BoxStream<'c, Result<Either<AnyQueryResult, AnyRow>, sqlx::Error>> {
        match self {
            Engine::Sqlite => connection.fetch_many(sqlx::query(AssertSqlSafe(several))),
            Engine::Postgres => connection.fetch_many(sqlx::raw_sql(AssertSqlSafe(several))),
        }
    }

    /// What keeps a row that was read from changing until the end of the transaction. SQLite has
    /// one writer anyway.
    pub(super) fn keep_row(self) -> &'static str {
        match self {
            Engine::Sqlite => "",
            Engine::Postgres => " FOR SHARE",
        }
    }

    /// Whether there is a schema: 0 or 1.
    pub(super) fn has_schema(self) -> &'static str {
        match self {
            Engine::Sqlite => "SELECT COUNT(*) FROM sqlite_master WHERE name = '_sqlx_migrations'",
            Engine::Postgres => {
                "SELECT COUNT(*) FROM information_schema.tables \
                 WHERE table_schema = current_schema() AND table_name = '_sqlx_migrations'"
            }
        }
    }

    /// What each connection is told first. `secure_delete`: what is deleted is overwritten in the
    /// file.
    pub(super) fn connection_setup(self) -> &'static [&'static str] {
        match self {
            Engine::Sqlite => &[
                "PRAGMA journal_mode = WAL",
                "PRAGMA synchronous = FULL",
                "PRAGMA secure_delete = ON",
                "PRAGMA busy_timeout = 5000",
                "PRAGMA temp_store = MEMORY",
            ],
            Engine::Postgres => &[],
        }
    }

    /// What stands for so many values, from the value of this number on, in a statement that names
    /// no value twice. SQLite finds the number of each `$n` by going through all of them: nine
    /// hundred of them take longer than writing the rows.
    pub(super) fn marks(self, from: usize, count: usize) -> String {
        match self {
            Engine::Sqlite => vec!["?"; count].join(", "),
            Engine::Postgres => super::marks(from, count),
        }
    }

    pub(super) fn column_types(self, text: &str) -> String {
        match self {
            Engine::Sqlite => text.to_owned(),
            Engine::Postgres => text.replace(" BLOB", " BYTEA"),
        }
    }

    /// The URL of a database that is made where it is missing.
    pub(super) fn connect_url(self, url: &str) -> String {
        self.with_mode(url, "rwc")
    }

    /// The URL of a database that is there already.
    pub(super) fn existing_url(self, url: &str) -> String {
        self.with_mode(url, "rw")
    }

    fn with_mode(self, url: &str, mode: &str) -> String {
        match self {
            Engine::Sqlite if !url.contains('?') && !url.contains(":memory:") => format!("{url}?mode={mode}"),
            _ => url.to_owned(),
        }
    }
}

/// The file of a SQLite URL, if it has one.
pub(super) fn file_of(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?.split('?').next()?;
    let path = path.strip_prefix("//").unwrap_or(path);
    (!path.is_empty() && path != ":memory:").then(|| path.into())
}

/// How many bytes a SQLite database takes, its log included.
pub(super) fn file_size(url: &str) -> i64 {
    let Some(path) = file_of(url) else { return 0 };
    let log = path.with_file_name(format!("{}-wal", path.file_name().and_then(|n| n.to_str()).unwrap_or_default()));
    let bytes = |path: &PathBuf| std::fs::metadata(path).map(|m| m.len()).unwrap_or_default();
    i64::try_from(bytes(&path) + bytes(&log)).unwrap_or(i64::MAX)
}

/// Makes the folder of a new SQLite file, and the file itself so that only its owner can read it.
pub(super) fn prepare_file(url: &str) -> Result<(), StoreError> {
    let Some(path) = file_of(url) else { return Ok(()) };
    if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(sqlx::Error::Io)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(&path).map_err(sqlx::Error::Io)?;
    Ok(())
}

/// Whether another process is in the way at this moment.
pub(super) fn is_locked(error: &sqlx::Error) -> bool {
    const BUSY: &str = "5"; // SQLITE_BUSY
    matches!(error, sqlx::Error::Database(e) if e.code().is_some_and(|code| code == BUSY))
}

/// What is wrong with the database, and what to do: one sentence for whoever runs the program.
pub(super) fn sentence(error: &sqlx::Error) -> String {
    let known = match error {
        sqlx::Error::Database(e) => e.code().and_then(|code| known(&code)),
        sqlx::Error::Io(e) => {
            return format!(
                "the database cannot be reached ({e}): check that it is there and that this user may use it"
            );
        }
        sqlx::Error::PoolTimedOut => Some("the database does not answer: check that it runs, or try again later"),
        _ => None,
    };
    known.map_or_else(|| format!("the database refuses: {error}"), str::to_owned)
}

pub(super) fn known(code: &str) -> Option<&'static str> {
    if let (true, Ok(number)) = (code.len() < 5, code.parse::<i64>()) {
        return Some(match number & 0xff {
            5 | 6 => "another program holds the database locked: close it, or try again later",
            8 => "the database cannot be written: give this user the right to write its file and its folder",
            10 => "the disk fails to read or write the database: check the disk, then restore a backup if need be",
            11 | 26 => {
                "the database file is damaged, or is none: move it away and restore a backup with gcm-talks restore"
            }
            13 => "the disk is full and nothing was written: make room, then try again",
            14 => {
                "the database file cannot be opened: check that its folder is there and that this user may write in it"
            }
            _ => return None,
        });
    }
    Some(match code {
        "28000" | "28P01" => "the database refuses the user or the password: correct the URL in [store]",
        "3D000" => "there is no database of this name: make it with createdb, or correct the URL in [store]",
        "42501" => "the database gives this user no right to do that: make the user the database's owner",
        "25006" => "the database is read-only at the moment: use the server that can be written",
        "53100" => "the database server's disk is full and nothing was written: make room, then try again",
        "53300" => "the database server takes no more connections: raise max_connections, or try again later",
        code if code.starts_with("57P") => "the database server is starting or stopping: try again in a moment",
        code if code.starts_with("XX") => "the database is damaged: restore a backup with gcm-talks restore",
        _ => return None,
    })
}

/// Two transactions of PostgreSQL that could not be put in an order.
pub(super) fn is_serialization(error: &dyn DatabaseError) -> bool {
    matches!(error.code().as_deref(), Some("40001" | "40P01"))
}

/// SQLite: busy, locked, read-only for now, input/output, full. PostgreSQL: out of resources,
/// shutting down, connection lost.
pub(super) fn is_passing(error: &dyn DatabaseError) -> bool {
    let Some(code) = error.code() else { return false };
    match code.parse::<i64>() {
        Ok(number) if code.len() < 5 => matches!(number & 0xff, 5 | 6 | 8 | 10 | 13 | 14),
        _ => code.starts_with("53") || code.starts_with("57") || code.starts_with("08"),
    }
}
