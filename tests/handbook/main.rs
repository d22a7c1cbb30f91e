//! What the house says of itself holds: the handbook, the plan of its rooms, the languages and the
//! operator's program.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says so by failing")]

mod cli;
mod docs;
mod house;
mod locales;
