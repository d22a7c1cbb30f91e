//! The way in from Discord: what people write, change, mark and delete there comes onto the record
//! and leaves it, whether the bot heard it or was away; and nothing that it cannot look at counts as
//! gone. The adapter is the real one, on a store on SQLite, against the fake of Discord.

use crate::common::town::{consultation, room, set};
use crate::common::{NOW, source};
use crate::fake_discord::world::Overwrite;
use crate::fake_discord::{Discord as Fake, Id, Person, Trouble, intent, may};
use gcm_talks::chat::RoomFacts;
use gcm_talks::clock::{Draw, ManualClock, SeededChance, Source, SystemClock};
use gcm_talks::config::{DiscordConfig, Secret};
use gcm_talks::intake::{Intake, IntakeSettings};
use gcm_talks::model::{DAY, HOUR, MINUTE, Platform, RoomSettings, SECOND, Time};
use gcm_talks::platforms::discord::{Discord, DiscordError, Session};
use gcm_talks::record;
use gcm_talks::seal::Keyring;
use gcm_talks::store::{Load, LoadKey, Outbox, Participant, Room, Store};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(30);

/// The bot as it hears: what a kill takes away.
struct Bot {
    discord: Arc<Discord>,
    hearing: JoinHandle<Result<(), DiscordError>>,
    /// How often everything that was missed had been read, and whether what is heard is up to date.
    synced: watch::Receiver<(u32, bool)>,
}

/// A server with a channel that is a room with an open floor, and people in it.
struct Town {
    clock: Option<Arc<ManualClock>>,
    fake: Fake,
    guild: Id,
    market: Id,
    amina: Person,
    mateo: Person,
    store: Store,
    intake: Intake,
    consultation: i64,
    bot: Option<Bot>,
    _folder: TempDir,
}

impl Town {
    async fn new() -> Town {
        let (clock, source) = source(7);
        Town::at(source, Some(clock)).await
    }

    /// A town whose time is the system's: limits pass by it.
    async fn by_the_system() -> Town {
        let source = Source { clock: Arc::new(SystemClock::default()), chance: Arc::new(SeededChance::new(7)) };
        Town::at(source, None).await
    }

    async fn at(source: Source, clock: Option<Arc<ManualClock>>) -> Town {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let fake = Fake::start(source.clock.clone()).await;
        let guild = fake.guild("Harbour Talks");
        let market = fake.channel(guild, "market");
        let (amina, mateo) = (fake.person(guild, "Amina Example"), fake.person(guild, "Mateo Example"));
        let folder = tempfile::tempdir().unwrap();
        let ring = Keyring::create(&folder.path().join("keys"), &mut Draw::new([9; 32]), NOW).unwrap();
        let url = format!("sqlite:{}", folder.path().join("town.db").display());
        let store = Store::open(&url, ring, source).await.unwrap();
        let intake = Intake::new(store.clone(), IntakeSettings { pace: None, ..IntakeSettings::default() });
        let mut town = Town {
            clock,
            fake,
            guild,
            market,
            amina,
            mateo,
            store,
            intake,
            consultation: 0,
            bot: None,
            _folder: folder,
        };
        town.found().await;
        town.bind(market, "market").await;
        town
    }

    async fn found(&mut self) {
        let mut snapshot = self.store.snapshot().unwrap();
        self.consultation = consultation(&mut snapshot);
        self.store.write(snapshot.into_changes()).await.unwrap();
    }

    /// Makes a channel a room with an open floor.
    async fn bind(&self, channel: Id, name: &str) {
        let mut snapshot = self.store.snapshot().unwrap();
        let of = (self.consultation, Platform::Discord);
        room(&mut snapshot, of, &channel.to_string(), name, &RoomSettings::default());
        self.store.write(snapshot.into_changes()).await.unwrap();
    }

    /// Whether it is known of a room that the bot may read there, or may not.
    async fn knows(&self, name: &str, may_read: bool) -> bool {
        let room = self.store.select::<Room>("name = $1", &[name.into()]).await.unwrap().remove(0);
        serde_json::from_str::<RoomFacts>(&room.facts)
            .is_ok_and(|facts| facts.may.is_some_and(|may| may[0] == may_read))
    }

    /// No channel is a room any more.
    async fn let_go(&self) {
        let mut snapshot = self.store.snapshot().unwrap();
        self.store.load_base(&mut snapshot).await.unwrap();
        for room in snapshot.rows.rooms.iter().map(|room| room.id).collect::<Vec<_>>() {
            set(&mut snapshot, room, "bound", "0");
        }
        self.store.write(snapshot.into_changes()).await.unwrap();
    }

    fn config(&self) -> DiscordConfig {
        DiscordConfig { token: Secret::new(self.fake.token()), api_proxy: Some(self.fake.api()), message_content: true }
    }

    /// Starts the bot, from where an earlier one came.
    async fn start(&mut self) {
        self.start_with(self.config()).await;
    }

    async fn start_with(&mut self, config: DiscordConfig) {
        let session = Session::open(&config).await.unwrap();
        let cursor = self.intake.cursor(Platform::Discord, &session.own.to_string()).await.unwrap();
        let discord = Discord::new(session, Vec::new(), self.store.source().clone());
        let (tell, synced) = watch::channel((0, false));
        let (intake, hears) = (self.intake.clone(), discord.clone());
        let hearing = tokio::spawn(async move {
            let tell = |is| tell.send_modify(|(n, was)| (*n, *was) = (*n + u32::from(is), is));
            hears.hear(&intake, cursor, tell).await
        });
        self.bot = Some(Bot { discord, hearing, synced });
    }

    /// Starts the bot, and waits until it has read what it missed.
    async fn start_and_catch_up(&mut self) {
        self.start().await;
        self.caught_up(1).await;
    }

    /// Waits until what was missed was read so often.
    async fn caught_up(&mut self, often: u32) {
        let bot = self.bot.as_mut().unwrap();
        let waited = tokio::time::timeout(PATIENCE, bot.synced.wait_for(|(n, _)| *n >= often)).await;
        waited.expect("what was missed is read").unwrap();
    }

    /// Kills the bot.
    async fn kill(&mut self) {
        let bot = self.bot.take().unwrap();
        assert_eq!(bot.discord.misread(), 0, "the library reads everything that Discord tells");
        bot.hearing.abort();
        assert!(bot.hearing.await.unwrap_err().is_cancelled());
        self.fake.until("the bot is gone", |fake| fake.connected() == 0).await;
    }

    /// Why the bot ended.
    async fn ended(&mut self) -> DiscordError {
        let ended = tokio::time::timeout(PATIENCE, self.bot.take().unwrap().hearing).await;
        ended.expect("the bot ends").unwrap().unwrap_err()
    }

    fn forward(&self, span: Time) {
        self.clock.as_ref().unwrap().advance(span);
    }

    /// A person agrees to be quoted.
    async fn agrees(&self, person: &Person) {
        let before = self.people().await;
        person.writes(self.market, "!gcm consent quote");
        self.until("they take part", async || self.people().await > before).await;
        if self.clock.is_some() {
            self.forward(SECOND);
        }
    }

    async fn people(&self) -> i64 {
        self.store.count::<Participant>("1 = 1", &[]).await.unwrap()
    }

    /// Whether somebody is to be told something with these words in it.
    async fn is_told(&self, words: &str) -> bool {
        let rows = self.store.select::<Outbox>("state = 'waiting'", &[]).await.unwrap();
        let said =
            |row: &Outbox| self.store.vault().open::<serde_json::Value>(row.id, &row.sealed).unwrap().to_string();
        rows.iter().map(said).any(|said| said.replace(['\u{2068}', '\u{2069}'], "").contains(words))
    }

    /// How much is to be said.
    async fn answers(&self) -> i64 {
        self.store.count::<Outbox>("1 = 1", &[]).await.unwrap()
    }

    /// What is on the record, by what was written: how often.
    async fn noted(&self) -> BTreeMap<String, usize> {
        let mut texts = BTreeMap::new();
        for contribution in self.contributions().await {
            for text in contribution {
                *texts.entry(text).or_insert(0) += 1;
            }
        }
        texts
    }

    /// What is on the record: the texts of each contribution.
    async fn contributions(&self) -> Vec<Vec<String>> {
        let mut snapshot = self.store.snapshot().unwrap();
        self.store.load_base(&mut snapshot).await.unwrap();
        self.store.load(&mut snapshot, &Load::from([LoadKey::Consultation(self.consultation)])).await.unwrap();
        let open = snapshot.rows.contributions.iter().filter(|c| record::is_open(c));
        let texts = |c| record::body_of(&snapshot, c).unwrap().unwrap().parts.into_iter().map(|part| part.text);
        open.map(|c| texts(c).collect()).collect()
    }

    /// Waits until exactly this is on the record, each once.
    async fn stands(&self, texts: &[&str]) {
        let expected: BTreeMap<String, usize> = texts.iter().map(|text| ((*text).to_owned(), 1)).collect();
        self.until(&format!("this stands: {texts:?}"), async || self.noted().await == expected).await;
    }

    /// Waits until something holds.
    async fn until(&self, what: &str, holds: impl AsyncFn() -> bool) {
        let waited = tokio::time::timeout(PATIENCE, async {
            while !holds().await {
                self.intake.taken().await;
            }
        });
        if waited.await.is_err() {
            panic!("it never came about that {what}; on the record: {:?}", self.noted().await);
        }
    }

    /// Ends the test: nothing that Discord told was misread.
    async fn end(mut self) {
        self.kill().await;
    }
}

const FEES: &str = "Recruitment fees push domestic workers into debt.";
const SHADE: &str = "The harbour needs shade for those who wait.";
const PAPERS: &str = "Seafarers need their papers back from the agents.";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_is_noted_as_it_is_heard() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    town.amina.writes(town.market, FEES);
    town.stands(&[FEES]).await;
    // Who never agreed is not noted, and neither is a program.
    town.mateo.writes(town.market, "Mateo says this without agreeing to anything.");
    let robot = town.fake.other_bot(town.guild, "Weather Robot");
    robot.writes(town.market, "It rains in the harbour today, and it will rain tomorrow.");
    town.fake.webhook_writes(town.market, "Amina Example", "A webhook says this in the name of Amina.");
    town.forward(3 * MINUTE);
    town.amina.writes(town.market, SHADE);
    town.stands(&[FEES, SHADE]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_while_the_bot_is_away_is_noted_once_when_it_is_back() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    town.amina.writes(town.market, FEES);
    town.stands(&[FEES]).await;
    for round in 0..2 {
        town.kill().await;
        town.forward(3 * HOUR);
        let missed = format!("In round {round} Amina writes this about the wages of seafarers.");
        town.amina.writes(town.market, &missed);
        town.start_and_catch_up().await;
        assert_eq!(town.noted().await.get(&missed), Some(&1));
        town.forward(3 * MINUTE);
        let heard = format!("In round {round} Amina adds this about the contracts of seafarers.");
        town.amina.writes(town.market, &heard);
        town.until("it is heard", async || town.noted().await.contains_key(&heard)).await;
    }
    assert_eq!(town.noted().await.values().sum::<usize>(), 5, "{:?}", town.noted().await);
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_while_the_connection_is_lost_is_read_before_anything_newer() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    town.forward(HOUR);
    town.fake.refuse(true);
    town.fake.forget_sessions();
    town.fake.until("nobody is connected", |fake| fake.connected() == 0).await;
    town.amina.writes(town.market, FEES);
    town.fake.refuse(false);
    town.caught_up(2).await;
    assert_eq!(town.noted().await, BTreeMap::from([(FEES.to_owned(), 1)]));
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_is_resumed_loses_nothing_and_reads_nothing_again() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    let reads = |fake: &Fake| fake.asked().iter().filter(|asked| asked.path.ends_with("/messages")).count();
    let before = reads(&town.fake);
    town.fake.cut();
    town.amina.writes(town.market, FEES);
    town.stands(&[FEES]).await;
    assert_eq!(town.fake.greetings(), (1, 1));
    assert_eq!(reads(&town.fake), before);
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_edited_deleted_or_crossed_out_is_mended_as_it_is_heard() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    let mut written = Vec::new();
    for text in [FEES, SHADE, PAPERS] {
        written.push(town.amina.writes(town.market, text));
        town.forward(3 * MINUTE);
    }
    town.stands(&[FEES, SHADE, PAPERS]).await;
    town.amina.edits(written[0], "Recruitment fees push farm workers into debt.");
    town.amina.deletes(written[1]);
    town.amina.reacts(written[2], "❌");
    town.stands(&["Recruitment fees push farm workers into debt."]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_edited_deleted_or_crossed_out_while_the_bot_was_away_is_mended_when_it_is_back() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    let private = town.amina.whispers("say What I say in private about my contract is mine alone.");
    let mut written = Vec::new();
    for text in [FEES, SHADE, PAPERS] {
        town.forward(3 * MINUTE);
        written.push(town.amina.writes(town.market, text));
    }
    town.until("all of it is noted", async || town.noted().await.len() == 4).await;
    town.kill().await;
    town.forward(HOUR);
    town.amina.edits(written[0], "Recruitment fees push farm workers into debt.");
    town.amina.deletes(written[1]);
    town.amina.reacts(written[2], "❌");
    // Somebody else's mark says nothing.
    town.mateo.reacts(written[0], "❌");
    town.amina.deletes(private);
    let crossed = town.amina.writes(town.market, "Amina takes this back before anyone has heard it.");
    town.amina.reacts(crossed, "❌");
    town.start_and_catch_up().await;
    town.stands(&["Recruitment fees push farm workers into debt."]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_names_the_bot_is_read_as_it_was_said_when_it_is_changed() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    let to_bot = |text: &str| format!("<@{}> {text}", town.fake.bot());
    let said = town.amina.writes(town.market, &to_bot(&format!("say {FEES}")));
    town.stands(&[FEES]).await;
    town.amina.edits(said, &to_bot(&format!("say {SHADE}")));
    town.stands(&[SHADE]).await;
    // A slip of the finger is mended at once, and is no command again later.
    let people = town.people().await;
    let slip = town.mateo.writes(town.market, &to_bot("consent qoute"));
    town.mateo.edits(slip, &to_bot("consent quote"));
    town.until("Mateo takes part", async || town.people().await > people).await;
    let answers = town.answers().await;
    town.kill().await;
    town.forward(HOUR);
    town.start_and_catch_up().await;
    assert_eq!(town.answers().await, answers);
    town.stands(&[SHADE]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_to_the_bot_is_no_answer_again_when_it_was_changed() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    // A conversation in which something was noted is read again with each new connection.
    town.amina.whispers(&format!("say {FEES}"));
    town.stands(&[FEES]).await;
    let before = town.answers().await;
    let asked = town.amina.whispers("My employr keeps my papers to this day.");
    let unknown = town.amina.writes(town.market, &format!("<@{}> flor", town.fake.bot()));
    town.until("she is asked, and answered", async || town.answers().await == before + 2).await;
    town.amina.edits(asked, "My employer keeps my papers to this day.");
    town.amina.edits(unknown, &format!("<@{}> floors", town.fake.bot()));
    town.kill().await;
    town.forward(HOUR);
    town.start_and_catch_up().await;
    assert_eq!(town.answers().await, before + 2);
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_super_reaction_takes_back_as_any_other_does() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    let heard = town.amina.writes(town.market, FEES);
    town.forward(3 * MINUTE);
    let found = town.amina.writes(town.market, SHADE);
    town.stands(&[FEES, SHADE]).await;
    town.amina.reacts_super(heard, "❌");
    town.stands(&[SHADE]).await;
    town.kill().await;
    town.mateo.reacts(found, "❌");
    town.amina.reacts_super(found, "❌");
    town.start_and_catch_up().await;
    town.stands(&[]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_in_a_thread_belongs_to_the_channel_below_which_it_stands() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    let thread = town.amina.opens_thread(town.market, "shade", SHADE);
    town.stands(&[SHADE]).await;
    town.forward(3 * MINUTE);
    let second = town.amina.writes(thread, FEES);
    town.stands(&[SHADE, FEES]).await;
    town.kill().await;
    town.forward(10 * MINUTE);
    town.amina.writes(thread, PAPERS);
    town.amina.deletes(second);
    town.start_and_catch_up().await;
    town.stands(&[SHADE, PAPERS]).await;
    let snapshot = {
        let mut snapshot = town.store.snapshot().unwrap();
        town.store.load(&mut snapshot, &Load::from([LoadKey::Consultation(town.consultation)])).await.unwrap();
        snapshot
    };
    let rooms: BTreeSet<Option<i64>> = snapshot.rows.contributions.iter().map(|c| c.room_id).collect();
    assert_eq!(rooms.len(), 1, "all of it belongs to the market: {rooms:?}");
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_noted_in_a_thread_is_taken_back_whichever_is_a_room_by_then() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    let thread = town.amina.opens_thread(town.market, "shade", SHADE);
    let mut written = vec![town.amina.sees(thread)[0].id];
    for text in [FEES, PAPERS, "The agents must keep no papers of a seafarer."] {
        town.forward(3 * MINUTE);
        written.push(town.amina.writes(thread, text));
    }
    town.until("all of it is noted", async || town.noted().await.len() == 4).await;
    // The thread becomes a room of its own; what was said in it before was said in the market.
    town.kill().await;
    town.forward(MINUTE);
    town.bind(thread, "shade").await;
    town.amina.deletes(written[0]);
    town.start_and_catch_up().await;
    town.amina.reacts(written[1], "❌");
    town.stands(&[PAPERS, "The agents must keep no papers of a seafarer."]).await;
    // Neither is a room any more.
    town.kill().await;
    town.forward(MINUTE);
    town.let_go().await;
    town.amina.edits(written[2], "Seafarers need their papers back.");
    town.start_and_catch_up().await;
    town.amina.deletes(written[3]);
    town.stands(&["Seafarers need their papers back."]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_to_be_read_does_not_count_as_deleted() {
    let mut town = Town::new().await;
    let pier = town.fake.channel(town.guild, "pier");
    let quay = town.fake.channel(town.guild, "quay");
    town.bind(pier, "pier").await;
    town.bind(quay, "quay").await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    for (channel, text) in [(town.market, FEES), (pier, SHADE), (quay, PAPERS)] {
        town.amina.writes(channel, text);
    }
    town.stands(&[FEES, SHADE, PAPERS]).await;
    town.kill().await;
    town.forward(HOUR);
    town.fake.delete_channel(pier);
    town.fake.deny_bot(quay, may::HISTORY);
    town.start_and_catch_up().await;
    town.stands(&[FEES, SHADE, PAPERS]).await;
    town.kill().await;
    town.fake.deny_bot(quay, may::VIEW);
    town.start_and_catch_up().await;
    town.stands(&[FEES, SHADE, PAPERS]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_where_the_bot_might_not_read_is_noted_when_it_may_again() {
    let mut town = Town::new().await;
    let pier = town.fake.channel(town.guild, "pier");
    town.bind(pier, "pier").await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    town.until("what holds in the room is known", async || town.knows("market", true).await).await;
    // The market is shut while the bot hears, and opened so.
    town.fake.deny_bot(town.market, may::VIEW);
    town.until("it knows that it may not read", async || town.knows("market", false).await).await;
    town.forward(3 * MINUTE);
    town.amina.writes(town.market, FEES);
    let thread = town.amina.opens_thread(town.market, "shade", SHADE);
    town.fake.archive(thread);
    // Elsewhere it goes on: that is how far it has heard.
    town.forward(20 * MINUTE);
    town.amina.writes(pier, PAPERS);
    town.stands(&[PAPERS]).await;
    town.fake.deny_bot(town.market, 0);
    town.stands(&[FEES, SHADE, PAPERS]).await;
    // And it is opened again while the bot is away, days later.
    town.fake.deny_bot(town.market, may::HISTORY | may::VIEW);
    town.until("it knows that it may not read", async || town.knows("market", false).await).await;
    town.amina.writes(town.market, "Agents keep the contracts of those whom they bring.");
    town.forward(3 * DAY);
    town.amina.writes(pier, "A pier without a light is dangerous for those who work there.");
    town.until("that is noted", async || town.noted().await.len() == 4).await;
    town.kill().await;
    town.forward(HOUR);
    town.fake.deny_bot(town.market, 0);
    town.start_and_catch_up().await;
    town.until("all of it is noted, each once", async || {
        let noted = town.noted().await;
        noted.len() == 5 && noted.values().all(|count| *count == 1)
    })
    .await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_missed_is_noted_also_where_the_bot_heard_on_and_might_not_read_what_came_before() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    town.until("what holds in the room is known", async || town.knows("market", true).await).await;
    town.kill().await;
    town.fake.deny_bot(town.market, may::HISTORY);
    town.forward(MINUTE);
    town.amina.writes(town.market, FEES);
    town.start_and_catch_up().await;
    town.until("it knows that it may not read", async || town.knows("market", false).await).await;
    town.forward(3 * MINUTE);
    town.amina.writes(town.market, SHADE);
    town.stands(&[SHADE]).await;
    town.forward(3 * DAY);
    town.amina.writes(town.market, PAPERS);
    town.stands(&[SHADE, PAPERS]).await;
    town.fake.deny_bot(town.market, 0);
    town.stands(&[FEES, SHADE, PAPERS]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_in_a_private_thread_while_the_bot_is_put_out_of_it_is_noted_when_it_is_let_in_again() {
    let mut town = Town::new().await;
    let thread = town.amina.opens_private_thread(town.market, "among us", "What is said here stays here.");
    town.forward(SECOND);
    town.bind(thread, "among-us").await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    town.until("what holds in the room is known", async || town.knows("among-us", true).await).await;
    town.fake.bot_is_in(thread, false);
    town.until("it knows that it may not read", async || town.knows("among-us", false).await).await;
    town.forward(3 * MINUTE);
    town.amina.writes(thread, FEES);
    // Elsewhere it goes on: that is how far it has heard.
    town.forward(20 * MINUTE);
    town.amina.writes(town.market, SHADE);
    town.stands(&[SHADE]).await;
    town.fake.bot_is_in(thread, true);
    town.stands(&[FEES, SHADE]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_while_the_bot_was_without_its_role_is_noted_when_it_has_it_again() {
    let mut town = Town::new().await;
    let pier = town.fake.channel(town.guild, "pier");
    town.bind(pier, "pier").await;
    let role = town.fake.role(town.guild, "Consultation", 0, &[town.fake.bot(), town.amina.id]);
    let everyone = Overwrite { id: town.guild, person: false, allow: 0, deny: may::VIEW };
    town.fake.overwrite(town.market, everyone);
    town.fake.overwrite(town.market, Overwrite { id: role, person: false, allow: may::VIEW, deny: 0 });
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    town.fake.bot_has_role(town.guild, role, false);
    town.until("it knows that it may not read", async || town.knows("market", false).await).await;
    town.forward(3 * MINUTE);
    town.amina.writes(town.market, FEES);
    town.forward(20 * MINUTE);
    town.amina.writes(pier, PAPERS);
    town.stands(&[PAPERS]).await;
    town.fake.bot_has_role(town.guild, role, true);
    town.stands(&[FEES, PAPERS]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_in_a_private_thread_below_a_room_is_not_said_in_the_room() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    let thread = town.amina.opens_private_thread(town.market, "among us", SHADE);
    town.forward(3 * MINUTE);
    town.amina.writes(town.market, FEES);
    town.stands(&[FEES]).await;
    // It may be a room of its own.
    town.kill().await;
    town.bind(thread, "among-us").await;
    town.start_and_catch_up().await;
    town.forward(3 * MINUTE);
    town.amina.writes(thread, PAPERS);
    town.stands(&[FEES, PAPERS]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_on_two_servers_that_two_connections_hear_is_noted_once_also_after_a_gap() {
    let mut town = Town::new().await;
    town.fake.recommend(2);
    let connection = |guild: Id| (guild >> 22) % 2;
    let other = loop {
        town.forward(1);
        let other = town.fake.guild("Inland Talks");
        if connection(other) != connection(town.guild) {
            break other;
        }
    };
    let plaza = town.fake.channel(other, "plaza");
    town.amina.joins(other);
    town.bind(plaza, "plaza").await;
    town.start().await;
    town.fake.until("both are connected", |fake| fake.connected() == 2).await;
    town.caught_up(2).await;
    town.agrees(&town.amina).await;
    town.amina.writes(town.market, FEES);
    town.amina.writes(plaza, SHADE);
    town.stands(&[FEES, SHADE]).await;
    town.kill().await;
    town.forward(DAY);
    let there = "Ports must tell seafarers whom to call.";
    town.amina.writes(plaza, there);
    town.amina.writes(town.market, PAPERS);
    town.start().await;
    town.caught_up(2).await;
    town.stands(&[FEES, SHADE, there, PAPERS]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_in_threads_that_were_closed_in_a_short_gap_is_noted() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    town.kill().await;
    town.forward(MINUTE);
    let text = |n: usize| format!("Point {n:03} of many about wages and contracts.");
    // More than come at once.
    for n in 0..130 {
        let thread = town.mateo.opens_thread(town.market, &format!("point {n}"), "A thread of Mateo.");
        town.amina.writes(thread, &text(n));
        town.forward(SECOND);
        town.fake.archive(thread);
    }
    town.start_and_catch_up().await;
    let noted = town.noted().await;
    assert!((0..130).all(|n| noted.get(&text(n)) == Some(&1)), "{} of 130", noted.len());
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_in_private_while_the_bot_was_away_is_noted_however_long_ago_something_was_said_before() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    let (first, second) =
        ("What I say in private about my contract is mine.", "My employer keeps my papers to this day.");
    town.amina.whispers(&format!("say {first}"));
    town.stands(&[first]).await;
    town.forward(5 * DAY);
    // Elsewhere it goes on: that is how far it has heard.
    town.amina.writes(town.market, FEES);
    town.stands(&[first, FEES]).await;
    town.kill().await;
    town.forward(3 * MINUTE);
    town.amina.whispers(&format!("say {second}"));
    town.start_and_catch_up().await;
    town.stands(&[first, FEES, second]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_deleted_days_later_is_found_by_the_daily_sweep() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    let old = town.amina.writes(town.market, FEES);
    town.forward(3 * MINUTE);
    town.amina.writes(town.market, SHADE);
    town.stands(&[FEES, SHADE]).await;
    town.kill().await;
    town.forward(5 * DAY);
    town.amina.writes(town.market, "Days later Amina writes this about the harbour.");
    town.start_and_catch_up().await;
    town.kill().await;
    town.forward(DAY);
    town.amina.deletes(old);
    town.start_and_catch_up().await;
    town.stands(&[SHADE, "Days later Amina writes this about the harbour."]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn while_discord_fails_what_was_missed_is_asked_for_again() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    town.kill().await;
    town.forward(HOUR);
    town.amina.writes(town.market, FEES);
    for trouble in
        [Trouble::Status(502), Trouble::TooMany { after: 0.1, global: false }, Trouble::Cut, Trouble::LostReply]
    {
        town.fake.fail("GET", "/messages", trouble);
    }
    town.start_and_catch_up().await;
    assert_eq!(town.noted().await, BTreeMap::from([(FEES.to_owned(), 1)]));
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_burst_is_taken_in_the_order_in_which_it_was_written() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    let texts: Vec<String> =
        (0..30).map(|n| format!("Point {n:03} of a long list about wages and contracts.")).collect();
    for text in &texts {
        town.amina.writes(town.market, text);
    }
    town.until("all of it is noted", async || town.noted().await.len() == texts.len()).await;
    assert_eq!(town.contributions().await, [texts]);
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn five_thousand_messages_of_an_hour_away_are_noted_once_within_the_limits() {
    let mut town = Town::by_the_system().await;
    town.fake.keep_limits();
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    town.kill().await;
    let mut expected = BTreeMap::new();
    for n in 0..5_000 {
        // Most are of somebody who never agreed: a conversation.
        let text = format!("Remark {n} of many about wages, contracts and recruitment fees.");
        if n % 25 == 0 {
            town.amina.writes(town.market, &text);
            expected.insert(text, 1);
        } else {
            town.mateo.writes(town.market, &text);
        }
    }
    town.start_and_catch_up().await;
    assert_eq!(town.noted().await, expected);
    assert_eq!(town.fake.invalid_requests(), 0);
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_library_cannot_read_in_a_history_keeps_nothing_else_from_being_read() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    town.kill().await;
    town.forward(HOUR);
    let text = |n: usize| format!("Point {n:03} of a long list about wages and contracts.");
    // The last on a page, of which there are three, and one among others.
    let written: Vec<Id> = (0..250).map(|n| town.amina.writes(town.market, &text(n))).collect();
    let garbled = [40, 99, 199];
    garbled.iter().for_each(|n| town.fake.garble(town.market, written[*n]));
    town.start_and_catch_up().await;
    let expected: BTreeMap<String, usize> = (0..250).filter(|n| !garbled.contains(n)).map(|n| (text(n), 1)).collect();
    assert_eq!(town.noted().await, expected);
    // Nor does one that answers it, or a mark on it.
    town.mateo.reacts(written[40], "📝");
    town.forward(3 * MINUTE);
    town.amina.replies(written[40], FEES);
    town.until("the answer is noted", async || town.noted().await.contains_key(FEES)).await;
    let bot = town.bot.take().unwrap();
    assert_eq!(bot.discord.misread(), 1, "the answer comes with what it answers");
    bot.hearing.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_is_no_longer_good_ends_the_bot_at_once() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.fake.revoke_token();
    let ended = town.ended().await;
    assert!(matches!(ended, DiscordError::Token), "{ended}");
    assert!(ended.to_string().contains("Reset Token"), "{ended}");
    assert!(town.fake.invalid_requests() < 5, "nothing is asked again and again");
}

#[tokio::test(flavor = "multi_thread")]
async fn intents_that_are_refused_end_the_bot_at_once() {
    let mut town = Town::new().await;
    town.fake.give_intents(intent::MEMBERS);
    town.start().await;
    let ended = town.ended().await;
    assert!(matches!(ended, DiscordError::Intents), "{ended}");
    assert!(ended.to_string().contains("Message Content"), "{ended}");
    // Without it the bot may be had as well.
    let config = DiscordConfig { message_content: false, ..town.config() };
    town.start_with(config).await;
    town.caught_up(1).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_changes_what_the_bot_may_not_read_is_told_that_the_record_holds_what_it_said_before() {
    let mut town = Town::new().await;
    town.fake.give_intents(intent::MEMBERS);
    let config = DiscordConfig { message_content: false, ..town.config() };
    town.start_with(config).await;
    town.caught_up(1).await;
    let to_bot = |text: &str| format!("<@{}> {text}", town.fake.bot());
    town.amina.writes(town.market, &to_bot("consent quote"));
    town.until("she takes part", async || town.people().await > 0).await;
    town.forward(SECOND);
    let written = town.amina.writes(town.market, &to_bot(FEES));
    town.stands(&[FEES]).await;
    town.amina.edits(written, "Recruitment fees push workers of a certain hotel into debt.");
    town.until("she is told", async || town.is_told("What it says now is kept from me here").await).await;
    town.stands(&[FEES]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_noted_or_its_author_is_told_why_it_is_not() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    let large = vec![b'a'; 70_000];
    for (name, mime, bytes, told) in [
        ("letter.pdf", "application/pdf", b"%PDF-1.4".as_slice(), "letter.pdf” is no plain text"),
        ("long.txt", "text/plain", large.as_slice(), "long.txt” is larger than 64 KiB"),
        ("odd.txt", "text/plain", b"\xff\xfe".as_slice(), "odd.txt” is no plain text"),
    ] {
        town.forward(3 * MINUTE);
        town.amina.attaches(town.market, "", &[(name, mime, bytes)]);
        town.until(told, async || town.is_told(told).await).await;
    }
    town.forward(3 * MINUTE);
    town.amina.attaches(town.market, "", &[("fees.txt", "text/plain", FEES.as_bytes())]);
    town.stands(&[FEES]).await;
    town.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_taken_whole_though_a_file_fails_to_come_at_first_or_its_author_is_told() {
    let mut town = Town::new().await;
    town.start_and_catch_up().await;
    town.agrees(&town.amina).await;
    let files: [(&str, &str, &[u8]); 2] =
        [("photo.png", "image/png", b"not looked at"), ("fees.txt", "text/plain", FEES.as_bytes())];
    let said = town.amina.attaches(town.market, "Here is what I have to say about it.", &files);
    town.stands(&[&format!("Here is what I have to say about it.\n\n{FEES}")]).await;
    let fails = |often: usize| (0..often).for_each(|_| town.fake.fail("GET", "/attachments/", Trouble::Status(503)));
    fails(2);
    let second = format!("Here is what I say about it.\n\n{FEES}");
    town.amina.edits(said, "Here is what I say about it.");
    town.stands(&[&second]).await;
    fails(3);
    town.amina.edits(said, "Here is nothing of the kind.");
    town.until("she is told", async || town.is_told("the record still holds what it said before").await).await;
    town.stands(&[&second]).await;
    town.end().await;
}

#[test]
fn the_handbook_asks_for_the_permissions_that_the_bot_needs_and_no_more() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/operators.md")).unwrap();
    let (_, number) = page.split_once("&permissions=").unwrap();
    let number: u64 = number.split_whitespace().next().unwrap().parse().unwrap();
    let needed = may::VIEW
        | may::SEND
        | may::PUBLIC_THREADS
        | may::SEND_IN_THREADS
        | may::EMBED
        | may::ATTACH
        | may::HISTORY
        | may::ADD_REACTIONS
        | may::PIN;
    assert_eq!(number, needed);
}
