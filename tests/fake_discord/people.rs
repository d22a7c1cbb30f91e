//! The people on the fake: what they do, and what they see.

use super::Shared;
use super::world::*;
use serde_json::{Value, json};
use std::sync::Arc;

/// A person (or another bot).
#[derive(Clone)]
pub struct Person {
    pub(super) shared: Arc<Shared>,
    pub id: Id,
}

/// What a person sees of one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub id: Id,
    /// The name of who wrote it.
    pub by: String,
    /// Its text, that of its embeds, and the names of its files, each on lines of its own.
    pub text: String,
    /// What can be pressed, by its label.
    pub buttons: Vec<String>,
    /// What can be chosen, by its label.
    pub options: Vec<String>,
    /// Whether nobody else sees it.
    pub ephemeral: bool,
    pub edited: bool,
    pub pinned: bool,
    /// The marks on it, each with how often.
    pub reactions: Vec<(String, usize)>,
    /// Whether the person is called by it.
    pub called: bool,
}

/// A form that popped up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The interaction that opened it.
    pub opened_by: Id,
    pub custom_id: String,
    pub title: String,
    /// Its fields: custom id, label, what stands in it.
    pub fields: Vec<(String, String, String)>,
}

impl Person {
    /// The person enters a guild.
    pub fn joins(&self, guild: Id) {
        self.shared.with(|world| {
            let joined = world.now();
            let Some(of) = world.guilds.get_mut(&guild) else { return };
            of.members.insert(self.id, Member { roles: Vec::new(), joined });
            let mut data = world.member_json(guild, self.id).unwrap_or_default();
            name_guild(&mut data, Some(guild));
            world.tell("GUILD_MEMBER_ADD", intent::MEMBERS, Some(guild), data);
        });
    }

    /// The person leaves a guild.
    pub fn leaves(&self, guild: Id) {
        self.shared.with(|world| {
            let Some(of) = world.guilds.get_mut(&guild) else { return };
            of.members.remove(&self.id);
            let data = json!({"guild_id": guild.to_string(), "user": world.user_json(self.id)});
            world.tell("GUILD_MEMBER_REMOVE", intent::MEMBERS, Some(guild), data);
        });
    }

    /// The language of the person's Discord.
    pub fn speaks(&self, locale: &str) {
        self.change(|user| user.locale = locale.to_owned());
    }

    /// The person takes no direct messages from people of a shared guild, or takes them again.
    pub fn closes_private_messages(&self, closed: bool) {
        self.change(|user| user.closed = closed);
    }

    fn change(&self, change: impl FnOnce(&mut User)) {
        self.shared.with(|world| world.users.get_mut(&self.id).map(change));
    }

    /// The person's direct conversation with the bot.
    pub fn private(&self) -> Id {
        self.shared.with(|world| world.direct(self.id))
    }

    fn says(&self, message: Message) -> Id {
        self.shared.with(|world| {
            assert!(world.may_send(self.id, message.channel), "the person may not write there");
            let mut message = Message { author: self.id, ..message };
            world.find_mentions(&mut message, &Value::Null);
            world.post(message)
        })
    }

    /// Writes in a channel.
    pub fn writes(&self, channel: Id, text: &str) -> Id {
        self.says(Message { channel, content: text.to_owned(), ..Message::default() })
    }

    /// Writes to the bot alone.
    pub fn whispers(&self, text: &str) -> Id {
        self.writes(self.private(), text)
    }

    /// Answers a message, and calls its author by that.
    pub fn replies(&self, target: Id, text: &str) -> Id {
        let (channel, author) = self.shared.read(|world| {
            let channel = world.place_of(target).unwrap();
            (channel, world.channels[&channel].messages[&target].author)
        });
        self.shared.with(|world| {
            let content = text.to_owned();
            let mut message =
                Message { channel, author: self.id, kind: 19, content, reply_to: Some(target), ..Message::default() };
            world.find_mentions(&mut message, &Value::Null);
            message.mentions.push(author);
            world.post(message)
        })
    }

    /// Writes with files: name, type, content.
    pub fn attaches(&self, channel: Id, text: &str, files: &[(&str, &str, &[u8])]) -> Id {
        let attachments = self.shared.with(|world| {
            let take = |(name, mime, bytes): &(&str, &str, &[u8])| Attachment {
                id: world.fresh(),
                name: (*name).to_owned(),
                mime: (*mime).to_owned(),
                bytes: bytes.to_vec(),
            };
            files.iter().map(take).collect()
        });
        self.says(Message { channel, content: text.to_owned(), attachments, ..Message::default() })
    }

    /// Opens a thread in a channel, or a post in a forum with its first message.
    pub fn opens_thread(&self, channel: Id, name: &str, text: &str) -> Id {
        self.shared.with(|world| {
            let thread = world.fresh();
            world.add_thread(channel, thread, name, self.id, false, 4_320);
            let forum = world.channels[&channel].kind == kind::FORUM;
            let (author, content) = (self.id, text.to_owned());
            let id = if forum { thread } else { 0 };
            world.post(Message { id, channel: thread, author, content, ..Message::default() });
            thread
        })
    }

    /// Opens a private thread, and asks the bot in by naming it.
    pub fn opens_private_thread(&self, channel: Id, name: &str, text: &str) -> Id {
        self.shared.with(|world| {
            let (thread, bot) = (world.fresh(), world.bot);
            world.add_thread(channel, thread, name, self.id, true, 4_320);
            let of = world.channels.get_mut(&thread).and_then(|channel| channel.thread.as_mut());
            of.expect("it was made").members.insert(bot);
            let (guild, data) = (world.channels[&thread].guild, world.channel_json(thread));
            world.tell("THREAD_CREATE", intent::GUILDS, guild, data);
            let (author, content) = (self.id, text.to_owned());
            world.post(Message { channel: thread, author, content, ..Message::default() });
            thread
        })
    }

    /// Changes what they wrote.
    pub fn edits(&self, message: Id, text: &str) {
        self.shared.with(|world| {
            let channel = world.place_of(message).unwrap();
            let mut changed = world.message(channel, message).unwrap().clone();
            assert_eq!(changed.author, self.id, "only their own");
            changed.content = text.to_owned();
            // Nobody changes a message twice in a millisecond, which is how finely Discord tells when.
            let before = changed.edited.map_or(0, |at| at + 1);
            changed.edited = Some(world.now().max(before));
            world.find_mentions(&mut changed, &Value::Null);
            *world.message_mut(channel, message).unwrap() = changed;
            world.tell_message("MESSAGE_UPDATE", channel, message);
        });
    }

    /// Deletes a message: their own, or another's where they moderate.
    pub fn deletes(&self, message: Id) {
        self.shared.with(|world| {
            let channel = world.place_of(message).unwrap();
            let own = world.message(channel, message).unwrap().author == self.id;
            assert!(own || world.permissions(self.id, channel) & may::MANAGE_MESSAGES != 0, "only their own");
            world.remove(channel, message).unwrap();
        });
    }

    /// Puts a mark on a message.
    pub fn reacts(&self, message: Id, emoji: &str) {
        self.marks(message, emoji, true);
    }

    /// Puts a super reaction on a message.
    pub fn reacts_super(&self, message: Id, emoji: &str) {
        self.shared.with(|world| {
            let channel = world.place_of(message).unwrap();
            world.burst(self.id, channel, message, emoji).unwrap();
        });
    }

    /// Takes their mark off a message.
    pub fn unreacts(&self, message: Id, emoji: &str) {
        self.marks(message, emoji, false);
    }

    fn marks(&self, message: Id, emoji: &str, on: bool) {
        self.shared.with(|world| {
            let channel = world.place_of(message).unwrap();
            world.mark(self.id, channel, message, emoji, on).unwrap();
        });
    }

    /// Invokes a slash command by its path (`gcm register`) with options. Discord itself refuses
    /// what is not registered, not allowed, or does not fit the options.
    pub fn invokes(&self, channel: Id, path: &str, options: &[(&str, Value)]) -> Result<Id, String> {
        let data = self.shared.read(|world| command_data(world, self.id, channel, path, options, None))?;
        Ok(self.interact(2, channel, data, None, None))
    }

    /// Types a part of one option of a slash command, and waits for what is proposed.
    pub fn types(&self, channel: Id, path: &str, option: &str, part: &str) -> Result<Id, String> {
        let given = [(option, json!(part))];
        let data = self.shared.read(|world| command_data(world, self.id, channel, path, &given, Some(option)))?;
        Ok(self.interact(4, channel, data, None, None))
    }

    /// What is proposed for what was typed: name and value.
    pub fn proposals(&self, typed: Id) -> Vec<(String, Value)> {
        self.shared.read(|world| {
            let choices = &world.interactions[&typed].choices;
            choices.iter().map(|c| (c["name"].as_str().unwrap_or_default().to_owned(), c["value"].clone())).collect()
        })
    }

    /// Invokes a command of a message's menu.
    pub fn invokes_on(&self, message: Id, name: &str) -> Result<Id, String> {
        let (channel, data) = self.shared.read(|world| {
            let channel = world.place_of(message).ok_or("there is no such message")?;
            let guild = world.channels[&channel].guild;
            let all = [guild, None].into_iter().filter_map(|of| world.commands.get(&of)).flatten();
            let command = all.filter(|c| c["type"] == 3).find(|c| c["name"] == name);
            let command = command.ok_or_else(|| format!("no command {name} in the menu of a message"))?;
            permitted(world, self.id, channel, command)?;
            // What is acted on comes with its words, whatever the intents.
            let target = world.message_json(channel, message, true);
            Ok::<_, String>((
                channel,
                json!({"id": command["id"], "name": name, "type": 3, "target_id": message.to_string(),
                    "resolved": {"messages": {message.to_string(): target}}}),
            ))
        })?;
        Ok(self.interact(2, channel, data, None, None))
    }

    /// Presses a button that they see, by its label.
    pub fn presses(&self, message: Id, label: &str) -> Result<Id, String> {
        let part = self.part(message, |p| p["type"] == 2 && p["label"] == label, label)?;
        if part["style"] == 5 {
            return Err("a link leads out of Discord".into());
        }
        Ok(self.interact_with(message, json!({"custom_id": part["custom_id"], "component_type": 2, "id": part["id"]})))
    }

    /// Chooses from a menu that they see, by the labels.
    pub fn chooses(&self, message: Id, labels: &[&str]) -> Result<Id, String> {
        let part = self.part(message, |p| p["type"] == 3, "a menu")?;
        let bound = |name: &str| part[name].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(1);
        if labels.len() < bound("min_values") || labels.len() > bound("max_values") {
            return Err("too few or too many".into());
        }
        let mut values = Vec::new();
        for label in labels {
            let found = part["options"].as_array().into_iter().flatten().find(|o| o["label"] == *label);
            values.push(found.ok_or_else(|| format!("no option {label}"))?["value"].clone());
        }
        let data = json!({"custom_id": part["custom_id"], "component_type": 3, "id": part["id"], "values": values});
        Ok(self.interact_with(message, data))
    }

    fn part(&self, message: Id, fits: impl Fn(&Value) -> bool, what: &str) -> Result<Value, String> {
        self.shared.read(|world| {
            let channel = world.place_of(message).ok_or("there is no such message")?;
            let seen = world.message(channel, message).ok().filter(|m| sees(world, self.id, m));
            let seen = seen.ok_or("the person does not see that message")?;
            let rows = seen.components.iter().flat_map(|row| row["components"].as_array().into_iter().flatten());
            let mut usable = rows.filter(|p| p["disabled"] != true);
            usable.find(|p| fits(p)).cloned().ok_or_else(|| format!("there is no {what} to use"))
        })
    }

    fn interact_with(&self, message: Id, data: Value) -> Id {
        let channel = self.shared.read(|world| world.place_of(message)).unwrap();
        self.interact(3, channel, data, Some(message), None)
    }

    /// The form that this interaction opened.
    pub fn form(&self, opened_by: Id) -> Option<Form> {
        self.shared.read(|world| {
            let form = world.interactions.get(&opened_by).filter(|i| i.user == self.id)?.form.as_ref()?;
            let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
            let rows = form["components"].as_array()?.iter();
            Some(Form {
                opened_by,
                custom_id: text(&form["custom_id"]),
                title: text(&form["title"]),
                fields: rows
                    .map(|row| &row["components"][0])
                    .map(|field| (text(&field["custom_id"]), text(&field["label"]), text(&field["value"])))
                    .collect(),
            })
        })
    }

    /// Sends a form with these fields filled in; the others as they stand. Discord itself refuses
    /// what is too short or too long.
    pub fn sends(&self, form: &Form, filled: &[(&str, &str)]) -> Result<Id, String> {
        let (channel, message, data) = self.shared.read(|world| {
            let opener = &world.interactions[&form.opened_by];
            let mut rows = Vec::new();
            for row in opener.form.iter().filter_map(|f| f["components"].as_array()).flatten() {
                let field = &row["components"][0];
                let given = filled.iter().find(|(id, _)| field["custom_id"] == *id).map(|(_, text)| *text);
                let text = given.or(field["value"].as_str()).unwrap_or_default();
                let long = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
                let empty_allowed = field["required"] == false && text.is_empty();
                if !empty_allowed && long < field["min_length"].as_u64().unwrap_or(0).max(1)
                    || long > field["max_length"].as_u64().unwrap_or(4_000)
                {
                    return Err(format!("{} is too short or too long", field["label"]));
                }
                let number = rows.len() * 2 + 1;
                rows.push(json!({"type": 1, "id": number, "components":
                    [{"type": 4, "id": number + 1, "custom_id": field["custom_id"], "value": text}]}));
            }
            Ok((opener.channel, opener.message, json!({"custom_id": form.custom_id, "components": rows})))
        })?;
        Ok(self.interact(5, channel, data, message, Some(form.opened_by)))
    }

    /// Tells the bot of an interaction. <https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object>
    fn interact(&self, kind: u8, channel: Id, data: Value, message: Option<Id>, opened_by: Option<Id>) -> Id {
        self.shared.with(|world| {
            let id = world.fresh();
            let token = format!("token-{}", blake3::hash(&id.to_le_bytes()).to_hex());
            let at = world.now();
            let (guild, bot) = (world.channels[&channel].guild, world.bot);
            let mut told = json!({
                "id": id.to_string(),
                "application_id": bot.to_string(),
                "type": kind,
                "token": token,
                "version": 1,
                "data": data,
                "channel_id": channel.to_string(),
                "channel": world.channel_json(channel),
                "app_permissions": world.permissions(bot, channel).to_string(),
                "locale": world.users[&self.id].locale,
                "entitlements": [],
                "authorizing_integration_owners": world.owners(channel),
                "context": if guild.is_some() { 0 } else { 1 },
                "attachment_size_limit": 10 * 1024 * 1024,
            });
            let permissions = world.permissions(self.id, channel).to_string();
            told["channel"]["permissions"] = json!(permissions);
            match guild {
                Some(guild) => {
                    name_guild(&mut told, Some(guild));
                    told["guild"] = json!({"id": guild.to_string(), "locale": "en-US", "features": []});
                    told["guild_locale"] = json!("en-US");
                    told["member"] = world.member_json(guild, self.id).unwrap_or_default();
                    told["member"]["permissions"] = json!(permissions);
                }
                None => told["user"] = world.user_json(self.id),
            }
            if let Some(message) = message {
                told["message"] = world.message_json(channel, message, true);
            }
            let interaction = Interaction {
                id,
                token,
                kind,
                user: self.id,
                channel,
                at,
                message,
                opened_by,
                answered: None,
                original: None,
                choices: Vec::new(),
                form: None,
            };
            world.interactions.insert(id, interaction);
            world.tell("INTERACTION_CREATE", 0, guild, told);
            id
        })
    }

    /// The type of the first answer that an interaction got.
    pub fn answer(&self, interaction: Id) -> Option<u8> {
        self.shared.read(|world| world.interactions.get(&interaction)?.answered)
    }

    /// Whether the person reads that the application did not respond.
    pub fn left_alone(&self, interaction: Id) -> bool {
        self.shared.read(|world| {
            let late = |i: &Interaction| i.answered.is_none() && world.now() - i.at > FIRST_ANSWER;
            world.interactions.get(&interaction).is_some_and(late)
        })
    }

    /// What the person sees in a channel, oldest first. What was deleted nobody sees.
    pub fn sees(&self, channel: Id) -> Vec<Seen> {
        self.shared.read(|world| {
            let Ok(place) = world.channel(channel) else { return Vec::new() };
            let visible = place.messages.values().filter(|m| sees(world, self.id, m));
            visible.map(|message| seen(world, self.id, message)).collect()
        })
    }

    /// What the person sees in their direct conversation with the bot.
    pub fn sees_privately(&self) -> Vec<Seen> {
        self.sees(self.private())
    }

    /// The texts that the person sees of the bot in a channel.
    pub fn reads(&self, channel: Id) -> Vec<String> {
        let bot = self.shared.read(|world| world.users[&world.bot].name.clone());
        self.sees(channel).into_iter().filter(|m| m.by == bot).map(|m| m.text).collect()
    }
}

fn sees(world: &World, user: Id, message: &Message) -> bool {
    let readable = world.permissions(user, message.channel) & (may::VIEW | may::HISTORY) == may::VIEW | may::HISTORY;
    !message.gone && readable && message.only_for.is_none_or(|only| only == user)
}

fn seen(world: &World, user: Id, message: &Message) -> Seen {
    let parts: Vec<&Value> =
        message.components.iter().flat_map(|row| row["components"].as_array().into_iter().flatten()).collect();
    let label = |v: &Value| v["label"].as_str().unwrap_or_default().to_owned();
    let roles =
        world.channels[&message.channel].guild.and_then(|g| world.guilds[&g].members.get(&user)).map(|m| &m.roles);
    Seen {
        id: message.id,
        by: message
            .webhook
            .clone()
            .or_else(|| Some(world.users.get(&message.author)?.name.clone()))
            .unwrap_or_default(),
        text: text_of(message),
        buttons: parts.iter().filter(|p| p["type"] == 2 && p["disabled"] != true).map(|p| label(p)).collect(),
        options: parts.iter().filter_map(|p| p["options"].as_array()).flatten().map(label).collect(),
        ephemeral: message.only_for.is_some(),
        edited: message.edited.is_some(),
        pinned: message.pinned,
        reactions: message.reactions.iter().map(|(emoji, users)| (emoji.clone(), users.len())).collect(),
        called: message.mention_everyone
            || message.mentions.contains(&user)
            || roles.is_some_and(|roles| roles.iter().any(|r| message.mention_roles.contains(r))),
    }
}

/// What a message reads, with its embeds and the names of its files.
pub fn text_of(message: &Message) -> String {
    let mut lines = Vec::new();
    let mut add = |v: &Value| lines.extend(v.as_str().map(str::to_owned));
    if message.flags & flag::LOADING != 0 {
        add(&json!("… is thinking"));
    }
    if message.kind == 6 {
        add(&json!("pinned a message"));
    }
    add(&json!(message.content));
    for embed in &message.embeds {
        [&embed["author"]["name"], &embed["title"], &embed["description"]].into_iter().for_each(&mut add);
        for field in embed["fields"].as_array().into_iter().flatten() {
            [&field["name"], &field["value"]].into_iter().for_each(&mut add);
        }
        add(&embed["footer"]["text"]);
    }
    message.attachments.iter().for_each(|file| add(&json!(format!("📎 {}", file.name))));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// Whether Discord shows a command to a person there.
/// <https://discord.com/developers/docs/interactions/application-commands#permissions>
fn permitted(world: &World, user: Id, channel: Id, command: &Value) -> Result<(), String> {
    let guild = world.channels[&channel].guild;
    let context = u64::from(guild.is_none());
    if command["contexts"].as_array().is_some_and(|all| !all.iter().any(|c| c.as_u64() == Some(context)))
        || guild.is_none() && command["dm_permission"] == false
    {
        return Err("this command is not offered there".into());
    }
    let needs: Option<u64> = command["default_member_permissions"].as_str().and_then(|bits| bits.parse().ok());
    let has = world.permissions(user, channel);
    let lacks = |bits: u64| has & bits != bits || bits == 0 && has & may::ADMINISTRATOR == 0;
    if guild.is_some() && (has & may::COMMANDS == 0 || needs.is_some_and(lacks)) {
        return Err("the person is not offered this command".into());
    }
    Ok(())
}

/// What an invocation says, checked against what is registered.
fn command_data(
    world: &World,
    user: Id,
    channel: Id,
    path: &str,
    given: &[(&str, Value)],
    focus: Option<&str>,
) -> Result<Value, String> {
    let guild = world.channels.get(&channel).ok_or("there is no such channel")?.guild;
    let mut words = path.split(' ');
    let name = words.next().unwrap_or_default();
    let all = [guild, None].into_iter().filter_map(|of| world.commands.get(&of)).flatten();
    let command = all.filter(|c| c["type"] == 1).find(|c| c["name"] == name);
    let command = command.ok_or_else(|| format!("no command /{name}"))?;
    permitted(world, user, channel, command)?;
    let mut at = command;
    let mut steps = Vec::new();
    for word in words {
        let options = at["options"].as_array().into_iter().flatten();
        let nested = options.filter(|o| matches!(o["type"].as_u64(), Some(1 | 2))).find(|o| o["name"] == word);
        at = nested.ok_or_else(|| format!("no subcommand {word} of /{name}"))?;
        steps.push(at);
    }
    let known: Vec<&Value> = at["options"].as_array().into_iter().flatten().collect();
    if known.iter().any(|o| matches!(o["type"].as_u64(), Some(1 | 2))) {
        return Err(format!("/{path} wants a subcommand"));
    }
    if focus.is_none()
        && let Some(missing) =
            known.iter().find(|o| o["required"] == true && !given.iter().any(|(n, _)| o["name"] == *n))
    {
        return Err(format!("{} is required", missing["name"]));
    }
    let mut options = Vec::new();
    for (name, value) in given {
        let option = known.iter().find(|o| o["name"] == *name).ok_or_else(|| format!("no option {name} of /{path}"))?;
        let mut told = json!({"name": name, "type": option["type"], "value": value});
        if focus == Some(*name) {
            if option["autocomplete"] != true {
                return Err(format!("nothing is proposed for {name}"));
            }
            told["focused"] = json!(true);
        } else {
            fits(option, value)?;
        }
        options.push(told);
    }
    for step in steps.iter().rev() {
        options = vec![json!({"name": step["name"], "type": step["type"], "options": options})];
    }
    let mut data = json!({"id": command["id"], "name": name, "type": 1, "options": options});
    if !command["guild_id"].is_null() {
        data["guild_id"] = command["guild_id"].clone();
    }
    Ok(data)
}

/// Whether a value is one that an option takes.
fn fits(option: &Value, value: &Value) -> Result<(), String> {
    let refused = || Err(format!("{value} is no value of {}", option["name"]));
    let right = match option["type"].as_u64() {
        Some(3) => {
            let long = value.as_str().map_or(u64::MAX, |text| u64::try_from(text.chars().count()).unwrap_or(u64::MAX));
            long >= option["min_length"].as_u64().unwrap_or(0) && long <= option["max_length"].as_u64().unwrap_or(6_000)
        }
        Some(4) => value.as_i64().is_some_and(|n| {
            n >= option["min_value"].as_i64().unwrap_or(i64::MIN)
                && n <= option["max_value"].as_i64().unwrap_or(i64::MAX)
        }),
        Some(5) => value.is_boolean(),
        Some(6..=9 | 11) => value.as_str().is_some_and(|id| id.parse::<Id>().is_ok()),
        Some(10) => value.is_number(),
        _ => false,
    };
    let chosen = option["choices"].as_array().filter(|all| !all.is_empty());
    if !right || chosen.is_some_and(|all| !all.iter().any(|c| c["value"] == *value)) {
        return refused();
    }
    Ok(())
}
