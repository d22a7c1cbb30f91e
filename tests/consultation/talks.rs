//! Talks, as the people in a consultation see them: what is planned, what they registered for, and what
//! they are told of it when.

use crate::common;
use crate::common::platform::{account, address};
use crate::common::town::{HARBOUR, MARKET, MODERATOR, Town, cut, room, talk, whisper};
use gcm_talks::chat::{Action, render};
use gcm_talks::model::{DAY, HOUR, Language, MINUTE, Platform, Role, RoomSettings, WEEK};
use gcm_talks::outbox;
use gcm_talks::participation::{self, Filled};
use gcm_talks::record::{self, Person, Profile};
use gcm_talks::store::{Entry, Job, Outbox, Talk};

const SECRETARIAT: &str = "sana";
/// A talk in four weeks and some hours.
const RECRUITMENT: &str = "talk create Recruitment in West Africa starts 12 Feb 15:00 minutes 90 mode hybrid \
     place Dakar languages en, fr interpretation ar level regional \
     agenda 10 Opening; 60 What keeps workers in debt; 20 Next steps";

/// A town in which a talk is planned, and people can register for it.
async fn town_with_talk(url: &str, open: &str) -> Town {
    let town = Town::new(url).await;
    let done = talk(&town, MODERATOR, &[RECRUITMENT, "yes"]).await;
    assert!(done.starts_with("Talk 1 is planned: Recruitment in West Africa."), "{done}");
    if !open.is_empty() {
        let said = whisper(&town, MODERATOR, &format!("talk open 1 {open}")).await;
        assert!(said.contains("is open until"), "{said}");
    }
    town
}

async fn register(town: &Town, person: &str, mode: &str) -> String {
    let line = format!("register talk 1 country Kenya category trade unions mode {mode}");
    talk(town, person, &[&line, "yes"]).await
}

/// Moves the clock and does everything that is due then.
async fn later(town: &Town, span: i64) {
    town.clock.advance(span);
    town.bot.settle().await.unwrap();
    town.settle().await;
}

/// How often something was said in a room.
fn times(town: &Town, room: &str, words: &str) -> usize {
    town.platform.said_in(&address(room)).iter().filter(|said| said.contains(words)).count()
}

/// How often something was said to a person.
fn told(town: &Town, person: &str, words: &str) -> usize {
    town.platform.said_to(person).iter().filter(|said| said.contains(words)).count()
}

fn last_to(town: &Town, person: &str) -> String {
    town.platform.said_to(person).pop().unwrap_or_default()
}

#[tokio::test]
async fn a_talk_is_planned_after_a_look_at_it_and_the_rooms_are_told() {
    common::for_each_database(async |url: String| {
        let town = Town::new(&url).await;
        let preview = whisper(&town, MODERATOR, RECRUITMENT).await;
        for line in [
            "This talk is planned, and announced in market and harbour. Is that right?",
            "Recruitment in West Africa",
            "Fri 12 Feb, 15:00 Dakar",
            "90 minutes · in person and online · Dakar · languages: English, French · interpretation: Arabic · regional",
            "15:00  Opening",
            "15:10  What keeps workers in debt",
            "16:10  Next steps",
        ] {
            assert!(preview.contains(line), "{line}\n{preview}");
        }
        assert!(!preview.contains("Short notice"), "{preview}");
        assert_eq!(town.bot.store.count::<Talk>("1 = 1", &[]).await.unwrap(), 0, "nothing is planned before a yes");
        let dates = whisper(&town, "amina", "deadlines").await;
        assert!(!dates.contains("Talk 1"), "{dates}");
        let left = whisper(&town, MODERATOR, "no").await;
        assert_eq!(left, "Nothing was changed.");
        assert_eq!(town.bot.store.count::<Talk>("1 = 1", &[]).await.unwrap(), 0);

        let done = talk(&town, MODERATOR, &[RECRUITMENT, "1"]).await;
        assert_eq!(
            done,
            "Talk 1 is planned: Recruitment in West Africa. So that people can register: talk open 1"
        );
        for room in [MARKET, HARBOUR] {
            assert_eq!(times(&town, room, "A talk is planned."), 1);
        }
        // What stands in the store of it opens with the key alone: a title may name someone.
        let row = town.bot.store.select::<Talk>("1 = 1", &[]).await.unwrap().remove(0);
        assert!(!format!("{row:?}").contains("Recruitment"));

        // In a room it is for that room; what follows shortly after its bounds are told is a warning.
        town.says(MODERATOR, MARKET, "!gcm talk create \"Cities at work\" starts 20 Jan 10:00").await;
        let preview = last_to(&town, MODERATOR);
        assert!(preview.contains("announced in market. Is that right?"), "{preview}");
        assert!(
            preview.contains("Short notice: people are to know of a talk 14 days before, and this is in 5."),
            "{preview}"
        );
        whisper(&town, MODERATOR, "yes").await;
        assert_eq!((times(&town, MARKET, "Cities at work"), times(&town, HARBOUR, "Cities at work")), (1, 0));
        let dates = whisper(&town, "amina", "deadlines").await;
        assert!(dates.contains("12 February 2027, 15:00  Talk 1 begins: Recruitment in West Africa"), "{dates}");

        let coming = whisper(&town, "amina", "talks").await;
        let (first, second) = (coming.find("2 · Cities at work").unwrap(), coming.find("1 · Recruitment").unwrap());
        assert!(first < second, "as they come: {coming}");
        let one = whisper(&town, "amina", "talks 1").await;
        assert!(one.contains("1 · Recruitment in West Africa") && one.contains("16:10  Next steps"), "{one}");
        // Titles are said in one's own language where there is one.
        let preview = talk(&town, MODERATOR, &["talk set 1 title fr Le recrutement en Afrique de l’Ouest", "yes"]).await;
        assert!(preview.starts_with("Talk 1 is changed:"), "{preview}");
        assert_eq!(times(&town, HARBOUR, "Recruitment"), 1, "nobody is told of that");
        town.whispers("binta", "language fr").await;
        let french = whisper(&town, "binta", "rencontres").await;
        assert!(french.contains("1 · Le recrutement en Afrique de l’Ouest"), "{french}");
        assert!(french.contains("langues : anglais, français"), "{french}");
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_in_a_line_is_said_with_an_example() {
    common::for_each_database(async |url: String| {
        let town = town_with_talk(&url, "").await;
        for (line, says) in [
            ("talk", "Something is missing."),
            ("talk creat x", "Did you mean talk create?"),
            ("talk create starts 12 Feb 15:00", "A talk needs a title. Write such as: talk create \"Recruitment"),
            ("talk create Cities", "When does it begin? Write such as: talk create"),
            ("talk create Cities starts 12 Feb", "At what time? Write day and time, such as"),
            ("talk create Cities starts 31 Feb 15:00", "is no day that exists. Write a day such as 28 Feb 18:00."),
            ("talk create Cities starts 2 Jan 15:00", "is already over."),
            ("talk create Cities starts lunch", "I cannot read “lunch” as a time."),
            ("talk create Cities starts 12 Feb 15:00 minutes 2", "“2” is no number from 5 to 720."),
            ("talk create Cities starts 12 Feb 15:00 mode moon", "Possible: online, hybrid, in person."),
            ("talk create Cities starts 12 Feb 15:00 level moon", "Possible: local, national, regional, global."),
            ("talk create Cities starts 12 Feb 15:00 languages en, xx", "I do not speak “xx”."),
            ("talk create Cities starts 12 Feb 15:00 audience moon", "Possible: everyone, youth, states, invitation."),
            ("talk create Cities starts 12 Feb 15:00 room moon", "Possible: market, harbour."),
            ("talk create Cities starts 12 Feb 15:00 agenda Opening", "Write the parts with their minutes"),
            (
                "talk create Cities starts 12 Feb 15:00 minutes 30 agenda 40 Opening",
                "takes 40 minutes, and the talk 30.",
            ),
            (
                "talk move 7 13 Feb 15:00",
                "Which talk? Write its number first. There are: 1 Recruitment in West Africa.",
            ),
            ("talk move 1", "When does it begin? Write such as: talk move 1 13 Feb 15:00"),
            ("talk set 1", "Something is missing. Write talk set 1 mode hybrid languages en, fr."),
            ("talk set 1 starts 13 Feb 15:00", "I do not understand"),
            ("talk close 1", "No such call is open. Write talk open 1"),
            ("talk open 1 until lunch", "I cannot read “lunch” as a time."),
            ("talk open 1 capacity room 0 online 0", "There would be no place at all."),
            ("talks moon", "Which talk?"),
            ("talks reminders moon", "Possible: on, off."),
            ("talks reminders off", "You are not registered for Consultation for Africa."),
            ("talks timezone Atlantis", "I know no time zone “Atlantis”."),
        ] {
            let refused = whisper(&town, MODERATOR, line).await;
            assert!(refused.contains(says), "{line}: {refused}");
        }
        let refused = whisper(&town, "amina", "talk cancel 1").await;
        assert!(refused.starts_with("Only moderators and coordinators"), "{refused}");
        let none = whisper(&town, "amina", "register talk 1").await;
        assert!(none.starts_with("Nobody can register for Recruitment in West Africa yet."), "{none}");
        assert_eq!(town.bot.store.count::<Talk>("1 = 1", &[]).await.unwrap(), 1, "nothing came of any of it");

        // At a change of the clocks: what does not exist, and what comes twice.
        town.appoint(SECRETARIAT, Role::Secretariat).await;
        whisper(&town, SECRETARIAT, "consultation set africa timezone Europe/Paris").await;
        let skipped = whisper(&town, MODERATOR, "talk create Cities starts 28 Mar 2027 2:30").await;
        assert!(skipped.contains("does not exist: the clocks are put forward there."), "{skipped}");
        let twice = whisper(&town, MODERATOR, "talk create Cities starts 31 Oct 2027 2:30").await;
        assert!(twice.contains("“31 Oct 2027 2:30” comes twice. Write another time, such as 31 Oct 03:30."), "{twice}");
        // The notice is what the secretariat sets.
        let set = whisper(&town, SECRETARIAT, "consultation set africa notice 40").await;
        assert!(set.contains("notice"), "{set}");
        let preview = whisper(&town, MODERATOR, "talk create Cities starts 12 Feb 15:00").await;
        assert!(preview.contains("people are to know of a talk 40 days before, and this is in 28."), "{preview}");
    })
    .await;
}

#[tokio::test]
async fn whoever_registers_for_several_things_is_asked_which_and_sees_where_they_stand_with_each() {
    common::for_each_database(async |url: String| {
        let town = town_with_talk(&url, "capacity room 1 online 40").await;
        town.appoint(SECRETARIAT, Role::Secretariat).await;
        assert_eq!(times(&town, MARKET, "People can register for this talk."), 1);
        let room = town.platform.said_in(&address(MARKET)).pop().unwrap();
        assert!(room.contains("To register: !gcm register talk 1"), "{room}");

        // The only thing that is open, named or not.
        let asked = whisper(&town, "amina", "register").await;
        assert!(
            asked.starts_with("Registration for Recruitment in West Africa (Fri 12 Feb, 15:00 Dakar), run by"),
            "{asked}"
        );
        whisper(&town, SECRETARIAT, "call open registration capacity room 0").await;
        // The answer goes with what was asked, whatever opened meanwhile.
        let summary = talk(&town, "amina", &["yes", "Kenya", "trade unions", "in person"]).await;
        assert!(summary.starts_with("Recruitment in West Africa (Fri 12 Feb, 15:00 Dakar)"), "{summary}");
        let done = whisper(&town, "amina", "0").await;
        assert!(
            done.starts_with(
                "You are registered for Recruitment in West Africa (Fri 12 Feb, 15:00 Dakar), in person. Your number is 1."
            ),
            "{done}"
        );

        // Of several it is asked, and what was said of oneself before is not asked again.
        let which = whisper(&town, "amina", "register").await;
        assert!(which.starts_with("For what do you register?"), "{which}");
        assert!(which.contains("1  Consultation for Africa") && which.contains("2  Recruitment in West Africa (Fri 12 Feb"), "{which}");
        let summary = whisper(&town, "amina", "1").await;
        assert!(summary.contains("1  Country: Kenya") && summary.contains("Category: Trade unions"), "{summary}");
        whisper(&town, "amina", "0").await;
        let status = whisper(&town, "amina", "status").await;
        assert!(status.contains("registered for Recruitment in West Africa (Fri"), "{status}");
        assert!(status.contains("registered for Consultation for Africa, online. Your number is 1."), "{status}");
        let data = whisper(&town, "amina", "my data").await;
        assert!(data.contains("Recruitment in West Africa (Fri 12 Feb, 15:00 Dakar); confirmed; number 1"), "{data}");

        // The waiting list of the talk is its own, and its command names it.
        let waits = register(&town, "binta", "in person").await;
        assert!(waits.contains("on the waiting list for Recruitment") && waits.contains("Your place on the list: 1."), "{waits}");
        let coming = whisper(&town, "binta", "talks").await;
        assert!(coming.contains("Your place on the list: 1 of 1."), "{coming}");
        let list = whisper(&town, MODERATOR, "registrations talk 1").await;
        assert!(list.contains("in person: 1 given away of 1, 1 waiting") && list.contains("2  waiting list"), "{list}");
        let list = whisper(&town, MODERATOR, "registrations").await;
        assert!(list.contains("Registration for Consultation for Africa is open") && !list.contains("waiting list"), "{list}");
        let report = whisper(&town, MODERATOR, "coverage talk 1").await;
        assert!(report.contains("People: fewer than 5."), "{report}");

        // Of several registrations one is taken back; the place goes to the next.
        let which = whisper(&town, "amina", "unregister").await;
        assert!(which.starts_with("Which registration do you take back?") && which.contains("0  all of them"), "{which}");
        let gone = whisper(&town, "amina", "2").await;
        assert!(gone.starts_with("You are no longer registered for Recruitment in West Africa"), "{gone}");
        let promised = last_to(&town, "binta");
        assert!(promised.starts_with("A place is yours: Recruitment in West Africa"), "{promised}");
        assert!(promised.contains("To take it, write register talk 1; to give it back, unregister talk 1."), "{promised}");
        let taken = whisper(&town, "binta", "register talk 1").await;
        assert!(taken.starts_with("You are registered for Recruitment in West Africa"), "{taken}");
        let here = whisper(&town, MODERATOR, "check in talk 1 2").await;
        assert!(here.starts_with("Number 2 is here: Recruitment in West Africa"), "{here}");
        let other = whisper(&town, "amina", "unregister talk 1").await;
        assert!(other.starts_with("You are not registered for Recruitment in West Africa."), "{other}");
        let still = whisper(&town, "amina", "status").await;
        assert!(still.contains("registered for Consultation for Africa, online"), "{still}");

        // Once it has begun nobody registers for it.
        let shut = whisper(&town, MODERATOR, "talk close 1").await;
        assert!(shut.contains("is closed."), "{shut}");
        let closed = whisper(&town, "chidi", "register talk 1").await;
        assert!(closed.starts_with("Registration for Recruitment in West Africa (Fri 12 Feb, 15:00 Dakar) closed on"), "{closed}");
        assert_eq!(town.bot.store.count::<Job>("state = 'failed'", &[]).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn rooms_are_told_four_two_and_one_week_before_and_people_a_day_and_an_hour_before_once() {
    common::for_each_database(async |url: String| {
        let mut town = town_with_talk(&url, "capacity room 5 online 40").await;
        town.whispers("binta", "language fr").await;
        for person in ["amina", "chidi", "dayo", "esi"] {
            register(&town, person, "online").await;
        }
        talk(&town, "binta", &["inscription rencontre 1 pays Togo catégorie syndicats mode en ligne", "oui"]).await;
        whisper(&town, "amina", "talks timezone Nairobi").await;
        let off = whisper(&town, "chidi", "talks reminders off").await;
        assert!(off.starts_with("I do not remind you of talks."), "{off}");
        let held = whisper(&town, "chidi", "my data").await;
        assert!(held.contains("I do not remind you of talks."), "{held}");
        talk(&town, "dayo", &["stop", "4"]).await;
        whisper(&town, "esi", "unregister talk 1").await;

        let comes = |town: &Town| times(town, MARKET, "This talk comes soon.");
        later(&town, 6 * HOUR).await;
        assert_eq!(comes(&town), 0);
        later(&town, 2 * HOUR).await;
        assert_eq!(comes(&town), 1, "28 days before");
        for (span, expected) in [(14 * DAY, 2), (7 * DAY, 3), (DAY, 3)] {
            town.restart().await;
            later(&town, span).await;
            assert_eq!(comes(&town), expected);
        }
        for person in ["amina", "binta", "chidi", "dayo", "esi"] {
            assert_eq!(told(&town, person, "begins soon") + told(&town, person, "commence bientôt"), 0);
        }
        later(&town, 5 * DAY).await;
        let reminder = last_to(&town, "amina");
        for line in [
            "You have a place at a talk of Consultation for Africa that begins soon:",
            "Fri 12 Feb, 18:00 Nairobi",
            "18:10  What keeps workers in debt",
            "You come online. Your number is 1. If you cannot come, write unregister talk 1.",
            "No more reminders: talks reminders off",
        ] {
            assert!(reminder.contains(line), "{line}\n{reminder}");
        }
        let french = last_to(&town, "binta");
        assert!(french.contains("Vous avez une place") && french.contains("ven. 12 févr., 15:00 Dakar"), "{french}");
        assert!(french.contains("écrivez désinscription rencontre 1"), "{french}");
        later(&town, 22 * HOUR).await;
        later(&town, HOUR).await;
        later(&town, DAY).await;
        assert_eq!(told(&town, "amina", "begins soon"), 2, "a day and an hour before");
        assert_eq!(told(&town, "binta", "commence bientôt"), 2);
        for person in ["chidi", "dayo", "esi"] {
            assert_eq!(told(&town, person, "begins soon"), 0, "{person}");
        }
        assert_eq!(comes(&town), 3);
        let none = whisper(&town, "amina", "talks").await;
        assert!(none.contains("No talk is planned."), "{none}");
        assert_eq!(town.bot.store.count::<Job>("state = 'failed'", &[]).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn what_moves_is_told_to_rooms_and_people_and_nothing_more_of_the_old_time() {
    common::for_each_database(async |url: String| {
        let town = town_with_talk(&url, "capacity online 40 room 0").await;
        register(&town, "amina", "online").await;
        let preview = whisper(&town, MODERATOR, "talk move 1 to 10 Feb 10:00").await;
        assert!(preview.contains("The talk is moved to this."), "{preview}");
        assert!(
            preview.contains("Wed 10 Feb, 10:00 Dakar") && preview.contains("It was to be Fri 12 Feb, 15:00 Dakar."),
            "{preview}"
        );
        let done = whisper(&town, MODERATOR, "yes").await;
        assert!(done.starts_with("Talk 1 is moved: Recruitment in West Africa."), "{done}");
        let room = town.platform.said_in(&address(HARBOUR)).pop().unwrap();
        assert!(room.starts_with("This talk has changed:") && room.contains("It was to be Fri 12 Feb"), "{room}");
        let moved = last_to(&town, "amina");
        for line in [
            "This talk has changed:",
            "Wed 10 Feb, 10:00 Dakar",
            "It was to be Fri 12 Feb, 15:00 Dakar.",
            "Your registration stays. If you cannot come then, write unregister talk 1.",
        ] {
            assert!(moved.contains(line), "{line}\n{moved}");
        }
        // Registration ends when the talk begins.
        let list = whisper(&town, MODERATOR, "registrations talk 1").await;
        assert!(list.contains("is open until Wed 10 Feb, 10:00 Dakar"), "{list}");
        // There and back: what waited for the first time is of a time that is over.
        talk(&town, MODERATOR, &["talk move 1 12 Feb 15:00", "yes"]).await;
        assert_eq!(told(&town, "amina", "This talk has changed:"), 2);
        later(&town, 27 * DAY).await;
        assert_eq!(times(&town, MARKET, "This talk comes soon."), 0, "28, 14 and 7 days before are long over");
        later(&town, 8 * HOUR).await;
        assert_eq!(told(&town, "amina", "begins soon"), 1, "a day before");
        // What is moved while it is being told is not told of the old time.
        talk(&town, MODERATOR, &["talk move 1 19 Feb 15:00", "yes"]).await;
        later(&town, 26 * HOUR).await;
        assert_eq!(told(&town, "amina", "begins soon"), 1);
        later(&town, 6 * DAY).await;
        assert_eq!(told(&town, "amina", "begins soon"), 2);
    })
    .await;
}

#[tokio::test]
async fn what_is_cancelled_ends_the_registrations_and_everyone_learns_it_with_the_reason() {
    common::for_each_database(async |url: String| {
        let town = town_with_talk(&url, "capacity room 1 online 0").await;
        register(&town, "amina", "in person").await;
        register(&town, "binta", "in person").await;
        talk(&town, "chidi", &["register talk 1", "yes"]).await;
        let preview = whisper(&town, MODERATOR, "talk cancel 1 The hall is closed that day.").await;
        assert!(preview.contains("This talk is cancelled.") && preview.contains("The reason given: “The hall is closed that day”."), "{preview}");
        let done = whisper(&town, MODERATOR, "yes").await;
        assert!(done.starts_with("Talk 1 is cancelled: Recruitment in West Africa."), "{done}");
        for person in ["amina", "binta", "chidi"] {
            let told = last_to(&town, person);
            assert_eq!(
                told.split_whitespace().collect::<Vec<_>>().join(" "),
                "Recruitment in West Africa (Fri 12 Feb, 15:00 Dakar) is cancelled. Your registration for it has ended. \
                 The reason given: “The hall is closed that day”."
            );
        }
        let room = town.platform.said_in(&address(MARKET)).pop().unwrap();
        assert!(room.starts_with("This talk is cancelled.") && room.contains("The hall is closed that day"), "{room}");
        let entries = town.bot.store.select::<Entry>("1 = 1", &[]).await.unwrap();
        assert!(entries.iter().all(|entry| entry.state == "cancelled"), "{entries:?}");
        let status = whisper(&town, "binta", "status").await;
        assert!(status.contains("is cancelled. Your registration for it has ended."), "{status}");
        let coming = whisper(&town, "dayo", "talks").await;
        assert!(coming.contains("1 · Recruitment in West Africa") && coming.contains("· cancelled"), "{coming}");
        for (line, says) in [
            ("talk move 1 20 Feb 15:00", "Talk 1 is over or cancelled. It can no longer be changed."),
            ("talk open 1", "Talk 1 is over or cancelled."),
        ] {
            let refused = whisper(&town, MODERATOR, line).await;
            assert!(refused.contains(says), "{line}: {refused}");
        }
        let changes = whisper(&town, "dayo", "changes").await;
        for says in ["Talk 1 of 12 February 2027, 15:00 cancelled", "Talk 1 planned for 12 February 2027, 15:00"] {
            assert!(changes.contains(says), "{changes}");
        }
        assert!(!changes.contains("Recruitment"), "a title may name people: {changes}");
        let closed = whisper(&town, "dayo", "register talk 1").await;
        assert!(closed.contains("closed on 15 January 2027"), "{closed}");
        later(&town, 5 * WEEK).await;
        assert_eq!(times(&town, MARKET, "This talk comes soon.") + told(&town, "amina", "begins soon"), 0);
        assert_eq!(town.bot.store.count::<Job>("state = 'failed'", &[]).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_told_late_helps_nobody_and_is_left_unsaid() {
    common::for_each_database(async |url: String| {
        let town = town_with_talk(&url, "capacity online 40 room 0").await;
        register(&town, "amina", "online").await;
        // Away until ten days before: two weeks before is some days ago, four weeks long over.
        later(&town, 18 * DAY + 6 * HOUR).await;
        assert_eq!(times(&town, MARKET, "This talk comes soon."), 0);
        // Away until half an hour before.
        later(&town, 10 * DAY + 30 * MINUTE).await;
        assert_eq!(times(&town, MARKET, "This talk comes soon."), 0);
        assert_eq!(told(&town, "amina", "begins soon"), 0);
    })
    .await;
}

#[tokio::test]
async fn however_many_registered_and_wherever_it_breaks_off_each_is_told_once() {
    common::for_each_database(async |url: String| {
        const PEOPLE: usize = 205;
        let mut town = town_with_talk(&url, "capacity online 999 room 0").await;
        let mut snapshot = town.snapshot().await;
        let talk_id = snapshot.rows.talks.iter().next().unwrap().id;
        let call = participation::call_of(&snapshot, talk_id, participation::REGISTRATION).unwrap().id;
        for n in 0..PEOPLE {
            let account = account(&format!("person{n}"));
            let person = Person { platform: Platform::Matrix, account: &account, language: Language::En };
            let id = record::enter(&mut snapshot, town.consultation, &person, &Profile::default()).unwrap();
            let entry = participation::draft(&mut snapshot, (town.consultation, call), id, &Filled::default()).unwrap();
            participation::confirm(&mut snapshot, entry, "online");
        }
        town.bot.store.write(snapshot.into_changes()).await.unwrap();
        town.clock.advance(27 * DAY + 8 * HOUR);
        for polls in [1, 5, 20, 60, 120] {
            cut(polls, town.bot.jobs.run_due()).await;
            town.restart().await;
        }
        town.bot.settle().await.unwrap();
        town.settle().await;
        for n in 0..PEOPLE {
            assert_eq!(told(&town, &format!("person{n}"), "begins soon"), 1, "person{n}");
        }
        talk(&town, MODERATOR, &["talk cancel 1", "yes"]).await;
        for n in 0..PEOPLE {
            assert_eq!(told(&town, &format!("person{n}"), "has ended"), 1, "person{n}");
        }
        let row = town.bot.store.select::<gcm_talks::store::Call>("1 = 1", &[]).await.unwrap().remove(0);
        assert_eq!((row.online, row.online_waiting), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn the_talks_come_as_a_file_for_a_calendar_and_hold_nothing_of_who_registered() {
    common::for_each_database(async |url: String| {
        let town = town_with_talk(&url, "capacity online 40 room 0").await;
        register(&town, "amina", "online").await;
        talk(&town, MODERATOR, &["talk create Invited starts 13 Feb 10:00 audience invitation", "yes"]).await;
        talk(&town, MODERATOR, &["talk move 1 11 Feb 15:00", "yes"]).await;
        talk(&town, MODERATOR, &["talk cancel 2", "yes"]).await;
        let said = whisper(&town, "dayo", "talks calendar").await;
        assert!(said.starts_with("All talks as a file for your calendar: talks.ics."), "{said}");
        let posts = town.platform.posts();
        let (_, post) = posts.iter().rfind(|(_, entry)| !entry.files.is_empty()).unwrap();
        let file = &post.files[0].text;
        for line in [
            "SUMMARY:Recruitment in West Africa\r\n",
            "DTSTART:20270211T150000Z\r\n",
            "DTEND:20270211T163000Z\r\n",
            "SEQUENCE:1\r\n",
            "LOCATION:Dakar\r\n",
            "SUMMARY:Invited\r\n",
            "STATUS:CANCELLED\r\n",
        ] {
            assert!(file.contains(line), "{line}\n{file}");
        }
        assert!(!file.contains("amina") && !file.contains("Kenya"), "{file}");
        // What anyone may subscribe to names only what is for everyone.
        let snapshot = town.snapshot().await;
        let of = snapshot.rows.consultations.get(town.consultation).unwrap();
        let feed =
            gcm_talks::commands::calendar_of(&snapshot, of, Language::En, gcm_talks::commands::is_public).unwrap();
        assert!(feed.contains("Recruitment") && !feed.contains("Invited"), "{feed}");
    })
    .await;
}

#[tokio::test]
async fn a_co_host_may_do_for_one_talk_what_others_may_for_all() {
    common::for_each_database(async |url: String| {
        let town = Town::new(&url).await;
        let line = RECRUITMENT.replace("talk create", "!gcm talk create");
        town.says(MODERATOR, MARKET, &line).await;
        talk(&town, MODERATOR, &["yes", "talk open 1 capacity room 0"]).await;
        talk(&town, MODERATOR, &["talk create Cities starts 13 Feb 10:00", "yes", "talk open 2"]).await;
        town.appoint(SECRETARIAT, Role::Secretariat).await;
        whisper(&town, SECRETARIAT, "call open registration capacity room 0").await;
        register(&town, "amina", "online").await;
        town.floor(MARKET, false).await;
        town.floor(HARBOUR, false).await;

        let done = whisper(&town, MODERATOR, &format!("talk host 1 {}", account("binta"))).await;
        assert!(done.contains("is co-host of Recruitment in West Africa now"), "{done}");
        let told = last_to(&town, "binta");
        assert!(told.starts_with("You are co-host of Recruitment in West Africa now."), "{told}");
        assert!(told.contains("registrations talk 1"), "{told}");
        let one = whisper(&town, "chidi", "talks 1").await;
        assert!(one.contains("Co-hosts:") && one.contains("binta"), "{one}");
        let roles = whisper(&town, "binta", "roles").await;
        assert!(roles.contains("co-host") && roles.contains("Recruitment in West Africa"), "{roles}");

        // Of this talk all that belongs to it, of nothing else anything.
        let list = whisper(&town, "binta", "registrations talk 1").await;
        assert!(list.contains("1  confirmed · Kenya"), "{list}");
        let here = whisper(&town, "binta", "check in talk 1 1").await;
        assert!(here.starts_with("Number 1 is here: Recruitment in West Africa"), "{here}");
        for line in [
            "registrations",
            "registrations talk 2",
            "coverage",
            "check in 1",
            "check in talk 2 1",
            "talk cancel 1",
            "talk host 1 @chidi",
            "export",
            "health",
        ] {
            let refused = whisper(&town, "binta", line).await;
            assert!(refused.starts_with("Only "), "{line}: {refused}");
        }
        let refused = whisper(&town, "chidi", "registrations talk 1").await;
        assert!(refused.starts_with("Only moderators"), "{refused}");

        // The floor of its room, around its time.
        let floor = async |room: &str| {
            town.says("binta", room, "!gcm floor open").await;
            times(&town, room, "The floor is open.")
        };
        assert_eq!((floor(MARKET).await, floor(HARBOUR).await), (0, 0), "it is weeks before");
        later(&town, 27 * DAY + 8 * HOUR).await;
        assert_eq!((floor(MARKET).await, floor(HARBOUR).await), (1, 0), "in its room, and in no other");
        let audited = whisper(&town, SECRETARIAT, "audit").await;
        assert!(audited.contains("co-host · floor open") && audited.contains("co-host · registrations"), "{audited}");

        let ended = whisper(&town, MODERATOR, &format!("talk host 1 {} off", account("binta"))).await;
        assert!(ended.contains("is not co-host of Recruitment in West Africa any more."), "{ended}");
        let refused = whisper(&town, "binta", "registrations talk 1").await;
        assert!(refused.starts_with("Only moderators"), "{refused}");
        let missing = whisper(&town, MODERATOR, "talk host 1").await;
        assert!(missing.starts_with("Something is missing. Write talk host 1 @binta"), "{missing}");
    })
    .await;
}

#[tokio::test]
async fn a_digest_of_a_talk_is_of_what_was_written_in_its_room_at_its_time() {
    common::for_each_database(async |url: String| {
        let town = Town::new(&url).await;
        let line = RECRUITMENT.replace("talk create", "!gcm talk create");
        town.says(MODERATOR, MARKET, &line).await;
        whisper(&town, MODERATOR, "yes").await;
        for person in ["amina", "binta"] {
            whisper(&town, person, "consent quote").await;
        }
        town.says("amina", MARKET, "States should cap the price of remittances that families receive.").await;
        let early = whisper(&town, MODERATOR, "digest talk 1").await;
        assert_eq!(early, "Talk 1 has not begun. There is nothing of it to read yet.");
        town.clock.advance(28 * DAY + 8 * HOUR);
        town.says("amina", MARKET, "States should ban recruitment fees that domestic workers pay.").await;
        town.says("binta", HARBOUR, "Cities should register every birth of migrant children.").await;
        town.clock.advance(3 * DAY);
        town.says("binta", MARKET, "States should end the detention of migrant children.").await;
        let digest = whisper(&town, MODERATOR, "digest talk 1").await;
        assert!(digest.contains("ban recruitment fees"), "{digest}");
        for other in ["price of remittances", "register every birth", "end the detention"] {
            assert!(!digest.contains(other), "{other}\n{digest}");
        }
        let unknown = whisper(&town, MODERATOR, "digest talk 9").await;
        assert!(unknown.starts_with("No talk is planned.") || unknown.starts_with("Which talk?"), "{unknown}");
    })
    .await;
}

#[tokio::test]
async fn people_are_divided_among_rooms_and_one_digest_is_of_all_of_them() {
    common::for_each_database(async |url: String| {
        let town = town_with_talk(&url, "capacity room 0 online 40").await;
        town.says(MODERATOR, HARBOUR, "!gcm room set objective 6").await;
        for (person, themes) in [("amina", "6"), ("binta", "21"), ("chidi", "6"), ("dayo", "9")] {
            let line = format!("register talk 1 country Kenya category trade unions mode online themes {themes}");
            talk(&town, person, &[&line, "yes"]).await;
        }
        for (line, says) in [
            ("talk breakout 1 market", "Name at least two rooms of the consultation"),
            ("talk breakout 1 market, moon", "Possible: market, harbour."),
        ] {
            let refused = whisper(&town, MODERATOR, line).await;
            assert!(refused.contains(says), "{line}: {refused}");
        }
        let preview = whisper(&town, MODERATOR, "talk breakout 1 market, harbour").await;
        assert!(preview.contains("goes to one of these rooms for a part of the talk: market and"), "{preview}");
        let done = whisper(&town, MODERATOR, "yes").await;
        assert!(done.starts_with("People are divided at talk 1: Recruitment in West Africa."), "{done}");
        for person in ["amina", "chidi"] {
            let told = last_to(&town, person);
            assert!(
                told.starts_with("At Recruitment in West Africa there are several rooms. Yours is Objective 6"),
                "{told}"
            );
            assert!(told.ends_with("It is about a theme that you named."), "{told}");
        }
        for person in ["binta", "dayo"] {
            let told = last_to(&town, person);
            assert!(told.contains("Yours is market. So that there are about as many people in each."), "{told}");
        }
        let status = whisper(&town, "amina", "status").await;
        assert!(status.contains("Your room there: Objective 6"), "{status}");
        // Once more: who stays where they were is told nothing.
        let said = town.platform.said_to("chidi").len();
        talk(&town, MODERATOR, &["talk breakout 1 market, harbour", "yes"]).await;
        assert_eq!(town.platform.said_to("chidi").len(), said);

        for person in ["amina", "binta"] {
            whisper(&town, person, "consent quote").await;
        }
        town.clock.advance(28 * DAY + 8 * HOUR);
        town.says("amina", HARBOUR, "States should ban recruitment fees that domestic workers pay.").await;
        town.says("binta", MARKET, "Cities should register every birth of migrant children.").await;
        let digest = whisper(&town, MODERATOR, "digest talk 1").await;
        assert!(digest.contains("ban recruitment fees") && digest.contains("register every birth"), "{digest}");
        assert!(digest.contains("Consultation for Africa · Market and Harbour"), "{digest}");
        assert_eq!(town.bot.store.count::<Job>("state = 'failed'", &[]).await.unwrap(), 0);
    })
    .await;
}

/// A town in which four people have a place at a talk, two of whom named objective 6.
async fn town_with_four(url: &str) -> Town {
    let town = town_with_talk(url, "capacity room 0 online 40").await;
    for (person, themes) in [("amina", "6"), ("binta", "21"), ("chidi", "6"), ("dayo", "9")] {
        let line = format!("register talk 1 country Kenya category trade unions mode online themes {themes}");
        talk(&town, person, &[&line, "yes"]).await;
    }
    town
}

/// Someone writes in a room and is answered in private.
async fn says(town: &Town, person: &str, room: &str, line: &str) -> String {
    let before = town.platform.said_to(person).len();
    town.says(person, room, line).await;
    town.platform.said_to(person).split_off(before).join("\n")
}

#[tokio::test]
async fn rooms_are_made_for_a_talk_and_people_are_asked_into_theirs() {
    common::for_each_database(async |url: String| {
        let town = town_with_four(&url).await;
        let in_private = whisper(&town, MODERATOR, "talk breakout 1 make 2").await;
        assert!(in_private.contains("room"), "{in_private}");
        for (line, says_so) in [
            ("make 1", "Name 2 to 12 rooms with semicolons between them"),
            ("make fees objective 6", "Name 2 to 12 rooms"),
            ("make fees; harbour", "There is already a room harbour in this consultation."),
            ("make fees; fees", "There is already a room fees in this consultation."),
            ("make fees objective 99; return", "There are 23 objectives."),
        ] {
            let refused = says(&town, MODERATOR, MARKET, &format!("!gcm talk breakout 1 {line}")).await;
            assert!(refused.contains(says_so), "{line}: {refused}");
        }
        let preview =
            says(&town, MODERATOR, MARKET, "!gcm talk breakout 1 make fees objective 6; return objective 21").await;
        assert!(preview.contains("goes to one of these rooms for a part of the talk: fees and return."), "{preview}");
        assert!(preview.contains("The bot makes them beside market: who is there may enter."), "{preview}");
        assert!(town.platform.said_in(&address("fees")).is_empty(), "nothing is made before a yes");
        let done = whisper(&town, MODERATOR, "yes").await;
        assert!(done.contains("The rooms for talk 1 are being made: Recruitment in West Africa."), "{done}");

        // Each has a card, and those whose room it is are asked in and told why.
        for room in ["fees", "return"] {
            let card = town.platform.said_in(&address(room)).join("\n");
            assert!(card.contains("Talk freely. Nothing of yours is noted unless you take part."), "{card}");
        }
        let told = last_to(&town, "amina");
        assert!(
            told.contains("Yours is fees · Objective 6") && told.ends_with("It is about a theme that you named."),
            "{told}"
        );
        let status = whisper(&town, "chidi", "status").await;
        assert!(status.contains("Your room there: fees · Objective 6"), "{status}");
        let asked_in = |room: &str| {
            let invited = town.platform.invited();
            let into = invited.iter().filter(|(into, _)| *into == address(room)).map(|(_, who)| who.clone());
            into.collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(asked_in("fees"), ["amina", "chidi"].map(account).into());
        assert_eq!(asked_in("return"), ["binta", "dayo"].map(account).into());

        // They are rooms like any other: what is noted there stands in the digest of the talk.
        for person in ["amina", "binta"] {
            whisper(&town, person, "consent quote").await;
        }
        later(&town, MINUTE).await;
        for room in ["fees", "return"] {
            town.says(MODERATOR, room, "!gcm floor open").await;
        }
        later(&town, 28 * DAY + 8 * HOUR).await;
        town.says("amina", "fees", "States should ban recruitment fees that domestic workers pay.").await;
        town.says("binta", "return", "Cities should register every birth of migrant children.").await;
        let digest = whisper(&town, MODERATOR, "digest talk 1").await;
        assert!(digest.contains("ban recruitment fees") && digest.contains("register every birth"), "{digest}");
        assert_eq!(town.bot.store.count::<Job>("state = 'failed'", &[]).await.unwrap(), 0);
    })
    .await;
}

/// What waits to be said on Discord.
async fn to_discord(town: &Town) -> Vec<String> {
    let mut said = Vec::new();
    for row in town.bot.store.select::<Outbox>("platform = 'discord' ORDER BY id", &[]).await.unwrap() {
        match outbox::said(&town.bot.store, &row).await.unwrap().unwrap().action {
            Action::Post { document, .. } => said.push(render::plain(&document)),
            other => panic!("{other:?}"),
        }
    }
    said
}

#[tokio::test]
async fn nobody_is_sent_to_a_room_on_a_platform_on_which_they_are_not_and_each_is_told_so() {
    common::for_each_database(async |url: String| {
        let town = town_with_four(&url).await;
        let mut snapshot = town.snapshot().await;
        let talk_id = snapshot.rows.talks.iter().next().unwrap().id;
        let call = participation::call_of(&snapshot, talk_id, participation::REGISTRATION).unwrap().id;
        // As many elsewhere as here.
        for n in 0..4 {
            let account = format!("elsewhere-{n}");
            let person = Person { platform: Platform::Discord, account: &account, language: Language::En };
            let id = record::enter(&mut snapshot, town.consultation, &person, &Profile::default()).unwrap();
            let entry = participation::draft(&mut snapshot, (town.consultation, call), id, &Filled::default()).unwrap();
            participation::confirm(&mut snapshot, entry, "online");
        }
        let of = (town.consultation, Platform::Discord);
        room(&mut snapshot, of, "77", "elsewhere", &RoomSettings::default());
        town.bot.store.write(snapshot.into_changes()).await.unwrap();
        let preview = whisper(&town, MODERATOR, "talk breakout 1 market, harbour").await;
        assert!(preview.contains("These rooms are on Matrix alone. Who has no account there is told so"), "{preview}");
        // What is said on Discord waits: nobody speaks there.
        town.bot.take(&[town.platform.whisper(MODERATOR, "yes")]).await.unwrap();
        town.bot.settle().await.unwrap();
        // Those here are divided as if they were alone.
        let sent = |room: &str| {
            let here = ["amina", "binta", "chidi", "dayo"];
            here.iter().filter(|who| last_to(&town, who).contains(&format!("Yours is {room}."))).count()
        };
        assert_eq!((sent("market"), sent("harbour")), (2, 2));
        let told = to_discord(&town).await;
        assert_eq!(told.len(), 4, "{told:?}");
        for text in told {
            assert!(
                text.starts_with("At Recruitment in West Africa there are several rooms, all on Matrix."),
                "{text}"
            );
            assert!(text.contains("write link account") && !text.contains("Yours is"), "{text}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_room_that_cannot_be_made_leaves_nothing_and_its_organiser_is_told() {
    common::for_each_database(async |url: String| {
        let town = town_with_four(&url).await;
        says(&town, MODERATOR, MARKET, "!gcm talk breakout 1 make fees; return").await;
        let told = town.platform.said_to("amina").len();
        // The first that the platform is asked for is the room called fees; its answer to the yes comes after.
        town.platform.refuse_rooms(true);
        whisper(&town, MODERATOR, "yes").await;
        let said = town.platform.said_in(&address(MARKET)).join("\n");
        assert!(said.contains("could not be made"), "{said}");
        assert_eq!(town.platform.said_to("amina").len(), told, "nobody is sent to a room that is not there");
        let rooms = whisper(&town, MODERATOR, "room list").await;
        assert!(!rooms.contains("fees"), "{rooms}");
        // The names are free again.
        town.platform.refuse_rooms(false);
        let preview = says(&town, MODERATOR, MARKET, "!gcm talk breakout 1 make fees; return").await;
        assert!(preview.contains("fees and return"), "{preview}");
        let done = whisper(&town, MODERATOR, "yes").await;
        assert!(done.contains("are being made"), "{done}");
        assert!(last_to(&town, "amina").contains("Yours is"), "{}", last_to(&town, "amina"));
    })
    .await;
}

#[tokio::test]
async fn a_rooms_rapporteur_reads_its_digest_and_no_other() {
    common::for_each_database(async |url: String| {
        let town = town_with_four(&url).await;
        let none = whisper(&town, MODERATOR, &format!("talk rapporteur 1 market {}", account("hana"))).await;
        assert_eq!(none, "Talk 1 is not divided among rooms.");
        talk(&town, MODERATOR, &["talk breakout 1 market, harbour", "yes"]).await;
        let missing = whisper(&town, MODERATOR, "talk rapporteur 1 moon @hana").await;
        assert!(missing.starts_with("Write the room and the person. The rooms are: market, harbour."), "{missing}");
        let done = whisper(&town, MODERATOR, &format!("talk rapporteur 1 harbour {}", account("hana"))).await;
        assert_eq!(done, "hana:example.org is rapporteur of harbour now, and may read the digests of this room.");
        let welcome = last_to(&town, "hana");
        assert!(welcome.contains("You are rapporteur of harbour at Recruitment in West Africa now."), "{welcome}");
        assert!(welcome.contains("digest room harbour"), "{welcome}");
        let shown = whisper(&town, "amina", "talks 1").await;
        assert!(
            shown.contains("Room: harbour. Rapporteur: hana:example.org") && shown.contains("Room: market"),
            "{shown}"
        );

        for person in ["amina", "binta"] {
            whisper(&town, person, "consent quote").await;
        }
        later(&town, 28 * DAY + 8 * HOUR).await;
        town.says("amina", HARBOUR, "States should ban recruitment fees that domestic workers pay.").await;
        town.says("binta", MARKET, "Cities should register every birth of migrant children.").await;
        let own = whisper(&town, "hana", "digest room harbour").await;
        assert!(own.contains("ban recruitment fees") && !own.contains("register every birth"), "{own}");
        for line in ["digest room market", "digest", "quotes room harbour", "health", "registrations talk 1", "export"]
        {
            let refused = whisper(&town, "hana", line).await;
            assert!(!refused.contains("ban recruitment") && !refused.contains("register every"), "{line}: {refused}");
        }
        let held = whisper(&town, "hana", "roles").await;
        assert!(held.contains("rapporteur") && held.contains("harbour"), "{held}");

        let off = whisper(&town, MODERATOR, &format!("talk rapporteur 1 harbour {} off", account("hana"))).await;
        assert_eq!(off, "hana:example.org is not rapporteur of harbour any more.");
        let refused = whisper(&town, "hana", "digest room harbour").await;
        assert!(!refused.contains("ban recruitment fees"), "{refused}");
    })
    .await;
}

#[tokio::test]
async fn people_say_what_a_talk_is_to_be_about_and_an_agenda_follows() {
    common::for_each_database(async |url: String| {
        let town = Town::new(&url).await;
        talk(&town, MODERATOR, &["talk create Next year starts 12 Feb 15:00 minutes 60", "yes"]).await;
        let early = whisper(&town, MODERATOR, "talk agenda 1").await;
        assert!(early.starts_with("People were not asked yet"), "{early}");
        let open = whisper(&town, MODERATOR, "talk priorities 1 until 10 Feb").await;
        assert!(open.contains("Priorities") && open.contains("talk agenda 1"), "{open}");
        let said = town.platform.said_in(&address(MARKET)).join("\n");
        assert!(said.contains("What should this talk be about?"), "{said}");
        assert!(said.contains("answer priorities talk 1"), "{said}");
        for n in 0..5 {
            let line = "answer priorities talk 1 themes 6, remittances";
            let said = talk(&town, &format!("person{n}"), &[line, "yes"]).await;
            assert!(said.contains("Priorities") && said.contains("Next year"), "{said}");
        }
        talk(&town, "elena", &["ответить приоритеты встреча 1", "да", "21", "0"]).await;
        let shown = whisper(&town, "person0", "talks 1").await;
        assert!(shown.contains("To say what matters most: answer priorities talk 1"), "{shown}");
        let status = whisper(&town, "person0", "status").await;
        assert!(status.contains("Next year"), "{status}");
        // The last answer of a person counts, and one that is taken back does not.
        let changed = whisper(&town, "person0", "answer priorities talk 1 themes 9").await;
        assert!(changed.contains("Priorities"), "{changed}");
        let back = whisper(&town, "person1", "answer priorities withdraw talk 1").await;
        assert!(back.contains("Next year"), "{back}");

        let agenda = whisper(&town, MODERATOR, "talk agenda 1").await;
        assert!(agenda.contains("Answered: 5–9."), "{agenda}");
        assert!(agenda.contains("fewer than 5"), "no small number is told: {agenda}");
        let command =
            agenda.lines().find(|line| line.contains("talk set 1 agenda")).expect("it is proposed").to_owned();
        assert!(command.contains("Opening") && command.contains("Next steps"), "{command}");
        let done = talk(&town, MODERATOR, &[command.trim_matches('`'), "yes"]).await;
        assert!(done.contains("Talk 1 is changed"), "{done}");
        let held = whisper(&town, "amina", "talks 1").await;
        assert!(held.contains("15:00  Opening") && held.contains("Next steps"), "{held}");

        let closed = whisper(&town, MODERATOR, "talk priorities 1 close").await;
        assert!(closed.contains("closed"), "{closed}");
        let late = whisper(&town, "amina", "answer priorities talk 1").await;
        assert!(late.contains("closed") || late.contains("over"), "{late}");
    })
    .await;
}
