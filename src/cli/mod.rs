//! The operator's program: arguments, start-up, shutdown; one file per subcommand. Exit status 0
//! done, 1 failed, 2 wrong usage; errors are one sentence on standard error with what to do.

mod audit;
mod backup;
mod call;
mod completions;
mod configuration;
mod digest;
#[cfg(feature = "discord")]
mod discord;
mod doctor;
mod export;
mod founding;
mod house;
mod http;
mod import;
mod init;
mod logs;
#[cfg(feature = "matrix")]
mod matrix;
mod migrate;
mod opening;
mod output;
mod restore;
mod run;
mod shutdown;

use clap::{Parser, Subcommand};
use output::{Failure, complain};
use std::path::PathBuf;
use std::process::ExitCode;

/// The bot of the GCM Talks: records what people write with their consent, and turns it into
/// digests that cite it.
#[derive(Parser)]
#[command(name = "gcm-talks", version, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Where the configuration is.
#[derive(clap::Args)]
struct Place {
    /// The configuration; without it gcm-talks.toml in this folder, or else the embedded default
    #[arg(long, value_name = "FILE", global = true, env = "GCM_TALKS_CONFIG")]
    config: Option<PathBuf>,
    /// The folder of the embedded default's database and keys
    #[arg(long, value_name = "DIR", global = true, env = "GCM_TALKS_DATA", default_value = "data")]
    data: PathBuf,
}

#[derive(Subcommand)]
enum Command {
    /// Write a configuration and create the keys
    Init(init::Init),
    /// Start the bot on every configured platform
    Run(run::Run),
    /// Bring the database forward to the schema of this program
    Migrate,
    /// Test configuration, keys, database and disk
    Doctor,
    /// Look after the Matrix account: its device, its keys
    #[cfg(feature = "matrix")]
    #[command(subcommand)]
    Matrix(matrix::Account),
    /// Check or show the configuration
    #[command(subcommand)]
    Config(configuration::Configuration),
    /// Write every row of the database, still sealed, into a file; the bot may run on
    Backup(backup::Backup),
    /// Read a backup into an empty database
    Restore(restore::Restore),
    /// Bring files of other sources onto the record
    Import(import::Import),
    /// Write the digest of a consultation, room, objective or period
    Digest(digest::Digest),
    /// Write the text of a public call, for a web page
    Call(call::Call),
    /// Look after the audit log
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Write what may be exported as CSV and JSON with a manifest, or check an earlier export
    Export(export::Export),
    /// Print the completions for a shell
    Completions(completions::Completions),
}

/// Runs the program on the arguments of this process.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(e) => {
            // Help that nobody reads to its end is no failure.
            let _ = e.print();
            return ExitCode::from(u8::try_from(e.exit_code()).unwrap_or(2));
        }
    };
    // Two libraries bring a provider each: the first one installed holds.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => {
            complain(format!("the system gives no threads ({e}): close other programs, then try again"));
            return ExitCode::FAILURE;
        }
    };
    let done = runtime.block_on(cli.execute());
    // A thread may still wait for a line of standard input: nobody waits for it.
    runtime.shutdown_background();
    match done {
        Ok(()) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(Failure::Said) => ExitCode::FAILURE,
        Err(Failure::Failed(sentence)) => {
            complain(sentence);
            ExitCode::FAILURE
        }
    }
}

impl Cli {
    async fn execute(self) -> Result<(), Failure> {
        let place = self.place;
        match self.command.unwrap_or(Command::Run(run::Run::default())) {
            Command::Init(init) => init.execute(&place),
            Command::Run(run) => run.execute(&place).await,
            Command::Migrate => migrate::execute(&place).await,
            Command::Doctor => doctor::execute(&place).await,
            #[cfg(feature = "matrix")]
            Command::Matrix(account) => account.execute(&place).await,
            Command::Config(config) => config.execute(&place),
            Command::Backup(backup) => backup.execute(&place).await,
            Command::Restore(restore) => restore.execute(&place).await,
            Command::Import(import) => import.execute(&place).await,
            Command::Digest(digest) => digest.execute(&place).await,
            Command::Call(call) => call.execute(&place).await,
            Command::Audit(audit) => audit.execute(&place).await,
            Command::Export(export) => export.execute(&place).await,
            Command::Completions(completions) => completions.execute(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Cli::command().debug_assert();
    }
}
