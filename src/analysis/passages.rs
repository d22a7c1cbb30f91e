//! Where a text is cut, so that each passage makes one point.
//!
//! A short message is one passage. A longer one is cut at paragraphs and list items, and within
//! them into groups of whole sentences. An introduction that ends with a colon and a heading stay
//! with what follows.

use super::words::is_han;
use crate::vocabulary::{Vocabulary, fold};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;
use unicode_segmentation::UnicodeSegmentation;

/// What a passage should not exceed, in letters; a Chinese character counts as three.
const LONG: usize = 300;
/// What may be exceeded to keep a short last sentence with the ones before it.
const STRETCH: usize = 90;
/// The sentences that a passage should not exceed.
const SENTENCES: usize = 3;
/// A line shorter than this without a full stop is a heading.
const HEADING: usize = 60;
/// A line that is broken off before this was broken by hand.
const WRAPPED: usize = 50;

/// The passages of a text as byte ranges: in order, apart, each made of whole sentences, together
/// all that the text says. Nothing where the text has no letter, digit or sign.
pub fn split(text: &str) -> Vec<Range<usize>> {
    let said = text.trim();
    // One short line, as most messages are, needs no look at its sentences.
    if !said.contains('\n') && size(said) <= LONG {
        let start = text.len() - text.trim_start().len();
        let whole = start..start + said.len();
        return if said.is_empty() { Vec::new() } else { vec![whole] };
    }
    let sentences = sentences(text);
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return Vec::new() };
    let items = sentences.iter().filter(|s| begins_item(text, s)).count();
    if items < 2 && size(&text[first.start..last.end]) <= LONG {
        let whole = first.start..last.end;
        return vec![whole];
    }
    let mut passages: Vec<Range<usize>> = Vec::new();
    let mut count = 0;
    let mut previous: Option<&Range<usize>> = None;
    for (index, sentence) in sentences.iter().enumerate() {
        let joins = match (passages.last(), previous) {
            (Some(open), Some(previous)) => {
                let gap = &text[previous.end..sentence.start];
                let paragraph = gap.matches('\n').count() > 1;
                if leads_on(text, previous, gap) {
                    true
                } else if paragraph || begins_item(text, sentence) {
                    false
                } else {
                    let together = size(&text[open.start..sentence.end]);
                    let ends_here = match sentences.get(index + 1) {
                        None => true,
                        Some(next) => {
                            text[sentence.end..next.start].matches('\n').count() > 1 || begins_item(text, next)
                        }
                    };
                    let stretched = ends_here && size(&text[sentence.clone()]) <= STRETCH && together <= LONG + STRETCH;
                    (count < SENTENCES && together <= LONG) || stretched
                }
            }
            _ => false,
        };
        match passages.last_mut().filter(|_| joins) {
            Some(open) => {
                open.end = sentence.end;
                count += 1;
            }
            None => {
                passages.push(sentence.clone());
                count = 1;
            }
        }
        previous = Some(sentence);
    }
    passages
}

/// The sentences of a text as byte ranges without the blanks around them, in order and apart.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences: Vec<Range<usize>> = Vec::new();
    // Whether what was found last cannot stand alone: a list's number, an abbreviation.
    let mut open = false;
    for (start, piece) in text.split_sentence_bound_indices() {
        let trimmed = piece.trim();
        if trimmed.is_empty() {
            continue;
        }
        let start = start + (piece.len() - piece.trim_start().len());
        let here = start..start + trimmed.len();
        let joins = match sentences.last() {
            None => false,
            Some(last) => {
                let gap = &text[last.end..here.start];
                let paragraph = gap.matches('\n').count() > 1;
                let only_signs = !trimmed.chars().any(char::is_alphanumeric) && !gap.contains('\n');
                let wrapped =
                    gap.contains('\n') && !begins_item(text, &here) && is_wrapped(&text[last.clone()], trimmed);
                !paragraph && (open || only_signs || wrapped)
            }
        };
        match sentences.last_mut().filter(|_| joins) {
            Some(last) => last.end = here.end,
            None => sentences.push(here),
        }
        open = is_marker(trimmed) || ends_with_abbreviation(trimmed);
    }
    sentences
}

/// How long a passage is to read.
fn size(text: &str) -> usize {
    text.chars().map(|c| if is_han(c) { 3 } else { 1 }).sum()
}

/// Whether a line was broken because it was full, and the next one goes on.
fn is_wrapped(before: &str, after: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or(before);
    line.chars().count() >= WRAPPED
        && !line.ends_with(['.', '!', '?', ':', ';', '。', '！', '？', '؟', '…'])
        && !after.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a sentence stands at the beginning of a line with a bullet or a number before it.
fn begins_item(text: &str, sentence: &Range<usize>) -> bool {
    let before = text[..sentence.start].trim_end_matches([' ', '\t']);
    if !(before.is_empty() || before.ends_with('\n')) {
        return false;
    }
    let line = &text[sentence.clone()];
    if line.starts_with(['•', '‣', '·', '▪', '–', '—']) {
        return true;
    }
    if let Some(rest) = line.strip_prefix(['-', '*', '+']) {
        return rest.starts_with(' ');
    }
    let word = line.split_whitespace().next().unwrap_or_default();
    is_marker(word) || is_chinese_marker(line)
}

/// Whether this is a list's number or letter: `1.`, `2)`, `(a)`, `٣.`, or a bullet.
fn is_marker(word: &str) -> bool {
    let inner = word.trim_start_matches(['(', '（']);
    let Some(inner) = inner.strip_suffix(['.', ')', '）', '．', '-']) else {
        return matches!(word, "•" | "-" | "*" | "–" | "▪" | "·");
    };
    let mut chars = inner.chars();
    match (chars.next(), inner.chars().count()) {
        (Some(c), 1) => c.is_alphanumeric() && (c.is_numeric() || c.is_lowercase() || word.ends_with(')')),
        (Some(_), 2) => inner.chars().all(char::is_numeric),
        _ => false,
    }
}

/// Chinese lists: `一、`, `（二）`.
fn is_chinese_marker(line: &str) -> bool {
    let line = line.trim_start_matches(['（', '(']);
    let rest = line.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    rest.len() < line.len() && rest.starts_with(['、', '）', ')'])
}

/// Whether what follows belongs to this: it ends with a colon, or is a heading on a line of its own.
fn leads_on(text: &str, sentence: &Range<usize>, gap: &str) -> bool {
    let said = &text[sentence.clone()];
    if said.ends_with([':', '：']) {
        return true;
    }
    let open_end = said.chars().last().is_some_and(char::is_alphanumeric);
    gap.contains('\n') && open_end && size(said) <= HEADING && !begins_item(text, sentence)
}

/// Whether a sentence that seems to end here ends with an abbreviation or an initial.
fn ends_with_abbreviation(sentence: &str) -> bool {
    static ABBREVIATIONS: OnceLock<HashSet<String>> = OnceLock::new();
    let Some(body) = sentence.strip_suffix('.') else { return false };
    let word = body.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '’' | '\'')).next().unwrap_or(body);
    if word.chars().count() == 1 {
        return word.chars().all(|c| c.is_uppercase());
    }
    let known = ABBREVIATIONS.get_or_init(|| {
        let vocabulary = Vocabulary::current();
        crate::vocabulary::LANGUAGES.iter().flat_map(|l| vocabulary.words("abbreviation", l)).map(|w| fold(w)).collect()
    });
    known.contains(&fold(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn passages(text: &str) -> Vec<&str> {
        split(text).into_iter().map(|r| &text[r]).collect()
    }

    fn said(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn a_short_message_is_one_passage() {
        let text = " Fees are too high. Employers must pay them! ";
        assert_eq!(passages(text), [text.trim()]);
        assert_eq!(passages("\n \n"), Vec::<&str>::new());
        assert_eq!(passages("👍"), ["👍"]);
    }

    #[test]
    fn list_items_are_passages_and_the_introduction_stays_with_the_first() {
        let text = "We call on States to:\n1. End recruitment fees.\n2. Let workers change jobs.\n3. Inspect farms.";
        assert_eq!(
            passages(text),
            ["We call on States to:\n1. End recruitment fees.", "2. Let workers change jobs.", "3. Inspect farms."]
        );
        assert_eq!(
            passages("Nous demandons :\n- la fin des frais\n- des visas\n"),
            ["Nous demandons :\n- la fin des frais", "- des visas"]
        );
        assert_eq!(
            passages("我们建议：\n一、降低费用。\n二、开设学校。"),
            ["我们建议：\n一、降低费用。", "二、开设学校。"]
        );
    }

    #[test]
    fn paragraphs_are_cut_and_a_heading_stays_with_its_text() {
        let long = "The road is long and the wages are low in the fields of our valley. ".repeat(4);
        let text = format!("Working conditions\n\n{long}\n\nA second matter is the school.");
        let found = passages(&text);
        assert!(found[0].starts_with("Working conditions\n\nThe road"), "{found:?}");
        assert_eq!(found.last(), Some(&"A second matter is the school."));
    }

    #[test]
    fn long_paragraphs_are_cut_into_groups_of_whole_sentences() {
        let sentence = "In the invented town of Talaworo, workers wait for months until anybody answers their letters.";
        let text = [sentence; 7].join(" ");
        let found = passages(&text);
        assert!(found.len() >= 3, "{found:?}");
        for passage in &found {
            assert!(passage.starts_with("In the") && passage.ends_with("letters."), "{passage}");
        }
        let chinese = "我们村的年轻人都去了很远的城市打工，一年只能回家一次。".repeat(12);
        assert!(passages(&chinese).iter().all(|p| p.ends_with('。')) && passages(&chinese).len() > 1);
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_a_sentence() {
        assert_eq!(said("Mr. Sow spoke. He left."), ["Mr. Sow spoke.", "He left."]);
        assert_eq!(said("M. Diop et Mme. Ba sont là. Merci."), ["M. Diop et Mme. Ba sont là.", "Merci."]);
        assert_eq!(said("Ask J. Abara, e.g. tomorrow. Yes."), ["Ask J. Abara, e.g. tomorrow.", "Yes."]);
        assert_eq!(said("1. First point. 2. Second point."), ["1. First point.", "2. Second point."]);
    }

    #[test]
    fn sentences_end_in_every_script() {
        assert_eq!(said("费用太高。谁来付？我们！"), ["费用太高。", "谁来付？", "我们！"]);
        assert_eq!(said("من يدفع؟ نحن ندفع."), ["من يدفع؟", "نحن ندفع."]);
        assert_eq!(said("Кто платит? Мы."), ["Кто платит?", "Мы."]);
        assert_eq!(said("¿Quién paga? Nosotros… 👍"), ["¿Quién paga?", "Nosotros… 👍"]);
    }

    #[test]
    fn a_line_broken_because_it_was_full_goes_on() {
        let text =
            "The agencies of the coast ask for much more money than\nanybody in the village has ever seen.\nThey lie.";
        assert_eq!(said(text).len(), 2);
    }

    proptest! {
        #[test]
        fn passages_are_in_order_apart_and_lose_nothing(text in "(\\PC|[ .\n?。:1-]){0,800}") {
            let mut at = 0;
            let sentences = sentences(&text);
            for passage in split(&text) {
                prop_assert!(at <= passage.start && passage.start < passage.end);
                prop_assert!(text[at..passage.start].trim().is_empty());
                prop_assert!(sentences.iter().any(|s| s.start == passage.start));
                prop_assert!(sentences.iter().any(|s| s.end == passage.end));
                at = passage.end;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
    }
}
