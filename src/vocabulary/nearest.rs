//! The nearest of several words, for what people nearly typed.

use super::fold;

/// The candidate that a mistyped word most likely meant, or none if all are too far.
///
/// Case and accents do not count. Words of up to two letters must be equal, up to five letters
/// may differ by one edit, longer ones by two (Damerau–Levenshtein, neighbours swapped count as
/// one). Among equally near ones the first wins.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = fold(word).chars().collect();
    if word.is_empty() {
        return None;
    }
    let allowed = match word.len() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    };
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let folded: Vec<char> = fold(candidate).chars().collect();
        if folded.len().abs_diff(word.len()) > allowed {
            continue;
        }
        let edits = distance(&word, &folded);
        if edits <= allowed && best.is_none_or(|(fewest, _)| edits < fewest) {
            best = Some((edits, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Optimal string alignment distance: insertions, deletions, replacements, swaps of neighbours.
pub(crate) fn distance(a: &[char], b: &[char]) -> usize {
    let width = b.len() + 1;
    let mut table = vec![0; (a.len() + 1) * width];
    for (j, cell) in table.iter_mut().take(width).enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        table[i * width] = i;
        for j in 1..=b.len() {
            let replaced = table[(i - 1) * width + j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(table[(i - 1) * width + j] + 1).min(table[i * width + j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(table[(i - 2) * width + j - 2] + 1);
            }
            table[i * width + j] = least;
        }
    }
    table[a.len() * width + b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_or_two_slips_are_forgiven_by_the_length_of_the_word() {
        let words = ["digest", "consent", "join", "say", "Retiré"];
        assert_eq!(nearest("digset", words), Some("digest"));
        assert_eq!(nearest("CONCENT", words), Some("consent"));
        assert_eq!(nearest("jion", words), Some("join"));
        assert_eq!(nearest("retire", words), Some("Retiré"));
        assert_eq!(nearest("sa", words), None);
        assert_eq!(nearest("withdraw", words), None);
        assert_eq!(nearest("", words), None);
    }

    #[test]
    fn the_first_of_equally_near_words_wins() {
        assert_eq!(nearest("cat", ["bat", "hat"]), Some("bat"));
    }
}
