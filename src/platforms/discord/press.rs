//! What people do by Discord's own means: slash commands, buttons, menus, forms, the menu of a
//! message. What they mean is written down first and acknowledged second, within the three seconds
//! that Discord gives; the outbox answers by editing that acknowledgement. What Discord wants as
//! its first answer (a form to fill in, proposals while someone types) comes through the door that
//! only reads.
//!
//! Nothing that comes back is trusted: a button says no more than a typed command would.

use super::Discord;
use super::hear::{groups, name_of};
use super::menu::{HAND_IN, option_name};
use super::place::moment;
use super::rest::{Trouble, code};
use crate::chat::sanitise::clean;
use crate::chat::{Access, Answer, Author, Batch, Body, CommandSpec, Event, Handle, Origin, ParamKind, Proposal};
use crate::i18n::{Speaker, speak};
use crate::intake::Intake;
use crate::model::{Language, MINUTE, Platform, SECOND, Time};
use serde_json::{Value, json};
use serenity::all::{
    ActionRowComponent, ButtonKind, ChannelId, ChannelType, CommandDataOption, CommandDataOptionValue,
    CommandInteraction, CommandType, ComponentInteraction, ComponentInteractionDataKind, Interaction, InteractionId,
    Member, ModalInteraction, PartialChannel, User,
};
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::sync::watch;

/// How long the first answer may wait for what it acknowledges: Discord waits three seconds, and the
/// way there and back takes its part of them.
const IN_TIME: Duration = Duration::from_secs(2);
/// How long an answer waits until what it answers is acknowledged: then Discord takes it no more.
const ACKNOWLEDGED_IN: Duration = Duration::from_secs(3);
/// How long an interaction can be answered: a quarter of an hour, less what an answer may take.
/// <https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages>
const ANSWERED_IN: i64 = 14 * MINUTE + 30 * SECOND;
/// The first pause before what could not be taken is tried again, and the longest.
const PAUSES: [Duration; 2] = [Duration::from_millis(100), Duration::from_secs(10)];
/// How often the first answer is tried.
const TRIES: usize = 3;
/// The longest title or label of a form, the longest hint in it, and the longest text.
/// <https://discord.com/developers/docs/components/reference#text-input>
const LABEL: usize = 45;
const HINT: usize = 100;
const FILLED_IN: u16 = 4_000;
/// How many proposals are shown, and how long they are at most.
const PROPOSALS: usize = 25;
const PROPOSED: usize = 100;
/// The flag of what is seen by one person alone.
const EPHEMERAL: u32 = 64;
/// The only field of a form.
const FIELD: &str = "text";

/// The tokens of what is taken and not acknowledged yet.
pub(super) struct UnderWay(watch::Sender<BTreeSet<String>>);

impl Default for UnderWay {
    fn default() -> Self {
        UnderWay(watch::Sender::new(BTreeSet::new()))
    }
}

impl UnderWay {
    fn begin(&self, token: &str) {
        self.0.send_modify(|tokens| {
            tokens.insert(token.to_owned());
        });
    }

    fn end(&self, token: &str) {
        self.0.send_modify(|tokens| {
            tokens.remove(token);
        });
    }

    async fn ended(&self, token: &str) {
        let mut tokens = self.0.subscribe();
        // Whoever waits for longer than Discord does waits for nothing.
        let ended = tokens.wait_for(|tokens| !tokens.contains(token));
        let _ = tokio::time::timeout(ACKNOWLEDGED_IN, ended).await;
    }
}

/// What all that people do so has.
struct Done {
    id: InteractionId,
    token: String,
    channel: ChannelId,
    /// The channel that the channel is a thread of.
    parent: Option<ChannelId>,
    direct: bool,
    author: Author,
    /// The language in which Discord is shown to the person, where the bot speaks it.
    language: Option<Language>,
}

macro_rules! done {
    ($interaction:expr) => {
        Done {
            id: $interaction.id,
            token: $interaction.token.clone(),
            channel: $interaction.channel_id,
            parent: $interaction.channel.as_ref().and_then(parent_of),
            direct: $interaction.guild_id.is_none(),
            author: author(&$interaction.user, $interaction.member.as_ref().map(|member| -> &Member { member })),
            language: Language::parse(&$interaction.locale),
        }
    };
}

/// The channel that a thread belongs to. What other channels belong to is no place to write in.
fn parent_of(channel: &PartialChannel) -> Option<ChannelId> {
    channel.parent_id.filter(|_| matches!(channel.kind, ChannelType::PublicThread | ChannelType::NewsThread))
}

fn author(user: &User, member: Option<&Member>) -> Author {
    let name = name_of(user, member.and_then(|member| member.nick.as_deref()));
    let groups = groups(member.map(|member| member.roles.as_slice()).unwrap_or_default());
    Author { bot: user.bot, groups, ..Author::new(user.id.to_string(), name) }
}

impl Done {
    fn voice(&self) -> Speaker {
        speak(self.language.unwrap_or_default())
    }

    fn at(&self) -> Time {
        moment(self.id.get())
    }

    fn event(&self, room: ChannelId, body: Body, private: bool) -> Event {
        let at = self.at();
        Event {
            platform: Platform::Discord,
            room: room.to_string(),
            direct: self.direct,
            id: format!("i{}", self.id),
            author: self.author.clone(),
            at,
            origin: Origin::Live,
            body,
            handle: Some(Handle { token: self.token.clone(), private, until: at + ANSWERED_IN }),
        }
    }
}

/// What the buttons, menus and forms of the bot say that they are for.
#[derive(Debug, PartialEq, Eq)]
enum Meant<'c> {
    /// A command, as it is typed.
    Command(&'c str),
    /// The answer of this number to a question.
    Choice(i64, &'c str),
    /// A choice from a menu as the answer to a question.
    Menu(i64),
    /// The answer to a question, filled in.
    Form(i64),
    /// What a command takes, filled in.
    Text(&'c str),
}

impl<'c> Meant<'c> {
    fn read(custom_id: &'c str) -> Option<Meant<'c>> {
        let (kind, rest) = custom_id.split_once(':')?;
        Some(match kind {
            "c" if !rest.trim().is_empty() => Meant::Command(rest),
            "a" => {
                let (question, number) = rest.split_once(':')?;
                let number = Some(number).filter(|n| n.parse::<u32>().is_ok())?;
                Meant::Choice(question.parse().ok()?, number)
            }
            // A message may have several menus, which are told apart by what follows.
            "l" => Meant::Menu(rest.split(':').next()?.parse().ok()?),
            "f" => Meant::Form(rest.parse().ok()?),
            "t" => Meant::Text(rest),
            _ => return None,
        })
    }
}

/// A form with one field.
struct Form {
    id: String,
    title: String,
    label: String,
    hint: Option<String>,
}

impl Form {
    fn json(&self) -> Value {
        let mut field = json!({
            "type": 4, "custom_id": FIELD, "style": 2, "label": cut(&self.label, LABEL),
            "min_length": 1, "max_length": FILLED_IN, "required": true,
        });
        if let Some(hint) = &self.hint {
            field["placeholder"] = cut(hint, HINT).into();
        }
        let rows = json!([{"type": 1, "components": [field]}]);
        json!({"type": 9, "data": {"custom_id": self.id, "title": cut(&self.title, LABEL), "components": rows}})
    }
}

/// A text that is no longer than so many characters.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some(_) => text.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
    }
}

impl Discord {
    /// Takes what someone did by Discord's own means.
    pub(super) async fn pressed(&self, intake: Intake, interaction: Interaction) {
        match interaction {
            // Programs are never answered.
            Interaction::Command(it) if it.user.bot => {}
            Interaction::Component(it) if it.user.bot => {}
            Interaction::Modal(it) if it.user.bot => {}
            Interaction::Command(it) => match it.data.kind {
                CommandType::ChatInput => self.invoked(&intake, &it).await,
                CommandType::Message => self.handed_in(&intake, &it).await,
                _ => self.over(&done!(it)).await,
            },
            Interaction::Component(it) => self.used(&intake, &it).await,
            Interaction::Modal(it) => self.filled_in(&intake, &it).await,
            Interaction::Autocomplete(it) => self.typing(&intake, &it).await,
            _ => {}
        }
    }

    /// Waits until what has this token is acknowledged, so that its acknowledgement can be edited.
    pub(super) async fn acknowledged(&self, token: &str) {
        self.under_way.ended(token).await;
    }

    /// A slash command.
    async fn invoked(&self, intake: &Intake, it: &CommandInteraction) {
        let done = done!(it);
        let Some((spec, given)) = self.called(it) else { return self.over(&done).await };
        let line = line(spec, given, done.voice());
        if given.is_empty() && spec.is_one_text() {
            let event = self.done(&done, Body::Invocation { line: line.clone() }, true);
            if let Some(language) = intake.may_use(&event, spec.access).await.unwrap_or_default() {
                return self.open_form(&done, &form_of(spec, speak(language))).await;
            }
        }
        self.take_command(intake, &done, spec, line).await;
    }

    /// The command that was called, with what was given for it.
    fn called<'i>(&self, it: &'i CommandInteraction) -> Option<(&CommandSpec, &'i [CommandDataOption])> {
        let [CommandDataOption { name, value: CommandDataOptionValue::SubCommand(given), .. }] =
            it.data.options.as_slice()
        else {
            return None;
        };
        let spec = self.specs.iter().find(|spec| spec.list == it.data.name && spec.name.replace(' ', "-") == *name)?;
        Some((spec, given))
    }

    async fn take_command(&self, intake: &Intake, done: &Done, spec: &CommandSpec, line: String) {
        let mut event = self.done(done, Body::Invocation { line }, true);
        // What an office says to all it says to all; who does not hold it is told so alone.
        let office = Access::Roles(spec.access.roles());
        if spec.answer == Answer::Here
            && !spec.access.roles().is_empty()
            && matches!(intake.may_use(&event, office).await, Ok(Some(_)))
            && let Some(handle) = &mut event.handle
        {
            handle.private = false;
        }
        self.take(intake, done, event).await;
    }

    /// A button or a menu.
    async fn used(&self, intake: &Intake, it: &ComponentInteraction) {
        let done = done!(it);
        let body = match (Meant::read(&it.data.custom_id), &it.data.kind) {
            (Some(Meant::Command(line)), ComponentInteractionDataKind::Button) => {
                Body::Invocation { line: self.in_words(line, done.voice()) }
            }
            (Some(Meant::Choice(of, number)), ComponentInteractionDataKind::Button) => {
                Body::Answer { of, text: number.to_owned() }
            }
            (Some(Meant::Menu(of)), ComponentInteractionDataKind::StringSelect { values }) => match values.as_slice() {
                [value] => Body::Answer { of, text: value.clone() },
                _ => return self.over(&done).await,
            },
            (Some(Meant::Form(_)), ComponentInteractionDataKind::Button) => {
                let voice = done.voice();
                let title = label_of(it).unwrap_or_else(|| voice.say_plain("form-answer"));
                let form = Form { id: it.data.custom_id.clone(), label: title.clone(), title, hint: None };
                return self.open_form(&done, &form).await;
            }
            _ => return self.over(&done).await,
        };
        let event = self.done(&done, body, true);
        self.take(intake, &done, event).await;
    }

    /// A form that was sent.
    async fn filled_in(&self, intake: &Intake, it: &ModalInteraction) {
        let done = done!(it);
        let fields = it.data.components.iter().flat_map(|row| &row.components);
        let text = fields.into_iter().find_map(|field| match field {
            ActionRowComponent::InputText(field) if field.custom_id == FIELD => field.value.as_deref(),
            _ => None,
        });
        let text = clean(text.unwrap_or_default());
        match Meant::read(&it.data.custom_id) {
            Some(Meant::Form(of)) => {
                let event = self.done(&done, Body::Answer { of, text }, true);
                self.take(intake, &done, event).await;
            }
            Some(Meant::Text(name)) => {
                let spec = self.specs.iter().find(|spec| spec.name == name && spec.is_one_text());
                let Some(spec) = spec else { return self.over(&done).await };
                let line = format!("{}\n{text}", words(spec, done.voice()));
                self.take_command(intake, &done, spec, line).await;
            }
            _ => self.over(&done).await,
        }
    }

    /// The entry in the menu of a message: its author hands it in.
    async fn handed_in(&self, intake: &Intake, it: &CommandInteraction) {
        let done = done!(it);
        let target = it.data.target_id.map(|target| target.to_message_id());
        let message = target.and_then(|target| it.data.resolved.messages.get(&target));
        let Some(message) = message.filter(|_| it.data.name == HAND_IN) else { return self.over(&done).await };
        // A file of it is fetched, for which the three seconds are short. A program's words, and what
        // says nothing, nobody hands in.
        let heard = tokio::time::timeout(IN_TIME / 2, self.heard(message, Origin::Asked)).await;
        let message = match heard {
            Ok(Some(message)) => message,
            Ok(None) => return self.say_so(&done, done.voice().say_plain("hand-in-nothing")).await,
            // Its file has not come yet.
            Err(_) => return self.say_so(&done, done.voice().say_plain("answer-takes-longer")).await,
        };
        let event = self.done(&done, Body::Handed { message: Box::new(message) }, true);
        self.take(intake, &done, event).await;
    }

    /// Someone types what a command takes.
    async fn typing(&self, intake: &Intake, it: &CommandInteraction) {
        let done = done!(it);
        let proposals = tokio::time::timeout(IN_TIME, self.proposals(intake, &done, it)).await.unwrap_or_default();
        let choices: Vec<Value> = proposals
            .into_iter()
            .filter(|proposal| (1..=PROPOSED).contains(&proposal.value.chars().count()))
            .take(PROPOSALS)
            .map(|proposal| json!({"name": cut(&proposal.shown, PROPOSED), "value": proposal.value}))
            .collect();
        self.first_answer(&done, &json!({"type": 8, "data": {"choices": choices}})).await;
    }

    async fn proposals(&self, intake: &Intake, done: &Done, it: &CommandInteraction) -> Vec<Proposal> {
        let (Some((spec, _)), Some(typed)) = (self.called(it), it.data.autocomplete()) else { return Vec::new() };
        let Some(param) = spec.params.iter().find(|param| option_name(param) == typed.name) else { return Vec::new() };
        let event = self.done(done, Body::Invocation { line: words(spec, done.voice()) }, true);
        intake.proposals(&event, spec.access, param.kind, typed.value).await.unwrap_or_default()
    }

    /// An English line in the words in which Discord shows the command to the person.
    fn in_words(&self, line: &str, voice: Speaker) -> String {
        let rest = |spec: &CommandSpec| line.strip_prefix(spec.name).filter(|r| r.is_empty() || r.starts_with(' '));
        let named = self.specs.iter().find_map(|spec| Some((spec, rest(spec)?)));
        named.map_or_else(|| line.to_owned(), |(spec, rest)| format!("{}{rest}", words(spec, voice)))
    }

    /// The event in its room: where a thread is not bound and its channel is, in the channel.
    fn done(&self, done: &Done, body: Body, private: bool) -> Event {
        let parent = done.parent.filter(|parent| !self.is_bound(done.channel) && self.is_bound(*parent));
        let event = done.event(parent.unwrap_or(done.channel), body, private);
        match parent {
            Some(_) => Event { id: format!("{}/{}", done.channel, event.id), ..event },
            None => event,
        }
    }

    /// Hands over what someone did, and acknowledges it once it is written down. What cannot be in time
    /// is tried on, and who did it is told to do it again if they hear nothing: a bot that ends by then
    /// knows nothing of it any more.
    async fn take(&self, intake: &Intake, done: &Done, event: Event) {
        let private = event.handle.as_ref().is_none_or(|handle| handle.private);
        self.under_way.begin(&done.token);
        let mut taking = tokio::spawn(take_in_the_end(intake.clone(), event, self.now()));
        let taken = tokio::time::timeout(IN_TIME, &mut taking).await.is_ok();
        if !taken {
            tracing::warn!("what someone did is not taken yet; it is tried on");
        }
        let flags = if private { EPHEMERAL } else { 0 };
        let answer = match taken {
            true => json!({"type": 5, "data": {"flags": flags}}),
            false => said_at_once(&done.voice().say_plain("answer-takes-longer"), flags),
        };
        self.first_answer(done, &answer).await;
        self.under_way.end(&done.token);
        if !taken {
            let _ = taking.await;
        }
    }

    /// Tells someone that what they used is not in use any more.
    async fn over(&self, done: &Done) {
        let voice = done.voice();
        let help = self.specs.iter().find(|spec| spec.name == "help");
        let help = help.map(|spec| format!("/{} {}", spec.list, spec.listed(voice))).unwrap_or_default();
        self.say_so(done, voice.say("answer-over", &crate::args![("help", help)])).await;
    }

    async fn say_so(&self, done: &Done, text: String) {
        self.first_answer(done, &said_at_once(&text, EPHEMERAL)).await;
    }

    async fn open_form(&self, done: &Done, form: &Form) {
        self.first_answer(done, &form.json()).await;
    }

    /// The first answer. That it came too late or was given before is no mistake: the answer itself
    /// finds its way by other means.
    async fn first_answer(&self, done: &Done, answer: &Value) {
        for _ in 0..TRIES {
            match self.ask(self.http.create_interaction_response(done.id, &done.token, answer, Vec::new())).await {
                Ok(()) => return,
                Err(t) if t.is(code::ALREADY_ACKNOWLEDGED) || t.is(code::UNKNOWN_INTERACTION) => return,
                Err(trouble @ Trouble::Away(_)) => tracing::debug!(%trouble, "a first answer is tried again"),
                Err(trouble) => return tracing::warn!(%trouble, "what someone did could not be acknowledged"),
            }
        }
    }
}

/// A first answer in words.
fn said_at_once(text: &str, flags: u32) -> Value {
    json!({"type": 4, "data": {"content": text, "flags": flags, "allowed_mentions": {"parse": []}}})
}

/// Tries until it is taken, for as long as it can be answered.
async fn take_in_the_end(intake: Intake, event: Event, now: Time) {
    let until = event.handle.as_ref().map_or(now, |handle| handle.until);
    let mut left = Duration::from_millis(u64::try_from(until - now).unwrap_or_default());
    let [mut pause, longest] = PAUSES;
    loop {
        let batch = Batch { events: vec![event.clone()], cursor: None };
        let Err(error) = intake.take(batch).await else { return };
        if left.is_zero() {
            return tracing::error!(%error, "what someone did could not be taken");
        }
        tracing::warn!(%error, "what someone did could not be taken yet");
        tokio::time::sleep(pause).await;
        left = left.saturating_sub(pause);
        pause = (pause * 2).min(longest);
    }
}

/// What stands on the button that was pressed.
fn label_of(it: &ComponentInteraction) -> Option<String> {
    let parts = it.message.components.iter().flat_map(|row| &row.components);
    parts.into_iter().find_map(|part| match part {
        ActionRowComponent::Button(button) => match &button.data {
            ButtonKind::NonLink { custom_id, .. } if *custom_id == it.data.custom_id => button.label.clone(),
            _ => None,
        },
        _ => None,
    })
}

/// The form for a command that takes a text.
fn form_of(spec: &CommandSpec, voice: Speaker) -> Form {
    let takes = spec.params.iter().map(|param| voice.say_plain(&format!("option-{}", option_name(param))));
    let label = capital(&takes.collect::<String>());
    let hint = Some(voice.say_plain(&spec.help_key()));
    Form { id: format!("t:{}", spec.name), title: capital(&words(spec, voice)), label, hint }
}

/// A word as it begins a line.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters.as_str().chars()).collect()
}

/// The words of a command as its list shows them, as they are typed.
fn words(spec: &CommandSpec, voice: Speaker) -> String {
    let own = Some(voice).filter(|voice| voice.language() != Language::Ar).and_then(|v| v.word(&spec.words_key()));
    own.unwrap_or_else(|| spec.name.to_owned())
}

/// A slash command as it would be typed: what it takes in the order in which it is typed.
fn line(spec: &CommandSpec, given: &[CommandDataOption], voice: Speaker) -> String {
    let mut line = words(spec, voice);
    for param in spec.params {
        let value = given.iter().find(|given| given.name == option_name(param)).and_then(|given| given.value.as_str());
        let Some(value) = value.map(clean) else { continue };
        // A text by itself stands as it was written, whatever it begins with.
        line.push(if spec.is_one_text() || param.kind == ParamKind::Text && value.contains('\n') { '\n' } else { ' ' });
        line.push_str(value.trim());
    }
    line
}
