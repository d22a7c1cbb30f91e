//! What the Discord adapter costs: the built program against the fake of Discord in this process.
//!
//! Three figures to reach: the first answer to an interaction within 300 ms at the 99th percentile
//! with 100 interactions a second; 5,000 messages that arrive during a disconnection of a minute all
//! recorded once after it, with requests held within Discord's limits; and the program with 100 bound
//! channels under 80 MB (80,000,000 bytes).

#![allow(clippy::unwrap_used, reason = "a benchmark ends where its ground is missing")]

#[path = "../tests/fake_discord/mod.rs"]
mod discord;
mod support;

use discord::{Discord, Id, Person};
use gcm_talks::clock::{Source, SystemClock};
use gcm_talks::model::{Ack, Language, Platform};
use gcm_talks::seal::Keyring;
use gcm_talks::store::{Contribution, Store};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use support::{found, median, quantile, time, url, verdict};

/// Of the interactions: so many a second, for so many seconds, by so many people.
const EACH_SECOND: u64 = 100;
const SECONDS: u64 = 10;
const PRESSING: usize = 100;
/// How late a first answer may be.
const LATE: f64 = 300.0;

/// Of the disconnection: so many messages in a minute, in so many channels, by so many people, each of
/// whom writes once in each: nothing joins. Afterwards it is watched for so long what more is asked.
const MISSED: usize = 5_000;
const CHANNELS: usize = 10;
const WRITING: usize = 500;
const AWAY: i64 = 60_000;
const WATCHED: Duration = Duration::from_secs(30);

/// Of the memory: so many channels, and so many messages in each after the start.
const BOUND: usize = 100;
const EACH: usize = 10;
const LIMIT: f64 = 80.0;

/// For how long anything is waited for.
const PATIENCE: Duration = Duration::from_secs(600);

#[tokio::main]
async fn main() {
    interactions().await;
    disconnection().await;
    memory().await;
}

/// A guild, the built program in it, and its bound channels.
struct Ground {
    discord: Discord,
    clock: Arc<SystemClock>,
    folder: tempfile::TempDir,
    program: Option<Program>,
    people: Vec<Person>,
    channels: Vec<Id>,
}

/// The program, which is not left behind when the benchmark ends early.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Ground {
    /// So many bound channels, and so many people who agreed to be quoted; the program runs. Discord's
    /// clock stands behind by this span.
    async fn new(channels: usize, people: usize, behind: i64) -> Ground {
        let clock = Arc::new(SystemClock::default());
        clock.advance(-behind);
        let discord = Discord::start(clock.clone()).await;
        let guild = discord.guild("Sample Talks");
        let people: Vec<Person> = (0..people).map(|n| discord.person(guild, &support::person(n))).collect();
        let channels: Vec<Id> = (0..channels).map(|n| discord.channel(guild, &support::room(n))).collect();
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let mut ground = Ground { discord, clock, folder, program: None, people, channels };
        let sana = ground.discord.person(guild, "sana");
        let mut made = ground.run(&["init", "--secretariat", &format!("discord:{}", sana.id)]);
        assert!(made.wait().unwrap().success());
        let file = ground.folder.path().join("gcm-talks.toml");
        let text = std::fs::read_to_string(&file).unwrap();
        let text = text.replace("127.0.0.1:9464", "127.0.0.1:0").replace("enabled = true", "enabled = false");
        let text = text.replace("[bot]\n", "[bot]\nperson_answers = 10000\nroom_answers = 10000\n");
        let section = format!("\n[discord]\ntoken_file = \"token\"\napi_proxy = \"{}\"\n", ground.discord.api());
        std::fs::write(&file, text + section.as_str()).unwrap();
        std::fs::write(ground.folder.path().join("token"), ground.discord.token()).unwrap();
        let store = ground.store().await;
        let rooms: Vec<String> = ground.channels.iter().map(ToString::to_string).collect();
        let accounts: Vec<String> = ground.people.iter().map(|person| person.id.to_string()).collect();
        found(&store, Platform::Discord, &rooms, &accounts, Ack::Reaction).await;
        store.close().await;
        ground.program = Some(Program(ground.run(&["run"])));
        let there = |discord: &Discord| discord.connected() > 0 && !discord.commands(None).is_empty();
        ground.discord.until("the bot is there with its commands", there).await;
        ground
    }

    fn run(&self, arguments: &[&str]) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gcm-talks"));
        command.args(arguments).current_dir(self.folder.path()).stdin(Stdio::null()).stdout(Stdio::null());
        for variable in ["GCM_TALKS_CONFIG", "GCM_TALKS_DATA", "GCM_TALKS_STORE_URL", "GCM_TALKS_LOG"] {
            command.env_remove(variable);
        }
        let log = std::fs::File::create(self.folder.path().join("log")).unwrap();
        command.stderr(log).spawn().unwrap()
    }

    /// The store, opened by Discord's clock: who agrees does so before they write.
    async fn store(&self) -> Store {
        let ring = Keyring::open(&self.folder.path().join("data/keys")).unwrap();
        let source = Source { clock: self.clock.clone(), ..Source::system() };
        Store::open(&url(&self.folder.path().join("data/gcm-talks.db")), ring, source).await.unwrap()
    }

    /// So many statements, by people and in channels in turn, Discord's clock moving by this span
    /// over all of them.
    fn say(&self, count: usize, seed: u8, span: i64) {
        let mut writer = support::texts::Writer::new(seed);
        for n in 0..count {
            let who = n % self.people.len();
            let (who, channel) =
                (&self.people[who], self.channels[(n / self.people.len() + who) % self.channels.len()]);
            let from = i64::try_from(n).unwrap() * span / i64::try_from(count).unwrap();
            let to = i64::try_from(n + 1).unwrap() * span / i64::try_from(count).unwrap();
            self.clock.advance(to - from);
            who.writes(channel, &writer.statement(Language::ALL[n % Language::ALL.len()]));
        }
    }

    /// How many of the answers so far were 429.
    fn too_many(&self) -> usize {
        self.discord.asked().iter().filter(|asked| asked.status == 429).count()
    }

    /// Waits until so many messages are on the record. Gives how many there are.
    async fn noted(&self, count: usize) -> usize {
        let store = self.store().await;
        let all = async {
            loop {
                let noted = self.on_record(&store).await;
                if noted >= count {
                    break noted;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        let noted = tokio::time::timeout(PATIENCE, all).await;
        let noted = noted.unwrap_or(self.on_record(&store).await);
        store.close().await;
        noted
    }

    async fn on_record(&self, store: &Store) -> usize {
        usize::try_from(store.count::<Contribution>("1 = 1", &[]).await.unwrap()).unwrap()
    }

    /// How many milliseconds after it each interaction got its first answer; those that got none.
    fn first_answers(&self, given: &[Id]) -> (Vec<f64>, usize) {
        let asked = self.discord.asked();
        let mut late = Vec::new();
        for id in given {
            let path = format!("interactions/{id}/");
            let answer = asked.iter().find(|asked| asked.path.starts_with(&path) && asked.status < 300);
            late.extend(answer.map(|answer| (answer.at - discord::world::time_of(*id)) as f64));
        }
        let without = given.len() - late.len();
        (late, without)
    }
}

/// How soon people who use commands see that they were heard.
async fn interactions() {
    let ground = Ground::new(1, PRESSING, 0).await;
    let mut beat = tokio::time::interval(Duration::from_millis(1_000 / EACH_SECOND));
    let mut given = Vec::new();
    for n in 0..usize::try_from(EACH_SECOND * SECONDS).unwrap() {
        beat.tick().await;
        let command = ["gcm status", "gcm privacy", "gcm my-contributions", "gcm say"][n % 4];
        let text = serde_json::json!(format!("Fees are too high, says number {n}."));
        let options = if n % 4 == 3 { vec![("text", text)] } else { Vec::new() };
        given.push(ground.people[n % PRESSING].invokes(ground.channels[0], command, &options).unwrap());
    }
    let over = |n: usize| {
        let who = &ground.people[n % PRESSING];
        who.answer(given[n]).is_some() || who.left_alone(given[n])
    };
    ground.discord.until("each is answered or over", |_| (0..given.len()).all(over)).await;
    let (mut late, without) = ground.first_answers(&given);
    let slowest = quantile(&mut late, 0.99);
    println!(
        "discord: {} interactions, {EACH_SECOND} a second: first answer after {:.0} ms in the middle, {slowest:.0} ms at the 99th percentile, {:.0} ms at most; {without} without one ({LATE} ms): {}",
        given.len(),
        median(&mut late),
        quantile(&mut late, 1.0),
        verdict(slowest < LATE && without == 0)
    );
}

/// What arrives while the connection is gone.
async fn disconnection() {
    let ground = Ground::new(CHANNELS, WRITING, AWAY).await;
    ground.discord.keep_limits();
    ground.discord.refuse(true);
    ground.discord.forget_sessions();
    ground.say(MISSED, 21, AWAY);
    let (asked, refused) = (ground.discord.asked().len(), ground.too_many());
    ground.discord.refuse(false);
    let (span, noted) = time(ground.noted(MISSED)).await;
    let (more, late) = (ground.discord.asked().len() - asked, ground.too_many() - refused);
    println!(
        "discord: {MISSED} messages of a minute without connection: {noted} on the record {:.1} s after the gateway is back, by {more} requests, {late} of them answered 429 (each once, hardly a 429): {}",
        span.as_secs_f64(),
        verdict(noted == MISSED && late * 100 <= more)
    );
    tokio::time::sleep(WATCHED).await;
    let (all, late, noted) =
        (ground.discord.asked().len() - asked, ground.too_many() - refused, ground.noted(MISSED).await);
    println!(
        "discord: {} s later: {noted} on the record, {all} requests, {late} of them answered 429, {} invalid of the 10,000 that ban an address: {}",
        WATCHED.as_secs(),
        ground.discord.invalid_requests(),
        verdict(noted == MISSED && late * 100 <= all)
    );
}

/// How much memory the program holds with its channels bound.
async fn memory() {
    let mut ground = Ground::new(BOUND, EACH, 0).await;
    report("after its start", &ground).await;
    ground.say(EACH * BOUND, 22, 0);
    ground.noted(EACH * BOUND).await;
    report(&format!("after {} messages", EACH * BOUND), &ground).await;
    ground.program = None;
}

/// Prints the resident set once it has stopped changing.
async fn report(when: &str, ground: &Ground) {
    let mut last = 0.0;
    for _ in 0..20 {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let now = support::resident(ground.program.as_ref().unwrap().0.id());
        if now == last {
            break;
        }
        last = now;
    }
    println!("discord: {BOUND} bound channels, {when}: {last:.1} MB ({LIMIT} MB): {}", verdict(last < LIMIT));
}
