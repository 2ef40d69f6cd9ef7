//! Recognising our own workbooks: their hidden sheet says which sheets are tables and which are audit.

use std::collections::BTreeSet;

use crate::model::{At, Grid, MARKED_HEAD, MARKER_SHEET, Tingkat, Workbook, letters};

/// The key of a line of the hidden sheet that says what a person decided.
const DECISION: &str = "decision";

/// The lines of the hidden sheet that begin with a key, each with the six texts behind it; those that it lacks are empty.
fn lines<'a>(sheets: &'a [Grid], key: &'a str) -> impl Iterator<Item = [String; 6]> + 'a {
    let marker = sheets.iter().find(|sheet| &*sheet.name == MARKER_SHEET);
    marker.into_iter().flat_map(move |marker| {
        let text = move |row: u32, column: u16| {
            marker.get(At::new(row, column)).map(|raw| raw.shown().into_owned()).unwrap_or_default()
        };
        let rows = marker.rows().into_iter().filter(move |row| text(*row, 0) == key);
        rows.map(move |row| [1, 2, 3, 4, 5, 6].map(|column| text(row, column)))
    })
}

/// The fingerprint that one of our own workbooks carries.
#[must_use]
pub fn stated_fingerprint(workbook: &Workbook) -> Option<String> {
    lines(&workbook.sheets, "fingerprint").next().map(|[fingerprint, ..]| fingerprint)
}

/// What the hidden sheet says a person decided.
pub struct StatedDecision {
    /// The id of the table; empty where it is about the document.
    pub table: String,
    /// The index of the row in the table.
    pub row: Option<usize>,
    /// The id of the column.
    pub column: String,
    /// `refused`, `chosen`, `stays`, or `unmet`.
    pub verdict: String,
    /// What else is known of it, as JSON.
    pub said: String,
}

/// What the hidden sheet says a person decided, in the order of its rows.
#[must_use]
pub fn stated_decisions(workbook: &Workbook) -> Vec<StatedDecision> {
    let stated = |[table, row, column, verdict, _, said]: [String; 6]| StatedDecision {
        table,
        row: row.parse().ok(),
        column,
        verdict,
        said,
    };
    lines(&workbook.sheets, DECISION).map(stated).collect()
}

/// What the hidden sheet says is still asked about a cell.
#[derive(Clone, Debug)]
pub struct StatedQuestion {
    /// The id of the table.
    pub table: String,
    /// The index of the row in the table.
    pub row: usize,
    /// The id of the column.
    pub column: String,
    /// The code of the row; empty where it has none.
    pub code: String,
    /// What the cell says.
    pub text: String,
    /// The question as JSON.
    pub said: String,
}

/// What the hidden sheet says is still asked, in the order of its rows.
#[must_use]
pub fn stated_questions(workbook: &Workbook) -> Vec<StatedQuestion> {
    let stated = |[table, row, column, code, text, said]: [String; 6]| {
        Some(StatedQuestion { table, row: row.parse().ok()?, column, code, text, said })
    };
    lines(&workbook.sheets, "open").filter_map(stated).collect()
}

/// The decisions that the hidden sheet holds for the next round, each as JSON, in the order of rows.
#[must_use]
pub fn made_decisions(workbook: &Workbook) -> Vec<String> {
    let made = lines(&workbook.sheets, DECISION).map(|[.., made, _]| made);
    made.filter(|made| !made.is_empty()).collect()
}

/// The rows of offices and units that the hidden sheet states of a table's sheet: the level and the letters of each name.
pub(super) fn stated_heads(sheets: &[Grid], table: &str) -> Vec<(Tingkat, String)> {
    let of_table = lines(sheets, MARKED_HEAD).filter(|[own, ..]| own == table);
    let head = |[_, level, name, ..]: [String; 6]| {
        let levels = [Tingkat::PerangkatDaerah, Tingkat::Unit];
        Some((levels.into_iter().find(|known| known.name() == level)?, letters(&name)))
    };
    of_table.filter_map(head).collect()
}

/// The names of the table sheets, if this workbook is one of our own.
pub(super) fn table_sheets(workbook: &Workbook) -> Option<BTreeSet<String>> {
    let is_own = workbook.sheets.iter().any(|sheet| &*sheet.name == MARKER_SHEET);
    is_own.then(|| lines(&workbook.sheets, "table").map(|[name, ..]| name).collect())
}
