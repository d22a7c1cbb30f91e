//! What moderators do in rooms: bind and set them, open and close the floor, ask, hide and restore,
//! and correct how something was read.

use super::card::{
    facts_of, language_of, other_regions, post, post_card, take_card_down, title_of, title_of_consultation, with_town,
    zone_of,
};
use super::desk::{Desk, Done, room_settings, settings_of};
use super::moment::{self, Meant};
use super::order::{Order, Wanted};
use super::parse::fold;
use super::person::{the_objective, usage};
use super::reading::{self, Read};
use super::scope::{self, Known, Takes, choose, first_word, is_word, take_apart, wrong_option};
use super::table::{access_of, roles_of};
use super::{Failure, making, only, spaces};
use crate::args;
use crate::chat::{Action, Body, Document, History, Outgoing, Span, Spans, To};
use crate::i18n::{Args, Speaker, speak, town};
use crate::model::{Ack, Kind, Language, MINUTE, PassageId, Platform, Receipt, Role, RoomSettings, Scope, Time, WEEK};
use crate::record;
use crate::store::{Consultation, Contribution, Job, LogEntry, Question, Room, Snapshot, StoreError, Tag};
use crate::trust::OfficeHolder;
use crate::vocabulary::Vocabulary;
use serde::{Deserialize, Serialize};

/// So many names of office-holders are shown.
const NAMES: usize = 5;

/// What a job needs that erases what was written in a rehearsal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rehearsal {
    /// The room's row.
    pub room: i64,
    /// When it began.
    pub since: Time,
    /// When it ended.
    pub until: Time,
}

/// So long before its floor closes a room is told.
const SOON: Time = 10 * MINUTE;

/// What a job needs that closes a floor, and what one needs that tells of it before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// The room's row.
    pub room: i64,
    /// When. Where the room's log names another moment by then, the job is out of date.
    pub at: Time,
}

/// What a room's log says last of something.
fn last<'s>(snap: &'s Snapshot, room: i64, field: &str) -> Option<&'s str> {
    record::held_at(snap, room, field, Time::MAX)
}

/// Writes into a room's log what holds from a moment on.
pub(super) fn log(snap: &mut Snapshot, room: i64, field: &str, value: impl Into<String>, at: Time) {
    let id = snap.id();
    snap.rows.log.insert(LogEntry { id, rev: 1, subject_id: room, field: field.into(), value: value.into(), at });
}

/// Whether a room is bound.
pub fn is_bound(snap: &Snapshot, room: i64) -> bool {
    was_bound(snap, room, Time::MAX)
}

/// Since when a room is bound; nothing, where it is not.
pub fn bound_since(snap: &Snapshot, room: i64) -> Option<Time> {
    let said = |entry: &&LogEntry| entry.subject_id == room && entry.field == "bound";
    let last = snap.rows.log.among(&room).filter(said).max_by_key(|entry| (entry.at, entry.id))?;
    (last.value == "1").then_some(last.at)
}

/// Whether a room was bound at a moment.
pub fn was_bound(snap: &Snapshot, room: i64, at: Time) -> bool {
    record::held_at(snap, room, "bound", at) == Some("1")
}

/// Whether a room's floor is open.
pub fn is_open(snap: &Snapshot, room: i64) -> bool {
    is_bound(snap, room) && last(snap, room, "floor") == Some("open")
}

/// When a room's open floor closes; nothing, where it stays open or is closed.
pub fn closes_at(snap: &Snapshot, room: i64) -> Option<Time> {
    last(snap, room, "closes").filter(|_| is_open(snap, room))?.parse().ok()
}

/// Since when a room's floor is closed that was closed at a moment; nothing, where it was open.
pub fn closed_since(snap: &Snapshot, room: i64, at: Time) -> Option<Time> {
    let floor = snap.rows.log.among(&room).filter(|l| l.subject_id == room && l.field == "floor" && l.at <= at);
    floor.max_by_key(|l| (l.at, l.id)).filter(|l| l.value == "closed").map(|l| l.at)
}

/// The bound room of the consultation that people mean by a name or title.
pub fn room_named<'d>(desk: &'d Desk<'_>, typed: &str) -> Option<&'d Room> {
    let plain = |text: &str| fold(text).replace(['-', '_'], " ");
    let wanted = plain(typed.trim_start_matches('#'));
    let consultation = desk.consultation.as_ref().map(|c| c.id);
    desk.snap
        .rows
        .rooms
        .iter()
        .filter(|room| Some(room.consultation_id) == consultation && is_bound(desk.snap, room.id))
        .find(|room| plain(&room.name) == wanted || plain(&title_of(desk.snap, room, desk.language())) == wanted)
}

/// The names of those who hold one of these roles here.
pub fn holders(desk: &Desk<'_>, roles: &[Role]) -> Vec<String> {
    let covers = |scope: &str| {
        let scope = Scope::parse(scope);
        match &desk.consultation {
            Some(c) => scope.is_some_and(|scope| scope.covers(&c.slug, &c.region)),
            None => scope.is_some_and(|scope| scope.is_whole()),
        }
    };
    let mut names: Vec<String> = desk
        .snap
        .rows
        .offices
        .iter()
        .filter(|office| Role::parse(&office.role).is_some_and(|role| roles.contains(&role)) && covers(&office.scope))
        .filter_map(|office| desk.snap.open_house::<OfficeHolder>(office.id, &office.sealed).ok())
        .filter(|holder| !holder.is_group())
        .map(|holder| holder.name)
        .collect();
    names.sort();
    names.dedup();
    if names.len() > NAMES {
        names.truncate(NAMES);
        names.push("…".into());
    }
    names
}

/// `room`, by its second word.
pub fn room(desk: &mut Desk<'_>, rest: &str) -> Done {
    let words = ["bind", "set", "rehearsal", "check", "card", "unbind", "list"];
    let (word, rest) = choose(desk, "room", rest, &words)?;
    match word {
        "bind" => bind(desk, rest),
        "set" => set(desk, rest),
        "rehearsal" => rehearsal(desk, rest),
        "check" => check(desk),
        "card" => {
            let room = desk.the_room()?;
            post_card(desk.snap, desk.prefix, room.id)?;
            desk.audit(access_of("room"), "room card", &room.name)?;
            Ok(())
        }
        "unbind" => unbind(desk),
        _ => list(desk, rest),
    }
}

pub(super) const ROOM_OPTIONS: &[Known] = &[
    ("consultation", Takes::Value),
    ("objective", Takes::Value),
    ("round table", Takes::Value),
    ("subregion", Takes::Value),
    ("level", Takes::Value),
    ("regions", Takes::Value),
    ("languages", Takes::Value),
    ("ack", Takes::Value),
    ("chatham", Takes::Maybe),
    ("timezone", Takes::Value),
];

/// Changes a room's settings as the options say.
pub(super) fn apply(
    desk: &Desk<'_>,
    options: &[(&'static str, String)],
    settings: &mut RoomSettings,
) -> Result<(), Failure> {
    for (name, value) in options {
        let value = value.as_str();
        let takes = ROOM_OPTIONS.iter().find(|(known, _)| known == name).map(|(_, takes)| *takes);
        if takes == Some(Takes::Value) && value.is_empty() {
            return Err(desk.refuse("error-option-empty", &args![("option", *name)]));
        }
        let none = is_word(value, "none");
        match *name {
            "objective" => settings.objective = if none { None } else { Some(the_objective(desk, value)?) },
            "round table" => settings.round_table = if none { None } else { Some(scope::round_table(desk, value)?) },
            "subregion" => settings.subregion = if none { None } else { Some(scope::subregion(desk, value)?) },
            "level" => settings.level = if none { None } else { Some(scope::level(desk, value)?) },
            "regions" => settings.regions = if none { Vec::new() } else { regions(desk, value)? },
            "languages" => settings.languages = languages(desk, value)?,
            "ack" => {
                settings.ack = match () {
                    () if is_word(value, "reaction") => Ack::Reaction,
                    () if is_word(value, "private") => Ack::Private,
                    () => return Err(wrong_option(desk, value, &["reaction", "private"])),
                };
            }
            "chatham" => settings.chatham = value.is_empty() || on_or_off(desk, value)?,
            "timezone" => settings.timezone = if none { None } else { Some(timezone(desk, value)?) },
            _ => {}
        }
    }
    Ok(())
}

/// Regions in a list, each once; the consultation's own goes without saying.
fn regions(desk: &Desk<'_>, typed: &str) -> Result<Vec<String>, Failure> {
    let own = desk.consultation.as_ref().map(|c| c.region.as_str());
    let mut regions = Vec::new();
    for name in typed.split([',', ';', '،', '、', '，']).map(str::trim).filter(|name| !name.is_empty()) {
        let Some(region) = Vocabulary::current().find_region(name) else {
            let all: Vec<&str> = Vocabulary::current().regions().iter().map(|r| r.id.as_str()).collect();
            return Err(wrong_option(desk, name, &all));
        };
        if own != Some(region.id.as_str()) && !regions.contains(&region.id) {
            regions.push(region.id.clone());
        }
    }
    Ok(regions)
}

/// Notes from when on what is said in a room belongs to other regions too, and from when on nobody is named
/// with it, where that changed.
fn log_settings(snap: &mut Snapshot, room: i64, settings: &RoomSettings, at: Time) -> Result<(), StoreError> {
    let chatham = if settings.chatham { "1" } else { "" };
    for (field, value) in [(record::REGIONS, settings.regions.join(",")), (record::CHATHAM, chatham.to_owned())] {
        if last(snap, room, field).unwrap_or_default() != value {
            log(snap, room, field, value, at);
            if field == record::CHATHAM && settings.chatham {
                // Whoever was named with what they said there is so no more.
                let now = snap.now;
                snap.queue_job("mend-room", Some(room), &room, now)?;
            }
        }
    }
    Ok(())
}

/// Languages in a list, each once.
pub(super) fn languages(desk: &Desk<'_>, typed: &str) -> Result<Vec<Language>, Failure> {
    let mut languages = Vec::new();
    for word in typed.split([' ', ',', ';', '،', '、', '，']).filter(|word| !word.is_empty()) {
        if desk.voice.say_plain("list-and").trim() == word {
            continue;
        }
        let language = scope::language(desk, word)?;
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    Ok(languages)
}

/// A time zone by its name or town.
pub(super) fn timezone(desk: &Desk<'_>, typed: &str) -> Result<String, Failure> {
    moment::find_zone(typed).ok_or_else(|| {
        desk.refuse("error-timezone", &args![("typed", desk.voice.quote(typed)), ("example", "Africa/Dakar")])
    })
}

pub(super) fn on_or_off(desk: &Desk<'_>, typed: &str) -> Result<bool, Failure> {
    match typed {
        typed if is_word(typed, "on") => Ok(true),
        typed if is_word(typed, "off") => Ok(false),
        typed => Err(wrong_option(desk, typed, &["on", "off"])),
    }
}

/// What a room's name alone tells of it: `west-africa`, `round-table-2`, `objective-6`.
pub(super) fn by_its_name(desk: &Desk<'_>, name: &str, settings: &mut RoomSettings) {
    let region = desk.consultation.as_ref().and_then(|c| Vocabulary::current().region(&c.region));
    let number = |start: &str| name.strip_prefix(start).and_then(|digits| digits.parse::<u8>().ok());
    if region.is_some_and(|region| region.subregion(name).is_some()) {
        settings.subregion = Some(name.into());
    } else if let Some(number) = number("round-table-").filter(|n| Vocabulary::current().round_table(*n).is_some()) {
        settings.round_table = Some(number);
    } else if let Some(number) = number("objective-").filter(|n| Vocabulary::current().objective(*n).is_some()) {
        settings.objective = Some(number);
    }
}

fn to_json(settings: &RoomSettings) -> String {
    // A struct of plain values always has a JSON form.
    serde_json::to_string(settings).unwrap_or_default()
}

/// The short name of a room as it is kept, of what someone typed; `example` shows how to type it.
pub(super) fn name_of(desk: &Desk<'_>, typed: &str, example: &str) -> Result<String, Failure> {
    let name = fold(typed.trim_start_matches('#')).replace([' ', '_'], "-");
    if name.is_empty() || name.chars().count() > 40 || !name.chars().all(|c| c.is_alphanumeric() || c == '-') {
        return Err(desk.refuse("error-room-name", &args![("example", desk.typed(example))]));
    }
    Ok(name)
}

/// Refuses the name of another room of the consultation that is bound, or is being made.
pub(super) fn not_taken(desk: &Desk<'_>, consultation: &Consultation, name: &str, own: Option<i64>) -> Done {
    let there = |room: &Room| room.consultation_id == consultation.id && Some(room.id) != own && room.name == name;
    let is_part = |room: &Room| is_bound(desk.snap, room.id) || making::is_being_made(desk.snap, room.id);
    match desk.snap.rows.rooms.find(|room| there(room) && is_part(room)) {
        Some(_) => Err(desk.refuse("error-room-taken", &args![("name", name)])),
        None => Ok(()),
    }
}

/// The row of a room of which nothing is known yet.
pub(super) fn new_row(
    desk: &Desk<'_>,
    consultation: &Consultation,
    (id, address): (i64, String),
    name: &str,
    settings: &RoomSettings,
) -> Room {
    Room {
        id,
        rev: 1,
        consultation_id: consultation.id,
        platform: desk.platform().word().into(),
        address,
        name: name.into(),
        settings: to_json(settings),
        facts: String::new(),
        heard: 0,
        noted: 0,
        noted_at: None,
        card: None,
    }
}

/// A room is part of its consultation from now on; its floor is closed.
pub fn now_part(snap: &mut Snapshot, room: i64, at: Time) {
    log(snap, room, "bound", "1", at);
    log(snap, room, "floor", "closed", at);
}

/// `room bind NAME …`: the room is one of the consultation from now on; its floor is closed.
fn bind(desk: &mut Desk<'_>, rest: &str) -> Done {
    if desk.event.direct {
        return Err(desk.refuse("error-in-room", &Args::new()));
    }
    let line = take_apart(rest, ROOM_OPTIONS);
    // A thread becomes a room of its own, also below a channel that is one.
    let address = desk.platform().thread_of(&desk.event.id).unwrap_or(&desk.event.room);
    // Also one that was bound before: it keeps what is known of it.
    let known = record::room_at(desk.snap, desk.platform(), address).cloned();
    if let Some((_, slug)) = line.options.iter().find(|(name, _)| *name == "consultation") {
        scope::turn_to_named(desk, slug)?;
    }
    let consultation = desk.the_consultation()?;
    if !desk.holds(roles_of("room")) {
        return Err(only(desk, "room", roles_of("room")));
    }
    let name = name_of(desk, &line.bare, "room bind west-africa")?;
    if let Some(known) = known.as_ref().filter(|k| k.consultation_id != consultation.id)
        && (is_bound(desk.snap, known.id) || known.noted > 0)
    {
        let of = desk.snap.rows.consultations.get(known.consultation_id);
        let of = of.map(|c| title_of_consultation(c, desk.language())).unwrap_or_default();
        return Err(desk.refuse("error-room-of-another", &args![("consultation", of)]));
    }
    not_taken(desk, &consultation, &name, known.as_ref().map(|known| known.id))?;
    let mut settings = known.as_ref().map(room_settings).unwrap_or_default();
    if known.as_ref().is_none_or(|known| known.name != name) {
        by_its_name(desk, &name, &mut settings);
    }
    apply(desk, &line.options, &mut settings)?;
    if settings.languages.is_empty() {
        settings.languages = settings_of(&consultation).languages;
    }
    let at = desk.event.at;
    let id = match known.as_ref().and_then(|known| desk.snap.rows.rooms.edit(known.id)) {
        Some(row) => {
            row.consultation_id = consultation.id;
            row.name.clone_from(&name);
            row.settings = to_json(&settings);
            row.id
        }
        None => {
            let id = desk.snap.id();
            let new = new_row(desk, &consultation, (id, address.to_owned()), &name, &settings);
            desk.snap.rows.rooms.insert(new);
            id
        }
    };
    log_settings(desk.snap, id, &settings, at)?;
    if !is_bound(desk.snap, id) {
        now_part(desk.snap, id, at);
    }
    desk.audit(access_of("room"), "room bind", &format!("{}/{name}", consultation.slug))?;
    desk.room = desk.snap.rows.rooms.get(id).cloned();
    let document = checked(desk, true)?;
    desk.answer(document)?;
    let (to, now) = (To::Room(address.to_owned()), desk.snap.now);
    desk.snap.queue(desk.platform(), &Outgoing { to, action: Action::Probe }, now)?;
    post_card(desk.snap, desk.prefix, id)?;
    spaces::keep(desk.snap, desk.event, consultation.id)?;
    Ok(())
}

/// `room check`: what is known of the room, and a fresh look.
fn check(desk: &mut Desk<'_>) -> Done {
    desk.the_room()?;
    let document = checked(desk, false)?;
    desk.answer(document)?;
    desk.act(Action::Probe)?;
    Ok(())
}

/// Says in a room what was found out of it: when the platform answers for the first time, and when
/// others can read there than before.
pub fn found_out(desk: &mut Desk<'_>, first: bool) -> Done {
    let room = desk.the_room()?;
    let mut points = platform_points(desk, &room);
    let mut document = desk.document();
    if !first {
        document = document.text(desk.plain("room-reads-otherwise"));
    } else if facts_of(&room).is_some_and(|facts| facts.encrypted) {
        points.push(("–", desk.text("room-check-tryout", &args![("command", desk.typed("room check"))])));
    }
    for (mark, text) in points {
        document = document.text(format!("{mark} {text}"));
    }
    desk.act(Action::say(document))?;
    Ok(())
}

/// What the platform says of a room: what the bot may do there, and who can read it.
fn platform_points(desk: &Desk<'_>, room: &Room) -> Vec<(&'static str, String)> {
    let unknown = || ("–", desk.text("room-check-unknown", &args![("command", desk.typed("room check"))]));
    let Some(facts) = facts_of(room) else { return vec![unknown()] };
    let mut points = Vec::new();
    match facts.may {
        None => points.push(unknown()),
        Some([true, true, true, true]) => points.push(("✔", desk.plain("room-check-may"))),
        Some(may) => {
            for (granted, key) in may.into_iter().zip(["read", "write", "pin", "redact"]) {
                if !granted {
                    points.push(("✘", desk.plain(may_not(key, desk.platform()))));
                }
            }
        }
    }
    if desk.platform() == Platform::Matrix {
        points.push(match facts.encrypted {
            true => ("✔", desk.plain("room-check-encrypted")),
            false => ("✘", desk.plain("room-check-not-encrypted")),
        });
    }
    // On Discord a channel for all of a server is the rule: its people were let in.
    let discord = desk.platform() == Platform::Discord;
    let shared = if discord { "room-check-history-discord" } else { "room-check-history" };
    for (holds, mark, key) in [
        (facts.mentions_only, "✘", "room-check-mentions-only"),
        (facts.public && discord, "–", "room-check-public-discord"),
        (facts.public && !discord, "✘", "room-check-public"),
        (facts.restricted, "–", "room-check-restricted"),
        (facts.guests, "✘", "room-check-guests"),
        (facts.bridged, "✘", "room-check-bridged"),
        (facts.history == Some(History::World), "✘", "room-check-world"),
        (facts.history == Some(History::Shared), "–", shared),
        (facts.federated, "–", "who-other-servers"),
    ] {
        if holds {
            points.push((mark, desk.plain(key)));
        }
    }
    points
}

/// What to do where the bot may not do something, as the platform calls it.
fn may_not(what: &str, platform: Platform) -> &'static str {
    match (what, platform) {
        ("read", Platform::Discord) => "room-check-may-not-read-discord",
        ("write", Platform::Discord) => "room-check-may-not-write-discord",
        ("pin", Platform::Discord) => "room-check-may-not-pin-discord",
        ("read", _) => "room-check-may-not-read",
        ("write", _) => "room-check-may-not-write",
        ("pin", _) => "room-check-may-not-pin",
        _ => "room-check-may-not-redact",
    }
}

/// The check of a room from what is known: what it is, what stands well, what does not, and what
/// comes next.
fn checked(desk: &Desk<'_>, bound_now: bool) -> Result<Document, Failure> {
    let room = desk.the_room()?;
    let consultation = desk.the_consultation()?;
    let settings = room_settings(&room);
    let title = title_of(desk.snap, &room, desk.language());
    let of = title_of_consultation(&consultation, desk.language());
    let open = is_open(desk.snap, room.id);
    let floor = desk.plain(if open { "room-floor-is-open" } else { "room-floor-is-closed" });
    let key = if bound_now { "room-bound" } else { "room-is" };
    let name = if title == of { title } else { format!("{title} ({of})") };
    let first = desk.text(key, &args![("room", name)]);
    let mut document = desk.document().text(format!("{first} {floor}"));
    let mut points = platform_points(desk, &room);
    if settings.rehearsal {
        points.push(("–", desk.plain("room-rehearsal")));
    }
    if settings.chatham {
        points.push(("–", desk.plain("room-chatham")));
    }
    points.extend(other_regions(desk.voice, &settings).map(|text| ("–", text)));
    let ack = if settings.ack == Ack::Reaction { "room-ack-reaction" } else { "room-ack-private" };
    points.push(("–", desk.plain(ack)));
    let missing = settings_of(&consultation).missing();
    if !missing.is_empty() {
        points.push(("✘", needs(desk, &missing)));
    }
    for (mark, text) in points {
        document = document.text(format!("{mark} {text}"));
    }
    if !open && missing.is_empty() {
        let week = desk.snap.now + WEEK;
        let until = desk.voice.short_date(week, &desk.timezone());
        let command = desk.typed(&format!("floor open until {until} 18:00"));
        document = document.small(desk.text("room-next", &args![("command", command)]));
    }
    Ok(document)
}

/// What has to be set before a floor can be opened, and who sets it.
fn needs(desk: &Desk<'_>, missing: &[&str]) -> String {
    let first = missing.first().copied().unwrap_or_default();
    let command = format!("consultation set {first} …");
    let needs = desk.text("floor-needs", &args![("missing", desk.voice.commas(missing))]);
    format!("{needs} {}", desk.text("floor-needs-who", &args![("command", command)]))
}

/// `room set …`: the same options as `room bind`, for the room where it is typed.
fn set(desk: &mut Desk<'_>, rest: &str) -> Done {
    let room = desk.the_room()?;
    let line = take_apart(rest, ROOM_OPTIONS);
    let wrong = !line.bare.is_empty() || line.options.is_empty() || line.options.iter().any(|o| o.0 == "consultation");
    if wrong {
        let example = desk.typed("room set languages en, fr ack reaction");
        let typed = desk.voice.quote(rest.trim());
        return Err(match rest.trim().is_empty() {
            true => desk.refuse("error-missing", &args![("usage", example)]),
            false => desk.refuse("error-too-much", &args![("typed", typed), ("usage", example)]),
        });
    }
    let mut settings = room_settings(&room);
    apply(desk, &line.options, &mut settings)?;
    if let Some(row) = desk.snap.rows.rooms.edit(room.id) {
        row.settings = to_json(&settings);
    }
    log_settings(desk.snap, room.id, &settings, desk.event.at)?;
    let names: Vec<&str> = line.options.iter().map(|(name, _)| *name).collect();
    desk.audit(access_of("room"), "room set", &format!("{}: {}", room.name, names.join(", ")))?;
    desk.room = desk.snap.rows.rooms.get(room.id).cloned();
    let document = checked(desk, false)?;
    desk.answer(document)?;
    post_card(desk.snap, desk.prefix, room.id)?;
    spaces::keep(desk.snap, desk.event, room.consultation_id)?;
    Ok(())
}

/// `room rehearsal on`, and `off`: then all that was written in it meanwhile is erased.
fn rehearsal(desk: &mut Desk<'_>, rest: &str) -> Done {
    let room = desk.the_room()?;
    let on = on_or_off(desk, rest)?;
    let mut settings = room_settings(&room);
    if settings.rehearsal == on {
        let key = if on { "rehearsal-already-on" } else { "rehearsal-already-off" };
        return Err(desk.refuse(key, &Args::new()));
    }
    let at = desk.event.at;
    let since = desk
        .snap
        .rows
        .log
        .iter()
        .filter(|l| l.subject_id == room.id && l.field == "mode" && l.value == "rehearsal")
        .map(|l| l.at)
        .max();
    settings.rehearsal = on;
    if let Some(row) = desk.snap.rows.rooms.edit(room.id) {
        row.settings = to_json(&settings);
    }
    log(desk.snap, room.id, "mode", if on { "rehearsal" } else { "real" }, at);
    if !on {
        let now = desk.snap.now;
        let what = Rehearsal { room: room.id, since: since.unwrap_or_default(), until: at };
        desk.snap.queue_job("erase-rehearsal", Some(room.id), &what, now)?;
    }
    desk.audit(access_of("room"), if on { "room rehearsal on" } else { "room rehearsal off" }, &room.name)?;
    announce(desk.snap, &room, if on { "room-rehearsal" } else { "rehearsal-over" }, |_| Args::new())?;
    post_card(desk.snap, desk.prefix, room.id)?;
    Ok(())
}

/// `room unbind`: the bot no longer belongs to the room; what was noted there stays.
fn unbind(desk: &mut Desk<'_>) -> Done {
    let room = desk.the_room()?;
    let at = desk.event.at;
    if is_open(desk.snap, room.id) {
        log(desk.snap, room.id, "floor", "closed", at);
    }
    log(desk.snap, room.id, "bound", "0", at);
    log(desk.snap, room.id, "digest", "never", at);
    take_card_down(desk.snap, &room)?;
    if let Some(row) = desk.snap.rows.rooms.edit(room.id) {
        row.card = None;
    }
    desk.audit(access_of("room"), "room unbind", &room.name)?;
    let document = desk.document().text(desk.text("room-unbound", &args![("room", room.name.as_str())]));
    desk.answer(document)?;
    spaces::keep(desk.snap, desk.event, room.consultation_id)?;
    Ok(())
}

/// `room list [CONSULTATION]`: the bound rooms of the consultation with what holds in each.
fn list(desk: &mut Desk<'_>, rest: &str) -> Done {
    if let Some(slug) = rest.split_whitespace().last() {
        scope::turn_to_named(desk, slug)?;
    }
    if !desk.holds(roles_of("room")) {
        return Err(only(desk, "room", roles_of("room")));
    }
    let consultation = desk.the_consultation()?;
    let mut rooms: Vec<Room> = desk
        .snap
        .rows
        .rooms
        .iter()
        .filter(|room| room.consultation_id == consultation.id && is_bound(desk.snap, room.id))
        .cloned()
        .collect();
    rooms.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    if rooms.is_empty() {
        return Err(desk.refuse("error-no-rooms", &args![("command", desk.typed("room bind"))]));
    }
    let mut document = desk.document().heading(title_of_consultation(&consultation, desk.language()));
    for room in rooms {
        let zone = zone_of(desk.snap, &room);
        let mut about = vec![title_of(desk.snap, &room, desk.language()), room.platform.clone()];
        about.push(match (is_open(desk.snap, room.id), closes_at(desk.snap, room.id)) {
            (false, _) => desk.plain("room-floor-is-closed"),
            (true, None) => desk.plain("room-floor-is-open"),
            (true, Some(at)) => desk.text("card-floor-open-until", &args![("until", with_town(desk.voice, at, &zone))]),
        });
        if room_settings(&room).rehearsal {
            about.push(desk.plain("rehearsal-mark"));
        }
        document = document
            .point(Spans::from(vec![Span::code(room.name.clone()), Span::text(format!("  {}", about.join(" · ")))]));
    }
    desk.answer(document)?;
    Ok(())
}

/// Says something to a room in its language.
fn announce<'a>(
    snap: &mut Snapshot,
    room: &Room,
    key: &str,
    args: impl FnOnce(Speaker) -> Args<'a>,
) -> Result<(), StoreError> {
    let Some(platform) = Platform::parse(&room.platform) else { return Ok(()) };
    let language = language_of(snap, room);
    let document = Document::line(language, speak(language).say(key, &args(speak(language))));
    let to = To::Room(room.address.clone());
    let now = snap.now;
    snap.queue(platform, &Outgoing { to, action: Action::say(document) }, now)?;
    Ok(())
}

/// `floor open [until 13 Sep 18:00]`, `floor close`.
pub fn floor(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (word, rest) = choose(desk, "floor", rest, &["open", "close"])?;
    let room = desk.the_room()?;
    if word == "close" {
        if !is_open(desk.snap, room.id) {
            return Err(desk.refuse("floor-already-closed", &Args::new()));
        }
        desk.audit(access_of("floor"), "floor close", &room.name)?;
        close_floor(desk.snap, desk.prefix, room.id, desk.event.at)?;
        return Ok(());
    }
    let missing = desk.settings().missing();
    if !missing.is_empty() {
        return Err(Failure::User(Document::line(desk.language(), needs(desk, &missing))));
    }
    let (until, twice) = deadline(desk, rest)?;
    if is_open(desk.snap, room.id) && closes_at(desk.snap, room.id) == until {
        return Err(desk.refuse("floor-already-open", &Args::new()));
    }
    let at = desk.event.at;
    if !is_open(desk.snap, room.id) {
        log(desk.snap, room.id, "floor", "open", at);
    }
    log(desk.snap, room.id, "closes", until.map_or_else(|| "never".into(), |until| until.to_string()), at);
    let of_the_clock =
        |job: &Job| job.subject_id == Some(room.id) && matches!(job.kind.as_str(), "close-floor" | "floor-closes-soon");
    desk.snap.rows.jobs.remove_where(of_the_clock);
    if let Some(until) = until {
        let closing = Closing { room: room.id, at: until };
        desk.snap.queue_job("close-floor", Some(room.id), &closing, until)?;
        if until - desk.snap.now > 2 * SOON {
            desk.snap.queue_job("floor-closes-soon", Some(room.id), &closing, until - SOON)?;
        }
    }
    desk.audit(access_of("floor"), "floor open", &room.name)?;
    let zone = zone_of(desk.snap, &room);
    match until {
        Some(until) => {
            let until = move |voice: Speaker| args![("until", with_town(voice, until, &zone))];
            announce(desk.snap, &room, "floor-opened-until", until)?;
        }
        None => announce(desk.snap, &room, "floor-opened", |_| Args::new())?,
    }
    if twice {
        let document = desk.document().text(desk.plain("floor-clocks-twice"));
        desk.whisper(document)?;
    }
    post_card(desk.snap, desk.prefix, room.id)?;
    Ok(())
}

/// `until 13 Sep 18:00`, `13 Sep 18:00`, or nothing.
fn deadline(desk: &Desk<'_>, rest: &str) -> Result<(Option<Time>, bool), Failure> {
    let (first, after) = first_word(rest);
    let typed = if is_word(first, "until") { after } else { rest.trim() };
    if typed.is_empty() && first.is_empty() {
        return Ok((None, false));
    }
    moment::moment(typed, desk.snap.now, &desk.timezone(), Meant::Deadline)
        .map(|moment| (Some(moment.at), moment.twice))
        .map_err(|error| moment::refusal(desk, typed, error, Meant::Deadline))
}

/// Tells a room that its floor closes soon, where it still does.
pub fn floor_closes_soon(snap: &mut Snapshot, closing: Closing) -> Result<(), StoreError> {
    if closes_at(snap, closing.room) != Some(closing.at) || snap.now >= closing.at {
        return Ok(());
    }
    let Some(room) = snap.rows.rooms.get(closing.room).cloned() else { return Ok(()) };
    let zone = zone_of(snap, &room);
    let time = |voice: Speaker| format!("{} {}", voice.time_of_day(closing.at, &zone), town(&zone));
    announce(snap, &room, "floor-closes-soon", |voice| args![("time", time(voice))])
}

/// Closes a room's floor as of a moment, tells the room, and renews its card. By command, and by
/// the clock.
pub fn close_floor(snap: &mut Snapshot, prefix: &str, room: i64, at: Time) -> Result<(), StoreError> {
    let Some(row) = snap.rows.rooms.get(room).cloned() else { return Ok(()) };
    if !is_open(snap, room) {
        return Ok(());
    }
    log(snap, room, "floor", "closed", at);
    announce(snap, &row, "floor-closed", |_| Args::new())?;
    post_card(snap, prefix, room)
}

/// `ask QUESTION`: a question to the room; replies to it are noted as answers, whatever its floor.
/// `ask close` ends the open ones.
pub fn ask(desk: &mut Desk<'_>, rest: &str) -> Done {
    let room = desk.the_room()?;
    let text = rest.trim();
    if text.is_empty() {
        let usage = desk.typed(&usage(desk, "ask"));
        return Err(desk.refuse("error-missing", &args![("usage", usage)]));
    }
    if is_word(text, "close") {
        let open: Vec<i64> =
            desk.snap.rows.questions.iter().filter(|q| q.room_id == room.id && q.open == 1).map(|q| q.id).collect();
        for id in &open {
            if let Some(row) = desk.snap.rows.questions.edit(*id) {
                row.open = 0;
            }
        }
        desk.audit(access_of("ask"), "ask close", &room.name)?;
        let document = desk.document().text(desk.text("ask-closed", &args![("count", open.len())]));
        desk.answer(document)?;
        return Ok(());
    }
    let id = desk.snap.id();
    let sealed = desk.snap.seal_house(id, &text)?;
    let at = desk.snap.now;
    desk.snap.rows.questions.insert(Question { id, rev: 1, room_id: room.id, sealed, at, open: 1 });
    let voice = speak(language_of(desk.snap, &room));
    let document = Document::new(voice.language())
        .heading(voice.say_plain("ask-heading"))
        .text(text)
        .small(voice.say_plain("ask-reply"));
    post(desk.snap, &room, document, false, "question", id)?;
    desk.audit(access_of("ask"), "ask", &room.name)?;
    Ok(())
}

/// The contribution of a receipt for someone who holds one of the command's roles where it was
/// given. Turns to its consultation.
pub fn for_office(desk: &mut Desk<'_>, command: &str, typed: &str) -> Result<Contribution, Failure> {
    let contribution = match replied(desk).filter(|_| receipt_at(typed).is_none()) {
        Some(contribution) => contribution,
        None => {
            let receipt = receipt_in(desk, command, typed)?;
            let found = record::by_receipt(desk.snap, &receipt).cloned();
            found.ok_or_else(|| desk.refuse("error-no-receipt", &args![("receipt", &receipt)]))?
        }
    };
    let receipt = contribution.receipt.clone();
    desk.turn_to(contribution.consultation_id);
    desk.room = contribution.room_id.and_then(|id| desk.snap.rows.rooms.get(id)).cloned();
    if !desk.holds(roles_of(command)) {
        return Err(only(desk, command, roles_of(command)));
    }
    if !record::is_open(&contribution) {
        return Err(desk.refuse("record-already-withdrawn", &args![("receipt", &receipt)]));
    }
    Ok(contribution)
}

/// What came on the record of the message to which a command is a reply: who runs a room sees the
/// messages in it, but not their receipts.
fn replied(desk: &Desk<'_>) -> Option<Contribution> {
    let Body::Message(message) = &desk.event.body else { return None };
    let target = message.reply_to.as_ref()?;
    let id = record::of_event(desk.snap, desk.event.platform, &desk.event.room, &target.id)?;
    desk.snap.rows.contributions.get(id).cloned()
}

/// The receipt that a line begins with.
fn receipt_at(typed: &str) -> Option<Receipt> {
    Receipt::parse(first_word(typed).0.split('.').next().unwrap_or_default())
}

/// The receipt that a line begins with, or the word that says what one looks like.
pub fn receipt_in(desk: &Desk<'_>, command: &str, typed: &str) -> Result<Receipt, Failure> {
    let (first, _) = first_word(typed);
    receipt_at(typed).ok_or_else(|| match first.is_empty() {
        true => {
            let usage = desk.typed(&usage(desk, command));
            desk.refuse("error-missing", &args![("usage", usage)])
        }
        false => desk.refuse("error-receipt", &args![("typed", desk.voice.quote(first)), ("example", "AF-0042")]),
    })
}

/// Tells the author of a contribution something, in their language, where they can be reached.
fn tell_author(
    snap: &mut Snapshot,
    contribution: &Contribution,
    say: impl FnOnce(Speaker) -> Document,
) -> Result<bool, StoreError> {
    let Some(address) = record::address_of(snap, contribution.participant_id)? else { return Ok(false) };
    let Some(platform) = Platform::parse(&address.platform).filter(|platform| *platform != Platform::Import) else {
        return Ok(false);
    };
    let language = snap.rows.participants.get(contribution.participant_id).and_then(|p| Language::parse(&p.language));
    let document = say(speak(language.unwrap_or_default()));
    let to = To::Person { account: address.account, instead: None };
    let now = snap.now;
    snap.queue(platform, &Outgoing { to, action: Action::say(document) }, now)?;
    Ok(true)
}

/// `hide RECEIPT [reason]`, or `hide [reason]` as a reply to the message: out of every digest until it is restored; its author is told.
pub fn hide(desk: &mut Desk<'_>, rest: &str) -> Done {
    let contribution = for_office(desk, "hide", rest)?;
    let receipt = contribution.receipt.clone();
    if contribution.state == "hidden" {
        return Err(desk.refuse("hide-already", &args![("receipt", receipt.as_str())]));
    }
    let reason = if receipt_at(rest).is_some() { first_word(rest).1 } else { rest.trim() };
    switch(desk, &contribution, "hidden")?;
    desk.audit(access_of("hide"), "hide", &receipt)?;
    let contact = desk.settings().contact;
    let told = tell_author(desk.snap, &contribution, |voice| {
        let mut text = voice.say("hide-told", &args![("receipt", receipt.as_str())]);
        if !reason.is_empty() {
            text = format!("{text} {}", voice.say("hide-reason", &args![("reason", voice.quote(reason))]));
        }
        let mut line = Spans::from(text);
        if !contact.is_empty() {
            let to = Spans::say(voice, "hide-turn-to", Args::new(), &[("contact", Span::address(contact.as_str()))]);
            line.0.push(Span::text(" "));
            line.0.extend(to.0);
        }
        Document::line(voice.language(), line)
    })?;
    confirm(desk, "hide-done", &receipt, told)
}

/// `restore RECEIPT`: what was hidden counts again; its author is told.
pub fn restore(desk: &mut Desk<'_>, rest: &str) -> Done {
    let contribution = for_office(desk, "restore", rest)?;
    let receipt = contribution.receipt.clone();
    if contribution.state != "hidden" {
        return Err(desk.refuse("restore-already", &args![("receipt", receipt.as_str())]));
    }
    switch(desk, &contribution, "live")?;
    desk.audit(access_of("restore"), "restore", &receipt)?;
    let told = tell_author(desk.snap, &contribution, |voice| {
        Document::line(voice.language(), voice.say("restore-told", &args![("receipt", receipt.as_str())]))
    })?;
    confirm(desk, "restore-done", &receipt, told)
}

fn switch(desk: &mut Desk<'_>, contribution: &Contribution, state: &str) -> Result<(), StoreError> {
    if let Some(row) = desk.snap.rows.contributions.edit(contribution.id) {
        row.state = state.into();
    }
    record::mend(desk.snap, contribution.id)
}

fn confirm(desk: &mut Desk<'_>, key: &str, receipt: &str, told: bool) -> Done {
    let done = desk.text(key, &args![("receipt", receipt)]);
    let told = desk.plain(if told { "author-told" } else { "author-not-told" });
    let document = desk.document().text(format!("{done} {told}"));
    desk.whisper(document)?;
    Ok(())
}

/// `tag RECEIPT[.N] objective 6`, `none`, `kind challenge`: corrects how something was read; the
/// author's own, or anything for who runs or reports on the consultation. Alone, how it was read.
pub fn tag(desk: &mut Desk<'_>, rest: &str) -> Done {
    let receipt = receipt_in(desk, "tag", rest)?;
    let (first, rest) = first_word(rest);
    let own: Vec<i64> = record::participants(desk.snap, &desk.account).iter().map(|p| p.id).collect();
    let found = record::by_receipt(desk.snap, &receipt).cloned();
    let by_author = found.as_ref().is_some_and(|c| own.contains(&c.participant_id));
    let contribution = match found {
        Some(contribution) if by_author && record::is_open(&contribution) => {
            desk.turn_to(contribution.consultation_id);
            contribution
        }
        // To others it is not even said whether there is such a receipt.
        _ if !by_author && !desk.holds(roles_of("tag")) => {
            return Err(desk.refuse("record-not-yours", &args![("receipt", &receipt)]));
        }
        _ => for_office(desk, "tag", first)?,
    };
    let Some(body) = record::body_of(desk.snap, &contribution)? else { return Ok(()) };
    let passage = match first.split_once('.') {
        None => None,
        Some(_) => {
            let number = PassageId::parse(first).map(|id| id.number);
            let known = number.filter(|number| body.passages.iter().any(|p| p.number == *number));
            if known.is_none() {
                let all: Vec<String> =
                    body.passages.iter().filter_map(|p| p.id(&contribution.receipt)).map(|p| p.to_string()).collect();
                return Err(desk.refuse("approve-which", &args![("passages", desk.voice.commas(&all))]));
            }
            known
        }
    };
    if !rest.is_empty() {
        let (objective, kind) = correction(desk, rest)?;
        correct(desk.snap, contribution.id, passage, objective, kind);
        if !by_author {
            desk.audit(access_of("tag"), "tag", first)?;
        }
    }
    let document = reading_of(desk, &contribution, rest.is_empty())?;
    match by_author {
        true => desk.whisper(document)?,
        false => desk.whisper_words(contribution.id, document)?,
    }
    Ok(())
}

/// What a correction says: the objective (0 for none) and the kind.
fn correction(desk: &Desk<'_>, rest: &str) -> Result<(Option<i64>, Option<Kind>), Failure> {
    const OPTIONS: &[Known] = &[("objective", Takes::Value), ("kind", Takes::Value), ("none", Takes::Nothing)];
    let line = take_apart(rest, OPTIONS);
    let (mut objective, mut kind) = (None, None);
    if !line.bare.is_empty() {
        // A word alone: a kind where it is one, else an objective.
        match scope::kind(desk, &line.bare) {
            Ok(named) => kind = Some(named),
            Err(_) => objective = Some(i64::from(the_objective(desk, &line.bare)?)),
        }
    }
    for (name, value) in &line.options {
        match *name {
            "none" => objective = Some(0),
            "objective" if is_word(value, "none") => objective = Some(0),
            "objective" => objective = Some(i64::from(the_objective(desk, value)?)),
            _ => kind = Some(scope::kind(desk, value)?),
        }
    }
    Ok((objective, kind))
}

/// Takes down a correction of a passage or of the whole. A later word of the same sort takes the
/// place of the one before, and one on the whole of those on its passages.
fn correct(snap: &mut Snapshot, id: i64, passage: Option<i64>, objective: Option<i64>, kind: Option<Kind>) {
    let at = snap.now;
    let kind = kind.map(|kind| kind.name().to_owned());
    if passage.is_none() {
        let narrower: Vec<i64> = snap
            .rows
            .tags
            .iter()
            .filter(|tag| tag.contribution_id == id && tag.passage.is_some())
            .map(|tag| tag.id)
            .collect();
        for tag in narrower {
            if let Some(row) = snap.rows.tags.edit(tag) {
                row.objective = row.objective.filter(|_| objective.is_none());
                row.kind = row.kind.take().filter(|_| kind.is_none());
            }
        }
        snap.rows.tags.remove_where(|t| t.contribution_id == id && t.objective.is_none() && t.kind.is_none());
    }
    let known = snap.rows.tags.find(|tag| tag.contribution_id == id && tag.passage == passage).map(|tag| tag.id);
    if let Some(row) = known.and_then(|known| snap.rows.tags.edit(known)) {
        row.objective = objective.or(row.objective);
        row.kind = kind.or(row.kind.take());
        row.at = at;
        return;
    }
    let tag = snap.id();
    snap.rows.tags.insert(Tag { id: tag, rev: 1, contribution_id: id, passage, objective, kind, at });
}

/// How each passage of a contribution is read, and where asked, what can be written.
fn reading_of(desk: &Desk<'_>, contribution: &Contribution, with_help: bool) -> Result<Document, Failure> {
    let receipt = contribution.receipt.as_str();
    let mut document = desk.document().text(desk.text("tag-heading", &args![("receipt", receipt)]));
    let read = reading::passages(desk.snap, contribution)?;
    for passage in &read {
        document = document.quote(passage.text.clone(), Some(&passage.language), reading_line(desk, receipt, passage));
    }
    if with_help {
        let example = match read.as_slice() {
            [_, second, ..] => format!("{receipt}.{}", second.number),
            _ => receipt.to_owned(),
        };
        let commands: Vec<String> =
            ["objective 6", "none", "kind challenge"].map(|what| desk.typed(&format!("tag {example} {what}"))).into();
        document = document.small(desk.text("tag-help", &args![("commands", commands.join(" · "))]));
    }
    Ok(document)
}

/// `AF-0042.1 · objective 6, recommendation · corrected by hand`.
fn reading_line(desk: &Desk<'_>, receipt: &str, passage: &Read) -> Spans {
    let mut about = vec![reading::line(desk, passage)];
    if passage.tagged {
        about.push(desk.plain("tag-corrected"));
    }
    Spans::from(vec![
        Span::cite(format!("{receipt}.{}", passage.number)),
        Span::text(format!(" · {}", about.join(" · "))),
    ])
}

/// `health`: how the bot fares.
pub fn health(desk: &mut Desk<'_>, _: &str) -> Done {
    Order::private(desk, Wanted::Health).queue(desk)
}
