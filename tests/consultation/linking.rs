//! One person with two accounts: one participant in each consultation, and nobody else can tell.

use crate::common;
use crate::common::platform::{account, address};
use crate::common::town::{HARBOUR, MARKET, MODERATOR, Town};
use gcm_talks::chat::Event;
use gcm_talks::digest::{Scope, digest};
use gcm_talks::model::{Consent, HOUR, Language, MINUTE, Platform, WEEK};
use gcm_talks::record;
use gcm_talks::store::{Account, Dialog, KeyRow, Load, LoadKey, Participant};

const FEES: &str = "Recruitment fees push domestic workers into debt before they leave home.";
const BAN: &str = "States must ban recruitment fees that domestic workers pay, marker-okapi.";
const BIRTHS: &str = "Registrars should go to the markets and register every birth, marker-kudu.";

async fn town(url: &str) -> Town {
    Town::new(url).await
}

/// Asks for a code on a person's account.
async fn code(town: &Town, person: &str) -> String {
    let said = town.whispers(person, "link account").await.join(" ");
    let (_, after) = said.split_once("link account ").unwrap_or_else(|| panic!("no code: {said}"));
    after.chars().filter(char::is_ascii_digit).take(8).collect()
}

/// Makes two accounts one person; the code is typed on the second.
async fn link(town: &Town, first: &str, second: &str) {
    let code = code(town, first).await;
    let asked = town.whispers(second, &format!("link account {code}")).await.join(" ");
    assert!(asked.contains("Go on only if you asked for the code yourself."), "{asked}");
    let done = town.whispers(second, "yes").await.join(" ");
    assert!(done.contains("Your accounts are joined"), "{done}");
    assert!(town.platform.said_to(first).last().unwrap().contains("Your accounts are joined"));
}

/// What is answered, without the signs that keep an address from becoming a link.
async fn whisper(town: &Town, person: &str, text: &str) -> String {
    town.whispers(person, text).await.join("\n").replace('\u{200b}', "")
}

#[tokio::test]
async fn both_accounts_are_one_participant_with_one_list_and_one_end() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        for (person, text) in [("amina", FEES), ("moon", BAN), ("chidi", BIRTHS)] {
            town.whispers(person, "consent quote").await;
            town.clock.advance(MINUTE);
            town.says(person, MARKET, text).await;
        }
        town.clock.advance(5 * MINUTE);
        let people = async |town: &Town| {
            let scope = Scope::consultation(town.consultation, town.now());
            digest(&town.bot.store, &scope, Language::En).await.unwrap().digest.people
        };
        assert_eq!(people(&town).await, 3);
        link(&town, "amina", "moon").await;
        assert_eq!(people(&town).await, 2);
        let own = |noted: &common::town::Noted| noted.texts != [BIRTHS];
        let receipts: Vec<String> = town.record().await.into_iter().filter(own).map(|noted| noted.receipt).collect();
        for person in ["amina", "moon"] {
            let listed = whisper(&town, person, "my contributions").await;
            assert!(receipts.len() == 2 && receipts.iter().all(|receipt| listed.contains(receipt)), "{listed}");
        }
        // Each is told of the other by its platform, not by its name.
        let held = whisper(&town, "amina", "my data").await;
        assert!(held.contains(&account("amina")) && held.contains("one on Matrix"), "{held}");
        assert!(!held.contains(&account("moon")), "{held}");

        // Their keys change, and everything still opens; then it is gone from either account.
        town.clock.advance(WEEK + HOUR);
        town.bot.store.change_keys().await.unwrap();
        assert_eq!(town.record().await.len(), 3);
        town.whispers("moon", "forget me yes").await;
        let left: Vec<Vec<String>> = town.record().await.into_iter().map(|noted| noted.texts).collect();
        assert_eq!(left, [[BIRTHS]]);
        let held = whisper(&town, "amina", "my data").await;
        assert!(held.contains("I hold nothing about you."), "{held}");
        assert_eq!(town.bot.store.count::<Participant>("1 = 1", &[]).await.unwrap(), 1);
        // The house's, and of one person: their own and one version.
        assert_eq!(town.bot.store.count::<KeyRow>("id > 0", &[]).await.unwrap(), 2);
        let all = common::opened(&town.bot.store).await;
        assert!(!all.contains("marker-okapi") && !all.contains(FEES), "{all}");
    })
    .await;
}

#[tokio::test]
async fn the_stricter_answer_holds_and_raising_it_reaches_nothing_that_was_given() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        town.whispers("amina", "consent category unions").await;
        town.whispers("moon", "consent summarise").await;
        town.clock.advance(MINUTE);
        town.says("amina", MARKET, FEES).await;
        town.says("moon", HARBOUR, BAN).await;
        town.clock.advance(5 * MINUTE);
        link(&town, "amina", "moon").await;
        let consents =
            async |town: &Town| town.record().await.into_iter().map(|noted| noted.consent).collect::<Vec<_>>();
        assert_eq!(consents(&town).await, [Consent::Summarise; 2]);
        town.clock.advance(MINUTE);
        town.whispers("moon", "consent quote").await;
        assert_eq!(consents(&town).await, [Consent::Summarise; 2]);
        town.clock.advance(5 * MINUTE);
        town.says("amina", MARKET, BIRTHS).await;
        assert_eq!(consents(&town).await[2], Consent::Quote);
    })
    .await;
}

#[tokio::test]
async fn a_name_given_on_one_account_is_never_shown_with_what_the_other_writes() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        town.whispers("amina", "consent name Amina Example").await;
        town.whispers("moon", "consent name Moonbird").await;
        town.clock.advance(MINUTE);
        town.says("amina", MARKET, FEES).await;
        town.says("moon", MARKET, BAN).await;
        town.clock.advance(5 * MINUTE);
        town.says(MODERATOR, MARKET, "!gcm digest full").await;
        link(&town, "amina", "moon").await;
        town.says("moon", MARKET, BIRTHS).await;
        town.clock.advance(5 * MINUTE);
        let consent = |text: &str, record: &[common::town::Noted]| {
            record.iter().find(|noted| noted.texts == [text]).unwrap().consent
        };
        let record = town.record().await;
        assert_eq!(consent(FEES, &record), Consent::Name, "what its author allowed stays");
        assert_eq!((consent(BAN, &record), consent(BIRTHS, &record)), (Consent::Category, Consent::Category));
        // Nor by allowing more for that one.
        let receipt = |text: &str| record.iter().find(|noted| noted.texts == [text]).unwrap().receipt.clone();
        town.whispers("moon", &format!("consent name {}", receipt(BAN))).await;
        assert_eq!(consent(BAN, &town.record().await), Consent::Category);
        // Nor is it by giving it there.
        let refused = whisper(&town, "moon", "consent name Amina Example").await;
        assert!(refused.contains("Your name belongs to your other account"), "{refused}");
        town.says(MODERATOR, MARKET, "!gcm digest full").await;
        let said = town.platform.said_in(&address(MARKET));
        let shown = said.join("\n");
        assert!(shown.contains("Amina Example") && !shown.contains("Moonbird"), "{shown}");
        for line in shown.lines().filter(|line| line.contains("Amina Example")) {
            assert!(!line.contains("marker-"), "{line}");
        }
        // Nobody else is told anything.
        assert!(!said.iter().any(|text| text.contains("joined")), "{shown}");

        // The one that the name belongs to goes: so does the name.
        let gone = whisper(&town, "amina", "unlink account").await;
        assert!(gone.contains("on its own again"), "{gone}");
        assert!(town.platform.said_to("moon").last().unwrap().contains("no longer shown"));
        let record = town.record().await;
        assert!(record.iter().all(|noted| noted.consent <= Consent::Category && noted.person == "moon"));
        town.settle().await;
        assert!(!town.platform.said_in(&address(MARKET)).join("\n").contains("Amina Example"));
    })
    .await;
}

#[tokio::test]
async fn who_takes_part_on_one_account_alone_takes_part_on_both() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        let early = town.says("moon", MARKET, BAN).await;
        town.whispers("amina", "consent quote").await;
        town.clock.advance(MINUTE);
        link(&town, "amina", "moon").await;
        town.clock.advance(MINUTE);
        let after = town.says("moon", MARKET, BIRTHS).await;
        assert_eq!(town.texts_of("moon").await, [BIRTHS]);
        // What was said on the other account before it was linked stays unsaid, also when it is read again
        // while the first had agreed already.
        let read = |event: &Event, at| Event { at, id: format!("{}-read", event.id), ..event.clone() };
        let history = [read(&early, early.at), read(&early, early.at + 30_000)];
        town.hear(common::town::as_history(&history)).await;
        assert_eq!(town.texts_of("moon").await, [BIRTHS]);

        // What the bot says by itself goes to the account that came last.
        let receipt = town.record().await[0].receipt.clone();
        let before = (town.platform.said_to("amina").len(), town.platform.said_to("moon").len());
        town.says(MODERATOR, MARKET, &format!("!gcm hide {receipt} off topic")).await;
        let now = (town.platform.said_to("amina").len(), town.platform.said_to("moon").len());
        assert_eq!((now.0 - before.0, now.1 - before.1), (0, 1));

        // The account that goes leaves nothing behind and takes nothing along.
        town.whispers("moon", "unlink account").await;
        assert!(whisper(&town, "moon", "my data").await.contains("I hold nothing about you."));
        town.clock.advance(5 * MINUTE);
        town.says("moon", MARKET, FEES).await;
        assert_eq!(town.texts_of("amina").await, [BIRTHS]);
        assert!(after.at > early.at);
    })
    .await;
}

#[tokio::test]
async fn whoever_joins_later_joins_with_both_accounts() {
    let folder = tempfile::tempdir().unwrap();
    let town = town(&format!("sqlite:{}", folder.path().join("town.db").display())).await;
    town.whispers("amina", "consent quote").await;
    link(&town, "amina", "moon").await;
    let mut snapshot = town.snapshot().await;
    let amina = record::account_hash(&snapshot, Platform::Matrix, &account("amina"));
    town.bot.store.load(&mut snapshot, &Load::from([LoadKey::Person(amina.clone())])).await.unwrap();
    let other = snapshot.id();
    let row = snapshot.rows.consultations.iter().next().unwrap().clone();
    snapshot.rows.consultations.insert(gcm_talks::store::Consultation {
        id: other,
        rev: 1,
        slug: "arab".into(),
        ..row
    });
    let person = record::Person { platform: Platform::Matrix, account: &account("moon"), language: Language::En };
    let made = record::join(&mut snapshot, other, &person, Consent::Quote, &record::Profile::default()).unwrap();
    assert_eq!(record::participant(&snapshot, &amina, other).map(|p| p.id), Some(made));
    assert_eq!(record::other_accounts(&snapshot, &amina).unwrap().len(), 1);
}

#[tokio::test]
async fn wrong_used_and_old_codes_are_refused_and_few_are_tried() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        let refused = async |person: &str, line: &str, expected: &str| {
            let said = whisper(&town, person, line).await;
            assert!(said.contains(expected), "{line}: {said}");
        };
        refused("moon", "link account", "Write join first").await;
        refused("moon", "unlink account", "joined with no other").await;
        for person in ["amina", "third"] {
            town.whispers(person, "consent quote").await;
        }
        let first = code(&town, "amina").await;
        refused("amina", &format!("link account {first}"), "Type it on the other.").await;
        refused("moon", "link account 12", "A code has 8 digits.").await;
        // The code stands nowhere, not even sealed.
        assert!(!common::opened(&town.bot.store).await.contains(&first));
        let typed = format!("link account {} {}", &first[..4], &first[4..]);
        refused("moon", &typed, "Go on only if").await;
        refused("moon", "no", "Nothing was joined.").await;
        refused("moon", &typed, "I know no such code").await;

        let late = code(&town, "amina").await;
        town.clock.advance(10 * MINUTE);
        refused("moon", &format!("link account {late}"), "I know no such code").await;
        assert_eq!(town.bot.store.count::<Account>("1 = 1", &[]).await.unwrap(), 2);
        for _ in 0..3 {
            refused("moon", "link account 0000 0001", "I know no such code").await;
        }
        let right = code(&town, "amina").await;
        refused("moon", &format!("link account {right}"), "Too many wrong codes.").await;
        town.clock.advance(HOUR);
        link(&town, "amina", "moon").await;
        // Not a third, from whichever side.
        refused("amina", "link account", "joined with another already").await;
        refused("moon", "link account 1234 5678", "joined with another already").await;
        let of_third = code(&town, "third").await;
        refused("amina", &format!("link account {of_third}"), "joined with another already").await;
    })
    .await;
}

#[tokio::test]
async fn two_who_were_asked_by_codes_of_one_account_cannot_both_say_yes() {
    let folder = tempfile::tempdir().unwrap();
    let town = town(&format!("sqlite:{}", folder.path().join("town.db").display())).await;
    town.whispers("amina", "consent quote").await;
    for person in ["moon", "third"] {
        let code = code(&town, "amina").await;
        town.whispers(person, &format!("link account {code}")).await;
    }
    assert!(whisper(&town, "moon", "yes").await.contains("Your accounts are joined"));
    assert!(whisper(&town, "third", "yes").await.contains("joined with another already"));
    // Nor can it be said once the other has gone.
    town.whispers("amina", "unlink account").await;
    town.whispers("moon", "forget me yes").await;
    town.whispers("moon", "consent quote").await;
    let code = code(&town, "moon").await;
    town.whispers("third", &format!("link account {code}")).await;
    town.whispers("moon", "forget me yes").await;
    assert!(whisper(&town, "third", "yes").await.contains("I know no such code"));
    assert_eq!(town.bot.store.count::<Account>("1 = 1", &[]).await.unwrap(), 0);
}

#[tokio::test]
async fn an_account_that_asked_for_quiet_is_not_linked() {
    let folder = tempfile::tempdir().unwrap();
    let town = town(&format!("sqlite:{}", folder.path().join("town.db").display())).await;
    for person in ["amina", "moon"] {
        town.whispers(person, "consent quote").await;
    }
    let first = code(&town, "amina").await;
    town.whispers("amina", "stop").await;
    town.whispers("moon", &format!("link account {first}")).await;
    assert!(whisper(&town, "moon", "yes").await.contains("Write join there first."));
    assert!(whisper(&town, "amina", "link account").await.contains("Write join there first."));
    town.whispers("amina", "join").await;
    link(&town, "amina", "moon").await;
}

#[tokio::test]
async fn of_two_processes_that_hear_the_same_code_from_two_people_one_takes_it() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        town.whispers("amina", "consent quote").await;
        let another = town.another_bot().await;
        for round in 0..6 {
            let (one, two) = (format!("one{round}"), format!("two{round}"));
            let code = code(&town, "amina").await;
            let line = format!("link account {code}");
            let events = [town.platform.whisper(&one, &line), town.platform.whisper(&two, &line)];
            let (first, second) = tokio::join!(town.bot.take(&events[..1]), another.take(&events[1..]));
            first.unwrap();
            second.unwrap();
            town.settle().await;
            let asked = |person: &str| town.platform.said_to(person).join(" ").contains("Go on only if");
            assert!(asked(&one) != asked(&two), "{one}: {}, {two}: {}", asked(&one), asked(&two));
        }
        assert_eq!(town.bot.store.count::<Dialog>("1 = 1", &[]).await.unwrap(), 6, "one question each, no code");
    })
    .await;
}
