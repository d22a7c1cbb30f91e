//! Talks: who runs rooms creates, moves, sets and cancels them, each after a look at what is to become of
//! it, and opens their registration; anyone sees what is coming, and where they stand.

use super::Failure;
use super::card::{title_of, title_of_consultation, with_town};
use super::desk::{Desk, Done, settings_of};
use super::dialog::Dialog;
use super::moment::{self, Meant};
use super::order::{Order, Wanted};
use super::registering::{number, with_standing_for};
use super::rooms::{languages, on_or_off, room_named, timezone};
use super::scope::{
    self, Known, Line, Takes, choose, first_word, is_word, no_such_room, take_apart, turn_to_named, wrong_option,
};
use super::table::{access_of, roles_of};
use super::telling::{self, TalkTold, Telling};
use super::{calling, hosting, in_words, making, only, talk};
use crate::args;
use crate::chat::{Attachment, Document, Span};
use crate::i18n::{Args, Speaker, speak, town};
use crate::model::{DAY, HOUR, Language, MINUTE, Platform, Role, Scope, Time, WEEK};
use crate::participation::{
    self, AgendaItem, Audience, CallSettings, Change, PRIORITIES, Plan, PublicChange, REGISTRATION, TalkMode,
    TalkSettings, call_of, call_settings, carry_out, current, is_open, is_planned, is_settled, note_change, open,
    talk_settings, talks_of,
};
use crate::record;
use crate::store::{Consultation, Room, Snapshot, StoreError, Talk};
use crate::transfer::calendar::{self, Appointment};
use std::collections::BTreeSet;

/// How long a talk lasts where nothing is said, the shortest and the longest, in minutes.
const MINUTES: i64 = 90;
const SHORTEST: i64 = 5;
const LONGEST: i64 = 12 * 60;
/// The longest title, place or part of an agenda, in characters, and the most parts of one.
const LONGEST_TEXT: usize = 120;
const MOST_PARTS: usize = 20;
/// The longest reason, in characters.
const LONGEST_REASON: usize = 400;

const OPTIONS: &[Known] = &[
    ("consultation", Takes::Value),
    ("title", Takes::Value),
    ("starts", Takes::Value),
    ("minutes", Takes::Value),
    ("mode", Takes::Value),
    ("level", Takes::Value),
    ("languages", Takes::Value),
    ("interpretation", Takes::Value),
    ("audience", Takes::Value),
    ("agenda", Takes::Value),
    ("room", Takes::Value),
    ("place", Takes::Value),
];

/// What can be done with talks.
pub const WORDS: [&str; 11] =
    ["create", "move", "set", "cancel", "open", "close", "host", "breakout", "rapporteur", "priorities", "agenda"];

/// `talk`, by its second word.
pub fn talk(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (word, rest) = choose(desk, "talk", rest, &WORDS)?;
    match word {
        "create" => create(desk, rest),
        "move" => shift(desk, rest),
        "set" => set(desk, rest),
        "cancel" => cancel(desk, rest),
        "open" => open_registration(desk, rest),
        "close" => close_registration(desk, rest),
        "host" => hosting::host(desk, rest),
        "breakout" => breakout(desk, rest),
        "rapporteur" => hosting::rapporteur(desk, rest),
        "priorities" => ask_priorities(desk, rest),
        _ => propose_agenda(desk, rest),
    }
}

/// The talk with whose number a line begins, and the rest; or the word that says which there are.
pub fn the_talk<'t>(desk: &Desk<'_>, line: &'t str) -> Result<(Talk, &'t str), Failure> {
    let consultation = desk.the_consultation()?;
    let (first, rest) = first_word(line);
    let wanted = number(first);
    let is = |talk: &Talk| talk.consultation_id == consultation.id && Some(talk.number) == wanted;
    match desk.snap.rows.talks.find(is) {
        Some(talk) => Ok((talk.clone(), rest)),
        None => Err(which(desk, &consultation)?),
    }
}

/// The same, of what can still be changed.
pub(super) fn planned<'t>(desk: &Desk<'_>, line: &'t str) -> Result<(Talk, &'t str), Failure> {
    let (talk, rest) = the_talk(desk, line)?;
    match is_planned(&talk, desk.snap.now) {
        true => Ok((talk, rest)),
        false => Err(desk.refuse("talk-not-planned", &args![("number", talk.number)])),
    }
}

fn which(desk: &Desk<'_>, consultation: &Consultation) -> Result<Failure, StoreError> {
    let of = |talk: &Talk| Ok(format!("{} {}", talk.number, title(desk.snap, talk, desk.language())?));
    let talks = talks_of(desk.snap, consultation.id).iter().map(of).collect::<Result<Vec<_>, StoreError>>()?;
    Ok(match talks.is_empty() {
        true => desk.refuse("talks-none", &Args::new()),
        false => desk.refuse("talk-which", &args![("talks", desk.voice.commas(&talks))]),
    })
}

/// How a talk is called in a language.
pub fn title(snap: &Snapshot, talk: &Talk, language: Language) -> Result<String, StoreError> {
    Ok(talk_settings(snap, talk)?.title(language).to_owned())
}

/// `talk create TITLE starts 12 Feb 15:00 minutes 90 …`.
fn create(desk: &mut Desk<'_>, rest: &str) -> Done {
    let line = take_apart(rest, OPTIONS);
    if let Some((_, slug)) = line.options.iter().find(|(name, _)| *name == "consultation") {
        turn_to_named(desk, slug)?;
        if !desk.holds(roles_of("talk")) {
            return Err(only(desk, "talk", roles_of("talk")));
        }
    }
    let room = desk.room.as_ref().map(|room| room.id);
    let mut plan = Plan::new(0, MINUTES, room, TalkSettings::default());
    if !line.bare.is_empty() {
        plan.settings.titles.insert(desk.language(), short(desk, &line.bare)?);
    }
    apply(desk, &line, &mut plan)?;
    let day = desk.voice.short_date(desk.snap.now + 4 * WEEK, &desk.timezone());
    let example = desk.typed(&format!("talk create \"Recruitment in West Africa\" starts {day} 15:00 minutes 90"));
    if plan.settings.titles.is_empty() {
        return Err(desk.refuse("talk-no-title", &args![("example", example)]));
    }
    if plan.starts == 0 {
        return Err(desk.refuse("talk-no-start", &args![("example", example)]));
    }
    preview(desk, plan)
}

/// `talk move 3 to 14 Feb 15:00`, `talk move 3 minutes 60`.
fn shift(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (talk, rest) = planned(desk, rest)?;
    let mut plan = Plan::of(desk.snap, Change::Move, &talk)?;
    let mut line = take_apart(rest, &[("starts", Takes::Value), ("minutes", Takes::Value)]);
    let (first, after) = first_word(&line.bare);
    let to = if is_word(first, "until") { after } else { line.bare.as_str() }.to_owned();
    if !to.is_empty() {
        line.options.push(("starts", to));
    }
    apply(desk, &line, &mut plan)?;
    if (plan.starts, plan.minutes) == (talk.starts, talk.minutes) {
        let day = desk.voice.short_date(talk.starts + DAY, &desk.timezone());
        let example = desk.typed(&format!("talk move {} {day} 15:00", talk.number));
        return Err(desk.refuse("talk-no-start", &args![("example", example)]));
    }
    preview(desk, plan)
}

/// `talk set 3 mode hybrid place Dakar …`.
fn set(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (talk, rest) = planned(desk, rest)?;
    let mut plan = Plan::of(desk.snap, Change::Set, &talk)?;
    let line = take_apart(rest, OPTIONS);
    // People are told of another time: that is a move.
    let moves = line.options.iter().any(|(name, _)| matches!(*name, "starts" | "minutes" | "consultation"));
    if moves || line.options.is_empty() || !line.bare.is_empty() {
        let example = desk.typed(&format!("talk set {} mode hybrid languages en, fr", talk.number));
        return Err(match rest.is_empty() {
            true => desk.refuse("error-missing", &args![("usage", example)]),
            false => desk.refuse("error-too-much", &args![("typed", desk.voice.quote(rest)), ("usage", example)]),
        });
    }
    apply(desk, &line, &mut plan)?;
    preview(desk, plan)
}

/// `talk cancel 3 [reason]`.
fn cancel(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (talk, reason) = planned(desk, rest)?;
    // It is quoted in a sentence, which has an end of its own.
    let reason = reason.trim_end_matches(['.', '。']);
    let length = reason.chars().count();
    if length > LONGEST_REASON {
        return Err(desk.refuse("error-value-length", &args![("length", length), ("limit", LONGEST_REASON)]));
    }
    let plan = Plan { reason: reason.into(), ..Plan::of(desk.snap, Change::Cancel, &talk)? };
    preview(desk, plan)
}

/// Changes what is planned as the options say.
fn apply(desk: &Desk<'_>, line: &Line, plan: &mut Plan) -> Result<(), Failure> {
    for (name, value) in &line.options {
        let value = value.as_str();
        if value.is_empty() {
            return Err(desk.refuse("error-option-empty", &args![("option", *name)]));
        }
        let none = is_word(value, "none");
        let settings = &mut plan.settings;
        match *name {
            "title" => {
                // `title fr Recrutement`: in another language than one's own.
                let (first, after) = first_word(value);
                let (language, title) = match Language::parse(first).filter(|l| l.code() == first && !after.is_empty())
                {
                    Some(language) => (language, after),
                    None => (desk.language(), value),
                };
                let title = short(desk, title)?;
                settings.titles.insert(language, title);
            }
            "starts" => plan.starts = start(desk, value)?,
            "minutes" => plan.minutes = minutes(desk, value)?,
            "mode" => {
                let mode = TalkMode::ALL.into_iter().find(|mode| is_word(value, mode.word()));
                settings.mode = mode.ok_or_else(|| wrong_option(desk, value, &TalkMode::ALL.map(TalkMode::word)))?;
            }
            "level" => settings.level = if none { None } else { Some(scope::level(desk, value)?) },
            "languages" => settings.languages = if none { Vec::new() } else { languages(desk, value)? },
            "interpretation" => settings.interpretation = if none { Vec::new() } else { languages(desk, value)? },
            "audience" => settings.audience = calling::audience(desk, value)?,
            "agenda" => settings.agenda = if none { Vec::new() } else { agenda(desk, value)? },
            "place" => settings.place = if none { String::new() } else { short(desk, value)? },
            "room" if is_word(value, "all") => plan.room = None,
            "room" => {
                let Some(room) = room_named(desk, value) else { return Err(no_such_room(desk, value)) };
                plan.room = Some(room.id);
            }
            _ => {}
        }
    }
    let takes: i64 = plan.settings.agenda.iter().map(|item| item.minutes).sum();
    if takes > plan.minutes {
        return Err(desk.refuse("talk-agenda-long", &args![("minutes", takes), ("limit", plan.minutes)]));
    }
    Ok(())
}

/// A short text on one line.
fn short(desk: &Desk<'_>, typed: &str) -> Result<String, Failure> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = text.chars().count();
    match length {
        1..=LONGEST_TEXT => Ok(text),
        _ => Err(desk.refuse("error-value-length", &args![("length", length), ("limit", LONGEST_TEXT)])),
    }
}

/// When a talk begins. A time that the clocks show twice is refused: half of the people would come an hour
/// late.
fn start(desk: &Desk<'_>, typed: &str) -> Result<Time, Failure> {
    let moment = moment::moment(typed, desk.snap.now, &desk.timezone(), Meant::Start)
        .map_err(|error| moment::refusal(desk, typed, error, Meant::Start))?;
    if !moment.twice {
        return Ok(moment.at);
    }
    let zone = desk.timezone();
    let later = moment.at + 2 * HOUR;
    let example = format!("{} {}", desk.voice.short_date(later, &zone), desk.voice.time_of_day(later, &zone));
    let said = args![("typed", desk.voice.quote(typed.trim())), ("example", example), ("town", town(&zone))];
    Err(desk.refuse("talk-twice", &said))
}

fn minutes(desk: &Desk<'_>, typed: &str) -> Result<i64, Failure> {
    number(typed).filter(|minutes| (SHORTEST..=LONGEST).contains(minutes)).ok_or_else(|| {
        let typed = desk.voice.quote(typed);
        desk.refuse("error-number", &args![("typed", typed), ("from", SHORTEST), ("to", LONGEST)])
    })
}

/// `10 Opening; 60 What keeps workers in debt; 20 Next steps`.
fn agenda(desk: &Desk<'_>, typed: &str) -> Result<Vec<AgendaItem>, Failure> {
    let wrong = || desk.refuse("talk-agenda-line", &Args::new());
    let mut items = Vec::new();
    for part in typed.split([';', '；', '؛', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let (first, text) = first_word(part);
        let minutes = number(first).filter(|minutes| (1..=LONGEST).contains(minutes)).ok_or_else(wrong)?;
        if text.is_empty() || items.len() == MOST_PARTS {
            return Err(wrong());
        }
        items.push(AgendaItem { minutes, text: short(desk, text)? });
    }
    if items.is_empty() { Err(wrong()) } else { Ok(items) }
}

/// Shows what is to become of a talk, and asks whether it is right.
fn preview(desk: &mut Desk<'_>, plan: Plan) -> Done {
    let consultation = desk.the_consultation()?;
    let before = plan.talk.and_then(|id| desk.snap.rows.talks.get(id)).cloned();
    let rooms = match plan.change {
        Change::Breakout => telling::breakouts_of(desk.snap, &plan.settings),
        _ => telling::rooms_of(desk.snap, consultation.id, plan.room),
    };
    let mut rooms: Vec<String> = rooms.iter().map(|room| title_of(desk.snap, room, desk.language())).collect();
    rooms.extend(plan.rooms.iter().map(|room| desk.voice.isolate(&room.name)));
    let rooms = if rooms.is_empty() { desk.plain("talk-no-rooms") } else { desk.voice.list(&rooms) };
    let key = format!("talk-preview-{}", plan.change.word());
    let zone = desk.timezone();
    let mut document = desk.document().text(desk.text(&key, &args![("rooms", rooms)]));
    document = document.then(telling::shown(desk.voice, &zone, before.as_ref().map(|talk| talk.number), &plan));
    if let Some(talk) = before.filter(|talk| talk.starts != plan.starts) {
        let when = with_town(desk.voice, talk.starts, &zone);
        document = document.text(desk.text("talk-told-before", &args![("when", when)]));
    }
    if !plan.reason.is_empty() {
        document = document.text(desk.text("hide-reason", &args![("reason", desk.voice.quote(&plan.reason))]));
    }
    if let Some(beside) = record::room_at(desk.snap, desk.platform(), &plan.beside).filter(|_| !plan.rooms.is_empty()) {
        let beside = title_of(desk.snap, beside, desk.language());
        document = document.text(desk.text("talk-preview-make", &args![("room", beside)]));
    }
    if plan.change == Change::Breakout {
        let on =
            |rooms: &[Room]| rooms.iter().filter_map(|room| Platform::parse(&room.platform)).collect::<BTreeSet<_>>();
        let mut its = on(&telling::breakouts_of(desk.snap, &plan.settings));
        its.extend((!plan.rooms.is_empty()).then(|| desk.platform()));
        if !on(&telling::rooms_of(desk.snap, consultation.id, None)).is_subset(&its) {
            let platforms = telling::named_platforms(desk.voice, &its);
            document = document.text(desk.text("talk-preview-apart", &args![("platforms", platforms)]));
        }
    }
    let (days, wanted) = ((plan.starts - desk.snap.now).div_euclid(DAY), i64::from(desk.settings().notice()));
    if matches!(plan.change, Change::Create | Change::Move) && days < wanted {
        document = document.text(desk.text("talk-short-notice", &args![("days", days), ("limit", wanted)]));
    }
    document = document.choice(1, desk.plain("answer-yes")).choice(2, desk.plain("answer-no"));
    desk.ask(Dialog::Talk { consultation: consultation.id, plan: Box::new(plan) })?;
    desk.whisper(document)?;
    Ok(())
}

/// The answer to whether that is to become of a talk. Says whether it is one.
pub fn decided(desk: &mut Desk<'_>, text: &str, number: Option<u32>, plan: &Plan) -> Result<bool, Failure> {
    let Some(yes) = talk::yes_or_no(desk, text, number) else { return Ok(false) };
    desk.asked_nothing()?;
    let consultation = desk.the_consultation()?;
    if !desk.holds(roles_of("talk")) {
        return Err(only(desk, "talk", roles_of("talk")));
    }
    if !yes {
        let document = desk.document().text(desk.plain("call-form-left"));
        desk.whisper(document)?;
        return Ok(true);
    }
    let before = plan.talk.and_then(|id| desk.snap.rows.talks.get(id)).map(|talk| (talk.starts, talk.number));
    let begins_anew = before.is_none_or(|(starts, _)| starts != plan.starts);
    if begins_anew && plan.starts <= desk.snap.now {
        return Err(moment::refusal(desk, "", moment::MomentError::Over, Meant::Start));
    }
    let mut plan = plan.clone();
    for room in &plan.rooms {
        let title = format!("{} · {}", plan.settings.title(desk.language()), room.name);
        let made = making::make(desk, room, &title, &plan.beside)?;
        plan.settings.breakouts.push(made);
        plan.settings.made.push(made);
    }
    let Some(id) = carry_out(desk.snap, consultation.id, &plan)? else {
        let number = before.map(|(_, number)| number).unwrap_or_default();
        return Err(desk.refuse("talk-not-planned", &args![("number", number)]));
    };
    let Some(talk) = desk.snap.rows.talks.get(id).cloned() else { return Ok(true) };
    let subject = format!("{} {}", consultation.slug, talk.number);
    desk.audit(access_of("talk"), &format!("talk {}", plan.change.word()), &subject)?;
    if let Some(call) = call_of(desk.snap, id, REGISTRATION).map(|call| call.id) {
        calling::ends(desk.snap, call)?;
    }
    let told = match plan.change {
        Change::Create => Some(TalkTold::Planned),
        Change::Move => Some(TalkTold::Moved),
        Change::Cancel => Some(TalkTold::Cancelled),
        Change::Set => None,
        // Where rooms are made, people are divided once they are there.
        Change::Breakout if plan.rooms.is_empty() => {
            let now = desk.snap.now;
            desk.snap.queue_job("breakouts", None, &id, now)?;
            None
        }
        Change::Breakout => None,
    };
    if let Some(told) = told {
        let (what, number, at) = (plan.change.word().into(), talk.number, talk.starts);
        let office = desk.office_word(access_of("talk"));
        note_change(desk.snap, consultation.id, &office, PublicChange::Talk { what, number, at });
        let before = before.map(|(starts, _)| starts).filter(|starts| *starts != talk.starts);
        let telling = Telling { talk: id, moves: talk.moves, told, before, reason: plan.reason.clone(), after: 0 };
        telling::announce(desk.snap, desk.prefix, &telling)?;
        if told != TalkTold::Planned {
            // Those who registered may be many.
            let now = desk.snap.now;
            desk.snap.queue_job("tell-talk", None, &telling, now)?;
        }
    }
    let command = desk.typed(&format!("talk open {}", talk.number));
    let said = args![("number", talk.number), ("title", plan.settings.title(desk.language())), ("command", command)];
    let done = if plan.rooms.is_empty() { plan.change.word() } else { "make" };
    let document = desk.document().text(desk.text(&format!("talk-done-{done}"), &said));
    desk.whisper(document)?;
    Ok(true)
}

/// `talk open 3 [until 10 Feb] [capacity room 40 online 100] [audience youth]`: people can register for it, by
/// its start at the latest.
fn open_registration(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (talk, rest) = planned(desk, rest)?;
    let consultation = desk.the_consultation()?;
    calling::all_set(desk, &consultation)?;
    let line = take_apart(rest, calling::OPTIONS);
    let known = call_of(desk.snap, talk.id, REGISTRATION);
    let (was_open, before) = (known.is_some_and(|call| is_open(call, desk.snap.now)), known.map(call_settings));
    let before = match before {
        Some(before) => before,
        None => talk_settings(desk.snap, &talk)?.call(),
    };
    let settings = calling::settings(desk, &line, before)?;
    let closes = calling::until(desk, &line)?.unwrap_or(talk.starts).min(talk.starts);
    let call = open(desk.snap, (consultation.id, talk.id), REGISTRATION, Some(closes), &settings);
    desk.audit(access_of("talk"), "talk open", &format!("{} {}", consultation.slug, talk.number))?;
    calling::ends(desk.snap, call)?;
    // More places may be there for who waits.
    let now = desk.snap.now;
    desk.snap.queue_job("promote", Some(call), &(), now)?;
    if !was_open {
        let telling = Telling::new(&talk, TalkTold::Open);
        telling::announce(desk.snap, desk.prefix, &telling)?;
    }
    let document = calling::stands(desk, call)?;
    desk.whisper(document)?;
    Ok(())
}

/// `talk close 3`: nobody registers for it any more.
fn close_registration(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (talk, _) = planned(desk, rest)?;
    let consultation = desk.the_consultation()?;
    let Some(call) = call_of(desk.snap, talk.id, REGISTRATION).map(|call| call.id) else {
        let command = desk.typed(&format!("talk open {}", talk.number));
        return Err(desk.refuse("call-none", &args![("command", command)]));
    };
    let now = desk.snap.now;
    participation::extend(desk.snap, call, Some(now));
    desk.audit(access_of("talk"), "talk close", &format!("{} {}", consultation.slug, talk.number))?;
    let document = calling::stands(desk, call)?;
    desk.whisper(document)?;
    Ok(())
}

/// `talk breakout 3 round-table-1, west-africa`: whoever has a place goes to one of these rooms for a part of
/// the talk; `talk breakout 3 make 4`, `talk breakout 3 make debt objective 6; youth`: to rooms that are made
/// for it; `talk breakout 3 none`: no more.
fn breakout(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (talk, rest) = planned(desk, rest)?;
    let mut plan = Plan::of(desk.snap, Change::Breakout, &talk)?;
    plan.settings.breakouts.clear();
    let (first, after) = first_word(rest);
    if is_word(rest, "none") {
        plan.change = Change::Set;
    } else if is_word(first, "make") {
        // On a platform, and beside a room there.
        let Some(room) = desk.room.clone() else { return Err(desk.refuse("error-in-room", &Args::new())) };
        let example = format!("talk breakout {} make debt objective 6; youth", talk.number);
        plan.rooms = making::planned(desk, after, &format!("talk-{}", talk.number), &example)?;
        plan.beside = room.address;
    } else {
        for typed in rest.split([',', ';', '،', '、', '，']).map(str::trim).filter(|typed| !typed.is_empty()) {
            let Some(room) = room_named(desk, typed) else { return Err(no_such_room(desk, typed)) };
            if !plan.settings.breakouts.contains(&room.id) {
                plan.settings.breakouts.push(room.id);
            }
        }
        if plan.settings.breakouts.len() < 2 {
            let example = desk.typed(&format!("talk breakout {} round-table-1, round-table-2", talk.number));
            return Err(desk.refuse("talk-breakout-line", &args![("example", example)]));
        }
    }
    let divides = plan.change == Change::Breakout;
    plan.settings.divided = plan.settings.divided.or(Some(desk.snap.now)).filter(|_| divides);
    preview(desk, plan)
}

/// `talk priorities 3 [until 10 Feb]`: people are asked what it is to be about, until it begins at the latest;
/// `talk priorities 3 close`: no longer.
fn ask_priorities(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (talk, rest) = planned(desk, rest)?;
    let consultation = desk.the_consultation()?;
    let known = call_of(desk.snap, talk.id, PRIORITIES).cloned();
    let subject = format!("{} {}", consultation.slug, talk.number);
    let call = if is_word(rest, "close") {
        let Some(call) = known else {
            let command = desk.typed(&format!("talk priorities {}", talk.number));
            return Err(desk.refuse("call-none", &args![("command", command)]));
        };
        let now = desk.snap.now;
        participation::extend(desk.snap, call.id, Some(now));
        desk.audit(access_of("talk"), "talk priorities close", &subject)?;
        call.id
    } else {
        calling::all_set(desk, &consultation)?;
        let line = take_apart(rest, &[("until", Takes::Value)]);
        let closes = calling::until(desk, &line)?.unwrap_or(talk.starts).min(talk.starts);
        let settings = CallSettings::default();
        let call = open(desk.snap, (consultation.id, talk.id), PRIORITIES, Some(closes), &settings);
        desk.audit(access_of("talk"), "talk priorities", &subject)?;
        calling::ends(desk.snap, call)?;
        if !known.is_some_and(|call| is_open(&call, desk.snap.now)) {
            telling::announce(desk.snap, desk.prefix, &Telling::new(&talk, TalkTold::Priorities))?;
        }
        call
    };
    let command = desk.typed(&format!("talk agenda {}", talk.number));
    let document = calling::stands(desk, call)?.text(desk.text("priorities-then", &args![("command", command)]));
    desk.whisper(document)?;
    Ok(())
}

/// `talk agenda 3`: what people named, and an agenda that follows.
fn propose_agenda(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (talk, _) = planned(desk, rest)?;
    let Some(call) = call_of(desk.snap, talk.id, PRIORITIES).map(|call| call.id) else {
        let command = desk.typed(&format!("talk priorities {}", talk.number));
        return Err(desk.refuse("priorities-none", &args![("command", command)]));
    };
    let subject = format!("{} {}", desk.the_consultation()?.slug, talk.number);
    desk.audit(access_of("talk"), "talk agenda", &subject)?;
    let wanted = Wanted::Agenda { call, talk: talk.number, minutes: talk.minutes };
    Order::private(desk, wanted).queue(desk)
}

/// What people named, with the command that makes the agenda that follows that of the talk.
pub fn with_agenda((document, agenda): (Document, Vec<AgendaItem>), talk: i64, language: Language) -> Document {
    if agenda.is_empty() {
        return document;
    }
    let voice = speak(language);
    let items: Vec<String> = agenda.iter().map(|item| format!("{} {}", item.minutes, item.text)).collect();
    let command = format!("{} {}", in_words(voice, &format!("talk set {talk} agenda")), items.join("; "));
    document.text(voice.say_plain("priorities-agenda")).text(Span::code(command))
}

/// `talks`: what is coming, and where the person stands; `talks 3`: all of one; `talks calendar`: a file;
/// `talks reminders off`; `talks timezone Nairobi`.
pub fn talks(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (first, after) = first_word(rest);
    match first {
        "" => coming(desk),
        word if is_word(word, "calendar") => calendar(desk),
        word if is_word(word, "reminders") => reminders(desk, after),
        word if is_word(word, "timezone") => own_zone(desk, after),
        _ => one(desk, rest),
    }
}

/// In whose time a person is told of talks: their own, where they set it.
fn zone_of_person(desk: &Desk<'_>) -> Result<String, StoreError> {
    match (desk.person, &desk.consultation) {
        (Some(person), Some(consultation)) => telling::zone_to(desk.snap, person, consultation.id),
        _ => Ok(desk.timezone()),
    }
}

fn coming(desk: &mut Desk<'_>) -> Done {
    let consultation = desk.the_consultation()?;
    let talks = talks_of(desk.snap, consultation.id);
    let zone = zone_of_person(desk)?;
    let title = title_of_consultation(&consultation, desk.language());
    let mut document = desk.document().heading(desk.text("talks-heading", &args![("consultation", title)]));
    let Some(first) = talks.first().map(|talk| talk.number) else {
        let document = document.text(desk.plain("talks-none"));
        desk.whisper(document)?;
        return Ok(());
    };
    for talk in &talks {
        let plan = Plan::of(desk.snap, Change::Set, talk)?;
        document = document.then(telling::in_short(desk.voice, &zone, talk, &plan));
        document = with_own(desk, document, talk)?;
    }
    let commands = [format!("talks {first}"), "talks calendar".into()].map(|line| desk.typed(&line));
    document = document.small(commands.join(" · "));
    desk.whisper(document)?;
    Ok(())
}

/// With where the person stands with a talk, or how to register for it.
fn with_own(desk: &Desk<'_>, document: Document, talk: &Talk) -> Result<Document, StoreError> {
    let call = call_of(desk.snap, talk.id, REGISTRATION);
    let theirs = desk.person.zip(call).and_then(|(person, call)| current(desk.snap, person, call.id));
    let document = with_standing_for(desk, document, talk)?;
    if theirs.is_some_and(|entry| !is_settled(entry)) || call.is_none_or(|call| !is_open(call, desk.snap.now)) {
        return Ok(document);
    }
    let line = format!("register talk {}", talk.number);
    let document = document.text(desk.text("talk-register", &args![("command", desk.typed(&line))]));
    Ok(document.button(desk.plain("button-register"), line))
}

/// With how to say what a talk is to be about, while people are asked.
fn with_priorities(desk: &Desk<'_>, document: Document, talk: &Talk) -> Document {
    if !call_of(desk.snap, talk.id, PRIORITIES).is_some_and(|call| is_open(call, desk.snap.now)) {
        return document;
    }
    let line = format!("answer priorities talk {}", talk.number);
    let document = document.text(desk.text("talk-priorities", &args![("command", desk.typed(&line))]));
    document.button(desk.plain("button-priorities"), line)
}

fn one(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (talk, _) = the_talk(desk, rest)?;
    let plan = Plan::of(desk.snap, Change::Set, &talk)?;
    let mut document = telling::shown(desk.voice, &zone_of_person(desk)?, Some(talk.number), &plan);
    let names = hosting::names_of(desk, Role::CoHost, &Scope::Talk(talk.id))?;
    if !names.is_empty() {
        document = document.text(desk.text("talk-hosts", &args![("names", desk.voice.list(&names))]));
    }
    for room in telling::breakouts_of(desk.snap, &plan.settings) {
        let title = telling::called(desk.snap, &plan.settings, &room, desk.language());
        let names = hosting::names_of(desk, Role::Rapporteur, &Scope::Room(room.id))?;
        document = document.point(match names.is_empty() {
            true => desk.text("talk-room", &args![("room", title)]),
            false => desk.text("talk-room-reported", &args![("room", title), ("names", desk.voice.list(&names))]),
        });
    }
    if talk.state == "cancelled" {
        document = document.text(desk.plain("talk-told-cancelled"));
    }
    document = with_own(desk, document, &talk)?;
    document = with_priorities(desk, document, &talk);
    desk.whisper(document)?;
    Ok(())
}

/// The talks as a file for a calendar.
fn calendar(desk: &mut Desk<'_>) -> Done {
    let consultation = desk.the_consultation()?;
    let text = calendar_of(desk.snap, &consultation, desk.language(), |_| true)?;
    let file = Attachment { name: "talks.ics".into(), text };
    let document = desk.document().text(desk.text("talks-calendar", &args![("name", file.name.as_str())]));
    desk.hand_over(document, vec![file])?;
    Ok(())
}

/// The talks of a consultation of which this holds, cancelled ones too, as an iCalendar text. It holds
/// nothing of who registered.
pub fn calendar_of(
    snap: &Snapshot,
    consultation: &Consultation,
    language: Language,
    holds: impl Fn(&TalkSettings) -> bool,
) -> Result<String, StoreError> {
    let zone = settings_of(consultation).timezone;
    let voice = speak(language);
    let mut appointments = Vec::new();
    let mut talks: Vec<&Talk> = snap.rows.talks.iter().filter(|talk| talk.consultation_id == consultation.id).collect();
    talks.sort_by_key(|talk| talk.number);
    for talk in talks {
        let settings = talk_settings(snap, talk)?;
        if holds(&settings) {
            appointments.push(appointment(voice, &zone, talk, &settings));
        }
    }
    Ok(calendar::ics(&title_of_consultation(consultation, language), &appointments))
}

/// Whether a talk may stand where anyone can read: it is for everyone.
pub fn is_public(settings: &TalkSettings) -> bool {
    settings.audience == Audience::Open
}

fn appointment(voice: Speaker, zone: &str, talk: &Talk, settings: &TalkSettings) -> Appointment {
    let lines = std::iter::once(telling::about(voice, settings, talk.minutes));
    let agenda = telling::agenda(voice, zone, talk.starts, settings);
    Appointment {
        id: format!("talk-{}", talk.id),
        // Every change of the row is one of what stands in it.
        sequence: talk.rev - 1,
        changed: talk.changed_at,
        starts: talk.starts,
        ends: talk.starts + talk.minutes * MINUTE,
        title: settings.title(voice.language()).to_owned(),
        about: lines.chain(agenda).collect::<Vec<_>>().join("\n"),
        place: settings.place.clone(),
        cancelled: talk.state == "cancelled",
    }
}

/// `talks reminders off`, and `on`.
fn reminders(desk: &mut Desk<'_>, typed: &str) -> Done {
    let on = on_or_off(desk, typed)?;
    let person = registered(desk)?;
    record::edit_profile(desk.snap, person, |profile| profile.no_reminders = !on)?;
    let (key, other) = if on { ("talks-reminders-on", "off") } else { ("talks-reminders-off", "on") };
    let command = desk.typed(&format!("talks reminders {other}"));
    let document = desk.document().text(desk.text(key, &args![("command", command)]));
    desk.whisper(document)?;
    Ok(())
}

/// `talks timezone Nairobi`; `talks timezone none`: that of the consultation.
fn own_zone(desk: &mut Desk<'_>, typed: &str) -> Done {
    let zone = if is_word(typed, "none") { None } else { Some(timezone(desk, typed)?) };
    let person = registered(desk)?;
    record::edit_profile(desk.snap, person, |profile| profile.timezone = zone)?;
    let town = town(&zone_of_person(desk)?);
    let document = desk.document().text(desk.text("talks-timezone", &args![("town", town)]));
    desk.whisper(document)?;
    Ok(())
}

/// Who takes part or registered: of others nothing is kept.
fn registered(desk: &Desk<'_>) -> Result<i64, Failure> {
    let consultation = desk.the_consultation()?;
    desk.person.ok_or_else(|| {
        let title = title_of_consultation(&consultation, desk.language());
        desk.refuse("unregister-none", &args![("consultation", title), ("command", desk.typed("register"))])
    })
}
