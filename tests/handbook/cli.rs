//! The operator's program as an operator meets it: what it prints, where, and how it ends.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Output, Stdio};

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gcm-talks"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    for variable in ["GCM_TALKS_CONFIG", "GCM_TALKS_DATA", "GCM_TALKS_STORE_URL", "GCM_TALKS_LOG"] {
        command.env_remove(variable);
    }
    command
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    ended(program(folder, arguments).output().unwrap())
}

fn ended(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A bot that runs, and the input that keeps it running.
struct Running(Child, ChildStdin);

fn start(folder: &Path, arguments: &[&str]) -> Running {
    let mut child = program(folder, arguments).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let input = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let open = lines.by_ref().map(Result::unwrap).find(|line| line.contains("is open"));
    assert!(open.is_some(), "it ended instead of starting");
    // What it says later is read, so that it never waits for a full pipe.
    std::thread::spawn(move || lines.for_each(drop));
    Running(child, input)
}

impl Running {
    fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([format!("-{name}"), self.0.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }
}

#[test]
fn without_any_configuration_it_runs_on_the_embedded_default() {
    let folder = tempfile::tempdir().unwrap();
    let (status, out, err) = run(folder.path(), &[]);
    assert_eq!((status, out.as_str()), (0, ""), "{err}");
    assert!(err.contains("sqlite data/gcm-talks.db is open"), "{err}");
    assert!(folder.path().join("data/keys/lookup.key").exists());
    // Everything the program wrote lies under its data folder.
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["data"]);
    assert_eq!(run(folder.path(), &["run", "--console"]).0, 0, "and again");
}

#[test]
fn a_configuration_that_is_missing_or_names_no_platform_is_an_error_and_no_console() {
    let folder = tempfile::tempdir().unwrap();
    let (status, out, err) = run(folder.path(), &["run", "--config", "nowhere.toml"]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(err.starts_with("gcm-talks: nowhere.toml: there is no such file. Give the path"), "{err}");
    std::fs::write(folder.path().join("empty.toml"), "").unwrap();
    let (status, _, err) = run(folder.path(), &["run", "--config", "empty.toml"]);
    assert_eq!(status, 1);
    assert!(err.contains("empty.toml: it names no platform. Add a section [console]"), "{err}");
    assert!(!folder.path().join("data").exists(), "nothing was made");
}

#[test]
fn init_leaves_a_configuration_that_is_right_and_works() {
    let folder = tempfile::tempdir().unwrap();
    let (status, out, _) = run(folder.path(), &["init", "--secretariat", "console:awa"]);
    assert_eq!(status, 0);
    for says in [
        "console:awa holds the secretariat's office",
        "Copy data/keys now and after each backup",
        "30 days",
        "gcm-talks doctor",
    ] {
        assert!(out.contains(says), "{out}");
    }
    let (status, out, _) = run(folder.path(), &["config", "check"]);
    assert_eq!((status, out.as_str()), (0, "gcm-talks.toml is right.\n"));
    assert_eq!(run(folder.path(), &["doctor"]).0, 0);
    let (status, out, _) = run(folder.path(), &["migrate"]);
    assert!(status == 0 && out.starts_with("sqlite data/gcm-talks.db: made, with schema"), "{out}");
    assert!(run(folder.path(), &["migrate"]).1.contains("already"));

    let before = std::fs::read_to_string(folder.path().join("gcm-talks.toml")).unwrap();
    let (status, _, err) = run(folder.path(), &["init"]);
    assert!(status == 1 && err.contains("gcm-talks.toml is there already and was kept"), "{err}");
    assert_eq!(std::fs::read_to_string(folder.path().join("gcm-talks.toml")).unwrap(), before);
    let (status, _, err) = run(folder.path(), &["init", "--secretariat", "awa"]);
    assert!(status == 2 && err.contains("write PLATFORM:ACCOUNT"), "{err}");
}

#[cfg(unix)]
#[test]
fn what_holds_secrets_only_its_owner_can_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["init"]);
    run(folder.path(), &["migrate"]);
    run(folder.path(), &["backup", "all.jsonl"]);
    for file in ["gcm-talks.toml", "data/keys/lookup.key", "data/gcm-talks.db", "all.jsonl", "data/keys"] {
        let mode = std::fs::metadata(folder.path().join(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{file}");
    }
}

#[test]
fn config_check_names_file_key_and_remedy_and_show_masks_secrets() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.toml"), "[console]\n[bot]\nprefx = \"!x\"\n").unwrap();
    let (status, _, err) = run(folder.path(), &["config", "check", "--config", "a.toml"]);
    assert_eq!((status, err.as_str()), (1, "gcm-talks: a.toml: bot.prefx: I know no such key. Did you mean prefix?\n"));
    std::fs::write(folder.path().join("b.toml"), "[console]\n").unwrap();
    let mut show = program(folder.path(), &["config", "show", "--config", "b.toml"]);
    let (status, out, _) = ended(show.env("GCM_TALKS_STORE_URL", "postgres://bot:hunter2@db/talks").output().unwrap());
    assert!(status == 0 && out.contains("postgres://bot:***@db/talks") && !out.contains("hunter2"), "{out}");
}

#[test]
fn wrong_usage_ends_with_status_2() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&["digset"][..], &["backup"], &["config"], &["--nope"]] {
        let (status, out, err) = run(folder.path(), arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{err}");
        assert!(err.contains("Usage"), "{err}");
    }
    assert_eq!(run(folder.path(), &["--help"]).0, 0);
}

#[test]
fn doctor_says_what_is_wrong_and_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let doctor = || {
        let (status, out, err) = run(folder.path(), &["doctor"]);
        assert_eq!(err, "");
        (status, out)
    };
    let (status, out) = doctor();
    assert!(status == 0 && out.contains("– database      sqlite data/gcm-talks.db, not there yet"), "{out}");
    assert!(!folder.path().join("data").exists(), "the doctor makes nothing");

    run(folder.path(), &[]);
    let (status, out) = doctor();
    assert_eq!(status, 0, "{out}");
    assert!(out.contains("✔ keys          1 outer key, newest made today, readable by you alone"), "{out}");
    assert!(out.contains("✔ database      sqlite data/gcm-talks.db, schema "), "{out}");
    assert!(out.contains(", no backup yet") && out.ends_with("All well\n"), "{out}");
    run(folder.path(), &["backup", "all.jsonl"]);
    assert!(doctor().1.contains(", last backup 0 min ago"));

    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let set = |mode| {
            let key = folder.path().join("data/keys/lookup.key");
            std::fs::set_permissions(key, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        set(0o644);
        let (status, out) = doctor();
        assert!(status == 1 && out.contains("✘ keys") && out.contains("→ run chmod 600 on it"), "{out}");
        assert!(out.ends_with("1 problem\n"), "{out}");
        set(0o600);
    }

    // The keys of another installation.
    std::fs::rename(folder.path().join("data/keys"), folder.path().join("keys")).unwrap();
    let (status, out) = doctor();
    assert!(status == 1 && out.contains("→ put the folder back from where you keep its copy"), "{out}");
    let elsewhere = tempfile::tempdir().unwrap();
    run(elsewhere.path(), &[]);
    std::fs::rename(elsewhere.path().join("data/keys"), folder.path().join("data/keys")).unwrap();
    let (status, out) = doctor();
    assert!(status == 1 && out.contains("✘ database      the keys in the key folder are not those of this"), "{out}");
    assert!(out.contains("→ give the folder that belongs to it, or restore it"), "{out}");
    let (status, _, err) = run(folder.path(), &[]);
    assert!(status == 1 && err.contains("are not those of this database"), "{err}");

    std::fs::write(folder.path().join("data/gcm-talks.db"), "no database ".repeat(500)).unwrap();
    let (status, out) = doctor();
    assert!(status == 1 && out.contains("→ move it away and restore a backup with gcm-talks restore"), "{out}");

    std::fs::write(folder.path().join("gcm-talks.toml"), "[bot]\nprefx = 1\n").unwrap();
    let (status, out) = doctor();
    assert!(status == 1 && out.contains("✘ config        gcm-talks.toml: bot.prefx: I know no such key"), "{out}");
    assert!(out.contains("→ Did you mean prefix?") && out.contains("– keys          not tested"), "{out}");
}

#[test]
fn no_new_keys_are_made_for_a_database_that_has_lost_its_own() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &[]);
    std::fs::remove_dir_all(folder.path().join("data/keys")).unwrap();
    let (status, _, err) = run(folder.path(), &[]);
    assert_eq!(status, 1);
    assert!(err.contains("there are no keys in data/keys: put the folder back"), "{err}");
    assert!(!folder.path().join("data/keys").exists());
}

#[test]
fn a_backup_is_taken_beside_a_running_bot_and_restored_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut bot = start(folder.path(), &[]);
    let (status, out, err) = run(folder.path(), &["backup", "all.jsonl"]);
    assert_eq!(status, 0, "{err}");
    assert!(out.contains("all.jsonl: ") && out.contains("The keys are not in it. Copy data/keys now"), "{out}");
    let (status, _, err) = run(folder.path(), &["backup", "all.jsonl"]);
    assert!(status == 1 && err.contains("all.jsonl is there already: give another name"), "{err}");
    let (status, _, err) = run(folder.path(), &["backup", "nowhere/all.jsonl"]);
    assert!(status == 1 && err.contains("cannot be written"), "{err}");
    let backup = folder.path().join("all.jsonl");
    let backup = backup.to_str().unwrap();

    let elsewhere = tempfile::tempdir().unwrap();
    let (status, _, err) = run(elsewhere.path(), &["restore", backup]);
    assert!(status == 1 && err.contains("there are no keys in data/keys"), "{err}");
    std::fs::create_dir(elsewhere.path().join("data")).unwrap();
    let mut copy = Command::new("cp");
    copy.arg("-a").arg(folder.path().join("data/keys")).arg(elsewhere.path().join("data/"));
    assert!(copy.status().unwrap().success());
    let (status, out, err) = run(elsewhere.path(), &["restore", backup]);
    assert_eq!(status, 0, "{err}");
    assert!(out.contains("restored") && out.contains("What people withdrew after that moment is back"), "{out}");
    assert_eq!(run(elsewhere.path(), &[]).0, 0, "the bot starts on what was restored");
    let (status, _, err) = run(elsewhere.path(), &["restore", "nowhere.jsonl"]);
    assert!(status == 1 && err.contains("nowhere.jsonl cannot be read"), "{err}");

    drop(bot.1);
    assert!(bot.0.wait().unwrap().success());
}

#[test]
fn a_second_bot_on_the_same_database_is_refused_and_other_work_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut bot = start(folder.path(), &[]);
    let (status, _, err) = run(folder.path(), &[]);
    assert_eq!(status, 1);
    assert!(err.contains("another process runs the bot on this database: stop it first"), "{err}");
    assert_eq!(run(folder.path(), &["doctor"]).0, 0);
    drop(bot.1);
    assert!(bot.0.wait().unwrap().success());
    assert_eq!(run(folder.path(), &[]).0, 0, "it can start at once when the first has ended");
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_cleanly() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["TERM", "INT"] {
        let mut bot = start(folder.path(), &[]);
        bot.signal(name);
        assert_eq!(bot.0.wait().unwrap().code(), Some(0), "{name}");
        assert!(!folder.path().join("data/gcm-talks.db-wal").exists(), "everything is in the database's own file");
    }
}

#[test]
fn a_pipe_that_closes_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&["completions", "bash"][..], &["doctor"], &["config", "show"]] {
        let mut child =
            program(folder.path(), arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn the_log_is_on_standard_error_and_can_be_json() {
    let folder = tempfile::tempdir().unwrap();
    let config = "[console]\n[log]\nformat = \"json\"\n[http]\nlisten = \"127.0.0.1:0\"\n";
    std::fs::write(folder.path().join("gcm-talks.toml"), config).unwrap();
    run(folder.path(), &["init", "--config", "other.toml"]);
    let (status, out, err) = run(folder.path(), &["run"]);
    assert_eq!((status, out.as_str()), (0, ""), "{err}");
    let lines: Vec<serde_json::Value> = err.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    assert!(lines.iter().any(|line| line["fields"]["message"] == "started"), "{err}");
    assert!(lines.iter().any(|line| line["fields"]["bound"].as_str().is_some_and(|b| b.starts_with("127.0.0.1:"))));
}

#[test]
fn an_address_that_is_taken_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    run(folder.path(), &["init"]);
    std::fs::write(folder.path().join("gcm-talks.toml"), format!("[console]\n[http]\nlisten = \"{address}\"\n"))
        .unwrap();
    let (status, _, err) = run(folder.path(), &["run"]);
    assert_eq!(status, 1);
    assert!(err.contains(&format!("http.listen: {address} cannot be used")), "{err}");
    assert!(err.contains("choose another port"), "{err}");
}
