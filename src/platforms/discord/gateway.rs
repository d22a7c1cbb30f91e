//! The connection that hears. The library keeps it and resumes it; what it cannot resume it begins
//! anew, with a READY that the loop answers by reading what it missed.

use super::Discord;
use super::rest::{Trouble, ask, pause};
use super::session::{DiscordError, door, intents};
use crate::intake::Intake;
use crate::model::{MINUTE, Time};
use serenity::all::{
    ClientBuilder, ConnectionStage, Context, Event, GatewayError, RawEventHandler, ShardManager, ShardRunnerMessage,
};
use serenity::cache::Settings;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::oneshot;

/// So long what is pressed waits at most until what was written before it is taken.
const IN_ORDER: Duration = Duration::from_millis(150);
/// How often it is looked whether the connection stands.
const LOOK: Duration = Duration::from_secs(10);
/// After so many looks in a row without one it counts as gone.
const GONE: u32 = 3;
/// A connection that stood for so long failed for a new reason.
const STOOD: Time = 5 * MINUTE;

/// The code with which a connection is closed that is wanted no more.
const NORMAL: u16 = 1000;

/// What comes by the connection.
pub(super) enum News {
    /// Something happened.
    Event(Box<Event>),
    /// The connection is gone for longer, or stands again.
    Connected(bool),
    /// Someone waits until what happened before is taken.
    Waits(oneshot::Sender<()>),
}

/// Passes on what happens. The library hears each event in a task of its own: their order is lost.
struct Ear {
    discord: Arc<Discord>,
    intake: Intake,
    news: UnboundedSender<News>,
}

#[serenity::async_trait]
impl RawEventHandler for Ear {
    async fn raw_event(&self, _: Context, event: Event) {
        match event {
            // What people wrote before they pressed something is taken before it. But they wait for an
            // answer, three seconds at most: it never waits for the loop for long.
            Event::InteractionCreate(event) => {
                let (taken, before) = oneshot::channel();
                let _ = self.news.send(News::Waits(taken));
                let _ = tokio::time::timeout(IN_ORDER, before).await;
                self.discord.pressed(self.intake.clone(), event.interaction).await;
            }
            event => {
                let _ = self.news.send(News::Event(Box::new(event)));
            }
        }
    }
}

/// Logs off when the connection is given up.
struct LogOff(Arc<ShardManager>);

impl Drop for LogOff {
    fn drop(&mut self) {
        let shards = self.0.clone();
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                // The library itself loses sight of a shard that it began anew.
                for (id, shard) in shards.runners.lock().await.iter() {
                    shard.runner_tx.send_to_shard(ShardRunnerMessage::Shutdown(*id, NORMAL));
                }
                shards.shutdown_all().await;
            });
        }
    }
}

/// Why a connection ended.
enum End {
    /// It is tried again.
    Passing(String),
    /// It would end so again and again, until Discord bans the address.
    Final(DiscordError),
}

impl From<Trouble> for End {
    fn from(trouble: Trouble) -> End {
        match trouble {
            Trouble::Token => End::Final(DiscordError::Token),
            trouble => End::Passing(trouble.to_string()),
        }
    }
}

impl From<serenity::Error> for End {
    fn from(error: serenity::Error) -> End {
        match error {
            serenity::Error::Gateway(GatewayError::InvalidAuthentication) => End::Final(DiscordError::Token),
            serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents) => {
                End::Final(DiscordError::Intents)
            }
            serenity::Error::Gateway(_) => End::Passing("the connection ended".into()),
            error => Trouble::of(&error).into(),
        }
    }
}

impl Discord {
    /// Stays connected, and passes on what comes, until Discord refuses for good: gives why.
    pub(super) async fn stay_connected(self: &Arc<Self>, intake: &Intake, news: UnboundedSender<News>) -> DiscordError {
        let mut failures = 0u32;
        loop {
            let began = self.now();
            let reason = match self.connected(intake, &news).await {
                Ok(()) => "the connection ended".to_owned(),
                Err(End::Passing(reason)) => reason,
                Err(End::Final(error)) => return error,
            };
            failures = if self.now() - began > STOOD { 1 } else { failures.saturating_add(1) };
            let pause = pause(failures);
            tracing::warn!(reason, seconds = pause.as_secs(), "Discord is connected to again");
            let _ = news.send(News::Connected(false));
            tokio::time::sleep(pause).await;
        }
    }

    /// Connects, with as many shards as Discord recommends, for as long as that lasts.
    async fn connected(self: &Arc<Self>, intake: &Intake, news: &UnboundedSender<News>) -> Result<(), End> {
        let gateway = ask(self.http.get_gateway()).await?.url;
        let ear = Ear { discord: self.clone(), intake: intake.clone(), news: news.clone() };
        let mut settings = Settings::default();
        (settings.cache_guilds, settings.cache_channels, settings.cache_users) = (false, false, false);
        let client = ClientBuilder::new_with_http(door(&self.config), intents(self.content));
        let mut client = client.cache_settings(settings).raw_event_handler(ear).await?;
        // The library asks for the address once more, and takes Discord's own if it gets none: what
        // is asked by a proxy must not be heard elsewhere.
        if *client.ws_url.lock().await != gateway {
            return Err(End::Passing("the address of the gateway was not told".into()));
        }
        let shards = client.shard_manager.clone();
        let _log_off = LogOff(shards.clone());
        tokio::select! {
            ended = client.start_autosharded() => Ok(ended?),
            () = watch(&shards, news) => Ok(()),
        }
    }
}

/// Says when a connection is gone for longer, and when all stand again. The library loses sight of one that
/// it begins anew.
async fn watch(shards: &ShardManager, news: &UnboundedSender<News>) {
    let (mut without, mut most) = (0u32, 1);
    loop {
        tokio::time::sleep(LOOK).await;
        let runners = shards.runners.lock().await;
        most = runners.len().max(most);
        let stands = runners.len() == most && runners.values().all(|shard| shard.stage == ConnectionStage::Connected);
        drop(runners);
        if stands && without >= GONE {
            let _ = news.send(News::Connected(true));
        }
        without = if stands { 0 } else { without.saturating_add(1) };
        // Another that begins anew says that all is well.
        if without >= GONE {
            let _ = news.send(News::Connected(false));
        }
    }
}
