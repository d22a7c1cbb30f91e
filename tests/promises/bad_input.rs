//! Promises 10 and 11, and the list "Bad input": a clear word where a person is there to read it,
//! and nothing lost or half done.

use crate::common::for_each_database;
use crate::common::platform::{BOT, Trouble, account, address, private};
use crate::common::town::{HARBOUR, MARKET, MODERATOR, Town, as_history};
use gcm_talks::chat::sanitise::{MAX_TEXT, clean};
use gcm_talks::chat::{Author, Body, Document, Event, File, FileRefusal, Message, render};
use gcm_talks::intake::IntakeSettings;
use gcm_talks::model::{DAY, MINUTE, Platform, SECOND};
use gcm_talks::record;
use gcm_talks::store::{Load, LoadKey, Outbox, Parked, Participant};
use gcm_talks::trust::Pace;
use sqlx::{AnyConnection, Connection};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const FEES: &str = "Recruitment fees keep domestic workers in debt for years.";
const VISAS: &str = "Visa offices are a two-day journey away for most villages here.";

/// What the bot said last in a room or conversation.
fn last(town: &Town, room: &str) -> Document {
    town.platform.entries(room).into_iter().rev().find_map(|entry| entry.document).unwrap()
}

#[test]
fn bytes_that_are_no_text_do_not_stop_the_console() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = console(folder.path());
    let mut input = child.stdin.take().unwrap();
    input.write_all(b"#africa @amina consent quote\n").unwrap();
    input.write_all(b"@amina !gcm consent quote\n").unwrap();
    input.write_all(b"\xff\xfe\x80 \xf0\x28\x8c\x28 fees \xc3\x28 keep domestic workers in debt\n").unwrap();
    input.write_all(b"\x00\x07\x1b[31mFares\x00 cost a month of a nurse's pay\n").unwrap();
    input.write_all(b"\xe2\x80\xaeVisas are paid for twice by families\xe2\x80\xac\n").unwrap();
    input.write_all(&[b"x".repeat(5 << 20), b"\n".to_vec()].concat()).unwrap();
    input.write_all(b"!gcm my contributions").unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let out = String::from_utf8(output.stdout).expect("what it prints is text");
    for says in ["keep domestic workers in debt", "Fares cost a month of a nurse's pay", "Visas are paid for twice"] {
        assert!(out.contains(says), "{says} is missing in:\n{out}");
    }
    assert!(!out.chars().any(|c| c.is_control() && c != '\n'), "control characters come out again");
    assert!(!out.contains('\u{202e}'), "an override of the writing direction comes out again");
}

fn console(folder: &Path) -> std::process::Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gcm-talks"));
    for variable in ["GCM_TALKS_CONFIG", "GCM_TALKS_DATA", "GCM_TALKS_STORE_URL", "GCM_TALKS_LOG"] {
        command.env_remove(variable);
    }
    let command = command.current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

#[tokio::test]
async fn what_is_too_long_is_said_once_and_nothing_of_it_is_kept() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        let said = |town: &Town| town.platform.said_to("amina").into_iter().filter(|t| t.contains("too long")).count();
        let long = FEES.repeat(MAX_TEXT / FEES.len() + 1);
        let message = town.says("amina", MARKET, &long).await;
        town.hear([message.clone()]).await;
        assert_eq!(said(&town), 1, "{:?}", town.platform.said_to("amina").last());
        assert!(town.platform.said_to("amina").last().unwrap().contains("64 KiB"));
        town.says("amina", MARKET, &format!("!gcm say {long}")).await;
        assert_eq!(said(&town), 2);
        let short = town.says("amina", MARKET, FEES).await;
        let edit = town.platform.edit("amina", &address(MARKET), &short.id, &long);
        town.hear([edit.clone()]).await;
        town.hear([edit]).await;
        assert_eq!(said(&town), 3);
        assert_eq!(town.texts_of("amina").await, [FEES], "what was there stays");
        // Exactly as much as can be taken is taken.
        town.clock.advance(3 * MINUTE);
        let most: String = long.chars().take(MAX_TEXT).collect();
        town.says("amina", MARKET, &most).await;
        assert_eq!(town.record().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_name_too_long_to_stand_beside_a_quotation_is_refused_and_changes_nothing() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let (fits, long) = ("n".repeat(120), "n".repeat(121));
        let last = |town: &Town| town.platform.said_to("amina").pop().unwrap_or_default();
        for level in ["name", "organisation"] {
            town.whispers("amina", &format!("consent {level} {long}")).await;
            assert!(last(&town).contains("at most 120 characters"), "{}", last(&town));
            town.whispers("amina", &format!("consent {level} {fits}")).await;
            assert!(last(&town).starts_with("Agreed"), "{}", last(&town));
        }
    })
    .await;
}

#[tokio::test]
async fn a_file_that_cannot_be_taken_is_said_once_and_the_text_beside_it_is_noted() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        for refusal in [FileRefusal::TooLarge, FileRefusal::NotText, FileRefusal::Unreachable] {
            town.clock.advance(3 * MINUTE);
            let before = town.platform.said_to("amina").len();
            let file = File { name: "<b>letter</b>.pdf".into(), text: Err(refusal) };
            let event = town.platform.attach("amina", &address(HARBOUR), FEES, file);
            town.hear([event.clone()]).await;
            town.hear([event]).await;
            let said = town.platform.said_to("amina").split_off(before);
            assert_eq!(said.len(), 1, "{said:#?}");
            assert!(said[0].contains("letter"), "{said:#?}");
            assert!(!render::html(&last(&town, &private("amina"))).contains("<b>letter"), "HTML of a file's name");
        }
        assert_eq!(town.texts_of("amina").await.len(), 3);
    })
    .await;
}

fn sorted(texts: &[String]) -> Vec<String> {
    let mut texts = texts.to_vec();
    texts.sort();
    texts
}

#[tokio::test]
async fn what_a_file_says_is_noted_wherever_its_message_is_read_again() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let letter = |text: &str| File { name: "letter.txt".into(), text: Ok(text.into()) };
        let statement = "The ministry must inspect the recruitment agencies at the harbour.";
        // Before its author took part, with words beside it and without.
        let before: Vec<Event> =
            [FEES, ""].map(|beside| town.platform.attach("amina", &address(HARBOUR), beside, letter(statement))).into();
        town.hear(before.clone()).await;
        town.whispers("amina", "consent quote").await;
        for event in &before {
            town.clock.advance(3 * MINUTE);
            town.hear([town.platform.react("amina", &address(HARBOUR), &event.id, "📝")]).await;
        }
        let both = format!("{FEES}\n\n{statement}");
        let mut expected = vec![both.clone(), statement.to_owned()];
        assert_eq!(town.texts_of("amina").await, sorted(&expected));
        // An edit that is taken back: the message is read again as it stands.
        town.clock.advance(3 * MINUTE);
        let event = town.platform.attach("amina", &address(HARBOUR), FEES, letter(statement));
        let target = event.id.clone();
        let edit = Body::Edit { target, version: "$edit".into(), text: "Fees are high.".into(), mention: false };
        let edit = Event { id: "$edit".into(), ..town.platform.event("amina", &address(HARBOUR), edit) };
        town.hear([event]).await;
        town.hear([edit]).await;
        let back = Body::Deletion { target: "$edit".into() };
        town.hear([town.platform.event("amina", &address(HARBOUR), back)]).await;
        expected.push(both.clone());
        assert_eq!(town.texts_of("amina").await, sorted(&expected));
        // To the bot alone, which asks first.
        for alone in ["Domestic workers must keep their passports.", "Consulates must answer within a week."] {
            town.clock.advance(3 * MINUTE);
            town.hear([town.platform.attach("amina", &private("amina"), "", letter(alone))]).await;
            if expected.len() == 3 {
                town.whispers("amina", "1").await;
            }
            expected.push(alone.to_owned());
            assert_eq!(town.texts_of("amina").await, sorted(&expected));
        }
        for command in ["say", "submit"] {
            town.clock.advance(3 * MINUTE);
            let line = format!("{command} {FEES}");
            town.hear([town.platform.attach("amina", &private("amina"), &line, letter(statement))]).await;
            expected.push(both.clone());
            assert_eq!(town.texts_of("amina").await, sorted(&expected), "{command}");
        }
        // A picture alone has no words: that is said at once.
        let said = town.platform.said_to("amina").len();
        let picture = File { name: "harbour.png".into(), text: Err(FileRefusal::NotText) };
        town.hear([town.platform.attach("amina", &private("amina"), "", picture)]).await;
        let said = town.platform.said_to("amina").split_off(said);
        assert!(said.len() == 1 && said[0].contains("no plain text"), "{said:#?}");
        assert_eq!(town.texts_of("amina").await, sorted(&expected));
    })
    .await;
}

#[tokio::test]
async fn what_is_quoted_back_injects_nothing_and_mentions_nobody() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let attacks = [
            "<script>alert(1)</script>",
            "<img/src=x/onerror=alert(1)>",
            "[here](https://evil.example.org)",
            "**bold**_x_`code`",
            "@room",
            "@everyone",
            "<@123456>",
            "https://evil.example.org/x",
        ];
        for attack in attacks {
            town.says("amina", MARKET, &format!("!gcm {attack}")).await;
            let answer = last(&town, &address(MARKET));
            let (html, markdown) = (render::html(&answer), render::markdown(&answer));
            assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<a "), "{html}");
            for raw in ["@room", "@everyone", "<@123456>"] {
                assert!(!html.contains(raw) && !markdown.contains(raw), "{html}\n{markdown}");
            }
            for raw in ["[here](", "**bold**"] {
                assert!(!markdown.contains(raw), "{markdown}");
            }
        }
        // The same in someone's own words, shown back to them.
        town.whispers("amina", "consent quote").await;
        town.says("amina", MARKET, "<b>Fees</b> are **too** high, @room, see [this](https://evil.example.org)").await;
        town.whispers("amina", "my contributions").await;
        let shown = last(&town, &private("amina"));
        let (html, markdown) = (render::html(&shown), render::markdown(&shown));
        assert!(html.contains("Fees") && !html.contains("<b>Fees") && !html.contains("@room"), "{html}");
        assert!(
            !markdown.contains("**too**") && !markdown.contains("[this](") && !markdown.contains("@room"),
            "{markdown}"
        );
    })
    .await;
}

#[tokio::test]
async fn characters_that_mislead_make_no_other_command_and_hide_none() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        // The adapter cleans what it hears; a command is found with what cannot be seen in it.
        let said = town.whispers("amina", &clean("con\u{200b}sent\u{202e} quote\u{202c}\u{7}")).await;
        assert!(said[0].starts_with("Agreed"), "{said:#?}");
        town.says("amina", MARKET, &clean("Fees \u{202e}hgih oot era\u{202c} \u{0}for\u{1b}[31m nurses")).await;
        assert_eq!(town.texts_of("amina").await, ["Fees hgih oot era for[31m nurses"]);
    })
    .await;
}

#[tokio::test]
async fn an_unknown_command_gets_the_nearest_and_nobody_in_quotes_or_code_gives_one() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.says("amina", MARKET, "!gcm stauts").await;
        let said = town.platform.said_in(&address(MARKET));
        assert!(said.len() == 1 && said[0].contains("stauts") && said[0].contains("!gcm status"), "{said:#?}");
        town.says("amina", MARKET, "!gcm qqqqqqqq").await;
        let said = town.platform.said_in(&address(MARKET));
        assert!(said.len() == 2 && said[1].contains("!gcm help"), "{said:#?}");
        town.whispers("farah", "consent quote").await;
        let before = town.platform.posts().len();
        for text in [
            "> !gcm forget me yes\nShe wrote that yesterday about the fees",
            "```\n!gcm forget me yes\n```",
            "`!gcm forget me yes`",
            "I was told to type !gcm forget me yes and did not",
        ] {
            town.clock.advance(3 * MINUTE);
            town.says("farah", HARBOUR, text).await;
        }
        assert_eq!(town.platform.posts().len(), before, "nobody asked for anything");
        assert_eq!(town.bot.store.count::<Participant>("1 = 1", &[]).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_edit_runs_only_what_it_added_and_only_once() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let room = address(MARKET);
        let answers = |town: &Town| town.platform.said_in(&room).len();
        let message = town.says("amina", MARKET, "Hello").await;
        let added = town.platform.edit("amina", &room, &message.id, "!gcm help");
        town.hear([added.clone()]).await;
        town.hear([added.clone(), message.clone()]).await;
        assert_eq!(answers(&town), 1);
        // The same command in another version of the message is the same command.
        town.hear([town.platform.edit("amina", &room, &message.id, "!gcm  HELP")]).await;
        assert_eq!(answers(&town), 1);
        let other = town.platform.edit("amina", &room, &message.id, "!gcm contact");
        town.hear([other.clone()]).await;
        assert_eq!(answers(&town), 2);
        assert!(town.platform.said_in(&room)[1].contains("focal-point"), "{:#?}", town.platform.said_in(&room));
        town.hear([other, added]).await;
        assert_eq!(answers(&town), 2);
    })
    .await;
}

#[tokio::test]
async fn an_edited_say_is_an_edit_and_deleting_it_takes_everything_back() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        town.clock.advance(SECOND);
        let room = address(MARKET);
        let say = town.says("amina", MARKET, &format!("!gcm say {FEES}")).await;
        town.clock.advance(SECOND);
        let edit = town.platform.edit("amina", &room, &say.id, &format!("!gcm say {VISAS}"));
        town.hear([edit.clone()]).await;
        town.hear([edit, say.clone()]).await;
        assert_eq!(town.texts_of("amina").await, [VISAS]);
        // A message that becomes a command no longer says what it said.
        let message = town.says("amina", HARBOUR, FEES).await;
        assert_eq!(town.texts_of("amina").await.len(), 2);
        let command = town.platform.edit("amina", &address(HARBOUR), &message.id, "!gcm status");
        town.hear([command.clone()]).await;
        assert_eq!(town.texts_of("amina").await, [VISAS]);
        town.hear([message, command]).await;
        assert_eq!(town.texts_of("amina").await, [VISAS]);
        // A command that an edit brought in goes with its message.
        let hello = town.says("amina", MARKET, "Hello").await;
        town.hear([town.platform.edit("amina", &room, &hello.id, &format!("!gcm say {FEES}"))]).await;
        assert_eq!(town.texts_of("amina").await.len(), 2);
        town.hear([town.platform.delete("amina", &room, &hello.id)]).await;
        town.hear([town.platform.delete("amina", &room, &say.id)]).await;
        assert_eq!(town.record().await, []);
    })
    .await;
}

#[tokio::test]
async fn programs_and_notices_are_neither_answered_nor_noted() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        let before = town.platform.posts().len();
        for text in ["!gcm help", "join", FEES] {
            for (room, direct) in [(address(MARKET), false), (private("amina"), true)] {
                let event = town.platform.write("amina", &room, text);
                let author = Author { bot: true, ..Author::new(BOT, "gcm-talks") };
                town.hear([Event { author, direct, ..event.clone() }]).await;
                // A notice of a person's own account, such as a bridge sends.
                let author = Author { bot: true, ..event.author.clone() };
                town.hear([Event { author, ..event }]).await;
            }
        }
        assert_eq!(town.platform.posts().len(), before);
        assert_eq!(town.record().await, []);
    })
    .await;
}

#[tokio::test]
async fn effects_of_long_ago_are_not_repeated_but_what_was_said_then_counts() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        town.clock.advance(SECOND);
        let said = town.platform.write("amina", &address(MARKET), FEES);
        let asked = town.platform.write("amina", &address(MARKET), "!gcm help");
        town.clock.advance(8 * DAY);
        town.hear(as_history(&[said, asked])).await;
        assert_eq!(town.texts_of("amina").await, [FEES]);
        assert_eq!(town.platform.said_in(&address(MARKET)), [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn an_unknown_command_that_is_heard_again_is_answered_once_and_not_parked() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let typed = town.says("amina", MARKET, "!gcm hlep").await;
        town.hear([typed]).await;
        assert_eq!(town.platform.said_in(&address(MARKET)).len(), 1);
        assert!(town.bot.store.select::<Parked>("1 = 1", &[]).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_event_that_fails_every_time_is_parked_and_the_room_goes_on() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        for person in ["amina", "bintou"] {
            town.whispers(person, "consent quote").await;
        }
        let mut snapshot = town.snapshot().await;
        let hash = record::account_hash(&snapshot, Platform::Matrix, &account("bintou"));
        let load = Load::from([LoadKey::Person(hash.clone())]);
        town.bot.store.load(&mut snapshot, &load).await.unwrap();
        let bintou = snapshot.rows.accounts.find(|a| a.hash == hash).unwrap().participant_id;
        // Her key was damaged: nothing of hers can be sealed.
        let row = snapshot.rows.keys.edit(bintou).unwrap();
        row.wrapped = row.wrapped.iter().rev().copied().collect::<Vec<u8>>().into();
        town.bot.store.write(snapshot.into_changes()).await.unwrap();

        let mut batch = Vec::new();
        for (n, person) in ["amina", "bintou", "amina"].into_iter().enumerate() {
            town.clock.advance(3 * MINUTE);
            batch.push(town.platform.write(person, &address(MARKET), &format!("{FEES} Number {n}.")));
        }
        batch.push(town.platform.write("chidi", &address(MARKET), "!gcm help"));
        town.hear(batch.clone()).await;
        assert_eq!(town.texts_of("amina").await, [format!("{FEES} Number 0."), format!("{FEES} Number 2.")]);
        assert_eq!(town.platform.said_in(&address(MARKET)).len(), 1, "who asked after it was answered");
        let parked = town.bot.store.select::<Parked>("1 = 1", &[]).await.unwrap();
        assert_eq!((parked.len(), parked[0].tries), (1, 3));
        assert!(!parked[0].reason.contains(FEES), "{}", parked[0].reason);
        // Again: it is counted, not parked twice, and nothing else is repeated.
        town.hear(batch.clone()).await;
        let parked = town.bot.store.select::<Parked>("1 = 1", &[]).await.unwrap();
        assert_eq!((parked.len(), parked[0].tries), (1, 6));
        assert_eq!(town.platform.said_in(&address(MARKET)).len(), 1);
        assert_eq!(town.texts_of("amina").await.len(), 2);
        // She is told, once, with the reference that whoever runs the bot reads in `health`.
        let told = town.platform.said_to("bintou").split_off(1);
        let reference = gcm_talks::model::reference(parked[0].id);
        let sentence =
            format!("This did not work, and nothing was changed. Reference {reference} for whoever runs me.");
        assert_eq!(told, [sentence]);
        let health = town.whispers(MODERATOR, "health").await;
        assert!(health[0].contains("One message failed three times") && health[0].contains(&reference), "{health:?}");

        // A newer version of the program reads it again, once; mended or not, nobody is told twice.
        assert_eq!(town.bot.intake.read_parked_again("9.1.0").await.unwrap(), 1);
        let place = (address(MARKET), batch[1].id.clone());
        assert_eq!(town.bot.intake.unreadable(Platform::Matrix).await.unwrap(), [place]);
        assert_eq!(town.bot.intake.read_parked_again("9.1.0").await.unwrap(), 0);
        assert_eq!(town.bot.intake.read_parked_again("9.0.9").await.unwrap(), 0);
        town.hear(as_history(&batch[1..2])).await;
        assert_eq!(town.bot.store.count::<Parked>("tries >= 3", &[]).await.unwrap(), 1, "it still fails");
        assert_eq!(town.platform.said_to("bintou").len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_fails_of_someone_who_only_talks_is_parked_without_a_word_to_them() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("dayo", "join").await;
        let mut snapshot = town.snapshot().await;
        let hash = record::account_hash(&snapshot, Platform::Matrix, &account("dayo"));
        town.bot.store.load(&mut snapshot, &Load::from([LoadKey::Person(hash)])).await.unwrap();
        let asked = snapshot.rows.dialogs.iter().next().unwrap().id;
        // What was asked of him was damaged: nothing that he writes can be decided.
        let row = snapshot.rows.dialogs.edit(asked).unwrap();
        row.sealed = row.sealed.iter().rev().copied().collect::<Vec<u8>>().into();
        town.bot.store.write(snapshot.into_changes()).await.unwrap();

        let before = town.platform.said_to("dayo").len();
        town.says("dayo", MARKET, FEES).await;
        assert_eq!(town.bot.store.count::<Parked>("1 = 1", &[]).await.unwrap(), 1);
        assert_eq!(town.platform.said_to("dayo").len(), before, "he asked the bot for nothing");
        // Who asks for something is told that it failed.
        town.says("dayo", MARKET, "!gcm contact").await;
        let told = town.platform.said_to("dayo").split_off(before);
        assert!(told.len() == 1 && told[0].starts_with("This did not work"), "{told:?}");
        assert_eq!(town.platform.said_in(&address(MARKET)), [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_locked_database_delays_and_loses_and_doubles_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("test.db").display());
    let town = Town::new(&url).await;
    town.whispers("amina", "consent quote").await;
    town.clock.advance(SECOND);
    let batch = [
        town.platform.write("amina", &address(MARKET), FEES),
        town.platform.write("amina", &address(MARKET), "!gcm help"),
    ];
    let mut other = AnyConnection::connect(&url).await.unwrap();
    let lock = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let error = town.bot.take(&batch).await.unwrap_err();
    assert!(error.is_passing(), "{error}");
    assert_eq!(error.to_string(), "another program holds the database locked: close it, or try again later");
    lock.rollback().await.unwrap();
    for _ in 0..2 {
        town.hear(batch.clone()).await;
    }
    assert_eq!(town.texts_of("amina").await, [FEES]);
    assert_eq!(town.platform.said_in(&address(MARKET)).len(), 1);
    assert_eq!(town.bot.store.count::<Parked>("1 = 1", &[]).await.unwrap(), 0, "a lock is nobody's fault");
}

#[tokio::test]
async fn an_event_is_not_parked_because_others_were_faster_again_and_again() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("test.db").display());
    let town = Town::new(&url).await;
    town.whispers("amina", "consent quote").await;
    town.clock.advance(SECOND);
    let event = town.platform.write("amina", &address(MARKET), FEES);
    // As if someone else changed the room between every reading and writing of it.
    let mut other = AnyConnection::connect(&url).await.unwrap();
    let overtaken = "CREATE TRIGGER overtaken BEFORE UPDATE ON rooms BEGIN SELECT RAISE(IGNORE); END";
    sqlx::raw_sql(overtaken).execute(&mut other).await.unwrap();
    let error = town.bot.take(std::slice::from_ref(&event)).await.unwrap_err();
    assert!(error.is_overtaken(), "{error}");
    assert_eq!(town.bot.store.count::<Parked>("1 = 1", &[]).await.unwrap(), 0);
    sqlx::raw_sql("DROP TRIGGER overtaken").execute(&mut other).await.unwrap();
    town.hear([event]).await;
    assert_eq!(town.texts_of("amina").await, [FEES], "handed over again, it is noted");
}

#[tokio::test]
async fn an_event_that_is_overtaken_without_end_is_parked_and_its_author_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("test.db").display());
    let town = Town::new(&url).await;
    town.whispers("amina", "consent quote").await;
    town.clock.advance(SECOND);
    let event = town.platform.write("amina", &address(MARKET), FEES);
    let mut other = AnyConnection::connect(&url).await.unwrap();
    let overtaken = "CREATE TRIGGER overtaken BEFORE UPDATE ON rooms BEGIN SELECT RAISE(IGNORE); END";
    sqlx::raw_sql(overtaken).execute(&mut other).await.unwrap();
    let mut refused = 0;
    while town.bot.take(std::slice::from_ref(&event)).await.is_err() {
        refused += 1;
        assert!(refused < 100, "it stands in the way of the room for ever");
    }
    assert_eq!(town.bot.store.count::<Parked>("tries >= 3", &[]).await.unwrap(), 1);
    town.settle().await;
    let told = town.platform.said_to("amina").pop().unwrap_or_default();
    assert!(told.starts_with("This did not work, and nothing was changed. Reference "), "{told}");
}

#[tokio::test]
async fn what_can_never_be_said_is_given_up_and_counted_without_its_words() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.platform.trouble([Some(Trouble::Never)]);
        town.bot.take(&[town.platform.write("amina", &address(MARKET), "!gcm contact")]).await.unwrap();
        town.bot.settle().await.unwrap();
        let failed = town.bot.store.select::<Outbox>("state = 'failed'", &[]).await.unwrap();
        assert_eq!(failed.len(), 1);
        assert!(failed[0].sealed.is_empty() && failed[0].reason.as_deref() == Some("no permission"));
        town.says("amina", MARKET, "!gcm contact").await;
        assert_eq!(town.platform.said_in(&address(MARKET)).len(), 1, "what comes after is said");
    })
    .await;
}

#[tokio::test]
async fn who_asks_too_fast_is_told_to_wait_and_what_they_write_is_noted_all_the_same() {
    for_each_database(async |url| {
        let mut town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        town.settings = IntakeSettings { pace: Some(Pace { person: 3, room: 60 }), ..town.settings.clone() };
        town.restart().await;
        for _ in 0..5 {
            town.whispers("amina", "help").await;
        }
        let said = town.platform.said_to("amina");
        assert_eq!(said.iter().filter(|text| text.contains("second")).count(), 2, "{said:#?}");
        town.says("amina", HARBOUR, FEES).await;
        assert_eq!(town.texts_of("amina").await, [FEES]);
    })
    .await;
}

#[tokio::test]
async fn empty_and_odd_events_break_nothing() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        let room = address(MARKET);
        let before = town.platform.posts().len();
        let nothing = || Message::default();
        let bodies = [
            Body::Message(nothing()),
            Body::Edit { target: String::new(), version: String::new(), text: String::new(), mention: false },
            Body::Edit { target: "$nowhere".into(), version: "1".into(), text: "\u{0}".into(), mention: false },
            Body::Deletion { target: "$nowhere".into() },
            Body::Reaction { target: "$nowhere".into(), mark: String::new(), own: true },
            Body::Reaction { target: "$nowhere".into(), mark: "❌".into(), own: false },
            Body::Membership { present: false },
        ];
        for body in bodies {
            town.hear([town.platform.event("amina", &room, body.clone())]).await;
            town.hear([town.platform.event("amina", "!unbound:example.org", body)]).await;
        }
        assert_eq!(town.platform.posts().len(), before);
        assert_eq!(town.bot.store.count::<Parked>("1 = 1", &[]).await.unwrap(), 0);
    })
    .await;
}
