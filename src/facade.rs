//! The library in five functions: what most programs that use it need.

use std::path::Path;

use crate::model::{Document, Language, Table, Workbook};
use crate::pipeline::{self, Failure};
use crate::read::{Limits, ReadError};
use crate::solve::SolveOptions;
use crate::write::WriteError;
use crate::write::xlsx::XlsxOptions;

/// Reads a workbook of any kind, whatever its ending says: xlsx, xlsm, xlsb, xls, ods, HTML, Excel 2003 XML, CSV. The
/// file is not changed.
///
/// # Errors
/// If it cannot be opened, is no workbook, is damaged or locked, or is larger than 100 MiB. [`ReadError::said`] tells
/// people what was seen, why it matters, and what to do.
///
/// ```
/// let workbook = rapikan::read("samples/resmi-10-kolom.xlsx")?;
/// assert_eq!(workbook.file, "resmi-10-kolom.xlsx");
/// # Ok::<(), rapikan::ReadError>(())
/// ```
pub fn read(path: impl AsRef<Path>) -> Result<Workbook, ReadError> {
    crate::read::from_path(path.as_ref(), &Limits::default())
}

/// Finds the tables of a workbook, repairs what something proves, and asks about the rest.
///
/// Every cell says its status; every repair is in [`Document::repairs`] with what it was before, what it is now and what
/// proves that; every open question is in [`Document::findings`].
///
/// # Errors
/// If the workbook holds none of the tables that the program knows, or none of them has a row.
///
/// ```
/// use rapikan::Grade;
///
/// let document = rapikan::clean(&rapikan::read("samples/resmi-10-kolom.xlsx")?)?;
/// assert_eq!(document.tables[0].form.id, "T-C.33");
/// let proven = document.repairs().iter().filter(|repair| repair.grade() == Grade::A);
/// assert!(proven.count() > 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn clean(workbook: &Workbook) -> Result<Document, Failure> {
    let document = pipeline::clean(workbook, SolveOptions::default())?;
    pipeline::refuse_without_rows(&document)?;
    Ok(document)
}

/// The standard workbook (xlsx) of a document, with its repairs and findings on sheets of their own in a language. The
/// same document gives the same bytes on every system.
///
/// # Errors
/// If the document asks for more than a worksheet can hold.
///
/// ```
/// use rapikan::Language;
///
/// let document = rapikan::clean(&rapikan::read("samples/resmi-10-kolom.xlsx")?)?;
/// let bytes = rapikan::write(&document, Language::Indonesian)?;
/// assert_eq!(&bytes[..2], b"PK");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write(document: &Document, language: Language) -> Result<Vec<u8>, WriteError> {
    crate::write::xlsx::workbook(document, &XlsxOptions { language, ..XlsxOptions::default() })
}

/// A document as JSON: its tables with their values, every repair with its proofs, every finding.
///
/// ```
/// use rapikan::Language;
///
/// let document = rapikan::clean(&rapikan::read("samples/resmi-10-kolom.xlsx")?)?;
/// assert!(rapikan::to_json(&document, Language::English).contains("\"T-C.33\""));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn to_json(document: &Document, language: Language) -> String {
    crate::write::json::model(document, language)
}

/// A table as CSV, a line a row, the ids of its columns first.
///
/// ```
/// let document = rapikan::clean(&rapikan::read("samples/resmi-10-kolom.xlsx")?)?;
/// let text = rapikan::to_csv(&document.tables[0]);
/// assert!(text.lines().count() > document.tables[0].rows.len());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn to_csv(table: &Table) -> String {
    crate::write::csv::table(table)
}
