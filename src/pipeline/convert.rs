//! One file through all stages, from its path to its outputs.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use super::beside::cleaned;
use super::clean_with;
use super::decide::Undecided;
use super::decisions::Decisions;
use super::failure::Failure;
use super::report::Report;
use super::self_check::self_check;
use super::wanted::{Format, Ledger, Options, Target};
use super::whence;
use crate::compare;
use crate::locate::stated_fingerprint;
use crate::model::{Container, Document, Said, Workbook};
use crate::read;
use crate::write::xlsx::{Audit, LayoutChoice, Source, arranged};
use crate::write::{self, WriteError};

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
        refuse_early(target, gate)?;
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
        let source = whence::source(input, &named(target, Format::Xlsx), workbook.container);
        let outputs = outputs(&document, source.as_ref(), target, kept, gate)?;
        if let Some(ledger) = ledger {
            let planned: Vec<(&Path, &[u8])> =
                outputs.iter().map(|(_, path, bytes)| (path.as_path(), bytes.as_slice())).collect();
            ledger.planned(&planned)?;
        }
        for (format, path, bytes) in outputs {
            set_aside.extend(put(&path, &bytes, gate)?.map(|place| kept_aside(&path, &place)));
            let is_tables = format == Format::Xlsx && path == named(target, format);
            written.push(path);
            if is_tables && !unchanged {
                let written = arranged(&document, options.xlsx.layout);
                difference = self_check(&written, &bytes, options.solve).err();
            }
        }
    }
    if let Some(difference) = difference {
        return Err(Failure::SelfCheck(Box::new(difference)));
    }
    let mut report = Report { written, ..Report::of(&document) };
    report.notices.extend(set_aside);
    Ok(report)
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

/// What decides whether a file that is there already may be replaced.
#[derive(Clone, Copy)]
struct Gate<'a> {
    options: &'a Options,
    ledger: Option<&'a dyn Ledger>,
}

impl Gate<'_> {
    fn may_replace(self, path: &Path) -> bool {
        self.options.force || self.ledger.is_some_and(|ledger| ledger.is_ours(path))
    }

    /// Whether an output of ours stands there that a person changed.
    fn is_edited(self, path: &Path) -> bool {
        let ours = |ledger: &dyn Ledger| (ledger.knows(path), ledger.is_ours(path));
        match self.ledger.map(ours) {
            Some((_, true)) => false,
            Some((true, false)) => path.is_file(),
            _ => fs::read(path).is_ok_and(|bytes| read::is_edited_output(&bytes)),
        }
    }
}

/// Outputs whose names are known are refused before any work is done.
fn refuse_early(target: &Target, gate: Gate<'_>) -> Result<(), Failure> {
    let known = gate.options.formats.iter().filter_map(|format| match target {
        Target::File(path) => Some(path.clone()),
        Target::Stem(_) if *format == Format::Csv => None,
        Target::Stem(stem) => Some(with_ending(stem, *format)),
    });
    for path in known {
        refuse_existing(&path, gate)?;
    }
    Ok(())
}

fn refuse_existing(path: &Path, gate: Gate<'_>) -> Result<(), Failure> {
    if fs::symlink_metadata(path).is_err() {
        return Ok(());
    }
    if fs::canonicalize(path).is_ok_and(|place| gate.options.protected.contains(&place)) {
        return Err(Failure::IsInput(path.to_path_buf()));
    }
    if gate.may_replace(path) { Ok(()) } else { Err(WriteError::Exists(path.to_path_buf()).into()) }
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

/// An output: its format, its place, its content.
type Output = (Format, PathBuf, Vec<u8>);

/// All outputs. A workbook of our own that nobody changed is its own output, byte for byte.
fn outputs(
    document: &Document,
    source: Option<&Source>,
    target: &Target,
    kept: Option<&Vec<u8>>,
    gate: Gate<'_>,
) -> Result<Vec<Output>, Failure> {
    let options = gate.options;
    let mut outputs: Vec<Output> = Vec::new();
    for format in &options.formats {
        match format {
            Format::Xlsx => {
                let bytes = match kept {
                    Some(bytes) => bytes.clone(),
                    None => write::xlsx::workbook_of(document, source, &options.xlsx)?,
                };
                outputs.push((*format, named(target, *format), bytes));
                if options.xlsx.audit == Audit::Apart {
                    let bytes = write::xlsx::audit_workbook(document, source, &options.xlsx)?;
                    outputs.push((*format, beside(&named(target, *format), AUDIT), bytes));
                }
            }
            Format::Json => {
                let text = write::json::model(document, options.language);
                outputs.push((*format, named(target, *format), text.into_bytes()));
            }
            Format::SipdCsv => {
                let list = write::sipd::list(document).ok_or(Failure::NoPlan)?;
                outputs.push((*format, named(target, *format), list.into_bytes()));
            }
            Format::Csv => {
                outputs.extend(
                    tables(document, target)?.into_iter().map(|(path, bytes)| (*format, path, bytes)),
                );
            }
        }
    }
    if let (true, Some(bytes)) = (options.notes, write::xlsx::note(document)?) {
        outputs.push((Format::Xlsx, beside(&named(target, Format::Xlsx), NOTE), bytes));
    }
    for (_, path, _) in &outputs {
        refuse_existing(path, gate)?;
    }
    Ok(outputs)
}

fn tables(document: &Document, target: &Target) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
    let texts = document.tables.iter().map(|table| write::csv::table(table).into_bytes());
    match target {
        Target::Stem(stem) => {
            let names = document.tables.iter().map(|table| {
                let mut name = stem.clone().into_os_string();
                name.push("-");
                name.push(write::csv::file_name(table));
                PathBuf::from(name)
            });
            Ok(names.zip(texts).collect())
        }
        Target::File(path) if document.tables.len() == 1 => {
            Ok(texts.map(|text| (path.clone(), text)).collect())
        }
        Target::File(path) => Err(Failure::ManyTables { path: path.clone(), count: document.tables.len() }),
    }
}

fn named(target: &Target, format: Format) -> PathBuf {
    match target {
        Target::Stem(stem) => with_ending(stem, format),
        Target::File(path) => path.clone(),
    }
}

/// What is told of an output that a person had changed.
fn kept_aside(path: &Path, place: &Path) -> Said {
    let (name, place) = (read::name_of(path), place.display());
    Said::new(
        format!("{name} yang lama telah disunting orang, jadi tidak ditimpa: kini bernama {place}."),
        format!(
            "the older {name} had been edited by a person, so it is not replaced: it is called {place} now."
        ),
    )
}

/// What each format and option adds to the name of an input, so that no two inputs get one output.
#[must_use]
pub fn endings(options: &Options) -> Vec<&'static str> {
    let mut endings: Vec<&'static str> = options
        .formats
        .iter()
        .map(|format| match format {
            Format::Xlsx => ".xlsx",
            Format::Json => ".json",
            // A file a table; their names begin alike.
            Format::Csv => "-T-C",
            Format::SipdCsv => Format::SipdCsv.ending(),
        })
        .collect();
    if options.formats.contains(&Format::Csv) {
        endings.extend(["-E.8", "-IK", "-2.", "-3."]);
    }
    if options.formats.contains(&Format::Xlsx) && options.xlsx.audit == Audit::Apart {
        endings.push(AUDIT);
    }
    if options.notes {
        endings.push(NOTE);
    }
    endings
}

/// What the name of an audit ends with.
const AUDIT: &str = "-audit.xlsx";
/// What the name of a note to the office ends with.
pub const NOTE: &str = "-catatan.xlsx";

/// What stands beside a workbook: `renja.xlsx` has `renja-audit.xlsx` and `renja-catatan.xlsx`.
fn beside(path: &Path, what: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}{what}"))
}

/// The ending is added, never put in the place of another: `renja.2023` is a stem.
fn with_ending(stem: &Path, format: Format) -> PathBuf {
    let mut name = stem.as_os_str().to_owned();
    name.push(format.ending());
    PathBuf::from(name)
}

/// Puts an output in its place. What a person changed there is not replaced, even by force: it is renamed, and its new
/// place given back.
fn put(path: &Path, bytes: &[u8], gate: Gate<'_>) -> Result<Option<PathBuf>, Failure> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)
            .map_err(|source| WriteError::Disk { path: folder.to_path_buf(), source })?;
    }
    // Once more: `new/../renja.xlsx` leads to a file only now that `new` is there.
    refuse_existing(path, gate)?;
    let is_edited = gate.options.force && fs::symlink_metadata(path).is_ok() && gate.is_edited(path);
    let aside = if is_edited { Some(write::file::set_aside(path)?) } else { None };
    let replaced = write::file::replace(path, bytes, gate.may_replace(path));
    if let (Err(_), Some(aside)) = (&replaced, &aside) {
        // Nothing came in its place, so that it goes back.
        let _ = fs::rename(aside, path);
    }
    replaced?;
    Ok(aside)
}
