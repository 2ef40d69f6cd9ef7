//! `rapikan verify AUDIT.json`: whether every repair of an audit still follows from what the audit holds.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};

use super::exit::Exit;
use super::say::Streams;
use super::side::Side;
use super::trouble::Trouble;
use crate::audit::{Failure, Verdict, verify};
use crate::model::{Language, Said};

/// The command's name.
pub(super) const NAME: &str = "verify";

/// The command.
pub(super) const SIDE: Side = Side { name: NAME, command, run };

/// The command with its help.
fn command(language: Language) -> Command {
    let say = |indonesian: &str, english: &str| Said::new(indonesian, english).within(language).to_owned();
    Command::new(NAME)
        .about(say(
            "Membuktikan ulang setiap perbaikan dari jejak audit saja (JSON dari --to json)",
            "Prove every repair again from the audit alone (the JSON of --to json)",
        ))
        .arg(
            Arg::new("audit")
                .value_name("AUDIT.json")
                .required(true)
                .value_parser(clap::value_parser!(PathBuf))
                .help(say("Jejak audit", "The audit")),
        )
}

/// Ends with 0 if every repair
/// holds, 1 if one does not, 3 if the file is no audit.
fn run(matches: &ArgMatches, language: Language, streams: &Streams) -> anyhow::Result<Exit> {
    let Some(path) = matches.get_one::<PathBuf>("audit") else { return Ok(Exit::Usage) };
    let bytes = std::fs::read(path).map_err(|error| {
        let said = unreadable(&error);
        anyhow::Error::new(error).context(Trouble::new(Exit::Input, said).at(path))
    })?;
    // What is no text is no audit either, and is told so.
    let verdict = verify(&String::from_utf8_lossy(&bytes))
        .map_err(|not_an_audit| Trouble::new(Exit::Input, not_an_audit.said()).at(path))?;
    for failure in &verdict.failures {
        streams.line(&told(failure, language));
    }
    streams.line(counted(&verdict).within(language));
    Ok(if verdict.holds() { Exit::Done } else { Exit::Findings })
}

fn told(failure: &Failure, language: Language) -> String {
    let place = failure.source.as_deref().unwrap_or_default();
    format!("{place} {} {}: {}", failure.column, failure.rule, failure.why.within(language))
}

fn counted(verdict: &Verdict) -> Said {
    let (proven, repairs, persons) = (verdict.proven, verdict.repairs, verdict.persons);
    let decided = match persons {
        0 => Said::new("", ""),
        _ => Said::new(
            format!(" {persons} di antaranya keputusan orang, bukan hitungan."),
            format!(" {persons} of them by a person's decision, not by calculation."),
        ),
    };
    Said::new(
        format!("{proven} dari {repairs} perbaikan terbukti dari jejak audit ini.{}", decided.indonesian),
        format!("{proven} of {repairs} repairs are proven by this audit.{}", decided.english),
    )
}

fn unreadable(error: &std::io::Error) -> Said {
    Said::new(
        format!("tidak dapat dibaca ({error}). Periksa nama dan hak aksesnya."),
        format!("cannot be read ({error}). Check its name and your rights."),
    )
}
