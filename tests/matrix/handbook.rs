//! From a fresh homeserver to the first receipt in an encrypted room, following nothing but
//! `docs/operators.md`, in under ten steps.

use crate::synapse::{Bot, Person, fresh, synapse};
use regex::Regex;
use std::path::Path;
use std::process::Command;

/// The steps of the handbook's section, each on one line.
fn steps() -> Vec<String> {
    let text = std::fs::read_to_string("docs/operators.md").unwrap();
    let section = text.split("\n## On Matrix\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let mut steps: Vec<String> = Vec::new();
    for line in section.lines() {
        if line.starts_with(|c: char| c.is_ascii_digit()) {
            steps.push(line.to_owned());
        } else if line.starts_with("   ") || line.is_empty() {
            if let Some(step) = steps.last_mut() {
                step.push('\n');
                step.push_str(line.trim_start());
            }
        } else if !steps.is_empty() {
            break;
        }
    }
    steps
}

/// What a step says to type, in order.
fn typed(step: &str) -> Vec<String> {
    let code = Regex::new(r"`([^`]+)`").unwrap();
    code.captures_iter(step).map(|found| found[1].replace('\n', " ")).collect()
}

/// Runs a command of the handbook in a folder.
fn run(folder: &Path, line: &str) {
    let mut words = line.split_whitespace();
    assert_eq!(words.next(), Some("gcm-talks"), "{line}");
    let output = Command::new(env!("CARGO_BIN_EXE_gcm-talks")).args(words).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
}

#[tokio::test(flavor = "multi_thread")]
async fn from_a_fresh_homeserver_to_the_first_receipt_by_the_handbook_alone() {
    let Some(synapse) = synapse() else { return };
    let steps = steps();
    assert!((1..10).contains(&steps.len()), "{} steps", steps.len());
    let mark = fresh("h");
    let awa = Person::new(synapse, &format!("awa-{mark}")).await;
    let account = format!("@gcm-talks-{mark}:localhost");

    // 1. An account; 2. a configuration.
    let mut bot = Bot::nothing_but_an_account(synapse, &format!("gcm-talks-{mark}"), "matrix-password").await;
    assert_eq!(bot.id, account);
    let folder = bot.file("");
    let init = typed(&steps[1]).into_iter().find(|line| line.starts_with("gcm-talks init")).unwrap();
    run(&folder, &init.replace("@awa:example.org", &awa.id));
    // 3. The section, as it stands there.
    let block = steps[2].split("```toml").nth(1).unwrap().split("```").next().unwrap();
    let block = block.replace("https://matrix.example.org", &synapse.url).replace("@gcm-talks:example.org", &account);
    let set = typed(&steps[2].split("```").next().unwrap().replace("[console]", ""));
    assert!(set.contains(&"enabled = false".to_owned()), "{set:?}");
    let file = bot.file("gcm-talks.toml");
    let text = std::fs::read_to_string(&file).unwrap().replace("enabled = true", "enabled = false");
    std::fs::write(&file, text + block.as_str()).unwrap();
    // Several of them run at once: each on a free port.
    bot.configure("127.0.0.1:9464", "127.0.0.1:0");
    // 4. Login and keys.
    for line in typed(&steps[3]) {
        run(&folder, &line);
    }
    // 5. The consultation, in private.
    let lines = typed(&steps[4]);
    assert_eq!(lines[0], "gcm-talks run");
    bot.start();
    let private = awa.begins_conversation_with(&bot.id).await;
    awa.says(&private, &lines[1]).await;
    awa.hears(&private, &bot.id, "controller, contact, retention").await;
    let set = lines[2].strip_suffix("controller …").unwrap();
    let what = [&lines[2][set.len()..], lines[3].as_str(), lines[4].as_str()];
    for what in what {
        awa.says(&private, &format!("{set}{}", what.replace('…', "of the invented network"))).await;
    }
    awa.hears(&private, &bot.id, "All that a floor needs is set.").await;
    // 6. A room; 7. bound and opened.
    let room = awa.opens_a_room("West Africa", true, &bot.id).await;
    awa.invites(&room, &bot.id).await;
    awa.sees_entering(&room, &bot.id).await;
    let lines = typed(&steps[6]);
    assert_eq!(lines.len(), 2, "{lines:?}");
    awa.says(&room, &lines[0]).await;
    awa.hears(&room, &bot.id, "I can read, write, pin and delete what I wrote").await;
    awa.says(&room, &lines[1]).await;
    awa.hears(&room, &bot.id, "The floor is open.").await;
    // 8. A word, a number, a message, a receipt.
    let amina = Person::new(synapse, &format!("amina-{mark}")).await;
    amina.enters(&room).await;
    amina.says(&room, &typed(&steps[7])[0]).await;
    let private = amina.conversation_with(&bot.id).await;
    amina.hears(&private, &bot.id, "how may I use it?").await;
    amina.says(&private, "2").await;
    amina.hears(&private, &bot.id, "Agreed: quoted without your name.").await;
    amina.says(&room, "Recruitment fees push domestic workers into debt.").await;
    amina.hears(&private, &bot.id, "AF-").await;
    bot.end();
    // Everything stands well, the room too.
    let said = bot.print(&["doctor"]);
    assert!(said.contains("# west-africa") && said.contains("its keys are kept"), "{said}");
}
