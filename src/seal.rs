//! The keys, and the sealing of texts, names, identities and look-ups (promise 4).
//!
//! What is sealed lies under a key of its own, which is wrapped by the key of its participant (or
//! by the house key, for what belongs to nobody), which is wrapped by the outer key. The outer key
//! lies outside the database, changes weekly and is deleted after [`OUTER_KEY_DAYS`] days, so that
//! a copy of the database older than that opens nothing. Destroying an inner key is erasing.
//!
//! XChaCha20-Poly1305 with random nonces; look-ups by BLAKE3 keyed hash.

use crate::clock::Draw;
use crate::model::{DAY, Time, WEEK};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fmt, fs};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// After how many days an outer key is deleted, and with it every backup made before. People are
/// told this number.
pub const OUTER_KEY_DAYS: i64 = 30;

const NONCE: usize = 24;

/// A key of 256 bits, wiped from memory when it is dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Key([u8; 32]);

impl Key {
    /// A fresh key.
    pub fn fresh(draw: &mut Draw) -> Key {
        Key(draw.bytes())
    }

    /// Seals bytes under this key, bound to `place`, so that they open nowhere else.
    pub fn seal(&self, draw: &mut Draw, place: i64, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        self.seal_by(draw.bytes(), place, plain)
    }

    fn seal_by(&self, nonce: [u8; NONCE], place: i64, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let sealed = XChaCha20Poly1305::new((&self.0).into())
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: plain, aad: &place.to_le_bytes() })
            .map_err(|_| SealError::NotSealed)?;
        Ok([&nonce[..], &sealed[..]].concat())
    }

    /// Opens what was sealed under this key at this place.
    pub fn open(&self, place: i64, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or(SealError::NotOpened)?;
        XChaCha20Poly1305::new((&self.0).into())
            .decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: &place.to_le_bytes() })
            .map_err(|_| SealError::NotOpened)
    }

    /// What is to be sealed under this key when it is written: until then it may change again.
    pub fn seal_later(&self, draw: &mut Draw, place: i64, plain: Vec<u8>) -> Sealed {
        let plain = Zeroizing::new(plain);
        Sealed(State::Later(Arc::new(Later { by: self.clone(), nonce: draw.bytes(), place, plain })))
    }

    /// This key, sealed under another.
    pub fn wrap(&self, draw: &mut Draw, place: i64, by: &Key) -> Result<Vec<u8>, SealError> {
        by.seal(draw, place, &self.0)
    }

    /// This key, to be sealed under another when it is written.
    pub fn wrap_later(&self, draw: &mut Draw, place: i64, by: &Key) -> Sealed {
        by.seal_later(draw, place, self.0.to_vec())
    }

    /// The key that was sealed under another.
    pub fn unwrap(place: i64, wrapped: &[u8], by: &Key) -> Result<Key, SealError> {
        let mut bytes = by.open(place, wrapped)?;
        let key = <[u8; 32]>::try_from(&bytes[..]).map(Key).map_err(|_| SealError::NotOpened);
        bytes.zeroize();
        key
    }
}

/// A sealed value of a row: its bytes as they are stored, or what they will be sealed from when the
/// row is written, so that only what a decision comes to is sealed, and while the database works.
#[derive(Clone)]
pub struct Sealed(State);

#[derive(Clone)]
enum State {
    Bytes(Vec<u8>),
    Later(Arc<Later>),
}

struct Later {
    by: Key,
    nonce: [u8; NONCE],
    place: i64,
    plain: Zeroizing<Vec<u8>>,
}

impl Sealed {
    /// The sealed bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, SealError> {
        match &self.0 {
            State::Bytes(bytes) => Ok(bytes.clone()),
            State::Later(later) => later.by.seal_by(later.nonce, later.place, &later.plain),
        }
    }

    /// What `by` sealed at this place.
    pub fn open(&self, by: &Key, place: i64) -> Result<Zeroizing<Vec<u8>>, SealError> {
        match &self.0 {
            State::Bytes(bytes) => by.open(place, bytes).map(Zeroizing::new),
            State::Later(later) if later.by.0 == by.0 && later.place == place => Ok(later.plain.clone()),
            State::Later(_) => Err(SealError::NotOpened),
        }
    }
}

impl From<Vec<u8>> for Sealed {
    fn from(bytes: Vec<u8>) -> Sealed {
        Sealed(State::Bytes(bytes))
    }
}

impl Default for Sealed {
    fn default() -> Sealed {
        Sealed::from(Vec::new())
    }
}

/// The bytes as they were read; what is yet to be sealed has none.
impl Deref for Sealed {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        if let State::Bytes(bytes) = &self.0 { bytes } else { &[] }
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            State::Bytes(bytes) => bytes.fmt(f),
            State::Later(_) => f.write_str("not sealed yet"),
        }
    }
}

/// What can go wrong with keys and what they seal.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// Sealing failed; the text is longer than the cipher takes.
    #[error("this could not be sealed")]
    NotSealed,
    /// The key does not fit, or what was sealed has been changed.
    #[error("a sealed value does not open with the keys at hand")]
    NotOpened,
    /// The outer key of this day is gone.
    #[error("the outer key {0} is not in the key folder; it may have been deleted after {OUTER_KEY_DAYS} days")]
    NoOuterKey(u32),
    /// The key folder cannot be used.
    #[error("{path}: {reason}")]
    Folder {
        /// The file or folder.
        path: PathBuf,
        /// What is wrong with it and what to do.
        reason: String,
    },
}

fn folder_error(path: &Path, reason: impl ToString) -> SealError {
    SealError::Folder { path: path.to_path_buf(), reason: reason.to_string() }
}

/// The keys that lie outside the database: the outer keys by the day on which each was made, and
/// the key of the look-up hashes, which stays.
#[derive(Clone)]
pub struct Keyring {
    folder: Option<PathBuf>,
    outer: BTreeMap<u32, Key>,
    lookup: Key,
}

impl Keyring {
    /// A ring that lies in no file: for tests.
    pub fn in_memory(draw: &mut Draw, now: Time) -> Keyring {
        Keyring { folder: None, outer: BTreeMap::from([(day_of(now), Key::fresh(draw))]), lookup: Key::fresh(draw) }
    }

    /// Creates the folder with a first outer key and the look-up key, readable by its owner alone.
    /// Fails if there are keys in it already.
    pub fn create(folder: &Path, draw: &mut Draw, now: Time) -> Result<Keyring, SealError> {
        if folder.join("lookup.key").exists() {
            return Err(folder_error(folder, "there are keys here already; they are kept"));
        }
        make_private_folder(folder).map_err(|e| folder_error(folder, e))?;
        let mut ring = Keyring { folder: Some(folder.into()), ..Keyring::in_memory(draw, now) };
        let day = day_of(now);
        if let Some(key) = ring.outer.get_mut(&day) {
            write_key(&folder.join(outer_name(day)), key)?;
        }
        write_key(&folder.join("lookup.key"), &ring.lookup)?;
        Ok(ring)
    }

    /// Reads the keys of a folder. Refuses files that others than their owner can read.
    pub fn open(folder: &Path) -> Result<Keyring, SealError> {
        let lookup_path = folder.join("lookup.key");
        if !lookup_path.exists() {
            return Err(folder_error(
                &lookup_path,
                "the key is missing: restore the key folder, or run gcm-talks init",
            ));
        }
        let lookup = read_key(&lookup_path)?;
        let mut outer = BTreeMap::new();
        for entry in fs::read_dir(folder).map_err(|e| folder_error(folder, e))? {
            let path = entry.map_err(|e| folder_error(folder, e))?.path();
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
            let day = name.strip_prefix("outer-").and_then(|n| n.strip_suffix(".key")).and_then(|n| n.parse().ok());
            if let Some(day) = day {
                outer.insert(day, read_key(&path)?);
            }
        }
        if outer.is_empty() {
            return Err(folder_error(folder, "no outer key is here: restore the key folder"));
        }
        Ok(Keyring { folder: Some(folder.into()), outer, lookup })
    }

    /// The ring as its folder holds it now: another process may have changed the keys.
    pub fn reread(&self) -> Result<Keyring, SealError> {
        self.folder.as_deref().map_or_else(|| Ok(self.clone()), Keyring::open)
    }

    /// The day (since 1970) of the newest outer key, and how many there are.
    pub fn newest(&self) -> (u32, usize) {
        (self.outer.last_key_value().map(|(day, _)| *day).unwrap_or_default(), self.outer.len())
    }

    /// Makes a new outer key when the newest is a week old. Says whether it did: then what the
    /// old ones wrap has to be wrapped anew before [`Keyring::forget_old`].
    pub fn renew(&mut self, draw: &mut Draw, now: Time) -> Result<bool, SealError> {
        let (newest, _) = self.newest();
        if i64::from(day_of(now)) - i64::from(newest) < WEEK / DAY {
            return Ok(false);
        }
        let key = Key::fresh(draw);
        if let Some(folder) = &self.folder {
            write_key(&folder.join(outer_name(day_of(now))), &key)?;
        }
        self.outer.insert(day_of(now), key);
        Ok(true)
    }

    /// Deletes the outer keys that are older than [`OUTER_KEY_DAYS`], never the newest.
    pub fn forget_old(&mut self, now: Time) -> Result<usize, SealError> {
        let (newest, _) = self.newest();
        let old: Vec<u32> = self
            .outer
            .keys()
            .copied()
            .filter(|day| *day != newest && i64::from(day_of(now)) - i64::from(*day) >= OUTER_KEY_DAYS)
            .collect();
        for day in &old {
            self.outer.remove(day);
            if let Some(folder) = &self.folder {
                let path = folder.join(outer_name(*day));
                match erase_file(&path) {
                    // A call that was cut off, or the operator, took it away already.
                    Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                    erased => erased.map_err(|e| folder_error(&path, e))?,
                }
            }
        }
        Ok(old.len())
    }

    /// A key, wrapped by the newest outer key: the key's day, then what is sealed.
    pub fn wrap(&self, draw: &mut Draw, place: i64, key: &Key) -> Result<Vec<u8>, SealError> {
        let (day, outer) = self.outer.last_key_value().ok_or(SealError::NoOuterKey(0))?;
        Ok([&day.to_be_bytes()[..], &key.wrap(draw, place, outer)?].concat())
    }

    /// The key that [`Keyring::wrap`] wrapped.
    pub fn unwrap(&self, place: i64, wrapped: &[u8]) -> Result<Key, SealError> {
        let (day, wrapped) = wrapped.split_first_chunk::<4>().ok_or(SealError::NotOpened)?;
        let day = u32::from_be_bytes(*day);
        Key::unwrap(place, wrapped, self.outer.get(&day).ok_or(SealError::NoOuterKey(day))?)
    }

    /// Whether this was wrapped by the newest outer key.
    pub fn is_fresh(&self, wrapped: &[u8]) -> bool {
        wrapped.first_chunk::<4>().is_some_and(|day| u32::from_be_bytes(*day) == self.newest().0)
    }

    /// A keyed hash of parts, for look-ups. `of` keeps hashes for different purposes apart.
    pub fn hash(&self, of: &str, parts: &[&str]) -> Vec<u8> {
        let mut hasher = blake3::Hasher::new_keyed(&self.lookup.0);
        for part in std::iter::once(&of).chain(parts) {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        hasher.finalize().as_bytes().to_vec()
    }

    /// A number below `below` for each number below it and no other: a keyed permutation (a
    /// Feistel network over BLAKE3, walked until it stays in range), so that receipts tell
    /// neither order nor time.
    pub fn permute(&self, of: &str, number: u64, below: u64) -> u64 {
        let half = (64 - below.saturating_sub(1).leading_zeros()).div_ceil(2).max(1);
        let mask = (1u64 << half) - 1;
        let mut value = number;
        loop {
            let (mut left, mut right) = (value >> half, value & mask);
            for round in 0u32..6 {
                let mut hasher = blake3::Hasher::new_keyed(&self.lookup.0);
                hasher.update(b"permute").update(of.as_bytes()).update(&round.to_le_bytes());
                hasher.update(&below.to_le_bytes()).update(&right.to_le_bytes());
                let hash = hasher.finalize();
                let mixed = hash.as_bytes().first_chunk::<8>().map(|b| u64::from_le_bytes(*b)).unwrap_or_default();
                (left, right) = (right, left ^ (mixed & mask));
            }
            value = (left << half) | right;
            if value < below {
                return value;
            }
        }
    }
}

/// Bytes as hexadecimal digits, two a byte.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn day_of(now: Time) -> u32 {
    u32::try_from(now.div_euclid(DAY)).unwrap_or_default()
}

fn outer_name(day: u32) -> String {
    format!("outer-{day:05}.key")
}

fn make_private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// Writes a key as hexadecimal digits into a new file that only its owner can read, whole or not
/// at all.
fn write_key(path: &Path, key: &Key) -> Result<(), SealError> {
    let mut text = hex(&key.0);
    text.push('\n');
    let written = (|| {
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let mut file = options.open(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    })();
    text.zeroize();
    written.map_err(|e| folder_error(path, e))
}

fn read_key(path: &Path) -> Result<Key, SealError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path).map_err(|e| folder_error(path, e))?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(folder_error(path, "others can read this key: run chmod 600 on it"));
        }
    }
    let mut text = fs::read_to_string(path).map_err(|e| folder_error(path, e))?;
    let digits = text.trim();
    let bytes: Option<Vec<u8>> =
        (0..digits.len()).step_by(2).map(|i| u8::from_str_radix(digits.get(i..i + 2)?, 16).ok()).collect();
    let key = bytes.and_then(|b| <[u8; 32]>::try_from(&b[..]).ok()).map(Key);
    text.zeroize();
    key.ok_or_else(|| folder_error(path, "this is no key: 64 hexadecimal digits are expected; restore it"))
}

fn erase_file(path: &Path) -> io::Result<()> {
    let length = fs::metadata(path)?.len();
    let mut file = fs::OpenOptions::new().write(true).open(path)?;
    file.write_all(&vec![0; usize::try_from(length).unwrap_or_default()])?;
    file.sync_all()?;
    fs::remove_file(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw() -> Draw {
        Draw::new([1; 32])
    }

    #[test]
    fn what_is_sealed_opens_only_with_its_key_at_its_place() {
        let mut draw = draw();
        let (key, other) = (Key::fresh(&mut draw), Key::fresh(&mut draw));
        let sealed = key.seal(&mut draw, 5, "Frais de recrutement".as_bytes()).unwrap();
        assert_eq!(key.open(5, &sealed).unwrap(), "Frais de recrutement".as_bytes());
        assert!(key.open(6, &sealed).is_err());
        assert!(other.open(5, &sealed).is_err());
        assert!(key.open(5, &sealed[..20]).is_err());
    }

    #[test]
    fn what_is_sealed_when_it_is_written_opens_as_if_it_were_sealed_already_and_shows_nothing() {
        let mut draw = draw();
        let (key, other) = (Key::fresh(&mut draw), Key::fresh(&mut draw));
        let text = "Frais de recrutement".as_bytes();
        let later = key.seal_later(&mut draw, 5, text.to_vec());
        let stored = Sealed::from(later.to_bytes().unwrap());
        for sealed in [&later, &stored] {
            assert_eq!(sealed.open(&key, 5).unwrap().as_slice(), text);
            assert!(sealed.open(&other, 5).is_err());
            assert!(sealed.open(&key, 6).is_err());
            assert!(!sealed.windows(5).any(|bytes| bytes == &text[..5]));
            assert!(!format!("{sealed:?}").contains(&format!("{:?}", &text[..5])[1..10]));
        }
        let (wrapped, other) = (other.wrap_later(&mut draw, 7, &key).to_bytes().unwrap(), other);
        assert!(Key::unwrap(7, &wrapped, &key).unwrap().0 == other.0);
    }

    #[test]
    fn receipts_numbers_are_a_permutation() {
        let ring = Keyring::in_memory(&mut draw(), 0);
        for below in [1, 7, 100, 10_000] {
            let mut seen: Vec<u64> = (0..below).map(|n| ring.permute("AF", n, below)).collect();
            if below == 10_000 {
                assert!(seen.windows(2).filter(|w| w[0] < w[1]).count() < 6_000, "the numbers tell the order");
            }
            seen.sort_unstable();
            assert_eq!(seen, (0..below).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_outer_key_changes_weekly_and_dies_after_its_days() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("keys");
        let mut draw = draw();
        let start = 20_000 * DAY;
        let mut ring = Keyring::create(&folder, &mut draw, start).unwrap();
        let key = Key::fresh(&mut draw);
        let wrapped = ring.wrap(&mut draw, 1, &key).unwrap();
        assert!(!ring.renew(&mut draw, start + 6 * DAY).unwrap());
        assert!(ring.renew(&mut draw, start + 7 * DAY).unwrap());
        assert!(!ring.is_fresh(&wrapped));
        assert_eq!(ring.forget_old(start + 29 * DAY).unwrap(), 0);
        assert!(ring.unwrap(1, &wrapped).is_ok());
        assert_eq!(ring.forget_old(start + 30 * DAY).unwrap(), 1);
        assert!(matches!(Keyring::open(&folder).unwrap().unwrap(1, &wrapped), Err(SealError::NoOuterKey(20_000))));
    }

    #[cfg(unix)]
    #[test]
    fn keys_that_others_can_read_are_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("keys");
        Keyring::create(&folder, &mut draw(), 0).unwrap();
        let path = folder.join("lookup.key");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        let error = Keyring::open(&folder).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("chmod 600"), "{error}");
    }
}
