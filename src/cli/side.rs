//! The commands beside `convert` and `check`: a new one is one file, and one line here.

use std::ffi::OsString;

use clap::{ArgMatches, Command};

use super::exit::Exit;
#[cfg(windows)]
use super::install;
use super::say::Streams;
use super::{
    completions, diff, explain, help, lookup, manual, merge, migrate, serve, template, trouble, usage, verify,
};
use crate::model::Language;

/// A command with a file of its own.
pub(super) struct Side {
    /// What is typed first.
    pub(super) name: &'static str,
    /// What it takes, with its help in a language.
    pub(super) command: fn(Language) -> Command,
    /// What it does.
    pub(super) run: fn(&ArgMatches, Language, &Streams) -> anyhow::Result<Exit>,
}

/// All of them, in the order of the help.
pub(super) const SIDES: &[Side] = &[
    merge::SIDE,
    diff::SIDE,
    migrate::SIDE,
    template::SIDE,
    lookup::SIDE,
    explain::SIDE,
    verify::SIDE,
    serve::SIDE,
    #[cfg(windows)]
    install::INSTALL,
    #[cfg(windows)]
    install::UNINSTALL,
    completions::SIDE,
    manual::SIDE,
];

impl Side {
    /// The command as it is declared to clap.
    pub(super) fn declared(&self, language: Language) -> Command {
        help::worded((self.command)(language), language)
    }
}

/// Runs the command that the first argument names: `None` if it names none of them.
pub(super) fn run(arguments: &[OsString], language: Language, streams: &Streams) -> Option<Exit> {
    let rest = arguments.get(1..)?;
    let side = SIDES.iter().find(|side| rest.first().is_some_and(|name| name == side.name))?;
    Some(match side.declared(language).try_get_matches_from(rest) {
        Ok(matches) => (side.run)(&matches, language, streams)
            .unwrap_or_else(|error| trouble::end(&error, language, streams)),
        Err(error) => streams.stop(&usage::stop(&error, language)),
    })
}
