//! A consultation as a whole: its stages, its calendar, what was changed of it, one like another, and who is
//! there to read.

use crate::common;
use crate::common::platform::{address, private};
use crate::common::town::{HARBOUR, MARKET, MODERATOR, Town, talk, whisper};
use gcm_talks::model::{DAY, HOUR, MINUTE, Role};
use gcm_talks::store::{Consultation, Job};

const SECRETARIAT: &str = "sana";
/// A room of another region.
const CAIRO: &str = "cairo";

async fn town(url: &str) -> Town {
    let town = Town::new(url).await;
    town.appoint(SECRETARIAT, Role::Secretariat).await;
    town
}

async fn no_floors(town: &Town) {
    town.clock.advance(MINUTE);
    for room in [MARKET, HARBOUR] {
        town.says(MODERATOR, room, "!gcm floor close").await;
    }
}

#[tokio::test]
async fn the_stage_decides_what_is_open_and_says_so() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        town.whispers("amina", "consent quote").await;
        no_floors(&town).await;
        whisper(&town, SECRETARIAT, "consultation stage africa preparation").await;
        let text = "Recruitment fees keep domestic workers in debt for years.";
        for line in [format!("say {text}"), format!("submit {text}"), "private".into(), text.to_owned()] {
            let closed = whisper(&town, "amina", &line).await;
            assert!(closed.starts_with("Consultation for Africa is at this stage: in preparation."), "{closed}");
            assert!(closed.contains(" opens later; the day is not set yet."), "{closed}");
            assert!(
                closed.contains("What you can write now: register, speak, propose, apply, answer, digest"),
                "{closed}"
            );
        }
        assert!(town.record().await.is_empty());
        // With the day in the calendar it is told.
        whisper(&town, SECRETARIAT, "deadlines set 1 Feb 9:00: open").await;
        let closed = whisper(&town, "amina", &format!("say {text}")).await;
        assert!(closed.contains("say opens on Mon 1 Feb, 09:00 Dakar."), "{closed}");
        let help = whisper(&town, "amina", "help").await;
        assert!(
            help.contains("Consultation for Africa: in preparation. Not open at this stage: private, say, submit."),
            "{help}"
        );
        assert!(!help.contains("say  say something for the record"), "{help}");
        assert!(help.contains("register  register, or see"), "{help}");

        // Offices can always do what they must, and what a floor takes, it takes at every stage.
        town.clock.advance(MINUTE);
        town.says(MODERATOR, MARKET, "!gcm floor open").await;
        town.says("amina", MARKET, text).await;
        assert_eq!(town.texts_of("amina").await, [text]);
        let noted = whisper(&town, "amina", "say Consulates should answer letters within a month.").await;
        assert!(noted.contains("for Consultation for Africa"), "{noted}");
        town.clock.advance(MINUTE);
        town.says(MODERATOR, MARKET, "!gcm floor close").await;

        whisper(&town, SECRETARIAT, "consultation stage africa open").await;
        let help = whisper(&town, "amina", "help").await;
        assert!(help.contains("say  say something for the record") && !help.contains("Not open"), "{help}");
        whisper(&town, SECRETARIAT, "consultation stage africa summary").await;
        let over = whisper(&town, "amina", &format!("say {text}")).await;
        assert!(over.starts_with("Consultation for Africa is at this stage: summary. say is over."), "{over}");
        assert!(over.ends_with("What you can write now: digest, deadlines, status."), "{over}");
        // What is one's own can be seen and taken back at every stage.
        assert!(whisper(&town, "amina", "my contributions").await.contains(text));
        let french = talk(&town, "amina", &["language fr", "dire Les frais endettent."]).await;
        assert!(french.starts_with("Consultation for Africa en est à cette étape : "), "{french}");
    })
    .await;
}

#[tokio::test]
async fn deadlines_stand_in_one_calendar_that_anyone_reads_in_their_language() {
    common::for_each_database(async |url: String| {
        let mut town = town(&url).await;
        let empty = whisper(&town, "amina", "deadlines").await;
        assert!(
            empty.starts_with("Deadlines: Consultation for Africa") && empty.contains("No date is set."),
            "{empty}"
        );
        whisper(&town, SECRETARIAT, "deadlines set 20 Feb 18:00: Comments on the draft").await;
        whisper(&town, SECRETARIAT, "deadlines name 1 fr Commentaires sur le projet").await;
        whisper(&town, SECRETARIAT, "deadlines set 10 Feb 9:00: summary").await;
        whisper(&town, SECRETARIAT, "call open speaking from 17 Jan until 1 Feb 18:00 decision 5 Feb 12:00").await;
        town.says(MODERATOR, MARKET, "!gcm floor open until 16 Jan 18:00").await;
        town.restart().await;
        let shown = whisper(&town, "amina", "deadlines").await;
        let lines = [
            "16 January 2027, 18:00  The floor closes in market",
            "17 January 2027, 00:00  Expression of interest to speak: opens",
            "1 February 2027, 18:00  Expression of interest to speak: closes",
            "5 February 2027, 12:00  Expression of interest to speak: decision",
            "10 February 2027, 09:00  Writing ends, the summary is drafted",
            "20 February 2027, 18:00  Comments on the draft",
        ];
        let places: Vec<usize> =
            lines.iter().map(|line| shown.find(line).unwrap_or_else(|| panic!("{line}\n{shown}"))).collect();
        assert!(places.is_sorted(), "in the order of their days: {shown}");
        assert!(shown.contains("Times are those of Dakar.") && !shown.contains("(1)"), "{shown}");
        let french = talk(&town, "amina", &["language fr", "échéances"]).await;
        assert!(french.contains("Commentaires sur le projet"), "{french}");
        assert!(french.contains("L’écriture s’achève, le résumé est rédigé"), "{french}");

        // The secretariat sees by which number each can be changed; nobody else changes one.
        let moved = whisper(&town, SECRETARIAT, "deadlines move 1 25 Feb 18:00").await;
        assert!(moved.contains("25 February 2027, 18:00  Comments on the draft (1)"), "{moved}");
        let refused = whisper(&town, "binta", "deadlines remove 1").await;
        assert!(refused.starts_with("Only the secretariat can use deadlines."), "{refused}");
        for (line, says) in [
            ("deadlines set 31 Feb: Comments", "is no day that exists"),
            (
                "deadlines set Comments on the draft",
                "Something is missing. Write deadlines set 20 Sep 18:00: Draft summary",
            ),
            ("deadlines set 2 Jan 2027: Comments", "is already over"),
            ("deadlines move 9 1 Mar", "There is no deadline “9”. deadlines shows them"),
            ("deadlines dance", "is not possible here"),
        ] {
            let refused = whisper(&town, SECRETARIAT, line).await;
            assert!(refused.contains(says), "{line}: {refused}");
        }
        let removed = whisper(&town, SECRETARIAT, "deadlines remove 1").await;
        assert!(!removed.contains("Comments on the draft"), "{removed}");
        town.clock.advance(30 * DAY);
        town.settle().await;
        let over = whisper(&town, "binta", "deadlines").await;
        let (_, past) = over.split_once("Over").unwrap_or_else(|| panic!("{over}"));
        assert!(past.contains("10 February 2027"), "{over}");
        assert_eq!(town.bot.store.count::<Job>("state = 'failed'", &[]).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn what_was_changed_publicly_is_seen_by_anyone_with_the_office_and_never_the_person() {
    common::for_each_database(async |url: String| {
        let mut town = town(&url).await;
        let none = whisper(&town, "amina", "changes").await;
        assert!(none.contains("Nothing was changed yet."), "{none}");
        whisper(&town, SECRETARIAT, "call open registration until 20 Jan 18:00").await;
        whisper(&town, SECRETARIAT, "call extend registration until 22 Jan 18:00").await;
        talk(&town, SECRETARIAT, &["call form registration themes off", "yes"]).await;
        whisper(&town, SECRETARIAT, "deadlines set 20 Feb 18:00: Comments on the draft").await;
        whisper(&town, SECRETARIAT, "deadlines move 1 25 Feb 18:00").await;
        whisper(&town, SECRETARIAT, "consultation stage africa closing").await;
        town.clock.advance(7 * DAY + 10 * HOUR);
        town.restart().await;
        town.settle().await;
        let seen = whisper(&town, "amina", "changes").await;
        for line in [
            "Registration: call opened, until 20 January 2027, 18:00 · the secretariat",
            "Registration: call changed, until 22 January 2027, 18:00 · the secretariat",
            "Registration: the questions were changed (version 2) · the secretariat",
            "Deadline set: Comments on the draft, 20 February 2027, 18:00 · the secretariat",
            "Deadline moved: Comments on the draft, 25 February 2027, 18:00 · the secretariat",
            "Stage: closing · the secretariat",
            "22 January 2027, 18:00  Registration: call closed · by its date",
        ] {
            assert!(seen.contains(line), "{line}\n{seen}");
        }
        assert!(seen.find("call closed") < seen.find("call opened"), "newest first: {seen}");
        assert!(!seen.contains(SECRETARIAT), "{seen}");
        let arabic = whisper(&town, "amina", "التغييرات").await;
        assert!(arabic.contains("فُتح النداء"), "{arabic}");
    })
    .await;
}

#[tokio::test]
async fn a_consultation_is_made_like_another_after_a_look_at_what_it_takes_over() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        talk(&town, SECRETARIAT, &["call form registration themes off", "yes"]).await;
        whisper(&town, SECRETARIAT, "deadlines set 1 Feb 9:00: open").await;
        whisper(&town, SECRETARIAT, "deadlines set 20 Mar 18:00: Comments on the draft").await;
        let preview =
            whisper(&town, SECRETARIAT, "consultation create africa-2028 --like africa title Africa 2028").await;
        for part in [
            "africa-2028 is created like Consultation for Africa. It takes over:",
            "timezone: Africa/Dakar",
            "controller: the invented secretariat",
            "retention: 730",
            "Registration: its changed questions (version 2)",
            "Deadlines are left empty; there it has 2.",
            "Not taken over: rooms, offices, calls, and whatever people wrote or answered. Create it so?",
        ] {
            assert!(preview.contains(part), "{part}\n{preview}");
        }
        assert_eq!(
            town.bot.store.count::<Consultation>("1 = 1", &[]).await.unwrap(),
            1,
            "nothing is made before a yes"
        );
        assert_eq!(whisper(&town, SECRETARIAT, "no").await, "Nothing was changed.");
        let line = "consultation create africa-2028 like africa title Africa 2028 opens 3 Apr 2028";
        let preview = whisper(&town, SECRETARIAT, line).await;
        assert!(preview.contains("The consultation opens: 3 April 2028, 09:00"), "{preview}");
        assert!(preview.contains("Comments on the draft: 20 May 2028, 18:00"), "{preview}");
        let made = whisper(&town, SECRETARIAT, "yes").await;
        assert!(made.starts_with("Africa 2028 is created, in preparation."), "{made}");
        let calendar = whisper(&town, SECRETARIAT, "deadlines africa-2028").await;
        assert!(calendar.contains("20 May 2028, 18:00  Comments on the draft"), "{calendar}");
        let form = whisper(&town, SECRETARIAT, "call open registration consultation africa-2028").await;
        assert!(form.starts_with("Registration for Africa 2028 is open."), "{form}");
        let changes = whisper(&town, SECRETARIAT, "changes africa-2028").await;
        assert!(changes.contains("The consultation was created · the secretariat"), "{changes}");
        let twice = whisper(&town, SECRETARIAT, line).await;
        assert!(twice.starts_with("There is already a consultation africa-2028."), "{twice}");
        let refused = whisper(&town, "amina", line).await;
        assert!(refused.starts_with("Only the secretariat"), "{refused}");
    })
    .await;
}

#[tokio::test]
async fn observers_are_shown_to_everyone_and_read_what_observers_may() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        for person in ["delegate", "member"] {
            let line = format!("roles grant observer @{person}:example.org consultation africa");
            whisper(&town, SECRETARIAT, &line).await;
        }
        town.appoint("observer", Role::Observer).await;
        town.says(MODERATOR, MARKET, "!gcm room card").await;
        let card = town.platform.said_in(&address(MARKET)).pop().unwrap();
        assert!(card.contains("3 observers from Member States can read here."), "{card}");
        town.says("amina", MARKET, "!gcm who").await;
        let who = town.platform.said_in(&address(MARKET)).pop().unwrap();
        assert!(who.contains("3 observers from Member States can read here."), "{who}");
        // They read what is for everyone, and nothing that an office opens.
        for line in ["deadlines", "changes", "digest", "about", "help"] {
            let said = whisper(&town, "observer", line).await;
            assert!(!said.starts_with("Only "), "{line}: {said}");
        }
        for line in ["show AF-0001", "quotes", "export", "registrations", "coverage", "audit", "deadlines remove 1"] {
            let refused = whisper(&town, "observer", line).await;
            assert!(refused.starts_with("Only "), "{line}: {refused}");
        }
        let help = whisper(&town, "observer", "help").await;
        assert!(help.contains("deadlines") && !help.contains("quotes  "), "{help}");
    })
    .await;
}

#[tokio::test]
async fn under_the_chatham_house_rule_nobody_is_named_however_far_they_agreed() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        town.appoint("rafa", Role::Rapporteur).await;
        town.says(MODERATOR, MARKET, "!gcm room set chatham on").await;
        town.says("amina", MARKET, "!gcm who").await;
        let who = town.platform.said_in(&address(MARKET)).pop().unwrap();
        assert!(who.contains("Chatham House Rule: what is said here may be used, not who said it."), "{who}");
        town.whispers("amina", "consent name Amina Example").await;
        town.says("amina", MARKET, "States should ban recruitment fees that domestic workers pay.").await;
        town.says("amina", HARBOUR, "Banks should publish the true cost of remittances to migrants.").await;
        let quotes = whisper(&town, "rafa", "quotes").await;
        let line = |words: &str| {
            quotes.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}\n{quotes}")).to_owned()
        };
        assert!(line("recruitment fees").contains("a participant"), "{quotes}");
        assert!(line("remittances").contains("Amina Example"), "{quotes}");

        // It holds for what was said under it also when it ends, and for what was said before it began.
        town.clock.advance(HOUR);
        town.says(MODERATOR, MARKET, "!gcm room set chatham off").await;
        town.says("amina", MARKET, "Consulates should answer letters about identity papers.").await;
        town.says(MODERATOR, MARKET, "!gcm digest full").await;
        let standing = || {
            let posts = town.platform.entries(&address(MARKET)).into_iter().filter(|entry| !entry.deleted);
            posts.map(|entry| entry.message.text).filter(|text| text.contains("Amina Example")).collect::<Vec<_>>()
        };
        let named = standing().join("\n");
        assert!(named.contains("identity papers"), "{named}");
        let fees = named.lines().find(|line| line.contains("recruitment fees"));
        assert!(fees.is_none_or(|line| !line.contains("Amina Example")), "{named}");
        town.says(MODERATOR, MARKET, "!gcm room set chatham on").await;
        town.settle().await;
        let named = standing().join("\n");
        let papers = named.lines().filter(|line| line.contains("identity papers"));
        assert!(papers.into_iter().all(|line| !line.contains("Amina Example")), "{named}");
    })
    .await;
}

#[tokio::test]
async fn what_is_said_in_a_room_for_several_regions_counts_for_each_from_then_on() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        town.appoint("rafa", Role::Rapporteur).await;
        for person in ["amina", "binta"] {
            town.whispers(person, "consent quote").await;
        }
        let line = "consultation create arab region arab title Consultation for the Arab region";
        whisper(&town, SECRETARIAT, line).await;
        // Said before: it was for Africa alone.
        town.says("amina", MARKET, "States should ban recruitment fees that domestic workers pay.").await;
        town.clock.advance(HOUR);
        town.says(MODERATOR, MARKET, "!gcm room set regions arab").await;
        let card = town.platform.said_in(&address(MARKET)).pop().unwrap();
        assert!(card.contains("What is noted here counts for other regions too: Arab"), "{card}");
        town.clock.advance(3 * HOUR);
        town.says("binta", MARKET, "Banks should publish the true cost of remittances to migrants.").await;
        town.says("amina", HARBOUR, "Consulates should answer letters about identity papers within a month.").await;
        let arab = whisper(&town, "rafa", "quotes consultation arab").await;
        assert!(arab.contains("the true cost of remittances"), "{arab}");
        assert!(!arab.contains("recruitment fees") && !arab.contains("identity papers"), "{arab}");
        let africa = whisper(&town, "rafa", "quotes consultation africa").await;
        for words in ["the true cost of remittances", "recruitment fees", "identity papers"] {
            assert!(africa.contains(words), "{words}\n{africa}");
        }
        // What stands in the other region follows what is said there of its use, also where it was heard here.
        let quoted = || {
            let standing = town.platform.entries(&private("rafa")).into_iter().filter(|entry| !entry.deleted);
            standing.filter(|entry| entry.message.text.contains("the true cost of remittances")).count()
        };
        let before = quoted();
        whisper(&town, "rafa", "digest full consultation arab").await;
        assert!(quoted() > before);
        whisper(&town, SECRETARIAT, "roles grant moderator @moussa:example.org consultation arab").await;
        town.says("moussa", CAIRO, "!gcm room bind cairo consultation arab").await;
        town.says("binta", CAIRO, "!gcm consent summarise").await;
        town.settle().await;
        // What may be quoted of Africa alone was not asked for anew.
        assert_eq!(quoted(), before - 1, "no word of hers is to be quoted there");
        let arab = whisper(&town, "rafa", "quotes consultation arab").await;
        assert!(!arab.contains("remittances"), "{arab}");
        let africa = whisper(&town, "rafa", "quotes consultation africa").await;
        assert!(africa.contains("the true cost of remittances"), "{africa}");
        // A room no longer says so: nor does it count there.
        town.clock.advance(HOUR);
        town.says(MODERATOR, MARKET, "!gcm room set regions none").await;
        let arab = whisper(&town, "rafa", "quotes consultation arab").await;
        assert!(!arab.contains("remittances"), "{arab}");
        let wrong = town.platform.said_in(&address(MARKET)).len();
        town.says(MODERATOR, MARKET, "!gcm room set regions atlantis").await;
        let said = town.platform.said_in(&address(MARKET)).split_off(wrong).join("\n");
        let said = [said, town.platform.said_to(MODERATOR).join("\n")].concat();
        assert!(said.contains("africa, arab, asia-pacific"), "{said}");
    })
    .await;
}
