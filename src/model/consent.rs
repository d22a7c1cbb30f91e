//! How far a person lets their words go, and since when.

use super::Time;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The six words of consent, from the strictest to the widest. No answer means `No`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Consent {
    /// Nothing is kept.
    #[default]
    No,
    /// Shapes counts and themes, is never quoted.
    Summarise,
    /// Quoted without a name.
    Quote,
    /// Quoted with the stakeholder category.
    Category,
    /// Quoted with the organisation.
    Organisation,
    /// Quoted with the name.
    Name,
}

impl Consent {
    /// Every level, from the strictest.
    pub const ALL: [Consent; 6] =
        [Consent::No, Consent::Summarise, Consent::Quote, Consent::Category, Consent::Organisation, Consent::Name];

    /// The word in commands, files and the store.
    pub fn word(self) -> &'static str {
        match self {
            Consent::No => "no",
            Consent::Summarise => "summarise",
            Consent::Quote => "quote",
            Consent::Category => "category",
            Consent::Organisation => "organisation",
            Consent::Name => "name",
        }
    }

    /// The level of this English word (both spellings).
    pub fn parse(word: &str) -> Option<Consent> {
        match word.trim().to_lowercase().as_str() {
            "summarize" => Some(Consent::Summarise),
            "organization" => Some(Consent::Organisation),
            word => Self::ALL.into_iter().find(|c| c.word() == word),
        }
    }

    /// Whether words given under this level may be quoted at all.
    pub fn quotes(self) -> bool {
        self >= Consent::Quote
    }
}

/// A person's answers in the order in which they were given.
///
/// Something written at a moment is judged by what held then, or by today's answer where
/// that is stricter: lowering reaches everything, raising only what comes after.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConsentLog(Vec<(Time, Consent)>);

impl ConsentLog {
    /// A log from its entries, in any order. Of answers of one moment nobody can tell which came last: the
    /// strictest is taken for it.
    pub fn new(mut entries: Vec<(Time, Consent)>) -> ConsentLog {
        entries.sort_by_key(|(at, consent)| (*at, Reverse(*consent)));
        ConsentLog(entries)
    }

    /// What held at this moment.
    pub fn at(&self, moment: Time) -> Consent {
        self.answered_at(moment).unwrap_or_default()
    }

    /// The answer that held at this moment; none, where none was given yet.
    pub fn answered_at(&self, moment: Time) -> Option<Consent> {
        self.0.iter().take_while(|(at, _)| *at <= moment).last().map(|(_, c)| *c)
    }

    /// What holds now.
    pub fn now(&self) -> Consent {
        self.0.last().map(|(_, c)| *c).unwrap_or_default()
    }

    /// What may be done with something written at this moment: the strictest of every
    /// answer from that moment on.
    pub fn for_written_at(&self, moment: Time) -> Consent {
        self.0.iter().filter(|(at, _)| *at > moment).map(|(_, c)| *c).fold(self.at(moment), Ord::min)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_before_a_yes_stays_unwritten() {
        let log = ConsentLog::new(vec![(100, Consent::Quote)]);
        assert_eq!(log.for_written_at(99), Consent::No);
        assert_eq!(log.for_written_at(100), Consent::Quote);
    }

    #[test]
    fn of_answers_of_one_moment_the_strictest_holds() {
        for both in [[Consent::Name, Consent::Quote], [Consent::Quote, Consent::Name]] {
            let log = ConsentLog::new(both.map(|consent| (10, consent)).into());
            assert_eq!(
                (log.now(), log.at(10), log.for_written_at(10)),
                (Consent::Quote, Consent::Quote, Consent::Quote)
            );
        }
    }

    #[test]
    fn lowering_reaches_back_and_raising_does_not() {
        let log = ConsentLog::new(vec![(10, Consent::Name), (20, Consent::Summarise), (30, Consent::Quote)]);
        assert_eq!(log.for_written_at(15), Consent::Summarise);
        assert_eq!(log.for_written_at(25), Consent::Summarise);
        assert_eq!(log.for_written_at(35), Consent::Quote);
        assert_eq!(log.now(), Consent::Quote);
    }
}
