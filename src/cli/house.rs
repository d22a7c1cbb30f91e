//! The rooms of the house, put together: the way in, the way out and what happens by the clock.

use crate::chat::PlatformPort;
use crate::config::Config;
use crate::intake::{Intake, IntakeSettings};
use crate::jobs::Jobs;
use crate::outbox::Outbox;
use crate::store::{Store, StoreError};
use std::sync::Arc;

/// The house.
pub struct House {
    /// The door in.
    pub intake: Intake,
    outbox: Outbox,
    jobs: Jobs,
    safe_mode: bool,
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
        House { intake, outbox, safe_mode, jobs: Jobs::new(store.clone(), &prefix) }
    }

    /// Runs every job that is due and says everything that is due, until nothing is.
    pub async fn settle(&self) -> Result<(), StoreError> {
        loop {
            let said = if self.safe_mode { 0 } else { self.outbox.send_due().await? };
            let done = said + self.jobs.run_due().await?;
            if done == 0 {
                return Ok(());
            }
        }
    }

    /// Makes sure that the housekeeping waits for its hour.
    pub async fn start(&self) -> Result<(), StoreError> {
        self.jobs.start().await
    }
}

/// What intake is told by the configuration. A pipe sets no limits: its lines come as fast as they
/// are read.
pub fn settings(config: &Config, limited: bool) -> IntakeSettings {
    let usual = IntakeSettings::default();
    IntakeSettings { prefix: config.bot.prefix.clone(), pace: usual.pace.filter(|_| limited) }
}
