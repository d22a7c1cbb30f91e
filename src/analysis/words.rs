//! A text as a row of stems, each knowing where it stands in the text.
//!
//! The stems are written into one string, ` a b c `, with a blank before and after each, so that
//! an automaton of phrases written the same way finds whole words only. A Chinese character is a
//! word of its own. Stemming is light: it takes away what inflection adds and no more.

use crate::vocabulary::{Vocabulary, fold, fold_char, is_word_char};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

/// A text as stems.
#[derive(Debug, Clone)]
pub struct Words {
    /// ` a b c `, or empty where there is no word.
    pub stems: String,
    /// By word: where its stem begins in `stems`, and where it stands in the text.
    spans: Vec<(usize, Range<usize>)>,
}

impl Words {
    /// The words of a text, Latin ones stemmed as those of this language (`en` where it is none of
    /// `fr`, `es`, `pt`).
    pub fn of(text: &str, lang: &str) -> Words {
        let mut words =
            Words { stems: String::with_capacity(text.len() + 8), spans: Vec::with_capacity(text.len() / 5) };
        words.stems.push(' ');
        let mut word = String::new();
        let mut start = 0;
        for (at, c) in text.char_indices() {
            let han = is_han(c);
            if han || !is_word_char(c) {
                words.push(&word, start..at, lang);
                word.clear();
                if han {
                    let stem = words.stems.len();
                    words.stems.push(c);
                    words.stems.push(' ');
                    words.spans.push((stem, at..at + c.len_utf8()));
                }
            } else {
                if word.is_empty() {
                    start = at;
                }
                fold_char(c, &mut word);
            }
        }
        words.push(&word, start..text.len(), lang);
        words
    }

    fn push(&mut self, word: &str, span: Range<usize>, lang: &str) {
        if !word.is_empty() {
            let at = self.stems.len();
            stem(word, lang, &mut self.stems);
            self.stems.push(' ');
            self.spans.push((at, span));
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// The stem of the word of this index; empty beyond the last.
    pub fn stem(&self, index: usize) -> &str {
        let Some((start, _)) = self.spans.get(index) else { return "" };
        let end = self.spans.get(index + 1).map_or(self.stems.len(), |(next, _)| *next);
        self.stems.get(*start..end).unwrap_or_default().trim_end()
    }

    /// The index of the word whose stem begins at this place of `stems`.
    pub fn index_at(&self, place: usize) -> usize {
        self.spans.partition_point(|(start, _)| *start < place)
    }

    /// Where the words of these indices stand in the text, from the first to the last.
    pub fn place(&self, words: Range<usize>) -> Range<usize> {
        let last = words.end.saturating_sub(1);
        match (self.spans.get(words.start), self.spans.get(last)) {
            (Some((_, first)), Some((_, last))) => first.start..last.end,
            _ => 0..0,
        }
    }
}

/// Whether a character is Chinese, so that it makes a word by itself.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}')
}

/// Appends the stem of a folded word.
fn stem(word: &str, lang: &str, out: &mut String) {
    let (kept, ending) = match word.chars().next() {
        Some('а'..='я') => (russian(word), ""),
        Some('\u{600}'..='\u{6ff}') => (arabic_known(word), ""),
        Some('a'..='z') => match lang {
            "fr" => french(word),
            "es" => (iberian(word), ""),
            "pt" => portuguese(word),
            _ => return english(word, out),
        },
        _ => (word, ""),
    };
    out.push_str(kept);
    out.push_str(ending);
}

/// The word without the longest of these endings that leaves at least so many bytes.
fn without<'a>(word: &'a str, least: usize, endings: &[&str]) -> &'a str {
    endings
        .iter()
        .filter_map(|e| word.strip_suffix(e).filter(|kept| kept.len() >= least))
        .min_by_key(|kept| kept.len())
        .unwrap_or(word)
}

fn english(word: &str, out: &mut String) {
    // Words that mean another thing than what their stem would meet.
    let whole = match word {
        "government" | "governments" | "governmental" => Some("government"),
        "employer" | "employers" => Some("employer"),
        "broker" | "brokers" => Some("broker"),
        "news" => Some("news"),
        _ => None,
    };
    if let Some(whole) = whole {
        out.push_str(whole);
        return;
    }
    let word = match word {
        "labor" => "labour",
        "center" | "centers" => "centre",
        "programs" | "program" => "programme",
        "children" => "child",
        "women" => "woman",
        "men" => "man",
        "people" | "peoples" => "people",
        word => word,
    };
    if word.len() <= 3 || !word.is_ascii() {
        out.push_str(word);
        return;
    }
    if let Some(kept) = word.strip_suffix("ies").filter(|k| k.len() >= 3) {
        out.push_str(kept);
        out.push('y');
        return;
    }
    let singular = match word {
        w if w.ends_with("ss") || w.ends_with("us") || w.ends_with("is") => w,
        w if w.ends_with("sses") => &w[..w.len() - 2],
        w => without(w, 3, &["s"]),
    };
    let bare = without(singular, 4, &["ing", "ed", "e", "er", "ment", "ion"]);
    let bare = match bare.strip_suffix("at").filter(|kept| kept.len() >= 4) {
        Some(kept) if bare.len() < singular.len() => kept,
        _ => bare,
    };
    let mut letters = bare.bytes().rev();
    let doubled = letters.next().is_some_and(|last| !b"lsaeiouy".contains(&last) && letters.next() == Some(last));
    let bare = if doubled && bare.len() > 4 { &bare[..bare.len() - 1] } else { bare };
    match bare.strip_suffix("iz").filter(|_| bare.len() > 4) {
        Some(kept) => {
            out.push_str(kept);
            out.push_str("is");
        }
        None => out.push_str(bare),
    }
}

fn french(word: &str) -> (&str, &'static str) {
    if let Some(kept) = word.strip_suffix("aux").filter(|k| k.len() >= 4) {
        return (kept, "al");
    }
    if let Some(kept) = word.strip_suffix("euses").or(word.strip_suffix("euse")).filter(|k| k.len() >= 4) {
        return (kept, "eur");
    }
    let singular = without(word, 3, &["s", "x"]);
    (without(singular, 3, &["ee", "e", "er"]), "")
}

fn iberian(word: &str) -> &str {
    let singular = without(word, 3, &["s"]);
    without(singular, 3, &["a", "e", "o"])
}

fn portuguese(word: &str) -> (&str, &'static str) {
    for (plural, ending) in [("coes", "ca"), ("soes", "sa"), ("oes", "a"), ("aes", "a"), ("ais", "al"), ("ens", "em")] {
        if let Some(kept) = word.strip_suffix(plural).filter(|k| k.len() >= 3) {
            return (kept, ending);
        }
    }
    (iberian(word), "")
}

fn russian(word: &str) -> &str {
    const ENDINGS: [&str; 45] = [
        "иями", "ями", "ами", "его", "ого", "ему", "ому", "ыми", "ими", "иях", "ях", "ах", "ией", "ией", "ов", "ев",
        "ей", "ой", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ам", "ям", "ом", "ем", "их", "ых",
        "ия", "ии", "ию", "а", "я", "о", "е", "ы", "и", "у", "ю",
    ];
    let kept = without(word, 8, &ENDINGS);
    without(kept, 8, &["ь", "й"])
}

/// The stem of an Arabic word. A preposition of one letter is taken away only where what is left is
/// a word of the vocabulary and the whole is none: many words begin with those letters themselves.
fn arabic_known(word: &str) -> &str {
    static KNOWN: OnceLock<HashSet<String>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let vocabulary = Vocabulary::current();
        let words = |list: &str| {
            vocabulary
                .words(list, "ar")
                .iter()
                .flat_map(|phrase| fold(phrase).split(' ').map(|w| arabic(w).to_string()).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        vocabulary.lists("").flat_map(words).collect()
    });
    let whole = arabic(word);
    if known.contains(whole) {
        return whole;
    }
    let rest = word.strip_prefix('و').unwrap_or(word).strip_prefix(['ب', 'ل', 'ف', 'ك']).map(arabic);
    rest.filter(|rest| known.contains(*rest)).unwrap_or(whole)
}

/// The word without the conjunction, prepositions and article before it and the commonest endings.
fn arabic(word: &str) -> &str {
    let mut kept = word;
    if let Some(rest) = kept.strip_prefix('و').filter(|rest| rest.chars().count() >= 3) {
        kept = rest;
    }
    for prefix in ["بال", "كال", "فال", "لل", "ال"] {
        if let Some(rest) = kept.strip_prefix(prefix).filter(|rest| rest.chars().count() >= 2) {
            kept = rest;
            break;
        }
    }
    for ending in ["ها", "هم", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي"] {
        if let Some(rest) = kept.strip_suffix(ending).filter(|rest| rest.chars().count() >= 3) {
            return rest;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str, lang: &str) -> String {
        Words::of(text, lang).stems.trim().to_string()
    }

    fn same(lang: &str, words: &[&str]) {
        for word in words {
            assert_eq!(stems(word, lang), stems(words[0], lang), "{word} as {}", words[0]);
        }
    }

    #[test]
    fn inflected_forms_share_a_stem() {
        same("en", &["recruitment", "recruit", "recruited", "Recruiting", "recruiter"]);
        same("en", &["agency", "agencies"]);
        same("en", &["deportation", "deported", "deport", "deportations"]);
        same("en", &["regularise", "regularize", "regularisation", "regularization"]);
        same("en", &["integration", "integrate", "integrating", "integrated"]);
        same("fr", &["frontière", "frontières", "frontiere"]);
        same("fr", &["travailleur", "travailleuses", "travailleurs"]);
        same("es", &["deportación", "deportaciones"]);
        same("es", &["trabajadora", "trabajadoras"]);
        same("pt", &["deportação", "deportações"]);
        same("ru", &["граница", "границы", "границами", "границах"]);
        same("ru", &["консульство", "консульства", "консульствам"]);
        same("ar", &["بدائل", "ببدائل", "وبدائل", "لبدائل"]);
        same("ar", &["المهاجرين", "مهاجرون", "والمهاجرين", "للمهاجرين", "مُهاجِر"]);
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "L’accès: 数据 ok";
        let words = Words::of(text, "fr");
        assert_eq!(words.len(), 5);
        assert_eq!(words.stem(2), "数");
        assert_eq!(&text[words.place(1..4)], "accès: 数据");
        assert_eq!(words.index_at(words.stems.find("ok").unwrap_or_default()), 4);
        assert_eq!(words.stem(9), "");
        assert_eq!(words.place(9..12), 0..0);
        assert_eq!(Words::of("…", "en").len(), 0);
    }
}
