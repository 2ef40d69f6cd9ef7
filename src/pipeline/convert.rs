//! One file through all stages, from its path to its outputs.

use std::borrow::Cow;
use std::path::Path;
use std::thread;

use super::beside::cleaned;
use super::clean_with;
use super::decide::Undecided;
use super::decisions::Decisions;
use super::failure::Failure;
use super::gate::Gate;
use super::outputs::{named, outputs};
use super::report::Report;
use super::wanted::{Format, Ledger, Options, Target};
use super::whence;
use super::witness::looked_at;
use crate::compare;
use crate::locate::stated_fingerprint;
use crate::model::{Container, Document, Workbook};
use crate::read;
use crate::write;
use crate::write::xlsx::{LayoutChoice, arranged};

/// Reads, cleans and writes one file; without a target nothing is written. Either all outputs are made before
/// the first one is put in its place, or none. An output that is there already is replaced only by force, or if
/// the ledger knows it for ours.
///
/// # Errors
/// If the file cannot be read, holds no table, or an output is refused.
pub fn convert(
    input: &Path,
    target: Option<&Target>,
    options: &Options,
    ledger: Option<&dyn Ledger>,
) -> Result<Report, Failure> {
    let gate = Gate { options, ledger };
    if let Some(target) = target {
        gate.refuse_early(target)?;
    }
    let bytes = read::bytes_of(input, &options.limits)?;
    let workbook = read::from_bytes(&read::name_of(input), &bytes, &options.limits)?;
    let mut document =
        clean_with(&workbook, options.solve, &options.decisions).map_err(|undecided| match undecided {
            Undecided::Fault(fault) => Failure::Fault(fault),
            other => Failure::Undecided(other),
        })?;
    compare_with(&mut document, options)?;
    let unchanged = is_unchanged(&document, &workbook, &options.decisions, options.xlsx.layout);
    drop(workbook.sheets);
    refuse_without_rows(&document)?;
    let (mut written, mut set_aside) = (Vec::new(), Vec::new());
    let mut difference = None;
    if let Some(target) = target {
        let kept = unchanged.then_some(&bytes);
        let workbook_at = named(target, Format::Xlsx);
        let source =
            options.linked.then(|| whence::source(input, &workbook_at, workbook.container)).flatten();
        let (outputs, marker) = outputs(&document, source.as_ref(), target, kept, gate)?;
        if let (Some(ledger), false) = (ledger, options.dry_run) {
            let planned: Vec<(&Path, &[u8])> =
                outputs.iter().map(|(_, path, bytes)| (path.as_path(), bytes.as_slice())).collect();
            ledger.planned(&planned)?;
        }
        for (format, path, bytes) in outputs {
            let is_tables = format == Format::Xlsx && path == named(target, format);
            let placed = if is_tables && !unchanged {
                let look = || looked_at(&document, options, &bytes, marker.as_ref()).err();
                let (placed, found) = at_once(|| gate.put(&path, &bytes), &look);
                difference = found;
                placed
            } else {
                gate.put(&path, &bytes)
            };
            set_aside.extend(placed?);
            written.push(path);
        }
    }
    if let Some(difference) = difference {
        return Err(Failure::SelfCheck(Box::new(difference)));
    }
    let findings = options.findings.then(|| write::json::findings(&document, options.language));
    let mut report = Report { written, findings, ..Report::of(&document) };
    report.notices.extend(set_aside);
    Ok(report)
}

/// Does one thing here and meanwhile the other in a thread of its own, or after it where no thread can be started: what
/// waits for the disk need not keep the processor waiting.
fn at_once<A, B: Send>(here: impl FnOnce() -> A, there: &(dyn Fn() -> B + Sync)) -> (A, B) {
    thread::scope(|scope| {
        let started = thread::Builder::new().spawn_scoped(scope, there);
        let here = here();
        let there = started.map_or_else(
            |_| there(),
            |thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
        );
        (here, there)
    })
}

/// Tells what other documents say otherwise.
fn compare_with(document: &mut Document, options: &Options) -> Result<(), Failure> {
    for path in &options.with {
        let beside = |failure| Failure::Beside { path: path.clone(), failure: Box::new(failure) };
        let (other, _) = cleaned(path, &options.limits, options.solve).map_err(beside)?;
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let across = compare::beside(document, &other, &file);
        if across.compared == 0 {
            return Err(beside(Failure::NothingShared));
        }
        document.findings.extend(across.findings);
    }
    Ok(())
}

/// Whether a workbook of our own says what it said when it was written: then it is its own output, byte for byte.
#[must_use]
pub fn is_unchanged(
    document: &Document,
    workbook: &Workbook,
    decisions: &Decisions,
    layout: LayoutChoice,
) -> bool {
    document.repairs().is_empty()
        && decisions.all().is_empty()
        && matches!(arranged(document, layout), Cow::Borrowed(_))
        && stated_fingerprint(workbook).is_some_and(|stated| stated == document.fingerprint())
}

/// Refuses a document in which there is nothing to clean.
///
/// # Errors
/// If it has no tables, or none of them a row.
pub fn refuse_without_rows(document: &Document) -> Result<(), Failure> {
    if document.tables.is_empty() {
        return Err(match (document.conservation.source_cells, document.container) {
            (0, _) => Failure::Blank,
            (_, Container::Csv) => Failure::NoTableInText,
            _ => Failure::NoTable,
        });
    }
    if document.tables.iter().all(|table| table.rows.is_empty()) {
        return Err(Failure::OnlyHeaders(document.tables.iter().map(|table| table.id.clone()).collect()));
    }
    Ok(())
}
