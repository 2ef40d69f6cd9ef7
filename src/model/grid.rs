//! A sheet as read: a sparse grid of raw cells that nothing changes afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::at::{At, Span};
use super::marks::Marks;
use super::notice::Notice;
use super::raw::Raw;

/// How the header of a table begins that we wrote as CSV; the ids of its columns follow.
pub const OWN_CSV: [&str; 3] = ["source_rows", "kode", "tingkat"];
/// The name of the hidden sheet in which a standard workbook says what it is.
pub const MARKER_SHEET: &str = "_rapikan";
/// The key of its lines that say which rows of a table are of offices and units.
pub const MARKED_HEAD: &str = "head";
/// The name of the sheet that tells a merged plan from the clean workbook of one office.
pub const MERGED_SHEET: &str = "Gabungan";

/// What stands before the note of an input cell on the cell of the result, in both languages.
pub const ORIGINAL_NOTE: [&str; 2] = ["Catatan di berkas asal", "Note in the input"];

/// The kind of file that the bytes turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// Office Open XML workbook.
    Xlsx,
    /// Office Open XML workbook with macros.
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
    /// What else it says of its cells.
    pub marks: Marks,
    /// In the order of their addresses, each once.
    cells: Vec<(At, Raw)>,
    /// Each row that holds a cell, with the position of its first one.
    rows: Vec<(u32, usize)>,
}

impl Grid {
    /// A sheet of the given cells, in any order; blank ones are left out, of several at one address the last is taken.
    #[must_use]
    pub fn new(name: &str, cells: impl IntoIterator<Item = (At, Raw)>) -> Self {
        let mut cells: Vec<(At, Raw)> = cells.into_iter().filter(|(_, raw)| !raw.is_blank()).collect();
        if !cells.is_sorted_by(|left, right| left.0 < right.0) {
            // Stable, and turned, so that the last one of an address comes first.
            cells.reverse();
            cells.sort_by_key(|(at, _)| *at);
            cells.dedup_by_key(|(at, _)| *at);
        }
        cells.shrink_to_fit();
        let mut rows: Vec<(u32, usize)> =
            cells.iter().zip(0..).map(|((at, _), index)| (at.row, index)).collect();
        rows.dedup_by_key(|(row, _)| *row);
        Self {
            name: Arc::from(name),
            hidden: false,
            hidden_rows: BTreeSet::new(),
            hidden_columns: BTreeSet::new(),
            merges: Vec::new(),
            bold: BTreeSet::new(),
            marks: Marks::default(),
            cells,
            rows,
        }
    }

    /// The cells of a row.
    fn in_row(&self, row: u32) -> &[(At, Raw)] {
        let Ok(index) = self.rows.binary_search_by_key(&row, |(row, _)| *row) else { return &[] };
        let start = self.rows.get(index).map_or(0, |(_, start)| *start);
        let end = self.rows.get(index + 1).map_or(self.cells.len(), |(_, start)| *start);
        self.cells.get(start..end).unwrap_or_default()
    }

    /// The cell there, if it is not blank.
    #[must_use]
    pub fn get(&self, at: At) -> Option<&Raw> {
        let cells = self.in_row(at.row);
        let index = cells.binary_search_by_key(&at, |(at, _)| *at).ok()?;
        cells.get(index).map(|(_, raw)| raw)
    }

    /// All non-blank cells, row by row, left to right.
    pub fn cells(&self) -> impl Iterator<Item = (At, &Raw)> {
        self.cells.iter().map(|(at, raw)| (*at, raw))
    }

    /// The non-blank cells of one row, left to right.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (At, &Raw)> {
        self.in_row(row).iter().map(|(at, raw)| (*at, raw))
    }

    /// The rows that hold at least one cell, ascending.
    #[must_use]
    pub fn rows(&self) -> Vec<u32> {
        self.rows.iter().map(|(row, _)| *row).collect()
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

    /// The same sheet with other values in some of its cells.
    #[must_use]
    pub fn with(self, values: &BTreeMap<At, Raw>) -> Self {
        if values.is_empty() {
            return self;
        }
        let old = self.cells.clone().into_iter();
        let cells = old.map(|(at, raw)| (at, values.get(&at).cloned().unwrap_or(raw)));
        let Self { cells, rows, .. } = Self::new(&self.name, cells);
        Self { cells, rows, ..self }
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
    pub notices: Vec<Notice>,
    /// The sheets of an xlsx that our own walker read, since calamine refused them or cannot tell what they hold.
    pub walked: Vec<Arc<str>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_lie_in_order_however_they_come_and_the_last_of_an_address_counts() {
        let cell = |row, column, text| (At::new(row, column), Raw::text(text));
        let cells = [cell(4, 1, "d"), cell(0, 2, "b"), cell(0, 0, "a"), cell(2, 0, " "), cell(0, 2, "c")];
        let grid = Grid::new("S", cells);
        let told: Vec<String> = grid.cells().map(|(at, raw)| format!("{at} {}", raw.shown())).collect();
        assert_eq!(told, ["A1 a", "C1 c", "B5 d"]);
        assert_eq!(grid.rows(), [0, 4]);
        assert_eq!(grid.row(0).count(), 2);
        assert_eq!(grid.row(2).count() + grid.row(9).count(), 0);
        assert!(grid.get(At::new(4, 1)).is_some() && grid.get(At::new(4, 0)).is_none());
    }
}
