//! The work of a consultation, from registration to digests and exports, as the people in it see it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says so by failing"
)]

#[path = "../common/mod.rs"]
mod common;
mod digest_world;

mod calls;
mod consultations;
mod digest;
mod export;
mod import;
mod linking;
mod moderation;
mod organisations;
mod registration;
mod talks;
