//! A stage: a platform with people who write and the bot that answers, so that one test can be
//! played on each. What a person does is a line as the console's pipe takes it.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may end")]

use gcm_talks::clock::Source;
use gcm_talks::seal::Keyring;
use gcm_talks::store::Store;
use regex::{Captures, Regex};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// What stands in a place of a post that the bot took back.
pub const REMOVED: &str = "[removed]";

/// A platform with people who write and the bot that answers.
#[allow(async_fn_in_trait, reason = "tests alone use it")]
pub trait Stage {
    /// A person writes in a room, or does what the console's line says: `/reply`, `/edit`,
    /// `/delete`, `/react`. The room `private` is the person's conversation with the bot.
    async fn act(&mut self, who: &str, room: &str, line: &str);

    /// A person opens a room in which nobody was.
    async fn open(&mut self, who: &str, room: &str);

    /// A person goes into a room that the bot made and asked them into.
    async fn go(&mut self, who: &str, room: &str);

    /// What the bot said and did at a place (`#room`, or `@person` in private), in order: its posts,
    /// [`REMOVED`] where it took one back, its marks on messages, without [asides](is_aside). Waits
    /// until there are so many.
    async fn said(&mut self, place: &str, at_least: usize) -> Vec<String>;

    /// Ends the bot and opens what it kept.
    async fn close(&mut self) -> Store;

    /// The word for a person by the account that the bot keeps of them.
    fn word(&self, account: &str) -> String {
        account.trim_start_matches('@').split(['-', ':']).next().unwrap_or_default().to_owned()
    }
}

/// Whether the bot says it by itself when a platform lets it: that it is there, what it found when it
/// looked what it may do, that something is done which stands elsewhere, and that an answer is late.
pub fn is_aside(text: &str) -> bool {
    text.starts_with("•  ✔")
        || text.starts_with("Here I am.")
        || text.trim_start().starts_with("This takes longer than usual.")
        || ["Done.", "It follows below."].contains(&text.trim())
}

/// The receipts that a person was told in private, each once, in order.
pub fn receipts(said: &[String]) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for found in Regex::new(r"AF-\d{4}").unwrap().find_iter(&said.join("\n")) {
        if !told.iter().any(|known| known == found.as_str()) {
            told.push(found.as_str().to_owned());
        }
    }
    told
}

/// A text with the first receipt that Amina was told in the place of `{amina}`, and the second in
/// that of `{amina:2}`: receipts are new each time. `said` gives what a person was told in private.
pub fn fill(text: &str, said: impl Fn(&str) -> Vec<String>) -> String {
    let named = Regex::new(r"\{([a-z-]+)(?::(\d))?\}").unwrap();
    let receipt = |found: &Captures<'_>| {
        let which: usize = found.get(2).map_or(1, |number| number.as_str().parse().unwrap());
        let said = said(&found[1]);
        let told = receipts(&said);
        told.get(which - 1).unwrap_or_else(|| panic!("{} was told only {told:?} in {said:#?}", &found[1])).clone()
    };
    named.replace_all(text, receipt).into_owned()
}

/// The console, in a pipe.
pub struct Console {
    folder: tempfile::TempDir,
    program: Child,
    input: Option<ChildStdin>,
    output: Lines<BufReader<ChildStdout>>,
    said: BTreeMap<String, Vec<String>>,
    acts: usize,
}

impl Console {
    /// A configured bot that knows nobody but its secretariat, with these rooms.
    pub fn new(secretariat: &str, rooms: &[&str]) -> Console {
        let folder = tempfile::tempdir().unwrap();
        let command = |arguments: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_gcm-talks"));
            command.args(arguments).current_dir(folder.path()).stderr(Stdio::inherit());
            for variable in ["GCM_TALKS_CONFIG", "GCM_TALKS_DATA", "GCM_TALKS_STORE_URL", "GCM_TALKS_LOG"] {
                command.env_remove(variable);
            }
            command
        };
        let made = command(&["init", "--secretariat", &format!("console:{secretariat}")]).output().unwrap();
        assert!(made.status.success());
        let file = folder.path().join("gcm-talks.toml");
        let text = std::fs::read_to_string(&file).unwrap();
        let rooms: Vec<String> = rooms.iter().map(|room| format!("\"{room}\"")).collect();
        let text = text.replace("\"lobby\"", &rooms.join(", ")).replace("127.0.0.1:9464", "127.0.0.1:0");
        std::fs::write(&file, text.replace("level = \"info\"", "level = \"warn\"")).unwrap();
        let mut program = command(&["run"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let input = program.stdin.take();
        let output = BufReader::new(program.stdout.take().unwrap()).lines();
        Console { folder, program, input, output, said: BTreeMap::new(), acts: 0 }
    }

    /// What the bot said so far, by place, without asides.
    pub fn standing(&self) -> BTreeMap<String, Vec<String>> {
        let asked_for = |said: &Vec<String>| said.iter().filter(|text| !is_aside(text)).cloned().collect();
        self.said.iter().map(|(place, said)| (place.clone(), asked_for(said))).collect()
    }

    fn type_in(&mut self, line: &str) {
        writeln!(self.input.as_mut().unwrap(), "{line}").unwrap();
    }

    /// Reads until the console says of a key that it does not know it: everything before is said.
    fn read_to(&mut self, unknown: &str) {
        let mut place = String::new();
        loop {
            let line = self.output.next().expect("the console says more").unwrap();
            if line.starts_with("console: ") {
                if line.contains(unknown) {
                    return;
                }
                continue;
            }
            if let Some(more) = line.strip_prefix("  ") {
                let last = self.said.get_mut(&place).and_then(|said| said.last_mut()).unwrap();
                last.push('\n');
                last.push_str(more);
                continue;
            }
            let (at, text) = line.split_once(" gcm-talks: ").unwrap_or_else(|| panic!("nobody says {line:?}"));
            place = at.to_owned();
            let said = self.said.entry(place.clone()).or_default();
            match text.strip_prefix("[removed] ") {
                Some(words) => {
                    let words = words.trim_end_matches('…');
                    let gone = said.iter_mut().rev().find(|post| post.starts_with(words)).expect("it was posted");
                    *gone = REMOVED.to_owned();
                }
                None => said.push(text.to_owned()),
            }
        }
    }
}

impl Stage for Console {
    async fn act(&mut self, who: &str, room: &str, line: &str) {
        self.acts += 1;
        let boundary = format!("/act-{}", self.acts);
        let line = line.replace('\n', "\\\n");
        self.type_in(&format!("#{room} @{who} {line}"));
        self.type_in(&boundary);
        self.read_to(&boundary);
    }

    async fn open(&mut self, who: &str, room: &str) {
        self.act(who, "private", &format!("/room {room}")).await;
    }

    async fn go(&mut self, who: &str, room: &str) {
        self.open(who, room).await;
    }

    async fn said(&mut self, place: &str, _at_least: usize) -> Vec<String> {
        self.standing().remove(place).unwrap_or_default()
    }

    async fn close(&mut self) -> Store {
        self.input = None;
        assert!(self.program.wait().unwrap().success());
        let ring = Keyring::open(&self.folder.path().join("data/keys")).unwrap();
        let url = format!("sqlite:{}", self.folder.path().join("data/gcm-talks.db").display());
        Store::open(&url, ring, Source::system()).await.unwrap()
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
