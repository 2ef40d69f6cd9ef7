//! The command line: what was typed, what is meant, and what is said about it. Nothing here knows how a table
//! is cleaned.

mod anywhere;
mod arguments;
mod checked;
mod color;
mod completions;
mod config;
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
mod out;
mod outcome;
mod piped;
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
use out::Out;
use say::Streams;
use start::Start;

use crate::model::{Language, Said};

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
    let (language, arguments) = language::choose(color::choose(arguments));
    let arguments = help::asked(arguments, language);
    let streams = Streams::new();
    let read = decree::choose(arguments).and_then(|arguments| piped::taken(arguments, language));
    let (arguments, _stdin) = match read {
        Ok(read) => read,
        Err(said) => return streams.stop(&usage::complaint(said.within(language), language)).code(),
    };
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let other = side::run(&arguments, language, &streams);
        other.unwrap_or_else(|| main_command(arguments, language, start, &streams))
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

/// `convert` and `check`.
fn main_command(arguments: Vec<OsString>, language: Language, start: Start, streams: &Streams) -> Exit {
    let completed = config::completed(arguments, language)
        .map_err(|said| usage::complaint(said.within(language), language))
        .and_then(|(arguments, told)| Ok((arguments::parse(arguments, language)?, told)));
    let (wanted, told) = match completed {
        Ok(completed) => completed,
        Err(stop) => return streams.stop(&stop),
    };
    if let Some(said) = told {
        streams.line(said.within(language));
    }
    if let Out::Stdout(_) = wanted.out {
        return convert::run_onto_stdout(wanted, streams)
            .unwrap_or_else(|error| trouble::end(&error, language, streams));
    }
    let wanted = place::settled(wanted, start, streams);
    let exit = convert::run(&wanted, streams);
    place::tell(&wanted, start, streams);
    exit
}
