//! `gcm-talks config check|show`.

use super::Place;
use super::output::{Failure, say, short};
use crate::config::Config;

/// What to do with the configuration.
#[derive(clap::Subcommand)]
pub enum Configuration {
    /// Say whether it is right, or which key of which file is not
    Check,
    /// Print every value as it holds, secrets masked
    Show,
}

impl Configuration {
    /// Checks or shows it.
    pub fn execute(self, place: &Place) -> Result<(), Failure> {
        let config = place.read()?;
        match self {
            Configuration::Check => {
                config.require_platform()?;
                say(format!("{} is right.", name(&config)))
            }
            Configuration::Show => {
                say(format!("# {}", name(&config)))?;
                say(config.show().trim_end())
            }
        }
    }
}

/// What a configuration is called.
pub fn name(config: &Config) -> String {
    match &config.file {
        Some(file) => short(file),
        None => "the embedded default".into(),
    }
}
