//! `gcm-talks export`: what may be exported as CSV and JSON with a manifest, and what of an earlier
//! export has been taken back since.

use super::Place;
use super::opening::{There, open};
use super::output::{Failure, say, short};
use crate::clock::Source;
use crate::intake::import::consultation;
use crate::model::Language;
use crate::store::{Load, LoadKey, Store, StoreError};
use crate::transfer::export::{ExportFile, Wanted, export, taken_back};
use crate::trust::{self, AuditEntry};
use std::io::Write;
use std::path::{Path, PathBuf};

/// After so many conflicts with a running bot the export is given up.
const TRIES: usize = 50;

/// Export what may be exported.
#[derive(clap::Args)]
pub struct Export {
    /// The folder for the files
    #[arg(long, value_name = "DIR", default_value = ".", conflicts_with = "check")]
    output: PathBuf,
    /// The consultation's short name; the only open one without it
    #[arg(long, value_name = "NAME", conflicts_with = "check")]
    consultation: Option<String>,
    /// One room of it alone
    #[arg(long, value_name = "NAME", conflicts_with = "check")]
    room: Option<String>,
    /// The language of the notices: en, fr, es, ar, ru, zh or pt
    #[arg(long, value_name = "CODE", default_value = "en", conflicts_with = "check", value_parser = language)]
    language: Language,
    /// List what of an earlier export must be taken out, or shown with less, by its manifest
    #[arg(long, value_name = "MANIFEST")]
    check: Option<PathBuf>,
}

fn language(text: &str) -> Result<Language, String> {
    Language::parse(text).ok_or_else(|| "write en, fr, es, ar, ru, zh or pt".into())
}

impl Export {
    /// Writes the files, or checks earlier ones.
    pub async fn execute(self, place: &Place) -> Result<(), Failure> {
        let config = place.read()?;
        let store = open(&config, There::Everything, Source::system()).await?;
        let done = match &self.check {
            Some(manifest) => check(&store, manifest).await,
            None => self.write(&store).await,
        };
        store.close().await;
        done
    }

    async fn write(&self, store: &Store) -> Result<(), Failure> {
        let mut snapshot = store.snapshot()?;
        store.load_base(&mut snapshot).await?;
        let consultation = consultation(&snapshot, self.consultation.as_deref()).map_err(Failure::new)?;
        let room = match &self.room {
            Some(name) => {
                let rooms = &snapshot.rows.rooms;
                let room =
                    rooms.find(|r| r.consultation_id == consultation.id && r.name == name.trim_start_matches('#'));
                let missing = || {
                    let slug = &consultation.slug;
                    Failure::new(format!(
                        "there is no room \"{name}\" in {slug}: write its name as it stands in its card"
                    ))
                };
                Some(room.ok_or_else(missing)?.id)
            }
            None => None,
        };
        let wanted = Wanted { consultation: consultation.id, room, office: "operator", language: self.language };
        let files = export(store, &wanted).await.map_err(Failure::new)?;
        // The entry first: what has left the house without one cannot be found again.
        let scope = self.room.as_ref().map(|room| format!(" {room}")).unwrap_or_default();
        audit(store, &format!("{}{scope}", consultation.slug)).await?;
        std::fs::create_dir_all(&self.output).map_err(|e| cannot_write(&self.output, &e))?;
        for file in &files {
            let path = self.output.join(&file.name);
            put(&path, file).map_err(|e| cannot_write(&path, &e))?;
            say(short(&path))?;
        }
        Ok(())
    }
}

async fn check(store: &Store, manifest: &Path) -> Result<(), Failure> {
    let bytes = std::fs::read(manifest)
        .map_err(|e| Failure::new(format!("{} cannot be read ({e}): check the path", short(manifest))))?;
    let found = taken_back(store, &bytes).await.map_err(Failure::new)?;
    for passage in &found {
        match &passage.now {
            None => say(format!("{}: take it out", passage.passage))?,
            Some(kind) => say(format!("{}: its attribution may now be: {kind}", passage.passage))?,
        }
    }
    say(format!("{} to be changed", found.len()))
}

/// Notes an export in the audit log, beside whatever a running bot notes there.
async fn audit(store: &Store, subject: &str) -> Result<(), StoreError> {
    let mut conflicts = 0;
    loop {
        let mut snapshot = store.snapshot()?;
        store.load(&mut snapshot, &Load::from([LoadKey::AuditHead])).await?;
        let entry =
            AuditEntry { office: "operator".into(), office_id: None, action: "export".into(), subject: subject.into() };
        trust::append(&mut snapshot, &entry)?;
        match store.write(snapshot.into_changes()).await {
            Err(e) if e.is_conflict() && conflicts < TRIES => conflicts += 1,
            done => return done,
        }
    }
}

/// Writes a new file that only its owner can read.
fn put(path: &Path, file: &ExportFile) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut out = options.open(path)?;
    out.write_all(&file.bytes)?;
    out.sync_all()
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Failure {
    let remedy = match error.kind() {
        std::io::ErrorKind::AlreadyExists => "move the earlier file away, or give another folder with --output",
        _ => "give a folder with room that this user may write with --output",
    };
    Failure::new(format!("{} cannot be written ({error}): {remedy}", short(path)))
}
