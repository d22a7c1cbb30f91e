//! What moderators, rapporteurs and the secretariat do by command, from the event to the outbox.

use gcm_talks::chat::{Action, Author, Batch, Body, Event, Message, Origin, Outgoing, RoomFacts, Target, To, render};
use gcm_talks::clock::{Clock, Draw, ManualClock, SeededChance, Source};
use gcm_talks::commands::{Closing, Order, Rehearsal, Scheduled, Wanted};
use gcm_talks::intake::{Intake, IntakeSettings};
use gcm_talks::model::{ConsultationSettings, HOUR, Language, MINUTE, Platform, Role, SECOND, Scope, Time};
use gcm_talks::outbox;
use gcm_talks::record;
use gcm_talks::seal::Keyring;
use gcm_talks::store::{
    Audit, Consultation, Contribution, Job, LogEntry, Office, Outbox, Post, Question, Room, Standing, Store, Tag,
};
use gcm_talks::trust::{self, OfficeHolder};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Thursday 3 September 2026, 14:02 in Dakar.
const NOW: Time = 1_788_444_120_000;

struct World {
    _folder: tempfile::TempDir,
    clock: Arc<ManualClock>,
    store: Store,
    intake: Intake,
    platform: Platform,
    events: u32,
    said: i64,
    /// What the platform says that people are there.
    groups: BTreeMap<String, Vec<String>>,
}

impl World {
    /// A consultation for Africa with everything set that a floor needs, one for the Arab region,
    /// and their office-holders.
    async fn new() -> World {
        World::on(Platform::Console).await
    }

    /// The same on another platform.
    async fn on(platform: Platform) -> World {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(ManualClock::new(NOW));
        let source = Source { clock: clock.clone(), chance: Arc::new(SeededChance::new(7)) };
        let ring = Keyring::in_memory(&mut Draw::new([1; 32]), NOW);
        let url = format!("sqlite:{}", folder.path().join("store.db").display());
        let store = Store::open(&url, ring, source).await.unwrap();
        let mut snap = store.snapshot().unwrap();
        for (slug, title) in [("africa", "Consultation for Africa"), ("arab", "Consultation for the Arab region")] {
            let settings = ConsultationSettings {
                titles: [(Language::En, title.to_owned())].into(),
                languages: vec![Language::En, Language::Fr, Language::Ar],
                timezone: "Africa/Dakar".into(),
                controller: "the secretariat".into(),
                contact: "focal@example.org".into(),
                retention_days: 90,
                ..ConsultationSettings::default()
            };
            let id = snap.id();
            snap.rows.consultations.insert(Consultation {
                id,
                rev: 1,
                slug: slug.into(),
                region: slug.into(),
                stage: "open".into(),
                settings: serde_json::to_string(&settings).unwrap(),
            });
        }
        for (name, role, scope) in [
            ("mona", Role::Moderator, Scope::Region("africa".into())),
            ("rafa", Role::Rapporteur, Scope::Region("africa".into())),
            ("moussa", Role::Moderator, Scope::Region("arab".into())),
            ("sana", Role::Secretariat, Scope::Everywhere),
        ] {
            let id = snap.id();
            let hash = record::account_hash(&snap, platform, name);
            let holder = OfficeHolder { platform: platform.word().into(), account: name.into(), name: name.into() };
            let sealed = snap.seal_house(id, &holder).unwrap();
            let (role, scope) = (role.word().into(), scope.text());
            snap.rows.offices.insert(Office { id, rev: 1, hash, role, scope, sealed, since: NOW });
        }
        store.write(snap.into_changes()).await.unwrap();
        let intake = Intake::new(store.clone(), IntakeSettings { pace: None, ..IntakeSettings::default() });
        World { _folder: folder, clock, store, intake, platform, events: 0, said: 0, groups: BTreeMap::new() }
    }

    /// A room of Africa's, bound, with its floor open and `amina` quoted without a name.
    async fn open() -> World {
        let mut world = World::new().await;
        world.says("#west", "mona", "!gcm room bind west-africa consultation africa").await;
        world.says("#west", "mona", "!gcm floor open").await;
        world.says("#west", "amina", "!gcm consent quote").await;
        world
    }

    async fn take(&mut self, room: &str, person: &str, body: Body) -> Vec<(String, String)> {
        self.clock.advance(MINUTE);
        self.events += 1;
        let direct = room.is_empty();
        let event = Event {
            platform: self.platform,
            room: if direct { format!("private:{person}") } else { room.into() },
            direct,
            id: format!("e{}", self.events),
            author: Author {
                groups: self.groups.get(person).cloned().unwrap_or_default(),
                ..Author::new(person, person)
            },
            at: self.clock.now(),
            origin: Origin::Live,
            body,
            handle: None,
        };
        self.intake.take(Batch { events: vec![event], cursor: None }).await.unwrap();
        let mut heard = Vec::new();
        for (id, outgoing) in self.outbox().await {
            if id > self.said {
                self.said = id;
                heard.push(told(&outgoing));
            }
        }
        heard
    }

    /// What the bot says and does after someone wrote something; an empty room is private.
    async fn says(&mut self, room: &str, person: &str, text: &str) -> Vec<(String, String)> {
        self.take(room, person, Body::Message(Message { text: text.into(), ..Message::default() })).await
    }

    /// The only answer, without where it goes.
    async fn answer(&mut self, room: &str, person: &str, text: &str) -> String {
        let all = self.says(room, person, text).await;
        assert_eq!(all.len(), 1, "{text}: {all:?}");
        all.into_iter().next().unwrap().1
    }

    /// The first of several answers, without where it goes.
    async fn answer_first(&mut self, room: &str, person: &str, text: &str) -> String {
        self.says(room, person, text).await.into_iter().next().unwrap().1
    }

    async fn outbox(&self) -> Vec<(i64, Outgoing)> {
        let mut rows = self.store.select::<Outbox>("1 = 1", &[]).await.unwrap();
        rows.sort_by_key(|row| row.id);
        let mut said = Vec::new();
        for row in &rows {
            said.extend(outbox::said(&self.store, row).await.unwrap().map(|outgoing| (row.id, outgoing)));
        }
        said
    }

    async fn jobs<T: DeserializeOwned>(&self, kind: &str) -> Vec<(Time, T)> {
        let mut rows = self.store.select::<Job>("1 = 1", &[]).await.unwrap();
        rows.retain(|row| row.kind == kind);
        rows.sort_by_key(|row| row.id);
        rows.iter().map(|row| (row.due, self.store.vault().open(row.id, &row.sealed).unwrap())).collect()
    }

    async fn audited(&self) -> Vec<String> {
        let entries = trust::verify(&self.store).await.unwrap().unwrap();
        entries.into_iter().map(|(_, entry)| format!("{}: {} {}", entry.office, entry.action, entry.subject)).collect()
    }

    async fn contribution(&self) -> Contribution {
        self.store.select::<Contribution>("1 = 1", &[]).await.unwrap().pop().unwrap()
    }

    /// The outbox's part: the post of this row stands on the platform now.
    async fn sent(&self, post: i64, event: &str) {
        let mut snap = self.store.snapshot().unwrap();
        snap.rows.posts.load(self.store.select::<Post>("1 = 1", &[]).await.unwrap());
        let room = self.store.select::<Room>("1 = 1", &[]).await.unwrap().pop().unwrap();
        let sealed = &snap.rows.posts.get(post).unwrap().sealed;
        let mut standing: Standing = snap.open_house(post, sealed).unwrap();
        standing.event = Some(event.into());
        let sealed = snap.seal_house(post, &standing).unwrap();
        let hash = record::event_hash(&snap, Platform::Console, &room.address, event);
        let row = snap.rows.posts.edit(post).unwrap();
        row.sealed = sealed;
        row.hash = Some(hash);
        row.state = "up".into();
        self.store.write(snap.into_changes()).await.unwrap();
    }
}

fn told(outgoing: &Outgoing) -> (String, String) {
    let to = match &outgoing.to {
        To::Room(address) => address.clone(),
        To::Person { account, .. } | To::Answer { account, .. } => format!("@{account}"),
    };
    let what = match &outgoing.action {
        Action::Post { document, pin, .. } => {
            format!(
                "{}{}",
                if *pin { "[pinned] " } else { "" },
                render::plain(document).replace(['\u{200b}', '\u{200f}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
            )
        }
        Action::Amend { target, .. } => format!("[amend {target}]"),
        Action::Redact { target } => format!("[redact {target}]"),
        Action::React { mark, .. } => mark.clone(),
        Action::ReadHistory(_) => "[history]".into(),
        Action::Probe => "[probe]".into(),
        Action::Enter => "[enter]".into(),
        Action::Leave => "[leave]".into(),
        Action::Make(_) => "[make]".into(),
        Action::Invite { .. } => "[invite]".into(),
        Action::Arrange { .. } => "[arrange]".into(),
    };
    (to, what)
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "“{part}” is missing in:\n{text}");
    }
}

#[tokio::test]
async fn a_room_is_bound_checked_and_gets_its_card() {
    let mut world = World::new().await;
    let asked = world.answer("#west", "mona", "!gcm room bind").await;
    holds(&asked, &["short name", "room bind west-africa"]);

    let said = world.says("#west", "mona", "!gcm room bind west-africa").await;
    assert_eq!(said.len(), 3, "{said:?}");
    holds(&said[0].1, &["This room is now West Africa (Consultation for Africa). Floor: closed.", "room check"]);
    holds(&said[0].1, &["Next: !gcm floor open until 10 Sep 18:00"]);
    assert_eq!(said[1].1, "[probe]");
    let card = &said[2].1;
    holds(
        card,
        &[
            "[pinned] Consultation for Africa · West Africa",
            "Nothing of yours is noted unless you take part.",
            "Floor closed.",
            "Write join to take part",
            "!gcm who",
            "help in your language: aide · مساعدة",
        ],
    );

    let facts =
        RoomFacts { public: true, members: Some(12), may: Some([true, true, false, true]), ..RoomFacts::default() };
    let looked = world.take("#west", "platform", Body::Facts(facts)).await;
    holds(&looked[0].1, &["✘ I cannot pin", "✘ anyone may enter"]);
    let check = world.says("#west", "mona", "!gcm room check").await;
    holds(&check[0].1, &["This room is West Africa", "✘ I cannot pin", "✘ anyone may enter"]);
    assert!(!check[0].1.contains("I can read, write"));

    let who = world.answer("#west", "amina", "!gcm who").await;
    holds(&who, &["12 people", "Anyone can enter", "Moderators: mona.", "the secretariat", "90 days", "Safer:"]);
    assert_eq!(world.audited().await, ["moderator: room bind africa/west-africa"]);
}

#[tokio::test]
async fn on_discord_the_check_names_what_discord_calls_it_and_says_when_only_what_is_addressed_is_read() {
    let mut world = World::on(Platform::Discord).await;
    world.says("7", "mona", "!gcm room bind west-africa").await;
    let facts = RoomFacts {
        public: true,
        history: Some(gcm_talks::chat::History::Shared),
        may: Some([false, false, false, true]),
        mentions_only: true,
        ..RoomFacts::default()
    };
    let looked = world.take("7", "platform", Body::Facts(facts.clone())).await;
    let missing = [
        "View Channel and Read Message History",
        "Embed Links, Attach Files and Add Reactions",
        "my role Pin Messages",
    ];
    holds(&looked.iter().find(|(_, said)| said.contains('✘')).unwrap().1, &missing);
    let check = world.answer_first("7", "mona", "!gcm room check").await;
    holds(&check, &missing);
    holds(&check, &["✘ I can read only what is addressed to me", "message_content = true in [discord]"]);
    holds(&check, &["– everyone on this server can read here", "turn Read Message History off for @everyone"]);
    assert!(!check.contains("Security"), "{check}");

    let card = world.says("7", "mona", "!gcm room card").await;
    let card = card.iter().find(|(_, said)| said.starts_with("[pinned]")).unwrap();
    holds(&card.1, &["I read here only what is addressed to me."]);
    let who = world.answer("7", "amina", "!gcm who").await;
    holds(&who, &["Everyone on this Discord server can read here.", "only what is addressed to me: commands, forms"]);

    // With the intent there is nothing to say of it: the card is told anew, who can read is not.
    let all = RoomFacts { mentions_only: false, may: Some([true; 4]), ..facts };
    let looked = world.take("7", "platform", Body::Facts(all)).await;
    assert!(looked.iter().any(|(_, said)| said.starts_with("[pinned]")), "{looked:?}");
    assert!(!looked.iter().any(|(_, said)| said.contains("addressed to me") || said.contains("has changed")));
}

#[tokio::test]
async fn the_name_of_a_room_is_its_own_and_a_room_belongs_to_one_consultation() {
    let mut world = World::new().await;
    world.says("#west", "mona", "!gcm room bind West Africa").await;
    let taken = world.answer("#other", "mona", "!gcm room bind west-africa").await;
    holds(&taken, &["already a room west-africa"]);
    let foreign = world.answer("#west", "moussa", "!gcm room bind maghreb consultation arab").await;
    holds(&foreign, &["Only moderators"]);
    let of_another = world.answer("#west", "sana", "!gcm room bind maghreb consultation arab").await;
    holds(&of_another, &["another consultation: Consultation for Africa"]);

    let list = world.answer("", "mona", "room list").await;
    holds(&list, &["west-africa", "West Africa", "Floor: closed."]);
    let gone = world.says("#west", "mona", "!gcm room unbind").await;
    holds(&gone[0].1, &["no longer a room"]);
    let empty = world.answer("#west", "mona", "!gcm floor open").await;
    holds(&empty, &["belongs to no consultation", "room bind"]);
    let again = world.says("#other", "mona", "!gcm room bind west-africa").await;
    holds(&again[0].1, &["This room is now West Africa"]);
}

#[tokio::test]
async fn options_of_a_room_are_set_or_refused_in_a_sentence() {
    let mut world = World::new().await;
    let bound = world
        .says("#table", "mona", "!gcm room bind round-table-2 languages en, fr ack reaction chatham timezone Lagos")
        .await;
    holds(&bound[0].1, &["Round table 2", "Chatham House Rule", "📝"]);
    holds(&bound[2].1, &["Consultation for Africa · "]);
    let room = world.store.select::<Room>("1 = 1", &[]).await.unwrap().pop().unwrap();
    holds(&room.settings, &["\"round_table\":2", "[\"en\",\"fr\"]", "Africa/Lagos", "\"chatham\":true"]);
    let table = [
        ("objective 24", "There are 23 objectives"),
        ("round table 5", "from 1 to 4"),
        ("subregion mercosur", "West Africa"),
        ("languages klingon", "I do not speak"),
        ("ack trumpet", "reaction, private"),
        ("timezone Atlantis", "Africa/Dakar"),
        ("chatham perhaps", "on, off"),
        ("languages", "Something is missing"),
        ("sing", "room set"),
        ("", "room set"),
    ];
    for (options, expected) in table {
        let refused = world.answer("#table", "sana", &format!("!gcm room set {options}")).await;
        holds(&refused, &[expected]);
    }
    let near = world.answer("#table", "mona", "!gcm room chek").await;
    holds(&near, &["Did you mean !gcm room check?"]);
}

#[tokio::test]
async fn the_floor_opens_and_closes_by_command_and_by_the_clock() {
    let mut world = World::new().await;
    world.says("#west", "mona", "!gcm room bind west-africa").await;
    let closed = world.answer("#west", "mona", "!gcm floor close").await;
    holds(&closed, &["already closed"]);
    let missing_day = world.answer("#west", "mona", "!gcm floor open until 31 Feb").await;
    holds(&missing_day, &["31 Feb", "28 Feb 18:00", "Dakar"]);
    let over = world.answer("#west", "mona", "!gcm floor open until 2 Sep 18:00").await;
    holds(&over, &["already over"]);

    let card = world.store.select::<Post>("1 = 1", &[]).await.unwrap().pop().unwrap();
    world.sent(card.id, "card-1").await;
    let said = world.says("#west", "mona", "!gcm floor open until 13 Sep 18:00").await;
    assert_eq!(said.len(), 3, "{said:?}");
    holds(&said[0].1, &["The floor is open until Sun 13 Sep, 18:00 Dakar."]);
    assert_eq!(said[1].1, "[redact card-1]");
    holds(&said[2].1, &["[pinned]", "Floor open until Sun 13 Sep, 18:00 Dakar"]);
    let jobs = world.jobs::<Closing>("close-floor").await;
    assert_eq!(jobs.len(), 1);
    assert_eq!(jobs[0].0, jobs[0].1.at);
    let same = world.answer("#west", "mona", "!gcm floor open until 13 Sep 18:00").await;
    holds(&same, &["already open"]);

    let said = world.says("#west", "mona", "!gcm floor close").await;
    holds(&said[0].1, &["The floor is closed."]);
    holds(&said[1].1, &["[pinned]", "Floor closed."]);
    // The card that was not sent yet never is.
    let posts = world.store.select::<Post>("1 = 1", &[]).await.unwrap();
    assert_eq!(posts.len(), 1, "{posts:?}");
    let cards: Vec<String> = world.outbox().await.iter().map(|(_, outgoing)| told(outgoing).1).collect();
    let outdated =
        cards.iter().filter(|said| said.starts_with("[pinned]") && said.contains("Floor open until")).count();
    assert_eq!(outdated, 0, "{cards:?}");
}

#[tokio::test]
async fn no_floor_opens_before_it_is_set_who_is_responsible() {
    let mut world = World::new().await;
    world.says("", "sana", "consultation create pilot region africa title \"A pilot\"").await;
    world.says("#pilot", "sana", "!gcm room bind hall consultation pilot").await;
    let refused = world.answer("#pilot", "sana", "!gcm floor open").await;
    holds(&refused, &["controller, contact, retention", "consultation set controller"]);
    for line in ["controller The example network", "contact focal@example.org", "retention 60"] {
        let set = world.answer("", "sana", &format!("consultation set pilot {line}")).await;
        holds(&set, &["Set:"]);
    }
    let opened = world.says("#pilot", "sana", "!gcm floor open").await;
    holds(&opened[0].1, &["The floor is open."]);
}

#[tokio::test]
async fn replies_to_a_question_are_answers() {
    let mut world = World::open().await;
    world.says("#west", "mona", "!gcm floor close").await;
    let said = world.says("#west", "mona", "!gcm ask What would make recruitment fair?").await;
    holds(&said[0].1, &["What would make recruitment fair?", "Reply to this message"]);
    let posts = world.store.select::<Post>("1 = 1", &[]).await.unwrap();
    let post = posts.iter().find(|post| post.kind == "question").unwrap();
    world.sent(post.id, "q1").await;
    let reply = |text: &str| {
        let reply_to = Some(Target { id: "q1".into(), by_bot: true });
        Body::Message(Message { text: text.into(), reply_to, ..Message::default() })
    };
    world.take("#west", "amina", reply("Employers should pay every recruitment fee themselves.")).await;
    let answer = world.contribution().await;
    assert_eq!((answer.kind.as_str(), answer.question_id), ("answer", post.digest_id));

    let closed = world.answer("#west", "mona", "!gcm ask close").await;
    holds(&closed, &["The question is closed."]);
    let question = world.store.select::<Question>("1 = 1", &[]).await.unwrap().pop().unwrap();
    assert_eq!(question.open, 0);
    world.take("#west", "amina", reply("And States should punish those who charge workers.")).await;
    assert_eq!(world.store.select::<Contribution>("1 = 1", &[]).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_hidden_is_told_to_its_author_and_can_be_restored() {
    let mut world = World::open().await;
    world.says("#west", "amina", "Recruitment fees push domestic workers into debt before they leave.").await;
    let receipt = world.contribution().await.receipt;
    let said = world.says("", "mona", &format!("hide {receipt} it names a person")).await;
    assert_eq!(said.len(), 2, "{said:?}");
    assert_eq!(said[0].0, "@amina");
    holds(&said[0].1, &["hidden", &receipt, "it names a person", "focal@example.org"]);
    assert_eq!(said[1].0, "@mona");
    holds(&said[1].1, &["is hidden", "Its author was told."]);
    assert_eq!(world.contribution().await.state, "hidden");
    let again = world.answer("", "mona", &format!("hide {receipt}")).await;
    holds(&again, &["hidden already"]);

    let said = world.says("", "mona", &format!("restore {receipt}")).await;
    holds(&said[0].1, &["no longer hidden"]);
    assert_eq!(world.contribution().await.state, "live");
    let again = world.answer("", "mona", &format!("restore {receipt}")).await;
    holds(&again, &["is not hidden"]);
    let audited = world.audited().await;
    assert!(audited.contains(&format!("moderator: hide {receipt}")), "{audited:?}");
    assert!(!audited.iter().any(|line| line.contains("names a person")), "{audited:?}");
}

#[tokio::test]
async fn a_moderator_of_one_region_moderates_no_other() {
    let mut world = World::open().await;
    world.says("#west", "amina", "Recruitment fees push domestic workers into debt before they leave.").await;
    let receipt = world.contribution().await.receipt;
    for line in [format!("hide {receipt}"), format!("show {receipt}"), format!("tag {receipt} 5")] {
        let refused = world.answer("", "moussa", &line).await;
        holds(&refused, &["Only ", "of West Africa"]);
    }
    assert_eq!(world.contribution().await.state, "live");
    let unknown = world.answer("", "mona", "hide AF-99999").await;
    holds(&unknown, &["There is no contribution AF-99999."]);
    let wrong = world.answer("", "mona", "hide that one").await;
    holds(&wrong, &["that", "AF-0042"]);
}

#[tokio::test]
async fn in_private_an_office_is_found_wherever_its_holder_takes_part() {
    let mut world = World::open().await;
    world.says("#west", "amina", "Recruitment fees push domestic workers into debt before they leave.").await;
    let receipt = world.contribution().await.receipt;
    world.says("#arab", "moussa", "!gcm room bind maghreb consultation arab").await;
    // She moderates Africa, and has joined the other consultation last.
    world.says("#arab", "mona", "!gcm consent quote").await;
    let list = world.answer("", "mona", "room list").await;
    holds(&list, &["Consultation for Africa", "west-africa"]);
    let hidden = world.says("", "mona", &format!("hide {receipt}")).await;
    holds(&hidden[1].1, &["is hidden"]);
    let read = world.answer("", "mona", &format!("tag {receipt}")).await;
    holds(&read, &["is read as:"]);
    assert_eq!(world.says("", "mona", "digest 6").await, []);
    let orders = world.jobs::<Order>("digest").await;
    let Wanted::Digest { scope, .. } = &orders[0].1.wanted else { panic!("{orders:?}") };
    let africa = world.store.select::<Consultation>("slug = 'africa'", &[]).await.unwrap().pop().unwrap();
    assert_eq!(scope.consultation, africa.id);
    // Also where a room is to be bound, and in none of the other.
    let bound = world.says("#new", "mona", "!gcm room bind central-africa").await;
    holds(&bound[0].1, &["This room is now Central Africa"]);
    let refused = world.answer("#arab", "mona", "!gcm floor open").await;
    holds(&refused, &["Only moderators"]);
    let refused = world.answer("", "mona", "room list arab").await;
    holds(&refused, &["Only moderators"]);
}

#[tokio::test]
async fn a_receipt_is_one_s_own_in_whichever_consultation_it_was_given() {
    let mut world = World::open().await;
    world.says("#west", "amina", "Recruitment fees push domestic workers into debt before they leave.").await;
    let receipt = world.contribution().await.receipt;
    world.says("#arab", "moussa", "!gcm room bind maghreb consultation arab").await;
    world.says("#arab", "amina", "!gcm consent summarise").await;
    let lowered = world.answer("", "amina", &format!("consent summarise {receipt}")).await;
    holds(&lowered, &[&receipt, "counted, never quoted"]);
    let withdrawn = world.answer("", "amina", &format!("withdraw {receipt}")).await;
    holds(&withdrawn, &["is withdrawn"]);
    assert_eq!(world.contribution().await.state, "withdrawn");
}

#[tokio::test]
async fn who_holds_an_office_in_several_consultations_is_asked_which_is_meant() {
    let mut world = World::open().await;
    world.says("#arab", "moussa", "!gcm room bind maghreb consultation arab").await;
    let asked = world.answer("", "sana", "room list").await;
    holds(&asked, &["Which consultation is it about?", "1  Consultation for Africa", "2  Consultation for the Arab"]);
    let list = world.answer("", "sana", "2").await;
    holds(&list, &["Consultation for the Arab region", "maghreb"]);
    // What the command takes is not lost on the way.
    world.answer("", "sana", "quotes objective 6").await;
    assert_eq!(world.says("", "sana", "1").await, []);
    let orders = world.jobs::<Order>("quotes").await;
    let Wanted::Quotes { scope } = &orders[0].1.wanted else { panic!("{orders:?}") };
    assert_eq!(scope.objective, Some(6));
    // Who names it is not asked, and only those are offered for which the office is held.
    holds(&world.answer("", "sana", "room list arab").await, &["maghreb"]);
    world.says("", "sana", "consultation create pilot region africa").await;
    for slug in ["arab", "pilot"] {
        world.says("", "sana", &format!("roles grant rapporteur @moussa consultation {slug}")).await;
    }
    let asked = world.answer("", "moussa", "quotes").await;
    holds(&asked, &["1  Consultation for the Arab region", "2  pilot"]);
    assert!(!asked.contains("Africa"), "{asked}");
}

#[tokio::test]
async fn a_room_that_was_unbound_is_no_room_of_the_consultation_any_more() {
    let mut world = World::open().await;
    world.says("#west", "mona", "!gcm room unbind").await;
    world.says("#west", "mona", "!gcm digest").await;
    let orders = world.jobs::<Order>("digest").await;
    assert_eq!(orders[0].1.to, To::Person { account: "mona".into(), instead: Some("#west".into()) });
    let scheduled = world.answer("#west", "mona", "!gcm digest every Monday 9:00").await;
    holds(&scheduled, &["belongs to no consultation"]);
    // What is said there by command is said to the bot, as in any other room.
    world.says("#west", "amina", "!gcm say Recruitment fees push domestic workers into debt.").await;
    assert_eq!(world.contribution().await.room_id, None);
    let again = world.says("#west", "mona", "!gcm room bind west-africa").await;
    holds(&again[0].1, &["This room is now West Africa"]);
    assert_eq!(world.store.select::<Room>("1 = 1", &[]).await.unwrap().len(), 1, "it is the same room");
}

#[tokio::test]
async fn a_reading_is_corrected_by_its_author_or_an_office() {
    let mut world = World::open().await;
    world.says("#west", "amina", "Recruitment fees push domestic workers into debt before they leave.").await;
    let receipt = world.contribution().await.receipt;
    let read = world.answer("", "amina", &format!("tag {receipt}")).await;
    holds(&read, &["is read as:", "objective 6", "because:", &format!("tag {receipt} kind challenge")]);
    let corrected = world.answer("", "amina", &format!("tag {receipt} objective 22 kind challenge")).await;
    holds(&corrected, &["challenge", "objective 22", "corrected by hand"]);
    let of_passage = world.answer("", "rafa", &format!("tag {receipt}.1 none")).await;
    holds(&of_passage, &["challenge", "no objective"]);
    let missing = world.answer("", "rafa", &format!("tag {receipt}.7 none")).await;
    holds(&missing, &["Which passage?", &format!("{receipt}.1")]);
    let wrong = world.answer("", "amina", &format!("tag {receipt} objective 24")).await;
    holds(&wrong, &["There are 23 objectives"]);
    // A word on the whole takes the place of the one on its passage.
    let whole = world.answer("", "rafa", &format!("tag {receipt} 5")).await;
    holds(&whole, &["objective 5"]);
    let tags = world.store.select::<Tag>("1 = 1", &[]).await.unwrap();
    assert_eq!(tags.len(), 1, "{tags:?}");
    let audited = world.audited().await;
    assert_eq!(audited.iter().filter(|line| line.contains("tag")).count(), 2, "{audited:?}");

    let why = world.answer("", "amina", &format!("why {receipt}")).await;
    holds(&why, &[&format!("How {receipt} was read"), "objective 5", "It stands in no digest yet."]);
    for line in ["tag", "why"] {
        let other = world.answer("", "binta", &format!("{line} {receipt}")).await;
        holds(&other, &["You have no contribution"]);
    }
}

#[tokio::test]
async fn a_receipt_is_shown_to_a_role_and_written_down() {
    let mut world = World::open().await;
    world.says("#west", "amina", "Recruitment fees push domestic workers into debt before they leave.").await;
    let receipt = world.contribution().await.receipt;
    let shown = world.answer("#west", "rafa", &format!("!gcm show {receipt}")).await;
    holds(
        &shown,
        &[
            &format!("{receipt} · West Africa · Thu 3 Sep"),
            "English · quoted without a name",
            "Recruitment fees push",
            "objective 6, because:",
            "You read this as rapporteur, Consultation for Africa. It is in the audit log.",
        ],
    );
    assert!(!shown.contains("amina"));
    assert!(world.audited().await.contains(&format!("rapporteur: show {receipt}")));
    world.says("", "amina", "consent summarise").await;
    let shown = world.answer("", "rafa", &format!("show {receipt}")).await;
    holds(&shown, &["Do not quote it."]);
    world.says("", "amina", &format!("withdraw {receipt}")).await;
    let gone = world.answer("", "rafa", &format!("show {receipt}")).await;
    holds(&gone, &["already withdrawn"]);
}

#[tokio::test]
async fn a_digest_is_ordered_for_the_room_or_for_oneself() {
    let mut world = World::open().await;
    assert_eq!(world.says("#west", "mona", "!gcm digest 6 since 2 Sep language fr").await, []);
    assert_eq!(world.says("", "rafa", "digest consultation africa room west-africa kind challenge screen").await, []);
    let orders = world.jobs::<Order>("digest").await;
    let Wanted::Digest { scope, screen: false, format: None } = &orders[0].1.wanted else { panic!("{orders:?}") };
    assert_eq!((scope.objective, scope.since.is_some(), scope.room), (Some(6), true, None));
    assert_eq!((orders[0].1.language, &orders[0].1.to), (Language::Fr, &To::Room("#west".into())));
    let Wanted::Digest { scope, screen: true, .. } = &orders[1].1.wanted else { panic!("{orders:?}") };
    assert!(scope.room.is_some() && scope.kind.is_some());
    assert_eq!(orders[1].1.to, To::Person { account: "rafa".into(), instead: None });

    assert_eq!(world.says("#west", "amina", "!gcm digest 6").await, []);
    let published = world.jobs::<Order>("published-digest").await;
    assert_eq!(published[0].1.to, To::Person { account: "amina".into(), instead: Some("#west".into()) });
    let table = [
        ("digest objective 24", "There are 23 objectives"),
        ("digest objektiv", "Did you mean !gcm digest objective?"),
        ("digest of cheese and wine", "I do not understand"),
        ("digest since 31 Feb", "28 Feb"),
        ("digest since yesterday until 1 Sep", "ends before it begins"),
        ("digest room basement", "west-africa"),
        ("digest category pirates", "Possible:"),
        ("digest format papyrus", "md, html, json, csv"),
        ("digest every now and then", "digest every Monday 9:00"),
        ("digest never", "does not come by itself"),
    ];
    for (line, expected) in table {
        let refused = world.answer("#west", "mona", &format!("!gcm {line}")).await;
        holds(&refused, &[expected]);
    }
}

#[tokio::test]
async fn an_export_is_of_a_whole_room_or_consultation_and_nothing_less_is_given_out_as_such() {
    let mut world = World::open().await;
    for narrower in ["objective 6", "since yesterday", "kind challenge", "written in fr", "until yesterday"] {
        let refused = world.answer("", "rafa", &format!("export {narrower}")).await;
        holds(&refused, &["a whole room or the whole consultation", "export room west-africa"]);
    }
    assert_eq!(world.says("", "rafa", "export room west-africa format csv").await, []);
    assert_eq!(world.says("", "rafa", "export").await, []);
    assert_eq!(world.jobs::<Order>("export").await.len(), 2);
}

#[tokio::test]
async fn a_room_s_digest_comes_by_itself_until_it_is_told_not_to() {
    let mut world = World::open().await;
    let said = world.answer("#west", "mona", "!gcm digest every Monday 9:00").await;
    holds(&said, &["first on Mon 7 Sep, 09:00 Dakar", "digest never"]);
    let jobs = world.jobs::<Scheduled>("scheduled-digest").await;
    assert_eq!(jobs.len(), 1);
    assert_eq!(jobs[0].1.weekly.next_after(NOW), jobs[0].0);
    let said = world.answer("#west", "mona", "!gcm digest never").await;
    holds(&said, &["no longer comes by itself"]);
    let log = world.store.select::<LogEntry>("field = 'digest'", &[]).await.unwrap();
    assert_eq!(log.iter().max_by_key(|entry| entry.at).unwrap().value, "never");
}

#[tokio::test]
async fn a_rehearsal_is_erased_when_it_is_over() {
    let mut world = World::open().await;
    let said = world.says("#west", "mona", "!gcm room rehearsal on").await;
    holds(&said[0].1, &["This is a rehearsal."]);
    let began = world.clock.now();
    world.clock.advance(HOUR);
    let again = world.answer("#west", "mona", "!gcm room rehearsal on").await;
    holds(&again, &["in rehearsal already"]);
    let said = world.says("#west", "mona", "!gcm room rehearsal off").await;
    holds(&said[0].1, &["The rehearsal is over."]);
    let jobs = world.jobs::<Rehearsal>("erase-rehearsal").await;
    assert_eq!((jobs[0].1.since, jobs[0].1.until), (began, world.clock.now()));
}

#[tokio::test]
async fn stakeholders_are_told_whose_command_it_is() {
    let mut world = World::open().await;
    let table = [
        ("room bind here", "mona"),
        ("floor open", "mona"),
        ("ask Why?", "mona"),
        ("hide AF-0042", "mona"),
        ("restore AF-0042", "mona"),
        ("health", "mona"),
        ("show AF-0042", "rafa"),
        ("quotes", "rafa"),
        ("export", "rafa"),
        ("consultation list", "sana"),
        ("roles list", "sana"),
        ("audit", "sana"),
    ];
    for (line, holder) in table {
        let refused = world.answer("#west", "amina", &format!("!gcm {line}")).await;
        holds(&refused, &["Only ", "of West Africa can use", holder]);
    }
    assert!(world.store.select::<Job>("1 = 1", &[]).await.unwrap().is_empty());
}

#[tokio::test]
async fn offices_are_granted_and_the_last_secretariat_stays() {
    let mut world = World::new().await;
    let own = world.answer("", "mona", "roles").await;
    holds(&own, &["moderator, Africa, since 3 September 2026"]);
    let none = world.answer("", "amina", "roles").await;
    holds(&none, &["You hold no office."]);
    let granted = world.answer("", "sana", "roles grant rapporteur @Binta region africa").await;
    holds(&granted, &["Binta is now rapporteur: Africa."]);
    let own = world.answer("", "binta", "roles").await;
    holds(&own, &["rapporteur, Africa"]);
    let again = world.answer("", "sana", "roles grant rapporteur @binta region africa").await;
    holds(&again, &["is rapporteur already"]);
    let list = world.answer("", "sana", "roles list").await;
    holds(&list, &["Binta (console): rapporteur, Africa", "sana (console): secretariat, everywhere"]);
    let revoked = world.answer("", "sana", "roles revoke rapporteur @binta region africa").await;
    holds(&revoked, &["no longer rapporteur"]);
    let last = world.answer("", "sana", "roles revoke secretariat @sana everywhere").await;
    holds(&last, &["last account of the secretariat"]);
    let table = [
        ("roles grant wizard @binta everywhere", "moderator"),
        ("roles grant moderator", "roles grant moderator @amina"),
        ("roles grant moderator @binta region atlantis", "africa"),
        ("roles grant moderator @binta somewhere", "everywhere"),
        ("roles revoke moderator @binta everywhere", "is not moderator"),
    ];
    for (line, expected) in table {
        let refused = world.answer("", "sana", line).await;
        holds(&refused, &[expected]);
    }
    world.says("", "sana", "roles grant secretariat @leila region arab").await;
    for line in ["roles grant moderator @binta region africa", "roles grant secretariat @leila everywhere"] {
        let refused = world.answer("", "leila", line).await;
        holds(&refused, &["Only the secretariat"]);
    }
    // The log names offices, never people.
    let audited = world.audited().await.join("\n");
    holds(&audited, &["secretariat: roles grant rapporteur region:africa"]);
    assert!(!audited.to_lowercase().contains("binta"), "{audited}");
}

#[tokio::test]
async fn an_office_that_a_group_holds_is_everyones_who_is_in_it_now() {
    let mut world = World::new().await;
    world.groups.insert("binta".into(), vec!["&77".into(), "&123".into()]);
    let refused = world.answer("#west", "binta", "!gcm room bind west-africa consultation africa").await;
    holds(&refused, &["Only moderators"]);
    let granted = world.answer("", "sana", "roles grant moderator <@&123> region africa").await;
    holds(&granted, &["Everyone with the role &123 is now moderator: Africa."]);
    let again = world.answer("", "sana", "roles grant moderator &123 region africa").await;
    holds(&again, &["is moderator already"]);
    let bound = world.says("#west", "binta", "!gcm room bind west-africa consultation africa").await;
    holds(&bound[0].1, &["This room is now West Africa"]);
    let own = world.answer("", "binta", "roles").await;
    holds(&own, &["moderator, Africa"]);
    let list = world.answer("", "sana", "roles list").await;
    holds(&list, &["Everyone with the role &123 (console): moderator, Africa", "mona (console): moderator"]);

    // Whom to ask is a person; and nothing is held about someone who is in a group.
    let refused = world.answer("#west", "amina", "!gcm floor open").await;
    holds(&refused, &["mona"]);
    assert!(!refused.contains("&123"), "{refused}");
    let held = world.answer("", "binta", "my data").await;
    holds(&held, &["I hold nothing about you."]);
    // The log names the office, and who took the role away has taken the office.
    let audited = world.audited().await.join("\n");
    holds(&audited, &["secretariat: roles grant moderator region:africa", "moderator: room bind africa/west-africa"]);
    assert!(!audited.contains("&123"), "{audited}");
    world.groups.clear();
    let refused = world.answer("#west", "binta", "!gcm floor open").await;
    holds(&refused, &["Only moderators"]);
    world.groups.insert("binta".into(), vec!["&123".into()]);
    let revoked = world.answer("", "sana", "roles revoke moderator &123 region africa").await;
    holds(&revoked, &["Everyone with the role &123 is no longer moderator"]);
    let refused = world.answer("#west", "binta", "!gcm floor open").await;
    holds(&refused, &["Only moderators"]);
}

#[tokio::test]
async fn a_group_is_nobody_who_could_be_left_as_the_secretariat() {
    let mut world = World::new().await;
    world.says("", "sana", "roles grant secretariat &9 everywhere").await;
    let last = world.answer("", "sana", "roles revoke secretariat @sana everywhere").await;
    holds(&last, &["last account of the secretariat"]);
    let revoked = world.answer("", "sana", "roles revoke secretariat &9 everywhere").await;
    holds(&revoked, &["no longer secretariat"]);
}

#[tokio::test]
async fn consultations_are_created_set_and_listed() {
    let mut world = World::new().await;
    let shown = world.answer("", "sana", "consultation create africa-2027 like africa title \"Africa 2027\"").await;
    holds(&shown, &["africa-2027 is created like Consultation for Africa.", "Create it so?"]);
    let made = world.answer("", "sana", "1").await;
    holds(&made, &["Africa 2027 is created"]);
    let list = world.answer("", "sana", "consultation list").await;
    holds(&list, &["africa-2027", "Africa 2027 · in preparation · no room yet", "Consultation for Africa · open"]);
    let stage = world.answer("", "sana", "consultation stage africa-2027 open").await;
    holds(&stage, &["Africa 2027 is now: open."]);
    let title = world.answer("", "sana", "consultation set africa-2027 title fr Afrique 2027").await;
    holds(&title, &["Set: title of africa-2027.", "All that a floor needs is set."]);
    // Where there are no spaces, it is said where there are; as an option of a command line too.
    for line in ["consultation create spaced region africa --space", "consultation set africa space on"] {
        let set = world.answer("", "sana", line).await;
        holds(&set, &["There are no spaces here. On Matrix its rooms are put into one."]);
    }
    let table = [
        ("consultation set africa space perhaps", "Possible: on, off"),
        ("consultation create africa region africa", "already a consultation africa"),
        ("consultation create", "africa-2027 region africa"),
        ("consultation create Ça! region africa", "lower-case letters"),
        ("consultation create x region atlantis", "asia-pacific"),
        ("consultation set africa retention forever", "from 1 to 3650"),
        ("consultation set africa timezone Atlantis", "Africa/Dakar"),
        ("consultation set africa colour blue", "Possible: controller"),
        ("consultation set africa contact", "missing"),
        ("consultation stage africa asleep", "preparation, open"),
        ("consultation dance", "create, set, stage, list"),
    ];
    for (line, expected) in table {
        let refused = world.answer("", "sana", line).await;
        holds(&refused, &[expected]);
    }
    let risky = world.answer("", "sana", "consultation set africa risky 4, 13").await;
    holds(&risky, &["Set: risky of africa."]);
    let row = world.store.select::<Consultation>("slug = 'africa'", &[]).await.unwrap().pop().unwrap();
    holds(&row.settings, &["\"risky_objectives\":[4,13]"]);
    assert!(!world.store.select::<Audit>("1 = 1", &[]).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_bot_enters_where_an_office_asks_it_in_and_tells_others_once_how_to_ask() {
    let mut world = World::new().await;
    let room = Body::Invitation { direct: false };
    let entered = world.take("#new", "mona", room.clone()).await;
    assert_eq!(entered[0], ("#new".into(), "[enter]".into()));
    holds(&entered[1].1, &["Here I am", "!gcm room bind"]);
    // Anyone may ask for a conversation of their own.
    assert_eq!(
        world.take("#alone", "amina", Body::Invitation { direct: true }).await,
        [("#alone".into(), "[enter]".into())]
    );
    let declined = world.take("#elsewhere", "amina", room.clone()).await;
    assert_eq!(declined[0], ("#elsewhere".into(), "[leave]".into()));
    assert_eq!(declined[1].0, "@amina");
    holds(&declined[1].1, &["when someone who holds an office", "They are: mona"]);
    // By the hundred: each is declined, and nothing more is said.
    assert_eq!(world.take("#elsewhere", "amina", room.clone()).await, [("#elsewhere".into(), "[leave]".into())]);
    // A bound room is entered again, whoever asks, and looked at.
    world.says("#west", "mona", "!gcm room bind west-africa").await;
    let again = world.take("#west", "amina", room).await;
    assert_eq!(again, [("#west".into(), "[enter]".into()), ("#west".into(), "[probe]".into())]);
}

#[tokio::test]
async fn a_message_that_cannot_be_read_waits_its_author_is_told_once_and_it_counts_when_it_comes() {
    let world = World::open().await;
    let unreadable = |world: &World, id: &str, at: Time| Event {
        platform: Platform::Console,
        room: "#west".into(),
        direct: false,
        id: id.into(),
        author: Author::new("amina", "amina"),
        at: at.min(world.clock.now()),
        origin: Origin::Live,
        body: Body::Unreadable,
        handle: None,
    };
    let waiting = async |world: &World| world.intake.unreadable(Platform::Console).await.unwrap();
    let take = async |world: &World, event: Event| {
        world.intake.take(Batch { events: vec![event], cursor: None }).await.unwrap();
        world.outbox().await.last().map(|(_, outgoing)| told(outgoing)).unwrap()
    };
    let first = unreadable(&world, "late", world.clock.now());
    let before = take(&world, Event { body: Body::Membership { present: true }, ..first.clone() }).await;
    assert_eq!(take(&world, first.clone()).await, before, "the key may be on its way");
    assert_eq!(waiting(&world).await, [("#west".to_owned(), "late".to_owned())]);
    world.clock.advance(MINUTE);
    let told_once = take(&world, first.clone()).await;
    assert_eq!(told_once.0, "@amina");
    holds(&told_once.1, &["could not decrypt your message of 14:0"]);
    for id in ["late", "another"] {
        assert_eq!(take(&world, Event { id: id.into(), ..first.clone() }).await, told_once, "and not again");
    }
    // The key came: it is judged by when it was written, and nothing waits any more.
    let message = Message { text: "Recruitment fees must end in every country.".into(), ..Message::default() };
    let came = Event { origin: Origin::History, body: Body::Message(message), ..first.clone() };
    holds(&take(&world, came).await.1, &["AF-"]);
    assert_eq!(waiting(&world).await, [("#west".to_owned(), "another".to_owned())]);
    assert_eq!(world.store.count::<Contribution>("1 = 1", &[]).await.unwrap(), 1);
    // Where nothing is bound, nothing is kept, but for those who may bind it: theirs may be a command.
    take(&world, Event { room: "#unbound".into(), ..first.clone() }).await;
    assert_eq!(waiting(&world).await.len(), 1);
    let author = Author::new("mona", "mona");
    let of_mona = Event { room: "#unbound".into(), id: "bind".into(), author, ..first.clone() };
    take(&world, of_mona.clone()).await;
    let told_mona = take(&world, of_mona.clone()).await;
    assert_eq!(told_mona.0, "@mona");
    holds(&told_mona.1, &["could not decrypt your message of 14:0"]);
    take(&world, Event { body: Body::Deletion { target: "bind".into() }, ..of_mona }).await;
    assert_eq!(waiting(&world).await.len(), 1);
    // After a week it is given up.
    take(&world, Event { id: "another".into(), ..first.clone() }).await;
    world.clock.advance(8 * 24 * HOUR);
    take(&world, Event { id: "another".into(), ..first }).await;
    assert_eq!(waiting(&world).await, []);
}

#[tokio::test]
async fn a_message_whose_key_comes_after_its_room_moved_is_noted_once() {
    let mut world = World::open().await;
    let event = |id: &str, at: Time, body: Body| Event {
        platform: Platform::Console,
        room: "#west".into(),
        direct: false,
        id: id.into(),
        author: Author::new("amina", "amina"),
        at,
        origin: Origin::History,
        body,
        handle: None,
    };
    let written = world.clock.now();
    let take = async |world: &World, event: Event| {
        world.intake.take(Batch { events: vec![event], cursor: None }).await.unwrap();
        world.store.count::<Contribution>("1 = 1", &[]).await.unwrap()
    };
    assert_eq!(take(&world, event("late", written, Body::Unreadable)).await, 0);
    world.clock.advance(MINUTE);
    world.take("#west", "mona", Body::Moved { to: "#west2".into() }).await;
    let message = Message { text: "Recruitment fees must end in every country.".into(), ..Message::default() };
    for _ in 0..2 {
        assert_eq!(take(&world, event("late", written, Body::Message(message.clone()))).await, 1);
    }
    assert_eq!(world.intake.unreadable(Platform::Console).await.unwrap(), []);
    // What is said at the old address later is said in no room of the consultation.
    let later = world.clock.now() + MINUTE;
    world.clock.advance(HOUR);
    assert_eq!(take(&world, event("after", later, Body::Message(message))).await, 1);
}

#[tokio::test]
async fn who_takes_back_an_edit_alone_has_said_what_stood_there_before() {
    let world = World::open().await;
    let event = |id: &str, body: Body| Event {
        platform: Platform::Console,
        room: "#west".into(),
        direct: false,
        id: id.into(),
        author: Author::new("amina", "amina"),
        at: world.clock.now(),
        origin: Origin::Live,
        body,
        handle: None,
    };
    let take = async |event: Event| world.intake.take(Batch { events: vec![event], cursor: None }).await.unwrap();
    let message = |text: &str| Body::Message(Message { text: text.into(), ..Message::default() });
    let edit =
        |id: &str, text: &str| Body::Edit { target: "m".into(), version: id.into(), text: text.into(), mention: false };
    take(event("m", message("States must act on fees today."))).await;
    for (id, text) in [("e1", "States must act on fees this year."), ("e2", "States must act on fees next year.")] {
        world.clock.advance(SECOND);
        take(event(id, edit(id, text))).await;
    }
    for (id, before) in [("e2", "States must act on fees this year."), ("e1", "States must act on fees today.")] {
        world.clock.advance(SECOND);
        take(event(&format!("back-{id}"), Body::Deletion { target: id.into() })).await;
        let asked = world.outbox().await;
        let Some((_, Outgoing { action: Action::ReadHistory(query), .. })) = asked.last() else {
            panic!("nothing is read again: {asked:?}")
        };
        assert_eq!((query.event.as_deref(), query.author.as_str()), (Some("m"), "amina"));
        // What the platform shows without the edit.
        let found = vec![Event { origin: Origin::Asked, ..event("m", message(before)) }];
        take(event(&format!("found-{id}"), Body::Found { query: query.clone(), messages: found })).await;
        holds(&told(&world.outbox().await.last().unwrap().1).1, &["now holds what your message says after the edit"]);
        let row = world.contribution().await;
        let mut snapshot = world.store.snapshot().unwrap();
        let load = gcm_talks::store::Load::from([gcm_talks::store::LoadKey::Contribution(row.id)]);
        world.store.load(&mut snapshot, &load).await.unwrap();
        assert_eq!(record::body_of(&snapshot, &row).unwrap().unwrap().text(), before);
    }
    // Heard once more, it changes nothing.
    let said = world.outbox().await.len();
    take(event("back-e1", Body::Deletion { target: "e1".into() })).await;
    assert_eq!(world.outbox().await.len(), said);
}

#[tokio::test]
async fn a_room_that_goes_on_elsewhere_stays_the_room_that_it_was() {
    let mut world = World::open().await;
    let moved = world.take("#west", "mona", Body::Moved { to: "#west2".into() }).await;
    let there: Vec<&str> = moved.iter().filter(|said| said.0 == "#west2").map(|said| said.1.as_str()).collect();
    assert_eq!(there[..2], ["[enter]", "[probe]"]);
    holds(there[2], &["[pinned] Consultation for Africa · West Africa", "Floor open"]);
    world.says("#west2", "amina", "Recruitment fees must end in every country.").await;
    assert_eq!(world.contribution().await.kind, "message");
    assert_eq!(world.says("#west", "amina", "Nothing is noted where the room was before.").await, []);
    // Where it goes on in a room of its own, that one stays.
    assert_eq!(world.take("#west2", "mona", Body::Moved { to: "#west2".into() }).await, []);
}

#[tokio::test]
async fn who_can_read_is_said_anew_when_it_changes_and_not_when_someone_comes() {
    let mut world = World::open().await;
    let facts = RoomFacts { encrypted: true, members: Some(3), may: Some([true; 4]), ..RoomFacts::default() };
    let first = world.take("#west", "platform", Body::Facts(facts.clone())).await;
    holds(&first[0].1, &["✔ I can read", "my try-out message"]);
    let more = RoomFacts { members: Some(4), ..facts.clone() };
    assert_eq!(world.take("#west", "platform", Body::Facts(more)).await, []);
    let bridged = RoomFacts { bridged: true, history: Some(gcm_talks::chat::History::World), ..facts };
    let changed = world.take("#west", "platform", Body::Facts(bridged)).await;
    holds(&changed[0].1, &["Who can read here has changed", "✘ a bridge", "✘ anyone may read along"]);
    let who = world.answer("#west", "amina", "!gcm who").await;
    holds(&who, &["carried to another network", "Anyone can read this room"]);
}
