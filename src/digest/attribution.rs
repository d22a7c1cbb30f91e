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

/// Where something was written, as far as it is shown: the sub-region in a digest, the room in an
/// export.
type Place = for<'i> fn(&'i Item<'_>) -> Option<&'i str>;

/// What may be shown of an author beside a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Nothing.
    Nothing,
    /// The stakeholder category, by its identifier.
    Category(String),
    /// The organisation, as a coordinator vouched for it.
    Organisation(String),
    /// The organisation, as the author typed it.
    ClaimedOrganisation(String),
    /// The name.
    Name(String),
}

/// The people in scope by the combinations of attributes that they share.
pub(super) struct Crowd<'a> {
    place: Place,
    people: HashMap<Combination<'a>, HashSet<i64>>,
    /// The categories of at least five people in scope.
    pub categories: HashSet<&'a str>,
    /// Whether a place says anything: there is more than one in scope.
    places: bool,
}

impl<'a> Crowd<'a> {
    pub fn of(items: &'a [Item<'a>], place: Place) -> Crowd<'a> {
        let mut people: HashMap<Combination<'a>, HashSet<i64>> = HashMap::new();
        let mut by_category: HashMap<&str, HashSet<i64>> = HashMap::new();
        for item in items {
            let language = item.language.as_str();
            for combination in
                [(item.category, place(item), language), (item.category, None, language), (None, place(item), language)]
            {
                people.entry(combination).or_default().insert(item.input.participant);
            }
            if let Some(category) = item.category {
                by_category.entry(category).or_default().insert(item.input.participant);
            }
        }
        by_category.retain(|_, people| people.len() >= SMALLEST_GROUP);
        let places: HashSet<_> = items.iter().filter_map(place).collect();
        Crowd { place, people, categories: by_category.into_keys().collect(), places: places.len() > 1 }
    }

    /// Whether enough people in scope share a combination for it to be shown.
    fn shared(&self, combination: Combination<'_>) -> bool {
        self.people.get(&combination).is_some_and(|people| people.len() >= SMALLEST_GROUP)
    }

    /// What is shown of a passage's author, as far as the consent allows, and of the place, and
    /// never so much that fewer than five people in scope fit. Who agreed to be named, or their
    /// organisation, is shown by that.
    pub fn shown<'i>(&self, item: &'i Item<'_>) -> (Shown, Option<&'i str>) {
        let (consent, author) = (item.input.consent, &item.input.author);
        let language = item.language.as_str();
        let place = (self.place)(item);
        let alone = || place.filter(|place| self.shared((None, Some(place), language)));
        if let Some(name) = author.name.as_ref().filter(|_| consent == Consent::Name) {
            return (Shown::Name(name.clone()), alone());
        }
        if let Some(organisation) = author.organisation.as_ref().filter(|_| consent >= Consent::Organisation) {
            let name = organisation.name.clone();
            let shown = if organisation.vouched { Shown::Organisation(name) } else { Shown::ClaimedOrganisation(name) };
            return (shown, alone());
        }
        let category = item.category.filter(|_| consent >= Consent::Category);
        for place in [place, None] {
            if let Some(category) = category.filter(|category| self.shared((Some(category), place, language))) {
                return (Shown::Category(category.to_owned()), place);
            }
        }
        (Shown::Nothing, alone())
    }

    /// Whose words a passage is, in words.
    pub fn attribution(&self, gathered: &Gathered, item: &Item<'_>, speaker: Speaker) -> String {
        let (shown, place) = self.shown(item);
        let named = |key: &str, name: &str| speaker.say(key, &args![("organisation", name)]);
        let who = match &shown {
            Shown::Name(name) => return name.clone(),
            Shown::Organisation(name) => return named("digest-by-organisation", name),
            Shown::ClaimedOrganisation(name) => return named("digest-by-claim", name),
            Shown::Category(id) => category_label(id, speaker),
            Shown::Nothing => speaker.say_plain("digest-by-someone"),
        };
        match place.filter(|_| self.places && item.input.consent >= Consent::Category) {
            Some(id) => {
                let place = subregion_label(gathered, id, speaker);
                speaker.say("digest-by-place", &args![("who", who), ("place", place)])
            }
            None => who,
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
