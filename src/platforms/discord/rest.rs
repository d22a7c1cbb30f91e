//! What Discord is asked, and why it did not do it.

use super::DiscordError;
use crate::chat::SendError;
use crate::model::{MINUTE, SECOND};
use serde_json::Value;
use serenity::all::{ErrorResponse, HttpError};
use std::future::Future;
use std::time::Duration;

/// How long an answer may take: the library waits without end.
const PATIENCE: Duration = Duration::from_secs(15);
/// When to try again what failed without a word on when, in milliseconds.
const LATER: i64 = 5 * SECOND;
/// When to begin a conversation again after Discord says that too many are begun.
pub(super) const SLOWLY: i64 = 10 * MINUTE;
/// The longest pause after failures in a row.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// Why Discord did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Trouble {
    /// It is away, slow, or says to wait.
    #[error("Discord is away: {0}")]
    Away(String),
    /// The token is not good any more: nothing is asked again, since an address that asks on is banned.
    #[error("Discord refuses the token")]
    Token,
    /// It refuses, by this status and this code of its own.
    /// <https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>
    #[error("Discord refuses: {status}, {code}")]
    Refused {
        /// HTTP's status.
        status: u16,
        /// Discord's code; 0, where it gives none.
        code: isize,
    },
}

/// The codes of Discord that mean something here.
pub(super) mod code {
    pub const UNKNOWN_CHANNEL: isize = 10003;
    pub const UNKNOWN_MESSAGE: isize = 10008;
    pub const UNKNOWN_WEBHOOK: isize = 10015;
    pub const UNKNOWN_INTERACTION: isize = 10062;
    pub const OPENING_TOO_FAST: isize = 40003;
    pub const ALREADY_ACKNOWLEDGED: isize = 40060;
    pub const CANNOT_MESSAGE: isize = 50007;
    pub const INVALID_WEBHOOK_TOKEN: isize = 50027;
    pub const THREAD_ARCHIVED: isize = 50083;
    pub const NOTHING_IN_COMMON: isize = 50278;
    pub const NO_REPLY_WITHOUT_HISTORY: isize = 160_002;
}

impl Trouble {
    pub(super) fn of(error: &serenity::Error) -> Trouble {
        match error {
            serenity::Error::Http(HttpError::UnsuccessfulRequest(ErrorResponse { status_code, error, .. })) => {
                match (status_code.as_u16(), error.code) {
                    // The token of an interaction, which is over.
                    (status @ 401, code @ code::INVALID_WEBHOOK_TOKEN) => Trouble::Refused { status, code },
                    (401, _) => Trouble::Token,
                    (status @ (429 | 500..), _) => Trouble::Away(format!("it answers {status}")),
                    (status, code) => Trouble::Refused { status, code },
                }
            }
            // Its own check: Discord was not asked.
            serenity::Error::Model(_) => Trouble::Refused { status: 0, code: 0 },
            serenity::Error::Http(HttpError::Request(error)) if error.is_timeout() => {
                Trouble::Away("no answer came".into())
            }
            // The library's words may hold what was sent.
            serenity::Error::Http(_) => Trouble::Away("the connection failed".into()),
            _ => Trouble::Away("its answer makes no sense".into()),
        }
    }

    /// Whether it is refused with this code.
    pub fn is(&self, code: isize) -> bool {
        matches!(self, Trouble::Refused { code: refused, .. } if *refused == code)
    }
}

impl From<Trouble> for SendError {
    fn from(trouble: Trouble) -> SendError {
        match trouble {
            Trouble::Away(_) | Trouble::Token => SendError::Later { after: LATER, reason: trouble.to_string() },
            refused if refused.is(code::CANNOT_MESSAGE) || refused.is(code::NOTHING_IN_COMMON) => SendError::Blocked,
            fast if fast.is(code::OPENING_TOO_FAST) => SendError::Later { after: SLOWLY, reason: fast.to_string() },
            Trouble::Refused { .. } => SendError::Never { reason: trouble.to_string() },
        }
    }
}

/// Asks, and waits for no longer than is decent.
pub(super) async fn ask<T>(request: impl Future<Output = serenity::Result<T>>) -> Result<T, Trouble> {
    match tokio::time::timeout(PATIENCE, request).await {
        Ok(answer) => answer.map_err(|error| Trouble::of(&error)),
        Err(_) => Err(Trouble::Away("no answer came".into())),
    }
}

/// Asks until Discord answers, since what is heard may not pass a gap; for longer each time. Where it
/// refuses, why.
pub(super) async fn until_read<T, F>(read: impl Fn() -> F) -> Result<Result<T, Trouble>, DiscordError>
where
    F: Future<Output = Result<T, Trouble>>,
{
    let mut failures = 0u32;
    loop {
        match read().await {
            Err(Trouble::Token) => return Err(DiscordError::Token),
            Err(away @ Trouble::Away(_)) => {
                failures = failures.saturating_add(1);
                let pause = pause(failures);
                tracing::warn!(error = %away, seconds = pause.as_secs(), "Discord is asked again");
                tokio::time::sleep(pause).await;
            }
            answer => return Ok(answer),
        }
    }
}

/// How long to wait after failures in a row.
pub(super) fn pause(failures: u32) -> Duration {
    Duration::from_millis(500 << failures.min(8)).min(LONGEST_PAUSE)
}

/// An identifier, which Discord writes as a text.
pub(super) fn id_of(value: &Value) -> Option<u64> {
    value.as_str()?.parse().ok().filter(|id| *id > 0)
}
