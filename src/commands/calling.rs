//! Calls: the secretariat opens, extends, announces and closes them; who runs rooms sees who registered,
//! and who is missing.

use super::Failure;
use super::announcing::{announce, forget_posts, tell_rooms, text};
use super::card::post_card;
use super::desk::{Desk, Done};
use super::dialog::Dialog;
use super::moment::{self, Meant};
use super::order::{Order, Wanted};
use super::registering::{number, talk_first};
use super::scope::{Known, Line, Takes, choose, first_word, is_word, same, take_apart, turn_to_named, wrong_option};
use super::table::{access_of, by_name};
use super::talk;
use crate::args;
use crate::chat::Document;
use crate::i18n::speak;
use crate::model::{Language, Role, Stage, Time};
use crate::participation::{
    self, Audience, CallSettings, Field, Form, Forms, Kind, PublicChange, REGISTRATION, call_of, call_settings,
    call_state, extend, form_of, is_coming, is_open, note_change, open, open_call,
};
use crate::store::{Call, Consultation, FormChange, Load, LoadKey, Snapshot, StoreError};
use crate::vocabulary::lay_over;
use serde::{Deserialize, Serialize};
use toml::{Table, Value};

/// What a job needs that opens, announces or closes a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// The call's row.
    pub call: i64,
    /// When. Where the call opens or ends at another moment by then, the job is out of date.
    pub at: Time,
}

pub(super) const OPTIONS: &[Known] = &[
    ("from", Takes::Value),
    ("until", Takes::Value),
    ("capacity", Takes::Nothing),
    ("room", Takes::Value),
    ("online", Takes::Value),
    ("audience", Takes::Value),
    ("hours", Takes::Value),
    ("decides", Takes::Value),
    ("decision", Takes::Value),
    ("consultation", Takes::Value),
];

/// Who can be said to decide on what is handed in.
const DECIDE: [Role; 4] = [Role::TaskTeam, Role::Coordinator, Role::Secretariat, Role::Rapporteur];
/// A day alone begins at this hour.
const BEGINS: &str = "0:00";

/// The most places, and the most hours for which one is kept.
const MOST: i64 = 100_000;
const LONGEST: i64 = 24 * 30;
/// The longest text of a form, in characters.
const LONGEST_TEXT: usize = 400;

/// What `check in 17` and `registrations accept 17` need: who has this number.
pub fn needs(rest: &str) -> Load {
    rest.split_whitespace().last().and_then(number).map(LoadKey::Number).into_iter().collect()
}

/// `call open registration until 10 Sep capacity room 120 online 400`, `call extend …`, `call close …`;
/// the other words have functions of their own.
pub fn call(desk: &mut Desk<'_>, rest: &str) -> Done {
    let words = ["open", "extend", "close", "form", "text", "announce"];
    let (word, rest) = choose(desk, "call", rest, &words)?;
    match word {
        "form" => return form(desk, rest),
        "text" => return text(desk, rest),
        "announce" => return announce(desk, rest),
        _ => {}
    }
    let line = take_apart(rest, OPTIONS);
    if let Some((_, slug)) = line.options.iter().find(|(name, _)| *name == "consultation") {
        turn_to_named(desk, slug)?;
    }
    let consultation = desk.the_consultation()?;
    let kind = kind(desk, &consultation, &line.bare)?;
    let known = call_of(desk.snap, consultation.id, &kind).cloned();
    if word == "open" {
        all_set(desk, &consultation)?;
    }
    let now = desk.snap.now;
    let before = known.as_ref().filter(|call| is_open(call, now) || is_coming(call, now));
    let id = match (word, before.or(known.as_ref().filter(|_| word == "extend"))) {
        ("open", None) => {
            let settings = settings(desk, &line, known.as_ref().map(call_settings).unwrap_or_default())?;
            let (opens, closes) = period(desk, &line, now)?;
            // What was announced of an earlier time of it is announced anew.
            known.iter().for_each(|call| forget_posts(desk.snap, call.id));
            let id = open(desk.snap, (consultation.id, consultation.id), &kind, closes, &settings);
            if let Some(row) = desk.snap.rows.calls.edit(id) {
                row.opens = opens;
            }
            id
        }
        ("open", Some(_)) => {
            let command = desk.typed(&format!("call extend {kind} until …"));
            return Err(desk.refuse("call-already", &args![("command", command)]));
        }
        (_, None) => {
            let command = desk.typed(&format!("call open {kind}"));
            return Err(desk.refuse("call-none", &args![("command", command)]));
        }
        ("extend", Some(call)) => {
            let (id, settings) = (call.id, settings(desk, &line, call_settings(call))?);
            let (opens, closes) = period(desk, &line, call.opens)?;
            let closes = closes.or(call.closes.filter(|at| *at > now));
            // What is open already is not put off.
            let opens = if is_coming(call, now) { opens } else { call.opens };
            extend(desk.snap, id, closes);
            if let Some(row) = desk.snap.rows.calls.edit(id) {
                row.opens = opens;
                row.settings = serde_json::to_string(&settings).unwrap_or_default();
            }
            id
        }
        (_, Some(call)) => {
            let id = call.id;
            extend(desk.snap, id, Some(now));
            id
        }
    };
    desk.audit(access_of("call"), &format!("call {word}"), &format!("{} {kind}", consultation.slug))?;
    let office = desk.office_word(access_of("call"));
    let what = match word {
        "open" => "opened",
        "close" => "closed",
        _ => "changed",
    };
    note(desk.snap, id, &office, what);
    ends(desk.snap, id)?;
    // More places may be there for who waits.
    desk.snap.queue_job("promote", Some(id), &(), now)?;
    renew_offers(desk.snap, desk.prefix, id)?;
    let after = desk.snap.rows.calls.get(id).map(|call| (call.opens, call.closes, call.state.clone()));
    if after != known.map(|call| (call.opens, call.closes, call.state)) {
        tell_rooms(desk.snap, id)?;
    }
    let document = stands(desk, id)?;
    desk.whisper(document)?;
    Ok(())
}

/// Whether everything is set that people who register are told: who keeps what they answer, and for how
/// long.
pub(super) fn all_set(desk: &Desk<'_>, consultation: &Consultation) -> Done {
    let missing = desk.settings().missing();
    let Some(first) = missing.first() else { return Ok(()) };
    let command = desk.typed(&format!("consultation set {} {first} …", consultation.slug));
    let said = args![("missing", desk.voice.commas(&missing)), ("command", command)];
    Err(desk.refuse("call-needs", &said))
}

/// Writes down for all to see what became of a call.
fn note(snap: &mut Snapshot, call: i64, office: &str, what: &str) {
    let Some(row) = snap.rows.calls.get(call).cloned() else { return };
    let change = PublicChange::Call { what: what.into(), kind: row.kind, closes: row.closes };
    note_change(snap, row.consultation_id, office, change);
}

/// `call form registration`: what it asks; `call form registration category ask [fr] …`: how a question
/// reads from now on, shown before it is taken.
fn form(desk: &mut Desk<'_>, rest: &str) -> Done {
    const WHAT: [&str; 6] = ["ask", "label", "help", "option", "off", "on"];
    let consultation = desk.the_consultation()?;
    let (id, rest) = first_word(rest);
    let id =
        if id.is_empty() { return Err(which_kind(desk, &consultation, id)) } else { kind(desk, &consultation, id)? };
    let Some(form) = form_of(desk.snap, &consultation, &id) else {
        return Err(which_kind(desk, &consultation, &id));
    };
    let (name, rest) = first_word(rest);
    if name.is_empty() {
        return shows(desk, &form);
    }
    let is = |field: &&Field| same(&field.id, name) || field.label.all().any(|label| same(label, name));
    let Some(field) = form.fields.iter().find(is) else {
        let all: Vec<&str> = form.fields.iter().map(|field| field.id.as_str()).collect();
        return Err(wrong_option(desk, name, &all));
    };
    let (what, rest) = first_word(rest);
    let what = WHAT.into_iter().find(|word| is_word(what, word)).filter(|word| match *word {
        "option" => matches!(field.kind, Kind::Choice | Kind::Choices),
        _ => true,
    });
    let (option, text) = if what == Some("option") { first_word(rest) } else { ("", rest) };
    let (first, after) = first_word(text);
    let (language, text) = match Language::parse(first).filter(|l| l.code() == first && !after.is_empty()) {
        Some(language) => (language, after),
        None => (desk.language(), text),
    };
    let Some(what) = what.filter(|what| matches!(*what, "on" | "off") || !text.is_empty()) else {
        let example = desk.typed(&format!("call form {} {} ask …", form.id, field.id));
        return Err(desk.refuse("call-form-line", &args![("example", example)]));
    };
    let length = text.chars().count();
    if length > LONGEST_TEXT {
        return Err(desk.refuse("error-value-length", &args![("length", length), ("limit", LONGEST_TEXT)]));
    }
    let text = text.to_owned();
    let mut texts = Table::from_iter([(language.code().to_owned(), Value::from(text.clone()))]);
    let changed = match what {
        "on" | "off" => ("off", Value::from(what == "off")),
        "option" => {
            if !field.options.iter().any(|known| known.id == option) {
                // What is new is read in English where a language has nothing of its own.
                texts.entry("en").or_insert(Value::from(text));
            }
            let offered = Table::from_iter([("id".into(), Value::from(option)), ("label".into(), texts.into())]);
            ("option", Value::Array(vec![offered.into()]))
        }
        what => (what, texts.into()),
    };
    let field_table = Table::from_iter([("id".into(), Value::from(field.id.as_str())), (changed.0.into(), changed.1)]);
    let over = Table::from_iter([("field".into(), Value::Array(vec![field_table.into()]))]);
    let before = desk.snap.rows.forms.find(|row| row.consultation_id == consultation.id && row.form == form.id);
    let mut changes: Table = before.and_then(|row| row.changes.parse().ok()).unwrap_or_default();
    lay_over(&mut changes, over);
    let changes = changes.to_string();
    let version = i64::from(form.version) + 1;
    let Ok(preview) = Forms::current().with(&form.id, &consultation.region, version, &changes) else {
        let example = desk.typed(&format!("call form {} {} ask …", form.id, field.id));
        return Err(desk.refuse("call-form-line", &args![("example", example)]));
    };
    let mut document = desk.document().text(desk.plain("call-form-preview"));
    if let Some(field) = preview.field(&field.id) {
        document = document.point(reads(desk, field, language));
    }
    document = document.choice(1, desk.plain("answer-yes")).choice(2, desk.plain("answer-no"));
    let field = field.id.clone();
    desk.ask(Dialog::FormChange { consultation: consultation.id, form: form.id.clone(), field, changes })?;
    desk.whisper(document)?;
    Ok(())
}

/// The answer to whether a form is to ask so. Says whether it is one.
pub fn changes_form(
    desk: &mut Desk<'_>,
    text: &str,
    number: Option<u32>,
    (form, field): (&str, &str),
    changes: &str,
) -> Result<bool, Failure> {
    let Some(yes) = talk::yes_or_no(desk, text, number) else { return Ok(false) };
    desk.asked_nothing()?;
    let consultation = desk.the_consultation()?;
    if !desk.holds(access_of("call").roles()) {
        return Err(super::only(desk, "call", access_of("call").roles()));
    }
    if !yes {
        let document = desk.document().text(desk.plain("call-form-left"));
        desk.whisper(document)?;
        return Ok(true);
    }
    let version = form_of(desk.snap, &consultation, form).map_or(0, |form| i64::from(form.version)) + 1;
    let known = desk.snap.rows.forms.find(|row| row.consultation_id == consultation.id && row.form == form);
    let known = known.map(|row| row.id);
    if let Some(row) = known.and_then(|id| desk.snap.rows.forms.edit(id)) {
        (row.version, row.changes) = (version, changes.into());
    } else {
        let (id, form, changes) = (desk.snap.id(), form.to_owned(), changes.to_owned());
        let consultation_id = consultation.id;
        desk.snap.rows.forms.insert(FormChange { id, rev: 1, consultation_id, form, version, changes });
    }
    desk.audit(access_of("call"), "call form", &format!("{} {form} {field} {version}", consultation.slug))?;
    let office = desk.office_word(access_of("call"));
    note_change(desk.snap, consultation.id, &office, PublicChange::Form { kind: form.into(), version });
    let document = desk.document().text(desk.text("call-form-done", &args![("version", version)]));
    desk.whisper(document)?;
    Ok(true)
}

/// What a form asks, a line each.
fn shows(desk: &mut Desk<'_>, form: &Form) -> Done {
    let mut document = desk.document().heading(form.title.get(desk.language()).to_owned());
    for field in &form.fields {
        document = document.point(format!("{}  {}", field.id, reads(desk, field, desk.language())));
    }
    let example = desk.typed(&format!("call form {} category ask …", form.id));
    document = document.small(desk.text("call-form-line", &args![("example", example)]));
    desk.whisper(document)?;
    Ok(())
}

/// How a question reads in a language, in one line.
fn reads(desk: &Desk<'_>, field: &Field, language: Language) -> String {
    let options: Vec<&str> = field.options.iter().map(|option| option.label.get(language)).collect();
    let mut parts =
        vec![format!("{}: {} {}", field.label.get(language), field.ask.get(language), field.help.get(language))];
    if !options.is_empty() {
        parts.push(desk.voice.commas(&options));
    }
    if field.off {
        parts.push(desk.plain("call-form-off"));
    }
    parts.iter().map(|part| part.trim()).collect::<Vec<_>>().join(" · ")
}

/// The form that someone names, of those that there are in a consultation: by its name, by its title, or
/// by a word for it in any language.
pub fn kind_named(consultation: &Consultation, typed: &str) -> Option<String> {
    let forms = Forms::current();
    let named = |id: &&str| {
        let worded = speak(Language::En).word(&format!("words-{id}")).is_some();
        let titled = |form: &Form| form.title.all().any(|title| same(title, typed));
        same(id, typed) || worded && is_word(typed, id) || forms.get(id, &consultation.region).is_some_and(titled)
    };
    forms.ids().find(named).map(str::to_owned)
}

/// Which call is meant: registration, where nothing is said.
pub fn kind(desk: &Desk<'_>, consultation: &Consultation, typed: &str) -> Result<String, Failure> {
    let meant = if typed.is_empty() { Some(REGISTRATION.to_owned()) } else { kind_named(consultation, typed) };
    meant.ok_or_else(|| which_kind(desk, consultation, typed))
}

/// There is no such form, and which there are.
pub fn which_kind(desk: &Desk<'_>, consultation: &Consultation, typed: &str) -> Failure {
    let there = |id: &&str| Forms::current().get(id, &consultation.region).is_some();
    let all: Vec<&str> = Forms::current().ids().filter(there).collect();
    wrong_option(desk, typed, &all)
}

/// From when until when; a beginning that was not typed is `opens`.
fn period(desk: &Desk<'_>, line: &Line, opens: Time) -> Result<(Time, Option<Time>), Failure> {
    let from = line.options.iter().find(|(name, _)| *name == "from");
    let opens = from.map_or(Ok(opens), |(_, typed)| moment::beginning(desk, typed, BEGINS))?;
    let closes = until(desk, line)?;
    match closes.is_some_and(|closes| closes <= opens) {
        true => Err(desk.refuse("error-period", &args![])),
        false => Ok((opens, closes)),
    }
}

pub(super) fn until(desk: &Desk<'_>, line: &Line) -> Result<Option<Time>, Failure> {
    let typed = line.options.iter().find(|(name, _)| *name == "until");
    typed.map(|(_, typed)| deadline(desk, typed)).transpose()
}

fn deadline(desk: &Desk<'_>, typed: &str) -> Result<Time, Failure> {
    moment::moment(typed, desk.snap.now, &desk.timezone(), Meant::Deadline)
        .map(|moment| moment.at)
        .map_err(|error| moment::refusal(desk, typed, error, Meant::Deadline))
}

pub(super) fn settings(desk: &Desk<'_>, line: &Line, mut settings: CallSettings) -> Result<CallSettings, Failure> {
    let within = |typed: &str, from: i64, to: i64| {
        number(typed).filter(|number| (from..=to).contains(number)).ok_or_else(|| {
            let typed = desk.voice.quote(typed);
            desk.refuse("error-number", &args![("typed", typed), ("from", from), ("to", to)])
        })
    };
    for (name, value) in &line.options {
        match *name {
            "room" | "online" => {
                let places = if is_word(value, "none") { None } else { Some(within(value, 0, MOST)?) };
                *(if *name == "room" { &mut settings.room } else { &mut settings.online }) = places;
            }
            "hours" => settings.hours = within(value, 1, LONGEST)?,
            "decides" => {
                let labels = DECIDE.map(|role| desk.plain(&format!("role-{}", role.word())));
                let named = |(role, label): &(Role, &String)| Role::parse(value) == Some(*role) || same(label, value);
                let meant = DECIDE.into_iter().zip(&labels).find(named).map(|(role, _)| role);
                settings.decides = Some(meant.ok_or_else(|| wrong_option(desk, value, &labels))?);
            }
            "decision" => settings.decision = Some(deadline(desk, value)?),
            "audience" => settings.audience = audience(desk, value)?,
            _ => {}
        }
    }
    if settings.modes().is_empty() {
        return Err(desk.refuse("call-no-places", &args![]));
    }
    Ok(settings)
}

/// For whom something is, as it was typed.
pub(super) fn audience(desk: &Desk<'_>, typed: &str) -> Result<Audience, Failure> {
    let meant = Audience::ALL.into_iter().find(|audience| is_word(typed, audience.word()));
    meant.ok_or_else(|| wrong_option(desk, typed, &Audience::ALL.map(Audience::word)))
}

/// Where a call stands: until when, for whom, and how many places are given away.
pub(super) fn stands(desk: &Desk<'_>, id: i64) -> Result<Document, StoreError> {
    let Some(call) = desk.snap.rows.calls.get(id) else { return Ok(desk.document()) };
    let mut text = call_state(desk.snap, call, desk.voice, &desk.timezone())?;
    let settings = call_settings(call);
    if settings.audience != Audience::Open {
        text = format!("{text} {}", desk.plain(&format!("audience-{}", settings.audience.word())));
    }
    let mut document = desk.document().text(text);
    if call.kind != REGISTRATION {
        return Ok(document.point(desk.text("answers-count", &args![("count", call.numbers)])));
    }
    for mode in settings.modes() {
        let (given, waiting) = match mode {
            "online" => (call.online, call.online_waiting),
            _ => (call.in_room, call.in_room_waiting),
        };
        let places = settings.places(mode).map_or_else(|| desk.plain("call-no-limit"), |places| places.to_string());
        let mode = desk.plain(&format!("mode-{mode}"));
        let said = args![("mode", mode), ("given", given), ("places", places), ("waiting", waiting)];
        document = document.point(desk.text("call-places", &said));
    }
    Ok(document)
}

/// Has a call opened and closed when its time comes.
pub(super) fn ends(snap: &mut Snapshot, call: i64) -> Result<(), StoreError> {
    let Some(row) = snap.rows.calls.get(call).filter(|row| row.state == "open").cloned() else { return Ok(()) };
    if is_coming(&row, snap.now) {
        snap.queue_job("open-call", None, &Turn { call, at: row.opens }, row.opens)?;
    }
    match row.closes {
        Some(at) => snap.queue_job("close-call", None, &Turn { call, at }, at),
        None => Ok(()),
    }
}

/// A call's time has come: the cards offer it from now on, and the rooms where it was announced are told.
/// The posts of the call and of the rooms' cards must have been loaded, here and below.
pub fn open_call_now(snap: &mut Snapshot, prefix: &str, turn: Turn) -> Result<(), StoreError> {
    let due = |call: &Call| call.state == "open" && call.opens == turn.at;
    let Some(call) = snap.rows.calls.get(turn.call).filter(|call| due(call)).cloned() else { return Ok(()) };
    tell_rooms(snap, call.id)?;
    renew_offers(snap, prefix, call.id)
}

/// Closes a call whose time has come: the cards no longer offer it, and the rooms where it was announced
/// are told.
pub fn close_call(snap: &mut Snapshot, prefix: &str, turn: Turn) -> Result<(), StoreError> {
    let due = |call: &Call| call.state == "open" && call.closes == Some(turn.at);
    let Some(call) = snap.rows.calls.get(turn.call).filter(|call| due(call)).cloned() else { return Ok(()) };
    extend(snap, call.id, Some(turn.at));
    note(snap, call.id, "", "closed");
    tell_rooms(snap, call.id)?;
    renew_offers(snap, prefix, call.id)
}

/// Posts the cards that offer a call anew: they offer registration.
fn renew_offers(snap: &mut Snapshot, prefix: &str, call: i64) -> Result<(), StoreError> {
    // The cards tell of the consultation's own alone.
    let told = |call: &&Call| call.kind == REGISTRATION && call.subject_id == call.consultation_id;
    let of = snap.rows.calls.get(call).filter(told).map(|call| call.consultation_id);
    of.map_or(Ok(()), |consultation| renew_cards(snap, prefix, consultation))
}

/// Posts the cards of a consultation's rooms anew, where they have one. Their posts must have been loaded.
pub fn renew_cards(snap: &mut Snapshot, prefix: &str, consultation: i64) -> Result<(), StoreError> {
    let with_card = |room: &&crate::store::Room| room.consultation_id == consultation && room.card.is_some();
    let rooms: Vec<i64> = snap.rows.rooms.iter().filter(with_card).map(|room| room.id).collect();
    rooms.into_iter().try_for_each(|room| post_card(snap, prefix, room))
}

/// Until when people can register for a consultation: `Some(None)` where there is no end.
pub fn registers_until(snap: &Snapshot, consultation: i64) -> Option<Option<Time>> {
    let stage = snap.rows.consultations.get(consultation).and_then(|c| Stage::parse(&c.stage));
    let stages = by_name("register").map(|entry| entry.stages).unwrap_or_default();
    stage.filter(|stage| stages.contains(stage))?;
    open_call(snap, consultation, REGISTRATION).map(|call| call.closes)
}

/// The call that a line names, `talk 3 …` or `speaking …`, or registration for the consultation; and the rest.
fn meant<'t>(desk: &Desk<'_>, consultation: &Consultation, line: &'t str) -> Result<(Call, &'t str), Failure> {
    let (talk, rest) = talk_first(desk, line)?;
    let (first, after) = first_word(rest);
    let named = kind_named(consultation, first).filter(|_| talk.is_none() && !first.is_empty());
    let rest = if named.is_some() { after } else { rest };
    let kind = named.unwrap_or_else(|| REGISTRATION.to_owned());
    match call_of(desk.snap, talk.as_ref().map_or(consultation.id, |talk| talk.id), &kind) {
        Some(call) => Ok((call.clone(), rest)),
        None => {
            let command = talk.map_or(format!("call open {kind}"), |talk| format!("talk open {}", talk.number));
            Err(desk.refuse("call-none", &args![("command", desk.typed(&command))]))
        }
    }
}

/// `registrations`: how many, and who, by number; `registrations waiting`; `registrations accept 17`;
/// `registrations talk 3 …`, `registrations speaking`: those of another call.
pub fn registrations(desk: &mut Desk<'_>, rest: &str) -> Done {
    const STATES: [&str; 5] = ["confirmed", "promised", "waiting", "asked", "received"];
    let consultation = desk.the_consultation()?;
    let (call, rest) = meant(desk, &consultation, rest)?;
    let (first, after) = first_word(rest);
    for (word, taken) in [("accept", true), ("decline", false)] {
        if is_word(first, word) {
            return decide(desk, &consultation, &call, after, taken);
        }
    }
    let state = STATES.into_iter().find(|state| is_word(first, state));
    if !first.is_empty() && state.is_none() {
        let words = super::person::choices(desk, "registrations", &STATES);
        return Err(wrong_option(desk, first, &words));
    }
    desk.audit(access_of("registrations"), "registrations", &consultation.slug)?;
    let head = stands(desk, call.id)?;
    let state = state.map(str::to_owned);
    Order::private(desk, Wanted::Registrations { call: call.id, state, head }).queue(desk)
}

/// Takes someone in who asked to come where people are invited one by one, or does not.
fn decide(desk: &mut Desk<'_>, consultation: &Consultation, call: &Call, typed: &str, taken: bool) -> Done {
    let wanted = number(typed);
    let asked = desk.snap.rows.entries.find(|e| e.call_id == call.id && Some(e.number) == wanted).cloned();
    let Some(entry) = asked.filter(|entry| entry.state == "asked") else {
        return Err(desk.refuse("registrations-no-number", &args![("typed", desk.voice.quote(typed))]));
    };
    let word = if taken { "accept" } else { "decline" };
    let subject = format!("{} {}", consultation.slug, entry.number);
    desk.audit(access_of("registrations"), &format!("registrations {word}"), &subject)?;
    if taken {
        participation::accept(desk.snap, entry.id);
    } else {
        participation::decline(desk.snap, entry.id)?;
    }
    participation::tell(desk.snap, entry.id)?;
    let key = if taken { "registrations-accepted" } else { "registrations-declined" };
    let document = desk.document().text(desk.text(key, &args![("number", entry.number)]));
    desk.whisper(document)?;
    Ok(())
}

/// `coverage`: who registered, by attribute in bands, and who is missing; `coverage talk 3`.
pub fn coverage(desk: &mut Desk<'_>, rest: &str) -> Done {
    let consultation = desk.the_consultation()?;
    let (call, _) = meant(desk, &consultation, rest)?;
    desk.audit(access_of("coverage"), "coverage", &consultation.slug)?;
    Order::private(desk, Wanted::Coverage { call: call.id }).queue(desk)
}
