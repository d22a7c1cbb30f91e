//! Logging in, and coming back as the same device: the session lies in the library's own store,
//! which this installation's keys seal.

use super::sync::Mark;
use crate::config::MatrixConfig;
use crate::model::Time;
use crate::seal::Keyring;
use matrix_sdk::authentication::matrix::MatrixSession;
use matrix_sdk::config::{RequestConfig, StoreConfig, SyncSettings};
use matrix_sdk::cross_process_lock::CrossProcessLockConfig;
use matrix_sdk::encryption::recovery::RecoveryState;
use matrix_sdk::encryption::{BackupDownloadStrategy, CrossSigningResetAuthType, EncryptionSettings};
use matrix_sdk::ruma::api::client::filter::FilterDefinition;
use matrix_sdk::ruma::api::client::sync::sync_events::v3::Filter;
use matrix_sdk::ruma::api::client::uiaa;
use matrix_sdk::ruma::api::error::ErrorKind;
use matrix_sdk::ruma::events::GlobalAccountDataEventType;
use matrix_sdk::ruma::serde::Raw;
use matrix_sdk::store::{RoomLoadSettings, StateStoreDataKey, StateStoreDataValue};
use matrix_sdk::{
    Client, STATE_STORE_DATABASE_NAME, SessionMeta, SessionTokens, SqliteCryptoStore, SqliteStateStore, StateChanges,
    StateStore,
};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Where the session lies in the library's store.
const SESSION: &[u8] = b"gcm-talks session";
/// How long an answer of the homeserver may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How others see the bot's device.
const DEVICE: &str = "gcm-talks";

/// Why there is no session: each with what to do.
#[derive(Debug, thiserror::Error)]
pub enum MatrixError {
    /// Nobody has logged in yet.
    #[error("there is no Matrix session yet: run gcm-talks matrix login")]
    NoSession,
    /// Nothing to log in with.
    #[error(
        "there is nothing to log in with: put password_file or token_file into [matrix], or set GCM_TALKS_MATRIX_PASSWORD"
    )]
    NoPassword,
    /// The store was sealed with other keys, or is damaged.
    #[error(
        "the Matrix store in {0} does not open with this installation's keys: put back the key folder that belongs to it, or move the store away and run gcm-talks matrix login"
    )]
    Store(String),
    /// The store's folder cannot be used.
    #[error("the Matrix store in {0} cannot be written ({1}): give this user the right to")]
    Folder(String, std::io::Error),
    /// The store is of another account than the configuration's.
    #[error(
        "the Matrix store is that of {stored}, the configuration names {named}: correct [matrix] user, or give another folder"
    )]
    OtherAccount {
        /// Whose store it is.
        stored: String,
        /// Whom the configuration names.
        named: String,
    },
    /// The device in the store is not the one that is logged in.
    #[error(
        "the Matrix store is not that of the device that is logged in: put back the folder that belongs to it, or move it away and run gcm-talks matrix login"
    )]
    OtherDevice,
    /// The session was ended from elsewhere.
    #[error("the homeserver refuses the token (M_UNKNOWN_TOKEN): run gcm-talks matrix login")]
    Token,
    /// User or password are wrong.
    #[error("the homeserver refuses the user or the password: correct [matrix]")]
    Refused,
    /// The homeserver does not answer as one.
    #[error("{0} does not answer as a homeserver ({1}): check [matrix] homeserver, or try again later")]
    Unreachable(String, String),
    /// The keys that sign the device are on another one.
    #[error(
        "the account has not signed this device, and what signs is on another device: put the recovery key into [matrix] recovery_key_file and run gcm-talks matrix verify, or begin anew with gcm-talks matrix verify --new-key"
    )]
    Unsigned,
    /// The recovery key is wrong.
    #[error("the recovery key does not fit ({0}): check it, or make a new one with gcm-talks matrix verify --new-key")]
    Recovery(String),
    /// What was heard could not be written down.
    #[error("{0}")]
    NotTaken(String),
    /// Something else went wrong on the way.
    #[error("Matrix: {0}: run gcm-talks doctor")]
    Other(String),
}

/// The key of the library's store: it stays as long as the installation's look-up key does.
pub fn store_key(ring: &Keyring) -> [u8; 32] {
    let mut key = [0; 32];
    key.iter_mut().zip(ring.hash("matrix store", &[])).for_each(|(byte, hashed)| *byte = hashed);
    key
}

/// An account that is logged in, on this device.
pub struct Session {
    pub(super) client: Client,
    /// The account.
    pub user: String,
    /// The device.
    pub device: String,
    /// From where the device goes on hearing; nothing, where it has heard nothing yet and knows no room,
    /// wherever our own record stands.
    pub token: Option<String>,
}

/// How the account fares: for whoever runs the bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The device.
    pub device: String,
    /// Whether the homeserver has the device's keys, without which nobody can encrypt for it.
    pub keys: bool,
    /// Whether the device is signed by its account.
    pub signed: bool,
    /// Whether the keys are kept on the homeserver, to be brought back with the recovery key.
    pub kept: bool,
    /// The rooms that the bot is in, by their addresses.
    pub rooms: Vec<String>,
    /// What the homeserver's clock shows, where it says so: what people write is judged by it.
    pub clock: Option<Time>,
}

/// Asks the homeserver how the account fares, and touches nothing: the bot may run meanwhile.
///
/// # Errors
/// A sentence with what to do.
pub async fn examine(config: &MatrixConfig, key: &[u8; 32]) -> Result<Report, MatrixError> {
    if !is_there(&config.folder) {
        return Err(MatrixError::NoSession);
    }
    let store = SqliteStateStore::open_with_key(&config.folder, Some(key)).await;
    let store = store.map_err(|_| store_error(&config.folder))?;
    let session = kept_session(config, store.get_custom_value(SESSION).await.ok().flatten())?;
    let (user, device) = (session.meta.user_id.as_str(), session.meta.device_id.as_str());
    let token = session.tokens.access_token.as_str();
    let (is, clock) = whose(config, token).await?;
    if is.device_id != session.meta.device_id {
        return Err(MatrixError::OtherDevice);
    }
    let signed = is_signed(config, token, user, device).await?;
    let (rooms, _) = ask(config, token, "joined_rooms", None).await?;
    let rooms = rooms["joined_rooms"].as_array().cloned().unwrap_or_default();
    Ok(Report {
        device: device.to_owned(),
        keys: signed.is_some(),
        signed: signed == Some(true),
        kept: ask(config, token, "room_keys/version", None).await.is_ok(),
        rooms: rooms.iter().filter_map(|room| room.as_str().map(str::to_owned)).collect(),
        clock,
    })
}

/// Whether the account has signed its device; nothing, where the homeserver does not have its keys.
async fn is_signed(config: &MatrixConfig, token: &str, user: &str, device: &str) -> Result<Option<bool>, MatrixError> {
    let query = serde_json::json!({"device_keys": {user: []}});
    let (devices, _) = ask(config, token, "keys/query", Some(query)).await?;
    let by_itself = format!("ed25519:{device}");
    let own = devices["device_keys"][user].get(device);
    let by = |own: &Value| own["signatures"][user].as_object().is_some_and(|by| by.keys().any(|by| *by != by_itself));
    Ok(own.map(by))
}

/// One question to the homeserver, with nothing of the library's around it: the answer, and when it
/// was given by the homeserver's clock.
async fn ask(
    config: &MatrixConfig,
    token: &str,
    what: &str,
    body: Option<Value>,
) -> Result<(Value, Option<Time>), MatrixError> {
    let unreachable = |e: String| MatrixError::Unreachable(config.homeserver.clone(), e);
    let client = Client::builder().homeserver_url(&config.homeserver).build().await;
    let client = client.map_err(|e| unreachable(e.to_string()))?;
    let address = format!("{}/_matrix/client/v3/{what}", config.homeserver);
    let request = match body {
        Some(body) => client.http_client().post(address).body(body.to_string()),
        None => client.http_client().get(address),
    };
    let answer = request.bearer_auth(token).timeout(PATIENCE).send().await;
    let answer = answer.map_err(|e| unreachable(e.without_url().to_string()))?;
    match answer.status().as_u16() {
        401 => return Err(MatrixError::Token),
        200 => {}
        status => return Err(unreachable(format!("it answers {status}"))),
    }
    let date = answer.headers().get("date").and_then(|date| jiff::fmt::rfc2822::parse(date.to_str().ok()?).ok());
    let date = date.map(|date| date.timestamp().as_millisecond());
    let bytes = answer.bytes().await.map_err(|e| unreachable(e.without_url().to_string()))?;
    let answer = serde_json::from_slice(&bytes).map_err(|_| unreachable("its answer makes no sense".into()))?;
    Ok((answer, date))
}

/// Whose a token is, and of which device.
async fn whose(config: &MatrixConfig, token: &str) -> Result<(SessionMeta, Option<Time>), MatrixError> {
    let (answer, clock) = ask(config, token, "account/whoami", None).await?;
    let senseless = |_| MatrixError::Unreachable(config.homeserver.clone(), "its answer makes no sense".into());
    Ok((serde_json::from_value(answer).map_err(senseless)?, clock))
}

/// Whether there is a store.
fn is_there(folder: &Path) -> bool {
    folder.join(STATE_STORE_DATABASE_NAME).exists()
}

/// The session as it was kept.
fn kept_session(config: &MatrixConfig, kept: Option<Vec<u8>>) -> Result<MatrixSession, MatrixError> {
    let kept = kept.ok_or(MatrixError::NoSession)?;
    let session: MatrixSession = serde_json::from_slice(&kept).map_err(|_| store_error(&config.folder))?;
    check_account(config, &session.meta)?;
    Ok(session)
}

/// An account without push rules, with which the library compares each event otherwise: a bot is not alerted.
/// Those of the homeserver are not asked for.
fn no_push_rules() -> Result<StateChanges, MatrixError> {
    let rules = json!({"type": "m.push_rules", "content": {"global": {}}});
    let rules = Raw::new(&rules).map_err(|e| MatrixError::Other(e.to_string()))?.cast_unchecked();
    let account_data = [(GlobalAccountDataEventType::PushRules, rules)].into();
    Ok(StateChanges { account_data, ..StateChanges::default() })
}

impl Session {
    /// Logs in as a new device, with a password or a token, and signs the device where the password
    /// allows. A session that still stands is kept.
    ///
    /// # Errors
    /// A sentence with what to do.
    pub async fn login(config: &MatrixConfig, key: &[u8; 32]) -> Result<Session, MatrixError> {
        match Session::open(config, key, None).await {
            Err(MatrixError::NoSession) => {}
            Err(MatrixError::Token) => set_aside(&config.folder)?,
            opened => return opened,
        }
        let client = build(config, key).await?;
        let auth = client.matrix_auth();
        match (&config.password, &config.token) {
            (Some(password), _) => {
                let login = auth.login_username(&config.user, password.expose()).initial_device_display_name(DEVICE);
                login.send().await.map_err(|e| failed(config, &e))?;
            }
            (None, Some(token)) => {
                let tokens = SessionTokens { access_token: token.expose().to_owned(), refresh_token: None };
                let (meta, _) = whose(config, token.expose()).await?;
                let session = MatrixSession { meta, tokens };
                auth.restore_session(session, RoomLoadSettings::default()).await.map_err(|e| failed(config, &e))?;
            }
            (None, None) => return Err(MatrixError::NoPassword),
        }
        let session = auth.session().ok_or(MatrixError::NoSession)?;
        check_account(config, &session.meta)?;
        let kept = serde_json::to_vec(&session).map_err(|e| MatrixError::Other(e.to_string()))?;
        client.state_store().set_custom_value(SESSION, kept).await.map_err(|_| store_error(&config.folder))?;
        let session = of(client, &session.meta);
        session.client.encryption().wait_for_e2ee_initialization_tasks().await;
        session.announce(config).await?;
        match session.sign(config, false).await {
            // It can hear and speak; others see that nobody vouches for it.
            Err(unsigned @ MatrixError::Unsigned) => tracing::warn!("{unsigned}"),
            signed => signed?,
        }
        Ok(session)
    }

    /// Comes back as the device that logged in. `mark` is how far our own record has come: the
    /// library goes on from there, whatever it has seen beyond. Where another device came so far, this one
    /// goes on from where it was itself: keys for it, and what it knows of rooms, come after that.
    ///
    /// # Errors
    /// A sentence with what to do. A homeserver that is away is no error here.
    pub async fn open(config: &MatrixConfig, key: &[u8; 32], mark: Option<&Mark>) -> Result<Session, MatrixError> {
        if !is_there(&config.folder) {
            return Err(MatrixError::NoSession);
        }
        let client = build(config, key).await?;
        let store = client.state_store();
        let kept = store.get_custom_value(SESSION).await.map_err(|_| store_error(&config.folder))?;
        let session = kept_session(config, kept)?;
        let known = store.get_kv_data(StateStoreDataKey::SyncToken).await.map_err(|_| store_error(&config.folder))?;
        let own = known.and_then(StateStoreDataValue::into_sync_token);
        let here = |mark: &Mark| mark.device.is_empty() || mark.device == session.meta.device_id.as_str();
        let token = mark.zip(own).map(|(mark, own)| if here(mark) { mark.token.clone() } else { own });
        match token.clone() {
            Some(token) => {
                let value = StateStoreDataValue::SyncToken(token);
                store.set_kv_data(StateStoreDataKey::SyncToken, value).await
            }
            None => store.remove_kv_data(StateStoreDataKey::SyncToken).await,
        }
        .map_err(|_| store_error(&config.folder))?;
        store.save_changes(&no_push_rules()?).await.map_err(|_| store_error(&config.folder))?;
        let meta = session.meta.clone();
        client.restore_session(session).await.map_err(|e| match e {
            matrix_sdk::Error::CryptoStoreError(_)
            | matrix_sdk::Error::OlmError(_)
            | matrix_sdk::Error::BadCryptoStoreState => MatrixError::OtherDevice,
            e => failed(config, &e),
        })?;
        match client.whoami().await {
            Ok(is) if is.device_id.as_ref().is_some_and(|device| *device != meta.device_id) => {
                return Err(MatrixError::OtherDevice);
            }
            Ok(_) => {}
            Err(e) if is_token_refused(e.client_api_error_kind()) => return Err(MatrixError::Token),
            Err(e) => tracing::warn!(error = %kind_of(&e.into()), "the homeserver does not answer yet"),
        }
        Ok(Session { token, ..of(client, &meta) })
    }

    /// Signs the device with its account's keys, which are made where there are none; brings keys
    /// back with the recovery key, where the configuration has it. `anew` makes new keys where those
    /// that sign are lost.
    ///
    /// # Errors
    /// A sentence with what to do.
    pub async fn sign(&self, config: &MatrixConfig, anew: bool) -> Result<(), MatrixError> {
        let encryption = self.client.encryption();
        match &config.recovery_key {
            Some(key) if !anew => {
                let recovered = encryption.recovery().recover(key.expose()).await;
                recovered.map_err(|e| MatrixError::Recovery(e.to_string()))?;
            }
            _ => {
                if let Err(error) = encryption.bootstrap_cross_signing_if_needed(None).await {
                    let auth = self.password(config, error.as_uiaa_response().ok_or_else(|| failed(config, &error))?);
                    let signed = encryption.bootstrap_cross_signing(Some(auth?)).await;
                    signed.map_err(|e| failed(config, &e))?;
                }
            }
        }
        if self.is_signed(config).await? {
            return Ok(());
        }
        if !anew {
            return Err(MatrixError::Unsigned);
        }
        let reset = encryption.recovery().reset_identity().await.map_err(|e| MatrixError::Recovery(e.to_string()))?;
        if let Some(reset) = reset {
            let auth = match reset.auth_type() {
                CrossSigningResetAuthType::Uiaa(asked) => self.password(config, asked)?,
                CrossSigningResetAuthType::OAuth(_) => return Err(MatrixError::NoPassword),
            };
            reset.reset(Some(auth)).await.map_err(|e| MatrixError::Recovery(e.to_string()))?;
        }
        if self.is_signed(config).await? { Ok(()) } else { Err(MatrixError::Unsigned) }
    }

    /// Gives the homeserver the device's keys, so that people encrypt for it from now on. The library
    /// does so with an answer of the homeserver's; nothing else is heard by it.
    async fn announce(&self, config: &MatrixConfig) -> Result<(), MatrixError> {
        let nothing = Filter::FilterDefinition(FilterDefinition::ignore_all());
        let settings = SyncSettings::new().timeout(Duration::ZERO).filter(nothing);
        self.client.sync_once(settings).await.map_err(|e| failed(config, &e))?;
        let forgotten = self.client.state_store().remove_kv_data(StateStoreDataKey::SyncToken).await;
        forgotten.map_err(|_| store_error(&config.folder))
    }

    async fn is_signed(&self, config: &MatrixConfig) -> Result<bool, MatrixError> {
        let token = self.client.access_token().ok_or(MatrixError::NoSession)?;
        Ok(is_signed(config, &token, &self.user, &self.device).await? == Some(true))
    }

    /// The password, where the homeserver asks for it once more.
    fn password(&self, config: &MatrixConfig, asked: &uiaa::UiaaInfo) -> Result<uiaa::AuthData, MatrixError> {
        let password = config.password.as_ref().ok_or(MatrixError::NoPassword)?;
        let user = uiaa::UserIdentifier::Matrix(uiaa::MatrixUserIdentifier::new(self.user.clone()));
        let mut answer = uiaa::Password::new(user, password.expose().to_owned());
        answer.session = asked.session.clone();
        Ok(uiaa::AuthData::Password(answer))
    }

    /// Keeps what encrypts on the homeserver too, sealed. Gives the key that brings it back, which
    /// is shown once; nothing, where that is set up already.
    ///
    /// # Errors
    /// A sentence with what to do.
    pub async fn recovery_key(&self, anew: bool) -> Result<Option<String>, MatrixError> {
        let recovery = self.client.encryption().recovery();
        let key = match recovery.state() {
            RecoveryState::Disabled | RecoveryState::Unknown => recovery.enable().await,
            _ if anew => recovery.reset_key().await,
            _ => return Ok(None),
        };
        key.map(Some).map_err(|e| MatrixError::Recovery(e.to_string()))
    }
}

fn of(client: Client, meta: &SessionMeta) -> Session {
    Session { client, user: meta.user_id.to_string(), device: meta.device_id.to_string(), token: None }
}

fn check_account(config: &MatrixConfig, meta: &SessionMeta) -> Result<(), MatrixError> {
    if meta.user_id.as_str() == config.user {
        return Ok(());
    }
    Err(MatrixError::OtherAccount { stored: meta.user_id.to_string(), named: config.user.clone() })
}

/// A client on stores that this installation's keys seal; what is only a copy of the homeserver's
/// (timelines, media) stays in memory.
async fn build(config: &MatrixConfig, key: &[u8; 32]) -> Result<Client, MatrixError> {
    let folder = &config.folder;
    make_folder(folder).map_err(|e| MatrixError::Folder(folder.display().to_string(), e))?;
    let state = SqliteStateStore::open_with_key(folder, Some(key)).await.map_err(|_| store_error(folder))?;
    let crypto = SqliteCryptoStore::open_with_key(folder, Some(key)).await.map_err(|_| store_error(folder))?;
    let stores = StoreConfig::new(CrossProcessLockConfig::SingleProcess).state_store(state).crypto_store(crypto);
    Client::builder()
        .homeserver_url(&config.homeserver)
        .store_config(stores)
        // Whoever asks again knows how long to wait, and what may be asked again.
        .request_config(RequestConfig::new().disable_retry().timeout(PATIENCE))
        .with_encryption_settings(EncryptionSettings {
            auto_enable_cross_signing: false,
            backup_download_strategy: BackupDownloadStrategy::AfterDecryptionFailure,
            auto_enable_backups: false,
        })
        // What was written before someone came is theirs who wrote it.
        .with_enable_share_history_on_invite(false)
        .build()
        .await
        .map_err(|e| MatrixError::Unreachable(config.homeserver.clone(), e.to_string()))
}

#[cfg(unix)]
fn make_folder(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::create_dir_all(folder)?;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn make_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)
}

/// Moves the store of a device that is no more out of the way: a new device begins with a new one.
fn set_aside(folder: &Path) -> Result<(), MatrixError> {
    let aside = |n: u32| PathBuf::from(format!("{}.old{n}", folder.display()));
    let free = (1..=u32::MAX).map(aside).find(|path| !path.exists()).unwrap_or_else(|| aside(0));
    std::fs::rename(folder, free).map_err(|e| MatrixError::Folder(folder.display().to_string(), e))
}

fn store_error(folder: &Path) -> MatrixError {
    MatrixError::Store(folder.display().to_string())
}

/// Whether the homeserver knows the session no more.
pub(super) fn is_token_refused(kind: Option<&ErrorKind>) -> bool {
    matches!(kind, Some(ErrorKind::UnknownToken(_) | ErrorKind::MissingToken | ErrorKind::UserDeactivated))
}

/// What went wrong, without an address that may hold names or tokens.
pub(super) fn kind_of(error: &matrix_sdk::Error) -> String {
    if let Some(kind) = error.client_api_error_kind() {
        return kind.errcode().to_string();
    }
    match error {
        matrix_sdk::Error::Http(http) => match http.as_ref() {
            matrix_sdk::HttpError::Reqwest(e) if e.is_timeout() => "it takes too long".into(),
            matrix_sdk::HttpError::Reqwest(e) if e.is_connect() => "no connection".into(),
            matrix_sdk::HttpError::Reqwest(_) => "the connection broke".into(),
            _ => "its answer makes no sense".into(),
        },
        matrix_sdk::Error::SerdeJson(_) => "its answer makes no sense".into(),
        matrix_sdk::Error::StateStore(_) | matrix_sdk::Error::CryptoStoreError(_) => "the Matrix store fails".into(),
        matrix_sdk::Error::OlmError(_) | matrix_sdk::Error::MegolmError(_) => "encrypting failed".into(),
        _ => "something inside the Matrix library".into(),
    }
}

/// Whether the homeserver understood and will never do it: that a session is over says nothing of that.
pub(super) fn is_refused(error: &matrix_sdk::Error) -> bool {
    let status = error.as_client_api_error().map(|e| e.status_code.as_u16()).unwrap_or_default();
    // What stands in between, while the homeserver is away, does not speak Matrix.
    let speaks = error.client_api_error_kind().is_some();
    speaks && (400..500).contains(&status) && !matches!(status, 401 | 408 | 429)
}

fn failed(config: &MatrixConfig, error: &matrix_sdk::Error) -> MatrixError {
    match error.client_api_error_kind() {
        Some(ErrorKind::Forbidden) => MatrixError::Refused,
        kind if is_token_refused(kind) => MatrixError::Token,
        _ => MatrixError::Unreachable(config.homeserver.clone(), kind_of(error)),
    }
}
