//! The time and the chance that are injected: the only place that asks the system for either.
#![allow(clippy::disallowed_methods, reason = "this room is where the system is asked")]

use crate::model::Time;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

/// What tells the time.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Time;
}

/// The system's clock, moved by a span that a console may set (`/at +3m`).
#[derive(Default)]
pub struct SystemClock {
    ahead: AtomicI64,
}

impl SystemClock {
    /// Moves the clock forward by this span in milliseconds.
    pub fn advance(&self, span: i64) {
        self.ahead.fetch_add(span, Ordering::SeqCst);
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Time {
        jiff::Timestamp::now().as_millisecond() + self.ahead.load(Ordering::SeqCst)
    }
}

/// A clock that stands still until it is moved: for tests.
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// A clock that stands at this moment.
    pub fn new(now: Time) -> ManualClock {
        ManualClock(AtomicI64::new(now))
    }

    /// Moves the clock forward.
    pub fn advance(&self, span: i64) {
        self.0.fetch_add(span, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Time {
        self.0.load(Ordering::SeqCst)
    }
}

/// Where random bytes come from.
pub trait Chance: Send + Sync {
    /// Thirty-two fresh random bytes.
    fn seed(&self) -> Result<[u8; 32], ChanceError>;
}

/// The system has no random bytes to give.
#[derive(Debug, thiserror::Error)]
#[error("the system gives no random bytes: {0}")]
pub struct ChanceError(String);

/// The system's generator.
pub struct SystemChance;

impl Chance for SystemChance {
    fn seed(&self) -> Result<[u8; 32], ChanceError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|e| ChanceError(e.to_string()))?;
        Ok(bytes)
    }
}

/// A generator that gives the same bytes for the same seed: for tests.
pub struct SeededChance(Mutex<Draw>);

impl SeededChance {
    /// A generator with this seed.
    pub fn new(seed: u64) -> SeededChance {
        SeededChance(Mutex::new(Draw::new(*blake3::hash(&seed.to_le_bytes()).as_bytes())))
    }
}

impl Chance for SeededChance {
    fn seed(&self) -> Result<[u8; 32], ChanceError> {
        let mut draw = self.0.lock().map_err(|e| ChanceError(e.to_string()))?;
        Ok(draw.bytes())
    }
}

/// A run of random bytes grown from one seed, so that what decides stays free of I/O.
/// BLAKE3 in extendable-output mode.
pub struct Draw {
    reader: blake3::OutputReader,
    last_id: i64,
}

impl Draw {
    /// A run from this seed.
    pub fn new(seed: [u8; 32]) -> Draw {
        Draw { reader: blake3::Hasher::new_derive_key("gcm-talks draw").update(&seed).finalize_xof(), last_id: 0 }
    }

    /// The next bytes of the run.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.reader.fill(&mut bytes);
        bytes
    }

    /// An identifier that sorts by time: 42 bits of milliseconds, then 21 bits that are random
    /// for the first of a millisecond and count on from there.
    pub fn id(&mut self, now: Time) -> i64 {
        let random = i64::from(u32::from_le_bytes(self.bytes::<4>()) & 0x1f_ffff);
        let fresh = ((now & ((1 << 42) - 1)) << 21) | random;
        self.last_id = if fresh >> 21 <= self.last_id >> 21 { self.last_id + 1 } else { fresh };
        self.last_id
    }
}

/// The clock and the chance that are handed down.
#[derive(Clone)]
pub struct Source {
    /// What tells the time.
    pub clock: std::sync::Arc<dyn Clock>,
    /// Where random bytes come from.
    pub chance: std::sync::Arc<dyn Chance>,
}

impl Source {
    /// The system's clock and generator.
    pub fn system() -> Source {
        Source { clock: std::sync::Arc::new(SystemClock::default()), chance: std::sync::Arc::new(SystemChance) }
    }

    /// A run of random bytes with a fresh seed.
    pub fn draw(&self) -> Result<Draw, ChanceError> {
        Ok(Draw::new(self.chance.seed()?))
    }
}

/// How long something took, for logs and metrics only: nothing is decided by it.
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Starts now.
    pub fn start() -> Stopwatch {
        Stopwatch(std::time::Instant::now())
    }

    /// The time since the start.
    pub fn elapsed(&self) -> std::time::Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_sort_by_time_and_never_repeat() {
        let mut draw = Draw::new([7; 32]);
        let mut last = 0;
        for now in [1_800_000_000_000, 1_800_000_000_000, 1_800_000_000_001, 1_799_999_999_000] {
            for _ in 0..100 {
                let id = draw.id(now);
                assert!(id > last);
                last = id;
            }
        }
    }
}
