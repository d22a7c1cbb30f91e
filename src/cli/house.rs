//! The rooms of the house, put together: the way in, the way out and what happens by the clock.

use crate::chat::PlatformPort;
use crate::config::Config;
use crate::intake::{Intake, IntakeSettings};
use crate::jobs::Jobs;
use crate::outbox::Outbox;
use crate::store::{Store, StoreError};
use crate::trust::Pace;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;

/// How often what is due by the clock is looked for.
const TICK: Duration = Duration::from_secs(1);
/// How long what is being said at the end may take.
const GRACE: Duration = Duration::from_secs(2);

/// The house.
pub struct House {
    /// The door in.
    pub intake: Intake,
    outbox: Outbox,
    jobs: Jobs,
    safe_mode: bool,
    /// One at a time, whoever asks for it: what is due is done once and in its order.
    settling: Mutex<()>,
}

impl House {
    /// The house over a store, with these platforms. In safe mode it records and decides, and says
    /// nothing: what is to be said waits until the mode ends.
    pub fn new(store: &Store, settings: IntakeSettings, ports: Vec<Arc<dyn PlatformPort>>, safe_mode: bool) -> House {
        if safe_mode {
            tracing::warn!("safe mode is on: everything is recorded, nothing is said");
        }
        let prefix = settings.prefix.clone();
        let intake = Intake::new(store.clone(), settings);
        let outbox = Outbox::new(store.clone(), intake.clone(), ports);
        House { intake, outbox, safe_mode, jobs: Jobs::new(store.clone(), &prefix), settling: Mutex::default() }
    }

    /// Runs every job that is due and says everything that is due, until nothing is.
    pub async fn settle(&self) -> Result<(), StoreError> {
        let _one = self.settling.lock().await;
        loop {
            let said = if self.safe_mode { 0 } else { self.outbox.send_due().await? };
            let done = said + self.jobs.run_due().await?;
            if done == 0 {
                return Ok(());
            }
        }
    }

    /// Settles whenever something was heard, and by the clock, until the end. What is being said
    /// then is said, if it does not take long; the rest waits for the next start.
    pub async fn tend(&self, end: impl Future<Output = ()>) {
        let settling = async {
            loop {
                // What changed meanwhile is decided anew in the next round.
                if let Err(error) = self.settle().await
                    && !error.is_conflict()
                {
                    tracing::warn!(%error, "what is due is done later");
                }
                tokio::select! {
                    () = self.intake.taken() => {}
                    () = tokio::time::sleep(TICK) => {}
                }
            }
        };
        let end = async {
            end.await;
            let _ = tokio::time::timeout(GRACE, self.settling.lock()).await;
        };
        tokio::select! {
            () = settling => {}
            () = end => {}
        }
    }

    /// Makes sure that the housekeeping waits for its hour, and that what an older version could not
    /// take is read again.
    pub async fn start(&self) -> Result<(), StoreError> {
        let again = self.intake.read_parked_again(env!("CARGO_PKG_VERSION")).await?;
        if again > 0 {
            tracing::info!(count = again, "what an older version parked is read again");
        }
        self.jobs.start().await
    }
}

/// What intake is told by the configuration. A pipe sets no limits: its lines come as fast as they
/// are read.
pub fn settings(config: &Config, limited: bool) -> IntakeSettings {
    let pace = Pace { person: config.bot.person_answers, room: config.bot.room_answers };
    IntakeSettings { prefix: config.bot.prefix.clone(), pace: limited.then_some(pace) }
}
