//! How a digest reads: one screen for a room, or all of it in sections that are posted, and later
//! mended, one by one.

use super::compose::{capitalised, kind_key, objective_label, round_table_label};
use super::shape::*;
use crate::analysis::Addressee;
use crate::args;
use crate::chat::{Block, Document, Span, Spans};
use crate::i18n::{Speaker, speak};
use crate::model::Kind;
use crate::trust::SMALLEST_GROUP;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How much of a digest is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// What most share, on one screen: what a room gets by schedule.
    Screen,
    /// Every theme with its quotations.
    Full,
    /// The quotations alone, with the receipts of what they are from.
    Quotes,
}

/// A part of a digest that is one post.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Which part: `header`, `objective-6`. The same in every digest of the scope.
    pub key: String,
    /// What it says.
    pub document: Document,
    /// The receipts of the contributions that it quotes or cites, each once.
    pub cites: Vec<String>,
}

/// On one screen, so many key messages and no more.
const SCREEN_MESSAGES: usize = 3;

/// The digest in parts, from the first to the last; on one screen there is one.
pub fn sections(digest: &Digest, form: Form) -> Vec<Section> {
    let page = Page { digest, speaker: speak(digest.language) };
    match form {
        Form::Screen => vec![page.section("screen", page.screen())],
        Form::Full => page.full(),
        Form::Quotes => vec![page.section("quotes", page.quotes())],
    }
}

struct Page<'a> {
    digest: &'a Digest,
    speaker: Speaker,
}

/// Between the parts of a line.
const DOT: &str = " · ";

impl Page<'_> {
    fn section(&self, key: impl Into<String>, document: Document) -> Section {
        let mut cites = BTreeSet::new();
        cited(&document.blocks, &mut cites);
        Section { key: key.into(), document, cites: cites.into_iter().collect() }
    }

    fn blank(&self) -> Document {
        Document::new(self.digest.language)
    }

    fn part(&self, key: &str) -> Document {
        self.blank().subheading(self.speaker.say_plain(key))
    }

    fn full(&self) -> Vec<Section> {
        let digest = self.digest;
        let mut sections = vec![self.section("header", self.header())];
        if digest.contributions == 0 && digest.passages == 0 {
            return sections;
        }
        if !digest.key_messages.is_empty() {
            let document = self.part("digest-key-messages").numbered(self.messages(usize::MAX));
            sections.push(self.section("key-messages", document));
        }
        for section in &digest.sections {
            // Questions have a part of their own.
            if section.themes.iter().any(|theme| theme.kind != Kind::Question) {
                let key = section.objective.map_or("no-objective".into(), |number| format!("objective-{number}"));
                sections.push(self.section(key, self.objective(section)));
            }
        }
        if !digest.principles.is_empty() {
            sections.push(self.section("principles", self.principles()));
        }
        if !digest.open_questions.is_empty() {
            sections.push(self.section("questions", self.questions()));
        }
        if !digest.unplaced.is_empty() {
            sections.push(self.section("unplaced", self.unplaced()));
        }
        sections.push(self.section("participation", self.participation()));
        sections.push(self.section("method", self.method()));
        sections
    }

    /// Title and period, how much there is, what it is, and what is left out.
    fn header(&self) -> Document {
        let (digest, speaker) = (self.digest, self.speaker);
        let heading = args![("title", digest.title.as_str()), ("period", digest.period.text.as_str())];
        let mut document = self.blank().heading(speaker.say("digest-heading", &heading));
        if digest.contributions == 0 && digest.passages == 0 {
            document = document.text(speaker.say_plain("digest-nothing"));
        } else {
            let languages: Vec<String> =
                digest.languages.iter().map(|tag| super::attribution::language_label(tag, speaker)).collect();
            let people = match digest.people_band {
                Some(band) => speaker.say("digest-people-band", &args![("band", band.words(self.speaker))]),
                None => speaker.say("digest-people", &args![("count", digest.people)]),
            };
            let contributions = speaker.say("digest-contributions", &args![("count", digest.contributions)]);
            let counts =
                args![("contributions", contributions), ("people", people), ("languages", speaker.list(&languages))];
            document = document.text(capitalised(&speaker.say("digest-counts", &counts)));
            let mut statement = digest.method.statement.clone();
            if digest.counted_only > 0 && digest.people_band.is_none() {
                let counted = args![("count", digest.counted_only), ("people", digest.people)];
                statement = format!("{statement} {}", speaker.say("digest-counted-only", &counted));
            }
            document = document.text(statement);
        }
        if digest.left_out.is_empty() {
            return document;
        }
        let reasons: Vec<String> = ["withdrawn", "hidden", "not-consented", "duplicate", "unreadable"]
            .into_iter()
            .filter_map(|reason| {
                let count = digest.left_out.get(reason)?;
                Some(speaker.say(&format!("digest-left-out-{reason}"), &args![("count", *count)]))
            })
            .collect();
        document.text(speaker.say("digest-left-out", &args![("reasons", speaker.list(&reasons))]))
    }

    fn screen(&self) -> Document {
        let (digest, speaker) = (self.digest, self.speaker);
        let mut document = self.header();
        if !digest.key_messages.is_empty() {
            document =
                document.subheading(speaker.say_plain("digest-key-messages")).numbered(self.messages(SCREEN_MESSAGES));
        }
        if !digest.not_yet_heard.is_empty() {
            document = document.text(self.who("digest-not-heard", &digest.not_yet_heard));
        }
        if digest.passages > 0 {
            document = document.small(speaker.say("digest-more", &args![("command", "digest")]));
        }
        document
    }

    fn quotes(&self) -> Document {
        let digest = self.digest;
        let themes = digest.sections.iter().flat_map(|section| &section.themes).flat_map(|theme| &theme.quotes);
        let questions = digest.open_questions.iter().flat_map(|question| &question.quotes);
        let mut shown = BTreeSet::new();
        let all = themes.chain(questions).chain(&digest.unplaced_quotes);
        let once: Vec<Block> = all.filter(|said| shown.insert(&said.passage)).map(quote).collect();
        if once.is_empty() {
            return self.blank().text(self.speaker.say_plain("quotes-none"));
        }
        let mut document = self.blank().heading(self.speaker.say_plain("quotes-heading"));
        document.blocks.extend(once);
        document
    }

    /// The first key messages as points: what, who, whose words, where.
    fn messages(&self, most: usize) -> Vec<Vec<Block>> {
        let point = |message: &KeyMessage| {
            let theme = &message.theme;
            let mut line = vec![capitalised(&theme.count_word), self.what(theme)];
            line.extend(message.objective.map(|n| self.speaker.say("digest-objective-short", &args![("number", n)])));
            let head = Spans(vec![Span::strong(&theme.title), Span::text(format!("\n{}", line.join(DOT)))]);
            let mut blocks = vec![Block::Paragraph(head)];
            blocks.extend(theme.quotes.first().map(quote));
            let mut foot = vec![self.speaker.say("digest-passages", &args![("count", theme.passages.len())])];
            if !theme.heard_from.is_empty() {
                let who: Vec<&str> = theme.heard_from.iter().map(|party| party.label.as_str()).collect();
                foot.push(self.speaker.say("digest-also-from", &args![("who", self.speaker.list(&who))]));
            }
            if let Some(senders) = theme.campaign {
                foot.push(self.speaker.say("digest-campaign-short", &args![("count", senders)]));
            }
            let mut foot = vec![Span::text(foot.join(DOT))];
            // A line that quotes nothing still names where it comes from.
            if most > SCREEN_MESSAGES || theme.quotes.is_empty() {
                foot.push(Span::text(": "));
                foot.extend(cites(theme.passages.iter()));
            }
            blocks.push(Block::Small(foot.into()));
            blocks
        };
        self.digest.key_messages.iter().take(most).map(point).collect()
    }

    /// What a theme does, and to whom it turns.
    fn what(&self, theme: &Theme) -> String {
        match theme.addressee {
            Some(addressee) => {
                let to = self.speaker.say_plain(&format!("digest-to-{}", addressee.name()));
                self.speaker.say("digest-recommendation-to", &args![("addressee", to)])
            }
            None => self.speaker.say_plain(&format!("digest-one-{}", theme.kind.name())),
        }
    }

    fn objective(&self, section: &ObjectiveSection) -> Document {
        let mut document = match section.objective {
            Some(number) => self.blank().subheading(objective_label(number, self.speaker)),
            None => self.part("digest-no-objective"),
        };
        document = match section.round_table {
            Some(number) => document.small(round_table_label(number, self.speaker)),
            None => document,
        };
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Question) {
            let themes: Vec<Vec<Block>> =
                section.themes.iter().filter(|theme| theme.kind == kind).map(|theme| self.theme(theme)).collect();
            if !themes.is_empty() {
                let heading = self.speaker.say_plain(kind_key(kind)).into();
                document = document.block(Block::Heading { level: 3, spans: heading }).numbered(themes);
            }
        }
        document
    }

    fn theme(&self, theme: &Theme) -> Vec<Block> {
        let to = |addressee: Addressee| self.speaker.say_plain(&format!("digest-to-{}", addressee.name()));
        let mut line = vec![capitalised(&theme.count_word)];
        line.extend(theme.addressee.map(to));
        line.push(self.speaker.say("digest-passages", &args![("count", theme.passages.len())]));
        let head = Spans(vec![Span::strong(&theme.title), Span::text(format!("\n{}", line.join(DOT)))]);
        let mut blocks = vec![Block::Paragraph(head)];
        blocks.extend(self.words(&theme.quotes, &theme.passages));
        if let Some(senders) = theme.campaign {
            blocks.push(Block::Small(self.speaker.say("digest-campaign", &args![("count", senders)]).into()));
        }
        if !theme.not_yet_heard.is_empty() {
            blocks.push(Block::Small(self.who("digest-not-heard-here", &theme.not_yet_heard)));
        }
        blocks
    }

    /// Quotations, then the passages that are not quoted.
    fn words(&self, quotes: &[Quote], passages: &[String]) -> Vec<Block> {
        let mut blocks: Vec<Block> = quotes.iter().map(quote).collect();
        let quoted: BTreeSet<&String> = quotes.iter().map(|quote| &quote.passage).collect();
        let mut others = passages.iter().filter(|passage| !quoted.contains(passage)).peekable();
        if others.peek().is_some() {
            let key = if quotes.is_empty() { "digest-in" } else { "digest-also-in" };
            blocks.push(Block::Small(self.passages(key, others)));
        }
        blocks
    }

    fn principles(&self) -> Document {
        self.digest.principles.iter().fold(self.part("digest-principles"), |document, principle| {
            let word = self.speaker.say_plain(crate::trust::count_word_key(principle.people));
            let title = [("label", Span::strong(&principle.title))];
            let mut spans = Spans::say(self.speaker, "labelled", args![("value", word)], &title).0;
            spans.push(Span::text(DOT));
            spans.extend(cites(principle.passages.iter()));
            document.point(spans)
        })
    }

    fn questions(&self) -> Document {
        let question = |question: &OpenQuestion| {
            let objective =
                question.objective.map(|n| self.speaker.say("digest-objective-short", &args![("number", n)]));
            let mut head = vec![Span::strong(&question.title)];
            head.extend(objective.map(|objective| Span::text(format!("{DOT}{objective}"))));
            let mut blocks = vec![Block::Paragraph(Spans(head))];
            blocks.extend(self.words(&question.quotes, &question.passages));
            blocks
        };
        self.part("digest-questions").numbered(self.digest.open_questions.iter().map(question).collect())
    }

    fn unplaced(&self) -> Document {
        let (digest, speaker) = (self.digest, self.speaker);
        let reader: BTreeSet<&String> = digest.for_a_reader.iter().collect();
        let alone: Vec<&String> = digest.unplaced.iter().filter(|passage| !reader.contains(passage)).collect();
        let mut document = self.part("digest-unplaced");
        if !alone.is_empty() {
            document = document.text(speaker.say("digest-unplaced-text", &args![("count", alone.len())]));
            let alone: Vec<String> = alone.into_iter().cloned().collect();
            document.blocks.extend(self.words(&digest.unplaced_quotes, &alone));
        }
        if !digest.for_a_reader.is_empty() {
            let count = args![("count", digest.for_a_reader.len())];
            let mut spans = vec![Span::text(speaker.say("digest-for-a-reader", &count) + " ")];
            spans.extend(cites(digest.for_a_reader.iter()));
            document = document.text(spans);
        }
        document
    }

    fn participation(&self) -> Document {
        let (digest, speaker) = (self.digest, self.speaker);
        let mut document = self.part("digest-participation");
        if digest.participation.is_empty() {
            document = document.text(speaker.say("digest-small-group", &args![("count", SMALLEST_GROUP)]));
        }
        for (attribute, shares) in &digest.participation {
            let shares: Vec<String> = shares
                .iter()
                .map(|share| {
                    let filled = args![("label", share.label.as_str()), ("people", share.people.words(self.speaker))];
                    speaker.say("digest-share", &filled)
                })
                .collect();
            let label = speaker.say_plain(&format!("digest-attribute-{attribute}"));
            document = document.point(vec![Span::strong(label), Span::text(format!("\n{}", shares.join(DOT)))]);
        }
        if !digest.not_yet_heard.is_empty() {
            document = document.text(self.who("digest-not-heard", &digest.not_yet_heard));
        }
        document
    }

    fn method(&self) -> Document {
        let (method, speaker) = (&self.digest.method, self.speaker);
        let word = |least: usize| method.count_words.get(&least).cloned().unwrap_or_default();
        let words = args![("one", word(1)), ("some", word(2)), ("several", word(5)), ("many", word(10))];
        let mut document = self
            .part("digest-method")
            .point(method.statement.as_str())
            .point(speaker.say_plain("digest-method-citing"))
            .point(speaker.say("digest-method-count-words", &words))
            .point(speaker.say("digest-method-groups", &args![("count", method.smallest_group)]))
            .point(speaker.say("digest-method-excluded", &args![("reasons", speaker.list(&method.excluded))]));
        if !method.votes {
            document = document.point(speaker.say_plain("digest-method-votes"));
        }
        document.small(speaker.say("digest-method-version", &args![("version", method.version)]))
    }

    fn who(&self, key: &str, parties: &[Party]) -> Spans {
        let who: Vec<&str> = parties.iter().map(|party| party.label.as_str()).collect();
        self.speaker.say(key, &args![("who", self.speaker.list(&who))]).into()
    }

    fn passages<'p>(&self, key: &str, passages: impl Iterator<Item = &'p String>) -> Spans {
        let mut spans = vec![Span::text(self.speaker.say_plain(key) + " ")];
        spans.extend(cites(passages));
        Spans(spans)
    }
}

fn quote(quote: &Quote) -> Block {
    let attribution = vec![Span::text(format!("{}{DOT}", quote.attribution)), Span::cite(&quote.passage)];
    Block::Quote { text: quote.text.clone(), language: Some(quote.language.clone()), attribution: attribution.into() }
}

/// Passages between commas.
fn cites<'p>(passages: impl Iterator<Item = &'p String>) -> Vec<Span> {
    passages
        .enumerate()
        .flat_map(|(place, passage)| {
            let comma = (place > 0).then(|| Span::text(", "));
            comma.into_iter().chain([Span::cite(passage)])
        })
        .collect()
}

/// The receipts that stand in some blocks.
fn cited(blocks: &[Block], receipts: &mut BTreeSet<String>) {
    for block in blocks {
        let lines: Vec<&Spans> = match block {
            Block::Heading { spans, .. } | Block::Paragraph(spans) | Block::Small(spans) => vec![spans],
            Block::Quote { attribution, .. } => vec![attribution],
            Block::Table { head, rows } => head.iter().chain(rows.iter().flatten()).collect(),
            Block::List { items, .. } => {
                items.iter().for_each(|item| cited(item, receipts));
                continue;
            }
            Block::Choices(_) | Block::Rule | Block::Buttons(_) | Block::Field(_) | Block::Languages(_) => continue,
        };
        for span in lines.into_iter().flat_map(|line| &line.0) {
            if let Span::Cite(passage) = span {
                receipts.insert(passage.split('.').next().unwrap_or_default().to_owned());
            }
        }
    }
}
