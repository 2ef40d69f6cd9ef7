//! `convert` and `check`: every input through the pipeline, what became of it on stderr.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use super::arguments::Wanted;
use super::checked::{CheckFormat, Teller};
use super::exit::Exit;
use super::out::Out;
use super::outcome::Outcome;
use super::say::Streams;
use super::worker::Hands;
use super::{config, league, messages, piped, report, usage};
use crate::batch::{self, Fault, Found, Hold, Input, Record};
use crate::model::Said;
use crate::pipeline::{Failure, Format, Options, endings, standing_without};
use crate::read;
use crate::write::WriteError;
use crate::write::league::{Readiness, Standing};
use crate::write::xlsx::XlsxOptions;

/// Does what is wanted and tells how it ended.
pub(super) fn run(wanted: &Wanted, streams: &Streams) -> Exit {
    let is_own = |path: &Path| read::is_unedited_output(path, &wanted.limits) || is_own_csv(path);
    let mut found = batch::find(&wanted.inputs, &is_own);
    found.inputs.iter_mut().for_each(|input| input.called = piped::called(&input.path));
    let exit = tell_folders(&found, wanted, streams);
    let is_batch = found.inputs.len() > 1 || wanted.inputs.iter().any(|input| input.is_dir());
    let any = found.inputs.iter().any(|input| input.path.exists());
    let reports = is_batch && wanted.report && any;
    let _hold = match hold(wanted, is_batch && any, streams) {
        Ok(hold) => hold,
        Err(error) => {
            say(streams, None, &Failure::Write(error).said(), wanted);
            return Exit::Output;
        }
    };
    let protected = found.inputs.iter().filter_map(|input| fs::canonicalize(&input.path).ok()).collect();
    let options = options(wanted, protected, is_batch);
    settle_names(&mut found.inputs, wanted, &options, reports, streams);
    let streams = streams.counting(found.inputs.len(), wanted.quiet, wanted.language);
    let (ended, standings) = convert_all(&found.inputs, wanted, &options, is_batch, &streams);
    let mut exit = exit.max(ended);
    if reports {
        exit = exit.max(report_batch(wanted, with_left(standings, &found, wanted), &streams));
    }
    if wanted.dry_run {
        say(&streams, None, &messages::nothing_written(), wanted);
    }
    exit
}

/// Converts into one result and writes that onto standard output once it is whole. Refuses a workbook onto a terminal.
pub(super) fn run_onto_stdout(mut wanted: Wanted, streams: &Streams) -> anyhow::Result<Exit> {
    let format = wanted.formats.first().copied().unwrap_or(Format::Xlsx);
    if format == Format::Xlsx && io::stdout().is_terminal() && !wanted.dry_run {
        let said = messages::no_workbook_on_terminal();
        return Err(usage::complaint(said.within(wanted.language), wanted.language).into());
    }
    let folder = tempfile::Builder::new().prefix("rapikan-").tempdir()?;
    let file = folder.path().join(format!("stdout{}", format.ending()));
    wanted.out = Out::Stdout(file.clone());
    let exit = run(&wanted, streams);
    if exit > Exit::Findings || wanted.dry_run {
        return Ok(exit);
    }
    Ok(exit.max(streams.deliver(&fs::read(&file)?, wanted.language)))
}

/// The right to write into the folder of a batch; another batch there is waited for.
fn hold(wanted: &Wanted, is_batch: bool, streams: &Streams) -> Result<Option<Hold>, WriteError> {
    let Out::Folder(folder) = &wanted.out else { return Ok(None) };
    if !is_batch || wanted.dry_run {
        return Ok(None);
    }
    let waits = || say(streams, None, &messages::waits(folder), wanted);
    Hold::take(folder, waits).map(Some).map_err(|source| WriteError::Disk { path: folder.clone(), source })
}

/// A table as CSV that nobody changed since we wrote it, by the record of its folder.
fn is_own_csv(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) && batch::is_recorded(path)
}

/// Every input gets outputs of its own, before the first of them is written.
fn settle_names(inputs: &mut [Input], wanted: &Wanted, options: &Options, reports: bool, streams: &Streams) {
    let Out::Folder(folder) = &wanted.out else { return };
    let reserved: &[&str] = if reports { &league::NAMES } else { &[] };
    let is_taken = |input: &Input, stem: &Path| {
        let record = Record::place(folder, stem).map(|place| Record::load(&place));
        let source = fs::canonicalize(&input.path);
        record.zip(source.ok()).is_some_and(|(record, source)| record.is_of_another(&source))
    };
    for renamed in batch::settle(inputs, &endings(options), reserved, &is_taken) {
        if !wanted.quiet {
            say(streams, None, &messages::renamed(&renamed), wanted);
        }
    }
}

/// Converts every input and tells what became of it: how the run ended, and the line of each in the report.
fn convert_all(
    inputs: &[Input],
    wanted: &Wanted,
    options: &Options,
    is_batch: bool,
    streams: &Streams,
) -> (Exit, Vec<Standing>) {
    let hands = Hands::new(wanted, options, is_batch, streams);
    let work = |input: &Input| {
        streams.begin(&input.shown());
        hands.outcome(input)
    };
    let (mut exit, mut standings, mut skipped) = (Exit::Done, Vec::new(), 0);
    let mut teller = Teller::new(wanted.telling, wanted.language);
    batch::run(inputs, wanted.jobs, work, |index, result| {
        if let Some(input) = inputs.get(index) {
            let none = |Fault(why)| Outcome::none(input, &Said::fault(&why), Exit::Fault, wanted);
            let mut outcome = result.unwrap_or_else(none);
            match &outcome.told {
                Some(told) if outcome.exit > Exit::Findings => streams.failure(told),
                Some(told) => streams.line(told),
                None => {}
            }
            exit = exit.max(outcome.exit);
            teller.hear(&mut outcome, streams);
            skipped += usize::from(outcome.skipped);
            standings.push(outcome.standing);
        }
        streams.advance();
    });
    streams.end();
    exit = exit.max(teller.end(streams));
    if skipped > 0 && !wanted.quiet {
        say(streams, None, &messages::skipped_unchanged(skipped), wanted);
    }
    (exit, standings)
}

/// The lines of the inputs and of the files that were left alone, each with where its file is.
fn with_left(standings: Vec<Standing>, found: &Found, wanted: &Wanted) -> Vec<(PathBuf, Standing)> {
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let inputs = found.inputs.iter().map(|input| whole(&input.path)).zip(standings);
    let left = found.left.iter().map(|left| {
        let why = match config::is_followed(&left.path, &wanted.inputs) {
            Some(followed) => messages::habits_of_folder(followed),
            None => messages::left_alone(left),
        };
        let why = why.within(wanted.language).to_owned();
        (whole(&left.path), standing_without(&left.named(), Readiness::Skipped(why)))
    });
    inputs.chain(left).collect()
}

/// A batch into a folder gets its report.
fn report_batch(wanted: &Wanted, standings: Vec<(PathBuf, Standing)>, streams: &Streams) -> Exit {
    let Out::Folder(folder) = &wanted.out else { return Exit::Done };
    if wanted.dry_run {
        for path in league::planned(folder, wanted.force).iter().filter(|_| !wanted.quiet) {
            streams.line(&format!("→ {}{}", path.display(), report::not_yet(wanted)));
        }
        return Exit::Done;
    }
    match league::write(folder, standings, wanted.force, wanted.language) {
        Ok(written) => {
            if let Some(kept) = &written.kept {
                let [instead, _] = &written.paths;
                say(streams, None, &messages::report_kept(kept, instead), wanted);
            }
            for path in written.paths.iter().filter(|_| !wanted.quiet) {
                streams.line(&format!("→ {}", path.display()));
            }
            Exit::Done
        }
        Err(error) => {
            say(streams, None, &Failure::Write(error).said(), wanted);
            Exit::Output
        }
    }
}

/// How files are converted; the protected ones are never replaced.
pub(super) fn options(wanted: &Wanted, protected: BTreeSet<PathBuf>, batch: bool) -> Options {
    Options {
        limits: wanted.limits,
        solve: wanted.solve,
        decisions: wanted.decisions.clone(),
        formats: wanted.formats.clone(),
        xlsx: XlsxOptions {
            language: wanted.language,
            audit: wanted.audit,
            layout: wanted.layout,
            paper: wanted.paper,
            ..XlsxOptions::default()
        },
        language: wanted.language,
        notes: batch && wanted.report,
        with: wanted.with.clone(),
        findings: wanted.telling != CheckFormat::Text,
        dry_run: wanted.dry_run,
        linked: !matches!(wanted.out, Out::Stdout(_)),
        force: wanted.force,
        protected,
    }
}

/// What is to be said about folders before any file is read.
fn tell_folders(found: &Found, wanted: &Wanted, streams: &Streams) -> Exit {
    let mut exit = Exit::Done;
    for (folder, error) in &found.unreadable {
        say(streams, Some(folder), &messages::unlistable(error), wanted);
        exit = Exit::Input;
    }
    for (folder, own) in &found.empty {
        let said = if *own == 0 { messages::empty_folder() } else { messages::only_own(*own) };
        say(streams, Some(folder), &said, wanted);
        exit = Exit::Input;
    }
    if let Some(said) = messages::skipped(found).filter(|_| !wanted.quiet) {
        say(streams, None, &said, wanted);
    }
    for left in found.left.iter().filter(|_| !wanted.quiet) {
        if config::is_followed(&left.path, &wanted.inputs) == Some(false) {
            say(streams, Some(&left.path), &messages::habits_of_folder(false), wanted);
        }
    }
    exit
}

fn say(streams: &Streams, place: Option<&Path>, said: &Said, wanted: &Wanted) {
    let text = said.within(wanted.language);
    match place {
        Some(place) => streams.failure(&format!("{}: {text}", place.display())),
        None => streams.line(text),
    }
}
