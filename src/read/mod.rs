//! Bytes to a [`Workbook`]: what the content is, one reader per container, limits on all of it.
//!
//! Reading is literal: every cell stays at its address and holds what the file stores. What had to be
//! skipped is told in the workbook's notices; an error means that nothing of use could be read.

mod archive;
mod binary;
mod budget;
mod calculate;
mod csv;
mod error;
mod gathering;
mod html;
mod look;
mod moment;
mod number;
mod oddity;
mod ods;
mod peek;
mod runs;
mod sheet;
mod sniff;
mod source;
mod spreadsheetml;
#[cfg(test)]
mod tests;
mod text;
mod tokens;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

use std::path::Path;
use std::sync::Arc;

use crate::model::{Container, Grid, Notice, Workbook, sha256};

use archive::Archive;
use budget::Budget;
pub use budget::Limits;
pub use error::{Exceeded, Foreign, ReadError};
pub use peek::{has_own_marker, is_clean_workbook, is_edited_output, is_unedited_output};
use sniff::Kind;
pub use source::bytes_of;
use source::check_size;

/// Reads a workbook from disk. The name's ending is not believed.
///
/// # Errors
/// If [`bytes_of`] refuses the file, or [`from_bytes`] its content.
pub fn from_path(path: &Path, limits: &Limits) -> Result<Workbook, ReadError> {
    from_bytes(&name_of(path), &bytes_of(path, limits)?, limits)
}

/// The name of a file without its folder.
#[must_use]
pub fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Reads a workbook from its bytes; the name is only kept.
///
/// # Errors
/// If the content is empty, damaged, locked, no workbook, or exceeds a limit.
pub fn from_bytes(file_name: &str, bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    check_size(u64::try_from(bytes.len()).unwrap_or(u64::MAX), limits)?;
    let mut budget = Budget::new(limits);
    let mut told = Told::default();
    let (container, sheets) = read(bytes, xlsx::Reader::Calamine, &mut budget, &mut told)?;
    Ok(told.workbook(file_name, bytes, container, sheets))
}

/// The workbook in some bytes, with every cell of an xlsx read by our own walker: what the tests hold calamine to.
///
/// # Errors
/// As [`from_bytes`].
pub fn by_own_walker(file_name: &str, bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    let mut budget = Budget::new(limits);
    let mut told = Told::default();
    let (container, sheets) = read(bytes, xlsx::Reader::Walker, &mut budget, &mut told)?;
    Ok(told.workbook(file_name, bytes, container, sheets))
}

/// The notices about a file that gather while it is read, and the sheets that our own walker read.
#[derive(Default)]
struct Told {
    notices: Vec<Notice>,
    walked: Vec<Arc<str>>,
}

impl Told {
    fn workbook(self, file: &str, bytes: &[u8], container: Container, sheets: Vec<Grid>) -> Workbook {
        let Self { notices, walked } = self;
        Workbook { file: file.to_owned(), sha256: sha256(bytes), container, sheets, notices, walked }
    }
}

fn read(
    bytes: &[u8],
    reader: xlsx::Reader,
    budget: &mut Budget,
    told: &mut Told,
) -> Result<(Container, Vec<Grid>), ReadError> {
    let notices = &mut told.notices;
    match sniff::sniff(bytes)? {
        Kind::Zip => read_zip(bytes, reader, budget, told),
        Kind::Csv(text) => Ok((Container::Csv, vec![csv::read(&text, budget, notices)?])),
        Kind::Html(text) => Ok((Container::Html, vec![html::read(&text, budget, notices)?])),
        Kind::SpreadsheetMl(text) => {
            Ok((Container::SpreadsheetMl, spreadsheetml::read(&text, budget, notices)?))
        }
        Kind::FlatOds(text) => Ok((Container::Ods, ods::read_flat(&text, budget, notices)?)),
        Kind::Compound => Ok((Container::Xls, xls::read(bytes, budget, notices)?)),
        Kind::BareBiff => Ok((Container::Xls, xls::read_stream(bytes, budget, notices)?)),
    }
}

fn read_zip(
    bytes: &[u8],
    reader: xlsx::Reader,
    budget: &mut Budget,
    told: &mut Told,
) -> Result<(Container, Vec<Grid>), ReadError> {
    let mut archive = Archive::open(bytes)?;
    if archive.has("content.xml") {
        return read_open_document(&mut archive, budget, &mut told.notices);
    }
    let under = |folder: &str| archive.names().any(|name| name.starts_with(folder));
    match () {
        () if under("word/") => return Err(ReadError::Foreign(Foreign::Word)),
        () if under("ppt/") => return Err(ReadError::Foreign(Foreign::Presentation)),
        () if under("index/") || archive.has("index.zip") => {
            return Err(ReadError::Foreign(Foreign::AppleNumbers));
        }
        () if !archive.has("[Content_Types].xml") && !under("xl/") => {
            return Err(ReadError::Foreign(Foreign::Archive));
        }
        () => {}
    }
    let workbook = xlsx::workbook_part(&mut archive, budget)?;
    if workbook.to_ascii_lowercase().ends_with(".bin") {
        return Ok((Container::Xlsb, xlsb::read(&mut archive, &workbook, budget, &mut told.notices)?));
    }
    let told = (&mut told.notices, &mut told.walked);
    let grids = xlsx::read(&mut archive, &workbook, reader, budget, told)?;
    let types = if archive.has("[Content_Types].xml") {
        archive.read("[Content_Types].xml", budget)?
    } else {
        Vec::new()
    };
    let macros = archive.has("xl/vbaProject.bin") || String::from_utf8_lossy(&types).contains("macroEnabled");
    Ok((if macros { Container::Xlsm } else { Container::Xlsx }, grids))
}

fn read_open_document(
    archive: &mut Archive<'_>,
    budget: &mut Budget,
    notices: &mut Vec<Notice>,
) -> Result<(Container, Vec<Grid>), ReadError> {
    let kind = if archive.has("mimetype") { archive.read("mimetype", budget)? } else { Vec::new() };
    let kind = String::from_utf8_lossy(&kind);
    if kind.contains("opendocument.text") {
        return Err(ReadError::Foreign(Foreign::Word));
    }
    if kind.contains("opendocument.presentation") {
        return Err(ReadError::Foreign(Foreign::Presentation));
    }
    Ok((Container::Ods, ods::read(archive, budget, notices)?))
}
