//! The program: everything is in the library.

fn main() -> std::process::ExitCode {
    gcm_talks::cli::main()
}
