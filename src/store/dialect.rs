//! The handful of things in which SQLite and PostgreSQL differ.

use super::StoreError;
use sqlx::error::DatabaseError;
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

    pub(super) fn column_types(self, text: &str) -> String {
        match self {
            Engine::Sqlite => text.to_owned(),
            Engine::Postgres => text.replace(" BLOB", " BYTEA"),
        }
    }

    pub(super) fn connect_url(self, url: &str) -> String {
        match self {
            Engine::Sqlite if !url.contains('?') && !url.contains(":memory:") => format!("{url}?mode=rwc"),
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
