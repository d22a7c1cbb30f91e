//! What passes between the platforms and the house: events in, documents out, commands as data.

mod event;
mod outgoing;
mod spec;

pub use event::*;
pub use outgoing::*;
pub use spec::*;
