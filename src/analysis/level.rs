//! On what level a text speaks.

use super::marks::{Marks, Meaning};
use crate::model::Level;

/// The level that a text in this language names most often, the nearer one where two are named as
/// often; none where it names none.
pub fn of(text: &str, tag: &str) -> Option<Level> {
    of_marks(&Marks::of(text, tag))
}

pub(super) fn of_marks(marks: &Marks) -> Option<Level> {
    let mut counts: [(usize, Level); 4] =
        [(0, Level::Local), (0, Level::National), (0, Level::Regional), (0, Level::Global)];
    for meaning in marks.meanings() {
        if let Meaning::Level(level) = meaning {
            counts.iter_mut().filter(|(_, l)| *l == level).for_each(|(n, _)| *n += 1);
        }
    }
    let most = counts.iter().map(|(n, _)| *n).max().filter(|n| *n > 0)?;
    counts.iter().find(|(n, _)| *n == most).map(|(_, level)| *level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_is_the_one_that_is_named() {
        assert_eq!(of("The municipality opened a desk in our district", "en"), Some(Level::Local));
        assert_eq!(of("La loi nationale doit changer", "fr"), Some(Level::National));
        assert_eq!(of("Los países de la región deben cooperar, como en el MERCOSUR", "es"), Some(Level::Regional));
        assert_eq!(of("В мире, на глобальном уровне", "ru"), Some(Level::Global));
        assert_eq!(of("Fees are too high", "en"), None);
    }
}
