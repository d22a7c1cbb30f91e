//! The stage on the fake of Discord: one guild, a channel a room. People write there as anywhere;
//! commands they give as Discord's people do: by the slash command, its options filled in, and
//! what the bot asks they answer by its buttons.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may end")]

use crate::fake_discord::world::{first_of, flag};
use crate::fake_discord::{Discord, Id, Message, Person, may};
use crate::program::Program;
use crate::stage::{REMOVED, Stage, is_aside};
use gcm_talks::chat::Answer;
use gcm_talks::clock::SystemClock;
use gcm_talks::commands::{Heard, Parsed, parse};
use gcm_talks::model::Language;
use gcm_talks::store::Store;
use regex::{Captures, Regex};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

/// A guild on Discord with the built bot in it.
pub struct OnDiscord {
    pub discord: Discord,
    /// Discord's own clock, which can be moved forward.
    pub clock: Arc<SystemClock>,
    pub bot: Program,
    pub guild: Id,
    people: BTreeMap<String, Someone>,
    rooms: BTreeMap<String, Id>,
    /// Of what was given by slash command and is answered where it was given: the interactions.
    here: Vec<Id>,
    /// The commands that had to be written, since there is no slash command for them.
    pub written: Vec<String>,
}

struct Someone {
    person: Person,
    /// The last that they wrote, by channel.
    last: HashMap<Id, Id>,
    /// The interaction whose form they have before them.
    form: Option<Id>,
    /// The language in which Discord is shown to them.
    language: Language,
}

/// Discord's word for a language; none where it is not shown in it.
/// <https://discord.com/developers/docs/reference#locales>
fn locale(language: Language) -> Option<&'static str> {
    Some(match language {
        Language::En => "en-US",
        Language::Fr => "fr",
        Language::Es => "es-ES",
        Language::Ru => "ru",
        Language::Zh => "zh-CN",
        Language::Pt => "pt-BR",
        Language::Ar => return None,
    })
}

impl OnDiscord {
    /// A running bot that knows nobody but its secretariat.
    pub async fn new(secretariat: &str) -> OnDiscord {
        let clock = Arc::new(SystemClock::default());
        let discord = Discord::start(clock.clone()).await;
        let guild = discord.guild("Sample Talks");
        let bot = Program::new();
        let (people, rooms, here) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        let mut stage = OnDiscord { discord, clock, bot, guild, people, rooms, here, written: Vec::new() };
        stage.meet(secretariat);
        std::fs::write(stage.bot.file("token"), stage.discord.token()).unwrap();
        let section = format!("[discord]\ntoken_file = \"token\"\napi_proxy = \"{}\"\n", stage.discord.api());
        stage.bot.init(&format!("discord:{}", stage.person(secretariat).id), &section);
        stage.bot.start();
        stage.is_there().await;
        stage
    }

    /// Waits until the bot is connected and its commands are offered.
    pub async fn is_there(&self) {
        let there = |discord: &Discord| discord.connected() > 0 && !discord.commands(None).is_empty();
        self.discord.until("the bot is there with its commands", there).await;
    }

    /// Makes sure that a person is there. As far as Discord is concerned they may use every command:
    /// what the bot says to them is what counts.
    pub fn meet(&mut self, who: &str) -> &Person {
        let (discord, guild) = (&self.discord, self.guild);
        let met = self.people.entry(who.to_owned()).or_insert_with(|| {
            let person = discord.person(guild, who);
            discord.role(guild, &format!("team of {who}"), may::ALL & !may::ADMINISTRATOR, &[person.id]);
            Someone { person, last: HashMap::new(), form: None, language: Language::En }
        });
        &met.person
    }

    /// A person who is there.
    pub fn person(&self, who: &str) -> &Person {
        &self.people[who].person
    }

    /// The channel of a room, which is made where nobody has been there yet; or a person's
    /// conversation with the bot.
    pub fn enter(&mut self, who: &str, room: &str) -> Id {
        self.meet(who);
        if room == "private" {
            return self.person(who).private();
        }
        let (discord, guild) = (&self.discord, self.guild);
        *self.rooms.entry(room.to_owned()).or_insert_with(|| discord.channel(guild, room))
    }

    /// The channel of a room that is there.
    pub fn channel(&self, room: &str) -> Id {
        self.rooms[room]
    }

    /// The last message that a person wrote in a channel.
    pub fn last(&self, who: &str, channel: Id) -> Id {
        *self.people[who].last.get(&channel).expect("they wrote there before")
    }

    /// The text with mentions in the place of `@words`.
    fn named(&mut self, text: &str) -> String {
        let word = Regex::new(r"(^|\s)@([a-z][a-z-]*)").unwrap();
        word.replace_all(text, |found: &Captures<'_>| {
            let id = if &found[2] == "gcm-talks" { self.discord.bot() } else { self.meet(&found[2]).id };
            format!("{}<@{id}>", &found[1])
        })
        .into_owned()
    }

    /// Gives a command by its slash command, the options filled in from what would be typed.
    fn invoke(&mut self, who: &str, channel: Id, name: &str, rest: &str) -> Result<Id, String> {
        let commands = [self.discord.commands(Some(self.guild)), self.discord.commands(None)].concat();
        let same = |part: &Value| part["name"].as_str().is_some_and(|n| n.replace(['-', '_'], " ") == name);
        let parts = |of: &Value| of["options"].as_array().cloned().unwrap_or_default();
        let of_menu = commands.iter().filter(|command| command["type"] == 1);
        let mut found = of_menu.flat_map(|command| {
            let path = command["name"].as_str().unwrap_or_default().to_owned();
            parts(command)
                .into_iter()
                .filter(same)
                .map(move |part| (format!("{path} {}", part["name"].as_str().unwrap()), part))
        });
        let (path, part) = found.next().ok_or_else(|| format!("no slash command for {name}"))?;
        let given = filled(&parts(&part), rest)?;
        let given: Vec<(&str, Value)> = given.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        self.person(who).invokes(channel, &path, &given)
    }

    /// Answers what the bot asked last by its button, or by the option of its menu.
    fn press(&mut self, who: &str, answer: &str) -> Option<Id> {
        let said = self.discord.said();
        let person = self.person(who).clone();
        let own = said.iter().rev().filter(|m| !m.gone && self.is_for(m, &person));
        for message in own {
            let seen = person.sees(message.channel).into_iter().find(|seen| seen.id == message.id)?;
            let means = |label: &&String| means(label, answer);
            if let Some(label) = seen.buttons.iter().find(means) {
                return Some(person.presses(message.id, label).unwrap());
            }
            if let Some(label) = seen.options.iter().find(means) {
                return Some(person.chooses(message.id, &[label]).unwrap());
            }
        }
        None
    }

    /// Whether a message of the bot is for this person alone.
    fn is_for(&self, message: &Message, person: &Person) -> bool {
        match message.only_for {
            Some(one) => one == person.id,
            None => message.channel == person.private(),
        }
    }

    /// What the bot said at a place until now.
    fn standing(&self, place: &str) -> Vec<String> {
        // An acknowledgement that was taken away, or is not answered yet, says nothing.
        let ready: Vec<Message> = self.discord.said().into_iter().filter(|m| m.flags & flag::LOADING == 0).collect();
        let here = |m: &Message| m.interaction.is_some_and(|id| self.here.contains(&id));
        let mut said: Vec<String>;
        match place.strip_prefix('#') {
            Some(room) => {
                let channel = self.rooms[room];
                let there = ready.iter().filter(|m| m.channel == channel && (m.only_for.is_none() || here(m)));
                said = self.read_all(there);
                let marks = self.discord.marked().into_iter().filter(|(at, _, _)| *at == channel);
                said.extend(marks.map(|(_, _, mark)| mark));
            }
            None => {
                let person = self.person(place.trim_start_matches('@'));
                said = self.read_all(ready.iter().filter(|m| self.is_for(m, person) && !here(m)));
                said.iter_mut().for_each(|text| *text = text.replace("!gcm ", ""));
            }
        }
        said.retain(|text| !is_aside(text));
        said
    }

    /// Messages as they read elsewhere, in the order in which that is said. What was amended was taken
    /// down and put up anew elsewhere, and that at its moment; the file beside a digest is Discord's own.
    fn read_all<'m>(&self, messages: impl Iterator<Item = &'m Message>) -> Vec<String> {
        let mut at: Vec<(Id, String)> = Vec::new();
        for message in messages {
            let answer = message.interaction.is_some();
            let mut moments = message.amended.iter().filter(|_| !answer).map(|moment| first_of(*moment));
            let last = moments.next_back();
            let before = last.map(|_| message.id).into_iter().chain(moments);
            at.extend(before.map(|moment| (moment, REMOVED.to_owned())));
            let moment = last.unwrap_or(message.id);
            let files = message.attachments.iter().filter(|file| !message.gone && file.name != "digest.md");
            let said = self.read(message).into_iter().chain(files.map(|file| file.name.clone()));
            at.extend(said.map(|text| (moment, text)));
        }
        at.sort_by_key(|(moment, _)| *moment);
        at.into_iter().map(|(_, text)| text).collect()
    }

    /// A message as it reads elsewhere: [`plain`], with people by the word for them.
    fn read(&self, message: &Message) -> Vec<String> {
        if message.gone {
            return vec![REMOVED.to_owned()];
        }
        let names =
            || self.people.iter().map(|(who, someone)| (format!("<@{}>", someone.person.id), format!("@{who}")));
        let named = |text: String| names().fold(text, |text, (id, who)| text.replace(&id, &who));
        plain(message).into_iter().map(named).collect()
    }

    /// The interaction's form, once the bot has answered with one.
    async fn heed(&mut self, who: &str, interaction: Id) {
        let person = self.person(who).clone();
        let answered = |_: &Discord| person.answer(interaction).is_some() || person.left_alone(interaction);
        self.discord.until("an interaction is answered", answered).await;
        if person.answer(interaction) == Some(9) {
            self.people.get_mut(who).expect("met").form = Some(interaction);
        }
    }
}

/// The words of an answer by what stands on a button.
fn means(label: &str, answer: &str) -> bool {
    let digit = |c: char| "٠١٢٣٤٥٦٧٨٩".chars().position(|d| d == c).map_or(c.to_string(), |n| n.to_string());
    let answer: String = answer.trim().chars().map(digit).collect();
    let first = label.split([' ', '\u{a0}', '.', ':']).find(|word| !word.is_empty()).unwrap_or_default();
    first.eq_ignore_ascii_case(&answer) || label.eq_ignore_ascii_case(&answer)
}

/// The options of a slash command, filled in from what follows the command's words when it is typed.
fn filled(options: &[Value], rest: &str) -> Result<Vec<(String, Value)>, String> {
    let mut rest = rest.trim();
    let mut given = Vec::new();
    for (number, option) in options.iter().enumerate() {
        if rest.is_empty() {
            break;
        }
        let name = option["name"].as_str().unwrap_or_default();
        let choices = option["choices"].as_array().cloned().unwrap_or_default();
        let (word, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        if choices.is_empty() {
            // What is typed in front of it says which option it is.
            let named = word.eq_ignore_ascii_case(name) && !after.is_empty();
            let (value, left) = match (number + 1 == options.len(), named) {
                (true, true) => (after, ""),
                (true, false) => (rest, ""),
                (false, _) => (word, after),
            };
            given.push((name.to_owned(), json!(value)));
            rest = left.trim_start();
            continue;
        }
        let same = |choice: &&Value| {
            let names = choice["name_localizations"].as_object().into_iter().flatten().map(|(_, name)| name);
            let mut all = names.chain([&choice["name"], &choice["value"]]).filter_map(Value::as_str);
            all.any(|name| name.to_lowercase() == word.to_lowercase())
        };
        match choices.iter().find(same) {
            Some(choice) => {
                given.push((name.to_owned(), choice["value"].clone()));
                rest = after.trim_start();
            }
            None if option["required"] == true => return Err(format!("{word} is no {name}")),
            None => {}
        }
    }
    if rest.is_empty() { Ok(given) } else { Err(format!("nowhere to put {rest}")) }
}

/// What a message says, without what is Discord's own about it: one answer in the message itself or
/// in each of its embeds, no mark of the outbox, no Markdown, what can be pressed as it is numbered
/// elsewhere, commands as they are typed elsewhere.
pub fn plain(message: &Message) -> Vec<String> {
    static MARK: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\n?-# [0-9a-z]+$").unwrap());
    static SIGNS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\*\*|`|(?m)^ *(#{1,3}|-#|>) ").unwrap());
    static POINT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?m)^ *- ").unwrap());
    static NUMBERED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?m)^( *\d+)\. ").unwrap());
    static ESCAPED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\\([^\w\s])").unwrap());
    static COMMAND: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"/gcm(-office)? ").unwrap());
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut said: Vec<String> = vec![MARK.replace(&message.content, "").into_owned()];
    said.extend(
        message.embeds.iter().map(|embed| format!("{}\n{}", text(&embed["title"]), text(&embed["description"]))),
    );
    said.retain(|text| !text.trim().is_empty());
    let rows = message.components.iter().flat_map(|row| row["components"].as_array().into_iter().flatten());
    let labels = rows.flat_map(|part| match part["options"].as_array() {
        Some(options) => options.iter().map(|option| text(&option["label"])).collect(),
        None => vec![text(&part["label"])],
    });
    let labels: Vec<String> = labels.map(|label| label.replace(" · ", "  ")).collect();
    if let (Some(last), false) = (said.last_mut(), labels.is_empty()) {
        *last = format!("{last}\n{}", labels.join("\n"));
    }
    let written = |text: String| {
        let text = SIGNS.replace_all(&text, "").into_owned();
        let text = POINT.replace_all(&text, "• ").into_owned();
        let text = NUMBERED.replace_all(&text, "$1  ").into_owned();
        let text = ESCAPED.replace_all(&text, "$1").into_owned();
        let text = COMMAND.replace_all(&text, "!gcm ").into_owned();
        let of_two = ["my data", "forget me", "my contributions"].map(|name| (name.replace(' ', "-"), name));
        of_two
            .iter()
            .fold(text, |text, (listed, name)| text.replace(&format!("!gcm {listed}"), &format!("!gcm {name}")))
    };
    said.into_iter().map(written).collect()
}

impl Stage for OnDiscord {
    async fn act(&mut self, who: &str, room: &str, line: &str) {
        let channel = self.enter(who, room);
        let person = self.person(who).clone();
        let (tap, rest) = match line.strip_prefix('/') {
            Some(tap) if !tap.starts_with("gcm ") => tap.split_once(' ').unwrap_or((tap, "")),
            _ => ("", line),
        };
        let (author, rest) = match rest.strip_prefix('@').and_then(|named| named.split_once(' ')) {
            Some((name, rest)) if tap == "reply" => (name, rest),
            _ => ("gcm-talks", rest),
        };
        let last = self.people[who].last.get(&channel).copied();
        let own = || last.expect("they wrote there before");
        let text = self.named(rest);
        let wrote = match tap {
            "reply" => {
                let all = person.sees(channel);
                let target =
                    all.iter().rev().find(|seen| seen.by == author && !seen.ephemeral && !seen.text.is_empty());
                person.replies(target.expect("there is something to answer").id, &text)
            }
            "edit" => return person.edits(own(), &text),
            "delete" => return person.deletes(own()),
            "react" => return person.reacts(own(), &text),
            _ => {
                let heard = if room == "private" { Heard::Direct } else { Heard::Room };
                if let Parsed::Command(typed) = parse(rest, heard, "!gcm") {
                    let spec = typed.entry.spec;
                    let given = self.named(&typed.rest);
                    // Slash commands have names in the language of who sees them.
                    let someone = self.people.get_mut(who).expect("met");
                    if !typed.languages.is_empty() && !typed.languages.contains(&someone.language) {
                        let Some((language, locale)) = typed.languages.iter().find_map(|l| Some((*l, locale(*l)?)))
                        else {
                            self.written.push(line.to_owned());
                            let wrote = person.writes(channel, &text);
                            someone.last.insert(channel, wrote);
                            return;
                        };
                        someone.language = language;
                        person.speaks(locale);
                    }
                    match self.invoke(who, channel, spec.name, &given) {
                        Ok(interaction) => {
                            if spec.answer == Answer::Here && room != "private" {
                                self.here.push(interaction);
                            }
                            return self.heed(who, interaction).await;
                        }
                        Err(_) => self.written.push(line.to_owned()),
                    }
                } else if room == "private" {
                    let form = self.people.get_mut(who).and_then(|someone| someone.form.take());
                    if let Some(form) = form.and_then(|opener| person.form(opener)) {
                        let field = form.fields.first().expect("a form has a field").0.clone();
                        let sent = person.sends(&form, &[(&field, &text)]).unwrap();
                        return self.heed(who, sent).await;
                    }
                    let short = rest.chars().all(char::is_numeric) || matches!(rest, "yes" | "no");
                    if let Some(pressed) = short.then(|| self.press(who, rest)).flatten() {
                        return self.heed(who, pressed).await;
                    }
                }
                person.writes(channel, &text)
            }
        };
        self.people.get_mut(who).expect("met").last.insert(channel, wrote);
    }

    async fn open(&mut self, who: &str, room: &str) {
        self.enter(who, room);
    }

    async fn go(&mut self, who: &str, room: &str) {
        let name = format!(" · {room}");
        let person = self.meet(who).id;
        let is_there =
            |d: &Discord| d.thread_called(&name).is_some_and(|thread| d.members_of(thread).contains(&person));
        self.discord.until("a thread is made and they are asked in", is_there).await;
        let thread = self.discord.thread_called(&name).expect("it is there");
        self.rooms.insert(room.to_owned(), thread);
    }

    async fn said(&mut self, place: &str, at_least: usize) -> Vec<String> {
        if at_least == 0 {
            return Vec::new();
        }
        let enough = |_: &Discord| self.standing(place).len() >= at_least;
        let came = self.discord.comes(enough).await;
        let said = self.standing(place);
        assert!(came, "{at_least} answers at {place}, and there are {said:#?}");
        said
    }

    async fn close(&mut self) -> Store {
        self.bot.end();
        let log = self.bot.log();
        assert!(!log.contains("something that Discord told cannot be read"), "{log}");
        self.bot.store().await
    }

    fn word(&self, account: &str) -> String {
        let by_id = |(_, someone): &(&String, &Someone)| someone.person.id.to_string() == account;
        self.people.iter().find(by_id).map_or_else(|| account.to_owned(), |(who, _)| who.clone())
    }
}
