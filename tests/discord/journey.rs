//! A person who has just joined a server on Discord: from there to a receipt in three taps and without
//! a typed command, though they take no private messages; and what they see at each step.

use crate::fake_discord::people::Seen;
use crate::fake_discord::{Discord, Id, Person};
use crate::on_discord::OnDiscord;
use crate::stage::Stage;
use gcm_talks::model::MINUTE;
use regex::Regex;
use serde_json::json;

/// What Sana gives until a floor is open, and how many answers she and the room have then.
const FOUNDING: [(&str, &str, usize); 6] = [
    ("!gcm consultation create africa region africa title Consultation for Africa", "@sana", 1),
    ("!gcm consultation set africa controller the invented secretariat", "@sana", 2),
    ("!gcm consultation set africa contact focal-point@example.org", "@sana", 3),
    ("!gcm consultation set africa retention 730", "@sana", 4),
    ("!gcm room bind plaza", "#plaza", 2),
    ("!gcm floor open", "#plaza", 4),
];

/// A channel whose floor is open.
async fn plaza() -> (OnDiscord, Id) {
    let mut stage = OnDiscord::new("sana").await;
    for (line, place, answers) in FOUNDING {
        stage.act("sana", "plaza", line).await;
        stage.said(place, answers).await;
    }
    let channel = stage.channel("plaza");
    (stage, channel)
}

/// What the person sees last in a channel, once it is as it should be.
async fn sees(stage: &OnDiscord, person: &Person, channel: Id, what: &str, fits: impl Fn(&Seen) -> bool) -> Seen {
    let find = || person.sees(channel).into_iter().rev().find(|seen| fits(seen));
    let came = stage.discord.comes(|_: &Discord| find().is_some()).await;
    assert!(came, "{what} is never seen, but {:#?}", person.sees(channel));
    find().unwrap()
}

/// The button of this beginning.
fn button<'s>(seen: &'s Seen, begins: &str) -> &'s str {
    seen.buttons.iter().find(|label| label.starts_with(begins)).unwrap_or_else(|| panic!("no {begins} on {seen:#?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn from_joining_a_server_to_a_receipt_in_three_taps_with_private_messages_blocked() {
    let (mut stage, channel) = plaza().await;
    let amina = stage.discord.stranger("amina");
    amina.closes_private_messages(true);
    amina.joins(stage.guild);
    // She reads the card, which is pinned, and writes as she would anywhere.
    let card = sees(&stage, &amina, channel, "the card", |seen| seen.pinned).await;
    assert!(card.text.contains("Nothing of yours is noted unless you take part."), "{card:#?}");
    let said = "Recruitment fees push domestic workers into debt before they leave home.";
    amina.writes(channel, said);
    // One line for the room, which names nobody: in private nothing can be said to her.
    let line = |seen: &Seen| !seen.ephemeral && seen.by == "gcm-talks" && !seen.pinned && seen.text.contains("private");
    let line = sees(&stage, &amina, channel, "a line to the room", line).await;
    assert!(!line.text.contains("amina") && !line.text.contains(&amina.id.to_string()), "{line:#?}");

    // The first tap: the card's button.
    amina.presses(card.id, button(&card, "Take part")).unwrap();
    let asked = |seen: &Seen| seen.ephemeral && seen.text.contains("how may I use it?");
    let question = sees(&stage, &amina, channel, "the question", asked).await;
    for (number, answer) in [("1", "count it"), ("2", "without my name"), ("0", "not now")] {
        assert!(button(&question, number).contains(answer), "{question:#?}");
    }
    // The second: the answer.
    amina.presses(question.id, button(&question, "2")).unwrap();
    let offered = |seen: &Seen| seen.ephemeral && seen.text.contains("Agreed: quoted without your name.");
    sees(&stage, &amina, channel, "the agreement", offered).await;
    let offered = |seen: &Seen| seen.ephemeral && seen.text.contains("just now. Include it?");
    let offer = sees(&stage, &amina, channel, "the offer", offered).await;
    assert!(offer.text.contains("Recruitment fees push"), "{offer:#?}");
    // The third: what she wrote is included.
    amina.presses(offer.id, button(&offer, "1")).unwrap();
    let receipt = Regex::new(r"AF-\d{4}").unwrap();
    let told = |seen: &Seen| seen.ephemeral && receipt.is_match(&seen.text);
    let noted = sees(&stage, &amina, channel, "the receipt", told).await;
    assert!(noted.text.contains("objective 6"), "{noted:#?}");

    // Nobody else saw any of it, and nothing was said in private.
    let others = stage.person("sana").sees(channel);
    assert!(others.iter().all(|seen| !receipt.is_match(&seen.text) && !seen.text.contains("how may I use it?")));
    assert_eq!(amina.sees_privately(), []);
    assert!(!amina.left_alone(question.id));
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thread_below_a_room_becomes_a_room_of_its_own_and_the_room_keeps_its_name() {
    for typed in [true, false] {
        let (mut stage, channel) = plaza().await;
        let sana = stage.person("sana").clone();
        let thread = sana.opens_thread(channel, "Wages", "Here we speak of wages.");
        if typed {
            sana.writes(thread, "!gcm room bind wages");
        } else {
            let options = [("what", json!("bind")), ("options", json!("wages"))];
            sana.invokes(thread, "gcm-office room", &options).unwrap();
        }
        sees(&stage, &sana, thread, "the card", |seen| seen.pinned).await;
        sana.writes(channel, "!gcm room list");
        let both = |seen: &Seen| seen.text.contains("wages") && seen.text.contains("plaza") && !seen.pinned;
        sees(&stage, &sana, channel, "both rooms", both).await;
        stage.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_button_of_the_card_does_what_it_says() {
    let (mut stage, channel) = plaza().await;
    let (sana, amina) = (stage.person("sana").clone(), stage.meet("amina").clone());
    sana.writes(channel, "!gcm call open registration");
    let with_call = |seen: &Seen| seen.pinned && seen.buttons.iter().any(|label| label == "Register");
    let card = sees(&stage, &sana, channel, "the card while a call is open", with_call).await;
    amina.presses(card.id, button(&card, "Take part")).unwrap();
    let asked = |seen: &Seen| seen.ephemeral && seen.text.contains("how may I use it?");
    let question = sees(&stage, &amina, channel, "the question", asked).await;
    amina.presses(question.id, button(&question, "2")).unwrap();
    sees(&stage, &amina, channel, "the agreement", |seen| seen.ephemeral && seen.text.contains("Agreed")).await;
    for (label, answer) in [
        ("Write privately", "Write to me now."),
        ("Who can read here", "Discord can read what is written here"),
        ("Register", "Which country do you speak about or come from?"),
    ] {
        amina.presses(card.id, button(&card, label)).unwrap();
        let answered = |seen: &Seen| {
            seen.ephemeral && seen.text.contains(answer)
                || amina.sees_privately().iter().any(|seen| seen.text.contains(answer))
        };
        sees(&stage, &amina, channel, label, answered).await;
    }
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_post_of_a_forum_is_a_room_like_another_also_after_it_was_put_away() {
    let (mut stage, _) = plaza().await;
    let sana = stage.person("sana").clone();
    let forum = stage.discord.forum(stage.guild, "proposals");
    let post = sana.opens_thread(forum, "Wages", "Here we speak of wages.");
    sana.writes(post, "!gcm room bind wages");
    sees(&stage, &sana, post, "the card", |seen| seen.pinned).await;
    sana.writes(post, "!gcm room set ack reaction");
    sana.writes(post, "!gcm floor open");
    let open = |seen: &Seen| seen.by == "gcm-talks" && seen.text.starts_with("The floor is open.");
    sees(&stage, &sana, post, "the floor", open).await;

    let open = |seen: &Seen| seen.pinned && seen.text.contains("Floor open");
    let card = sees(&stage, &sana, post, "the card", open).await;
    let amina = stage.meet("amina").clone();
    amina.presses(card.id, button(&card, "Take part")).unwrap();
    let question = sees(&stage, &amina, post, "the question", |seen| seen.ephemeral && !seen.buttons.is_empty()).await;
    amina.presses(question.id, button(&question, "2")).unwrap();
    sees(&stage, &amina, post, "the agreement", |seen| seen.ephemeral && seen.text.contains("Agreed")).await;
    // Discord puts away what nobody writes in for some days; the bot's answer opens it again.
    for text in ["Wages must be paid each month.", "No wage may be kept back as a deposit."] {
        stage.discord.archive(post);
        let said = amina.writes(post, text);
        sees(&stage, &amina, post, "the mark", |seen| seen.id == said && !seen.reactions.is_empty()).await;
        stage.clock.advance(5 * MINUTE);
    }
    stage.discord.archive(post);
    sana.invokes(post, "gcm digest", &[]).unwrap();
    let digest = |seen: &Seen| seen.by == "gcm-talks" && seen.text.contains("each month");
    sees(&stage, &sana, post, "the digest", digest).await;
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_no_private_messages_sees_the_published_digest_all_the_same() {
    let (mut stage, channel) = plaza().await;
    let sana = stage.person("sana").clone();
    let amina = stage.meet("amina").clone();
    amina.invokes(channel, "gcm consent", &[("level", json!("quote"))]).unwrap();
    sees(&stage, &amina, channel, "the agreement", |seen| seen.ephemeral && seen.text.contains("Agreed")).await;
    let said = "States must ban the fees that workers pay to recruiters.";
    amina.writes(channel, said);
    sana.invokes(channel, "gcm digest", &[]).unwrap();
    sees(&stage, &sana, channel, "the digest", |seen| !seen.ephemeral && seen.text.contains("in English")).await;
    amina.closes_private_messages(true);
    amina.invokes(channel, "gcm digest", &[]).unwrap();
    sees(&stage, &amina, channel, "the digest", |seen| seen.ephemeral && seen.text.contains("in English")).await;
    assert!(sana.sees(channel).iter().all(|seen| !seen.text.contains("could not write to someone here")));
    stage.close().await;
}
