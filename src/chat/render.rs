//! How a `Document` looks: as plain lines, as Markdown, as HTML, and cut to fit a message.
//!
//! No text in a document is ever markup, a mention or a link: what could become one is escaped,
//! or parted by a zero-width space (U+200B), which leaves the words as they read and which
//! `sanitise::clean` takes out again of what people copy. Only an address that the operator set
//! stays whole, so that it can be copied.

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

/// The document as Markdown, as CommonMark reads it: for files.
pub fn markdown(document: &Document) -> String {
    let page = Page { format: &MARKDOWN, speaker: speak(document.language) };
    page.blocks(&document.blocks).trim().to_owned()
}

/// The document as Discord reads Markdown: every line break is one, headings have three sizes, small
/// type is marked, and a quotation inside a point is no block of its own.
/// <https://support.discord.com/hc/en-us/articles/210298617>
pub fn discord(document: &Document) -> String {
    let page = Page { format: &DISCORD, speaker: speak(document.language) };
    page.blocks(&document.blocks).trim().to_owned()
}

/// The document as one HTML element, with its language and direction.
pub fn html(document: &Document) -> String {
    let page = Page { format: &HTML, speaker: speak(document.language) };
    let direction = if document.language.is_right_to_left() { "rtl" } else { "ltr" };
    let language = document.language.code();
    format!("<div dir=\"{direction}\" lang=\"{language}\">{}</div>", page.blocks(&document.blocks))
}

/// The document as a web page that needs nothing else. What it begins with is its title.
pub fn page(document: &Document) -> String {
    const STYLE: &str = "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}\
                         blockquote{margin:.5rem 0;padding-inline-start:.8rem;border-inline-start:3px solid #999}\
                         small{color:#555}";
    let page = Page { format: &WEB_PAGE, speaker: speak(document.language) };
    let direction = if document.language.is_right_to_left() { "rtl" } else { "ltr" };
    let language = document.language.code();
    let (title, heading, blocks) = match document.blocks.split_first() {
        Some((Block::Heading { spans, .. }, rest)) => {
            (escape_html(&spans.content()), format!("<h1>{}</h1>\n", page.line(spans)), rest)
        }
        _ => (String::new(), String::new(), document.blocks.as_slice()),
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{heading}{}\n</main>\n</body>\n\
         </html>\n",
        page.blocks(blocks)
    )
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

const MARKDOWN: Format =
    Format { span: markdown_span, line: guard_markdown, line_break: "  \n", block: markdown_block, gap: |_| "\n\n" };

const DISCORD: Format = Format {
    span: markdown_span,
    line: guard_markdown,
    line_break: "\n",
    block: discord_block,
    // Quotations that follow one another would be one.
    gap: |next| if matches!(next, Block::Quote { .. }) { "\n\n" } else { "\n" },
};

/// Inside a point.
const DISCORD_POINT: Format = Format { block: discord_point_block, gap: |_| "\n", ..DISCORD };

const HTML: Format = Format {
    span: |span| {
        let text = escape_html(span.content());
        match span {
            Span::Text(_) | Span::Cite(_) | Span::Address(_) => text,
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

/// On a page of its own, where what the document begins with is the first heading.
const WEB_PAGE: Format = Format {
    block: |page, block| match block {
        Block::Heading { level, spans } => {
            let level = (*level).clamp(2, 6);
            format!("<h{level}>{}</h{level}>", page.line(spans))
        }
        block => html_block(page, block),
    },
    ..HTML
};

impl Page {
    fn blocks(&self, blocks: &[Block]) -> String {
        let mut text = String::new();
        for block in blocks {
            let shown = (self.format.block)(self, block);
            if shown.is_empty() && matches!(block, Block::Buttons(_) | Block::Field(_)) {
                continue;
            }
            if !text.is_empty() {
                text += (self.format.gap)(block);
            }
            text.push_str(&shown);
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
            let copied = matches!(span, Span::Address(_));
            let stays = |cut: usize| copied && cut > start && !names_everyone(&whole[cut..]);
            for cut in cuts.iter().rev().filter(|cut| (start..end).contains(cut) && !stays(**cut)) {
                parted.insert(cut - start, '\u{200b}');
            }
            text.push_str(&(self.format.span)(&span.with(parted)));
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
        let mut line = Spans::default();
        for (i, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            if !line.is_empty() {
                line.0.push(Span::text(" · "));
            }
            if let Some(label) = head.get(i).filter(|label| i > 0 && !label.is_empty()) {
                line.0.extend(label.0.iter().cloned());
                line.0.push(Span::text(": "));
            }
            line.0.extend(cell.0.iter().cloned());
        }
        self.line(&line)
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
        Block::Languages(languages) => page.spans(&names(languages)),
        Block::Rule | Block::Buttons(_) | Block::Field(_) => String::new(),
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
        Block::Languages(languages) => page.spans(&names(languages)),
        Block::Rule => "---".into(),
        Block::Buttons(_) | Block::Field(_) => String::new(),
    }
}

fn discord_block(page: &Page, block: &Block) -> String {
    match block {
        Block::Heading { level, spans } => {
            let line = page.line(spans);
            let mark = if *level > 1 { "###" } else { "##" };
            if line.is_empty() { line } else { format!("{mark} {line}") }
        }
        Block::Small(spans) => {
            let small = |line: String| if line.is_empty() { line } else { format!("-# {line}") };
            page.lines(spans).into_iter().map(small).collect::<Vec<_>>().join("\n")
        }
        Block::List { first, items } => Page { format: &DISCORD_POINT, ..*page }
            .points(*first, items, |number| number.map_or("- ".into(), |n| format!("{n}. "))),
        Block::Rule => String::new(),
        block => markdown_block(page, block),
    }
}

fn discord_point_block(page: &Page, block: &Block) -> String {
    match block {
        Block::Quote { text, language, attribution } => page.quote(text, language.as_deref(), attribution),
        block => discord_block(page, block),
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
        Block::Languages(languages) => format!("<p><small>{}</small></p>", page.spans(&names(languages))),
        Block::Rule => "<hr>".into(),
        Block::Buttons(_) | Block::Field(_) => String::new(),
    }
}

fn markdown_span(span: &Span) -> String {
    match span {
        Span::Text(text) | Span::Cite(text) | Span::Address(text) => escape_markdown(text),
        Span::Strong(text) => emphasised(&escape_markdown(text), "**"),
        Span::Emphasis(text) => emphasised(&escape_markdown(text), "*"),
        // A backtick inside would end the code; then it stays escaped text.
        Span::Code(text) if text.contains('`') || text.trim().is_empty() => escape_markdown(text),
        Span::Code(text) => format!("`{text}`"),
    }
}

/// Languages by the names that they have in themselves.
fn names(languages: &[Language]) -> Spans {
    languages.iter().map(|language| language.own_name()).collect::<Vec<_>>().join(" · ").into()
}

/// A language's tag, as HTML takes it.
fn is_tag(tag: &str) -> bool {
    (2..=35).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// The mark that keeps a line in the document's direction where its first letter would turn it
/// round. What stands isolated turns nothing.
fn leads_astray(line: &str, language: Language) -> Option<char> {
    let turns = language.is_right_to_left();
    let (mut depth, mut within) = (0_usize, false);
    for c in line.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            '\u{200e}' | '\u{200f}' => return None,
            _ => match direction(c) {
                Some(of) if depth > 0 => within |= of == turns,
                Some(of) if of == turns => return None,
                Some(_) => return Some(if turns { '\u{200f}' } else { '\u{200e}' }),
                None => {}
            },
        }
    }
    // All its letters stand isolated: such a line runs from left to right.
    (turns && within).then_some('\u{200f}')
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

/// Whether what follows an `@` would call everyone in a room.
fn names_everyone(after: &str) -> bool {
    let name: String = after.chars().take_while(char::is_ascii_alphabetic).collect();
    ["room", "everyone", "here"].contains(&name.to_ascii_lowercase().as_str())
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

/// A text in which nothing is markup; what could not become any stays as it is.
fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let links = text.char_indices().any(|(at, c)| c == ']' && closes(&text[at + 1..]));
    let struck = text.matches('~').count() > 1;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let next = rest.chars().next();
        let markup = match c {
            '`' | '*' | '|' => true,
            '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
            '_' => !(before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)),
            '~' => struck,
            '[' => links,
            ']' => closes(rest),
            '<' => next.is_none_or(|next| !next.is_whitespace() && !next.is_ascii_digit()),
            '&' => is_entity(rest),
            _ => false,
        };
        if markup {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}

/// Whether a bracket before this closes the text of a link, or what comes next may make it one.
fn closes(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['(', '[', ':'])
}

/// Whether an ampersand before this begins the name of a character, or may with what comes next.
fn is_entity(rest: &str) -> bool {
    let after = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    after.is_empty() || (after.starts_with(';') && after.len() < rest.len())
}

/// A line of Markdown that begins nothing: no heading, no quotation, no list, no rule, no underline
/// of a heading, no code.
fn guard_markdown(line: String) -> String {
    let line = line.trim_start();
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = line.split_at(digits);
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    let begins = match number {
        "" => rest.starts_with(['-', '+', '=', '>']) || (rest.starts_with('#') && ends(rest.trim_start_matches('#'))),
        _ => rest.strip_prefix(['.', ')']).is_some_and(ends),
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use regex::Regex;

    fn said(text: &str) -> Document {
        Document::line(Language::En, text)
    }

    fn quoted(text: &str, language: &str) -> Document {
        Document::new(Language::En).quote(
            text,
            Some(language),
            [Span::text("a trade union · "), Span::cite("AF-0731.1")],
        )
    }

    /// What clients and servers read as a mention or a link.
    fn alive() -> Regex {
        Regex::new(r"(?i)@(room|everyone|here|[a-z0-9&!])|<[#/:@]|[a-z]+://|\bwww\.[a-z]|[a-z0-9]\.[a-z]{2}").unwrap()
    }

    /// Markdown as it is shown: what is escaped stands for itself, in code nothing is escaped.
    fn shown(markdown: &str) -> String {
        let marks = Regex::new(r"`[^`]*`|\\([[:punct:]])").unwrap();
        let plain = |found: &regex::Captures<'_>| found.get(1).map_or(found[0].to_owned(), |c| c.as_str().to_owned());
        marks.replace_all(markdown, plain).into_owned()
    }

    /// The text without the marks that keep mentions apart and directions in order.
    fn words(text: &str) -> String {
        text.chars().filter(|c| !matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2068}' | '\u{2069}')).collect()
    }

    #[test]
    fn a_question_reads_as_on_the_screens() {
        let document = Document::new(Language::En)
            .text("How may I use it?")
            .choice(1, "count it, never quote it")
            .choice(0, "not now, or I am under 18");
        assert_eq!(plain(&document), "How may I use it?\n1  count it, never quote it\n0  not now, or I am under 18");
        let short = Document::new(Language::En).text("Include it?").choice(1, "yes").choice(2, "no");
        assert_eq!(plain(&short), "Include it?\n1  yes      2  no");
        assert_eq!(markdown(&short), "Include it?\n\n**1**  yes      **2**  no");
    }

    #[test]
    fn a_quotation_has_the_marks_of_its_language_and_its_source() {
        assert_eq!(
            plain(&quoted("Les frais endettent", "fr")),
            "«\u{a0}Les frais endettent\u{a0}» (a trade union · AF-0731.1)"
        );
        assert_eq!(plain(&quoted("x", "tlh")), "“x” (a trade union · AF-0731.1)");
        let html = html(&quoted("Les frais", "fr\" onclick=\"x"));
        assert!(html.contains("<blockquote dir=\"auto\"><p>"), "{html}");
    }

    #[test]
    fn lists_tables_and_headings_read_alone() {
        let document = Document::new(Language::En)
            .heading("West Africa")
            .numbered(vec![vec![
                Block::Paragraph("Ban fees".into()),
                Block::Quote { text: "Les frais".into(), language: Some("fr".into()), attribution: Spans::default() },
            ]])
            .subheading("Who took part")
            .block(Block::Table {
                head: vec!["group".into(), "people".into()],
                rows: vec![vec!["women".into(), "10–19".into()]],
            })
            .point("one\ntwo")
            .rule()
            .small("an automatic reading");
        assert_eq!(
            plain(&document),
            "West Africa\n1  Ban fees\n   «\u{a0}Les frais\u{a0}»\n\nWho took part\nwomen · people: 10–19\n•  one\n   two\n\nan automatic reading"
        );
        assert!(markdown(&document).starts_with("# West Africa\n\n1. Ban fees\n   \n   > «"));
        assert!(html(&document).contains("<h2>West Africa</h2><ol><li><p>Ban fees</p><blockquote"));
    }

    #[test]
    fn on_discord_every_line_reads_as_it_is_meant() {
        let quote =
            || Block::Quote { text: "Les\nfrais".into(), language: Some("fr".into()), attribution: Spans::default() };
        let document = Document::new(Language::En)
            .heading("West Africa")
            .text("one\ntwo")
            .numbered(vec![vec![Block::Paragraph("Ban fees".into()), quote()]])
            .block(quote())
            .block(quote())
            .subheading("Who took part")
            .block(Block::Table {
                head: vec!["group".into(), "people".into()],
                rows: vec![vec!["women".into(), "10–19".into()]],
            })
            .rule()
            .small("an automatic\nreading")
            .choice(1, "yes")
            .choice(2, "no");
        assert_eq!(
            discord(&document),
            "## West Africa\none\ntwo\n1. Ban fees\n   «\u{a0}Les\n   frais\u{a0}»\n\n> «\u{a0}Les\n> frais\u{a0}»\n\n\
             > «\u{a0}Les\n> frais\u{a0}»\n### Who took part\n- women · people: 10–19\n\n-# an automatic\n-# reading\n\
             **1**  yes      **2**  no"
        );
        assert_eq!(
            discord(&said("-# a\n>>> b\n### c\n12. d\n__e__ ||f||")),
            "\\-# a\n\\>>> b\n\\### c\n12\\. d\n\\_\\_e\\_\\_ \\|\\|f\\|\\|"
        );
    }

    #[test]
    fn an_arabic_document_runs_from_right_to_left() {
        let document = Document::new(Language::Ar).text([Span::code("withdraw AF-0731"), Span::text(" لسحبه")]);
        let text = plain(&document);
        assert_eq!(text, "\u{2068}withdraw AF-0731\u{2069} لسحبه");
        assert!(html(&document).starts_with("<div dir=\"rtl\" lang=\"ar\"><p>"));
        let latin_first = Document::line(Language::Ar, "AF-0731 سُجِّل");
        assert!(plain(&latin_first).starts_with('\u{200f}'));
        assert!(plain(&Document::line(Language::En, "العربية · Español")).starts_with('\u{200e}'));
    }

    #[test]
    fn nobody_is_mentioned_and_nothing_linked() {
        for text in [
            "@room @everyone @here",
            "<@123> <@!123> <@&5> <#9> </help:1>",
            "@amina:example.org",
            "write to amina@example.org",
            "https://example.org/x?y=z and www.example.org or example.org",
            "[click](javascript:alert(1)) ![x](http://example.org/a.png) <https://example.org>",
            "`@everyone` ``x`` ```@here```",
        ] {
            for document in [said(text), quoted(text, "fr"), Document::line(Language::En, Span::code(text))] {
                for shown in [plain(&document), shown(&markdown(&document))] {
                    assert!(!alive().is_match(&shown), "{shown}");
                }
                assert!(words(&plain(&document)).contains(text));
            }
        }
        // Nor where two spans only together make one.
        let joined = Document::line(
            Language::En,
            [Span::text("@"), Span::strong("every"), Span::text("one a."), Span::text("org")],
        );
        assert!(!alive().is_match(&plain(&joined)), "{}", plain(&joined));
    }

    #[test]
    fn a_page_has_one_first_heading_and_says_its_language_and_direction() {
        let document = Document::new(Language::Ar).heading("نداء <b>").subheading("جزء").text("نص");
        let page = page(&document);
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">"), "{page}");
        assert!(page.contains("<title>نداء &lt;b&gt;</title>"), "{page}");
        assert_eq!(page.matches("<h1>").count(), 1);
        assert!(page.contains("<main>\n<h1>") && page.contains("<h2>جزء</h2><p>نص</p>"), "{page}");
    }

    #[test]
    fn markup_that_someone_writes_stays_text() {
        assert_eq!(
            markdown(&said("# a\n- b\n1. c\n> d\n+ e\n    f\n===")),
            "\\# a  \n\\- b  \n1\\. c  \n\\> d  \n\\+ e  \nf  \n\\==="
        );
        assert_eq!(markdown(&said("*a* _b_ ~~c~~ ||d|| [e](f)")), r"\*a\* \_b\_ \~\~c\~\~ \|\|d\|\| \[e\](f)");
        assert_eq!(
            html(&said("<b onclick='x'>&amp;\"")),
            "<div dir=\"ltr\" lang=\"en\"><p>&lt;\u{200b}b onclick=&#39;x&#39;&gt;&amp;amp;&quot;</p></div>"
        );
        assert_eq!(markdown(&Document::line(Language::En, Span::code("a`b"))), r"a\`b");
        assert_eq!(markdown(&Document::line(Language::En, Span::strong(" a "))), "**a**");
    }

    #[test]
    fn what_is_no_markup_is_not_escaped() {
        for text in [
            "Towns & villages, R&D and AT&T too",
            "objective #6 of 23, and snake_case_words",
            "3.5 per cent > 3 per cent, if 2 < 3",
            "words […] and more [sic] words",
            "~200 people, 50% of them",
            "C:\\Users",
            "#6 first",
        ] {
            assert_eq!(markdown(&said(text)), text);
        }
        assert_eq!(markdown(&said("&amp; &#38; [a]: x")), r"\&amp; \&#38; \[a\]: x");
    }

    #[test]
    fn an_address_that_the_operator_set_can_be_copied_and_calls_nobody() {
        let address = "Ms Sample, focal_point@help.example.org or https://example.org/a_b, @focal:example.org";
        let document = |address: &str| {
            Document::line(Language::En, [Span::text("Turn to www.abc.org or "), Span::address(address)])
        };
        for shown in [plain(&document(address)), markdown(&document(address)), html(&document(address))] {
            assert!(shown.ends_with(&format!("{address}{}", if shown.starts_with('<') { "</p></div>" } else { "" })));
            assert!(shown.contains("www.\u{200b}abc.\u{200b}org"), "{shown}");
        }
        for shown in [plain(&document("@room")), plain(&document("x @everyone @Here"))] {
            assert!(!alive().is_match(&shown), "{shown}");
        }
    }

    /// Anything that someone may write, and more often what could be markup.
    fn anything() -> impl Strategy<Value = String> {
        "([<>&\"'`*_~|#@:./!\\[\\]()+=0-9 \n-]|[a-z]|@everyone|<@1>|https://a\\.org|<script>|عر|é|\\PC){0,40}"
    }

    /// Documents with that in every place where text can stand.
    pub(super) fn documents() -> impl Strategy<Value = Document> {
        let spans = || {
            proptest::collection::vec((anything(), 0..5_u8), 0..4).prop_map(|texts| {
                let role = |(text, role): (String, u8)| match role {
                    0 => Span::Text(text),
                    1 => Span::Strong(text),
                    2 => Span::Emphasis(text),
                    3 => Span::Code(text),
                    _ => Span::Cite(text),
                };
                Spans(texts.into_iter().map(role).collect())
            })
        };
        let leaf = prop_oneof![
            (0..9_u8, spans()).prop_map(|(level, spans)| Block::Heading { level, spans }),
            spans().prop_map(Block::Paragraph),
            spans().prop_map(Block::Small),
            (anything(), proptest::option::of(anything()), spans())
                .prop_map(|(text, language, attribution)| Block::Quote { text, language, attribution }),
            (
                proptest::collection::vec(spans(), 2),
                proptest::collection::vec(proptest::collection::vec(spans(), 2), 0..3)
            )
                .prop_map(|(head, rows)| Block::Table { head, rows }),
            proptest::collection::vec((0..9_u32, anything()), 0..4).prop_map(|choices| Block::Choices(
                choices.into_iter().map(|(number, label)| Choice { number, label, command: None }).collect()
            )),
            Just(Block::Rule),
        ];
        let block = leaf.clone().prop_recursive(2, 12, 3, move |inner| {
            let items = proptest::collection::vec(proptest::collection::vec(inner, 0..3), 0..4);
            (proptest::option::of(0..9_u32), items).prop_map(|(first, items)| Block::List { first, items })
        });
        let language = proptest::sample::select(&Language::ALL[..]);
        (language, proptest::collection::vec(block, 0..6)).prop_map(|(language, blocks)| Document {
            language,
            blocks,
            asks: None,
        })
    }

    /// Fails unless every `<` begins one of our tags and every tag is closed in order.
    fn assert_balanced(html: &str) {
        let tag = Regex::new(
            r#"^<(/?)(div|h[2-6]|p|small|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|strong|em|code|br|hr)( (dir|lang|start)="[a-zA-Z0-9-]*")*>"#,
        )
        .unwrap();
        let mut open: Vec<String> = Vec::new();
        for (at, _) in html.match_indices('<') {
            let found = tag.captures(&html[at..]).unwrap_or_else(|| panic!("a tag of someone else's at {at}: {html}"));
            match (&found[1], &found[2]) {
                ("", "br" | "hr") => {}
                ("", name) => open.push(name.to_owned()),
                (_, name) => assert_eq!(open.pop().as_deref(), Some(name), "{html}"),
            }
        }
        assert!(open.is_empty(), "{open:?} {html}");
    }

    proptest! {
        #[test]
        fn html_has_no_tags_but_ours(document in documents()) {
            assert_balanced(&html(&document));
        }

        #[test]
        fn no_format_yields_a_mention_or_a_link(document in documents()) {
            let alive = alive();
            let discord = discord(&document);
            for shown in [plain(&document), markdown(&document), shown(&markdown(&document)), shown(&discord), discord] {
                prop_assert!(!alive.is_match(&shown), "{}", shown);
            }
        }
    }
}
