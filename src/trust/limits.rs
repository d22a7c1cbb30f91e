//! How fast one person, and one room, may ask the bot for answers. What people contribute is never
//! limited by it.

use crate::model::{MINUTE, Time};
use std::collections::{HashMap, HashSet};

/// How many answers in a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// To one person.
    pub person: u32,
    /// In one room.
    pub room: u32,
}

/// Counts answers by person and room, in memory only: a restart forgives.
#[derive(Debug, Default)]
pub struct Limits {
    pace: Option<Pace>,
    given: HashMap<Vec<u8>, (Time, HashSet<Vec<u8>>)>,
}

impl Limits {
    /// Limits of this pace; none where there is none.
    pub fn new(pace: Option<Pace>) -> Limits {
        Limits { pace, given: HashMap::new() }
    }

    /// Counts the answer to something (`of`) that a person did in a room (none in private), or says
    /// for how many seconds to wait. What is decided once more, because others were faster to write,
    /// counts once.
    pub fn take(&mut self, of: &[u8], person: &[u8], room: Option<&[u8]>, now: Time) -> Result<(), i64> {
        let Some(pace) = self.pace else { return Ok(()) };
        self.given.retain(|_, (since, _)| now - *since < MINUTE);
        for (key, most) in [(Some(person), pace.person), (room, pace.room)] {
            let Some(key) = key else { continue };
            let (since, given) = self.given.entry(key.to_vec()).or_insert_with(|| (now, HashSet::new()));
            if given.contains(of) {
                continue;
            }
            if given.len() >= most as usize {
                return Err((MINUTE - (now - *since)) / 1000 + 1);
            }
            given.insert(of.to_vec());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_who_asks_too_fast_is_told_how_long_to_wait() {
        let mut limits = Limits::new(Some(Pace { person: 2, room: 3 }));
        assert_eq!(limits.take(b"1", b"amina", Some(b"room"), 0), Ok(()));
        assert_eq!(limits.take(b"2", b"amina", Some(b"room"), 0), Ok(()));
        assert_eq!(limits.take(b"3", b"amina", Some(b"room"), 30_000), Err(31));
        assert_eq!(limits.take(b"4", b"binta", Some(b"room"), 0), Ok(()));
        assert_eq!(limits.take(b"5", b"chidi", Some(b"room"), 0), Err(61));
        assert_eq!(limits.take(b"6", b"amina", None, 60_000), Ok(()));
    }

    #[test]
    fn what_is_decided_once_more_counts_once() {
        let mut limits = Limits::new(Some(Pace { person: 1, room: 1 }));
        for _ in 0..3 {
            assert_eq!(limits.take(b"1", b"amina", Some(b"room"), 0), Ok(()));
        }
        assert_eq!(limits.take(b"2", b"amina", None, 0), Err(61));
    }
}
