//! `gcm-talks restore FILE`: a backup into an empty database, all of it or nothing.

use super::Place;
use super::opening::{There, open};
use super::output::{Failure, moment, say, short, short_url};
use crate::clock::Source;
use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;

/// Read a backup.
#[derive(clap::Args)]
pub struct Restore {
    /// The backup
    file: PathBuf,
}

impl Restore {
    /// Restores it with the keys that belong to it.
    pub async fn execute(self, place: &Place) -> Result<(), Failure> {
        let file = File::open(&self.file).map_err(|e| {
            Failure::new(format!("{} cannot be read ({e}): give the path of a backup", short(&self.file)))
        })?;
        let config = place.read()?;
        let store = open(&config, There::Keys, Source::system()).await?;
        let restored = store.restore(&mut BufReader::new(file)).await;
        store.close().await;
        let restored = restored?;
        say(format!(
            "{}: {} rows of {} restored.",
            short_url(config.store.url.expose()),
            restored.rows,
            moment(restored.at)
        ))?;
        say("What people withdrew after that moment is back: withdraw or forget it again before the bot starts.")
    }
}
