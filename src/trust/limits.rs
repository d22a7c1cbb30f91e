//! How fast one person, and one room, may ask the bot for answers. What people contribute is never
//! limited by it.

use crate::model::{MINUTE, Time};
use std::collections::HashMap;

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
    given: HashMap<Vec<u8>, (Time, u32)>,
}

impl Limits {
    /// Limits of this pace; none where there is none.
    pub fn new(pace: Option<Pace>) -> Limits {
        Limits { pace, given: HashMap::new() }
    }

    /// Counts one answer to a person in a room (none in private), or says for how many seconds
    /// to wait.
    pub fn take(&mut self, person: &[u8], room: Option<&[u8]>, now: Time) -> Result<(), i64> {
        let Some(pace) = self.pace else { return Ok(()) };
        self.given.retain(|_, (since, _)| now - *since < MINUTE);
        for (key, most) in [(Some(person), pace.person), (room, pace.room)] {
            let Some(key) = key else { continue };
            let (since, count) = self.given.entry(key.to_vec()).or_insert((now, 0));
            if *count >= most {
                return Err((MINUTE - (now - *since)) / 1000 + 1);
            }
            *count += 1;
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
        assert_eq!(limits.take(b"amina", Some(b"room"), 0), Ok(()));
        assert_eq!(limits.take(b"amina", Some(b"room"), 0), Ok(()));
        assert_eq!(limits.take(b"amina", Some(b"room"), 30_000), Err(31));
        assert_eq!(limits.take(b"binta", Some(b"room"), 0), Ok(()));
        assert_eq!(limits.take(b"chidi", Some(b"room"), 0), Err(61));
        assert_eq!(limits.take(b"amina", None, 60_000), Ok(()));
    }
}
