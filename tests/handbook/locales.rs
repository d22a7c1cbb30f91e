//! Every language says everything: the folders in `config/locales/` hold the same messages with
//! the same placeholders, and every message is used.

use gcm_talks::args;
use gcm_talks::commands::{Entry, TABLE};
use gcm_talks::i18n::speak;
use gcm_talks::model::{Consent, Language};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A language's messages by key, each with its placeholders, functions and terms.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The files below a folder that end like this.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of the repository") {
        let path = entry.expect("an entry of it").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The messages of one file's text.
fn messages(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let key = Regex::new(r"^(-?[a-zA-Z][\w-]*)\s*=").expect("a pattern");
    let reference = Regex::new(r"\$[a-zA-Z][\w-]*|\b[A-Z]{2,}\(|\{\s*-[a-z][\w-]*").expect("a pattern");
    let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(captures) = key.captures(line) {
            found.push((captures[1].to_owned(), BTreeSet::new()));
        }
        if let Some((_, references)) = found.last_mut() {
            references.extend(reference.find_iter(line).map(|m| m.as_str().to_owned()));
        }
    }
    found
}

fn language(language: Language) -> Messages {
    let mut all = Messages::new();
    for file in files(&folder("config/locales").join(language.code()), ".ftl") {
        for (key, references) in messages(&read(&file)) {
            let before = all.insert(key.clone(), references);
            assert!(before.is_none(), "{} says {key} again", file.display());
        }
    }
    all
}

/// The source's code without tests and comments, where it speaks: vocabulary and analysis stand apart
/// from the locales, their words are lists of their own.
fn source() -> String {
    let speaks = |file: &PathBuf| {
        !["src/vocabulary", "src/analysis", "src/digest/titles.rs"].iter().any(|r| file.starts_with(folder(r)))
    };
    let mut all = String::new();
    for file in files(&folder("src"), ".rs").into_iter().filter(speaks) {
        let code = read(&file);
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        all.extend(code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line} ")));
    }
    all
}

/// The keys that the source says, as literals.
fn said() -> BTreeSet<String> {
    let call =
        Regex::new(r#"\b(?:say|say_plain|words|names|moment|civil|month)\(\s*(?:[\w.()&:]+,\s*)?"([a-z][a-z0-9-]*)""#)
            .expect("a pattern");
    let literal = Regex::new(r#""([a-z][a-z0-9]*(?:-[a-z0-9]+)*)""#).expect("a pattern");
    let (source, english) = (source(), language(Language::En));
    let mut keys: BTreeSet<String> = call.captures_iter(&source).map(|c| c[1].to_owned()).collect();
    // A key may be chosen first and said later, so any literal of its form counts as use where there
    // is such a message.
    keys.extend(literal.captures_iter(&source).map(|c| c[1].to_owned()).filter(|k| english.contains_key(k)));
    keys
}

/// How keys begin that the source puts together while running: `kind-` of `"kind-{}"`.
fn computed() -> BTreeSet<String> {
    let key = Regex::new(r#""([a-z]+(?:-[a-z]+)*-)\{[^"]*\}""#).expect("a pattern");
    key.captures_iter(&source()).map(|c| c[1].to_owned()).collect()
}

#[test]
fn every_file_can_be_read() {
    for file in files(&folder("config/locales"), ".ftl") {
        if let Err((_, errors)) = fluent_bundle::FluentResource::try_new(read(&file)) {
            panic!("{}: {errors:?}", file.display());
        }
    }
}

#[test]
fn every_folder_is_a_language_and_every_language_a_folder() {
    let folders: BTreeSet<String> = std::fs::read_dir(folder("config/locales"))
        .expect("the folder of languages")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let codes: BTreeSet<String> = Language::ALL.iter().map(|l| l.code().to_owned()).collect();
    assert_eq!(folders, codes);
}

#[test]
fn every_language_says_what_english_says() {
    let english = language(Language::En);
    let mut wrong = Vec::new();
    for other in Language::ALL {
        let messages = language(other);
        for (key, references) in &english {
            match messages.get(key) {
                None => wrong.push(format!("{}: {key} is missing", other.code())),
                Some(own) if own != references => {
                    wrong.push(format!("{}: {key} has {own:?}, English has {references:?}", other.code()));
                }
                Some(_) => {}
            }
        }
        for key in messages.keys().filter(|key| !english.contains_key(*key)) {
            wrong.push(format!("{}: {key} is unknown to English", other.code()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_key_in_the_source_is_a_message() {
    let english = language(Language::En);
    let unknown: Vec<String> = said().into_iter().filter(|key| !english.contains_key(key)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn every_message_is_used() {
    let (said, computed, source) = (said(), computed(), source());
    let names = |key: &str, name: &str| TABLE.iter().any(|entry| format!("{key}-{}", name_of(entry)) == *name);
    let used = |key: &str| match key.split('-').next() {
        // A command's words and help go with the command, a word with the name by which the source
        // asks for it.
        Some("command") => names("command", key),
        Some("help") => names("help", key) || said.contains(key),
        Some("words") => {
            let name = key.trim_start_matches("words-");
            let asked = [name.to_owned(), name.replace('-', " ")];
            asked.iter().any(|name| source.contains(&format!("\"{name}\"")))
                || said.contains(key)
                || key.starts_with("words-consent-")
        }
        _ => said.contains(key) || computed.iter().any(|start| key.starts_with(start)),
    };
    let english = language(Language::En);
    let unused: Vec<&String> = english.keys().filter(|key| !used(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

fn name_of(entry: &Entry) -> String {
    entry.spec.name.replace(' ', "-")
}

#[test]
fn the_consent_question_is_short_in_every_language() {
    let mut too_long = Vec::new();
    for language in Language::ALL {
        let speaker = speak(language);
        let names = match language {
            Language::En => ("Consultation for Africa", "the network's secretariat"),
            Language::Fr => ("Consultation pour l’Afrique", "le secrétariat du réseau"),
            Language::Es => ("Consulta para África", "la secretaría de la red"),
            Language::Ar => ("مشاورة أفريقيا", "أمانة الشبكة"),
            Language::Ru => ("Консультация для Африки", "секретариат сети"),
            Language::Zh => ("非洲磋商", "网络秘书处"),
            Language::Pt => ("Consulta para a África", "o secretariado da rede"),
        };
        let mut text = speaker.say("consent-question", &args![("consultation", names.0), ("controller", names.1)]);
        for level in Consent::ALL {
            text.push_str(&format!("\n0  {}", speaker.say_plain(&format!("consent-answer-{}", level.word()))));
        }
        let others: Vec<&str> = Language::ALL.iter().filter(|l| **l != language).map(|l| l.own_name()).collect();
        text.push_str(&format!("\n{}", others.join(" · ")));
        let length = text.chars().count();
        if length > 400 {
            too_long.push(format!("{}: {length} characters\n{text}", language.code()));
        }
    }
    assert!(too_long.is_empty(), "{}", too_long.join("\n"));
}

#[test]
fn no_two_commands_share_a_word() {
    let commands: Vec<String> = language(Language::En).into_keys().filter(|key| key.starts_with("command-")).collect();
    for language in Language::ALL {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for command in &commands {
            let words = speak(language).words(command);
            assert!(!words.is_empty(), "{}: {command} has no word", language.code());
            for word in words {
                if let Some(owner) = owners.insert(word.clone(), command) {
                    assert_eq!(owner, command, "{}: {word} stands for both", language.code());
                }
            }
        }
    }
}

#[test]
fn every_command_is_known_by_its_english_word_too() {
    for key in language(Language::En).into_keys().filter(|key| key.starts_with("command-")) {
        let english = speak(Language::En).words(&key);
        for language in Language::ALL {
            let words = speak(language).words(&key);
            assert!(words.contains(&english[0]), "{}: {key} lacks {}", language.code(), english[0]);
        }
    }
}

#[test]
fn a_difference_between_languages_is_seen() {
    let english = messages("a-key = One { $count } { NUMBER($count) }\n    { -term }\n# b-key = no\nc-key = x");
    assert_eq!(english.len(), 2);
    assert_eq!(english[0].1, ["$count", "NUMBER(", "{ -term"].map(str::to_owned).into());
    assert!(english[1].1.is_empty());
}
