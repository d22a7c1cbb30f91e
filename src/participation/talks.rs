//! GCM Talks: when and how each is held, how it changes, and when what is told of it.

use super::calls::{Audience, CallSettings, call_of, extend};
use crate::args;
use crate::i18n::{Speaker, town};
use crate::model::{ConsultationSettings, DAY, HOUR, Language, Level, MINUTE, RoomSettings, Time};
use crate::store::{Call, Snapshot, StoreError, Talk};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// So long before a talk its rooms are told of it.
const ROOMS_ARE_TOLD: [i64; 3] = [28 * DAY, 14 * DAY, 7 * DAY];
/// So long before it those who have a place are.
const PEOPLE_ARE_TOLD: [i64; 2] = [DAY, HOUR];
/// What is told later than by this part of the time before which it was due helps nobody.
const LATE: i64 = 4;

/// How people are at a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TalkMode {
    /// Everyone online.
    #[default]
    Online,
    /// Some in a room, some online.
    Hybrid,
    /// Everyone in a room.
    InPerson,
}

impl TalkMode {
    /// Every mode.
    pub const ALL: [TalkMode; 3] = [TalkMode::Online, TalkMode::Hybrid, TalkMode::InPerson];

    /// The word in commands.
    pub fn word(self) -> &'static str {
        match self {
            TalkMode::Online => "online",
            TalkMode::Hybrid => "hybrid",
            TalkMode::InPerson => "in person",
        }
    }
}

/// A part of a talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// How long it takes.
    pub minutes: i64,
    /// What it is.
    pub text: String,
}

/// What is set for a talk; sealed by the house key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TalkSettings {
    /// Its title by language; English, or any other, where one is missing.
    pub titles: BTreeMap<Language, String>,
    /// How people are there.
    pub mode: TalkMode,
    /// The level that it is about.
    pub level: Option<Level>,
    /// The languages that are spoken.
    pub languages: Vec<Language>,
    /// The languages into which it is interpreted.
    pub interpretation: Vec<Language>,
    /// For whom it is.
    pub audience: Audience,
    /// Its parts, one after the other from the start.
    pub agenda: Vec<AgendaItem>,
    /// Where it is held, where it is held somewhere.
    pub place: String,
    /// The rooms among which people are divided for a part of it.
    pub breakouts: Vec<i64>,
    /// Those of them that were made for it: people are asked in.
    pub made: Vec<i64>,
    /// When they were divided first: what they write there from then on belongs to it, before it begins too.
    pub divided: Option<Time>,
}

impl TalkSettings {
    /// The title in a language.
    pub fn title(&self, language: Language) -> &str {
        let any = || self.titles.get(&Language::En).or_else(|| self.titles.values().next());
        self.titles.get(&language).or_else(any).map(String::as_str).unwrap_or_default()
    }

    /// What a registration for it begins with: no places where nobody can be.
    pub fn call(&self) -> CallSettings {
        let none = |not: TalkMode| if self.mode == not { Some(0) } else { None };
        let (room, online) = (none(TalkMode::Online), none(TalkMode::InPerson));
        CallSettings { room, online, audience: self.audience, ..CallSettings::default() }
    }
}

/// What is done to a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// It is created.
    Create,
    /// It is moved to another time, or becomes longer or shorter.
    Move,
    /// Something else of it is set.
    Set,
    /// People are divided among rooms.
    Breakout,
    /// It is cancelled.
    Cancel,
}

impl Change {
    /// The word in commands and keys.
    pub fn word(self) -> &'static str {
        match self {
            Change::Create => "create",
            Change::Move => "move",
            Change::Set => "set",
            Change::Breakout => "breakout",
            Change::Cancel => "cancel",
        }
    }
}

/// A talk as it is to be: what is shown first, and carried out after a yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What is done.
    pub change: Change,
    /// The talk's row; none before it is created.
    pub talk: Option<i64>,
    /// When it begins.
    pub starts: Time,
    /// How long it lasts.
    pub minutes: i64,
    /// The room in which it is announced; every room, where it is empty.
    pub room: Option<i64>,
    /// What is set.
    pub settings: TalkSettings,
    /// Why it is cancelled.
    pub reason: String,
    /// The rooms that are made for it.
    #[serde(default)]
    pub rooms: Vec<PlannedRoom>,
    /// The room beside which they are made, by the platform's address.
    #[serde(default)]
    pub beside: String,
}

/// A room that is to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedRoom {
    /// Its short name.
    pub name: String,
    /// What is set for it.
    pub settings: RoomSettings,
}

impl Plan {
    /// A talk that is to be created.
    pub fn new(starts: Time, minutes: i64, room: Option<i64>, settings: TalkSettings) -> Plan {
        let (reason, rooms, beside) = (String::new(), Vec::new(), String::new());
        Plan { change: Change::Create, talk: None, starts, minutes, room, settings, reason, rooms, beside }
    }

    /// A talk as it stands.
    pub fn of(snapshot: &Snapshot, change: Change, talk: &Talk) -> Result<Plan, StoreError> {
        let settings = talk_settings(snapshot, talk)?;
        Ok(Plan { change, talk: Some(talk.id), ..Plan::new(talk.starts, talk.minutes, talk.room_id, settings) })
    }
}

/// What a job needs that tells of a talk to come. Where the talk was moved by then, it is out of date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The talk's row.
    pub talk: i64,
    /// How often the talk was moved.
    pub moves: i64,
    /// So long before it.
    pub lead: i64,
    /// The last entry whose person was told.
    pub after: i64,
}

impl Notice {
    /// Whether rooms are told, and not each who registered.
    pub fn is_for_rooms(&self) -> bool {
        ROOMS_ARE_TOLD.contains(&self.lead)
    }
}

/// What is set for a talk.
pub fn talk_settings(snapshot: &Snapshot, talk: &Talk) -> Result<TalkSettings, StoreError> {
    snapshot.open_house(talk.id, &talk.sealed)
}

/// When a talk ends.
pub fn ends(talk: &Talk) -> Time {
    talk.starts + talk.minutes * MINUTE
}

/// Whether a talk is still to be held, or under way.
pub fn is_planned(talk: &Talk, now: Time) -> bool {
    talk.state == "planned" && ends(talk) > now
}

/// The talks of a consultation that are not over, cancelled ones too, as they come.
pub fn talks_of(snapshot: &Snapshot, consultation: i64) -> Vec<Talk> {
    let of = |talk: &&Talk| talk.consultation_id == consultation && ends(talk) > snapshot.now;
    let mut talks: Vec<Talk> = snapshot.rows.talks.iter().filter(of).cloned().collect();
    talks.sort_by_key(|talk| (talk.starts, talk.number));
    talks
}

/// The talk of a call, where it is for one.
pub fn talk_of<'s>(snapshot: &'s Snapshot, call: &Call) -> Option<&'s Talk> {
    snapshot.rows.talks.get(call.subject_id)
}

/// For what a call is, as people call it: a talk with its day and time, or the consultation.
pub fn subject(snapshot: &Snapshot, call: &Call, voice: Speaker) -> Result<String, StoreError> {
    let consultation = snapshot.rows.consultations.get(call.consultation_id);
    let settings: ConsultationSettings =
        consultation.and_then(|c| serde_json::from_str(&c.settings).ok()).unwrap_or_default();
    let Some(talk) = talk_of(snapshot, call) else {
        let titled = Some(settings.title(voice.language())).filter(|title| !title.is_empty());
        return Ok(titled.or(consultation.map(|c| c.slug.as_str())).unwrap_or_default().to_owned());
    };
    let title = talk_settings(snapshot, talk)?.title(voice.language()).to_owned();
    let when = format!("{} {}", voice.day_time(talk.starts, &settings.timezone), town(&settings.timezone));
    Ok(voice.say("talk-with-time", &args![("title", title), ("when", when)]))
}

/// Carries out what was planned: the talk's row, its registration, and what is to be told by the clock.
/// Gives the row; nothing, where the talk is no longer planned.
pub fn carry_out(snapshot: &mut Snapshot, consultation_id: i64, plan: &Plan) -> Result<Option<i64>, StoreError> {
    let now = snapshot.now;
    let Some(id) = plan.talk else {
        let id = snapshot.id();
        let others = snapshot.rows.talks.iter().filter(|talk| talk.consultation_id == consultation_id);
        let number = others.map(|talk| talk.number).max().unwrap_or_default() + 1;
        let sealed = snapshot.seal_house(id, &plan.settings)?;
        snapshot.rows.talks.insert(Talk {
            id,
            rev: 1,
            consultation_id,
            number,
            state: "planned".into(),
            starts: plan.starts,
            minutes: plan.minutes,
            room_id: plan.room,
            moves: 0,
            changed_at: now,
            sealed,
        });
        queue_notices(snapshot, id)?;
        return Ok(Some(id));
    };
    let sealed = snapshot.seal_house(id, &plan.settings)?;
    let Some(row) = snapshot.rows.talks.get(id).filter(|talk| is_planned(talk, now)) else { return Ok(None) };
    let before = row.starts;
    if let Some(row) = snapshot.rows.talks.edit(id) {
        row.changed_at = now;
        match plan.change {
            Change::Create | Change::Set | Change::Breakout => (row.room_id, row.sealed) = (plan.room, sealed),
            Change::Move => (row.starts, row.minutes, row.moves) = (plan.starts, plan.minutes, row.moves + 1),
            Change::Cancel => row.state = "cancelled".into(),
        }
    }
    let call = call_of(snapshot, id, super::REGISTRATION).filter(|call| call.state == "open");
    let call = call.map(|call| (call.id, call.closes));
    match (plan.change, call) {
        (Change::Cancel, Some((call, _))) => extend(snapshot, call, Some(now)),
        // Nobody registers for what has begun.
        (Change::Move, Some((call, closes))) if closes.is_none_or(|at| at == before || at > plan.starts) => {
            extend(snapshot, call, Some(plan.starts));
        }
        _ => {}
    }
    if plan.change == Change::Move {
        queue_notices(snapshot, id)?;
    }
    Ok(Some(id))
}

/// Queues what is to be told of a talk by the clock, as far as its time is to come.
fn queue_notices(snapshot: &mut Snapshot, id: i64) -> Result<(), StoreError> {
    let Some((starts, moves)) = snapshot.rows.talks.get(id).map(|talk| (talk.starts, talk.moves)) else {
        return Ok(());
    };
    for lead in ROOMS_ARE_TOLD.into_iter().chain(PEOPLE_ARE_TOLD) {
        if starts - lead > snapshot.now {
            let notice = Notice { talk: id, moves, lead, after: 0 };
            snapshot.queue_job("talk-notice", None, &notice, starts - lead)?;
        }
    }
    Ok(())
}

/// Whether a notice is still to be given: the talk is planned for the same time, has not begun, and it
/// is not too late for it.
pub fn is_due(snapshot: &Snapshot, notice: &Notice) -> bool {
    let talk = snapshot.rows.talks.get(notice.talk);
    let talk = talk.filter(|talk| talk.state == "planned" && talk.moves == notice.moves);
    talk.is_some_and(|talk| snapshot.now <= talk.starts - notice.lead + notice.lead / LATE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_registration_offers_the_ways_in_which_a_talk_is_held() {
        let modes = |mode| TalkSettings { mode, ..TalkSettings::default() }.call().modes();
        assert_eq!(modes(TalkMode::Online), ["online"]);
        assert_eq!(modes(TalkMode::Hybrid), ["room", "online"]);
        assert_eq!(modes(TalkMode::InPerson), ["room"]);
    }
}
