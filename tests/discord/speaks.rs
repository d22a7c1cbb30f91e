//! The way out to Discord: what the outbox asks is done once, whatever is lost on the way; nobody is
//! called or told what is not for them; and what a channel is like is told as it is.

use crate::fake_discord::world::Overwrite;
use crate::fake_discord::{Id, Person, Trouble, may};
use gcm_talks::chat::{
    Action, Attachment, Block, Body, Delivered, Document, Event, Handle, History, HistoryQuery, NewRoom, Outgoing,
    PlatformPort, Purpose, RoomFacts, SendError, Space, Span, To, render,
};
use gcm_talks::clock::{Clock, ManualClock, SeededChance, Source};
use gcm_talks::config::{DiscordConfig, Secret};
use gcm_talks::model::Language;
use gcm_talks::platforms::discord::{Discord, Session};
use serde_json::json;
use serenity::all::{Command, CommandOptionType, CreateCommand, CreateCommandOption, Http, HttpBuilder};
use std::sync::Arc;

/// 2027-01-15, 08:00 UTC.
const NOW: i64 = 1_800_000_000_000;
const MINUTE: i64 = 60_000;
/// A row of the outbox, and the mark that its message bears.
const ROW: i64 = 46_655;
const MARK: &str = "zzz";

/// A guild with a channel and two people in it, and the adapter.
struct Town {
    clock: Arc<ManualClock>,
    discord: crate::fake_discord::Discord,
    guild: Id,
    market: Id,
    amina: Person,
    mateo: Person,
    bot: Arc<Discord>,
}

async fn town() -> Town {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let clock = Arc::new(ManualClock::new(NOW));
    let discord = crate::fake_discord::Discord::start(clock.clone()).await;
    let guild = discord.guild("Harbour Talks");
    let market = discord.channel(guild, "market");
    let amina = discord.person(guild, "Amina Example");
    let mateo = discord.person(guild, "Mateo Example");
    let bot = started(&discord, &clock, true).await;
    Town { clock, discord, guild, market, amina, mateo, bot }
}

/// A process with the bot in it.
async fn started(discord: &crate::fake_discord::Discord, clock: &Arc<ManualClock>, content: bool) -> Arc<Discord> {
    let config =
        DiscordConfig { token: Secret::new(discord.token()), api_proxy: Some(discord.api()), message_content: content };
    let source = Source { clock: clock.clone(), chance: Arc::new(SeededChance::new(7)) };
    Discord::new(Session::open(&config).await.unwrap(), Vec::new(), source)
}

fn line(text: &str) -> Document {
    Document::line(Language::En, text)
}

fn say(document: Document) -> Action {
    Action::say(document)
}

/// Says something in answer to a message.
fn reply(text: &str, to: &str) -> Action {
    Action::Post { document: line(text), reply_to: Some(to.into()), pin: false, files: Vec::new() }
}

fn with_files(text: &str, files: &[(&str, &str)]) -> Action {
    Action::Post { document: line(text), reply_to: None, pin: false, files: attachments(files) }
}

fn attachments(files: &[(&str, &str)]) -> Vec<Attachment> {
    files.iter().map(|(name, text)| Attachment { name: (*name).into(), text: (*text).into() }).collect()
}

fn is_later(sent: &Result<Delivered, SendError>) -> bool {
    matches!(sent, Err(SendError::Later { .. }))
}

impl Town {
    fn room(&self) -> To {
        To::Room(self.market.to_string())
    }

    fn private(&self, person: &Person) -> To {
        To::Person { account: person.id.to_string(), instead: Some(self.market.to_string()) }
    }

    async fn send(&self, row: i64, to: To, action: Action) -> Result<Delivered, SendError> {
        self.bot.send(row, &Outgoing { to, action }, None).await
    }

    /// Sends what was first tried at that moment.
    async fn again(&self, row: i64, to: To, action: Action, tried: i64) -> Result<Delivered, SendError> {
        self.bot.send(row, &Outgoing { to, action }, Some(tried)).await
    }

    /// Says something in the channel; gives what it is called.
    async fn said(&self, row: i64, action: Action) -> String {
        self.send(row, self.room(), action).await.unwrap().event.unwrap()
    }

    /// Another process takes over.
    async fn take_over(&mut self) {
        self.bot = started(&self.discord, &self.clock, true).await;
    }

    fn library(&self) -> Http {
        HttpBuilder::new(self.discord.token()).proxy(self.discord.api()).ratelimiter_disabled(true).build()
    }

    /// Amina invokes a command, and it is acknowledged: for her alone, or for all to see.
    async fn invoked(&self, private: bool) -> Handle {
        let (id, handle) = self.unacknowledged(private).await;
        let flags = if private { 64 } else { 0 };
        let body = json!({"type": 5, "data": {"flags": flags}});
        self.library().create_interaction_response(id.into(), &handle.token, &body, Vec::new()).await.unwrap();
        handle
    }

    /// Amina invokes a command that nobody acknowledged yet.
    async fn unacknowledged(&self, private: bool) -> (Id, Handle) {
        let http = self.library();
        http.set_application_id(self.discord.bot().into());
        let status = CreateCommandOption::new(CommandOptionType::SubCommand, "status", "Where I stand");
        let gcm = CreateCommand::new("gcm").description("The consultation").add_option(status);
        Command::set_global_commands(&http, vec![gcm]).await.unwrap();
        let id = self.amina.invokes(self.market, "gcm status", &[]).unwrap();
        (id, Handle { token: self.discord.token_of(id), private, until: self.clock.now() + 14 * MINUTE })
    }

    fn answer(&self, handle: &Handle) -> To {
        To::Answer { handle: handle.clone(), account: self.amina.id.to_string(), room: Some(self.market.to_string()) }
    }

    /// How often something was asked.
    fn asked(&self, method: &str, part: &str) -> usize {
        self.discord.asked().iter().filter(|a| a.method == method && a.path.contains(part)).count()
    }

    async fn facts(&self, channel: Id) -> RoomFacts {
        let heard = self.send(ROW, To::Room(channel.to_string()), Action::Probe).await.unwrap().heard;
        let [event] = heard.as_slice() else { panic!("{heard:?}") };
        assert_eq!((event.room.as_str(), event.author.bot, event.direct), (channel.to_string().as_str(), false, false));
        let Body::Facts(facts) = &event.body else { panic!("{event:?}") };
        facts.clone()
    }
}

#[tokio::test]
async fn what_is_short_is_a_message_and_what_has_a_heading_an_embed_and_each_bears_its_mark() {
    let town = town().await;
    let event = town.said(ROW, say(line("The floor is open."))).await;
    let headed = Document::new(Language::En).heading("West Africa").text("61 contributions").subheading("Most share");
    town.said(ROW + 1, say(headed)).await;
    let seen = town.amina.sees(town.market);
    assert_eq!(seen[0].id.to_string(), event);
    assert_eq!(seen[0].text, format!("The floor is open.\n-# {MARK}"));
    assert_eq!(seen[1].text, "West Africa\n61 contributions\n### Most share\n1000");
    assert!(seen.iter().all(|message| !message.ephemeral && !message.called));
}

#[tokio::test]
async fn a_message_whose_reply_was_lost_is_not_said_twice() {
    let town = town().await;
    town.discord.fail("POST", "/messages", Trouble::LostReply);
    let lost = town.send(ROW, town.room(), say(line("Once."))).await;
    assert!(is_later(&lost), "{lost:?}");
    town.clock.advance(MINUTE);
    let sent = town.again(ROW, town.room(), say(line("Once.")), NOW).await.unwrap();
    assert_eq!(town.amina.reads(town.market).len(), 1);
    assert_eq!(sent.event.unwrap(), town.amina.sees(town.market)[0].id.to_string());
    assert_eq!(town.asked("GET", "/messages"), 0, "Discord knows it again by its nonce");
}

#[tokio::test]
async fn what_stands_there_is_found_by_its_mark_when_discord_forgot_its_nonce() {
    let headed = || Document::new(Language::En).heading("Digest").text("61 contributions");
    for document in [line("Once."), headed()] {
        let town = town().await;
        town.discord.fail("POST", "/messages", Trouble::LostReply);
        assert!(is_later(&town.send(ROW, town.room(), say(document.clone())).await));
        // Somebody copies the mark, and much is written meanwhile.
        town.mateo.writes(town.market, &format!("x\n-# {MARK}"));
        for n in 0..250 {
            town.mateo.writes(town.market, &n.to_string());
        }
        town.clock.advance(40 * MINUTE);
        let sent = town.again(ROW, town.room(), say(document), NOW).await.unwrap();
        assert_eq!(sent.event.unwrap(), town.amina.sees(town.market)[0].id.to_string());
        assert_eq!(town.amina.reads(town.market).len(), 1);
    }
}

#[tokio::test]
async fn who_takes_over_looks_for_the_mark_before_it_says_anything() {
    let mut town = town().await;
    town.discord.fail("POST", "/messages", Trouble::LostReply);
    assert!(is_later(&town.send(ROW, town.private(&town.amina), say(line("Noted."))).await));
    town.clock.advance(1);
    town.take_over().await;
    town.again(ROW, town.private(&town.amina), say(line("Noted.")), NOW).await.unwrap();
    assert_eq!(town.amina.sees_privately().len(), 1);
    assert_eq!(town.asked("GET", "/messages"), 1);
    // What never arrived is said now; the search goes back no further than the first try.
    let never = town.again(ROW + 1, town.private(&town.amina), say(line("More.")), NOW).await;
    assert!(never.unwrap().event.is_some());
    assert_eq!(town.amina.sees_privately().len(), 2);
}

#[tokio::test]
async fn the_search_for_a_mark_ends_before_the_first_try() {
    let town = town().await;
    for n in 0..300 {
        town.mateo.writes(town.market, &n.to_string());
        town.clock.advance(MINUTE);
    }
    let tried = NOW + 299 * MINUTE;
    town.clock.advance(5 * MINUTE);
    town.again(ROW, town.room(), say(line("Now.")), tried).await.unwrap();
    assert_eq!(town.asked("GET", "/messages"), 1);
    assert_eq!(town.amina.reads(town.market), [format!("Now.\n-# {MARK}")]);
}

#[tokio::test]
async fn when_discord_is_away_or_says_to_wait_it_is_said_later() {
    let town = town().await;
    let troubles =
        [Trouble::Status(500), Trouble::Status(503), Trouble::Cut, Trouble::TooMany { after: 0.5, global: false }];
    for trouble in troubles {
        town.discord.fail("POST", "/messages", trouble);
        let sent = town.send(ROW, town.room(), say(line("Once."))).await;
        assert!(is_later(&sent), "{trouble:?}: {sent:?}");
    }
    town.again(ROW, town.room(), say(line("Once.")), NOW).await.unwrap();
    assert_eq!(town.amina.reads(town.market).len(), 1);
}

#[tokio::test]
async fn a_token_that_is_refused_is_not_tried_again() {
    let town = town().await;
    town.discord.revoke_token();
    let before = town.discord.asked().len();
    for row in 0..50 {
        assert!(is_later(&town.send(row, town.room(), say(line("Hello."))).await));
        assert!(is_later(&town.send(row, town.room(), Action::Probe).await));
    }
    assert_eq!(town.discord.asked().len(), before + 1);
    assert_eq!(town.discord.invalid_requests(), 1);
}

#[tokio::test]
async fn one_person_is_written_to_in_one_conversation_and_it_is_asked_for_once() {
    let town = town().await;
    for (row, text) in [(1, "One."), (2, "Two.")] {
        town.send(row, town.private(&town.amina), say(line(text))).await.unwrap();
    }
    let read: Vec<String> = town.amina.sees_privately().into_iter().map(|message| message.text).collect();
    assert_eq!(read, ["One.\n-# 1", "Two.\n-# 2"]);
    assert_eq!(town.asked("POST", "users/@me/channels"), 1);
    assert!(town.mateo.sees(town.market).is_empty());
}

#[tokio::test]
async fn who_takes_no_private_messages_is_told_so_by_other_means() {
    let town = town().await;
    town.amina.closes_private_messages(true);
    assert_eq!(town.send(ROW, town.private(&town.amina), say(line("Noted."))).await, Err(SendError::Blocked));
    town.amina.closes_private_messages(false);
    town.amina.leaves(town.guild);
    assert_eq!(town.send(ROW, town.private(&town.amina), say(line("Noted."))).await, Err(SendError::Blocked));
}

#[tokio::test]
async fn a_reply_stands_with_its_message_and_calls_its_author_alone() {
    let town = town().await;
    let asked = town.amina.writes(town.market, "!gcm who");
    let event = town.said(ROW, reply("@everyone can read.", &asked.to_string())).await;
    let answered = |person: &Person| person.sees(town.market).into_iter().find(|m| m.id.to_string() == event).unwrap();
    assert_eq!((answered(&town.amina).called, answered(&town.mateo).called), (true, false));
    // One that is gone meanwhile is answered all the same.
    town.amina.deletes(asked);
    town.said(ROW + 1, reply("Anyway.", &asked.to_string())).await;
    // What was done by a button is no message.
    town.said(ROW + 2, reply("Pressed.", "i1338")).await;
    town.discord.deny_bot(town.market, may::HISTORY);
    let other = town.mateo.writes(town.market, "!gcm help");
    town.said(ROW + 3, reply("Without a look back.", &other.to_string())).await;
    assert_eq!(town.amina.reads(town.market).len(), 4);
}

#[tokio::test]
async fn what_was_written_in_a_thread_is_answered_and_marked_there() {
    let town = town().await;
    let thread = town.amina.opens_thread(town.market, "Shade", "Benches, please.");
    let first = town.amina.sees(thread)[0].id;
    let asked = format!("{thread}/{first}");
    let event = town.said(ROW, reply("Noted.", &asked)).await;
    assert!(event.starts_with(&format!("{thread}/")), "{event}");
    assert!(town.amina.reads(town.market).is_empty());
    let mark = || Action::React { target: asked.clone(), mark: "📝".into() };
    town.discord.archive(thread);
    town.send(ROW + 1, town.room(), mark()).await.unwrap();
    assert_eq!(town.amina.sees(thread)[0].reactions, [("📝".to_owned(), 1)]);
    town.discord.archive(thread);
    let amend = Action::Amend { target: event.clone(), document: line("Noted as one."), files: Vec::new() };
    town.send(ROW + 2, town.room(), amend).await.unwrap();
    assert!(town.amina.reads(thread)[0].starts_with("Noted as one."));
    town.discord.archive(thread);
    town.send(ROW + 3, town.room(), Action::Redact { target: event }).await.unwrap();
    assert!(town.amina.reads(thread).is_empty());
}

#[tokio::test]
async fn a_mark_is_put_once_and_on_nothing_that_is_gone() {
    let town = town().await;
    let message = town.amina.writes(town.market, "Shade for the harbour.");
    let mark = || Action::React { target: message.to_string(), mark: "📝".into() };
    town.discord.fail("PUT", "/reactions", Trouble::LostReply);
    assert!(is_later(&town.send(ROW, town.room(), mark()).await));
    town.again(ROW, town.room(), mark(), NOW).await.unwrap();
    assert_eq!(town.amina.sees(town.market)[0].reactions, [("📝".to_owned(), 1)]);
    town.amina.deletes(message);
    town.send(ROW + 1, town.room(), mark()).await.unwrap();
}

#[tokio::test]
async fn what_is_taken_back_is_gone_and_may_be_taken_back_again() {
    let town = town().await;
    let event = town.said(ROW, say(line("A quotation."))).await;
    let back = || Action::Redact { target: event.clone() };
    town.discord.fail("DELETE", "/messages", Trouble::LostReply);
    assert!(is_later(&town.send(ROW + 1, town.room(), back()).await));
    assert!(town.amina.sees(town.market).is_empty());
    town.again(ROW + 1, town.room(), back(), NOW).await.unwrap();
    town.discord.delete_channel(town.market);
    town.send(ROW + 2, town.room(), back()).await.unwrap();
}

#[tokio::test]
async fn the_card_is_pinned_without_a_note_of_it_and_stands_unpinned_where_it_may_not_be() {
    let town = town().await;
    let card = || {
        let document = line("Talk freely.").button("Take part", "join").button("Help", "help");
        Action::Post { document, reply_to: None, pin: true, files: Vec::new() }
    };
    town.said(ROW, card()).await;
    let seen = town.amina.sees(town.market);
    assert_eq!(seen.len(), 1, "Discord's own note that something was pinned is taken away");
    assert!(seen[0].pinned);
    assert_eq!(seen[0].buttons, ["Take part", "Help"]);
    // Again, after the reply was lost in between.
    town.discord.fail("PUT", "/pins", Trouble::LostReply);
    assert!(is_later(&town.send(ROW + 1, town.room(), card()).await));
    town.again(ROW + 1, town.room(), card(), NOW).await.unwrap();
    let seen = town.amina.sees(town.market);
    assert_eq!((seen.len(), seen.iter().filter(|message| message.pinned).count()), (2, 2));
    town.discord.deny_bot(town.market, may::PIN);
    town.said(ROW + 2, card()).await;
    assert!(!town.amina.sees(town.market)[2].pinned);
}

#[tokio::test]
async fn files_come_with_their_message() {
    let town = town().await;
    let files = [("contributions.csv", "receipt\nAF-0042\n"), ("manifest.json", "{}"), ("مشاورة.md", "نص")];
    town.said(ROW, with_files("Three files.", &files)).await;
    assert_eq!(town.amina.sees(town.market).len(), 1);
    let standing = town.discord.files(town.market);
    assert_eq!(standing.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>(), files);
}

#[tokio::test]
async fn what_is_mended_stands_in_the_place_of_all_that_was_there() {
    let town = town().await;
    let event = town.said(ROW, with_files("Amina's words.", &[("digest.md", "Amina's words")])).await;
    let mended = || Action::Amend {
        target: event.clone(),
        document: Document::new(Language::En).heading("Digest").text("Others' words.").button("Help", "help"),
        files: attachments(&[("digest.md", "others' words")]),
    };
    town.discord.fail("PATCH", "/messages", Trouble::LostReply);
    assert!(is_later(&town.send(ROW + 1, town.room(), mended()).await));
    town.again(ROW + 1, town.room(), mended(), NOW).await.unwrap();
    let seen = town.amina.sees(town.market);
    assert_eq!(seen[0].text, "Digest\nOthers' words.\n1000\n📎 digest.md");
    assert_eq!(seen[0].buttons, ["Help"]);
    assert_eq!(town.discord.files(town.market), [("digest.md".into(), "others' words".into())]);
    // Back to a message without an embed, and without files.
    let short = Action::Amend { target: event.clone(), document: line("Nothing more."), files: Vec::new() };
    town.send(ROW + 2, town.room(), short.clone()).await.unwrap();
    assert_eq!(town.amina.sees(town.market)[0].text, "Nothing more.\n-# 1001");
    assert!(town.amina.sees(town.market)[0].buttons.is_empty());
    // What is gone needs no mending.
    town.send(ROW + 3, town.room(), Action::Redact { target: event }).await.unwrap();
    town.send(ROW + 4, town.room(), short).await.unwrap();
}

#[tokio::test]
async fn several_answers_stand_in_one_that_nobody_else_sees() {
    let town = town().await;
    let handle = town.invoked(true).await;
    let asked = Document { asks: Some(7), ..line("How may I use it?").choice(1, "count it").choice(2, "quote it") };
    for (row, document) in [(1, line("Welcome.")), (2, asked), (3, line("Thank you."))] {
        let sent = town.send(row, town.answer(&handle), say(document)).await.unwrap();
        assert_eq!(sent.event, None, "nobody else could find it");
        let seen = town.amina.sees(town.market);
        assert!(seen.len() == 1 && seen[0].ephemeral);
        let buttons: &[&str] = if row == 1 { &[] } else { &["1 · count it", "2 · quote it"] };
        assert_eq!(seen[0].buttons, buttons, "what is said after a question takes nothing of it away");
    }
    let seen = &town.amina.sees(town.market)[0];
    assert_eq!(seen.text, "Welcome.\n1\nHow may I use it?\n2\nThank you.\n3");
    assert!(town.mateo.sees(town.market).is_empty());
    assert!(town.amina.sees_privately().is_empty());
}

#[tokio::test]
async fn of_what_stands_elsewhere_no_acknowledgement_is_left() {
    let town = town().await;
    let handle = town.invoked(false).await;
    assert_eq!(town.mateo.sees(town.market).len(), 1, "all see that the bot is at it");
    for row in [ROW, ROW + 1] {
        town.send(row, town.answer(&handle), say(Document::new(Language::En))).await.unwrap();
        assert!(town.mateo.sees(town.market).is_empty() && town.amina.sees_privately().is_empty());
    }
}

#[tokio::test]
async fn an_answer_whose_reply_was_lost_stands_there_once() {
    let mut town = town().await;
    let handle = town.invoked(true).await;
    town.discord.fail("PATCH", "@original", Trouble::LostReply);
    assert!(is_later(&town.send(ROW, town.answer(&handle), say(line("Noted."))).await));
    town.again(ROW, town.answer(&handle), say(line("Noted.")), NOW).await.unwrap();
    town.take_over().await;
    town.again(ROW, town.answer(&handle), say(line("Noted.")), NOW).await.unwrap();
    assert_eq!(town.amina.sees(town.market)[0].text, format!("Noted.\n{MARK}"));
    // Though its time is over by our own count, Discord's is not: what stands there is not told twice.
    let over = Handle { until: NOW, ..handle };
    town.again(ROW, town.answer(&over), say(line("Noted.")), NOW).await.unwrap();
    assert!(town.amina.sees_privately().is_empty());
    assert_eq!(town.amina.sees(town.market)[0].text, format!("Noted.\n{MARK}"));
}

#[tokio::test]
async fn what_can_no_longer_be_answered_is_said_in_private() {
    let town = town().await;
    let handle = town.invoked(true).await;
    town.send(1, town.answer(&handle), say(line("One."))).await.unwrap();
    town.clock.advance(14 * MINUTE);
    town.send(2, town.answer(&handle), say(line("Two."))).await.unwrap();
    // Discord itself says that it is over, whatever we think.
    town.clock.advance(2 * MINUTE);
    let longer = Handle { until: NOW + 60 * MINUTE, ..handle };
    town.send(3, town.answer(&longer), say(line("Three."))).await.unwrap();
    let never = Handle { token: "unknown".into(), ..longer.clone() };
    town.send(4, town.answer(&never), say(line("Four."))).await.unwrap();
    let private: Vec<String> = town.amina.sees_privately().into_iter().map(|message| message.text).collect();
    assert_eq!(private, ["Two.\n-# 2", "Three.\n-# 3", "Four.\n-# 4"]);
    assert!(town.mateo.sees(town.market).is_empty());
    // And where that is blocked, the room is told how to reach the bot: by the outbox.
    town.amina.closes_private_messages(true);
    assert_eq!(town.send(5, town.answer(&longer), say(line("Five."))).await, Err(SendError::Blocked));
    // A token that is over is not that of the bot.
    town.said(6, say(line("Still here."))).await;
}

#[tokio::test]
async fn what_was_not_acknowledged_or_was_deleted_is_answered_in_private() {
    let town = town().await;
    let (_, handle) = town.unacknowledged(true).await;
    town.send(1, town.answer(&handle), say(line("One."))).await.unwrap();
    assert_eq!(town.amina.sees_privately()[0].text, "One.\n-# 1");
    let handle = town.invoked(false).await;
    town.send(2, town.answer(&handle), say(line("Two."))).await.unwrap();
    let shown = town.amina.sees(town.market)[0].id;
    town.discord.role(town.guild, "team", may::MANAGE_MESSAGES, &[town.mateo.id]);
    town.mateo.deletes(shown);
    town.send(3, town.answer(&handle), say(line("Three."))).await.unwrap();
    assert_eq!(town.mateo.reads(town.market), ["Three.\n-# 3"], "an answer for all stays one for all");
}

#[tokio::test]
async fn an_answer_that_all_may_see_goes_to_the_room_when_its_time_is_over() {
    let town = town().await;
    let handle = town.invoked(false).await;
    town.send(1, town.answer(&handle), say(line("One."))).await.unwrap();
    assert_eq!(town.mateo.reads(town.market), ["One.\n1"]);
    town.clock.advance(15 * MINUTE);
    town.send(2, town.answer(&handle), say(line("Two."))).await.unwrap();
    assert_eq!(town.mateo.reads(town.market), ["One.\n1", "Two.\n-# 2"]);
}

#[tokio::test]
async fn what_has_no_room_in_an_answer_is_handed_over_as_a_file() {
    let town = town().await;
    let handle = town.invoked(true).await;
    let to = || town.answer(&handle);
    town.send(1, to(), say(line(&"x".repeat(4_096)))).await.unwrap();
    let second = line("@everyone *second*").text("y".repeat(2_000)).choice(1, "yes");
    let second = Document { asks: Some(7), ..second };
    town.discord.fail("PATCH", "@original", Trouble::LostReply);
    assert!(is_later(&town.send(2, to(), say(second.clone())).await));
    town.again(2, to(), say(second.clone()), NOW).await.unwrap();
    let seen = &town.amina.sees(town.market)[0];
    assert!(seen.text.ends_with("📎 more-2.txt"));
    assert_eq!(seen.buttons, ["1 · yes"]);
    assert_eq!(town.discord.files(town.market), [("more-2.txt".into(), render::plain(&second))]);
    // What is short still fits, and what stands there is kept.
    for row in 3..12 {
        town.send(row, to(), say(line("z"))).await.unwrap();
    }
    assert!(town.amina.sees(town.market)[0].text.contains("z\nb\n📎 more-2.txt"));
    // Ten embeds and no more; then ten files; then elsewhere.
    for row in 12..22 {
        town.send(row, to(), say(line("w"))).await.unwrap();
    }
    assert_eq!(town.discord.files(town.market).len(), 10);
    assert_eq!(town.amina.sees_privately().into_iter().map(|m| m.text).collect::<Vec<_>>(), ["w\n-# l"]);
}

#[tokio::test]
async fn an_answer_brings_its_files_and_keeps_those_before() {
    let town = town().await;
    let handle = town.invoked(true).await;
    town.send(1, town.answer(&handle), with_files("One.", &[("a.csv", "a")])).await.unwrap();
    town.send(2, town.answer(&handle), with_files("Two.", &[("b.csv", "b"), ("c.csv", "c")])).await.unwrap();
    assert_eq!(town.amina.sees(town.market)[0].text, "One.\n1\nTwo.\n2\n📎 a.csv\n📎 b.csv\n📎 c.csv");
    assert!(town.mateo.sees(town.market).is_empty());
}

#[tokio::test]
async fn whatever_people_wrote_calls_nobody_and_is_shown_as_it_is() {
    let town = town().await;
    town.discord.role(town.guild, "loud", may::MENTION_EVERYONE, &[town.discord.bot()]);
    let hostile = [
        "@everyone @here",
        &format!("<@{}> <@!{}> <@&{}>", town.amina.id, town.mateo.id, town.guild),
        "**bold** ||hidden|| ~~struck~~ `code` ```\nblock\n```",
        "# heading\n> quote\n-# small\n- point",
        "[click](https://example.org) <https://example.org> https://example.org/x",
        "\u{202e}txet\u{202c} \u{200b}\u{2066}x\u{2069}",
        "</gcm join:1> <#5> <t:0:R> <:smile:1>",
    ];
    for (row, text) in (1..).zip(hostile) {
        let document = line(text).quote(text, Some("fr"), [Span::text(text), Span::cite("AF-0042.1")]).choice(1, text);
        let headed = Document::new(Language::En)
            .heading(text)
            .block(Block::List { first: Some(1), items: vec![vec![Block::Paragraph(text.into())]] });
        town.said(2 * row, say(document.clone())).await;
        town.said(2 * row + 1, say(Document { asks: Some(1), ..headed.then(document) })).await;
    }
    for person in [&town.amina, &town.mateo] {
        let seen = person.sees(town.market);
        assert_eq!(seen.len(), 2 * hostile.len());
        for message in seen {
            assert!(!message.called, "{}", message.text);
            let alive = ["<@", "@everyone", "@here", "<#", "</", "https://", "<t:", "<:"];
            assert!(!alive.iter().any(|mark| message.text.contains(mark)), "{}", message.text);
        }
    }
    for asked in town.discord.asked().iter().filter(|asked| asked.method == "POST" && asked.path.ends_with("/messages"))
    {
        assert_eq!(asked.body["allowed_mentions"], json!({"parse": [], "users": [], "roles": []}));
    }
}

#[tokio::test]
async fn what_is_as_long_as_it_may_be_is_taken_and_what_is_longer_comes_in_parts() {
    let town = town().await;
    let mut row = 100;
    for document in [
        line(&"x".repeat(2_000 - "\n-# zz".len())),
        line(&"x".repeat(2_001)),
        line(&"😀".repeat(2_048)),
        Document::new(Language::En).heading("x".repeat(256)).text("y".repeat(4_096)),
    ] {
        assert_eq!(render::split(&document, town.bot.post_limit(), |part| town.bot.size_of(part)).len(), 1);
        row += 1;
        town.said(row, say(document)).await;
    }
    let long = (0..40).fold(Document::new(Language::Fr).heading("Digest"), |document, n| {
        document.subheading(format!("Objectif {n}")).quote("Les frais endettent. ".repeat(20), Some("fr"), "AF-0042.1")
    });
    let parts = render::split(&long, town.bot.post_limit(), |part| town.bot.size_of(part));
    assert!(parts.len() > 3);
    for part in parts {
        row += 1;
        town.said(row, say(part)).await;
    }
    // Twenty-six answers, and a hundred and twenty-six.
    for count in [26, 126] {
        let document = (1..=count).fold(line("Which?"), |document, n| document.choice(n, format!("choice {n}")));
        row += 1;
        town.said(row, say(Document { asks: Some(i64::MAX), ..document })).await;
    }
    let seen = town.amina.sees(town.market);
    let options = |back: usize| seen[seen.len() - back].options.len();
    assert_eq!((options(2), options(1)), (26, 125));
    assert!(seen[seen.len() - 1].text.contains("**126**  choice 126"));
}

#[tokio::test]
async fn what_can_never_be_done_is_not_tried_again() {
    let town = town().await;
    let nowhere = To::Room("somewhere".into());
    let space = Space { key: "k".into(), name: "Africa".into(), rooms: Vec::new(), parts: Vec::new() };
    for (to, action) in [
        (nowhere.clone(), say(line("Hello."))),
        (To::Room("1".into()), say(line("Hello."))),
        (To::Person { account: "amina".into(), instead: None }, say(line("Hello."))),
        (To::Person { account: "77".into(), instead: None }, say(line("Hello."))),
        (town.room(), Action::Arrange { space, owner: None }),
        (town.room(), Action::Redact { target: "nothing".into() }),
        (town.room(), Action::Amend { target: "0".into(), document: line("x"), files: Vec::new() }),
    ] {
        let sent = town.send(ROW, to, action).await;
        assert!(matches!(sent, Err(SendError::Never { .. })), "{sent:?}");
    }
    town.discord.deny_bot(town.market, may::SEND);
    let sent = town.send(ROW, town.room(), say(line("Hello."))).await;
    assert!(matches!(sent, Err(SendError::Never { .. })), "{sent:?}");
    let nothing = Ok(Delivered { event: None, heard: Vec::new() });
    assert_eq!(town.send(ROW, nowhere.clone(), Action::Enter).await, nothing);
    assert_eq!(town.send(ROW, nowhere, Action::Leave).await, nothing);
}

#[tokio::test]
async fn who_cannot_be_told_since_too_many_are_told_is_told_later() {
    let town = town().await;
    town.discord.fail("POST", "me/channels", Trouble::Refused(40_003));
    let to = || To::Person { account: town.amina.id.to_string(), instead: None };
    let sent = town.send(ROW, to(), say(line("A place is yours."))).await;
    assert!(matches!(sent, Err(SendError::Later { after, .. }) if after == 10 * MINUTE), "{sent:?}");
    // Nobody else is begun with meanwhile.
    let begun = || town.discord.asked().iter().filter(|asked| asked.path.ends_with("me/channels")).count();
    let (before, mateo) = (begun(), To::Person { account: town.mateo.id.to_string(), instead: None });
    town.clock.advance(MINUTE);
    let sent = town.send(ROW + 1, mateo.clone(), say(line("A place is yours."))).await;
    assert!(matches!(sent, Err(SendError::Later { after, .. }) if after == 9 * MINUTE), "{sent:?}");
    assert_eq!(begun(), before);
    town.clock.advance(9 * MINUTE);
    town.send(ROW + 1, mateo, say(line("A place is yours."))).await.unwrap();
    town.again(ROW, to(), say(line("A place is yours.")), NOW).await.unwrap();
    assert_eq!(town.amina.sees_privately().len(), 1);
}

#[tokio::test]
async fn what_a_channel_is_like_is_told_as_it_is() {
    let town = town().await;
    let facts = town.facts(town.market).await;
    let open = RoomFacts { public: true, history: Some(History::Shared), may: Some([true; 4]), ..RoomFacts::default() };
    assert_eq!(facts, open);
    let lacking = |place: usize| {
        let mut may = [true; 4];
        may[place] = false;
        Some(may)
    };
    for (bit, place) in [
        (may::HISTORY, 0),
        (may::SEND, 1),
        (may::EMBED, 1),
        (may::ATTACH, 1),
        (may::ADD_REACTIONS, 1),
        (may::PIN | may::MANAGE_MESSAGES, 2),
    ] {
        town.discord.deny_bot(town.market, bit);
        assert_eq!(town.facts(town.market).await.may, lacking(place), "{bit:b}");
    }
    // To moderate is not to pin.
    town.discord.deny_bot(town.market, may::PIN);
    assert_eq!(town.facts(town.market).await.may, lacking(2));
    town.discord.deny_bot(town.market, 0);
    // Closed to all but a few.
    let everyone = |allow: u64, deny: u64| Overwrite { id: town.guild, person: false, allow, deny };
    town.discord.overwrite(town.market, everyone(0, may::VIEW | may::HISTORY));
    let own = Overwrite { id: town.discord.bot(), person: true, allow: may::VIEW | may::HISTORY, deny: 0 };
    town.discord.overwrite(town.market, own);
    let closed = RoomFacts { public: false, history: Some(History::Joined), ..open };
    assert_eq!(town.facts(town.market).await, closed);
    // A thread is as its channel; one for a few is not open.
    town.discord.overwrite(town.market, everyone(0, 0));
    let thread = town.amina.opens_thread(town.market, "Shade", "Benches.");
    assert_eq!(town.facts(thread).await, open);
    town.discord.deny_bot(town.market, may::SEND);
    assert_eq!(town.facts(thread).await.may, Some([true; 4]), "to write in threads is a right of its own");
}

#[tokio::test]
async fn a_channel_that_is_closed_or_gone_gives_the_bot_nothing_to_do() {
    let town = town().await;
    let nothing = RoomFacts { may: Some([false; 4]), unread: Some(NOW - 10 * MINUTE), ..RoomFacts::default() };
    town.discord.deny_bot(town.market, may::VIEW);
    assert_eq!(town.facts(town.market).await, nothing);
    town.discord.delete_channel(town.market);
    assert_eq!(town.facts(town.market).await, nothing);
    let other = town.discord.channel(town.guild, "harbour");
    // When Discord is away nothing is known, and nothing is told.
    town.discord.fail("GET", "/roles", Trouble::Status(500));
    assert!(is_later(&town.send(ROW, To::Room(other.to_string()), Action::Probe).await));
    town.discord.expel_bot(town.guild);
    assert_eq!(town.facts(other).await, nothing);
}

#[tokio::test]
async fn what_somebody_wrote_up_to_a_moment_is_found_however_much_was_written_since() {
    let town = town().await;
    let writes = |person: &Person, text: &str| {
        town.clock.advance(1_000);
        person.writes(town.market, text);
        town.clock.now()
    };
    writes(&town.amina, "Too long ago.");
    let since = writes(&town.amina, "One.");
    writes(&town.mateo, "From somebody else.");
    writes(&town.amina, "Two.");
    let until = writes(&town.amina, "Three.");
    for number in 0..110 {
        writes(if number % 2 == 0 { &town.amina } else { &town.mateo }, "Since then.");
    }
    let found = async |since, limit| {
        let author = town.amina.id.to_string();
        let until = Some(until);
        let query = HistoryQuery { purpose: Purpose::Offer(1), author, event: None, since, until, limit, handle: None };
        let heard = town.send(ROW, town.room(), Action::ReadHistory(query)).await.unwrap().heard;
        let [event] = heard.as_slice() else { panic!("{heard:?}") };
        let Body::Found { messages, .. } = &event.body else { panic!("{event:?}") };
        let text = |message: &Event| match &message.body {
            Body::Message(message) => message.text.clone(),
            other => panic!("{other:?}"),
        };
        messages.iter().map(text).collect::<Vec<_>>()
    };
    assert_eq!(found(since, 10).await, ["One.", "Two.", "Three."]);
    assert_eq!(found(since, 2).await, ["Two.", "Three."]);
    assert_eq!(found(NOW, 3).await, ["One.", "Two.", "Three."]);
}

#[tokio::test]
async fn without_the_intent_it_is_told_that_only_what_is_addressed_is_read() {
    let mut town = town().await;
    town.bot = started(&town.discord, &town.clock, false).await;
    assert!(town.facts(town.market).await.mentions_only);
}

#[tokio::test]
async fn a_room_is_made_once_as_a_thread_beside_another_and_people_are_asked_in() {
    let town = town().await;
    let new = NewRoom {
        name: "fees".into(),
        title: "Recruitment · fees".into(),
        beside: town.market.to_string(),
        owner: town.amina.id.to_string(),
    };
    let key = || To::Room("room-1".into());
    let at = |made: Delivered| match made.heard.as_slice() {
        [heard] => match &heard.body {
            Body::Moved { to } if heard.room == "room-1" => to.clone(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    // The answer is lost: what was tried before is found, and not made again.
    town.discord.fail("POST", "/threads", Trouble::LostReply);
    assert!(is_later(&town.send(ROW, key(), Action::Make(new.clone())).await));
    let made = at(town.again(ROW, key(), Action::Make(new.clone()), NOW).await.unwrap());
    assert_eq!(town.asked("POST", "/threads"), 1);
    let thread: Id = made.parse().unwrap();
    assert_eq!(town.discord.members_of(thread), [town.amina.id].into());
    // One that is made later under the same title is another.
    town.clock.advance(30 * MINUTE);
    let other = at(town.again(ROW + 1, key(), Action::Make(new.clone()), town.clock.now()).await.unwrap());
    assert_ne!(other, made);
    // Somebody is asked in; who has left the server meanwhile keeps nobody from it.
    let room = || To::Room(made.clone());
    town.send(ROW + 2, room(), Action::Invite { account: town.mateo.id.to_string() }).await.unwrap();
    town.send(ROW + 3, room(), Action::Invite { account: "77".into() }).await.unwrap();
    assert!(town.discord.members_of(thread).contains(&town.mateo.id));
    // What is said to it is said in the thread.
    town.send(ROW + 4, room(), say(line("Hello."))).await.unwrap();
    assert_eq!(town.amina.sees(thread).last().map(|seen| seen.text.contains("Hello.")), Some(true));
    // Where the bot may make none, it is not tried again.
    town.discord.deny_bot(town.market, may::PUBLIC_THREADS);
    let refused = town.send(ROW + 5, key(), Action::Make(new)).await;
    assert!(matches!(refused, Err(SendError::Never { .. })), "{refused:?}");
}
