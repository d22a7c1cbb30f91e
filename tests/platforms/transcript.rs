//! A messy afternoon in seven languages, typed into the console's pipe: what each person saw, what
//! a reader learns from the digest alone, and what is left in the data folder.
//!
//! `UPDATE_SNAPSHOTS=1` takes what each person saw as the new snapshot: read the difference.

use crate::common::{drop_postgres, make_postgres, opened, postgres_server};
use gcm_talks::clock::{Clock, Source, SystemClock};
use gcm_talks::i18n::speak;
use gcm_talks::model::{DAY, Language};
use gcm_talks::seal::Keyring;
use gcm_talks::store::Store;
use regex::{Captures, Regex};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, LazyLock, Mutex};
use std::time::Duration;

const AFTERNOON: &str = include_str!("transcripts/afternoon.txt");
/// Founds by commands what the embedded default finds ready.
const FOUNDING: &str = include_str!("transcripts/founding.txt");
const SEEN: &str = "tests/platforms/transcripts/afternoon.seen.txt";

/// What someone wrote who never agreed.
const NEVER_AGREED: [&str; 3] = ["marker-okapi", "Marker-Zebrano", "quentin"];
/// What someone wrote who was forgotten.
const FORGOTTEN: [&str; 4] = ["marker-ibis", "Marker-Tamarind", "Nouadhibou", "hassan"];
/// What was written where or when nothing is noted, was taken back, or was replaced.
const GONE: [&str; 4] = ["marker-bushbuck", "marker-kudu", "marker-pelican", "nine per cent here"];

/// An afternoon that is over.
struct Afternoon {
    folder: tempfile::TempDir,
    /// Where its database is, if it is not in the folder.
    url: Option<String>,
    /// All that was shown.
    seen: String,
}

fn program(folder: &Path, url: Option<&str>, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gcm-talks"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    for variable in ["GCM_TALKS_CONFIG", "GCM_TALKS_DATA", "GCM_TALKS_STORE_URL", "GCM_TALKS_LOG"] {
        command.env_remove(variable);
    }
    if let Some(url) = url {
        command.env("GCM_TALKS_STORE_URL", url);
    }
    command
}

fn said(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What a running console has shown so far.
type Shown = Arc<(Mutex<String>, Condvar)>;

/// Types lines into a console until they end; gives all that it showed. `{name}` stands for the
/// first receipt that this person was told, `{name:2}` for the second: receipts are new each time.
fn type_in(mut console: Child, lines: &str) -> String {
    let shown: Shown = Shown::default();
    let output = BufReader::new(console.stdout.take().unwrap());
    let to = shown.clone();
    let reader = std::thread::spawn(move || {
        for line in output.lines() {
            let (text, more) = &*to;
            let mut text = text.lock().unwrap();
            text.push_str(&line.unwrap());
            text.push('\n');
            more.notify_all();
        }
    });
    let mut stderr = console.stderr.take().unwrap();
    let errors = std::thread::spawn(move || {
        let mut text = String::new();
        stderr.read_to_string(&mut text).unwrap();
        text
    });
    let mut input = console.stdin.take().unwrap();
    let place = Regex::new(r"\{([a-z-]+)(?::(\d))?\}").unwrap();
    for line in lines.lines() {
        let line = place.replace_all(line, |found: &Captures<'_>| {
            let which = found.get(2).map_or(1, |number| number.as_str().parse().unwrap());
            receipt_of(&shown, &found[1], which)
        });
        // After `/quit` nobody reads any more.
        if writeln!(input, "{line}").is_err() {
            break;
        }
    }
    drop(input);
    let status = console.wait().unwrap();
    reader.join().unwrap();
    let errors = errors.join().unwrap();
    assert!(status.success(), "{errors}");
    let complaints: Vec<&str> = errors.lines().filter(|line| !line.ends_with(" is open")).collect();
    assert_eq!(complaints, Vec::<&str>::new());
    let text = shown.0.lock().unwrap();
    text.clone()
}

/// The receipt that a person was told, as soon as it is shown.
fn receipt_of(shown: &Shown, person: &str, which: usize) -> String {
    let (text, more) = &**shown;
    let waited = more
        .wait_timeout_while(text.lock().unwrap(), Duration::from_secs(60), |text| told(text, person).len() < which)
        .unwrap();
    let receipts = told(&waited.0, person);
    receipts.get(which - 1).unwrap_or_else(|| panic!("{person} was not told {which} receipts: {receipts:?}")).clone()
}

/// The receipts that a person was told in private, in order, each once.
fn told(text: &str, person: &str) -> Vec<String> {
    let receipt = Regex::new(r"AF-\d{4}").unwrap();
    let mut receipts: Vec<String> = Vec::new();
    for found in receipt.find_iter(&answers(text, &format!("@{person}")).join("\n")) {
        if !receipts.iter().any(|known| known == found.as_str()) {
            receipts.push(found.as_str().to_owned());
        }
    }
    receipts
}

/// What the bot said at a place, one text an answer.
fn answers(text: &str, place: &str) -> Vec<String> {
    let mut answers: Vec<String> = Vec::new();
    let mut here = false;
    for line in text.lines() {
        if let Some(more) = line.strip_prefix("  ") {
            if let (true, Some(answer)) = (here, answers.last_mut()) {
                answer.push('\n');
                answer.push_str(more);
            }
            continue;
        }
        let first = line.strip_prefix(place).and_then(|rest| rest.strip_prefix(" gcm-talks: "));
        here = first.is_some();
        answers.extend(first.map(str::to_owned));
    }
    answers
}

fn start(folder: &Path, url: Option<&str>, arguments: &[&str]) -> Child {
    let mut command = program(folder, url, arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

impl Afternoon {
    /// On the embedded default.
    fn new() -> Afternoon {
        let folder = tempfile::tempdir().unwrap();
        let seen = type_in(start(folder.path(), None, &[]), AFTERNOON);
        Afternoon { folder, url: None, seen }
    }

    /// On a configuration of one's own, where everything is founded by commands, and another
    /// database if one is given.
    fn configured(url: Option<String>) -> Afternoon {
        let folder = tempfile::tempdir().unwrap();
        said(program(folder.path(), None, &["init", "--secretariat", "console:secretariat"]));
        let file = folder.path().join("gcm-talks.toml");
        let text = std::fs::read_to_string(&file).unwrap();
        let rooms = text.replace("\"lobby\"", "\"africa\", \"west-africa\", \"round-table-2\"");
        assert_ne!(rooms, text);
        // Several of them run at once: each on a free port.
        let settings = rooms.replace("127.0.0.1:9464", "127.0.0.1:0").replace("level = \"info\"", "level = \"warn\"");
        std::fs::write(&file, settings).unwrap();
        let lines = format!("{FOUNDING}{AFTERNOON}");
        let seen = type_in(start(folder.path(), url.as_deref(), &["run"]), &lines);
        Afternoon { folder, url, seen }
    }

    /// What a subcommand prints on its data folder.
    fn print(&self, arguments: &[&str]) -> String {
        said(program(self.folder.path(), self.url.as_deref(), arguments))
    }

    fn digest(&self) -> String {
        self.print(&["digest", "--format", "md"])
    }

    /// What the bot says to further lines.
    fn go_on(&self, lines: &str) -> String {
        let arguments: &[&str] = if self.folder.path().join("gcm-talks.toml").exists() { &["run"] } else { &[] };
        type_in(start(self.folder.path(), self.url.as_deref(), arguments), lines)
    }
}

/// The afternoon that tests look at and do not change.
static IT: LazyLock<Afternoon> = LazyLock::new(Afternoon::new);

/// A text with receipts numbered in the order in which they are first named, and days and times of
/// day taken out: all that differs from one afternoon to the next.
fn plain(text: &str) -> String {
    let receipt = Regex::new(r"AF-\d{4}").unwrap();
    let mut known: HashMap<String, usize> = HashMap::new();
    let text = receipt.replace_all(text, |found: &Captures<'_>| {
        let next = known.len() + 1;
        format!("AF-{:04}", known.entry(found[0].to_owned()).or_insert(next))
    });
    let mut text = Regex::new(r"\b\d{2}:\d{2}\b").unwrap().replace_all(&text, "HH:MM").into_owned();
    let times = Regex::new(r"\d{2}:\d{2}").unwrap();
    let now = SystemClock::default().now();
    for language in Language::ALL {
        let voice = speak(language);
        for day in (now - DAY..=now + 9 * DAY).step_by(usize::try_from(DAY).unwrap()) {
            let day_time = times.replace(&voice.day_time(day, "Africa/Dakar"), "HH:MM").into_owned();
            for (of, name) in [
                (day_time, "DAY, HH:MM"),
                (voice.date(day, "Africa/Dakar"), "DAY"),
                (voice.short_date(day, "Africa/Dakar"), "DAY"),
            ] {
                text = text.replace(&of, name);
            }
        }
    }
    let first = Regex::new(r"(Fri|Sat|Sun|Mon|Tue|Wed|Thu) 1 Jan").unwrap();
    first.replace_all(&text, "WEEKDAY 1 Jan").into_owned()
}

/// The part of a Markdown text under a heading, to the next heading of its level or above.
fn section<'t>(text: &'t str, heading: &str) -> &'t str {
    let level = heading.chars().take_while(|c| *c == '#').count();
    let start = text.find(&format!("{heading}\n")).unwrap_or_else(|| panic!("there is no {heading:?} in\n{text}"));
    let after = &text[start + heading.len()..];
    let end = (1..=level).filter_map(|n| after.find(&format!("\n{} ", "#".repeat(n)))).min();
    &after[..end.unwrap_or(after.len())]
}

#[test]
fn the_same_afternoon_gives_the_same_digest() {
    let here = plain(&IT.digest());
    assert_eq!(plain(&Afternoon::new().digest()), here, "typed a second time");
    assert_eq!(plain(&Afternoon::configured(None).digest()), here, "founded by commands");
}

#[tokio::test]
async fn the_same_afternoon_gives_the_same_digest_on_postgresql() {
    let Some(server) = postgres_server() else { return };
    let (name, url) = make_postgres(&server).await;
    let done = tokio::task::spawn_blocking(move || {
        let there = Afternoon::configured(Some(url));
        assert_eq!(plain(&there.digest()), plain(&IT.digest()));
        // What people saw does not depend on the database.
        for person in ["@kofi", "@aminata", "@yusuf", "@wei", "@imane", "@teresa", "@grace", "@hassan"] {
            let saw = |afternoon: &Afternoon| plain(&answers(&afternoon.seen, person).join("\n"));
            assert_eq!(saw(&there), saw(&IT), "{person}");
        }
    })
    .await;
    drop_postgres(&server, &name).await;
    if let Err(e) = done {
        std::panic::resume_unwind(e.into_panic());
    }
}

#[test]
fn who_reads_only_the_digest_can_answer() {
    let digest = IT.digest();
    let questions = [
        (
            "What do most participants ask of States about recruitment fees, and how many stand behind it?",
            "## What came up most",
            r"(?s)1\. \*\*.*?\n +Many · recommendation to States · objective 6\b.*?“States should ban recruitment fees",
        ),
        (
            "Which town gets birth certificates to children of migrants, and how does it do it?",
            "## Objective 4: Legal identity and documentation",
            r"(?s)### Progress and good practice.*“In Tambaré our mobile registrars go to the markets.*400 migrant families.*?Town of Tambaré",
        ),
        (
            "Who promises what on skills, and by when?",
            "## Objective 18: Skills development and recognition",
            r"(?s)### Pledges.*“Sample Skills Agency pledges to certify the skills of 200 welders and nurses by December”.*?Sample Skills Agency",
        ),
        (
            "What do people still want to know about those who went missing at sea?",
            "## Questions still open",
            r"(?s)objective 8.*«¿Quién busca a los migrantes desaparecidos en el mar y quién avisa a las familias\?»",
        ),
        (
            "Whom has this consultation not heard yet?",
            "## Who took part",
            r"Not heard yet: .*Parliamentarians.*The media.*Southern Africa",
        ),
        (
            "What is said about the detention of children, and did its authors agree to be quoted?",
            "## Objective 13: Alternatives to detention",
            r"(?s)### Recommendations.*Some · to States · 3 passages.*“Children must never be detained\..*Town of Tambaré",
        ),
        (
            "How many took part, in which languages, and how many are counted only?",
            &format!("# {}", digest.lines().next().unwrap().trim_start_matches("# ")),
            r"(?s)contributions by \d\d people, in English, French.* One of the \d\d is counted, not quoted",
        ),
    ];
    for (question, heading, answer) in questions {
        let text = section(&digest, heading);
        assert!(Regex::new(answer).unwrap().is_match(text), "{question}\n{text}");
    }
}

#[test]
fn each_person_sees_what_concerns_them() {
    let seen = plain(&IT.seen);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(SEEN, &seen).unwrap();
        return;
    }
    let before = std::fs::read_to_string(SEEN).unwrap();
    for (number, (before, now)) in before.lines().zip(seen.lines()).enumerate() {
        assert_eq!(before, now, "line {} of {SEEN}", number + 1);
    }
    assert_eq!(before.lines().count(), seen.lines().count());
}

#[test]
fn who_never_agreed_and_who_was_forgotten_are_asked_nothing_and_shown_nowhere() {
    let texts = [IT.digest(), IT.print(&["digest", "--format", "json"]), IT.print(&["digest", "--format", "html"])];
    for text in &texts {
        for mark in NEVER_AGREED.iter().chain(&FORGOTTEN).chain(&GONE) {
            assert!(!text.contains(mark), "{mark} is in the digest");
        }
    }
    let holds_nothing = "I hold nothing about you.";
    for person in ["quentin", "hassan"] {
        assert!(answers(&IT.seen, &format!("@{person}")).iter().any(|a| a == holds_nothing), "{person}");
    }
    // Someone who takes part sees their data.
    assert!(!answers(&IT.seen, "@grace").iter().any(|a| a == holds_nothing));
}

#[test]
fn the_data_folder_holds_no_word_that_anyone_wrote_and_no_name() {
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(IT.folder.path().join("data")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            bytes.extend(std::fs::read(path).unwrap());
        }
    }
    let holds = |mark: &str| bytes.windows(mark.len()).any(|window| window == mark.as_bytes());
    // The search sees what is there.
    assert!(holds("north-africa") && holds("round-table-2"));
    let word = Regex::new(r"\p{L}[\p{L}'’]{3,}").unwrap();
    let spoken = AFTERNOON.lines().filter(|line| !line.contains("!gcm") && !line.contains("/room "));
    let words: std::collections::BTreeSet<&str> = spoken
        .flat_map(|line| word.find_iter(line).map(|found| found.as_str()))
        .filter(|word| word.len() >= 12 || !word.is_ascii())
        // The name of a table.
        .filter(|word| *word != "contributions")
        .collect();
    assert!(words.len() > 100, "{}", words.len());
    let marks = NEVER_AGREED.iter().chain(&FORGOTTEN).chain(&GONE).copied();
    for mark in marks.chain(["Tomás Muestra", "林小样", "Tambaré", "mayor-tambare"]).chain(words) {
        assert!(!holds(mark), "{mark} can be read without the key");
    }
}

#[tokio::test]
async fn opened_with_its_keys_the_store_holds_nothing_of_who_never_agreed_or_was_forgotten() {
    let afternoon = tokio::task::spawn_blocking(|| &*IT).await.unwrap();
    let data = afternoon.folder.path().join("data");
    let url = format!("sqlite:{}", data.join("gcm-talks.db").display());
    let store = Store::open(&url, Keyring::open(&data.join("keys")).unwrap(), Source::system()).await.unwrap();
    let opened = opened(&store).await;
    store.close().await;
    for mark in NEVER_AGREED.iter().chain(&FORGOTTEN).chain(&GONE) {
        assert!(!opened.contains(mark), "{mark} is in the store");
    }
    // The search sees what is there.
    for mark in [
        "Tomás Muestra",
        "Town of Tambaré",
        "joseph",
        "Newspapers here call every migrant",
        "What worked where you live",
    ] {
        assert!(opened.contains(mark), "{mark} should be there");
    }
}

#[test]
fn a_digest_that_was_posted_is_mended_where_someone_went() {
    let room = answers(&IT.seen, "#africa");
    let quoted = "nine per cent from Accra to Niamey";
    let posted = room.iter().position(|post| post.starts_with("Objective 20") && post.contains(quoted)).unwrap();
    let after = &room[posted + 1..];
    let removed = after.iter().position(|post| post.starts_with("[removed] Objective 20")).unwrap();
    let anew = after.iter().skip(removed).find(|post| post.starts_with("Objective 20")).unwrap();
    assert!(!anew.contains(quoted) && anew.contains("publish the true cost of remittances"), "{anew}");
    assert!(after.iter().any(|post| post.starts_with("[removed] Questions still open")), "the forgotten one's words");
    // What nobody of those who went wrote in was left alone.
    assert!(!after.iter().any(|post| post.starts_with("[removed] Objective 6")));
    let last = room.iter().rposition(|post| post.starts_with("Consultation for Africa, until")).unwrap();
    assert!(last > posted && !room[last..].iter().any(|post| post.contains(quoted)));
}

#[test]
fn quarrels_are_hidden_by_a_reply_and_one_voice_is_brought_back() {
    let digest = IT.digest();
    assert!(!digest.contains("say it to my face"), "hidden, and left so");
    assert!(answers(&IT.seen, "@teresa").iter().any(|told| told.contains("an insult, not a point")));
    assert!(digest.contains("1 hidden by moderators"), "{digest}");
}

#[test]
fn a_second_start_shows_the_same() {
    let afternoon = Afternoon::new();
    let before = afternoon.digest();
    assert_eq!(afternoon.go_on("#africa @quentin !gcm my data\n"), "@quentin gcm-talks: I hold nothing about you.\n");
    assert_eq!(afternoon.digest(), before);
}

#[test]
fn a_second_start_goes_on_from_where_the_clock_was_moved_to() {
    let folder = tempfile::tempdir().unwrap();
    let console = Afternoon { folder, url: None, seen: String::new() };
    let lines = "#west-africa @amina !gcm consent quote\n/at +3d\nRecruitment fees push domestic workers into debt.\n";
    console.go_on(lines);
    let digest = console.go_on("#west-africa @rapporteur !gcm digest\n");
    assert!(digest.contains("One contribution by one person"), "{digest}");
}

#[test]
fn every_command_typed_in_full_asks_nothing_back() {
    for line in [
        "consent no",
        "consent summarise",
        "consent quote",
        "consent category trade unions",
        "consent organisation Union of Samples",
        "consent name",
        "language ar",
        "language Português",
        "my data",
        "stop",
    ] {
        let seen = IT_BLANK.go_on(&format!("#private @{} {line}\n", line.replace(' ', "-").to_lowercase()));
        assert!(!seen.is_empty(), "{line}");
        let asks = line != "stop" && seen.lines().any(|line| line.trim_start().starts_with("1  "));
        assert!(!asks, "{line} asks back:\n{seen}");
    }
}

/// A console in which nobody has written.
static IT_BLANK: LazyLock<Afternoon> =
    LazyLock::new(|| Afternoon { folder: tempfile::tempdir().unwrap(), url: None, seen: String::new() });

#[test]
fn rooms_and_people_stay_until_others_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "#private @kofi consent quote\n#west-africa Detention of migrants must end\n@esi !gcm consent quote\n\
                 Remittances cost too much\n#nowhere hello\n#private\nmy contributions\n";
    let seen = type_in(start(folder.path(), None, &[]), lines);
    assert!(answers(&seen, "@kofi")[1].contains("in West Africa"), "{seen}");
    assert!(answers(&seen, "@esi")[2].contains("“Remittances cost too much”"), "{seen}");
    assert!(seen.contains("console: There is no room #nowhere."), "{seen}");
}

#[test]
fn who_takes_part_in_private_is_offered_what_they_had_just_written_in_a_room() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "#west-africa @kofi Detention of migrants must end\n#private join\n2\n1\n";
    let seen = type_in(start(folder.path(), None, &[]), lines);
    let told = answers(&seen, "@kofi");
    assert!(told[3].contains("“Detention of migrants must end”"), "{seen}");
    assert!(told[4].contains("in West Africa"), "{seen}");
}

#[test]
fn what_stands_alone_and_what_is_asked_are_among_the_quotations_too() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "#private @kofi consent quote\n#west-africa The market opens on Mondays.\n@esi !gcm consent quote\n\
                 Who checks the recruitment agencies?\n@rapporteur !gcm quotes\n";
    let seen = type_in(start(folder.path(), None, &[]), lines);
    let quotes = answers(&seen, "@rapporteur").join("\n");
    assert!(quotes.contains("The market opens on Mondays.") && quotes.contains("Who checks"), "{seen}");
}

#[test]
fn a_polis_export_becomes_a_digest_in_which_each_statement_stands_once() {
    let folder = tempfile::tempdir().unwrap();
    let harbour = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/harbour");
    let bring =
        ["import", "polis", harbour.to_str().unwrap(), "--basis", "an invented consultation", "--consent", "quote"];
    said(program(folder.path(), None, &bring));
    let json = || said(program(folder.path(), None, &["digest", "--format", "json"]));
    let digest: serde_json::Value = serde_json::from_str(&json()).unwrap();
    let schema = std::fs::read_to_string("docs/schemas/digest.schema.json").unwrap();
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let errors: Vec<String> =
        jsonschema::validator_for(&schema).unwrap().iter_errors(&digest).map(|e| e.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    let listed = |value: &serde_json::Value| -> Vec<String> {
        value.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
    };
    let mut passages: Vec<String> = listed(&digest["unplaced"]);
    for section in digest["sections"].as_array().unwrap() {
        // Nothing in it is about migration.
        assert_eq!(section["objective"], serde_json::Value::Null);
        for theme in section["themes"].as_array().unwrap() {
            passages.extend(listed(&theme["passages"]));
        }
    }
    let all = passages.len();
    passages.sort();
    passages.dedup();
    assert_eq!((passages.len(), digest["passages"].as_u64()), (all, Some(all as u64)));
    assert_eq!(digest["contributions"], 3);
    let before = json();
    said(program(folder.path(), None, &bring));
    let until = Regex::new(r#""(until|text)": ?"[^"]*""#).unwrap();
    assert_eq!(until.replace_all(&json(), ""), until.replace_all(&before, ""), "brought in again, nothing changes");
    let text = said(program(folder.path(), None, &["digest", "--format", "md"]));
    assert!(text.contains("Plant trees along the quay."), "{text}");
}

/// One act of the afternoon: who, where, the line.
#[cfg(any(feature = "matrix", feature = "discord"))]
fn acts(lines: &str) -> Vec<(String, String, String)> {
    let (mut room, mut who, mut acts) = ("africa".to_owned(), "guest".to_owned(), Vec::new());
    let mut lines = lines.lines();
    while let Some(line) = lines.next() {
        let mut line = line.to_owned();
        while let Some(begun) = line.strip_suffix('\\') {
            line = format!("{begun}\n{}", lines.next().unwrap());
        }
        let mut rest = line.as_str();
        for (sign, of) in [('#', &mut room), ('@', &mut who)] {
            if let Some(named) = rest.strip_prefix(sign)
                && let Some((name, more)) = named.split_once(' ')
                && (sign == '#' || name != "gcm-talks")
            {
                *of = name.to_owned();
                rest = more;
            }
        }
        acts.push((room.clone(), who.clone(), rest.to_owned()));
        if let Some(opened) = rest.strip_prefix("/room ") {
            opened.clone_into(&mut room);
        }
    }
    acts
}

/// What is marked where a mark tells that something was noted.
#[cfg(any(feature = "matrix", feature = "discord"))]
#[derive(PartialEq)]
enum Marks {
    /// Every message that was.
    #[cfg(feature = "matrix")]
    All,
    /// None that is a command: there commands are no messages, and are answered.
    #[cfg(feature = "discord")]
    NoCommands,
}

/// Elsewhere the same people write the same, each when the console has answered the one before and the
/// other stage has as well. What the console does with its clock, a command between two messages of a
/// person does there: what comes after it is a contribution of its own.
#[cfg(any(feature = "matrix", feature = "discord"))]
async fn the_same_afternoon(there: &mut impl crate::stage::Stage, marks: Marks) {
    use crate::stage::{Console, Stage, fill, receipts};
    use std::collections::{BTreeMap, HashSet};
    let mut here = Console::new("secretariat", &["africa", "west-africa", "round-table-2"]);
    let (mut more, mut fewer) = (BTreeMap::<String, usize>::new(), BTreeMap::<String, usize>::new());
    let (mut spoke, mut before_the_pause) = (HashSet::new(), HashSet::new());
    let told_to = Regex::new(r"\{([a-z-]+)").unwrap();
    for (room, who, line) in acts(&format!("{FOUNDING}{AFTERNOON}")) {
        if line == "/quit" {
            break;
        }
        if line.starts_with("/at ") {
            here.act(&who, &room, &line).await;
            before_the_pause.extend(spoke.drain());
            continue;
        }
        if let Some(opened) = line.strip_prefix("/room ") {
            here.act(&who, &room, &line).await;
            there.open(&who, opened).await;
            continue;
        }
        let place = (who.clone(), room.clone());
        if before_the_pause.remove(&place) {
            there.act(&who, &room, "!gcm status").await;
            *more.entry(format!("@{who}")).or_insert(0) += 1;
        }
        spoke.insert(place);
        let told = here.standing();
        here.act(&who, &room, &fill(&line, |who| told.get(&format!("@{who}")).cloned().unwrap_or_default())).await;
        let mut receipts_there = BTreeMap::new();
        for found in told_to.captures_iter(&line) {
            let named = &found[1];
            let enough = told.get(&format!("@{named}")).map_or(0, Vec::len);
            let said = there.said(&format!("@{named}"), enough).await;
            receipts_there.insert(named.to_owned(), receipts(&said));
        }
        there.act(&who, &room, &fill(&line, |who| receipts_there[who].clone())).await;
        for (place, said) in here.standing() {
            let known = told.get(&place).map_or(0, Vec::len);
            let marked = said.iter().skip(known).all(|text| text.starts_with("📝")) && line.starts_with("!gcm ");
            if marked && marks == Marks::NoCommands {
                *fewer.entry(place).or_insert(0) += said.len() - known;
            } else if known < said.len() {
                let expected = said.len() + more.get(&place).unwrap_or(&0) - fewer.get(&place).unwrap_or(&0);
                there.said(&place, expected).await;
            }
        }
    }
    there.close().await;
}

#[cfg(feature = "matrix")]
#[tokio::test(flavor = "multi_thread")]
async fn the_same_afternoon_on_synapse_gives_the_same_digest() {
    let Some(synapse) = crate::synapse::synapse() else { return };
    let mut there = crate::on_synapse::OnSynapse::new(synapse, "secretariat").await;
    the_same_afternoon(&mut there, Marks::All).await;
    assert_eq!(plain(&there.bot.print(&["digest", "--format", "md"])), plain(&IT.digest()));
}

#[cfg(feature = "discord")]
#[tokio::test(flavor = "multi_thread")]
async fn the_same_afternoon_on_discord_gives_the_same_digest() {
    let mut there = crate::on_discord::OnDiscord::new("secretariat").await;
    the_same_afternoon(&mut there, Marks::NoCommands).await;
    assert_eq!(plain(&there.bot.print(&["digest", "--format", "md"])), plain(&IT.digest()));
}
