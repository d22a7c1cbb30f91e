//! `gcm-talks init`: a working configuration, keys, and the first secretariat account.

use super::Place;
use super::opening::{DEFAULT_FILE, has_keys};
use super::output::{Failure, say, short};
use crate::clock::Source;
use crate::config::{Config, Holder};
use crate::seal::{Keyring, OUTER_KEY_DAYS};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Write a configuration and create the keys.
#[derive(clap::Args)]
pub struct Init {
    /// The account that holds the secretariat's office first
    #[arg(long, value_name = "PLATFORM:ACCOUNT", default_value = "console:secretariat", value_parser = holder)]
    secretariat: String,
    /// The database: sqlite:PATH or postgres://USER@HOST/NAME; a password goes into the
    /// environment as GCM_TALKS_STORE_URL or into a file
    #[arg(long, value_name = "URL", default_value = "sqlite:data/gcm-talks.db")]
    database: String,
}

fn holder(text: &str) -> Result<String, String> {
    let remedy = || "write PLATFORM:ACCOUNT, such as matrix:@awa:example.org or console:awa".to_owned();
    Holder::parse(text).map(|_| text.to_owned()).ok_or_else(remedy)
}

impl Init {
    /// Writes what is missing and overwrites nothing.
    pub fn execute(self, place: &Place) -> Result<(), Failure> {
        let file = place.config.clone().unwrap_or_else(|| PathBuf::from(DEFAULT_FILE));
        if file.exists() {
            return Err(Failure::new(format!(
                "{} is there already and was kept: edit it, or give another name with --config",
                short(&file)
            )));
        }
        write_new(&file, &self.text())?;
        // The file says where the keys lie, and has to be right to say it.
        let made = Config::load(&file).map_err(Failure::from).and_then(|config| {
            let created = !has_keys(&config.store.keys);
            if created {
                let source = Source::system();
                Keyring::create(&config.store.keys, &mut source.draw()?, source.clock.now())?;
            } else {
                Keyring::open(&config.store.keys)?;
            }
            Ok((config, created))
        });
        let (config, created) = match made {
            Ok(made) => made,
            Err(e) => {
                let _ = std::fs::remove_file(&file);
                return Err(e);
            }
        };
        let keys = short(&config.store.keys);
        say(format!("{}: the configuration is written.", short(&file)))?;
        say(format!(
            "{keys}: {}.",
            if created { "the keys are created, readable by you alone" } else { "the keys are there and were kept" }
        ))?;
        say(format!("{} holds the secretariat's office from the first start on.", self.secretariat))?;
        say("")?;
        say("Back up the database every day with gcm-talks backup FILE.")?;
        say(format!(
            "Copy {keys} now and after each backup, at least every week, to a place apart: a new key is made"
        ))?;
        say("every week, and a backup opens with the keys of its week alone.")?;
        say(format!(
            "Let each copy take the place of the one before and keep no older one: a key dies {OUTER_KEY_DAYS} days after"
        ))?;
        say("it was made, and with it its backups. That is what people are promised.")?;
        say("")?;
        let option =
            if file == Path::new(DEFAULT_FILE) { String::new() } else { format!(" --config {}", short(&file)) };
        say(format!("Next: gcm-talks doctor{option}, then gcm-talks run{option}"))
    }

    fn text(&self) -> String {
        let quoted = |text: &str| toml::Value::from(text).to_string();
        format!(
            "# gcm-talks. Paths are relative to this file. gcm-talks config check says what is wrong with it.\n\
             \n\
             [store]\n\
             # sqlite:PATH or postgres://USER@HOST/NAME. With a password: url_file = \"PATH\" instead,\n\
             # or the environment's GCM_TALKS_STORE_URL.\n\
             url = {}\n\
             # The keys. Back this folder up apart from the database.\n\
             keys = \"data/keys\"\n\
             \n\
             [bot]\n\
             # What commands begin with.\n\
             prefix = \"!gcm\"\n\
             # true: it records and says nothing.\n\
             safe_mode = false\n\
             # Who holds the secretariat's office from the first start on: PLATFORM:ACCOUNT.\n\
             secretariat = [{}]\n\
             \n\
             [http]\n\
             # /livez, /readyz and /metrics; empty for none.\n\
             listen = \"127.0.0.1:9464\"\n\
             \n\
             [log]\n\
             # text or json, on standard error; error, warn, info, debug or trace.\n\
             format = \"text\"\n\
             level = \"info\"\n\
             \n\
             [console]\n\
             # Rooms in the terminal in which the bot is started.\n\
             enabled = true\n\
             rooms = [\"lobby\"]\n",
            quoted(&self.database),
            quoted(&self.secretariat),
        )
    }
}

/// Writes a new file that its owner alone can read, since a URL may hold a password.
fn write_new(file: &Path, text: &str) -> Result<(), Failure> {
    let written = (|| {
        if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)?;
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let mut out = options.open(file)?;
        out.write_all(text.as_bytes())?;
        out.sync_all()
    })();
    let remedy = "give a place that this user may write with --config";
    written.map_err(|e| Failure::new(format!("{} cannot be written ({e}): {remedy}", short(file))))
}
