//! What people press, choose, fill in and invoke on Discord: done once, acknowledged in time to who
//! did it alone, and trusted in nothing. The adapter is the real one, on a store on SQLite, against
//! the fake of Discord.

use crate::common::town::{consultation, room};
use crate::common::{NOW, source};
use crate::fake_discord::{Discord as Fake, Id, Person, may};
use gcm_talks::clock::{Draw, ManualClock};
use gcm_talks::commands::TABLE;
use gcm_talks::config::{DiscordConfig, Secret};
use gcm_talks::intake::{Intake, IntakeSettings};
use gcm_talks::model::{Platform, Role, RoomSettings, SECOND};
use gcm_talks::platforms::discord::{Discord, DiscordError, Session};
use gcm_talks::record;
use gcm_talks::seal::Keyring;
use gcm_talks::store::{Load, LoadKey, LogEntry, Office, Store};
use gcm_talks::trust::OfficeHolder;
use serde_json::{Value, json};
use serenity::all::{ChannelId, Http, HttpBuilder};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(30);
const FEES: &str = "Recruitment fees push domestic workers into debt.";

/// The bot as it hears.
struct Bot(JoinHandle<Result<(), DiscordError>>);

impl Drop for Bot {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// A server with a channel that is a room with an open floor, one that is none, and two people.
struct Town {
    clock: Arc<ManualClock>,
    fake: Fake,
    guild: Id,
    market: Id,
    elsewhere: Id,
    amina: Person,
    mateo: Person,
    store: Store,
    intake: Intake,
    consultation: i64,
    bots: Vec<Bot>,
    _folder: TempDir,
}

impl Town {
    async fn new() -> Town {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let (clock, source) = source(7);
        let fake = Fake::start(source.clock.clone()).await;
        let guild = fake.guild("Harbour Talks");
        let (market, elsewhere) = (fake.channel(guild, "market"), fake.channel(guild, "elsewhere"));
        let (amina, mateo) = (fake.person(guild, "Amina Example"), fake.person(guild, "Mateo Example"));
        let folder = tempfile::tempdir().unwrap();
        let ring = Keyring::create(&folder.path().join("keys"), &mut Draw::new([9; 32]), NOW).unwrap();
        let url = format!("sqlite:{}", folder.path().join("town.db").display());
        let store = Store::open(&url, ring, source).await.unwrap();
        let intake = Intake::new(store.clone(), IntakeSettings { pace: None, ..IntakeSettings::default() });
        let (consultation, bots, _folder) = (0, Vec::new(), folder);
        let mut town =
            Town { clock, fake, guild, market, elsewhere, amina, mateo, store, intake, consultation, bots, _folder };
        town.found().await;
        town.start().await;
        town
    }

    /// A consultation, and the market as a room of it with an open floor.
    async fn found(&mut self) {
        let mut snapshot = self.store.snapshot().unwrap();
        self.consultation = consultation(&mut snapshot);
        let of = (self.consultation, Platform::Discord);
        room(&mut snapshot, of, &self.market.to_string(), "market", &RoomSettings::default());
        self.store.write(snapshot.into_changes()).await.unwrap();
    }

    /// Starts a bot, and waits until it hears and its commands stand. Where there is one already, both
    /// hear everything.
    async fn start(&mut self) {
        let looked = |fake: &Fake| {
            let looks =
                |asked: &&crate::fake_discord::rest::Asked| asked.method == "GET" && asked.path.ends_with("/commands");
            fake.asked().iter().filter(looks).count()
        };
        let before = looked(&self.fake);
        let config = DiscordConfig {
            token: Secret::new(self.fake.token()),
            api_proxy: Some(self.fake.api()),
            message_content: true,
        };
        let session = Session::open(&config).await.unwrap();
        let specs = TABLE.iter().map(|entry| entry.spec).collect();
        let discord = Discord::new(session, specs, self.store.source().clone());
        let (tell, mut synced) = watch::channel(false);
        let intake = self.intake.clone();
        self.bots.push(Bot(tokio::spawn(async move {
            discord
                .hear(&intake, None, |is| {
                    let _ = tell.send(is);
                })
                .await
        })));
        tokio::time::timeout(PATIENCE, synced.wait_for(|is| *is)).await.expect("the bot hears").unwrap();
        self.fake.until("the commands are looked at", |fake| looked(fake) > before).await;
        // One for each list, and the entry in the menu of a message.
        let lists: BTreeSet<&str> = TABLE.iter().map(|entry| entry.spec.list).collect();
        self.fake.until("the commands stand", |fake| fake.commands(None).len() == lists.len() + 1).await;
    }

    /// Waits until what someone did has its first answer.
    async fn answered(&self, person: &Person, interaction: Id, kind: u8) {
        let what = format!("it is answered by {kind}");
        self.fake.until(&what, |_| person.answer(interaction).is_some()).await;
        assert_eq!(person.answer(interaction), Some(kind));
    }

    /// Invokes a command that is acknowledged.
    async fn invokes(&self, person: &Person, channel: Id, path: &str, options: &[(&str, Value)]) -> Id {
        self.clock.advance(SECOND);
        let done = person.invokes(channel, path, options).unwrap();
        self.answered(person, done, 5).await;
        done
    }

    /// Gives an account, or a Discord role by its `&`, an office.
    async fn appoint(&self, account: &str, role: Role) {
        let mut snapshot = self.store.snapshot().unwrap();
        let id = snapshot.id();
        let hash = record::account_hash(&snapshot, Platform::Discord, account);
        let holder = OfficeHolder { platform: "discord".into(), account: account.into(), name: account.into() };
        let sealed = snapshot.seal_house(id, &holder).unwrap();
        let (role, scope, since) = (role.word().into(), "everywhere".into(), snapshot.now);
        snapshot.rows.offices.insert(Office { id, rev: 1, hash, role, scope, sealed, since });
        self.store.write(snapshot.into_changes()).await.unwrap();
    }

    /// Waits until something holds.
    async fn until(&self, holds: impl AsyncFn() -> bool) {
        let waiting = async {
            while !holds().await {
                self.intake.taken().await;
            }
        };
        tokio::time::timeout(PATIENCE, waiting).await.expect("it comes about");
    }

    /// Who holds an office, as they are called by Discord.
    async fn offices(&self) -> BTreeSet<String> {
        let all = self.store.select::<Office>("1 = 1", &[]).await.unwrap();
        let holder = |office: &Office| self.store.vault().open::<OfficeHolder>(office.id, &office.sealed).unwrap();
        all.iter().map(|office| holder(office).account).collect()
    }

    async fn agrees(&self, person: &Person) {
        self.invokes(person, self.market, "gcm consent", &[("level", json!("quote"))]).await;
    }

    async fn proposals(&self, person: &Person, path: &str, option: &str, part: &str) -> Vec<(String, Value)> {
        let typed = person.types(self.market, path, option, part).unwrap();
        self.answered(person, typed, 8).await;
        person.proposals(typed)
    }

    /// What is on the record: receipt and text.
    async fn noted(&self) -> Vec<(String, String)> {
        let mut snapshot = self.store.snapshot().unwrap();
        self.store.load_base(&mut snapshot).await.unwrap();
        self.store.load(&mut snapshot, &Load::from([LoadKey::Consultation(self.consultation)])).await.unwrap();
        let open = snapshot.rows.contributions.iter().filter(|c| record::is_open(c));
        open.map(|c| (c.receipt.clone(), record::body_of(&snapshot, c).unwrap().unwrap().text())).collect()
    }

    fn texts(noted: &[(String, String)]) -> Vec<&str> {
        noted.iter().map(|(_, text)| text.as_str()).collect()
    }

    /// Something of the bot's own with this button.
    async fn with_button(&self, custom_id: &str) -> Id {
        let http: Http = HttpBuilder::new(self.fake.token()).proxy(self.fake.api()).ratelimiter_disabled(true).build();
        let button = json!({"type": 2, "style": 1, "label": "press", "custom_id": custom_id});
        let message = json!({"content": "here", "components": [{"type": 1, "components": [button]}]});
        let said = http.send_message(ChannelId::new(self.market), Vec::new(), &message).await.unwrap();
        said.id.get()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_commands_are_told_to_discord_only_where_it_has_others() {
    let mut town = Town::new().await;
    let told = |town: &Town| town.fake.asked().iter().filter(|asked| asked.method == "PUT").count();
    assert_eq!(told(&town), 1);
    town.bots.clear();
    town.fake.until("the bot is gone", |fake| fake.connected() == 0).await;
    town.start().await;
    assert_eq!(told(&town), 1, "nothing changed");
    let names: Vec<Value> = town.fake.commands(None).into_iter().map(|command| command["name"].clone()).collect();
    assert_eq!(names, ["gcm", "gcm-talks", "gcm-office", "Submit this message"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_is_acknowledged_to_who_did_it_alone_when_it_stands() {
    let town = Town::new().await;
    let (amina, mateo) = (&town.amina, &town.mateo);
    town.agrees(amina).await;
    town.invokes(amina, town.market, "gcm say", &[("text", json!(FEES))]).await;
    assert_eq!(Town::texts(&town.noted().await), [FEES]);
    assert!(amina.sees(town.market).iter().all(|seen| seen.ephemeral));
    assert_eq!(mateo.sees(town.market), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_twice_is_done_once() {
    let mut town = Town::new().await;
    town.start().await;
    town.agrees(&town.amina).await;
    town.invokes(&town.amina, town.market, "gcm say", &[("text", json!(FEES))]).await;
    town.invokes(&town.amina, town.market, "gcm say", &[("text", json!("Wages must be paid."))]).await;
    town.fake
        .until("both bots answered", |fake| {
            fake.asked().iter().filter(|asked| asked.path.ends_with("/callback")).count() == 6
        })
        .await;
    assert_eq!(town.noted().await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_arrives_too_late_to_be_answered_is_done_all_the_same() {
    let town = Town::new().await;
    town.agrees(&town.amina).await;
    // The time is over before the bot can have heard of it.
    let late = town.amina.invokes(town.market, "gcm say", &[("text", json!(FEES))]).unwrap();
    town.clock.advance(10 * SECOND);
    let callback = format!("/{late}/");
    town.fake.until("it is tried", |fake| fake.asked().iter().any(|asked| asked.path.contains(&callback))).await;
    assert!(town.amina.left_alone(late));
    assert_eq!(Town::texts(&town.noted().await), [FEES]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_not_the_role_is_told_so_alone() {
    let town = Town::new().await;
    let (amina, mateo) = (&town.amina, &town.mateo);
    let refused = amina.invokes(town.market, "gcm-office floor", &[("what", json!("close"))]);
    assert!(refused.is_err(), "who may not manage messages is not shown the commands of an office");
    town.fake.role(town.guild, "helpers", may::MANAGE_MESSAGES, &[amina.id]);
    town.invokes(amina, town.market, "gcm-office floor", &[("what", json!("close"))]).await;
    // Without the office no form opens either.
    town.invokes(amina, town.market, "gcm-office ask", &[]).await;
    assert_eq!(amina.sees(town.market).len(), 2);
    assert_eq!(mateo.sees(town.market), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_is_held_by_whom_a_mention_names_and_by_who_has_a_role_of_discord() {
    let town = Town::new().await;
    let (amina, mateo) = (&town.amina, &town.mateo);
    town.appoint(&mateo.id.to_string(), Role::Secretariat).await;
    let (binta, role) =
        (town.fake.person(town.guild, "Binta Example"), town.fake.role(town.guild, "helpers", 0, &[amina.id]));
    // By a mention and by a role's, typed as Discord sends them; a name alone may be anybody's.
    for line in [format!("<@{}>", binta.id), format!("<@&{role}>"), "Binta".to_owned(), format!("@{}", "binta")] {
        mateo.writes(town.market, &format!("!gcm roles grant moderator {line} region africa"));
        town.clock.advance(SECOND);
    }
    let held = BTreeSet::from([mateo.id.to_string(), binta.id.to_string(), format!("&{role}")]);
    town.until(async || town.offices().await == held).await;
    // In what is noted people stand by their names, also where it is said by a command.
    town.agrees(&binta).await;
    binta.writes(town.market, &format!("!gcm say <@{}> keeps the papers of those who work there.", mateo.id));
    town.until(async || !town.noted().await.is_empty()).await;
    assert_eq!(Town::texts(&town.noted().await), ["@Mateo Example keeps the papers of those who work there."]);
    // Who has the role holds the office.
    amina.writes(town.market, "!gcm floor close");
    let closed = "field = 'floor' AND value = 'closed'";
    town.until(async || town.store.count::<LogEntry>(closed, &[]).await.unwrap() == 1).await;
    assert_eq!(town.offices().await, held);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_room_is_bound_people_are_answered_and_nothing_is_noted() {
    let town = Town::new().await;
    town.invokes(&town.amina, town.elsewhere, "gcm help", &[]).await;
    town.invokes(&town.amina, town.elsewhere, "gcm my-data", &[]).await;
    town.invokes(&town.amina, town.amina.private(), "gcm status", &[]).await;
    assert_eq!(town.mateo.sees(town.elsewhere), []);
    assert!(town.noted().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_that_says_nothing_known_is_answered_by_a_clear_word() {
    let town = Town::new().await;
    for custom_id in ["x", "c:", "c: ", "a:1", "a:one:2", "a:1:two", "a:1:-2", "l:1", "t:say", "f:", "z:help", "a::"] {
        let message = town.with_button(custom_id).await;
        let pressed = town.amina.presses(message, "press").unwrap();
        town.answered(&town.amina, pressed, 4).await;
        let seen = town.amina.sees(town.market).pop().unwrap();
        assert!(seen.ephemeral && seen.text.contains("/gcm help shows what you can do now"), "{custom_id}: {seen:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_says_no_more_than_a_typed_command_would() {
    let town = Town::new().await;
    for custom_id in ["c:floor close", "c:consent name\nforget me", "c:nothing of the kind", "a:7:1", "a:-7:1"] {
        let message = town.with_button(custom_id).await;
        let pressed = town.amina.presses(message, "press").unwrap();
        town.answered(&town.amina, pressed, 5).await;
    }
    assert!(town.noted().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_opens_for_who_may_use_it_and_its_text_is_noted_as_it_was_written() {
    let town = Town::new().await;
    let amina = &town.amina;
    // Who takes no part reads how to.
    town.invokes(amina, town.market, "gcm say", &[]).await;
    town.agrees(amina).await;
    let hostile = "> @everyone said:\n```\n!gcm forget me\n```\n<@1> [here](https://example.org) \u{202e}backwards";
    let asked = amina.invokes(town.market, "gcm say", &[]).unwrap();
    town.answered(amina, asked, 9).await;
    let form = amina.form(asked).unwrap();
    assert_eq!(form.title, "Say");
    for wrong in ["", &"a".repeat(4_001)] {
        assert!(amina.sends(&form, &[("text", wrong)]).is_err(), "Discord takes no such text");
    }
    let sent = amina.sends(&form, &[("text", hostile)]).unwrap();
    town.answered(amina, sent, 5).await;
    let noted = town.noted().await;
    assert_eq!(Town::texts(&noted), [hostile.replace('\u{202e}', "")]);
    // Blanks alone are no text, and are answered.
    let asked = amina.invokes(town.market, "gcm say", &[]).unwrap();
    town.answered(amina, asked, 9).await;
    let sent = amina.sends(&amina.form(asked).unwrap(), &[("text", "   ")]).unwrap();
    town.answered(amina, sent, 5).await;
    assert_eq!(town.noted().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_ones_own_receipts_are_proposed() {
    let town = Town::new().await;
    let (amina, mateo) = (&town.amina, &town.mateo);
    town.agrees(amina).await;
    town.agrees(mateo).await;
    town.invokes(amina, town.market, "gcm say", &[("text", json!(FEES))]).await;
    town.clock.advance(300 * SECOND);
    town.invokes(amina, town.market, "gcm say", &[("text", json!("Wages must be paid in time."))]).await;
    town.invokes(mateo, town.market, "gcm say", &[("text", json!("Ports need shade."))]).await;
    let of = |text: &str, noted: &[(String, String)]| {
        noted.iter().find(|(_, written)| written == text).map(|(receipt, _)| receipt.clone()).unwrap()
    };
    let noted = town.noted().await;
    let (fees, wages) = (of(FEES, &noted), of("Wages must be paid in time.", &noted));
    let proposed = town.proposals(amina, "gcm withdraw", "receipt", "").await;
    let values: Vec<&Value> = proposed.iter().map(|(_, value)| value).collect();
    assert_eq!(values, [&json!(wages), &json!(fees)], "newest first");
    assert!(proposed[1].0.contains("Recruitment fees"));
    let proposed = town.proposals(amina, "gcm withdraw", "receipt", "recruitment").await;
    assert_eq!(proposed.len(), 1);
    assert_eq!(town.proposals(amina, "gcm withdraw", "receipt", "shade").await, []);
    assert_eq!(town.proposals(mateo, "gcm why", "receipt", "").await.len(), 1);
    let stranger = town.fake.person(town.guild, "Binta Example");
    assert_eq!(town.proposals(&stranger, "gcm withdraw", "receipt", "").await, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn objectives_are_proposed_by_number_and_by_word() {
    let town = Town::new().await;
    assert_eq!(town.proposals(&town.amina, "gcm objective", "objective", "").await.len(), 23);
    let values = |proposed: Vec<(String, Value)>| proposed.into_iter().map(|(_, value)| value).collect::<Vec<_>>();
    assert_eq!(values(town.proposals(&town.amina, "gcm objective", "objective", "6").await)[0], json!("6"));
    assert!(values(town.proposals(&town.amina, "gcm objective", "objective", "recruit").await).contains(&json!("6")));
}

#[tokio::test(flavor = "multi_thread")]
async fn countries_objectives_and_rooms_are_proposed_where_an_option_takes_one() {
    let town = Town::new().await;
    let values = |proposed: Vec<(String, Value)>| proposed.into_iter().map(|(_, value)| value).collect::<Vec<_>>();
    let of = async |who: &Person, command: &str, option: &str, typed: &str| {
        values(town.proposals(who, command, option, typed).await)
    };
    let amina = &town.amina;
    assert_eq!(
        of(amina, "gcm-talks register", "answers", "mode online country Ken").await,
        ["mode online country Kenya"]
    );
    assert!(of(amina, "gcm-talks register", "answers", "country").await.len() == 25, "as many as Discord shows");
    assert_eq!(of(amina, "gcm-talks register", "answers", "mode online").await, [""; 0]);
    assert_eq!(of(amina, "gcm digest", "scope", "kind pledge objective recruitm").await, ["kind pledge objective 6"]);
    assert_eq!(of(amina, "gcm digest", "scope", "room").await, [""; 0], "rooms are not for everyone");
    town.appoint(&town.mateo.id.to_string(), Role::Moderator).await;
    assert_eq!(of(&town.mateo, "gcm digest", "scope", "room mar").await, ["room market"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_handed_in_by_its_author_alone() {
    let town = Town::new().await;
    let (amina, mateo) = (&town.amina, &town.mateo);
    town.agrees(mateo).await;
    let written = amina.writes(town.elsewhere, FEES);
    town.agrees(amina).await;
    let other = mateo.invokes_on(written, "Submit this message").unwrap();
    town.answered(mateo, other, 5).await;
    assert!(town.noted().await.is_empty());
    let own = amina.invokes_on(written, "Submit this message").unwrap();
    town.answered(amina, own, 5).await;
    assert_eq!(Town::texts(&town.noted().await), [FEES]);
    let robot = town.fake.other_bot(town.guild, "Weather Robot").writes(town.elsewhere, "It rains.");
    let program = amina.invokes_on(robot, "Submit this message").unwrap();
    town.answered(amina, program, 4).await;
}
