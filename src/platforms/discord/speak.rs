//! What the outbox asks.

use super::Discord;
use crate::chat::{Document, Outgoing, PlatformPort, SendError, Sending};
use crate::model::{Platform, Time};

impl PlatformPort for Discord {
    fn platform(&self) -> Platform {
        Platform::Discord
    }

    fn side_by_side(&self) -> bool {
        true
    }

    fn post_limit(&self) -> usize {
        2_000
    }

    fn size_of(&self, document: &Document) -> usize {
        crate::chat::render::plain(document).len()
    }

    fn send<'a>(&'a self, _: i64, _: &'a Outgoing, _: Option<Time>) -> Sending<'a> {
        Box::pin(async { Err(SendError::Never { reason: "not yet".into() }) })
    }
}
