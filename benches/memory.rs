//! How much memory the idle console holds: the resident set of the program with a piped input that
//! stays open, before anybody wrote and after a short conversation with a digest.
//!
//! The figure to reach: under 40 MB (40,000,000 bytes).

#![allow(clippy::unwrap_used, reason = "a benchmark ends where its ground is missing")]

mod support;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;
use support::{resident, texts, verdict};

const LIMIT: f64 = 40.0;
/// For how long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// The program, which is not left behind when a benchmark ends early.
struct Console(Child);

impl Drop for Console {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let program = Command::new(env!("CARGO_BIN_EXE_gcm-talks"))
        .arg("--data")
        .arg(folder.path().join("data"))
        .args(["run", "--console"])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut program = Console(program.unwrap());
    let mut input = program.0.stdin.take().unwrap();
    let output = BufReader::new(program.0.stdout.take().unwrap());
    let (said, heard) = mpsc::channel();
    let reader = std::thread::spawn(move || output.lines().map_while(Result::ok).all(|line| said.send(line).is_ok()));

    // An answer shows that it has started.
    input.write_all("#private @amina help\n".as_bytes()).unwrap();
    hear(&heard, "@amina");
    report("after its first answer", &program).await;

    let mut writer = texts::Writer::new(3);
    for (number, language) in gcm_talks::model::Language::ALL.into_iter().cycle().take(140).enumerate() {
        let person = format!("#west-africa @person{}", number % 20);
        let mut line = format!("{person} {}\n", writer.statement(language));
        if number < 20 {
            line = format!("{person} !gcm consent quote\n{line}");
        }
        input.write_all(line.as_bytes()).unwrap();
    }
    input.write_all("#africa @rapporteur !gcm digest\n#private @last help\n".as_bytes()).unwrap();
    hear(&heard, "@last");
    report("after 140 messages and a digest", &program).await;

    // The end of its input ends the program, and with it the lines.
    drop(input);
    let end = loop {
        if let Err(end) = heard.recv_timeout(PATIENCE) {
            break end;
        }
    };
    assert_eq!(end, RecvTimeoutError::Disconnected, "the console did not end with its input");
    drop(program);
    reader.join().unwrap();
}

/// Reads lines until one begins with this.
fn hear(heard: &Receiver<String>, beginning: &str) {
    while !heard.recv_timeout(PATIENCE).unwrap().starts_with(beginning) {}
}

/// Prints the resident set once it has stopped changing.
async fn report(when: &str, program: &Console) {
    let id = program.0.id();
    let mut last = 0.0;
    for _ in 0..20 {
        tokio::time::sleep(Duration::from_millis(250)).await;
        let now = resident(id);
        if now == last {
            break;
        }
        last = now;
    }
    println!("memory: idle console {when}: {last:.1} MB ({LIMIT} MB): {}", verdict(last < LIMIT));
}
