//! What is remembered of events that passed by: who wrote them and in which thread they stand, so
//! that replies, marks and edits are understood without asking the homeserver each time.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

/// How many events are remembered.
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
}
