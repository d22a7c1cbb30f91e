//! What a theme is called: one phrase of its texts, such as a noun with what belongs to it, or a
//! short sentence of them.
//!
//! There is no grammar here, only what keeps a phrase from looking cut out: it begins and ends
//! where a row of content words does, rows are joined by little words such as *of*, and what stands
//! where verbs stand is none. What most texts share, and what is longer, comes first. A phrase that
//! may still hold a verb, or that only one of many texts has, is not sure: something else is better.

use crate::analysis::{clusters, passages, smalltalk};
use crate::vocabulary::{Vocabulary, fold, is_word_char};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

/// A title has no more words than these.
const MOST_WORDS: usize = 6;

/// A sentence that is a title has no more characters than these, and at least so many words.
const LONGEST: usize = 80;
const FEWEST: usize = 4;

/// A text of a theme, and the words in it that decided its objective.
pub(super) struct Source<'a> {
    pub text: &'a str,
    pub because: &'a [String],
}

/// What little words do in a language where a phrase can be told by them.
struct Grammar {
    code: &'static str,
    /// They join a row of words to the next.
    links: &'static [&'static str],
    /// They may stand between a link and the next row.
    articles: &'static [&'static str],
    /// What follows is a verb.
    before_verbs: &'static [&'static str],
    /// What follows says something of what stands before.
    before_predicates: &'static [&'static str],
    /// Endings of verbs that could be taken for nouns, and words that have them and are nouns.
    verb_endings: &'static [&'static str],
    nouns: &'static [&'static str],
    /// Verbs, and words that begin another thought, which nothing else gives away.
    breaks: &'static [&'static str],
    /// Nouns that say when: "every week in our town" is not about weeks.
    times: &'static [&'static str],
    /// Whether the noun stands at the end of its row, after what describes it; otherwise it stands
    /// at the beginning, and whether the word after it belongs to it cannot be told.
    noun_last: bool,
}

const GRAMMARS: [Grammar; 4] = [
    Grammar {
        code: "en",
        links: &["of", "for", "in", "on"],
        articles: &["the", "a", "an", "our", "their", "all"],
        before_verbs: &[
            "i", "we", "they", "you", "he", "she", "who", "should", "must", "can", "could", "may", "might", "will",
            "would", "shall", "cannot", "not", "to", "let", "don", "please",
        ],
        before_predicates: &["is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had"],
        verb_endings: &["ly"],
        nouns: &["family", "supply", "assembly", "elderly", "italy"],
        breaks: &[
            "including",
            "regarding",
            "concerning",
            "according",
            "depending",
            "broke",
            "broken",
            "took",
            "taken",
            "went",
            "gone",
            "became",
            "become",
            "becomes",
            "came",
            "lost",
            "lose",
            "loses",
            "pay",
            "pays",
            "paid",
            "kept",
            "keeps",
            "gave",
            "gives",
            "given",
            "takes",
            "makes",
            "goes",
            "comes",
            "know",
            "knows",
            "known",
            "think",
            "thinks",
            "feel",
            "feels",
            "felt",
            "say",
            "says",
            "said",
            "tell",
            "told",
            "allow",
            "allows",
            "provides",
            "exist",
            "exists",
            "remain",
            "remains",
            "happen",
            "happens",
            "require",
            "requires",
            "include",
            "includes",
            "works",
            "need",
            "needed",
            "stop",
            "stops",
            "end",
            "ends",
            "means",
            "making",
            "taking",
            "going",
            "allowing",
            "away",
            "whether",
            "myself",
            "yourself",
            "together",
            "back",
        ],
        times: &[
            "minute",
            "hour",
            "day",
            "week",
            "weekend",
            "month",
            "year",
            "decade",
            "night",
            "morning",
            "afternoon",
            "evening",
            "time",
            "times",
            "season",
            "today",
            "yesterday",
            "tomorrow",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        noun_last: true,
    },
    Grammar {
        code: "fr",
        links: &["de", "d", "des", "du", "aux", "à", "en", "pour"],
        articles: &["la", "le", "les", "l"],
        before_verbs: &[
            "nous", "vous", "ils", "elles", "je", "on", "il", "elle", "qui", "ne", "se", "doivent", "doit", "faut",
        ],
        before_predicates: &["est", "sont", "était", "étaient", "être", "été", "ont", "a", "pas", "plus"],
        verb_endings: &["er", "ir", "ons", "ez"],
        nouns: &["mer", "hiver", "logements", "ouvrier", "métier", "papier", "avenir", "actions", "pensions"],
        breaks: &[],
        times: &[
            "minute", "heure", "jour", "semaine", "mois", "an", "ans", "année", "nuit", "matin", "soir", "fois",
            "temps", "saison", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        ],
        noun_last: false,
    },
    Grammar {
        code: "es",
        links: &["de", "del", "para", "en"],
        articles: &["la", "el", "los", "las"],
        before_verbs: &["que", "se", "no", "deben", "debe", "pueden", "puede", "quién", "quien", "quienes", "nos"],
        before_predicates: &["es", "son", "era", "fue", "ser", "está", "están", "ha", "han"],
        verb_endings: &["ar", "er", "ir", "amos", "emos"],
        nouns: &["mujer", "hogar", "lugar", "mar", "taller", "poder", "bienestar"],
        breaks: &[],
        times: &[
            "minuto",
            "hora",
            "día",
            "semana",
            "mes",
            "meses",
            "año",
            "noche",
            "mañana",
            "tarde",
            "vez",
            "veces",
            "tiempo",
            "temporada",
            "lunes",
            "martes",
            "miércoles",
            "jueves",
            "viernes",
            "sábado",
            "domingo",
        ],
        noun_last: false,
    },
    Grammar {
        code: "pt",
        links: &["de", "do", "da", "dos", "das", "para", "em"],
        articles: &["a", "o", "as", "os"],
        before_verbs: &["que", "se", "não", "devem", "deve", "podem", "pode", "quem", "nos"],
        before_predicates: &["é", "são", "era", "foi", "ser", "está", "estão", "tem", "têm"],
        verb_endings: &["ar", "er", "ir", "amos", "emos"],
        nouns: &["mulher", "lar", "lugar", "mar", "poder", "bem-estar"],
        breaks: &[],
        times: &[
            "minuto",
            "hora",
            "dia",
            "semana",
            "mês",
            "meses",
            "ano",
            "noite",
            "manhã",
            "tarde",
            "vez",
            "vezes",
            "tempo",
            "temporada",
            "segunda-feira",
            "sábado",
            "domingo",
        ],
        noun_last: false,
    },
];

/// A phrase for a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// As it is written in the texts.
    pub text: String,
    /// Whether it is a title without doubt: several words, no verb, and more than one text's.
    pub sure: bool,
    /// Whether more than one text has it.
    pub shared: bool,
}

/// The phrase that says best what texts in a language are about, the most central text first;
/// written as in the texts. None where they hold nothing but little words.
///
/// `texts` says how many texts the theme has in all languages.
pub(super) fn phrase(sources: &[Source<'_>], tag: &str, texts: usize) -> Option<Phrase> {
    let known = GRAMMARS.iter().find(|grammar| tag.split('-').next() == Some(grammar.code));
    let unsure = |text| Phrase { text, sure: false, shared: false };
    let best = known.and_then(|grammar| ranked(sources, grammar, texts).into_iter().next());
    best.or_else(|| plain(sources, tag).map(unsure))
}

/// The phrases that tell texts in a language from others that have the same title, the best first.
pub(super) fn telling(sources: &[Source<'_>], tag: &str, texts: usize) -> Vec<String> {
    let Some(grammar) = GRAMMARS.iter().find(|grammar| tag.split('-').next() == Some(grammar.code)) else {
        let texts: Vec<&str> = sources.iter().map(|source| source.text).collect();
        return clusters::key_phrases(&texts, tag);
    };
    // What may hold a verb, and a word alone, is no part of a title.
    ranked(sources, grammar, texts).into_iter().filter(|phrase| phrase.sure).map(|phrase| phrase.text).collect()
}

/// The first short sentence of the texts that says something, the most central text first, without
/// the number or bullet before it and the full stop after it.
pub(super) fn sentence(sources: &[Source<'_>]) -> Option<String> {
    let short = |text: &str| {
        let words = text.split_whitespace().count();
        let said = words >= FEWEST || (words < 2 && text.chars().count() >= FEWEST * 2);
        said && text.chars().count() <= LONGEST && !text.contains("://") && !smalltalk::is_smalltalk(text)
    };
    let sentences = |source: &Source<'_>| {
        let text = source.text.to_owned();
        passages::sentences(source.text).into_iter().filter_map(move |range| text.get(range).map(bare))
    };
    sources.iter().flat_map(sentences).find(|sentence| short(sentence)).map(|sentence| quiet(&sentence))
}

/// A sentence without what stands before and after its words.
fn bare(sentence: &str) -> String {
    let end = sentence.trim_end_matches(['.', '。', ' ', ';', ',']);
    let marked = end.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | '-' | '•' | '*' | '–'));
    let text = if marked.len() < end.len() { marked.trim_start_matches(['.', ')', ' ']) } else { end };
    text.trim().to_owned()
}

/// What decided the objective of most texts, or what they share.
fn plain(sources: &[Source<'_>], tag: &str) -> Option<String> {
    let mut because: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for words in sources.iter().flat_map(|source| source.because) {
        let (count, form) = because.entry(fold(words)).or_default();
        *count += 1;
        *form = words.as_str().max(*form);
    }
    let decided = because.into_values().max_by_key(|(count, form)| (*count, form.chars().count(), *form));
    let texts: Vec<&str> = sources.iter().map(|source| source.text).collect();
    let shared = || clusters::key_phrases(&texts, tag).into_iter().next();
    decided.map(|(_, form)| form.to_owned()).or_else(shared)
}

/// A word and where it stands.
struct Word {
    place: Range<usize>,
    /// For comparison: `low carbon`, `won t`.
    folded: String,
    /// Whether more than a blank or an apostrophe stands between it and the word before.
    apart: bool,
    /// Whether a phrase can hold it as more than a link.
    content: bool,
}

/// How well a phrase is cut out of its text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// At the seams.
    Whole,
    /// Out of a row of words: worth a title where several texts have it.
    Part,
    /// Perhaps no noun at all: worth a title where it decided the objective.
    Doubtful,
}

/// A phrase as it stands in a text.
struct Found {
    key: Vec<String>,
    place: Range<usize>,
    /// How well it is cut out.
    cut: Cut,
}

/// The phrases of texts, the best first.
fn ranked(sources: &[Source<'_>], grammar: &Grammar, texts: usize) -> Vec<Phrase> {
    let read: Vec<(Vec<Word>, Vec<Found>)> = sources
        .iter()
        .map(|source| {
            let words = words(source.text, grammar);
            let found = phrases(&words, grammar);
            (words, found)
        })
        .collect();
    // In how many texts a word, or a phrase, stands.
    let mut users: BTreeMap<String, usize> = BTreeMap::new();
    let mut holders: BTreeMap<&[String], usize> = BTreeMap::new();
    for (words, found) in &read {
        let stems: BTreeSet<String> = words.iter().filter(|w| w.content).map(|w| stem(&w.folded)).collect();
        stems.into_iter().for_each(|stem| *users.entry(stem).or_default() += 1);
        let keys: BTreeSet<&[String]> = found.iter().map(|found| found.key.as_slice()).collect();
        keys.into_iter().for_each(|key| *holders.entry(key).or_default() += 1);
    }
    let decided: BTreeSet<Vec<String>> =
        sources.iter().flat_map(|source| source.because).map(|words| key_of(words, grammar)).collect();
    let mut ranked: Vec<((bool, u64, bool), &str)> = Vec::new();
    for (source, (words, found)) in sources.iter().zip(&read) {
        for found in found {
            let shared = holders.get(found.key.as_slice()).copied().unwrap_or(1) > 1;
            let because =
                decided.iter().any(|words| !words.is_empty() && found.key.windows(words.len()).any(|w| w == words));
            let worthy = match found.cut {
                Cut::Whole => true,
                Cut::Part => shared,
                Cut::Doubtful => false,
            };
            if !worthy && !decided.contains(&found.key) {
                continue;
            }
            let sum: usize = found.key.iter().map(|stem| users.get(stem).copied().unwrap_or(1)).sum();
            // A word that stands alone says little, and of many words each says less.
            let length = found.key.len() as f64;
            let mut worth = sum as f64 / length.sqrt() * if found.key.len() < 2 { 0.6 } else { 1.0 };
            worth *= if shared { 1.5 } else { 1.0 } * if because { 1.5 } else { 1.0 };
            // Rounded, so that it can be compared.
            let worth = (worth * 1e6).round() as u64;
            let of_all = shared || because || texts < 2;
            let sure = of_all && found.key.len() > 1 && (shared || !may_hold_verb(words, found, grammar));
            let rank = (sure, worth, shared);
            ranked.extend(source.text.get(found.place.clone()).map(|text| (rank, text)));
        }
    }
    // Of equal ones the first in the most central text stays first.
    ranked.sort_by_key(|(rank, _)| Reverse(*rank));
    ranked.into_iter().map(|((sure, _, shared), text)| Phrase { text: quiet(text), sure, shared }).collect()
}

/// Whether a word of a phrase may be what another one does: "clinic sends", "work waiting". What
/// the lexicon has in a phrase of its own is none.
fn may_hold_verb(words: &[Word], found: &Found, grammar: &Grammar) -> bool {
    let held = words.iter().filter(|word| found.place.start <= word.place.start && word.place.end <= found.place.end);
    let mut within = false;
    grammar.noun_last
        && held.into_iter().any(|word| {
            let inside = std::mem::replace(&mut within, word.content) && word.content;
            let folded = word.folded.as_str();
            let sends = folded.ends_with('s') && !["ss", "us", "is", " s"].iter().any(|end| folded.ends_with(end));
            inside && (sends || folded.ends_with("ed") || folded.ends_with("ing")) && !nouns(grammar).contains(folded)
        })
}

/// The words with which the lexicon's phrases end in a language.
fn nouns(grammar: &Grammar) -> &'static HashSet<String> {
    static NOUNS: OnceLock<BTreeMap<&str, HashSet<String>>> = OnceLock::new();
    static NONE: OnceLock<HashSet<String>> = OnceLock::new();
    let all = NOUNS.get_or_init(|| {
        let vocabulary = Vocabulary::current();
        let of = |grammar: &Grammar| {
            let lists = vocabulary.lists("objective.").chain(vocabulary.lists("concept.")).chain(["context"]);
            let phrases = lists.flat_map(|list| vocabulary.words(list, grammar.code));
            (
                grammar.code,
                phrases.filter_map(|phrase| fold(phrase).split(' ').next_back().map(str::to_owned)).collect(),
            )
        };
        GRAMMARS.iter().map(of).collect()
    });
    all.get(grammar.code).unwrap_or_else(|| NONE.get_or_init(HashSet::new))
}

/// The stems of a phrase's content words.
fn key_of(text: &str, grammar: &Grammar) -> Vec<String> {
    words(text, grammar).iter().filter(|word| !stops(grammar).contains(&word.folded)).map(|w| stem(&w.folded)).collect()
}

/// On one line, and not in capitals throughout.
fn quiet(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let loud = line.contains(' ') && !line.chars().any(char::is_lowercase);
    if loud { line.to_lowercase() } else { line }
}

/// A word without the sign of the plural.
fn stem(folded: &str) -> String {
    let kept = match folded.strip_suffix("ies").filter(|kept| kept.len() > 2) {
        Some(kept) => return format!("{kept}y"),
        None => folded.strip_suffix('s').filter(|kept| kept.len() > 2 && !kept.ends_with(['s', 'u', 'i'])),
    };
    kept.unwrap_or(folded).to_owned()
}

/// The little words of a language.
fn stops(grammar: &Grammar) -> &'static HashSet<String> {
    static STOPS: OnceLock<BTreeMap<&str, HashSet<String>>> = OnceLock::new();
    static NONE: OnceLock<HashSet<String>> = OnceLock::new();
    let all = STOPS.get_or_init(|| {
        let of = |grammar: &Grammar| {
            let words = Vocabulary::current().words("stopwords", grammar.code);
            (grammar.code, words.iter().map(|word| fold(word)).collect())
        };
        GRAMMARS.iter().map(of).collect()
    });
    all.get(grammar.code).unwrap_or_else(|| NONE.get_or_init(HashSet::new))
}

fn one_of(list: &[&str], folded: &str) -> bool {
    list.iter().any(|word| fold(word) == folded)
}

/// The words of a text. A hyphen joins; an apostrophe parts, except before the last letter.
fn words(text: &str, grammar: &Grammar) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    let mut end_before = 0;
    let chars: Vec<(usize, char)> = text.char_indices().chain([(text.len(), ' ')]).collect();
    for (place, (at, c)) in chars.iter().enumerate() {
        let letter = is_word_char;
        let after = |steps: usize| chars.get(place + steps).map_or(' ', |(_, c)| *c);
        let joins = match c {
            '-' => letter(after(1)),
            '\'' | '’' => letter(after(1)) && !letter(after(2)) && grammar.noun_last,
            _ => false,
        };
        match start {
            None if letter(*c) => start = Some(*at),
            Some(first) if !letter(*c) && !joins => {
                let between = text.get(end_before..first).unwrap_or_default();
                let apart = between.chars().any(|c| !matches!(c, ' ' | '\'' | '’' | '\u{a0}'));
                let folded = fold(text.get(first..*at).unwrap_or_default());
                words.push(Word { place: first..*at, folded, apart: apart || words.is_empty(), content: false });
                end_before = *at;
                start = None;
            }
            _ => {}
        }
    }
    for index in 0..words.len() {
        let content = is_content(&words, index, grammar);
        if let Some(word) = words.get_mut(index) {
            word.content = content;
        }
    }
    words
}

/// Whether a word can stand in a title, as far as the words before it tell.
fn is_content(words: &[Word], index: usize, grammar: &Grammar) -> bool {
    let Some(word) = words.get(index) else { return false };
    let folded = word.folded.as_str();
    // "12", "won't".
    let no_word = folded.chars().any(|c| c.is_ascii_digit()) || folded.ends_with(" t");
    if no_word || folded.chars().count() < 2 || stops(grammar).contains(folded) || one_of(grammar.breaks, folded) {
        return false;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| folded.ends_with(ending));
    if ends(grammar.verb_endings) && !one_of(grammar.nouns, folded) && folded.chars().count() > 3 {
        return false;
    }
    let before = index.checked_sub(1).and_then(|before| words.get(before)).filter(|_| !word.apart);
    let begins = before.is_none_or(|before| !before.content);
    let beside = before.map(|word| word.folded.as_str()).unwrap_or_default();
    let further = index.checked_sub(2).and_then(|before| words.get(before)).map(|word| word.folded.as_str());
    // "The right to water", and "how will States": a noun comes after all.
    let noun_after_all = match beside {
        "to" => further.is_some_and(takes_to),
        "can" | "could" | "will" | "would" | "should" => further.is_none_or(asks),
        _ => false,
    };
    if one_of(grammar.before_verbs, beside) && !noun_after_all {
        return false;
    }
    if one_of(grammar.before_predicates, beside) {
        return false;
    }
    // A sentence that tells someone to do something, or another thing to do in it.
    let orders = before.is_none() || beside == "and";
    if orders && one_of_vocabulary("kind.imperative", grammar, folded) {
        return false;
    }
    if !grammar.noun_last {
        return true;
    }
    let past = folded.ends_with("ed") && !folded.ends_with("eed") && folded.len() > 4 && !folded.contains(' ');
    // "Agencies take": after a plural, what is none itself is what they do.
    let plural = |word: &str| word.ends_with('s') && !["ss", "us", "is", " s"].iter().any(|end| word.ends_with(end));
    let does = !begins && plural(beside) && !plural(folded) && !MODIFIERS.contains(&beside);
    (begins || !past) && !does
}

/// English plurals that describe the noun after them.
const MODIFIERS: [&str; 8] = ["rights", "skills", "services", "savings", "sports", "goods", "arms", "systems"];

/// English nouns that go on with "to".
fn takes_to(folded: &str) -> bool {
    ["access", "right", "rights", "alternatives", "barriers", "contributions"].contains(&folded)
}

/// English words with which questions begin.
fn asks(folded: &str) -> bool {
    ["how", "why", "when", "where", "what"].contains(&folded)
}

/// English endings of words that describe and name nothing.
fn describes(folded: &str) -> bool {
    folded.len() > 6 && ["able", "ible", "ous", "ful", "less"].iter().any(|ending| folded.ends_with(ending))
}

fn one_of_vocabulary(list: &str, grammar: &Grammar, folded: &str) -> bool {
    Vocabulary::current().words(list, grammar.code).iter().any(|word| fold(word) == folded)
}

/// The phrases of a text.
fn phrases(words: &[Word], grammar: &Grammar) -> Vec<Found> {
    let content = |index: usize| words.get(index).is_some_and(|word| word.content);
    let together = |index: usize| words.get(index).is_some_and(|word| !word.apart);
    let folded = |index: usize| words.get(index).map(|word| word.folded.as_str()).unwrap_or_default();
    let of_time = |index: usize| one_of(grammar.times, &stem(folded(index))) || one_of(grammar.times, folded(index));
    let row_end = |start: usize| (start + 1..).find(|i| !content(*i) || !together(*i)).unwrap_or(words.len());
    // What says when is a title only where several texts have it, or the lexicon.
    let of_head = |index: usize, cut: Cut| match cut {
        Cut::Whole if of_time(index) => Cut::Part,
        cut => cut,
    };
    let mut found = Vec::new();
    let mut add = |start: usize, end: usize, cut: Cut| {
        let (Some(first), Some(last)) = (words.get(start), words.get(end.saturating_sub(1))) else { return };
        let held = words.get(start..end).unwrap_or_default();
        let key: Vec<String> = held.iter().filter(|word| word.content).map(|word| stem(&word.folded)).collect();
        let long = key.len() > 1 || key.iter().any(|word| word.chars().count() > 3);
        if held.len() <= MOST_WORDS && long && !(grammar.noun_last && describes(&last.folded)) {
            found.push(Found { key, place: first.place.start..last.place.end, cut });
        }
    };
    for start in (0..words.len()).filter(|index| content(*index)) {
        let within = start > 0 && content(start - 1) && together(start);
        let cut = if within { Cut::Part } else { Cut::Whole };
        let end = row_end(start);
        if grammar.noun_last {
            let verbal = end == start + 1 && (folded(start).ends_with("ed") || folded(start).ends_with("ing"));
            add(start, end, if verbal { Cut::Doubtful } else { of_head(end - 1, cut) });
        } else {
            // The noun, which a little word leads in; with the word after it only where that is
            // known to belong to it.
            let led = start > 0 && together(start) && !within;
            add(start, start + 1, if led { of_head(start, cut) } else { Cut::Doubtful });
            if end > start + 1 {
                add(start, start + 2, Cut::Part);
            }
        }
        // Rows that are joined to this one.
        let mut end = if grammar.noun_last { end } else { start + 1 };
        let cut = of_head(end - 1, cut);
        while end - start < MOST_WORDS && together(end) {
            let to = folded(end) == "to" && takes_to(folded(end - 1));
            if !(one_of(grammar.links, folded(end)) || (to && grammar.noun_last)) {
                break;
            }
            let mut next = end + 1;
            while together(next) && one_of(grammar.articles, folded(next)) && next < end + 3 {
                next += 1;
            }
            if !content(next) || !together(next) {
                break;
            }
            end = if grammar.noun_last { row_end(next) } else { next + 1 };
            if of_time(end - 1) {
                break;
            }
            add(start, end, cut);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources<'a>(texts: &[&'a str]) -> Vec<Source<'a>> {
        texts.iter().map(|text| Source { text, because: &[] }).collect()
    }

    fn title(texts: &[&str], tag: &str) -> Option<String> {
        phrase(&sources(texts), tag, texts.len()).map(|phrase| phrase.text)
    }

    #[test]
    fn a_title_is_one_phrase_that_is_cut_out_whole() {
        for (text, expected) in [
            ("Heavy tax on bottled water would help.", "Heavy tax on bottled water"),
            ("The heavy spraying of weeds by councils needs to stop.", "heavy spraying of weeds"),
            ("Foreign ownership won’t help.", "Foreign ownership"),
            ("Detention of children must end.", "Detention of children"),
            ("Governments must ban recruitment fees.", "recruitment fees"),
            ("Agencies which broke down are regularly unavailable.", "Agencies"),
            ("Migrant workers wait.", "Migrant workers"),
            ("How will States report?", "States"),
            ("Access to health care is poor.", "Access to health care"),
            ("STOP FORCED RETURN!", "forced return"),
            ("Our skills development is poor.", "skills development"),
        ] {
            assert_eq!(title(&[text], "en").as_deref(), Some(expected), "{text}");
        }
        let long = "The committee of the union of the council of the workers of the port";
        assert!(title(&[long], "en").is_some_and(|title| title.split(' ').count() <= MOST_WORDS));
    }

    #[test]
    fn what_several_texts_share_comes_first() {
        let texts = ["A great public hearing on river pollution.", "The river pollution of last year killed our fish."];
        assert_eq!(title(&texts, "en").as_deref(), Some("river pollution"));
    }

    #[test]
    fn what_decided_the_objective_comes_before_what_did_not() {
        let because = ["birth certificate".to_owned()];
        let text = "The school refuses children without a birth certificate.";
        let found = phrase(&[Source { text, because: &because }], "en", 1);
        assert_eq!(found, Some(Phrase { text: "birth certificate".into(), sure: true, shared: false }));
        let because = ["dados desagregados".to_owned()];
        let text = "Faltam dados desagregados sobre a região.";
        let found = phrase(&[Source { text, because: &because }], "pt", 1).map(|phrase| phrase.text);
        assert_eq!(found.as_deref(), Some("dados desagregados"));
    }

    #[test]
    fn nouns_that_stand_first_are_taken_with_what_is_joined_to_them() {
        for (tag, text, expected) in [
            ("fr", "Nous voulons des papiers d'identité pour tous.", "papiers d'identité"),
            ("es", "Las agencias de reclutamiento cobran.", "agencias de reclutamiento"),
            ("pt", "É preciso acabar com as taxas de recrutamento.", "taxas de recrutamento"),
        ] {
            assert_eq!(title(&[text], tag).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_may_hold_a_verb_is_no_sure_title_unless_texts_share_it() {
        let sure = |texts: &[&str]| phrase(&sources(texts), "en", texts.len()).is_some_and(|phrase| phrase.sure);
        for text in [
            "Without a paper the clinic sends migrant mothers away",
            "The nurse from Bamako cleans floors",
            "Sample Skills Agency pledges to certify nurses",
            "It is safe, with work waiting at home",
            "Sorry",
        ] {
            assert!(!sure(&[text]), "{text}: {:?}", title(&[text], "en"));
        }
        for text in ["Women wait for recruitment fees.", "Heavy tax on bottled water would help."] {
            assert!(sure(&[text]), "{text}");
        }
        assert!(sure(&["A hearing on visa appointments.", "The visa appointments are sold."]));
        let of_one = ["Higher value crops are grown.", "Rain falls on the roof.", "Towns learn."];
        assert!(!sure(&of_one), "one of them speaks for none but itself");
    }

    #[test]
    fn what_says_when_is_no_title_unless_texts_share_it() {
        for (tag, text, never) in [
            ("en", "They meet every week in our village", "week"),
            ("en", "They took my brother by force in the night", "night"),
            ("fr", "Elles viennent chaque semaine à l'école", "semaine"),
            ("es", "Vienen cada semana a la escuela", "semana"),
            ("pt", "Vêm todas as semanas para a escola", "semana"),
        ] {
            let found = title(&[text], tag).unwrap_or_default();
            assert!(!found.to_lowercase().contains(never), "{text}: {found}");
        }
        let texts = ["A day of rest is due to every cook.", "No cook here has a day of rest."];
        assert_eq!(title(&texts, "en").as_deref(), Some("day of rest"));
    }

    #[test]
    fn further_phrases_tell_a_text_from_others_with_its_title() {
        let because = ["birth certificate".to_owned()];
        let text = "The market office gives a birth certificate to seasonal families.";
        let found = telling(&[Source { text, because: &because }], "en", 1);
        assert_eq!(found.first().map(String::as_str), Some("birth certificate"));
        assert!(found.iter().any(|phrase| phrase == "market office"), "{found:?}");
    }

    #[test]
    fn a_short_sentence_is_a_title_without_its_number_and_its_full_stop() {
        let long =
            "The drought emptied two villages north of us and those who left them wait in the capital for years.";
        assert_eq!(
            sentence(&sources(&[long, "Hello all.", "3. Towns must act now."])).as_deref(),
            Some("Towns must act now")
        );
        assert_eq!(sentence(&sources(&["禁止向工人收取招聘费用。"])).as_deref(), Some("禁止向工人收取招聘费用"));
        assert_eq!(sentence(&sources(&[long, "Yes."])), None);
    }

    #[test]
    fn any_text_can_be_asked_for_a_title() {
        for text in
            ["", " ", "-", "'", "a'b-c-", "’s ’s", "12 of 13", "the of the", "🏳️‍🌈 of 🏳️‍🌈", "招聘费", "حقوق", "İ of İ"]
        {
            for tag in ["en", "fr", "ar", "zh", "und", ""] {
                title(&[text, text], tag);
                sentence(&sources(&[text]));
            }
        }
    }
}
