//! `rapikan completions SHELL`: what a shell needs to fill in commands and options.

use anyhow::Context as _;
use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;

use super::exit::Exit;
use super::help;
use super::say::{Stop, Streams};
use super::side::Side;
use crate::model::Language;

/// The command's name.
pub(super) const NAME: &str = "completions";

/// The command.
pub(super) const SIDE: Side = Side { name: NAME, command, run };

/// The command with its help.
fn command(language: Language) -> Command {
    let say = |indonesian: &'static str, english: &'static str| match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    };
    Command::new(NAME)
        .about(say(
            "Mencetak pelengkap perintah untuk shell, supaya Tab mengisi perintah dan pilihan",
            "Print completions for a shell, so that Tab fills in commands and options",
        ))
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
}

fn run(matches: &ArgMatches, language: Language, streams: &Streams) -> anyhow::Result<Exit> {
    let shell = *matches.get_one::<Shell>("shell").context("no shell is named")?;
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::command(language), "rapikan", &mut script);
    let text = String::from_utf8_lossy(&script).into_owned();
    Ok(streams.stop(&Stop { text, wanted: true }))
}
