//! Participants, their accounts and what they said of themselves.

use crate::chat::Author;
use crate::model::{Category, Consent, Language, Platform};
use crate::store::{Account, Participant, Snapshot, StoreError};
use serde::{Deserialize, Serialize};

/// What a participant said of themselves; sealed by the participant's key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// The name to be shown, where the consent goes so far.
    pub name: Option<String>,
    /// The stakeholder category.
    pub category: Option<Category>,
    /// The organisation as it was typed.
    pub organisation: Option<String>,
}

/// Where an account can be reached; sealed by the participant's key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The platform's word.
    pub platform: String,
    /// What the platform calls the account.
    pub account: String,
}

/// Someone who joins.
#[derive(Debug, Clone)]
pub struct Person<'a> {
    /// The platform.
    pub platform: Platform,
    /// What the platform calls the account.
    pub account: &'a str,
    /// The language in which the bot speaks to them.
    pub language: Language,
}

/// The keyed hash of an account.
pub fn account_hash(snapshot: &Snapshot, platform: Platform, account: &str) -> Vec<u8> {
    snapshot.hash("account", &[platform.word(), account])
}

/// The keyed hashes under which someone may hold an office: of their account, and of each group in
/// which the platform says that they are.
pub fn bearers(snapshot: &Snapshot, platform: Platform, author: &Author) -> Vec<Vec<u8>> {
    let names = std::iter::once(&author.id).chain(&author.groups);
    names.map(|name| account_hash(snapshot, platform, name)).collect()
}

/// The participant behind an account in a consultation.
pub fn participant<'a>(snapshot: &'a Snapshot, account: &[u8], consultation: i64) -> Option<&'a Participant> {
    let account = snapshot.rows.accounts.find(|a| a.hash == account && a.consultation_id == consultation)?;
    snapshot.rows.participants.get(account.participant_id)
}

/// Everything that an account takes part in, the latest first.
pub fn participants<'a>(snapshot: &'a Snapshot, account: &[u8]) -> Vec<&'a Participant> {
    let mut all: Vec<&Participant> = snapshot
        .rows
        .accounts
        .iter()
        .filter(|a| a.hash == account)
        .filter_map(|a| snapshot.rows.participants.get(a.participant_id))
        .collect();
    all.sort_by_key(|p| std::cmp::Reverse((p.joined_at, p.id)));
    all
}

/// Makes a participant who consents from now on. Gives the identifier.
pub fn join(
    snapshot: &mut Snapshot,
    consultation: i64,
    person: &Person<'_>,
    consent: Consent,
    profile: &Profile,
) -> Result<i64, StoreError> {
    let id = enter(snapshot, consultation, person, profile)?;
    super::set_consent(snapshot, id, consent);
    Ok(id)
}

/// Makes a participant with a key of their own, who has not answered yet. Gives the identifier.
pub fn enter(
    snapshot: &mut Snapshot,
    consultation: i64,
    person: &Person<'_>,
    profile: &Profile,
) -> Result<i64, StoreError> {
    let id = snapshot.id();
    snapshot.make_participant_key(id)?;
    let sealed = snapshot.seal(id, id, profile)?;
    let joined_at = snapshot.now;
    snapshot.rows.participants.insert(Participant {
        id,
        rev: 1,
        consultation_id: consultation,
        language: person.language.code().into(),
        muted: 0,
        organisation_id: None,
        sealed,
        joined_at,
    });
    let hash = account_hash(snapshot, person.platform, person.account);
    let account_id = snapshot.id();
    let address = Address { platform: person.platform.word().into(), account: person.account.into() };
    let sealed = snapshot.seal(id, account_id, &address)?;
    snapshot.rows.accounts.insert(Account {
        id: account_id,
        rev: 1,
        consultation_id: consultation,
        hash,
        participant_id: id,
        sealed,
    });
    Ok(id)
}

/// What a participant said of themselves.
pub fn profile_of(snapshot: &Snapshot, participant: i64) -> Result<Profile, StoreError> {
    match snapshot.rows.participants.get(participant) {
        Some(row) => snapshot.open(participant, participant, &row.sealed),
        None => Ok(Profile::default()),
    }
}

/// Changes what a participant said of themselves.
pub fn edit_profile(
    snapshot: &mut Snapshot,
    participant: i64,
    change: impl FnOnce(&mut Profile),
) -> Result<(), StoreError> {
    let mut profile = profile_of(snapshot, participant)?;
    change(&mut profile);
    let sealed = snapshot.seal(participant, participant, &profile)?;
    if let Some(row) = snapshot.rows.participants.edit(participant) {
        row.sealed = sealed;
    }
    Ok(())
}

/// Where a participant can be reached: the account that was added last.
pub fn address_of(snapshot: &Snapshot, participant: i64) -> Result<Option<Address>, StoreError> {
    match snapshot.rows.accounts.iter().rfind(|a| a.participant_id == participant) {
        Some(account) => Ok(Some(snapshot.open(participant, account.id, &account.sealed)?)),
        None => Ok(None),
    }
}
