//! What a decision stands on: the rows that were loaded, the keys, the moment, and a run of random
//! bytes. Deciding changes the rows in memory; [`Snapshot::into_changes`] gives what to write.

use super::{Changes, Job, KeyRow, Outbox, Rows, StoreError};
use crate::chat::{Asked, Noted, Outgoing, To};
use crate::clock::Draw;
use crate::model::{Platform, Time};
use crate::seal::{Key, Keyring, SealError, Sealed, hex};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use zeroize::Zeroizing;

/// The row of the house key in the table of keys.
pub(super) const HOUSE: i64 = 0;
/// The row of the house key before, while what it sealed is being sealed anew.
pub(super) const HOUSE_BEFORE: i64 = -1;

/// The house key, and during its weekly change the one before.
#[derive(Clone)]
pub(super) struct House {
    key: Key,
    before: Option<Key>,
    /// The revision of the key's row: what is sealed rests on it.
    rev: i64,
}

impl House {
    /// A key that nothing rests on, until the one of the database is known.
    pub(super) fn placeholder(key: Key) -> House {
        House { key, before: None, rev: 0 }
    }

    /// The house key of these rows, if it is among them.
    pub(super) fn of(ring: &Keyring, rows: &[KeyRow]) -> Result<Option<House>, StoreError> {
        let row = |id: i64| rows.iter().find(|row| row.id == id);
        let open = |row: &KeyRow| {
            ring.unwrap(row.id, &row.wrapped).map_err(|e| match e {
                SealError::NotOpened => StoreError::WrongKeys,
                e => e.into(),
            })
        };
        let Some(newest) = row(HOUSE) else { return Ok(None) };
        Ok(Some(House { key: open(newest)?, before: row(HOUSE_BEFORE).map(open).transpose()?, rev: newest.rev }))
    }

    fn open(&self, place: i64, sealed: &Sealed) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let opened = sealed.open(&self.key, place);
        match &self.before {
            Some(before) if opened.is_err() => sealed.open(before, place),
            _ => opened,
        }
    }
}

/// The keys in use: the ring outside the database, and the house key within, which seals what
/// belongs to no participant.
pub struct Vault {
    /// The keys outside the database.
    pub ring: Keyring,
    /// One for all vaults of a store, so that a decision under way knows a new house key too.
    house: Arc<RwLock<House>>,
}

impl Vault {
    pub(super) fn new(ring: Keyring, house: House) -> Vault {
        Vault { ring, house: Arc::new(RwLock::new(house)) }
    }

    /// The same house key, with another ring.
    pub(super) fn with_ring(&self, ring: Keyring) -> Vault {
        Vault { ring, house: self.house.clone() }
    }

    /// Takes a house key as it was read, unless a newer one is known already.
    pub(super) fn set_house(&self, house: House) {
        let mut known = self.house.write().unwrap_or_else(PoisonError::into_inner);
        if house.rev >= known.rev {
            *known = house;
        }
    }

    fn house<T>(&self, with: impl FnOnce(&House) -> T) -> T {
        with(&self.house.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// What the house key before sealed, sealed by the new one; nothing, where that is done or the
    /// value does not open at all.
    pub(super) fn reseal(&self, draw: &mut Draw, place: i64, sealed: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.house(|house| {
            if house.key.open(place, sealed).is_ok() {
                return Ok(None);
            }
            let Some(plain) = house.before.as_ref().and_then(|before| before.open(place, sealed).ok()) else {
                return Ok(None);
            };
            Ok(Some(house.key.seal(draw, place, &plain)?))
        })
    }

    /// The key of a row of `keys`: of the house, of a participant, or of a contribution's version
    /// whose participant's key row is given.
    pub fn open_key(&self, row: &KeyRow, parent: Option<&KeyRow>) -> Result<Key, StoreError> {
        Ok(match parent {
            None => self.ring.unwrap(row.id, &row.wrapped)?,
            Some(parent) => Key::unwrap(row.id, &row.wrapped, &self.ring.unwrap(parent.id, &parent.wrapped)?)?,
        })
    }

    /// Opens what the house key sealed.
    pub fn open<T: DeserializeOwned>(&self, place: i64, sealed: &Sealed) -> Result<T, StoreError> {
        from_json(place, &self.house(|house| house.open(place, sealed))?)
    }
}

/// Reads what was sealed as JSON.
fn from_json<T: DeserializeOwned>(place: i64, plain: &[u8]) -> Result<T, StoreError> {
    serde_json::from_slice(plain).map_err(|e| StoreError::Inconsistent {
        table: "any",
        column: "sealed",
        row: place,
        // The error's text may quote the value; its kind and place do not.
        reason: format!("{:?} error at column {}", e.classify(), e.column()),
    })
}

fn to_json<T: Serialize>(place: i64, value: &T) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(value).map_err(|e| StoreError::Inconsistent {
        table: "any",
        column: "sealed",
        row: place,
        reason: format!("{:?} error", e.classify()),
    })
}

/// What was opened: sealed, and plain.
type Plain = (Vec<u8>, Zeroizing<Vec<u8>>);

/// What was loaded, with what changed of it so far.
pub struct Snapshot {
    /// The rows.
    pub rows: Rows,
    /// The moment of the decision.
    pub now: Time,
    /// Random bytes and new identifiers.
    pub draw: Draw,
    /// Contributions that grew, and whose passages are found once everything is decided.
    pub grown: BTreeSet<i64>,
    /// Whether something is on its way as the answer to what a person did by the platform's own means.
    pub answered: bool,
    vault: Arc<Vault>,
    opened: Mutex<HashMap<i64, Key>>,
    /// What [`Snapshot::open_once`] opened, by its place: sealed and plain.
    plain: Mutex<HashMap<i64, Plain>>,
}

impl Snapshot {
    pub(super) fn new(vault: Arc<Vault>, draw: Draw, now: Time) -> Snapshot {
        Snapshot {
            rows: Rows::default(),
            now,
            draw,
            grown: BTreeSet::new(),
            answered: false,
            vault,
            opened: Mutex::default(),
            plain: Mutex::default(),
        }
    }

    /// What to write.
    pub fn into_changes(self) -> Changes {
        debug_assert!(self.grown.is_empty(), "what grew was not cut");
        self.rows.into_changes()
    }

    /// A new identifier.
    pub fn id(&mut self) -> i64 {
        self.draw.id(self.now)
    }

    /// A keyed hash for look-ups.
    pub fn hash(&self, of: &str, parts: &[&str]) -> Vec<u8> {
        self.vault.ring.hash(of, parts)
    }

    /// The keys outside the database.
    pub fn ring(&self) -> &Keyring {
        &self.vault.ring
    }

    /// Seals a value by the house key.
    pub fn seal_house<T: Serialize>(&mut self, place: i64, value: &T) -> Result<Sealed, StoreError> {
        let plain = to_json(place, value)?;
        let (sealed, rev) = self.vault.house(|house| (house.key.seal_later(&mut self.draw, place, plain), house.rev));
        // It changes weekly and the one before is destroyed: see `make_version_key`.
        self.rows.keys.rest_on_revision(HOUSE, rev);
        Ok(sealed)
    }

    /// Opens a value that the house key sealed.
    pub fn open_house<T: DeserializeOwned>(&self, place: i64, sealed: &Sealed) -> Result<T, StoreError> {
        from_json(place, &self.vault.house(|house| house.open(place, sealed))?)
    }

    /// Makes a participant's key, wrapped by the outer key.
    pub fn make_participant_key(&mut self, participant: i64) -> Result<(), StoreError> {
        let key = Key::fresh(&mut self.draw);
        let wrapped = self.vault.ring.wrap(&mut self.draw, participant, &key)?.into();
        self.rows.keys.insert(KeyRow { id: participant, rev: 1, parent: 0, wrapped });
        self.remember(participant, key);
        Ok(())
    }

    /// Makes a key of its own for one version, wrapped by its participant's key. Gives its
    /// identifier.
    pub fn make_version_key(&mut self, participant: i64) -> Result<i64, StoreError> {
        let by = self.key(participant)?;
        // The participant's key changes weekly: what it wraps meanwhile would never open again.
        self.rows.keys.rest_on(participant);
        let id = self.id();
        let key = Key::fresh(&mut self.draw);
        let wrapped = key.wrap_later(&mut self.draw, id, &by);
        self.rows.keys.insert(KeyRow { id, rev: 1, parent: participant, wrapped });
        self.remember(id, key);
        Ok(id)
    }

    /// Hands the key of a version from one participant to another: it is wrapped by the other's key.
    pub fn hand_key(&mut self, id: i64, to: i64) -> Result<(), StoreError> {
        let (key, by) = (self.key(id)?, self.key(to)?);
        self.rows.keys.rest_on(to);
        let wrapped = key.wrap_later(&mut self.draw, id, &by);
        if let Some(row) = self.rows.keys.edit(id) {
            (row.parent, row.wrapped) = (to, wrapped);
        }
        Ok(())
    }

    /// Destroys a key: nothing that it sealed opens again.
    pub fn destroy_key(&mut self, id: i64) {
        self.rows.keys.remove(id);
        if let Ok(mut opened) = self.opened.lock() {
            opened.remove(&id);
        }
        // What it sealed stands there by its place.
        self.plain.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Seals a value by the key of a participant or version.
    pub fn seal<T: Serialize>(&mut self, key: i64, place: i64, value: &T) -> Result<Sealed, StoreError> {
        self.rows.keys.rest_on(key);
        let key = self.key(key)?;
        let plain = to_json(place, value)?;
        Ok(key.seal_later(&mut self.draw, place, plain))
    }

    /// Opens a value that the key of a participant or version sealed.
    pub fn open<T: DeserializeOwned>(&self, key: i64, place: i64, sealed: &Sealed) -> Result<T, StoreError> {
        from_json(place, &sealed.open(&self.key(key)?, place)?)
    }

    /// The same, opened once however often it is asked for: who someone is, with each of their messages.
    pub fn open_once<T: DeserializeOwned>(&self, key: i64, place: i64, sealed: &Sealed) -> Result<T, StoreError> {
        let mut known = self.plain.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, plain)) = known.get(&place).filter(|(of, _)| !of.is_empty() && of[..] == sealed[..]) {
            return from_json(place, plain);
        }
        let plain = sealed.open(&self.key(key)?, place)?;
        let value = from_json(place, &plain);
        known.insert(place, (sealed.to_vec(), plain));
        value
    }

    /// Queues something to be said or done: from `due` on, in the order of one place. Gives the
    /// row's identifier.
    pub fn queue(&mut self, platform: Platform, outgoing: &Outgoing, due: Time) -> Result<i64, StoreError> {
        self.queue_for(platform, &outgoing.to, outgoing, due)
    }

    /// Queues an acknowledgement.
    pub fn queue_noted(&mut self, platform: Platform, noted: &Noted) -> Result<i64, StoreError> {
        self.queue_for(platform, &noted.to, noted, self.now)
    }

    /// Queues a request for leave to quote something.
    pub fn queue_asked(&mut self, platform: Platform, asked: &Asked) -> Result<i64, StoreError> {
        self.queue_for(platform, &asked.to, asked, self.now)
    }

    fn queue_for<T: Serialize>(&mut self, platform: Platform, to: &To, what: &T, due: Time) -> Result<i64, StoreError> {
        let id = self.id();
        self.answered |= matches!(to, To::Answer { .. });
        let lane = self.lane(platform, to);
        let sealed = self.seal_house(id, what)?;
        self.rows.outbox.insert(Outbox {
            id,
            rev: 1,
            platform: platform.word().into(),
            lane,
            turn: id,
            sealed,
            due,
            state: "waiting".into(),
            tries: 0,
            tried_at: None,
            reason: None,
        });
        Ok(id)
    }

    /// Where things are said in order: a room, or a person.
    pub fn lane(&self, platform: Platform, to: &To) -> String {
        let place = match to.otherwise() {
            To::Room(address) => self.hash("lane", &[platform.word(), "room", &address]),
            To::Person { account, .. } | To::Answer { account, .. } => {
                self.hash("lane", &[platform.word(), "person", &account])
            }
        };
        hex(place.get(..8).unwrap_or(&place))
    }

    /// Queues a job, sealed with what it needs to know. A job of the same kind about the same
    /// subject that was loaded and waits is kept instead: whoever does it at this moment, and may have read
    /// what changes now, does it anew.
    pub fn queue_job<T: Serialize>(
        &mut self,
        kind: &str,
        subject_id: Option<i64>,
        what: &T,
        due: Time,
    ) -> Result<(), StoreError> {
        let waits = |job: &Job| job.kind == kind && job.subject_id == subject_id && job.state == "waiting";
        if let Some(job) = subject_id.and_then(|_| self.rows.jobs.find(waits)).map(|job| job.id) {
            self.rows.jobs.edit(job);
            return Ok(());
        }
        let id = self.id();
        let sealed = self.seal_house(id, what)?;
        let state = "waiting".into();
        self.rows.jobs.insert(Job {
            id,
            rev: 1,
            kind: kind.into(),
            subject_id,
            sealed,
            due,
            state,
            tries: 0,
            reason: None,
        });
        Ok(())
    }

    fn remember(&self, id: i64, key: Key) {
        if let Ok(mut opened) = self.opened.lock() {
            opened.insert(id, key);
        }
    }

    fn key(&self, id: i64) -> Result<Key, StoreError> {
        if let Some(key) = self.opened.lock().ok().and_then(|opened| opened.get(&id).cloned()) {
            return Ok(key);
        }
        let missing = |row| StoreError::Inconsistent {
            table: "keys",
            column: "id",
            row,
            reason: "the key was not loaded or is gone".into(),
        };
        let row = self.rows.keys.get(id).ok_or_else(|| missing(id))?;
        let key = match row.parent {
            0 => self.vault.ring.unwrap(row.id, &row.wrapped)?,
            parent => Key::unwrap(row.id, &row.wrapped, &self.key(parent)?)?,
        };
        self.remember(id, key.clone());
        Ok(key)
    }
}
