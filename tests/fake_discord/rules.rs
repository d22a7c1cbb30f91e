//! What Discord takes in a form, and the error tree that it answers with otherwise.
//! <https://discord.com/developers/docs/reference#error-messages>

use super::rest::Refusal;
use regex::Regex;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What is wrong with a form, by the place where it is wrong.
#[derive(Default)]
pub struct Wrong(Value);

impl Wrong {
    /// Notes an error at a place such as `embeds.0.description`.
    pub fn at(&mut self, place: &str, code: &str, message: &str) {
        if self.0.is_null() {
            self.0 = json!({});
        }
        let mut node = &mut self.0;
        for part in place.split('.').filter(|part| !part.is_empty()) {
            node = &mut node[part];
        }
        if node.is_null() {
            *node = json!({});
        }
        let error = json!({"code": code, "message": message});
        match node["_errors"].as_array_mut() {
            Some(errors) => errors.push(error),
            None => node["_errors"] = json!([error]),
        }
    }

    fn length(&mut self, place: &str, text: &str, least: usize, most: usize) {
        let long = text.chars().count();
        if long > most {
            self.at(place, "BASE_TYPE_MAX_LENGTH", &format!("Must be {most} or fewer in length."));
        } else if long < least {
            let (code, message) = if long == 0 {
                ("BASE_TYPE_REQUIRED", "This field is required".to_owned())
            } else {
                ("BASE_TYPE_MIN_LENGTH", format!("Must be {least} or more in length."))
            };
            self.at(place, code, &message);
        }
    }

    /// A text of a field, which may be left out where `least` is 0.
    fn text(&mut self, place: &str, value: &Value, least: usize, most: usize) {
        match value {
            Value::Null if least == 0 => {}
            Value::Null => self.at(place, "BASE_TYPE_REQUIRED", "This field is required"),
            Value::String(text) => self.length(place, text, least, most),
            _ => self.at(place, "STRING_TYPE_CONVERT", "Could not interpret value as string."),
        }
    }

    fn count(&mut self, place: &str, count: usize, least: usize, most: usize) {
        if count < least || count > most {
            let message = format!("Must be between {least} and {most} in length.");
            self.at(place, "BASE_TYPE_BAD_LENGTH", &message);
        }
    }

    fn choice(&mut self, place: &str) {
        self.at(place, "BASE_TYPE_CHOICES", "This value is not one that is taken here.");
    }

    /// Nothing, or the refusal that says it all.
    pub fn done(self) -> Result<(), Refusal> {
        if self.0.is_null() { Ok(()) } else { Err(Refusal::form(self.0)) }
    }
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A message's content, embeds, components, nonce and mentions.
/// <https://discord.com/developers/docs/resources/message#create-message>
pub fn message(body: &Value, wrong: &mut Wrong, at: &str) {
    let place = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
    wrong.text(&place("content"), &body["content"], 0, 2_000);
    match &body["nonce"] {
        Value::Null | Value::Number(_) => {}
        nonce => wrong.text(&place("nonce"), nonce, 0, 25),
    }
    embeds(&body["embeds"], wrong, &place("embeds"));
    components(&body["components"], wrong, &place("components"));
    wrong.count(&place("attachments"), items(&body["attachments"]).len(), 0, 10);
    allowed_mentions(&body["allowed_mentions"], wrong, &place("allowed_mentions"));
}

/// <https://discord.com/developers/docs/resources/message#embed-object-embed-limits>
fn embeds(embeds: &Value, wrong: &mut Wrong, at: &str) {
    let embeds = items(embeds);
    wrong.count(at, embeds.len(), 0, 10);
    let mut all = 0;
    let mut long = |value: &Value| all += value.as_str().map_or(0, |text| text.chars().count());
    for (number, embed) in embeds.iter().enumerate() {
        let place = |name: &str| format!("{at}.{number}.{name}");
        wrong.text(&place("title"), &embed["title"], 0, 256);
        wrong.text(&place("description"), &embed["description"], 0, 4_096);
        wrong.text(&place("footer.text"), &embed["footer"]["text"], 0, 2_048);
        wrong.text(&place("author.name"), &embed["author"]["name"], 0, 256);
        let fields = items(&embed["fields"]);
        wrong.count(&place("fields"), fields.len(), 0, 25);
        [&embed["title"], &embed["description"], &embed["footer"]["text"], &embed["author"]["name"]]
            .into_iter()
            .for_each(&mut long);
        for (index, field) in fields.iter().enumerate() {
            wrong.text(&place(&format!("fields.{index}.name")), &field["name"], 1, 256);
            wrong.text(&place(&format!("fields.{index}.value")), &field["value"], 1, 1_024);
            [&field["name"], &field["value"]].into_iter().for_each(&mut long);
        }
    }
    if all > 6_000 {
        wrong.at(at, "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
    }
}

/// Rows of buttons and menus.
/// <https://discord.com/developers/docs/components/reference#action-row>
fn components(rows: &Value, wrong: &mut Wrong, at: &str) {
    let rows = items(rows);
    wrong.count(at, rows.len(), 0, 5);
    let mut known = BTreeSet::new();
    for (number, row) in rows.iter().enumerate() {
        let at = format!("{at}.{number}");
        if row["type"] != 1 {
            wrong.choice(&format!("{at}.type"));
            continue;
        }
        let parts = items(&row["components"]);
        let menu = parts.iter().any(|p| p["type"] != 2);
        wrong.count(&format!("{at}.components"), parts.len(), 1, if menu { 1 } else { 5 });
        for (index, part) in parts.iter().enumerate() {
            let place = |name: &str| format!("{at}.components.{index}.{name}");
            let link = part["type"] == 2 && part["style"] == 5;
            match part["type"].as_u64() {
                Some(2) => {
                    wrong.text(&place("label"), &part["label"], usize::from(part["emoji"].is_null()), 80);
                    if !part["style"].as_u64().is_some_and(|style| (1..=5).contains(&style)) {
                        wrong.choice(&place("style"));
                    }
                }
                Some(3) => menu_options(part, wrong, &place("options")),
                Some(5..=8) => {}
                _ => wrong.choice(&place("type")),
            }
            wrong.text(&place("placeholder"), &part["placeholder"], 0, 150);
            if link {
                wrong.text(&place("url"), &part["url"], 1, 512);
                continue;
            }
            wrong.text(&place("custom_id"), &part["custom_id"], 1, 100);
            if !known.insert(part["custom_id"].to_string()) {
                let message = "Component custom id cannot be duplicated";
                wrong.at(&place("custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", message);
            }
        }
    }
}

/// <https://discord.com/developers/docs/components/reference#string-select>
fn menu_options(menu: &Value, wrong: &mut Wrong, at: &str) {
    let options = items(&menu["options"]);
    wrong.count(at, options.len(), 1, 25);
    let mut values = BTreeSet::new();
    for (number, option) in options.iter().enumerate() {
        let place = |name: &str| format!("{at}.{number}.{name}");
        wrong.text(&place("label"), &option["label"], 1, 100);
        wrong.text(&place("value"), &option["value"], 1, 100);
        wrong.text(&place("description"), &option["description"], 0, 100);
        if !values.insert(option["value"].to_string()) {
            let message = "The specified option value is already used";
            wrong.at(&place("value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message);
        }
    }
}

/// <https://discord.com/developers/docs/resources/message#allowed-mentions-object>
fn allowed_mentions(allowed: &Value, wrong: &mut Wrong, at: &str) {
    for (index, kind) in items(&allowed["parse"]).iter().enumerate() {
        if !["users", "roles", "everyone"].iter().any(|known| kind == known) {
            wrong.choice(&format!("{at}.parse.{index}"));
        }
    }
    for kind in ["users", "roles"] {
        wrong.count(&format!("{at}.{kind}"), items(&allowed[kind]).len(), 0, 100);
        if !items(&allowed[kind]).is_empty() && items(&allowed["parse"]).iter().any(|k| k == kind) {
            let message = format!("parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            wrong.at(at, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", &message);
        }
    }
}

/// A form that pops up.
/// <https://discord.com/developers/docs/components/reference#text-input>
pub fn form(data: &Value, wrong: &mut Wrong) {
    wrong.text("data.title", &data["title"], 1, 45);
    wrong.text("data.custom_id", &data["custom_id"], 1, 100);
    let rows = items(&data["components"]);
    wrong.count("data.components", rows.len(), 1, 5);
    let mut known = BTreeSet::new();
    for (number, row) in rows.iter().enumerate() {
        let fields = items(&row["components"]);
        if row["type"] != 1 || fields.len() != 1 || fields[0]["type"] != 4 {
            wrong.choice(&format!("data.components.{number}"));
            continue;
        }
        let field = &fields[0];
        let place = |name: &str| format!("data.components.{number}.components.0.{name}");
        wrong.text(&place("custom_id"), &field["custom_id"], 1, 100);
        wrong.text(&place("label"), &field["label"], 1, 45);
        wrong.text(&place("placeholder"), &field["placeholder"], 0, 100);
        wrong.text(&place("value"), &field["value"], 0, 4_000);
        if !matches!(field["style"].as_u64(), Some(1 | 2)) {
            wrong.choice(&place("style"));
        }
        let least = field["min_length"].as_u64().unwrap_or(0);
        let most = field["max_length"].as_u64().unwrap_or(4_000);
        if !(1..=4_000).contains(&most) || least > most {
            wrong.at(
                &place("max_length"),
                "NUMBER_TYPE_MAX",
                "Must be between 1 and 4000, and no less than the least.",
            );
        }
        if !known.insert(field["custom_id"].to_string()) {
            let message = "Component custom id cannot be duplicated";
            wrong.at(&place("custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", message);
        }
    }
}

/// Choices of an autocompletion or of an option.
/// <https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure>
pub fn choices(choices: &Value, wrong: &mut Wrong, at: &str) {
    let choices = items(choices);
    wrong.count(at, choices.len(), 0, 25);
    for (number, choice) in choices.iter().enumerate() {
        wrong.text(&format!("{at}.{number}.name"), &choice["name"], 1, 100);
        localised(&choice["name_localizations"], wrong, &format!("{at}.{number}.name_localizations"), 100, false);
        if choice["value"].is_string() {
            wrong.text(&format!("{at}.{number}.value"), &choice["value"], 1, 100);
        }
    }
}

/// The interface's languages.
/// <https://discord.com/developers/docs/reference#locales>
pub const LOCALES: [&str; 31] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
    "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW",
];

/// <https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming>
static NAME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$").unwrap());

fn name(text: &str, wrong: &mut Wrong, at: &str) {
    if !NAME.is_match(text) || text.to_lowercase() != text {
        wrong.at(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
}

fn localised(texts: &Value, wrong: &mut Wrong, at: &str, most: usize, names: bool) {
    for (locale, text) in texts.as_object().into_iter().flatten() {
        let at = format!("{at}.{locale}");
        if !LOCALES.contains(&locale.as_str()) {
            wrong.choice(&at);
        }
        wrong.text(&at, text, 1, most);
        if names {
            name(text.as_str().unwrap_or_default(), wrong, &at);
        }
    }
}

/// One command.
/// <https://discord.com/developers/docs/interactions/application-commands#application-command-object>
pub fn command(command: &Value, wrong: &mut Wrong, at: &str) {
    let place = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
    let slash = matches!(command["type"].as_u64(), None | Some(1));
    wrong.text(&place("name"), &command["name"], 1, 32);
    if slash {
        name(command["name"].as_str().unwrap_or_default(), wrong, &place("name"));
        wrong.text(&place("description"), &command["description"], 1, 100);
    } else if !matches!(command["description"].as_str(), None | Some("")) || !items(&command["options"]).is_empty() {
        wrong.at(
            &place("description"),
            "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID",
            "Context menu commands cannot have a description or options",
        );
    }
    localised(&command["name_localizations"], wrong, &place("name_localizations"), 32, slash);
    localised(&command["description_localizations"], wrong, &place("description_localizations"), 100, false);
    options(&command["options"], wrong, &place("options"), 0);
    if weight(command) > 8_000 {
        wrong.at(at, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
    }
}

/// Options at a depth: groups only at the top, subcommands no deeper than in a group.
/// <https://discord.com/developers/docs/interactions/application-commands#subcommands-and-subcommand-groups>
fn options(all: &Value, wrong: &mut Wrong, at: &str, depth: u8) {
    let all = items(all);
    wrong.count(at, all.len(), 0, 25);
    let nested = |option: &Value| matches!(option["type"].as_u64(), Some(1 | 2));
    if all.iter().any(nested) && !all.iter().all(nested) {
        wrong.at(
            at,
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-command and sub-command group option types are mutually exclusive to all other types",
        );
    }
    let mut known = BTreeSet::new();
    let mut optional = false;
    for (number, option) in all.iter().enumerate() {
        let place = |name: &str| format!("{at}.{number}.{name}");
        name(option["name"].as_str().unwrap_or_default(), wrong, &place("name"));
        wrong.text(&place("description"), &option["description"], 1, 100);
        localised(&option["name_localizations"], wrong, &place("name_localizations"), 32, true);
        localised(&option["description_localizations"], wrong, &place("description_localizations"), 100, false);
        if !known.insert(option["name"].to_string()) {
            wrong.at(&place("name"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
        }
        match option["type"].as_u64() {
            Some(2) if depth == 0 => options(&option["options"], wrong, &place("options"), 1),
            Some(1) if depth < 2 => options(&option["options"], wrong, &place("options"), 2),
            Some(3..=11) => {
                if option["required"] == true && optional {
                    wrong.at(
                        &place("required"),
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options",
                    );
                }
                optional |= option["required"] != true;
                if option["autocomplete"] == true && !items(&option["choices"]).is_empty() {
                    wrong.choice(&place("autocomplete"));
                }
                choices(&option["choices"], wrong, &place("choices"));
            }
            _ => wrong.choice(&place("type")),
        }
    }
}

/// How many characters a command counts, of each text the longest among its languages.
fn weight(value: &Value) -> usize {
    let own = |name: &str| {
        let text = value[name].as_str().map_or(0, |text| text.chars().count());
        let others = value[format!("{name}_localizations")].as_object().cloned().unwrap_or_default();
        let longest = others.values().filter_map(Value::as_str).map(|text| text.chars().count()).max();
        text.max(longest.unwrap_or(0))
    };
    let below = ["options", "choices"].iter().flat_map(|name| items(&value[*name]));
    own("name") + own("description") + own("value") + below.map(weight).sum::<usize>()
}

/// A set of commands of one place: how many of each type there may be, and no name twice.
/// <https://discord.com/developers/docs/interactions/application-commands#registering-a-command>
pub fn commands(all: &[Value]) -> Result<(), Refusal> {
    let mut wrong = Wrong::default();
    let mut known = BTreeSet::new();
    let mut counts = Map::new();
    for (number, one) in all.iter().enumerate() {
        let kind = one["type"].as_u64().unwrap_or(1);
        if !known.insert((kind, one["name"].to_string())) {
            let message = "Application command names must be unique";
            wrong.at(&number.to_string(), "APPLICATION_COMMANDS_DUPLICATE_NAME", message);
        }
        let count = counts.get(&kind.to_string()).and_then(Value::as_u64).unwrap_or(0) + 1;
        counts.insert(kind.to_string(), json!(count));
        if count > if kind == 1 { 100 } else { 15 } {
            return Err(Refusal::new(400, 30032, "Maximum number of application commands reached"));
        }
    }
    wrong.done()
}
