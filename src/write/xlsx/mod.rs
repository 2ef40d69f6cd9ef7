//! The standard workbook: one sheet a table in the official form, then the audit, then what is needed to read
//! the workbook back. Equal documents and options give equal bytes.

mod alike;
mod audit;
mod brush;
mod by_cause;
mod causes;
mod changes;
mod closing;
mod code;
mod entry;
mod header;
mod heights;
mod layout;
mod league;
mod legend;
mod listing;
mod live;
mod look;
mod marks;
mod measure;
mod merged;
mod migration;
mod note;
mod package;
mod pages;
mod paper;
mod plan;
mod planned;
mod preview;
mod print;
mod readback;
mod sheet;
mod source;
mod summary;
mod told;
mod value;
mod widths;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

pub use self::alike::TOGETHER;
pub use self::changes::changes;
pub use self::entry::{Reference, template};
pub use self::layout::{LayoutChoice, arranged};
pub use self::league::report;
pub use self::live::Reach;
pub use self::merged::merged;
pub use self::migration::migration;
pub use self::note::note;
pub use self::paper::PaperChoice;
pub use self::planned::{Content, PlannedSheet, planned};
pub use self::preview::{Page, pages};
pub use self::readback::Marker;
pub use self::source::Source;
pub use self::value::fitting;

use self::marks::Choices;
use self::plan::Plan;
use super::error::WriteError;
use crate::model::{Document, Language};

/// Where repairs are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audit {
    /// On sheets of the workbook, and as tints and notes of its cells.
    #[default]
    Inside,
    /// On sheets of a workbook of their own, and as tints and notes.
    Apart,
    /// Nowhere.
    None,
}

/// What the workbook holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct XlsxOptions {
    /// The language of notes and audit; the form itself is always Indonesian.
    pub language: Language,
    /// The arrangement of the tables.
    pub layout: LayoutChoice,
    /// The paper of the tables.
    pub paper: PaperChoice,
    /// Where repairs are told. Open questions are marked in any case.
    pub audit: Audit,
    /// Whether parents, totals and ratios are formulas. A value that its formula would contradict stays as
    /// it is printed.
    pub live: bool,
    /// Which rows their sums reach.
    pub reach: Reach,
}

impl Default for XlsxOptions {
    fn default() -> Self {
        Self {
            language: Language::default(),
            layout: LayoutChoice::AsIs,
            paper: PaperChoice::Auto,
            audit: Audit::Inside,
            live: true,
            reach: Reach::Filled,
        }
    }
}

impl XlsxOptions {
    /// The wording in the language of the workbook.
    const fn say<'a>(self, indonesian: &'a str, english: &'a str) -> &'a str {
        match self.language {
            Language::Indonesian => indonesian,
            Language::English => english,
        }
    }
}

/// A workbook as it was written.
#[derive(Debug)]
pub struct Written {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What its sheet says by which it is read back.
    pub marker: Marker,
}

/// The bytes of the workbook.
///
/// # Errors
/// [`WriteError::Workbook`] if the document asks for more than a worksheet can hold.
pub fn workbook(document: &Document, options: &XlsxOptions) -> Result<Vec<u8>, WriteError> {
    workbook_of(document, None, options).map(|written| written.bytes)
}

/// The workbook of a document that was read from a file: the addresses in the audit are links to the cells of that file.
///
/// # Errors
/// As [`workbook`].
pub fn workbook_of(
    document: &Document,
    source: Option<&Source>,
    options: &XlsxOptions,
) -> Result<Written, WriteError> {
    let options = *options;
    let arranged = arranged(document, options.layout);
    let document = &*arranged;
    let plans = plan::plans_on(document, options.paper);
    let mut choices = Choices::default();
    let mut sheets = Vec::new();
    for plan in &plans {
        sheets.push(sheet::worksheet(document, plan, options, &mut choices)?);
    }
    // Without tables the audit is all there is to see, and a workbook needs a sheet to open.
    if options.audit == Audit::Inside || plans.is_empty() {
        sheets.extend(audit_sheets(document, &plans, source, options, &mut choices)?);
    }
    if let Some(sheet) = choices.worksheet()? {
        sheets.push(sheet);
    }
    bound(document, &plans, sheets)
}

/// The bytes of a workbook that holds the audit alone; it leads to the cells of the file, where that is known.
///
/// # Errors
/// [`WriteError::Workbook`] if the document asks for more than a worksheet can hold.
pub fn audit_workbook(
    document: &Document,
    source: Option<&Source>,
    options: &XlsxOptions,
) -> Result<Vec<u8>, WriteError> {
    let options = XlsxOptions { audit: Audit::Apart, ..*options };
    let arranged = arranged(document, options.layout);
    let plans = plan::plans_on(&arranged, options.paper);
    let mut choices = Choices::default();
    let mut sheets = audit_sheets(&arranged, &plans, source, options, &mut choices)?;
    sheets.extend(choices.worksheet()?);
    bound(&arranged, &[], sheets).map(|written| written.bytes)
}

/// The sheets with what every workbook has: letters, properties, names, and the sheet to read it back by.
fn bound(document: &Document, plans: &[Plan<'_>], mut sheets: Vec<Worksheet>) -> Result<Written, WriteError> {
    let marker = Marker::of(document, plans);
    sheets.push(marker.worksheet()?);
    let mut workbook = Workbook::new();
    workbook.set_default_format(&look::default_letters(), look::DEFAULT_ROW, look::DEFAULT_COLUMN)?;
    workbook.set_properties(&properties(document)?);
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    for (name, range) in plans.iter().flat_map(Plan::names) {
        workbook.define_name(name, &range)?;
    }
    Ok(Written { bytes: package::saved(&mut workbook)?, marker })
}

fn audit_sheets(
    document: &Document,
    plans: &[Plan<'_>],
    source: Option<&Source>,
    options: XlsxOptions,
    choices: &mut Choices,
) -> Result<Vec<Worksheet>, WriteError> {
    let mut sheets = vec![
        summary::worksheet(document, plans, options)?,
        audit::repairs(document, plans, source, options, choices)?,
        audit::findings(document, plans, source, options, choices)?,
    ];
    if !document.conservation.unplaced.is_empty() {
        sheets.push(audit::unplaced(document, options)?);
    }
    Ok(sheets)
}

/// A fixed date: the bytes must not depend on the day.
fn properties(document: &Document) -> Result<DocProperties, WriteError> {
    let office: String = document.offices_shown().unwrap_or_default().chars().take(200).collect();
    let title = document.about.year.map_or_else(|| "Renja".to_owned(), |year| format!("Renja {year}"));
    Ok(DocProperties::new()
        .set_title(title)
        .set_company(office)
        .set_comment(concat!("rapikan ", env!("CARGO_PKG_VERSION")))
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?))
}

#[cfg(test)]
mod tests;
