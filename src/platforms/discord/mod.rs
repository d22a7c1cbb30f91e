//! Discord: channels, threads and private messages, heard by the gateway and, for what happened
//! meanwhile, read in the channels' history; answered through the outbox.
//!
//! The library underneath (serenity) looks after connections and rate limits. It keeps no session
//! over a restart, and its history brings neither edits nor deletions nor marks: what is heard and
//! how far, this module and the cursor in our own store do.

mod menu;
mod press;
mod rest;
mod session;

pub use menu::menu;
pub use session::{DiscordError, Session};

use crate::chat::CommandSpec;
use crate::clock::Source;
use crate::model::Time;
use serenity::all::{ApplicationId, Http, UserId};
use std::sync::Arc;

/// The bot's application.
pub struct Discord {
    http: Arc<Http>,
    /// The bot's own account.
    own: UserId,
    /// The application, which the slash commands belong to.
    application: ApplicationId,
    /// Whether what messages say is told: the privileged intent.
    content: bool,
    /// The commands, as data.
    specs: Vec<CommandSpec>,
    source: Source,
    /// What this process tried to send, it tried since then.
    since: Time,
    /// What people did by Discord's own means and is not acknowledged yet.
    under_way: press::UnderWay,
}

impl Discord {
    /// The application of a session that stands.
    pub fn new(session: Session, specs: Vec<CommandSpec>, source: Source) -> Arc<Discord> {
        let since = source.clock.now();
        let Session { http, own, application, content, .. } = session;
        Arc::new(Discord {
            http,
            own,
            application,
            content,
            specs,
            source,
            since,
            under_way: press::UnderWay::default(),
        })
    }

    fn now(&self) -> Time {
        self.source.clock.now()
    }
}
