//! The short names of contributions and passages.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A contribution's short name that can be read aloud: `AF-0042`. The letters are the region's,
/// the digits at least four.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Receipt(String);

impl Receipt {
    /// The receipt of this prefix (two upper-case letters) and number.
    pub fn new(prefix: &str, number: u64) -> Receipt {
        Receipt(format!("{prefix}-{number:04}"))
    }

    /// A receipt as people type it: `AF-0042`, `af 0042`, `AF0042`, with a full-width or Arabic
    /// digit here and there.
    pub fn parse(text: &str) -> Option<Receipt> {
        let mut letters = String::new();
        let mut digits = String::new();
        for c in text.trim().chars() {
            match c {
                'a'..='z' | 'A'..='Z' if digits.is_empty() => letters.push(c.to_ascii_uppercase()),
                '-' | '\u{2010}'..='\u{2013}' | ' ' | '_' if digits.is_empty() => {}
                c => digits.push(char::from_digit(digit(c)?, 10)?),
            }
        }
        (letters.len() == 2 && (4..=12).contains(&digits.len())).then(|| Receipt(format!("{letters}-{digits}")))
    }

    /// The text, as shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A part of a contribution that makes one point: `AF-0042.3`. No number is used twice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PassageId {
    /// The contribution.
    pub receipt: Receipt,
    /// The passage's number in it, from 1.
    pub number: i64,
}

impl PassageId {
    /// A passage as people type it: `AF-0042.3`.
    pub fn parse(text: &str) -> Option<PassageId> {
        let (receipt, number) = text.trim().rsplit_once('.')?;
        Some(PassageId { receipt: Receipt::parse(receipt)?, number: number.parse().ok().filter(|n| *n > 0)? })
    }
}

impl fmt::Display for PassageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.receipt, self.number)
    }
}

/// The value of a digit in the scripts in which people number their answers: Western, Arabic,
/// Persian, full-width.
pub(crate) fn digit(c: char) -> Option<u32> {
    let base = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    Some(c as u32 - base as u32)
}

/// A numbered answer as people type it: `2`, `٢`, `2.`, `２`.
pub fn numbered_answer(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches(['.', ')', '。', '،']);
    if text.is_empty() || text.chars().count() > 3 {
        return None;
    }
    text.chars().try_fold(0, |n, c| Some(n * 10 + digit(c)?))
}

/// The short name of something that failed inside, from its row's identifier, for reading it aloud to
/// whoever runs the bot: `K7Q2`.
pub fn reference(id: i64) -> String {
    // Without I, L, O and U, which are taken for others.
    let signs = |place: i64| "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().nth(((id >> (5 * place)) & 31) as usize);
    (0..4).rev().filter_map(signs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn receipts_are_read_as_people_type_them() {
        for text in ["AF-0042", "af-0042", "AF0042", "af 0042", "AF–0042", "AF-٠٠٤٢", " AF-００42 "] {
            assert_eq!(Receipt::parse(text).map(|r| r.to_string()), Some("AF-0042".into()), "{text}");
        }
        for text in ["", "AF", "0042", "AFR-0042", "AF-42", "AF-0042x", "AF-0042.1"] {
            assert_eq!(Receipt::parse(text), None, "{text}");
        }
    }

    #[test]
    fn answers_are_numbers_in_any_script() {
        for (text, number) in [("2", 2), (" 2.", 2), ("٢", 2), ("۲", 2), ("２", 2), ("12)", 12)] {
            assert_eq!(numbered_answer(text), Some(number), "{text}");
        }
        for text in ["", "two", "2 yes", "1234"] {
            assert_eq!(numbered_answer(text), None, "{text}");
        }
    }

    #[test]
    fn a_reference_is_four_signs_that_nobody_mistakes() {
        assert_eq!(reference(0), "0000");
        assert_eq!(reference((1 << 40) | 0b10011_00111_10111_00010), "K7Q2");
        assert_eq!(reference(-1), "ZZZZ");
    }
}
