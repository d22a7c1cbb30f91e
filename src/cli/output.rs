//! What a subcommand writes for people, and how it ends.

use crate::config::ConfigError;
use crate::store::{BackupError, StoreError};
use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;

/// Why a subcommand ends early.
#[derive(Debug)]
pub enum Failure {
    /// One sentence on what is wrong and what to do.
    Failed(String),
    /// It failed, and has already said why.
    Said,
    /// Nobody reads the output any more: no failure.
    ClosedPipe,
}

impl Failure {
    /// A failure of this sentence.
    pub fn new(sentence: impl Display) -> Failure {
        Failure::Failed(sentence.to_string())
    }
}

macro_rules! sentence_of {
    ($($error:ty),*) => { $(
        impl From<$error> for Failure {
            fn from(error: $error) -> Failure {
                Failure::new(error)
            }
        }
    )* };
}

sentence_of!(ConfigError, StoreError, BackupError, crate::seal::SealError, crate::clock::ChanceError);

/// Writes a line to standard output.
pub fn say(line: impl Display) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Err(Failure::ClosedPipe),
        Err(e) => Err(Failure::new(format!("standard output cannot be written ({e}): give it another place"))),
    }
}

/// Writes a line to standard error, if anyone reads it.
pub fn complain(line: impl Display) {
    let _ = writeln!(io::stderr(), "gcm-talks: {line}");
}

/// Writes a text where it is wanted: into a file, which is said, or to standard output.
pub fn deliver(text: &str, file: Option<&Path>) -> Result<(), Failure> {
    let Some(file) = file else { return say(text.trim_end()) };
    std::fs::write(file, text).map_err(|e| Failure::new(format!("{}: {e}", short(file))))?;
    complain(format!("written to {}", short(file)));
    Ok(())
}

/// A path as a person in this folder would write it.
pub fn short(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let inside = here.as_deref().and_then(|here| path.strip_prefix(here).ok());
    inside.unwrap_or(path).display().to_string()
}

/// A database's URL for people: no password, the path as one would write it.
pub fn short_url(url: &str) -> String {
    match url.strip_prefix("sqlite:") {
        Some(path) => format!("sqlite {}", short(Path::new(path))),
        None => crate::config::mask_url(url),
    }
}

/// A size: `1.2 MB`.
pub fn size(bytes: u64) -> String {
    let mut value = bytes as f64;
    for unit in ["B", "kB", "MB", "GB"] {
        if value < 1000.0 {
            return if unit == "B" { format!("{bytes} B") } else { format!("{value:.1} {unit}") };
        }
        value /= 1000.0;
    }
    format!("{value:.1} TB")
}

/// A moment in UTC: `2027-09-03 14:02 UTC`.
pub fn moment(at: crate::model::Time) -> String {
    match jiff::Timestamp::from_millisecond(at) {
        Ok(moment) => moment.strftime("%Y-%m-%d %H:%M UTC").to_string(),
        Err(_) => "at an unknown time".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short() {
        for (bytes, text) in [(0, "0 B"), (999, "999 B"), (1_234_567, "1.2 MB"), (5_000_000_000_000, "5.0 TB")] {
            assert_eq!(size(bytes), text);
        }
    }

    #[test]
    fn moments_are_in_utc() {
        assert_eq!(moment(1_800_000_000_000), "2027-01-15 08:00 UTC");
    }
}
