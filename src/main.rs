//! The program `rapikan`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(rapikan::cli::run(std::env::args_os().collect()))
}
