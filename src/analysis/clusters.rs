//! Which texts belong together, and what they have in common.
//!
//! A text's features are its content words, pairs of them, letter sequences of long words, and the
//! concepts of the lexicon that it names in whatever language, so that texts in several languages
//! meet. The little words of each language are left out, and what many texts of the set share weighs
//! little. Average-linkage clustering on the cosine distance, cut where texts cease to have enough
//! in common, gives the clusters; their number follows from the texts.

use super::hashing::hash;
use super::marks::{Marks, Meaning};
use super::words::Words;
use crate::vocabulary::{LANGUAGES, Vocabulary, fold};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

/// The cosine distance at which clusters are no longer joined.
const CUT: f64 = 0.93;
/// Texts that are clustered with each other; further ones join the nearest cluster.
const SEEDS: usize = 1_200;

/// For each text the number of its cluster, from 0. `tags` are the languages of the texts.
///
/// Clusters are numbered by the hash of their texts, so that the same texts in another order have
/// the same clusters with the same numbers.
pub fn cluster(texts: &[&str], tags: &[&str]) -> Vec<usize> {
    let hashes: Vec<blake3::Hash> = texts.iter().map(|t| blake3::hash(t.as_bytes())).collect();
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by_key(|&i| (*hashes[i].as_bytes(), tags.get(i).copied()));
    let vectors = vectors(order.iter().map(|&i| (texts[i], tags.get(i).copied().unwrap_or("und"))));
    let seeds = vectors.len().min(SEEDS);
    let mut labels = linkage(&vectors[..seeds]);
    for vector in &vectors[seeds..] {
        labels.push(nearest_label(vector, &vectors[..seeds], &labels[..seeds]));
    }
    let mut result = vec![0; texts.len()];
    let mut numbers: HashMap<usize, usize> = HashMap::new();
    for (place, &index) in order.iter().enumerate() {
        let next = numbers.len();
        result[index] = *numbers.entry(labels[place]).or_insert(next);
    }
    result
}

/// The texts of one cluster, the most central first: the one that has most in common with all.
/// Among equally central ones the one whose hash comes first.
pub fn central(texts: &[&str], tags: &[&str]) -> Vec<usize> {
    let vectors = vectors(texts.iter().enumerate().map(|(i, t)| (*t, tags.get(i).copied().unwrap_or("und"))));
    let mut sum: BTreeMap<u64, f64> = BTreeMap::new();
    for (feature, weight) in vectors.iter().flatten() {
        *sum.entry(*feature).or_default() += weight;
    }
    let mut order: Vec<(usize, i64, blake3::Hash)> = vectors
        .iter()
        .enumerate()
        .map(|(i, v)| {
            let shared: f64 = v.iter().map(|(f, w)| w * (sum.get(f).copied().unwrap_or_default() - w)).sum();
            // Rounded, so that the order in which weights were summed decides nothing.
            (i, (shared * 1e6).round() as i64, blake3::hash(texts[i].as_bytes()))
        })
        .collect();
    order.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.2.as_bytes().cmp(b.2.as_bytes())));
    order.into_iter().map(|(i, ..)| i).collect()
}

/// A text as weighted features, sorted by feature, of length 1 (or empty).
type Vector = Vec<(u64, f64)>;

fn vectors<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<Vector> {
    let mut vectors: Vec<Vector> = texts.map(|(text, tag)| features(text, tag)).collect();
    let count = vectors.len() as f64;
    let mut users: HashMap<u64, u32> = HashMap::new();
    for (feature, _) in vectors.iter().flatten() {
        *users.entry(*feature).or_default() += 1;
    }
    for vector in &mut vectors {
        for (feature, weight) in vector.iter_mut() {
            let share = f64::from(users.get(feature).copied().unwrap_or(1)) / count;
            *weight *= (1.0 / share).ln() + 0.05;
        }
        let length = vector.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
        vector.iter_mut().for_each(|(_, w)| *w /= length.max(f64::MIN_POSITIVE));
    }
    vectors
}

/// The features of a text before they are weighed by the set: they depend on it alone.
fn features(text: &str, tag: &str) -> Vector {
    let marks = Marks::of(text, tag);
    let words = &marks.words;
    let mut counts: HashMap<u64, f64> = HashMap::new();
    let mut add = |kind: &str, name: &str, weight: f64| {
        *counts.entry(hash(format!("{kind} {name}").as_bytes())).or_default() += weight;
    };
    let stops = stops(tag);
    let mut before = "";
    for index in 0..words.len() {
        let word = words.stem(index);
        let stop = stops.contains(word) || word.chars().all(|c| c.is_ascii_digit());
        if !stop && word.chars().count() > 1 {
            add("word", word, 1.0);
            let chars: Vec<char> = word.chars().collect();
            if chars.len() > 5 {
                let start: String = chars[..4].iter().collect();
                add("start", &start, 0.4);
            }
        }
        if !stop && !before.is_empty() {
            add("pair", &format!("{before} {word}"), if word.chars().count() == 1 { 1.0 } else { 0.5 });
        }
        before = if stop { "" } else { word };
    }
    for mark in &marks.marks {
        match mark.meaning {
            Meaning::Objective { number, .. } => add("objective", &number.to_string(), 0.7),
            Meaning::Concept(number) => add("concept", &number.to_string(), 1.2),
            _ => {}
        }
    }
    let mut vector: Vector = counts.into_iter().map(|(f, n)| (f, n.min(1.0 + n.max(1.0).ln()))).collect();
    vector.sort_by_key(|(f, _)| *f);
    vector
}

/// The stems of the little words of a language.
fn stops(tag: &str) -> &'static HashSet<String> {
    static STOPS: OnceLock<Vec<HashSet<String>>> = OnceLock::new();
    let all = STOPS.get_or_init(|| {
        let of = |lang: &&str| {
            Vocabulary::current()
                .words("stopwords", lang)
                .iter()
                .map(|w| Words::of(w, lang).stem(0).to_string())
                .collect()
        };
        LANGUAGES.iter().map(of).chain([HashSet::new()]).collect()
    });
    let lang = tag.split('-').next().unwrap_or_default();
    &all[LANGUAGES.iter().position(|l| *l == lang).unwrap_or(LANGUAGES.len())]
}

fn linkage(vectors: &[Vector]) -> Vec<usize> {
    let n = vectors.len();
    if n < 2 {
        return vec![0; n];
    }
    let mut distances = distances(vectors);
    let dendrogram = kodama::linkage(&mut distances, n, kodama::Method::Average);
    let mut parent: Vec<usize> = (0..2 * n - 1).collect();
    for (step, join) in dendrogram.steps().iter().enumerate() {
        if join.dissimilarity < CUT {
            parent[join.cluster1] = n + step;
            parent[join.cluster2] = n + step;
        }
    }
    (0..n)
        .map(|mut i| {
            while parent[i] != i {
                i = parent[i];
            }
            i
        })
        .collect()
}

/// The condensed matrix of cosine distances.
fn distances(vectors: &[Vector]) -> Vec<f64> {
    let n = vectors.len();
    let mut distances = Vec::with_capacity(n * (n - 1) / 2);
    // By feature, the texts that have it: most pairs share nothing and are never looked at.
    let mut users: HashMap<u64, Vec<(usize, f64)>> = HashMap::new();
    for (index, vector) in vectors.iter().enumerate() {
        for (feature, weight) in vector {
            users.entry(*feature).or_default().push((index, *weight));
        }
    }
    let mut row = vec![0.0; n];
    for (index, vector) in vectors.iter().enumerate() {
        row[index..].fill(0.0);
        for (feature, weight) in vector {
            let sharing = users.get(feature).map(Vec::as_slice).unwrap_or_default();
            let after = sharing.partition_point(|(other, _)| *other <= index);
            for (other, theirs) in &sharing[after..] {
                row[*other] += weight * theirs;
            }
        }
        distances.extend(row[index + 1..].iter().map(|shared: &f64| 1.0 - shared.min(1.0)));
    }
    distances
}

/// The cluster whose texts have on average most in common with this one, or a cluster of its own
/// (a number that no other has) where none has enough.
fn nearest_label(vector: &Vector, seeds: &[Vector], labels: &[usize]) -> usize {
    let mine: HashMap<u64, f64> = vector.iter().copied().collect();
    let mut shared: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for (seed, label) in seeds.iter().zip(labels) {
        let cosine: f64 = seed.iter().filter_map(|(f, w)| mine.get(f).map(|m| m * w)).sum();
        let (sum, count) = shared.entry(*label).or_default();
        *sum += cosine;
        *count += 1.0;
    }
    let best = shared
        .into_iter()
        .map(|(label, (sum, count))| (label, sum / count))
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
    match best {
        Some((label, mean)) if 1.0 - mean < CUT => label,
        _ => usize::MAX,
    }
}

/// Up to three phrases that a cluster's texts in this language share and that say what it is about,
/// as they stand in the texts.
pub fn key_phrases(texts: &[&str], tag: &str) -> Vec<String> {
    const MOST: usize = 3;
    let stops = stops(tag);
    // By stems: how many texts hold the phrase, how many words it has, and how it stands there.
    let mut found: BTreeMap<String, (usize, usize, BTreeMap<String, usize>)> = BTreeMap::new();
    for text in texts {
        let words = Words::of(text, tag.split('-').next().unwrap_or_default());
        let mut here: HashSet<String> = HashSet::new();
        let stop = |i: usize| stops.contains(words.stem(i)) || words.stem(i).chars().all(|c| c.is_ascii_digit());
        for first in 0..words.len() {
            let han = words.stem(first).chars().all(super::words::is_han);
            let most = if han { 4 } else { 3 };
            for beyond in first + 1..=(first + most).min(words.len()) {
                let length = beyond - first;
                let stands = text.get(words.place(first..beyond)).unwrap_or_default();
                let whole =
                    !stands.contains(['.', ',', ';', ':', '!', '?', '\n', '，', '。', '；', '：', '、', '،', '(', ')']);
                if !whole {
                    break;
                }
                let edges = stop(first) || stop(beyond - 1);
                let inner = (first..beyond).any(stop);
                let short = if han { length < 2 } else { stands.chars().count() < 4 };
                if edges || short || (inner && (han || length < 3)) {
                    continue;
                }
                let key = (first..beyond).map(|i| words.stem(i)).collect::<Vec<_>>().join(" ");
                let entry = found.entry(key.clone()).or_insert_with(|| (0, length, BTreeMap::new()));
                *entry.2.entry(stands.to_string()).or_default() += 1;
                if here.insert(key) {
                    entry.0 += 1;
                }
            }
        }
    }
    let mut ranked: Vec<(f64, String, String)> = found
        .into_iter()
        .map(|(key, (holders, length, forms))| {
            let worth = holders as f64 * (1.0 + 0.6 * (length as f64 - 1.0)).min(2.2);
            let form = forms.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0))).map(|(f, _)| f);
            (worth, key, form.unwrap_or_default())
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let mut chosen: Vec<(String, String)> = Vec::new();
    for (_, key, form) in ranked {
        let overlaps = |other: &str| key.split(' ').any(|w| other.split(' ').any(|o| o == w));
        if !chosen.iter().any(|(other, form_of)| overlaps(other) || fold(form_of) == fold(&form)) {
            chosen.push((key, form));
        }
        if chosen.len() == MOST {
            break;
        }
    }
    chosen.into_iter().map(|(_, form)| form).collect()
}
