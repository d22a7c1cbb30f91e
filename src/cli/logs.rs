//! The log on standard error: structured, without content.

use crate::config::{LogConfig, LogFormat};
use tracing_subscriber::EnvFilter;

/// The parts of the Matrix library, each silent.
const MATRIX: &str = "matrix_sdk=off,matrix_sdk_base=off,matrix_sdk_crypto=off,matrix_sdk_common=off,matrix_sdk_sqlite=off,\
                      matrix_sdk_store_encryption=off,ruma_common=off,ruma_client_api=off,ruma_events=off,vodozemac=off";

/// Starts the log as it is configured; `GCM_TALKS_LOG` sets another level.
pub fn start(config: &LogConfig) {
    let level = std::env::var("GCM_TALKS_LOG").ok().filter(|level| !level.is_empty());
    let level = level.unwrap_or_else(|| config.level.clone());
    // The libraries' own chatter is of no use to an operator, and may quote what passes through. What
    // Matrix's writes names people and rooms at every level: nothing can turn it on.
    // A slow statement is the disk's matter, and its whole text stands beside it.
    let filter = EnvFilter::new(format!("sqlx=warn,sqlx::query=error,hyper=warn,{level},{MATRIX}"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start (in tests) changes nothing.
    let _ = match config.format {
        LogFormat::Json => log.json().try_init(),
        LogFormat::Text => log.with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr())).try_init(),
    };
}
