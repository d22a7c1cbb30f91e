//! `gcm-talks import FORMAT FILE…`: statements of other sources on the record.
//!
//! Exit status 0 when everything that could be taken was, refused rows included: they are named on
//! standard error and counted. 1 when a file could not be read, or none of its rows taken.

use super::Place;
use super::founding;
use super::house;
use super::opening::{There, open};
use super::output::{Failure, complain, say, short};
use crate::clock::Source;
use crate::intake::Intake;
use crate::intake::import::{Report, Terms, import, source_name};
use crate::model::{Consent, Platform};
use crate::store::Store;
use crate::transfer::{Input, csv, discord_export, jsonl, matrix_export, polis};
use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes.
const MAX_FILE: u64 = 256 * 1024 * 1024;

/// So many files that are not fetched are named.
const FILES: usize = 20;

/// Import files of other sources.
#[derive(clap::Args)]
pub struct Import {
    /// What the files are
    #[arg(value_enum)]
    format: Format,
    /// The files; for polis the folder of each export
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Why this may be used, such as "public consultation, CC BY 4.0"; it stands in the audit log
    #[arg(long, value_name = "WHY", required_if_eq_any = ROWS)]
    basis: Option<String>,
    /// What may be done with rows that say nothing of it
    #[arg(long, value_enum, required_if_eq_any = ROWS)]
    consent: Option<SourceConsent>,
    /// The consultation's short name; the only open one without it
    #[arg(long, value_name = "NAME")]
    consultation: Option<String>,
    /// What the source is called: files of one source share rows and authors [default: each file's
    /// own name]
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
}

/// What a file is.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One JSON object a line
    Jsonl,
    /// A table with a header
    Csv,
    /// The folder of an export of Polis
    Polis,
    /// A room's history as Element exports it in JSON; people get what they agreed to with the bot
    MatrixExport,
    /// A channel's history as DiscordChatExporter writes it in JSON; people get what they agreed to
    /// with the bot
    DiscordExport,
}

impl Format {
    /// Whether it is the history of a chat.
    fn is_history(self) -> bool {
        matches!(self, Format::MatrixExport | Format::DiscordExport)
    }
}

/// The formats whose rows come in under a basis and a consent of their own.
const ROWS: [(&str, &str); 3] = [("format", "jsonl"), ("format", "csv"), ("format", "polis")];

/// How far a whole source may go.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum SourceConsent {
    /// Counted, never quoted
    Summarise,
    /// Quoted without a name
    Quote,
}

impl Import {
    /// Reads the files and brings their rows in; a file that fails does not keep the next.
    pub async fn execute(self, place: &Place) -> Result<(), Failure> {
        let config = place.read()?;
        if self.format.is_history() && self.has_terms() {
            return Err(Failure::new(
                "a chat export takes no --basis, --consent, --consultation or --source: \
                 leave them out, people get what they agreed to with the bot",
            ));
        }
        let there = if config.sample.is_some() { There::Nothing } else { There::Everything };
        let store = open(&config, there, Source::system()).await?;
        if config.sample.is_some() {
            match founding::found(&store, &config).await {
                // A bot that starts at this moment has written the same.
                Err(error) if !error.is_conflict() => return Err(error.into()),
                _ => {}
            }
        }
        let intake = Intake::new(store.clone(), house::settings(&config, false));
        let mut failed = false;
        for file in &self.files {
            let taken = match self.format {
                format if format.is_history() => history(&intake, format, file).await,
                _ => self.one(&store, file).await,
            };
            match taken {
                Ok(taken) => failed |= !taken,
                Err(Failure::Failed(sentence)) => {
                    complain(format!("{}: {sentence}", short(file)));
                    failed = true;
                }
                Err(other) => {
                    store.close().await;
                    return Err(other);
                }
            }
        }
        store.close().await;
        if failed { Err(Failure::Said) } else { Ok(()) }
    }

    fn has_terms(&self) -> bool {
        self.basis.is_some() || self.consent.is_some() || self.consultation.is_some() || self.source.is_some()
    }

    /// Imports one file of rows. Says whether anything in it could be taken.
    async fn one(&self, store: &Store, file: &Path) -> Result<bool, Failure> {
        let input = self.read(file)?;
        let called = self.source.as_deref().or(input.name.as_deref());
        let stem = || file.canonicalize().ok()?.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let source = match called {
            Some(called) => source_name(called),
            None => stem().as_deref().and_then(source_name),
        };
        let source = source.ok_or_else(|| Failure::new("the source has no name: give it one with --source"))?;
        if !input.ignored.is_empty() {
            let names: Vec<&str> = input.ignored.iter().map(String::as_str).collect();
            complain(format!("{}: not used: {}", short(file), names.join(", ")));
        }
        let terms = Terms {
            consultation: self.consultation.as_deref(),
            source: &source,
            consent: match self.consent {
                Some(SourceConsent::Quote) => Consent::Quote,
                Some(SourceConsent::Summarise) | None => Consent::Summarise,
            },
            basis: self.basis.as_deref().unwrap_or_default(),
        };
        let rows = input.rows.len();
        let bar = progress(rows);
        let done = import(store, &terms, input, |rows| bar.inc(u64::try_from(rows).unwrap_or_default())).await;
        bar.finish_and_clear();
        tell(file, &done.map_err(Failure::new)?, rows)
    }

    fn read(&self, file: &Path) -> Result<Input, Failure> {
        match self.format {
            Format::Jsonl => jsonl::read(&bytes(file)?).map_err(Failure::new),
            Format::Csv => csv::read(&bytes(file)?).map_err(Failure::new),
            Format::Polis => {
                let folder = if file.is_dir() { file } else { file.parent().unwrap_or(Path::new("")) };
                let comments = folder.join("comments.csv");
                if !comments.is_file() {
                    return Err(Failure::new("there is no comments.csv in it: give the folder of a Polis export"));
                }
                let summary = folder.join("summary.csv");
                let summary = if summary.is_file() { Some(bytes(&summary)?) } else { None };
                let mut input = polis::read(&bytes(&comments)?, summary.as_deref()).map_err(Failure::new)?;
                let named = || folder.canonicalize().ok()?.file_name().map(|name| name.to_string_lossy().into_owned());
                input.name = input.name.or_else(named);
                Ok(input)
            }
            // It holds no rows: `history` takes it.
            Format::MatrixExport | Format::DiscordExport => Ok(Input::default()),
        }
    }
}

/// Imports one room's history. Says whether anything in it could be taken.
async fn history(intake: &Intake, format: Format, file: &Path) -> Result<bool, Failure> {
    let bytes = bytes(file)?;
    let history = match format {
        Format::DiscordExport => {
            let bound = intake.bound(Platform::Discord).await?;
            discord_export::read(&bytes, |channel| bound.iter().any(|room| room == channel))
        }
        _ => matrix_export::read(&bytes),
    };
    let history = history.map_err(Failure::new)?;
    if !history.files.is_empty() {
        let names: Vec<&str> = history.files.iter().take(FILES).map(String::as_str).collect();
        let more = history.files.len() - names.len();
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        complain(format!("{}: files are not fetched: {}{more}", short(file), names.join(", ")));
    }
    let all = history.events.len() + history.refused.len();
    let bar = progress(history.events.len());
    let done = intake.import(history, |events| bar.inc(u64::try_from(events).unwrap_or_default())).await;
    bar.finish_and_clear();
    tell(file, &done.map_err(Failure::new)?, all)
}

/// A bar for so many rows, on a terminal.
fn progress(rows: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(rows).unwrap_or_default());
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos}/{len}, {eta} left") {
        bar.set_style(style);
    }
    bar
}

/// Says what became of a file's rows, and whether anything of so many could be taken.
fn tell(file: &Path, report: &Report, rows: usize) -> Result<bool, Failure> {
    for refused in &report.refused {
        complain(format!("{}, {refused}", short(file)));
    }
    say(summary(report))?;
    Ok(report.refused.len() < rows || rows == 0)
}

fn bytes(file: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::NotFound => Failure::new("there is no such file: check the path"),
        _ => Failure::new(format!("it cannot be read ({e}): give a file that this user may read")),
    };
    let about = std::fs::metadata(file).map_err(unreadable)?;
    if about.is_dir() {
        return Err(Failure::new("this is a folder: give a file, or the format polis"));
    }
    if about.len() > MAX_FILE {
        return Err(Failure::new(format!("it is larger than {} MiB: divide it", MAX_FILE / 1024 / 1024)));
    }
    std::fs::read(file).map_err(unreadable)
}

/// `51 imported, 29 left out as rejected by the conversation's moderators, 0 refused`.
fn summary(report: &Report) -> String {
    let mut parts = vec![format!("{} imported", report.imported)];
    if report.known > 0 {
        parts.push(format!("{} there already", report.known));
    }
    parts.extend(report.left_out.iter().map(|(reason, rows)| format!("{rows} left out as {}", reason.why())));
    parts.push(format!("{} refused", report.refused.len()));
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::LeftOut;
    use std::collections::BTreeMap;

    #[test]
    fn the_last_line_counts_every_row() {
        let left_out = BTreeMap::from([(LeftOut::Rejected, 29)]);
        let report = Report { imported: 51, left_out, ..Report::default() };
        assert_eq!(
            summary(&report),
            "51 imported, 29 left out as rejected by the conversation's moderators, 0 refused"
        );
        let report = Report { known: 51, ..Report::default() };
        assert_eq!(summary(&report), "0 imported, 51 there already, 0 refused");
    }
}
