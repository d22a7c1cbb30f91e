//! Passages that belong together: by objective, by kind, then by what they say.

use super::gather::Voice;
use super::reading::{Item, Quoting};
use super::titles::{self, Source};
use crate::analysis::{Addressee, clusters};
use crate::model::Kind;
use crate::vocabulary::{Vocabulary, fold};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Passages of one kind on one objective, or on none, that belong together; by index.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub objective: Option<u8>,
    pub kind: Kind,
    /// Every passage, in the order of content.
    pub members: Vec<usize>,
    /// Every passage, those of the theme's own kind first, of them that of the most central text, and
    /// copies side by side.
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
    let mut parts = Parts::new();
    for (index, item) in items.iter().enumerate() {
        if !item.readable || (item.smalltalk && item.objective.is_none()) {
            unplaced.push(index);
        } else {
            let kind = item.objective.map(|_| item.kind);
            parts.entry((item.objective, kind, item.cluster)).or_default().push(index);
        }
    }
    follow(&mut parts);
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
        let texts = Reverse(each_text(group.central.iter().filter_map(|index| items.get(*index))).len());
        (place(group.objective), group.kind, breadth, Reverse(subregions.len()), texts, group.members.first().copied())
    });
    (groups, unplaced)
}

/// By objective, kind and cluster, the passages.
type Parts = BTreeMap<(Option<u8>, Option<Kind>, usize), Vec<usize>>;

/// A remark on what others complain of is a complaint too; nobody demands, pledges or reports
/// without saying so.
fn follow(parts: &mut Parts) {
    let remarks: Vec<_> = parts.keys().filter(|(_, kind, _)| *kind == Some(Kind::Other)).copied().collect();
    for remark in remarks {
        let complaint = (remark.0, Some(Kind::Challenge), remark.2);
        if parts.contains_key(&complaint) {
            let members = parts.remove(&remark).unwrap_or_default();
            let joined = parts.entry(complaint).or_default();
            joined.extend(members);
            joined.sort_unstable();
        }
    }
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
    let mut order = clusters::central(&words, &tags);
    // A theme of demands is told by a demand, and not by what is only said beside it.
    order.sort_by_key(|place| firsts.get(*place).is_none_or(|item| item.kind != kind));
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

/// What a theme is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Title {
    /// In words of its texts, in the digest's language.
    Own(String),
    /// By things that most of the texts that may be quoted name, in words that ship with the program.
    Things(Vec<&'static str>),
    /// In words of its texts, in another language, by its tag.
    Foreign(String, String),
}

/// What a theme is called, in words of texts that may be quoted or in words of the lexicon; none
/// where neither says more than the objective (`about`, in words) does.
///
/// One text is named by a phrase of it or by the things that it names; its only sentence would say
/// everything twice. Several are named by what they share.
pub(super) fn title(items: &[Item<'_>], central: &[usize], about: &str, language: &str) -> Option<Title> {
    let mut by_language: BTreeMap<&str, Vec<Source<'_>>> = BTreeMap::new();
    let all = each_text(central.iter().filter_map(|index| items.get(*index)));
    let permitted: Vec<&Item<'_>> = all.iter().copied().filter(|item| item.quoting == Quoting::Yes).collect();
    for item in &permitted {
        by_language.entry(&item.language).or_default().push(Source { text: item.text, because: &item.because });
    }
    let own = by_language.remove(language).unwrap_or_default();
    let phrase = titles::phrase(&own, language, all.len());
    let sure = phrase.clone().filter(|phrase| phrase.sure || (phrase.shared && about.is_empty()));
    // A word of one text among several says less than the objective does.
    let alone = all.len() < 2 || about.is_empty();
    let things = || Some(things(&permitted, about, language).into_iter().take(THINGS).collect::<Vec<_>>());
    let things = || things().filter(|things| !things.is_empty()).map(Title::Things);
    let sentence = titles::sentence(&own).filter(|_| all.len() < MANY);
    let sentence = || sentence.filter(|sentence| all.len() > 1 || !titles::is_all(&own, sentence)).map(Title::Own);
    let foreign = || {
        let (tag, sources) = by_language.iter().max_by_key(|(tag, sources)| (sources.len(), Reverse(**tag)))?;
        titles::phrase(sources, tag, all.len()).map(|phrase| Title::Foreign((*tag).to_owned(), phrase.text))
    };
    let named = sure.map(|phrase| Title::Own(phrase.text)).or_else(things).or_else(sentence);
    // Nor does a phrase that the objective's name holds say more.
    let known = fold(about);
    let doubtful =
        phrase.filter(|phrase| !fold(&phrase.text).split(' ').all(|word| known.split(' ').any(|k| k == word)));
    let doubtful = || doubtful.map(|phrase| Title::Own(phrase.text)).or_else(foreign).filter(|_| alone);
    named.or_else(doubtful)
}

/// What else tells a theme from another one that is called the same, the most telling first: phrases
/// of its texts in the digest's language, then things that they name; of texts that may be quoted.
pub(super) fn telling(items: &[Item<'_>], central: &[usize], about: &str, language: &str) -> Vec<String> {
    let all = each_text(central.iter().filter_map(|index| items.get(*index)));
    let permitted: Vec<&Item<'_>> = all.iter().copied().filter(|item| item.quoting == Quoting::Yes).collect();
    let own = permitted.iter().filter(|item| item.language == language);
    let own: Vec<Source<'_>> = own.map(|item| Source { text: item.text, because: &item.because }).collect();
    let things = things(&permitted, about, language).into_iter().map(str::to_owned);
    titles::telling(&own, language, all.len()).into_iter().chain(things).collect()
}

/// The words of one text say little of so many.
const MANY: usize = 3;

/// A title names no more things than these.
const THINGS: usize = 2;

/// The things that most of the texts name, the commonest first, in words; without those
/// that the objective is called by already.
fn things(texts: &[&Item<'_>], about: &str, language: &str) -> Vec<&'static str> {
    let mut named: BTreeMap<usize, usize> = BTreeMap::new();
    for text in texts {
        for concept in clusters::concepts(text.text, &text.language) {
            *named.entry(concept).or_default() += 1;
        }
    }
    let known = clusters::concepts(about, language);
    let mut named: Vec<(usize, usize)> =
        named.into_iter().filter(|(concept, count)| count * 2 > texts.len() && !known.contains(concept)).collect();
    named.sort_by_key(|(concept, count)| (Reverse(*count), *concept));
    named.into_iter().filter_map(|(concept, _)| clusters::concept_label(concept, language)).collect()
}
