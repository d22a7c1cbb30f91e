//! Promises 1 to 4: nothing heard is lost, nothing is said twice, no consent no content, and what
//! was taken back stays away; whatever is killed, repeated or out of order, at whatever moment.
//!
//! The property draws its afternoons from a seed that it prints; `GCM_TALKS_TEST_SEED` gives one
//! again, `PROPTEST_CASES` says how many afternoons there are.

use crate::common::platform::{Trouble, address, private};
use crate::common::town::{HARBOUR, MARKET, MODERATOR, Noted, Town, as_history, between, cut};
use crate::common::{drop_postgres, for_each_database, make_postgres, postgres_server};
use gcm_talks::chat::{Body, Event};
use gcm_talks::clock::{Chance, SystemChance};
use gcm_talks::model::{Consent, HOUR, MINUTE, SECOND, Time};
use gcm_talks::outbox::said;
use gcm_talks::record;
use gcm_talks::store::{Outbox, Parked, Seen};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::collections::{BTreeMap, BTreeSet};

const FEES: &str = "Recruitment fees keep domestic workers in debt for years.";
const VISAS: &str = "Visa offices are a two-day journey away for most villages here.";
const SCHOOLS: &str = "Schools should enrol children whatever papers their parents hold.";

// ------------------------------------------------------------------------- one thing after another

#[tokio::test]
async fn what_people_write_after_a_yes_is_noted_once_however_often_it_comes() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let before = town.says("amina", MARKET, VISAS).await;
        town.clock.advance(SECOND);
        town.whispers("amina", "consent quote").await;
        town.clock.advance(SECOND);
        let after = town.says("amina", MARKET, FEES).await;
        for _ in 0..2 {
            town.hear([after.clone(), before.clone()]).await;
            town.hear(as_history(&[before.clone(), after.clone()])).await;
        }
        assert_eq!(town.texts_of("amina").await, [FEES]);
    })
    .await;
}

#[tokio::test]
async fn a_yes_holds_from_when_it_was_given_also_where_it_is_read_later() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let before = town.platform.write("amina", &address(MARKET), VISAS);
        town.clock.advance(MINUTE);
        let yes = town.platform.whisper("amina", "consent quote");
        town.clock.advance(SECOND);
        let after = town.platform.write("amina", &address(MARKET), FEES);
        // The bot was away meanwhile, and reads one room's history and then the other's.
        town.clock.advance(60 * MINUTE);
        town.hear([before, after, yes]).await;
        assert_eq!(town.texts_of("amina").await, [FEES]);
    })
    .await;
}

#[tokio::test]
async fn a_say_from_before_the_yes_is_not_noted_when_it_is_heard_after_it() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let early = town.platform.write("amina", &address(MARKET), &format!("!gcm say {VISAS}"));
        town.clock.advance(SECOND);
        town.whispers("amina", "consent quote").await;
        town.hear([early]).await;
        assert_eq!(town.texts_of("amina").await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn what_was_said_while_a_room_was_not_bound_is_not_noted_when_its_history_is_read() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        town.clock.advance(SECOND);
        town.set(MARKET, "bound", "0").await;
        town.clock.advance(SECOND);
        let early = town.platform.write("amina", &address(MARKET), FEES);
        town.clock.advance(SECOND);
        town.set(MARKET, "bound", "1").await;
        let after = town.platform.write("amina", &address(MARKET), VISAS);
        town.hear(as_history(&[early, after])).await;
        assert_eq!(town.texts_of("amina").await, [VISAS]);
    })
    .await;
}

#[tokio::test]
async fn a_deletion_that_comes_before_its_message_keeps_it_away() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        let message = town.platform.write("amina", &address(MARKET), FEES);
        let deletion = town.platform.delete("amina", &address(MARKET), &message.id);
        town.hear([deletion]).await;
        town.hear([message]).await;
        assert_eq!(town.texts_of("amina").await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn what_a_program_that_nobody_hears_took_away_is_gone() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        let message = town.says("amina", MARKET, FEES).await;
        let said = town.platform.said_to("amina").len();
        let mut deletion = town.platform.delete("warden", &address(MARKET), &message.id);
        deletion.author.bot = true;
        town.hear([deletion]).await;
        assert_eq!(town.texts_of("amina").await, [""; 0]);
        assert_eq!(town.platform.said_to("amina").len(), said);
        assert!(town.platform.said_to("warden").is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_approved_is_what_was_shown_and_not_what_took_its_place() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        let message = town.says("amina", MARKET, FEES).await;
        let receipt = town.record().await[0].receipt.clone();
        town.clock.advance(10 * MINUTE);
        let edit = town.platform.edit("amina", &address(MARKET), &message.id, VISAS);
        town.hear([edit]).await;
        let refused = town.whispers("amina", &format!("approve {receipt}.1")).await.join("\n");
        assert!(refused.contains(&format!("{receipt}.2")), "{refused}");
        assert_eq!(town.bot.store.count::<gcm_talks::store::Approval>("1 = 1", &[]).await.unwrap(), 0);
        town.whispers("amina", &format!("approve {receipt}.2")).await;
        assert_eq!(town.bot.store.count::<gcm_talks::store::Approval>("1 = 1", &[]).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_was_withdrawn_never_comes_back() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let yes = town.platform.whisper("amina", "consent quote");
        town.hear([yes.clone()]).await;
        let message = town.says("amina", MARKET, FEES).await;
        let receipt = town.record().await[0].receipt.clone();
        let withdrawal = town.platform.whisper("amina", &format!("withdraw {receipt}"));
        town.hear([withdrawal]).await;
        let edit = town.platform.edit("amina", &address(MARKET), &message.id, VISAS);
        let asked = town.platform.react("amina", &address(MARKET), &message.id, "📝");
        town.hear([yes, message.clone(), edit, asked]).await;
        town.hear(as_history(&[message])).await;
        assert_eq!(town.record().await, []);
    })
    .await;
}

#[tokio::test]
async fn what_someone_asks_to_include_is_noted_once_however_often_they_ask() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let message = town.says("amina", HARBOUR, FEES).await;
        town.clock.advance(SECOND);
        town.whispers("amina", "consent quote").await;
        for _ in 0..2 {
            let asked = town.platform.react("amina", &address(HARBOUR), &message.id, "📝");
            town.hear([asked.clone(), asked]).await;
        }
        assert_eq!(town.texts_of("amina").await, [FEES]);
        assert_eq!(town.platform.reactions(), [(message.id, "📝".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn of_two_edits_the_later_holds_in_whatever_order_they_come() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        let message = town.says("amina", MARKET, FEES).await;
        town.clock.advance(SECOND);
        let first = town.platform.edit("amina", &address(MARKET), &message.id, VISAS);
        town.clock.advance(SECOND);
        let second = town.platform.edit("amina", &address(MARKET), &message.id, SCHOOLS);
        town.hear([second.clone()]).await;
        town.hear([first]).await;
        town.hear([second]).await;
        assert_eq!(town.texts_of("amina").await, [SCHOOLS]);
        let told = town.platform.said_to("amina");
        assert_eq!(told.iter().filter(|text| text.contains("after the edit")).count(), 1, "{told:#?}");
    })
    .await;
}

#[tokio::test]
async fn an_edit_that_comes_before_its_message_brings_it_in_as_it_stands() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        town.clock.advance(SECOND);
        let message = town.platform.write("amina", &address(MARKET), FEES);
        town.clock.advance(SECOND);
        let edit = town.platform.edit("amina", &address(MARKET), &message.id, VISAS);
        town.hear([edit]).await;
        town.hear([message]).await;
        assert_eq!(town.texts_of("amina").await, [VISAS]);
        // The message comes in as it was, while it is being looked up as it stands.
        town.clock.advance(3 * MINUTE);
        let message = town.platform.write("amina", &address(MARKET), FEES);
        let first = town.platform.edit("amina", &address(MARKET), &message.id, VISAS);
        town.clock.advance(SECOND);
        let second = town.platform.edit("amina", &address(MARKET), &message.id, SCHOOLS);
        town.bot.take(&[second]).await.unwrap();
        town.hear([message]).await;
        town.hear([first]).await;
        assert_eq!(town.texts_of("amina").await, [SCHOOLS, VISAS]);
    })
    .await;
}

#[tokio::test]
async fn an_answer_whose_delivery_was_not_heard_of_is_not_said_again() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.platform.trouble([Some(Trouble::LostReply), Some(Trouble::Later), Some(Trouble::LostReply)]);
        let said = town.whispers("amina", "help").await;
        assert_eq!(said.len(), 1, "{said:#?}");
        assert!(town.platform.posts().len() == 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_written_in_pieces_is_cut_alike_whether_it_comes_at_once_or_piece_by_piece() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        for who in ["amina", "binta"] {
            town.whispers(who, "consent quote").await;
        }
        town.clock.advance(SECOND);
        let mut events = Vec::new();
        for text in [FEES, "And they take our passports.", VISAS, SCHOOLS, "Thanks.", FEES] {
            town.clock.advance(SECOND);
            town.hear([town.platform.write("binta", &address(HARBOUR), text)]).await;
            events.push(town.platform.write("amina", &address(HARBOUR), text));
        }
        town.hear(events).await;
        let snapshot = town.snapshot().await;
        let mut cuts = Vec::new();
        for noted in town.record().await {
            let body = record::body_of(&snapshot, snapshot.rows.contributions.get(noted.id).unwrap()).unwrap().unwrap();
            let text = body.text();
            let passages = body.passages.iter().map(|p| (p.number, record::passage_text(&text, p).to_owned()));
            cuts.push(passages.collect::<Vec<_>>());
        }
        assert_eq!(cuts.len(), 2);
        assert_eq!(cuts[0], cuts[1]);
        assert!(cuts[0].len() > 1, "{cuts:?}");
    })
    .await;
}

#[tokio::test]
async fn who_writes_on_and_on_is_noted_whole_in_contributions_of_some_length() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        town.clock.advance(SECOND);
        let texts: Vec<String> = (0..70).map(|n| format!("{FEES} This is number {n}.")).collect();
        let events: Vec<_> = texts.iter().map(|text| town.platform.write("amina", &address(HARBOUR), text)).collect();
        town.hear(events).await;
        let mut noted: Vec<usize> = town.record().await.iter().map(|noted| noted.texts.len()).collect();
        noted.sort_unstable();
        assert_eq!(noted, [6, 32, 32]);
        let mut all = texts.clone();
        all.sort();
        assert_eq!(town.texts_of("amina").await, all);
    })
    .await;
}

/// So many messages of Amina in the harbour, each a contribution and acknowledged by a mark.
fn crowd(town: &Town, many: usize) -> Vec<Event> {
    let write = |n| {
        town.clock.advance(3 * MINUTE);
        town.platform.write("amina", &address(HARBOUR), &format!("{FEES} {n}."))
    };
    (0..many).map(write).collect()
}

#[tokio::test]
async fn nobody_waits_for_an_answer_behind_a_room_that_cannot_be_reached() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        town.platform.shut(HARBOUR);
        town.bot.take(&crowd(&town, 120)).await.unwrap();
        town.bot.settle().await.unwrap();
        town.bot.take(&[town.platform.whisper("binta", "help")]).await.unwrap();
        town.bot.settle().await.unwrap();
        assert_eq!(town.platform.said_to("binta").len(), 1);
        assert_eq!(town.platform.reactions().len(), 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_waits_for_an_answer_behind_all_that_is_said_in_a_room() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        let before = town.platform.order().len();
        let mut events = crowd(&town, 120);
        events.push(town.platform.whisper("binta", "help"));
        town.bot.take(&events).await.unwrap();
        town.settle().await;
        let order = town.platform.order().split_off(before);
        let answered = order.iter().position(|place| *place == private("binta"));
        assert!(answered.is_some_and(|place| place < 40), "{answered:?} of {}", order.len());
    })
    .await;
}

#[tokio::test]
async fn who_takes_no_private_messages_is_told_so_in_the_room_without_a_name() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.platform.trouble([Some(Trouble::Blocked)]);
        town.says("amina", MARKET, "!gcm my data").await;
        let said = town.platform.said_in(&address(MARKET));
        assert_eq!(said.len(), 1, "{said:#?}");
        assert!(!said[0].contains("amina"), "{said:#?}");
        assert_eq!(town.platform.said_to("amina"), [""; 0]);
    })
    .await;
}

// ----------------------------------------------------------------------------- two at the same time

#[tokio::test]
async fn two_processes_that_hear_the_same_note_and_answer_it_once() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let other = town.another_bot().await;
        let people = ["amina", "bintou", "dalia"];
        for person in people {
            town.whispers(person, "consent quote").await;
        }
        let mut batches: Vec<Vec<Event>> = Vec::new();
        let mut written = BTreeSet::new();
        let mut asked = Vec::new();
        for round in 0..6 {
            let mut batch = Vec::new();
            for person in people {
                town.clock.advance(40 * SECOND);
                let text = format!("{FEES} This is case {round} of {person}.");
                let room = if round % 2 == 0 { MARKET } else { HARBOUR };
                batch.push(town.platform.write(person, &address(room), &text));
                written.insert(text);
            }
            let question = town.platform.whisper(people[round % 3], "help");
            asked.push(question.id.clone());
            batch.push(question);
            batches.push(batch);
        }
        for batch in &batches {
            let (here, there) = tokio::join!(town.bot.take(batch), other.take(batch));
            here.unwrap();
            there.unwrap();
        }
        let forwards = async {
            for batch in &batches {
                town.bot.take(batch).await.unwrap();
            }
        };
        let backwards = async {
            for batch in batches.iter().rev() {
                other.take(batch).await.unwrap();
            }
        };
        tokio::join!(forwards, backwards);
        town.settle().await;
        let record = town.record().await;
        let texts: Vec<String> = record.iter().flat_map(|noted| noted.texts.clone()).collect();
        assert_eq!(texts.len(), written.len(), "{texts:#?}");
        assert_eq!(texts.into_iter().collect::<BTreeSet<_>>(), written);
        assert_eq!(town.bot.store.count::<Parked>("1 = 1", &[]).await.unwrap(), 0);
        said_once(&town, &asked, &record);
    })
    .await;
}

#[tokio::test]
async fn who_is_forgotten_while_they_write_leaves_nothing_behind() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let other = town.another_bot().await;
        for round in 0..64 {
            town.whispers("farah", "consent quote").await;
            town.clock.advance(3 * MINUTE);
            let message = town.platform.write("farah", &address(MARKET), &format!("{FEES} Round {round}."));
            let forget = town.platform.whisper("farah", "forget me yes");
            // Let the one begin a little before the other, each time by a little more.
            let late = async {
                for _ in 0..round {
                    tokio::task::yield_now().await;
                }
                other.take(&[forget]).await.unwrap();
            };
            let (written, ()) = tokio::join!(town.bot.take(std::slice::from_ref(&message)), late);
            written.unwrap();
            town.settle().await;
            assert_eq!(town.record().await, [], "round {round}");
            town.clock.advance(3 * MINUTE);
        }
    })
    .await;
}

// ------------------------------------------------------------------------------- killed at any point

/// Hears an event and does what follows, killed at every point of both.
async fn hear_killed_everywhere(town: &mut Town, event: &Event) -> usize {
    let mut kills = 0;
    let mut polls = 0;
    loop {
        let done = cut(polls, town.bot.take(std::slice::from_ref(event))).await;
        if let Some(done) = done {
            done.unwrap();
            break;
        }
        town.restart().await;
        kills += 1;
        polls += 1;
    }
    for polls in 0.. {
        let done = cut(polls, town.bot.settle()).await;
        if let Some(done) = done {
            done.unwrap();
            break;
        }
        town.restart().await;
        kills += 1;
    }
    town.settle().await;
    kills
}

#[tokio::test]
async fn a_kill_at_any_point_loses_nothing_and_repeats_nothing() {
    for_each_database(async |url| {
        let mut town = Town::new(&url).await;
        let mut heard: Vec<Event> = Vec::new();
        let mut kills = 0;
        let mut asked = Vec::new();
        macro_rules! hear {
            ($event:expr) => {{
                town.clock.advance(10 * SECOND);
                let event = $event;
                kills += hear_killed_everywhere(&mut town, &event).await;
                heard.push(event.clone());
                event
            }};
        }
        let early = hear!(town.platform.write("amina", &address(HARBOUR), VISAS));
        asked.push(hear!(town.platform.whisper("amina", "consent quote")).id);
        let fees = hear!(town.platform.write("amina", &address(MARKET), FEES));
        hear!(town.platform.react("amina", &address(HARBOUR), &early.id, "📝"));
        hear!(town.platform.edit("amina", &address(MARKET), &fees.id, SCHOOLS));
        asked.push(hear!(town.platform.whisper("amina", "my contributions")).id);
        let gone =
            hear!(town.platform.write("bintou", &address(MARKET), "Nothing of this may ever be kept by anyone."));
        let crossed =
            hear!(town.platform.write("amina", &address(MARKET), "Fares to the consulate cost a month's pay."));
        hear!(town.platform.react("amina", &address(MARKET), &crossed.id, "❌"));
        let record = town.record().await;
        assert_eq!(town.texts_of("amina").await, [SCHOOLS, VISAS]);
        // The digest, by its own job, and its mending when something in it is withdrawn.
        hear!(town.platform.write(MODERATOR, &address(MARKET), "!gcm digest"));
        let digest = town.platform.said_in(&address(MARKET));
        assert!(digest.iter().any(|text| text.contains(SCHOOLS.trim_end_matches('.'))), "{digest:#?}");
        let receipt = record.iter().find(|noted| noted.texts == [SCHOOLS]).unwrap().receipt.clone();
        asked.push(hear!(town.platform.whisper("amina", &format!("withdraw {receipt}"))).id);
        assert_eq!(town.texts_of("amina").await, [VISAS]);
        let digest = town.platform.said_in(&address(MARKET));
        assert!(!digest.iter().any(|text| text.contains(SCHOOLS.trim_end_matches('.'))), "{digest:#?}");
        asked.push(hear!(town.platform.whisper("amina", "forget me yes")).id);
        town.hear(as_history(&heard)).await;
        assert_eq!(town.record().await, []);
        said_once(&town, &asked, &record);
        println!("killed {kills} times; {} is kept nowhere", gone.id);
        assert!(kills > 200, "only {kills} points: is it killed at all?");
    })
    .await;
}

/// An acknowledgement is worded when it is sent: what was taken back before is told of no more.
#[tokio::test]
async fn what_was_taken_back_before_it_was_acknowledged_is_told_of_no_more() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        let told = town.platform.said_to("amina").len();
        let fees = town.platform.write("amina", &address(MARKET), FEES);
        town.clock.advance(3 * MINUTE);
        let visas = town.platform.write("amina", &address(MARKET), VISAS);
        let gone = town.platform.delete("amina", &address(MARKET), &fees.id);
        town.bot.take(&[fees, visas]).await.unwrap();
        town.bot.take(&[gone]).await.unwrap();
        town.settle().await;
        let noted = town.record().await;
        let kept = noted.iter().find(|noted| noted.texts == [VISAS]).unwrap().receipt.clone();
        let told = town.platform.said_to("amina").split_off(told);
        assert_eq!(told.iter().filter(|text| text.contains(", in ")).count(), 1, "{told:#?}");
        assert!(told.iter().any(|text| text.starts_with(&format!("{kept}, in "))), "{told:#?}");
    })
    .await;
}

/// What is acknowledged may get another text, and another key, between two of the reads for it.
#[tokio::test]
async fn who_writes_on_while_an_acknowledgement_is_worded_is_told_all_the_same() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let other = town.another_bot().await;
        town.whispers("amina", "consent quote").await;
        for polls in 0..60 {
            town.clock.advance(3 * MINUTE);
            let fees = town.platform.write("amina", &address(MARKET), FEES);
            let more = town.platform.write("amina", &address(MARKET), VISAS);
            town.bot.take(&[fees]).await.unwrap();
            let waiting = town.bot.store.select::<Outbox>("state = 'waiting'", &[]).await.unwrap();
            let (worded, taken) = between(polls, said(&town.bot.store, &waiting[0]), other.take(&[more])).await;
            taken.unwrap();
            assert!(worded.unwrap().is_some(), "after {polls} polls");
            town.settle().await;
        }
        said_once(&town, &[], &town.record().await);
    })
    .await;
}

/// Each answer was given once: by its mark, by the message that it answers, by its words.
fn said_once(town: &Town, asked: &[String], record: &[Noted]) {
    let posts = town.platform.posts();
    let mut marks = BTreeSet::new();
    let mut answers: BTreeMap<String, usize> = BTreeMap::new();
    for (room, post) in &posts {
        assert!(marks.insert(post.mark), "posted twice in {room}: {}", post.message.text);
        if let Some(target) = &post.message.reply_to {
            *answers.entry(target.id.clone()).or_default() += 1;
        }
    }
    for id in asked {
        assert_eq!(answers.get(id), Some(&1), "the answers to {id}");
    }
    for noted in record.iter().filter(|noted| noted.room == Some(town.room(MARKET))) {
        let starts = format!("{}, in ", noted.receipt);
        let told = town.platform.said_to(&noted.person);
        let times = told.iter().filter(|text| text.starts_with(&starts)).count();
        assert_eq!(times, 1, "{} was told of {}: {told:#?}", noted.person, noted.receipt);
    }
}

// ------------------------------------------------------------------------------- generated afternoons

/// Who is there: who agrees at the start, later, never; who lowers, withdraws, is forgotten, stops.
const PEOPLE: [&str; 7] = ["amina", "bintou", "chidi", "dalia", "emeka", "farah", "goran"];
const AT_THE_START: [&str; 5] = ["amina", "dalia", "emeka", "farah", "goran"];
const ROOMS: [&str; 2] = [MARKET, HARBOUR];

#[derive(Debug, Clone)]
enum What {
    Write(usize),
    Greet(usize),
    Edit,
    Delete,
    Cross,
    Ask(usize),
    Floor(usize, bool),
}

#[derive(Debug, Clone)]
struct Step {
    who: usize,
    /// Seconds since the step before.
    gap: i64,
    what: What,
}

/// How some steps of an afternoon reach the bot.
#[derive(Debug, Clone)]
struct Delivery {
    steps: usize,
    pieces: usize,
    again: bool,
    order: u64,
    /// After how many polls the bot is killed while it hears each piece, and while it answers.
    killed_hearing: Option<usize>,
    killed_answering: Option<usize>,
    troubles: Vec<Option<Trouble>>,
}

#[derive(Debug, Clone)]
struct Afternoon {
    steps: Vec<Step>,
    yes_at: usize,
    lower_at: usize,
    stop_at: usize,
    deliveries: Vec<Delivery>,
}

fn afternoons() -> impl Strategy<Value = Afternoon> {
    let what = prop_oneof![
        8 => (0..ROOMS.len()).prop_map(What::Write),
        1 => (0..ROOMS.len()).prop_map(What::Greet),
        2 => Just(What::Edit),
        1 => Just(What::Delete),
        1 => Just(What::Cross),
        2 => (0..4usize).prop_map(What::Ask),
        1 => (0..ROOMS.len(), any::<bool>()).prop_map(|(room, open)| What::Floor(room, open)),
    ];
    let step = (0..PEOPLE.len(), 1..100i64, what).prop_map(|(who, gap, what)| Step { who, gap, what });
    let trouble = prop_oneof![3 => Just(None), 1 => Just(Some(Trouble::Later)), 1 => Just(Some(Trouble::LostReply))];
    let killed = || proptest::option::of(0..90usize);
    let delivery =
        (1..8usize, 1..4usize, any::<bool>(), any::<u64>(), killed(), killed(), prop::collection::vec(trouble, 0..4))
            .prop_map(|(steps, pieces, again, order, killed_hearing, killed_answering, troubles)| Delivery {
                steps,
                pieces,
                again,
                order,
                killed_hearing,
                killed_answering,
                troubles,
            });
    (prop::collection::vec(step, 1..28), 0..14usize, 0..14usize, 0..14usize, prop::collection::vec(delivery, 3..7))
        .prop_map(|(steps, yes_at, lower_at, stop_at, deliveries)| Afternoon {
            steps,
            yes_at,
            lower_at,
            stop_at,
            deliveries,
        })
}

/// A message as its author and the room know it.
#[derive(Debug, Clone)]
struct Written {
    who: &'static str,
    room: &'static str,
    id: String,
    at: Time,
    text: String,
    gone: bool,
    greeting: bool,
}

/// What happened, as somebody who stood by would tell it.
#[derive(Default)]
struct Told {
    written: Vec<Written>,
    agreed: BTreeMap<&'static str, Time>,
    /// When the bot had heard the word to stop.
    stopped: Option<Time>,
    floors: Vec<(&'static str, Time, bool)>,
    /// What must be answered once.
    asked: Vec<String>,
    heard: Vec<Event>,
}

impl Told {
    /// The bot has heard these events.
    fn hear(&mut self, events: &mut Vec<Event>, now: Time) {
        let stop = events.iter().any(|e| matches!(&e.body, Body::Message(m) if m.text == "stop"));
        if stop {
            self.stopped = Some(now);
        }
        self.heard.append(events);
    }

    fn open(&self, room: &str, at: Time) -> bool {
        self.floors.iter().rfind(|(r, from, _)| *r == room && *from <= at).is_none_or(|(_, _, open)| *open)
    }

    /// Whether a message belongs on the record, without anyone having asked for it.
    fn counts(&self, message: &Written) -> bool {
        let agreed = self.agreed.get(message.who).is_some_and(|from| *from <= message.at);
        agreed && self.open(message.room, message.at) && !message.gone && !message.greeting
    }

    fn texts(&self, who: &str) -> Vec<String> {
        let own = self.written.iter().filter(|m| m.who == who && self.counts(m));
        let mut texts: Vec<String> = own.map(|m| m.text.clone()).collect();
        texts.sort();
        texts
    }
}

async fn deliver(town: &mut Town, events: &[Event], how: &Delivery) {
    let mut events = events.to_vec();
    let place = |n: usize| (n as u64 + 1).wrapping_mul(how.order | 1).rotate_left(17);
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by_key(|n| place(*n));
    // A conversation in private keeps its order, and so do the times of its places in this one.
    let mut next: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for n in (0..events.len()).rev().filter(|n| events[*n].direct) {
        next.entry(&events[n].room).or_default().push(n);
    }
    let place = |n: usize| next.get_mut(events[n].room.as_str()).and_then(Vec::pop).unwrap_or(n);
    let order: Vec<usize> = order.into_iter().map(place).collect();
    events = order.into_iter().map(|n| events[n].clone()).collect();
    for piece in events.chunks(events.len().div_ceil(how.pieces).max(1)) {
        if let Some(polls) = how.killed_hearing
            && cut(polls, town.bot.take(piece)).await.is_none()
        {
            town.restart().await;
        }
        town.bot.take(piece).await.unwrap();
        if how.again {
            town.bot.take(piece).await.unwrap();
        }
    }
    town.platform.trouble(how.troubles.clone());
    if let Some(polls) = how.killed_answering
        && cut(polls, town.bot.settle()).await.is_none()
    {
        town.restart().await;
    }
    town.settle().await;
}

/// The whole afternoon is heard once more, as when every room's history is read again.
async fn read_again(town: &mut Town, told: &Told, how: &Delivery) {
    deliver(town, &as_history(&told.heard), how).await;
}

async fn spend(url: &str, afternoon: &Afternoon) {
    let mut town = Town::new(url).await;
    let mut told = Told::default();
    let mut events: Vec<Event> = Vec::new();
    let mut deliveries = afternoon.deliveries.iter().cycle();
    let mut how = deliveries.next().unwrap();
    for who in AT_THE_START {
        let word = if who == "dalia" { "consent name Dalia of the Example" } else { "consent quote" };
        let yes = town.platform.whisper(who, word);
        told.agreed.insert(who, yes.at);
        told.asked.push(yes.id.clone());
        events.push(yes);
    }
    let mut since = 0;
    for (n, step) in afternoon.steps.iter().enumerate() {
        town.clock.advance(step.gap * SECOND);
        let mut speak = |told: &mut Told, who: &str, text: &str| {
            let event = town.platform.whisper(who, text);
            told.asked.push(event.id.clone());
            let at = event.at;
            events.push(event);
            at
        };
        if n == afternoon.yes_at {
            let at = speak(&mut told, "bintou", "consent quote");
            told.agreed.insert("bintou", at);
        }
        if n == afternoon.lower_at {
            speak(&mut told, "dalia", "consent summarise");
        }
        if n == afternoon.stop_at {
            speak(&mut told, "goran", "stop");
        }
        take_step(&town, &mut told, &mut events, n, step).await;
        since += 1;
        if since >= how.steps {
            deliver(&mut town, &events, how).await;
            told.hear(&mut events, town.now());
            how = deliveries.next().unwrap();
            since = 0;
        }
    }
    deliver(&mut town, &events, how).await;
    told.hear(&mut events, town.now());
    read_again(&mut town, &told, how).await;
    let parked: Vec<_> = town.bot.store.select::<Parked>("1 = 1", &[]).await.unwrap();
    assert!(parked.is_empty(), "parked: {parked:?}");
    all_as_told(&town, &told).await;

    // The evening: one asks for what she wrote before her yes, one withdraws all, one is forgotten.
    town.says(MODERATOR, MARKET, "!gcm digest").await;
    town.clock.advance(MINUTE);
    if let Some(early) = told
        .written
        .iter()
        .find(|m| m.who == "bintou" && !m.gone && !m.greeting && !told.counts(m) && told.agreed.contains_key("bintou"))
    {
        events.push(town.platform.react("bintou", &address(early.room), &early.id, "📝"));
    }
    let included: Vec<String> = events
        .iter()
        .filter_map(|event| match &event.body {
            Body::Reaction { target, .. } => told.written.iter().find(|m| m.id == *target).map(|m| m.text.clone()),
            _ => None,
        })
        .collect();
    let before = town.record().await;
    for noted in before.iter().filter(|noted| noted.person == "emeka") {
        let withdrawal = town.platform.whisper("emeka", &format!("withdraw {}", noted.receipt));
        told.asked.push(withdrawal.id.clone());
        events.push(withdrawal);
    }
    let forget = town.platform.whisper("farah", "forget me yes");
    told.asked.push(forget.id.clone());
    events.push(forget);
    deliver(&mut town, &events, deliveries.next().unwrap()).await;
    told.heard.append(&mut events);
    for _ in 0..2 {
        read_again(&mut town, &told, deliveries.next().unwrap()).await;
        for who in ["emeka", "farah", "chidi"] {
            assert_eq!(town.texts_of(who).await, [""; 0], "what {who} took back, or never gave");
        }
        let mut expected = told.texts("bintou");
        expected.extend(included.clone());
        expected.sort();
        assert_eq!(town.texts_of("bintou").await, expected, "with what she asked to include");
        assert_eq!(town.texts_of("amina").await, told.texts("amina"));
        let standing = town.platform.said_in(&address(MARKET)).join("\n");
        for message in told.written.iter().filter(|m| ["emeka", "farah", "chidi"].contains(&m.who)) {
            assert!(!standing.contains(message.text.trim_end_matches('.')), "{} still stands", message.text);
        }
    }
    said_once(&town, &told.asked, &town.record().await);
    let store = &town.bot.store;
    assert_eq!(store.count::<Parked>("1 = 1", &[]).await.unwrap(), 0, "parked");
    assert_eq!(store.count::<Outbox>("1 = 1", &[]).await.unwrap(), 0, "unsaid");
    let asked_once = town
        .platform
        .posts()
        .into_iter()
        .filter(|(room, post)| *room == private("chidi") && post.message.reply_to.is_none());
    assert!(asked_once.count() <= 1, "who does not answer is asked once");
    assert!(store.count::<Seen>("1 = 1", &[]).await.unwrap() > 0);
    town.bot.store.close().await;
}

async fn take_step(town: &Town, told: &mut Told, events: &mut Vec<Event>, n: usize, step: &Step) {
    let who = PEOPLE[step.who];
    let last = told.written.iter().rposition(|m| m.who == who && !m.gone);
    match (&step.what, last) {
        (What::Write(room) | What::Greet(room), _) => {
            let greeting = matches!(step.what, What::Greet(_));
            let room = ROOMS[*room];
            let text = if greeting {
                "Good morning everyone".to_owned()
            } else {
                format!("{} This is number {n}, by {who}.", [FEES, VISAS, SCHOOLS][n % 3])
            };
            let event = town.platform.write(who, &address(room), &text);
            told.written.push(Written { who, room, id: event.id.clone(), at: event.at, text, gone: false, greeting });
            events.push(event);
        }
        (What::Edit, Some(last)) => {
            let message = &mut told.written[last];
            message.text = format!("{} Corrected as number {n}, by {who}.", [SCHOOLS, FEES][n % 2]);
            message.greeting = false;
            events.push(town.platform.edit(who, &address(message.room), &message.id, &message.text));
        }
        (What::Delete, Some(last)) => {
            let message = &mut told.written[last];
            message.gone = true;
            events.push(town.platform.delete(who, &address(message.room), &message.id));
        }
        (What::Cross, Some(last)) => {
            let message = &mut told.written[last];
            message.gone = true;
            events.push(town.platform.react(who, &address(message.room), &message.id, "❌"));
        }
        (What::Ask(what), _) => {
            let event = match what {
                0 => town.platform.write(who, &address(MARKET), "!gcm help"),
                1 => town.platform.whisper(who, "help"),
                2 => town.platform.whisper(who, "status"),
                _ => town.platform.whisper(who, "my contributions"),
            };
            told.asked.push(event.id.clone());
            events.push(event);
        }
        (What::Floor(room, open), _) => {
            town.floor(ROOMS[*room], *open).await;
            told.floors.push((ROOMS[*room], town.now(), *open));
        }
        _ => {}
    }
}

async fn all_as_told(town: &Town, told: &Told) {
    for who in ["amina", "bintou", "chidi", "dalia", "emeka", "farah"] {
        assert_eq!(town.texts_of(who).await, told.texts(who), "of {who}");
    }
    // What was written before a stop and is heard after it may be left alone; all that follows is.
    let goran = told.texts("goran");
    let after = |text: &String| {
        let message = told.written.iter().find(|m| m.text == *text).unwrap();
        told.stopped.is_some_and(|stop| message.at > stop)
    };
    for text in town.texts_of("goran").await {
        assert!(goran.contains(&text) && !after(&text), "goran never said, or not before his stop: {text}");
    }
    let lowered = told.heard.iter().any(|e| matches!(&e.body, Body::Message(m) if m.text == "consent summarise"));
    for noted in town.record().await.iter().filter(|noted| noted.person == "dalia") {
        assert_eq!(noted.consent, if lowered { Consent::Summarise } else { Consent::Name });
    }
}

fn runner(cases: u32) -> TestRunner {
    let seed: [u8; 32] = match std::env::var("GCM_TALKS_TEST_SEED") {
        Ok(text) => {
            let bytes = (0..text.len() / 2).map(|n| u8::from_str_radix(&text[2 * n..2 * n + 2], 16).unwrap());
            bytes.collect::<Vec<_>>().try_into().expect("a seed is 64 hexadecimal digits")
        }
        Err(_) => SystemChance.seed().unwrap(),
    };
    let shown: String = seed.iter().map(|byte| format!("{byte:02x}")).collect();
    println!("GCM_TALKS_TEST_SEED={shown}");
    let given = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok());
    let config =
        Config { cases: given.unwrap_or(cases), max_shrink_iters: 200, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed))
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

#[test]
fn every_afternoon_is_noted_once_and_answered_once_on_sqlite() {
    runner(24)
        .run(&afternoons(), |afternoon| {
            let folder = tempfile::tempdir().unwrap();
            let url = format!("sqlite:{}", folder.path().join("test.db").display());
            block_on(spend(&url, &afternoon));
            Ok(())
        })
        .unwrap();
}

#[test]
fn every_afternoon_is_noted_once_and_answered_once_on_postgresql() {
    let Some(server) = postgres_server() else { return };
    runner(8)
        .run(&afternoons(), |afternoon| {
            block_on(async {
                let (name, url) = make_postgres(&server).await;
                let spent = tokio::task::LocalSet::new()
                    .run_until(async { tokio::task::spawn_local(async move { spend(&url, &afternoon).await }).await })
                    .await;
                drop_postgres(&server, &name).await;
                spent.map_err(|error| TestCaseError::fail(error.to_string()))
            })
        })
        .unwrap();
}

#[tokio::test]
async fn a_yes_in_the_room_where_it_was_asked_is_the_answer_and_never_a_contribution() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        town.clock.advance(SECOND);
        town.says("amina", MARKET, FEES).await;
        town.clock.advance(3 * MINUTE);
        town.says("amina", MARKET, "yes").await;
        assert_eq!(town.record().await.len(), 1, "a yes to nobody is not noted");
        town.says("amina", MARKET, "!gcm forget me").await;
        town.clock.advance(3 * MINUTE);
        town.says("amina", MARKET, "yes").await;
        assert_eq!(town.record().await.len(), 1, "too late to be meant for it");
        town.says("amina", MARKET, "!gcm forget me").await;
        town.clock.advance(SECOND);
        town.says("amina", MARKET, "yes").await;
        assert_eq!(town.record().await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_sentence_in_private_that_begins_like_a_command_is_words() {
    for_each_database(|url| async move {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        for text in [
            "Call centres of the consulate hang up on people who speak Wolof.",
            "Talk to the women in the market before you make rules for them.",
            "Private schools refuse our children in this town.",
            "Who decides about returns without asking those who return?",
        ] {
            let asked = town.whispers("amina", text).await.join("\n");
            assert!(asked.contains("Shall I note this for Consultation for Africa?"), "{text}: {asked}");
            town.clock.advance(MINUTE);
            // Who writes privately is not even asked.
            town.whispers("amina", "private").await;
            let said = town.platform.whisper("amina", text);
            town.hear([said.clone()]).await;
            assert!(town.texts_of("amina").await.contains(&text.to_owned()), "{text}");
            // Corrected, it is words still.
            let corrected = format!("{text} Corrected.");
            town.hear([town.platform.edit("amina", &private("amina"), &said.id, &corrected)]).await;
            assert!(town.texts_of("amina").await.contains(&corrected), "{text}");
            town.clock.advance(HOUR);
        }
        // What is said to the bot by its prefix is a command, and so is what an office-holder types.
        let refused = town.whispers("amina", "!gcm call centres of the consulate hang up on us").await.join("\n");
        assert!(refused.contains("Only the secretariat"), "{refused}");
        let refused = town.whispers(MODERATOR, "talk to the women in the market at noon").await.join("\n");
        assert!(!refused.contains("Shall I note"), "{refused}");
        // What ends taking part is never taken for words.
        let stopped = town.whispers("amina", "stop writing down what I say please").await.join("\n");
        assert!(!stopped.contains("Shall I note"), "{stopped}");
        assert_eq!(town.texts_of("amina").await.len(), 4);
    })
    .await;
}
