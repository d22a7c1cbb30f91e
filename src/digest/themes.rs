//! Passages that belong together: by objective, by kind, then by what they say.

use super::gather::Voice;
use super::reading::{Item, Quoting};
use crate::analysis::{Addressee, clusters};
use crate::model::Kind;
use crate::vocabulary::Vocabulary;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How many phrases make a title.
const PHRASES: usize = 2;

/// Passages of one kind on one objective, or on none, that belong together; by index.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub objective: Option<u8>,
    pub kind: Kind,
    /// Every passage, in the order of content.
    pub members: Vec<usize>,
    /// Every passage, that of the most central text first and copies side by side.
    pub central: Vec<usize>,
    /// What is left over: points that share the kind and no more.
    pub rest: bool,
}

/// The groups of the passages, those first that most stand behind, and the passages in none.
///
/// A cluster is one group for each objective and kind in it. On no objective, where the matter is
/// all that joins them, kinds stand together.
pub(super) fn group(items: &[Item<'_>]) -> (Vec<Group>, Vec<usize>) {
    let mut unplaced = Vec::new();
    let mut parts: BTreeMap<(Option<u8>, Option<Kind>, usize), Vec<usize>> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        if !item.readable || (item.smalltalk && item.objective.is_none()) {
            unplaced.push(index);
        } else {
            let kind = item.objective.map(|_| item.kind);
            parts.entry((item.objective, kind, item.cluster)).or_default().push(index);
        }
    }
    let mut groups = Vec::new();
    let mut rest: BTreeMap<Kind, Vec<usize>> = BTreeMap::new();
    for ((objective, kind, _), members) in parts {
        let kind = kind.unwrap_or_else(|| most_common_kind(items, &members));
        if objective.is_some() || members.len() > 1 {
            groups.push(made(items, objective, kind, members, false));
        } else {
            rest.entry(kind).or_default().extend(members);
        }
    }
    for (kind, mut members) in rest {
        members.sort_unstable();
        if members.len() > 1 {
            groups.push(made(items, None, kind, members, true));
        } else {
            unplaced.extend(members);
        }
    }
    unplaced.sort_unstable();
    groups.sort_by_cached_key(|group| {
        let members = || group.members.iter().filter_map(|index| items.get(*index));
        let categories: BTreeSet<_> = members().filter_map(|item| item.category).collect();
        let subregions: BTreeSet<_> = members().filter_map(|item| item.subregion).collect();
        let breadth = (group.rest, Reverse(weight(items, &group.members)), Reverse(categories.len()));
        (place(group.objective), group.kind, breadth, Reverse(subregions.len()), group.members.first().copied())
    });
    (groups, unplaced)
}

/// What most of the passages do; of kinds that are as common the first.
fn most_common_kind(items: &[Item<'_>], members: &[usize]) -> Kind {
    let of =
        |kind: Kind| members.iter().filter(|index| items.get(**index).is_some_and(|item| item.kind == kind)).count();
    Kind::ALL.into_iter().rev().max_by_key(|kind| of(*kind)).unwrap_or(Kind::Other)
}

/// Where an objective stands: by round table and number, none last.
pub(super) fn place(objective: Option<u8>) -> (u8, u8) {
    match objective {
        Some(number) => (round_table(number).unwrap_or(u8::MAX), number),
        None => (u8::MAX, u8::MAX),
    }
}

/// The round table of an objective.
pub(super) fn round_table(objective: u8) -> Option<u8> {
    Vocabulary::current().objective(objective).map(|objective| objective.round_table)
}

fn made(items: &[Item<'_>], objective: Option<u8>, kind: Kind, members: Vec<usize>, rest: bool) -> Group {
    let mut texts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in &members {
        texts.entry(items.get(*index).map_or(*index, |item| item.copy_of)).or_default().push(*index);
    }
    let texts: Vec<Vec<usize>> = texts.into_values().collect();
    let firsts: Vec<&Item<'_>> = texts.iter().filter_map(|copies| items.get(*copies.first()?)).collect();
    let (words, tags) = words_and_tags(&firsts);
    let order = clusters::central(&words, &tags);
    let central = order.into_iter().filter_map(|place| texts.get(place)).flatten().copied().collect();
    Group { objective, kind, members, central, rest }
}

/// One of each text, from passages of which copies stand side by side.
fn each_text<'i>(passages: impl Iterator<Item = &'i Item<'i>>) -> Vec<&'i Item<'i>> {
    let mut texts: Vec<&Item<'_>> = passages.collect();
    texts.dedup_by_key(|item| item.copy_of);
    texts
}

fn words_and_tags<'t>(items: &[&'t Item<'_>]) -> (Vec<&'t str>, Vec<&'t str>) {
    items.iter().map(|item| (item.text, item.language.as_str())).unzip()
}

/// The people and organisations behind some passages.
pub(super) fn voices(items: &[Item<'_>], members: &[usize]) -> BTreeSet<Voice> {
    members.iter().filter_map(|index| items.get(*index)).flat_map(|item| item.input.voices.iter().copied()).collect()
}

/// The voices by which a theme is ranked: those who wrote the same text count as one, beside those
/// who wrote one of their own.
pub(super) fn weight(items: &[Item<'_>], members: &[usize]) -> usize {
    let mut of_text: HashMap<usize, BTreeSet<Voice>> = HashMap::new();
    for item in members.iter().filter_map(|index| items.get(*index)) {
        of_text.entry(item.copy_of).or_default().extend(&item.input.voices);
    }
    let (campaigns, own): (Vec<_>, Vec<_>) = of_text.into_values().partition(|voices| voices.len() > 1);
    own.into_iter().flatten().collect::<BTreeSet<_>>().len() + campaigns.len()
}

/// How many people sent a text that others sent too; none where nobody did.
pub(super) fn campaign(items: &[Item<'_>], members: &[usize]) -> Option<usize> {
    let mut of_text: HashMap<usize, BTreeSet<Voice>> = HashMap::new();
    for item in members.iter().filter_map(|index| items.get(*index)) {
        of_text.entry(item.copy_of).or_default().extend(&item.input.voices);
    }
    let senders: BTreeSet<Voice> = of_text.into_values().filter(|voices| voices.len() > 1).flatten().collect();
    (!senders.is_empty()).then_some(senders.len())
}

/// Whom most of those texts address that address anyone.
pub(super) fn addressee(items: &[Item<'_>], central: &[usize]) -> Option<Addressee> {
    let mut named: BTreeMap<Addressee, usize> = BTreeMap::new();
    for addressee in each_text(central.iter().filter_map(|index| items.get(*index))).iter().filter_map(|i| i.addressee)
    {
        *named.entry(addressee).or_default() += 1;
    }
    let all: usize = named.values().sum();
    named.into_iter().find(|(_, count)| count * 2 > all).map(|(addressee, _)| addressee)
}

/// What the texts that may be quoted are about, in their own words: those that decided the
/// objective, then what several texts have in common. In the language of the digest where some are
/// in it, otherwise in the one that most of them are in. With the language's tag.
pub(super) fn phrases(items: &[Item<'_>], central: &[usize], language: &str) -> Option<(String, Vec<String>)> {
    let mut by_language: BTreeMap<&str, Vec<&Item<'_>>> = BTreeMap::new();
    let permitted = central.iter().filter_map(|index| items.get(*index)).filter(|item| item.quoting == Quoting::Yes);
    for item in each_text(permitted) {
        by_language.entry(&item.language).or_default().push(item);
    }
    let (tag, texts) =
        by_language.into_iter().max_by_key(|(tag, texts)| (*tag == language, texts.len(), Reverse(*tag)))?;
    let permitted_texts: Vec<&str> = texts.iter().map(|item| item.text).collect();
    // How often each stands there, and how it is written where no sentence begins with it.
    let mut because: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for phrase in texts.iter().flat_map(|item| &item.because) {
        let (count, form) = because.entry(phrase.to_lowercase()).or_default();
        *count += 1;
        *form = phrase.as_str().max(*form);
    }
    let mut because: Vec<(usize, &str)> = because.into_values().collect();
    because.sort_by_key(|(count, form)| (Reverse((*count, form.chars().count())), *form));
    let mut phrases: Vec<String> = because.into_iter().map(|(_, form)| clusters::bare(form, tag).to_owned()).collect();
    let on_none = texts.iter().all(|item| item.objective.is_none());
    if texts.len() > 1 || phrases.is_empty() && on_none {
        let texts: Vec<String> = texts.iter().map(|item| item.text.to_lowercase()).collect();
        let shared = |phrase: &String| {
            let phrase = phrase.to_lowercase();
            texts.iter().filter(|text| text.contains(&phrase)).count() > 1
        };
        let keys = clusters::key_phrases(&permitted_texts, tag);
        // What only one of several says is no name for what they have in common, unless nothing is.
        let (common, others): (Vec<String>, Vec<String>) = keys.into_iter().partition(shared);
        phrases.extend(common);
        if phrases.is_empty() && on_none {
            phrases.extend(others);
        }
    }
    let mut chosen: Vec<String> = Vec::new();
    for phrase in phrases {
        let one = phrase.to_lowercase();
        let says_it = |other: &String| {
            let other = other.to_lowercase();
            other.contains(&one) || one.contains(&other) || one.split(' ').any(|w| other.split(' ').any(|o| o == w))
        };
        if chosen.len() < PHRASES && !chosen.iter().any(says_it) {
            chosen.push(phrase);
        }
    }
    (!chosen.is_empty()).then(|| (tag.to_owned(), chosen))
}
