//! Participants, their accounts and what they said of themselves.

use super::accounts::{other_accounts, put_account};
use crate::chat::Author;
use crate::model::{Category, Consent, Language, Platform, Time};
use crate::seal::hex;
use crate::store::{Participant, Snapshot, StoreError};
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
    /// Where there are two accounts: the keyed hash of the one to which the name and the organisation
    /// belong. What the other writes is never shown with them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named_on: Option<String>,
    /// The time zone in which they are told of talks; the consultation's, where none is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// Whether they do not want to be reminded of talks.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub no_reminders: bool,
}

/// Where an account can be reached; sealed by the participant's key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The platform's word.
    pub platform: String,
    /// What the platform calls the account.
    pub account: String,
    /// What the account wrote before is not for the record, where there is another: its own yes came
    /// then, or it was linked.
    #[serde(default)]
    pub since: Time,
}

impl Address {
    /// Where an account can be reached.
    pub fn new(platform: Platform, account: &str) -> Address {
        Address { platform: platform.word().into(), account: account.into(), since: 0 }
    }
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

/// Makes a participant with a key of their own, who has not answered yet, and who is there with every
/// account that is linked to theirs. Gives the identifier.
pub fn enter(
    snapshot: &mut Snapshot,
    consultation: i64,
    person: &Person<'_>,
    profile: &Profile,
) -> Result<i64, StoreError> {
    let hash = account_hash(snapshot, person.platform, person.account);
    let others = other_accounts(snapshot, &hash)?;
    let id = snapshot.id();
    snapshot.make_participant_key(id)?;
    let named_on = if others.is_empty() { None } else { Some(hex(&hash)) };
    let sealed = snapshot.seal(id, id, &Profile { named_on, ..profile.clone() })?;
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
        claim: 0,
    });
    for (hash, address) in others {
        put_account(snapshot, consultation, id, &hash, &Address { since: joined_at, ..address })?;
    }
    put_account(snapshot, consultation, id, &hash, &Address::new(person.platform, person.account))?;
    Ok(id)
}

/// What a participant said of themselves.
pub fn profile_of(snapshot: &Snapshot, participant: i64) -> Result<Profile, StoreError> {
    match snapshot.rows.participants.get(participant) {
        Some(row) => snapshot.open_once(participant, participant, &row.sealed),
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

/// A participant's account on a platform: of several there the one that was added last.
pub fn address_on(snapshot: &Snapshot, participant: i64, platform: Platform) -> Result<Option<Address>, StoreError> {
    for account in snapshot.rows.accounts.iter().rev().filter(|a| a.participant_id == participant) {
        let address: Address = snapshot.open(participant, account.id, &account.sealed)?;
        if address.platform == platform.word() {
            return Ok(Some(address));
        }
    }
    Ok(None)
}
