//! Organisations' names: when two of them are the same, when a person has to say, and when they are
//! surely not. Nothing is taken for the same that differs in more than how it is written.

use crate::model::digit;
use crate::vocabulary::{distance, fold};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Words that say nothing in a name.
const SMALL: &[&str] = &[
    "the", "of", "for", "and", "a", "an", "de", "du", "des", "d", "l", "la", "le", "les", "et", "pour", "au", "aux",
    "del", "los", "las", "el", "al", "y", "e", "para", "do", "da", "dos", "das", "o", "os", "as", "von", "der", "die",
    "das", "und", "für", "van", "и", "по", "для", "من", "و",
];

/// What says under which law an organisation stands, and not which it is. Letters alone where nothing
/// else is meant by them: `SA` may be a country.
const LEGAL: &[&str] = &[
    "association loi 1901",
    "association 1901",
    "loi 1901",
    "association sans but lucratif",
    "association sans lucratif",
    "asociación civil",
    "organisation non gouvernementale",
    "non governmental organisation",
    "non governmental organization",
    "organización no gubernamental",
    "organização não governamental",
    "неправительственная организация",
    "некоммерческая организация",
    "منظمة غير حكومية",
    "eingetragener verein",
    "registered charity",
    "not profit",
    "non profit",
    "nonprofit",
    "ev",
    "asbl",
    "aisbl",
    "vzw",
    "ivzw",
    "ltd",
    "limited",
    "inc",
    "incorporated",
    "llc",
    "plc",
    "cic",
    "ngo",
    "ong",
    "onlus",
    "oscip",
    "ipss",
    "npo",
    "gmbh",
    "ggmbh",
    "sarl",
    "srl",
    "нко",
    "нпо",
    "ано",
    "ооо",
];

/// What kind of body it is, in several languages: it may be left out, but not be another.
const KINDS: &[&[&str]] = &[
    &["foundation", "fondation", "fundación", "fundação", "fondazione", "stiftung", "stichting", "фонд", "مؤسسة"],
    &["association", "asociación", "associação", "associazione", "verein", "ассоциация", "جمعية", "رابطة"],
];

/// What tells a part from the whole: who leaves one of these out means another organisation.
const PARTS: &[&str] = &[
    "international",
    "internacional",
    "международный",
    "международная",
    "دولية",
    "دولي",
    "national",
    "nacional",
    "nationale",
    "национальный",
    "национальная",
    "وطنية",
    "وطني",
    "regional",
    "régionale",
    "региональный",
    "региональная",
    "إقليمية",
    "global",
    "mondial",
    "mundial",
    "world",
    "local",
    "branch",
    "chapter",
    "section",
    "sección",
    "seção",
    "filiale",
    "филиал",
    "отделение",
    "فرع",
    "youth",
    "jeunes",
    "jeunesse",
    "jóvenes",
    "jovens",
    "women",
    "femmes",
    "mujeres",
    "mulheres",
    "женщин",
    "молодежь",
];

/// The lists above as names are compared.
struct Lists {
    small: BTreeSet<String>,
    legal: Vec<Vec<String>>,
    /// With what a legal form begins.
    legal_first: BTreeSet<String>,
    kinds: Vec<BTreeSet<String>>,
    parts: BTreeSet<String>,
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let one = |words: &[&str]| words.iter().map(|word| words_of(word).concat()).collect();
        let legal: Vec<Vec<String>> = LEGAL.iter().map(|form| words_of(form)).collect();
        Lists {
            legal_first: legal.iter().filter_map(|form| form.first().cloned()).collect(),
            small: SMALL.iter().map(|word| fold(word)).collect(),
            legal,
            kinds: KINDS.iter().map(|kind| one(kind)).collect(),
            parts: one(PARTS),
        }
    })
}

/// A script, as far as names are compared across them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Other,
}

fn script_of(words: &[String]) -> Script {
    match words.iter().flat_map(|word| word.chars()).find(|c| c.is_alphabetic()) {
        Some('a'..='z') => Script::Latin,
        Some('\u{400}'..='\u{52f}') => Script::Cyrillic,
        Some('\u{600}'..='\u{6ff}') => Script::Arabic,
        _ => Script::Other,
    }
}

/// A name as it is compared with others.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The words that say which it is, as they stand.
    words: Vec<String>,
    numbers: Vec<String>,
    /// The places in the list of kinds.
    kinds: BTreeSet<usize>,
    /// What stands for it in brackets, or before a dash.
    acronym: Option<String>,
    /// The first letters of its words, with and without the small ones.
    initials: [String; 2],
    script: Script,
    normal: String,
}

/// What nothing but its being asked can settle comes after what is a slip of the finger.
const FAR: usize = 10;
/// So few letters are the first letters of many names.
const SHORTEST_ACRONYM: usize = 3;
const LONGEST_ACRONYM: usize = 10;
const SHORTEST_ALONE: usize = 6;
/// So many slips are taken for slips in a whole name.
const MOST_SLIPS: usize = 3;

impl Reading {
    /// Reads a name.
    pub fn of(name: &str) -> Reading {
        let (name, acronym) = take_acronym(name);
        let all = words_of(&name);
        let significant: Vec<String> = all.iter().filter(|word| !lists().small.contains(*word)).cloned().collect();
        let plain = without_legal_forms(significant.clone());
        let initials = [first_letters(&all), first_letters(&plain)];
        // What is nothing but small words and a legal form is called so.
        let words = [plain, significant, all].into_iter().find(|words| !words.is_empty()).unwrap_or_default();
        let number = |word: &String| word.chars().all(|c| c.is_ascii_digit());
        let (mut numbers, words): (Vec<String>, Vec<String>) = words.into_iter().partition(number);
        numbers.sort_unstable();
        let script = script_of(&words);
        let kind = |word: &String| lists().kinds.iter().position(|kind| kind.contains(word));
        let kinds = words.iter().filter_map(kind).collect();
        let mut sorted: Vec<&str> = words.iter().chain(&numbers).map(String::as_str).collect();
        sorted.sort_unstable();
        let normal = sorted.join(" ");
        Reading { words, numbers, kinds, acronym, initials, script, normal }
    }

    /// The name without case, accents, punctuation, the order of its words, small words, legal forms
    /// and an acronym beside it: what spellings of one name have in common.
    pub fn normal(&self) -> &str {
        &self.normal
    }

    /// Whether it is nothing but letters that may stand for many names.
    pub fn is_acronym(&self) -> bool {
        let short = |word: &String| (2..=LONGEST_ACRONYM).contains(&word.chars().count());
        let lettered = matches!(self.script, Script::Latin | Script::Cyrillic);
        lettered && self.numbers.is_empty() && matches!(self.words.as_slice(), [only] if short(only))
    }

    /// How far another name is from this one: 0 for the same, more for what has to be asked; nothing,
    /// where they are surely different.
    pub fn likeness(&self, other: &Reading) -> Option<usize> {
        if self.normal == other.normal {
            return Some(0);
        }
        if self.numbers != other.numbers {
            return None;
        }
        if !self.kinds.is_empty() && !other.kinds.is_empty() && self.kinds.is_disjoint(&other.kinds) {
            return None;
        }
        self.by_words(other).or_else(|| self.by_acronym(other).then_some(FAR))
    }

    fn by_acronym(&self, other: &Reading) -> bool {
        let stands_for = |short: &Reading, long: &Reading| {
            let [short] = short.words.as_slice() else { return false };
            short.chars().count() >= SHORTEST_ACRONYM
                && long.words.len() > 1
                && (long.acronym.as_ref() == Some(short) || long.initials.contains(short))
        };
        let same =
            |acronym: &String| acronym.chars().count() >= SHORTEST_ACRONYM && other.acronym.as_ref() == Some(acronym);
        stands_for(self, other) || stands_for(other, self) || self.acronym.as_ref().is_some_and(same)
    }

    fn by_words(&self, other: &Reading) -> Option<usize> {
        use Script::{Arabic, Cyrillic, Latin};
        match (self.script, other.script) {
            (a, b) if a == b => {
                let (own, others) = (self.without_kinds(), other.without_kinds());
                let of_a_kind = !(self.kinds.is_empty() && other.kinds.is_empty());
                let near = match of_a_kind {
                    true if own.is_empty() || others.is_empty() => None,
                    true => align(&own, &others).map(|slips| slips + 1),
                    false => align(&self.words, &other.words),
                };
                near.or_else(|| run_together(&own, &others).then_some(MOST_SLIPS))
            }
            (Latin | Cyrillic, Latin | Cyrillic) => align(&self.in_latin(), &other.in_latin()).map(|slips| slips + 1),
            (Arabic, Latin | Cyrillic) | (Latin | Cyrillic, Arabic) => {
                let (own, others) = (self.consonants(), other.consonants());
                let letters: usize = own.iter().map(String::len).sum();
                (letters >= 4 && own.len() == others.len() && align(&own, &others).is_some_and(|slips| slips <= 1))
                    .then_some(FAR)
            }
            _ => None,
        }
    }

    fn without_kinds(&self) -> Vec<String> {
        let kind = |word: &&String| lists().kinds.iter().any(|kind| kind.contains(*word));
        self.words.iter().filter(|word| !kind(word)).cloned().collect()
    }

    fn in_latin(&self) -> Vec<String> {
        self.words.iter().map(|word| in_latin(word)).collect()
    }

    fn consonants(&self) -> Vec<String> {
        let words = self.words.iter().map(|word| consonants(word));
        words.filter(|word| !word.is_empty()).collect()
    }
}

fn first_letters<'w>(words: impl IntoIterator<Item = &'w String>) -> String {
    words.into_iter().filter_map(|word| word.chars().next()).collect()
}

/// The words of a name, folded, digits as Western ones, letters with dots between them as one word, and
/// Arabic words without the article.
fn words_of(name: &str) -> Vec<String> {
    let western = |c: char| digit(c).and_then(|number| char::from_digit(number, 10)).unwrap_or(c);
    let mut words: Vec<String> = Vec::new();
    let mut spelled = false;
    for word in fold(name).split(' ').filter(|word| !word.is_empty()) {
        let word: String = without_article(word).chars().map(western).collect();
        let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        match words.last_mut() {
            Some(last) if letter && spelled => last.push_str(&word),
            _ => words.push(word),
        }
        spelled = letter;
    }
    words
}

fn without_article(word: &str) -> &str {
    let long = |rest: &&str| rest.chars().count() >= 3;
    ["وال", "ال", "لل"].iter().find_map(|article| word.strip_prefix(article).filter(long)).unwrap_or(word)
}

/// A name without the acronym that stands beside it, in brackets or before a dash, and the acronym.
fn take_acronym(name: &str) -> (String, Option<String>) {
    let name = name.trim();
    let beside = |open: usize, close: usize| {
        let inside = name.get(open..close)?.trim_matches(['(', ')', '[', ']', '（', '）', ' ']);
        let rest = format!("{} {}", name.get(..open)?, name.get(close..)?);
        Some((rest, inside.to_owned()))
    };
    let brackets = || {
        let open = name.find(['(', '[', '（'])?;
        let (at, sign) = name.get(open..)?.char_indices().find(|(_, c)| [')', ']', '）'].contains(c))?;
        beside(open, open + at + sign.len_utf8())
    };
    let dash = || {
        let (end, sign) = name.char_indices().find(|(_, c)| ['–', '—', ':', '-'].contains(c))?;
        let apart = sign == ':' || name.get(..end)?.ends_with(' ');
        let (rest, inside) = beside(0, end)?;
        apart.then(|| (rest.replacen(sign, " ", 1), inside))
    };
    for (rest, inside) in [brackets(), dash()].into_iter().flatten() {
        let short = words_of(&inside);
        let [acronym] = short.as_slice() else { continue };
        let letters: Vec<char> = inside.chars().filter(|c| c.is_alphabetic()).collect();
        let words = words_of(&rest);
        let large = words.iter().filter(|word| !lists().small.contains(*word));
        // Where all of it is in capitals, these say nothing.
        let shouted = !rest.chars().any(char::is_lowercase) && first_letters(large) != *acronym;
        let fits = (2..=LONGEST_ACRONYM).contains(&letters.len()) && letters.iter().all(|c| c.is_uppercase());
        if fits && !shouted && words.len() > 1 {
            return (rest, Some(acronym.clone()));
        }
    }
    (name.to_owned(), None)
}

fn without_legal_forms(mut words: Vec<String>) -> Vec<String> {
    if !words.iter().any(|word| lists().legal_first.contains(word)) {
        return words;
    }
    for form in &lists().legal {
        if let Some(at) = words.windows(form.len()).position(|window| window == form.as_slice()) {
            words.drain(at..at + form.len());
        }
    }
    words
}

/// How many slips lie between two lists of words, whatever their order: none for the same. A word that
/// one of them leaves out counts more; nothing, where there is more between them than slips.
fn align(a: &[String], b: &[String]) -> Option<usize> {
    let mut left: Vec<&String> = Vec::new();
    let mut right: Vec<&String> = b.iter().collect();
    for word in a {
        match right.iter().position(|other| *other == word) {
            Some(at) => {
                right.swap_remove(at);
            }
            None => left.push(word),
        }
    }
    // More words than these are not all mistyped.
    if left.len() > MOST_SLIPS || right.len() > MOST_SLIPS {
        return None;
    }
    // One short word is a name of its own when a letter of it is another.
    let alone = matches!((a, b), ([one], [other]) if one.chars().count().min(other.chars().count()) < SHORTEST_ALONE);
    if alone && !left.is_empty() {
        return None;
    }
    let mut slips = 0;
    let mut apart = Vec::new();
    for word in left {
        let near = right.iter().enumerate().filter_map(|(at, other)| Some((slips_between(word, other)?, at))).min();
        match near {
            Some((more, at)) => {
                slips += more;
                right.swap_remove(at);
            }
            None => apart.push(word),
        }
    }
    apart.extend(right);
    let same = a.len().max(b.len()).saturating_sub(apart.len());
    match apart.as_slice() {
        [] => (slips <= MOST_SLIPS).then_some(slips),
        [word] if a.len() != b.len() && same >= 2 && slips <= 1 && !lists().parts.contains(*word) => {
            Some(slips + MOST_SLIPS + 1)
        }
        _ => None,
    }
}

/// The slips between two words, where they are no more than slips.
fn slips_between(a: &str, b: &str) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let allowed = match a.len().min(b.len()) {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    if a.len().abs_diff(b.len()) > allowed {
        return None;
    }
    Some(distance(&a, &b)).filter(|slips| *slips <= allowed)
}

/// Whether only the blanks between words differ.
fn run_together(a: &[String], b: &[String]) -> bool {
    a.len() != b.len() && a.concat() == b.concat()
}

/// A word of Cyrillic letters as it is mostly written in Latin ones.
fn in_latin(word: &str) -> String {
    word.chars().fold(String::new(), |mut latin, c| {
        match LATIN.iter().find(|(letter, _)| *letter == c) {
            Some((_, written)) => latin.push_str(written),
            None => latin.push(c),
        }
        latin
    })
}

const LATIN: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ґ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('є', "ye"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('і', "i"),
    ('ї', "yi"),
    ('й', "y"),
    ('к', "k"),
    ('қ', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('ң', "n"),
    ('о', "o"),
    ('ө', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ү', "u"),
    ('ұ', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
];

/// The consonants of a word, as far as Arabic and Latin letters agree on them.
fn consonants(word: &str) -> String {
    const ARABIC: &[(&str, char)] = &[
        ("ب", 'b'),
        ("پ", 'b'),
        ("تثط", 't'),
        ("جغگ", 'g'),
        ("حخه", 'h'),
        ("دذض", 'd'),
        ("ر", 'r'),
        ("زظ", 'z'),
        ("سشصچ", 's'),
        ("فڤ", 'f'),
        ("قك", 'k'),
        ("ل", 'l'),
        ("م", 'm'),
        ("ن", 'n'),
    ];
    const LATIN_PAIRS: &[(&str, &str)] =
        &[("sh", "s"), ("ch", "s"), ("kh", "h"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("ck", "k")];
    let mut latin = in_latin(word);
    for (pair, letter) in LATIN_PAIRS {
        latin = latin.replace(pair, letter);
    }
    let mut found = String::new();
    for c in latin.chars() {
        let arabic = ARABIC.iter().find(|(letters, _)| letters.contains(c)).map(|(_, letter)| *letter);
        let letter = arabic.or(match c {
            'q' | 'c' => Some('k'),
            'p' => Some('b'),
            'v' => Some('f'),
            'j' => Some('g'),
            'b' | 'd' | 'f'..='h' | 'k'..='n' | 'r'..='t' | 'x' | 'z' => Some(c),
            _ => None,
        });
        if let Some(letter) = letter
            && !found.ends_with(letter)
        {
            found.push(letter);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(a: &str, b: &str) -> Option<usize> {
        let there = Reading::of(a).likeness(&Reading::of(b));
        assert_eq!(there, Reading::of(b).likeness(&Reading::of(a)), "{a} · {b}");
        there
    }

    const UNION: &str = "Union des Travailleuses Domestiques d’Exemplie";

    #[test]
    fn how_a_name_is_written_makes_no_other_name() {
        for spelling in [
            "UNION DES TRAVAILLEUSES DOMESTIQUES D'EXEMPLIE",
            "Exemplie : union des travailleuses domestiques",
            "union travailleuses domestiques exemplie",
            "Union des Travailleuses Domestiques d’Exemplie (UTDE)",
            "UTDE – Union des Travailleuses Domestiques d’Exemplie",
            "U.T.D.E.: Union des Travailleuses Domestiques d’Exemplie",
            "Union des Travailleuses Domestiques d’Exemplie, association loi 1901",
            "Union des Travailleuses Domestiques d’Exemplie A.S.B.L.",
            "ONG Union des Travailleuses Domestiques d’Exemplie",
            "Union des Travailleuses Domestiques d’Exemplie e. V.",
            "l'Union des travailleuses domestiques de l’Exemplie, Inc.",
        ] {
            assert_eq!(Reading::of(spelling).normal(), Reading::of(UNION).normal(), "{spelling}");
        }
        for (one, other) in [
            ("اتحاد العاملات المنزليات", "إتّحاد عاملات منزليات"),
            ("Сеть Ёлки", "СЕТЬ «Елки»"),
            ("Réseau 21", "reseau ٢١"),
            ("Example Hands gGmbH", "Example Hands"),
            ("NGO", "ngo"),
        ] {
            assert_eq!(Reading::of(one).normal(), Reading::of(other).normal(), "{one}");
        }
    }

    #[test]
    fn what_may_be_the_same_is_asked() {
        for (one, other) in [
            (UNION, "Union des Travaileuses Domestiques d'Exemplie"),
            (UNION, "Union des Travailleurs Domestiques d’Exemplie"),
            (UNION, "Unoin des travailleuses domestique d’Exemplie"),
            (UNION, "Union des Travailleuses Domestiques"),
            (UNION, "UTDE"),
            ("Union of Domestic Workers (UTDE)", "Union des Travailleuses Domestiques d’Exemplie (UTDE)"),
            ("Fundación Ejemplo Abierto", "Ejemplo Abierto"),
            ("Fundación Ejemplo Abierto", "Foundation Ejemplo Abierto"),
            ("Domestic Workersunion", "Domestic Workers Union"),
            ("Союз Примерия", "Soyuz Primeriya"),
            ("اتحاد المثالية", "Ittihad al-Mithaliya"),
            ("示例家政工人联合会", "示例家政工联合会"),
        ] {
            assert!(likeness(one, other).is_some_and(|slips| slips > 0), "{one} · {other}: {:?}", likeness(one, other));
        }
    }

    #[test]
    fn different_organisations_stay_apart() {
        for (one, other) in [
            ("Migrant Workers Union Nairobi", "Migrant Workers Union Mombasa"),
            ("Example Network", "Example Network International"),
            ("Open Example Network", "Open Example Network International"),
            ("Open Example Network Youth", "Open Example Network"),
            ("National Example Network", "Regional Example Network"),
            ("Local 12 of Example Carpenters", "Local 21 of Example Carpenters"),
            ("Example Carpenters 12", "Example Carpenters"),
            ("Fundación Ejemplo", "Asociación Ejemplo"),
            ("Women of Example Town", "Men of Example Town"),
            ("North Example League", "South Example League"),
            ("East Example League", "West Example League"),
            ("Exempla", "Exemple de Travail"),
            ("UTDE", "UTDX"),
            ("Médecins sans Exemple", "Médecins avec Exemple"),
            ("Союз Примерия", "Soyuz Obraztsov"),
            ("اتحاد المثالية", "Ittihad al-Namudhajiya"),
        ] {
            assert_eq!(likeness(one, other), None, "{one} · {other}");
        }
    }
}
