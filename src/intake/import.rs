//! Rows of files on the record: each once, with the consent under which its source gave it.

use crate::chat::sanitise::clean;
use crate::model::{Consent, ConsultationSettings, Language, Platform, Stage};
use crate::record::{self, Incoming, Outcome, Person, Profile};
use crate::store::{Consultation, Load, LoadKey, Snapshot, Store, StoreError};
use crate::transfer::{ImportRow, Input, LeftOut, Reason, Refused};
use crate::trust::{self, AuditEntry};
use crate::vocabulary::Vocabulary;
use std::collections::BTreeMap;

/// How many rows one transaction takes, unless others write at the same time.
const BATCH: usize = 200;
/// After so many conflicts in a row the import stops.
const TRIES: usize = 50;
/// The longest basis, in characters.
const MAX_BASIS: usize = 500;

/// Under what a source's rows come in.
#[derive(Debug, Clone)]
pub struct Terms<'a> {
    /// The consultation's short name; the only open one, where none is given.
    pub consultation: Option<&'a str>,
    /// What the source is called: rows of one source share identifiers and authors.
    pub source: &'a str,
    /// What may be done with a row that says nothing of it: `Summarise` or `Quote`.
    pub consent: Consent,
    /// Why the source may be used; it stands in the audit log.
    pub basis: &'a str,
}

/// What became of a source's rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// On the record now.
    pub imported: usize,
    /// On the record before, or taken back since.
    pub known: usize,
    /// Not taken, by reason.
    pub left_out: BTreeMap<LeftOut, usize>,
    /// Not taken because something is wrong with them, in the order of the file.
    pub refused: Vec<Refused>,
}

/// Why a source is not imported, or not to its end.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no consultation to import into.
    #[error("there is no consultation yet: create one with the command consultation")]
    NoConsultation,
    /// Several are open.
    #[error("several consultations are open: add --consultation and one of {0}")]
    WhichConsultation(String),
    /// No consultation has this name.
    #[error("there is no consultation \"{0}\": write one of {1}")]
    UnknownConsultation(String, String),
    /// The room of a chat export is none of the bot's.
    #[error("the room {0} of the export is not bound: bind it first, and what was said since then can come in")]
    UnboundRoom(String),
    /// Nothing says why the source may be used.
    #[error("the basis is missing: say in up to {MAX_BASIS} characters why this source may be used")]
    NoBasis,
    /// The source has no name.
    #[error("the source has no name: give it one of letters and digits")]
    NoSource,
    /// A source as a whole goes no further than quotation.
    #[error("a source is imported to summarise or to quote: further a row itself must say so")]
    TooFar,
    /// The store failed.
    #[error("{source}. {taken} rows are in; import again and the rest follows, nothing twice")]
    Stopped {
        /// How many rows had been imported.
        taken: usize,
        /// What failed.
        source: StoreError,
    },
    /// The store failed before the first row.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The consultation of this name or, without a name, the only one that is open.
pub fn consultation<'a>(snapshot: &'a Snapshot, slug: Option<&str>) -> Result<&'a Consultation, ImportError> {
    let all: Vec<&Consultation> = snapshot.rows.consultations.iter().collect();
    let names = |of: &[&Consultation]| of.iter().map(|c| c.slug.as_str()).collect::<Vec<_>>().join(", ");
    if all.is_empty() {
        return Err(ImportError::NoConsultation);
    }
    if let Some(slug) = slug {
        let found = all.iter().find(|c| c.slug == slug);
        return found.copied().ok_or_else(|| ImportError::UnknownConsultation(slug.into(), names(&all)));
    }
    let is_open = |c: &&Consultation| matches!(Stage::parse(&c.stage), Some(Stage::Open | Stage::Closing));
    let open: Vec<&Consultation> = all.iter().copied().filter(is_open).collect();
    match (&open[..], &all[..]) {
        ([only], _) | ([], [only]) => Ok(only),
        ([], all) => Err(ImportError::WhichConsultation(names(all))),
        (open, _) => Err(ImportError::WhichConsultation(names(open))),
    }
}

/// Brings the rows of one source onto the record, a batch a transaction, beside a running bot.
/// Importing the same source again changes nothing. `progress` is told how many rows are done.
pub async fn import(
    store: &Store,
    terms: &Terms<'_>,
    input: Input,
    mut progress: impl FnMut(usize),
) -> Result<Report, ImportError> {
    let basis = clean(terms.basis);
    let terms = Terms { basis: basis.trim(), ..terms.clone() };
    if terms.basis.is_empty() || terms.basis.chars().count() > MAX_BASIS {
        return Err(ImportError::NoBasis);
    }
    if !matches!(terms.consent, Consent::Summarise | Consent::Quote) {
        return Err(ImportError::TooFar);
    }
    if source_name(terms.source).is_none_or(|name| name != terms.source) {
        return Err(ImportError::NoSource);
    }
    let mut report = Report { left_out: input.left_out, ..Report::default() };
    let mut rows = Vec::new();
    for row in input.rows {
        match row {
            Ok(row) if row.consent == Some(Consent::No) => *report.left_out.entry(LeftOut::NoConsent).or_insert(0) += 1,
            Ok(row) => rows.push(row),
            Err(refused) => report.refused.push(refused),
        }
    }
    let consultation = {
        let mut snapshot = store.snapshot()?;
        store.load_base(&mut snapshot).await?;
        consultation(&snapshot, terms.consultation)?.id
    };
    let (mut rest, mut size, mut conflicts) = (&rows[..], BATCH, 0);
    while !rest.is_empty() {
        let (batch, after) = rest.split_at(size.min(rest.len()));
        match take(store, &terms, consultation, batch, report.imported == 0).await {
            Ok(done) => {
                report.imported += done.imported;
                report.known += done.known;
                report.refused.extend(done.refused);
                for (reason, rows) in done.left_out {
                    *report.left_out.entry(reason).or_insert(0) += rows;
                }
                progress(batch.len());
                (rest, size, conflicts) = (after, BATCH, 0);
            }
            // The bot wrote meanwhile: a smaller batch is quicker, and less of it is in the way.
            Err(error) if error.is_conflict() && conflicts < TRIES => {
                (size, conflicts) = ((size / 2).max(1), conflicts + 1);
            }
            Err(source) if report.imported > 0 => {
                return Err(ImportError::Stopped { taken: report.imported, source });
            }
            Err(error) => return Err(error.into()),
        }
    }
    report.refused.sort_by_key(|refused| refused.line);
    Ok(report)
}

/// A source's name from what it is called: letters, digits, `-`, `_` and `.`, everything else a
/// `-`.
pub fn source_name(called: &str) -> Option<String> {
    let name: String =
        called.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' }).collect();
    Some(name).filter(|name| name.chars().any(char::is_alphanumeric))
}

/// Loads what a batch needs, decides and writes.
async fn take(
    store: &Store,
    terms: &Terms<'_>,
    consultation: i64,
    rows: &[ImportRow],
    audit: bool,
) -> Result<Report, StoreError> {
    let mut snapshot = store.snapshot()?;
    store.load_base(&mut snapshot).await?;
    // Nobody deletes a consultation; one that is gone all the same is a row that changed.
    let consultation =
        snapshot.rows.consultations.get(consultation).cloned().ok_or(StoreError::Conflict("consultations"))?;
    let import = Importing { terms, address: format!("{}/{}", consultation.slug, terms.source), consultation };
    let mut load = Load::from([LoadKey::AuditHead, LoadKey::Counter(format!("receipt:{}", import.prefix()))]);
    for row in rows {
        load.insert(LoadKey::Seen(record::event_hash(&snapshot, Platform::Import, &import.address, &row.id)));
        load.insert(LoadKey::Person(record::account_hash(&snapshot, Platform::Import, &import.account(row))));
    }
    store.load(&mut snapshot, &load).await?;
    let report = import.decide(&mut snapshot, rows, audit)?;
    store.write(snapshot.into_changes()).await?;
    Ok(report)
}

/// A source on its way into a consultation.
struct Importing<'a> {
    terms: &'a Terms<'a>,
    consultation: Consultation,
    /// What stands for the room in which a row was written: a source may be imported into several
    /// consultations.
    address: String,
}

impl Importing<'_> {
    /// What stands for an author's account: the same author is one person in all files of a source.
    fn account(&self, row: &ImportRow) -> String {
        format!("{}/{}", self.terms.source, row.author)
    }

    fn prefix(&self) -> &'static str {
        Vocabulary::current().region(&self.consultation.region).map_or("GL", |region| region.prefix.as_str())
    }

    /// Puts a batch on the record; with the first row of an import goes its entry in the audit log.
    fn decide(&self, snapshot: &mut Snapshot, rows: &[ImportRow], audit: bool) -> Result<Report, StoreError> {
        let mut report = Report::default();
        for row in rows {
            let hash = record::event_hash(snapshot, Platform::Import, &self.address, &row.id);
            if let Some(known) = record::seen(snapshot, &hash) {
                if self.text_of(snapshot, known.contribution_id, &row.id)?.is_some_and(|text| text != row.text) {
                    report.refused.push(Refused { line: row.line, reason: Reason::AlreadyImported });
                } else {
                    report.known += 1;
                }
                continue;
            }
            match self.note(snapshot, row)? {
                Outcome::New(_) => report.imported += 1,
                Outcome::Joined(_) | Outcome::Known => report.known += 1,
                Outcome::NoConsent => *report.left_out.entry(LeftOut::NoConsent).or_insert(0) += 1,
            }
        }
        if audit && report.imported > 0 {
            let Terms { source, consent, basis, .. } = self.terms;
            let entry = AuditEntry {
                office: "operator".into(),
                office_id: None,
                action: "import".into(),
                subject: format!("{}: {source}, {}, {basis}", self.consultation.slug, consent.word()),
            };
            trust::append(snapshot, &entry)?;
        }
        Ok(report)
    }

    /// The text on the record for a row's identifier, unless it was taken back.
    fn text_of(&self, snapshot: &Snapshot, contribution: Option<i64>, id: &str) -> Result<Option<String>, StoreError> {
        let Some(contribution) = contribution.and_then(|id| snapshot.rows.contributions.get(id)) else {
            return Ok(None);
        };
        let body = record::body_of(snapshot, contribution)?;
        let parts = body.map(|body| body.parts).unwrap_or_default();
        Ok(parts.into_iter().find(|part| part.event == id && part.room == self.address).map(|part| part.text))
    }

    fn note(&self, snapshot: &mut Snapshot, row: &ImportRow) -> Result<Outcome, StoreError> {
        let asked = row.consent.unwrap_or(self.terms.consent);
        let (participant, consent) = self.author(snapshot, row, asked)?;
        let room = row.room.as_deref().and_then(|name| self.room(snapshot, name));
        // The consent came with the file, whenever the row was written: it is judged by today.
        let answers = snapshot.rows.log.iter().filter(|entry| entry.subject_id == participant);
        let given_at = answers.map(|entry| entry.at).fold(snapshot.now, i64::max);
        let incoming = Incoming {
            platform: Platform::Import,
            address: &self.address,
            event: &row.id,
            at: row.at.unwrap_or(snapshot.now),
            participant,
            consultation: self.consultation.id,
            room,
            kind: "import",
            text: &row.text,
            language: row.language.as_deref().unwrap_or_default(),
            prefix: self.prefix(),
            given_at,
            question: None,
            may_join: false,
            on_behalf: None,
            basis: Some(self.terms.basis),
            cap: Some(consent),
            label: row.room.clone().filter(|_| room.is_none()),
        };
        record::note(snapshot, &incoming)
    }

    /// The participant for a row's author, made where there is none, and how far the row may go.
    /// Every row is capped by its own word, so that one that goes further than its author's rows
    /// before raises none of them; a consent that was lowered since is never raised by a file.
    fn author(&self, snapshot: &mut Snapshot, row: &ImportRow, asked: Consent) -> Result<(i64, Consent), StoreError> {
        let account = self.account(row);
        let hash = record::account_hash(snapshot, Platform::Import, &account);
        let Some(known) = record::participant(snapshot, &hash, self.consultation.id).map(|p| p.id) else {
            let language = row.language.as_deref().and_then(Language::parse).unwrap_or_else(|| self.language());
            let person = Person { platform: Platform::Import, account: &account, language };
            let id = record::join(snapshot, self.consultation.id, &person, asked, &Profile::default())?;
            return Ok((id, asked));
        };
        let mut answers: Vec<_> = snapshot
            .rows
            .log
            .iter()
            .filter(|entry| entry.subject_id == known && entry.field == "consent")
            .filter_map(|entry| Some((entry.at, entry.id, Consent::parse(&entry.value)?)))
            .collect();
        answers.sort_unstable();
        let now = answers.last().map(|(.., consent)| *consent).unwrap_or_default();
        if answers.is_sorted_by_key(|(.., consent)| *consent) {
            if asked > now {
                record::set_consent(snapshot, known, asked);
            }
            return Ok((known, asked));
        }
        Ok((known, asked.min(now)))
    }

    fn room(&self, snapshot: &Snapshot, name: &str) -> Option<i64> {
        let name = name.trim_start_matches('#');
        let rooms = &snapshot.rows.rooms;
        rooms.find(|r| r.consultation_id == self.consultation.id && r.name.eq_ignore_ascii_case(name)).map(|r| r.id)
    }

    fn language(&self) -> Language {
        let settings: ConsultationSettings = serde_json::from_str(&self.consultation.settings).unwrap_or_default();
        settings.languages.first().copied().unwrap_or_default()
    }
}
