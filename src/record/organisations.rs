//! Organisations: one record with its names, its focal point, and the word on who belongs to it. What
//! people type is a claim: it gives them nothing until a coordinator or the focal point says so.
//!
//! Two records that are one stay two rows, of which one points to the other: nothing moves, so that
//! parting them brings back exactly what was there, and who came in between goes with the name that
//! they typed.

use super::names::Reading;
use super::{account_hash, mend};
use crate::model::{DAY, Language, Platform, Time};
use crate::store::{Organisation, OrganisationName, Participant, Snapshot, StoreError};
use crate::trust::OfficeHolder;
use serde::{Deserialize, Serialize};

/// The longest name of a person or an organisation that is taken, in characters.
pub const LONGEST_NAME: usize = 120;
/// So many records are asked about at once.
const MOST_ALIKE: usize = 3;

/// What is known of an organisation; sealed by the house key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Stored")]
pub struct Known {
    /// Its names, the first one first.
    pub names: Vec<Name>,
    /// Who speaks for it, and since when.
    pub focal: Option<(OfficeHolder, Time)>,
    /// When its focal point was last told that someone waits for a word.
    pub told: Time,
}

/// One name of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// As it was typed.
    pub text: String,
    /// The language that it is in, where somebody said so.
    pub language: Option<Language>,
    /// Whether it is an acronym.
    pub acronym: bool,
}

/// The forms in which a record may be found: the first version kept names alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Stored {
    Names(Vec<String>),
    Known { names: Vec<Name>, focal: Option<(OfficeHolder, Time)>, told: Time },
}

impl From<Stored> for Known {
    fn from(stored: Stored) -> Known {
        match stored {
            Stored::Names(names) => Known {
                names: names.into_iter().map(|text| Name { text, language: None, acronym: false }).collect(),
                ..Known::default()
            },
            Stored::Known { names, focal, told } => Known { names, focal, told },
        }
    }
}

impl Known {
    /// What it is called in a language: by a name of that language, or else by its first.
    pub fn name(&self, language: Language) -> &str {
        let of = |name: &&Name| !name.acronym && name.language == Some(language);
        let name = self.names.iter().find(of).or_else(|| self.names.iter().find(|name| !name.acronym));
        name.or(self.names.first()).map_or("–", |name| name.text.as_str())
    }

    /// How near a name is to one of its own: see [`Reading::likeness`].
    fn likeness(&self, to: &Reading) -> Option<usize> {
        self.names.iter().filter_map(|name| to.likeness(&Reading::of(&name.text))).min()
    }
}

/// What became of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// Nobody said anything yet.
    Waits,
    /// Somebody who may said that it is so.
    Confirmed,
    /// Its focal point said that it is not so.
    Declined,
}

impl Claim {
    /// Of a participant's row.
    pub fn of(row: &Participant) -> Claim {
        match row.claim {
            0 => Claim::Waits,
            1.. => Claim::Confirmed,
            _ => Claim::Declined,
        }
    }

    fn number(self) -> i64 {
        match self {
            Claim::Waits => 0,
            Claim::Confirmed => 1,
            Claim::Declined => -1,
        }
    }
}

/// A name as it is taken: on one line.
pub fn typed_name(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The keyed hash by which spellings of one name are looked up.
pub fn name_hash(snapshot: &Snapshot, name: &str) -> Vec<u8> {
    snapshot.hash("organisation", &[Reading::of(name).normal()])
}

/// The record that an organisation is one with; itself, where it stands alone.
pub fn root(snapshot: &Snapshot, id: i64) -> i64 {
    let mut root = id;
    let into = |id: i64| snapshot.rows.organisations.get(id).and_then(|row| row.merged_into);
    while let Some(next) = into(root).filter(|next| *next != id) {
        root = next;
    }
    root
}

/// The record of a name, as it is typed.
pub fn organisation(snapshot: &Snapshot, name: &str) -> Option<i64> {
    let hash = name_hash(snapshot, name);
    snapshot.rows.organisation_names.find(|n| n.hash == hash).map(|known| known.organisation_id)
}

/// The record behind a typed name, made where there is none. The name's hash must have been looked
/// up before.
pub fn claim(snapshot: &mut Snapshot, name: &str) -> Result<i64, StoreError> {
    if let Some(known) = organisation(snapshot, name) {
        return Ok(known);
    }
    let id = snapshot.id();
    let name = Name { text: name.to_owned(), language: None, acronym: false };
    let sealed = snapshot.seal_house(id, &Known { names: vec![name.clone()], ..Known::default() })?;
    let row = Organisation { id, rev: 1, sealed, vouched: 0, merged_into: None, focal_hash: None };
    snapshot.rows.organisations.insert(row);
    spell(snapshot, id, &name.text);
    Ok(id)
}

/// The records that a typed name may be meant for, the nearest first. Every record must have been
/// loaded.
pub fn alike(snapshot: &Snapshot, name: &str) -> Result<Vec<i64>, StoreError> {
    let typed = Reading::of(name);
    let mut near: Vec<(usize, i64)> = Vec::new();
    for row in snapshot.rows.organisations.iter() {
        if let Some(slips) = known(snapshot, row.id)?.likeness(&typed) {
            near.push((slips, root(snapshot, row.id)));
        }
    }
    near.sort_unstable();
    let mut alike: Vec<i64> = Vec::new();
    for (_, id) in near {
        if !alike.contains(&id) {
            alike.push(id);
        }
    }
    alike.truncate(MOST_ALIKE);
    Ok(alike)
}

/// Takes a spelling for one of an organisation's from now on. Letters that may stand for many names
/// are not taken: who types them is asked each time. Of the spelling only the hash is kept.
pub fn learn(snapshot: &mut Snapshot, id: i64, spelling: &str) {
    if !Reading::of(spelling).is_acronym() && organisation(snapshot, spelling).is_none() {
        spell(snapshot, id, spelling);
    }
}

fn spell(snapshot: &mut Snapshot, organisation_id: i64, spelling: &str) {
    let (id, hash) = (snapshot.id(), name_hash(snapshot, spelling));
    snapshot.rows.organisation_names.insert(OrganisationName { id, rev: 1, hash, organisation_id });
}

/// What is known of an organisation; nothing, where it is not loaded.
pub fn known(snapshot: &Snapshot, id: i64) -> Result<Known, StoreError> {
    match snapshot.rows.organisations.get(id) {
        Some(row) => snapshot.open_house(id, &row.sealed),
        None => Ok(Known::default()),
    }
}

/// Changes what is known of an organisation.
fn edit_known(snapshot: &mut Snapshot, id: i64, change: impl FnOnce(&mut Known)) -> Result<(), StoreError> {
    let mut known = known(snapshot, id)?;
    change(&mut known);
    let sealed = snapshot.seal_house(id, &known)?;
    if let Some(row) = snapshot.rows.organisations.edit(id) {
        row.sealed = sealed;
    }
    Ok(())
}

/// What an organisation is called in a language, with what it was merged into.
pub fn name_of(snapshot: &Snapshot, id: i64, language: Language) -> Result<String, StoreError> {
    Ok(known(snapshot, root(snapshot, id))?.name(language).to_owned())
}

/// Gives an organisation one more name. Says whose it is already, where it is another's.
pub fn add_name(snapshot: &mut Snapshot, id: i64, name: Name) -> Result<Result<(), i64>, StoreError> {
    match organisation(snapshot, &name.text).map(|other| root(snapshot, other)) {
        Some(other) if other != root(snapshot, id) => return Ok(Err(other)),
        Some(_) => {}
        None => spell(snapshot, id, &name.text),
    }
    let reading = Reading::of(&name.text);
    edit_known(snapshot, id, |known| {
        // Said again, it says more of the same name.
        let same = |old: &Name| Reading::of(&old.text).normal() == reading.normal() && old.language == name.language;
        known.names.retain(|old| !same(old));
        known.names.push(name);
    })?;
    Ok(Ok(()))
}

/// Takes a name from an organisation. Says whether it could: it has that name, and another.
pub fn remove_name(snapshot: &mut Snapshot, id: i64, name: &str) -> Result<bool, StoreError> {
    let reading = Reading::of(name);
    let of = |known: &Name| Reading::of(&known.text).normal() == reading.normal();
    let known = known(snapshot, id)?;
    if !known.names.iter().any(of) || known.names.iter().all(of) {
        return Ok(false);
    }
    let hash = name_hash(snapshot, name);
    snapshot.rows.organisation_names.remove_where(|n| n.hash == hash && n.organisation_id == id);
    edit_known(snapshot, id, |known| known.names.retain(|name| !of(name)))?;
    Ok(true)
}

/// Whether a coordinator vouched for it.
pub fn vouched(snapshot: &Snapshot, id: i64) -> bool {
    snapshot.rows.organisations.get(root(snapshot, id)).is_some_and(|o| o.vouched != 0)
}

/// A coordinator vouches for it.
pub fn vouch(snapshot: &mut Snapshot, id: i64) {
    if let Some(row) = snapshot.rows.organisations.edit(root(snapshot, id)) {
        row.vouched = 1;
    }
}

/// The organisation for which a person speaks: they name it, somebody who may said that it is so, and
/// a coordinator vouched for it.
pub fn speaks_for(snapshot: &Snapshot, row: &Participant) -> Option<i64> {
    let named = row.organisation_id.filter(|_| Claim::of(row) == Claim::Confirmed)?;
    Some(root(snapshot, named)).filter(|id| vouched(snapshot, *id))
}

/// A participant names their organisation, or none; what they named before is let go.
pub fn set_claim(snapshot: &mut Snapshot, participant: i64, organisation: Option<i64>) -> Result<(), StoreError> {
    let Some(before) = snapshot.rows.participants.get(participant).cloned() else { return Ok(()) };
    if before.organisation_id == organisation {
        return Ok(());
    }
    let same = |id: i64, other: i64| root(snapshot, id) == root(snapshot, other);
    let kept = matches!((before.organisation_id, organisation), (Some(old), Some(new)) if same(old, new));
    let claim = match organisation {
        Some(_) if kept => Claim::of(&before),
        Some(id) if is_focal(snapshot, participant, id) => Claim::Confirmed,
        _ => Claim::Waits,
    };
    if let Some(row) = snapshot.rows.participants.edit(participant) {
        (row.organisation_id, row.claim) = (organisation, claim.number());
    }
    let now = snapshot.now;
    if let Some(old) = before.organisation_id {
        snapshot.queue_job("tidy-organisation", Some(old), &old, now)?;
    }
    if !kept && Claim::of(&before) == Claim::Confirmed {
        mend_written(snapshot, participant)?;
    }
    Ok(())
}

/// Says whether a person belongs to the organisation that they name. All that they wrote must have
/// been loaded.
pub fn settle(snapshot: &mut Snapshot, participant: i64, claim: Claim) -> Result<(), StoreError> {
    if let Some(row) = snapshot.rows.participants.edit(participant) {
        row.claim = claim.number();
    }
    // What they say is shown in another way from now on.
    mend_written(snapshot, participant)
}

fn mend_written(snapshot: &mut Snapshot, participant: i64) -> Result<(), StoreError> {
    let written: Vec<i64> =
        snapshot.rows.contributions.iter().filter(|c| c.participant_id == participant).map(|c| c.id).collect();
    written.into_iter().try_for_each(|id| mend(snapshot, id))
}

fn is_focal(snapshot: &Snapshot, participant: i64, id: i64) -> bool {
    let focal = snapshot.rows.organisations.get(root(snapshot, id)).and_then(|row| row.focal_hash.as_ref());
    let mut accounts = snapshot.rows.accounts.iter().filter(|a| a.participant_id == participant);
    focal.is_some_and(|focal| accounts.any(|account| account.hash == *focal))
}

/// Who speaks for an organisation from now on; nobody, where none is given.
pub fn set_focal(snapshot: &mut Snapshot, id: i64, holder: Option<OfficeHolder>) -> Result<(), StoreError> {
    let hash = holder.as_ref().map(|holder| {
        let platform = Platform::parse(&holder.platform).unwrap_or(Platform::Import);
        account_hash(snapshot, platform, &holder.account)
    });
    if let Some(row) = snapshot.rows.organisations.edit(id) {
        row.focal_hash = hash;
    }
    let now = snapshot.now;
    edit_known(snapshot, id, |known| {
        known.focal = holder.map(|holder| (holder, now));
        known.told = 0;
    })
}

/// The organisations whose focal point someone is, by the hashes of their accounts.
pub fn focal_for(snapshot: &Snapshot, accounts: &[Vec<u8>]) -> Vec<i64> {
    let of = |row: &&Organisation| row.focal_hash.as_ref().is_some_and(|hash| accounts.contains(hash));
    let alone = |row: &&Organisation| row.merged_into.is_none();
    snapshot.rows.organisations.iter().filter(of).filter(alone).map(|row| row.id).collect()
}

/// The focal point of an organisation to be told that someone waits for their word: no more than once
/// a day.
pub fn to_be_told(snapshot: &mut Snapshot, id: i64) -> Result<Option<OfficeHolder>, StoreError> {
    let now = snapshot.now;
    let Known { focal: Some((holder, _)), told, .. } = known(snapshot, id)? else { return Ok(None) };
    if now - told < DAY {
        return Ok(None);
    }
    edit_known(snapshot, id, |known| known.told = now)?;
    Ok(Some(holder))
}

/// Who waits for a word on whether they belong to an organisation, in the order in which they came.
/// They must have been loaded.
pub fn waiting(snapshot: &Snapshot, id: i64) -> Vec<i64> {
    let names = |p: &&Participant| p.organisation_id.is_some_and(|named| root(snapshot, named) == id);
    let waits = |p: &&Participant| Claim::of(p) == Claim::Waits;
    snapshot.rows.participants.iter().filter(names).filter(waits).map(|p| p.id).collect()
}

/// Two records are one from now on. Says whether they were two.
pub fn merge(snapshot: &mut Snapshot, from: i64, into: i64) -> bool {
    let (from, into) = (root(snapshot, from), root(snapshot, into));
    if from == into {
        return false;
    }
    if let Some(row) = snapshot.rows.organisations.edit(from) {
        row.merged_into = Some(into);
    }
    true
}

/// The records that were merged into one.
pub fn merged(snapshot: &Snapshot, id: i64) -> Vec<i64> {
    snapshot.rows.organisations.iter().filter(|row| row.merged_into == Some(id)).map(|row| row.id).collect()
}

/// A record is one of its own again, with all that it had.
pub fn part(snapshot: &mut Snapshot, id: i64) {
    if let Some(row) = snapshot.rows.organisations.edit(id) {
        row.merged_into = None;
    }
}

/// Someone's accounts are gone: they are the focal point of nothing any more.
pub fn leave_focal(snapshot: &mut Snapshot, accounts: &[Vec<u8>]) -> Result<(), StoreError> {
    let of = |row: &&Organisation| row.focal_hash.as_ref().is_some_and(|hash| accounts.contains(hash));
    let theirs: Vec<i64> = snapshot.rows.organisations.iter().filter(of).map(|row| row.id).collect();
    theirs.into_iter().try_for_each(|id| set_focal(snapshot, id, None))
}
