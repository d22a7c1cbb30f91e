//! gcm-talks: the bot of the GCM Talks and regional consultations. It records what stakeholders
//! write in Matrix, Discord and console rooms with their consent, and turns it into digests that
//! cite it. `docs/architecture.md` draws the house; a room knows only rooms listed above it here.

pub mod vocabulary;

pub mod model;

pub mod clock;

pub mod i18n;

pub mod config;

pub mod seal;

pub mod chat;

pub mod store;

pub mod analysis;

pub mod trust;

pub mod record;

pub mod participation;

pub mod digest;

pub mod transfer;

pub mod commands;

pub mod intake;

pub mod outbox;

pub mod jobs;

pub mod platforms;

pub mod cli;
