//! What became of one file: what is said about it, how it counts, and its line in the report.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::arguments::Wanted;
use super::checked::CheckFormat;
use super::exit::Exit;
use super::out::Out;
use super::remembered::Remembered;
use super::{messages, report, size};
use crate::batch::{Input, said};
use crate::model::Said;
use crate::pipeline::{Failure, Ledger, Options, Report, Target, convert, standing, standing_without};
use crate::write::league::{Readiness, Standing};

/// What became of one file; whoever converted it hands this to whoever tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Outcome {
    /// How it counts.
    pub(super) exit: Exit,
    /// The lines to say, if there is anything to say.
    pub(super) told: Option<String>,
    /// Its line in the report of a batch.
    pub(super) standing: Standing,
    /// Every finding, if they are told to a program.
    pub(super) findings: Option<Value>,
    /// Whether it was left alone because nothing has changed since.
    pub(super) skipped: bool,
}

impl Outcome {
    /// Converts the file; one of a batch only if anything has changed since. A panic is a fault of its own and
    /// goes no further.
    pub(super) fn of(input: &Input, wanted: &Wanted, options: &Options, batch: bool) -> Self {
        // No address leads into a stream.
        let options = &Options { linked: options.linked && input.called.is_none(), ..options.clone() };
        let remembered = if batch { Remembered::of(input, wanted, options) } else { None };
        let known = remembered.as_ref().and_then(|remembered| remembered.outcome(input, wanted));
        if let Some(outcome) = known {
            return outcome;
        }
        let outcome = Self::converted(input, wanted, options, remembered.as_ref());
        let is_kept = outcome.exit <= Exit::Findings && !options.dry_run;
        if let Some(remembered) = remembered.filter(|_| is_kept) {
            remembered.remember(&outcome);
        }
        outcome
    }

    fn converted(input: &Input, wanted: &Wanted, options: &Options, remembered: Option<&Remembered>) -> Self {
        let ledger = remembered.map(|remembered| remembered as &dyn Ledger);
        let work = || convert(&input.path, target(&wanted.out, input).as_ref(), options, ledger);
        match catch_unwind(AssertUnwindSafe(work)) {
            Ok(Ok(report)) => Self::cleaned(input, &report, wanted),
            Ok(Err(failure)) => Self::none(input, &failure.said(), exit(&failure), wanted),
            Err(panic) => Self::panicked(input, &said(&*panic), wanted),
        }
    }

    fn cleaned(input: &Input, report: &Report, wanted: &Wanted) -> Self {
        let is_told = !wanted.quiet && wanted.telling == CheckFormat::Text;
        Self {
            exit: if report.open() == 0 { Exit::Done } else { Exit::Findings },
            told: is_told.then(|| report::lines(&input.shown(), report, wanted)),
            standing: standing(input.named(), report, wanted.language),
            findings: report.findings.clone(),
            skipped: false,
        }
    }

    fn panicked(input: &Input, said: &str, wanted: &Wanted) -> Self {
        match wanted.memory {
            // A thread needs memory of its own; the standard library has no other word for the want of it.
            Some(limit) if said.starts_with("failed to spawn thread") => {
                Self::none(input, &messages::memory(Some(&size::shown(limit))), Exit::Input, wanted)
            }
            _ => Self::none(input, &Said::fault(said), Exit::Fault, wanted),
        }
    }

    /// A file without a result.
    pub(super) fn none(input: &Input, why: &Said, exit: Exit, wanted: &Wanted) -> Self {
        let why = why.within(wanted.language);
        Self {
            exit,
            told: Some(format!("{}: {why}", input.shown())),
            standing: standing_without(&input.named(), Readiness::Unreadable(why.to_owned())),
            findings: None,
            skipped: false,
        }
    }
}

fn exit(failure: &Failure) -> Exit {
    match failure {
        Failure::Read(_)
        | Failure::NoTable
        | Failure::Blank
        | Failure::NoTableInText
        | Failure::OnlyHeaders(_)
        | Failure::NothingShared
        | Failure::NoCeilings(_)
        | Failure::NoPlan => Exit::Input,
        Failure::Beside { failure, .. } => exit(failure),
        Failure::Undecided(_) => Exit::Usage,
        Failure::Write(_) | Failure::IsInput(_) | Failure::ManyTables { .. } => Exit::Output,
        Failure::Fault(_) | Failure::SelfCheck(_) => Exit::Fault,
    }
}

fn target(out: &Out, input: &Input) -> Option<Target> {
    match out {
        Out::Nowhere => None,
        Out::Folder(folder) | Out::Beside(folder) => Some(Target::Stem(folder.join(&input.stem))),
        Out::File(path) | Out::Stdout(path) => Some(Target::File(path.clone())),
    }
}
