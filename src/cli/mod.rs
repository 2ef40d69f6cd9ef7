//! The command line: what was typed, what is meant, and what is said about it. Nothing here knows how a table
//! is cleaned.

mod arguments;
mod convert;
mod exit;
mod explain;
mod help;
mod language;
mod league;
mod lookup;
mod messages;
mod outcome;
mod remembered;
mod report;
mod say;
mod serve;
mod size;
mod template;
mod usage;
mod verify;
mod worker;

use std::ffi::OsString;
use std::io::{self, IsTerminal as _};
use std::panic::{AssertUnwindSafe, catch_unwind};

use exit::Exit;
use say::Streams;

use crate::model::Said;

/// Runs the program with its arguments, the first being its own name, and gives its exit code: 0 nothing left
/// to decide, 1 findings left, 2 wrong usage, 3 an input unreadable or without any table, 4 output refused or
/// failed, 70 internal fault.
#[must_use]
pub fn run(arguments: Vec<OsString>) -> u8 {
    // A panic is told in our own words, with the name of the file.
    std::panic::set_hook(Box::new(|_| {}));
    if let Some(exit) = worker::run(&arguments) {
        return exit.code();
    }
    let arguments = serve::meant(arguments, io::stdin().is_terminal(), io::stdout().is_terminal());
    let (language, arguments) = language::choose(arguments);
    let streams = Streams::new();
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let other = lookup::run(&arguments, language, &streams)
            .or_else(|| template::run(&arguments, language, &streams))
            .or_else(|| explain::run(&arguments, language, &streams))
            .or_else(|| verify::run(&arguments, language, &streams))
            .or_else(|| serve::run(&arguments, language, &streams));
        other.unwrap_or_else(|| match arguments::parse(arguments, language) {
            Ok(wanted) => convert::run(&wanted, &streams),
            Err(stop) => streams.stop(&stop),
        })
    }));
    let exit = outcome.unwrap_or_else(|_| {
        streams.line(Said::fault("").within(language));
        Exit::Fault
    });
    exit.code()
}
