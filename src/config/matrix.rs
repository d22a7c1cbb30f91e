//! `[matrix]`: the account on a homeserver, and how to log in to it.

use super::secret::{Environment, Secret, secret};
use super::section::{ConfigError, Section};
use std::path::{Path, PathBuf};

/// `[matrix]`
#[derive(Debug, Clone)]
pub struct MatrixConfig {
    /// The homeserver's address: `https://matrix.example.org`.
    pub homeserver: String,
    /// The bot's account: `@gcm-talks:example.org`.
    pub user: String,
    /// The account's password: for the log-in and for cross-signing.
    pub password: Option<Secret>,
    /// An access token, instead of a password.
    pub token: Option<Secret>,
    /// The key that brings back what encrypts, from an earlier device.
    pub recovery_key: Option<Secret>,
    /// The folder of what the Matrix library keeps, sealed with this installation's keys.
    pub folder: PathBuf,
    /// Accounts that are programs, beside those that write notices: never answered nor recorded.
    pub ignore: Vec<String>,
}

impl MatrixConfig {
    pub(super) fn read(
        mut section: Section,
        folder: &Path,
        environment: Environment<'_>,
    ) -> Result<Option<Self>, ConfigError> {
        let enabled = section.optional("enabled")?.unwrap_or(true);
        let mut secret_of = |variable, key, file| secret(&mut section, variable, key, file, folder, environment);
        let password = secret_of("GCM_TALKS_MATRIX_PASSWORD", "password", "password_file")?;
        let token = secret_of("GCM_TALKS_MATRIX_TOKEN", "token", "token_file")?;
        let recovery_key = secret_of("GCM_TALKS_MATRIX_RECOVERY_KEY", "recovery_key", "recovery_key_file")?;
        let own: Option<PathBuf> = section.optional("folder")?;
        let ignore: Vec<String> = section.optional("ignore")?.unwrap_or_default();
        let (homeserver, user): (Option<String>, Option<String>) =
            (section.optional("homeserver")?, section.optional("user")?);
        if !enabled {
            section.finish()?;
            return Ok(None);
        }
        let missing = |key, example: &str| section.error(key, "it is missing", format!("Write one such as {example}"));
        let homeserver = homeserver.ok_or_else(|| missing("homeserver", "https://matrix.example.org"))?;
        let rest = ["https://", "http://"].iter().find_map(|scheme| homeserver.strip_prefix(scheme));
        if rest.is_none_or(|rest| rest.is_empty() || rest.contains([' ', '@', '?', '#'])) {
            let remedy = "Write its address, such as https://matrix.example.org";
            return Err(section.error("homeserver", format!("{homeserver:?} is no address of a homeserver"), remedy));
        }
        let user = user.ok_or_else(|| missing("user", "@gcm-talks:example.org"))?;
        for (key, account) in std::iter::once(("user", &user)).chain(ignore.iter().map(|a| ("ignore", a))) {
            if !is_account(account) {
                let remedy = "Write the whole of it, such as @gcm-talks:example.org";
                return Err(section.error(key, format!("{account:?} is no Matrix account"), remedy));
            }
        }
        section.finish()?;
        let folder = folder.join(own.unwrap_or_else(|| "data/matrix".into()));
        let homeserver = homeserver.trim_end_matches('/').to_owned();
        Ok(Some(MatrixConfig { homeserver, user, password, token, recovery_key, folder, ignore }))
    }

    /// The section as TOML, secrets masked.
    pub(super) fn show(&self) -> String {
        let quoted = |text: &str| toml::Value::from(text).to_string();
        let mut text = format!(
            "enabled = true\nhomeserver = {}\nuser = {}\nfolder = {}\nignore = {}\n",
            quoted(&self.homeserver),
            quoted(&self.user),
            quoted(&self.folder.display().to_string()),
            toml::Value::from(self.ignore.clone()),
        );
        let secrets = [("password", &self.password), ("token", &self.token), ("recovery_key", &self.recovery_key)];
        for (key, _) in secrets.iter().filter(|(_, secret)| secret.is_some()) {
            text.push_str(&format!("{key} = \"***\"\n"));
        }
        text
    }
}

/// `@localpart:server`.
fn is_account(text: &str) -> bool {
    let parts = text.strip_prefix('@').and_then(|rest| rest.split_once(':'));
    parts.is_some_and(|(name, server)| !name.is_empty() && !server.is_empty())
        && text.len() <= 255
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}
