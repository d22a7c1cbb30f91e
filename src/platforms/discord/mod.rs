//! Discord: channels, threads and private messages, heard by the gateway and, for what happened
//! meanwhile, read in the channels' history; answered through the outbox.
//!
//! The library underneath (serenity) looks after connections and rate limits. It keeps no session
//! over a restart, and its history brings neither edits nor deletions nor marks: what is heard and
//! how far, this module and the cursor in our own store do.

mod facts;
mod history;
mod look;
mod place;
mod press;
mod rest;
mod session;
mod speak;

pub use session::{DiscordError, Session};

use crate::chat::CommandSpec;
use crate::clock::Source;
use crate::model::Time;
use rest::Trouble;
use serenity::all::{ApplicationId, ChannelId, Http, UserId};
use std::collections::HashMap;
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

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
    /// The conversation with each person who was written to.
    direct: Mutex<HashMap<UserId, ChannelId>>,
    /// Whether the token is not good any more: then nothing is asked, since an address that asks on
    /// is banned.
    refused: AtomicBool,
}

impl Discord {
    /// The application of a session that stands.
    pub fn new(session: Session, specs: Vec<CommandSpec>, source: Source) -> Arc<Discord> {
        let since = source.clock.now();
        let Session { http, own, application, content, .. } = session;
        let (direct, refused) = (Mutex::default(), AtomicBool::new(false));
        Arc::new(Discord { http, own, application, content, specs, source, since, direct, refused })
    }

    /// Asks, as long as the token is good.
    async fn ask<T>(&self, request: impl Future<Output = serenity::Result<T>>) -> Result<T, Trouble> {
        if self.refused.load(Ordering::Relaxed) {
            return Err(Trouble::Token);
        }
        let answer = rest::ask(request).await;
        if answer.as_ref().is_err_and(|trouble| *trouble == Trouble::Token) {
            self.refused.store(true, Ordering::Relaxed);
            tracing::error!("Discord refuses the token: nothing is said there until the bot is started anew");
        }
        answer
    }

    fn now(&self) -> Time {
        self.source.clock.now()
    }
}
