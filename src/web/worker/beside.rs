//! Result workbooks beside each other: merged, compared, or taken over into next year's template.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::super::answer::said;
use super::super::said as words;
use super::super::tools;
use crate::compare::{LAYOUT, LeftOut};
use crate::model::{Document, Language, Said};
use crate::pipeline::{self, Failure};
use crate::read::Limits;
use crate::solve::SolveOptions;
use crate::write::WriteError;
use crate::write::differences::{Version, text};
use crate::write::xlsx::{self, LayoutChoice, arranged};

/// A workbook: the name that is told of it, and where it is.
type Named = (String, PathBuf);

/// Merges workbooks into the plan of their region; tells who was left out and why.
pub(super) fn merge(
    inputs: &[Named],
    layout: Option<&str>,
    language: Language,
    to: &Path,
    limits: &Limits,
) -> Result<Value, Said> {
    let (mut documents, mut failed) = (Vec::new(), Vec::new());
    for (name, path) in inputs {
        match cleaned(path, limits) {
            Ok(document) => documents.push((name.clone(), document)),
            Err(reason) => {
                failed.push(LeftOut { file: name.clone(), reason, cause: crate::compare::Cause::NoTable });
            }
        }
    }
    let mut merged = pipeline::merged(&documents, &[]);
    drop(documents);
    merged.leave_out(failed);
    let left: Vec<Value> =
        merged.left_out.iter().map(|left| json!({"file": left.file, "why": said(&left.reason)})).collect();
    if merged.taken.is_empty() {
        return Err(words::nothing_merged(&merged.left_out));
    }
    let layout = layout.and_then(LayoutChoice::named).unwrap_or(LayoutChoice::Named(LAYOUT));
    let bytes = xlsx::merged(&merged, layout, language).map_err(|error| error.said())?;
    pipeline::self_check(&arranged(&merged.document, layout), &bytes, SolveOptions::default())
        .map_err(|difference| words::differs(&difference))?;
    put(to, &bytes)?;
    Ok(json!({"left": left, "open": merged.is_open(), "taken": merged.files()}))
}

/// Writes what differs between two versions, and tells it as text.
pub(super) fn compare(
    [old, new]: [&Named; 2],
    language: Language,
    to: &Path,
    limits: &Limits,
) -> Result<Value, Said> {
    let (before, after) = (cleaned(&old.1, limits)?, cleaned(&new.1, limits)?);
    let differences = pipeline::compared(&before, &after);
    let (first, second) = (Version::of(&old.0, &before), Version::of(&new.0, &after));
    let versions = [&first, &second];
    let bytes = xlsx::changes(&differences, versions, language).map_err(|error| error.said())?;
    put(to, &bytes)?;
    Ok(json!({"text": text(&differences, versions, language, false), "equal": differences.is_equal()}))
}

/// Makes a template, filled from the clean workbook of the year before if there is one.
pub(super) fn template(
    asked: &Value,
    from: Option<&Path>,
    to: &Path,
    limits: &Limits,
) -> Result<Value, Said> {
    let from = from.map(|path| cleaned(path, limits)).transpose()?;
    let (name, bytes) = tools::blank(asked, from.as_ref())?;
    put(to, &bytes)?;
    Ok(json!({"name": name}))
}

fn cleaned(path: &Path, limits: &Limits) -> Result<Document, Said> {
    let cleaned = pipeline::cleaned(path, limits, SolveOptions::default());
    cleaned.map(|(document, _)| document).map_err(|failure: Failure| failure.said())
}

fn put(to: &Path, bytes: &[u8]) -> Result<(), Said> {
    fs::write(to, bytes).map_err(|source| WriteError::Disk { path: to.to_path_buf(), source }.said())
}
