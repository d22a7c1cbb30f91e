//! From what people type to a command: in English and in their own language, with or without the
//! prefix, never inside quotations and code.

use super::scope::is_word;
use super::table::{Entry, TABLE};
use super::talk::consent_word;
use crate::chat::{Access, Param, ParamKind, sanitise};
use crate::i18n::{Speaker, speak};
use crate::model::{Language, Platform, Receipt};
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a message turned out to be.
#[derive(Debug, Clone)]
pub enum Parsed {
    /// No command.
    Nothing,
    /// A command with what follows it.
    Command(Typed),
    /// Addressed to the bot, but no command that it knows.
    Unknown {
        /// The first word or words.
        typed: String,
        /// The whole text after the prefix.
        text: String,
    },
}

/// A command as it was typed.
#[derive(Debug, Clone)]
pub struct Typed {
    /// Which one.
    pub entry: &'static Entry,
    /// What follows its words, as it was typed.
    pub rest: String,
    /// The languages whose words these are; none where they are the English ones, which hold in all.
    pub languages: Vec<Language>,
    /// Whether it was said to the bot by its prefix or its name: then it is a command, whatever follows.
    pub addressed: bool,
}

impl PartialEq for Typed {
    fn eq(&self, other: &Self) -> bool {
        self.entry.spec.name == other.entry.spec.name && self.rest == other.rest
    }
}

/// How a message reached the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// In a room.
    Room,
    /// In a room, addressed to the bot.
    Mention,
    /// In private.
    Direct,
    /// By what the platform offers for commands.
    Invocation,
}

struct Words {
    folded: String,
    entry: &'static Entry,
    languages: Vec<Language>,
}

/// Up to so many words after those of a command are taken for what was meant to go with it.
const SENTENCE: usize = 4;
/// The word or words for a command have fewer characters.
const LONGEST: usize = 40;

/// Every word for every command in every language, the longest first.
fn words() -> &'static [Words] {
    static WORDS: OnceLock<Vec<Words>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut all: Vec<Words> = Vec::new();
        for entry in TABLE {
            let mut add = |word: String, language: Option<Language>| {
                let folded = fold(&word);
                match all.iter_mut().find(|w| w.folded == folded) {
                    Some(known) if known.folded == known.entry.spec.name => {}
                    Some(known) => known.languages.extend(language),
                    None if folded.is_empty() => {}
                    None => all.push(Words { folded, entry, languages: Vec::from_iter(language) }),
                }
            };
            add(entry.spec.name.into(), None);
            for language in Language::ALL {
                let mut own = speak(language).words(&entry.spec.words_key());
                if entry.spec.name == "stop" {
                    own.extend(speak(language).words("words-stop"));
                }
                for word in own {
                    add(word, Some(language));
                }
            }
        }
        all.sort_by_key(|w| std::cmp::Reverse(w.folded.len()));
        all
    })
}

/// A command that stands in English, with its options, in the words of a language. Those of the
/// language are understood as the English ones are.
pub fn in_words(voice: Speaker, line: &str) -> String {
    let named = |name: &str| line.strip_prefix(name).filter(|rest| rest.is_empty() || rest.starts_with(' '));
    let Some((spec, rest)) = TABLE.iter().find_map(|entry| Some((entry.spec, named(entry.spec.name)?))) else {
        return line.to_owned();
    };
    let mut text = voice.word(&spec.words_key()).unwrap_or_else(|| spec.name.to_owned());
    for word in rest.split_whitespace() {
        text.push(' ');
        text.push_str(&voice.word(&format!("words-{word}")).unwrap_or_else(|| word.to_owned()));
    }
    text
}

/// A command with its options, as it is typed where one addresses the bot in a room: after the prefix,
/// or, where there are lists of commands, as theirs shows it.
pub fn addressed(platform: Platform, prefix: &str, voice: Speaker, line: &str) -> String {
    if platform != Platform::Discord {
        return format!("{prefix} {line}");
    }
    match command_of(line, |_| true) {
        Some(Typed { entry, rest, .. }) => {
            let spec = &entry.spec;
            format!("/{} {} {rest}", spec.list, spec.listed(voice)).trim_end().to_owned()
        }
        None => line.to_owned(),
    }
}

/// The words for commands whose first word this is, the longest first. There are many words, and
/// every message is compared with them.
fn words_with(first: &str) -> &'static [&'static Words] {
    static BY_FIRST: OnceLock<HashMap<&'static str, Vec<&'static Words>>> = OnceLock::new();
    let by_first = BY_FIRST.get_or_init(|| {
        let mut by_first: HashMap<&'static str, Vec<&'static Words>> = HashMap::new();
        for word in words() {
            by_first.entry(first_word(&word.folded)).or_default().push(word);
        }
        by_first
    });
    by_first.get(first).map(Vec::as_slice).unwrap_or_default()
}

/// What ends the words for a command.
const ENDS: [char; 3] = [' ', ':', '：'];

/// What may stand after the only word of a command.
const STOPS: [char; 6] = ['.', '!', '。', '！', '؟', '?'];

/// The first word of a folded line, without a full stop.
fn first_word(folded: &str) -> &str {
    folded.split(ENDS).next().unwrap_or_default().trim_end_matches(STOPS)
}

/// A line as commands are compared: lower case, single blanks, no invisible characters, and one
/// apostrophe, however the keyboard writes it.
pub fn fold(text: &str) -> String {
    let lower = sanitise::for_command(text).to_lowercase().replace(['’', '‘', 'ʼ', '´'], "'");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a message. `prefix` is what addresses the bot in a room (`!gcm`).
pub fn parse(text: &str, heard: Heard, prefix: &str) -> Parsed {
    // Nobody quotes in what the platform offers for a command: all of it is theirs.
    let text = if heard == Heard::Invocation { text.to_owned() } else { without_quotations(text) };
    let text = text.trim();
    let (addressed, line) = match strip_prefix(text, prefix) {
        Some(rest) => (true, rest),
        None => (heard == Heard::Mention || heard == Heard::Invocation, text),
    };
    if addressed || heard == Heard::Direct {
        if let Some(typed) = command_of(line, |_| true) {
            return Parsed::Command(Typed { addressed, ..typed });
        }
        if addressed {
            let typed = line.split_whitespace().next().unwrap_or_default().to_owned();
            return Parsed::Unknown { typed, text: line.to_owned() };
        }
        return Parsed::Nothing;
    }
    match command_of(line, |_| true) {
        Some(typed) if is_meant(&typed) => Parsed::Command(typed),
        _ => Parsed::Nothing,
    }
}

/// Whether a message in a room that addresses nobody can only be meant as a command: a word of the
/// card or of one's own matters and nothing else, or such a word with what only a command takes.
pub fn is_meant(typed: &Typed) -> bool {
    let first = typed.rest.split_whitespace().next().unwrap_or_default();
    match typed.entry.spec.name {
        "join" | "stop" | "help" | "register" | "unregister" | "who" | "private" | "status" | "privacy" | "my data"
        | "my contributions" | "forget me" | "digest" => typed.rest.is_empty(),
        "consent" => typed.rest.is_empty() || consent_word(first).is_some(),
        "withdraw" | "approve" => typed.rest.is_empty() || is_receipt(first),
        "tag" => is_receipt(first),
        "language" => Language::parse(&fold(&typed.rest)).is_some(),
        _ => false,
    }
}

/// Whether a line in private that begins like a command is a sentence, longer than anything that the
/// command takes: `Private schools refuse our children here`. What ends taking part, or takes back, is
/// never read as words for the record.
pub fn is_sentence(typed: &Typed) -> bool {
    let spec = &typed.entry.spec;
    let free = |param: &Param| matches!(param.kind, ParamKind::Text | ParamKind::Options);
    let takes_no_more = match spec.name {
        "stop" | "forget me" | "withdraw" => false,
        "consent" | "tag" => true,
        _ => !matches!(spec.access, Access::Roles(_)) && !spec.params.iter().any(free),
    };
    takes_no_more && is_long(typed) && !is_meant(typed)
}

/// Whether more follows a command than a slip of the finger explains.
fn is_long(typed: &Typed) -> bool {
    typed.rest.split_whitespace().count() > SENTENCE
}

/// Whether a line that begins like the command of an office is a sentence: long, and without any of the
/// words that the command can be about (`talk to the women in the market`, where it is `talk create`).
pub fn is_sentence_of_others(typed: &Typed) -> bool {
    let Access::Roles(_) = typed.entry.spec.access else { return false };
    let first = typed.rest.split_whitespace().next().unwrap_or_default();
    let takes = |choices: &[&str]| choices.iter().any(|choice| is_word(first, choice));
    let chosen = match typed.entry.spec.params {
        [Param { kind: ParamKind::Choice(choices), .. }, ..] => takes(choices),
        _ => false,
    };
    is_long(typed) && !chosen
}

fn is_receipt(word: &str) -> bool {
    Receipt::parse(word.split('.').next().unwrap_or_default()).is_some()
}

fn strip_prefix<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c));
    // A full-width exclamation mark is what a Chinese keyboard gives.
    let start_plain: String = start.chars().take(prefix.chars().count()).collect();
    // Every message comes by here, and most begin with plain letters.
    let addressed = match start_plain.is_ascii() {
        true => start_plain.eq_ignore_ascii_case(prefix),
        false => fold(&start_plain) == prefix.to_lowercase(),
    };
    if !addressed {
        return None;
    }
    let rest = start.get(start_plain.len()..)?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim())
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn command_of(line: &str, wanted: impl Fn(&Words) -> bool) -> Option<Typed> {
    let (first, _) = line.split_once('\n').unwrap_or((line, ""));
    // Every message comes by here: no more of it is folded than can be compared, and for most of them
    // the first word tells.
    let head = first.char_indices().nth(LONGEST).and_then(|(end, _)| first.get(..end));
    let pieces = head.unwrap_or(first).split_inclusive([' ', '\u{3000}', ':', '：']);
    let begins = pieces.map(fold).find(|piece| !piece.is_empty())?;
    if words_with(first_word(&begins)).is_empty() {
        return None;
    }
    let folded = fold(head.unwrap_or(first));
    // A full stop after the only word does not make it another word.
    let bare = folded.trim_end_matches(STOPS);
    words_with(first_word(&folded)).iter().filter(|w| wanted(w)).find_map(|w| {
        let whole = head.is_none() && bare == w.folded;
        let begins = folded.strip_prefix(&w.folded).is_some_and(|rest| rest.starts_with(ENDS));
        if !whole && !begins {
            return None;
        }
        let rest = if whole { after_words(line, usize::MAX) } else { after_words(line, w.folded.split(' ').count()) };
        Some(Typed { entry: w.entry, rest, languages: w.languages.clone(), addressed: false })
    })
}

/// What follows the first so many words of a text, line breaks kept.
fn after_words(text: &str, count: usize) -> String {
    let (first, more) = text.split_once('\n').map_or((text, None), |(first, more)| (first, Some(more)));
    let mut rest = first.trim_start();
    for _ in 0..count {
        match rest.find([' ', ':', '：', '\u{a0}', '\t', '\u{3000}']) {
            Some(end) => {
                rest = rest
                    .get(end..)
                    .unwrap_or_default()
                    .trim_start_matches([' ', ':', '：', '\u{a0}', '\t', '\u{3000}']);
            }
            None => {
                rest = "";
                break;
            }
        }
    }
    match more {
        Some(more) if rest.is_empty() => more.trim().to_owned(),
        Some(more) => format!("{rest}\n{more}").trim().to_owned(),
        None => rest.trim().to_owned(),
    }
}

/// The text without quoted lines, code blocks and code in a line.
fn without_quotations(text: &str) -> String {
    let mut out = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            continue;
        }
        if !fenced && !line.trim_start().starts_with('>') {
            out.push(line);
        }
    }
    let text = out.join("\n");
    if text.trim_start().starts_with('`') { String::new() } else { text }
}

/// The nearest command to a word that is none.
pub fn nearest_command(typed: &str) -> Option<&'static str> {
    let typed = fold(typed);
    let all = words().iter().map(|w| w.folded.as_str());
    crate::vocabulary::nearest(&typed, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str, heard: Heard) -> Option<(&'static str, String)> {
        match parse(text, heard, "!gcm") {
            Parsed::Command(typed) => Some((typed.entry.spec.name, typed.rest)),
            _ => None,
        }
    }

    #[test]
    fn every_word_for_a_command_is_short_enough_to_be_found() {
        assert!(words().iter().all(|w| w.folded.chars().count() < LONGEST));
        let long = "of many things that are worth saying ".repeat(9);
        assert_eq!(name(&format!("!gcm say {long}"), Heard::Room), Some(("say", long.trim().to_owned())));
    }

    #[test]
    fn words_are_the_same_with_either_apostrophe() {
        assert_eq!(fold("Jusqu’à"), fold("jusqu'à"));
        assert_eq!(fold("AUJOURDʼHUI"), "aujourd'hui");
    }

    #[test]
    fn commands_are_found_where_they_are_meant() {
        let table = [
            ("!gcm consent name", Heard::Room, Some(("consent", "name"))),
            ("!GCM  Consent  name", Heard::Room, Some(("consent", "name"))),
            ("！gcm help", Heard::Room, Some(("help", ""))),
            ("join", Heard::Room, Some(("join", ""))),
            ("Join.", Heard::Room, Some(("join", ""))),
            ("my data", Heard::Direct, Some(("my data", ""))),
            ("say: Fees\nare too high", Heard::Direct, Some(("say", "Fees\nare too high"))),
            ("help me, the fees are too high", Heard::Room, None),
            ("join us tomorrow at the market", Heard::Room, None),
            ("withdraw AF-0042", Heard::Room, Some(("withdraw", "AF-0042"))),
            ("consent quote", Heard::Room, Some(("consent", "quote"))),
            ("language fr", Heard::Room, Some(("language", "fr"))),
            ("who", Heard::Room, Some(("who", ""))),
            ("withdraw the troops from the border", Heard::Room, None),
            ("consent must be informed", Heard::Room, None),
            ("who decides about returns", Heard::Room, None),
            ("why", Heard::Room, None),
            ("floor open", Heard::Room, None),
            ("I wrote !gcm help", Heard::Room, None),
            ("> !gcm forget me", Heard::Room, None),
            ("```\n!gcm forget me\n```", Heard::Room, None),
            ("`!gcm forget me`", Heard::Room, None),
            ("> what he said\n!gcm help", Heard::Room, Some(("help", ""))),
            ("!gcmhelp", Heard::Room, None),
        ];
        for (text, heard, expected) in table {
            assert_eq!(name(text, heard), expected.map(|(n, r)| (n, r.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_is_longer_than_a_command_takes_is_a_sentence() {
        let sentence = |text| match parse(text, Heard::Direct, "!gcm") {
            Parsed::Command(typed) => is_sentence(&typed),
            _ => panic!("{text} begins like no command"),
        };
        for text in [
            "help me, the fees are too high",
            "Private schools refuse our children in this town",
            "who decides about returns in our country",
            "consent was never asked of us there",
        ] {
            assert!(sentence(text), "{text}");
        }
        for text in [
            "help room set ack",
            "consent organisation Union of Examples and Friends",
            "stop writing down what I say please",
            "withdraw everything that I ever said here",
            "say what the fees do to families here",
        ] {
            assert!(!sentence(text), "{text}");
        }
    }

    #[test]
    fn the_first_words_of_every_command_are_no_other_language_s_words_for_another() {
        for entry in TABLE {
            for language in Language::ALL {
                let line = format!("{} \nAF-0042", in_words(speak(language), entry.spec.name));
                assert_eq!(name(&line, Heard::Invocation).map(|(name, _)| name), Some(entry.spec.name), "{line}");
            }
        }
    }

    #[test]
    fn nothing_is_a_quotation_in_what_is_filled_in() {
        let text = "> what they said\n```\nin a block\n```\nis not so";
        assert_eq!(name(&format!("say\n{text}"), Heard::Invocation), Some(("say", text.to_owned())));
        assert_eq!(name("say\n:) Fees", Heard::Invocation), Some(("say", ":) Fees".to_owned())));
    }

    #[test]
    fn commands_are_shown_as_their_list_has_them_where_there_is_one() {
        let shown = |language, line| addressed(Platform::Discord, "!gcm", speak(language), line);
        for (language, line, expected) in [
            (Language::En, "help", "/gcm help"),
            (Language::En, "my data", "/gcm my-data"),
            (Language::En, "floor open until 13 Sep 18:00", "/gcm-office floor open until 13 Sep 18:00"),
            (Language::En, "submit for Union of Examples: …", "/gcm submit for Union of Examples: …"),
            (Language::Fr, "mes données", "/gcm mes-données"),
            (Language::Fr, "my data", "/gcm mes-données"),
            (Language::Fr, "aide", "/gcm aide"),
            (Language::Ar, "مساعدة", "/gcm help"),
            (Language::Zh, "撤回 AF-0042", "/gcm 撤回 AF-0042"),
        ] {
            assert_eq!(shown(language, line), expected);
        }
        assert_eq!(addressed(Platform::Matrix, "!gcm", speak(Language::Fr), "aide"), "!gcm aide");
    }

    #[test]
    fn what_is_shown_in_the_words_of_a_language_is_the_same_command() {
        for language in Language::ALL {
            for (line, name) in [
                ("withdraw AF-0042", "withdraw"),
                ("my data", "my data"),
                ("tag AF-0042 kind challenge", "tag"),
                ("digest objective 6 since 2", "digest"),
                ("room set ack reaction", "room"),
            ] {
                let shown = in_words(speak(language), line);
                match parse(&format!("!gcm {shown}"), Heard::Room, "!gcm") {
                    Parsed::Command(typed) => assert_eq!(typed.entry.spec.name, name, "{shown}"),
                    _ => panic!("{language:?}: {shown} is no command"),
                }
            }
        }
        assert_eq!(in_words(speak(Language::Fr), "digest objective 6 since 2"), "synthèse objectif 6 depuis 2");
        assert_eq!(in_words(speak(Language::Fr), "digset"), "digset");
    }
}
