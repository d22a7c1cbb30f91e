//! From what was gathered to what a digest says.

use super::attribution::{Crowd, category_label, language_label, subregion_label};
use super::gather::{Gathered, RoomOf, Voice};
use super::quotes::{self, LONGEST_QUOTE};
use super::reading::{self, Item};
use super::shape::*;
use super::themes::{self, Group, Title};
use super::{DigestError, Scope};
use crate::args;
use crate::i18n::{Speaker, speak};
use crate::model::{Consent, Kind, Language, Time};
use crate::trust::{Band, SMALLEST_GROUP, band, count_word_key};
use crate::vocabulary::{LANGUAGES, Vocabulary, fold};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Key messages that are always given, and how many there are at most.
const KEY_MESSAGES: usize = 3;
const MOST_KEY_MESSAGES: usize = 10;

/// A digest, and what it could say with its authors' leave.
#[derive(Debug, Clone, PartialEq)]
pub struct Composed {
    /// The digest.
    pub digest: Digest,
    /// Passages (the contribution's row and the passage's number) that would be quoted, if their
    /// authors, who have not been asked yet, approve.
    pub wanted_approvals: Vec<(i64, i64)>,
    /// The contributions that were read, by receipt: the row and its revision.
    pub read: BTreeMap<String, (i64, i64)>,
}

/// Composes the digest of what was gathered in a language.
///
/// # Errors
/// [`DigestError::TooFew`].
pub fn compose(gathered: &Gathered, language: Language) -> Result<Composed, DigestError> {
    let items = reading::read(gathered);
    let people = items.iter().flat_map(|item| &item.input.voices).collect::<BTreeSet<_>>().len();
    if gathered.scope.by_people() && people < SMALLEST_GROUP {
        return Err(DigestError::TooFew);
    }
    let composer = Composer {
        gathered,
        items: &items,
        crowd: Crowd::of(&items, |item| item.subregion),
        people,
        speaker: speak(language),
    };
    Ok(composer.compose())
}

struct Composer<'a> {
    gathered: &'a Gathered,
    items: &'a [Item<'a>],
    crowd: Crowd<'a>,
    people: usize,
    speaker: Speaker,
}

/// A theme's title in its parts.
struct Heading {
    about: String,
    /// What narrows it down.
    words: Vec<String>,
}

impl Heading {
    fn of(about: String) -> Heading {
        Heading { about, words: Vec::new() }
    }

    /// With further words, unless it has them.
    fn wider(&self, words: &str) -> Option<Heading> {
        let (title, phrase) = (fold(&self.about), fold(words));
        // One that holds the title says it all.
        if self.words.is_empty() && phrase.contains(&title) && phrase != title {
            return Some(Heading::of(capitalised(words)));
        }
        let told = self.words.iter().map(|part| fold(part)).chain([title]).collect::<Vec<_>>().join(" ");
        let known: BTreeSet<&str> = told.split(' ').collect();
        let new = !phrase.split(' ').any(|word| known.contains(word));
        let further = || self.words.iter().cloned().chain([words.to_owned()]).collect();
        new.then(|| Heading { about: self.about.clone(), words: further() })
    }

    fn render(&self, speaker: Speaker) -> String {
        if self.words.is_empty() {
            return self.about.clone();
        }
        let phrase = speaker.list(&self.words);
        speaker.say("digest-title-foreign", &args![("about", self.about.clone()), ("phrase", phrase)])
    }
}

/// A theme with what ranks it.
struct Ranked<'g> {
    group: &'g Group,
    /// By how many voices stand behind it, then by how broad they are and how many texts they wrote;
    /// what is on no objective after what is on one.
    order: (Reverse<usize>, bool, Reverse<usize>, Reverse<usize>, Reverse<usize>, usize),
    theme: Theme,
}

impl<'a> Composer<'a> {
    fn compose(&self) -> Composed {
        let scope = &self.gathered.scope;
        let (groups, unplaced) = themes::group(self.items);
        let mut wanted = BTreeSet::new();
        let mut ranked: Vec<Ranked> = groups.iter().filter_map(|group| self.theme(group, &mut wanted)).collect();
        // Where two have the same title, the one more stand behind keeps it.
        let mut titles = BTreeSet::new();
        let mut strongest: Vec<&mut Ranked> = ranked.iter_mut().collect();
        strongest.sort_by_key(|ranked| ranked.order);
        for ranked in strongest {
            ranked.theme.title = self.own_title(ranked.group, &mut titles);
        }

        let sections = sections(&ranked);
        let open_questions = questions(&sections);
        ranked.sort_by_key(|ranked| ranked.order);
        let key_messages = key_messages(ranked);

        let unplaced = if scope.by_people() { Vec::new() } else { unplaced };
        let listed: BTreeSet<&String> =
            sections.iter().flat_map(|section| &section.themes).flat_map(|theme| &theme.passages).collect();
        let principles = self.principles(&listed);
        let passages = listed.len() + unplaced.len();
        let unreadable = unplaced.iter().filter_map(|index| self.items.get(*index)).filter(|item| !item.readable);
        let for_a_reader: Vec<String> = unreadable.map(Item::id).collect();

        let alone: Vec<usize> = unplaced.iter().copied().filter(|index| self.is_readable(*index)).collect();
        let unplaced_quotes = self.choose(&alone, true, &mut wanted);

        let digest = Digest {
            schema: SCHEMA,
            language: self.speaker.language(),
            title: self.title(),
            scope: self.scope(),
            period: self.period(),
            people: self.shown(self.people),
            people_band: scope.by_people().then(|| band(self.people)),
            counted_only: self.shown(self.counted_only()),
            contributions: self.shown(self.contributions()),
            passages,
            languages: self.languages(),
            left_out: self.left_out(),
            participation: self.participation(),
            key_messages,
            principles,
            common_ground: Vec::new(),
            differences: Vec::new(),
            open_questions,
            unplaced: unplaced.iter().filter_map(|index| self.items.get(*index)).map(Item::id).collect(),
            unplaced_quotes: unplaced_quotes.into_iter().map(|(_, quote)| quote).collect(),
            for_a_reader,
            not_yet_heard: self.not_yet_heard(),
            method: self.method(),
            sections,
        };
        let wanted = wanted.iter().filter_map(|index| self.items.get(*index));
        let wanted_approvals = wanted.map(|item| (item.input.id, item.number)).collect();
        let read = self.gathered.inputs.iter().map(|input| (input.receipt.clone(), (input.id, input.rev))).collect();
        Composed { digest, wanted_approvals, read }
    }

    /// A number that, in a scope cut out by attributes of people, is only given as the lower end
    /// of its band.
    fn shown(&self, number: usize) -> usize {
        if self.gathered.scope.by_people() { band(number).from } else { number }
    }

    fn voices(&self, members: &[usize]) -> usize {
        themes::voices(self.items, members).len()
    }

    fn is_readable(&self, index: usize) -> bool {
        self.items.get(index).is_some_and(|item| item.readable && !item.smalltalk)
    }

    /// Quotations of some passages, `all` that may be quoted or so many as represent everyone.
    fn choose(&self, candidates: &[usize], all: bool, wanted: &mut BTreeSet<usize>) -> Vec<(usize, Quote)> {
        let chosen = quotes::choose(self.gathered, self.items, candidates, &self.crowd, all, self.speaker);
        wanted.extend(chosen.wanted);
        chosen.quotes
    }

    /// A group as it is shown; in a scope cut out by attributes of people only with what is quoted
    /// of it, and not at all where nothing is. Its title depends on the others' and comes after.
    fn theme<'g>(&self, group: &'g Group, wanted: &mut BTreeSet<usize>) -> Option<Ranked<'g>> {
        let (quoted, quotes): (Vec<usize>, Vec<Quote>) =
            self.choose(&group.central, group.rest, wanted).into_iter().unzip();
        let cited = if self.gathered.scope.by_people() {
            let mut quoted = quoted;
            quoted.sort_unstable();
            quoted
        } else {
            group.members.clone()
        };
        let first = *cited.first()?;
        let members = || cited.iter().filter_map(|index| self.items.get(*index));
        let people = self.voices(&cited);
        let categories: BTreeSet<&str> = members().filter_map(|item| item.category).collect();
        let subregions: BTreeSet<&str> = members().filter_map(|item| item.subregion).collect();
        let enough = people >= SMALLEST_GROUP && !self.gathered.scope.by_people();
        let theme = Theme {
            kind: group.kind,
            title: String::new(),
            addressee: if group.kind == Kind::Recommendation {
                themes::addressee(self.items, &group.central)
            } else {
                None
            },
            people,
            count_word: self.speaker.say_plain(count_word_key(people)),
            campaign: themes::campaign(self.items, &cited),
            passages: members().map(Item::id).collect(),
            quotes,
            heard_from: if enough {
                let known = categories.iter().filter(|category| self.crowd.categories.contains(*category));
                known.map(|category| self.named("category", category)).collect()
            } else {
                Vec::new()
            },
            not_yet_heard: if enough { self.missing_in(&self.on_the_same(group, &cited)) } else { Vec::new() },
        };
        let order = (
            Reverse(themes::weight(self.items, &cited)),
            group.objective.is_none(),
            Reverse(categories.len()),
            Reverse(subregions.len()),
            Reverse(members().map(|item| item.copy_of).collect::<BTreeSet<_>>().len()),
            first,
        );
        Some(Ranked { group, order, theme })
    }

    /// A title that no other theme has: where one has it already, with the next words that tell them
    /// apart, or with the kind, or else with a number.
    fn own_title(&self, group: &Group, taken: &mut BTreeSet<String>) -> String {
        let title = self.theme_title(group);
        let plain = title.render(self.speaker);
        let mut candidates = vec![plain.clone()];
        if taken.contains(&fold(&plain)) {
            let about = self.about(group).unwrap_or_default();
            if !group.rest {
                let telling = themes::telling(self.items, &group.central, &about, self.speaker.language().code());
                candidates
                    .extend(telling.iter().filter_map(|words| title.wider(words)).map(|t| t.render(self.speaker)));
            }
            let kind = self.speaker.say_plain(&format!("kind-{}", group.kind.name()));
            candidates.push(format!("{plain} ({kind})"));
            candidates.extend((2..=taken.len() + 2).map(|number| format!("{plain} ({kind}, {number})")));
        }
        let free = candidates.into_iter().find(|title| taken.insert(fold(title)));
        free.unwrap_or(plain)
    }

    /// The group's objective in words.
    fn about(&self, group: &Group) -> Option<String> {
        let objective = group.objective.and_then(|number| Vocabulary::current().objective(number));
        objective.map(|objective| objective.short(self.speaker.language().code()).to_owned())
    }

    fn theme_title(&self, group: &Group) -> Heading {
        let code = self.speaker.language().code();
        let about = self.about(group);
        let plain = || about.clone().unwrap_or_else(|| self.speaker.say_plain(kind_key(group.kind)));
        if group.rest {
            return Heading::of(self.speaker.say_plain("digest-rest"));
        }
        match themes::title(self.items, &group.central, about.as_deref().unwrap_or_default(), code) {
            Some(Title::Own(phrase)) => Heading::of(capitalised(&phrase)),
            Some(Title::Things(things)) => {
                let words: Vec<String> = things.into_iter().map(str::to_owned).collect();
                match &about {
                    Some(about) => Heading { about: about.clone(), words },
                    None => Heading::of(capitalised(&self.speaker.list(&words))),
                }
            }
            // A phrase in another language stands as a quotation beside words that the reader knows.
            Some(Title::Foreign(tag, phrase)) => Heading {
                about: plain(),
                words: vec![Language::parse(&tag).map_or(self.speaker, speak).quote(&phrase)],
            },
            None => Heading::of(plain()),
        }
    }

    /// What no one may be found in who counts as not heard on a theme: whoever makes the same point
    /// in words that no machine brings together does the same about the same objective.
    fn on_the_same(&self, group: &Group, cited: &[usize]) -> Vec<&Item<'a>> {
        match group.objective {
            Some(_) => {
                let same = |item: &&Item<'a>| item.objective == group.objective && item.kind == group.kind;
                self.items.iter().filter(same).collect()
            }
            None => cited.iter().filter_map(|index| self.items.get(*index)).collect(),
        }
    }

    /// Whom one would expect among some of the scope's passages and does not find there, of those
    /// who are heard in the scope.
    fn missing_in(&self, members: &[&Item<'_>]) -> Vec<Party> {
        let mut missing = Vec::new();
        for attribute in ATTRIBUTES {
            let here: BTreeSet<&str> = members.iter().filter_map(|item| value(item, attribute)).collect();
            let mut scope: BTreeSet<&str> = self.items.iter().filter_map(|item| value(item, attribute)).collect();
            if attribute == "language" {
                let settings = &self.gathered.settings;
                scope.retain(|tag| settings.languages.iter().any(|language| language.code() == *tag));
            }
            missing.extend(scope.difference(&here).map(|value| self.named(attribute, value)));
        }
        missing
    }

    /// Whom one would expect in the scope, by the vocabulary and what is set for the consultation.
    fn not_yet_heard(&self) -> Vec<Party> {
        if self.people < SMALLEST_GROUP {
            return Vec::new();
        }
        let (scope, settings) = (&self.gathered.scope, &self.gathered.settings);
        let heard = |attribute| self.items.iter().filter_map(|item| value(item, attribute)).collect::<BTreeSet<_>>();
        let mut missing = Vec::new();
        let categories = heard("category");
        if scope.category.is_none() && !categories.is_empty() {
            let all = Vocabulary::current().categories().iter().map(|category| category.id.as_str());
            let expected = all.filter(|id| *id != "other" && !categories.contains(id));
            missing.extend(expected.map(|id| self.named("category", id)));
        }
        let subregions = heard("subregion");
        if scope.room.is_none() && scope.subregion.is_none() && !subregions.is_empty() {
            let region = Vocabulary::current().region(&self.gathered.region);
            let all = region.into_iter().flat_map(|region| &region.subregions).map(|subregion| subregion.id.as_str());
            missing.extend(all.filter(|id| !subregions.contains(id)).map(|id| self.named("subregion", id)));
        }
        let languages = heard("language");
        if scope.language.is_none() {
            let all = settings.languages.iter().map(|language| language.code());
            missing.extend(all.filter(|tag| !languages.contains(tag)).map(|tag| self.named("language", tag)));
        }
        missing
    }

    fn named(&self, attribute: &'static str, value: &str) -> Party {
        let label = match attribute {
            "category" => category_label(value, self.speaker),
            "subregion" => subregion_label(self.gathered, value, self.speaker),
            _ => language_label(value, self.speaker),
        };
        Party { attribute, value: value.to_owned(), label }
    }

    fn contributions(&self) -> usize {
        self.items.iter().map(|item| item.input.id).collect::<BTreeSet<_>>().len()
    }

    /// The people of whose contributions none may be quoted.
    fn counted_only(&self) -> usize {
        let mut widest: BTreeMap<&Voice, Consent> = BTreeMap::new();
        for input in self.items.iter().map(|item| item.input) {
            for voice in &input.voices {
                let consent = widest.entry(voice).or_default();
                *consent = (*consent).max(input.consent);
            }
        }
        widest.values().filter(|consent| !consent.quotes()).count()
    }

    fn languages(&self) -> Vec<String> {
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        for item in self.items {
            *count.entry(&item.language).or_default() += 1;
        }
        let mut languages: Vec<(&str, usize)> = count.into_iter().collect();
        languages.sort_by_key(|(tag, count)| (Reverse(*count), *tag));
        languages.into_iter().map(|(tag, _)| tag.to_owned()).collect()
    }

    fn left_out(&self) -> BTreeMap<&'static str, usize> {
        let mut left_out = self.gathered.left_out.clone();
        // A contribution is a copy if each of its passages stands in one before it.
        let mut own: HashMap<i64, bool> = HashMap::new();
        let mut first: HashMap<usize, i64> = HashMap::new();
        let mut unreadable = BTreeSet::new();
        for item in self.items {
            let first = *first.entry(item.copy_of).or_insert(item.input.id);
            *own.entry(item.input.id).or_default() |= first == item.input.id;
            if !item.readable {
                unreadable.insert(item.input.id);
            }
        }
        left_out.insert("hidden", reading::hidden(self.gathered));
        left_out.insert("duplicate", own.values().filter(|own| !**own).count());
        left_out.insert("unreadable", unreadable.len());
        left_out.values_mut().for_each(|number| *number = self.shown(*number));
        left_out.retain(|_, number| *number > 0);
        left_out
    }

    fn participation(&self) -> BTreeMap<&'static str, Vec<Share>> {
        let mut participation = BTreeMap::new();
        if self.people < SMALLEST_GROUP {
            return participation;
        }
        for attribute in ATTRIBUTES {
            let mut people: BTreeMap<&str, BTreeSet<&Voice>> = BTreeMap::new();
            for item in self.items {
                people.entry(value(item, attribute).unwrap_or(NOT_STATED)).or_default().extend(&item.input.voices);
            }
            if people.keys().all(|value| *value == NOT_STATED) {
                continue;
            }
            // By band and name: an order by exact numbers would tell more than the bands.
            let mut shares: Vec<(Reverse<Band>, bool, Share)> = people
                .into_iter()
                .map(|(value, people)| {
                    let stated = value != NOT_STATED;
                    let label = match stated {
                        true => self.named(attribute, value).label,
                        false => self.speaker.say_plain("digest-not-stated"),
                    };
                    let people = band(people.len());
                    (Reverse(people), !stated, Share { value: value.to_owned(), label, people })
                })
                .collect();
            shares.sort_by(|a, b| (a.0, a.1, &a.2.value).cmp(&(b.0, b.1, &b.2.value)));
            participation.insert(attribute, shares.into_iter().map(|(_, _, share)| share).collect());
        }
        participation
    }

    fn principles(&self, listed: &BTreeSet<&String>) -> Vec<PrincipleShown> {
        let mut found: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
        for (index, item) in self.items.iter().enumerate() {
            for number in item.principles.iter().filter(|_| listed.contains(&item.id())) {
                found.entry(*number).or_default().push(index);
            }
        }
        let code = self.speaker.language().code();
        found
            .into_iter()
            .filter_map(|(number, members)| {
                let title = Vocabulary::current().principle(number)?.title(code).to_owned();
                let passages = members.iter().filter_map(|index| self.items.get(*index)).map(Item::id).collect();
                Some(PrincipleShown { number, title, people: self.voices(&members), passages })
            })
            .collect()
    }

    /// What the digest is of, in words: the room, or the consultation, and what narrows it down.
    fn title(&self) -> String {
        let Scope { objective, round_table, subregion, kind, level, category, language, .. } = &self.gathered.scope;
        let code = self.speaker.language().code();
        let vocabulary = Vocabulary::current();
        let mut parts = Vec::new();
        let room = self.gathered.scope.room.and_then(|id| self.gathered.rooms.get(&id));
        let region = vocabulary.region(&self.gathered.region);
        let title = self.gathered.settings.title(self.speaker.language());
        parts.push(match room {
            Some(room) => self.room_label(&room.name),
            None if !title.is_empty() => title.to_owned(),
            None => region.map_or(self.gathered.slug.as_str(), |region| region.label(code)).to_owned(),
        });
        let rooms = self.several_rooms().map(|room| self.room_label(&room.name)).collect::<Vec<_>>();
        if !rooms.is_empty() {
            parts.push(self.speaker.list(&rooms));
        }
        parts.extend(objective.map(|number| objective_label(number, self.speaker)));
        parts.extend(round_table.map(|number| round_table_label(number, self.speaker)));
        parts.extend(subregion.as_ref().map(|id| subregion_label(self.gathered, id, self.speaker)));
        parts.extend(kind.map(|kind| self.speaker.say_plain(kind_key(kind))));
        let level = level.and_then(|level| serde_json::to_value(level).ok());
        let level = level.as_ref().and_then(|level| level.as_str());
        parts.extend(level.map(|level| self.speaker.say_plain(&format!("digest-level-{level}"))));
        parts.extend(category.as_ref().map(|category| category_label(&category.0, self.speaker)));
        parts.extend(language.as_ref().map(|tag| language_label(tag, self.speaker)));
        parts.join(" · ")
    }

    /// The rooms that it is of, where there are several.
    fn several_rooms(&self) -> impl Iterator<Item = &RoomOf> {
        self.gathered.scope.rooms.iter().filter_map(|id| self.gathered.rooms.get(id))
    }

    /// A room as people call it: the place that it is named after, otherwise its own name.
    fn room_label(&self, name: &str) -> String {
        let code = self.speaker.language().code();
        let region = Vocabulary::current().region(name).map(|region| region.label(code).to_owned());
        let subregion = || Vocabulary::current().subregion(name).map(|(_, place)| place.label(code).to_owned());
        region.or_else(subregion).unwrap_or_else(|| capitalised(&name.replace(['-', '_'], " ")))
    }

    fn scope(&self) -> ScopeShown {
        let scope = &self.gathered.scope;
        let room = scope.room.and_then(|id| self.gathered.rooms.get(&id));
        ScopeShown {
            consultation: self.gathered.slug.clone(),
            room: room.map(|room| room.name.clone()),
            rooms: self.several_rooms().map(|room| room.name.clone()).collect(),
            objective: scope.objective,
            round_table: scope.round_table,
            subregion: scope.subregion.clone(),
            kind: scope.kind,
            level: scope.level,
            category: scope.category.as_ref().map(|category| category.0.clone()),
            language: scope.language.clone(),
        }
    }

    fn period(&self) -> Period {
        let Scope { since, until, room, .. } = self.gathered.scope;
        let room = room.and_then(|id| self.gathered.rooms.get(&id));
        let own = room.and_then(|room| room.settings.timezone.as_deref());
        let timezone = own.unwrap_or(&self.gathered.settings.timezone);
        let text = match since {
            Some(since) => self.speaker.period(since, until, timezone),
            None => self.speaker.say("digest-until", &args![("date", self.speaker.date(until, timezone))]),
        };
        Period { since: since.map(rfc3339), until: rfc3339(until), text }
    }

    fn method(&self) -> Method {
        let excluded = ["withdrawn", "hidden", "not-consented", "duplicate", "unreadable", "rehearsal"];
        let words = [1, 2, 5, 10].map(|least| (least, self.speaker.say_plain(count_word_key(least))));
        Method {
            version: env!("CARGO_PKG_VERSION"),
            statement: self.speaker.say_plain("digest-statement"),
            seed: None,
            smallest_group: SMALLEST_GROUP,
            longest_quote: LONGEST_QUOTE,
            count_words: BTreeMap::from(words),
            excluded: excluded.map(|reason| self.speaker.say_plain(&format!("digest-excluded-{reason}"))).into(),
            votes: false,
            analysed_languages: LANGUAGES.into(),
        }
    }
}

/// The attributes by which people are counted.
const ATTRIBUTES: [&str; 3] = ["category", "subregion", "language"];

/// Stands where a person gave no value.
const NOT_STATED: &str = "not-stated";

fn value<'i>(item: &'i Item<'_>, attribute: &str) -> Option<&'i str> {
    match attribute {
        "category" => item.category,
        "subregion" => item.subregion,
        _ => Some(&item.language),
    }
}

/// Themes by objective; they are sorted by objective already.
fn sections(ranked: &[Ranked]) -> Vec<ObjectiveSection> {
    let mut sections: Vec<ObjectiveSection> = Vec::new();
    for Ranked { group, theme, .. } in ranked {
        let objective = group.objective;
        match sections.last_mut().filter(|section| section.objective == objective) {
            Some(section) => section.themes.push(theme.clone()),
            None => sections.push(ObjectiveSection {
                round_table: objective.and_then(themes::round_table),
                objective,
                themes: vec![theme.clone()],
            }),
        }
    }
    sections
}

fn questions(sections: &[ObjectiveSection]) -> Vec<OpenQuestion> {
    let themes = sections.iter().flat_map(|section| section.themes.iter().map(move |theme| (section.objective, theme)));
    themes
        .filter(|(_, theme)| theme.kind == Kind::Question)
        .map(|(objective, theme)| OpenQuestion {
            objective,
            title: theme.title.clone(),
            people: theme.people,
            passages: theme.passages.clone(),
            quotes: theme.quotes.clone(),
        })
        .collect()
}

/// From themes in the order of those who stand behind them: three, then those that several people
/// share. What is asked, and what is merely left over, is no message.
fn key_messages(ranked: Vec<Ranked>) -> Vec<KeyMessage> {
    ranked
        .into_iter()
        .filter(|ranked| !ranked.group.rest && ranked.theme.kind != Kind::Question)
        .enumerate()
        .filter(|(place, ranked)| *place < KEY_MESSAGES || ranked.theme.people > 1)
        .take(MOST_KEY_MESSAGES)
        .map(|(_, Ranked { group, theme, .. })| KeyMessage { objective: group.objective, theme })
        .collect()
}

/// The message that names a kind.
pub(super) fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::GoodPractice => "digest-kind-good-practice",
        Kind::Challenge => "digest-kind-challenge",
        Kind::Recommendation => "digest-kind-recommendation",
        Kind::Pledge => "digest-kind-pledge",
        Kind::Question => "digest-kind-question",
        Kind::Other => "digest-kind-other",
    }
}

/// An objective by number and label.
pub(super) fn objective_label(number: u8, speaker: Speaker) -> String {
    let objective = Vocabulary::current().objective(number);
    let label = objective.map(|objective| objective.short(speaker.language().code())).unwrap_or_default();
    speaker.say("digest-objective", &args![("number", number), ("label", label)])
}

/// A round table by number and title.
pub(super) fn round_table_label(number: u8, speaker: Speaker) -> String {
    let table = Vocabulary::current().round_table(number);
    let label = table.map(|table| table.title(speaker.language().code())).unwrap_or_default();
    speaker.say("digest-round-table", &args![("number", number), ("label", label)])
}

fn rfc3339(time: Time) -> String {
    jiff::Timestamp::from_millisecond(time).unwrap_or_default().to_string()
}

/// With its first letter in upper case.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
