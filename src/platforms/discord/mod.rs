//! Discord: channels, threads and private messages, heard by the gateway and, for what happened
//! meanwhile, read in the channels' history; answered through the outbox.
//!
//! The library underneath (serenity) looks after connections and rate limits. It keeps no session
//! over a restart, and its history brings neither edits nor deletions nor marks: what is heard and
//! how far, this module and the cursor in our own store do.

mod examine;
mod facts;
mod gateway;
mod hear;
mod history;
mod known;
mod limits;
mod look;
mod menu;
mod missed;
mod place;
mod press;
mod rest;
mod session;
mod speak;
mod sync;

pub use examine::{Report, examine};
pub use menu::menu;
pub use session::{DiscordError, Session};

use crate::chat::CommandSpec;
use crate::clock::Source;
use crate::config::DiscordConfig;
use crate::model::Time;
use known::Known;
use limits::Limits;
use rest::Trouble;
use serenity::all::{ChannelId, Http, UserId};
use std::collections::{BTreeSet, HashMap};
use std::future::Future;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The bot's application.
pub struct Discord {
    http: Arc<Http>,
    /// By what connections are made.
    config: DiscordConfig,
    /// The bot's own account.
    own: UserId,
    /// Whether what messages say is told: the privileged intent.
    content: bool,
    /// The commands, as data.
    specs: Vec<CommandSpec>,
    source: Source,
    /// What this process tried to send, it tried since then.
    since: Time,
    /// When it was last read what was missed, and since when that was.
    missed: Mutex<(Time, Time)>,
    known: Known,
    limits: Limits,
    /// The channels that are rooms, as of the last look.
    bound: Mutex<BTreeSet<ChannelId>>,
    /// What people did by Discord's own means and is not acknowledged yet.
    under_way: press::UnderWay,
    /// How much the library could not read of what Discord told.
    misread: AtomicU64,
    /// From when on conversations may be begun.
    begins_from: AtomicI64,
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
        let Session { http, config, own, content, .. } = session;
        Arc::new(Discord {
            http,
            config,
            own,
            content,
            specs,
            source,
            since,
            missed: Mutex::default(),
            known: Known::default(),
            limits: Limits::default(),
            bound: Mutex::default(),
            under_way: press::UnderWay::default(),
            misread: AtomicU64::new(0),
            begins_from: AtomicI64::new(0),
            direct: Mutex::default(),
            refused: AtomicBool::new(false),
        })
    }

    /// How much the library could not read of what Discord told: it passes over that without a word.
    pub fn misread(&self) -> u64 {
        self.misread.load(Ordering::Relaxed)
    }

    /// Whether a channel is a room.
    fn is_bound(&self, channel: ChannelId) -> bool {
        self.bound.lock().unwrap_or_else(PoisonError::into_inner).contains(&channel)
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
