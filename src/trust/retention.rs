//! The rules of retention: what people wrote is erased so many days after the summary is published,
//! as they are told, and the secretariat is warned before.

use crate::model::{ConsultationSettings, DAY, Stage, Time};
use crate::store::{Consultation, LogEntry, Snapshot};

/// So many days before it is erased, the secretariat is warned.
pub const WARNING_DAYS: i64 = 14;

/// What the rules ask for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retention {
    /// Nothing.
    Kept,
    /// The secretariat has to be warned.
    Warn,
    /// The time is over.
    Erase,
}

/// What is written into a consultation's log, once for each time that its summary is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The secretariat was warned.
    Warned,
    /// All was erased, and the secretariat was told.
    Erased,
}

impl Mark {
    fn word(self) -> &'static str {
        match self {
            Mark::Warned => "warned",
            Mark::Erased => "erased",
        }
    }
}

/// Brings a consultation to a stage and notes since when it stands there.
pub fn set_stage(snapshot: &mut Snapshot, consultation: i64, stage: Stage) {
    // Said again, it does not begin anew.
    if log(snapshot, consultation, "stage").next_back().is_some_and(|entry| entry.value == stage.word()) {
        return;
    }
    if let Some(row) = snapshot.rows.consultations.edit(consultation) {
        row.stage = stage.word().into();
    }
    note(snapshot, consultation, "stage", stage.word());
}

/// Since when a consultation's summary is published: it then stands at its last stage.
pub fn published_at(snapshot: &Snapshot, consultation: &Consultation) -> Option<Time> {
    let last = Stage::FollowUp.word();
    let entered = log(snapshot, consultation.id, "stage").next_back();
    entered.filter(|entry| entry.value == last && consultation.stage == last).map(|entry| entry.at)
}

/// When what people wrote in a consultation is erased, once that is known.
pub fn erased_at(snapshot: &Snapshot, consultation: &Consultation) -> Option<Time> {
    let settings: ConsultationSettings = serde_json::from_str(&consultation.settings).unwrap_or_default();
    let days = Some(i64::from(settings.retention_days)).filter(|days| *days > 0)?;
    Some(published_at(snapshot, consultation)? + days * DAY)
}

/// What the rules ask for now.
pub fn retention(snapshot: &Snapshot, consultation: &Consultation) -> Retention {
    match erased_at(snapshot, consultation) {
        Some(at) if at <= snapshot.now => Retention::Erase,
        Some(at) if at - WARNING_DAYS * DAY <= snapshot.now && !is_marked(snapshot, consultation, Mark::Warned) => {
            Retention::Warn
        }
        _ => Retention::Kept,
    }
}

/// Whether this was done since the summary was published.
pub fn is_marked(snapshot: &Snapshot, consultation: &Consultation, mark: Mark) -> bool {
    let since = published_at(snapshot, consultation);
    log(snapshot, consultation.id, "retention").any(|entry| entry.value == mark.word() && Some(entry.at) >= since)
}

/// Notes that this is done.
pub fn mark(snapshot: &mut Snapshot, consultation: i64, mark: Mark) {
    note(snapshot, consultation, "retention", mark.word());
}

/// A consultation's log, in order.
fn log<'a>(snapshot: &'a Snapshot, consultation: i64, field: &'a str) -> impl DoubleEndedIterator<Item = &'a LogEntry> {
    snapshot.rows.log.among(&consultation).filter(move |entry| entry.subject_id == consultation && entry.field == field)
}

fn note(snapshot: &mut Snapshot, consultation: i64, field: &str, value: &str) {
    let (id, at) = (snapshot.id(), snapshot.now);
    let (field, value) = (field.into(), value.into());
    snapshot.rows.log.insert(LogEntry { id, rev: 1, subject_id: consultation, field, value, at });
}
