//! What is told of a talk: what it is, to the rooms in which it is announced, and to each who registered.
//! By command, and by the clock.

use super::card::{language_of, title_of, title_of_consultation, with_town, zone_of};
use super::desk::{room_settings, settings_of};
use super::making::is_being_made;
use super::rooms::is_bound;
use super::{addressed, in_words};
use crate::args;
use crate::chat::{Action, Document, Outgoing, Span, Spans, To};
use crate::i18n::{Speaker, speak};
use crate::model::{Language, MINUTE, Platform, Time};
use crate::participation::{
    self, Audience, Because, Breakout, Filled, Guest, Kind, Notice, Plan, REGISTRATION, TalkMode, TalkSettings, assign,
    call_of, end_with_talk, filled_of, form_of, is_open, is_planned, save, say_to, subject, talk_settings, voice_to,
};
use crate::record;
use crate::store::{Entry, Room, Snapshot, StoreError, Talk};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What is told of a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TalkTold {
    /// It is planned.
    Planned,
    /// People can register for it.
    Open,
    /// People are asked what it is to be about.
    Priorities,
    /// It is held at another time.
    Moved,
    /// It is not held.
    Cancelled,
    /// It comes.
    Comes,
}

/// What a job needs that tells those who registered for a talk what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// The talk's row.
    pub talk: i64,
    /// How often it was moved. Where it was moved again, who was not told yet is told that.
    pub moves: i64,
    /// What.
    pub told: TalkTold,
    /// When it was to be before.
    pub before: Option<Time>,
    /// Why it is cancelled.
    pub reason: String,
    /// The last entry whose person was told.
    pub after: i64,
}

impl Telling {
    /// Of a talk, without more.
    pub fn new(talk: &Talk, told: TalkTold) -> Telling {
        Telling { talk: talk.id, moves: talk.moves, told, before: None, reason: String::new(), after: 0 }
    }
}

/// The rooms in which something is announced: this one, or all of a consultation; never in a rehearsal of
/// which nobody else hears, unless it is the one.
pub fn rooms_of(snap: &Snapshot, consultation: i64, one: Option<i64>) -> Vec<Room> {
    let is_one = |room: &Room| match one {
        Some(one) => room.id == one,
        None => !room_settings(room).rehearsal,
    };
    let rooms = snap.rows.rooms.iter().filter(|room| room.consultation_id == consultation && is_bound(snap, room.id));
    rooms.filter(|room| is_one(room)).cloned().collect()
}

/// The rooms among which people are divided, as far as they are still part of the consultation.
pub fn breakouts_of(snap: &Snapshot, settings: &TalkSettings) -> Vec<Room> {
    let rooms = settings.breakouts.iter().filter(|id| is_bound(snap, **id));
    rooms.filter_map(|id| snap.rows.rooms.get(*id)).cloned().collect()
}

/// How a room of a talk is called: one that was made for it by the name under which people find it, too.
pub fn called(snap: &Snapshot, settings: &TalkSettings, room: &Room, language: Language) -> String {
    let title = title_of(snap, room, language);
    let found_by_it = settings.made.contains(&room.id) && title != room.name;
    if found_by_it { format!("{} · {title}", room.name) } else { title }
}

/// Divides those who have a place at a talk among its rooms, and tells each who goes to another than before
/// which is theirs, and why. They must have been loaded with their people.
pub fn to_breakouts(snap: &mut Snapshot, talk: i64, entries: &[i64]) -> Result<(), StoreError> {
    let Some(talk) = snap.rows.talks.get(talk).filter(|talk| is_planned(talk, snap.now)).cloned() else {
        return Ok(());
    };
    let settings = talk_settings(snap, &talk)?;
    let rooms = breakouts_of(snap, &settings);
    let platforms: BTreeSet<Platform> = rooms.iter().filter_map(|room| Platform::parse(&room.platform)).collect();
    let consultation = snap.rows.consultations.get(talk.consultation_id);
    let form = consultation.and_then(|row| form_of(snap, row, REGISTRATION));
    let field = form.as_ref().and_then(|form| form.fields.iter().find(|field| field.kind == Kind::Theme));
    // Nobody can go to a room of a platform on which they are not.
    let (mut guests, mut apart) = (BTreeMap::<Platform, Vec<Guest>>::new(), Vec::new());
    for entry in entries.iter().filter_map(|id| snap.rows.entries.get(*id)) {
        // Who left meanwhile is not asked where they go.
        if snap.rows.keys.get(entry.participant_id).is_none() {
            continue;
        }
        let mut theirs = None;
        for platform in &platforms {
            if theirs.is_none() && record::address_on(snap, entry.participant_id, *platform)?.is_some() {
                theirs = Some(*platform);
            }
        }
        let Some(platform) = theirs else {
            apart.push(entry.clone());
            continue;
        };
        let filled = filled_of(snap, entry)?;
        let themes = field.and_then(|field| filled.answers.get(&field.id)).cloned().unwrap_or_default();
        let language = voice_to(snap, entry.participant_id).language();
        guests.entry(platform).or_default().push(Guest { entry: entry.id, themes, language });
    }
    for entry in apart {
        stays_apart(snap, &entry, &settings, &platforms)?;
    }
    let mut divided = Vec::new();
    for (platform, guests) in &guests {
        let held = rooms.iter().filter(|room| room.platform == platform.word()).map(breakout);
        divided.extend(assign(&held.collect::<Vec<_>>(), guests));
    }
    for (id, room, because) in divided {
        let Some(entry) = snap.rows.entries.get(id).cloned() else { continue };
        let mut filled = filled_of(snap, &entry)?;
        if filled.breakout == Some(room) {
            continue;
        }
        filled.breakout = Some(room);
        save(snap, id, &filled)?;
        let voice = voice_to(snap, entry.participant_id);
        let key = match because {
            Because::Interest => "talk-room-interest",
            Because::Language => "talk-room-language",
            Because::Balance => "talk-room-balance",
        };
        let Some(room) = rooms.iter().find(|of| of.id == room) else { continue };
        let said = args![
            ("title", settings.title(voice.language())),
            ("room", called(snap, &settings, room, voice.language())),
            ("because", voice.say_plain(key)),
        ];
        let document = Document::line(voice.language(), voice.say("talk-room-told", &said));
        say_to(snap, entry.participant_id, document)?;
        let platform = Platform::parse(&room.platform).filter(|_| settings.made.contains(&room.id));
        let asked = platform.map(|platform| record::address_on(snap, entry.participant_id, platform)).transpose()?;
        if let Some(address) = asked.flatten() {
            ask_in(snap, room, &address.account)?;
        }
    }
    Ok(())
}

/// Tells someone who has a place at a talk that all its rooms are where they have no account, and what to do.
fn stays_apart(
    snap: &mut Snapshot,
    entry: &Entry,
    settings: &TalkSettings,
    platforms: &BTreeSet<Platform>,
) -> Result<(), StoreError> {
    let filled = filled_of(snap, entry)?;
    save(snap, entry.id, &Filled { breakout: None, ..filled })?;
    let voice = voice_to(snap, entry.participant_id);
    let said = args![
        ("title", settings.title(voice.language())),
        ("platforms", named_platforms(voice, platforms)),
        ("command", in_words(voice, "link account")),
    ];
    let document = Document::line(voice.language(), voice.say("talk-room-apart", &said));
    say_to(snap, entry.participant_id, document)
}

/// Platforms as people call them.
pub fn named_platforms(voice: Speaker, platforms: &BTreeSet<Platform>) -> String {
    voice.list(&platforms.iter().map(|platform| platform.name()).collect::<Vec<_>>())
}

/// Asks someone on its platform into a room that was made.
pub fn ask_in(snap: &mut Snapshot, room: &Room, account: &str) -> Result<(), StoreError> {
    let Some(platform) = Platform::parse(&room.platform) else { return Ok(()) };
    let (to, now) = (To::Room(room.address.clone()), snap.now);
    snap.queue(platform, &Outgoing { to, action: Action::Invite { account: account.into() } }, now)?;
    Ok(())
}

/// A room was made. Once all of a talk are there, people are divided among them.
pub fn made(snap: &mut Snapshot, room: i64) -> Result<(), StoreError> {
    let now = snap.now;
    let planned: Vec<Talk> = snap.rows.talks.iter().filter(|talk| is_planned(talk, now)).cloned().collect();
    for talk in planned {
        let settings = talk_settings(snap, &talk)?;
        if !settings.made.contains(&room) {
            continue;
        }
        // Two may be made at the same moment: one of them sees the other.
        snap.rows.talks.edit(talk.id);
        let waits = |id: &i64| snap.rows.rooms.get(*id).is_some_and(|room| is_being_made(snap, room.id));
        if !settings.breakouts.iter().any(waits) {
            snap.queue_job("breakouts", None, &talk.id, now)?;
        }
    }
    Ok(())
}

fn breakout(room: &Room) -> Breakout {
    let settings = room_settings(room);
    let (objective, round_table) = (settings.objective, settings.round_table);
    Breakout { room: room.id, objective, round_table, languages: settings.languages }
}

/// The room of a talk to which the person of a registration goes, by its title in a language.
pub fn own_breakout(snap: &Snapshot, entry: &Entry, language: Language) -> Result<Option<String>, StoreError> {
    let Some(room) = filled_of(snap, entry)?.breakout else { return Ok(None) };
    let talk = snap.rows.calls.get(entry.call_id).and_then(|call| participation::talk_of(snap, call));
    let Some(talk) = talk.filter(|_| entry.state == "confirmed") else { return Ok(None) };
    let settings = talk_settings(snap, talk)?;
    let rooms = breakouts_of(snap, &settings);
    Ok(rooms.iter().find(|of| of.id == room).map(|room| called(snap, &settings, room, language)))
}

/// How a talk is held, in one line: how long, how one is there, in which languages, on which level.
pub fn about(voice: Speaker, settings: &TalkSettings, minutes: i64) -> String {
    let named = |languages: &[Language]| {
        let name = |language: &Language| voice.say_plain(&format!("digest-language-{}", language.code()));
        voice.commas(&languages.iter().map(name).collect::<Vec<_>>())
    };
    let mode = match settings.mode {
        TalkMode::Online => "mode-online",
        TalkMode::Hybrid => "talk-hybrid",
        TalkMode::InPerson => "mode-room",
    };
    let mut parts = vec![voice.say("talk-minutes", &args![("minutes", minutes)]), voice.say_plain(mode)];
    if !settings.place.is_empty() {
        parts.push(voice.isolate(&settings.place));
    }
    if !settings.languages.is_empty() {
        parts.push(voice.say("talk-languages", &args![("languages", named(&settings.languages))]));
    }
    if !settings.interpretation.is_empty() {
        parts.push(voice.say("talk-interpretation", &args![("languages", named(&settings.interpretation))]));
    }
    if let Some(level) = settings.level {
        let level = serde_json::to_value(level).ok().and_then(|level| level.as_str().map(str::to_owned));
        parts.extend(level.map(|level| voice.say_plain(&format!("digest-level-{level}"))));
    }
    parts.join(" · ")
}

/// The parts of a talk with when each begins.
pub fn agenda(voice: Speaker, zone: &str, starts: Time, settings: &TalkSettings) -> Vec<String> {
    let mut at = starts;
    let line = |item: &participation::AgendaItem| {
        let line = format!("{}  {}", voice.time_of_day(at, zone), voice.isolate(&item.text));
        at += item.minutes * MINUTE;
        line
    };
    settings.agenda.iter().map(line).collect()
}

fn named(voice: Speaker, number: Option<i64>, settings: &TalkSettings) -> String {
    let title = settings.title(voice.language());
    number.map_or(title.to_owned(), |number| voice.say("talk-name", &args![("number", number), ("title", title)]))
}

/// What a talk is, whole.
pub fn shown(voice: Speaker, zone: &str, number: Option<i64>, plan: &Plan) -> Document {
    let mut document = Document::new(voice.language())
        .subheading(named(voice, number, &plan.settings))
        .text(Span::strong(with_town(voice, plan.starts, zone)))
        .text(about(voice, &plan.settings, plan.minutes));
    if plan.settings.audience != Audience::Open {
        document = document.text(voice.say_plain(&format!("audience-{}", plan.settings.audience.word())));
    }
    agenda(voice, zone, plan.starts, &plan.settings).into_iter().fold(document, Document::point)
}

/// What a talk is, in a list of several.
pub fn in_short(voice: Speaker, zone: &str, talk: &Talk, plan: &Plan) -> Document {
    let mut line = format!("{} · {}", with_town(voice, talk.starts, zone), about(voice, &plan.settings, talk.minutes));
    if talk.state == "cancelled" {
        line = format!("{line} · {}", voice.say_plain("entry-cancelled"));
    }
    Document::new(voice.language()).subheading(named(voice, Some(talk.number), &plan.settings)).text(line)
}

/// Tells the rooms of a talk what is to be told of it, each in its language and its time.
pub fn announce(snap: &mut Snapshot, prefix: &str, telling: &Telling) -> Result<(), StoreError> {
    let Some(talk) = snap.rows.talks.get(telling.talk).cloned() else { return Ok(()) };
    let plan = Plan::of(snap, participation::Change::Set, &talk)?;
    let key = match telling.told {
        TalkTold::Planned => "talk-told-planned",
        TalkTold::Open => "talk-told-open",
        TalkTold::Priorities => "talk-told-priorities",
        TalkTold::Moved => "talk-told-moved",
        TalkTold::Cancelled => "talk-told-cancelled",
        TalkTold::Comes => "talk-told-comes",
    };
    let registers = call_of(snap, talk.id, REGISTRATION).is_some_and(|call| is_open(call, snap.now));
    for room in rooms_of(snap, talk.consultation_id, talk.room_id) {
        let Some(platform) = Platform::parse(&room.platform) else { continue };
        let (voice, zone) = (speak(language_of(snap, &room)), zone_of(snap, &room));
        let mut document = Document::new(voice.language()).text(voice.say_plain(key));
        document = document.then(shown(voice, &zone, Some(talk.number), &plan));
        if let Some(before) = telling.before {
            let when = with_town(voice, before, &zone);
            document = document.text(voice.say("talk-told-before", &args![("when", when)]));
        }
        if !telling.reason.is_empty() {
            let reason = voice.quote(&telling.reason);
            document = document.text(voice.say("hide-reason", &args![("reason", reason)]));
        }
        if telling.told == TalkTold::Priorities {
            let line = format!("answer priorities talk {}", talk.number);
            let command = addressed(platform, prefix, voice, &in_words(voice, &line));
            document = document.text(voice.say("talk-priorities", &args![("command", command)]));
            document = document.button(voice.say_plain("button-priorities"), line);
        } else if registers {
            let line = format!("register talk {}", talk.number);
            let command = addressed(platform, prefix, voice, &in_words(voice, &line));
            document = document.text(voice.say("talk-register", &args![("command", command)]));
            document = document.button(voice.say_plain("button-register"), line);
        }
        let now = snap.now;
        let to = To::Room(room.address.clone());
        snap.queue(platform, &Outgoing { to, action: Action::say(document) }, now)?;
    }
    Ok(())
}

/// In which time a participant is told of the talks of a consultation.
pub fn zone_to(snap: &Snapshot, participant: i64, consultation: i64) -> Result<String, StoreError> {
    let own = record::profile_of(snap, participant)?.timezone;
    let of_it = || snap.rows.consultations.get(consultation).map(|row| settings_of(row).timezone);
    Ok(own.or_else(of_it).filter(|zone| !zone.is_empty()).unwrap_or_else(|| "UTC".into()))
}

/// Whether those who registered are still to be told that.
pub fn is_told(snap: &Snapshot, telling: &Telling) -> bool {
    snap.rows.talks.get(telling.talk).is_some_and(|talk| match telling.told {
        TalkTold::Cancelled => talk.state == "cancelled",
        _ => talk.state == "planned" && talk.moves == telling.moves,
    })
}

/// Tells someone who registered what became of a talk; where it is cancelled, their registration ends. The
/// person must have been loaded.
pub fn tell_of_talk(snap: &mut Snapshot, entry: i64, telling: &Telling) -> Result<(), StoreError> {
    let Some(row) = snap.rows.entries.get(entry).cloned() else { return Ok(()) };
    let Some(talk) = snap.rows.talks.get(telling.talk).cloned() else { return Ok(()) };
    let voice = voice_to(snap, row.participant_id);
    let typed = |line: &str| in_words(voice, &format!("{line} talk {}", talk.number));
    let mut document = Document::new(voice.language());
    if telling.told == TalkTold::Cancelled {
        end_with_talk(snap, entry)?;
        let call = snap.rows.calls.get(row.call_id).cloned();
        let title = call.map(|call| subject(snap, &call, voice)).transpose()?.unwrap_or_default();
        document = document.text(voice.say("registered-cancelled", &args![("consultation", title)]));
        if !telling.reason.is_empty() {
            let reason = voice.quote(&telling.reason);
            document = document.text(voice.say("hide-reason", &args![("reason", reason)]));
        }
    } else {
        let zone = zone_to(snap, row.participant_id, talk.consultation_id)?;
        let plan = Plan::of(snap, participation::Change::Set, &talk)?;
        document = document.text(voice.say_plain("talk-told-moved"));
        document = document.then(shown(voice, &zone, Some(talk.number), &plan));
        if let Some(before) = telling.before {
            let when = with_town(voice, before, &zone);
            document = document.text(voice.say("talk-told-before", &args![("when", when)]));
        }
        let command = typed("unregister");
        document = document.text(voice.say("talk-you-stay", &args![("command", command)]));
        document = document.button(voice.say_plain("button-unregister"), format!("unregister talk {}", talk.number));
    }
    say_to(snap, row.participant_id, document)
}

/// Reminds someone who has a place at a talk, unless they do not want it. The person must have been loaded.
pub fn remind(snap: &mut Snapshot, entry: i64, notice: &Notice) -> Result<(), StoreError> {
    let Some(row) = snap.rows.entries.get(entry).cloned() else { return Ok(()) };
    let Some(talk) = snap.rows.talks.get(notice.talk).cloned() else { return Ok(()) };
    let quiet = snap.rows.participants.get(row.participant_id).is_none_or(|person| person.muted != 0);
    if quiet || record::profile_of(snap, row.participant_id)?.no_reminders {
        return Ok(());
    }
    let voice = voice_to(snap, row.participant_id);
    let zone = zone_to(snap, row.participant_id, talk.consultation_id)?;
    let plan = Plan::of(snap, participation::Change::Set, &talk)?;
    let mode = voice.say_plain(&format!("mode-{}", row.mode));
    let (undo, off) = (format!("unregister talk {}", talk.number), "talks reminders off");
    let said = args![("mode", mode), ("number", row.number), ("command", in_words(voice, &undo))];
    let consultation = snap.rows.consultations.get(talk.consultation_id);
    let of = consultation.map(|row| title_of_consultation(row, voice.language())).unwrap_or_default();
    let document = Document::new(voice.language())
        .text(Spans::from(voice.say("talk-told-soon", &args![("consultation", of)])))
        .then(shown(voice, &zone, Some(talk.number), &plan))
        .text(voice.say("talk-you-have", &said))
        .small(voice.say("talk-no-more", &args![("command", in_words(voice, off))]))
        .button(voice.say_plain("button-unregister"), undo);
    say_to(snap, row.participant_id, document)
}
