//! What a digest promises, over a store on SQLite.

use crate::digest_world::{Said, World};
use gcm_talks::chat::render;
use gcm_talks::digest::{self, DigestError, Form, Quote, Scope, Theme, sections};
use gcm_talks::model::{Category, Consent, Kind, Language};
use gcm_talks::record::OnBehalf;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// An invented afternoon, as a rapporteur would read it.
async fn afternoon() -> World {
    let mut world = World::new().await;
    let west = world.room("west-africa", r#"{"subregion":"west-africa"}"#).await;
    let east = world.room("east-africa", r#"{"subregion":"east-africa"}"#).await;
    let table = world.room("round-table-2", r#"{"round_table":2}"#).await;
    let said = [
        (
            "Aminata",
            "trade-unions",
            Consent::Category,
            west,
            "fr",
            "Il faut interdire les frais de recrutement payés par les travailleuses domestiques. Les États doivent contrôler les agences.",
        ),
        (
            "Kwame",
            "trade-unions",
            Consent::Name,
            west,
            "en",
            "Governments must ban recruitment fees charged to migrant workers.",
        ),
        (
            "Efua",
            "trade-unions",
            Consent::Category,
            west,
            "en",
            "We call on States to end recruitment fees and to license every recruitment agency.",
        ),
        (
            "Kofi",
            "trade-unions",
            Consent::Category,
            west,
            "en",
            "States should make employers pay the recruitment fees, never the workers.",
        ),
        (
            "Ama",
            "trade-unions",
            Consent::Category,
            west,
            "en",
            "Recruitment agencies that take fees from workers must lose their licence.",
        ),
        (
            "Yaw",
            "trade-unions",
            Consent::Summarise,
            west,
            "en",
            "Ban all recruitment fees. It is debt bondage, as happened to Esi Mbeki.",
        ),
        (
            "Zainab",
            "migrant-diaspora",
            Consent::Category,
            east,
            "ar",
            "نوصي الدول بمنع رسوم الاستقدام التي يدفعها العمال المهاجرون.",
        ),
        (
            "Joao",
            "civil-society",
            Consent::Quote,
            west,
            "pt",
            "Os Estados devem proibir as taxas de recrutamento cobradas aos trabalhadores.",
        ),
        (
            "Moussa",
            "local-authorities",
            Consent::Organisation,
            west,
            "fr",
            "À Tambaré nous avons ouvert un guichet unique où les migrants obtiennent un acte de naissance en deux jours.",
        ),
        (
            "Fatou",
            "civil-society",
            Consent::Category,
            west,
            "fr",
            "Sans papiers d'identité les enfants ne peuvent pas aller à l'école.",
        ),
        (
            "Grace",
            "civil-society",
            Consent::Category,
            east,
            "en",
            "Children without a birth certificate are refused at school.",
        ),
        (
            "Amina",
            "migrants",
            Consent::Quote,
            east,
            "en",
            "Women in detention have no access to a doctor. I saw it in the centre near the airport.",
        ),
        (
            "Peter",
            "faith-based",
            Consent::Category,
            east,
            "en",
            "Detention of children must end; community care works and costs less.",
        ),
        ("Hassan", "migrants", Consent::Summarise, east, "ar", "يجب إنهاء احتجاز الأطفال المهاجرين."),
        ("Ines", "academia", Consent::Name, table, "pt", "Faltam dados desagregados sobre a migração na região."),
        ("Li", "private-sector", Consent::Category, table, "zh", "我们承诺不再向外籍工人收取招聘费。"),
        (
            "Olga",
            "academia",
            Consent::Category,
            table,
            "ru",
            "Государствам следует признавать дипломы и квалификации мигрантов.",
        ),
        (
            "Carlos",
            "civil-society",
            Consent::Category,
            table,
            "es",
            "¿Quién supervisará a las agencias de reclutamiento?",
        ),
        (
            "Mary",
            "trade-unions",
            Consent::Category,
            table,
            "en",
            "How will States report on the recruitment agencies next year?",
        ),
        (
            "Ben",
            "civil-society",
            Consent::Quote,
            table,
            "en",
            "The interpretation broke down twice and half of the room could not follow.",
        ),
        ("Sam", "media", Consent::Quote, table, "en", "The interpretation into Portuguese broke down in the morning."),
        ("Tigist", "migrants", Consent::Quote, east, "en", "ስደተኞች መብታቸው መከበር አለበት።"),
    ];
    for (name, category, consent, room, language, text) in said {
        let mut person = Said::by(name).category(category).consent(consent).language(language);
        if name == "Moussa" {
            person = person.organisation("Mairie de Tambaré");
        }
        world.say(&person.room(room), text).await;
    }
    // A campaign: the same words from four people.
    for name in ["Abla", "Bintou", "Coumba", "Dede"] {
        let person = Said::by(name).consent(Consent::Quote).language("en").room(west);
        world.say(&person, "Remittances cost too much: cap the transfer fees at three per cent now.").await;
    }
    // One in private, and one who takes it back.
    world
        .say(
            &Said::by("Nadia").category("migrants").consent(Consent::Name),
            "My employer keeps my passport and my wages.",
        )
        .await;
    let gone = world.say(&Said::by("Rashid").category("migrants").room(east), "The border police took my phone.").await;
    world.withdraw(gone).await;
    world
}

#[test]
fn a_rapporteur_keeps_the_digest_of_an_afternoon() {
    block_on(async {
        let world = afternoon().await;
        let digest = world.digest(&world.scope()).await.digest;
        let shown = digest::markdown(&digest);
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/consultation/digest_afternoon.md");
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(path, &shown).unwrap();
        }
        assert_eq!(shown, std::fs::read_to_string(path).unwrap(), "UPDATE_SNAPSHOTS=1 takes the new one");
    });
}

#[test]
fn the_json_is_what_its_schema_describes() {
    block_on(async {
        let world = afternoon().await;
        let schema = include_str!("../../docs/schemas/digest.schema.json");
        let validator = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
        let wide = world.scope();
        let cut = Scope { category: Some(Category("trade-unions".into())), ..wide.clone() };
        let empty = Scope { objective: Some(23), ..wide.clone() };
        for scope in [wide, cut, empty] {
            let json: serde_json::Value =
                serde_json::from_str(&digest::json(&world.digest(&scope).await.digest)).unwrap();
            let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{scope:?}: {errors:?}");
        }
    });
}

#[test]
fn the_screen_says_in_digits_how_many_stand_behind_it_and_fits() {
    block_on(async {
        let world = afternoon().await;
        let screen = sections(&world.digest(&world.scope()).await.digest, Form::Screen);
        assert_eq!(screen.len(), 1);
        let text = render::plain(&screen[0].document);
        assert!(text.contains("27 contributions by 27 people"), "{text}");
        assert!(text.contains("2 of the 27 are counted, not quoted"), "{text}");
        assert!(text.contains("not the network's view"), "{text}");
        assert!(text.contains("1 withdrawn"), "{text}");
        assert!(text.chars().count() < 1_800, "{text}");
        assert!(!screen[0].cites.is_empty() && screen[0].cites.iter().all(|receipt| text.contains(receipt)), "{text}");
    });
}

#[test]
fn each_section_names_the_receipts_that_it_shows_and_keeps_its_key() {
    block_on(async {
        let world = afternoon().await;
        let sections = sections(&world.digest(&world.scope()).await.digest, Form::Full);
        let keys: Vec<&str> = sections.iter().map(|section| section.key.as_str()).collect();
        assert_eq!(keys[..2], ["header", "key-messages"]);
        assert!(keys.contains(&"objective-6") && keys.ends_with(&["participation", "method"]), "{keys:?}");
        for section in sections {
            let text = render::plain(&section.document);
            let shown = text.match_indices("AF-").map(|(at, _)| &text[at..at + 7]);
            assert_eq!(shown.collect::<BTreeSet<_>>(), section.cites.iter().map(String::as_str).collect(), "{text}");
        }
    });
}

#[test]
fn the_digest_of_an_objective_says_what_the_whole_says_of_it() {
    block_on(async {
        let world = afternoon().await;
        let whole = world.digest(&world.scope()).await.digest;
        let part = world.digest(&Scope { objective: Some(6), ..world.scope() }).await.digest;
        let of = |digest: &digest::Digest| -> Vec<(String, Vec<String>)> {
            let section = digest.sections.iter().find(|section| section.objective == Some(6)).unwrap();
            section.themes.iter().map(|theme| (theme.title.clone(), theme.passages.clone())).collect()
        };
        assert_eq!(part.sections.len(), 1);
        assert_eq!(of(&part), of(&whole));
        assert!(part.title.contains("Objective 6"), "{}", part.title);
    });
}

#[test]
fn a_campaign_is_shown_once_with_the_number_who_sent_it_and_ranks_as_one_voice() {
    block_on(async {
        let world = afternoon().await;
        let digest = world.digest(&world.scope()).await.digest;
        let theme = theme_with(&digest, "Remittances cost");
        assert_eq!((theme.people, theme.campaign, theme.passages.len(), theme.quotes.len()), (4, Some(4), 4, 1));
        assert_eq!(digest.left_out.get("duplicate"), Some(&3));
        let places: Vec<usize> = digest.key_messages.iter().map(|message| message.theme.people).collect();
        assert!(
            places.iter().position(|people| *people == 2) < places.iter().position(|people| *people == 4),
            "{places:?}"
        );
    });
}

#[test]
fn no_two_themes_of_a_digest_have_the_same_title() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        for (name, text) in [
            ("A", "Migrant children without a birth certificate are refused at school."),
            ("B", "Our market office has helped 40 migrant families to get a birth certificate."),
            ("C", "States must give every child a birth certificate."),
        ] {
            world.say(&Said::by(name).room(room), text).await;
        }
        // Nobody may be quoted here, so that no word of theirs tells these apart.
        for (name, text) in [
            ("D", "Remittances cost too much."),
            ("E", "Remittances should be free."),
            ("F", "Banks lose remittances."),
        ] {
            world.say(&Said::by(name).consent(Consent::Summarise), text).await;
        }
        let digest = world.digest(&world.scope()).await.digest;
        let titles: Vec<&str> = digest.sections.iter().flat_map(|s| &s.themes).map(|t| t.title.as_str()).collect();
        assert_eq!(titles.iter().collect::<BTreeSet<_>>().len(), titles.len(), "{titles:?}");
        let plain: Vec<&&str> = titles.iter().filter(|title| **title == "Birth certificate").collect();
        assert_eq!(plain.len(), 1, "{titles:?}");
        let wider = titles.iter().filter(|title| title.starts_with("Birth certificate: ")).count();
        assert_eq!(wider, 2, "told apart by words of theirs: {titles:?}");
        assert!(titles.iter().any(|title| title.starts_with("Remittances (")), "{titles:?}");
        // The one more people stand behind keeps the title as it is.
        for plain in ["Birth certificate", "Remittances"] {
            let messages = digest.key_messages.iter().map(|message| message.theme.title.as_str());
            let first = messages.into_iter().find(|title| title.starts_with(plain));
            assert!(first.is_none_or(|title| title == plain), "{plain} first: {titles:?}");
        }
    });
}

#[test]
fn who_allows_no_quotation_lends_no_word_to_a_title() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        for name in ["A", "B"] {
            let said = Said::by(name).consent(Consent::Summarise).room(room);
            world.say(&said, "Recruitment agencies must repay the fees that they took from Esi Mbeki.").await;
        }
        world.say(&Said::by("C"), "My employer keeps the passports of migrant workers.").await;
        let digest = world.digest(&world.scope()).await.digest;
        let text = [digest::json(&digest), digest::html(&digest), digest::csv(&digest)].concat();
        assert!(!text.contains("Esi Mbeki") && !text.contains("repay") && !text.contains("passport"), "{text}");
        assert!(!text.contains("fees"), "nor a thing that they name: {text}");
        assert_eq!((digest.people, digest.counted_only, digest.sections[0].themes[0].people), (3, 2, 2));
    });
}

#[test]
fn what_was_taken_back_hidden_or_lowered_is_counted_and_never_shown() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        let rehearsal = world.room("rehearsal", r#"{"rehearsal":true}"#).await;
        world.say(&Said::by("A").room(room), "Recruitment fees must be banned for migrant workers.").await;
        let taken = world.say(&Said::by("B").room(room), "Withdrawn words on smuggling of migrants.").await;
        let hidden = world.say(&Said::by("C").room(room), "Hidden words on trafficking in persons.").await;
        world.say(&Said::by("D").room(room), "Lowered words on remittances.").await;
        world.say(&Said::by("E").room(rehearsal), "Rehearsed words on consular protection.").await;
        world.withdraw(taken).await;
        world.hide(hidden).await;
        world.lower("D", Consent::No).await;
        let digest = world.digest(&world.scope()).await.digest;
        let expected = [("hidden", 1), ("not-consented", 1), ("withdrawn", 1)];
        assert_eq!(digest.left_out, BTreeMap::from(expected));
        assert_eq!((digest.people, digest.contributions, digest.passages), (1, 1, 1));
        let text = [digest::json(&digest), digest::markdown(&digest)].concat();
        for word in ["Withdrawn words", "Hidden words", "Lowered words", "Rehearsed words"] {
            assert!(!text.contains(word), "{text}");
        }
    });
}

#[test]
fn a_private_word_or_a_risky_objective_is_quoted_only_after_its_author_approved() {
    block_on(async {
        let mut world = World::with(r#"{"titles":{"en":"Africa"},"risky_objectives":[6]}"#).await;
        let room = world.room("west-africa", "{}").await;
        let private = world.say(&Said::by("A"), "Remittances cost too much for migrants.").await;
        let risky = world.say(&Said::by("B").room(room), "Recruitment fees must be banned for migrant workers.").await;
        let declined = world.say(&Said::by("C"), "Consular protection failed us in detention.").await;
        world.approval(declined, 1, "declined").await;
        let first = world.digest(&world.scope()).await;
        assert_eq!(first.wanted_approvals.iter().copied().collect::<BTreeSet<_>>(), [(private, 1), (risky, 1)].into());
        assert_eq!(quotes(&first.digest).len(), 0);
        let text = digest::json(&first.digest);
        assert!(!text.contains("cost too much") && !text.contains("banned"), "{text}");
        let open = world.say(&Said::by("D").room(room), "Remittances must cost nothing, said in the open.").await;
        world.approval(open, 1, "declined").await;
        world.approval(private, 1, "approved").await;
        world.approval(risky, 1, "asked").await;
        let second = world.digest(&world.scope()).await;
        assert_eq!(second.wanted_approvals, []);
        assert_eq!(quotes(&second.digest)[0].text, "Remittances cost too much for migrants.");
        assert_eq!(quotes(&second.digest).len(), 1);
    });
}

#[test]
fn a_moderators_tag_overrides_the_analysis() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        let fees = world.say(&Said::by("A").room(room), "Recruitment fees must be banned for migrant workers.").await;
        let bread = world.say(&Said::by("B").room(room), "Bread has become dear.").await;
        world.tag(fees, None, Some(0), None).await;
        world.tag(bread, None, Some(2), Some("pledge")).await;
        world.tag(bread, Some(1), None, Some("challenge")).await;
        let digest = world.digest(&world.scope()).await.digest;
        assert_eq!(digest.sections.len(), 1);
        assert_eq!((digest.sections[0].objective, digest.sections[0].themes[0].kind), (Some(2), Kind::Challenge));
        assert_eq!(digest.unplaced.len(), 1);
        assert_eq!(digest.unplaced_quotes[0].text, "Recruitment fees must be banned for migrant workers.");
    });
}

#[test]
fn of_those_who_wrote_the_same_the_one_is_quoted_who_is_not_heard_yet() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        let migrant = |name| Said::by(name).category("migrants").room(room);
        for text in [
            "Recruitment fees must be banned for migrant workers.",
            "States must ban all recruitment fees and license the agencies.",
            "Agencies that take recruitment fees must lose their licence.",
            "Recruitment fees must be paid by the employers of migrant workers.",
        ] {
            world.say(&migrant("A"), text).await;
        }
        let same = "States must ban all recruitment fees and inspect the agencies.";
        world.say(&migrant("B").consent(Consent::Category), same).await;
        let union = world.say(&Said::by("C").category("trade-unions").room(room), same).await;
        let receipt = world.receipts().await[&union].clone();
        let digest = world.digest(&world.scope()).await.digest;
        let theme = theme_with(&digest, same);
        let quoted: Vec<&str> = theme.quotes.iter().map(|quote| receipt_of(&quote.passage)).collect();
        assert!(quoted[..2].contains(&receipt.as_str()), "{receipt} in {theme:#?}");
        assert_eq!(theme.quotes.iter().filter(|quote| quote.text == same).count(), 1);
    });
}

#[test]
fn attributions_go_as_far_as_consent_and_small_numbers_allow() {
    block_on(async {
        let mut world = World::new().await;
        let west = world.room("west-africa", r#"{"subregion":"west-africa"}"#).await;
        let east = world.room("east-africa", r#"{"subregion":"east-africa"}"#).await;
        let house = world.room("chatham", r#"{"chatham":true}"#).await;
        world.vouch("Example Union").await;
        let said = |name: &str, consent| Said::by(name).category("trade-unions").consent(consent);
        let mut of = BTreeMap::new();
        for (name, said) in [
            ("Ada", said("Ada", Consent::Category).room(west)),
            ("Bea", said("Bea", Consent::Quote).room(west)),
            ("Cid", said("Cid", Consent::Organisation).organisation("example union").room(west)),
            ("Dan", said("Dan", Consent::Organisation).organisation("Made Up League").room(west)),
            ("Jon", said("Jon", Consent::Organisation).organisation("Example Union").room(west)),
            ("Eve", said("Eve", Consent::Name).room(west)),
            ("Fay", said("Fay", Consent::Category).room(east)),
            ("Gil", said("Gil", Consent::Name).organisation("Example Union").room(house)),
            ("Hal", Said::by("Hal").category("media").consent(Consent::Category).room(west)),
            ("Ivo", said("Ivo", Consent::Name).kind("import")),
        ] {
            let text = format!("{name} thinks that objective words do not matter to {name}.");
            let id = world.say(&said, &text).await;
            world.tag(id, None, Some(i64::from(name.as_bytes()[0] - b'A' + 1)), None).await;
            of.insert(name, text);
        }
        world.confirm("Cid", "Example Union").await;
        let digest = world.digest(&world.scope()).await.digest;
        let quotes = quotes(&digest);
        let by =
            |name: &str| quotes.iter().find(|quote| quote.text == of[name]).map(|quote| quote.attribution.as_str());
        assert_eq!(by("Ada"), Some("Trade unions, West Africa"));
        assert_eq!(by("Bea"), Some("a participant"));
        assert_eq!(by("Cid"), Some("Example Union"));
        assert_eq!(by("Dan"), Some("someone who writes for Made Up League"));
        assert_eq!(by("Jon"), Some("someone who writes for Example Union"), "nobody said so of them");
        assert_eq!(by("Eve"), Some("Eve"));
        assert_eq!(by("Fay"), Some("Trade unions"), "too few in East Africa to say where");
        assert_eq!(by("Gil"), Some("a participant"), "the Chatham House Rule");
        assert_eq!(by("Hal"), Some("a participant, West Africa"), "one of the media alone");
        assert_eq!(by("Ivo"), Some("Ivo"));
    });
}

#[test]
fn an_organisation_counts_once_by_its_submissions_and_a_claim_as_a_person() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        world.vouch("Example Union").await;
        let mut submit = async |name: &str, organisation: &str, text: &str| {
            let mut said = Said::by(name).kind("submission").room(room);
            said.on_behalf = Some(OnBehalf { name: organisation.into(), signatories: vec!["Nobody Knows".into()] });
            world.say(&said, text).await
        };
        submit("A", "Example Union", "Recruitment fees for migrant workers must be banned by law.").await;
        submit("B", "example union!", "States must ban recruitment fees of migrant workers and inspect agencies.")
            .await;
        submit("C", "Claimed League", "Ban the recruitment fees that migrant workers are made to pay.").await;
        let people = async |world: &World| {
            let digest = world.digest(&world.scope()).await.digest;
            assert_eq!(digest.contributions, 3);
            digest.people
        };
        assert_eq!(people(&world).await, 3, "whoever names it does not speak for it");
        for name in ["A", "B"] {
            world.confirm(name, "Example Union").await;
        }
        assert_eq!(people(&world).await, 2);
    });
}

#[test]
fn a_scope_cut_out_by_attributes_lists_only_what_it_quotes_and_needs_five_people() {
    block_on(async {
        let world = afternoon().await;
        let of = |category: &str| Scope { category: Some(Category(category.into())), ..world.scope() };
        let error = world.try_digest(&of("academia")).await.unwrap_err();
        assert!(matches!(error, DigestError::TooFew));
        assert!(error.told(Language::En).unwrap().contains("Fewer than 5"), "{error}");
        let digest = world.digest(&of("trade-unions")).await.digest;
        let listed: BTreeSet<&String> = themes(&digest).flat_map(|theme| &theme.passages).collect();
        let quoted: BTreeSet<&String> = themes(&digest).flat_map(|theme| &theme.quotes).map(|q| &q.passage).collect();
        assert_eq!(listed, quoted);
        assert!(!listed.is_empty() && digest.unplaced.is_empty());
        // Seven people, and nobody learns that they are seven.
        assert_eq!((digest.people, digest.people_band.map(|band| band.text()).as_deref()), (5, Some("5-9")));
        let text = digest::markdown(&digest);
        assert!(text.contains("by 5–9 people"), "{text}");
        let language = Scope { language: Some("zh".into()), ..world.scope() };
        assert!(matches!(world.try_digest(&language).await, Err(DigestError::TooFew)));
    });
}

#[test]
fn with_nothing_in_scope_it_says_so() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        let digest = world.digest(&Scope { room: Some(room), ..world.scope() }).await.digest;
        for form in [Form::Screen, Form::Full] {
            let shown = sections(&digest, form);
            assert_eq!(shown.len(), 1);
            assert!(render::plain(&shown[0].document).contains("Nothing in this scope is on the record yet"));
        }
        assert!(digest::html(&digest).contains("<html lang=\"en\" dir=\"ltr\">"));
        let nowhere = Scope { room: Some(7), ..world.scope() };
        assert!(matches!(world.try_digest(&nowhere).await, Err(DigestError::Missing(_))));
    });
}

#[test]
fn a_long_passage_is_quoted_by_whole_sentences_of_it() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        let about = "Over the years we have met a great many of those who work in the houses of the capital and further on in the hills around it. ";
        let text = format!(
            "{about}{about}{}Therefore States must ban recruitment fees for domestic workers.",
            about.replace(". ", ", ")
        );
        world.say(&Said::by("A").room(room), &text).await;
        let digest = world.digest(&world.scope()).await.digest;
        let quotes = quotes(&digest);
        assert!(quotes.iter().any(|quote| quote.text.contains("must ban recruitment fees")), "{quotes:?}");
        for quote in quotes {
            let parts: Vec<&str> = quote.text.split("[…]").map(str::trim).filter(|part| !part.is_empty()).collect();
            assert!(parts.iter().all(|part| text.contains(part) && part.ends_with('.')), "{quote:?}");
        }
    });
}

#[test]
fn a_table_has_a_row_for_each_passage_and_no_formula() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        world.say(&Said::by("A").room(room), "=HYPERLINK(1) recruitment fees for migrant workers must end").await;
        world.say(&Said::by("B").room(room), "Cap remittances, \"now\", at three per cent.").await;
        let digest = world.digest(&world.scope()).await.digest;
        let table = digest::csv(&digest);
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), digest.passages);
        assert!(rows.iter().flatten().all(|cell| !cell.starts_with('=')), "{table}");
        assert!(table.contains("Cap remittances, \"\"now\"\""), "{table}");
    });
}

#[test]
fn messages_on_different_matters_stand_where_each_belongs_and_one_thought_stays_whole() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        let joseph = Said::by("Joseph").room(room).joining();
        for text in [
            "Children born on the road have no birth certificate and no school takes them",
            "who checks what the recruitment agencies do once the worker has left?",
            "the nurse cleans floors because nobody recognises her diploma",
            "and it is the same for the midwives",
            "in our whole town",
        ] {
            world.say(&joseph, text).await;
        }
        let digest = world.digest(&world.scope()).await.digest;
        assert_eq!((digest.contributions, digest.passages), (1, 3));
        let objectives: Vec<Option<u8>> = digest.sections.iter().map(|section| section.objective).collect();
        assert_eq!(objectives, [Some(6), Some(18), Some(4)]);
        let quoted = theme_with(&digest, "the nurse").quotes[0].text.clone();
        assert!(quoted.ends_with("the midwives\nin our whole town"), "{quoted}");
    });
}

#[test]
fn an_answer_stands_where_its_question_belongs_unless_it_speaks_of_something_else() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        let question = world.ask(room, "What worked where you live for birth registration?").await;
        let answering = |name: &str| Said::by(name).room(room).answering(question);
        world
            .say(&answering("Fatou").language("fr"), "Une sage-femme peut le faire par téléphone, et ça marche.")
            .await;
        world.say(&answering("Grace"), "Here remittances cost too much for migrants.").await;
        world.say(&Said::by("Kofi").room(room), "The market opens on Mondays.").await;
        let digest = world.digest(&world.scope()).await.digest;
        let place = |words: &str| {
            let section = digest.sections.iter().find(|section| {
                section.themes.iter().flat_map(|theme| &theme.quotes).any(|quote| quote.text.contains(words))
            });
            section.and_then(|section| section.objective)
        };
        assert_eq!((place("sage-femme"), place("remittances"), place("market")), (Some(4), Some(20), None));
    });
}

#[test]
fn a_remark_on_what_others_complain_of_is_a_complaint_and_no_demand() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        world
            .say(&Said::by("A").room(room), "Nobody answers when visa appointments are sold on the black market.")
            .await;
        world.say(&Said::by("B").room(room), "The visa appointments on the black market.").await;
        let digest = world.digest(&world.scope()).await.digest;
        let kinds = |digest: &digest::Digest| -> Vec<(Kind, usize)> {
            themes(digest).map(|theme| (theme.kind, theme.people)).collect()
        };
        assert_eq!(kinds(&digest), [(Kind::Challenge, 2)]);
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        world.say(&Said::by("A").room(room), "States must ban recruitment fees of workers.").await;
        world.say(&Said::by("B").room(room), "Recruitment fees of workers.").await;
        let digest = world.digest(&world.scope()).await.digest;
        assert_eq!(kinds(&digest), [(Kind::Recommendation, 1), (Kind::Other, 1)]);
    });
}

#[test]
fn a_theme_is_told_by_what_is_of_its_kind_before_what_is_said_beside_it() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        let said = [
            "I work in the field of waste management.",
            "The town should pay for waste management in the market, every day of the week.",
            "Waste management must come before new stalls and new roads.",
        ];
        for (name, text) in ["A", "B", "C"].iter().zip(said) {
            world.say(&Said::by(name).room(room), text).await;
        }
        let digest = world.digest(&world.scope()).await.digest;
        let theme = theme_with(&digest, "new stalls");
        assert_eq!((theme.kind, theme.quotes.len()), (Kind::Recommendation, 3));
        assert_eq!(theme.quotes[2].text, said[0]);
    });
}

#[test]
fn one_demand_in_seven_languages_is_one_theme_in_the_readers_words() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        for (language, fees, diplomas, children) in [
            (
                "en",
                "States must ban recruitment fees that workers pay",
                "The diplomas of foreign nurses are not recognised",
                "End the detention of migrant children",
            ),
            (
                "fr",
                "Les États doivent interdire les frais de recrutement à la charge des travailleurs",
                "Les diplômes des infirmières étrangères ne sont pas reconnus",
                "Il faut mettre fin à la détention des enfants migrants",
            ),
            (
                "es",
                "Los Estados deben prohibir que los trabajadores paguen comisiones de contratación",
                "No se reconocen los títulos de las enfermeras extranjeras",
                "Hay que acabar con la detención de niños migrantes",
            ),
            (
                "ar",
                "على الدول أن تمنع رسوم الاستقدام المفروضة على العمال",
                "لا يتم الاعتراف بشهادات الممرضات المهاجرات",
                "يجب وقف احتجاز أطفال المهاجرين",
            ),
            (
                "ru",
                "Государства должны запретить взимать с работников плату за трудоустройство",
                "Дипломы медсестёр из-за рубежа не признают",
                "Нужно прекратить содержание детей-мигрантов под стражей",
            ),
            ("zh", "各国应禁止向工人收取招聘费", "外国护士的学历得不到承认", "应停止拘留移民儿童"),
            (
                "pt",
                "Os Estados devem proibir taxas de recrutamento pagas pelos trabalhadores",
                "Os diplomas das enfermeiras estrangeiras não são reconhecidos",
                "É preciso acabar com a detenção de crianças migrantes",
            ),
        ] {
            for text in [fees, diplomas, children] {
                let person = Said::by(&format!("{language} {text}")).language(language).room(room);
                world.say(&person, text).await;
            }
        }
        let digest = world.digest(&world.scope()).await.digest;
        let found: Vec<(&str, usize)> = themes(&digest).map(|theme| (theme.title.as_str(), theme.people)).collect();
        let expected = [
            ("Recruitment fees", 7),
            ("Skills development and recognition: diplomas", 7),
            ("Detention of migrant children", 7),
        ];
        assert_eq!(found, expected);
    });
}

#[test]
fn what_is_left_out_is_counted_within_the_scope() {
    block_on(async {
        let mut world = World::new().await;
        let room = world.room("west-africa", "{}").await;
        world.say(&Said::by("A").room(room), "Recruitment fees must be banned for migrant workers.").await;
        let taken = world.say(&Said::by("B").room(room), "Recruitment fees are debt for migrant workers.").await;
        let fees = world.say(&Said::by("C").room(room), "Recruitment fees of migrant workers are a shame.").await;
        let other = world.say(&Said::by("D").room(room), "Remittances cost too much for migrants.").await;
        world.withdraw(taken).await;
        world.hide(fees).await;
        world.hide(other).await;
        let left_out = async |scope: Scope| world.digest(&scope).await.digest.left_out;
        assert_eq!(left_out(world.scope()).await, BTreeMap::from([("hidden", 2), ("withdrawn", 1)]));
        // What was on which objective nobody knows of what is erased.
        let scope = Scope { objective: Some(6), ..world.scope() };
        assert_eq!(left_out(scope).await, BTreeMap::from([("hidden", 1)]));
        let scope = Scope { kind: Some(Kind::Pledge), ..world.scope() };
        assert_eq!(left_out(scope).await, BTreeMap::new());
    });
}

/// What people say in the generated consultations: in several languages, on objectives and on
/// none, with copies among them.
const TEXTS: [&str; 12] = [
    "Recruitment fees must be banned for migrant workers.",
    "States must ban all recruitment fees and inspect the agencies.",
    "Il faut interdire les frais de recrutement. Les agences doivent être contrôlées.",
    "يجب إنهاء احتجاز الأطفال المهاجرين.",
    "Remittances cost too much for migrant families.",
    "How will States report on recruitment next year?",
    "The interpretation broke down twice.",
    "The interpretation into Portuguese broke down in the morning.",
    "We opened a desk where migrants get a birth certificate in two days.",
    "ስደተኞች መብታቸው መከበር አለበት።",
    "We pledge to train forty consular officers for the protection of migrants.",
    "Os Estados devem proibir as taxas de recrutamento cobradas aos migrantes.",
];
const CATEGORIES: [Option<&str>; 3] = [Some("trade-unions"), Some("migrants"), None];
const CONSENTS: [Consent; 5] =
    [Consent::Summarise, Consent::Quote, Consent::Category, Consent::Organisation, Consent::Name];

/// A consultation: who says what where; two people in three have a category.
#[derive(Debug, Clone)]
struct Spoken {
    person: usize,
    text: usize,
    /// West Africa, East Africa, or in private.
    room: usize,
    withdrawn: bool,
}

impl Spoken {
    fn said(&self, rooms: [i64; 2]) -> Said {
        let said = Said::by(&format!("Person {}", self.person)).consent(CONSENTS[self.person % CONSENTS.len()]);
        Said {
            category: CATEGORIES[self.person % CATEGORIES.len()].map(Into::into),
            room: rooms.get(self.room).copied(),
            ..said
        }
    }
}

fn spoken() -> impl Strategy<Value = Vec<Spoken>> {
    let one = (0..12usize, 0..TEXTS.len(), 0..3usize, prop::bool::weighted(0.15));
    let one = one.prop_map(|(person, text, room, withdrawn)| Spoken { person, text, room, withdrawn });
    prop::collection::vec(one, 0..30)
}

/// The world of what was said, and for each receipt what was said under it.
async fn world_of(spoken: &[Spoken]) -> (World, BTreeMap<String, Spoken>) {
    let mut world = World::new().await;
    let west = world.room("west-africa", r#"{"subregion":"west-africa"}"#).await;
    let east = world.room("east-africa", r#"{"subregion":"east-africa"}"#).await;
    let all: Vec<(Said, &str)> = spoken.iter().map(|s| (s.said([west, east]), TEXTS[s.text])).collect();
    let ids = world.say_all(&all).await;
    for (id, _) in ids.iter().zip(spoken).filter(|(_, spoken)| spoken.withdrawn) {
        world.withdraw(*id).await;
    }
    let receipts = world.receipts().await;
    let by_receipt = ids.iter().zip(spoken).map(|(id, spoken)| (receipts[id].clone(), spoken.clone())).collect();
    (world, by_receipt)
}

fn receipt_of(passage: &str) -> &str {
    passage.split('.').next().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_sentence_of_a_digest_is_accountable(spoken in spoken()) {
        block_on(async {
            let (world, by_receipt) = world_of(&spoken).await;
            let digest = world.digest(&world.scope()).await.digest;
            let live: Vec<&Spoken> = spoken.iter().filter(|spoken| !spoken.withdrawn).collect();

            // Every passage exactly once, and nothing that was withdrawn.
            let mut listed: Vec<&String> =
                themes(&digest).flat_map(|theme| &theme.passages).chain(&digest.unplaced).collect();
            listed.sort();
            let count = listed.len();
            listed.dedup();
            prop_assert_eq!(listed.len(), count);
            prop_assert_eq!(count, digest.passages);
            let receipts: BTreeSet<&str> = listed.iter().map(|passage| receipt_of(passage)).collect();
            let expected: BTreeSet<&str> =
                by_receipt.iter().filter(|(_, spoken)| !spoken.withdrawn).map(|(receipt, _)| receipt.as_str()).collect();
            prop_assert_eq!(receipts, expected);

            // People are counted right, in all and by theme.
            let people = |of: &mut dyn Iterator<Item = &Spoken>| of.map(|spoken| spoken.person).collect::<BTreeSet<_>>();
            prop_assert_eq!(digest.people, people(&mut live.iter().copied()).len());
            prop_assert_eq!(digest.contributions, live.len());
            for theme in themes(&digest) {
                let behind = people(&mut theme.passages.iter().map(|passage| &by_receipt[receipt_of(passage)]));
                prop_assert_eq!(theme.people, behind.len());
                let word = ["one", "some", "several", "many"][[2, 5, 10].iter().filter(|n| behind.len() >= **n).count()];
                prop_assert_eq!(&theme.count_word, word);
            }

            // Every quote is verbatim, permitted, and no private one went unasked.
            for quote in quotes(&digest) {
                let of = &by_receipt[receipt_of(&quote.passage)];
                prop_assert!(TEXTS[of.text].contains(&quote.text) && !of.withdrawn);
                prop_assert!(CONSENTS[of.person % CONSENTS.len()] >= Consent::Quote && of.room < 2);
            }

            // Small voices are represented before anyone is quoted twice for no new voice.
            for theme in themes(&digest) {
                let of = |passage: &str| &by_receipt[receipt_of(passage)];
                let mut heard: BTreeSet<(&str, usize)> = BTreeSet::new();
                let attributes = |spoken: &Spoken| {
                    let category = spoken.person % CATEGORIES.len();
                    let language = match spoken.text {
                        foreign @ (2 | 3 | 9 | 11) => foreign,
                        _ => 0,
                    };
                    [("category", category), ("room", spoken.room), ("language", language)].into_iter().filter(move |(a, c)| *a != "category" || *c < 2)
                };
                let mut complete = false;
                for quote in &theme.quotes {
                    let before = heard.len();
                    heard.extend(attributes(of(&quote.passage)));
                    let adds = heard.len() > before || heard.is_empty();
                    prop_assert!(!(complete && adds), "someone waits while another is quoted twice in {:?}", theme);
                    complete |= !adds;
                }
                // Copies are quoted once; of the rest all that may be quoted are represented.
                let texts: BTreeSet<usize> = theme.quotes.iter().map(|quote| of(&quote.passage).text).collect();
                for passage in &theme.passages {
                    let spoken = of(passage);
                    let permitted = CONSENTS[spoken.person % CONSENTS.len()] >= Consent::Quote && spoken.room < 2;
                    let new = attributes(spoken).any(|attribute| !heard.contains(&attribute));
                    prop_assert!(!permitted || !new || texts.contains(&spoken.text), "{:?} is not heard in {:?}", spoken, theme);
                }
            }

            // Fewer than five people: nothing is said of who they are.
            if digest.people < 5 {
                prop_assert!(digest.participation.is_empty() && digest.not_yet_heard.is_empty());
            }
            for quote in quotes(&digest) {
                let of = &by_receipt[receipt_of(&quote.passage)];
                if quote.attribution.starts_with("Trade unions") || quote.attribution.starts_with("Migrants") {
                    let category = of.person % CATEGORIES.len();
                    let same = live.iter().copied().filter(|spoken| spoken.person % CATEGORIES.len() == category);
                    let place = quote.attribution.ends_with("Africa") || quote.attribution.ends_with("Horn");
                    let sharing = people(&mut same.filter(|spoken| !place || spoken.room == of.room));
                    prop_assert!(sharing.len() >= 5, "{:?}", quote);
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_same_words_in_another_order_give_the_same_digest(
        (spoken, shuffled) in spoken().prop_flat_map(|spoken| (Just(spoken.clone()), Just(spoken).prop_shuffle()))
    ) {
        block_on(async {
            let mut shown = Vec::new();
            for order in [&spoken, &shuffled] {
                let (world, by_receipt) = world_of(order).await;
                let mut json = digest::json(&world.digest(&world.scope()).await.digest);
                for (receipt, spoken) in &by_receipt {
                    json = json.replace(receipt, &format!("T{}", spoken.text));
                }
                shown.push(json);
            }
            prop_assert_eq!(&shown[0], &shown[1]);
            Ok(())
        })?;
    }
}

fn themes(digest: &digest::Digest) -> impl Iterator<Item = &Theme> {
    digest.sections.iter().flat_map(|section| &section.themes)
}

fn theme_with<'a>(digest: &'a digest::Digest, words: &str) -> &'a Theme {
    themes(digest).find(|theme| theme.quotes.iter().any(|quote| quote.text.contains(words))).unwrap()
}

fn quotes(digest: &digest::Digest) -> Vec<&Quote> {
    themes(digest).flat_map(|theme| &theme.quotes).chain(&digest.unplaced_quotes).collect()
}
