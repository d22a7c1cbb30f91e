//! The fake of Discord is one that a real client takes for Discord: serenity connects, hears, asks,
//! resumes, and meets every fault and every refusal.

use crate::fake_discord::{Discord, Id, Person, Trouble, intent, may};
use gcm_talks::clock::ManualClock;
use serde_json::json;
use serenity::all::*;
use serenity::client::ClientBuilder;
use serenity::gateway::ShardManager;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;

/// 2027-01-15, 08:00 UTC.
const NOW: i64 = 1_800_000_000_000;
const MINUTE: i64 = 60_000;

/// What the bot of the tests asks to hear.
fn intents() -> GatewayIntents {
    GatewayIntents::non_privileged() | GatewayIntents::MESSAGE_CONTENT | GatewayIntents::GUILD_MEMBERS
}

/// Passes on everything that serenity hears.
struct Ear(UnboundedSender<Event>);

#[async_trait]
impl RawEventHandler for Ear {
    async fn raw_event(&self, _: Context, event: Event) {
        let _ = self.0.send(event);
    }
}

/// A real client.
struct Bot {
    http: Arc<Http>,
    shards: Arc<ShardManager>,
    heard: Mutex<UnboundedReceiver<Event>>,
    running: JoinHandle<serenity::Result<()>>,
}

impl Bot {
    async fn start(discord: &Discord, intents: GatewayIntents) -> Bot {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = HttpBuilder::new(discord.token()).proxy(discord.api()).ratelimiter_disabled(true).build();
        let (ear, heard) = unbounded_channel();
        let mut client = ClientBuilder::new_with_http(http, intents).raw_event_handler(Ear(ear)).await.unwrap();
        // If the address could not be had, serenity goes to the real one.
        assert_eq!(*client.ws_url.lock().await, discord.gateway());
        let (http, shards) = (client.http.clone(), client.shard_manager.clone());
        let running = tokio::spawn(async move { client.start().await });
        Bot { http, shards, heard: Mutex::new(heard), running }
    }

    /// A client that is connected.
    async fn connect(discord: &Discord) -> Bot {
        let bot = Bot::start(discord, intents()).await;
        bot.hears("READY", |event| matches!(event, Event::Ready(_)).then_some(())).await;
        bot
    }

    /// Waits for an event like this. One that serenity cannot read fails the test.
    async fn hears<T>(&self, what: &str, fits: impl Fn(&Event) -> Option<T>) -> T {
        let mut heard = self.heard.lock().await;
        let search = async {
            loop {
                let event = heard.recv().await.expect("the client runs");
                if let Event::Unknown(unknown) = &event {
                    panic!("serenity cannot read {unknown:?}");
                }
                if let Some(found) = fits(&event) {
                    return found;
                }
            }
        };
        let found = tokio::time::timeout(Duration::from_secs(20), search).await;
        found.unwrap_or_else(|_| panic!("{what} was never heard"))
    }

    async fn hears_message(&self, id: Id) -> Message {
        let of = |event: &Event| match event {
            Event::MessageCreate(MessageCreateEvent { message, .. }) if message.id.get() == id => Some(message.clone()),
            _ => None,
        };
        self.hears("the message", of).await
    }

    async fn hears_command(&self) -> CommandInteraction {
        let of = |event: &Event| match event {
            Event::InteractionCreate(e) => match &e.interaction {
                Interaction::Command(i) | Interaction::Autocomplete(i) => Some(i.clone()),
                _ => None,
            },
            _ => None,
        };
        self.hears("the command", of).await
    }

    async fn hears_component(&self) -> ComponentInteraction {
        let of = |event: &Event| match event {
            Event::InteractionCreate(e) => e.interaction.as_message_component().cloned(),
            _ => None,
        };
        self.hears("the button", of).await
    }

    async fn hears_form(&self) -> ModalInteraction {
        let of = |event: &Event| match event {
            Event::InteractionCreate(e) => e.interaction.as_modal_submit().cloned(),
            _ => None,
        };
        self.hears("the form", of).await
    }

    /// Says something in a channel.
    async fn says(&self, channel: Id, text: &str) -> Message {
        ChannelId::new(channel).send_message(&self.http, CreateMessage::new().content(text)).await.unwrap()
    }

    async fn registers(&self, commands: Vec<CreateCommand>) -> Vec<Command> {
        Command::set_global_commands(&self.http, commands).await.unwrap()
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.running.abort();
    }
}

/// The status and the code with which Discord refused.
fn refusal<T: std::fmt::Debug>(result: serenity::Result<T>) -> (u16, isize) {
    match result.unwrap_err() {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(r)) => (r.status_code.as_u16(), r.error.code),
        other => panic!("no answer of Discord: {other:?}"),
    }
}

/// A guild with a channel, and two people in it.
struct Town {
    clock: Arc<ManualClock>,
    discord: Discord,
    guild: Id,
    market: Id,
    amina: Person,
    mateo: Person,
}

async fn town() -> Town {
    let clock = Arc::new(ManualClock::new(NOW));
    let discord = Discord::start(clock.clone()).await;
    let guild = discord.guild("Harbour Talks");
    let market = discord.channel(guild, "market");
    let amina = discord.person(guild, "Amina Example");
    let mateo = discord.person(guild, "Mateo Example");
    Town { clock, discord, guild, market, amina, mateo }
}

fn noted(town: &Town, person: &Person) -> Vec<String> {
    person.reads(town.market)
}

#[tokio::test]
async fn a_client_connects_hears_and_is_read() {
    let town = town().await;
    let bot = Bot::start(&town.discord, intents()).await;
    let ready = bot
        .hears("READY", |event| match event {
            Event::Ready(e) => Some(e.ready.clone()),
            _ => None,
        })
        .await;
    assert_eq!(ready.user.id.get(), town.discord.bot());
    assert!(ready.guilds.iter().all(|g| g.unavailable), "guilds come after READY");
    let channels = bot
        .hears("the guild", |event| match event {
            Event::GuildCreate(e) => Some(e.guild.channels.values().map(|c| c.name.clone()).collect::<Vec<_>>()),
            _ => None,
        })
        .await;
    assert_eq!(channels, ["market"]);

    let id = town.amina.writes(town.market, "The harbour needs shade.");
    let heard = bot.hears_message(id).await;
    assert_eq!(heard.content, "The harbour needs shade.");
    assert_eq!(heard.author.global_name.as_deref(), Some("Amina Example"));
    assert_eq!(heard.guild_id.map(|g| g.get()), Some(town.guild));
    assert_eq!(heard.timestamp.unix_timestamp() * 1_000, NOW, "time is the clock's");

    bot.says(town.market, "Noted.").await;
    assert_eq!(noted(&town, &town.mateo), ["Noted."]);
    assert!(town.discord.asked().iter().any(|a| a.method == "POST" && a.status == 200));
}

#[tokio::test]
async fn what_people_do_is_heard_and_what_is_deleted_is_seen_no_more() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    let id = town.amina.writes(town.market, "The harbour needs shade.");
    town.amina.edits(id, "The harbour needs shade and benches.");
    let edited = bot
        .hears("the edit", |event| match event {
            Event::MessageUpdate(e) => Some((e.content.clone(), e.edited_timestamp.is_some())),
            _ => None,
        })
        .await;
    assert_eq!(edited, (Some("The harbour needs shade and benches.".into()), true));

    town.amina.reacts(id, "📝");
    let mark = bot
        .hears("the reaction", |event| match event {
            Event::ReactionAdd(e) => Some((e.reaction.emoji.to_string(), e.reaction.user_id.map(|u| u.get()))),
            _ => None,
        })
        .await;
    assert_eq!(mark, ("📝".into(), Some(town.amina.id)));
    let channel = ChannelId::new(town.market);
    channel.create_reaction(&bot.http, MessageId::new(id), '✅').await.unwrap();
    let marks = [("📝".to_owned(), 1), ("✅".to_owned(), 1)];
    assert_eq!(town.mateo.sees(town.market)[0].reactions, marks);
    let who = channel.reaction_users(&bot.http, MessageId::new(id), '📝', None, None).await.unwrap();
    assert_eq!(who.iter().map(|u| u.id.get()).collect::<Vec<_>>(), [town.amina.id]);

    town.amina.deletes(id);
    bot.hears("the deletion", |event| {
        matches!(event, Event::MessageDelete(e) if e.message_id.get() == id).then_some(())
    })
    .await;
    assert!(town.mateo.sees(town.market).is_empty());
    assert_eq!(refusal(channel.message(&bot.http, id).await), (404, 10008));

    let post = bot.says(town.market, "One.").await;
    channel.edit_message(&bot.http, post.id, EditMessage::new().content("Two.")).await.unwrap();
    assert_eq!(noted(&town, &town.amina), ["Two."]);
    channel.delete_message(&bot.http, post.id).await.unwrap();
    assert_eq!(noted(&town, &town.amina), Vec::<String>::new());
    assert_eq!(town.discord.posts(), [(town.market, "Two.".to_owned(), true)]);
}

#[tokio::test]
async fn a_session_outlives_its_connection_and_nothing_of_it_is_lost() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    type Fault = fn(&Discord);
    let faults: [(&str, Fault); 4] = [
        ("a cut line", |d| d.cut()),
        ("close code 4000", |d| d.close(4000)),
        ("a request to reconnect", |d| d.ask_to_reconnect()),
        ("a session called invalid that may be resumed", |d| d.invalidate(true)),
    ];
    for (number, (what, fault)) in (1..).zip(faults) {
        fault(&town.discord);
        let id = town.amina.writes(town.market, "While the line was down.");
        bot.hears_message(id).await;
        town.discord.until(what, |d| d.greetings() == (1, number)).await;
    }
}

#[tokio::test]
async fn what_happens_while_no_session_is_there_is_only_in_the_history() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    let before = town.amina.writes(town.market, "Before.");
    bot.hears_message(before).await;
    town.discord.forget_sessions();
    let lost = town.amina.writes(town.market, "Between two sessions.");
    town.discord.until("it identifies anew", |d| d.greetings().0 == 2).await;
    let after = town.amina.writes(town.market, "After.");
    let next = bot
        .hears("a message", |event| match event {
            Event::MessageCreate(e) => Some(e.message.id.get()),
            _ => None,
        })
        .await;
    assert_eq!(next, after);
    let missed = ChannelId::new(town.market).messages(&bot.http, GetMessages::new().after(before)).await.unwrap();
    assert_eq!(missed.iter().map(|m| m.id.get()).collect::<Vec<_>>(), [after, lost], "newest first");
}

#[tokio::test]
async fn five_thousand_messages_of_an_absence_are_all_told_and_stand_in_the_history() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    town.discord.cut();
    town.discord.until("the line is down", |d| d.connected() == 0).await;
    let written: Vec<Id> = (0..5_000).map(|n| town.amina.writes(town.market, &n.to_string())).collect();
    let mut heard = BTreeSet::new();
    for _ in &written {
        // Each event has a task of its own in serenity, so they may overtake one another.
        heard.insert(
            bot.hears("a message", |event| match event {
                Event::MessageCreate(e) => Some(e.message.id.get()),
                _ => None,
            })
            .await,
        );
    }
    assert_eq!(heard.into_iter().collect::<Vec<_>>(), written);
    let mut read: Vec<Id> = Vec::new();
    let mut after = 1;
    loop {
        let page = GetMessages::new().after(after).limit(100);
        let page = ChannelId::new(town.market).messages(&bot.http, page).await.unwrap();
        let Some(newest) = page.first() else { break };
        after = newest.id.get();
        read.extend(page.iter().rev().map(|m| m.id.get()));
    }
    assert_eq!(read, written);
}

#[tokio::test]
async fn who_is_refused_twice_when_coming_back_starts_afresh() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    town.discord.refuse(true);
    town.discord.cut();
    town.discord.until("it is refused twice", |d| d.refusals() >= 2).await;
    town.amina.writes(town.market, "While the door was shut.");
    town.discord.refuse(false);
    town.discord.until("it comes again", |d| d.greetings() == (2, 0)).await;
    let after = town.amina.writes(town.market, "After.");
    let next = bot
        .hears("a message", |event| match event {
            Event::MessageCreate(e) => Some(e.message.id.get()),
            _ => None,
        })
        .await;
    assert_eq!(next, after, "the gap is lost to who does not resume");
}

#[tokio::test]
async fn a_heartbeat_without_answer_ends_the_connection() {
    let town = town().await;
    town.discord.heartbeat(400);
    let _bot = Bot::connect(&town.discord).await;
    town.discord.mute(true);
    town.discord.until("the client notices and comes again", |d| d.greetings().0 + d.greetings().1 >= 2).await;
    town.discord.mute(false);
}

#[tokio::test]
async fn a_bad_token_and_an_intent_that_was_not_given_end_the_client() {
    let town = town().await;
    town.discord.give_intents(0);
    let mut bot = Bot::start(&town.discord, intents()).await;
    let ended = (&mut bot.running).await.unwrap();
    assert!(matches!(ended, Err(serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents))), "{ended:?}");

    town.discord.give_intents(intent::PRIVILEGED);
    let mut bot = Bot::connect(&town.discord).await;
    town.discord.revoke_token();
    let ended = (&mut bot.running).await.unwrap();
    assert!(matches!(ended, Err(serenity::Error::Gateway(GatewayError::InvalidAuthentication))), "{ended:?}");
    let refused = ChannelId::new(town.market).message(&bot.http, 1).await;
    assert_eq!(refusal(refused), (401, 0));
    assert_eq!(town.discord.invalid_requests(), 1);
}

#[tokio::test]
async fn who_stops_is_gone_and_a_second_start_is_a_new_session() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    bot.shards.shutdown_all().await;
    town.discord.until("nobody is connected", |d| d.connected() == 0).await;
    let _again = Bot::connect(&town.discord).await;
    assert_eq!(town.discord.greetings(), (2, 0));
}

#[tokio::test]
async fn without_the_intent_only_what_concerns_the_bot_has_words() {
    let town = town().await;
    town.discord.give_intents(0);
    let bot = Bot::start(&town.discord, GatewayIntents::non_privileged()).await;
    bot.hears("READY", |event| matches!(event, Event::Ready(_)).then_some(())).await;
    let plain = town.amina.writes(town.market, "The harbour needs shade.");
    assert_eq!(bot.hears_message(plain).await.content, "");
    let called = format!("<@{}> the harbour needs shade.", town.discord.bot());
    let mention = town.amina.writes(town.market, &called);
    assert_eq!(bot.hears_message(mention).await.content, called);
    let direct = town.amina.whispers("Hello.");
    let heard = bot.hears_message(direct).await;
    assert_eq!((heard.content.as_str(), heard.guild_id), ("Hello.", None));
    let history = ChannelId::new(town.market).messages(&bot.http, GetMessages::new()).await.unwrap();
    assert_eq!(history.iter().map(|m| m.content.as_str()).collect::<Vec<_>>(), [called.as_str(), ""]);
}

#[tokio::test]
async fn an_interaction_is_answered_once_within_three_seconds_and_edited_for_fifteen_minutes() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    let privacy = CreateCommandOption::new(CommandOptionType::SubCommand, "privacy", "What is kept")
        .name_localized("fr", "confidentialité");
    bot.registers(vec![CreateCommand::new("gcm").description("The GCM Talks").add_option(privacy)]).await;
    town.amina.speaks("fr");

    let invoked = town.amina.invokes(town.market, "gcm privacy", &[]).unwrap();
    let heard = bot.hears_command().await;
    assert_eq!((heard.locale.as_str(), heard.user.id.get()), ("fr", town.amina.id));
    assert_eq!(heard.data.options[0].name, "privacy");
    let defer = || CreateInteractionResponse::Defer(CreateInteractionResponseMessage::new().ephemeral(true));
    heard.create_response(&bot.http, defer()).await.unwrap();
    assert_eq!(town.amina.answer(invoked), Some(5));
    assert_eq!(noted(&town, &town.amina), ["… is thinking"]);
    assert_eq!(refusal(heard.create_response(&bot.http, defer()).await), (400, 40060));

    heard.edit_response(&bot.http, EditInteractionResponse::new().content("Nothing is kept.")).await.unwrap();
    heard.edit_response(&bot.http, EditInteractionResponse::new().content("Little is kept.")).await.unwrap();
    let seen = &town.amina.sees(town.market)[0];
    assert!(seen.ephemeral && seen.text == "Little is kept.");
    assert!(town.mateo.sees(town.market).is_empty(), "what is ephemeral one person sees");
    let in_history = ChannelId::new(town.market).messages(&bot.http, GetMessages::new()).await.unwrap();
    assert!(in_history.is_empty());

    let more = CreateInteractionResponseFollowup::new().content("And more.").ephemeral(true);
    heard.create_followup(&bot.http, more.clone()).await.unwrap();
    assert_eq!(noted(&town, &town.amina), ["Little is kept.", "And more."]);
    town.clock.advance(15 * MINUTE + 1);
    assert_eq!(refusal(heard.create_followup(&bot.http, more).await), (401, 50027));

    let late = town.amina.invokes(town.market, "gcm privacy", &[]).unwrap();
    let heard = bot.hears_command().await;
    let early = heard.edit_response(&bot.http, EditInteractionResponse::new().content("Too early.")).await;
    assert_eq!(refusal(early), (404, 10015));
    town.clock.advance(3_001);
    assert!(town.amina.left_alone(late));
    assert_eq!(refusal(heard.create_response(&bot.http, defer()).await), (404, 10062));
}

#[tokio::test]
async fn buttons_menus_and_forms_work_as_people_expect() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    let buttons = CreateActionRow::Buttons(vec![CreateButton::new("join").label("Take part")]);
    let options = vec![CreateSelectMenuOption::new("Deutsch", "de"), CreateSelectMenuOption::new("Français", "fr")];
    let menu = CreateSelectMenu::new("language", CreateSelectMenuKind::String { options });
    let card =
        CreateMessage::new().content("Talk freely.").components(vec![buttons, CreateActionRow::SelectMenu(menu)]);
    let card = ChannelId::new(town.market).send_message(&bot.http, card).await.unwrap().id.get();
    assert_eq!(town.amina.sees(town.market)[0].buttons, ["Take part"]);
    assert!(town.amina.presses(card, "Leave").is_err());

    let pressed = town.amina.presses(card, "Take part").unwrap();
    let heard = bot.hears_component().await;
    assert_eq!((heard.data.custom_id.as_str(), heard.message.id.get()), ("join", card));
    let field = CreateInputText::new(InputTextStyle::Short, "Your organisation", "organisation").max_length(20);
    let form = CreateModal::new("form", "Take part").components(vec![CreateActionRow::InputText(field)]);
    heard.create_response(&bot.http, CreateInteractionResponse::Modal(form)).await.unwrap();
    let form = town.amina.form(pressed).unwrap();
    assert_eq!(form.title, "Take part");
    assert!(town.amina.sends(&form, &[("organisation", &"x".repeat(21))]).is_err(), "Discord refuses it itself");
    town.amina.sends(&form, &[("organisation", "Harbour Union (invented)")]).unwrap_err();
    town.amina.sends(&form, &[("organisation", "Harbour Union")]).unwrap();
    let filled = bot.hears_form().await;
    let ActionRowComponent::InputText(text) = &filled.data.components[0].components[0] else { panic!("no text") };
    assert_eq!((text.custom_id.as_str(), text.value.as_deref()), ("organisation", Some("Harbour Union")));
    let answer = CreateInteractionResponseMessage::new().content("Welcome.").ephemeral(true);
    filled.create_response(&bot.http, CreateInteractionResponse::Message(answer)).await.unwrap();
    assert_eq!(noted(&town, &town.amina), ["Talk freely.", "Welcome."]);

    town.mateo.chooses(card, &["Français"]).unwrap();
    let heard = bot.hears_component().await;
    let ComponentInteractionDataKind::StringSelect { values } = &heard.data.kind else { panic!("no menu") };
    assert_eq!(values, &["fr"]);
    let update = CreateInteractionResponseMessage::new().content("Parlez librement.").components(vec![]);
    heard.create_response(&bot.http, CreateInteractionResponse::UpdateMessage(update)).await.unwrap();
    assert_eq!(noted(&town, &town.mateo), ["Parlez librement."]);
    assert!(town.amina.presses(card, "Take part").is_err(), "the button is gone");
}

#[tokio::test]
async fn commands_are_offered_as_registered_and_options_completed() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    let objective = CreateCommandOption::new(CommandOptionType::Integer, "objective", "Which")
        .set_autocomplete(true)
        .required(true)
        .min_int_value(1)
        .max_int_value(23);
    let command = || CreateCommand::new("objective").description("An objective").add_option(objective.clone());
    let submit = || CreateCommand::new("Submit this message").kind(CommandType::Message);
    let office = || {
        CreateCommand::new("floor").description("The floor").default_member_permissions(Permissions::MANAGE_CHANNELS)
    };
    let first = bot.registers(vec![command(), submit(), office()]).await;
    let again = bot.registers(vec![command(), submit(), office()]).await;
    let versions = |all: &[Command]| all.iter().map(|c| (c.id, c.version)).collect::<Vec<_>>();
    assert_eq!(versions(&first), versions(&again), "what is the same stays as it is");
    assert_eq!(town.discord.commands(None).len(), 3);

    assert!(town.amina.invokes(town.market, "objective", &[]).unwrap_err().contains("required"));
    assert!(town.amina.invokes(town.market, "objective", &[("objective", json!(24))]).is_err());
    assert!(town.amina.invokes(town.market, "floor", &[]).is_err(), "not offered without the permission");
    town.discord.role(town.guild, "moderators", may::MANAGE_CHANNELS, &[town.mateo.id]);
    assert!(town.mateo.invokes(town.market, "floor", &[]).is_ok());
    bot.hears_command().await;

    let typed = town.amina.types(town.market, "objective", "objective", "heal").unwrap();
    let heard = bot.hears_command().await;
    assert_eq!(heard.data.autocomplete().map(|o| o.value), Some("heal"));
    let choices = CreateAutocompleteResponse::new().add_int_choice("15 Basic services", 15);
    heard.create_response(&bot.http, CreateInteractionResponse::Autocomplete(choices)).await.unwrap();
    assert_eq!(town.amina.proposals(typed), [("15 Basic services".to_owned(), json!(15))]);

    let id = town.amina.writes(town.market, "Clinics should open on Sundays.");
    town.amina.invokes_on(id, "Submit this message").unwrap();
    let heard = bot.hears_command().await;
    assert_eq!(heard.data.resolved.messages[&MessageId::new(id)].content, "Clinics should open on Sundays.");
}

#[tokio::test]
async fn what_discord_would_not_register_is_refused() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    let refused: BTreeMap<&str, CreateCommand> = BTreeMap::from([
        ("capitals", CreateCommand::new("GCM").description("The GCM Talks")),
        ("a blank", CreateCommand::new("gcm talks").description("The GCM Talks")),
        ("no description", CreateCommand::new("gcm")),
        ("a long description", CreateCommand::new("gcm").description("x".repeat(101))),
        ("a language without interface", CreateCommand::new("gcm").description("x").name_localized("ar", "محادثات")),
    ]);
    for (why, command) in refused {
        let result = Command::create_global_command(&bot.http, command).await;
        assert_eq!(refusal(result), (400, 50035), "{why}");
    }
    let arabic = CreateCommand::new("محادثات").description("The GCM Talks");
    Command::create_global_command(&bot.http, arabic).await.unwrap();
    let all = (0..101).map(|n| CreateCommand::new(format!("c{n}")).description("One of too many")).collect();
    assert_eq!(refusal(Command::set_global_commands(&bot.http, all).await), (400, 30032));
    assert!(!town.discord.findings().is_empty(), "and held against the test");
}

#[tokio::test]
async fn a_reply_that_is_lost_is_no_second_post_while_the_nonce_is_known() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    let post = || CreateMessage::new().content("Noted.").nonce(Nonce::String("row-17".into())).enforce_nonce(true);
    let channel = ChannelId::new(town.market);
    for trouble in [Trouble::LostReply, Trouble::Cut, Trouble::Status(502)] {
        town.discord.fail("POST", "/messages", trouble);
        channel.send_message(&bot.http, post()).await.unwrap_err();
    }
    channel.send_message(&bot.http, post()).await.unwrap();
    assert_eq!(noted(&town, &town.amina), ["Noted."]);
    let told = channel.messages(&bot.http, GetMessages::new()).await.unwrap();
    assert!(told[0].nonce.is_none(), "history tells no nonce");
    town.clock.advance(5 * MINUTE + 1);
    channel.send_message(&bot.http, post()).await.unwrap();
    assert_eq!(noted(&town, &town.amina), ["Noted.", "Noted."]);

    town.discord.fail("", "", Trouble::TooMany { after: 0.5, global: true });
    assert_eq!(refusal(channel.send_message(&bot.http, post()).await).0, 429);
    town.discord.fail("DELETE", "/messages/", Trouble::LostReply);
    assert!(channel.delete_message(&bot.http, told[0].id).await.is_err(), "even where nothing is answered");
    assert_eq!(noted(&town, &town.amina), ["Noted."]);
    town.discord.fail("GET", "/messages", Trouble::Silence);
    let waited = tokio::time::timeout(Duration::from_millis(50), channel.messages(&bot.http, GetMessages::new()));
    assert!(waited.await.is_err());
}

#[tokio::test]
async fn in_a_storm_a_nonce_that_is_repeated_posts_once() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    town.discord.storm(7, 500);
    let channel = ChannelId::new(town.market);
    for number in 0..40 {
        let text = number.to_string();
        let post = || CreateMessage::new().content(&text).nonce(Nonce::String(text.clone())).enforce_nonce(true);
        while channel.send_message(&bot.http, post()).await.is_err() {}
    }
    town.discord.storm(0, 0);
    let expected: Vec<String> = (0..40).map(|n| n.to_string()).collect();
    assert_eq!(noted(&town, &town.amina), expected);
    let failed = town.discord.asked().iter().filter(|a| a.status >= 429).count();
    assert!(failed > 5, "{failed} requests failed");
}

#[tokio::test]
async fn limits_are_told_and_kept_where_a_test_wants_them() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    town.discord.keep_limits();
    for number in 0..5 {
        bot.says(town.market, &number.to_string()).await;
    }
    let post = CreateMessage::new().content("Too many.");
    let channel = ChannelId::new(town.market);
    let route = Route::ChannelMessages { channel_id: channel };
    let body = json!({"content": "Too many."}).to_string().into_bytes();
    let request = Request::new(route, LightMethod::Post).body(Some(body));
    let refused = bot.http.request(request).await;
    assert_eq!(refusal(refused).0, 429);
    town.clock.advance(5_000);
    channel.send_message(&bot.http, post).await.unwrap();
    assert_eq!(noted(&town, &town.amina).len(), 6);
    assert_eq!(town.discord.invalid_requests(), 1);
}

#[tokio::test]
async fn who_lacks_the_right_is_refused_as_discord_refuses() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    let channel = ChannelId::new(town.market);
    let say = || CreateMessage::new().content("Hello.");
    assert_eq!(refusal(ChannelId::new(1).send_message(&bot.http, say()).await), (404, 10003));
    assert_eq!(refusal(channel.send_message(&bot.http, CreateMessage::new().content(" ")).await), (400, 50006));

    let others = town.amina.writes(town.market, "Mine.");
    let edit = channel.edit_message(&bot.http, others, EditMessage::new().content("Yours.")).await;
    assert_eq!(refusal(edit), (403, 50005));
    town.discord.deny_bot(town.market, may::SEND);
    assert_eq!(refusal(channel.send_message(&bot.http, say()).await), (403, 50013));
    town.discord.deny_bot(town.market, may::PIN | may::MANAGE_MESSAGES);
    assert_eq!(refusal(channel.pin(&bot.http, others).await), (403, 50013));
    assert_eq!(refusal(channel.delete_message(&bot.http, others).await), (403, 50013));
    town.discord.deny_bot(town.market, may::HISTORY);
    assert!(channel.messages(&bot.http, GetMessages::new()).await.unwrap().is_empty());
    town.discord.deny_bot(town.market, may::VIEW);
    assert_eq!(refusal(channel.send_message(&bot.http, say()).await), (403, 50001));
    let unheard = town.amina.writes(town.market, "Behind the door.");
    town.discord.deny_bot(town.market, 0);
    let heard = town.amina.writes(town.market, "In the open.");
    let next = bot
        .hears("a message", |event| match event {
            Event::MessageCreate(e) if e.message.id.get() >= unheard => Some(e.message.id.get()),
            _ => None,
        })
        .await;
    assert_eq!(next, heard, "what the bot cannot see it does not hear");

    town.mateo.closes_private_messages(true);
    let direct = UserId::new(town.mateo.id).create_dm_channel(&bot.http).await.unwrap();
    assert_eq!(refusal(direct.id.send_message(&bot.http, say()).await), (403, 50007));
    let direct = UserId::new(town.amina.id).create_dm_channel(&bot.http).await.unwrap();
    direct.id.send_message(&bot.http, say()).await.unwrap();
    assert_eq!(town.amina.sees_privately()[0].text, "Hello.");

    town.discord.delete_channel(town.market);
    bot.hears("the channel's end", |event| matches!(event, Event::ChannelDelete(_)).then_some(())).await;
    assert_eq!(refusal(channel.send_message(&bot.http, say()).await), (404, 10003));
}

#[tokio::test]
async fn a_message_that_is_too_long_is_refused_at_its_place() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    let channel = ChannelId::new(town.market);
    let embed = |text: usize| CreateEmbed::new().description("x".repeat(text));
    let refused = [
        ("embeds.0.description", CreateMessage::new().embed(embed(4_097))),
        ("embeds", CreateMessage::new().embeds(vec![embed(4_096), embed(1_905)])),
        ("nonce", CreateMessage::new().content("x").nonce(Nonce::String("x".repeat(26)))),
        ("components.0.components.0.custom_id", {
            let button = CreateButton::new("x".repeat(101)).label("x");
            CreateMessage::new().content("x").components(vec![CreateActionRow::Buttons(vec![button])])
        }),
    ];
    for (place, message) in refused {
        let error = channel.send_message(&bot.http, message).await.unwrap_err();
        let serenity::Error::Http(HttpError::UnsuccessfulRequest(answer)) = error else { panic!("{error:?}") };
        assert_eq!(answer.error.code, 50035);
        assert_eq!(answer.error.errors[0].path, place);
    }
    // serenity itself refuses a content that is too long; Discord would as well.
    let route = Route::ChannelMessages { channel_id: channel };
    let body = json!({"content": "x".repeat(2_001)}).to_string().into_bytes();
    let request = Request::new(route, LightMethod::Post).body(Some(body));
    assert_eq!(refusal(bot.http.request(request).await), (400, 50035));
    channel.send_message(&bot.http, CreateMessage::new().embeds(vec![embed(4_096), embed(1_904)])).await.unwrap();
    town.discord.findings();
}

#[tokio::test]
async fn files_threads_pins_and_calls_are_as_on_discord() {
    let town = town().await;
    let bot = Bot::connect(&town.discord).await;
    let channel = ChannelId::new(town.market);
    let id = town.amina.attaches(town.market, "Our paper.", &[("paper.txt", "text/plain", b"Shade for all.")]);
    let heard = bot.hears_message(id).await;
    assert_eq!(heard.attachments[0].download().await.unwrap(), b"Shade for all.");

    let file = |text: &str| CreateAttachment::bytes(text.as_bytes(), "digest.md");
    let post = CreateMessage::new().content("The digest.").add_file(file("one"));
    let post = channel.send_message(&bot.http, post).await.unwrap();
    let edit = EditMessage::new().attachments(EditAttachments::new().add(file("two")));
    let edited = channel.edit_message(&bot.http, post.id, edit).await.unwrap();
    assert_eq!(edited.attachments.len(), 1, "attachments are replaced");
    assert_eq!(edited.attachments[0].download().await.unwrap(), b"two");
    // serenity does not look at the status of a download.
    assert_ne!(post.attachments[0].download().await.unwrap_or_default(), b"one", "the old file is gone");

    channel.pin(&bot.http, post.id).await.unwrap();
    assert_eq!(channel.pins(&bot.http).await.unwrap()[0].id, post.id);
    assert!(town.amina.sees(town.market).iter().any(|m| m.pinned));
    assert_eq!(noted(&town, &town.amina).last().map(String::as_str), Some("pinned a message"));

    let thread = channel.create_thread_from_message(&bot.http, id, CreateThread::new("Shade")).await.unwrap();
    assert_eq!(thread.id.get(), id, "a message's thread has its id");
    let inside = town.mateo.writes(thread.id.get(), "In the thread.");
    assert_eq!(bot.hears_message(inside).await.channel_id, thread.id);
    let forum = town.discord.forum(town.guild, "proposals");
    let opened = town.amina.opens_thread(forum, "Benches", "More benches.");
    assert_eq!(bot.hears_message(opened).await.content, "More benches.", "its first message has the thread's id");
    let active = GuildId::new(town.guild).get_active_threads(&bot.http).await.unwrap();
    assert_eq!(active.threads.len(), 2);

    let text = format!("@everyone <@{}> <@{}>", town.amina.id, town.mateo.id);
    let none = CreateMessage::new().content(&text).allowed_mentions(CreateAllowedMentions::new());
    channel.send_message(&bot.http, none).await.unwrap();
    assert!(!town.amina.sees(town.market).last().unwrap().called);
    let one = CreateAllowedMentions::new().users([town.amina.id]);
    channel.send_message(&bot.http, CreateMessage::new().content(&text).allowed_mentions(one)).await.unwrap();
    assert!(town.amina.sees(town.market).last().unwrap().called);
    assert!(!town.mateo.sees(town.market).last().unwrap().called);

    let reply = town.mateo.replies(post.id.get(), "I agree.");
    let heard = bot.hears_message(reply).await;
    assert_eq!(heard.referenced_message.map(|m| m.id), Some(post.id));
    assert!(heard.mentions.iter().any(|u| u.id.get() == town.discord.bot()));
    let hook = town.discord.webhook_writes(town.market, "Feed", "A headline.");
    let heard = bot.hears_message(hook).await;
    assert!(heard.webhook_id.is_some() && heard.author.bot);
    let other = town.discord.other_bot(town.guild, "another-bot");
    let heard = bot.hears_message(other.writes(town.market, "Beep.")).await;
    assert!(heard.author.bot);
}
