//! Organisations: whatever their name is written like, one record; and nobody speaks for one by saying so.

use crate::common;
use crate::common::platform::account;
use crate::common::town::{MARKET, Town};
use gcm_talks::digest::{Scope, digest};
use gcm_talks::model::{DAY, HOUR, Language, MINUTE, Platform, Role};
use gcm_talks::record::{self, Person, Profile};
use gcm_talks::store::{Load, LoadKey, Office, Organisation, OrganisationName, Participant};
use gcm_talks::trust::{self, OfficeHolder};
use std::collections::BTreeSet;

const COORDINATOR: &str = "cora";
const UNION: &str = "Union des Travailleuses Domestiques d’Exemplie";

async fn town(url: &str) -> Town {
    let town = Town::new(url).await;
    let mut snapshot = town.bot.store.snapshot().unwrap();
    let id = snapshot.id();
    let hash = record::account_hash(&snapshot, Platform::Matrix, &account(COORDINATOR));
    let holder =
        OfficeHolder { platform: "matrix".into(), account: account(COORDINATOR), name: COORDINATOR.to_owned() };
    let sealed = snapshot.seal_house(id, &holder).unwrap();
    let (role, scope, since) = (Role::Coordinator.word().into(), "region:africa".into(), snapshot.now);
    snapshot.rows.offices.insert(Office { id, rev: 1, hash, role, scope, sealed, since });
    town.bot.store.write(snapshot.into_changes()).await.unwrap();
    town
}

/// What is answered, on one line, without the signs that isolate names and keep addresses from becoming
/// links.
async fn whisper(town: &Town, person: &str, text: &str) -> String {
    let said = town.whispers(person, text).await.join("\n");
    let plain: String = said.chars().filter(|c| !matches!(c, '\u{200b}' | '\u{2066}'..='\u{2069}')).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn told(town: &Town, person: &str, text: &str, expected: &str) {
    let said = whisper(town, person, text).await;
    assert!(said.contains(expected), "{person}: {text}\n{said}\nhas no {expected:?}");
}

async fn organisations(town: &Town) -> i64 {
    town.bot.store.count::<Organisation>("1 = 1", &[]).await.unwrap()
}

const SPELLINGS: [&str; 53] = [
    UNION,
    "UNION DES TRAVAILLEUSES DOMESTIQUES D'EXEMPLIE",
    "union des travailleuses domestiques d exemplie",
    "Exemplie : Union des travailleuses domestiques",
    "Union des Travailleuses Domestiques d’Exemplie (UTDE)",
    "UTDE – Union des Travailleuses Domestiques d’Exemplie",
    "UTDE",
    "utde",
    "U.T.D.E.",
    "Union des Travailleuses Domestiques d’Exemplie, association loi 1901",
    "Union des Travailleuses Domestiques d’Exemplie ASBL",
    "Union des Travailleuses Domestiques d’Exemplie A.S.B.L.",
    "Union des Travailleuses Domestiques d’Exemplie e.V.",
    "ONG Union des Travailleuses Domestiques d’Exemplie",
    "L’Union des Travailleuses Domestiques de l’Exemplie",
    "Union Travailleuses Domestiques Exemplie",
    "Union des Travaileuses Domestiques d’Exemplie",
    "Union des Travailleuses Domestique d’Exemplie",
    "Unoin des Travailleuses Domestiques d’Exemplie",
    "Union des Travailleuses Domestiques d’Exempile",
    "Union des Travailleuses Domestiques",
    "Union of Domestic Workers of Exampleland",
    "Exampleland Union of Domestic Workers",
    "Union of Domestic Workers, Exampleland, Ltd.",
    "Union of Domestic Workers of Exampleland Inc.",
    "The Union for Domestic Workers of Exampleland (NGO)",
    "Union of Domestic Workers of Exampleland (UTDE)",
    "UNION OF DOMESTIC WORKERS OF EXAMPLELAND",
    "Union of Domestic Workers of Examplelnad",
    "Union of Domestik Workers of Exampleland",
    "Unión de Trabajadoras del Hogar de Ejemplia",
    "union de trabajadoras del hogar de ejemplia",
    "Unión de Trabajadoras del Hogar de Ejemplia, Asociación Civil",
    "Unión de Trabajadoras de Hogar, Ejemplia",
    "Unión de Trabajadoras del Hogra de Ejemplia",
    "ONG Unión de Trabajadoras del Hogar de Ejemplia",
    "União das Trabalhadoras Domésticas de Exemplia",
    "Uniao das trabalhadoras domesticas de exemplia",
    "União de Trabalhadoras Domésticas da Exemplia",
    "União das Trabalhadores Domésticas de Exemplia",
    "اتحاد العاملات المنزليات في إكزمبليا",
    "إتحاد العاملات المنزليات في اكزمبليا",
    "اتّحاد عاملات المنزليات في إكزمبليا",
    "اتحاد العملات المنزليات في إكزمبليا",
    "Союз домашних работниц Примерии",
    "СОЮЗ ДОМАШНИХ РАБОТНИЦ ПРИМЕРИИ",
    "Союз домашних работниц Примерии, НКО",
    "Союз домашних работнец Примерии",
    "Soyuz domashnikh rabotnits Primerii",
    "Ittihad al-Amilat al-Manziliyat fi Ikzimbliya",
    "示例国家政工人联合会",
    "示例国家政工联合会",
    "示例国 家政工人联合会",
];

#[tokio::test]
async fn fifty_spellings_of_one_organisation_are_one_record_and_one_question_at_most() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        town.whispers("first", &format!("consent organisation {UNION}")).await;
        for name in [
            "Union of Domestic Workers of Exampleland language en",
            "Unión de Trabajadoras del Hogar de Ejemplia language es",
            "União das Trabalhadoras Domésticas de Exemplia language pt",
            "اتحاد العاملات المنزليات في إكزمبليا language ar",
            "Союз домашних работниц Примерии language ru",
            "示例国家政工人联合会 language zh",
        ] {
            told(&town, COORDINATOR, &format!("organisation add {UNION} name {name}"), "Names: ").await;
        }
        told(&town, COORDINATOR, &format!("organisation add {UNION} acronym UTDE"), "UTDE").await;
        let mut asked = Vec::new();
        for (number, spelling) in SPELLINGS.iter().enumerate() {
            let person = format!("person{number}");
            let said = whisper(&town, &person, &format!("consent organisation {spelling}")).await;
            if said.contains("Is it one of these?") {
                asked.push(*spelling);
                assert!(said.contains(&format!("1 {}", "Union of Domestic Workers of Exampleland")), "{said}");
                told(&town, &person, "1", "Nobody has confirmed yet that you belong to Union of Domestic").await;
            }
        }
        assert_eq!(organisations(&town).await, 1);
        let people = town.bot.store.select::<Participant>("1 = 1", &[]).await.unwrap();
        assert_eq!(people.iter().filter_map(|p| p.organisation_id).count(), SPELLINGS.len() + 1);
        // What differs in how it is written alone is not asked about.
        assert!(asked.len() <= 16, "{asked:#?}");
        // Who types a spelling that was settled before is not asked again, however near a miss it is.
        for (number, spelling) in asked.iter().enumerate() {
            let said = whisper(&town, &format!("later{number}"), &format!("consent organisation {spelling}")).await;
            assert!(said.contains("Nobody has confirmed yet"), "{said}");
        }
    })
    .await;
}

#[tokio::test]
async fn near_but_different_names_stay_apart() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        let different = [
            UNION,
            "Union des Travailleurs Domestiques d’Exemplie",
            "Union des Travailleuses Agricoles d’Exemplie",
            "Example Migrants Forum Nairobi",
            "Example Migrants Forum Mombasa",
            "Example Network",
            "Example Network International",
            "National Example Network",
            "Local 12 of Example Carpenters",
            "Local 21 of Example Carpenters",
            "Fundación Ejemplo Abierto",
            "Asociación Ejemplo Abierto",
            "Women of Sample Town",
            "Men of Sample Town",
            "UTDE-Sud",
        ];
        for (number, name) in different.iter().enumerate() {
            let person = format!("person{number}");
            let said = whisper(&town, &person, &format!("consent organisation {name}")).await;
            if said.contains("Is it one of these?") {
                // The last answer is that it is another.
                let last = (1..=4).rev().find(|n| said.contains(&format!("{n} no, another"))).unwrap();
                let said = whisper(&town, &person, &last.to_string()).await;
                assert!(said.contains(&format!("belong to {name}.")), "{said}");
            }
        }
        assert_eq!(organisations(&town).await, different.len() as i64);
        let people = town.bot.store.select::<Participant>("1 = 1", &[]).await.unwrap();
        let named: BTreeSet<i64> = people.iter().filter_map(|p| p.organisation_id).collect();
        assert_eq!(named.len(), different.len());
    })
    .await;
}

#[tokio::test]
async fn who_does_not_say_which_it_is_belongs_to_none_that_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let town = town(&format!("sqlite:{}", folder.path().join("town.db").display())).await;
    town.whispers("amina", &format!("consent organisation {UNION}")).await;
    let early = town.says("chidi", MARKET, "Registrars should go to the markets.").await;
    assert!(early.at > 0);
    told(&town, "chidi", "consent organisation Union des Travaileuses Domestiques d’Exemplie", "1 Union des").await;
    // The consent holds from that moment, whatever they answer, and a word that is no answer is none.
    town.says("chidi", MARKET, "States should register every birth.").await;
    assert_eq!(town.texts_of("chidi").await.len(), 1);
    told(&town, "chidi", "status", "You take part: quoted with the organisation").await;
    let named = town.bot.store.count::<Participant>("organisation_id IS NOT NULL", &[]).await.unwrap();
    assert_eq!((named, organisations(&town).await), (1, 1));
    told(&town, "chidi", "yes", "Nobody has confirmed yet that you belong to Union des Travailleuses").await;
    // A name that begins as an office's command is a name where one was asked for.
    town.whispers("binta", "join").await;
    town.whispers("binta", "4").await;
    told(&town, "binta", "Organisation of Example Weavers", "belong to Organisation of Example Weavers.").await;
}

async fn people_in_digest(town: &Town) -> usize {
    let scope = Scope::consultation(town.consultation, town.now());
    digest(&town.bot.store, &scope, Language::En).await.unwrap().digest.people
}

#[tokio::test]
async fn fifty_people_who_say_so_gain_it_nothing_without_a_word_of_its_focal_point() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        for number in 0..50 {
            let person = format!("person{number}");
            town.whispers(&person, "consent organisation Union of Examples").await;
            let text = format!("submit for Union of Examples: States must ban recruitment fees, says number {number}.");
            town.says(&person, MARKET, &format!("!gcm {text}")).await;
        }
        told(&town, COORDINATOR, "vouch", "Union of Examples: 50–99 people · nobody vouched for it yet").await;
        assert_eq!(people_in_digest(&town).await, 50);
        told(&town, COORDINATOR, "vouch union of examples", "You vouch for Union of Examples.").await;
        // That it is what it says makes nobody its voice.
        assert_eq!(people_in_digest(&town).await, 50);
        town.clock.advance(MINUTE);
        town.says(common::town::MODERATOR, MARKET, "!gcm digest full").await;
        let shown = town.platform.said_in(&common::platform::address(MARKET)).join("\n");
        assert!(shown.contains("someone who writes for Union of Examples"), "{shown}");
        assert!(!shown.contains("(Union of Examples"), "{shown}");
        told(&town, "person7", "status", "Nobody has confirmed it yet, so you count as one person.").await;

        // One of them speaks for it, and says so of two more: three submissions, one voice.
        let named = format!("organisation focal Union of Examples {}", account("person0"));
        told(&town, COORDINATOR, &named, "Focal point: person0").await;
        told(&town, "person0", "status", "You are the focal point of Union of Examples").await;
        let said = whisper(&town, "person0", "status claims").await;
        assert!(said.contains("says to belong to Union of Examples. Is that so?"), "{said}");
        for _ in 0..2 {
            told(&town, "person0", "1", "belongs to Union of Examples now.").await;
        }
        assert_eq!(people_in_digest(&town).await, 48);
        told(&town, COORDINATOR, "vouch", "Union of Examples: 20–49 people · vouched for, with a focal point").await;
    })
    .await;
}

#[tokio::test]
async fn a_focal_point_says_who_belongs_and_the_others_are_told_so() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        town.whispers("amina", "consent name Amina Example").await;
        town.whispers("amina", "consent organisation Union of Examples").await;
        told(&town, "amina", "status claims", "You are the focal point of no organisation.").await;
        // Who is to be named may not take part; where they do, they need not be asked about themselves.
        let named = format!("organisation focal Union of Examples {}", account("fatou"));
        told(&town, COORDINATOR, &named, "Focal point: fatou").await;
        let said = town.platform.said_to("fatou").join(" ");
        assert!(said.contains("You are now the focal point of Union of Examples."), "{said}");
        told(&town, "fatou", "roles", "You are the focal point of Union of Examples").await;
        told(&town, "fatou", "status", "One person waits for your word: status claims").await;
        town.whispers("fatou", "consent organisation Union of Examples").await;
        told(&town, "fatou", "status", "Your organisation: Union of Examples. It is confirmed").await;

        // They are told of who comes later, once a day.
        let before = town.platform.said_to("fatou").len();
        for person in ["binta", "chidi"] {
            town.clock.advance(MINUTE);
            town.whispers(person, "consent organisation union of examples").await;
        }
        let said = town.platform.said_to("fatou").split_off(before);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains("Someone says to belong to"), "{said:?}");
        town.clock.advance(MINUTE);
        town.says("chidi", MARKET, "Banks should publish the true cost of remittances, marker-oryx.").await;
        town.clock.advance(5 * MINUTE);
        town.says(common::town::MODERATOR, MARKET, "!gcm digest full").await;
        let place = common::platform::address(MARKET);
        assert!(town.platform.said_in(&place).join("\n").contains("someone who writes for union of examples"));

        // Each by the account; the name, where its person agreed to be shown by it, and only then.
        let said = whisper(&town, "fatou", "status claims").await;
        assert!(said.contains(&account("amina")) && !said.contains("Amina Example"), "{said}");
        told(&town, "fatou", "3", "When you have time, write status claims.").await;
        town.whispers("fatou", "status claims").await;
        told(&town, "fatou", "1", &format!("{} says to belong", account("binta"))).await;
        assert!(town.platform.said_to("amina").last().unwrap().contains("It is confirmed"));
        town.whispers("fatou", "yes").await;
        told(&town, "fatou", "2", "Nobody waits for your word.").await;
        assert!(town.platform.said_to("chidi").last().unwrap().contains("did not confirm that you belong to it"));
        // What was posted with its name is mended.
        town.settle().await;
        let shown = town.platform.said_in(&place).join("\n");
        assert!(!shown.contains("someone who writes for") && shown.contains("marker-oryx"), "{shown}");
        told(&town, "chidi", "my data", "Its focal point did not confirm").await;
        // Saying so once more does not ask again.
        told(&town, "chidi", "consent organisation Union of Examples", "did not confirm").await;
        told(&town, "fatou", "status claims", "Nobody waits for your word.").await;

        // Every word of it stands in the log, by office and without a name.
        let entries = trust::verify(&town.bot.store).await.unwrap().unwrap();
        let of: Vec<(&str, &str)> = entries.iter().map(|(_, e)| (e.office.as_str(), e.action.as_str())).collect();
        assert_eq!(
            of,
            [
                ("coordinator", "organisation focal"),
                ("moderator", "digest"),
                ("focal point", "confirm"),
                ("focal point", "confirm"),
                ("focal point", "decline")
            ]
        );
        assert!(entries.iter().all(|(_, entry)| !entry.subject.contains("Examples")));

        // Who is forgotten speaks for nothing any more.
        town.whispers("fatou", "forget me yes").await;
        told(&town, COORDINATOR, "organisation show union of examples", "vouched for, no focal point").await;
        assert!(!common::opened(&town.bot.store).await.contains(&account("fatou")));
    })
    .await;
}

#[tokio::test]
async fn a_coordinator_vouches_for_a_person_only_where_they_say_so_themselves() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        town.whispers("amina", "consent organisation Union of Examples").await;
        town.whispers("binta", "consent quote").await;
        let of = |person: &str| format!("vouch Union of Examples {}", account(person));
        told(&town, COORDINATOR, &of("binta"), "binta:").await;
        told(&town, COORDINATOR, &of("binta"), "does not say to belong to Union of Examples.").await;
        told(&town, COORDINATOR, &of("amina"), "belongs to Union of Examples now.").await;
        told(&town, "amina", "status", "It is confirmed").await;
        // Another organisation is another claim.
        told(&town, "amina", "consent organisation Sample League", "Nobody has confirmed yet").await;
        told(&town, "amina", "status", "Your organisation: Sample League. Nobody has confirmed it").await;
        // Only who coordinates may.
        told(&town, common::town::MODERATOR, "vouch Sample League", "Only coordinators").await;
        for (line, expected) in [
            ("vouch Sampel League", "There is: Sample League."),
            ("vouch Nowhere Guild", "I know no organisation “Nowhere Guild”. organisation list shows all."),
            ("organisation", "Something is missing"),
            ("organisation shwo Sample League", "Did you mean"),
            ("organisation show", "Something is missing"),
            ("organisation add Sample League", "Something is missing"),
            ("organisation add Sample League name Liga de Muestra language xx", "“xx” is not possible here"),
            ("organisation add Sample League name Union of Examples", "is a name of Union of Examples."),
            ("organisation remove Sample League name Sample League", "or its only one"),
            ("organisation focal Sample League", "Something is missing"),
            ("organisation merge Sample League", "Something is missing"),
            ("organisation merge Sample League into sample league", "it is one already"),
            ("organisation part Sample League", "is one with no other"),
        ] {
            told(&town, COORDINATOR, line, expected).await;
        }
    })
    .await;
}

/// All that is kept of organisations, with who belongs to which, as far as it does not change with each
/// writing.
async fn kept(town: &Town) -> Vec<String> {
    let store = &town.bot.store;
    let mut kept = Vec::new();
    for row in store.select::<Organisation>("1 = 1 ORDER BY id", &[]).await.unwrap() {
        let known: serde_json::Value = store.vault().open(row.id, &row.sealed).unwrap();
        kept.push(format!("{} {} {:?} {:?} {known}", row.id, row.vouched, row.merged_into, row.focal_hash));
    }
    for row in store.select::<OrganisationName>("1 = 1 ORDER BY id", &[]).await.unwrap() {
        kept.push(format!("{} {:?} {}", row.id, row.hash, row.organisation_id));
    }
    for row in store.select::<Participant>("1 = 1 ORDER BY id", &[]).await.unwrap() {
        kept.push(format!("{} {:?} {}", row.id, row.organisation_id, row.claim));
    }
    kept
}

#[tokio::test]
async fn two_records_become_one_and_two_again_with_all_that_they_had() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        for (person, name) in
            [("amina", "Union of Examples"), ("binta", "Liga de Ejemplos"), ("chidi", "Liga de Ejemplos")]
        {
            town.whispers(person, &format!("consent organisation {name}")).await;
            let text = format!("submit for {name}: States must ban recruitment fees, says {person}.");
            town.whispers(person, &text).await;
        }
        told(&town, COORDINATOR, "organisation add Liga de Ejemplos acronym LDE", "LDE").await;
        for (name, person) in [("Union of Examples", "amina"), ("Liga de Ejemplos", "binta")] {
            told(&town, COORDINATOR, &format!("organisation focal {name} {}", account(person)), "with a focal").await;
        }
        let before = kept(&town).await;
        assert_eq!(people_in_digest(&town).await, 3);
        let said = whisper(&town, COORDINATOR, "organisation merge LDE into Union of Examples").await;
        assert!(said.contains("Liga de Ejemplos is one with Union of Examples now."), "{said}");
        // Two who speak for it, with one voice; who waits, waits for the one focal point.
        assert_eq!(people_in_digest(&town).await, 2);
        told(&town, "binta", "status", "Your organisation: Union of Examples. It is confirmed").await;
        told(&town, "binta", "status claims", "You are the focal point of no organisation.").await;
        told(&town, "amina", "status claims", &format!("{} says to belong", account("chidi"))).await;
        told(&town, "amina", "3", "When you have time").await;
        told(&town, COORDINATOR, "organisation show LDE", "One with it: Liga de Ejemplos").await;

        told(&town, COORDINATOR, "organisation part LDE", "are two again, each with what it had.").await;
        assert_eq!(kept(&town).await, before);
        assert_eq!(people_in_digest(&town).await, 3);

        // Who comes while they are one, goes with the name that they typed.
        told(&town, COORDINATOR, "organisation merge Liga de Ejemplos into Union of Examples", "To undo it").await;
        told(&town, "dayo", "consent organisation LDE", "belong to Union of Examples.").await;
        told(&town, COORDINATOR, "organisation part Union of Examples", "are two again").await;
        told(&town, "dayo", "status", "Your organisation: Liga de Ejemplos").await;

        // One that was merged into another that is merged comes back alone.
        told(&town, "eve", "consent organisation Sample League", "Nobody has confirmed").await;
        told(&town, COORDINATOR, "organisation merge Sample League into LDE", "To undo it").await;
        told(&town, COORDINATOR, "organisation merge LDE into Union of Examples", "To undo it").await;
        told(&town, "eve", "status", "Your organisation: Union of Examples").await;
        told(&town, COORDINATOR, "organisation part Sample League", "are two again").await;
        told(&town, "eve", "status", "Your organisation: Sample League").await;
        told(&town, "dayo", "status", "Your organisation: Union of Examples").await;
    })
    .await;
}

#[tokio::test]
async fn what_people_typed_goes_with_them_unless_somebody_vouched() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        town.whispers("amina", "consent organisation Weavers of marker-ibis").await;
        town.whispers("binta", "consent organisation Potters of marker-kob").await;
        town.whispers("chidi", "consent organisation Smiths of marker-eland").await;
        told(&town, COORDINATOR, "vouch Potters of marker-kob", "You vouch for").await;
        // Naming another lets the first one go.
        town.whispers("chidi", "consent organisation Potters of marker-kob").await;
        for person in ["amina", "binta", "chidi"] {
            town.whispers(person, "forget me yes").await;
        }
        town.settle().await;
        let all = common::opened(&town.bot.store).await;
        assert!(all.contains("marker-kob"), "{all}");
        assert!(!all.contains("marker-ibis") && !all.contains("marker-eland"), "{all}");
        assert_eq!(organisations(&town).await, 1);
        assert_eq!(town.bot.store.count::<OrganisationName>("1 = 1", &[]).await.unwrap(), 1);
        // The keys change, and it still opens.
        town.clock.advance(8 * DAY + HOUR);
        town.bot.store.change_keys().await.unwrap();
        let mut snapshot = town.snapshot().await;
        town.bot.store.load(&mut snapshot, &Load::from([LoadKey::Organisations])).await.unwrap();
        let id = record::organisation(&snapshot, "potters of marker-kob").unwrap();
        assert_eq!(record::name_of(&snapshot, id, Language::Fr).unwrap(), "Potters of marker-kob");
    })
    .await;
}

#[tokio::test]
async fn coordinators_get_a_report_of_their_region_every_week_until_they_say_no() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        told(&town, COORDINATOR, "status", "You hold: • coordinator, Africa, since 15 January 2027").await;
        told(&town, COORDINATOR, "my data", "Roles: coordinator, Africa, since 15 January 2027").await;
        told(&town, "amina", "roles report off", "Only coordinators").await;
        told(&town, COORDINATOR, "roles report perhaps", "on, off").await;
        told(&town, COORDINATOR, "roles report on", "comes again, on Mondays").await;
        for person in ["amina", "binta", "chidi", "dayo", "esi"] {
            town.whispers(person, "consent organisation Union of Examples").await;
            let text = format!("Recruitment fees push domestic workers into debt, says {person}.");
            town.says(person, MARKET, &text).await;
        }
        // Who only registered takes no part.
        for person in ["femi", "gina", "hana", "imani", "jabu"] {
            let mut snapshot = town.snapshot().await;
            let account = account(person);
            let person = Person { platform: Platform::Matrix, account: &account, language: Language::En };
            record::enter(&mut snapshot, town.consultation, &person, &Profile::default()).unwrap();
            town.bot.store.write(snapshot.into_changes()).await.unwrap();
        }
        // From Friday to Monday, eight in the morning.
        let before = town.platform.said_to(COORDINATOR).len();
        town.clock.advance(3 * DAY - MINUTE);
        town.settle().await;
        assert_eq!(town.platform.said_to(COORDINATOR).len(), before);
        town.clock.advance(MINUTE);
        town.settle().await;
        let said = town.platform.said_to(COORDINATOR).split_off(before);
        assert_eq!(said.len(), 1, "{said:?}");
        for part in [
            "Consultation for Africa, 11–18 January",
            "Take part: 5–9 people; new this week: 5–9",
            "Written this week: 5 contributions",
            "Round table 1: 5",
            "Wait for a word on their organisation: 5–9 people.",
            "Not heard yet: ",
            "This comes every Monday. To stop it, write roles report off.",
        ] {
            assert!(said[0].contains(part), "{part}: {}", said[0]);
        }
        town.clock.advance(7 * DAY);
        town.settle().await;
        assert_eq!(town.platform.said_to(COORDINATOR).len(), before + 2);
        told(&town, COORDINATOR, "roles report off", "You get no weekly report any more.").await;
        let before = town.platform.said_to(COORDINATOR).len();
        town.clock.advance(14 * DAY);
        town.settle().await;
        assert_eq!(town.platform.said_to(COORDINATOR).len(), before);
    })
    .await;
}
