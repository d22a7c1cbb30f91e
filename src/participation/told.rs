//! What people are told of their registration: where it stands, when they ask and when it changes.

use super::announced::{decided, form_title, in_private};
use super::calls::{REGISTRATION, call_settings, command_for};
use super::talks::{subject, talk_of};
use crate::args;
use crate::chat::{Action, Document, Outgoing, Span, Spans, To};
use crate::i18n::{Speaker, speak, town};
use crate::model::{ConsultationSettings, Language, Platform};
use crate::record;
use crate::store::{Entry, Snapshot, StoreError};

/// Where a registration stands, in a sentence or two. `typed` gives a command as the person types it;
/// `place` is that on the waiting list, where it was only just taken.
pub fn standing(
    snapshot: &Snapshot,
    entry: &Entry,
    voice: Speaker,
    place: Option<i64>,
    typed: impl Fn(&str) -> String,
) -> Result<Spans, StoreError> {
    let consultation = snapshot.rows.consultations.get(entry.consultation_id);
    let settings: ConsultationSettings =
        consultation.and_then(|c| serde_json::from_str(&c.settings).ok()).unwrap_or_default();
    let call = snapshot.rows.calls.get(entry.call_id);
    let title = call.map(|call| subject(snapshot, call, voice)).transpose()?.unwrap_or_default();
    let mode = if entry.mode.is_empty() { String::new() } else { voice.say_plain(&format!("mode-{}", entry.mode)) };
    let zone = &settings.timezone;
    let until = entry.until.map(|until| format!("{} {}", voice.day_time(until, zone), town(zone)));
    let hours = call.map(|call| call_settings(call).hours);
    // Of several registrations the command names the one.
    let word = voice.word("words-talk").unwrap_or_default();
    let of = call.and_then(|call| talk_of(snapshot, call)).map(|talk| format!(" {word} {}", talk.number));
    let typed = |name: &str| typed(name) + of.as_deref().unwrap_or_default();
    let said = args![
        ("consultation", title.as_str()),
        ("mode", mode),
        ("number", entry.number),
        ("until", until.unwrap_or_default()),
        ("hours", hours.unwrap_or_default()),
        ("register", typed("register")),
        ("unregister", typed("unregister")),
    ];
    if entry.form != REGISTRATION {
        return Ok(of_answer(snapshot, entry, voice, zone, &title, typed).into());
    }
    Ok(match entry.state.as_str() {
        "confirmed" => voice.say("registered-confirmed", &said).into(),
        "promised" => voice.say("registered-promised", &said).into(),
        "waiting" => {
            let text = voice.say("registered-waiting", &said);
            let place = place.map(|place| voice.say("registered-place", &args![("place", place)]));
            place.map_or(text.clone(), |place| format!("{text} {place}")).into()
        }
        "asked" => voice.say("registered-asked", &said).into(),
        "draft" => voice.say("registered-draft", &said).into(),
        "declined" => Spans::say(voice, "registered-declined", said, &[("contact", Span::address(settings.contact))]),
        "cancelled" => voice.say("registered-cancelled", &said).into(),
        _ => voice.say("registered-lapsed", &said).into(),
    })
}

/// The voice in which a participant is spoken to.
pub fn voice_to(snapshot: &Snapshot, participant: i64) -> Speaker {
    let language = snapshot.rows.participants.get(participant).and_then(|p| Language::parse(&p.language));
    speak(language.unwrap_or_default())
}

/// Where an answer stands that takes no place, and who decides on it.
fn of_answer(
    snapshot: &Snapshot,
    entry: &Entry,
    voice: Speaker,
    zone: &str,
    title: &str,
    typed: impl Fn(&str) -> String,
) -> String {
    let Some(call) = snapshot.rows.calls.get(entry.call_id) else { return String::new() };
    let command = command_for(&call.kind);
    let said = args![
        ("form", form_title(snapshot, call, voice.language())),
        ("consultation", title),
        ("number", entry.number),
        ("command", typed(&command)),
        ("undo", typed(&format!("{command} withdraw"))),
    ];
    match entry.state.as_str() {
        "received" => format!("{} {}", voice.say("answers-received", &said), decided(call, voice, zone)),
        _ => voice.say("answers-draft", &said),
    }
}

/// Tells a person in private where their registration stands now, in their language.
pub fn tell(snapshot: &mut Snapshot, entry: i64) -> Result<(), StoreError> {
    let Some(row) = snapshot.rows.entries.get(entry).cloned() else { return Ok(()) };
    let voice = voice_to(snapshot, row.participant_id);
    let typed = |line: &str| in_private(voice, line);
    let mut document = Document::new(voice.language()).text(standing(snapshot, &row, voice, None, typed)?);
    if row.state == "promised" {
        let call = snapshot.rows.calls.get(row.call_id);
        let of = call.and_then(|call| talk_of(snapshot, call)).map(|talk| format!(" talk {}", talk.number));
        let command = |name: &str| format!("{name}{}", of.as_deref().unwrap_or_default());
        document = document.button(voice.say_plain("button-take-place"), command("register"));
        document = document.button(voice.say_plain("button-unregister"), command("unregister"));
    }
    say_to(snapshot, row.participant_id, document)
}

/// Says something to a participant in private, where they can be reached.
pub fn say_to(snapshot: &mut Snapshot, participant: i64, document: Document) -> Result<(), StoreError> {
    let Some(address) = record::address_of(snapshot, participant)? else { return Ok(()) };
    let Some(platform) = Platform::parse(&address.platform).filter(|p| *p != Platform::Import) else { return Ok(()) };
    let (to, now) = (To::Person { account: address.account, instead: None }, snapshot.now);
    snapshot.queue(platform, &Outgoing { to, action: Action::say(document) }, now)?;
    Ok(())
}
