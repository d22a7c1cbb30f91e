//! `gcm-talks backup FILE`: every row, still sealed, while the bot runs.

use super::Place;
use super::opening::{There, open};
use super::output::{Failure, say, short, size};
use crate::clock::Source;
use crate::store::{BackedUp, Store};
use std::fs::{File, OpenOptions};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

/// Write a backup.
#[derive(clap::Args)]
pub struct Backup {
    /// Where to; a new file
    file: PathBuf,
}

impl Backup {
    /// Writes the backup beside its place first, so that a file of its name is always whole.
    pub async fn execute(self, place: &Place) -> Result<(), Failure> {
        if self.file.exists() {
            return Err(Failure::new(format!("{} is there already: give another name", short(&self.file))));
        }
        let config = place.read()?;
        let store = open(&config, There::Everything, Source::system()).await?;
        let part = part_of(&self.file);
        let written = write(&store, &part).await;
        let moved = written.and_then(|done| {
            std::fs::rename(&part, &self.file).map_err(|e| cannot_write(&self.file, &e))?;
            Ok(done)
        });
        let done = match moved {
            Ok(done) => done,
            Err(e) => {
                let _ = std::fs::remove_file(&part);
                store.close().await;
                return Err(e);
            }
        };
        let noted = store.note_backup().await;
        store.close().await;
        noted?;
        let bytes = std::fs::metadata(&self.file).map(|m| m.len()).unwrap_or_default();
        say(format!("{}: {} rows, {}.", short(&self.file), done.rows, size(bytes)))?;
        say(format!(
            "The keys are not in it. Copy {} now, to another place, over the copy before: without it the backup opens nothing.",
            short(&config.store.keys)
        ))
    }
}

async fn write(store: &Store, path: &Path) -> Result<BackedUp, Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut out = BufWriter::new(options.open(path).map_err(|e| cannot_write(path, &e))?);
    let done = store.backup(&mut out).await?;
    let file: File = out.into_inner().map_err(|e| cannot_write(path, e.error()))?;
    file.sync_all().map_err(|e| cannot_write(path, &e))?;
    Ok(done)
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!(
        "{} cannot be written ({error}): give a place with room that this user may write",
        short(path)
    ))
}

/// The name under which a file is written until it is whole.
fn part_of(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    file.with_file_name(name)
}
