//! What people are told of their registration: where it stands, when they ask and when it changes.

use super::calls::call_settings;
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
) -> Spans {
    let consultation = snapshot.rows.consultations.get(entry.consultation_id);
    let settings: ConsultationSettings =
        consultation.and_then(|c| serde_json::from_str(&c.settings).ok()).unwrap_or_default();
    let titled = Some(settings.title(voice.language())).filter(|title| !title.is_empty());
    let title = titled.or(consultation.map(|c| c.slug.as_str())).unwrap_or_default().to_owned();
    let mode = if entry.mode.is_empty() { String::new() } else { voice.say_plain(&format!("mode-{}", entry.mode)) };
    let zone = &settings.timezone;
    let until = entry.until.map(|until| format!("{} {}", voice.day_time(until, zone), town(zone)));
    let hours = snapshot.rows.calls.get(entry.call_id).map(|call| call_settings(call).hours);
    let said = args![
        ("consultation", title),
        ("mode", mode),
        ("number", entry.number),
        ("until", until.unwrap_or_default()),
        ("hours", hours.unwrap_or_default()),
        ("register", typed("register")),
        ("unregister", typed("unregister")),
    ];
    match entry.state.as_str() {
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
        _ => voice.say("registered-lapsed", &said).into(),
    }
}

/// Tells a person in private where their registration stands now, in their language.
pub fn tell(snapshot: &mut Snapshot, entry: i64) -> Result<(), StoreError> {
    let Some(row) = snapshot.rows.entries.get(entry).cloned() else { return Ok(()) };
    let Some(address) = record::address_of(snapshot, row.participant_id)? else { return Ok(()) };
    let Some(platform) = Platform::parse(&address.platform).filter(|p| *p != Platform::Import) else { return Ok(()) };
    let language = snapshot.rows.participants.get(row.participant_id).and_then(|p| Language::parse(&p.language));
    let voice = speak(language.unwrap_or_default());
    let word = |name: &str| voice.word(&format!("command-{name}")).unwrap_or_else(|| name.to_owned());
    let mut document = Document::new(voice.language()).text(standing(snapshot, &row, voice, None, word));
    if row.state == "promised" {
        document = document.button(voice.say_plain("button-take-place"), "register");
        document = document.button(voice.say_plain("button-unregister"), "unregister");
    }
    let (to, now) = (To::Person { account: address.account, instead: None }, snapshot.now);
    snapshot.queue(platform, &Outgoing { to, action: Action::say(document) }, now)?;
    Ok(())
}
