//! Which passages of a theme are quoted, and how much of them.

use super::attribution::Crowd;
use super::gather::Gathered;
use super::reading::{Item, Quoting};
use super::shape::Quote;
use crate::analysis::{self, Prior, passages};
use crate::i18n::Speaker;
use std::collections::HashSet;
use std::ops::Range;

/// A longer passage is quoted by whole sentences of it; in characters.
pub(super) const LONGEST_QUOTE: usize = 320;

/// So many of a theme's passages are quoted even where all of its categories, sub-regions and
/// languages are represented by fewer; and so many authors are asked at once for their approval.
const QUOTES: usize = 3;

/// What stands for what is left out of a quotation.
const LEFT_OUT: &str = "[…]";

/// The quotations of a theme.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    /// The index of the passage, and the quotation.
    pub quotes: Vec<(usize, Quote)>,
    /// Passages that would be quoted if their authors approved it.
    pub wanted: Vec<usize>,
}

/// Chooses from candidates in the order of their centrality, one of each text. The most central
/// text comes first, then always the one that adds most categories, sub-regions and languages that
/// are not represented yet; so nobody is quoted twice while someone waits. Of those who wrote the
/// same text it is the one whose words add most.
pub(super) fn choose(
    gathered: &Gathered,
    items: &[Item<'_>],
    candidates: &[usize],
    crowd: &Crowd<'_>,
    all: bool,
    speaker: Speaker,
) -> Chosen {
    let mut chosen = Chosen::default();
    let mut represented: HashSet<(&str, &str)> = HashSet::new();
    let known = candidates.iter().filter_map(|index| Some((*index, items.get(*index)?)));
    let mut waiting: Vec<(usize, &Item<'_>)> = known.filter(|(_, item)| item.quoting != Quoting::No).collect();
    // Nobody is asked about a text that somebody else's copy allows.
    let allowed = waiting.iter().filter(|(_, item)| item.quoting == Quoting::Yes);
    let allowed: HashSet<usize> = allowed.map(|(_, item)| item.copy_of).collect();
    waiting.retain(|(_, item)| item.quoting == Quoting::Yes || !allowed.contains(&item.copy_of));
    while let Some((_, first)) = waiting.first().copied() {
        let added = |item: &Item<'_>| attributes(item).filter(|a| !represented.contains(a)).count();
        let fresh = chosen.quotes.is_empty() && chosen.wanted.is_empty();
        let eligible = waiting.iter().filter(|(_, item)| !fresh || item.copy_of == first.copy_of);
        // Of those that add as many the first: the last of the reversed.
        let Some((index, item)) = eligible.rev().max_by_key(|(_, item)| added(item)).copied() else { break };
        if added(item) == 0 && chosen.quotes.len() >= QUOTES && !all {
            break;
        }
        waiting.retain(|(_, other)| other.copy_of != item.copy_of);
        if item.quoting == Quoting::Ask {
            if chosen.wanted.len() < QUOTES {
                chosen.wanted.push(index);
            }
            continue;
        }
        represented.extend(attributes(item));
        let quote = Quote {
            passage: item.id(),
            text: excerpt(item),
            language: item.language.clone(),
            attribution: crowd.attribution(gathered, item, speaker),
        };
        chosen.quotes.push((index, quote));
    }
    chosen
}

/// What a passage's author may be represented by.
fn attributes<'a>(item: &'a Item<'_>) -> impl Iterator<Item = (&'a str, &'a str)> {
    let category = item.category.map(|category| ("category", category));
    let subregion = item.subregion.map(|subregion| ("subregion", subregion));
    category.into_iter().chain(subregion).chain([("language", item.language.as_str())])
}

/// The passage, or of a long one the sentence that says most of why it stands where it stands, with
/// as many of its neighbours as there is room for. A long sentence stays whole.
fn excerpt(item: &Item<'_>) -> String {
    let text = item.text;
    let sentences = passages::sentences(text);
    if text.chars().count() <= LONGEST_QUOTE || sentences.len() < 2 {
        return text.to_owned();
    }
    let said = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    let length = |from: usize, to: usize| {
        let (first, last) = (sentences.get(from), sentences.get(to));
        first.zip(last).map_or(usize::MAX, |(first, last)| said(&(first.start..last.end)).chars().count())
    };
    let worth = |range: &Range<usize>| {
        let sentence = said(range);
        let because = item.because.iter().filter(|word| sentence.contains(word.as_str())).count();
        let kind = analysis::read(sentence, Some(&item.language), Prior::default()).kind;
        because + 2 * usize::from(kind == item.kind)
    };
    let worths: Vec<usize> = sentences.iter().map(worth).collect();
    let best = worths.iter().max().and_then(|most| worths.iter().position(|worth| worth == most)).unwrap_or_default();
    let (mut from, mut to) = (best, best);
    loop {
        if to + 1 < sentences.len() && length(from, to + 1) <= LONGEST_QUOTE {
            to += 1;
        } else if from > 0 && length(from - 1, to) <= LONGEST_QUOTE {
            from -= 1;
        } else {
            break;
        }
    }
    let (Some(first), Some(last)) = (sentences.get(from), sentences.get(to)) else { return text.to_owned() };
    let before = if from > 0 { format!("{LEFT_OUT} ") } else { String::new() };
    let after = if to + 1 < sentences.len() { format!(" {LEFT_OUT}") } else { String::new() };
    format!("{before}{}{after}", said(&(first.start..last.end)))
}
