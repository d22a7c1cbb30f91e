//! The public call and the other calls, as the office and the people who answer them see them.

use crate::common;
use crate::common::platform::{address, private};
use crate::common::town::{HARBOUR, MARKET, MODERATOR, Town, plain, talk, whisper};
use gcm_talks::model::{DAY, Language, Role};
use gcm_talks::store::{Entry, Job, KeyRow, Participant, Post};

const SECRETARIAT: &str = "sana";

async fn town(url: &str) -> Town {
    let town = Town::new(url).await;
    town.appoint(SECRETARIAT, Role::Secretariat).await;
    town
}

fn said_in(town: &Town, room: &str) -> Vec<String> {
    town.platform.said_in(&address(room)).iter().map(|said| plain(said)).collect()
}

#[tokio::test]
async fn the_office_reads_the_call_in_every_language_and_gets_it_as_files() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        let none = whisper(&town, SECRETARIAT, "call text registration").await;
        assert_eq!(none, "No such call is open. Write call open registration");
        whisper(
            &town,
            SECRETARIAT,
            "call open registration from 1 Feb until 10 Feb 18:00 capacity room 120 online 400",
        )
        .await;
        let all = town.whispers(SECRETARIAT, "call text registration").await;
        let all: Vec<String> = all.iter().map(|text| plain(text)).collect();
        assert_eq!(all.len(), 7, "one text a language");
        let english = &all[0];
        for part in [
            "Registration: Consultation for Africa",
            "Everyone whom migration concerns can come to the consultation",
            "Who can answer: everyone of 18 or over, with or without an organisation",
            "When: from 1 February 2027, 00:00 (Dakar) until 10 February 2027, 18:00 (Dakar)",
            "Places: in person: 120, online: 400. When all are taken, there is a waiting list.",
            "How: write !gcm register in a room of the consultation, or register to the bot alone.",
            "Questions that need an answer: at most 4, one at a time",
            "Who decides: Nobody chooses: places are given in the order in which people register.",
            "Name: You need not give your name. A pseudonym is fine, and no list of people is published.",
            "What is kept: Your answers, sealed, until 730 days after the summary is published",
            "I am run by the invented secretariat. Contact: focal-point@example.org.",
        ] {
            assert!(english.contains(part), "{part}\n{english}");
        }
        assert!(all.iter().any(|text| text.starts_with("التسجيل: ")), "{all:?}");
        let french = whisper(&town, SECRETARIAT, "call text registration fr").await;
        assert!(french.starts_with("Inscription : ") && french.contains("!gcm inscription"), "{french}");

        // As files, for the web page of the review.
        let told = whisper(&town, SECRETARIAT, "call text registration format html").await;
        assert!(told.starts_with("The call is in these files: call-africa-registration-en.html"), "{told}");
        let entry = town.platform.entries(&private(SECRETARIAT)).pop().unwrap();
        assert_eq!(entry.files.len(), 7);
        let arabic = entry.files.iter().find(|file| file.name == "call-africa-registration-ar.html").unwrap();
        assert!(arabic.text.starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">"), "{}", arabic.text);
        for file in &entry.files {
            assert_eq!(file.text.matches("<h1>").count(), 1, "{}", file.name);
            assert!(file.text.contains("<main>") && file.text.contains("<title>"), "{}", file.name);
            assert!(!file.text.contains("src=") && !file.text.contains("href="), "it needs nothing else");
        }
        whisper(&town, SECRETARIAT, "call text registration es format md").await;
        let entry = town.platform.entries(&private(SECRETARIAT)).pop().unwrap();
        assert_eq!(entry.files.len(), 1);
        assert!(entry.files[0].text.starts_with("# Inscripción: "), "{}", entry.files[0].text);
        let wrong = whisper(&town, SECRETARIAT, "call text registration format docx").await;
        assert!(wrong.contains("is not possible here. Possible: md, html."), "{wrong}");
        let wrong = whisper(&town, SECRETARIAT, "call text moon").await;
        assert!(
            wrong.contains("Possible: registration, submission, speaking, proposal, travel, priorities."),
            "{wrong}"
        );
        let refused = whisper(&town, "amina", "call text registration").await;
        assert!(refused.starts_with("Only the secretariat"), "{refused}");
    })
    .await;
}

#[tokio::test]
async fn a_call_is_announced_once_and_its_end_is_told_where_it_was() {
    common::for_each_database(async |url: String| {
        let mut town = town(&url).await;
        town.says(MODERATOR, MARKET, "!gcm room set languages en, fr").await;
        town.says(MODERATOR, HARBOUR, "!gcm room set languages ar").await;
        whisper(&town, SECRETARIAT, "call open registration until 20 Jan 18:00").await;
        let before = (said_in(&town, MARKET).len(), said_in(&town, HARBOUR).len());
        let preview = whisper(&town, SECRETARIAT, "call announce registration").await;
        assert!(preview.contains("Who can answer: everyone"), "{preview}");
        assert!(preview.contains("This is posted at once in market (en, fr) and harbour (ar)"), "{preview}");
        assert_eq!(said_in(&town, MARKET).len(), before.0, "nothing is posted before a yes");
        let left = whisper(&town, SECRETARIAT, "no").await;
        assert_eq!(left, "Nothing was changed.");
        let done = talk(&town, SECRETARIAT, &["call announce registration", "yes"]).await;
        assert!(done.starts_with("It is posted. Rooms: 2."), "{done}");
        let market = said_in(&town, MARKET).split_off(before.0);
        assert!(market.iter().any(|said| said.starts_with("Registration: Consultation for Africa")), "{market:?}");
        assert!(market.iter().any(|said| said.starts_with("Inscription : ")), "{market:?}");
        let harbour = said_in(&town, HARBOUR).split_off(before.1);
        assert!(harbour.iter().any(|said| said.starts_with("التسجيل: ")), "{harbour:?}");
        assert_eq!(town.bot.store.count::<Post>("kind = 'call'", &[]).await.unwrap(), 3);

        // Once only, whatever is killed and asked again.
        town.restart().await;
        let again = whisper(&town, SECRETARIAT, "call announce registration").await;
        assert!(again.starts_with("This call stands in every room already."), "{again}");
        // A new end is told where it stands, in the languages in which it does; more places are not.
        let ends = |said: &&String| said.starts_with("Registration for Consultation for Africa is");
        whisper(&town, SECRETARIAT, "call extend registration capacity room 5").await;
        assert_eq!(said_in(&town, MARKET).iter().filter(ends).count(), 0);
        whisper(&town, SECRETARIAT, "call extend registration until 22 Jan 18:00").await;
        let told = said_in(&town, MARKET);
        for line in [
            "Registration for Consultation for Africa is open until Fri 22 Jan, 18:00 Dakar.",
            "L’inscription à Consultation for Africa est ouverte jusqu’au ven. 22 janv., 18:00 Dakar.",
        ] {
            assert_eq!(told.iter().filter(|said| *said == line).count(), 1, "{told:?}");
        }
        town.clock.advance(8 * DAY);
        town.settle().await;
        let told = said_in(&town, HARBOUR);
        assert_eq!(told.iter().filter(|said| said.ends_with(" مغلق.")).count(), 1, "{told:?}");
        // Opened again, it is announced again.
        whisper(&town, SECRETARIAT, "call open registration").await;
        let done = talk(&town, SECRETARIAT, &["call announce registration", "yes"]).await;
        assert!(done.starts_with("It is posted. Rooms: 2."), "{done}");
    })
    .await;
}

#[tokio::test]
async fn a_call_is_announced_and_opened_on_its_day() {
    common::for_each_database(async |url: String| {
        let mut town = town(&url).await;
        town.says(MODERATOR, MARKET, "!gcm room set languages en").await;
        town.says(MODERATOR, HARBOUR, "!gcm room set languages en").await;
        let opened = whisper(&town, SECRETARIAT, "call open registration from 18 Jan 9:00 until 25 Jan").await;
        assert!(
            opened.starts_with("Registration for Consultation for Africa opens on Mon 18 Jan, 09:00 Dakar."),
            "{opened}"
        );
        let early = whisper(&town, "amina", "register").await;
        assert!(early.starts_with("Registration for Consultation for Africa opens on Mon 18 Jan, 09:00"), "{early}");
        let wrong = whisper(&town, SECRETARIAT, "call extend registration from 27 Jan until 26 Jan").await;
        assert!(wrong.starts_with("The period ends before it begins."), "{wrong}");
        let preview = whisper(&town, SECRETARIAT, "call announce registration on 17 Jan").await;
        assert!(
            preview.contains("On Sun 17 Jan, 09:00 Dakar this is posted in market (en) and harbour (en)"),
            "{preview}"
        );
        let said = whisper(&town, SECRETARIAT, "yes").await;
        assert_eq!(said, "It is posted on Sun 17 Jan, 09:00 Dakar.");
        // Another day takes its place.
        talk(&town, SECRETARIAT, &["call announce registration on 16 Jan 10:00", "yes"]).await;
        assert_eq!(town.bot.store.count::<Job>("kind = 'announce-call'", &[]).await.unwrap(), 1);
        town.clock.advance(DAY + DAY / 4);
        town.restart().await;
        town.settle().await;
        let told = said_in(&town, MARKET);
        assert_eq!(told.iter().filter(|said| said.starts_with("Registration: Consultation")).count(), 1, "{told:?}");
        town.clock.advance(2 * DAY);
        town.settle().await;
        let told = said_in(&town, MARKET);
        let open = "Registration for Consultation for Africa is open until Mon 25 Jan, 23:59 Dakar.";
        assert_eq!(told.iter().filter(|said| *said == open).count(), 1, "{told:?}");
        let asked = whisper(&town, "amina", "register").await;
        assert!(asked.contains("Are you 18 or over, and do you agree?"), "{asked}");
        assert_eq!(town.bot.store.count::<Job>("state = 'failed'", &[]).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn who_asks_to_speak_sees_it_changes_it_and_takes_it_back() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        let none = whisper(&town, "amina", "speak").await;
        assert!(none.starts_with("Expression of interest to speak: there is no such call for Consultation"), "{none}");
        let opened = whisper(
            &town,
            SECRETARIAT,
            "call open speaking until 20 Jan 18:00 decides task team decision 25 Jan 18:00",
        )
        .await;
        assert!(
            opened.starts_with(
                "Expression of interest to speak (Consultation for Africa): open until Wed 20 Jan, 18:00 Dakar."
            ),
            "{opened}"
        );
        let asked = whisper(&town, "amina", "speak").await;
        assert!(asked.starts_with("Expression of interest to speak: Consultation for Africa, run by"), "{asked}");
        assert!(asked.contains("Are you 18 or over, and do you agree?"), "{asked}");
        assert_eq!(town.bot.store.count::<Participant>("1 = 1", &[]).await.unwrap(), 0, "nothing is kept before a yes");
        let summary =
            talk(&town, "amina", &["yes", "Kenya", "trade unions", "6", "Fees put workers in debt before they leave."])
                .await;
        assert!(summary.contains("4  Themes: 6 Recruitment") || summary.contains("Themes: 6 Recruitment"), "{summary}");
        let done = whisper(&town, "amina", "0").await;
        assert!(
            done.starts_with(
                "Expression of interest to speak (Consultation for Africa): handed in under number 1. To change it, \
                 write speak; to take it back, speak withdraw. It is decided by the task team, by Mon 25 Jan, 18:00 \
                 Dakar."
            ),
            "{done}"
        );
        let status = whisper(&town, "amina", "status").await;
        assert!(status.contains("handed in under number 1."), "{status}");
        let changed = whisper(&town, "amina", "speak summary Fees put workers in debt, and banks earn on it.").await;
        assert!(changed.contains("handed in under number 1."), "{changed}");
        let data = whisper(&town, "amina", "my data").await;
        assert!(data.contains("What I say: Fees put workers in debt, and banks earn on it."), "{data}");

        // What is known of a person is not asked again.
        whisper(&town, SECRETARIAT, "call open travel").await;
        let travel = whisper(&town, "amina", "apply").await;
        assert!(travel.starts_with("What do you need help with?"), "{travel}");
        let done = talk(&town, "amina", &["1, 3", "My union has no money for the journey.", "0"]).await;
        assert!(done.contains("People decide on it. Who, and by when, has not been said yet."), "{done}");

        // The office sees each call by itself; what is sensitive stands in no list.
        talk(&town, "amina", &["speak lived yes"]).await;
        let list = whisper(&town, SECRETARIAT, "registrations speaking").await;
        assert!(list.contains("Handed in so far: 1.") && list.contains("1  handed in · Kenya"), "{list}");
        assert!(!list.contains("Own migration") && !list.contains("· yes"), "{list}");
        let list = whisper(&town, SECRETARIAT, "registrations travel").await;
        assert!(list.contains("My union has no money"), "{list}");
        let none = whisper(&town, SECRETARIAT, "registrations").await;
        assert_eq!(none, "No such call is open. Write call open registration");

        let gone = whisper(&town, "amina", "speak withdraw").await;
        assert!(gone.contains("taken back, and your answers are erased."), "{gone}");
        let entry = town.bot.store.select::<Entry>("form = 'speaking'", &[]).await.unwrap().remove(0);
        assert!(entry.state == "withdrawn" && entry.sealed.is_empty());
        let again = whisper(&town, "amina", "speak withdraw").await;
        assert!(again.contains("you have handed in nothing."), "{again}");
        // Registration is another matter, and stays as it is.
        let nobody = whisper(&town, "amina", "unregister").await;
        assert!(nobody.starts_with("You are not registered for Consultation for Africa."), "{nobody}");
        assert!(whisper(&town, "amina", "status").await.contains("Travel support"));
        whisper(&town, "amina", "forget me yes").await;
        assert_eq!(town.bot.store.count::<Entry>("1 = 1", &[]).await.unwrap(), 0);
        assert_eq!(town.bot.store.count::<KeyRow>("id > 0", &[]).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_talk_is_proposed_and_what_is_open_is_listed_in_ones_own_language() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        let none = whisper(&town, "amina", "answer").await;
        assert!(none.ends_with("No call is open now, and none is to come."), "{none}");
        whisper(&town, SECRETARIAT, "call open proposal until 20 Jan 18:00").await;
        whisper(&town, SECRETARIAT, "call open registration from 1 Feb").await;
        let open = whisper(&town, "amina", "answer").await;
        assert!(
            open.contains("propose  Proposal of a talk or side event (Consultation for Africa): open until"),
            "{open}"
        );
        assert!(open.contains("register  Registration for Consultation for Africa opens on Mon 1 Feb"), "{open}");
        whisper(&town, "binta", "language fr").await;
        let line =
            "proposer quoi un événement parallèle titre Les frais thèmes 6 résumé Qui paie les frais de recrutement";
        let done = talk(&town, "binta", &[line, "oui"]).await;
        assert!(done.contains("remis sous le numéro 1"), "{done}");
        let wrong = whisper(&town, "amina", "propose please").await;
        assert!(wrong.contains("18 or over"), "{wrong}");
        let wrong = whisper(&town, "amina", "yes").await;
        assert_eq!(wrong, "I do not know what to do with “please”. Write such as: propose what …");
        let wrong = whisper(&town, "amina", "answer moon").await;
        assert!(wrong.contains("Possible: registration, submission, speaking"), "{wrong}");
        // After its end nothing is taken, and that is said.
        town.clock.advance(6 * DAY);
        town.settle().await;
        let over = whisper(&town, "amina", "propose").await;
        assert!(over.contains("this call for Consultation for Africa closed on 20 January 2027."), "{over}");
        assert!(whisper(&town, "binta", "statut").await.contains("remis sous le numéro 1"));
    })
    .await;
}

#[tokio::test]
async fn a_call_for_written_submissions_has_an_end() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        town.whispers("amina", "consent quote").await;
        whisper(&town, SECRETARIAT, "call open submission until 20 Jan 18:00").await;
        let text = "States should ban recruitment fees that domestic workers pay.";
        let noted = whisper(&town, "amina", &format!("submit {text}")).await;
        assert!(noted.contains("for Consultation for Africa"), "{noted}");
        town.clock.advance(6 * DAY);
        town.settle().await;
        let over = whisper(&town, "amina", "submit One more letter about the fees.").await;
        assert!(over.starts_with("Written submission: this call for Consultation for Africa closed on"), "{over}");
        assert_eq!(town.texts_of("amina").await, [text]);
    })
    .await;
}

#[tokio::test]
async fn the_call_ends_with_the_stage_and_the_card_says_so() {
    common::for_each_database(async |url: String| {
        let town = town(&url).await;
        town.says(MODERATOR, MARKET, "!gcm room card").await;
        whisper(&town, SECRETARIAT, "call open registration").await;
        assert!(said_in(&town, MARKET).pop().unwrap().contains("!gcm register"));
        for room in [MARKET, HARBOUR] {
            town.says(MODERATOR, room, "!gcm floor close").await;
        }
        whisper(&town, SECRETARIAT, "consultation stage africa summary").await;
        let card = said_in(&town, MARKET).pop().unwrap();
        assert!(card.contains("Talk freely.") && !card.contains("!gcm register"), "{card}");
        let closed = whisper(&town, "amina", "register").await;
        assert!(closed.starts_with("Consultation for Africa is at this stage: summary. register is over."), "{closed}");
    })
    .await;
}

/// A form that stands only in an operator's folder is answered with no line of code.
#[test]
fn a_form_of_an_operators_folder_is_a_call_like_the_others() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str], input: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gcm-talks"));
        command.args(arguments).current_dir(folder.path());
        for variable in ["GCM_TALKS_CONFIG", "GCM_TALKS_DATA", "GCM_TALKS_STORE_URL"] {
            command.env_remove(variable);
        }
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(run(&["init", "--secretariat", "console:sana"], "").0, Some(0));
    std::fs::create_dir_all(folder.path().join("words/forms")).unwrap();
    std::fs::write(
        folder.path().join("words/forms/exchange.toml"),
        "id = \"exchange\"\nversion = 1\n[title]\nen = \"Peer exchange\"\nfr = \"Échange entre pairs\"\n[about]\n\
         en = \"Whoever wants to learn from others says from whom.\"\n[[field]]\nid = \"wish\"\nkind = \"text\"\n\
         required = true\nfirst = true\nlabel = { en = \"Wish\" }\nask = { en = \"From whom do you want to learn?\" }\n",
    )
    .unwrap();
    let config = folder.path().join("gcm-talks.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, format!("{text}\n[vocabulary]\nfolder = \"words\"\n")).unwrap();
    let session = "#lobby @sana !gcm consultation create africa region africa title Consultation for Africa\n\
        !gcm consultation set africa controller the invented secretariat\n\
        !gcm consultation set africa contact focal-point@example.org\n\
        !gcm consultation set africa retention 730\n\
        !gcm call open exchange\n\
        @amina !gcm answer exchange wish From trade unions in other ports\n\
        #private @amina yes\n\
        #lobby @sana !gcm registrations exchange\n";
    let (status, out, err) = run(&["run", "--console"], session);
    assert_eq!(status, Some(0), "{err}");
    assert!(out.contains("Peer exchange (Consultation for Africa): open."), "{out}{err}");
    assert!(out.contains("Peer exchange (Consultation for Africa): handed in under number 1."), "{out}{err}");
    assert!(out.contains("1  handed in · From trade unions in other ports"), "{out}{err}");
    // The operator's program writes its text, like any other's.
    let (status, out, err) = run(&["call", "exchange", "--language", "fr", "--format", "html"], "");
    assert_eq!(status, Some(0), "{err}");
    assert!(out.contains("<html lang=\"fr\" dir=\"ltr\">") && out.contains("Échange entre pairs"), "{out}");
    assert!(out.contains("Whoever wants to learn from others says from whom."), "{out}");
    let (status, _, err) = run(&["call", "speaking"], "");
    assert_eq!(status, Some(1));
    assert!(err.contains("africa has no call \"speaking\": write one of exchange"), "{err}");
}

#[test]
fn every_language_has_the_words_of_a_call() {
    // The call's own words never fall back to English where the form has them.
    let forms = gcm_talks::participation::Forms::built_in();
    for id in forms.ids() {
        let form = forms.get(id, "africa").unwrap();
        let titles: std::collections::BTreeSet<&str> = Language::ALL.iter().map(|l| form.title.get(*l)).collect();
        assert!(titles.len() >= 6, "{id}: {titles:?}");
    }
}
