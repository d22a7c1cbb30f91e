//! The built program in a folder of its own: set up as an operator does it, killed at any moment and
//! started again, and its store opened when it has ended.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may end")]

use gcm_talks::clock::Source;
use gcm_talks::seal::Keyring;
use gcm_talks::store::Store;
use std::io::Read;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// The program.
pub struct Program {
    folder: tempfile::TempDir,
    running: Option<Child>,
}

impl Program {
    /// An empty folder, and nothing that runs.
    pub fn new() -> Program {
        Program { folder: tempfile::tempdir().unwrap(), running: None }
    }

    /// Writes a configuration with this account as the secretariat and this section as its platform.
    pub fn init(&self, secretariat: &str, platform: &str) {
        self.print(&["init", "--secretariat", secretariat]);
        let file = self.file("gcm-talks.toml");
        let text = std::fs::read_to_string(&file).unwrap();
        // Several of them run at once: each on a free port.
        let text = text.replace("127.0.0.1:9464", "127.0.0.1:0").replace("enabled = true", "enabled = false");
        // An hour of a moderator's commands is played in a minute: as in a pipe, nobody is too fast.
        let text = text.replace("[bot]\n", "[bot]\nperson_answers = 10000\nroom_answers = 10000\n");
        std::fs::write(&file, format!("{text}\n{platform}")).unwrap();
    }

    /// A path in its folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gcm-talks"));
        command.args(arguments).current_dir(self.folder.path()).stdin(Stdio::null());
        for variable in ["GCM_TALKS_CONFIG", "GCM_TALKS_DATA", "GCM_TALKS_STORE_URL", "GCM_TALKS_LOG"] {
            command.env_remove(variable);
        }
        command
    }

    /// What a subcommand prints.
    pub fn print(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// What a subcommand complains of that fails.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
        [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap()).concat()
    }

    /// Changes a line of its configuration.
    pub fn configure(&self, before: &str, after: &str) {
        let file = self.file("gcm-talks.toml");
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(before), "{before:?} is not in the configuration");
        std::fs::write(&file, text.replace(before, after)).unwrap();
    }

    /// Waits until it ends by itself; gives its exit status.
    pub async fn ends(&mut self) -> Option<i32> {
        let mut running = self.running.take().expect("it runs");
        tokio::task::spawn_blocking(move || running.wait().unwrap().code()).await.unwrap()
    }

    /// Starts it. Its log is added to a file, which is a file of its data folder as well.
    pub fn start(&mut self) {
        let mut options = std::fs::OpenOptions::new();
        let log = options.append(true).create(true).open(self.file("log")).unwrap();
        let mut command = self.command(&["run"]);
        self.running = Some(command.stdout(Stdio::null()).stderr(log).spawn().unwrap());
    }

    /// What it has logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.file("log")).unwrap_or_default()
    }

    /// Kills it where it stands.
    pub fn kill(&mut self) {
        let mut running = self.running.take().expect("it runs");
        running.kill().unwrap();
        running.wait().unwrap();
    }

    /// Asks it to end, and waits until it did.
    pub fn end(&mut self) {
        let mut running = self.running.take().expect("it runs");
        let asked = Command::new("kill").arg(running.id().to_string()).status().unwrap();
        assert!(asked.success());
        assert!(running.wait().unwrap().success(), "{}", self.log());
    }

    /// Its store, opened with its keys.
    pub async fn store(&self) -> Store {
        let ring = Keyring::open(&self.file("data/keys")).unwrap();
        let url = format!("sqlite:{}", self.file("data/gcm-talks.db").display());
        Store::open(&url, ring, Source::system()).await.unwrap()
    }

    /// Every file that it wrote, keys and configuration left out: name and bytes.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let (mut found, mut folders) = (Vec::new(), vec![self.folder.path().to_path_buf()]);
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let mut bytes = Vec::new();
                std::fs::File::open(&path).unwrap().read_to_end(&mut bytes).unwrap();
                found.push((path.strip_prefix(self.folder.path()).unwrap().display().to_string(), bytes));
            }
        }
        found.retain(|(name, _)| !name.starts_with("data/keys") && name != "gcm-talks.toml");
        found
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if let Some(running) = &mut self.running {
            let _ = running.kill();
            let _ = running.wait();
        }
        if std::thread::panicking() {
            println!("the program logged:\n{}", self.log());
        }
    }
}
