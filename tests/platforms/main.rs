//! The same consultation on every platform, told apart by nothing but the looks of the platform.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says so by failing"
)]

#[path = "../common/mod.rs"]
mod common;
#[cfg(feature = "discord")]
#[path = "../fake_discord/mod.rs"]
mod fake_discord;
#[cfg(feature = "discord")]
#[path = "../stage/on_discord.rs"]
mod on_discord;
#[cfg(feature = "matrix")]
#[path = "../stage/on_synapse.rs"]
mod on_synapse;
#[path = "../program/mod.rs"]
mod program;
#[path = "../stage/mod.rs"]
mod stage;
#[cfg(feature = "matrix")]
#[path = "../synapse/mod.rs"]
mod synapse;

mod every_command;
mod script;
mod transcript;
mod whole_consultation;
