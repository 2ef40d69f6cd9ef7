//! `rapikan explain [RULE]`: what the rules are, and what one of them does.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};

use super::exit::Exit;
use super::help;
use super::say::{Stop, Streams};
use super::usage;
use crate::model::Language;
use crate::rules::explain;

/// The command's name.
pub(super) const NAME: &str = "explain";

/// The command with its help.
pub(super) fn command(language: Language) -> Command {
    let say = |indonesian: &'static str, english: &'static str| match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    };
    Command::new(NAME)
        .about(say("Menjelaskan aturan perbaikan dan pemeriksaan", "Explain the rules of repairs and checks"))
        .disable_help_flag(true)
        .arg(Arg::new("rule").value_name(say("ATURAN", "RULE")).help(say(
            "Nama aturan, misalnya split-number; tanpa nama, semua aturan didaftar",
            "The id of a rule, such as split-number; all are listed without one",
        )))
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(say("Menampilkan bantuan ini", "Show this help")),
        )
}

/// Runs the command if the first argument names it: `None` for any other command.
pub(super) fn run(arguments: &[OsString], language: Language, streams: &Streams) -> Option<Exit> {
    let rest = arguments.get(1..).filter(|rest| rest.first().is_some_and(|name| name == NAME))?;
    let matches = match help::worded(command(language), language).try_get_matches_from(rest) {
        Ok(matches) => matches,
        Err(error) => return Some(streams.stop(&usage::stop(&error, language))),
    };
    let rule = matches.get_one::<String>("rule").map(String::as_str);
    Some(match explain(rule, language) {
        Ok(text) => {
            streams.stop(&Stop { text, wanted: true });
            Exit::Done
        }
        Err(unknown) => streams.stop(&usage::complaint(unknown.said().within(language), language)),
    })
}
