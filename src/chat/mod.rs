//! What people and the bot say to each other, the same on every platform.

pub mod document;
pub mod render;
pub mod sanitise;

pub use document::{Block, Choice, Document, Span, Spans};
