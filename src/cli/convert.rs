//! `convert` and `check`: every input through the pipeline, what became of it on stderr.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::arguments::{Out, Wanted};
use super::exit::Exit;
use super::league;
use super::messages;
use super::outcome::Outcome;
use super::say::Streams;
use super::worker::Hands;
use crate::batch::{self, Fault, Found, Input};
use crate::model::Said;
use crate::pipeline::{Failure, Options};
use crate::read;
use crate::write::WriteError;
use crate::write::league::Standing;
use crate::write::xlsx::XlsxOptions;

/// Does what is wanted and tells how it ended.
pub(super) fn run(wanted: &Wanted, streams: &Streams) -> Exit {
    let found = batch::find(&wanted.inputs, &read::is_own_output);
    let mut exit = tell_folders(&found, wanted, streams);
    if wanted.out != Out::Nowhere {
        let collisions = batch::collisions(&found.inputs);
        for (first, second) in &collisions {
            say(streams, None, &messages::collision(first, second), wanted);
        }
        if !collisions.is_empty() {
            return Exit::Output;
        }
    }
    let protected = found.inputs.iter().filter_map(|input| fs::canonicalize(&input.path).ok()).collect();
    let is_batch = found.inputs.len() > 1 || wanted.inputs.iter().any(|input| input.is_dir());
    let options = options(wanted, protected, is_batch);
    let streams = streams.counting(found.inputs.len(), wanted.quiet, wanted.language);
    let hands = Hands::new(wanted, &options, is_batch, &streams);
    let work = |input: &Input| {
        streams.begin(&input.path.to_string_lossy());
        hands.outcome(input)
    };
    let (mut standings, mut skipped) = (Vec::new(), 0);
    batch::run(&found.inputs, wanted.jobs, work, |index, result| {
        if let Some(input) = found.inputs.get(index) {
            let none = |Fault(why)| Outcome::none(input, &Said::fault(&why), Exit::Fault, wanted);
            let outcome = result.unwrap_or_else(none);
            if let Some(told) = &outcome.told {
                streams.line(told);
            }
            exit = exit.max(outcome.exit);
            skipped += usize::from(outcome.skipped);
            standings.push(outcome.standing);
        }
        streams.advance();
    });
    streams.end();
    if skipped > 0 && !wanted.quiet {
        say(&streams, None, &messages::skipped_unchanged(skipped), wanted);
    }
    let any = found.inputs.iter().any(|input| input.path.exists());
    if is_batch && any { exit.max(report_batch(wanted, standings, &streams)) } else { exit }
}

/// A batch into a folder gets its report.
fn report_batch(wanted: &Wanted, standings: Vec<Standing>, streams: &Streams) -> Exit {
    let Out::Folder(folder) = &wanted.out else { return Exit::Done };
    if !wanted.report || standings.is_empty() {
        return Exit::Done;
    }
    let written = fs::create_dir_all(folder)
        .map_err(|source| WriteError::Disk { path: folder.clone(), source })
        .and_then(|()| league::write(folder, standings, wanted.force, wanted.language));
    match written {
        Ok(paths) if !wanted.quiet => {
            for path in paths {
                streams.line(&format!("→ {}", path.display()));
            }
        }
        Ok(_) => {}
        Err(error) => {
            say(streams, None, &Failure::Write(error).said(), wanted);
            return Exit::Output;
        }
    }
    Exit::Done
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
            ..XlsxOptions::default()
        },
        language: wanted.language,
        notes: batch && wanted.report,
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
    if let Some(said) = messages::skipped(found.skipped).filter(|_| !wanted.quiet) {
        say(streams, None, &said, wanted);
    }
    exit
}

fn say(streams: &Streams, place: Option<&Path>, said: &Said, wanted: &Wanted) {
    let text = said.within(wanted.language);
    match place {
        Some(place) => streams.line(&format!("{}: {text}", place.display())),
        None => streams.line(text),
    }
}
