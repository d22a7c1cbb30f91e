//! The adapter of Discord, against a fake that keeps Discord's rules.
#![cfg(feature = "discord")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says so by failing"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../fake_discord/mod.rs"]
mod fake_discord;
#[path = "../stage/on_discord.rs"]
mod on_discord;
#[path = "../program/mod.rs"]
mod program;
#[path = "../stage/mod.rs"]
mod stage;

mod fake;
mod hears;
mod journey;
mod kills;
mod menu;
mod presses;
mod speaks;
