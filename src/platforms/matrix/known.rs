//! What is remembered of events that passed by: who wrote them and in which thread they stand, so
//! that replies, marks and edits are understood without asking the homeserver each time; and what
//! people are called, so that the library's store is not searched for each message.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

/// How many events, and how many names, are remembered.
const REMEMBERED: usize = 20_000;

/// Of an event that passed by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct About {
    /// Who wrote it.
    pub sender: String,
    /// The root of the thread in which it stands.
    pub thread: Option<String>,
}

#[derive(Default)]
pub(super) struct Known(Mutex<Events>);

#[derive(Default)]
struct Events {
    about: HashMap<String, About>,
    order: VecDeque<String>,
}

impl Known {
    /// Remembers an event; the oldest is forgotten.
    pub fn remember(&self, event: &str, about: About) {
        let mut events = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if events.about.insert(event.to_owned(), about).is_none() {
            events.order.push_back(event.to_owned());
        }
        if events.order.len() > REMEMBERED
            && let Some(oldest) = events.order.pop_front()
        {
            events.about.remove(&oldest);
        }
    }

    /// What is remembered of an event.
    pub fn get(&self, event: &str) -> Option<About> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).about.get(event).cloned()
    }
}

/// What people are called in rooms: by the room and the account.
#[derive(Default)]
pub(super) struct Names(Mutex<HashMap<String, HashMap<String, String>>>);

impl Names {
    /// Remembers a name. Where there are too many, all are learned anew.
    pub fn remember(&self, room: &str, account: &str, name: &str) {
        let mut rooms = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if rooms.values().map(HashMap::len).sum::<usize>() >= REMEMBERED {
            rooms.clear();
        }
        rooms.entry(room.to_owned()).or_default().insert(account.to_owned(), name.to_owned());
    }

    /// The name that is remembered.
    pub fn get(&self, room: &str, account: &str) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(room)?.get(account).cloned()
    }

    /// Forgets a room's names: somebody's may have changed.
    pub fn forget(&self, room: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(room);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_is_forgotten_first() {
        let known = Known::default();
        for n in 0..=REMEMBERED {
            known.remember(&format!("${n}"), About { sender: "@amina:example.org".into(), thread: None });
        }
        assert_eq!((known.get("$0"), known.get("$1").is_some()), (None, true));
    }
    #[test]
    fn names_are_remembered_by_room_until_one_may_have_changed() {
        let names = Names::default();
        names.remember("!a:example.org", "@amina:example.org", "Amina");
        names.remember("!b:example.org", "@amina:example.org", "Amina, in the other room");
        names.forget("!b:example.org");
        assert_eq!(names.get("!a:example.org", "@amina:example.org").as_deref(), Some("Amina"));
        assert_eq!(names.get("!b:example.org", "@amina:example.org"), None);
        for n in 1..=REMEMBERED {
            names.remember("!c:example.org", &format!("@person-{n}:example.org"), "one of many");
        }
        assert_eq!(names.get("!a:example.org", "@amina:example.org"), None);
    }
}
