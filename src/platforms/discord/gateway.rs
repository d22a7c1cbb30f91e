//! The connection that hears. The library keeps it and resumes it; what it cannot resume it begins
//! anew, with a READY that the loop answers by reading what it missed.

use super::Discord;
use super::rest::{Trouble, ask, pause};
use super::session::{DiscordError, door, intents};
use crate::intake::Intake;
use crate::model::{MINUTE, Time};
use serenity::all::{
    ClientBuilder, ConnectionStage, Context, Event, GatewayError, RawEventHandler, ShardId, ShardManager,
    ShardRunnerMessage,
};
use serenity::cache::Settings;
use std::collections::HashMap;
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
/// After so many all are begun anew.
const GIVEN_UP: u32 = 30;
/// A connection whose heartbeats are not answered for so many looks is none: one is sent in about forty seconds.
/// <https://discord.com/developers/docs/events/gateway#sending-heartbeats>
const SILENT: u32 = 12;
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

/// Says when a connection is gone for longer, and when all stand again; ends when one does not come back. The
/// library loses sight of one that it begins anew, and waits without end for one that stays silent.
async fn watch(shards: &ShardManager, news: &UnboundedSender<News>) {
    let mut looks = Looks::default();
    loop {
        tokio::time::sleep(LOOK).await;
        let runners = shards.runners.lock().await;
        let seen = runners.iter().map(|(id, shard)| (*id, shard.stage == ConnectionStage::Connected, shard.latency));
        let seen: Vec<_> = seen.collect();
        drop(runners);
        let before = looks.without;
        looks.look(&seen);
        if looks.without == 0 && before >= GONE {
            let _ = news.send(News::Connected(true));
        }
        // Another that begins anew says that all is well.
        if looks.without >= GONE {
            let _ = news.send(News::Connected(false));
        }
        if looks.without >= GIVEN_UP {
            return;
        }
    }
}

/// What was seen of the connections until now.
#[derive(Default)]
struct Looks {
    /// As many as there ever were.
    most: usize,
    /// How long the last heartbeat of each was on its way, which differs from one to the next, and for how many
    /// looks that is the same.
    heartbeats: HashMap<ShardId, (Option<Duration>, u32)>,
    /// For how many looks not all have stood.
    without: u32,
}

impl Looks {
    /// Looks at each connection: whether it stands, as far as the library knows, and how long its last
    /// heartbeat was on its way.
    fn look(&mut self, shards: &[(ShardId, bool, Option<Duration>)]) {
        self.most = shards.len().max(self.most).max(1);
        let mut stand = shards.len() == self.most;
        for (id, connected, heartbeat) in shards {
            let (last, same) = self.heartbeats.entry(*id).or_default();
            *same = if last == heartbeat { *same + 1 } else { 0 };
            *last = *heartbeat;
            stand &= *connected && *same < SILENT;
        }
        self.without = if stand { 0 } else { self.without.saturating_add(1) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_stands_while_it_is_there_and_its_heart_beats() {
        let shard = |n: u32, connected: bool, beat: u64| (ShardId(n), connected, Some(Duration::from_nanos(beat)));
        let mut looks = Looks::default();
        looks.look(&[]);
        assert_eq!(looks.without, 1, "none is there yet");
        for n in 0..100 {
            // A heartbeat in forty seconds.
            looks.look(&[shard(0, true, n / 4), shard(1, true, n / 4)]);
            assert_eq!(looks.without, 0, "look {n}");
        }
        looks.look(&[shard(0, true, 30)]);
        looks.look(&[shard(0, true, 30), shard(1, false, 30)]);
        assert_eq!(looks.without, 2, "one is lost sight of, then begins anew");
        for n in 0..SILENT - 1 {
            looks.look(&[shard(0, true, 31 + u64::from(n)), shard(1, true, 30)]);
            assert_eq!(looks.without, 0);
        }
        looks.look(&[shard(0, true, 99), shard(1, true, 30)]);
        assert_eq!(looks.without, 1, "nothing was heard of one for two minutes, though it is thought to stand");
        looks.look(&[shard(0, true, 99), shard(1, true, 31)]);
        assert_eq!(looks.without, 0);
    }
}
