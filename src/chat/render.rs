//! How a `Document` looks: as plain lines, as Markdown, as HTML, and cut to fit a message.
//!
//! No text in a document is ever markup, a mention or a link: what could become one is escaped,
//! or parted by a zero-width space (U+200B), which leaves the words as they read and which
//! `sanitise::clean` takes out again of what people copy.

mod split;

pub use split::split;

use super::document::{Block, Choice, Document, Span, Spans};
use crate::i18n::{Speaker, direction, speak};
use crate::model::Language;

/// Short answers stand on one line up to this many characters.
const ANSWER_LINE: usize = 40;

/// The document as plain lines: for the console, and for what Matrix shows without HTML.
pub fn plain(document: &Document) -> String {
    let page = Page { format: &PLAIN, speaker: speak(document.language) };
    page.blocks(&document.blocks).trim().to_owned()
}

/// The document as Markdown, as CommonMark and as Discord read it.
pub fn markdown(document: &Document) -> String {
    let page = Page { format: &MARKDOWN, speaker: speak(document.language) };
    page.blocks(&document.blocks).trim().to_owned()
}

/// The document as one HTML element, with its language and direction.
pub fn html(document: &Document) -> String {
    let page = Page { format: &HTML, speaker: speak(document.language) };
    let direction = if document.language.is_right_to_left() { "rtl" } else { "ltr" };
    let language = document.language.code();
    format!("<div dir=\"{direction}\" lang=\"{language}\">{}</div>", page.blocks(&document.blocks))
}

/// What one format does in its own way.
struct Format {
    /// A span with its text made harmless and its role put around it.
    span: fn(&Span) -> String,
    /// Guards the start of a line.
    line: fn(String) -> String,
    /// Ends one line of a paragraph and begins the next.
    line_break: &'static str,
    /// A block with its frame.
    block: fn(&Page, &Block) -> String,
    /// Stands between a block and the next.
    gap: fn(&Block) -> &'static str,
}

struct Page {
    format: &'static Format,
    speaker: Speaker,
}

const PLAIN: Format = Format {
    span: |span| span.content().to_owned(),
    line: |line| line,
    line_break: "\n",
    block: plain_block,
    gap: |next| if matches!(next, Block::Heading { .. }) { "\n\n" } else { "\n" },
};

const MARKDOWN: Format = Format {
    span: |span| match span {
        Span::Text(text) | Span::Cite(text) => escape_markdown(text),
        Span::Strong(text) => emphasised(&escape_markdown(text), "**"),
        Span::Emphasis(text) => emphasised(&escape_markdown(text), "*"),
        // A backtick inside would end the code; then it stays escaped text.
        Span::Code(text) if text.contains('`') || text.trim().is_empty() => escape_markdown(text),
        Span::Code(text) => format!("`{text}`"),
    },
    line: guard_markdown,
    line_break: "  \n",
    block: markdown_block,
    gap: |_| "\n\n",
};

const HTML: Format = Format {
    span: |span| {
        let text = escape_html(span.content());
        match span {
            Span::Text(_) | Span::Cite(_) => text,
            Span::Strong(_) => format!("<strong>{text}</strong>"),
            Span::Emphasis(_) => format!("<em>{text}</em>"),
            Span::Code(_) => format!("<code>{text}</code>"),
        }
    },
    line: |line| line,
    line_break: "<br>",
    block: html_block,
    gap: |_| "",
};

impl Page {
    fn blocks(&self, blocks: &[Block]) -> String {
        let mut text = String::new();
        for block in blocks {
            let shown = (self.format.block)(self, block);
            if !text.is_empty() {
                text += (self.format.gap)(block);
            }
            text += &shown;
        }
        text
    }

    /// Spans as one line or more.
    fn spans(&self, spans: &Spans) -> String {
        self.lines(spans).join(self.format.line_break)
    }

    /// Spans as one line, for headings and cells.
    fn line(&self, spans: &Spans) -> String {
        self.lines(spans).join(" ")
    }

    /// The lines of the spans; a span over several lines has its role on each.
    fn lines(&self, spans: &Spans) -> Vec<String> {
        let mut lines = vec![Vec::new()];
        for span in &spans.0 {
            for (i, text) in span.content().split('\n').enumerate() {
                if i > 0 {
                    lines.push(Vec::new());
                }
                let text = if self.is_foreign(text) { self.speaker.isolate(text) } else { text.to_owned() };
                if let Some(line) = lines.last_mut().filter(|_| !text.is_empty()) {
                    line.push(span.with(text));
                }
            }
        }
        lines.iter().map(|line| self.finished(line)).collect()
    }

    /// One line: harmless as a whole, whatever its spans put side by side, and with the mark that
    /// keeps the document's direction.
    fn finished(&self, spans: &[Span]) -> String {
        let whole: String = spans.iter().map(Span::content).collect();
        let cuts = cuts(&whole);
        let mut text = String::with_capacity(whole.len() + 16);
        let mut start = 0;
        for span in spans {
            let end = start + span.content().len();
            let mut parted = span.content().to_owned();
            // From behind, so that each cut still stands where it was found.
            for cut in cuts.iter().rev().filter(|cut| (start..end).contains(cut)) {
                parted.insert(cut - start, '\u{200b}');
            }
            text += &(self.format.span)(&span.with(parted));
            start = end;
        }
        let line = (self.format.line)(text);
        match leads_astray(&whole, self.speaker.language()) {
            Some(mark) => format!("{mark}{line}"),
            None => line,
        }
    }

    /// Someone's words between the marks of their language, then whose they are.
    fn quote(&self, text: &str, language: Option<&str>, attribution: &Spans) -> String {
        let voice = language.and_then(Language::parse).map_or(self.speaker, speak);
        let quoted = self.speaker.isolate(&voice.quote(text.trim()));
        let mut spans = Spans::from(quoted);
        if !attribution.is_empty() {
            spans.0.push(Span::text(" ("));
            spans.0.extend(attribution.0.iter().cloned());
            spans.0.push(Span::text(")"));
        }
        self.spans(&spans)
    }

    /// A row as one line: its first cell, then each further one with what its column is.
    fn row(&self, head: &[Spans], row: &[Spans]) -> String {
        let cells: Vec<String> = row
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(i, cell)| match head.get(i) {
                Some(label) if i > 0 && !label.is_empty() => format!("{}: {}", self.line(label), self.line(cell)),
                _ => self.line(cell),
            })
            .collect();
        cells.join(" · ")
    }

    /// Answers below one another, or beside one another where all of them are short.
    fn choices(&self, choices: &[Choice], number: fn(u32) -> String) -> String {
        let shown: Vec<String> =
            choices.iter().map(|c| format!("{}  {}", number(c.number), self.line(&c.label.as_str().into()))).collect();
        let length: usize = choices.iter().map(|c| c.label.chars().count() + 8).sum();
        if length <= ANSWER_LINE && choices.len() > 1 {
            shown.join("      ")
        } else {
            shown.join(self.format.line_break)
        }
    }

    /// Points, each after its mark and as far in.
    fn points(&self, first: Option<u32>, items: &[Vec<Block>], mark: fn(Option<u32>) -> String) -> String {
        let points: Vec<String> = items
            .iter()
            .enumerate()
            .map(|(i, item)| {
                let mark = mark(first.map(|first| first.saturating_add(i as u32)));
                let indent = format!("\n{}", " ".repeat(mark.chars().count()));
                let text = self.blocks(item).replace('\n', &indent);
                format!("{mark}{text}")
            })
            .collect();
        points.join("\n")
    }

    /// Whether a text is wholly of the other direction.
    fn is_foreign(&self, text: &str) -> bool {
        let own = self.speaker.language().is_right_to_left();
        let mut letters = text.chars().filter_map(direction).peekable();
        letters.peek().is_some() && letters.all(|letter| letter != own)
    }
}

fn plain_block(page: &Page, block: &Block) -> String {
    match block {
        Block::Heading { spans, .. } => page.line(spans),
        Block::Paragraph(spans) | Block::Small(spans) => page.spans(spans),
        Block::List { first, items } => {
            page.points(*first, items, |number| number.map_or("•  ".into(), |n| format!("{n}  ")))
        }
        Block::Quote { text, language, attribution } => page.quote(text, language.as_deref(), attribution),
        Block::Table { head, rows } => rows.iter().map(|row| page.row(head, row)).collect::<Vec<_>>().join("\n"),
        Block::Choices(choices) => page.choices(choices, |n| n.to_string()),
        Block::Rule => String::new(),
    }
}

fn markdown_block(page: &Page, block: &Block) -> String {
    match block {
        Block::Heading { level, spans } => {
            format!("{} {}", "#".repeat(usize::from((*level).clamp(1, 6))), page.line(spans))
        }
        Block::Paragraph(spans) | Block::Small(spans) => page.spans(spans),
        Block::List { first, items } => {
            page.points(*first, items, |number| number.map_or("- ".into(), |n| format!("{n}. ")))
        }
        Block::Quote { text, language, attribution } => {
            format!("> {}", page.quote(text, language.as_deref(), attribution).replace('\n', "\n> "))
        }
        Block::Table { head, rows } => {
            rows.iter().map(|row| format!("- {}", page.row(head, row))).collect::<Vec<_>>().join("\n")
        }
        Block::Choices(choices) => page.choices(choices, |n| format!("**{n}**")),
        Block::Rule => "---".into(),
    }
}

fn html_block(page: &Page, block: &Block) -> String {
    match block {
        Block::Heading { level, spans } => {
            // A message is a part of a page, whose own heading is the first.
            let level = level.saturating_add(1).clamp(2, 6);
            format!("<h{level}>{}</h{level}>", page.line(spans))
        }
        Block::Paragraph(spans) => format!("<p>{}</p>", page.spans(spans)),
        Block::Small(spans) => format!("<p><small>{}</small></p>", page.spans(spans)),
        Block::List { first, items } => {
            let items: String = items.iter().map(|item| format!("<li>{}</li>", page.blocks(item))).collect();
            match first {
                None => format!("<ul>{items}</ul>"),
                Some(1) => format!("<ol>{items}</ol>"),
                Some(n) => format!("<ol start=\"{n}\">{items}</ol>"),
            }
        }
        Block::Quote { text, language, attribution } => {
            let quoted = page.quote(text, language.as_deref(), attribution);
            let tag = language.as_deref().filter(|tag| is_tag(tag));
            let tag = tag.map_or(String::new(), |tag| format!(" lang=\"{tag}\""));
            format!("<blockquote dir=\"auto\"{tag}><p>{quoted}</p></blockquote>")
        }
        Block::Table { head, rows } => {
            let cells = |cells: &[Spans], tag: &str| -> String {
                cells.iter().map(|cell| format!("<{tag}>{}</{tag}>", page.line(cell))).collect()
            };
            let rows: String = rows.iter().map(|row| format!("<tr>{}</tr>", cells(row, "td"))).collect();
            format!("<table><thead><tr>{}</tr></thead><tbody>{rows}</tbody></table>", cells(head, "th"))
        }
        Block::Choices(choices) => format!("<p>{}</p>", page.choices(choices, |n| format!("<strong>{n}</strong>"))),
        Block::Rule => "<hr>".into(),
    }
}

/// A language's tag, as HTML takes it.
fn is_tag(tag: &str) -> bool {
    (2..=35).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// The mark that keeps a line in the document's direction where its first letter would turn it
/// round. What stands isolated turns nothing.
fn leads_astray(line: &str, language: Language) -> Option<char> {
    let mut depth = 0_usize;
    for c in line.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            '\u{200e}' | '\u{200f}' => return None,
            _ if depth == 0 => match direction(c) {
                Some(right_to_left) if right_to_left == language.is_right_to_left() => return None,
                Some(_) => return Some(if language.is_right_to_left() { '\u{200f}' } else { '\u{200e}' }),
                None => {}
            },
            _ => {}
        }
    }
    None
}

/// Where a line is parted so that nobody reads a mention, an address or a link in it: after `@`,
/// between a scheme and its slashes, after the dot before a domain's next part, after `<`. In
/// bytes from the line's start.
fn cuts(line: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut before = ' ';
    for (i, c) in line.char_indices() {
        let end = i + c.len_utf8();
        let rest = &line[end..];
        let mut after = rest.chars();
        let (next, second) = (after.next().unwrap_or(' '), after.next().unwrap_or(' '));
        let cut = match c {
            '@' => !next.is_whitespace(),
            ':' => rest.starts_with("//"),
            '.' => before.is_alphanumeric() && next.is_alphabetic() && (second.is_alphabetic() || second == '-'),
            '<' => matches!(next, '#' | '@' | '/' | ':' | '&') || next.is_alphabetic(),
            _ => false,
        };
        if cut {
            cuts.push(end);
        }
        before = c;
    }
    cuts
}

fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            c => escaped.push(c),
        }
    }
    escaped
}

fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '#' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A line of Markdown that begins nothing: no list, no rule, no underline of a heading, no code.
fn guard_markdown(line: String) -> String {
    let line = line.trim_start();
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = line.split_at(digits);
    let begins = match number {
        "" => rest.starts_with(['-', '+', '=']),
        _ => rest.starts_with(['.', ')']),
    };
    if begins { format!("{number}\\{rest}") } else { line.to_owned() }
}

/// Text between marks of emphasis, which must touch it; blanks at its ends stay outside.
fn emphasised(text: &str, mark: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    text.replacen(inner, &format!("{mark}{inner}{mark}"), 1)
}
