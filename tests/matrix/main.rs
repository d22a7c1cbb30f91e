//! The adapter of Matrix, on a real homeserver.
#![cfg(feature = "matrix")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says so by failing"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../stage/on_synapse.rs"]
mod on_synapse;
#[path = "../program/mod.rs"]
mod program;
#[path = "../stage/mod.rs"]
mod stage;
#[path = "../synapse/mod.rs"]
mod synapse;

mod handbook;
mod rooms;
mod spaces;
mod trouble;
