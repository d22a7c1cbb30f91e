//! Whose words a quotation is: as far as the author allows, and never so exactly that fewer than
//! five people in scope fit.

use super::gather::Gathered;
use super::reading::Item;
use crate::args;
use crate::i18n::Speaker;
use crate::model::Consent;
use crate::trust::SMALLEST_GROUP;
use crate::vocabulary::Vocabulary;
use std::collections::{HashMap, HashSet};

/// A combination of attributes: category, sub-region, language. The language is always part of it,
/// since whoever reads a quotation sees it.
type Combination<'a> = (Option<&'a str>, Option<&'a str>, &'a str);

/// The people in scope by the combinations of attributes that they share.
pub(super) struct Crowd<'a> {
    people: HashMap<Combination<'a>, HashSet<i64>>,
    /// The categories of at least five people in scope.
    pub categories: HashSet<&'a str>,
    /// Whether a sub-region says anything: there is more than one in scope.
    subregions: bool,
}

impl<'a> Crowd<'a> {
    pub fn of(items: &'a [Item<'a>]) -> Crowd<'a> {
        let mut people: HashMap<Combination<'a>, HashSet<i64>> = HashMap::new();
        let mut by_category: HashMap<&str, HashSet<i64>> = HashMap::new();
        for item in items {
            let language = item.language.as_str();
            for combination in [
                (item.category, item.subregion, language),
                (item.category, None, language),
                (None, item.subregion, language),
            ] {
                people.entry(combination).or_default().insert(item.input.participant);
            }
            if let Some(category) = item.category {
                by_category.entry(category).or_default().insert(item.input.participant);
            }
        }
        by_category.retain(|_, people| people.len() >= SMALLEST_GROUP);
        let subregions: HashSet<_> = items.iter().filter_map(|item| item.subregion).collect();
        Crowd { people, categories: by_category.into_keys().collect(), subregions: subregions.len() > 1 }
    }

    /// Whether enough people in scope share a combination for it to be shown.
    fn shared(&self, combination: Combination<'_>) -> bool {
        self.people.get(&combination).is_some_and(|people| people.len() >= SMALLEST_GROUP)
    }

    /// Whose words a passage is, in words.
    pub fn attribution(&self, gathered: &Gathered, item: &Item<'_>, speaker: Speaker) -> String {
        let (consent, author) = (item.input.consent, &item.input.author);
        if let Some(name) = author.name.as_ref().filter(|_| consent == Consent::Name) {
            return name.clone();
        }
        if let Some(organisation) = author.organisation.as_ref().filter(|_| consent >= Consent::Organisation) {
            let name = args![("organisation", organisation.name.as_str())];
            return speaker.say(if organisation.vouched { "digest-by-organisation" } else { "digest-by-claim" }, &name);
        }
        let language = item.language.as_str();
        let subregion = item.subregion.filter(|_| self.subregions);
        let ways = [(item.category, subregion), (item.category, None), (None, subregion)];
        let shown = ways
            .into_iter()
            .filter(|(category, subregion)| category.is_some() || subregion.is_some())
            .find(|(category, subregion)| self.shared((*category, *subregion, language)));
        match shown.filter(|_| consent >= Consent::Category) {
            Some((category, subregion)) => {
                let category = category.map(|id| category_label(id, speaker));
                let subregion = subregion.map(|id| subregion_label(gathered, id, speaker));
                let category = category.unwrap_or_else(|| speaker.say_plain("digest-by-someone"));
                match subregion {
                    Some(place) => speaker.say("digest-by-place", &args![("who", category), ("place", place)]),
                    None => category,
                }
            }
            None => speaker.say_plain("digest-by-someone"),
        }
    }
}

/// A category in words.
pub(super) fn category_label(id: &str, speaker: Speaker) -> String {
    let known = Vocabulary::current().category(id);
    known.map_or(id, |category| category.label(speaker.language().code())).to_owned()
}

/// A sub-region in words.
pub(super) fn subregion_label(gathered: &Gathered, id: &str, speaker: Speaker) -> String {
    let vocabulary = Vocabulary::current();
    let known = vocabulary.region(&gathered.region).and_then(|region| region.subregion(id));
    let known = known.or_else(|| vocabulary.subregion(id).map(|(_, subregion)| subregion));
    known.map_or(id, |subregion| subregion.label(speaker.language().code())).to_owned()
}

/// The languages whose names the digest knows in each of its languages.
const NAMED_LANGUAGES: [&str; 7] = ["en", "fr", "es", "ar", "ru", "zh", "pt"];

/// A language in words; one without a name here by its tag.
pub(super) fn language_label(tag: &str, speaker: Speaker) -> String {
    if NAMED_LANGUAGES.contains(&tag) {
        speaker.say_plain(&format!("digest-language-{tag}"))
    } else {
        speaker.say("digest-language-other", &args![("tag", tag)])
    }
}
