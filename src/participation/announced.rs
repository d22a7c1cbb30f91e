//! The public call in words: what it is for, who can answer, from when until when, where and how, who
//! decides, and what is kept. One text a language; it is posted in rooms, previewed, and written as a file.

use super::calls::{Audience, REGISTRATION, SUBMISSION, call_settings, command_for, is_coming, is_open};
use super::forms::{Form, Kind, form_of};
use super::talks::subject;
use crate::args;
use crate::chat::{Document, Span, Spans};
use crate::i18n::{Speaker, speak, town};
use crate::model::{ConsultationSettings, Language, Time};
use crate::store::{Call, Snapshot, StoreError};

/// What is set for the consultation of a call.
fn settings_of(snapshot: &Snapshot, call: &Call) -> ConsultationSettings {
    let consultation = snapshot.rows.consultations.get(call.consultation_id);
    consultation.and_then(|c| serde_json::from_str(&c.settings).ok()).unwrap_or_default()
}

/// How the consultation of a call is called in a language.
fn title_of(snapshot: &Snapshot, call: &Call, language: Language) -> String {
    let titled = settings_of(snapshot, call).title(language).to_owned();
    let slug = || snapshot.rows.consultations.get(call.consultation_id).map(|c| c.slug.clone());
    Some(titled).filter(|title| !title.is_empty()).or_else(slug).unwrap_or_default()
}

/// How the form of a call is called in a language.
pub fn form_title(snapshot: &Snapshot, call: &Call, language: Language) -> String {
    let consultation = snapshot.rows.consultations.get(call.consultation_id);
    let form = consultation.and_then(|c| form_of(snapshot, c, &call.kind));
    form.map_or_else(|| call.kind.clone(), |form| form.title.get(language).to_owned())
}

/// A command as it is typed in private, in the word of a language.
pub(super) fn in_private(voice: Speaker, line: &str) -> String {
    let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
    let word = voice.word(&format!("command-{name}")).unwrap_or_else(|| name.to_owned());
    format!("{word} {rest}").trim_end().to_owned()
}

/// Where a call stands, in a sentence: to come, open, closed.
pub fn call_state(snapshot: &Snapshot, call: &Call, voice: Speaker, zone: &str) -> Result<String, StoreError> {
    let now = snapshot.now;
    let moment = |at: Time| format!("{} {}", voice.day_time(at, zone), town(zone));
    let said = args![
        ("form", form_title(snapshot, call, voice.language())),
        ("consultation", subject(snapshot, call, voice)?),
        ("opens", moment(call.opens)),
        ("until", call.closes.map(moment).unwrap_or_default()),
    ];
    let registers = call.kind == REGISTRATION;
    let key = match (is_coming(call, now), is_open(call, now), call.closes) {
        (true, ..) if registers => "call-coming",
        (true, ..) => "answers-coming",
        (_, true, None) if registers => "call-open",
        (_, true, None) => "answers-open",
        (_, true, Some(_)) if registers => "call-open-until",
        (_, true, Some(_)) => "answers-open-until",
        (_, false, _) if registers => "call-closed",
        (_, false, _) => "answers-closed",
    };
    Ok(voice.say(key, &said))
}

/// Who decides on what is handed in to a call, and by when; that it was not said, where it was not.
pub fn decided(call: &Call, voice: Speaker, zone: &str) -> String {
    let settings = call_settings(call);
    let by = settings.decision.map(|at| format!("{} {}", voice.day_time(at, zone), town(zone)));
    let who = settings.decides.map(|role| voice.say_plain(&format!("role-{}", role.word())));
    match (who, by) {
        (Some(who), Some(by)) => voice.say("decides-by", &args![("who", who), ("date", by)]),
        (Some(who), None) => voice.say("decides", &args![("who", who)]),
        (None, _) => voice.say_plain("decides-not-said"),
    }
}

/// The text of a call in a language. `typed` gives a command as it is typed in a room.
pub fn call_text(
    snapshot: &Snapshot,
    call: &Call,
    language: Language,
    typed: impl Fn(Speaker, &str) -> String,
) -> Option<Document> {
    let consultation = snapshot.rows.consultations.get(call.consultation_id)?;
    let form = form_of(snapshot, consultation, &call.kind)?;
    let (voice, settings) = (speak(language), settings_of(snapshot, call));
    let title = title_of(snapshot, call, language);
    let of = call_settings(call);
    let labelled = |key: &str, value: String| {
        Spans::say(voice, "labelled", args![("value", value)], &[("label", Span::strong(voice.say_plain(key)))])
    };
    let heading = voice.say("labelled", &args![("label", form.title.get(language)), ("value", title.as_str())]);
    let mut document = Document::new(language).heading(heading);
    if !form.about.get(language).is_empty() {
        document = document.text(form.about.get(language).to_owned());
    }
    let who = voice.say_plain(&format!("call-text-{}", of.audience.word()));
    document =
        document.point(labelled("call-text-who", who)).point(labelled("call-text-when", when(snapshot, call, voice)));
    if let Some(places) = places(&form, call, voice) {
        document = document.point(labelled("call-text-places", places));
    }
    document = document.point(labelled("call-text-how", how(&form, call, voice, typed)));
    let languages: Vec<&str> = settings.languages.iter().map(|language| language.own_name()).collect();
    if !languages.is_empty() {
        document = document.point(labelled("call-text-languages", voice.commas(&languages)));
    }
    document = document.point(labelled("call-text-decides", who_decides(call, voice, &settings.timezone)));
    document = document.point(labelled("call-text-name", voice.say_plain("call-text-name-free")));
    let kept = args![("days", settings.retention_days)];
    document = document.point(labelled("call-text-kept", voice.say("call-text-kept-for", &kept)));
    let contact = [("contact", Span::address(settings.contact))];
    Some(document.text(Spans::say(voice, "who-controller", args![("controller", settings.controller)], &contact)))
}

/// From when until when, with the year and the town whose clocks show it.
fn when(snapshot: &Snapshot, call: &Call, voice: Speaker) -> String {
    let settings = settings_of(snapshot, call);
    let zone = settings.timezone.as_str();
    let moment = |at: Time| {
        let said = args![("date", voice.date(at, zone)), ("time", voice.time_of_day(at, zone)), ("town", town(zone))];
        voice.say("call-text-moment", &said)
    };
    let closed = call.state != "open" || call.closes.is_some_and(|at| at <= snapshot.now);
    match call.closes {
        _ if closed => voice.say_plain("call-text-closed"),
        Some(at) => voice.say("call-text-from-until", &args![("from", moment(call.opens)), ("until", moment(at))]),
        None => voice.say("call-text-from", &args![("from", moment(call.opens))]),
    }
}

/// How many places there are, where the form asks how one wants to be there.
fn places(form: &Form, call: &Call, voice: Speaker) -> Option<String> {
    let settings = call_settings(call);
    if call.kind != REGISTRATION || !form.fields.iter().any(|field| field.kind == Kind::Mode && !field.off) {
        return None;
    }
    let of_mode = |mode: &&str| {
        let places =
            settings.places(mode).map_or_else(|| voice.say_plain("call-no-limit"), |places| places.to_string());
        voice.say("labelled", &args![("label", voice.say_plain(&format!("mode-{mode}"))), ("value", places)])
    };
    let mut places = voice.commas(&settings.modes().iter().map(of_mode).collect::<Vec<_>>());
    if settings.room.or(settings.online).is_some() && settings.audience != Audience::Invitation {
        places = voice.say("call-text-waiting-list", &args![("places", places)]);
    }
    Some(places)
}

/// What to type, and how much is asked.
fn how(form: &Form, call: &Call, voice: Speaker, typed: impl Fn(Speaker, &str) -> String) -> String {
    let line = command_for(&call.kind);
    let asked = form.fields.iter().filter(|field| field.first && !field.off).count();
    let said = args![("room", typed(voice, &line)), ("private", in_private(voice, &line)), ("count", asked)];
    voice.say("call-text-how-to", &said)
}

fn who_decides(call: &Call, voice: Speaker, zone: &str) -> String {
    match (call.kind.as_str(), call_settings(call).audience) {
        (REGISTRATION, Audience::Invitation) => voice.say_plain("call-text-invited"),
        (REGISTRATION, _) => voice.say_plain("call-text-in-order"),
        (SUBMISSION, _) => voice.say_plain("call-text-all-read"),
        _ => decided(call, voice, zone),
    }
}
