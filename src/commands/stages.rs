//! Which commands are open at a stage of the consultation, and what is said of those that are not. The
//! stages stand in the table of commands.

use super::Failure;
use super::desk::{Desk, settings_of};
use super::scope::first_word;
use super::table::{Entry, TABLE, by_name};
use super::{card, rooms};
use crate::args;
use crate::chat::Document;
use crate::model::{Stage, Time};
use crate::store::Consultation;
use crate::trust;

/// What is open at every stage and worth to be named where little else is.
const ALWAYS: [&str; 3] = ["digest", "deadlines", "status"];

/// The consultation that a command is about: the one with which its line begins, or the one at hand.
fn meant<'d>(desk: &'d Desk<'_>, rest: &str) -> Option<&'d Consultation> {
    let named = super::fold(first_word(rest).0);
    desk.snap.rows.consultations.find(|c| c.slug == named).or(desk.consultation.as_ref())
}

/// Whether a command is open at the stage of a consultation. People write while it stands at a stage for
/// that, and also while a floor of it is open.
fn open_at(desk: &Desk<'_>, consultation: &Consultation, entry: &Entry) -> bool {
    let Some(stage) = Stage::parse(&consultation.stage) else { return true };
    let of_it = desk.snap.rows.rooms.iter().filter(|room| room.consultation_id == consultation.id);
    let mut floors = of_it.filter(|room| rooms::is_open(desk.snap, room.id));
    entry.stages.is_empty()
        || entry.stages.contains(&stage)
        || !entry.stages.contains(&Stage::Preparation) && floors.next().is_some()
}

/// Whether a command is open here.
pub fn is_open(desk: &Desk<'_>, entry: &Entry) -> bool {
    desk.consultation.as_ref().is_none_or(|consultation| open_at(desk, consultation, entry))
}

/// Why a command with what follows it is not open now, if so: at which stage the consultation is, when the
/// command opens, and what is possible meanwhile.
pub fn closed(desk: &Desk<'_>, entry: &Entry, rest: &str) -> Option<Failure> {
    let consultation = meant(desk, rest)?;
    if open_at(desk, consultation, entry) {
        return None;
    }
    let stage = Stage::parse(&consultation.stage)?;
    let command = desk.typed(entry.spec.name);
    let title = card::title_of_consultation(consultation, desk.language());
    let named = args![("consultation", title), ("stage", desk.plain(&format!("stage-{}", stage.word())))];
    let mut parts = vec![desk.text("stage-is", &named)];
    parts.push(
        match (entry.stages.iter().all(|open| *open > stage), opens(consultation, entry.stages, desk.snap.now)) {
            (true, Some(at)) => {
                let date = card::with_town(desk.voice, at, &settings_of(consultation).timezone);
                desk.text("stage-opens-on", &args![("command", command), ("date", date)])
            }
            (true, None) => desk.text("stage-opens-later", &args![("command", command)]),
            (false, _) => desk.text("stage-over", &args![("command", command)]),
        },
    );
    let takes_part = desk.participant.is_some();
    let possible = TABLE
        .iter()
        .filter(|entry| !entry.stages.is_empty() && entry.stages.contains(&stage))
        .filter(|entry| trust::allows(entry.spec.access, &desk.roles, takes_part))
        .map(|entry| entry.spec.name)
        .chain(ALWAYS);
    let possible: Vec<String> = possible.map(|name| desk.typed(name)).collect();
    parts.push(desk.text("stage-possible", &args![("commands", desk.voice.commas(&possible))]));
    Some(Failure::User(Document::line(desk.language(), parts.join(" "))))
}

/// Why people cannot write to the bot now, if so.
pub fn no_words(desk: &Desk<'_>) -> Option<Failure> {
    by_name("say").and_then(|entry| closed(desk, entry, ""))
}

/// When the first of these stages is to begin, by the consultation's calendar.
fn opens(consultation: &Consultation, stages: &[Stage], now: Time) -> Option<Time> {
    let settings = settings_of(consultation);
    let begins = settings.deadlines.iter().filter(|d| d.stage.is_some_and(|stage| stages.contains(&stage)));
    begins.map(|deadline| deadline.at).filter(|at| *at > now).min()
}
