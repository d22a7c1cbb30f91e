//! Finding the configuration, and opening keys and database with it.

use super::Place;
use super::output::{Failure, short, short_url};
use crate::clock::Source;
use crate::config::Config;
use crate::participation::Forms;
use crate::seal::Keyring;
use crate::store::{Store, inspect};
use crate::vocabulary::Vocabulary;
use std::path::{Path, PathBuf};

/// The configuration that is looked for in the present folder.
pub const DEFAULT_FILE: &str = "gcm-talks.toml";

impl Place {
    /// The configuration's file, if there is one; a file that is asked for by name is taken
    /// without looking whether it is there.
    pub fn file(&self) -> Option<PathBuf> {
        let default = || Some(PathBuf::from(DEFAULT_FILE)).filter(|file| file.exists());
        self.config.clone().or_else(default)
    }

    /// The configuration: of the file, or the embedded default where there is none.
    pub fn read(&self) -> Result<Config, Failure> {
        Ok(match self.file() {
            Some(file) => Config::load(&file)?,
            None => Config::embedded(&self.data)?,
        })
    }
}

/// What has to be there before a store is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum There {
    /// Keys and a database of this program's schema: for what works beside a running bot.
    Everything,
    /// Keys; the database may be new or older.
    Keys,
    /// Keys of a database that is there; in the embedded default all may be new.
    Nothing,
}

/// Opens the store of a configuration.
pub async fn open(config: &Config, there: There, source: Source) -> Result<Store, Failure> {
    if let Some(folder) = &config.vocabulary {
        Vocabulary::with_folder(folder).map_err(Failure::new)?.install();
        let forms = folder.join("forms");
        if forms.is_dir() {
            Forms::with_folder(&forms).map_err(Failure::new)?.install();
        }
    }
    let url = config.store.url.expose();
    // The keys first: what is wrong with them must not leave an empty database behind.
    let found = inspect(url).await;
    let fresh = matches!(&found, Ok(None)) || found.as_ref().is_ok_and(|i| i.as_ref().is_some_and(|i| i.schema == 0));
    if there == There::Everything {
        match found? {
            Some(found) if found.schema == found.known => {}
            Some(found) if found.schema > 0 => {
                return Err(Failure::new(format!(
                    "the database has schema {}, this program writes schema {}: run gcm-talks migrate, or use the program that fits",
                    found.schema, found.known
                )));
            }
            _ => {
                let url = short_url(url);
                return Err(Failure::new(format!(
                    "there is no database yet ({url}): start the bot with gcm-talks run"
                )));
            }
        }
    }
    let keys = &config.store.keys;
    let may_create = there == There::Nothing && config.file.is_none() && fresh;
    let ring = if may_create && !has_keys(keys) {
        Keyring::create(keys, &mut source.draw()?, source.clock.now())?
    } else if has_keys(keys) {
        Keyring::open(keys)?
    } else {
        let remedy =
            if fresh { "create them with gcm-talks init" } else { "put the folder back from where you keep its copy" };
        return Err(Failure::new(format!("there are no keys in {}: {remedy}", short(keys))));
    };
    Ok(Store::open(url, ring, source).await?)
}

/// Whether there are keys in a folder.
pub fn has_keys(folder: &Path) -> bool {
    folder.join("lookup.key").exists()
}
