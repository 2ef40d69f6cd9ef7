//! The outputs of a document: their names and their bytes.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::gate::Gate;
use super::wanted::{Format, Options, Target};
use crate::model::Document;
use crate::write;
use crate::write::xlsx::{Audit, Marker, Source};

/// An output: its format, its place, its content.
type Output = (Format, PathBuf, Vec<u8>);

/// All outputs, and what the workbook says of itself where one is written. A workbook of our own that nobody changed is
/// its own output, byte for byte.
pub(super) fn outputs(
    document: &Document,
    source: Option<&Source>,
    target: &Target,
    kept: Option<&Vec<u8>>,
    gate: Gate<'_>,
) -> Result<(Vec<Output>, Option<Marker>), Failure> {
    let options = gate.options;
    let (mut outputs, mut marker): (Vec<Output>, _) = (Vec::new(), None);
    for format in &options.formats {
        match format {
            Format::Xlsx => {
                let bytes = if let Some(bytes) = kept {
                    bytes.clone()
                } else {
                    let written = write::xlsx::workbook_of(document, source, &options.xlsx)?;
                    marker = Some(written.marker);
                    written.bytes
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
        gate.refuse_existing(path)?;
    }
    Ok((outputs, marker))
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

pub(super) fn named(target: &Target, format: Format) -> PathBuf {
    match target {
        Target::Stem(stem) => with_ending(stem, format),
        Target::File(path) => path.clone(),
    }
}

/// What each format and option adds to the name of an input, so that no two inputs get one output.
#[must_use]
pub fn endings(options: &Options) -> Vec<&'static str> {
    let mut endings: Vec<&'static str> = options
        .formats
        .iter()
        // A file a table has more between the name and the ending, which is the same for every input of that name.
        .map(|format| format.ending())
        .collect();
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
pub(super) fn with_ending(stem: &Path, format: Format) -> PathBuf {
    let mut name = stem.as_os_str().to_owned();
    name.push(format.ending());
    PathBuf::from(name)
}
