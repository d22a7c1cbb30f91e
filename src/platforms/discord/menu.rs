//! The commands as Discord has them: three lists of commands with what each takes, in the languages
//! of Discord's interface, and one entry in the menu of a message. They are told to Discord only
//! where it has others.

use super::Discord;
use super::rest::{Trouble, pause};
use crate::chat::{Access, CommandSpec, Param, ParamKind, is_listed};
use crate::i18n::{Speaker, speak};
use crate::model::Language;
use serde_json::{Map, Value, json};

/// The entry in the menu of a message.
pub(super) const HAND_IN: &str = "Submit this message";
/// Discord's own languages in which people are shown commands; English is the rule, and Arabic it
/// does not have. <https://discord.com/developers/docs/reference#locales>
const LOCALES: [(&str, Language); 6] = [
    ("fr", Language::Fr),
    ("es-ES", Language::Es),
    ("es-419", Language::Es),
    ("ru", Language::Ru),
    ("zh-CN", Language::Zh),
    ("pt-BR", Language::Pt),
];
/// Where commands can be used: in servers, and in private with the bot.
/// <https://discord.com/developers/docs/interactions/application-commands#interaction-contexts>
const EVERYWHERE: [u8; 2] = [0, 1];
/// Who is shown the commands of an office, until a server's owner says otherwise: Manage Messages.
const MANAGE_MESSAGES: &str = "8192";
/// The longest text that Discord takes of a command.
const LONGEST: u16 = 6_000;
/// The longest word, or few words: nothing longer is of use.
const FEW_WORDS: u16 = 120;
/// What can be chosen among proposals is no longer.
const PROPOSED: u16 = 100;

/// What Discord calls a list of subcommands, and a text.
/// <https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type>
const SUBCOMMAND: u8 = 1;
const TEXT: u8 = 3;

impl Discord {
    /// Sees to it that Discord has the commands, and never ends.
    pub(super) async fn keep_registered(&self) {
        let mut failures = 0u32;
        loop {
            match self.register().await {
                Ok(()) => break,
                Err(trouble @ Trouble::Away(_)) => tracing::warn!(%trouble, "Discord is told the commands later"),
                Err(trouble) => {
                    tracing::error!(%trouble, "Discord does not take the commands");
                    break;
                }
            }
            failures = failures.saturating_add(1);
            tokio::time::sleep(pause(failures)).await;
        }
        std::future::pending().await
    }

    /// Tells Discord the commands, where it has others.
    async fn register(&self) -> Result<(), Trouble> {
        let known = self.ask(self.http.get_global_commands_with_localizations()).await?;
        let known = known.iter().map(|command| serde_json::to_value(command).unwrap_or_default());
        let wanted = menu(&self.specs);
        if same(known.collect(), wanted.clone()) {
            return Ok(());
        }
        self.ask(self.http.create_global_commands(&wanted)).await?;
        tracing::info!("Discord was told the commands anew");
        Ok(())
    }
}

/// The commands as Discord is told them.
pub fn menu(specs: &[CommandSpec]) -> Vec<Value> {
    let list = |name: &str| {
        let of_list: Vec<Value> = specs.iter().filter(|spec| spec.list == name).map(subcommand).collect();
        let mut list = described(name, None, |voice| voice.say_plain(&format!("menu-{name}")));
        list["type"] = json!(1);
        list["contexts"] = json!(EVERYWHERE);
        list["options"] = of_list.into();
        list
    };
    let mut office = list("gcm-office");
    office["default_member_permissions"] = json!(MANAGE_MESSAGES);
    let name = |voice: Speaker| Some(voice.say_plain("menu-hand-in"));
    let hand_in = json!({"type": 3, "name": HAND_IN, "name_localizations": localised(name), "contexts": EVERYWHERE});
    vec![list("gcm"), list("gcm-talks"), office, hand_in]
}

fn subcommand(spec: &CommandSpec) -> Value {
    let mut command = described(&spec.listed(speak(Language::En)), Some(&|voice| spec.listed(voice)), |voice| {
        voice.say_plain(&spec.help_key())
    });
    command["type"] = json!(SUBCOMMAND);
    command["options"] = spec.params.iter().map(|param| option(spec, param)).collect();
    command
}

/// The name under which Discord tells what was given for a parameter.
pub(super) fn option_name(param: &Param) -> String {
    param.name.replace(' ', "-")
}

fn option(spec: &CommandSpec, param: &Param) -> Value {
    let name = option_name(param);
    let key = format!("option-{name}");
    let mut option =
        described(&name, Some(&|voice| voice.say_plain(&key)), |voice| voice.say_plain(&format!("{key}-about")));
    option["type"] = json!(TEXT);
    // Where a text is all it takes, a form opens for who gives none.
    option["required"] = json!(param.required && !spec.is_one_text());
    match param.kind {
        ParamKind::Choice(words) => option["choices"] = words.iter().map(|word| choice(spec, word)).collect(),
        ParamKind::Language => option["choices"] = Language::ALL.into_iter().map(language).collect(),
        kind => {
            option["autocomplete"] = json!(is_proposed(spec, kind));
            option["max_length"] = json!(match kind {
                ParamKind::Text if spec.is_one_text() => LONGEST,
                ParamKind::Options => LONGEST,
                ParamKind::Text | ParamKind::Word => FEW_WORDS,
                _ => PROPOSED,
            });
        }
    }
    option
}

/// Whether something is proposed for a parameter. Who holds an office is not shown what others
/// wrote, and their own is not what they look for.
fn is_proposed(spec: &CommandSpec, kind: ParamKind) -> bool {
    match kind {
        ParamKind::Receipt | ParamKind::Passage => !matches!(spec.access, Access::Roles(_)),
        ParamKind::Objective | ParamKind::Moment | ParamKind::Options => true,
        _ => false,
    }
}

fn choice(spec: &CommandSpec, word: &str) -> Value {
    let name = |voice: Speaker| {
        let own = |key: String| voice.word(&key);
        own(format!("words-{}-{word}", spec.name)).or_else(|| own(format!("words-{word}")))
    };
    json!({"name": word, "name_localizations": localised(name), "value": word})
}

fn language(language: Language) -> Value {
    json!({"name": language.own_name(), "value": language.code()})
}

/// A name with a description, in every language. A name that Discord would not take is left in
/// English.
fn described(name: &str, names: Option<&dyn Fn(Speaker) -> String>, about: impl Fn(Speaker) -> String) -> Value {
    let english = about(speak(Language::En));
    let mut described = json!({
        "name": name,
        "description": english,
        "description_localizations": localised(|voice| Some(about(voice))),
    });
    if let Some(names) = names {
        let fits = |voice| Some(names(voice).to_lowercase().replace(' ', "-")).filter(|name| is_listed(name));
        described["name_localizations"] = localised(fits);
    }
    described
}

fn localised(text: impl Fn(Speaker) -> Option<String>) -> Value {
    let texts =
        LOCALES.iter().filter_map(|(locale, language)| Some(((*locale).to_owned(), text(speak(*language))?.into())));
    Value::Object(texts.collect::<Map<String, Value>>())
}

/// What this program sets of a command; all else is Discord's.
const SET: [&str; 13] = [
    "type",
    "name",
    "name_localizations",
    "description",
    "description_localizations",
    "options",
    "choices",
    "value",
    "required",
    "autocomplete",
    "max_length",
    "default_member_permissions",
    "contexts",
];

/// Whether two sets of commands are the same in all that this program sets.
fn same(known: Vec<Value>, wanted: Vec<Value>) -> bool {
    let plain = |commands: Vec<Value>| {
        let mut plain: Vec<Value> = commands.into_iter().map(plain).collect();
        plain.sort_by_key(|command| (command["type"].to_string(), command["name"].to_string()));
        plain
    };
    plain(known) == plain(wanted)
}

/// A command without what is not set by this program, or says nothing.
fn plain(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let set = fields.into_iter().filter(|(name, _)| SET.contains(&name.as_str()));
            let set = set.map(|(name, value)| match name.ends_with("_localizations") {
                true => (name, value),
                false => (name, plain(value)),
            });
            Value::Object(set.filter(|(_, value)| !says_nothing(value)).collect())
        }
        Value::Array(values) => values.into_iter().map(plain).collect(),
        value => value,
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}
