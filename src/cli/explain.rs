//! `rapikan explain [RULE]`: what the rules are, and what one of them does.

use clap::{Arg, ArgMatches, Command};

use super::exit::Exit;
use super::say::{Stop, Streams};
use super::side::Side;
use super::usage;
use crate::model::Language;
use crate::rules::explain;

/// The command's name.
pub(super) const NAME: &str = "explain";

/// The command.
pub(super) const SIDE: Side = Side { name: NAME, command, run };

/// The command with its help.
fn command(language: Language) -> Command {
    let say = |indonesian: &'static str, english: &'static str| match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    };
    Command::new(NAME)
        .about(say("Menjelaskan aturan perbaikan dan pemeriksaan", "Explain the rules of repairs and checks"))
        .arg(Arg::new("rule").value_name(say("ATURAN", "RULE")).help(say(
            "Nama aturan, misalnya split-number; tanpa nama, semua aturan didaftar",
            "The id of a rule, such as split-number; all are listed without one",
        )))
}

fn run(matches: &ArgMatches, language: Language, streams: &Streams) -> anyhow::Result<Exit> {
    let rule = matches.get_one::<String>("rule").map(String::as_str);
    let text = explain(rule, language)
        .map_err(|unknown| usage::complaint(unknown.said().within(language), language))?;
    Ok(streams.stop(&Stop { text, wanted: true }))
}
