//! Which of the ten guiding principles a text appeals to.

use super::marks::{Marks, Meaning};

/// The numbers of the principles that a text in this language appeals to, in order.
pub fn of(text: &str, tag: &str) -> Vec<u8> {
    of_marks(&Marks::of(text, tag))
}

pub(super) fn of_marks(marks: &Marks) -> Vec<u8> {
    let mut numbers: Vec<u8> = marks
        .meanings()
        .filter_map(|meaning| match meaning {
            Meaning::Principle(number) => Some(number),
            _ => None,
        })
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn principles_are_recognised_in_several_languages() {
        assert_eq!(of("Put the best interests of the child first and respect due process", "en"), [4, 8]);
        assert_eq!(of("respecter les droits de l'homme", "fr"), [6]);
        assert_eq!(of("必须尊重人权", "zh"), [6]);
        assert_eq!(of("The bus is late", "en"), Vec::<u8>::new());
    }
}
