//! The handbook says what is there: its command tables are those of the program, what it tells people
//! to type is understood, its links lead somewhere, and the README's session runs as it is shown.

use gcm_talks::chat::{Access, Param, ParamKind};
use gcm_talks::commands::{Heard, Parsed, TABLE, parse};
use gcm_talks::i18n::speak;
use gcm_talks::model::{Language, Role};
use regex::Regex;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Every page, by its path from the root.
fn pages() -> Vec<PathBuf> {
    let mut pages = vec![PathBuf::from("README.md"), PathBuf::from("CHANGELOG.md")];
    for folder in ["docs", "docs/decisions"] {
        for entry in fs::read_dir(root().join(folder)).expect("a folder of the repository") {
            let name = entry.expect("an entry of it").file_name();
            if name.to_string_lossy().ends_with(".md") {
                pages.push(Path::new(folder).join(name));
            }
        }
    }
    pages.sort();
    pages
}

/// Whether a command stands in the table of this name: what anyone or a participant may write in the
/// stakeholders', what an office may in that office's, what anyone may in part in both.
fn belongs(table: &str, access: Access) -> bool {
    let role = match table {
        "" => return !matches!(access, Access::Roles(_)),
        "moderator" => Role::Moderator,
        "rapporteur" => Role::Rapporteur,
        // What they alone may; the rest stands with the others.
        "coordinator" => {
            let others = [Role::Moderator, Role::Rapporteur];
            return access.roles().contains(&Role::Coordinator) && !others.iter().any(|r| access.roles().contains(r));
        }
        "secretariat" => Role::Secretariat,
        other => panic!("there is no table of commands for {other:?}"),
    };
    matches!(access, Access::Roles(roles) | Access::AnyoneOr(roles) if roles.contains(&role))
}

/// A table of commands as it has to stand in the handbook.
fn table(name: &str) -> String {
    let voice = speak(Language::En);
    let mut text = "| command | followed by | what it is for |\n|---|---|---|\n".to_owned();
    for spec in TABLE.iter().map(|entry| entry.spec).filter(|spec| belongs(name, spec.access)) {
        let params: Vec<String> = spec.params.iter().map(takes).collect();
        let help = voice.say_plain(&spec.help_key());
        text.push_str(&format!("| `{}` | {} | {help} |\n", spec.name, params.join(", then ")));
    }
    text
}

fn takes(param: &Param) -> String {
    let what = match param.kind {
        ParamKind::Choice(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" "),
        _ => param.name.to_owned(),
    };
    if param.required { what } else { format!("({what})") }
}

/// What stands between `<!-- commands NAME -->` and `<!-- end -->`.
fn tables_of(page: &str) -> Vec<(String, String)> {
    let marks = Regex::new(r"(?s)<!-- commands ?(\w*) -->\n(.*?)<!-- end -->").unwrap();
    marks.captures_iter(page).map(|found| (found[1].to_owned(), found[2].to_owned())).collect()
}

#[test]
fn every_command_stands_in_the_handbook_page_of_its_role() {
    let mut found = Vec::new();
    for page in ["stakeholders", "moderators", "rapporteurs"] {
        for (name, text) in tables_of(&read(&root().join(format!("docs/{page}.md")))) {
            let wanted = table(&name);
            assert_eq!(text, wanted, "docs/{page}.md has to hold this table:\n\n{wanted}\n");
            found.push(name);
        }
    }
    assert_eq!(found, ["", "moderator", "coordinator", "secretariat", "rapporteur"]);
    for entry in TABLE {
        let somewhere = found.iter().any(|name| belongs(name, entry.spec.access));
        assert!(somewhere, "{} stands on no page", entry.spec.name);
    }
}

/// What a page tells people to type: in its blocks, and in its text, where a line may be broken.
fn typed_on(page: &str) -> Vec<String> {
    let lines = Regex::new(r"(?m)^!gcm .*$").unwrap();
    let spans = Regex::new(r"`(!gcm [^`]+)`").unwrap();
    let mut typed = Vec::new();
    for (place, part) in page.split("```").enumerate() {
        match place % 2 {
            0 => typed.extend(spans.captures_iter(part).map(|found| found[1].replace('\n', " "))),
            _ => typed.extend(lines.find_iter(part).map(|found| found.as_str().to_owned())),
        }
    }
    typed
}

#[test]
fn what_the_pages_tell_people_to_type_is_understood() {
    // Wrong on purpose, or the end of what the others need.
    const LEFT_OUT: [&str; 4] = ["!gcm digset", "!gcm room unbind", "!gcm consent no", "!gcm forget me"];
    // How the answers to what is not understood begin, or go on.
    const REFUSALS: [&str; 6] = [
        "I know no",
        "I do not understand",
        "I cannot read",
        "is not possible here",
        "Something is missing",
        "This did not work",
    ];
    let folder = tempfile::tempdir().unwrap();
    let mut session = "#west-africa @secretariat !gcm consent quote\n".to_owned();
    let mut seen = 0;
    for page in pages() {
        for typed in typed_on(&read(&root().join(&page))) {
            let known = matches!(parse(&typed, Heard::Room, "!gcm"), Parsed::Command(_));
            assert!(known || LEFT_OUT.contains(&typed.as_str()), "{}: {typed} is no command", page.display());
            if !LEFT_OUT.contains(&typed.as_str()) {
                seen += 1;
                session.push_str(&format!("{typed}\n"));
            }
        }
    }
    assert!(seen > 50, "{seen}");
    let output = program(folder.path(), &[], &session);
    let said = String::from_utf8(output.stdout).unwrap();
    let refused: Vec<&str> = said.lines().filter(|line| REFUSALS.iter().any(|words| line.contains(words))).collect();
    assert!(output.status.success() && refused.is_empty(), "{refused:#?}\n\n{session}");
}

#[test]
fn links_lead_somewhere() {
    let links = Regex::new(r"\]\(([^)\s]+)\)").unwrap();
    let mut seen = 0;
    for page in pages() {
        let path = root().join(&page);
        for found in links.captures_iter(&read(&path)) {
            let link = &found[1];
            if link.contains("://") {
                continue;
            }
            seen += 1;
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            assert!(target.exists(), "{}: {link} leads nowhere", page.display());
            let known =
                anchor.is_empty() || read(&target).lines().any(|line| anchor_of(line).as_deref() == Some(anchor));
            assert!(known, "{}: {link} names no heading", page.display());
        }
    }
    assert!(seen > 30, "{seen}");
    // So do the paths that the map of the house names without a link.
    let named = Regex::new(r"`((?:tests|docs)/[\w/.-]+\.\w+)`").unwrap();
    for found in named.captures_iter(&read(&root().join("docs/architecture.md"))) {
        assert!(root().join(&found[1]).exists(), "docs/architecture.md: there is no {}", &found[1]);
    }
}

/// Each row of the page names the test that shows it, and it is there.
#[test]
fn what_the_engagement_note_asks_for_is_shown_by_a_test() {
    let page = read(&root().join("docs/engagement-note.md"));
    let named = Regex::new(r"`(tests/[a-z_/]+\.rs)` `([a-z_]+)` \|").unwrap();
    let rows: Vec<&str> =
        page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| the note")).collect();
    assert!(rows.len() >= 14, "{rows:?}");
    for row in rows {
        let (_, [file, test]) = named.captures(row).unwrap_or_else(|| panic!("{row} names no test")).extract();
        let found = read(&root().join(file)).contains(&format!("fn {test}("));
        assert!(found, "{file} has no test {test}");
    }
}

/// What a heading is called in a link.
fn anchor_of(line: &str) -> Option<String> {
    let title = line.strip_prefix('#')?.trim_start_matches('#').trim();
    let plain = title.chars().filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '-');
    Some(plain.collect::<String>().to_lowercase().replace(' ', "-"))
}

/// The program, with no configuration, in a folder of its own.
fn program(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut running = Command::new(env!("CARGO_BIN_EXE_gcm-talks"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("GCM_TALKS_CONFIG")
        .env_remove("GCM_TALKS_DATA")
        .env_remove("GCM_TALKS_STORE_URL")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    running.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    running.wait_with_output().unwrap()
}

#[test]
fn the_pages_name_only_subcommands_and_options_that_there_are() {
    let folder = tempfile::tempdir().unwrap();
    let help = |arguments: &[&str]| String::from_utf8(program(folder.path(), arguments, "").stdout).unwrap();
    let general = help(&["--help"]);
    let listed = |word: &str| general.lines().any(|line| line.split_whitespace().next() == Some(word));
    let typed = Regex::new(r"(?:`|\n)(?:\$ )?gcm-talks ([a-z]+)([^`\n]*)").unwrap();
    let option = Regex::new(r"--[a-z-]+").unwrap();
    let mut seen = 0;
    for page in pages() {
        for found in typed.captures_iter(&read(&root().join(&page))) {
            seen += 1;
            // A subcommand of a platform is there where the platform is built in.
            if &found[1] == "matrix" && !cfg!(feature = "matrix") {
                continue;
            }
            assert!(listed(&found[1]), "{}: there is no gcm-talks {}", page.display(), &found[1]);
            let word = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase());
            let further = found[2].split_whitespace().next().filter(word);
            let of = help(&[&found[1]].into_iter().chain(further).chain(["--help"]).collect::<Vec<_>>());
            for option in option.find_iter(&found[2]) {
                let known = of.contains(option.as_str());
                assert!(known, "{}: gcm-talks {} has no {}", page.display(), &found[1], option.as_str());
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn the_readmes_session_runs_as_it_is_shown() {
    let readme = read(&root().join("README.md"));
    let session = readme.split_once("<<'END'\n").unwrap().1.split_once("END\n").unwrap().0;
    let folder = tempfile::tempdir().unwrap();
    let output = program(folder.path(), &[], session);
    let log = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{log}");
    // Receipts and days are others each time.
    let changing = Regex::new(r"AF-\d{4}|\d{1,2} [A-Z][a-z]+ \d{4}").unwrap();
    // A page shows the blanks that keep French quotation marks with their words as plain ones.
    let said = String::from_utf8(output.stdout).unwrap().replace(['\u{a0}', '\u{202f}'], " ");
    let said = changing.replace_all(&said, "*").into_owned();
    let mut lines = said.lines();
    let shown = readme.split("```text\n").skip(1).filter_map(|block| block.split("```").next());
    for line in shown.flat_map(str::lines).filter(|line| *line != "…") {
        let line = changing.replace_all(line, "*");
        assert!(lines.any(|said| said == line), "the README shows this, and it was not said:\n{line}\n\n{said}{log}");
    }
    assert!(!said.contains("This is for my friends"), "{said}");
}
