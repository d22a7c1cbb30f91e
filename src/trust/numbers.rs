//! The rules of small numbers (promises 5 and 6).

use crate::args;
use crate::i18n::Speaker;
use serde::{Serialize, Serializer};

/// A combination of attributes is shown only where at least so many people share it, and a scope
/// cut out by attributes of people gets a digest only with so many people in it.
pub const SMALLEST_GROUP: usize = 5;

/// A number of people by attribute, never exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Band {
    /// The least number in it.
    pub from: usize,
    /// The greatest; open for the last.
    pub to: Option<usize>,
}

/// The band of a number: fewer than 5 · 5–9 · 10–19 · 20–49 · 50–99 · 100–199 · 200–499 · 500 and
/// more.
pub fn band(number: usize) -> Band {
    const FROM: [usize; 8] = [0, 5, 10, 20, 50, 100, 200, 500];
    let place = FROM.iter().rposition(|from| number >= *from).unwrap_or_default();
    Band { from: FROM.get(place).copied().unwrap_or_default(), to: FROM.get(place + 1).map(|next| next - 1) }
}

impl Band {
    /// The band in words.
    pub fn words(self, voice: Speaker) -> String {
        match (self.from, self.to) {
            (0, Some(to)) => voice.say("band-fewer", &args![("count", to + 1)]),
            (from, Some(to)) => voice.say("band-range", &args![("from", from), ("to", to)]),
            (from, None) => voice.say("band-more", &args![("count", from)]),
        }
    }

    /// The band as it stands in JSON: `<5`, `5-9`, `500+`.
    pub fn text(self) -> String {
        match (self.from, self.to) {
            (0, Some(to)) => format!("<{}", to + 1),
            (from, Some(to)) => format!("{from}-{to}"),
            (from, None) => format!("{from}+"),
        }
    }
}

impl Serialize for Band {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

/// The locale's key of the count word: one · some (2–4) · several (5–9) · many (10 and more).
pub fn count_word_key(people: usize) -> &'static str {
    match people {
        0 | 1 => "count-one",
        2..=4 => "count-some",
        5..=9 => "count-several",
        _ => "count-many",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_fall_into_bands() {
        let table = [(0, "<5"), (4, "<5"), (5, "5-9"), (9, "5-9"), (10, "10-19"), (19, "10-19"), (49, "20-49")];
        for (number, text) in
            table.into_iter().chain([(99, "50-99"), (100, "100-199"), (499, "200-499"), (500, "500+")])
        {
            assert_eq!(band(number).text(), text, "{number}");
        }
    }
}
