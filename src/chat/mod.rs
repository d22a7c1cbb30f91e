//! What passes between the platforms and the house: events in, documents out, commands as data.

pub mod document;
mod event;
mod outgoing;
pub mod render;
pub mod sanitise;
mod spec;

pub use document::{Block, Button, Choice, Document, Span, Spans};
pub use event::*;
pub use outgoing::*;
pub use spec::*;
