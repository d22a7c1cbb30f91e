//! `gcm-talks completions SHELL`.

use super::Cli;
use super::output::{Failure, say};
use clap::CommandFactory;
use clap_complete::Shell;

/// Print the completions for a shell.
#[derive(clap::Args)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    /// Prints them.
    pub fn execute(self) -> Result<(), Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "gcm-talks", &mut script);
        say(String::from_utf8_lossy(&script).trim_end())
    }
}
