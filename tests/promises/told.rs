//! What people are told, and how often: nobody has to guess whether they were heard, and nobody is
//! told twice.

use crate::common::for_each_database;
use crate::common::platform::{Trouble, address};
use crate::common::town::{HARBOUR, MARKET, MODERATOR, Town, as_history};
use gcm_talks::chat::{Action, Body, Document, Event, Origin, Outgoing, RoomFacts, To};
use gcm_talks::digest::{Scope, digest};
use gcm_talks::model::{DAY, HOUR, Language, MINUTE, Platform, Role, SECOND};
use gcm_talks::store::Outbox;

const FEES: &str = "Recruitment fees push domestic workers into debt before they leave.";
const WAGES: &str = "Employers keep the wages of seasonal workers for months.";
const VISAS: &str = "Visa offices are a two-day journey away for most villages here.";
const PERMITS: &str = "Work permits are renewed too late, again and again.";

/// What the bot says to a person from now on, while something happens.
async fn told(town: &Town, person: &str, happens: impl AsyncFnOnce()) -> Vec<String> {
    let before = town.platform.said_to(person).len();
    happens().await;
    town.platform.said_to(person).split_off(before)
}

#[tokio::test]
async fn who_writes_where_the_floor_is_closed_is_told_once_a_closing_and_how_to_say_it_all_the_same() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        town.clock.advance(MINUTE);
        town.floor(HARBOUR, false).await;
        town.clock.advance(MINUTE);
        let said = told(&town, "amina", async || {
            town.says("amina", HARBOUR, FEES).await;
            town.clock.advance(MINUTE);
            town.says("amina", HARBOUR, WAGES).await;
        })
        .await;
        assert_eq!(
            said,
            ["The floor in harbour closed at 08:01 Dakar. Nothing was noted. \
              You can still write it to me in private (!gcm private), or put 📝 on your message."]
        );
        assert!(town.texts_of("amina").await.is_empty());

        // The next closing is another one; on another day its hour would say nothing.
        town.floor(HARBOUR, true).await;
        town.clock.advance(HOUR);
        town.floor(HARBOUR, false).await;
        town.clock.advance(DAY);
        let again = told(&town, "amina", async || {
            town.says("amina", HARBOUR, FEES).await;
        })
        .await;
        assert!(again.len() == 1 && again[0].starts_with("The floor in harbour is closed."), "{again:?}");

        // Who does not take part, paused, or only greets is told nothing.
        for (person, text) in [("binta", FEES), ("amina", "Good morning everyone")] {
            let nothing = told(&town, person, async || {
                town.says(person, HARBOUR, text).await;
            })
            .await;
            assert!(nothing.is_empty(), "{nothing:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn their_own_mark_notes_what_was_written_while_the_floor_was_closed() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        town.floor(HARBOUR, false).await;
        town.clock.advance(MINUTE);
        let written = town.says("amina", HARBOUR, FEES).await;
        town.hear([town.platform.react("amina", &address(HARBOUR), &written.id, "📝")]).await;
        assert_eq!(town.texts_of("amina").await, [FEES]);
    })
    .await;
}

#[tokio::test]
async fn who_goes_on_writing_after_their_yes_is_asked_for_what_they_wrote_before_it_alone() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.says("amina", HARBOUR, FEES).await;
        town.clock.advance(MINUTE);
        let harbour = address(HARBOUR);
        let yes = town.platform.write("amina", &harbour, "!gcm consent quote");
        town.clock.advance(1);
        // They stand in the room by the time that is read for what she wrote before: as many as are asked for.
        let after = [WAGES, VISAS, PERMITS].map(|text| town.platform.write("amina", &harbour, text));
        let said = told(&town, "amina", async || town.hear([yes]).await).await;
        assert!(said.len() == 2 && said[1].contains("Recruitment fees"), "{said:?}");
        assert!(!said[1].contains("Employers keep"), "{said:?}");
        town.hear(after).await;
        assert_eq!(town.texts_of("amina").await, [WAGES, VISAS, PERMITS]);
        town.whispers("amina", "1").await;
        assert_eq!(town.texts_of("amina").await, [WAGES, FEES, VISAS, PERMITS]);
    })
    .await;
}

#[tokio::test]
async fn what_was_written_before_a_yes_is_offered_also_where_its_clock_is_ahead() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let harbour = address(HARBOUR);
        // By the clock of her homeserver; the bot hears both by its own.
        town.clock.advance(MINUTE);
        let before = town.platform.write("amina", &harbour, FEES);
        town.clock.advance(1);
        let yes = town.platform.write("amina", &harbour, "!gcm consent quote");
        town.clock.advance(-MINUTE);
        town.hear([before]).await;
        let said = told(&town, "amina", async || town.hear([yes]).await).await;
        assert!(said.len() == 2 && said[1].contains("Recruitment fees"), "{said:?}");
    })
    .await;
}

#[tokio::test]
async fn a_room_is_told_once_before_its_floor_closes() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let soon = async || {
            let said = town.platform.said_in(&address(MARKET));
            said.into_iter().filter(|text| text.starts_with("The floor closes at")).collect::<Vec<_>>()
        };
        town.says(MODERATOR, MARKET, "!gcm floor open until 12:00").await;
        // Closed, and opened again until the same hour: there is one announcement.
        town.clock.advance(MINUTE);
        town.says(MODERATOR, MARKET, "!gcm floor close").await;
        town.clock.advance(MINUTE);
        town.says(MODERATOR, MARKET, "!gcm floor open until 12:00").await;
        town.clock.advance(3 * HOUR + 45 * MINUTE);
        town.bot.settle().await.unwrap();
        assert!(soon().await.is_empty());
        town.clock.advance(5 * MINUTE);
        town.bot.settle().await.unwrap();
        assert_eq!(soon().await, ["The floor closes at 12:00 Dakar."]);
        town.clock.advance(20 * MINUTE);
        town.bot.settle().await.unwrap();
        assert_eq!(soon().await.len(), 1);
        assert!(town.platform.said_in(&address(MARKET)).iter().any(|text| text.starts_with("The floor is closed.")));

        // A floor that opens for a quarter of an hour, or is closed before its time, needs no word.
        town.says(MODERATOR, MARKET, "!gcm floor open until 12:25").await;
        town.clock.advance(HOUR);
        town.bot.settle().await.unwrap();
        town.says(MODERATOR, MARKET, "!gcm floor open until 15:00").await;
        town.clock.advance(HOUR);
        town.says(MODERATOR, MARKET, "!gcm floor close").await;
        town.clock.advance(3 * HOUR);
        town.bot.settle().await.unwrap();
        assert_eq!(soon().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn how_to_take_it_back_is_said_with_the_first_receipt_alone() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        let mut said = Vec::new();
        for text in [FEES, WAGES] {
            town.clock.advance(DAY);
            said.extend(
                told(&town, "amina", async || {
                    town.says("amina", MARKET, text).await;
                })
                .await,
            );
        }
        let says_how: Vec<bool> = said.iter().map(|text| text.contains("To take it back")).collect();
        assert_eq!(says_how, [true, false], "{said:?}");
    })
    .await;
}

#[tokio::test]
async fn who_changes_a_say_that_was_taken_back_is_told_that_it_does_not_come_in_again() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        let written = town.says("amina", HARBOUR, &format!("!gcm say {FEES}")).await;
        let receipt = town.record().await[0].receipt.clone();
        town.whispers("amina", &format!("withdraw {receipt}")).await;
        town.clock.advance(MINUTE);
        let edit = town.platform.edit("amina", &address(HARBOUR), &written.id, &format!("!gcm say {WAGES}"));
        let said = told(&town, "amina", async || town.hear([edit]).await).await;
        assert!(said.len() == 1 && said[0].starts_with(&format!("{receipt} was taken back")), "{said:?}");
        assert!(town.texts_of("amina").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn who_holds_an_office_in_a_room_is_not_invited_to_take_part() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        for (person, invited) in [(MODERATOR, 0), ("binta", 1)] {
            let said = told(&town, person, async || {
                town.says(person, MARKET, FEES).await;
            })
            .await;
            assert_eq!(said.len(), invited, "{person}: {said:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_slip_of_the_finger_in_a_receipt_erases_nothing_and_a_name_that_was_chosen_stays() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent name Hidden Pen").await;
        town.says("amina", MARKET, FEES).await;
        for line in ["consent no AF-12", "consent no AF-O731 and AF-0732", "consent quote foo"] {
            let told = town.whispers("amina", line).await.join("\n");
            assert!(told.contains("is no receipt. A receipt looks like AF-0042"), "{told}");
        }
        assert_eq!(town.record().await.len(), 1);
        for (line, asked) in [("consent category", "Which of these are you?"), ("consent organisation", "organisation")]
        {
            let told = town.whispers("binta", line).await.join("\n");
            assert!(told.contains(asked) && !told.contains("Agreed"), "{told}");
        }
        let turn_to = town.says("binta", MARKET, "!gcm report the moderator threatened me").await;
        let said = town.platform.said_in(&address(MARKET)).join("\n");
        assert!(said.contains("focal-point@example.org") || said.contains("Who is responsible"), "{turn_to:?} {said}");
        town.whispers("amina", "consent name").await;
        town.says(MODERATOR, MARKET, "!gcm digest full").await;
        let said = town.platform.said_in(&address(MARKET)).join("\n");
        assert!(said.contains("Hidden Pen"), "{said}");
    })
    .await;
}

#[tokio::test]
async fn what_makes_no_sense_is_said_so_and_taken_for_nothing_else() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.appoint("rafa", Role::Rapporteur).await;
        town.whispers("amina", "consent quote").await;
        for (person, line, told) in [
            ("amina", "submit for : We ask for a public register.", "I cannot tell for whom this is."),
            ("amina", "help cheese", "I know no “cheese”."),
            ("rafa", "digest objective -1", "There are 23 objectives"),
            ("rafa", "digest since 20 Sep until 10 Sep", "Write the earlier day first."),
        ] {
            let said = town.whispers(person, line).await.join("\n");
            assert!(said.contains(told), "{line}: {said}");
        }
        assert!(town.record().await.is_empty());
        town.whispers("amina", "consent name \"Hidden Pen\"").await;
        assert!(town.whispers("amina", "my data").await.join("\n").contains("Name: Hidden Pen"));
        town.whispers("amina", "consent organisation Union \"Hope\"").await;
        assert!(town.whispers("amina", "my data").await.join("\n").contains("Union \"Hope\""));
        // A word for the bot is nothing to be included.
        town.whispers("binta", "submit").await;
        town.whispers("binta", "2").await;
        assert!(!town.whispers("binta", "my contributions").await.join("\n").contains("Include it?"));
        town.whispers("binta", "1").await;
        assert!(town.record().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn of_who_said_stop_nothing_is_noted_whatever_way_they_take_until_they_go_on() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        town.whispers("amina", "stop").await;
        town.whispers("amina", "4").await;
        for line in ["say Employers keep wages back for months.", "Employers keep wages back for months."] {
            let told = town.whispers("amina", line).await.join("\n");
            assert!(told.contains("You are paused: nothing you write is noted. To go on, write join."), "{told}");
        }
        town.whispers("amina", "private").await;
        town.whispers("amina", "Employers keep wages back for months.").await;
        assert!(town.record().await.is_empty());
        town.whispers("amina", "join").await;
        town.whispers("amina", "say Employers keep wages back for months.").await;
        assert_eq!(town.record().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_waits_for_a_platform_that_does_not_run_keeps_nobody_waiting() {
    for_each_database(async |url| {
        let town = Town::on(Platform::Discord, &url).await;
        let mut snapshot = town.bot.store.snapshot().unwrap();
        for n in 0..300 {
            let to = To::Person { account: format!("@person-{n}:example.org"), instead: None };
            let action = Action::say(Document::line(Language::En, "A place is yours."));
            let now = snapshot.now;
            snapshot.queue(Platform::Matrix, &Outgoing { to, action }, now).unwrap();
        }
        town.bot.store.write(snapshot.into_changes()).await.unwrap();
        town.bot.take(&[town.platform.whisper("amina", "about")]).await.unwrap();
        town.bot.settle().await.unwrap();
        assert!(!town.platform.said_to("amina").is_empty());
        let waiting = town.bot.store.count::<Outbox>("state = 'waiting' AND tries = 0", &[]).await.unwrap();
        assert_eq!(waiting, 300, "it is said when the platform runs again");
    })
    .await;
}

#[tokio::test]
async fn what_is_too_long_for_one_message_is_said_in_several_before_what_comes_after_it() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let long = format!("{} The end of the long one.", "Fees push people into debt. ".repeat(3_000));
        let mut snapshot = town.bot.store.snapshot().unwrap();
        let kind = town.platform.kind();
        for text in ["Before.", &long, "After."] {
            let now = snapshot.now;
            let action = Action::say(Document::line(Language::En, text));
            snapshot.queue(kind, &Outgoing { to: To::Room(address(MARKET)), action }, now).unwrap();
        }
        town.bot.store.write(snapshot.into_changes()).await.unwrap();
        town.settle().await;
        let said = town.platform.said_in(&address(MARKET));
        let place = |words: &str| said.iter().position(|text| text.contains(words)).unwrap();
        let places = ["Before.", "The end of the long one.", "After."].map(place);
        assert!(places.is_sorted() && places[1] > places[0] + 1, "{places:?}");
    })
    .await;
}

#[tokio::test]
async fn who_writes_for_the_first_time_is_told_in_their_language_that_it_is_not_noted() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        for (person, text, answer) in [
            ("amina", "Les femmes qui vendent au marché paient des pots-de-vin pour leurs papiers.", "participer"),
            ("binta", "Las remesas cuestan demasiado para las familias de los trabajadores.", "participar"),
            ("chidi", "يدفع العمال رسوماً كثيرة قبل أن يسافروا إلى بلد العمل.", "مشاركة"),
            ("dayo", "Fees.", "join"),
        ] {
            let said = told(&town, person, async || {
                town.says(person, MARKET, text).await;
            })
            .await;
            assert!(said.len() == 1 && said[0].contains(answer), "{person}: {said:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_card_says_anew_who_can_read_when_that_changes() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.says(MODERATOR, MARKET, "!gcm room card").await;
        let cards = async || {
            let said = town.platform.said_in(&address(MARKET));
            said.into_iter().filter(|text| text.contains("Talk freely.")).collect::<Vec<_>>()
        };
        assert_eq!(cards().await.len(), 1);
        for (encrypted, members, expected) in [(true, 3, true), (true, 4, true), (false, 4, false)] {
            let facts = RoomFacts { encrypted, members: Some(members), ..RoomFacts::default() };
            town.hear([town.platform.event("platform", &address(MARKET), Body::Facts(facts))]).await;
            let cards = cards().await;
            assert_eq!(cards.len(), 1, "the one before is taken down: {cards:#?}");
            assert_eq!(cards[0].contains("Encrypted."), expected, "{cards:#?}");
        }
        let posted = town.platform.entries(&address(MARKET));
        let posted = posted.iter().filter(|entry| entry.deleted).count();
        assert_eq!(posted, 2, "another number of members posts no card");
    })
    .await;
}

#[tokio::test]
async fn what_was_said_in_a_rehearsal_never_counts_also_before_it_is_erased_and_when_it_is_heard_late() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        town.clock.advance(MINUTE);
        town.says(MODERATOR, MARKET, "!gcm room rehearsal on").await;
        town.clock.advance(MINUTE);
        town.says("amina", MARKET, FEES).await;
        let late = town.platform.write("amina", &address(MARKET), WAGES);
        town.clock.advance(3 * MINUTE);
        let off = town.platform.write(MODERATOR, &address(MARKET), "!gcm room rehearsal off");
        town.bot.take(&[off]).await.unwrap();

        // Nothing was erased yet.
        assert_eq!(town.texts_of("amina").await, [FEES]);
        let gathered = async || {
            let scope = Scope::consultation(town.consultation, town.now());
            digest(&town.bot.store, &scope, Language::En).await.unwrap().digest.contributions
        };
        assert_eq!(gathered().await, 0);
        town.settle().await;
        town.hear(as_history(&[late])).await;
        assert!(town.texts_of("amina").await.is_empty());
        town.clock.advance(MINUTE);
        town.says("amina", MARKET, FEES).await;
        assert_eq!(gathered().await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_text_for_a_group_says_for_whom_and_is_never_taken_for_a_name() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        let said = town.whispers("amina", &format!("submit for Union of Examples; Second Group: {FEES}")).await;
        assert!(said[0].contains("On behalf of Union of Examples and Second Group."), "{said:?}");
        assert_eq!(town.texts_of("amina").await, [FEES]);
        let long = "submit for as long as anyone here remembers the agencies have taken the first three months of \
                    wages, and one thing has to be said: they must not.";
        let refused = town.whispers("amina", long).await;
        assert!(refused[0].starts_with("I cannot tell for whom this is."), "{refused:?}");
        assert_eq!(town.texts_of("amina").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_word_of_two_languages_is_answered_in_the_one_that_the_room_speaks() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        for (person, languages, expected) in [("amina", "pt, fr", "Se tem"), ("binta", "fr, es", "Si tiene")] {
            town.says(MODERATOR, MARKET, &format!("!gcm room set languages {languages}")).await;
            let said = told(&town, person, async || {
                town.says(person, MARKET, "participar").await;
            })
            .await;
            assert!(said.len() == 1 && said[0].contains(expected), "{said:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_takes_no_part_is_not_promised_that_their_language_is_kept() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let said = town.whispers("amina", "language fr").await;
        assert_eq!(said, ["Je pourrai vous écrire en français quand vous participerez : commencez par participer."]);
        // They begin in it, and then it is known.
        let said = town.whispers("amina", "participer").await;
        assert!(said[0].contains("Si vous avez 18 ans"), "{said:?}");
        town.whispers("amina", "2").await;
        assert_eq!(town.whispers("amina", "language es").await, ["Desde ahora le escribo en español."]);
    })
    .await;
}

#[tokio::test]
async fn a_word_of_two_languages_is_answered_in_that_of_the_words_beside_it() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.says(MODERATOR, MARKET, "!gcm room set languages es, pt").await;
        let asks = async |person: &str, text: &str| {
            told(&town, person, async || {
                town.says(person, MARKET, text).await;
            })
            .await
        };
        let said = asks("amina", "!gcm participar eu não quero só ouvir o que vocês dizem").await;
        assert!(said.len() == 1 && said[0].contains("Se tem"), "{said:?}");
        let said = asks("binta", "participar").await;
        assert!(said.len() == 1 && said[0].contains("Si tiene"), "the first of the room: {said:?}");
    })
    .await;
}

#[tokio::test]
async fn commands_are_named_in_the_words_of_who_reads() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        for (typed, expected) in [
            ("accord citer", ""),
            ("langue fr", ""),
            ("dire", "après dire"),
            ("aide retirer", "retirer [reçu]"),
            ("étiqueter", "étiqueter REÇU OBJECTIF OU TYPE"),
            ("accord jamais", "non, compter, citer, catégorie, organisation, nom"),
            ("accord", "accord citer"),
            ("aide accord", "accord non|compter|citer|catégorie|organisation|nom [reçu ou mot]"),
            ("aide synthèse", "synthèse [objectif 6 depuis 2 sept. …]"),
            ("objectif 24", "synthèse objectif recruitment"),
            ("digset", "digest"),
            ("retirer", "Écrivez retirer [reçu]. Vous n’en avez aucune."),
            ("mes données", "Langue\u{a0}: Français"),
        ] {
            let said = town.whispers("amina", typed).await;
            assert!(said.last().is_some_and(|said| said.contains(expected)), "{typed}: {said:?}");
        }
        let noted = town.whispers("amina", &format!("dire {FEES}")).await;
        assert!(noted[0].contains("étiqueter AF-") && noted[0].contains("retirer AF-"), "{noted:?}");
    })
    .await;
}

#[tokio::test]
async fn who_takes_no_part_and_says_stop_is_not_taken_for_a_child() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let said = town.whispers("zoe", "stop").await;
        assert!(said[0].contains("Nothing of yours is kept") && !said[0].contains("18"), "{said:?}");
        town.whispers("zoe", "join").await;
        let said = town.whispers("zoe", "0").await;
        assert!(said[0].contains("under 18"), "{said:?}");
    })
    .await;
}

const SMUGGLERS: &str = "Smugglers of migrants took our money at the border and left us in the desert, marker-oryx.";

/// What waits to be said, as the house key opens it.
async fn waiting(town: &Town) -> String {
    let store = &town.bot.store;
    let rows = store.select::<Outbox>("1 = 1", &[]).await.unwrap().into_iter().filter(|row| !row.sealed.is_empty());
    rows.map(|row| store.vault().open::<serde_json::Value>(row.id, &row.sealed).unwrap().to_string()).collect()
}

#[tokio::test]
async fn who_is_asked_whether_they_may_be_quoted_is_asked_about_what_stands_when_they_can_be_told() {
    for_each_database(async |url| {
        let town = Town::on(Platform::Discord, &url).await;
        for person in ["amina", "binta"] {
            town.whispers(person, "!gcm consent quote").await;
            town.clock.advance(MINUTE);
            town.says(person, MARKET, &SMUGGLERS.replace("marker", person)).await;
        }
        // Neither can be told anything in private.
        let order = town.platform.write(MODERATOR, &address(MARKET), "!gcm digest full");
        town.bot.take(&[order]).await.unwrap();
        town.bot.jobs.run_due().await.unwrap();
        town.platform.trouble([Some(Trouble::Blocked); 20]);
        town.settle().await;
        let waiting = waiting(&town).await;
        assert!(waiting.contains("passage") && !waiting.contains("oryx"), "what waits says nothing: {waiting}");
        town.platform.untroubled();
        // The one takes hers back, and asks for nothing else; the other can be told from now on.
        let receipt = town.record().await.into_iter().find(|noted| noted.person == "amina").unwrap().receipt;
        town.whispers("amina", &format!("withdraw {receipt}")).await;
        town.whispers("binta", "status").await;
        let asked = |person: &str| town.platform.said_to(person).iter().any(|said| said.contains("-oryx"));
        assert!(!asked("amina") && asked("binta"), "{:?}", town.platform.said_to("binta"));
    })
    .await;
}

#[tokio::test]
async fn what_comes_late_does_not_become_part_of_what_may_be_quoted() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.whispers("amina", "consent quote").await;
        town.clock.advance(MINUTE);
        let (early, late) = ("They work in the harbour of the town.", "They know where my family lives.");
        let before = town.platform.write("amina", &address(MARKET), early);
        town.clock.advance(SECOND);
        town.says("amina", MARKET, SMUGGLERS).await;
        town.says(MODERATOR, MARKET, "!gcm digest full").await;
        let receipt = town.record().await[0].receipt.clone();
        town.whispers("amina", &format!("approve {receipt}.1")).await;
        // Its key comes now; and she writes on.
        town.hear(as_history(&[before])).await;
        town.says("amina", MARKET, late).await;
        let record = town.record().await;
        let approved = record.iter().find(|noted| noted.receipt == receipt).unwrap();
        assert_eq!(approved.texts, [SMUGGLERS]);
        assert_eq!(town.texts_of("amina").await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_said_is_given_up_after_a_day_of_trying_and_not_for_a_rest() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        town.platform.shut(MARKET);
        let asked = town.platform.write(MODERATOR, &address(MARKET), "!gcm about");
        town.bot.take(&[asked]).await.unwrap();
        let waits = async || town.bot.store.count::<Outbox>("state = 'waiting'", &[]).await.unwrap();
        let minutes_of_trying = async |minutes: usize| {
            for _ in 0..minutes {
                town.bot.outbox.send_due().await.unwrap();
                town.clock.advance(MINUTE + 5 * SECOND);
            }
        };
        minutes_of_trying(10).await;
        // It rests for a weekend, and the platform is away when it comes back.
        town.clock.advance(3 * DAY);
        minutes_of_trying(60).await;
        assert_eq!(waits().await, 1);
        minutes_of_trying(24 * 60).await;
        assert_eq!(waits().await, 0);
        assert_eq!(town.bot.store.count::<Outbox>("state = 'failed'", &[]).await.unwrap(), 1, "it is counted");
    })
    .await;
}

#[tokio::test]
async fn who_puts_the_mark_again_once_they_take_part_has_it_noted_also_where_marks_have_one_name() {
    for_each_database(async |url| {
        let town = Town::on(Platform::Discord, &url).await;
        let written = town.platform.write("amina", &address(MARKET), FEES);
        let mark = town.platform.react("amina", &address(MARKET), &written.id, "📝");
        town.hear([written, mark.clone()]).await;
        town.clock.advance(MINUTE);
        town.whispers("amina", "!gcm consent quote").await;
        town.clock.advance(HOUR);
        // It still stands: that is no new word.
        town.hear([Event { origin: Origin::History, at: town.now(), ..mark.clone() }]).await;
        assert!(town.texts_of("amina").await.is_empty());
        town.hear([Event { at: town.now(), ..mark }]).await;
        assert_eq!(town.texts_of("amina").await, [FEES]);
    })
    .await;
}
