//! The audit log: who, by office, did what to what, without content. Each entry's hash covers the
//! hash before it, so that none can be taken out or changed unnoticed. It covers what an entry
//! says, not how it is sealed, since it is sealed anew every week; a salt that is sealed with it
//! keeps the hash from telling what it says.

use crate::model::Time;
use crate::store::{Audit, Snapshot, Store, StoreError};
use serde::{Deserialize, Serialize};

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEntry {
    /// The office: `moderator`, `participant`, `operator`. A person is never named: of someone who
    /// is forgotten the office remains.
    pub office: String,
    /// The office's number, where it is one: two moderators can be told apart while both hold it.
    pub office_id: Option<i64>,
    /// The command or job.
    pub action: String,
    /// To what: receipts, room names, roles; never words that people wrote.
    pub subject: String,
}

/// Adds an entry to the log. [`crate::store::LoadKey::AuditHead`] must have been loaded.
pub fn append(snapshot: &mut Snapshot, entry: &AuditEntry) -> Result<(), StoreError> {
    let previous = snapshot.rows.audit.iter().next_back().map_or_else(|| vec![0; 32], |last| last.hash.clone());
    let id = snapshot.id().max(snapshot.rows.audit.iter().next_back().map_or(0, |last| last.id + 1));
    let at = snapshot.now;
    let salted = Salted { salt: snapshot.draw.bytes(), entry: entry.clone() };
    let sealed = snapshot.seal_house(id, &salted)?;
    let hash = link(&previous, at, &salted);
    snapshot.rows.audit.insert(Audit { id, rev: 1, at, sealed, previous, hash });
    Ok(())
}

/// What is sealed in an entry's row.
#[derive(Serialize, Deserialize)]
struct Salted {
    salt: [u8; 16],
    entry: AuditEntry,
}

fn link(previous: &[u8], at: Time, Salted { salt, entry }: &Salted) -> Vec<u8> {
    let mut hasher = blake3::Hasher::new_derive_key("gcm-talks audit");
    hasher.update(previous).update(&at.to_le_bytes()).update(salt);
    hasher.update(&entry.office_id.unwrap_or_default().to_le_bytes());
    for text in [&entry.office, &entry.action, &entry.subject] {
        hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
    }
    hasher.finalize().as_bytes().to_vec()
}

/// What is wrong with the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AuditProblem {
    /// An entry does not follow from the one before.
    #[error("entry {0} does not follow from the one before it: something was changed or taken out")]
    Broken(usize),
    /// An entry's seal does not open.
    #[error("entry {0} does not open")]
    Sealed(usize),
}

/// Reads the whole log and checks its chain. Gives the entries in order, or the first problem.
pub async fn verify(store: &Store) -> Result<Result<Vec<(Time, AuditEntry)>, AuditProblem>, StoreError> {
    let vault = store.vault();
    let mut previous = vec![0; 32];
    let mut entries = Vec::new();
    for (place, row) in store.select::<Audit>("1 = 1 ORDER BY id", &[]).await?.into_iter().enumerate() {
        let Ok(salted) = vault.open::<Salted>(row.id, &row.sealed) else {
            return Ok(Err(AuditProblem::Sealed(place + 1)));
        };
        if row.previous != previous || row.hash != link(&previous, row.at, &salted) {
            return Ok(Err(AuditProblem::Broken(place + 1)));
        }
        entries.push((row.at, salted.entry));
        previous = row.hash;
    }
    Ok(Ok(entries))
}
