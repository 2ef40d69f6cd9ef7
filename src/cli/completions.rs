//! `rapikan completions SHELL`: what a shell needs to fill in commands and options.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, value_parser};
use clap_complete::Shell;

use super::exit::Exit;
use super::help;
use super::say::{Stop, Streams};
use super::usage;
use crate::model::Language;

/// The command's name.
pub(super) const NAME: &str = "completions";

/// The command with its help.
pub(super) fn command(language: Language) -> Command {
    let say = |indonesian: &'static str, english: &'static str| match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    };
    Command::new(NAME)
        .about(say(
            "Mencetak pelengkap perintah untuk shell, supaya Tab mengisi perintah dan pilihan",
            "Print completions for a shell, so that Tab fills in commands and options",
        ))
        .disable_help_flag(true)
        .arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .value_parser(value_parser!(Shell))
                .hide_possible_values(true)
                .help(say(
                    "bash, zsh, fish, powershell atau elvish; misalnya rapikan completions bash > ~/.local/share/bash-completion/completions/rapikan",
                    "bash, zsh, fish, powershell or elvish; such as rapikan completions bash > ~/.local/share/bash-completion/completions/rapikan",
                )),
        )
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
    let shell = matches.get_one::<Shell>("shell").copied()?;
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::whole(language), "rapikan", &mut script);
    let text = String::from_utf8_lossy(&script).into_owned();
    Some(streams.stop(&Stop { text, wanted: true }))
}
