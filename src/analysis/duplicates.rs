//! Texts that are copies of each other, up to a few words: the sign of a campaign.
//!
//! Each text becomes its set of short letter sequences; MinHash signatures in bands find the pairs
//! that may be alike (A. Z. Broder, "On the resemblance and containment of documents", 1997), and
//! the Jaccard index of the sets decides.

use super::hashing::{hash, mix};
use super::words::is_han;
use crate::vocabulary::fold;
use std::collections::HashMap;

/// The Jaccard index from which two texts are copies.
const ALIKE: f64 = 0.8;
/// Sixteen bands of four rows find a pair at 0.8 with a probability of 0.9998.
const BANDS: usize = 16;
const ROWS: usize = 4;
/// How many letters a sequence has; a Chinese character says more than a letter.
const LETTERS: usize = 5;
const CHARACTERS: usize = 2;

/// For each text the index of the first text of its group of near-copies, its own where it has
/// none before it. Which texts are grouped does not depend on their order.
pub fn groups(texts: &[&str]) -> Vec<usize> {
    let shingles: Vec<Vec<u64>> = texts.iter().map(|t| shingles(t)).collect();
    let mut group: Vec<usize> = (0..texts.len()).collect();
    let mut buckets: HashMap<(usize, u64), Vec<usize>> = HashMap::new();
    // Equal texts, the many copies of a campaign, are joined at once.
    let mut firsts: HashMap<&[u64], usize> = HashMap::new();
    for (index, set) in shingles.iter().enumerate() {
        let first = *firsts.entry(set).or_insert(index);
        if first < index {
            group[index] = first;
            continue;
        }
        for (band, key) in bands(set).into_iter().enumerate() {
            buckets.entry((band, key)).or_default().push(index);
        }
    }
    for members in buckets.values().filter(|m| m.len() > 1) {
        for (place, &a) in members.iter().enumerate() {
            for &b in &members[place + 1..] {
                let (first, second) = (root(&mut group, a), root(&mut group, b));
                if first != second && jaccard(&shingles[a], &shingles[b]) >= ALIKE {
                    group[first.max(second)] = first.min(second);
                }
            }
        }
    }
    (0..texts.len()).map(|index| root(&mut group, index)).collect()
}

/// The first member of the group that this text belongs to.
fn root(group: &mut [usize], mut index: usize) -> usize {
    while group[index] != index {
        group[index] = group[group[index]];
        index = group[index];
    }
    index
}

/// The set of a text's letter sequences, sorted. A text shorter than a sequence is one itself.
fn shingles(text: &str) -> Vec<u64> {
    let chars: Vec<char> = fold(text).chars().collect();
    let length = match chars.iter().filter(|c| is_han(**c)).count() * 2 > chars.len() {
        true => CHARACTERS,
        false => LETTERS,
    };
    let mut set: Vec<u64> = match chars.len() {
        0 => vec![hash(text.trim().as_bytes())],
        n if n <= length => vec![hash(chars.iter().collect::<String>().as_bytes())],
        _ => chars.windows(length).map(|w| w.iter().fold(0, |h, c| mix(h ^ u64::from(*c)))).collect(),
    };
    set.sort_unstable();
    set.dedup();
    set
}

/// One key a band of the MinHash signature.
fn bands(set: &[u64]) -> [u64; BANDS] {
    std::array::from_fn(|band| {
        (0..ROWS).fold(0, |key, row| {
            let seed = mix((band * ROWS + row + 1) as u64);
            let least = set.iter().map(|s| mix(s ^ seed)).min().unwrap_or_default();
            mix(key ^ least)
        })
    })
}

/// The share of two sorted sets that they have in common.
fn jaccard(a: &[u64], b: &[u64]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0usize);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        common += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    common as f64 / (a.len() + b.len() - common).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "We, the undersigned of Talaworo, ask the ministry to end recruitment fees for domestic \
                          workers this year and to publish the names of the agencies that still take them.";

    #[test]
    fn copies_with_small_changes_are_one_group() {
        let shouted = LETTER.to_uppercase();
        let signed = LETTER.replace("Talaworo", "Talawora") + " Thank you.";
        let other = "We, the undersigned, ask for a school in the camp and for teachers who speak our language.";
        assert_eq!(groups(&[LETTER, other, &shouted, &signed]), [0, 1, 0, 0]);
    }

    #[test]
    fn short_texts_are_copies_only_if_their_words_are() {
        assert_eq!(groups(&["Yes", "yes!", "no", "停", "停。", "👍", "👎"]), [0, 0, 2, 3, 3, 5, 6]);
        assert_eq!(groups(&[]), Vec::<usize>::new());
    }

    #[test]
    fn the_order_of_the_texts_changes_no_group() {
        let texts: Vec<String> = (0..30)
            .map(|i| format!("{LETTER} Signed by person number {}", ["one", "two", "elephant"][i % 3]))
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).chain(["Something else entirely."]).collect();
        let forward = groups(&texts);
        let backward: Vec<&str> = texts.iter().rev().copied().collect();
        let backward = groups(&backward);
        let last = texts.len() - 1;
        for i in 0..texts.len() {
            for j in 0..texts.len() {
                assert_eq!(forward[i] == forward[j], backward[last - i] == backward[last - j], "{i} {j}");
            }
        }
    }
}
