//! `gcm-talks run`: every configured platform, until the end is asked for.

use super::Place;
use super::http::{self, Ready};
use super::opening::{There, open};
use super::output::{Failure, complain, short_url};
use super::shutdown::Shutdown;
use crate::clock::{Clock, Source, SystemClock};
use crate::config::{Config, ConsoleConfig};
use crate::model::{SECOND, Time};
use crate::store::{Held, Store, StoreError};
use std::sync::Arc;
use std::time::Duration;

/// How long the process holds the store without saying so again.
const LEASE: Time = 15 * SECOND;
/// How often it says so.
const RENEWAL: Duration = Duration::from_secs(5);
/// What the lease is of, as the error says it.
const LEASE_NAME: &str = "the bot on this database";

/// Start the bot.
#[derive(clap::Args, Default)]
pub struct Run {
    /// Open rooms in this terminal, beside the platforms of the configuration
    #[arg(long)]
    console: bool,
}

impl Run {
    /// Opens the store, starts everything, waits for the end and closes in order.
    pub async fn execute(self, place: &Place) -> Result<(), Failure> {
        let mut config = place.read()?;
        if self.console && config.console.is_none() {
            config.console = Some(ConsoleConfig::default());
        }
        config.require_platform()?;
        super::logs::start(&config.log);

        let shutdown = Shutdown::new();
        shutdown.on_signals().map_err(|e| Failure::new(format!("signals cannot be heard ({e}): try again")))?;
        let clock = Arc::new(SystemClock::default());
        let source = Source { clock: clock.clone(), ..Source::system() };
        let store = open(&config, There::Nothing, source).await?;

        let served = serve(&config, &store, &shutdown, &clock).await;
        shutdown.request();
        store.close().await;
        served
    }
}

/// Runs the bot on an open store, as the only process that does.
async fn serve(config: &Config, store: &Store, shutdown: &Shutdown, clock: &Arc<SystemClock>) -> Result<(), Failure> {
    let held = store.acquire_lease(LEASE_NAME, system_now(), LEASE).await?;
    let keeper = tokio::spawn(keep(store.clone(), held.clone(), shutdown.clone()));
    let served = serve_leased(config, store.guarded(&held), shutdown, clock).await;
    shutdown.request();
    let kept = keeper.await.map_err(|e| Failure::new(format!("the keeper of the lease ended ({e}): start again")))?;
    // Who lost the lease has nothing to give back, and that is why the program ends.
    match kept {
        Ok(()) => store.release_lease(&held).await?,
        Err(lost) => return Err(lost.into()),
    }
    served
}

async fn serve_leased(
    config: &Config,
    store: Store,
    shutdown: &Shutdown,
    _clock: &Arc<SystemClock>,
) -> Result<(), Failure> {
    let ready = Ready::default();
    if let Some(address) = config.http {
        let bound = http::start(address, store.clone(), ready.clone(), shutdown.clone()).await?;
        tracing::info!(%bound, "the endpoints listen");
    }
    ready.set(true);
    tracing::info!("started");
    complain(format!("{} is open", short_url(config.store.url.expose())));
    until_the_end(config, shutdown).await;
    ready.set(false);
    tracing::info!("stopping");
    Ok(())
}

/// Waits for the end of standard input, where the console reads it, or for a signal.
async fn until_the_end(config: &Config, shutdown: &Shutdown) {
    let input = async {
        match config.console {
            Some(_) => {
                let _ = tokio::io::copy(&mut tokio::io::stdin(), &mut tokio::io::sink()).await;
            }
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        () = input => {}
        () = shutdown.requested() => {}
    }
}

/// Renews the lease until the end; ends the program when another process has taken it over.
async fn keep(store: Store, held: Held, shutdown: Shutdown) -> Result<(), StoreError> {
    loop {
        tokio::select! {
            () = shutdown.requested() => return Ok(()),
            () = tokio::time::sleep(RENEWAL) => {}
        }
        match store.renew_lease(&held, system_now(), LEASE).await {
            Err(lost @ StoreError::Leased(_)) => {
                shutdown.request();
                return Err(lost);
            }
            // The database may be away for a moment: every write checks the lease anyway.
            Err(e) => tracing::warn!(error = %e, "the lease was not renewed"),
            Ok(()) => {}
        }
    }
}

/// The system's own time: the console's clock can be moved, a lease must not move with it.
fn system_now() -> Time {
    SystemClock::default().now()
}
