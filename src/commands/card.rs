//! The card that is pinned in a room, and who can read there.

use super::Failure;
use super::calling::registers_until;
use super::desk::{Desk, room_settings, settings_of};
use super::rooms::{closes_at, is_open};
use crate::args;
use crate::chat::{Document, History, RoomFacts, Span, Spans, To};
use crate::i18n::{Speaker, speak, town};
use crate::model::{Language, Platform, Role, RoomSettings, Scope, Time};
use crate::store::{Consultation, NewPost, Room, Snapshot, StoreError};
use crate::vocabulary::Vocabulary;

/// How a room is called in a language: by its sub-region, round table or objective, where it is a
/// room for one; as the consultation, where it bears its name or its region's; else by its name.
pub fn title_of(snap: &Snapshot, room: &Room, language: Language) -> String {
    let settings = room_settings(room);
    let vocabulary = Vocabulary::current();
    let code = language.code();
    let voice = speak(language);
    let mut parts: Vec<String> = Vec::new();
    if let Some((_, subregion)) = settings.subregion.as_deref().and_then(|id| vocabulary.subregion(id)) {
        parts.push(subregion.label(code).to_owned());
    }
    if let Some(number) = settings.round_table {
        parts.push(voice.say("room-round-table", &args![("number", u32::from(number))]));
    }
    if let Some(objective) = settings.objective.and_then(|number| vocabulary.objective(number)) {
        let (number, label) = (u32::from(objective.number), objective.short(code));
        parts.push(voice.say("room-objective", &args![("number", number), ("label", label)]));
    }
    if !parts.is_empty() {
        return parts.join(" · ");
    }
    let consultation = snap.rows.consultations.get(room.consultation_id);
    match consultation.filter(|c| c.slug == room.name || c.region == room.name) {
        Some(consultation) => title_of_consultation(consultation, language),
        None => room.name.clone(),
    }
}

/// How a consultation is called in a language: its title, or its short name where it has none.
pub fn title_of_consultation(consultation: &Consultation, language: Language) -> String {
    let settings = settings_of(consultation);
    let title = settings.title(language);
    if title.is_empty() { consultation.slug.clone() } else { title.to_owned() }
}

/// The time zone of a room, by its IANA name.
pub fn zone_of(snap: &Snapshot, room: &Room) -> String {
    let of_consultation = || {
        snap.rows
            .consultations
            .get(room.consultation_id)
            .map(|c| settings_of(c).timezone)
            .filter(|zone| !zone.is_empty())
    };
    room_settings(room).timezone.or_else(of_consultation).unwrap_or_else(|| "UTC".into())
}

/// A moment with the town whose clocks show it: `Fri 13 Sep, 18:00 Dakar`.
pub fn with_town(voice: Speaker, time: Time, zone: &str) -> String {
    format!("{} {}", voice.day_time(time, zone), town(zone))
}

/// What an adapter learned of a room; nothing, before it looked.
pub fn facts_of(room: &Room) -> Option<RoomFacts> {
    serde_json::from_str(&room.facts).ok()
}

/// The languages of a room, its own first.
pub fn languages_of(snap: &Snapshot, room: &Room) -> Vec<Language> {
    let own = room_settings(room).languages;
    let of_consultation = || snap.rows.consultations.get(room.consultation_id).map(|c| settings_of(c).languages);
    if own.is_empty() { of_consultation().unwrap_or_default() } else { own }
}

/// The language in which the bot speaks to a room.
pub fn language_of(snap: &Snapshot, room: &Room) -> Language {
    languages_of(snap, room).first().copied().unwrap_or_default()
}

/// How many observers may read in the rooms of a consultation.
fn observers(snap: &Snapshot, consultation: &Consultation) -> usize {
    let mut hashes: Vec<&[u8]> = snap
        .rows
        .offices
        .iter()
        .filter(|office| Role::parse(&office.role) == Some(Role::Observer))
        .filter(|o| Scope::parse(&o.scope).is_some_and(|s| s.covers(&consultation.slug, &consultation.region)))
        .map(|office| office.hash.as_slice())
        .collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes.len()
}

/// For which other regions what is noted in a room counts, where it does.
pub fn other_regions(voice: Speaker, settings: &RoomSettings) -> Option<String> {
    let labels = settings.regions.iter().filter_map(|id| Vocabulary::current().region(id));
    let labels: Vec<&str> = labels.map(|region| region.label(voice.language().code())).collect();
    (!labels.is_empty()).then(|| voice.say("room-regions", &args![("regions", voice.list(&labels))]))
}

/// Whether others than the room's people can read, in one sentence by platform.
fn encryption(voice: Speaker, platform: &str, facts: Option<&RoomFacts>, short: bool) -> Option<String> {
    let key = match (Platform::parse(platform), facts) {
        (Some(Platform::Discord), _) => "who-discord",
        (Some(Platform::Console), _) => "who-console",
        (_, None) => return None,
        (_, Some(facts)) if facts.encrypted && short => "card-encrypted",
        (_, Some(facts)) if facts.encrypted => "who-encrypted",
        (_, Some(_)) => "who-not-encrypted",
    };
    Some(voice.say_plain(key))
}

/// The card of a room in one of its languages. `prefix` is what addresses the bot there.
pub fn card(snap: &Snapshot, prefix: &str, room: &Room, language: Language) -> Document {
    let voice = speak(language);
    let zone = zone_of(snap, room);
    let settings = room_settings(room);
    let title = title_of(snap, room, language);
    let consultation = snap.rows.consultations.get(room.consultation_id);
    let of = consultation.map(|c| title_of_consultation(c, language)).unwrap_or_default();
    let heading =
        if of == title { title } else { voice.say("card-title", &args![("consultation", of), ("room", title)]) };
    let mut document = Document::new(language).heading(heading);
    if settings.rehearsal {
        document = document.text(voice.say_plain("room-rehearsal"));
    }
    document = document.text(voice.say_plain("card-invite"));

    let mut state = match (is_open(snap, room.id), closes_at(snap, room.id)) {
        (false, _) => voice.say_plain("card-floor-closed"),
        (true, None) => voice.say_plain("card-floor-open"),
        (true, Some(at)) => voice.say("card-floor-open-until", &args![("until", with_town(voice, at, &zone))]),
    };
    if let Some(at) = room.noted_at {
        // The card stays for days: a moment stays true, "4 minutes ago" does not.
        let at = voice.day_time(at, &zone);
        state = format!("{state} · {}", voice.say("card-last-noted", &args![("ago", at)]));
    }
    document = document.text(state);
    let facts = facts_of(room);
    let mut readers: Vec<String> = encryption(voice, &room.platform, facts.as_ref(), true).into_iter().collect();
    if facts.is_some_and(|facts| facts.mentions_only) {
        readers.push(voice.say_plain("card-mentions-only"));
    }
    if let Some(consultation) = consultation {
        readers.push(voice.say("who-observers", &args![("count", observers(snap, consultation))]));
    }
    if settings.chatham {
        readers.push(voice.say_plain("room-chatham"));
    }
    readers.extend(other_regions(voice, &settings));
    document = document.text(readers.join(" "));

    let platform = Platform::parse(&room.platform).unwrap_or(Platform::Matrix);
    let addressed = |name: &str| super::addressed(platform, prefix, voice, &super::in_words(voice, name));
    let join = if platform == Platform::Discord { addressed("join") } else { super::in_words(voice, "join") };
    document = document.text(voice.say("card-join", &args![("command", join)]));
    let others: Vec<String> = languages_of(snap, room)
        .into_iter()
        .filter(|other| *other != language)
        .filter_map(|other| speak(other).words("command-help").into_iter().next())
        .map(|help| voice.isolate(&help))
        .collect();
    let mut help = voice.say_plain("card-help");
    if !others.is_empty() {
        help = format!("{help}: {}", others.join(" · "));
    }
    let registers = consultation.and_then(|c| registers_until(snap, c.id)).map(|closes| match closes {
        Some(at) => voice.say("card-register-until", &args![("until", with_town(voice, at, &zone))]),
        None => voice.say_plain("card-register"),
    });
    let register = registers.map(|meaning| ("register", meaning));
    let buttons =
        ["join", "private"].into_iter().chain(register.as_ref().map(|(name, _)| *name)).chain(["who", "help"]);
    let buttons: Vec<&str> = buttons.collect();
    for (name, meaning) in [("private", voice.say_plain("card-private"))]
        .into_iter()
        .chain(register)
        .chain([("who", voice.say_plain("card-who")), ("help", help)])
    {
        document = document.point(Spans::from(vec![Span::code(addressed(name)), Span::text(format!("  {meaning}"))]));
    }
    for name in buttons {
        document = document.button(voice.say_plain(&format!("button-{name}")), name);
    }
    document
}

/// Posts a room's card anew, pinned, and takes down the one before. The posts of the room's card
/// must have been loaded: [`crate::store::LoadKey::Digest`] of the room's row.
pub fn post_card(snap: &mut Snapshot, prefix: &str, room: i64) -> Result<(), StoreError> {
    let Some(row) = snap.rows.rooms.get(room).cloned() else { return Ok(()) };
    take_card_down(snap, &row)?;
    let document = card(snap, prefix, &row, language_of(snap, &row));
    let id = post(snap, &row, document, true, "card", room)?;
    if let Some(row) = snap.rows.rooms.edit(room) {
        row.card = Some(id);
    }
    Ok(())
}

/// Posts a room's card anew where it says something else than with what was known of the room
/// before: who can read there changed.
pub fn renew_card(snap: &mut Snapshot, prefix: &str, before: &Room) -> Result<(), StoreError> {
    let Some(now) = snap.rows.rooms.get(before.id).cloned() else { return Ok(()) };
    let language = language_of(snap, &now);
    let same = card(snap, prefix, before, language) == card(snap, prefix, &now, language);
    if same || now.card.is_none() { Ok(()) } else { post_card(snap, prefix, now.id) }
}

/// Takes a room's card down, where it has one.
pub fn take_card_down(snap: &mut Snapshot, room: &Room) -> Result<(), StoreError> {
    match room.card {
        Some(card) => snap.take_down(card),
        None => Ok(()),
    }
}

/// Posts something in a room that will have to be found again: a card, a question. Gives the row,
/// which has the identifier of its row in the outbox. `subject` is the room or question.
pub fn post(
    snap: &mut Snapshot,
    room: &Room,
    document: Document,
    pin: bool,
    kind: &str,
    subject: i64,
) -> Result<i64, StoreError> {
    let Some(platform) = Platform::parse(&room.platform) else { return Ok(0) };
    let to = To::Room(room.address.clone());
    let post =
        NewPost { platform, to: &to, room: Some(room.id), kind, of: Some(subject), section: "", pin, files: &[] };
    snap.post(&post, document)
}

/// Who is responsible, and whom to turn to: an address that can be copied.
pub fn turn_to(desk: &Desk<'_>, key: &str) -> Spans {
    let settings = desk.settings();
    let contact = Span::address(settings.contact);
    Spans::say(desk.voice, key, args![("controller", settings.controller)], &[("contact", contact)])
}

/// Who can read in the room, or in private.
pub fn who_can_read(desk: &Desk<'_>) -> Result<Document, Failure> {
    let voice = desk.voice;
    let settings = desk.settings();
    let mut lines: Vec<Spans> = Vec::new();
    let room = desk.room.as_ref();
    let facts = room.and_then(facts_of);
    if let Some(count) = facts.as_ref().and_then(|facts| facts.members).filter(|_| room.is_some()) {
        lines.push(desk.text("who-members", &args![("count", count)]).into());
    }
    if desk.event.direct {
        lines.push(desk.plain("who-private").into());
    }
    lines.extend(encryption(voice, desk.platform().word(), facts.as_ref(), false).into_iter().map(Spans::from));
    if let Some(facts) = &facts {
        let discord = desk.platform() == Platform::Discord;
        for (holds, key) in [
            (facts.mentions_only, "who-mentions-only"),
            (facts.public && discord, "who-public-discord"),
            (facts.public && !discord, "who-public"),
            (facts.restricted, "who-restricted"),
            (facts.guests, "who-guests"),
            (facts.history == Some(History::World), "who-world"),
            (facts.history == Some(History::Shared), "who-shared"),
            (facts.bridged, "who-bridged"),
            (facts.federated, "who-other-servers"),
        ] {
            if holds {
                lines.push(desk.plain(key).into());
            }
        }
    } else if room.is_some() && desk.platform() == Platform::Matrix {
        lines.push(desk.plain("who-not-checked").into());
    }
    if let Some(consultation) = desk.consultation.as_ref() {
        if room.is_some() {
            lines.push(desk.text("who-observers", &args![("count", observers(desk.snap, consultation))]).into());
        }
        let moderators = super::rooms::holders(desk, &[Role::Moderator]);
        lines.push(match moderators.is_empty() {
            true => desk.plain("who-no-moderators").into(),
            false => desk.text("who-moderators", &args![("names", voice.list(&moderators))]).into(),
        });
        lines.push(desk.plain("who-offices").into());
    }
    if let Some(room) = room {
        let of_room = room_settings(room);
        if of_room.chatham {
            lines.push(desk.plain("room-chatham").into());
        }
        lines.extend(other_regions(voice, &of_room).map(Spans::from));
        if of_room.rehearsal {
            lines.push(desk.plain("room-rehearsal").into());
        }
    }
    lines.push(match settings.controller.is_empty() {
        true => desk.plain("who-not-configured").into(),
        false => turn_to(desk, "who-controller"),
    });
    if settings.retention_days > 0 {
        lines.push(desk.text("who-retention", &args![("days", settings.retention_days)]).into());
    }
    let mut document = desk.document().heading(desk.plain("who-heading"));
    for line in lines {
        document = document.point(line);
    }
    if !desk.event.direct {
        document = document.small(desk.plain("who-private-hint"));
    }
    Ok(document)
}
