//! Which texts belong together, and what they have in common.
//!
//! A text's features are its content words, pairs of them, letter sequences of long words, and the
//! concepts of the lexicon that it names in whatever language. Texts in two languages share few words
//! and are compared by the concepts alone. The little words of each language are left out, as are
//! those that only say who is meant; what many texts of the set share weighs little. Average-linkage
//! clustering on the cosine distance, cut where texts cease to have enough in common, gives the
//! clusters; their number follows from the texts.

use super::hashing::hash;
use super::marks::{Marks, Meaning};
use super::words::Words;
use crate::vocabulary::{LANGUAGES, Vocabulary, fold};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::OnceLock;

/// As many texts that share nothing are thought beside the set when its words are weighed, so that
/// what all of a few texts share still counts.
const BACKGROUND: f64 = 10.0;
/// The cosine distance at which clusters are no longer joined.
const CUT: f64 = 0.94;
/// The cosine distance within which a text that was left alone joins a cluster.
const JOIN: f64 = 0.94;
/// How much of what two texts share most is not counted: one word in common, however rare, does
/// not make them speak of one matter.
const ONE_WORD: f64 = 0.5;
/// How much texts in two languages that name the same concepts are taken to have in common.
const ACROSS: f64 = 0.3;
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
    let tag = |i: usize| tags.get(i).copied().unwrap_or("und");
    let (vectors, concepts) = vectors(order.iter().map(|&i| (texts[i], tag(i))));
    let seeds = vectors.len().min(SEEDS);
    let named = order.iter().zip(concepts).take(seeds);
    let named: Vec<Named<'_>> = named.map(|(&i, concepts)| Named { tag: tag(i), concepts }).collect();
    let mut labels = linkage(&vectors[..seeds], &named);
    // Texts that were left alone, and those beyond the seeds, join the cluster nearest to them.
    let mut sizes: HashMap<usize, usize> = HashMap::new();
    labels.iter().for_each(|l| *sizes.entry(*l).or_default() += 1);
    let clusters = Centroids::of(&vectors[..seeds], &labels, &sizes);
    for (place, vector) in vectors.iter().enumerate() {
        let alone = labels.get(place).is_none_or(|l| sizes.get(l) == Some(&1));
        let joined = if alone { clusters.nearest(vector) } else { None };
        match labels.get_mut(place) {
            Some(label) => *label = joined.unwrap_or(*label),
            // No dendrogram has nodes of these numbers.
            None => labels.push(joined.unwrap_or(2 * vectors.len() + place)),
        }
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
    let (vectors, _) = vectors(texts.iter().enumerate().map(|(i, t)| (*t, tags.get(i).copied().unwrap_or("und"))));
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

/// The vectors of texts with their languages, and the concepts that each names.
fn vectors<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> (Vec<Vector>, Vec<Vec<usize>>) {
    let (mut vectors, concepts): (Vec<Vector>, Vec<Vec<usize>>) = texts.map(|(text, tag)| features(text, tag)).unzip();
    let count = vectors.len() as f64;
    let mut users: HashMap<u64, u32> = HashMap::new();
    for (feature, _) in vectors.iter().flatten() {
        *users.entry(*feature).or_default() += 1;
    }
    for vector in &mut vectors {
        for (feature, weight) in vector.iter_mut() {
            let share = (f64::from(users.get(feature).copied().unwrap_or(1)) + 0.5) / (count + BACKGROUND);
            *weight *= (1.0 / share).ln().max(0.05);
        }
        let length = vector.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
        vector.iter_mut().for_each(|(_, w)| *w /= length.max(f64::MIN_POSITIVE));
    }
    (vectors, concepts)
}

/// The features of a text before they are weighed by the set, and the concepts that it names: they
/// depend on it alone.
fn features(text: &str, tag: &str) -> (Vector, Vec<usize>) {
    let marks = Marks::of(text, tag);
    let words = &marks.words;
    let mut counts: HashMap<u64, f64> = HashMap::new();
    let mut add = |kind: &str, name: &str, weight: f64| {
        *counts.entry(hash(format!("{kind} {name}").as_bytes())).or_default() += weight;
    };
    let stops = stops(tag);
    let words_that = |say: fn(Meaning) -> bool| -> HashSet<usize> {
        marks.marks.iter().filter(|mark| say(mark.meaning)).flat_map(|mark| mark.words.clone()).collect()
    };
    // Whom texts speak of, and that they speak of migration, is no matter that joins them.
    let who = words_that(|meaning| matches!(meaning, Meaning::Context | Meaning::Objective { aside: true, .. }));
    let what = words_that(|meaning| matches!(meaning, Meaning::Objective { aside: false, .. }));
    let mut before = "";
    for index in 0..words.len() {
        let word = words.stem(index);
        let stop = (who.contains(&index) && !what.contains(&index))
            || stops.contains(word)
            || word.chars().all(|c| c.is_ascii_digit());
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
        // Not the objective: a digest parts by it anyway, and within it every text would be alike.
        if let Meaning::Concept(number) = mark.meaning {
            add("concept", &number.to_string(), 1.2);
        }
    }
    let mut vector: Vector = counts.into_iter().map(|(f, n)| (f, n.min(1.0 + n.max(1.0).ln()))).collect();
    vector.sort_by_key(|(f, _)| *f);
    (vector, concepts_of(&marks))
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

/// The concepts that a text names, in its language.
struct Named<'a> {
    tag: &'a str,
    concepts: Vec<usize>,
}

impl Named<'_> {
    /// What two texts in different languages have in common: the cosine of their concepts.
    fn across(&self, other: &Named<'_>) -> f64 {
        if self.tag == other.tag || self.concepts.is_empty() || other.concepts.is_empty() {
            return 0.0;
        }
        let both = self.concepts.iter().filter(|concept| other.concepts.contains(concept)).count() as f64;
        ACROSS * both / ((self.concepts.len() * other.concepts.len()) as f64).sqrt()
    }
}

/// The concepts of the lexicon that a text in this language names.
pub fn concepts(text: &str, tag: &str) -> Vec<usize> {
    concepts_of(&Marks::of(text, tag))
}

fn concepts_of(marks: &Marks) -> Vec<usize> {
    let of = |meaning| if let Meaning::Concept(number) = meaning { Some(number) } else { None };
    let concepts: BTreeSet<usize> = marks.meanings().filter_map(of).collect();
    concepts.into_iter().collect()
}

/// What a concept is called in a language.
pub fn concept_label(number: usize, lang: &str) -> Option<&'static str> {
    let vocabulary = Vocabulary::current();
    vocabulary.lists("concept.").nth(number).and_then(|name| vocabulary.words(name, lang).first()).map(String::as_str)
}

fn linkage(vectors: &[Vector], named: &[Named<'_>]) -> Vec<usize> {
    let n = vectors.len();
    if n < 2 {
        return vec![0; n];
    }
    let mut distances = distances(vectors, named);
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
fn distances(vectors: &[Vector], named: &[Named<'_>]) -> Vec<f64> {
    let n = vectors.len();
    let mut distances = Vec::with_capacity(n * (n - 1) / 2);
    // By feature, the texts that have it: most pairs share nothing and are never looked at.
    let mut users: HashMap<u64, Vec<(usize, f64)>> = HashMap::new();
    for (index, vector) in vectors.iter().enumerate() {
        for (feature, weight) in vector {
            users.entry(*feature).or_default().push((index, *weight));
        }
    }
    // By text, what this one shares with it, and the most that one feature adds to that.
    let mut row = vec![(0.0_f64, 0.0_f64); n];
    for (index, vector) in vectors.iter().enumerate() {
        row[index..].fill((0.0, 0.0));
        for (feature, weight) in vector {
            let sharing = users.get(feature).map(Vec::as_slice).unwrap_or_default();
            let after = sharing.partition_point(|(other, _)| *other <= index);
            for (other, theirs) in &sharing[after..] {
                let (shared, most) = &mut row[*other];
                *shared += weight * theirs;
                *most = most.max(weight * theirs);
            }
        }
        distances.extend(row.iter().zip(named).skip(index + 1).map(|((shared, most), theirs)| {
            let within = shared - ONE_WORD * most;
            1.0 - within.max(named[index].across(theirs)).min(1.0)
        }));
    }
    distances
}

/// The clusters of more than one text, each as the mean of its texts.
struct Centroids {
    /// By feature, the clusters that have it and the mean weight there.
    means: HashMap<u64, Vec<(usize, f64)>>,
}

impl Centroids {
    fn of(vectors: &[Vector], labels: &[usize], sizes: &HashMap<usize, usize>) -> Centroids {
        let mut sums: HashMap<u64, BTreeMap<usize, f64>> = HashMap::new();
        for (vector, label) in vectors.iter().zip(labels) {
            let size = sizes.get(label).copied().unwrap_or(1);
            if size > 1 {
                for (feature, weight) in vector {
                    *sums.entry(*feature).or_default().entry(*label).or_default() += weight / size as f64;
                }
            }
        }
        Centroids { means: sums.into_iter().map(|(f, by_label)| (f, by_label.into_iter().collect())).collect() }
    }

    /// The cluster whose texts have on average most in common with this one, if that is enough.
    fn nearest(&self, vector: &Vector) -> Option<usize> {
        let mut shared: BTreeMap<usize, f64> = BTreeMap::new();
        for (feature, weight) in vector {
            for (label, mean) in self.means.get(feature).into_iter().flatten() {
                *shared.entry(*label).or_default() += weight * mean;
            }
        }
        let best = shared.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
        (1.0 - best.1 < JOIN).then_some(best.0)
    }
}

/// A phrase without the small words at its end, which lead to something that is not in it:
/// `displaced by` is about being displaced.
pub fn bare<'p>(phrase: &'p str, tag: &str) -> &'p str {
    let small = Vocabulary::current().words("stopwords", tag);
    let mut phrase = phrase;
    while let Some((before, last)) = phrase.rsplit_once(' ') {
        if !small.iter().any(|word| *word == last.to_lowercase()) {
            break;
        }
        phrase = before;
    }
    phrase
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
                let content = (first..beyond).filter(|i| !stop(*i)).count();
                let entry = found.entry(key.clone()).or_insert_with(|| (0, content, BTreeMap::new()));
                *entry.2.entry(stands.to_string()).or_default() += 1;
                if here.insert(key) {
                    entry.0 += 1;
                }
            }
        }
    }
    let holders_of = |word: &str| found.get(word).map_or(1, |(holders, ..)| *holders);
    let mut ranked: Vec<(f64, usize, String, String)> = found
        .iter()
        .map(|(key, (holders, length, forms))| {
            let worth = *holders as f64 * (1.0 + 0.6 * (*length as f64 - 1.0)).min(2.2);
            let known = key.split(' ').map(holders_of).sum();
            let form = forms.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0))).map(|(f, _)| f.clone());
            (worth, known, key.clone(), form.unwrap_or_default())
        })
        .collect();
    // Of phrases that as many texts hold, the one whose words are at home in the cluster.
    ranked.sort_by(|a, b| {
        b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(b.2.len().cmp(&a.2.len())).then_with(|| a.2.cmp(&b.2))
    });
    let mut chosen: Vec<(String, String)> = Vec::new();
    for (.., key, form) in ranked {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Three themes in seven languages, invented.
    const STATEMENTS: [(&str, &str, usize); 15] = [
        ("en", "Recruitment fees must be abolished; agencies take two months of wages.", 0),
        ("fr", "Il faut supprimer les frais de recrutement : les agences prennent deux mois de salaire.", 0),
        ("es", "Hay que eliminar las comisiones de contratación: las agencias cobran dos meses de salario.", 0),
        ("ar", "يجب إلغاء رسوم الاستقدام لأن مكاتب الاستقدام تأخذ أجر شهرين", 0),
        ("ru", "Нужно отменить плату за трудоустройство: агентства берут зарплату за два месяца.", 0),
        ("zh", "应当取消招聘费用，中介机构拿走两个月工资。", 0),
        ("pt", "É preciso acabar com as taxas de recrutamento: as agências cobram dois meses de salário.", 0),
        ("en", "Domestic workers are never inspected and employers keep their passports.", 1),
        (
            "fr",
            "Les travailleuses domestiques ne sont jamais inspectées et les employeurs gardent leurs passeports.",
            1,
        ),
        ("es", "Las trabajadoras del hogar no tienen inspección y los empleadores retienen los pasaportes.", 1),
        ("ar", "أصحاب العمل يصادرون جوازات السفر من عاملات المنازل", 1),
        ("zh", "雇主扣押家政工人的护照。", 1),
        ("en", "Children are locked up in detention centres at the border.", 2),
        ("ru", "Детей держат в центрах содержания на границе.", 2),
        ("es", "Los niños están encerrados en centros de detención en la frontera.", 2),
    ];

    fn labels(order: &[usize]) -> Vec<usize> {
        let texts: Vec<&str> = order.iter().map(|&i| STATEMENTS[i].1).collect();
        let tags: Vec<&str> = order.iter().map(|&i| STATEMENTS[i].0).collect();
        cluster(&texts, &tags)
    }

    #[test]
    fn the_same_said_in_seven_languages_is_one_cluster() {
        let found = labels(&(0..15).collect::<Vec<_>>());
        for i in 0..15 {
            for j in 0..15 {
                assert_eq!(found[i] == found[j], STATEMENTS[i].2 == STATEMENTS[j].2, "{i} {j}: {found:?}");
            }
        }
    }

    #[test]
    fn another_order_changes_neither_the_clusters_nor_their_numbers() {
        let found = labels(&(0..15).collect::<Vec<_>>());
        for step in [2, 4, 7, 11] {
            let order: Vec<usize> = (0..15).map(|i| (i * step + 3) % 15).collect();
            let shuffled = labels(&order);
            for (place, &index) in order.iter().enumerate() {
                assert_eq!(shuffled[place], found[index]);
            }
        }
    }

    #[test]
    fn two_texts_that_agree_meet_and_two_that_do_not_stay_apart() {
        let fees = "Agencies still take fees from the workers.";
        assert_eq!(cluster(&[fees, "The fees of the agencies are too high."], &["en", "en"]), [0, 0]);
        let apart = cluster(&[fees, "The consulate never answers the phone."], &["en", "en"]);
        assert_ne!(apart[0], apart[1]);
        assert_eq!(cluster(&["", "…"], &["en", "und"]).len(), 2);
        assert_eq!(cluster(&[], &[]), Vec::<usize>::new());
    }

    #[test]
    fn one_word_in_common_joins_no_texts() {
        let texts = [
            "Put a steep duty on diesel for fishing boats.",
            "The steep bank beside our school washes away each winter.",
            "A library bus should come to the hill farms on Fridays.",
            "Our choir has no place to sing since the hall was sold.",
            "Fishing boats burn diesel all night in the harbour.",
            "The hill farms lose lambs to stray dogs.",
        ];
        let found = cluster(&texts, &["en"; 6]);
        assert_ne!(found[0], found[1], "steep: {found:?}");
        assert_eq!(found[0], found[4], "fishing boats and diesel: {found:?}");
    }

    #[test]
    fn whom_texts_speak_of_joins_none() {
        let texts = [
            "States should ban the recruitment fees that migrant workers pay.",
            "Who takes recruitment fees from migrant workers must be fined.",
            "The agency held back my wages and took recruitment fees.",
            "Employers use migrant workers to push wages down, labour inspection should visit every farm.",
        ];
        let found = cluster(&texts, &["en"; 4]);
        assert_eq!([found[1], found[2]], [found[0]; 2], "recruitment fees: {found:?}");
        assert_ne!(found[3], found[0], "migrant workers: {found:?}");
    }

    #[test]
    fn texts_beyond_the_seeds_join_the_clusters_of_their_kind() {
        let texts: Vec<String> = (0..SEEDS + 40)
            .map(|i| match i % 2 {
                0 => format!("Recruitment fees of agency number {i} are too high"),
                _ => format!("The consulate of district {i} never answers the phone"),
            })
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let found = cluster(&texts, &vec!["en"; texts.len()]);
        assert!(found.iter().step_by(2).all(|l| *l == found[0]));
        assert!(found.iter().skip(1).step_by(2).all(|l| *l == found[1]));
        assert_ne!(found[0], found[1]);
    }

    #[test]
    fn the_most_central_text_shares_most_with_the_others() {
        let texts =
            ["Fees and wages.", "Agencies take fees and hold wages back.", "Agencies take fees.", "The bus was late."];
        let order = central(&texts, &["en"; 4]);
        assert_eq!((order[0], order[3]), (1, 3));
    }

    #[test]
    fn key_phrases_stand_in_the_texts() {
        let texts = [
            "The recruitment fees are too high in Talaworo.",
            "Who takes Recruitment fees must be fined.",
            "We paid recruitment fees twice.",
        ];
        let phrases = key_phrases(&texts, "en");
        assert_eq!(phrases.first().map(String::as_str), Some("recruitment fees"));
        assert!(phrases.iter().all(|p| texts.iter().any(|t| t.contains(p.as_str()))), "{phrases:?}");
        assert_eq!(
            key_phrases(&["招聘费用太高", "谁来付招聘费用"], "zh").first().map(String::as_str),
            Some("招聘费用")
        );
        assert_eq!(key_phrases(&[], "en"), Vec::<String>::new());
        assert_eq!(bare("displaced by", "en"), "displaced");
        assert_eq!(bare("cost of remittances", "en"), "cost of remittances");
    }
}
