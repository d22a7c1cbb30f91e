//! What the bot can say, as a tree that every platform renders in its own way.
//!
//! Texts hold no markup: whatever stands in them, a person's words included, is shown as it is.

use crate::i18n::{Args, Speaker};
use crate::model::Language;
use serde::{Deserialize, Serialize};

/// Something the bot says, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The language it is said in; quotations in it may be in others.
    pub language: Language,
    /// Its parts from first to last.
    pub blocks: Vec<Block>,
    /// The question that it asks, where an answer can be given by pressing or filling in: then it is
    /// known to be the answer to this one, and not to a later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<i64>,
}

/// A part of a document that stands on lines of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A heading; level 1 is the highest.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The text.
        spans: Spans,
    },
    /// Running text. A line break in it is a line break.
    Paragraph(Spans),
    /// Points, each of one block or more.
    List {
        /// The first point's number where they are numbered.
        first: Option<u32>,
        /// The points.
        items: Vec<Vec<Block>>,
    },
    /// Someone's words.
    Quote {
        /// The words as they were written.
        text: String,
        /// Their language's tag, where known: any language, not only the bot's.
        language: Option<String>,
        /// Who said it and where it is found; may be empty.
        attribution: Spans,
    },
    /// Rows of cells under a head.
    Table {
        /// What the columns are.
        head: Vec<Spans>,
        /// The rows, as long as the head.
        rows: Vec<Vec<Spans>>,
    },
    /// Numbered answers: buttons where there are buttons.
    Choices(Vec<Choice>),
    /// A hint or a footnote.
    Small(Spans),
    /// A line between two parts.
    Rule,
    /// Commands that can be pressed where there are buttons. Elsewhere nothing: the words beside them
    /// say what to type.
    Buttons(Vec<Button>),
    /// An answer in one's own words is asked for: a form, of this label, where there are forms.
    /// Elsewhere nothing.
    Field(String),
    /// The languages in which the question can be asked instead, by their codes.
    Languages(Vec<Language>),
}

/// A command that can be pressed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// What stands on it.
    pub label: String,
    /// The command, without prefix.
    pub command: String,
}

/// One of the numbered answers to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What to type.
    pub number: u32,
    /// What it means.
    pub label: String,
    /// The command that does the same, without its prefix, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<String>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Span {
    /// Plain text.
    Text(String),
    /// Of weight.
    Strong(String),
    /// Stressed, or an example.
    Emphasis(String),
    /// A command to type.
    Code(String),
    /// A receipt or a passage that stands for what is said.
    Cite(String),
    /// Where people can turn, as the operator set it: it can be copied.
    Address(String),
}

impl Span {
    /// Plain text.
    pub fn text(text: impl Into<String>) -> Span {
        Span::Text(text.into())
    }

    /// Of weight.
    pub fn strong(text: impl Into<String>) -> Span {
        Span::Strong(text.into())
    }

    /// Stressed, or an example.
    pub fn emphasis(text: impl Into<String>) -> Span {
        Span::Emphasis(text.into())
    }

    /// A command to type.
    pub fn code(text: impl Into<String>) -> Span {
        Span::Code(text.into())
    }

    /// A receipt or a passage.
    pub fn cite(id: impl ToString) -> Span {
        Span::Cite(id.to_string())
    }

    /// Where people can turn, as the operator set it. Never anything that someone else wrote.
    pub fn address(text: impl Into<String>) -> Span {
        Span::Address(text.into())
    }

    /// The text without its role.
    pub fn content(&self) -> &str {
        match self {
            Span::Text(t) | Span::Strong(t) | Span::Emphasis(t) | Span::Code(t) | Span::Cite(t) | Span::Address(t) => t,
        }
    }

    /// The same role with another text.
    pub(crate) fn with(&self, text: String) -> Span {
        match self {
            Span::Text(_) => Span::Text(text),
            Span::Strong(_) => Span::Strong(text),
            Span::Emphasis(_) => Span::Emphasis(text),
            Span::Code(_) => Span::Code(text),
            Span::Cite(_) => Span::Cite(text),
            Span::Address(_) => Span::Address(text),
        }
    }
}

/// A line of spans; a text alone becomes one plain span.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Spans(pub Vec<Span>);

/// Where spans stand in a message while it is being filled in: characters for private use.
const PLACES: u32 = 0xf_0000;

impl Spans {
    /// The message of this key with text and numbers filled in, and spans with their roles:
    /// `Spans::say(speaker, "error-did-you-mean", args![], &[("command", Span::code("digest"))])`.
    pub fn say(speaker: Speaker, key: &str, args: Args, spans: &[(&str, Span)]) -> Spans {
        let mut args = args;
        for (place, (name, _)) in (PLACES..).zip(spans) {
            args.set(name, char::from_u32(place).unwrap_or_default().to_string());
        }
        let text = speaker.say(key, &args);
        let mut said = Vec::new();
        let mut rest = text.as_str();
        let span_at = |c: char| spans.get((c as u32).checked_sub(PLACES)? as usize);
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| span_at(*c).is_some()) {
            if at > 0 {
                said.push(Span::text(&rest[..at]));
            }
            said.extend(span_at(c).map(|(_, span)| span.clone()));
            rest = &rest[at + c.len_utf8()..];
        }
        if !rest.is_empty() {
            said.push(Span::text(rest));
        }
        Spans(said)
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|span| span.content().is_empty())
    }

    /// The text without its roles.
    pub fn content(&self) -> String {
        self.0.iter().map(Span::content).collect()
    }
}

impl From<&str> for Spans {
    fn from(text: &str) -> Spans {
        Spans::from(text.to_owned())
    }
}

impl From<String> for Spans {
    fn from(text: String) -> Spans {
        Spans(vec![Span::Text(text)])
    }
}

impl From<Span> for Spans {
    fn from(span: Span) -> Spans {
        Spans(vec![span])
    }
}

impl From<Vec<Span>> for Spans {
    fn from(spans: Vec<Span>) -> Spans {
        Spans(spans)
    }
}

impl<const N: usize> From<[Span; N]> for Spans {
    fn from(spans: [Span; N]) -> Spans {
        Spans(spans.into())
    }
}

impl Document {
    /// Nothing said yet.
    pub fn new(language: Language) -> Document {
        Document { language, blocks: Vec::new(), asks: None }
    }

    /// One line of text.
    pub fn line(language: Language, text: impl Into<Spans>) -> Document {
        Document::new(language).text(text)
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// With this block at the end.
    pub fn block(mut self, block: Block) -> Document {
        self.blocks.push(block);
        self
    }

    /// With all that the other document says at the end.
    pub fn then(mut self, other: Document) -> Document {
        self.blocks.extend(other.blocks);
        self
    }

    /// A heading of the first level.
    pub fn heading(self, spans: impl Into<Spans>) -> Document {
        self.block(Block::Heading { level: 1, spans: spans.into() })
    }

    /// A heading of the second level.
    pub fn subheading(self, spans: impl Into<Spans>) -> Document {
        self.block(Block::Heading { level: 2, spans: spans.into() })
    }

    /// A paragraph.
    pub fn text(self, spans: impl Into<Spans>) -> Document {
        self.block(Block::Paragraph(spans.into()))
    }

    /// A hint or a footnote.
    pub fn small(self, spans: impl Into<Spans>) -> Document {
        self.block(Block::Small(spans.into()))
    }

    /// A line between two parts.
    pub fn rule(self) -> Document {
        self.block(Block::Rule)
    }

    /// A point in the list at the end, which is begun if there is none.
    pub fn point(mut self, spans: impl Into<Spans>) -> Document {
        let item = vec![Block::Paragraph(spans.into())];
        match self.blocks.last_mut() {
            Some(Block::List { first: None, items }) => items.push(item),
            _ => self.blocks.push(Block::List { first: None, items: vec![item] }),
        }
        self
    }

    /// Points with numbers from 1, each of one block or more.
    pub fn numbered(self, items: Vec<Vec<Block>>) -> Document {
        self.block(Block::List { first: Some(1), items })
    }

    /// Someone's words, their language's tag, and whose they are.
    pub fn quote(self, text: impl Into<String>, language: Option<&str>, attribution: impl Into<Spans>) -> Document {
        self.block(Block::Quote {
            text: text.into(),
            language: language.map(str::to_owned),
            attribution: attribution.into(),
        })
    }

    /// A command that can be pressed, beside those just before it.
    pub fn button(mut self, label: impl Into<String>, command: impl Into<String>) -> Document {
        let button = Button { label: label.into(), command: command.into() };
        match self.blocks.last_mut() {
            Some(Block::Buttons(buttons)) => buttons.push(button),
            _ => self.blocks.push(Block::Buttons(vec![button])),
        }
        self
    }

    /// A numbered answer, beside those just before it.
    pub fn choice(self, number: u32, label: impl Into<String>) -> Document {
        self.answer(Choice { number, label: label.into(), command: None })
    }

    /// A numbered answer that a command gives as well.
    pub fn choice_command(self, number: u32, label: impl Into<String>, command: impl Into<String>) -> Document {
        self.answer(Choice { number, label: label.into(), command: Some(command.into()) })
    }

    fn answer(mut self, choice: Choice) -> Document {
        match self.blocks.last_mut() {
            Some(Block::Choices(choices)) => choices.push(choice),
            _ => self.blocks.push(Block::Choices(vec![choice])),
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args;
    use crate::i18n::speak;

    #[test]
    fn a_document_is_built_line_by_line() {
        let document = Document::new(Language::En)
            .heading("West Africa")
            .text([Span::text("Write "), Span::code("join")])
            .point("one")
            .point("two")
            .choice(1, "yes")
            .choice_command(2, "no", "consent no");
        assert_eq!(document.blocks.len(), 4);
        assert!(matches!(&document.blocks[2], Block::List { first: None, items } if items.len() == 2));
        assert!(matches!(&document.blocks[3], Block::Choices(choices) if choices.len() == 2));
        assert!(Document::new(Language::En).is_empty());
    }

    #[test]
    fn a_document_survives_the_outbox() {
        let document = Document::new(Language::Ar)
            .subheading("غرب أفريقيا")
            .quote("Les frais", Some("fr"), [Span::text("a trade union · "), Span::cite("AF-0731.1")])
            .block(Block::Table { head: vec!["women".into()], rows: vec![vec!["10–19".into()]] })
            .numbered(vec![vec![Block::Paragraph("one".into())]])
            .choice_command(1, "yes", "forget me")
            .rule()
            .small("hint");
        let json = serde_json::to_string(&document).unwrap();
        assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
    }

    #[test]
    fn a_message_takes_spans_where_its_language_wants_them() {
        let typed = [("typed", Span::emphasis("no day")), ("example", Span::code("28 Feb 18:00"))];
        let english = Spans::say(speak(Language::En), "error-date", args![("town", "Dakar")], &typed);
        assert_eq!(english.0[0], Span::emphasis("no day"));
        assert_eq!(english.0[2], Span::code("28 Feb 18:00"));
        assert!(english.content().ends_with("Times are those of Dakar."));
        for language in Language::ALL {
            let spans = Spans::say(speak(language), "error-date", args![("town", "Dakar")], &typed);
            assert_eq!(spans.0.iter().filter(|s| matches!(s, Span::Emphasis(_) | Span::Code(_))).count(), 2);
        }
    }
}
