//! The platforms on which people write: one adapter each. An adapter turns what it hears into
//! [`crate::chat::Event`]s for intake and does what the outbox asks; no rule of the consultation
//! lives here.

pub mod console;
#[cfg(feature = "discord")]
pub mod discord;
#[cfg(feature = "matrix")]
pub mod matrix;
