//! The words of the design as plain types with their rules: no I/O, no async, no sealing.

mod consent;
mod language;
mod passage;
mod people;
mod receipt;
mod room;
mod time;

pub use consent::{Consent, ConsentLog};
pub use language::Language;
pub use passage::{Kind, Level};
pub use people::{Category, Role, Scope};
pub(crate) use receipt::digit;
pub use receipt::{PassageId, Receipt, numbered_answer, reference};
pub use room::{Ack, ConsultationSettings, Deadline, Platform, RoomSettings, Stage};
pub use time::{DAY, HOUR, MINUTE, SECOND, Time, WEEK};
