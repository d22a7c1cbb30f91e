//! What may be exported, as CSV and JSON with a manifest: passages whose authors allow quotation,
//! each with what its author allows to be shown beside it. Everything else appears as a number.

use crate::analysis::{self, Prior};
use crate::args;
use crate::i18n::speak;
use crate::model::{Consent, ConsultationSettings, Kind, Language, RoomSettings};
use crate::record::{self, Passage, passage_text};
use crate::store::{Contribution, Load, LoadKey, Participant, Room, Snapshot, Store, StoreError};
use crate::trust::SMALLEST_GROUP;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

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
    Settings(String),
    /// A file could not be composed.
    #[error("the export could not be written: {0}")]
    Format(String),
    /// The manifest is none.
    #[error("this is no manifest of an export: give the file whose name ends in manifest.json")]
    NoManifest,
}

/// What is shown of an author beside a passage: no more than the consent says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// Nothing.
    Nothing,
    /// The stakeholder category, by its identifier.
    Category(String),
    /// The organisation, as a coordinator vouched for it.
    Organisation(String),
    /// The organisation, as the author typed it.
    ClaimedOrganisation(String),
    /// The name.
    Name(String),
}

impl Shown {
    /// What kind of attribution it is, and the attribution.
    fn parts(&self) -> (&'static str, &str) {
        match self {
            Shown::Nothing => ("nothing", ""),
            Shown::Category(id) => ("category", id),
            Shown::Organisation(name) => ("organisation", name),
            Shown::ClaimedOrganisation(name) => ("claimed-organisation", name),
            Shown::Name(name) => ("name", name),
        }
    }
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
        let mut snapshot = store.snapshot()?;
        store.load_base(&mut snapshot).await?;
        store.load(&mut snapshot, &Load::from([LoadKey::Consultation(consultation), LoadKey::Organisations])).await?;
        Found::of(&snapshot, consultation, room)
    }

    fn of(snapshot: &Snapshot, consultation: i64, only: Option<i64>) -> Result<Found, ExportError> {
        let row = snapshot.rows.consultations.get(consultation).ok_or(ExportError::Missing("the consultation"))?;
        let settings: ConsultationSettings =
            serde_json::from_str(&row.settings).map_err(|_| ExportError::Settings(row.slug.clone()))?;
        let mut rooms = HashMap::new();
        for room in snapshot.rows.rooms.iter().filter(|room| room.consultation_id == consultation) {
            let set: RoomSettings =
                serde_json::from_str(&room.settings).map_err(|_| ExportError::Settings(room.name.clone()))?;
            rooms.insert(room.id, (room.name.as_str(), set));
        }
        let room = match only {
            Some(id) => Some(rooms.get(&id).ok_or(ExportError::Missing("the room"))?.0.to_owned()),
            None => None,
        };
        let zone = jiff::tz::TimeZone::get(&settings.timezone).unwrap_or(jiff::tz::TimeZone::UTC);
        let moment = |at| jiff::Timestamp::from_millisecond(at).unwrap_or_default();
        let day = |at| zone.to_datetime(moment(at)).date().to_string();
        let mut inputs = Vec::new();
        for contribution in snapshot.rows.contributions.iter() {
            let room = contribution.room_id.and_then(|id| rooms.get(&id));
            let in_scope = only.is_none() || contribution.room_id == only;
            if in_scope && contribution.state == "live" && room.is_none_or(|(_, set)| !set.rehearsal) {
                inputs.extend(Input::of(snapshot, contribution, room.map(|(name, set)| (*name, set)), &settings)?);
            }
        }
        let crowd = Crowd::of(&inputs);
        let mut counts = Counts {
            people: inputs.iter().map(|input| input.row.participant_id).collect::<HashSet<_>>().len(),
            contributions: inputs.len(),
            ..Counts::default()
        };
        let mut rows = Vec::new();
        for input in &inputs {
            counts.passages += input.passages.len();
            for passage in &input.passages {
                if !passage.shown {
                    counts.passages_not_shown += 1;
                    continue;
                }
                let (shown, room) = crowd.coarsened(input, &passage.language);
                let (attribution_kind, attribution) = shown.parts();
                rows.push(Row {
                    receipt: input.row.receipt.clone(),
                    passage: format!("{}.{}", input.row.receipt, passage.number),
                    room: room.map(str::to_owned),
                    day: day(input.row.at),
                    language: passage.language.clone(),
                    objective: passage.objective,
                    kind: passage.kind.name(),
                    text: passage.text.clone(),
                    attribution_kind,
                    attribution: attribution.to_owned(),
                });
            }
        }
        // By receipt, which tells neither order nor time.
        rows.sort_by(|a, b| (&a.receipt, &a.passage).cmp(&(&b.receipt, &b.passage)));
        let made_at = moment(snapshot.now).to_string();
        Ok(Found { slug: row.slug.clone(), room, day: day(snapshot.now), made_at, rows, counts })
    }

    fn listed(&self) -> Listed {
        let attributions = self.rows.iter().map(|row| (row.passage.clone(), row.attribution_kind.to_owned()));
        Listed { consultation: self.slug.clone(), room: self.room.clone(), attributions: attributions.collect() }
    }
}

/// A contribution in scope, opened.
struct Input<'a> {
    row: &'a Contribution,
    room: Option<&'a str>,
    /// What the consent allows, before small numbers are looked at.
    shown: Shown,
    passages: Vec<Read>,
}

/// A passage, read.
struct Read {
    number: i64,
    text: String,
    language: String,
    objective: Option<u8>,
    kind: Kind,
    /// Whether it may be shown.
    shown: bool,
}

impl<'a> Input<'a> {
    /// A contribution, unless its author consents no more.
    fn of(
        snapshot: &'a Snapshot,
        row: &'a Contribution,
        room: Option<(&'a str, &RoomSettings)>,
        settings: &ConsultationSettings,
    ) -> Result<Option<Input<'a>>, StoreError> {
        let mut consent = record::consent_of(snapshot, row);
        let Some(body) = record::body_of(snapshot, row)?.filter(|_| consent != Consent::No) else { return Ok(None) };
        if room.is_some_and(|(_, set)| set.chatham) {
            consent = consent.min(Consent::Quote);
        }
        let profile = record::profile_of(snapshot, row.participant_id)?;
        let claimed = body.on_behalf.as_ref().map(|who| who.name.clone()).or(profile.organisation);
        let shown = match consent {
            Consent::No | Consent::Summarise | Consent::Quote => None,
            Consent::Category => profile.category.map(|category| Shown::Category(category.0)),
            Consent::Organisation => match (vouched(snapshot, row.participant_id, claimed.as_deref())?, claimed) {
                (Some(name), _) => Some(Shown::Organisation(name)),
                (None, claimed) => claimed.map(Shown::ClaimedOrganisation),
            },
            Consent::Name => profile.name.map(Shown::Name),
        };
        // Imported rows have no room here and were no private words to the bot.
        let private = row.kind != "import" && (row.kind == "private" || room.is_none());
        let prior = Prior {
            objective: room.and_then(|(_, set)| set.objective),
            round_table: room.and_then(|(_, set)| set.round_table),
        };
        let text = body.text();
        let read = |passage: &Passage| {
            let text = passage_text(&text, passage).trim();
            let reading =
                analysis::read(text, Some(&body.language).filter(|tag| !tag.is_empty()).map(String::as_str), prior);
            let found = reading.objectives.first().map(|scored| scored.number);
            let (objective, kind) = corrected(snapshot, row.id, passage.number, found, reading.kind);
            let all = reading.objectives.iter().map(|scored| scored.number).chain(objective);
            let ask = private || all.into_iter().any(|number| settings.risky_objectives.contains(&number));
            let said =
                snapshot.rows.approvals.iter().rfind(|a| (a.contribution_id, a.passage) == (row.id, passage.number));
            let declined = said.is_some_and(|approval| approval.state == "declined");
            let approved = said.is_some_and(|approval| approval.state == "approved");
            Read {
                number: passage.number,
                text: text.to_owned(),
                language: reading.language.tag,
                objective,
                kind,
                shown: consent.quotes() && !declined && (approved || !ask),
            }
        };
        let passages = body.passages.iter().map(read).collect();
        let room = room.map(|(name, _)| name);
        Ok(Some(Input { row, room, shown: shown.unwrap_or(Shown::Nothing), passages }))
    }
}

/// The name of the vouched organisation for which someone writes.
fn vouched(snapshot: &Snapshot, participant: i64, claimed: Option<&str>) -> Result<Option<String>, StoreError> {
    let named = claimed.map(|name| record::name_hash(snapshot, name));
    let by_name = named.and_then(|hash| snapshot.rows.organisation_names.find(|name| name.hash == hash));
    let of: Option<&Participant> = snapshot.rows.participants.get(participant);
    let id = by_name.map(|name| name.organisation_id).or_else(|| of.filter(|_| claimed.is_none())?.organisation_id);
    match id.filter(|id| record::vouched(snapshot, *id)) {
        Some(id) => record::name_of(snapshot, id),
        None => Ok(None),
    }
}

/// Objective and kind under the corrections in force: the latest word on the passage itself, or
/// else on the whole; objective 0 is none.
fn corrected(
    snapshot: &Snapshot,
    contribution: i64,
    passage: i64,
    objective: Option<u8>,
    kind: Kind,
) -> (Option<u8>, Kind) {
    let mut tags: Vec<_> = snapshot
        .rows
        .tags
        .iter()
        .filter(|tag| tag.contribution_id == contribution && tag.passage.is_none_or(|number| number == passage))
        .collect();
    tags.sort_by_key(|tag| (tag.passage.is_some(), tag.at, tag.id));
    let tagged = tags.iter().rev().find_map(|tag| tag.objective);
    let objective = tagged.map_or(objective, |number| u8::try_from(number).ok().filter(|number| *number > 0));
    let kind = tags.iter().rev().find_map(|tag| Kind::parse(tag.kind.as_deref()?)).unwrap_or(kind);
    (objective, kind)
}

/// A combination of attributes: category, room, language. The language is always part of it, since
/// whoever reads a text sees it.
type Combination<'a> = (Option<&'a str>, Option<&'a str>, &'a str);

/// The people in scope by the combinations of attributes that they share (promise 6).
struct Crowd<'a>(HashMap<Combination<'a>, HashSet<i64>>);

impl<'a> Crowd<'a> {
    fn of(inputs: &'a [Input<'a>]) -> Crowd<'a> {
        let mut people: HashMap<Combination<'a>, HashSet<i64>> = HashMap::new();
        for input in inputs {
            for passage in &input.passages {
                let (category, language) = (category(&input.shown), passage.language.as_str());
                for (category, room) in [(category, input.room), (category, None), (None, input.room)] {
                    people.entry((category, room, language)).or_default().insert(input.row.participant_id);
                }
            }
        }
        Crowd(people)
    }

    /// What of category and room can be shown beside a passage without fewer than five people
    /// fitting. Who agreed to be named, or their organisation, is shown by that.
    fn coarsened<'i>(&self, input: &'i Input<'_>, language: &str) -> (Shown, Option<&'i str>) {
        let (category, room) = (category(&input.shown), input.room);
        let shared = |category: Option<&str>, room: Option<&str>| {
            self.0.get(&(category, room, language)).is_some_and(|people| people.len() >= SMALLEST_GROUP)
        };
        if category.is_some() && shared(category, room) {
            return (input.shown.clone(), room);
        }
        if category.is_some() && shared(category, None) {
            return (input.shown.clone(), None);
        }
        let named = if category.is_some() { Shown::Nothing } else { input.shown.clone() };
        (named, room.filter(|_| shared(None, room)))
    }
}

fn category(shown: &Shown) -> Option<&str> {
    if let Shown::Category(id) = shown { Some(id) } else { None }
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
