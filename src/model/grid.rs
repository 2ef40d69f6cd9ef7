//! A sheet as read: a sparse grid of raw cells that nothing changes afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::at::{At, Span};
use super::raw::Raw;
use super::said::Said;

/// The name of the hidden sheet in which a standard workbook says what it is.
pub const MARKER_SHEET: &str = "_rapikan";
/// The name of the sheet that tells a merged plan from the clean workbook of one office.
pub const MERGED_SHEET: &str = "Gabungan";

/// The kind of file that the bytes turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// Office Open XML workbook.
    Xlsx,
    /// The same with macros.
    Xlsm,
    /// Binary Office Open XML workbook.
    Xlsb,
    /// Excel 97–2003 (BIFF in a compound file).
    Xls,
    /// `OpenDocument` spreadsheet.
    Ods,
    /// An HTML page with tables, often saved as `.xls`.
    Html,
    /// Excel 2003 XML.
    SpreadsheetMl,
    /// Comma-, semicolon- or tab-separated text.
    Csv,
}

impl Container {
    /// The name used in the model: `xlsx`, `html`, `csv` …
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsm => "xlsm",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Html => "html",
            Self::SpreadsheetMl => "spreadsheetml",
            Self::Csv => "csv",
        }
    }
}

/// One sheet: its cells at absolute addresses, private and unchangeable; blank cells are not kept.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The sheet's name.
    pub name: Arc<str>,
    /// Whether Excel hides the sheet.
    pub hidden: bool,
    /// Rows (zero-based) that are hidden.
    pub hidden_rows: BTreeSet<u32>,
    /// Columns (zero-based) that are hidden.
    pub hidden_columns: BTreeSet<u16>,
    /// Merged ranges of more than one cell.
    pub merges: Vec<Span>,
    /// Cells shown in bold; filled only where the container tells.
    pub bold: BTreeSet<At>,
    cells: BTreeMap<At, Raw>,
}

impl Grid {
    /// A sheet of the given cells; blank ones are left out.
    #[must_use]
    pub fn new(name: &str, cells: impl IntoIterator<Item = (At, Raw)>) -> Self {
        Self {
            name: Arc::from(name),
            hidden: false,
            hidden_rows: BTreeSet::new(),
            hidden_columns: BTreeSet::new(),
            merges: Vec::new(),
            bold: BTreeSet::new(),
            cells: cells.into_iter().filter(|(_, raw)| !raw.is_blank()).collect(),
        }
    }

    /// The cell there, if it is not blank.
    #[must_use]
    pub fn get(&self, at: At) -> Option<&Raw> {
        self.cells.get(&at)
    }

    /// All non-blank cells, row by row, left to right.
    pub fn cells(&self) -> impl Iterator<Item = (At, &Raw)> {
        self.cells.iter().map(|(at, raw)| (*at, raw))
    }

    /// The non-blank cells of one row, left to right.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (At, &Raw)> {
        self.cells.range(At::new(row, 0)..=At::new(row, u16::MAX)).map(|(at, raw)| (*at, raw))
    }

    /// The rows that hold at least one cell, ascending.
    #[must_use]
    pub fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().map(|at| at.row).collect();
        rows.dedup();
        rows
    }

    /// How many cells are not blank.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether the sheet holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The merged range that starts at this cell, if any.
    #[must_use]
    pub fn merge_at(&self, at: At) -> Option<Span> {
        self.merges.iter().copied().find(|span| span.first == at)
    }
}

/// A file as read.
#[derive(Clone, Debug)]
pub struct Workbook {
    /// The file's name without its folder.
    pub file: String,
    /// SHA-256 of its bytes, lower-case hex.
    pub sha256: String,
    /// What the bytes are.
    pub container: Container,
    /// Its sheets in the file's order.
    pub sheets: Vec<Grid>,
    /// What the reader had to skip or could not know, each with its place.
    pub notices: Vec<Said>,
}
