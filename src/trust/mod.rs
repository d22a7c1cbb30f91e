//! Who may do what, what is written down of it, and what must not be shown.

mod audit;
mod limits;
mod numbers;
mod retention;
mod roles;

pub use audit::{AuditEntry, AuditProblem, append, verify};
pub use limits::{Limits, Pace};
pub use numbers::{Band, SMALLEST_GROUP, band, count_word_key};
pub use retention::{
    Mark, Retention, WARNING_DAYS, erased_at, is_marked, is_over, mark, published_at, retention, set_stage,
};
pub use roles::{OfficeHolder, allows, holds_any, offices_of, roles_for};
