//! How a document looks on Discord: its text in a message or an embed, and what can be pressed or
//! chosen below it.
//!
//! What stands on a button or in a menu is not said in the text once more. What does not go on one,
//! because there is no room or it would be cut, is said in the text: nothing is left out.

use crate::chat::{Block, Button, Choice, Document, render};
use crate::model::Language;
use serenity::all::{
    ButtonStyle, CreateActionRow, CreateButton, CreateEmbed, CreateEmbedFooter, CreateSelectMenu, CreateSelectMenuKind,
    CreateSelectMenuOption,
};
use std::collections::BTreeSet;

/// How much a message holds that has no embed.
/// <https://discord.com/developers/docs/resources/message#create-message>
const CONTENT: usize = 2_000;
/// How much one embed holds below its title, and how much its title.
/// <https://discord.com/developers/docs/resources/message#embed-object-embed-limits>
pub(super) const DESCRIPTION: usize = 4_096;
const TITLE: usize = 256;
/// How many rows of buttons and menus a message has, and how much stands in one.
/// <https://discord.com/developers/docs/components/reference>
const ROWS: usize = 5;
const BUTTONS: usize = 5;
const OPTIONS: usize = 25;
const BUTTON_LABEL: usize = 80;
const OPTION_LABEL: usize = 100;
const PLACEHOLDER: usize = 150;
const CUSTOM_ID: usize = 100;

/// A document as it is shown.
pub(super) struct Look {
    title: Option<String>,
    text: String,
    /// What can be pressed or chosen.
    pub rows: Vec<CreateActionRow>,
}

impl Look {
    /// The look of a document.
    pub fn of(document: &Document) -> Look {
        let mut shelf = Shelf { asks: document.asks, rows: Vec::new(), ids: BTreeSet::new() };
        let mut blocks: Vec<Block> = Vec::new();
        for (i, block) in document.blocks.iter().enumerate() {
            // What comes after keeps its place.
            let kept = document.blocks.iter().skip(i + 1).filter(|block| shelf.has_place_for(block)).count();
            blocks.extend(shelf.take(block, kept));
        }
        let mut title = None;
        if let Some(Block::Heading { spans, .. }) = blocks.first() {
            let line = Document::line(document.language, spans.clone());
            let shown = render::discord(&line).replace('\n', " ");
            if !shown.is_empty() && length(&shown) <= TITLE {
                title = Some(shown);
                blocks.remove(0);
            }
        }
        let text = render::discord(&Document { blocks, ..Document::new(document.language) });
        Look { title, text, rows: shelf.rows }
    }

    /// How much its text takes of an embed.
    pub fn size(&self) -> usize {
        length(&self.text)
    }

    /// As a message of its own, with its mark on the last line: what has no title and is short. The
    /// rest needs the frame of an embed.
    pub fn content(&self, mark: &str) -> Option<String> {
        let content = format!("{}\n{}", self.text, last_line(mark));
        (self.title.is_none() && length(&content) <= CONTENT).then_some(content)
    }

    /// As an embed, with its mark at the foot.
    pub fn embed(&self, mark: &str) -> CreateEmbed {
        let embed = CreateEmbed::new().description(self.text.clone()).footer(CreateEmbedFooter::new(mark));
        match &self.title {
            Some(title) => embed.title(title.clone()),
            None => embed,
        }
    }

    /// How much the embed takes of all that a message may hold in embeds.
    pub fn size_of_embed(&self, mark: &str) -> usize {
        self.title.as_deref().map_or(0, length) + length(&self.text) + length(mark)
    }
}

/// The last line of a message without an embed.
pub(super) fn last_line(mark: &str) -> String {
    format!("-# {mark}")
}

/// The mark of a row of the outbox: short, and unlike that of any other.
pub(super) fn mark_of(row: i64) -> String {
    let mut rest = row.unsigned_abs();
    let mut digits = Vec::new();
    loop {
        digits.extend(char::from_digit((rest % 36) as u32, 36));
        rest /= 36;
        if rest == 0 {
            return digits.iter().rev().collect();
        }
    }
}

/// The length of a text by the longest measure that Discord may take.
pub(super) fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A text in one line that is no longer than so much, and whether it is whole.
fn fitted(text: &str, limit: usize) -> (String, bool) {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if length(&line) <= limit {
        return (line, true);
    }
    let mut cut = String::new();
    let mut long = 1;
    for c in line.chars() {
        long += c.len_utf16();
        if long > limit {
            break;
        }
        cut.push(c);
    }
    (cut.trim_end().to_owned() + "…", false)
}

/// The rows below a message.
struct Shelf {
    /// The question that is answered by what stands on it.
    asks: Option<i64>,
    rows: Vec<CreateActionRow>,
    /// What stands there already: Discord takes nothing twice.
    ids: BTreeSet<String>,
}

impl Shelf {
    /// Whether a block needs a row of its own whatever comes before it.
    fn has_place_for(&self, block: &Block) -> bool {
        match block {
            Block::Field(_) => self.asks.is_some(),
            Block::Languages(languages) => self.asks.is_some() && !languages.is_empty(),
            _ => false,
        }
    }

    /// Puts what can be pressed or chosen on rows, of which so many are kept for what comes after.
    /// Gives what is to be said in the text.
    fn take(&mut self, block: &Block, kept: usize) -> Option<Block> {
        let free = ROWS.saturating_sub(self.rows.len() + kept);
        match (block, self.asks) {
            (Block::Buttons(buttons), _) => {
                self.commands(buttons, free);
                None
            }
            (Block::Choices(choices), Some(asks)) => self.answers(choices, asks, free),
            (Block::Choices(choices), None) => self.choices_of_commands(choices, free),
            (Block::Field(label), Some(asks)) if free > 0 => {
                let id = self.fresh(format!("f:{asks}"))?;
                let (label, _) = fitted(label, BUTTON_LABEL);
                self.rows.push(CreateActionRow::Buttons(vec![CreateButton::new(id).label(label)]));
                None
            }
            (Block::Languages(languages), _) if languages.is_empty() => None,
            (Block::Languages(languages), Some(asks)) if free > 0 => match self.fresh(format!("l:{asks}")) {
                Some(id) => {
                    self.rows.push(menu_of_languages(id, languages));
                    None
                }
                None => Some(block.clone()),
            },
            _ => Some(block.clone()),
        }
    }

    /// What is told when something is pressed, where it is not told already and fits.
    fn fresh(&mut self, id: String) -> Option<String> {
        (length(&id) <= CUSTOM_ID && self.ids.insert(id.clone())).then_some(id)
    }

    /// Buttons for commands: what has no place is in the words beside them anyway.
    fn commands(&mut self, buttons: &[Button], free: usize) {
        let mut placed = Vec::new();
        for button in buttons.iter().take(free * BUTTONS) {
            if let Some(id) = self.fresh(format!("c:{}", button.command)) {
                placed.push(secondary(id, fitted(&button.label, BUTTON_LABEL).0));
            }
        }
        self.put(&placed);
    }

    /// Answers to a question: buttons where each says all of its answer, otherwise menus. Gives what
    /// is said in the text: all, where one has no place or is cut.
    fn answers(&mut self, choices: &[Choice], asks: i64, free: usize) -> Option<Block> {
        let labels: Vec<String> = choices.iter().map(label_of).collect();
        let said = || Some(Block::Choices(choices.to_vec()));
        let ids: Option<Vec<String>> =
            choices.iter().map(|choice| self.fresh(format!("a:{asks}:{}", choice.number))).collect();
        let Some(ids) = ids else { return said() };
        if choices.len() <= free * BUTTONS && labels.iter().all(|label| length(label) <= BUTTON_LABEL) {
            let buttons: Vec<CreateButton> = ids.into_iter().zip(labels).map(|(id, l)| secondary(id, l)).collect();
            self.put(&buttons);
            return None;
        }
        let mut whole = choices.len() <= free * OPTIONS;
        for part in choices.chunks(OPTIONS).take(free) {
            let (first, last) = (part.first().map_or(0, |c| c.number), part.last().map_or(0, |c| c.number));
            let option = |choice: &Choice| {
                let (label, all) = fitted(&label_of(choice), OPTION_LABEL);
                whole &= all;
                CreateSelectMenuOption::new(label, choice.number.to_string())
            };
            let kind = CreateSelectMenuKind::String { options: part.iter().map(option).collect() };
            let menu = CreateSelectMenu::new(format!("l:{asks}:{first}"), kind);
            self.rows.push(CreateActionRow::SelectMenu(menu.placeholder(format!("{first} – {last}"))));
        }
        if whole { None } else { said() }
    }

    /// Choices that commands give as well, without a question. Gives what is said in the text.
    fn choices_of_commands(&mut self, choices: &[Choice], free: usize) -> Option<Block> {
        let (mut buttons, mut said) = (Vec::new(), Vec::new());
        for choice in choices {
            let label = label_of(choice);
            let fits = length(&label) <= BUTTON_LABEL && buttons.len() < free * BUTTONS;
            let command = choice.command.as_ref().filter(|_| fits);
            match command.and_then(|command| self.fresh(format!("c:{command}"))) {
                Some(id) => buttons.push(secondary(id, label)),
                None => said.push(choice.clone()),
            }
        }
        self.put(&buttons);
        (!said.is_empty()).then_some(Block::Choices(said))
    }

    fn put(&mut self, buttons: &[CreateButton]) {
        self.rows.extend(buttons.chunks(BUTTONS).map(|row| CreateActionRow::Buttons(row.to_vec())));
    }
}

/// A button that is one of several.
fn secondary(id: String, label: String) -> CreateButton {
    CreateButton::new(id).label(label).style(ButtonStyle::Secondary)
}

fn label_of(choice: &Choice) -> String {
    let (label, _) = fitted(&choice.label, usize::MAX);
    if label.is_empty() { choice.number.to_string() } else { format!("{} · {label}", choice.number) }
}

fn menu_of_languages(id: String, languages: &[Language]) -> CreateActionRow {
    let names: Vec<&str> = languages.iter().map(|language| language.own_name()).collect();
    let options = languages.iter().take(OPTIONS).map(|l| CreateSelectMenuOption::new(l.own_name(), l.code())).collect();
    let menu = CreateSelectMenu::new(id, CreateSelectMenuKind::String { options });
    CreateActionRow::SelectMenu(menu.placeholder(fitted(&names.join(" · "), PLACEHOLDER).0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::{Span, Spans};
    use crate::i18n::speak;
    use crate::model::Consent;
    use crate::vocabulary::Vocabulary;
    use serde_json::{Value, json};

    /// What stands below a message: of each row, what is told and what is shown.
    fn below(document: &Document) -> Vec<Vec<(String, String)>> {
        let text = |part: &Value, key: &str| part[key].as_str().unwrap_or_default().to_owned();
        let rows = Look::of(document).rows;
        let shown = |row: &CreateActionRow| {
            let row = serde_json::to_value(row).unwrap();
            let parts = row["components"].as_array().unwrap().clone();
            let told = |part: &Value| match part["options"].as_array() {
                None => vec![(text(part, "custom_id"), text(part, "label"))],
                Some(options) => std::iter::once((text(part, "custom_id"), text(part, "placeholder")))
                    .chain(options.iter().map(|option| (text(option, "value"), text(option, "label"))))
                    .collect(),
            };
            parts.iter().flat_map(told).collect()
        };
        rows.iter().map(shown).collect()
    }

    fn asking(document: Document) -> Document {
        Document { asks: Some(i64::MAX), ..document }
    }

    /// Choices with labels of so many letters.
    fn choices(count: u32, letters: usize) -> Document {
        (1..=count).fold(Document::new(Language::En), |document, n| document.choice(n, "x".repeat(letters)))
    }

    fn ids(rows: &[Vec<(String, String)>]) -> Vec<&str> {
        rows.iter().flatten().map(|(id, _)| id.as_str()).collect()
    }

    #[test]
    fn an_answer_says_of_which_question_it_is_and_is_not_said_twice() {
        let document = asking(Document::line(Language::En, "Include it?").choice(1, "yes").choice(2, "no"));
        let id = |n: u32| format!("a:{}:{n}", i64::MAX);
        assert_eq!(below(&document), [[(id(1), "1 · yes".into()), (id(2), "2 · no".into())]]);
        assert_eq!(Look::of(&document).text, "Include it?");
        // What asks nothing is answered by writing.
        let document = Document { asks: None, ..document };
        assert!(below(&document).is_empty());
        assert_eq!(Look::of(&document).text, "Include it?\n**1**  yes      **2**  no");
    }

    #[test]
    fn a_choice_that_a_command_gives_is_a_button_without_a_question() {
        let document = Document::new(Language::En).choice_command(1, "yes", "forget me yes").choice(2, "no");
        assert_eq!(below(&document), [[("c:forget me yes".into(), "1 · yes".into())]]);
        assert_eq!(Look::of(&document).text, "**2**  no");
    }

    #[test]
    fn commands_that_can_be_pressed_stand_five_in_a_row_and_once() {
        let card = |count: usize| {
            let named = (0..count).map(|n| format!("name {n}"));
            named.fold(Document::line(Language::En, "card"), |d, name| d.button(name.clone(), name))
        };
        let rows = below(&card(6).button("again", "name 0"));
        assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [5, 1]);
        assert_eq!(rows[1], [("c:name 5".into(), "name 5".into())]);
        assert_eq!(below(&card(40)).len(), ROWS);
        let long = Document::new(Language::En).button("long", "x".repeat(99));
        assert!(below(&long).is_empty(), "what does not fit is in the words beside it");
    }

    #[test]
    fn what_is_written_in_ones_own_words_has_one_button_for_the_form() {
        let document = asking(Document::line(Language::En, "What is its name?").block(Block::Field("Answer".into())));
        assert_eq!(below(&document), [[(format!("f:{}", i64::MAX), "Answer".into())]]);
        assert!(below(&Document { asks: None, ..document }).is_empty());
    }

    #[test]
    fn twenty_five_short_answers_are_buttons_and_more_are_a_menu() {
        assert_eq!(below(&asking(choices(25, 3))).iter().map(Vec::len).collect::<Vec<_>>(), [5; 5]);
        let menus = below(&asking(choices(26, 3)));
        assert_eq!(menus.iter().map(Vec::len).collect::<Vec<_>>(), [26, 2]);
        assert_eq!(menus[1], [(format!("l:{}:26", i64::MAX), "26 – 26".into()), ("26".into(), "26 · xxx".into())]);
        assert_eq!(Look::of(&asking(choices(26, 3))).text, "");
    }

    #[test]
    fn what_has_no_place_below_is_said_in_the_text() {
        // Five menus hold 125; the rest, and all that is cut, is text.
        let many = asking(choices(126, 3));
        assert_eq!(below(&many).len(), ROWS);
        assert!(Look::of(&many).text.contains("**126**  xxx"));
        let long = asking(choices(2, 200));
        assert_eq!(below(&long)[0][1].1.chars().count(), OPTION_LABEL);
        assert!(below(&long)[0][1].1.ends_with('…'));
        assert!(Look::of(&long).text.contains(&"x".repeat(200)));
        let middle = asking(choices(2, 90));
        assert_eq!((below(&middle).len(), Look::of(&middle).text.as_str()), (1, ""));
        // A number that stands there twice could not be told apart.
        let twice = asking(Document::new(Language::En).choice(1, "a").choice(1, "b"));
        assert!(below(&twice).is_empty());
        assert!(Look::of(&twice).text.contains("**1**  b"));
    }

    #[test]
    fn a_menu_of_languages_keeps_its_row_whatever_comes_before_it() {
        let all = Language::ALL.to_vec();
        let document = asking(choices(126, 3).block(Block::Languages(all.clone())));
        let rows = below(&document);
        assert_eq!(rows.len(), ROWS);
        assert_eq!(rows[ROWS - 1][0].0, format!("l:{}", i64::MAX));
        let codes: Vec<&str> = all.iter().map(|language| language.code()).collect();
        assert_eq!(ids(&rows)[rows.iter().flatten().count() - codes.len()..], codes);
        assert!(!Look::of(&document).text.contains("Français · "));
        let document = Document { asks: None, ..document };
        assert!(Look::of(&document).text.contains(" · Français · "), "without a question they are named");
        assert!(below(&asking(Document::new(Language::En).block(Block::Languages(Vec::new())))).is_empty());
    }

    #[test]
    fn what_people_are_asked_first_fits_below_a_message_in_every_language() {
        for language in Language::ALL {
            let voice = speak(language);
            let consent = (1..).zip(Consent::ALL).fold(Document::new(language), |document, (n, level)| {
                document.choice(n, voice.say_plain(&format!("consent-answer-{}", level.word())))
            });
            let others = Language::ALL.into_iter().filter(|other| *other != language).collect();
            let consent = asking(consent.block(Block::Languages(others)));
            let categories = (1..)
                .zip(Vocabulary::current().categories())
                .fold(Document::new(language), |document, (n, c)| document.choice(n, c.label(language.code())));
            for document in [consent, asking(categories)] {
                let rows = below(&document);
                assert!((1..=ROWS).contains(&rows.len()), "{language:?}");
                assert_eq!(Look::of(&document).text, "", "{language:?}: all of it is below");
                let ids = ids(&rows);
                assert!(ids.iter().all(|id| length(id) <= CUSTOM_ID));
                assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{language:?}");
                assert!(rows.iter().flatten().all(|(_, label)| (1..=PLACEHOLDER).contains(&length(label))));
            }
            let card = ["join", "private", "who", "help"].iter().fold(Document::new(language), |card, name| {
                card.button(voice.say_plain(&format!("button-{name}")), *name)
            });
            let rows = below(&card);
            assert_eq!(ids(&rows), ["c:join", "c:private", "c:who", "c:help"]);
            assert!(rows[0].iter().all(|(_, label)| length(label) <= BUTTON_LABEL));
        }
    }

    #[test]
    fn what_has_a_heading_or_is_long_has_the_frame_of_an_embed() {
        let short = Document::line(Language::En, "Noted as AF-0731.");
        assert_eq!(Look::of(&short).content("k3f").as_deref(), Some("Noted as AF-0731.\n-# k3f"));
        let headed = Document::new(Language::En).heading("Who can read *here*").text("a").subheading("b");
        let look = Look::of(&headed);
        assert_eq!((look.content("k3f"), look.title.as_deref()), (None, Some("Who can read \\*here\\*")));
        let embed = serde_json::to_value(look.embed("k3f")).unwrap();
        assert_eq!(embed["description"], "a\n### b");
        assert_eq!(embed["footer"], json!({"text": "k3f"}));
        // To the letter.
        let of = |letters: usize| Look::of(&Document::line(Language::En, "x".repeat(letters)));
        let frame = length("\n-# k3f");
        assert!(of(CONTENT - frame).content("k3f").is_some_and(|content| length(&content) == CONTENT));
        assert_eq!(of(CONTENT - frame + 1).content("k3f"), None);
    }

    #[test]
    fn a_heading_that_is_no_title_stays_a_heading() {
        let headed = |letters: usize| Look::of(&Document::new(Language::En).heading("x".repeat(letters)));
        assert_eq!(headed(TITLE).title.map(|title| length(&title)), Some(TITLE));
        assert_eq!((headed(TITLE + 1).title, headed(TITLE + 1).text.len()), (None, TITLE + 4));
        // By the longest measure: a flag is four.
        let flags = |count: usize| Look::of(&Document::new(Language::En).heading("🇸🇳".repeat(count)));
        assert_eq!((flags(64).title.is_some(), flags(65).title.is_some()), (true, false));
    }

    #[test]
    fn every_part_of_a_long_document_fits_into_one_embed() {
        for language in Language::ALL {
            let letter = if language == Language::Zh { "移民😀" } else { "word 😀 " };
            let point = |n: usize| vec![Block::Paragraph(Spans::from(letter.repeat(40 + n)))];
            let document = (0..30).fold(Document::new(language).heading("x".repeat(200)), |document, n| {
                let document = document.subheading(format!("part {n}")).numbered(vec![point(n), point(2 * n)]);
                document.quote(letter.repeat(n * 9), Some("fr"), Span::cite("AF-0731.1")).small("*hint*")
            });
            let parts = render::split(&document, DESCRIPTION, |part| Look::of(part).size());
            assert!(parts.len() > 1);
            for look in parts.iter().map(Look::of) {
                assert!(look.size() <= DESCRIPTION && look.size_of_embed(&mark_of(i64::MAX)) <= 6_000);
            }
        }
    }

    #[test]
    fn a_mark_is_short_and_belongs_to_one_row() {
        assert_eq!((mark_of(0), mark_of(35), mark_of(36)), ("0".into(), "z".into(), "10".into()));
        assert_eq!(mark_of(i64::MAX), "1y2p0ij32e8e7");
        // It is the nonce too, which holds 25.
        assert!(mark_of(i64::MIN).len() <= 25);
    }

    #[test]
    fn a_text_is_cut_between_letters() {
        assert_eq!(fitted("one\ntwo  three", 80), ("one two three".into(), true));
        assert_eq!(fitted("😀😀😀", 5), ("😀😀…".into(), false));
        assert_eq!(fitted("ab cd", 4), ("ab…".into(), false));
    }
}
