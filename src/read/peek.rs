//! Telling our own outputs from other files without reading them whole.

use std::io::{BufReader, Read as _};
use std::path::Path;

use zip::ZipArchive;

use super::source::open_regular;
use crate::model::{MARKER_SHEET, MERGED_SHEET};

/// The names of a workbook's sheets stand well within this.
const WORKBOOK_PART: u64 = 1 << 20;

/// How the tables of a conversion to CSV begin.
const CSV_START: &[u8] = b"source_rows,kode,tingkat";

/// Whether a file is an output of this program: a standard workbook, or a table as CSV. A file that cannot be
/// read is none; reading it tells why.
#[must_use]
pub fn is_own_output(path: &Path) -> bool {
    match path.extension().map(std::ffi::OsStr::to_ascii_lowercase) {
        Some(ending) if ending == "csv" => starts_as_own_csv(path),
        Some(ending) if ending == "xlsx" => has_marker(path).unwrap_or(false),
        _ => false,
    }
}

fn starts_as_own_csv(path: &Path) -> bool {
    let Ok(file) = open_regular(path) else { return false };
    let mut start = Vec::new();
    let length = u64::try_from(CSV_START.len()).unwrap_or_default();
    file.take(length).read_to_end(&mut start).is_ok() && start == CSV_START
}

/// Whether a file is the clean workbook of one office: an output of ours with tables, and no merged plan.
#[must_use]
pub fn is_clean_workbook(path: &Path) -> bool {
    let sheets = is_own_output(path).then(|| workbook_part(path)).flatten().unwrap_or_default();
    sheets.contains("name=\"T-C.") && !sheets.contains(&format!("name=\"{MERGED_SHEET}\""))
}

fn has_marker(path: &Path) -> Option<bool> {
    Some(workbook_part(path)?.contains(&format!("name=\"{MARKER_SHEET}\"")))
}

/// The part of a workbook that names its sheets.
fn workbook_part(path: &Path) -> Option<String> {
    let mut zip = ZipArchive::new(BufReader::new(open_regular(path).ok()?)).ok()?;
    let part = zip.by_name("xl/workbook.xml").ok()?;
    let mut text = String::new();
    part.take(WORKBOOK_PART).read_to_string(&mut text).ok()?;
    Some(text)
}
