//! `gcm-talks digest …`: the digest of a scope as a file, from the same parts as in the rooms.

use super::Place;
use super::opening::{There, open};
use super::output::{Failure, deliver};
use crate::clock::{Clock, Source, SystemClock};
use crate::digest::{self, DigestError, Scope};
use crate::intake::import::consultation;
use crate::model::{Kind, Language, Time};
use crate::store::Store;
use crate::vocabulary::Vocabulary;
use clap::ValueEnum;
use std::path::PathBuf;

/// Make a digest.
#[derive(clap::Args)]
pub struct Digest {
    /// The consultation's short name; the only open one without it
    #[arg(long, value_name = "NAME")]
    consultation: Option<String>,
    /// One room of it
    #[arg(long, value_name = "NAME")]
    room: Option<String>,
    /// One objective, by number or word
    #[arg(long, value_name = "OBJECTIVE")]
    objective: Option<String>,
    /// One round table, 1 to 4
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(1..=4))]
    round_table: Option<u8>,
    /// The rooms of one sub-region
    #[arg(long, value_name = "NAME")]
    subregion: Option<String>,
    /// What passages do: good-practice, challenge, recommendation, pledge, question or other
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: Option<Kind>,
    /// Not before this day or moment: 2026-09-02, or 2026-09-02T18:00:00Z
    #[arg(long, value_name = "WHEN", value_parser = since)]
    since: Option<Time>,
    /// Not after this day or moment
    #[arg(long, value_name = "WHEN", value_parser = until)]
    until: Option<Time>,
    /// The language of the digest: en, fr, es, ar, ru, zh or pt
    #[arg(long, value_name = "CODE", default_value = "en", value_parser = language)]
    language: Language,
    /// What is written
    #[arg(long, value_enum, default_value = "md")]
    format: Format,
    /// The file; without it standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Markdown
    Md,
    /// A page
    Html,
    /// docs/schemas/digest.schema.json
    Json,
    /// A table, one row a passage
    Csv,
}

fn language(text: &str) -> Result<Language, String> {
    Language::parse(text).ok_or_else(|| "write en, fr, es, ar, ru, zh or pt".into())
}

fn kind(text: &str) -> Result<Kind, String> {
    let names: Vec<&str> = Kind::ALL.into_iter().map(Kind::name).collect();
    Kind::parse(text).ok_or_else(|| format!("write one of {}", names.join(", ")))
}

fn since(text: &str) -> Result<Time, String> {
    when(text, "T00:00:00Z")
}

fn until(text: &str) -> Result<Time, String> {
    when(text, "T23:59:59.999Z")
}

/// A moment, or a day in UTC with the time of day to which it reaches.
fn when(text: &str, rest: &str) -> Result<Time, String> {
    let moment = |text: &str| text.parse::<jiff::Timestamp>().ok().map(|t| t.as_millisecond());
    moment(text)
        .or_else(|| moment(&format!("{text}{rest}")))
        .ok_or_else(|| "write a day such as 2026-09-02, or a moment such as 2026-09-02T18:00:00Z".into())
}

impl Digest {
    /// Makes it and writes it.
    pub async fn execute(self, place: &Place) -> Result<(), Failure> {
        let config = place.read()?;
        let store = open(&config, There::Everything, Source::system()).await?;
        let made = self.make(&store).await;
        store.close().await;
        deliver(&made?, self.output.as_deref())
    }

    async fn make(&self, store: &Store) -> Result<String, Failure> {
        let scope = self.scope(store).await?;
        let composed = digest::digest(store, &scope, self.language).await.map_err(|error| match error {
            DigestError::Store(error) => error.into(),
            error => Failure::new(error.told(Language::En).unwrap_or_else(|| error.to_string())),
        })?;
        Ok(match self.format {
            Format::Md => digest::markdown(&composed.digest),
            Format::Html => digest::html(&composed.digest),
            Format::Json => digest::json(&composed.digest),
            Format::Csv => digest::csv(&composed.digest),
        })
    }

    async fn scope(&self, store: &Store) -> Result<Scope, Failure> {
        let mut snapshot = store.snapshot()?;
        store.load_base(&mut snapshot).await?;
        let consultation = consultation(&snapshot, self.consultation.as_deref()).map_err(Failure::new)?;
        // A console's clock may have been moved ahead: what was noted there is no less noted.
        let noted = snapshot.rows.rooms.iter().filter_map(|room| room.noted_at).max();
        let now = SystemClock::default().now().max(noted.unwrap_or_default());
        let mut scope = Scope::consultation(consultation.id, self.until.unwrap_or(now));
        if let Some(name) = &self.room {
            let here = || snapshot.rows.rooms.iter().filter(|r| r.consultation_id == consultation.id);
            let wanted = name.trim_start_matches('#');
            let known: Vec<&str> = here().map(|r| r.name.as_str()).collect();
            let room = here().find(|r| r.name == wanted).ok_or_else(|| {
                Failure::new(format!("there is no room \"{name}\": write one of {}", known.join(", ")))
            })?;
            scope.room = Some(room.id);
        }
        if let Some(objective) = &self.objective {
            let number = Vocabulary::current().find_objective(objective);
            scope.objective = Some(number.ok_or_else(|| {
                Failure::new(format!("there is no objective \"{objective}\": write a number from 1 to 23, or a word"))
            })?);
        }
        if let Some(subregion) = &self.subregion {
            let (_, found) = Vocabulary::current().find_subregion(subregion).ok_or_else(|| {
                Failure::new(format!("there is no sub-region \"{subregion}\": write a name such as west-africa"))
            })?;
            scope.subregion = Some(found.id.clone());
        }
        scope.round_table = self.round_table;
        scope.kind = self.kind;
        scope.since = self.since;
        Ok(scope)
    }
}
