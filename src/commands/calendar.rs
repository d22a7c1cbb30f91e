//! The calendar of a consultation: its deadlines, those of its calls and floors. And what was changed of it,
//! for all to see.

use super::card::{title_of, title_of_consultation};
use super::desk::{Desk, Done, room_settings, settings_of};
use super::moment::{self, Meant};
use super::office::{RULE, keep_settings};
use super::registering::{number, turned};
use super::rooms::closes_at;
use super::scope::{choose, first_word, is_word};
use super::table::access_of;
use super::talks::is_public;
use super::{Failure, only};
use crate::args;
use crate::chat::{Document, Span, Spans};
use crate::i18n::{Speaker, town};
use crate::model::{Deadline, Language, Stage, Time};
use crate::participation::{
    PublicChange, call_settings, changes as all_changes, form_of, form_title, note_change, talk_settings,
};
use crate::store::Consultation;
use std::collections::BTreeMap;

/// So many changes are shown.
const SHOWN: usize = 40;
/// The longest name of a deadline, in characters, and the most deadlines of a consultation.
const LONGEST_NAME: usize = 120;
const MOST: usize = 60;

/// How a deadline is called in a language: by the stage that begins with it, or by its name.
pub fn name_of(voice: Speaker, stage: Option<Stage>, names: &BTreeMap<Language, String>) -> String {
    match stage {
        Some(stage) => voice.say_plain(&format!("deadline-stage-{}", stage.word())),
        None => {
            let any = || names.get(&Language::En).or_else(|| names.values().next());
            names.get(&voice.language()).or_else(any).cloned().unwrap_or_default()
        }
    }
}

/// A moment with its year.
pub fn dated(voice: Speaker, at: Time, zone: &str) -> String {
    voice.say("deadline-moment", &args![("date", voice.date(at, zone)), ("time", voice.time_of_day(at, zone))])
}

/// `deadlines`: the calendar, for anyone; the secretariat also `set 20 Sep 18:00: NAME`, `name 2 fr NAME`,
/// `move 2 25 Sep 18:00`, `remove 2`.
pub fn deadlines(desk: &mut Desk<'_>, rest: &str) -> Done {
    let rest = turned(desk, rest)?;
    let consultation = desk.the_consultation()?;
    if rest.is_empty() {
        let document = calendar(desk, &consultation);
        desk.whisper(document)?;
        return Ok(());
    }
    let (word, rest) = choose(desk, "deadlines", &rest, &["set", "name", "move", "remove"])?;
    if !desk.holds(RULE) {
        return Err(only(desk, "deadlines", RULE));
    }
    let mut settings = settings_of(&consultation);
    let (what, changed) = match word {
        "set" => ("set", Some(set(desk, &mut settings.deadlines, rest)?)),
        "move" => {
            let (place, typed) = numbered(desk, &settings.deadlines, rest)?;
            let at = deadline(desk, typed)?;
            let row = settings.deadlines.get_mut(place);
            (
                "moved",
                row.map(|row| {
                    row.at = at;
                    row.clone()
                }),
            )
        }
        "name" => {
            let (place, typed) = numbered(desk, &settings.deadlines, rest)?;
            let (language, name) = in_language(desk, typed);
            let name = named(desk, name)?;
            let row = settings.deadlines.get_mut(place);
            (
                "",
                row.map(|row| {
                    row.stage = None;
                    row.names.insert(language, name);
                    row.clone()
                }),
            )
        }
        _ => {
            let (place, _) = numbered(desk, &settings.deadlines, rest)?;
            ("removed", Some(settings.deadlines.remove(place)))
        }
    };
    keep_settings(desk, consultation.id, &settings);
    if let Some(Deadline { number, at, stage, names }) = changed {
        desk.audit(
            access_of("consultation"),
            &format!("deadlines {word}"),
            &format!("{} {number}", consultation.slug),
        )?;
        // A name in one more language changes nothing that was announced.
        if !what.is_empty() {
            let office = desk.office_word(access_of("consultation"));
            let change = PublicChange::Deadline { what: what.into(), stage, names, at };
            note_change(desk.snap, consultation.id, &office, change);
        }
    }
    desk.turn_to(consultation.id);
    let consultation = desk.the_consultation()?;
    let document = calendar(desk, &consultation);
    desk.whisper(document)?;
    Ok(())
}

/// Adds a deadline: `20 Sep 18:00: NAME`, or the word for the stage that begins then.
fn set(desk: &Desk<'_>, deadlines: &mut Vec<Deadline>, typed: &str) -> Result<Deadline, Failure> {
    let example = || args![("usage", desk.typed("deadlines set 20 Sep 18:00: Draft summary"))];
    let parted = typed.split_once(": ").or_else(|| typed.split_once(['：', '\n']));
    let (date, name) = parted.ok_or_else(|| desk.refuse("error-missing", &example()))?;
    if deadlines.len() >= MOST {
        return Err(desk.refuse("deadlines-too-many", &args![("limit", MOST)]));
    }
    let at = deadline(desk, date)?;
    let name = named(desk, name)?;
    let stage = Stage::ALL.into_iter().find(|stage| is_word(&name, stage.word()));
    // A stage begins once: said again, it is moved.
    deadlines.retain(|known| stage.is_none() || known.stage != stage);
    let number = deadlines.iter().map(|known| known.number).max().unwrap_or_default() + 1;
    let names = if stage.is_some() { BTreeMap::new() } else { BTreeMap::from([(desk.language(), name)]) };
    let row = Deadline { number, at, stage, names };
    deadlines.push(row.clone());
    Ok(row)
}

/// A name as it is kept: one line, not too long.
fn named(desk: &Desk<'_>, typed: &str) -> Result<String, Failure> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = name.chars().count();
    match length {
        1..=LONGEST_NAME => Ok(name),
        _ => Err(desk.refuse("error-value-length", &args![("length", length), ("limit", LONGEST_NAME)])),
    }
}

/// `fr NAME`: in another language than one's own.
fn in_language<'t>(desk: &Desk<'_>, typed: &'t str) -> (Language, &'t str) {
    let (first, after) = first_word(typed);
    match Language::parse(first).filter(|language| language.code() == first && !after.is_empty()) {
        Some(language) => (language, after),
        None => (desk.language(), typed),
    }
}

fn deadline(desk: &Desk<'_>, typed: &str) -> Result<Time, Failure> {
    moment::moment(typed, desk.snap.now, &desk.timezone(), Meant::Deadline)
        .map(|moment| moment.at)
        .map_err(|error| moment::refusal(desk, typed, error, Meant::Deadline))
}

/// The place of the deadline of the number with which a line begins, and what follows it.
fn numbered<'t>(desk: &Desk<'_>, deadlines: &[Deadline], typed: &'t str) -> Result<(usize, &'t str), Failure> {
    let (first, rest) = first_word(typed);
    let wanted = number(first).and_then(|number| u32::try_from(number).ok());
    let place = deadlines.iter().position(|deadline| Some(deadline.number) == wanted);
    place.map(|place| (place, rest)).ok_or_else(|| {
        let said = args![("typed", desk.voice.quote(first)), ("command", desk.typed("deadlines"))];
        desk.refuse("deadlines-no-number", &said)
    })
}

/// Everything that ends or begins in a consultation: when, by which number it can be changed, and what.
fn dates(desk: &Desk<'_>, consultation: &Consultation) -> Vec<(Time, Option<u32>, String)> {
    let (voice, now) = (desk.voice, desk.snap.now);
    let set = settings_of(consultation).deadlines.into_iter();
    let set = set.map(|deadline| (deadline.at, Some(deadline.number), name_of(voice, deadline.stage, &deadline.names)));
    let of_it = desk.snap.rows.calls.iter();
    let of_it = of_it.filter(|call| call.subject_id == consultation.id && call.state == "open");
    let calls = of_it.flat_map(|call| {
        let form = form_title(desk.snap, call, voice.language());
        let said = |key: &str| voice.say(key, &args![("form", form.as_str())]);
        let decision = call_settings(call).decision;
        [
            Some((call.opens, said("deadline-call-opens"))).filter(|(at, _)| *at > now),
            call.closes.map(|at| (at, said("deadline-call-closes"))),
            decision.map(|at| (at, said("deadline-call-decision"))),
        ]
    });
    let calls = calls.flatten().map(|(at, text)| (at, None, text));
    let rooms = desk.snap.rows.rooms.iter().filter(|room| room.consultation_id == consultation.id);
    let floors = rooms.filter(|room| !room_settings(room).rehearsal).filter_map(|room| {
        let room_title = title_of(desk.snap, room, voice.language());
        Some((closes_at(desk.snap, room.id)?, None, voice.say("deadline-floor", &args![("room", room_title)])))
    });
    // Of talks what anyone may read.
    let talks = desk.snap.rows.talks.iter().filter(|t| t.consultation_id == consultation.id && t.state == "planned");
    let talks = talks.filter_map(|talk| {
        let settings = talk_settings(desk.snap, talk).ok().filter(is_public)?;
        let said = args![("number", talk.number), ("title", settings.title(voice.language()))];
        Some((talk.starts, None, voice.say("deadline-talk", &said)))
    });
    let mut all: Vec<_> = set.chain(calls).chain(floors).chain(talks).collect();
    all.sort_by(|a, b| (a.0, &a.2).cmp(&(b.0, &b.2)));
    all
}

/// The calendar: what is to come, and what is over.
fn calendar(desk: &Desk<'_>, consultation: &Consultation) -> Document {
    let zone = settings_of(consultation).timezone;
    let title = title_of_consultation(consultation, desk.language());
    let mut document = desk.document().heading(desk.text("deadlines-heading", &args![("consultation", title)]));
    let stage = desk.plain(&format!("stage-{}", consultation.stage));
    document = document.text(desk.text("deadlines-stage", &args![("stage", stage)]));
    let (over, coming): (Vec<_>, Vec<_>) =
        dates(desk, consultation).into_iter().partition(|(at, ..)| *at <= desk.snap.now);
    if coming.is_empty() {
        document = document.text(desk.plain("deadlines-none"));
    }
    let rules = desk.holds(RULE);
    let shown = |(at, number, text): (Time, Option<u32>, String)| {
        let number = number.filter(|_| rules).map(|number| format!(" ({number})")).unwrap_or_default();
        Spans::from(vec![Span::strong(dated(desk.voice, at, &zone)), Span::text(format!("  {text}{number}"))])
    };
    document = coming.into_iter().map(shown).fold(document, Document::point);
    if !over.is_empty() {
        document = document.subheading(desk.plain("deadlines-over"));
        document = over.into_iter().map(shown).fold(document, Document::point);
    }
    document.small(desk.text("deadlines-town", &args![("town", town(&zone))]))
}

/// `changes`: what was changed publicly, when, and by which office.
pub fn changes(desk: &mut Desk<'_>, rest: &str) -> Done {
    turned(desk, rest)?;
    let consultation = desk.the_consultation()?;
    let zone = settings_of(&consultation).timezone;
    let title = title_of_consultation(&consultation, desk.language());
    let mut document = desk.document().heading(desk.text("changes-heading", &args![("consultation", title)]));
    let all = all_changes(desk.snap, consultation.id);
    if all.is_empty() {
        document = document.text(desk.plain("changes-none"));
    }
    for (at, office, change) in all.into_iter().take(SHOWN) {
        let office = match office.as_str() {
            "" => desk.plain("change-by-date"),
            office => desk.plain(&format!("role-{office}")),
        };
        let text = told(desk, &consultation, &change, &zone);
        let rest = Span::text(format!("  {text} · {office}"));
        document = document.point(Spans::from(vec![Span::strong(dated(desk.voice, at, &zone)), rest]));
    }
    let document = document.small(desk.plain("changes-foot"));
    desk.whisper(document)?;
    Ok(())
}

/// A change in words.
fn told(desk: &Desk<'_>, consultation: &Consultation, change: &PublicChange, zone: &str) -> String {
    let voice = desk.voice;
    let form = |kind: &str| {
        let form = form_of(desk.snap, consultation, kind);
        form.map_or_else(|| kind.to_owned(), |form| form.title.get(desk.language()).to_owned())
    };
    match change {
        PublicChange::Created => desk.plain("change-created"),
        PublicChange::Stage(stage) => {
            desk.text("change-stage", &args![("stage", desk.plain(&format!("stage-{}", stage.word())))])
        }
        PublicChange::Set(what) => {
            let what = voice.word(&format!("words-{what}")).unwrap_or_else(|| what.clone());
            desk.text("change-set", &args![("what", what)])
        }
        PublicChange::Call { what, kind, closes } => {
            let said = desk.text(&format!("change-call-{what}"), &args![("form", form(kind))]);
            match closes.filter(|_| what != "closed") {
                Some(at) => desk.text("change-until", &args![("change", said), ("date", dated(voice, at, zone))]),
                None => said,
            }
        }
        PublicChange::Form { kind, version } => {
            desk.text("change-form", &args![("form", form(kind)), ("version", *version)])
        }
        PublicChange::Deadline { what, stage, names, at } => {
            let name = name_of(voice, *stage, names);
            let said = args![("name", name), ("date", dated(voice, *at, zone))];
            desk.text(&format!("change-deadline-{what}"), &said)
        }
        PublicChange::Talk { what, number, at } => {
            let said = args![("number", *number), ("date", dated(voice, *at, zone))];
            desk.text(&format!("change-talk-{what}"), &said)
        }
    }
}
