//! Who registered: a list for who runs the rooms, and by attribute, in bands, who is there and who is
//! missing.

use super::filling::{Filled, Setting, shown};
use super::forms::{Form, Kind, form_of};
use super::places::filled_of;
use super::{call_settings, options};
use crate::args;
use crate::chat::Document;
use crate::i18n::{Speaker, speak};
use crate::model::Language;
use crate::store::{Call, Entry, KeyRow, Snapshot, Store, StoreError, Value};
use crate::trust::{SMALLEST_GROUP, band};
use crate::vocabulary::Vocabulary;
use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::Arc;

/// So many registrations are listed at once.
const LISTED: usize = 40;
const HANDED_IN: &str = "call_id = $1 AND state IN ('confirmed', 'promised', 'waiting', 'asked', 'received')";
const THEIR_KEYS: &str = "id IN (SELECT participant_id FROM entries WHERE call_id = $1)";

/// What was handed in to a call and stands.
pub(super) struct Gathered {
    pub form: Arc<Form>,
    call: Call,
    region: String,
    pub entries: Vec<(Entry, Filled)>,
}

impl Gathered {
    /// Read from the store; nothing, where the call is gone. Base and calls are loaded.
    pub async fn of(store: &Store, snapshot: &mut Snapshot, call: i64) -> Result<Option<Gathered>, StoreError> {
        let Some(call) = snapshot.rows.calls.get(call).cloned() else { return Ok(None) };
        let Some(consultation) = snapshot.rows.consultations.get(call.consultation_id).cloned() else {
            return Ok(None);
        };
        let Some(form) = form_of(snapshot, &consultation, &call.kind) else { return Ok(None) };
        let region = consultation.region;
        let of = [Value::Int(call.id)];
        // Side by side. Who left or came meanwhile has no key among these, and is not counted.
        let (handed_in, keys) =
            tokio::try_join!(store.select::<Entry>(HANDED_IN, &of), store.select::<KeyRow>(THEIR_KEYS, &of))?;
        snapshot.rows.keys.load(keys);
        let entries = opened(snapshot, handed_in)?;
        Ok(Some(Gathered { form, call, region, entries }))
    }
}

/// Entries with what was filled in, of those whose people are there. To open many thousands takes longer
/// than to read them, so each core opens its share.
fn opened(snapshot: &Snapshot, entries: Vec<Entry>) -> Result<Vec<(Entry, Filled)>, StoreError> {
    let open = |entry: &Entry| {
        let there = snapshot.rows.keys.get(entry.participant_id).is_some();
        there.then(|| filled_of(snapshot, entry)).transpose()
    };
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get());
    let filled: Vec<Option<Filled>> = std::thread::scope(|scope| {
        let shares = entries.chunks(entries.len().div_ceil(cores).max(1));
        let opening: Vec<_> = shares.map(|share| scope.spawn(move || share.iter().map(open).collect())).collect();
        let shares: Result<Vec<Vec<_>>, StoreError> =
            opening.into_iter().map(|share| share.join().unwrap_or_else(|fault| resume_unwind(fault))).collect();
        Ok::<_, StoreError>(shares?.into_iter().flatten().collect())
    })?;
    Ok(entries.into_iter().zip(filled).filter_map(|(entry, filled)| Some((entry, filled?))).collect())
}

/// The registrations of a call by number, of one state or all; and the entries that it shows.
///
/// # Errors
/// The database is away, or a row does not open.
pub async fn listed(
    store: &Store,
    snapshot: &mut Snapshot,
    call: i64,
    state: Option<&str>,
    language: Language,
) -> Result<(Document, Vec<i64>), StoreError> {
    let voice = speak(language);
    let mut document = Document::new(language);
    let Some(gathered) = Gathered::of(store, snapshot, call).await? else { return Ok((document, Vec::new())) };
    let modes = call_settings(&gathered.call).modes();
    let set = Setting { region: &gathered.region, modes: &modes };
    let mut wanted: Vec<_> =
        gathered.entries.iter().filter(|(entry, _)| state.is_none_or(|state| entry.state == state)).collect();
    wanted.sort_by_key(|(entry, _)| entry.number);
    if wanted.is_empty() {
        return Ok((document.text(voice.say_plain("registrations-empty")), Vec::new()));
    }
    let listed = &wanted[..wanted.len().min(LISTED)];
    for (entry, filled) in listed {
        let mut parts = vec![voice.say_plain(&format!("entry-{}", entry.state))];
        // What is sensitive is counted, not listed.
        let answers = shown(&gathered.form, set, filled, voice);
        parts.extend(answers.into_iter().filter(|(field, a)| !field.sensitive && !a.is_empty()).map(|(_, a)| a));
        if entry.checked_at.is_some() {
            parts.push(voice.say_plain("entry-checked-in"));
        }
        document = document.point(format!("{}  {}", entry.number, parts.join(" · ")));
    }
    if wanted.len() > LISTED {
        document = document.small(voice.say("registrations-more", &args![("count", wanted.len() - LISTED)]));
    }
    snapshot.rows.entries.load(listed.iter().map(|(entry, _)| entry.clone()));
    Ok((document, listed.iter().map(|(entry, _)| entry.id).collect()))
}

/// Who is there by category, sub-region and gender, in bands, and who is missing.
///
/// # Errors
/// As [`listed`].
pub async fn coverage(
    store: &Store,
    snapshot: &mut Snapshot,
    call: i64,
    language: Language,
) -> Result<Document, StoreError> {
    let voice = speak(language);
    let document = Document::new(language);
    let Some(gathered) = Gathered::of(store, snapshot, call).await? else { return Ok(document) };
    let people = band(gathered.entries.len()).words(voice);
    let mut document = document.heading(voice.say_plain("coverage-heading"));
    document = document.text(voice.say("coverage-people", &args![("people", people)]));
    let mut missing: Vec<String> = Vec::new();
    for (label, groups) in attributes(&gathered, voice) {
        let mut shown = Vec::new();
        for (name, count) in groups {
            match count < SMALLEST_GROUP {
                true => missing.push(name),
                false => shown
                    .push(voice.say("coverage-group", &args![("name", name), ("people", band(count).words(voice))])),
            }
        }
        if !shown.is_empty() {
            document = document.point(voice.say("labelled", &args![("label", label), ("value", voice.commas(&shown))]));
        }
    }
    if !missing.is_empty() {
        document = document.text(voice.say("coverage-missing", &args![("groups", voice.commas(&missing))]));
    }
    Ok(document.small(voice.say("coverage-bands", &args![("count", SMALLEST_GROUP)])))
}

/// The attributes by which people are counted, with every group that could be there: the field's label,
/// and each group with how many.
fn attributes(gathered: &Gathered, voice: Speaker) -> Vec<(String, Vec<(String, usize)>)> {
    let Gathered { form, call, region, entries } = gathered;
    let modes = call_settings(call).modes();
    let set = Setting { region, modes: &modes };
    let counted =
        |field: &&super::Field| !field.off && matches!(field.kind, Kind::Category | Kind::Subregion | Kind::Choice);
    form.fields
        .iter()
        .filter(counted)
        .map(|field| {
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            for (_, filled) in entries {
                for value in filled.answers.get(&field.id).into_iter().flatten() {
                    *counts.entry(value.as_str()).or_default() += 1;
                }
            }
            let groups = match field.kind {
                Kind::Subregion => {
                    let own = Vocabulary::current().region(region).map(|r| r.subregions.as_slice()).unwrap_or_default();
                    own.iter().map(|s| (s.id.clone(), s.label(voice.language().code()).to_owned())).collect()
                }
                _ => options(form, set, &Filled::default(), field, voice),
            };
            let groups = groups.into_iter().map(|(id, label)| (label, counts.get(id.as_str()).copied().unwrap_or(0)));
            (field.label.get(voice.language()).to_owned(), groups.collect())
        })
        .collect()
}
