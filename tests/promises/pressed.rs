//! What people do by a platform's own means, a command with fields, a button, a form: it is done
//! once, answered in any case, and never taken for the answer to another question.

use crate::common::for_each_database;
use crate::common::platform::{FakePlatform, Trouble, address};
use crate::common::town::{HARBOUR, MARKET, Town};
use gcm_talks::chat::{Block, Body, Document, Event, Handle, Origin, render};
use gcm_talks::model::MINUTE;

fn invocation(platform: &FakePlatform, person: &str, room: &str, line: &str) -> Event {
    platform.press(person, &address(room), Body::Invocation { line: line.into() })
}

/// Presses the answer of this number to the question that a document asks.
fn answer(platform: &FakePlatform, person: &str, room: &str, asked: &Document, text: &str) -> Event {
    let of = asked.asks.expect("it asks something");
    platform.press(person, &address(room), Body::Answer { of, text: text.into() })
}

fn texts(documents: &[Document]) -> Vec<String> {
    documents.iter().map(render::plain).collect()
}

/// Does it and gives the answers.
async fn press(town: &Town, event: &Event) -> Vec<Document> {
    town.hear([event.clone()]).await;
    town.platform.answers(event)
}

#[tokio::test]
async fn three_presses_lead_from_the_card_to_a_receipt() {
    for_each_database(|url| async move {
        let town = Town::new(&url).await;
        let platform = &town.platform;
        town.says("amina", MARKET, "Recruitment fees push domestic workers into debt.").await;

        let first = press(&town, &invocation(platform, "amina", MARKET, "join")).await;
        assert_eq!(first.len(), 1, "{first:#?}");
        assert!(first[0].blocks.iter().any(|block| matches!(block, Block::Languages(_))));

        let second = press(&town, &answer(platform, "amina", MARKET, &first[0], "2")).await;
        let said = texts(&second).join("\n");
        assert!(said.contains("quoted without your name") && said.contains("Include it?"), "{said}");

        let third = press(&town, &answer(platform, "amina", MARKET, second.last().unwrap(), "1")).await;
        let noted = town.record().await;
        assert_eq!(noted.len(), 1);
        assert!(texts(&third).join("\n").contains(&noted[0].receipt), "{third:#?}");
        // What was written in private before all this is the one invitation that every room gives.
        let private = platform.said_to("amina");
        assert!(!private.join("\n").contains(&noted[0].receipt), "the answer is where it was asked: {private:#?}");
    })
    .await;
}

#[tokio::test]
async fn an_answer_to_an_earlier_question_answers_nothing_else() {
    for_each_database(|url| async move {
        let town = Town::new(&url).await;
        let platform = &town.platform;
        let consent = press(&town, &invocation(platform, "amina", HARBOUR, "join")).await;
        press(&town, &answer(platform, "amina", HARBOUR, &consent[0], "2")).await;
        town.says("amina", HARBOUR, "States must publish what recruiters may charge.").await;
        let forget = press(&town, &invocation(platform, "amina", HARBOUR, "forget me")).await;
        assert!(forget[0].asks.is_some());

        // The first question is still on the screen, and its 1 is no yes to being forgotten.
        let over = press(&town, &answer(platform, "amina", HARBOUR, &consent[0], "1")).await;
        assert!(texts(&over)[0].starts_with("This question is over."), "{over:#?}");
        assert_eq!(town.texts_of("amina").await.len(), 1);

        // Nobody answers for another.
        let other = press(&town, &answer(platform, "binta", HARBOUR, &forget[0], "1")).await;
        assert!(texts(&other)[0].starts_with("This question is over."), "{other:#?}");
        assert_eq!(town.texts_of("amina").await.len(), 1);

        press(&town, &answer(platform, "amina", HARBOUR, &forget[0], "1")).await;
        assert_eq!(town.record().await, []);
    })
    .await;
}

#[tokio::test]
async fn what_comes_twice_is_done_and_answered_once() {
    for_each_database(|url| async move {
        let mut town = Town::new(&url).await;
        let event = invocation(&town.platform, "amina", MARKET, "consent quote");
        town.hear([event.clone(), event.clone()]).await;
        town.restart().await;
        town.hear([event.clone()]).await;
        let answers = town.platform.answers(&event);
        assert_eq!(answers.len(), 1, "{answers:#?}");
    })
    .await;
}

#[tokio::test]
async fn every_press_is_answered_also_where_there_is_nothing_to_say() {
    for_each_database(|url| async move {
        let town = Town::new(&url).await;
        let platform = &town.platform;
        press(&town, &invocation(platform, "amina", MARKET, "consent quote")).await;
        for (line, says) in [
            ("nothing of the kind", "I know no"),
            ("floor open", "Only"),
            ("say", "There is no text to note"),
            ("withdraw AF-9999", "You have no contribution"),
        ] {
            let answers = press(&town, &invocation(platform, "amina", MARKET, line)).await;
            assert_eq!(answers.len(), 1, "{line}: {answers:#?}");
            assert!(texts(&answers)[0].contains(says), "{line}: {answers:#?}");
        }
        // A message that is gone meanwhile: there is nothing to include, and that is said.
        let event = town.says("amina", "elsewhere", "nothing").await;
        let gone = Event { origin: Origin::Asked, ..event };
        let answers =
            press(&town, &platform.press("amina", &address(MARKET), Body::Handed { message: Box::new(gone) })).await;
        assert_eq!(answers.len(), 1, "{answers:#?}");
    })
    .await;
}

#[tokio::test]
async fn a_message_is_handed_in_by_its_author_alone() {
    for_each_database(|url| async move {
        let town = Town::new(&url).await;
        let platform = &town.platform;
        let own = town.says("amina", MARKET, "Every visa office should answer within a month.").await;
        let hand_in = |person: &str, of: &Event| {
            let message = Box::new(Event { origin: Origin::Asked, ..of.clone() });
            platform.press(person, &address(MARKET), Body::Handed { message })
        };
        let asked = press(&town, &hand_in("amina", &own)).await;
        assert!(asked[0].asks.is_some(), "who has not agreed is asked first: {asked:#?}");
        assert_eq!(town.record().await, []);
        press(&town, &answer(platform, "amina", MARKET, &asked[0], "1")).await;

        let refused = press(&town, &hand_in("binta", &own)).await;
        assert!(texts(&refused)[0].contains("only what you wrote yourself"), "{refused:#?}");
        let noted = press(&town, &hand_in("amina", &own)).await;
        assert_eq!(town.texts_of("amina").await, ["Every visa office should answer within a month."]);
        let again = press(&town, &hand_in("amina", &own)).await;
        assert_eq!((noted.len(), again.len(), town.record().await.len()), (1, 1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_form_takes_an_answer_in_ones_own_words() {
    for_each_database(|url| async move {
        let town = Town::new(&url).await;
        let platform = &town.platform;
        let asked = press(&town, &invocation(platform, "amina", MARKET, "join")).await;
        let name = press(&town, &answer(platform, "amina", MARKET, &asked[0], "5")).await;
        assert!(name[0].blocks.iter().any(|block| matches!(block, Block::Field(_))), "{name:#?}");
        press(&town, &answer(platform, "amina", MARKET, &name[0], "Amina Example")).await;

        let private = press(&town, &invocation(platform, "amina", MARKET, "private")).await;
        // The form for the name is still on the screen: what is sent by it is no contribution.
        let over = press(&town, &answer(platform, "amina", MARKET, &name[0], "Someone Else Entirely")).await;
        assert!(texts(&over)[0].starts_with("This question is over."), "{over:#?}");
        // Who wrote it has it back.
        let back = |block: &Block| matches!(block, Block::Quote { text, .. } if text == "Someone Else Entirely");
        assert!(over[0].blocks.iter().any(back), "{over:#?}");
        assert_eq!(town.record().await, []);
        let words = "help me, my employer keeps my passport and my wages";
        press(&town, &answer(platform, "amina", MARKET, &private[0], words)).await;
        let noted = town.record().await;
        assert_eq!((noted.len(), noted[0].room, noted[0].texts.as_slice()), (1, None, [words.to_owned()].as_slice()));
    })
    .await;
}

#[tokio::test]
async fn a_button_of_an_earlier_question_is_no_one_s_words() {
    for_each_database(|url| async move {
        let town = Town::new(&url).await;
        let platform = &town.platform;
        let asked = press(&town, &invocation(platform, "amina", MARKET, "join")).await;
        press(&town, &answer(platform, "amina", MARKET, &asked[0], "2")).await;
        press(&town, &invocation(platform, "amina", MARKET, "private")).await;
        for old in ["3", "fr"] {
            let over = press(&town, &answer(platform, "amina", MARKET, &asked[0], old)).await;
            assert!(texts(&over)[0].starts_with("This question is over."), "{over:#?}");
        }
        assert_eq!(town.record().await, []);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_said_in_private_waits_for_the_persons_next_word() {
    for_each_database(|url| async move {
        let mut town = Town::new(&url).await;
        let platform = town.platform.clone();
        press(&town, &invocation(&platform, "amina", MARKET, "consent quote")).await;
        platform.trouble([Some(Trouble::Blocked)]);
        town.says("amina", MARKET, "Border officers should wear a number that can be read.").await;
        let receipt = town.record().await[0].receipt.clone();
        let in_room = platform.said_in(&address(MARKET));
        assert!(in_room.iter().any(|said| said.contains("could not write to someone here")), "{in_room:#?}");
        assert!(in_room.iter().all(|said| !said.contains(&receipt)), "the room learns nothing: {in_room:#?}");

        platform.trouble([Some(Trouble::Blocked)]);
        town.clock.advance(5 * MINUTE);
        town.says("amina", MARKET, "Their training should be public.").await;
        let lines = |town: &Town| {
            let said = town.platform.said_in(&address(MARKET));
            said.iter().filter(|said| said.contains("could not write")).count()
        };
        assert_eq!(lines(&town), 1, "the room is told once");

        // Who takes no part is told no more of what they could not be told, and nothing of it is kept.
        platform.trouble([Some(Trouble::Blocked)]);
        town.says("binta", MARKET, "What is this room about?").await;
        let waiting = town.bot.store.count::<gcm_talks::store::Outbox>("state = 'blocked'", &[]).await.unwrap();
        assert_eq!(waiting, 2, "only what Amina could not be told");

        town.restart().await;
        let asked = invocation(&platform, "amina", MARKET, "help");
        let answers = texts(&press(&town, &asked).await).join("\n");
        assert!(answers.contains(&receipt), "{answers}");
    })
    .await;
}

#[test]
fn a_token_is_never_written_where_it_can_be_read() {
    let handle = Handle { token: "a-secret".into(), private: true, until: 7 };
    assert!(!format!("{handle:?}").contains("a-secret"));
}
