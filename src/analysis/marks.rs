//! Every phrase of the vocabulary that a text holds, found in one pass.
//!
//! One automaton a language holds the phrases of all lists as stems; what a phrase means is looked
//! up by its number. A phrase that stands inside a longer one of the same sort does not count, so
//! that "alternatives to detention" is not "detention" as well.

use super::words::Words;
use crate::model::{Kind, Level};
use crate::vocabulary::{LANGUAGES, Vocabulary};
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::OnceLock;

use super::kind::Addressee;

/// What a phrase says about the text that holds it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Meaning {
    /// It speaks of an objective; a `general` phrase does so only where the text is about
    /// migration at all. One that is `aside` says who or when, and decides only where nothing says
    /// what. `shared` is how many objectives use the phrase.
    Objective { number: u8, general: bool, aside: bool, shared: u8 },
    /// It is about migration.
    Context,
    /// It does something.
    Kind { kind: Kind, weak: bool },
    /// At the beginning of a sentence, it tells somebody to do something.
    Imperative,
    /// It names somebody who could act.
    Addressee(Addressee),
    /// It speaks on a level.
    Level(Level),
    /// It appeals to a principle.
    Principle(u8),
    /// It names a thing that has a name in every language.
    Concept(usize),
    /// It is nothing of what it resembles.
    Ignore,
}

impl Meaning {
    /// Phrases of one sort hide the shorter ones inside them; the sort says which belong together.
    fn sort(self) -> u8 {
        match self {
            Meaning::Objective { .. } => 0,
            Meaning::Context => 1,
            Meaning::Kind { .. } | Meaning::Imperative => 2,
            Meaning::Addressee(_) => 3,
            Meaning::Level(_) => 4,
            Meaning::Principle(_) => 5,
            Meaning::Concept(_) => 6,
            Meaning::Ignore => 7,
        }
    }
}

/// A phrase found in a text.
#[derive(Debug, Clone)]
pub struct Mark {
    /// The indices of its words.
    pub words: Range<usize>,
    /// What it means.
    pub meaning: Meaning,
    /// The phrase's number, the same wherever its stems occur in this language.
    pub phrase: usize,
}

/// What was found in a text.
#[derive(Debug, Clone)]
pub struct Marks {
    /// The text's words.
    pub words: Words,
    /// The phrases in the order of the text.
    pub marks: Vec<Mark>,
}

impl Marks {
    /// Finds the phrases of a text in this language. A language that nobody here can analyse has
    /// none.
    pub fn of(text: &str, tag: &str) -> Marks {
        let lang = tag.split(['-', '_']).next().unwrap_or_default();
        let words = Words::of(text, lang);
        // A suffix that names a script (`ar-Latn`) makes a language one that is not analysed.
        let lexicon = match tag.len() > 5 {
            true => None,
            false => LANGUAGES.iter().position(|l| *l == lang).map(lexicon),
        };
        let marks = lexicon.map(|l| l.find(&words)).unwrap_or_default();
        Marks { words, marks }
    }

    /// What the marks of the text mean, in order.
    pub fn meanings(&self) -> impl Iterator<Item = Meaning> {
        self.marks.iter().map(|m| m.meaning)
    }
}

/// The phrases of one language.
struct Lexicon {
    automaton: AhoCorasick,
    /// By phrase: what it means, once a list that holds it.
    meanings: Vec<Vec<Meaning>>,
}

impl Lexicon {
    fn find(&self, words: &Words) -> Vec<Mark> {
        let mut found: Vec<Mark> = Vec::new();
        for hit in self.automaton.find_overlapping_iter(&words.stems) {
            let first = words.index_at(hit.start() + 1);
            let beyond = words.index_at(hit.end());
            let phrase = hit.pattern().as_usize();
            for meaning in self.meanings.get(phrase).into_iter().flatten() {
                found.push(Mark { words: first..beyond, meaning: *meaning, phrase });
            }
        }
        found.sort_by_key(|m| (m.words.start, std::cmp::Reverse(m.words.end), m.phrase));
        let hidden: Vec<bool> = found
            .iter()
            .map(|m| {
                found.iter().any(|other| {
                    let longer = other.words.len() > m.words.len()
                        && other.words.start <= m.words.start
                        && other.words.end >= m.words.end;
                    longer && (other.meaning == Meaning::Ignore || other.meaning.sort() == m.meaning.sort())
                })
            })
            .collect();
        let mut hidden = hidden.into_iter();
        found.retain(|m| !hidden.next().unwrap_or(false) && m.meaning != Meaning::Ignore);
        found
    }
}

/// The lexicon of a language by its place in [`LANGUAGES`], made when first needed.
fn lexicon(place: usize) -> &'static Lexicon {
    static LEXICONS: [OnceLock<Lexicon>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];
    LEXICONS[place].get_or_init(|| make(Vocabulary::current(), LANGUAGES[place]))
}

fn make(vocabulary: &Vocabulary, lang: &str) -> Lexicon {
    let key = |phrase: &str| Words::of(phrase, lang).stems;
    let list = |name: &str| vocabulary.words(name, lang).iter().map(|w| key(w)).collect::<Vec<_>>();

    // Which objectives use which phrase.
    let mut objectives: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for objective in vocabulary.objectives() {
        let titles = [objective.title(lang), objective.short(lang)].map(key);
        for phrase in list(&format!("objective.{}", objective.number)).into_iter().chain(titles) {
            let users = objectives.entry(phrase).or_default();
            if !users.contains(&objective.number) {
                users.push(objective.number);
            }
        }
    }
    let (general, asides) = (list("general"), list("aside"));
    let mut all: Vec<(String, Meaning)> = Vec::new();
    for (phrase, users) in &objectives {
        let (general, aside) = (general.contains(phrase), asides.contains(phrase));
        let shared = users.len() as u8;
        all.extend(users.iter().map(|n| (phrase.clone(), Meaning::Objective { number: *n, general, aside, shared })));
    }
    let mut add = |name: &str, meaning: Meaning| all.extend(list(name).into_iter().map(|p| (p, meaning)));
    add("context", Meaning::Context);
    add("ignore", Meaning::Ignore);
    add("kind.imperative", Meaning::Imperative);
    let weak = list("kind.weak");
    for kind in Kind::ALL {
        let name = format!("kind.{}", kind.name());
        for phrase in list(&name) {
            let weak = weak.contains(&phrase);
            all.push((phrase, Meaning::Kind { kind, weak }));
        }
    }
    let mut add = |name: &str, meaning: Meaning| all.extend(list(name).into_iter().map(|p| (p, meaning)));
    for addressee in Addressee::ALL {
        add(&format!("addressee.{}", addressee.name()), Meaning::Addressee(addressee));
    }
    for (name, level) in [
        ("local", Level::Local),
        ("national", Level::National),
        ("regional", Level::Regional),
        ("global", Level::Global),
    ] {
        add(&format!("level.{name}"), Meaning::Level(level));
    }
    for principle in vocabulary.principles() {
        let meaning = Meaning::Principle(principle.number);
        add(&format!("principle.{}", principle.number), meaning);
    }
    for (number, name) in vocabulary.lists("concept.").enumerate() {
        add(name, Meaning::Concept(number));
    }
    all.extend(vocabulary.principles().iter().map(|p| (key(p.title(lang)), Meaning::Principle(p.number))));

    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut phrases: Vec<String> = Vec::new();
    let mut meanings: Vec<Vec<Meaning>> = Vec::new();
    for (phrase, meaning) in all {
        if phrase.trim().is_empty() {
            continue;
        }
        let number = *numbers.entry(phrase.clone()).or_insert_with(|| {
            phrases.push(phrase);
            meanings.push(Vec::new());
            phrases.len() - 1
        });
        if !meanings[number].contains(&meaning) {
            meanings[number].push(meaning);
        }
    }
    // Only a lexicon of gigabytes could be too large for the automaton; without one, texts have no
    // marks rather than the program no life.
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .build(&phrases)
        .or_else(|_| AhoCorasick::new(Vec::<&str>::new()));
    match automaton {
        Ok(automaton) => Lexicon { automaton, meanings },
        Err(error) => unreachable!("an automaton without phrases can be built: {error}"),
    }
}
