//! `gcm-talks doctor`: what works, what does not, and what to do about it.

use super::Place;
use super::configuration::name;
use super::opening::has_keys;
use super::output::{Failure, say, short, short_url, size};
use crate::clock::Source;
use crate::config::Config;
use crate::model::{DAY, HOUR, MINUTE, Time};
use crate::seal::Keyring;
use crate::store::{Inspection, Store, inspect};
#[cfg(any(feature = "matrix", feature = "discord"))]
use crate::{
    commands::is_bound,
    model::Platform,
    store::{Room, StoreError},
};
use std::path::{Path, PathBuf};

/// With less room than this a day's messages may not fit.
const LITTLE_ROOM: u64 = 200_000_000;

/// What came of a test.
pub(super) enum Found {
    /// All is well.
    Right(String),
    /// Something is wrong; what, and what to do.
    Wrong(String, String),
    /// There is nothing to test.
    Nothing(String),
}

/// Tests everything, prints a line each and fails if anything is wrong.
pub async fn execute(place: &Place) -> Result<(), Failure> {
    let mut problems = 0;
    let mut tell = |what: &str, found: Found| {
        let (mark, text, remedy) = match found {
            Found::Right(text) => ('✔', text, None),
            Found::Wrong(text, remedy) => ('✘', text, Some(remedy)),
            Found::Nothing(text) => ('–', text, None),
        };
        say(format!("{mark} {what:<13} {text}"))?;
        if let Some(remedy) = remedy {
            problems += 1;
            say(format!("{:<16}→ {remedy}", ""))?;
        }
        Ok::<_, Failure>(())
    };

    match read(place) {
        Err((text, remedy)) => {
            tell("config", Found::Wrong(text, remedy))?;
            for what in ["keys", "database", "disk"] {
                tell(what, Found::Nothing("not tested: the configuration comes first".into()))?;
            }
        }
        Ok(config) => {
            tell("config", Found::Right(name(&config)))?;
            let inspected = inspect(config.store.url.expose()).await;
            let fresh = matches!(&inspected, Ok(found) if found.as_ref().is_none_or(|i| i.schema == 0));
            let source = Source::system();
            let (keys, ring) = test_keys(&config, fresh, source.clock.now());
            tell("keys", keys)?;
            let keyring = ring.clone();
            let database = match inspected {
                Ok(Some(found)) if found.schema > 0 => test_database(&config, found, ring, source).await,
                Ok(_) => Found::Nothing(format!("{}, not there yet: gcm-talks run makes it", database_name(&config))),
                Err(e) => wrong(&e.to_string()),
            };
            tell("database", database)?;
            tell("disk", test_disk(&config))?;
            let console = match &config.console {
                Some(console) => Found::Right(format!("rooms: {}", console.rooms.join(", "))),
                None => Found::Nothing("not enabled".into()),
            };
            tell("console", console)?;
            let rooms = test_matrix(&config, keyring.as_ref(), &mut tell).await?;
            for (name, found) in rooms {
                tell(&name, found)?;
            }
            let rooms = test_discord(&config, keyring.as_ref(), &mut tell).await?;
            for (name, found) in rooms {
                tell(&name, found)?;
            }
        }
    }
    match problems {
        0 => say("All well"),
        n => {
            say(if n == 1 { "1 problem".to_owned() } else { format!("{n} problems") })?;
            Err(Failure::Said)
        }
    }
}

fn read(place: &Place) -> Result<Config, (String, String)> {
    let config = match place.file() {
        Some(file) => Config::load(&file),
        None => Config::embedded(&place.data),
    };
    let config = config.and_then(|config| config.require_platform().map(|()| config));
    config.map_err(|e| {
        let key = if e.key.is_empty() { String::new() } else { format!("{}: ", e.key) };
        (format!("{}: {key}{}", e.file, e.problem), e.remedy)
    })
}

/// A sentence of an error, cut into what is wrong and what to do.
pub(super) fn wrong(sentence: &str) -> Found {
    let (text, remedy) = sentence.rsplit_once(": ").unwrap_or((sentence, "run gcm-talks doctor again later"));
    Found::Wrong(text.to_owned(), remedy.to_owned())
}

fn test_keys(config: &Config, fresh: bool, now: Time) -> (Found, Option<Keyring>) {
    let folder = &config.store.keys;
    if !has_keys(folder) {
        let found = match (fresh, &config.file) {
            (true, None) => Found::Nothing(format!("{}, not there yet: gcm-talks run makes them", short(folder))),
            (true, Some(_)) => Found::Wrong(format!("{}: there are none", short(folder)), "gcm-talks init".into()),
            (false, _) => Found::Wrong(
                format!("{}: there are none, and the database needs them", short(folder)),
                "put the folder back from where you keep its copy".into(),
            ),
        };
        return (found, None);
    }
    let ring = match Keyring::open(folder) {
        Ok(ring) => ring,
        Err(e) => return (wrong(&e.to_string()), None),
    };
    if others_may_enter(folder) {
        let text = format!("{}: others than you can look into the folder", short(folder));
        return (Found::Wrong(text, format!("chmod 700 {}", short(folder))), Some(ring));
    }
    let (newest, count) = ring.newest();
    // A key knows the day on which it was made, and no hour.
    let newest = match now.div_euclid(DAY) - i64::from(newest) {
        ..=0 => "newest made today".to_owned(),
        1 => "newest 1 day old".to_owned(),
        days => format!("newest {days} days old"),
    };
    let keys = if count == 1 { "1 outer key".to_owned() } else { format!("{count} outer keys") };
    (Found::Right(format!("{keys}, {newest}, readable by you alone")), Some(ring))
}

#[cfg(unix)]
fn others_may_enter(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(folder).is_ok_and(|m| m.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn others_may_enter(_: &Path) -> bool {
    false
}

async fn test_database(config: &Config, found: Inspection, ring: Option<Keyring>, source: Source) -> Found {
    let database = database_name(config);
    if found.schema != found.known {
        let text = format!("{database} has schema {}, this program knows schema {}", found.schema, found.known);
        let remedy = if found.schema < found.known { "gcm-talks migrate" } else { "use the newer program" };
        return Found::Wrong(text, remedy.into());
    }
    if let Err(e) = found.writable {
        return wrong(&e.to_string());
    }
    let bytes = size(u64::try_from(found.bytes).unwrap_or_default());
    let text = format!("{database}, schema {}, {bytes}", found.schema);
    let Some(ring) = ring else { return Found::Right(format!("{text}, not opened: the keys come first")) };
    let now = source.clock.now();
    match Store::open(config.store.url.expose(), ring, source).await {
        Ok(store) => {
            let backup = store.last_backup().await;
            store.close().await;
            match backup {
                Ok(Some(at)) => Found::Right(format!("{text}, last backup {} ago", span(now - at))),
                Ok(None) => Found::Right(format!("{text}, no backup yet")),
                Err(e) => wrong(&e.to_string()),
            }
        }
        Err(e) => wrong(&e.to_string()),
    }
}

/// Tests the Matrix account, and gives what is found of each bound room.
#[cfg(feature = "matrix")]
async fn test_matrix(
    config: &Config,
    ring: Option<&Keyring>,
    tell: &mut impl FnMut(&str, Found) -> Result<(), Failure>,
) -> Result<Vec<(String, Found)>, Failure> {
    let (found, rooms) = match (&config.matrix, ring) {
        (None, _) => (Found::Nothing("not configured".into()), Vec::new()),
        (Some(_), None) => (Found::Nothing("not tested: the keys come first".into()), Vec::new()),
        (Some(matrix), Some(ring)) => super::matrix::examined(config, matrix, ring).await,
    };
    tell("matrix", found)?;
    Ok(rooms)
}

#[cfg(not(feature = "matrix"))]
async fn test_matrix(
    config: &Config,
    _: Option<&Keyring>,
    tell: &mut impl FnMut(&str, Found) -> Result<(), Failure>,
) -> Result<Vec<(String, Found)>, Failure> {
    if config.matrix.is_some() {
        let remedy = "build the program with --features matrix".to_owned();
        tell("matrix", Found::Wrong("this program was built without it".into(), remedy))?;
    }
    Ok(Vec::new())
}

/// Tests the bot on Discord, and gives what is found of each bound channel.
#[cfg(feature = "discord")]
async fn test_discord(
    config: &Config,
    ring: Option<&Keyring>,
    tell: &mut impl FnMut(&str, Found) -> Result<(), Failure>,
) -> Result<Vec<(String, Found)>, Failure> {
    let (found, rooms) = match (&config.discord, ring) {
        (None, _) => (Found::Nothing("not configured".into()), Vec::new()),
        (Some(_), None) => (Found::Nothing("not tested: the keys come first".into()), Vec::new()),
        (Some(discord), Some(ring)) => super::discord::examined(config, discord, ring).await,
    };
    tell("discord", found)?;
    Ok(rooms)
}

#[cfg(not(feature = "discord"))]
async fn test_discord(
    config: &Config,
    _: Option<&Keyring>,
    tell: &mut impl FnMut(&str, Found) -> Result<(), Failure>,
) -> Result<Vec<(String, Found)>, Failure> {
    if config.discord.is_some() {
        let remedy = "build the program with --features discord".to_owned();
        tell("discord", Found::Wrong("this program was built without it".into(), remedy))?;
    }
    Ok(Vec::new())
}

/// The rooms of a platform that are bound.
#[cfg(any(feature = "matrix", feature = "discord"))]
pub(super) async fn bound_rooms(config: &Config, ring: &Keyring, platform: Platform) -> Result<Vec<Room>, StoreError> {
    // Looking must not bring the database forward.
    if inspect(config.store.url.expose()).await?.is_none_or(|found| found.schema != found.known) {
        return Ok(Vec::new());
    }
    let store = Store::open(config.store.url.expose(), ring.clone(), Source::system()).await?;
    let mut snapshot = store.snapshot()?;
    store.load_base(&mut snapshot).await?;
    store.close().await;
    let bound = |room: &&Room| room.platform == platform.word() && is_bound(&snapshot, room.id);
    Ok(snapshot.rows.rooms.iter().filter(bound).cloned().collect())
}

fn database_name(config: &Config) -> String {
    short_url(config.store.url.expose())
}

fn test_disk(config: &Config) -> Found {
    let url = config.store.url.expose();
    // Where the database is on a server, the keys still are here.
    let path = url.strip_prefix("sqlite:").map(PathBuf::from).unwrap_or_else(|| config.store.keys.clone());
    let Some(folder) = path.ancestors().find(|folder| folder.is_dir()) else {
        return Found::Nothing("not tested: the folder is not there yet".into());
    };
    match rustix::fs::statvfs(folder) {
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize);
            let text = format!("{} free", size(free));
            if free < LITTLE_ROOM {
                Found::Wrong(format!("only {text} under {}", short(folder)), "make room".into())
            } else {
                Found::Right(text)
            }
        }
        Err(e) => Found::Nothing(format!("not tested: {e}")),
    }
}

/// A span in its largest unit: `5 h`, `2 days`.
pub(super) fn span(milliseconds: i64) -> String {
    match milliseconds {
        n if n >= 2 * DAY => format!("{} days", n / DAY),
        n if n >= DAY => "1 day".into(),
        n if n >= HOUR => format!("{} h", n / HOUR),
        n => format!("{} min", n.max(0) / MINUTE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_given_in_their_largest_unit() {
        for (milliseconds, text) in
            [(-5, "0 min"), (90 * MINUTE, "1 h"), (DAY, "1 day"), (50 * HOUR, "2 days"), (59_000, "0 min")]
        {
            assert_eq!(span(milliseconds), text);
        }
    }
}
