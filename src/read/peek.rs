//! Telling our own outputs from other files without reading their tables.

use std::io::{BufReader, Cursor, Read as _};
use std::path::Path;

use zip::ZipArchive;

use super::budget::Limits;
use super::source::{bytes_of, open_regular};
use crate::forms::FORMS;
use crate::model::{MARKER_SHEET, MERGED_SHEET, is_sealed};

/// The names of a workbook's sheets stand well within this.
const WORKBOOK_PART: u64 = 1 << 20;

/// Whether a file is a workbook of ours, whatever was done to it since: it has the sheet by which we know our own. A
/// file that cannot be read is none; reading it tells why.
#[must_use]
pub fn has_own_marker(path: &Path) -> bool {
    is_workbook(path) && open_regular(path).ok().and_then(sheets_of).is_some_and(|sheets| is_marked(&sheets))
}

/// Whether a file is an output of ours that is no input: a report, a note or another list of ours, which holds no table
/// of a form; or a workbook of tables that nobody changed since it was written. A template that was filled in, and a
/// result that was edited, are inputs.
#[must_use]
pub fn is_unedited_output(path: &Path, limits: &Limits) -> bool {
    if !is_workbook(path) {
        return false;
    }
    let Some(sheets) = open_regular(path).ok().and_then(sheets_of) else { return false };
    is_marked(&sheets)
        && (!holds_tables(&sheets) || bytes_of(path, limits).is_ok_and(|bytes| is_sealed(&bytes)))
}

/// Whether a person changed a workbook of ours: it has our sheet, but our seal no more.
#[must_use]
pub fn is_edited_output(bytes: &[u8]) -> bool {
    sheets_of(Cursor::new(bytes)).is_some_and(|sheets| is_marked(&sheets)) && !is_sealed(bytes)
}

/// Whether a file is the clean workbook of one office: an output of ours with tables, and no merged plan.
#[must_use]
pub fn is_clean_workbook(path: &Path) -> bool {
    let sheets =
        open_regular(path).ok().filter(|_| is_workbook(path)).and_then(sheets_of).unwrap_or_default();
    is_marked(&sheets) && holds_tables(&sheets) && !has_sheet(&sheets, MERGED_SHEET)
}

fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

fn has_sheet(sheets: &str, name: &str) -> bool {
    sheets.contains(&format!("name=\"{name}\""))
}

fn is_marked(sheets: &str) -> bool {
    has_sheet(sheets, MARKER_SHEET)
}

fn holds_tables(sheets: &str) -> bool {
    FORMS.iter().copied().any(|form| has_sheet(sheets, form.id))
}

/// The part of a workbook that names its sheets.
fn sheets_of(file: impl std::io::Read + std::io::Seek) -> Option<String> {
    let mut zip = ZipArchive::new(BufReader::new(file)).ok()?;
    let part = zip.by_name("xl/workbook.xml").ok()?;
    let mut text = String::new();
    part.take(WORKBOOK_PART).read_to_string(&mut text).ok()?;
    Some(text)
}
