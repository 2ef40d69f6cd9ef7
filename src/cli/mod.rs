//! The command line: what was typed, what is meant, and what is said about it. Nothing here knows how a table
//! is cleaned.

mod arguments;
mod completions;
mod convert;
mod decree;
mod diff;
mod exit;
mod explain;
mod help;
#[cfg(windows)]
mod install;
#[cfg(all(test, not(windows)))]
#[path = "install/entries.rs"]
mod install_entries;
mod language;
mod league;
mod lookup;
mod manual;
mod merge;
mod messages;
mod migrate;
mod mistyped;
mod outcome;
mod place;
mod put;
mod remembered;
mod report;
mod say;
mod serve;
mod side;
mod size;
mod start;
mod template;
mod trial;
mod trouble;
mod usage;
mod verify;
mod worker;

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};

use exit::Exit;
use say::Streams;

use crate::model::Said;

/// Runs the program with its arguments, the first being its own name, and gives its exit code: 0 nothing left
/// to decide, 1 findings left, 2 wrong usage, 3 an input unreadable or without any table, 4 output refused or
/// failed, 70 internal fault. `limit_memory` sets how many bytes this process may take from then on; a worker calls it
/// before it reads a file.
#[must_use]
pub fn run(arguments: Vec<OsString>, limit_memory: fn(u64)) -> u8 {
    // A panic is told in our own words, with the name of the file.
    std::panic::set_hook(Box::new(|_| {}));
    if let Some(exit) = worker::run(&arguments, limit_memory) {
        return exit.code();
    }
    if let Some(exit) = serve::work(&arguments, limit_memory) {
        return exit.code();
    }
    let start = start::own();
    if let Some(code) = start::in_a_window(&arguments, start) {
        return code;
    }
    let arguments = start::meant(arguments, start);
    let is_page = arguments.get(1).is_some_and(|name| name == serve::NAME);
    let (language, arguments) = language::choose(arguments);
    let arguments = help::asked(arguments, language);
    let streams = Streams::new();
    let arguments = match decree::choose(arguments) {
        Ok(arguments) => arguments,
        Err(said) => return streams.stop(&usage::complaint(said.within(language), language)).code(),
    };
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let other = side::run(&arguments, language, &streams);
        other.unwrap_or_else(|| match arguments::parse(arguments, language) {
            Ok(wanted) => {
                let wanted = place::settled(wanted, start, &streams);
                let exit = convert::run(&wanted, &streams);
                place::tell(&wanted, start, &streams);
                exit
            }
            Err(stop) => streams.stop(&stop),
        })
    }));
    let exit = outcome.unwrap_or_else(|_| {
        streams.line(Said::fault("").within(language));
        Exit::Fault
    });
    // The page says itself that it has ended.
    if !is_page || exit != Exit::Done {
        start::wait(start, language, &streams);
    }
    exit.code()
}
