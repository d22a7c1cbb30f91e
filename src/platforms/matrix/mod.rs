//! Matrix: encrypted rooms on any homeserver, heard by a sync loop of our own and answered through
//! the outbox.
//!
//! The library underneath (matrix-sdk) looks after devices and encryption; what is heard and how
//! far, this module and the cursor in our own store do.

mod direct;
mod facts;
mod files;
mod hear;
mod history;
mod known;
mod session;
mod space;
mod speak;
mod sync;

pub use session::{MatrixError, Report, Session, examine, store_key};
pub use sync::Mark;

use crate::clock::Source;
use crate::model::Time;
use known::{Known, Names};
use matrix_sdk::{Client, Room};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64};

/// The bot's account on a homeserver.
pub struct Matrix {
    client: Client,
    /// The bot's own account.
    own: String,
    /// This device.
    device: String,
    /// Accounts that are programs, as the configuration says.
    ignore: BTreeSet<String>,
    source: Source,
    known: Known,
    names: Names,
    /// What this process tried to send since then, this device tried.
    since: Time,
    /// Whether the device knows the bot's rooms: a new one does when it has heard for the first time.
    settled: AtomicBool,
    /// Whether the homeserver failed to say what was needed to understand what was heard last.
    doubtful: AtomicBool,
    /// From when on files are fetched again: what is said beside many that do not come is not kept waiting.
    files_from: AtomicI64,
    /// Held while a room is made or the list of conversations changes: of two who read the list and
    /// write it, one would undo what the other did.
    making: tokio::sync::Mutex<()>,
}

impl Matrix {
    /// The account of a session that stands.
    pub fn new(session: Session, ignore: &[String], source: Source) -> Arc<Matrix> {
        let since = source.clock.now();
        let (own, settled) = (session.user, AtomicBool::new(session.token.is_some()));
        let ignore = ignore.iter().cloned().collect();
        Arc::new(Matrix {
            client: session.client,
            own,
            device: session.device,
            ignore,
            source,
            known: Known::default(),
            names: Names::default(),
            since,
            settled,
            doubtful: AtomicBool::default(),
            files_from: AtomicI64::default(),
            making: tokio::sync::Mutex::default(),
        })
    }

    /// The room of this address, if the bot knows it.
    fn room(&self, address: &str) -> Option<Room> {
        let id = matrix_sdk::ruma::RoomId::parse(address).ok()?;
        self.client.get_room(&id)
    }

    fn now(&self) -> Time {
        self.source.clock.now()
    }
}

/// Whether a room is one person's conversation with the bot: it was made as one, and nobody else
/// is there.
fn is_direct(room: &Room) -> bool {
    !room.direct_targets().is_empty() && room.active_members_count() <= 2
}
