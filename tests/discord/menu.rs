//! The commands as Discord is told them keep Discord's limits, in every language.

use gcm_talks::chat::CommandSpec;
use gcm_talks::commands::{TABLE, by_name};
use gcm_talks::i18n::speak;
use gcm_talks::model::Language;
use gcm_talks::platforms::discord::menu;
use regex::Regex;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Discord's own languages in which the bot speaks.
const LOCALES: [&str; 6] = ["fr", "es-ES", "es-419", "ru", "zh-CN", "pt-BR"];

/// The lists of commands.
const LISTS: [&str; 3] = ["gcm", "gcm-talks", "gcm-office"];

fn commands() -> Vec<Value> {
    let specs: Vec<CommandSpec> = TABLE.iter().map(|entry| entry.spec).collect();
    menu(&specs)
}

fn list(name: &str) -> Value {
    commands().into_iter().find(|command| command["name"] == name).expect("a list of commands")
}

fn items<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// A value with all that stands below it.
fn all<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    found.push(value);
    for below in ["options", "choices"] {
        items(value, below).iter().for_each(|value| all(value, found));
    }
}

/// What is shown of a text in one of Discord's languages.
fn shown<'v>(value: &'v Value, text: &str, locale: &str) -> &'v str {
    let own = value[format!("{text}_localizations")][locale].as_str();
    own.or(value[text].as_str()).unwrap_or_default()
}

/// How many characters a command counts, of each text the longest among its languages.
/// <https://discord.com/developers/docs/interactions/application-commands#slash-commands>
fn weight(value: &Value) -> usize {
    let longest = |text: &str| {
        let own = value[format!("{text}_localizations")].as_object().into_iter().flat_map(|texts| texts.values());
        own.chain([&value[text]]).filter_map(Value::as_str).map(|text| text.chars().count()).max().unwrap_or(0)
    };
    let own = ["name", "description", "value"].into_iter().map(longest).sum::<usize>();
    own + ["options", "choices"].iter().flat_map(|below| items(value, below)).map(weight).sum::<usize>()
}

#[test]
fn every_command_of_the_table_stands_in_a_list_and_no_list_is_too_long() {
    let mut named = BTreeSet::new();
    for name in LISTS {
        let list = list(name);
        let commands = items(&list, "options");
        assert!(
            (1..=25).contains(&commands.len()),
            "/{name} has {} commands, and Discord takes 25: give some of them a list of their own (CommandSpec.list)",
            commands.len()
        );
        named.extend(commands.iter().map(|command| command["name"].as_str().unwrap_or_default().replace('-', " ")));
        let weight = weight(&list);
        assert!(weight <= 8_000, "/{name} counts {weight} characters, and Discord takes 8,000: divide it");
    }
    let table: BTreeSet<String> = TABLE.iter().map(|entry| entry.spec.name.to_owned()).collect();
    assert_eq!(named, table);
}

#[test]
fn names_and_descriptions_are_such_as_discord_takes() {
    let name = Regex::new(r"^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$").expect("a pattern");
    let mut wrong = Vec::new();
    for command in commands() {
        let mut parts = Vec::new();
        all(&command, &mut parts);
        for part in parts {
            let is_choice = !part["value"].is_null();
            let texts = |of: &str| {
                let others = part[format!("{of}_localizations")].as_object().into_iter().flatten();
                let others: Vec<String> = others.filter_map(|(_, text)| text.as_str().map(str::to_owned)).collect();
                part[of].as_str().map(str::to_owned).into_iter().chain(others).collect::<Vec<_>>()
            };
            for text in texts("name") {
                let long = text.chars().count();
                let fits = match (is_choice, command["type"] == 3) {
                    (true, _) => (1..=100).contains(&long),
                    (_, true) => (1..=32).contains(&long),
                    _ => name.is_match(&text) && text.to_lowercase() == text,
                };
                if !fits {
                    wrong.push(format!("{text:?} is no name"));
                }
            }
            for text in texts("description") {
                if !(1..=100).contains(&text.chars().count()) {
                    wrong.push(format!("{:?} has {} characters, not 1 to 100", text, text.chars().count()));
                }
            }
            for below in ["options", "choices"] {
                assert!(items(part, below).len() <= 25, "{} has more than 25 {below}", part["name"]);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn in_no_language_do_two_commands_or_two_options_have_one_name() {
    for command in commands() {
        let mut parts = Vec::new();
        all(&command, &mut parts);
        for (part, locale) in parts.iter().flat_map(|part| LOCALES.map(|locale| (part, locale))) {
            let names: Vec<&str> = items(part, "options").iter().map(|option| shown(option, "name", locale)).collect();
            let unique: BTreeSet<&&str> = names.iter().collect();
            assert_eq!(unique.len(), names.len(), "{} in {locale}: {names:?}", part["name"]);
        }
    }
}

#[test]
fn every_command_is_described_in_every_language_of_discord_that_the_bot_speaks() {
    for list in LISTS.map(list) {
        for command in items(&list, "options") {
            for (part, locale) in
                [command].into_iter().chain(items(command, "options")).flat_map(|p| LOCALES.map(|locale| (p, locale)))
            {
                assert!(part["description_localizations"][locale].is_string(), "{} in {locale}", part["name"]);
                assert!(part["name_localizations"][locale].is_string(), "{} in {locale}", part["name"]);
            }
        }
    }
    let my_data = list("gcm")["options"].as_array().expect("commands").clone();
    let my_data = my_data.iter().find(|command| command["name"] == "my-data").expect("my data");
    assert_eq!(shown(my_data, "name", "pt-BR"), "os-meus-dados");
    assert_eq!(shown(my_data, "name", "es-419"), "mis-datos");
    assert_eq!(shown(my_data, "name", "de"), "my-data");
}

#[test]
fn what_a_command_takes_is_named_as_in_the_table() {
    for entry in TABLE {
        for param in entry.spec.params {
            let name = param.name.replace(' ', "-");
            assert_eq!(speak(Language::En).say_plain(&format!("option-{name}")), name);
        }
    }
}

#[test]
fn what_must_be_given_comes_first_and_a_form_stands_in_for_a_text() {
    for list in LISTS.map(list) {
        for command in items(&list, "options") {
            let required: Vec<bool> = items(command, "options").iter().map(|o| o["required"] == json!(true)).collect();
            assert!(required.is_sorted_by(|a, b| a >= b), "{}", command["name"]);
        }
    }
    let say = list("gcm");
    let say = items(&say, "options").iter().find(|command| command["name"] == "say").expect("say").clone();
    assert_eq!(items(&say, "options")[0]["required"], json!(false));
    assert_eq!(items(&say, "options")[0]["max_length"], json!(6_000));
}

#[test]
fn the_commands_of_an_office_are_shown_to_who_may_manage_messages() {
    assert_eq!(list("gcm-office")["default_member_permissions"], json!("8192"));
    assert!(list("gcm")["default_member_permissions"].is_null());
    assert_eq!(by_name("floor").expect("floor").spec.list, "gcm-office");
    assert_eq!(by_name("digest").expect("digest").spec.list, "gcm");
    assert_eq!(by_name("register").expect("register").spec.list, "gcm-talks");
    assert!(list("gcm-talks")["default_member_permissions"].is_null());
}
