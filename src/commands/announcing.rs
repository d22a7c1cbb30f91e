//! The public call in the chat: shown to the office in every language, handed over as files, and posted in
//! the rooms of the consultation, once, at once or on a day.

use super::calling::{Turn, kind};
use super::card::{languages_of, title_of, with_town, zone_of};
use super::desk::{Desk, Done, room_settings};
use super::dialog::Dialog;
use super::moment;
use super::parse::{addressed, fold, in_words};
use super::rooms::is_bound;
use super::scope::{self, Format, Known, Takes, take_apart, turn_to_named, wrong_option};
use super::table::access_of;
use super::{Failure, only, talk};
use crate::args;
use crate::chat::{Action, Attachment, Document, Outgoing, To, render};
use crate::i18n::{Speaker, speak};
use crate::model::{Language, Platform, Time};
use crate::participation::{self, call_of, call_state, call_text, is_coming, is_open};
use crate::store::{Call, Consultation, NewPost, Room, Snapshot, StoreError};

const OPTIONS: &[Known] =
    &[("day", Takes::Value), ("language", Takes::Value), ("format", Takes::Value), ("consultation", Takes::Value)];

/// A day alone begins at this hour.
const MORNING: &str = "9:00";

/// The call that a line means, and the consultation; turns to it.
fn meant(desk: &mut Desk<'_>, typed: &str, consultation: Option<&str>) -> Result<(Consultation, Call), Failure> {
    if let Some(slug) = consultation {
        turn_to_named(desk, slug)?;
    }
    let consultation = desk.the_consultation()?;
    let kind = kind(desk, &consultation, typed)?;
    match call_of(desk.snap, consultation.id, &kind).cloned() {
        Some(call) => Ok((consultation, call)),
        None => {
            let command = desk.typed(&format!("call open {kind}"));
            Err(desk.refuse("call-none", &args![("command", command)]))
        }
    }
}

/// A call in words, as it is typed on a platform.
fn words(snap: &Snapshot, call: &Call, language: Language, platform: Platform, prefix: &str) -> Option<Document> {
    let typed = |voice: Speaker, line: &str| addressed(platform, prefix, voice, &in_words(voice, line));
    call_text(snap, call, language, typed)
}

/// `call text registration [fr] [format html]`: the call in every language of the consultation or in one,
/// to read or as files.
pub fn text(desk: &mut Desk<'_>, rest: &str) -> Done {
    let line = take_apart(rest, OPTIONS);
    let option = |name: &str| line.options.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str());
    // `call text registration fr`
    let (typed, last) = line.bare.rsplit_once(' ').unwrap_or(("", &line.bare));
    let named = Language::parse(&fold(last)).filter(|_| !last.is_empty());
    let typed = if named.is_some() { typed } else { line.bare.as_str() };
    let (consultation, call) = meant(desk, typed, option("consultation"))?;
    let one = option("language").map(|typed| scope::language(desk, typed)).transpose()?.or(named);
    let languages = match one {
        Some(language) => vec![language],
        None => desk.settings().languages,
    };
    let format = match option("format") {
        None => None,
        Some(typed) => match Format::parse(typed) {
            Some(format @ (Format::Md | Format::Html)) => Some(format),
            _ => return Err(wrong_option(desk, typed, &["md", "html"])),
        },
    };
    let mut files = Vec::new();
    for language in languages {
        let Some(document) = words(desk.snap, &call, language, desk.platform(), desk.prefix) else { continue };
        let file = |kind: &str, text: String| {
            let name = format!("call-{}-{}-{}.{kind}", consultation.slug, call.kind, language.code());
            Attachment { name, text }
        };
        match format {
            None => desk.whisper(document)?,
            Some(Format::Html) => files.push(file("html", render::page(&document))),
            Some(_) => files.push(file("md", render::markdown(&document) + "\n")),
        }
    }
    if !files.is_empty() {
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        let document = desk.document().text(desk.text("call-text-files", &args![("files", desk.voice.list(&names))]));
        desk.hand_over(document, files)?;
    }
    Ok(())
}

/// The bound rooms where a call can be announced and does not stand yet.
fn rooms_without(snap: &Snapshot, call: &Call) -> Vec<Room> {
    let stands = |room: &Room| snap.rows.posts.find(|p| is_of(p, call.id) && p.room_id == Some(room.id)).is_some();
    let of_it = snap.rows.rooms.iter().filter(|room| room.consultation_id == call.consultation_id);
    of_it.filter(|room| is_bound(snap, room.id) && !room_settings(room).rehearsal && !stands(room)).cloned().collect()
}

fn is_of(post: &crate::store::Post, call: i64) -> bool {
    post.kind == "call" && post.digest_id == Some(call)
}

/// `call announce registration [on 3 Sep]`: shown first, and posted after a yes.
pub fn announce(desk: &mut Desk<'_>, rest: &str) -> Done {
    let line = take_apart(rest, OPTIONS);
    let option = |name: &str| line.options.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str());
    let (consultation, call) = meant(desk, &line.bare, option("consultation"))?;
    if !is_open(&call, desk.snap.now) && !is_coming(&call, desk.snap.now) {
        let command = desk.typed(&format!("call open {}", call.kind));
        return Err(desk.refuse("call-none", &args![("command", command)]));
    }
    let on = option("day").map(|typed| moment::beginning(desk, typed, MORNING)).transpose()?;
    let bound = desk.snap.rows.rooms.iter().any(|r| r.consultation_id == consultation.id && is_bound(desk.snap, r.id));
    let rooms = rooms_without(desk.snap, &call);
    if rooms.is_empty() {
        return Err(match bound {
            true => desk.refuse("call-announced-already", &args![]),
            false => desk.refuse("error-no-rooms", &args![("command", desk.typed("room bind"))]),
        });
    }
    let named = |room: &Room| {
        let codes: Vec<&str> = languages_of(desk.snap, room).iter().map(|language| language.code()).collect();
        format!("{} ({})", title_of(desk.snap, room, desk.language()), codes.join(", "))
    };
    let rooms = desk.voice.list(&rooms.iter().map(named).collect::<Vec<_>>());
    let question = match on {
        None => desk.text("call-announce-now", &args![("rooms", rooms)]),
        Some(at) => {
            let date = with_town(desk.voice, at, &desk.timezone());
            desk.text("call-announce-on", &args![("rooms", rooms), ("date", date)])
        }
    };
    let mut document = desk.document();
    if let Some(words) = words(desk.snap, &call, desk.language(), desk.platform(), desk.prefix) {
        document = document.then(words).rule();
    }
    let command = desk.typed(&format!("call text {}", call.kind));
    let document = document
        .text(question)
        .choice(1, desk.plain("answer-yes"))
        .choice(2, desk.plain("answer-no"))
        .small(desk.text("call-announce-others", &args![("command", command)]));
    desk.ask(Dialog::Announce { consultation: consultation.id, call: call.id, on })?;
    desk.whisper(document)?;
    Ok(())
}

/// The answer to whether a call is to be announced. The posts of the call and what waits to be done about
/// it must have been loaded. Says whether it is an answer.
pub fn announces(
    desk: &mut Desk<'_>,
    text: &str,
    number: Option<u32>,
    call: i64,
    on: Option<Time>,
) -> Result<bool, Failure> {
    let Some(yes) = talk::yes_or_no(desk, text, number) else { return Ok(false) };
    desk.asked_nothing()?;
    let roles = access_of("call").roles();
    if !desk.holds(roles) {
        return Err(only(desk, "call", roles));
    }
    if !yes {
        let document = desk.document().text(desk.plain("call-form-left"));
        desk.whisper(document)?;
        return Ok(true);
    }
    let Some(row) = desk.snap.rows.calls.get(call).cloned() else { return Ok(true) };
    let slug = desk.the_consultation()?.slug;
    desk.audit(access_of("call"), "call announce", &format!("{slug} {}", row.kind))?;
    let said = match on {
        None => {
            let count = post_call(desk.snap, desk.prefix, &row)?;
            desk.text("call-announced", &args![("count", count)])
        }
        Some(at) => {
            // A later word about the day takes the place of an earlier one.
            desk.snap.rows.jobs.remove_where(|job| job.kind == "announce-call" && job.subject_id == Some(call));
            desk.snap.queue_job("announce-call", Some(call), &Turn { call, at }, at)?;
            desk.text("call-announced-on", &args![("date", with_town(desk.voice, at, &desk.timezone()))])
        }
    };
    let document = desk.document().text(said);
    desk.whisper(document)?;
    Ok(true)
}

/// Announces a call on its day, where it can still be answered. Its posts must have been loaded.
pub fn announce_call(snap: &mut Snapshot, prefix: &str, turn: Turn) -> Result<(), StoreError> {
    let Some(call) = snap.rows.calls.get(turn.call).cloned() else { return Ok(()) };
    if is_open(&call, snap.now) || is_coming(&call, snap.now) {
        post_call(snap, prefix, &call)?;
    }
    Ok(())
}

/// Posts a call in each room where it does not stand yet, once in each of the room's languages. Gives in
/// how many rooms.
fn post_call(snap: &mut Snapshot, prefix: &str, call: &Call) -> Result<usize, StoreError> {
    let rooms = rooms_without(snap, call);
    for room in &rooms {
        let Some(platform) = Platform::parse(&room.platform) else { continue };
        let to = To::Room(room.address.clone());
        for language in languages_of(snap, room) {
            let Some(document) = words(snap, call, language, platform, prefix) else { continue };
            let post = NewPost {
                platform,
                to: &to,
                room: Some(room.id),
                kind: "call",
                of: Some(call.id),
                section: language.code(),
                pin: false,
                files: &[],
            };
            snap.post(&post, document)?;
        }
    }
    Ok(rooms.len())
}

/// Tells the rooms where a call was announced how it stands now, in the languages in which it was.
pub fn tell_rooms(snap: &mut Snapshot, call: i64) -> Result<(), StoreError> {
    let Some(row) = snap.rows.calls.get(call).cloned() else { return Ok(()) };
    let posts = snap.rows.posts.iter().filter(|post| is_of(post, call));
    let places: Vec<(i64, String)> = posts.filter_map(|p| Some((p.room_id?, p.section.clone()))).collect();
    for (room, section) in places {
        let Some(room) = snap.rows.rooms.get(room).filter(|room| is_bound(snap, room.id)).cloned() else { continue };
        let (Some(platform), Some(language)) = (Platform::parse(&room.platform), Language::parse(&section)) else {
            continue;
        };
        let text = call_state(snap, &row, speak(language), &zone_of(snap, &room))?;
        let outgoing = Outgoing { to: To::Room(room.address), action: Action::say(Document::line(language, text)) };
        let now = snap.now;
        snap.queue(platform, &outgoing, now)?;
    }
    Ok(())
}

/// Forgets where a call stood that was over: what is opened again is announced anew.
pub fn forget_posts(snap: &mut Snapshot, call: i64) {
    snap.rows.posts.remove_where(|post| is_of(post, call));
}

/// A call of a consultation as a file for a web page, in a language.
pub fn call_page(snap: &Snapshot, call: &Call, language: Language, prefix: &str, html: bool) -> Option<String> {
    let document = words(snap, call, language, Platform::Matrix, prefix)?;
    Some(if html { render::page(&document) } else { render::markdown(&document) + "\n" })
}

/// The call of a kind that a consultation has, and the kinds of which it has one.
pub fn call_named<'s>(snap: &'s Snapshot, consultation: &Consultation, typed: &str) -> Result<&'s Call, Vec<&'s str>> {
    let found = super::calling::kind_named(consultation, typed);
    let found = found.and_then(|kind| participation::call_of(snap, consultation.id, &kind));
    let of_it = snap.rows.calls.iter().filter(|call| call.subject_id == consultation.id);
    found.ok_or_else(|| of_it.map(|call| call.kind.as_str()).collect())
}
