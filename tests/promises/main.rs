//! What the design promises whatever happens, in a town that exists in memory and on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says so by failing")]

#[path = "../common/mod.rs"]
mod common;

mod bad_input;
mod mending;
mod pressed;
mod promises;
mod store_contract;
mod told;
