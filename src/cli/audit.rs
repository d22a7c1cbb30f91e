//! `gcm-talks audit verify`: whether the audit log is whole.

use super::Place;
use super::opening::{There, open};
use super::output::{Failure, say};
use crate::clock::Source;
use crate::trust;

/// Look after the audit log.
#[derive(clap::Subcommand)]
pub enum Audit {
    /// Check that no entry was changed or taken out
    Verify,
}

impl Audit {
    /// Does it.
    pub async fn execute(self, place: &Place) -> Result<(), Failure> {
        let config = place.read()?;
        let store = open(&config, There::Everything, Source::system()).await?;
        let verified = trust::verify(&store).await;
        store.close().await;
        match verified? {
            Ok(entries) => say(format!("{} entries, each following from the one before", entries.len())),
            Err(problem) => Err(Failure::new(format!(
                "the audit log is not whole: {problem}. Compare it with the last backup and tell the data focal point"
            ))),
        }
    }
}
