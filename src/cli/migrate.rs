//! `gcm-talks migrate`: bring the database forward.

use super::Place;
use super::opening::{There, open};
use super::output::{Failure, say, short_url};
use crate::clock::Source;
use crate::store::inspect;

/// Brings the database forward to the schema of this program, and says what it did.
pub async fn execute(place: &Place) -> Result<(), Failure> {
    let config = place.read()?;
    let url = config.store.url.expose();
    let before = inspect(url).await?.map(|found| found.schema).unwrap_or_default();
    let store = open(&config, There::Nothing, Source::system()).await?;
    store.close().await;
    let after = inspect(url).await?.map(|found| found.schema).unwrap_or_default();
    let name = short_url(url);
    match (before, after) {
        (0, after) => say(format!("{name}: made, with schema {after}.")),
        (before, after) if before == after => say(format!("{name}: has schema {after} already.")),
        (before, after) => say(format!("{name}: brought from schema {before} to {after}.")),
    }
}
