//! Registering for a consultation, as the people in it see it: the questions, the place or the place on
//! the waiting list, and what becomes of it.

use crate::common;
use crate::common::NOW;
use crate::common::platform::{account, address};
use crate::common::town::{MARKET, Town, talk, whisper};
use gcm_talks::chat::Event;
use gcm_talks::model::{DAY, HOUR, MINUTE, Platform, Role, WEEK};
use gcm_talks::participation;
use gcm_talks::record;
use gcm_talks::store::{Call, Entry, Job, KeyRow, Load, LoadKey, Organisation, Participant};

const SECRETARIAT: &str = "sana";

/// A town with someone of the secretariat, and a registration that is open.
async fn town(url: &str, open: &str) -> Town {
    let town = Town::new(url).await;
    town.appoint(SECRETARIAT, Role::Secretariat).await;
    if !open.is_empty() {
        let said = whisper(&town, SECRETARIAT, &format!("call open registration {open}")).await;
        assert!(said.contains("is open"), "{said}");
    }
    town
}

/// Registers someone at once.
async fn register(town: &Town, person: &str, mode: &str) -> String {
    let line = format!("register country Kenya category trade unions mode {mode}");
    talk(town, person, &[&line, "yes"]).await
}

/// The counts of the only call, and what they have to be by its entries.
async fn counts(town: &Town) -> (Vec<i64>, Vec<i64>) {
    let call = town.bot.store.select::<Call>("1 = 1", &[]).await.unwrap().remove(0);
    let entries = town.bot.store.select::<Entry>("1 = 1", &[]).await.unwrap();
    let of = |mode: &str, states: &[&str]| {
        entries.iter().filter(|e| e.mode == mode && states.contains(&e.state.as_str())).count() as i64
    };
    let (given, waiting) = (&["confirmed", "promised"], &["waiting"]);
    let counted = vec![of("room", given), of("room", waiting), of("online", given), of("online", waiting)];
    (vec![call.in_room, call.in_room_waiting, call.online, call.online_waiting], counted)
}

async fn states(town: &Town) -> Vec<(i64, String)> {
    let entries = town.bot.store.select::<Entry>("1 = 1 ORDER BY number, id", &[]).await.unwrap();
    entries.into_iter().map(|entry| (entry.number, entry.state)).collect()
}

#[tokio::test]
async fn a_person_registers_by_five_questions_and_answers_more_by_choice() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "until 10 Sep 18:00 capacity room 2 online 5").await;
        let asked = whisper(&town, "amina", "register").await;
        assert!(
            asked.starts_with(
                "Registration for Consultation for Africa, run by the invented secretariat. What you answer is kept, \
                 sealed, until 730 days after the summary is published; the organisers can read it. You can take it \
                 back at any time."
            ),
            "{asked}"
        );
        assert!(asked.contains("Are you 18 or over, and do you agree?"), "{asked}");
        assert_eq!(town.bot.store.count::<Participant>("1 = 1", &[]).await.unwrap(), 0, "nothing is kept before a yes");
        let early = whisper(&town, "amina", "Egypt").await;
        assert_eq!(
            early, "“Egypt” is none of the answers. Write a number from 1 to 2, or the words, such as: yes.",
            "and the question stands"
        );

        let asked = whisper(&town, "amina", "1").await;
        assert!(
            asked.starts_with("Which country do you speak about or come from? Its name, its code or its flag."),
            "{asked}"
        );
        assert!(asked.contains("back · pause"), "{asked}");
        let wrong = whisper(&town, "amina", "Egipt").await;
        assert!(
            wrong.starts_with("I know no country “Egipt”. Do you mean 1 Egypt? Write the number, or the name."),
            "{wrong}"
        );
        let region = whisper(&town, "amina", "1").await;
        assert!(region.contains("1  Africa · North Africa") && region.contains("2  Arab"), "{region}");
        let category = whisper(&town, "amina", "1").await;
        assert!(category.starts_with("Which of these are you?"), "{category}");
        let mode = whisper(&town, "amina", "trade unions").await;
        assert!(mode.contains("1  in person") && mode.contains("2  online"), "{mode}");
        let summary = whisper(&town, "amina", "1").await;
        for line in [
            "1  Country: Egypt",
            "2  Region: Africa · North Africa",
            "3  Category: Trade unions",
            "4  Mode: in person",
            "0  all is right",
        ] {
            assert!(summary.contains(line), "{line}\n{summary}");
        }
        // One answer is changed, and its successors stay where they still hold.
        let again = whisper(&town, "amina", "3").await;
        assert!(again.starts_with("Which of these are you?"), "{again}");
        let summary = whisper(&town, "amina", "media").await;
        assert!(summary.contains("3  Category: The media") && summary.contains("4  Mode: in person"), "{summary}");
        let done = whisper(&town, "amina", "0").await;
        assert!(
            done.starts_with("You are registered for Consultation for Africa, in person. Your number is 1."),
            "{done}"
        );
        assert!(done.contains("Questions left, all optional: 6. Answer them now?"), "{done}");

        let name = whisper(&town, "amina", "yes").await;
        assert!(name.starts_with("Under which name shall the organisers expect you? A pseudonym is fine."), "{name}");
        assert!(name.contains("0  leave it out"), "{name}");
        let organisation = whisper(&town, "amina", "Amina Example").await;
        assert!(organisation.starts_with("Do you come for an organisation?"), "{organisation}");
        let back = whisper(&town, "amina", "back").await;
        assert!(back.starts_with("Under which name"), "{back}");
        talk(&town, "amina", &["Amina Sample", "Union of Examples", "skip", "6, round table 2"]).await;
        let paused = whisper(&town, "amina", "pause").await;
        assert_eq!(paused, "Your answers are kept. To go on, in some days too, write register.");

        // Days later, after the keys have changed, it goes on where it stopped.
        town.clock.advance(WEEK + HOUR);
        town.bot.store.change_keys().await.unwrap();
        let goes_on = whisper(&town, "amina", "register").await;
        assert!(goes_on.contains("Questions left, all optional: 2."), "{goes_on}");
        let needs = whisper(&town, "amina", "1").await;
        assert!(needs.contains("This is sensitive, and you need not answer."), "{needs}");
        let gender = whisper(&town, "amina", "0").await;
        assert!(gender.contains("1  woman"), "{gender}");
        let done = whisper(&town, "amina", "woman").await;
        assert!(done.starts_with("Thank you. my data shows what I hold"), "{done}");

        // Who only registered does not take part in what is noted.
        let held = whisper(&town, "amina", "my data").await;
        for part in [
            "confirmed; number 1; Country: Egypt",
            "Name: Amina Sample",
            "Themes: 6 Recruitment and decent work, Round table 2",
            "Gender: woman",
        ] {
            assert!(held.contains(part), "{part}\n{held}");
        }
        assert!(!held.contains("Consent"), "{held}");
        town.says("amina", MARKET, "Recruitment fees push domestic workers into debt before they leave home.").await;
        assert!(town.record().await.is_empty());
        assert!(town.platform.said_to("amina").last().unwrap().contains("is not noted, because you do not take part"));
        let status = whisper(&town, "amina", "status").await;
        assert!(
            status.contains("You are registered for Consultation for Africa, in person. Your number is 1."),
            "{status}"
        );

        let gone = whisper(&town, "amina", "forget me yes").await;
        assert!(gone.contains("is erased"), "{gone}");
        assert_eq!(town.bot.store.count::<Entry>("1 = 1", &[]).await.unwrap(), 0);
        assert_eq!(town.bot.store.count::<KeyRow>("id > 0", &[]).await.unwrap(), 0);
        assert_eq!(counts(&town).await.0, [0, 0, 0, 0]);
    })
    .await;
}

#[tokio::test]
async fn whoever_knows_what_is_asked_writes_it_in_one_line_in_any_language() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "capacity room 0").await;
        let asked = whisper(&town, "amina", "register country Kenya category trade unions").await;
        assert!(asked.contains("Are you 18 or over"), "{asked}");
        let done = whisper(&town, "amina", "yes").await;
        assert!(
            done.starts_with("You are registered for Consultation for Africa, online. Your number is 1."),
            "{done}"
        );
        town.whispers("binta", "language fr").await;
        let done = talk(&town, "binta", &["inscription pays Sénégal catégorie syndicats", "oui"]).await;
        assert!(done.contains("en ligne. Votre numéro est 2."), "{done}");
        // What is wrong in it is said, and the rest is kept.
        let wrong = talk(&town, "chidi", &["register country Narnia category media", "yes"]).await;
        assert!(wrong.starts_with("I know no country “Narnia”."), "{wrong}");
        let category = whisper(&town, "chidi", "Togo").await;
        assert!(category.starts_with("Which of these are you?"), "{category}");
        let unknown = whisper(&town, "dayo", "register please").await;
        assert!(unknown.contains("18 or over"), "{unknown}");
        let unknown = whisper(&town, "dayo", "yes").await;
        assert_eq!(
            unknown,
            "I do not know what to do with “please”. Write such as: register country Kenya mode online"
        );
    })
    .await;
}

#[tokio::test]
async fn who_waits_is_told_their_place_and_told_when_a_place_is_theirs() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "capacity room 1 online 1").await;
        assert!(register(&town, "amina", "in person").await.contains("Your number is 1."));
        let waits = register(&town, "binta", "in person").await;
        assert!(
            waits.starts_with(
                "All places are taken, so you are on the waiting list for Consultation for Africa, in person. Your \
                 number is 2. I tell you when a place is yours; it is then kept for 48 hours. Your place on the list: 1."
            ),
            "{waits}"
        );
        assert!(register(&town, "chidi", "in person").await.contains("Your place on the list: 2."));
        let status = whisper(&town, "chidi", "status").await;
        assert!(status.contains("Your place on the list: 2 of 2."), "{status}");
        // Online there is a place; the list in the room goes on without her.
        let changed = whisper(&town, "chidi", "register mode online").await;
        assert!(changed.starts_with("You are registered for Consultation for Africa, online. Your number is 3."), "{changed}");
        assert!(register(&town, "dayo", "in person").await.contains("Your place on the list: 2."));

        let gone = whisper(&town, "amina", "unregister").await;
        assert!(gone.starts_with("You are no longer registered for Consultation for Africa, and your answers are erased."), "{gone}");
        let told = town.platform.said_to("binta").pop().unwrap();
        assert!(told.starts_with("A place is yours: Consultation for Africa, in person. It is kept until Sun 17 Jan, "), "{told}");
        assert!(told.ends_with("To take it, write register; to give it back, unregister."), "{told}");
        let taken = whisper(&town, "binta", "register").await;
        assert!(taken.starts_with("You are registered for Consultation for Africa, in person. Your number is 2."), "{taken}");

        // Who does not take it in time is told, and it goes on.
        whisper(&town, "binta", "unregister").await;
        assert!(town.platform.said_to("dayo").pop().unwrap().starts_with("A place is yours"));
        assert!(register(&town, "emeka", "in person").await.contains("Your place on the list: 1."));
        town.clock.advance(2 * DAY + MINUTE);
        town.bot.settle().await.unwrap();
        town.settle().await;
        assert!(town.platform.said_to("dayo").pop().unwrap().contains("went to the next on the list"));
        assert!(town.platform.said_to("emeka").pop().unwrap().starts_with("A place is yours"));
        // Who is not on it any more starts again.
        let again = whisper(&town, "dayo", "register country Togo category media mode in person").await;
        assert!(again.contains("Your place on the list: 1."), "{again}");
        let (counted, by_entries) = counts(&town).await;
        assert_eq!(counted, by_entries);
        assert_eq!(counted, [1, 1, 1, 0]);
        // More places are opened: the list moves up by itself.
        let more = whisper(&town, SECRETARIAT, "call extend registration capacity room 5").await;
        assert!(more.contains("in person: 1 given away of 5, 1 waiting"), "{more}");
        assert!(town.platform.said_to("dayo").pop().unwrap().starts_with("A place is yours"));
        assert_eq!(town.bot.store.count::<Job>("state = 'failed'", &[]).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn of_two_processes_that_give_away_the_last_place_one_does() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "capacity room 6 online 0").await;
        let another = town.another_bot().await;
        for round in 0..6 {
            let people = [format!("one{round}"), format!("two{round}")];
            for person in &people {
                talk(&town, person, &["register", "yes", "Kenya", "media"]).await;
            }
            // Both stand before the summary; the place is given by the word that confirms it.
            let events: Vec<Event> = people.iter().map(|person| town.platform.whisper(person, "0")).collect();
            let (first, second) = tokio::join!(town.bot.take(&events[..1]), another.take(&events[1..]));
            first.unwrap();
            second.unwrap();
            town.settle().await;
            let (counted, by_entries) = counts(&town).await;
            assert_eq!(counted, by_entries, "round {round}");
            assert_eq!(counted[0], (2 * (round + 1)).min(6));
        }
        let given: Vec<i64> =
            states(&town).await.into_iter().filter(|(_, s)| s == "confirmed").map(|(n, _)| n).collect();
        assert_eq!(given, [1, 2, 3, 4, 5, 6], "in the order of their numbers");
        assert_eq!(counts(&town).await.0, [6, 6, 0, 0]);
    })
    .await;
}

#[tokio::test]
async fn a_process_that_is_killed_before_the_confirmation_loses_nothing() {
    common::for_each_database(async |url: String| {
        let mut town = town(&url, "").await;
        whisper(&town, SECRETARIAT, "call open registration capacity room 1 online 0").await;
        talk(&town, "amina", &["register", "yes", "Kenya", "media"]).await;
        town.restart().await;
        let done = whisper(&town, "amina", "0").await;
        assert!(done.contains("Your number is 1."), "{done}");
        // The same word once more, as a platform delivers it again after a kill.
        let event = town.platform.whisper("binta", "register country Togo category media");
        town.hear([event.clone()]).await;
        let yes = town.platform.whisper("binta", "yes");
        town.hear([yes.clone()]).await;
        town.restart().await;
        town.hear([event, yes]).await;
        assert_eq!(states(&town).await, [(1, "confirmed".to_owned()), (2, "waiting".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_refused_without_a_word() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "").await;
        let none = whisper(&town, "amina", "register").await;
        assert_eq!(none, "Nobody can register for Consultation for Africa yet. Questions: focal-point@example.org.");
        whisper(&town, SECRETARIAT, "call open registration until 20 Jan 18:00").await;
        let young = talk(&town, "amina", &["register", "no"]).await;
        assert_eq!(
            young,
            "Nothing was kept. If you are under 18, I may not register you; help@example.org can help you."
        );
        assert_eq!(town.bot.store.count::<Participant>("1 = 1", &[]).await.unwrap(), 0);
        let nobody = whisper(&town, "amina", "unregister").await;
        assert!(nobody.starts_with("You are not registered for Consultation for Africa."), "{nobody}");

        talk(&town, "binta", &["register", "yes", "Kenya"]).await;
        assert_eq!(NOW, 1_800_000_000_000, "15 January 2027");
        town.clock.advance(6 * DAY);
        town.settle().await;
        let closed = whisper(&town, "binta", "register").await;
        assert!(closed.starts_with("Registration for Consultation for Africa closed on 20 January 2027."), "{closed}");
        // Extended, it goes on where she was.
        let extended = whisper(&town, SECRETARIAT, "call extend registration until 30 Jan 18:00").await;
        assert!(extended.contains("is open until Sat 30 Jan, 18:00 Dakar"), "{extended}");
        let category = whisper(&town, "binta", "register").await;
        assert!(category.starts_with("Which of these are you?"), "{category}");

        let shut = whisper(&town, SECRETARIAT, "call close registration").await;
        assert!(shut.starts_with("Registration for Consultation for Africa is closed."), "{shut}");
        whisper(&town, SECRETARIAT, "call open registration audience youth").await;
        let youth = whisper(&town, "chidi", "register").await;
        assert!(youth.contains("This is for people from 18 to 30. Are you, and do you agree?"), "{youth}");
        let older = whisper(&town, "chidi", "no").await;
        assert!(older.starts_with("Nothing was kept. For what people of another age can come to"), "{older}");
        whisper(&town, SECRETARIAT, "call close").await;
        whisper(&town, SECRETARIAT, "call open registration audience states").await;
        let stranger = whisper(&town, "dayo", "register").await;
        assert!(stranger.starts_with("This registration is for Member States."), "{stranger}");
    })
    .await;
}

#[tokio::test]
async fn the_organisers_invite_one_by_one_and_everyone_learns_what_they_decide() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "audience invitation capacity room 1 online 0").await;
        for (person, number) in [("amina", 1), ("binta", 2)] {
            let asked = talk(&town, person, &["register country Togo category media", "yes"]).await;
            assert!(asked.contains(&format!("is handed in under number {number}.")), "{asked}");
        }
        let list = whisper(&town, SECRETARIAT, "registrations").await;
        assert!(list.contains("1  to be decided · Togo · Africa · West Africa · The media · in person"), "{list}");
        whisper(&town, SECRETARIAT, "registrations accept 1").await;
        assert!(town.platform.said_to("amina").pop().unwrap().starts_with("You are registered"));
        let declined = whisper(&town, SECRETARIAT, "registrations decline 2").await;
        assert_eq!(declined, "Number 2 is declined, and was told.");
        let told = town.platform.said_to("binta").pop().unwrap();
        assert!(told.contains("could not take your registration") && told.contains("focal-point"), "{told}");
        let wrong = whisper(&town, SECRETARIAT, "registrations accept 9").await;
        assert!(wrong.starts_with("No registration with the number “9” waits for a decision."), "{wrong}");

        // On the day.
        let here = whisper(&town, "amina", "check in").await;
        assert_eq!(here, "Number 1 is here: Consultation for Africa.");
        let none = whisper(&town, "binta", "check in").await;
        assert!(none.starts_with("You have no place at Consultation for Africa yet."), "{none}");
        let other = whisper(&town, "binta", "check in 1").await;
        assert!(other.starts_with("Only moderators and coordinators"), "{other}");
        let desk = whisper(&town, SECRETARIAT, "check in 1").await;
        assert_eq!(desk, "Number 1 is here: Consultation for Africa.");
        let list = whisper(&town, SECRETARIAT, "registrations confirmed").await;
        assert!(list.contains("in person · is here"), "{list}");
    })
    .await;
}

#[tokio::test]
async fn a_list_of_who_registered_is_taken_down_when_one_of_them_takes_it_back() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "audience invitation capacity room 2 online 0").await;
        let standing = || {
            let posts = town.platform.posts().into_iter().map(|(_, entry)| entry).filter(|entry| !entry.deleted);
            posts.filter(|entry| entry.message.text.contains("to be decided · ")).count()
        };
        for (person, country) in [("amina", "Togo"), ("binta", "Kenya"), ("chidi", "Ghana")] {
            talk(&town, person, &[&format!("register country {country} category media"), "yes"]).await;
        }
        for takes_back in [&["unregister"][..], &["forget me", "yes"]] {
            let person = if takes_back.len() == 1 { "binta" } else { "amina" };
            whisper(&town, SECRETARIAT, "registrations").await;
            whisper(&town, SECRETARIAT, "registrations asked").await;
            assert_eq!(standing(), 2);
            let gone = talk(&town, person, takes_back).await;
            assert_eq!(standing(), 0, "{gone}");
        }
        let list = whisper(&town, SECRETARIAT, "registrations").await;
        assert!(list.contains("Ghana") && !list.contains("Kenya") && !list.contains("Togo"), "{list}");
    })
    .await;
}

#[tokio::test]
async fn who_is_missing_is_seen_and_nobody_can_be_counted_out() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "capacity room 0").await;
        for n in 0..6 {
            let person = format!("person{n}");
            talk(&town, &person, &["register country Kenya category trade unions gender woman", "yes"]).await;
        }
        talk(&town, "amina", &["register country Togo category media gender man", "yes"]).await;
        let report = whisper(&town, SECRETARIAT, "coverage").await;
        for part in
            ["People: 5–9.", "Region: East Africa and Horn 5–9", "Category: Trade unions 5–9", "Gender: woman 5–9"]
        {
            assert!(report.contains(part), "{part}\n{report}");
        }
        let (_, missing) = report.split_once("Few or none so far: ").unwrap();
        for group in ["West Africa", "The media", "man", "Academia"] {
            assert!(missing.contains(group), "{group}\n{report}");
        }
        let refused = whisper(&town, "amina", "coverage").await;
        assert!(refused.starts_with("Only moderators"), "{refused}");
        // Sensitive answers stand in no list.
        let list = whisper(&town, SECRETARIAT, "registrations").await;
        assert!(list.contains("Kenya") && !list.contains("woman"), "{list}");
    })
    .await;
}

#[tokio::test]
async fn the_card_says_until_when_one_can_register() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "").await;
        town.says(common::town::MODERATOR, MARKET, "!gcm room card").await;
        whisper(&town, SECRETARIAT, "call open registration until 20 Jan 18:00").await;
        let card = town.platform.said_in(&address(MARKET)).pop().unwrap();
        assert!(card.contains("!gcm register  register, until Wed 20 Jan, 18:00 Dakar"), "{card}");
        town.clock.advance(6 * DAY);
        town.bot.settle().await.unwrap();
        let card = town.platform.said_in(&address(MARKET)).pop().unwrap();
        assert!(card.contains("Talk freely.") && !card.contains("register"), "{card}");
    })
    .await;
}

#[tokio::test]
async fn two_accounts_that_are_one_person_have_one_registration() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "capacity room 1 online 9").await;
        register(&town, "amina", "in person").await;
        register(&town, "moon", "in person").await;
        register(&town, "chidi", "in person").await;
        let code = whisper(&town, "moon", "link account").await;
        let (_, code) = code.split_once("link account ").unwrap();
        let code: String = code.chars().filter(char::is_ascii_digit).take(8).collect();
        let linked = talk(&town, "amina", &[&format!("link account {code}"), "yes"]).await;
        assert!(linked.contains("Your accounts are joined"), "{linked}");
        for person in ["amina", "moon"] {
            let status = whisper(&town, person, "status").await;
            assert!(status.contains("You are registered") && status.contains("Your number is 1."), "{status}");
        }
        let (counted, by_entries) = counts(&town).await;
        assert_eq!((counted.clone(), counted), (by_entries, vec![1, 1, 0, 0]));
        // Stop offers to unregister, from either account.
        let done = talk(&town, "moon", &["stop", "2"]).await;
        assert!(done.starts_with("You are no longer registered"), "{done}");
        assert!(town.platform.said_to("chidi").pop().unwrap().starts_with("A place is yours"));
    })
    .await;
}

#[tokio::test]
async fn the_secretariat_changes_what_is_asked_from_the_chat() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "capacity room 0").await;
        // Someone is in the middle of it.
        let before = talk(&town, "amina", &["register", "yes", "Kenya"]).await;
        assert!(before.starts_with("Which of these are you?"), "{before}");
        let preview = whisper(&town, SECRETARIAT, "call form registration category ask Who do you speak for?").await;
        assert!(preview.starts_with("This is how it reads from now on. Is that right?"), "{preview}");
        assert!(preview.contains("Category: Who do you speak for?"), "{preview}");
        let done = whisper(&town, SECRETARIAT, "yes").await;
        assert!(done.starts_with("The form is changed (version 2)."), "{done}");
        talk(&town, SECRETARIAT, &["call form registration gender option nonbinary non-binary", "1"]).await;
        talk(&town, SECRETARIAT, &["call form registration themes off", "yes"]).await;
        let shown = whisper(&town, SECRETARIAT, "call form registration").await;
        assert!(shown.contains("woman, man, another, non-binary"), "{shown}");
        assert!(shown.contains("themes") && shown.contains("left out"), "{shown}");
        let kept = talk(&town, "amina", &["back", "Kenya"]).await;
        assert!(kept.starts_with("Who do you speak for?"), "{kept}");
        let done = talk(&town, "amina", &["media", "0"]).await;
        assert!(done.contains("Questions left, all optional: 5."), "{done}");
        let gender = talk(&town, "amina", &["yes", "0", "0", "0", "0"]).await;
        assert!(gender.contains("4  non-binary"), "{gender}");
        for (line, says) in [
            ("call form registration moon ask Why?", "is not possible here"),
            ("call form registration country option x y", "Write what is to change"),
            ("call form registration country ask", "Write what is to change"),
            ("call form moon", "is not possible here"),
        ] {
            let refused = whisper(&town, SECRETARIAT, line).await;
            assert!(refused.contains(says), "{line}: {refused}");
        }
        let refused = whisper(&town, "amina", "call form registration country off").await;
        assert!(refused.starts_with("Only secretariat") || refused.starts_with("Only the secretariat"), "{refused}");
    })
    .await;
}

#[tokio::test]
async fn a_written_submission_is_a_form_too() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "").await;
        town.whispers("amina", "consent quote").await;
        let asked = whisper(&town, "amina", "submit").await;
        assert!(asked.starts_with("What do you submit? Write it, or send a text file."), "{asked}");
        // What begins like a command is the answer here, unless it can only be one.
        let text = "Who recruits must pay: States should ban recruitment fees that domestic workers pay.";
        let whom = whisper(&town, "amina", text).await;
        assert!(whom.contains("1  for myself") && whom.contains("2  for an organisation or group"), "{whom}");
        let paused = whisper(&town, "amina", "pause").await;
        assert_eq!(paused, "Your answers are kept. To go on, in some days too, write submit.");
        town.clock.advance(3 * DAY);
        talk(&town, "amina", &["submit", "2"]).await;
        let summary = whisper(&town, "amina", "Union of Examples; Network of Examples").await;
        assert!(summary.contains("2  For whom: for an organisation or group"), "{summary}");
        let noted = whisper(&town, "amina", "0").await;
        assert!(noted.contains("On behalf of Union of Examples and Network of Examples."), "{noted}");
        assert_eq!(town.texts_of("amina").await, [text]);
        assert_eq!(town.bot.store.count::<Entry>("1 = 1", &[]).await.unwrap(), 0, "nothing is kept twice");
    })
    .await;
}

#[tokio::test]
async fn an_organisation_is_one_record_and_a_near_name_is_asked_about_once() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "online 50").await;
        let organisations = async || town.bot.store.count::<Organisation>("1 = 1", &[]).await.unwrap();
        for person in ["amina", "binta"] {
            register(&town, person, "online").await;
            let next = talk(&town, person, &["yes", "skip", "Union of Examples"]).await;
            assert!(next.contains("interpretation"), "{next}");
            assert_eq!(organisations().await, 1);
        }
        // A slip of the finger: the form goes on when it is answered.
        register(&town, "chidi", "online").await;
        let asked = talk(&town, "chidi", &["yes", "skip", "Union of Exampels"]).await;
        assert!(asked.contains("1  Union of Examples") && !asked.contains("interpretation"), "{asked}");
        let next = whisper(&town, "chidi", "1").await;
        assert!(next.contains("interpretation"), "{next}");
        // The same in one line, and it is another.
        let line = "register country Kenya category trade unions mode online organisation Union of Exampless";
        let asked = talk(&town, "dayo", &[line, "yes"]).await;
        assert!(asked.contains("You are registered") && asked.contains("1  Union of Examples"), "{asked}");
        let next = whisper(&town, "dayo", "2").await;
        assert!(next.contains("Questions left"), "{next}");
        assert_eq!(organisations().await, 2);
        // They can see where they stand with it.
        let status = whisper(&town, "dayo", "status").await;
        assert!(status.contains("Union of Exampless"), "{status}");
        // Who is not sure says nothing, and the form goes on by its word.
        register(&town, "esi", "online").await;
        talk(&town, "esi", &["yes", "skip", "Union of Exampoles"]).await;
        let next = whisper(&town, "esi", "register").await;
        assert!(next.contains("Questions left"), "{next}");
    })
    .await;
}

#[tokio::test]
async fn what_is_answered_can_be_read_by_nobody_without_the_key() {
    common::for_each_database(async |url: String| {
        let town = town(&url, "capacity online 9").await;
        register(&town, "amina", "online").await;
        talk(&town, "amina", &["yes", "Marker-Okapi Example", "pause"]).await;
        let mut snapshot = town.bot.store.snapshot().unwrap();
        town.bot.store.load_base(&mut snapshot).await.unwrap();
        let hash = record::account_hash(&snapshot, Platform::Matrix, &account("amina"));
        town.bot.store.load(&mut snapshot, &Load::from([LoadKey::Written(hash, 0)])).await.unwrap();
        let entry = snapshot.rows.entries.iter().next().unwrap().clone();
        let filled = participation::filled_of(&snapshot, &entry).unwrap();
        assert_eq!(filled.value("name"), Some("Marker-Okapi Example"));
        assert_eq!(
            (filled.form.as_str(), filled.version),
            ("registration", 1),
            "answers keep the version they answered"
        );
        let bytes = format!("{entry:?}");
        assert!(!bytes.contains("Okapi") && !bytes.contains("KEN"), "{bytes}");
        // Taken back, nothing of it can be opened.
        whisper(&town, "amina", "unregister").await;
        let entry = town.bot.store.select::<Entry>("1 = 1", &[]).await.unwrap().remove(0);
        assert!(entry.sealed.is_empty() && entry.state == "withdrawn");
    })
    .await;
}
