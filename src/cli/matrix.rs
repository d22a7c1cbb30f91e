//! `gcm-talks matrix`: the account on the homeserver, its device and its keys.

use super::Place;
use super::doctor::{Found, bound_rooms, span, wrong};
use super::output::{Failure, say};
use crate::chat::RoomFacts;
use crate::clock::Source;
use crate::config::{Config, MatrixConfig};
use crate::model::{MINUTE, Platform, Time};
use crate::platforms::matrix::{Mark, Matrix, MatrixError, Session, examine, store_key};
use crate::seal::Keyring;
use crate::store::{Cursor, Room, Store};
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
                session.sign(wanted, new_key).await?;
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
    let session = match Session::open(config, &key, mark.as_ref()).await {
        Err(MatrixError::NoSession) if config.password.is_some() || config.token.is_some() => {
            Session::login(config, &key).await?
        }
        opened => opened?,
    };
    let mark = mark.map(|mark| Mark { token: session.token.clone().unwrap_or_default(), ..mark });
    Ok((Matrix::new(session, &config.ignore, store.source().clone()), mark))
}

/// What the homeserver says of the account, and what stands well or not in each bound room.
pub async fn examined(config: &Config, matrix: &MatrixConfig, ring: &Keyring) -> (Found, Vec<(String, Found)>) {
    let report = match examine(matrix, &store_key(ring)).await {
        Ok(report) => report,
        Err(error) => return (wrong(&error.to_string()), Vec::new()),
    };
    if let Some(found) = report.clock.and_then(|theirs| clock_found(theirs, Source::system().clock.now())) {
        return (found, Vec::new());
    }
    let of = format!("{} on {}, device {}", matrix.user, matrix.homeserver, report.device);
    let found = match (report.keys, report.signed) {
        (false, _) => Found::Wrong(
            format!("{of}: the homeserver does not have its keys"),
            "move the Matrix store away, then gcm-talks matrix login".into(),
        ),
        (true, false) => Found::Wrong(format!("{of}: it is not signed"), "gcm-talks matrix verify".into()),
        (true, true) if !report.kept => {
            Found::Right(format!("{of}, signed; its keys are kept nowhere else: gcm-talks matrix verify keeps them"))
        }
        (true, true) => Found::Right(format!("{of}, signed, its keys are kept")),
    };
    let rooms = bound_rooms(config, ring, Platform::Matrix).await.unwrap_or_default();
    let rooms = rooms.into_iter().map(|room| {
        let found = room_found(&room, report.rooms.contains(&room.address));
        (format!("# {}", room.name), found)
    });
    (found, rooms.collect())
}

/// What people write is judged by the homeserver's clock: whether it was before or after a yes, and
/// whether the floor was open.
fn clock_found(theirs: Time, ours: Time) -> Option<Found> {
    let (apart, how) = ((theirs - ours).abs(), if theirs < ours { "behind" } else { "ahead of" });
    let text = format!("the homeserver's clock is {} {how} this machine's", span(apart));
    (apart > 2 * MINUTE).then(|| Found::Wrong(text, "set the one that is wrong, by NTP".into()))
}

fn room_found(room: &Room, inside: bool) -> Found {
    let wrong = |text: &str, remedy: &str| Found::Wrong(text.to_owned(), remedy.to_owned());
    if !inside {
        return wrong("the bot is not in it", "invite it once more");
    }
    let Ok(facts) = serde_json::from_str::<RoomFacts>(&room.facts) else {
        return Found::Nothing("not looked at yet: room check, in the room".into());
    };
    match facts.may {
        Some([_, false, ..]) => return wrong("the bot may not write", "give it the right to send messages"),
        Some([_, _, false, _]) => return wrong("the bot may not pin its card", "give it the right to pin"),
        Some([_, _, _, false]) => return wrong("the bot may not delete its own posts", "give it the right to"),
        _ => {}
    }
    match facts.encrypted {
        true => Found::Right("the bot may write, pin and delete there; encrypted".into()),
        false => wrong("not encrypted", "turn encryption on in the room's settings, Security"),
    }
}

impl From<MatrixError> for Failure {
    fn from(error: MatrixError) -> Failure {
        Failure::new(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::HOUR;

    #[test]
    fn a_clock_that_is_wrong_is_named_with_what_to_do() {
        let now = 1_788_444_120_000;
        for (theirs, said) in [
            (now, None),
            (now - MINUTE, None),
            (now - 3 * HOUR, Some("the homeserver's clock is 3 h behind this machine's")),
            (now + 5 * MINUTE, Some("the homeserver's clock is 5 min ahead of this machine's")),
        ] {
            let found = clock_found(theirs, now).map(|found| match found {
                Found::Wrong(text, remedy) => format!("{text}: {remedy}"),
                Found::Right(text) | Found::Nothing(text) => text,
            });
            assert_eq!(found, said.map(|said| format!("{said}: set the one that is wrong, by NTP")));
        }
    }
}
