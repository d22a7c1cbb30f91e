//! Cutting a document into parts that each fit a message.

use crate::chat::document::{Block, Document, Span, Spans};
use unicode_segmentation::UnicodeSegmentation;

/// The document in parts whose `size` is within the limit, in the unit in which both are given
/// (`|d| render::plain(d).len()`). It is cut before a heading where that is possible, the highest
/// first, otherwise between blocks, points, rows, sentences, words. The parts hold together exactly
/// what the document holds; only the head of a table stands on each part of it, and numbered points
/// keep their numbers. A limit too small for one letter in its frame is exceeded by that letter.
pub fn split(document: &Document, limit: usize, size: impl Fn(&Document) -> usize) -> Vec<Document> {
    if document.is_empty() {
        return Vec::new();
    }
    let cutter =
        Cutter { limit, size: &size, model: Document { asks: document.asks, ..Document::new(document.language) } };
    let pieces: Vec<Piece> = document.blocks.iter().flat_map(|block| cutter.pieces(block)).collect();
    let mut parts = Vec::new();
    let mut rest = pieces.as_slice();
    while !rest.is_empty() {
        let fitting = cutter.fitting(rest);
        let cut = if fitting == rest.len() { fitting } else { best_cut(rest, fitting) };
        let (part, after) = rest.split_at(cut);
        parts.push(cutter.join(part));
        rest = after;
    }
    parts
}

/// A block, or a part of one that continues the piece before it.
#[derive(Clone)]
struct Piece {
    block: Block,
    continues: bool,
}

struct Cutter<'a> {
    limit: usize,
    size: &'a dyn Fn(&Document) -> usize,
    model: Document,
}

impl Cutter<'_> {
    fn fits(&self, block: &Block) -> bool {
        (self.size)(&self.model.clone().block(block.clone())) <= self.limit
    }

    /// How many pieces from the first on fit into one part; at least one.
    fn fitting(&self, pieces: &[Piece]) -> usize {
        let fits = |n: usize| (self.size)(&self.join(&pieces[..n])) <= self.limit;
        let mut high = 2;
        while high <= pieces.len() && fits(high) {
            high *= 2;
        }
        let (mut low, mut high) = (high / 2, high.min(pieces.len() + 1));
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if fits(middle) { low = middle } else { high = middle }
        }
        low
    }

    /// The pieces as one document, what was cut joined again.
    fn join(&self, pieces: &[Piece]) -> Document {
        let mut blocks: Vec<Block> = Vec::new();
        for piece in pieces {
            match (blocks.last_mut(), &piece.block) {
                (Some(Block::Paragraph(a)), Block::Paragraph(b)) | (Some(Block::Small(a)), Block::Small(b))
                    if piece.continues =>
                {
                    append(a, b);
                }
                (Some(Block::Heading { spans: a, .. }), Block::Heading { spans: b, .. }) if piece.continues => {
                    append(a, b);
                }
                (Some(Block::List { items: a, .. }), Block::List { items: b, .. }) if piece.continues => {
                    a.extend(b.iter().cloned());
                }
                (Some(Block::Table { rows: a, .. }), Block::Table { rows: b, .. }) if piece.continues => {
                    a.extend(b.iter().cloned());
                }
                (Some(Block::Choices(a)), Block::Choices(b)) if piece.continues => a.extend(b.iter().cloned()),
                (Some(Block::Quote { text, attribution, .. }), Block::Quote { text: more, attribution: whose, .. })
                    if piece.continues =>
                {
                    text.push_str(more);
                    *attribution = whose.clone();
                }
                (_, block) => blocks.push(block.clone()),
            }
        }
        Document { language: self.model.language, blocks, asks: self.model.asks }
    }

    /// The block itself where it fits, otherwise the parts of it that do.
    fn pieces(&self, block: &Block) -> Vec<Piece> {
        if self.fits(block) && !matches!(block, Block::List { .. } | Block::Table { .. } | Block::Choices(_)) {
            return vec![Piece { block: block.clone(), continues: false }];
        }
        let blocks: Vec<Block> = match block {
            Block::Paragraph(spans) => self.lines(spans, Block::Paragraph),
            Block::Small(spans) => self.lines(spans, Block::Small),
            Block::Heading { level, spans } => self.lines(spans, |spans| Block::Heading { level: *level, spans }),
            Block::Quote { text, language, attribution } => return self.quote(text, language, attribution),
            Block::List { first, items } => {
                return self.each(items, |i, item| Block::List {
                    first: first.map(|first| first.saturating_add(i as u32)),
                    items: vec![item.clone()],
                });
            }
            Block::Table { head, rows } => {
                return self.each(rows, |_, row| Block::Table { head: head.clone(), rows: vec![row.clone()] });
            }
            Block::Choices(choices) => return self.each(choices, |_, choice| Block::Choices(vec![choice.clone()])),
            Block::Rule | Block::Buttons(_) | Block::Field(_) | Block::Languages(_) => vec![block.clone()],
        };
        continued(blocks)
    }

    /// A piece for each member of a block, each after the first continuing it. A member that is
    /// too long by itself becomes paragraphs.
    fn each<T>(&self, members: &[T], alone: impl Fn(usize, &T) -> Block) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut continues = false;
        for (i, member) in members.iter().enumerate() {
            let block = alone(i, member);
            let whole = self.fits(&block);
            if whole {
                pieces.push(Piece { block, continues });
            } else {
                pieces.extend(loosened(block).iter().flat_map(|block| self.pieces(block)));
            }
            continues = whole;
        }
        pieces
    }

    /// Spans cut at sentences, words or letters.
    fn lines(&self, spans: &Spans, block: impl Fn(Spans) -> Block) -> Vec<Block> {
        let cut = |span: &Span| -> Vec<Span> {
            let fits = |text: &str| self.fits(&block(Spans(vec![span.with(text.to_owned())])));
            cut_text(span.content(), &fits).into_iter().map(|text| span.with(text.to_owned())).collect()
        };
        spans.0.iter().flat_map(cut).map(|span| block(Spans(vec![span]))).collect()
    }

    /// A quotation in parts, the last with whose it is; where that alone is too long, after it.
    fn quote(&self, text: &str, language: &Option<String>, attribution: &Spans) -> Vec<Piece> {
        let part = |text: &str, attribution: &Spans| Block::Quote {
            text: text.to_owned(),
            language: language.clone(),
            attribution: attribution.clone(),
        };
        let none = Spans::default();
        // Room for whose it is beside the least of the words.
        let beside = self.fits(&part("………", attribution));
        let whose = if beside { attribution } else { &none };
        let texts = cut_text(text, &|text| self.fits(&part(text, whose)));
        let last = texts.len().saturating_sub(1);
        let blocks =
            texts.iter().enumerate().map(|(i, text)| part(text, if i == last { whose } else { &none })).collect();
        let mut pieces = continued(blocks);
        if !beside {
            pieces.extend(self.pieces(&Block::Small(attribution.clone())));
        }
        pieces
    }
}

fn continued(blocks: Vec<Block>) -> Vec<Piece> {
    blocks.into_iter().enumerate().map(|(i, block)| Piece { block, continues: i > 0 }).collect()
}

/// What a list, table or choice of one member says, without its frame.
fn loosened(block: Block) -> Vec<Block> {
    match block {
        Block::List { items, .. } => items.into_iter().flatten().collect(),
        Block::Table { rows, .. } => rows.into_iter().flatten().map(Block::Paragraph).collect(),
        Block::Choices(choices) => {
            choices.into_iter().map(|c| Block::Paragraph(format!("{}  {}", c.number, c.label).into())).collect()
        }
        block => vec![block],
    }
}

/// Puts spans behind others; what was one span becomes one again.
fn append(to: &mut Spans, more: &Spans) {
    for span in &more.0 {
        match to.0.last_mut() {
            Some(last) if std::mem::discriminant(last) == std::mem::discriminant(span) => {
                *last = last.with(format!("{}{}", last.content(), span.content()));
            }
            _ => to.0.push(span.clone()),
        }
    }
}

/// The text in pieces that fit: sentences, and of those that are too long words, then letters.
fn cut_text<'t>(text: &'t str, fits: &dyn Fn(&str) -> bool) -> Vec<&'t str> {
    let mut pieces = Vec::new();
    for sentence in text.split_sentence_bounds() {
        if fits(sentence) {
            pieces.push(sentence);
            continue;
        }
        for word in sentence.split_word_bounds() {
            if fits(word) {
                pieces.push(word);
                continue;
            }
            for letter in word.graphemes(true) {
                if fits(letter) {
                    pieces.push(letter);
                } else {
                    pieces.extend(letter.char_indices().map(|(i, c)| &letter[i..i + c.len_utf8()]));
                }
            }
        }
    }
    pieces
}

/// Where to cut before the piece that no longer fits: before the highest heading, then between
/// blocks, then anywhere; the latest of equals, and not between a heading and what it heads.
fn best_cut(pieces: &[Piece], fitting: usize) -> usize {
    let rank = |cut: usize| match (&pieces[cut - 1].block, &pieces[cut]) {
        (Block::Heading { .. }, Piece { block, .. }) if !matches!(block, Block::Heading { .. }) => 0,
        (_, Piece { continues: true, .. }) => 1,
        (Block::Heading { .. }, _) => 0,
        (_, Piece { block: Block::Heading { level, .. }, .. }) => 16 - (*level).min(6),
        _ => 2,
    };
    (1..=fitting).max_by_key(|cut| (rank(*cut), *cut)).unwrap_or(fitting)
}

#[cfg(test)]
mod tests {
    use super::super::tests::documents;
    use super::super::{html, markdown, plain};
    use super::*;
    use crate::model::Language;
    use proptest::prelude::*;

    /// All text of a document in its order, whatever its frame; what a table's parts repeat aside.
    fn text(blocks: &[Block]) -> String {
        let one = |block: &Block| match block {
            Block::Heading { spans, .. } | Block::Paragraph(spans) | Block::Small(spans) => spans.content(),
            Block::List { items, .. } => items.iter().map(|item| text(item)).collect(),
            Block::Quote { text, attribution, .. } => format!("{text}{}", attribution.content()),
            Block::Table { rows, .. } => rows.iter().flatten().map(Spans::content).collect(),
            Block::Choices(choices) => choices.iter().map(|c| format!("{}  {}", c.number, c.label)).collect(),
            Block::Rule | Block::Buttons(_) | Block::Field(_) | Block::Languages(_) => String::new(),
        };
        blocks.iter().map(one).collect()
    }

    fn length(document: &Document) -> usize {
        markdown(document).chars().count()
    }

    #[test]
    fn what_fits_stays_whole() {
        let document = Document::new(Language::En).heading("A").text("b").point("c").point("d").choice(1, "e");
        assert_eq!(split(&document, 2_000, length), [document]);
        assert!(split(&Document::new(Language::En), 10, length).is_empty());
    }

    #[test]
    fn a_long_document_is_cut_before_its_headings() {
        let words = "word ".repeat(15);
        let document =
            Document::new(Language::En).heading("A").text(words.as_str()).subheading("B").text(words.as_str());
        let parts = split(&document, 120, length);
        assert_eq!(parts.len(), 2);
        assert!(plain(&parts[1]).starts_with("B\n"));
    }

    #[test]
    fn a_long_text_is_cut_between_sentences() {
        let document = Document::line(Language::En, "One sentence stands here. Another follows it. And a third.");
        let parts: Vec<String> = split(&document, 46, length).iter().map(plain).collect();
        assert_eq!(parts, ["One sentence stands here. Another follows it.", "And a third."]);
    }

    #[test]
    fn points_keep_their_numbers_and_a_quotation_its_source() {
        let point = |text: &str| vec![Block::Paragraph(text.into())];
        let document = Document::new(Language::En).numbered(vec![point("one one one"), point("two two two")]);
        let parts: Vec<String> = split(&document, 20, length).iter().map(plain).collect();
        assert_eq!(parts, ["1  one one one", "2  two two two"]);
        let quote = Document::new(Language::En).quote("First thought. Second thought.", None, "AF-0731");
        let parts: Vec<String> = split(&quote, 32, length).iter().map(plain).collect();
        assert_eq!(parts, ["“First thought.”", "“Second thought.” (AF-0731)"]);
    }

    #[test]
    fn a_text_of_64_kib_is_cut_without_spaces_too() {
        let document = Document::line(Language::Ar, "ع".repeat(32_768));
        let parts = split(&document, 2_000, length);
        assert!(parts.iter().all(|part| length(part) <= 2_000));
        assert_eq!(parts.iter().map(|part| text(&part.blocks)).collect::<String>(), text(&document.blocks));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_or_said_twice_and_every_part_fits(document in documents(), limit in 60..600_usize) {
            let sizes: [fn(&Document) -> usize; 2] = [length, |d| plain(d).len()];
            for size in sizes {
                let parts = split(&document, limit, size);
                let joined: String = parts.iter().map(|part| text(&part.blocks)).collect();
                prop_assert_eq!(joined, text(&document.blocks));
                for part in &parts {
                    prop_assert!(size(part) <= limit, "{} of {}: {:?}", size(part), limit, part);
                }
            }
        }

        #[test]
        fn parts_of_html_fit_as_well(document in documents()) {
            for part in split(&document, 1_000, |d| html(d).len()) {
                prop_assert!(html(&part).len() <= 1_000, "{}", html(&part));
            }
        }
    }
}
