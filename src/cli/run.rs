//! `gcm-talks run`: every configured platform, until the end is asked for.

use super::Place;
use super::founding;
use super::house::{self, House};
use super::http::{self, Ready};
use super::opening::{There, open};
use super::output::{Failure, complain, short_url};
use super::shutdown::Shutdown;
use crate::chat::PlatformPort;
use crate::clock::{Clock, Source, SystemClock};
use crate::commands::TABLE;
use crate::config::{Config, ConsoleConfig};
use crate::model::{Language, Platform, SECOND, Time};
use crate::platforms::console::{Console, Look, Setup, run_pipe, run_terminal};
use crate::store::{Contribution, Held, LogEntry, Office, Room, Store, StoreError};
use crate::trust::OfficeHolder;
use std::sync::Arc;
#[cfg(any(feature = "matrix", feature = "discord"))]
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How long the process holds the store without saying so again.
const LEASE: Time = 15 * SECOND;
/// How often it says so.
const RENEWAL: Duration = Duration::from_secs(5);
/// How often it is tried to take one that is held.
const RETRY: Duration = Duration::from_millis(500);
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
    let held = hold(store, shutdown).await?;
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
    clock: &Arc<SystemClock>,
) -> Result<(), Failure> {
    founding::found(&store, config).await?;
    let ready = Ready::default();
    if let Some(address) = config.http {
        let bound = http::start(address, store.clone(), ready.clone(), shutdown.clone()).await?;
        tracing::info!(%bound, "the endpoints listen");
    }
    let look = Look::of_standard_streams();
    let console = match &config.console {
        Some(wanted) => Some(open_console(config, wanted, &store, clock, look).await?),
        None => None,
    };
    #[cfg(feature = "matrix")]
    let matrix = match &config.matrix {
        Some(wanted) => Some(super::matrix::open(wanted, &store).await?),
        None => None,
    };
    #[cfg(not(feature = "matrix"))]
    if config.matrix.is_some() {
        return Err(Failure::new("this program was built without Matrix: build it with --features matrix"));
    }
    #[cfg(feature = "discord")]
    let discord = match &config.discord {
        Some(wanted) => Some(super::discord::open(wanted, &store).await?),
        None => None,
    };
    #[cfg(not(feature = "discord"))]
    if config.discord.is_some() {
        return Err(Failure::new("this program was built without Discord: build it with --features discord"));
    }
    let mut ports: Vec<Arc<dyn PlatformPort>> = Vec::new();
    ports.extend(console.clone().map(|console| console as Arc<dyn PlatformPort>));
    #[cfg(feature = "matrix")]
    ports.extend(matrix.as_ref().map(|(matrix, _)| matrix.clone() as Arc<dyn PlatformPort>));
    #[cfg(feature = "discord")]
    ports.extend(discord.as_ref().map(|(discord, _)| discord.clone() as Arc<dyn PlatformPort>));
    let alone = ports.len() == 1 && console.is_some();
    #[cfg(any(feature = "matrix", feature = "discord"))]
    let heard = Heard::new(&ready, [config.matrix.is_some(), config.discord.is_some()]);
    if alone {
        go_on_from(&store, clock).await?;
    }
    let limited = !(alone && look == Look::Pipe);
    let house = House::new(&store, house::settings(config, limited), ports, config.bot.safe_mode);
    house.start().await?;
    tracing::info!("started");
    if look == Look::Pipe {
        complain(format!("{} is open", short_url(config.store.url.expose())));
    }

    let talk = async {
        let Some(console) = &console else { return Ok(()) };
        if alone {
            ready.set(true);
        }
        let ended = talk(console, look, &house, shutdown).await;
        // A service goes on when nobody can type (any more); who leaves a terminal ends it.
        if alone || look != Look::Pipe || ended.is_err() {
            shutdown.request();
        }
        ended
    };
    #[cfg(feature = "matrix")]
    let on_matrix = async {
        let Some((matrix, mark)) = matrix else { return Ok(()) };
        let ended = tokio::select! {
            ended = matrix.hear(&house.intake, mark, |is| heard.set(0, is)) => ended,
            () = shutdown.requested() => Ok(()),
        };
        shutdown.request();
        ended.map_err(Failure::new)
    };
    #[cfg(not(feature = "matrix"))]
    let on_matrix = async { Ok::<(), Failure>(()) };
    #[cfg(feature = "discord")]
    let on_discord = async {
        let Some((discord, cursor)) = discord else { return Ok(()) };
        let ended = tokio::select! {
            ended = discord.hear(&house.intake, cursor, |is| heard.set(1, is)) => ended,
            () = shutdown.requested() => Ok(()),
        };
        shutdown.request();
        ended.map_err(Failure::new)
    };
    #[cfg(not(feature = "discord"))]
    let on_discord = async { Ok::<(), Failure>(()) };
    let tend = async {
        if !alone {
            house.tend(shutdown.requested()).await;
        }
    };
    let (talked, on_matrix, on_discord, ()) = tokio::join!(talk, on_matrix, on_discord, tend);
    ready.set(false);
    tracing::info!("stopping");
    on_matrix.and(on_discord).and(talked)
}

/// Whether what is heard is up to date on every platform of the configuration that has to be heard.
#[cfg(any(feature = "matrix", feature = "discord"))]
struct Heard<'r> {
    ready: &'r Ready,
    /// Of each platform; what is not configured keeps nobody waiting.
    each: [AtomicBool; 2],
}

#[cfg(any(feature = "matrix", feature = "discord"))]
impl<'r> Heard<'r> {
    fn new(ready: &'r Ready, waited_for: [bool; 2]) -> Heard<'r> {
        Heard { ready, each: waited_for.map(|waited| AtomicBool::new(!waited)) }
    }

    fn set(&self, platform: usize, up_to_date: bool) {
        if let Some(of) = self.each.get(platform) {
            of.store(up_to_date, Ordering::SeqCst);
        }
        self.ready.set(self.each.iter().all(|of| of.load(Ordering::SeqCst)));
    }
}

/// The console, with the rooms that were bound in earlier runs.
async fn open_console(
    config: &Config,
    wanted: &ConsoleConfig,
    store: &Store,
    clock: &Arc<SystemClock>,
    look: Look,
) -> Result<Arc<Console>, Failure> {
    let mut rooms = wanted.rooms.clone();
    for room in store.select::<Room>("platform = $1 ORDER BY id", &[Platform::Console.word().into()]).await? {
        if !rooms.contains(&room.address) {
            rooms.push(room.address);
        }
    }
    let setup = Setup {
        clock: clock.clone(),
        session: store.source().draw().map_err(StoreError::from)?.bytes(),
        rooms,
        offices: offices(store).await?,
        commands: completions(&config.bot.prefix),
        in_private: TABLE.iter().map(|entry| entry.spec.name.to_owned()).collect(),
        language: Language::default(),
    };
    Ok(Console::new(setup, Box::new(std::io::stdout()), look))
}

/// Talks on the console until whoever is there leaves, or until the end.
async fn talk(console: &Arc<Console>, look: Look, house: &House, shutdown: &Shutdown) -> Result<(), Failure> {
    let settle = async || house.settle().await;
    let end = shutdown.requested();
    let ended = match look {
        Look::Pipe => {
            let input = tokio::io::BufReader::new(tokio::io::stdin());
            run_pipe(console, input, &house.intake, settle, end).await
        }
        Look::Terminal { .. } => run_terminal(console, &house.intake, settle, end).await,
    };
    ended.map_err(Failure::new)
}

/// Has the console's clock go on from where it was moved to (`/at +3m`) in an earlier run: what was
/// written then would lie in the future, and no digest would show it. Only where there is no other
/// platform, whose clocks are its own, and never by what was imported.
async fn go_on_from(store: &Store, clock: &SystemClock) -> Result<(), StoreError> {
    let written = store.select::<Contribution>("kind <> 'import' ORDER BY at DESC LIMIT 1", &[]).await?;
    let held = store.select::<LogEntry>("1 = 1 ORDER BY at DESC LIMIT 1", &[]).await?;
    let latest = written.iter().map(|c| c.at).chain(held.iter().map(|entry| entry.at)).max();
    if let Some(ahead) = latest.map(|latest| latest - clock.now()).filter(|ahead| *ahead > 0) {
        clock.advance(ahead + SECOND);
    }
    Ok(())
}

/// Who holds an office on the console, and which, for its header.
async fn offices(store: &Store) -> Result<Vec<(String, String)>, StoreError> {
    let vault = store.vault();
    let mut offices = Vec::new();
    for row in store.select::<Office>("1 = 1 ORDER BY id", &[]).await? {
        let holder: OfficeHolder = vault.open(row.id, &row.sealed)?;
        if holder.platform == Platform::Console.word() {
            offices.push((holder.account, row.role));
        }
    }
    Ok(offices)
}

/// What the line editor completes.
fn completions(prefix: &str) -> Vec<String> {
    let commands = TABLE.iter().map(|entry| entry.spec.name);
    ["join", "stop"].into_iter().map(String::from).chain(commands.map(|name| format!("{prefix} {name}"))).collect()
}

/// Takes the lease. Where one is held it waits until that would have run out: whoever held it may
/// have been killed; who lives on has renewed it by then.
async fn hold(store: &Store, shutdown: &Shutdown) -> Result<Held, StoreError> {
    let until = system_now() + LEASE;
    let mut told = false;
    loop {
        let now = system_now();
        match store.acquire_lease(LEASE_NAME, now, LEASE).await {
            Err(StoreError::Leased(_)) if now < until => {}
            held => return held,
        }
        if !told {
            tracing::info!("another process held this database a moment ago: waiting for up to 15 seconds");
            told = true;
        }
        tokio::select! {
            () = shutdown.requested() => return Err(StoreError::Leased(LEASE_NAME.into())),
            () = tokio::time::sleep(RETRY) => {}
        }
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
