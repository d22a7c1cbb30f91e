//! What may be exported, as CSV and JSON with a manifest: passages whose authors allow quotation,
//! each with what its author allows to be shown beside it. Everything else appears as a number.

use crate::args;
use crate::digest::{self, DigestError, Scope, Shown};
use crate::i18n::speak;
use crate::model::{Language, Time};
use crate::store::{Room, Store, StoreError};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The version of the manifest and of the JSON file.
const SCHEMA: u32 = 1;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The consultation's row.
    pub consultation: i64,
    /// One room of it alone, by its row.
    pub room: Option<i64>,
    /// The office of who asks: a role's word, or `operator`.
    pub office: &'a str,
    /// The language of the notices in the manifest.
    pub language: Language,
}

/// A file of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl From<DigestError> for ExportError {
    fn from(error: DigestError) -> ExportError {
        match error {
            DigestError::Store(error) => ExportError::Store(error),
            DigestError::Settings(of, _) => ExportError::Settings(of),
            DigestError::Missing(what) => ExportError::Missing(what),
            // No export is cut out by attributes of people.
            DigestError::TooFew => ExportError::Format(error.to_string()),
        }
    }
}

/// Why there is no export, or no check of one.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The consultation or the room is not there.
    #[error("{0} is not there any more: look at its name")]
    Missing(&'static str),
    /// What is set for a consultation or room cannot be read.
    #[error("the settings of {0} cannot be read: restore a backup")]
    Settings(&'static str),
    /// A file could not be composed.
    #[error("the export could not be written: {0}")]
    Format(String),
    /// The manifest is none.
    #[error("this is no manifest of an export: give the file whose name ends in manifest.json")]
    NoManifest,
}

/// A passage that may be quoted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Row {
    receipt: String,
    passage: String,
    room: Option<String>,
    /// The day on which it was written, in the consultation's time zone: no time of day, which
    /// would tell more than a quotation needs.
    day: String,
    language: String,
    objective: Option<u8>,
    kind: &'static str,
    text: String,
    attribution_kind: &'static str,
    attribution: String,
}

/// How many there are of what is in scope, and of what is not shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
struct Counts {
    people: usize,
    contributions: usize,
    passages: usize,
    /// Passages that shape counts and themes and may not be quoted, or not yet.
    passages_not_shown: usize,
}

#[derive(Serialize)]
struct PassagesFile<'a> {
    schema: u32,
    consultation: &'a str,
    counts: &'a Counts,
    passages: &'a [Row],
}

/// What of a manifest a check needs: for each passage what kind of attribution it has.
#[derive(Serialize, Deserialize)]
struct Listed {
    consultation: String,
    room: Option<String>,
    attributions: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Manifest<'a> {
    schema: u32,
    what: &'static str,
    #[serde(flatten)]
    listed: Listed,
    made_at: String,
    office: &'a str,
    counts: &'a Counts,
    rows: usize,
    receipts: BTreeSet<&'a str>,
    files: Vec<FileOf<'a>>,
    notice: String,
    check: String,
    note: String,
}

#[derive(Serialize)]
struct FileOf<'a> {
    name: &'a str,
    bytes: usize,
    blake3: String,
}

/// Exports what may be exported: a CSV file, a JSON file and the manifest. The audit entry is the
/// caller's.
///
/// # Errors
/// The store's, and a consultation or room that is not there.
pub async fn export(store: &Store, wanted: &Wanted<'_>) -> Result<Vec<ExportFile>, ExportError> {
    let found = Found::load(store, wanted.consultation, wanted.room).await?;
    let Found { slug, room, day, rows, counts, .. } = &found;
    let stem = format!("{slug}-{}{day}", room.as_ref().map(|name| format!("{name}-")).unwrap_or_default());
    let json = json(&PassagesFile { schema: SCHEMA, consultation: slug, counts, passages: rows })?;
    let mut files = vec![
        ExportFile { name: format!("{stem}.csv"), bytes: table(rows)? },
        ExportFile { name: format!("{stem}.json"), bytes: json },
    ];
    let speaker = speak(wanted.language);
    let manifest = Manifest {
        schema: SCHEMA,
        what: "gcm-talks export",
        listed: found.listed(),
        made_at: found.made_at.clone(),
        office: wanted.office,
        counts,
        rows: rows.len(),
        receipts: rows.iter().map(|row| row.receipt.as_str()).collect(),
        files: files.iter().map(FileOf::of).collect(),
        notice: speaker.say("export-notice", &args![("day", day.as_str())]),
        check: speaker.say_plain("export-check"),
        note: speaker.say_plain("export-text"),
    };
    let bytes = self::json(&manifest)?;
    files.push(ExportFile { name: format!("{stem}-manifest.json"), bytes });
    Ok(files)
}

/// A passage of an export that may be shown no more, or with less beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    /// The passage: `AF-0042.1`.
    pub passage: String,
    /// What kind of attribution it may still have; none, where it must be taken out.
    pub now: Option<String>,
}

/// What of an export has to be taken out, or shown with less, by its manifest.
///
/// # Errors
/// The store's, and bytes that are no manifest.
pub async fn taken_back(store: &Store, manifest: &[u8]) -> Result<Vec<TakenBack>, ExportError> {
    let listed: Listed = serde_json::from_slice(manifest).map_err(|_| ExportError::NoManifest)?;
    let mut snapshot = store.snapshot()?;
    store.load_base(&mut snapshot).await?;
    let consultation = snapshot.rows.consultations.find(|c| c.slug == listed.consultation).map(|c| c.id);
    let consultation = consultation.ok_or(ExportError::Missing("the consultation"))?;
    let in_it = |room: &Room| room.consultation_id == consultation;
    let room = match &listed.room {
        Some(name) => {
            let room = snapshot.rows.rooms.find(|room| in_it(room) && room.name == *name).map(|room| room.id);
            Some(room.ok_or(ExportError::Missing("the room"))?)
        }
        None => None,
    };
    let now = Found::load(store, consultation, room).await?.listed().attributions;
    let changed = listed.attributions.into_iter().filter(|(passage, kind)| now.get(passage) != Some(kind));
    Ok(changed.map(|(passage, _)| TakenBack { now: now.get(&passage).cloned(), passage }).collect())
}

/// What was found in scope.
struct Found {
    slug: String,
    room: Option<String>,
    day: String,
    made_at: String,
    rows: Vec<Row>,
    counts: Counts,
}

impl Found {
    async fn load(store: &Store, consultation: i64, room: Option<i64>) -> Result<Found, ExportError> {
        let scope = Scope { room, ..Scope::consultation(consultation, Time::MAX) };
        let allowed = digest::quotable(&digest::gather(store, &scope).await?);
        let zone = jiff::tz::TimeZone::get(&allowed.timezone).unwrap_or(jiff::tz::TimeZone::UTC);
        let moment = |at| jiff::Timestamp::from_millisecond(at).unwrap_or_default();
        let day = |at| zone.to_datetime(moment(at)).date().to_string();
        let counts = Counts {
            people: allowed.people,
            contributions: allowed.contributions,
            passages: allowed.passages,
            passages_not_shown: allowed.passages.saturating_sub(allowed.quotable.len()),
        };
        let row = |passage: digest::Quotable| {
            let (attribution_kind, attribution) = parts(passage.shown);
            Row {
                receipt: passage.receipt,
                passage: passage.passage,
                room: passage.room,
                day: day(passage.at),
                language: passage.language,
                objective: passage.objective,
                kind: passage.kind.name(),
                text: passage.text,
                attribution_kind,
                attribution,
            }
        };
        let mut rows: Vec<Row> = allowed.quotable.into_iter().map(row).collect();
        // By receipt, which tells neither order nor time.
        rows.sort_by(|a, b| (&a.receipt, &a.passage).cmp(&(&b.receipt, &b.passage)));
        let now = store.snapshot()?.now;
        let (slug, room) = (allowed.consultation, allowed.room);
        Ok(Found { slug, room, day: day(now), made_at: moment(now).to_string(), rows, counts })
    }

    fn listed(&self) -> Listed {
        let attributions = self.rows.iter().map(|row| (row.passage.clone(), row.attribution_kind.to_owned()));
        Listed { consultation: self.slug.clone(), room: self.room.clone(), attributions: attributions.collect() }
    }
}

/// What kind of attribution it is, and the attribution.
fn parts(shown: Shown) -> (&'static str, String) {
    match shown {
        Shown::Nothing => ("nothing", String::new()),
        Shown::Category(id) => ("category", id),
        Shown::Organisation(name) => ("organisation", name),
        Shown::ClaimedOrganisation(name) => ("claimed-organisation", name),
        Shown::Name(name) => ("name", name),
    }
}

impl<'a> FileOf<'a> {
    fn of(file: &'a ExportFile) -> FileOf<'a> {
        FileOf { name: &file.name, bytes: file.bytes.len(), blake3: blake3::hash(&file.bytes).to_hex().to_string() }
    }
}

fn json<T: Serialize>(value: &T) -> Result<Vec<u8>, ExportError> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(|e| ExportError::Format(e.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The rows as CSV, with the mark by which spreadsheets know UTF-8.
fn table(rows: &[Row]) -> Result<Vec<u8>, ExportError> {
    let failed = |e: csv::Error| ExportError::Format(e.to_string());
    let mut writer = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    writer
        .write_record([
            "receipt",
            "passage",
            "room",
            "day",
            "language",
            "objective",
            "kind",
            "text",
            "attribution_kind",
            "attribution",
        ])
        .map_err(failed)?;
    for row in rows {
        let objective = row.objective.map(|number| number.to_string()).unwrap_or_default();
        let room = row.room.as_deref().unwrap_or_default();
        let (text, attribution) = (harmless(&row.text), harmless(&row.attribution));
        let cells = [&row.receipt, &row.passage, &harmless(room), &row.day, &row.language, &objective];
        let cells = cells.into_iter().map(String::as_str).chain([row.kind, &text, row.attribution_kind, &attribution]);
        writer.write_record(cells).map_err(failed)?;
    }
    writer.into_inner().map_err(|e| ExportError::Format(e.to_string()))
}

/// A cell that no spreadsheet takes for a formula: one that begins like one, blanks apart, gets a
/// mark in front.
fn harmless(cell: &str) -> String {
    let formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if formula || cell.starts_with(['\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}
