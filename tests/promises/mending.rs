//! What was posted with someone's words in it is mended where it stands, on a platform that leaves
//! nothing readable of what stood there before.

use crate::common;
use crate::common::platform::{Entry, Trouble, address};
use crate::common::town::{MARKET, MODERATOR, Town};
use gcm_talks::chat::{Body, RoomFacts};
use gcm_talks::model::{HOUR, MINUTE, Platform, Role};
use gcm_talks::seal::Sealed;
use gcm_talks::store::{Citation, Digest, Job};

const FEES: &str = "Recruitment fees push domestic workers into debt before they leave home.";
const BAN: &str = "States must ban recruitment fees that domestic workers pay, marker-okapi.";
const BIRTHS: &str = "Registrars should go to the markets and register every birth, marker-kudu.";

/// A town on a platform of this kind, with a full digest of what three people wrote.
async fn with_a_digest(kind: Platform, url: &str) -> Town {
    let town = Town::on(kind, url).await;
    for (person, text) in [("amina", FEES), ("binta", BAN), ("chidi", BIRTHS)] {
        town.whispers(person, "!gcm consent quote").await;
        town.clock.advance(MINUTE);
        town.says(person, MARKET, text).await;
    }
    town.says(MODERATOR, MARKET, "!gcm digest full").await;
    town
}

/// What the bot said in the market and did not take back.
fn standing(town: &Town) -> Vec<Entry> {
    let said = |entry: &Entry| entry.document.is_some() && !entry.deleted;
    town.platform.entries(&address(MARKET)).into_iter().filter(said).collect()
}

/// Everything that can be read in the market of what the bot said, its files included.
fn readable(town: &Town) -> String {
    let said = |entry: Entry| entry.files.iter().fold(entry.message.text.clone(), |all, file| all + file.text.as_str());
    standing(town).into_iter().map(said).collect::<Vec<_>>().join("\n")
}

async fn withdraw(town: &Town, person: &str) {
    let receipt = town.record().await.into_iter().find(|noted| noted.person == person).unwrap().receipt;
    town.bot.take(&[town.platform.whisper(person, &format!("withdraw {receipt}"))]).await.unwrap();
}

#[tokio::test]
async fn a_digest_is_mended_where_it_stands_with_the_file_beside_it() {
    common::for_each_database(async |url: String| {
        let town = with_a_digest(Platform::Discord, &url).await;
        let before = standing(&town);
        let [file] = &before[0].files[..] else { panic!("the first section has the whole digest beside it") };
        assert_eq!(file.name, "digest.md");
        assert!(file.text.contains("marker-okapi") && file.text.contains("marker-kudu"), "{}", file.text);
        assert!(before[1..].iter().all(|entry| entry.files.is_empty()));

        withdraw(&town, "binta").await;
        town.settle().await;
        let after = readable(&town);
        assert!(!after.contains("marker-okapi") && after.contains("marker-kudu"), "{after}");
        // Nothing was posted anew; what stays as it was is left alone.
        let ids = |entries: &[Entry]| entries.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>();
        assert!(ids(&standing(&town)).iter().all(|id| ids(&before).contains(id)));
        let amended = town.platform.amended();
        assert!(amended.iter().any(|(id, said)| *id == before[0].id && said.contains("marker-kudu")), "{amended:?}");
        assert!(amended.len() < before.len(), "{amended:?}");

        // What it cites from now on is known: what else is withdrawn is mended too.
        withdraw(&town, "chidi").await;
        town.settle().await;
        assert!(!readable(&town).contains("marker-kudu"), "{}", readable(&town));
        let record = town.record().await;
        let cites = town.bot.store.select::<Citation>("1 = 1", &[]).await.unwrap();
        assert!(!cites.is_empty() && cites.iter().all(|c| record.iter().any(|n| n.id == c.contribution_id)));
    })
    .await;
}

#[tokio::test]
async fn where_a_replaced_post_stays_readable_there_is_no_file_and_nothing_is_amended() {
    let folder = tempfile::tempdir().unwrap();
    let town = with_a_digest(Platform::Matrix, &format!("sqlite:{}", folder.path().join("town.db").display())).await;
    assert!(standing(&town).iter().all(|entry| entry.files.is_empty()));
    withdraw(&town, "binta").await;
    town.settle().await;
    assert!(town.platform.amended().is_empty());
    assert!(!readable(&town).contains("marker-okapi"));
}

#[tokio::test]
async fn a_digest_that_is_asked_for_as_a_file_goes_to_who_asked_for_it_alone() {
    common::for_each_database(async |url: String| {
        let town = Town::on(Platform::Discord, &url).await;
        town.whispers("binta", "!gcm consent quote").await;
        town.says("binta", MARKET, BAN).await;
        for format in ["md", "html", "json", "csv"] {
            let before = town.platform.said_to(MODERATOR).len();
            town.says(MODERATOR, MARKET, &format!("!gcm digest format {format}")).await;
            let told = town.platform.said_to(MODERATOR).split_off(before).join("\n");
            assert!(told.contains("The digest is in the file"), "{format}: {told}");
            assert!(!readable(&town).contains("marker-okapi"), "{format}: nobody could mend it in the room");
        }
    })
    .await;
}

#[tokio::test]
async fn a_name_that_is_replaced_stands_nowhere_any_more() {
    common::for_each_database(async |url: String| {
        let town = Town::new(&url).await;
        town.whispers("binta", "consent name Binta Example").await;
        town.says("binta", MARKET, BAN).await;
        town.says(MODERATOR, MARKET, "!gcm digest full").await;
        assert!(readable(&town).contains("Binta Example"), "{}", readable(&town));
        town.whispers("binta", "consent name Moonbird").await;
        let after = readable(&town);
        assert!(after.contains("Moonbird") && !after.contains("Binta Example"), "{after}");
    })
    .await;
}

#[tokio::test]
async fn who_withdraws_while_a_digest_is_being_mended_has_it_mended_once_more() {
    common::for_each_database(async |url: String| {
        let town = with_a_digest(Platform::Discord, &url).await;
        withdraw(&town, "binta").await;
        // What is done about hers has read everything; whoever reads it now must not take it for done.
        let store = &town.bot.store;
        let job = store.select::<Job>("kind = 'mend'", &[]).await.unwrap().remove(0);
        let mut mending = store.snapshot().unwrap();
        mending.rows.jobs.load([job.clone()]);
        withdraw(&town, "chidi").await;
        mending.rows.jobs.remove(job.id);
        let late = store.write(mending.into_changes()).await;
        assert!(late.is_err_and(|error| error.is_conflict()));
        town.settle().await;
        assert!(!readable(&town).contains("marker-"), "{}", readable(&town));
    })
    .await;
}

#[tokio::test]
async fn who_withdraws_while_a_digest_is_being_made_is_not_in_it_or_is_taken_out() {
    common::for_each_database(async |url: String| {
        let town = with_a_digest(Platform::Discord, &url).await;
        let other = town.another_bot().await;
        for round in 0..48 {
            town.clock.advance(5 * MINUTE);
            let text = format!("Recruiters keep the passports of domestic workers, marker-{round}-eland.");
            town.says("binta", MARKET, &text).await;
            let order = town.platform.write(MODERATOR, &address(MARKET), "!gcm digest full");
            town.bot.take(&[order]).await.unwrap();
            let receipt = town.record().await.into_iter().find(|noted| noted.texts == [text.as_str()]).unwrap().receipt;
            let withdrawal = town.platform.whisper("binta", &format!("withdraw {receipt}"));
            // Let the one begin a little before the other, each time by a little more.
            let late = async {
                for _ in 0..round * 2 {
                    tokio::task::yield_now().await;
                }
                other.take(&[withdrawal]).await.unwrap();
            };
            let (made, ()) = tokio::join!(town.bot.jobs.run_due(), late);
            made.unwrap();
            town.settle().await;
            let shown = readable(&town);
            assert!(!shown.contains("-eland") && shown.contains("marker-kudu"), "round {round}: {shown}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_withdrawn_while_a_digest_waits_to_be_posted_is_never_posted() {
    for mended_first in [true, false] {
        common::for_each_database(move |url: String| async move {
            let town = Town::on(Platform::Discord, &url).await;
            for (person, text) in [("amina", FEES), ("binta", BAN), ("chidi", BIRTHS)] {
                town.whispers(person, "!gcm consent quote").await;
                town.clock.advance(MINUTE);
                town.says(person, MARKET, text).await;
            }
            // The platform takes nothing in the room: the first section was tried once, the others wait.
            town.platform.shut(MARKET);
            let order = town.platform.write(MODERATOR, &address(MARKET), "!gcm digest full");
            town.bot.take(&[order]).await.unwrap();
            town.bot.settle().await.unwrap();
            withdraw(&town, "binta").await;
            if mended_first {
                town.bot.settle().await.unwrap();
            }
            town.platform.reopen();
            town.clock.advance(MINUTE);
            town.bot.outbox.send_due().await.unwrap();
            town.settle().await;
            for (_, entry) in town.platform.posts() {
                let said = entry.files.iter().fold(entry.message.text.clone(), |all, file| all + file.text.as_str());
                assert!(!said.contains("marker-okapi"), "{said}");
            }
            let after = readable(&town);
            assert!(after.contains("marker-kudu"), "{after}");
            assert!(!standing(&town).iter().any(|entry| entry.message.text == "–"), "{after}");
        })
        .await;
    }
}

#[tokio::test]
async fn what_was_posted_unheard_and_taken_back_twice_is_found_and_taken_down() {
    common::for_each_database(async |url: String| {
        let town = Town::on(Platform::Discord, &url).await;
        for (person, text) in [("amina", FEES), ("binta", BAN), ("chidi", BIRTHS)] {
            town.whispers(person, "!gcm consent quote").await;
            town.clock.advance(MINUTE);
            town.says(person, MARKET, text).await;
        }
        let order = town.platform.write(MODERATOR, &address(MARKET), "!gcm digest full");
        town.bot.take(&[order]).await.unwrap();
        town.bot.jobs.run_due().await.unwrap();
        // The first section stands, with the whole digest beside it, and nobody hears so.
        town.platform.trouble([Some(Trouble::LostReply)]);
        town.bot.outbox.send_due().await.unwrap();
        assert!(readable(&town).contains("marker-okapi"));
        town.platform.shut(MARKET);
        for person in ["binta", "amina"] {
            withdraw(&town, person).await;
            town.bot.settle().await.unwrap();
        }
        town.platform.reopen();
        town.clock.advance(MINUTE);
        town.settle().await;
        let after = readable(&town);
        assert!(!after.contains("marker-okapi") && !after.contains(FEES) && after.contains("marker-kudu"), "{after}");
    })
    .await;
}

#[tokio::test]
async fn what_may_not_be_taken_back_now_is_taken_back_when_the_room_is_open_to_the_bot_again() {
    for kind in [Platform::Matrix, Platform::Discord] {
        common::for_each_database(move |url: String| async move {
            let town = with_a_digest(kind, &url).await;
            // The bot is shut out, which the platform does not call a passing trouble.
            town.platform.trouble([Some(Trouble::Never); 40]);
            withdraw(&town, "binta").await;
            town.settle().await;
            assert!(readable(&town).contains("marker-okapi"));
            town.platform.untroubled();
            let facts = RoomFacts { may: Some([true; 4]), ..RoomFacts::default() };
            town.hear([town.platform.event("platform", &address(MARKET), Body::Facts(facts))]).await;
            assert!(!readable(&town).contains("marker-okapi"), "{}", readable(&town));
        })
        .await;
    }
}

#[tokio::test]
async fn what_is_withdrawn_while_a_change_waits_is_not_sent() {
    common::for_each_database(async |url: String| {
        let town = with_a_digest(Platform::Discord, &url).await;
        // The platform takes nothing in the room: the first change waits.
        town.platform.shut(MARKET);
        withdraw(&town, "amina").await;
        town.bot.settle().await.unwrap();
        // A second is decided before the first was sent, and a third has not been decided yet when the
        // platform is back.
        withdraw(&town, "binta").await;
        town.bot.settle().await.unwrap();
        withdraw(&town, "chidi").await;
        town.platform.reopen();
        town.clock.advance(MINUTE);
        town.bot.outbox.send_due().await.unwrap();
        assert_eq!(town.bot.store.count::<Job>("kind = 'mend'", &[]).await.unwrap(), 1);
        town.settle().await;
        for (_, said) in town.platform.amended() {
            for gone in [FEES, "marker-okapi", "marker-kudu"] {
                assert!(!said.contains(gone), "{said}");
            }
        }
        let after = readable(&town);
        assert!(!after.contains(FEES) && !after.contains("marker-"), "{after}");
    })
    .await;
}

#[tokio::test]
async fn words_that_are_taken_back_are_not_kept_in_a_change_that_waits() {
    for shut_out in [false, true] {
        common::for_each_database(move |url: String| async move {
            let town = with_a_digest(Platform::Discord, &url).await;
            match shut_out {
                true => town.platform.trouble([Some(Trouble::Never); 40]),
                false => town.platform.shut(MARKET),
            }
            withdraw(&town, "amina").await;
            town.bot.settle().await.unwrap();
            assert!(common::opened(&town.bot.store).await.contains("marker-okapi"));
            withdraw(&town, "binta").await;
            town.bot.settle().await.unwrap();
            let kept = common::opened(&town.bot.store).await;
            assert!(!kept.contains("marker-okapi") && kept.contains("marker-kudu"), "{kept}");
        })
        .await;
    }
}

#[tokio::test]
async fn quotations_that_were_asked_for_are_mended() {
    common::for_each_database(async |url: String| {
        let town = with_a_digest(Platform::Matrix, &url).await;
        let standing = || {
            let told = town.platform.posts().into_iter().map(|(_, entry)| entry);
            let told = told.filter(|entry| !entry.deleted && entry.message.text.contains("What may be quoted"));
            told.map(|entry| entry.message.text).collect::<Vec<_>>()
        };
        town.appoint("rafa", Role::Rapporteur).await;
        town.whispers("rafa", "quotes").await;
        let before = standing();
        assert!(before.len() == 1 && before[0].contains("marker-okapi") && before[0].contains(FEES), "{before:#?}");
        withdraw(&town, "binta").await;
        town.settle().await;
        let after = standing();
        assert!(after.len() == 1 && !after[0].contains("marker-okapi") && after[0].contains(FEES), "{after:#?}");
    })
    .await;
}

#[tokio::test]
async fn what_an_office_was_shown_is_taken_down_when_its_author_takes_it_back_or_changes_it() {
    for kind in [Platform::Matrix, Platform::Discord] {
        common::for_each_database(move |url: String| async move {
            let town = with_a_digest(kind, &url).await;
            let readable = || {
                let told = town.platform.posts().into_iter().map(|(_, entry)| entry).filter(|entry| !entry.deleted);
                told.map(|entry| entry.message.text).filter(|text| text.contains("marker-")).collect::<Vec<_>>()
            };
            let record = town.record().await;
            for line in ["show", "tag"] {
                for (person, words) in [("binta", "marker-okapi"), ("chidi", "marker-kudu")] {
                    let of = &record.iter().find(|noted| noted.person == person).unwrap().receipt;
                    let told = town.whispers(MODERATOR, &format!("{line} {of}")).await.join("\n");
                    assert!(told.contains(words) && told.contains(of.as_str()), "{told}");
                }
            }
            withdraw(&town, "binta").await;
            town.whispers("chidi", "consent summarise").await;
            town.settle().await;
            assert_eq!(readable(), Vec::<String>::new());
        })
        .await;
    }
}

#[tokio::test]
async fn what_is_withdrawn_before_it_was_shown_to_who_pressed_for_it_is_not_shown() {
    common::for_each_database(async |url: String| {
        let town = with_a_digest(Platform::Discord, &url).await;
        let receipt = town.record().await.into_iter().find(|noted| noted.person == "binta").unwrap().receipt;
        for line in [&format!("show {receipt}"), "digest", "quotes"] {
            let press = town.platform.press(MODERATOR, &address(MARKET), Body::Invocation { line: line.into() });
            town.bot.take(&[press]).await.unwrap();
        }
        // It was tried, and nothing came of it.
        town.platform.trouble([Some(Trouble::Later), Some(Trouble::Later), Some(Trouble::Later)]);
        town.settle().await;
        withdraw(&town, "binta").await;
        town.clock.advance(MINUTE);
        town.settle().await;
        let shown: Vec<String> = town.platform.posts().into_iter().map(|(_, entry)| entry.message.text).collect();
        let after: Vec<&String> = shown.iter().filter(|text| text.contains("marker-okapi")).collect();
        assert!(after.len() <= 2, "the digest alone, from before it was withdrawn: {after:#?}");
        assert!(!common::opened(&town.bot.store).await.contains("marker-okapi"));
    })
    .await;
}

#[tokio::test]
async fn what_holds_the_words_of_others_waits_for_nobody_who_cannot_be_told() {
    common::for_each_database(async |url: String| {
        let town = with_a_digest(Platform::Matrix, &url).await;
        town.platform.trouble([Some(Trouble::Blocked)]);
        town.says(MODERATOR, MARKET, "!gcm digest format md").await;
        let receipt = town.record().await.into_iter().find(|noted| noted.person == "binta").unwrap().receipt;
        town.platform.trouble([Some(Trouble::Blocked)]);
        town.says(MODERATOR, MARKET, &format!("!gcm show {receipt}")).await;
        withdraw(&town, "binta").await;
        town.settle().await;
        assert!(!common::opened(&town.bot.store).await.contains("marker-okapi"));
        // Who can be told again hears nothing of what is gone.
        let told = town.whispers(MODERATOR, "about").await.join("\n");
        assert!(told.contains("I am run by") && !told.contains("digest.md") && !told.contains(&receipt), "{told}");
    })
    .await;
}

#[tokio::test]
async fn the_last_of_several_changes_is_what_stands_also_where_one_is_tried_again() {
    common::for_each_database(async |url: String| {
        let town = with_a_digest(Platform::Discord, &url).await;
        withdraw(&town, "amina").await;
        // Its first change is done and nobody hears of it; the bot hears of another withdrawal.
        town.bot.jobs.run_due().await.unwrap();
        town.platform.trouble([Some(Trouble::LostReply)]);
        town.bot.outbox.send_due().await.unwrap();
        withdraw(&town, "binta").await;
        town.settle().await;
        let after = readable(&town);
        assert!(!after.contains(FEES) && !after.contains("marker-okapi") && after.contains("marker-kudu"), "{after}");
        let last = town.platform.amended();
        let header = &standing(&town)[0];
        let (_, said) = last.iter().rfind(|(id, _)| *id == header.id).unwrap();
        assert!(said.contains(&header.message.text), "{said}");
    })
    .await;
}

#[tokio::test]
async fn a_digest_that_cannot_be_mended_is_taken_down_and_counted() {
    common::for_each_database(async |url: String| {
        let town = with_a_digest(Platform::Discord, &url).await;
        assert!(readable(&town).contains("marker-okapi"));
        // What it is made of can be read no more.
        let store = &town.bot.store;
        let mut damaged = store.snapshot().unwrap();
        let digests = store.select::<Digest>("1 = 1", &[]).await.unwrap();
        let id = digests[0].id;
        damaged.rows.digests.load(digests);
        damaged.rows.digests.edit(id).unwrap().sealed = Sealed::default();
        store.write(damaged.into_changes()).await.unwrap();
        withdraw(&town, "binta").await;
        for _ in 0..6 {
            town.settle().await;
            town.clock.advance(HOUR);
        }
        assert!(!readable(&town).contains("marker-"), "{}", readable(&town));
        assert_eq!(store.count::<Job>("kind = 'mend' AND state = 'failed'", &[]).await.unwrap(), 1);
    })
    .await;
}
