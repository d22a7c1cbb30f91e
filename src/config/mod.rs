//! The configuration: typed sections, each validating itself. An unknown key is an error; every
//! secret may come from a file or the environment; paths are relative to the configuration file.

mod discord;
mod matrix;
mod sample;
mod secret;
mod section;

pub use discord::DiscordConfig;
pub use matrix::MatrixConfig;
pub use sample::{Sample, SampleOffice, SampleRoom};
pub use secret::Secret;
pub use section::ConfigError;

use crate::model::Platform;
use secret::{Environment, secret};
use section::{Section, nearest};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// The configuration of one installation.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where it was read; none for the embedded default.
    pub file: Option<PathBuf>,
    /// What is remembered, and where.
    pub store: StoreConfig,
    /// How the bot presents itself.
    pub bot: BotConfig,
    /// The endpoints for whoever watches the program; none where it does not listen.
    pub http: Option<SocketAddr>,
    /// A folder with vocabulary that adds to what ships.
    pub vocabulary: Option<PathBuf>,
    /// What the program writes to standard error.
    pub log: LogConfig,
    /// Rooms in this terminal, where they are wanted.
    pub console: Option<ConsoleConfig>,
    /// The account on a Matrix homeserver, where there is one.
    pub matrix: Option<MatrixConfig>,
    /// The application on Discord, where there is one.
    pub discord: Option<DiscordConfig>,
    /// The consultation that is written into an empty store: in the embedded default alone.
    pub sample: Option<Sample>,
}

/// `[store]`
#[derive(Debug, Clone)]
pub struct StoreConfig {
    /// `sqlite:PATH` (absolute) or `postgres://…`; it may hold a password.
    pub url: Secret,
    /// The folder of the keys.
    pub keys: PathBuf,
}

/// How many answers a person gets in a minute where nothing else is written.
const PERSON_ANSWERS: u32 = 20;
/// How many answers a room gets in a minute where nothing else is written.
const ROOM_ANSWERS: u32 = 60;

/// `[bot]`
#[derive(Debug, Clone)]
pub struct BotConfig {
    /// What commands begin with.
    pub prefix: String,
    /// Whether the bot only reads: it records and decides, and says nothing.
    pub safe_mode: bool,
    /// How many answers one person gets in a minute.
    pub person_answers: u32,
    /// How many answers one room gets in a minute.
    pub room_answers: u32,
    /// The accounts that hold the secretariat's office from the first start on.
    pub secretariat: Vec<Holder>,
}

/// An account that holds an office: `console:awa`, `matrix:@awa:example.org`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The platform.
    pub platform: Platform,
    /// What the platform calls the account.
    pub account: String,
}

impl Holder {
    /// Reads the form `PLATFORM:ACCOUNT`.
    pub fn parse(text: &str) -> Option<Holder> {
        let (platform, account) = text.split_once(':')?;
        let platform = Platform::parse(platform).filter(|p| *p != Platform::Import)?;
        let account = account.trim();
        (!account.is_empty() && account.chars().all(|c| !c.is_control() && !c.is_whitespace()))
            .then(|| Holder { platform, account: account.to_owned() })
    }
}

/// `[log]`
#[derive(Debug, Clone)]
pub struct LogConfig {
    /// How a line is written.
    pub format: LogFormat,
    /// `error`, `warn`, `info`, `debug` or `trace`, or filters such as `info,sqlx=warn`.
    pub level: String,
}

/// How a line of the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// `[console]`
#[derive(Debug, Clone)]
pub struct ConsoleConfig {
    /// The names of its rooms, without #; the first is where people start.
    pub rooms: Vec<String>,
}

impl Default for ConsoleConfig {
    fn default() -> Self {
        ConsoleConfig { rooms: vec!["lobby".into()] }
    }
}

/// Where one looks for the endpoints.
const LISTEN: &str = "127.0.0.1:9464";

impl Config {
    /// Reads a configuration file, with secrets from the environment.
    pub fn load(path: &Path) -> Result<Config, ConfigError> {
        let text = std::fs::read_to_string(path).map_err(|e| ConfigError {
            file: path.display().to_string(),
            key: String::new(),
            problem: match e.kind() {
                std::io::ErrorKind::NotFound => "there is no such file".into(),
                _ => format!("it cannot be read ({e})"),
            },
            remedy: "Give the path of a configuration, or write one with gcm-talks init".into(),
        })?;
        Config::parse(path, &text, &|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    }

    /// Reads the text of a configuration file.
    fn parse(path: &Path, text: &str, environment: Environment<'_>) -> Result<Config, ConfigError> {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        let folder = absolute.parent().unwrap_or(&absolute).to_path_buf();
        let mut root = Section::parse(path, text)?;
        let store = StoreConfig::read(root.section("store")?, &folder, environment)?;
        let bot = BotConfig::read(root.section("bot")?)?;
        let http = read_http(root.section("http")?)?;
        let vocabulary = read_vocabulary(root.section("vocabulary")?, &folder)?;
        let log = LogConfig::read(root.section("log")?)?;
        let console = root.optional_section("console")?.map(read_console).transpose()?.flatten();
        let matrix = root.optional_section("matrix")?;
        let matrix = matrix.map(|section| MatrixConfig::read(section, &folder, environment)).transpose()?.flatten();
        let discord = root.optional_section("discord")?;
        let discord = discord.map(|section| DiscordConfig::read(section, &folder, environment)).transpose()?.flatten();
        root.finish()?;
        let file = Some(path.to_path_buf());
        Ok(Config { file, store, bot, http, vocabulary, log, console, matrix, discord, sample: None })
    }

    /// Refuses a configuration that names no platform: nobody could write to such a bot.
    pub fn require_platform(&self) -> Result<(), ConfigError> {
        if self.console.is_some() || self.matrix.is_some() || self.discord.is_some() {
            return Ok(());
        }
        Err(ConfigError {
            file: self.file.as_deref().unwrap_or(Path::new("")).display().to_string(),
            key: String::new(),
            problem: "it names no platform".into(),
            remedy: "Add a section [console] with enabled = true or a section [matrix] or [discord], or start with --console".into(),
        })
    }

    /// The embedded default: everything under this folder, rooms in the terminal, and the sample.
    pub fn embedded(data: &Path) -> Result<Config, ConfigError> {
        let data = std::path::absolute(data).unwrap_or_else(|_| data.to_path_buf());
        let sample = Sample::built_in()?;
        Ok(Config {
            file: None,
            store: StoreConfig {
                url: Secret::new(format!("sqlite:{}", data.join("gcm-talks.db").display())),
                keys: data.join("keys"),
            },
            bot: BotConfig {
                prefix: "!gcm".into(),
                safe_mode: false,
                person_answers: PERSON_ANSWERS,
                room_answers: ROOM_ANSWERS,
                secretariat: Vec::new(),
            },
            http: None,
            vocabulary: None,
            log: LogConfig { format: LogFormat::Text, level: "warn".into() },
            console: Some(ConsoleConfig { rooms: sample.rooms.iter().map(|r| r.name.clone()).collect() }),
            matrix: None,
            discord: None,
            sample: Some(sample),
        })
    }

    /// Every section with its values as TOML, secrets masked.
    pub fn show(&self) -> String {
        let quoted = |text: &str| toml::Value::from(text).to_string();
        let list = |items: Vec<String>| toml::Value::from(items).to_string();
        let holders = self.bot.secretariat.iter().map(|h| format!("{}:{}", h.platform.word(), h.account)).collect();
        let format = if self.log.format == LogFormat::Json { "json" } else { "text" };
        let http = self.http.map(|address| address.to_string()).unwrap_or_default();
        let vocabulary = self.vocabulary.as_ref().map(|v| v.display().to_string()).unwrap_or_default();
        let rooms = self.console.as_ref().map(|c| c.rooms.clone()).unwrap_or_default();
        let off = || "enabled = false\n".to_owned();
        let matrix = self.matrix.as_ref().map_or_else(off, MatrixConfig::show);
        let discord = self.discord.as_ref().map_or_else(off, DiscordConfig::show);
        format!(
            "[store]\nurl = {}\nkeys = {}\n\n\
             [bot]\nprefix = {}\nsafe_mode = {}\nperson_answers = {}\nroom_answers = {}\nsecretariat = {}\n\n\
             [http]\nlisten = {}\n\n[vocabulary]\nfolder = {}\n\n[log]\nformat = {}\nlevel = {}\n\n[console]\nenabled = {}\nrooms = {}\n\n[matrix]\n{matrix}\n[discord]\n{discord}",
            quoted(&mask_url(self.store.url.expose())),
            quoted(&self.store.keys.display().to_string()),
            quoted(&self.bot.prefix),
            self.bot.safe_mode,
            self.bot.person_answers,
            self.bot.room_answers,
            list(holders),
            quoted(&http),
            quoted(&vocabulary),
            quoted(format),
            quoted(&self.log.level),
            self.console.is_some(),
            list(rooms),
        )
    }
}

/// A database's URL with the password masked.
pub fn mask_url(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let (place, options) = match rest.split_once('?') {
        // What follows ? may hold a password too.
        Some((place, _)) => (place, "?***"),
        None => (rest, ""),
    };
    match place.rsplit_once('@') {
        Some((user, host)) => {
            let name = user.split(':').next().unwrap_or_default();
            let mark = if user.contains(':') { ":***" } else { "" };
            format!("{scheme}://{name}{mark}@{host}{options}")
        }
        None => format!("{scheme}://{place}{options}"),
    }
}

impl StoreConfig {
    fn read(mut section: Section, folder: &Path, environment: Environment<'_>) -> Result<Self, ConfigError> {
        let url = secret(&mut section, "GCM_TALKS_STORE_URL", "url", "url_file", folder, environment)?;
        let url = url.unwrap_or_else(|| Secret::new("sqlite:data/gcm-talks.db".into()));
        let url = Secret::new(absolute_url(&section, url.expose(), folder)?);
        let keys: Option<PathBuf> = section.optional("keys")?;
        section.finish()?;
        Ok(StoreConfig { url, keys: folder.join(keys.unwrap_or_else(|| "data/keys".into())) })
    }
}

/// The URL with the path of a SQLite file made absolute.
fn absolute_url(section: &Section, url: &str, folder: &Path) -> Result<String, ConfigError> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok(url.to_owned());
    }
    let remedy = "Write sqlite:PATH or postgres://USER@HOST/NAME";
    // The value itself may be a secret that was put here by mistake: it is not shown.
    let Some(path) = url.strip_prefix("sqlite:") else {
        return Err(section.error("url", "this is no database that I know", remedy));
    };
    let path = path.strip_prefix("//").unwrap_or(path);
    if path.is_empty() || path.contains([':', '?', '%', '#']) {
        return Err(section.error("url", "a path after sqlite: has no : ? % or # in it and is not empty", remedy));
    }
    Ok(format!("sqlite:{}", folder.join(path).display()))
}

impl BotConfig {
    fn read(mut section: Section) -> Result<Self, ConfigError> {
        let prefix: String = section.optional("prefix")?.unwrap_or_else(|| "!gcm".into());
        if prefix.is_empty()
            || prefix.chars().count() > 16
            || prefix.chars().any(|c| c.is_whitespace() || c.is_control())
        {
            return Err(section.error(
                "prefix",
                "this is no prefix",
                "Write 1 to 16 signs without a blank, such as !gcm",
            ));
        }
        let safe_mode = section.optional("safe_mode")?.unwrap_or(false);
        let mut answers = |key, usual| match section.optional::<u32>(key)? {
            Some(0) => {
                Err(section.error(key, "with 0 nobody is answered", format!("Write 1 or more, such as {usual}")))
            }
            answers => Ok(answers.unwrap_or(usual)),
        };
        let person_answers = answers("person_answers", PERSON_ANSWERS)?;
        let room_answers = answers("room_answers", ROOM_ANSWERS)?;
        let accounts: Vec<String> = section.optional("secretariat")?.unwrap_or_default();
        let secretariat = accounts.iter().map(|text| {
            Holder::parse(text).ok_or_else(|| {
                let remedy = "Write PLATFORM:ACCOUNT, such as matrix:@awa:example.org or console:awa";
                section.error("secretariat", format!("{text:?} is no account"), remedy)
            })
        });
        let secretariat = secretariat.collect::<Result<_, _>>()?;
        section.finish()?;
        Ok(BotConfig { prefix, safe_mode, person_answers, room_answers, secretariat })
    }
}

/// `[vocabulary]`: the folder, where there is one.
fn read_vocabulary(mut section: Section, folder: &Path) -> Result<Option<PathBuf>, ConfigError> {
    let own: Option<PathBuf> = section.optional("folder")?;
    section.finish()?;
    Ok(own.filter(|own| !own.as_os_str().is_empty()).map(|own| folder.join(own)))
}

fn read_http(mut section: Section) -> Result<Option<SocketAddr>, ConfigError> {
    let listen: String = section.optional("listen")?.unwrap_or_default();
    let public = section.optional("public")?.unwrap_or(false);
    let address = if listen.is_empty() {
        None
    } else {
        let address: SocketAddr = listen.parse().map_err(|_| {
            section.error("listen", format!("{listen:?} is no address"), format!("Write one such as {LISTEN}"))
        })?;
        if !address.ip().is_loopback() && !public {
            return Err(section.error(
                "listen",
                format!("{address} can be reached from other machines"),
                format!("Write {LISTEN}, or add public = true if that is what you want"),
            ));
        }
        Some(address)
    };
    section.finish()?;
    Ok(address)
}

impl LogConfig {
    fn read(mut section: Section) -> Result<Self, ConfigError> {
        let format = section.optional("format")?.unwrap_or(LogFormat::Text);
        let level: String = section.optional("level")?.unwrap_or_else(|| "info".into());
        const LEVELS: [&str; 6] = ["off", "error", "warn", "info", "debug", "trace"];
        for part in level.split(',') {
            let word = part.rsplit('=').next().unwrap_or_default().trim().to_lowercase();
            if !LEVELS.contains(&word.as_str()) {
                let remedy = match nearest(&word, LEVELS) {
                    Some(right) => format!("Did you mean {right}?"),
                    None => format!("Write one of: {}", LEVELS.join(", ")),
                };
                return Err(section.error("level", format!("I know no level {word:?}"), remedy));
            }
        }
        section.finish()?;
        Ok(LogConfig { format, level })
    }
}

fn read_console(mut section: Section) -> Result<Option<ConsoleConfig>, ConfigError> {
    let enabled = section.optional("enabled")?.unwrap_or(true);
    let rooms: Vec<String> = section.optional("rooms")?.unwrap_or_else(|| ConsoleConfig::default().rooms);
    let wrong = |name: &String| {
        name.is_empty() || name == "private" || !name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    if let Some(name) = rooms.iter().find(|name| wrong(name)) {
        let remedy = "Write a name of letters, digits and - such as west-africa; private is taken";
        return Err(section.error("rooms", format!("{name:?} is no name for a room"), remedy));
    }
    if rooms.is_empty() {
        return Err(section.error("rooms", "it is empty", "Name at least one room"));
    }
    section.finish()?;
    Ok(enabled.then_some(ConsoleConfig { rooms }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, ConfigError> {
        Config::parse(Path::new("/etc/gcm/gcm-talks.toml"), text, &|_| None)
    }

    #[test]
    fn an_almost_empty_file_has_sensible_values() {
        let config = parse("[console]\n").unwrap();
        assert_eq!(config.store.url.expose(), "sqlite:/etc/gcm/data/gcm-talks.db");
        assert_eq!(config.store.keys, Path::new("/etc/gcm/data/keys"));
        assert_eq!((config.bot.prefix.as_str(), config.bot.safe_mode), ("!gcm", false));
        assert_eq!(config.http, None);
        assert_eq!(config.console.unwrap().rooms, ["lobby"]);
        assert_eq!(config.sample, None, "the sample is for the embedded default alone");
    }

    #[test]
    fn what_is_wrong_is_named_by_file_key_and_remedy() {
        for (text, says) in [
            ("[bot]\nprefx = \"!x\"", "bot.prefx: I know no such key. Did you mean prefix?"),
            ("[bto]\nprefix = \"!x\"", "bto: I know no such key. Did you mean bot?"),
            (
                "[bot]\ncolour = 1",
                "bot.colour: I know no such key. Take it out; known here are: prefix, safe_mode, person_answers, room_answers",
            ),
            ("[bot]\nroom_answers = 0", "bot.room_answers: with 0 nobody is answered. Write 1 or more"),
            ("[bot]\nsafe_mode = \"yes\"", "bot.safe_mode: invalid type: string \"yes\", expected a boolean."),
            ("[bot]\nprefix = \"a b\"", "bot.prefix: this is no prefix. Write 1 to 16"),
            ("[bot]\nsecretariat = [\"awa\"]", "bot.secretariat: \"awa\" is no account. Write PLATFORM:ACCOUNT"),
            (
                "[store]\nurl = \"mysql://root:hunter2@db\"",
                "store.url: this is no database that I know. Write sqlite:PATH",
            ),
            ("[store]\nurl_file = \"missing\"", "store.url_file: /etc/gcm/missing cannot be read"),
            ("[store]\nurl = \"sqlite:a\"\nurl_file = \"b\"", "store.url_file: url is written too. Keep one"),
            (
                "[http]\nlisten = \"0.0.0.0:80\"",
                "http.listen: 0.0.0.0:80 can be reached from other machines. Write 127",
            ),
            ("[http]\nlisten = \"here\"", "http.listen: \"here\" is no address. Write one such as 127.0.0.1"),
            ("[log]\nlevel = \"wran\"", "log.level: I know no level \"wran\"."),
            ("[log]\nformat = \"xml\"", "log.format: "),
            ("[console]\nrooms = [\"#a\"]", "console.rooms: \"#a\" is no name for a room."),
            ("bot = 3", "bot: invalid type: integer `3`, expected a map."),
            ("[bot]\nprefix =\n", "line 2: "),
        ] {
            let error = parse(text).unwrap_err().to_string();
            assert!(error.starts_with("/etc/gcm/gcm-talks.toml: "), "{error}");
            assert!(error.contains(says), "{text}\n{error}\n{says}");
            assert!(!error.contains("hunter2") && !error.contains('\n'), "{error}");
        }
    }

    #[test]
    fn an_address_that_others_can_reach_has_to_be_asked_for() {
        let config = parse("[http]\nlisten = \"0.0.0.0:80\"\npublic = true").unwrap();
        assert_eq!(config.http, Some(([0, 0, 0, 0], 80).into()));
    }

    #[test]
    fn the_url_may_come_from_the_environment_or_a_file() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("url"), "postgres://bot:from-file@db/talks\n").unwrap();
        let path = folder.path().join("gcm-talks.toml");
        let url = |text: &str, variables: &[(&str, &str)]| {
            let read = |name: &str| variables.iter().find(|(n, _)| *n == name).map(|(_, v)| v.to_string());
            Config::parse(&path, text, &read).unwrap().store.url.expose().to_owned()
        };
        let file = "[store]\nurl_file = \"url\"";
        assert_eq!(url(file, &[]), "postgres://bot:from-file@db/talks");
        assert_eq!(url("", &[("GCM_TALKS_STORE_URL_FILE", "url")]), "postgres://bot:from-file@db/talks");
        assert_eq!(url(file, &[("GCM_TALKS_STORE_URL", "postgres://db/env")]), "postgres://db/env");
    }

    #[test]
    fn no_secret_is_shown() {
        let config =
            parse("[store]\nurl = \"postgres://bot:hunter2@db.example.org/talks?sslpassword=hunter2\"").unwrap();
        assert!(config.show().contains("postgres://bot:***@db.example.org/talks?***"), "{}", config.show());
        for shown in [config.show(), format!("{config:?}")] {
            assert!(!shown.contains("hunter2"), "{shown}");
        }
        assert_eq!(mask_url("postgres://bot:a@b@db/x"), "postgres://bot:***@db/x");
    }

    #[test]
    fn what_is_shown_can_be_read_again() {
        let shown = Config::embedded(Path::new("/var/lib/gcm")).unwrap().show();
        assert_eq!(parse(&shown).unwrap().show(), shown);
    }

    #[test]
    fn a_configuration_without_a_platform_is_refused() {
        for text in ["", "[console]\nenabled = false"] {
            let error = parse(text).unwrap().require_platform().unwrap_err().to_string();
            assert!(
                error.ends_with(
                    "it names no platform. Add a section [console] with enabled = true or a section [matrix] or [discord], or start with --console"
                ),
                "{error}"
            );
        }
        assert!(parse("[console]").unwrap().require_platform().is_ok());
    }
}
