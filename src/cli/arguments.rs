//! What was typed becomes what is meant.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::ArgMatches;

use super::checked::CheckFormat;
use super::help;
use super::messages;
use super::mistyped::mistyped;
use super::out::{Out, format_of};
use super::say::Stop;
use super::usage;
use crate::model::{Grade, Language, Said};
use crate::pipeline::{Decisions, Format};
use crate::read::Limits;
use crate::solve::{Naming, SolveOptions};
use crate::write::xlsx::{Audit, LayoutChoice, PaperChoice};

/// How much memory one file may take if nothing is said, in bytes.
pub(super) const MEMORY: u64 = 1 << 30;

/// What a person wants.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(super) struct Wanted {
    /// Files and folders.
    pub(super) inputs: Vec<PathBuf>,
    /// Where outputs go.
    pub(super) out: Out,
    /// What is written.
    pub(super) formats: Vec<Format>,
    /// What is repaired.
    pub(super) solve: SolveOptions,
    /// What a person decided.
    pub(super) decisions: Decisions,
    /// How much is read.
    pub(super) limits: Limits,
    /// Whether outputs are replaced.
    pub(super) force: bool,
    /// Whether it is only told what would be written.
    pub(super) dry_run: bool,
    /// How findings are told.
    pub(super) telling: CheckFormat,
    /// Whether a batch gets its report.
    pub(super) report: bool,
    /// Where the repairs are told.
    pub(super) audit: Audit,
    /// The arrangement of the tables.
    pub(super) layout: LayoutChoice,
    /// The paper that they are printed on.
    pub(super) paper: PaperChoice,
    /// Other documents that every file is compared with.
    pub(super) with: Vec<PathBuf>,
    /// Whether only failures are told.
    pub(super) quiet: bool,
    /// How many files at once; 0: one a core.
    pub(super) jobs: usize,
    /// How long one file may take.
    pub(super) patience: Patience,
    /// How many bytes of memory one file may take; `None`: as many as there are.
    pub(super) memory: Option<u64>,
    /// What was typed, without the name of the program and the language: a worker is given the same.
    pub(super) typed: Vec<OsString>,
    /// The language.
    pub(super) language: Language,
}

/// How long one file may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patience {
    /// Nothing was said about it.
    Unsaid,
    /// As long as it takes.
    Endless,
    /// So long.
    Within(Duration),
}

/// Reads the arguments.
///
/// # Errors
/// Help and version that were asked for, and complaints about wrong usage.
pub(super) fn parse(arguments: Vec<OsString>, language: Language) -> Result<Wanted, Stop> {
    let typed: Vec<OsString> = arguments.get(1..).unwrap_or_default().to_vec();
    let matches = help::command(language)
        .try_get_matches_from(arguments)
        .map_err(|error| usage::stop(&error, language))?;
    let wanted = match matches.subcommand() {
        Some((help::CHECK, matches)) => wanted(matches, true, language)?,
        Some((_, matches)) => wanted(matches, false, language)?,
        None => {
            let wanted = wanted(&matches, false, language)?;
            refuse_late_command(&wanted)?;
            refuse_mistyped(&wanted)?;
            wanted
        }
    };
    Ok(Wanted { typed, ..wanted })
}

fn wanted(matches: &ArgMatches, check: bool, language: Language) -> Result<Wanted, Stop> {
    let inputs: Vec<PathBuf> = matches.get_many("inputs").unwrap_or_default().cloned().collect();
    let given: Option<&PathBuf> = if check { None } else { matches.get_one("out") };
    let formats = formats(matches, given.filter(|_| !check), check);
    let out = if check {
        Ok(Out::Nowhere)
    } else {
        Out::meant(given.map(PathBuf::as_path), &inputs, &formats, matches)
    };
    let out = out.map_err(|said| usage::complaint(said.within(language), language))?;
    let naming = match matches.get_one::<String>("names").map(String::as_str) {
        Some("printed") => Naming::Printed,
        _ => Naming::Official,
    };
    let weakest = match matches.get_one::<String>("grade").map(String::as_str) {
        Some("A") => Grade::A,
        _ => Grade::B,
    };
    let mut limits = Limits::default();
    if let Some(bytes) = matches.get_one::<u64>("max-size") {
        limits.bytes = *bytes;
        limits.inflated_bytes = limits.inflated_bytes.max(*bytes);
    }
    Ok(Wanted {
        inputs,
        out,
        formats,
        solve: SolveOptions { naming, weakest },
        decisions: decisions(matches, &limits, language)?,
        limits,
        force: !check && matches.get_flag("force"),
        dry_run: !check && matches.get_flag("dry-run"),
        telling: if check { telling(matches) } else { CheckFormat::Text },
        report: !check && !matches.get_flag("no-report"),
        audit: if check { Audit::Inside } else { audit(matches) },
        layout: if check { LayoutChoice::AsIs } else { layout(matches) },
        paper: if check { PaperChoice::Auto } else { paper(matches) },
        with: if check {
            matches.get_many("with").unwrap_or_default().cloned().collect()
        } else {
            Vec::new()
        },
        quiet: matches.get_flag("quiet"),
        jobs: matches.get_one::<usize>("jobs").copied().unwrap_or_default(),
        patience: matches.get_one::<Patience>("timeout").copied().unwrap_or(Patience::Unsaid),
        memory: matches.get_one::<Option<u64>>("memory").copied().unwrap_or(Some(MEMORY)),
        typed: Vec::new(),
        language,
    })
}

fn telling(matches: &ArgMatches) -> CheckFormat {
    let name = matches.get_one::<String>("format").map_or("text", String::as_str);
    let name = if matches.get_flag("json") { "json" } else { name };
    CheckFormat::named(name).unwrap_or(CheckFormat::Text)
}

fn audit(matches: &ArgMatches) -> Audit {
    match (matches.get_flag("no-audit"), matches.get_flag("audit-file")) {
        (true, _) => Audit::None,
        (false, true) => Audit::Apart,
        (false, false) => Audit::Inside,
    }
}

fn layout(matches: &ArgMatches) -> LayoutChoice {
    let name = matches.get_one::<String>("layout");
    name.and_then(|name| LayoutChoice::named(name)).unwrap_or_default()
}

fn paper(matches: &ArgMatches) -> PaperChoice {
    let name = matches.get_one::<String>("paper");
    name.and_then(|name| PaperChoice::named(name)).unwrap_or_default()
}

/// The decisions of the file after `--reject`, which concern one input.
fn decisions(matches: &ArgMatches, limits: &Limits, language: Language) -> Result<Decisions, Stop> {
    let Some(path) = matches.get_one::<PathBuf>("reject") else { return Ok(Decisions::default()) };
    let complaint = |said: Said| usage::complaint(said.within(language), language);
    let inputs: Vec<&PathBuf> = matches.get_many("inputs").unwrap_or_default().collect();
    if !matches!(inputs.as_slice(), [input] if !input.is_dir()) {
        return Err(complaint(messages::decisions_of_one_file()));
    }
    Decisions::from_path(path, limits).map_err(|error| complaint(messages::no_decisions(path, &error)))
}

/// What `--to` says; else what the ending of OUT says; else the workbook.
fn formats(matches: &ArgMatches, out: Option<&PathBuf>, check: bool) -> Vec<Format> {
    let named: Vec<Format> = if check {
        Vec::new()
    } else {
        matches.get_many::<Format>("to").unwrap_or_default().copied().collect()
    };
    if named.is_empty() {
        let ending = out.filter(|path| !path.is_dir()).and_then(|path| format_of(path));
        return vec![ending.unwrap_or(Format::Xlsx)];
    }
    let mut formats = named;
    formats.sort_unstable();
    formats.dedup();
    formats
}

/// `rapikan --quiet check a.xlsx` must not be taken for files named `check` and `a.xlsx`.
fn refuse_late_command(wanted: &Wanted) -> Result<(), Stop> {
    let late = wanted
        .inputs
        .iter()
        .filter_map(|input| input.to_str())
        .find(|input| [help::CONVERT, help::CHECK].contains(input) && !Path::new(input).exists());
    match late {
        None => Ok(()),
        Some(name) => {
            let said = messages::late_command(name);
            Err(usage::complaint(said.within(wanted.language), wanted.language))
        }
    }
}

fn refuse_mistyped(wanted: &Wanted) -> Result<(), Stop> {
    match wanted.inputs.first().and_then(|first| mistyped(first, wanted.language)) {
        None => Ok(()),
        Some(said) => Err(usage::complaint(said.within(wanted.language), wanted.language)),
    }
}
