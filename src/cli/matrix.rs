//! `gcm-talks matrix`: the account on the homeserver, its device and its keys.

use super::Place;
use super::output::{Failure, say};
use crate::config::{Config, MatrixConfig};
use crate::model::Platform;
use crate::platforms::matrix::{Mark, Matrix, MatrixError, Session, store_key};
use crate::seal::Keyring;
use crate::store::{Cursor, Store};
use std::sync::Arc;

/// Look after the Matrix account
#[derive(clap::Subcommand)]
pub enum Account {
    /// Log in with the configured password or token, as a device of its own
    Login,
    /// Sign the device and keep its keys on the homeserver, sealed; shows the recovery key once
    Verify {
        /// Make a new recovery key; the one before is void
        #[arg(long)]
        new_key: bool,
    },
}

impl Account {
    /// Logs in or verifies. The bot must not run meanwhile: the store is its own.
    pub async fn execute(self, place: &Place) -> Result<(), Failure> {
        let config = place.read()?;
        super::logs::start(&config.log);
        let wanted = wanted(&config)?;
        let ring = Keyring::open(&config.store.keys)?;
        let key = store_key(&ring);
        match self {
            Account::Login => {
                let session = Session::login(wanted, &key).await?;
                say(format!("{} is logged in as device {}.", session.user, session.device))?;
                say("Next: gcm-talks matrix verify, then gcm-talks run")
            }
            Account::Verify { new_key } => {
                let session = Session::open(wanted, &key, None).await?;
                session.sign(wanted).await?;
                match session.recovery_key(new_key).await? {
                    Some(key) => {
                        say(
                            "The device is signed. This key brings back what encrypts, on a new device; it is shown once:",
                        )?;
                        say(format!("\n    {key}\n"))?;
                        say("Keep it apart from the database, as you keep the keys.")
                    }
                    None => say("The device is signed, and its keys are kept. For a new recovery key: --new-key"),
                }
            }
        }
    }
}

fn wanted(config: &Config) -> Result<&MatrixConfig, Failure> {
    config
        .matrix
        .as_ref()
        .ok_or_else(|| Failure::new("the configuration has no section [matrix]: add homeserver and user"))
}

/// The account of the configuration, and how far an earlier run heard it. Who has not logged in yet
/// is logged in, where the configuration says with what.
pub async fn open(config: &MatrixConfig, store: &Store) -> Result<(Arc<Matrix>, Option<Mark>), Failure> {
    let at = [Platform::Matrix.word().into(), config.user.as_str().into()];
    let cursor = store.select::<Cursor>("platform = $1 AND address = $2", &at).await?.pop();
    let mark = cursor.and_then(|cursor| Mark::parse(&cursor.value));
    let key = store_key(&store.vault().ring);
    let token = mark.as_ref().map(|mark| mark.token.as_str());
    let session = match Session::open(config, &key, token).await {
        Err(MatrixError::NoSession) if config.password.is_some() || config.token.is_some() => {
            Session::login(config, &key).await?
        }
        opened => opened?,
    };
    Ok((Matrix::new(session, &config.ignore, store.source().clone()), mark))
}

impl From<MatrixError> for Failure {
    fn from(error: MatrixError) -> Failure {
        Failure::new(error)
    }
}
