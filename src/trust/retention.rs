//! The rules of retention: what people wrote is erased so many days after the summary is published,
//! as they are told, and the secretariat is warned before. A consultation that nobody brings to its
//! end counts as over when it was quiet for long.

use crate::model::{ConsultationSettings, DAY, Stage, Time};
use crate::store::{Consultation, LogEntry, Snapshot};

/// So many days before it is erased, the secretariat is warned.
pub const WARNING_DAYS: i64 = 14;

/// A consultation whose summary nobody publishes counts as over when nobody wrote in it, or set
/// anything for it, for so many days.
const QUIET_DAYS: i64 = 365;

/// What the rules ask for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retention {
    /// Nothing.
    Kept,
    /// The secretariat has to be warned.
    Warn {
        /// When it is erased.
        at: Time,
        /// Whether that is because it was quiet for long.
        quiet: bool,
    },
    /// The time is over.
    Erase {
        /// What was done before this was done for another end of it.
        since: Time,
    },
}

/// What is written into a consultation's log, once for each end of it.
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

/// The last time that anything happened in a consultation: somebody wrote, its stage changed, or
/// something was set for one of its rooms. `written` is when its last contribution was written.
fn last_activity(snapshot: &Snapshot, consultation: &Consultation, written: Option<Time>) -> Option<Time> {
    let rooms = || snapshot.rows.rooms.iter().filter(|room| room.consultation_id == consultation.id);
    let noted = rooms().filter_map(|room| room.noted_at);
    let set = snapshot.rows.log.iter().filter(|entry| rooms().any(|room| room.id == entry.subject_id));
    let stages = log(snapshot, consultation.id, "stage");
    noted.chain(set.chain(stages).map(|entry| entry.at)).chain(written).max()
}

/// What the rules ask for now. `written` is when the consultation's last contribution was written.
///
/// What was published is erased on the day that people were told. What was only quiet is erased no
/// sooner than the secretariat was warned for as long as it always is.
pub fn retention(snapshot: &Snapshot, consultation: &Consultation, written: Option<Time>) -> Retention {
    let settings: ConsultationSettings = serde_json::from_str(&consultation.settings).unwrap_or_default();
    let days = i64::from(settings.retention_days) * DAY;
    let warning = WARNING_DAYS * DAY;
    let published = published_at(snapshot, consultation);
    let Some(since) = published.or_else(|| last_activity(snapshot, consultation, written)).filter(|_| days > 0) else {
        return Retention::Kept;
    };
    let warned = marked_at(snapshot, consultation, Mark::Warned, since);
    let at = match published {
        Some(at) => at + days,
        None => (since + QUIET_DAYS * DAY + days).max(warned.unwrap_or(snapshot.now) + warning),
    };
    if at <= snapshot.now {
        Retention::Erase { since }
    } else if at - warning <= snapshot.now && warned.is_none() {
        Retention::Warn { at, quiet: published.is_none() }
    } else {
        Retention::Kept
    }
}

/// Whether a consultation is over: its summary is published, or all was erased and nothing has
/// happened since.
pub fn is_over(snapshot: &Snapshot, consultation: &Consultation) -> bool {
    let since = last_activity(snapshot, consultation, None).unwrap_or_default();
    published_at(snapshot, consultation).is_some() || is_marked(snapshot, consultation, Mark::Erased, since)
}

/// Whether this was done since a moment.
pub fn is_marked(snapshot: &Snapshot, consultation: &Consultation, mark: Mark, since: Time) -> bool {
    marked_at(snapshot, consultation, mark, since).is_some()
}

fn marked_at(snapshot: &Snapshot, consultation: &Consultation, mark: Mark, since: Time) -> Option<Time> {
    let mut marks = log(snapshot, consultation.id, "retention");
    marks.rfind(|entry| entry.value == mark.word() && entry.at >= since).map(|entry| entry.at)
}

/// Notes that this is done.
pub fn mark(snapshot: &mut Snapshot, consultation: i64, mark: Mark) {
    note(snapshot, consultation, "retention", mark.word());
}

/// A consultation's log, in order.
fn log<'a>(snapshot: &'a Snapshot, consultation: i64, field: &'a str) -> impl DoubleEndedIterator<Item = &'a LogEntry> {
    snapshot.rows.log.iter().filter(move |entry| entry.subject_id == consultation && entry.field == field)
}

fn note(snapshot: &mut Snapshot, consultation: i64, field: &str, value: &str) {
    let (id, at) = (snapshot.id(), snapshot.now);
    let (field, value) = (field.into(), value.into());
    snapshot.rows.log.insert(LogEntry { id, rev: 1, subject_id: consultation, field, value, at });
}
