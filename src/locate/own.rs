//! Recognising our own workbooks: their hidden sheet says which sheets are tables and which are audit.

use std::collections::BTreeSet;

use crate::model::{At, Grid, MARKED_HEAD, MARKER_SHEET, Tingkat, Workbook, letters};

/// The fingerprint that one of our own workbooks carries.
#[must_use]
pub fn stated_fingerprint(workbook: &Workbook) -> Option<String> {
    let marker = workbook.sheets.iter().find(|sheet| &*sheet.name == MARKER_SHEET)?;
    let row = marker
        .rows()
        .into_iter()
        .find(|row| marker.get(At::new(*row, 0)).is_some_and(|raw| raw.shown() == "fingerprint"))?;
    marker.get(At::new(row, 1)).map(|raw| raw.shown().into_owned())
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
    let Some(marker) = workbook.sheets.iter().find(|sheet| &*sheet.name == MARKER_SHEET) else {
        return Vec::new();
    };
    let text = |row: u32, column: u16| {
        marker.get(At::new(row, column)).map(|raw| raw.shown().into_owned()).unwrap_or_default()
    };
    let decisions = marker.rows().into_iter().filter(|row| text(*row, 0) == "decision");
    let stated = decisions.map(|row| StatedDecision {
        table: text(row, 1),
        row: text(row, 2).parse().ok(),
        column: text(row, 3),
        verdict: text(row, 4),
        said: text(row, 6),
    });
    stated.collect()
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
    let Some(marker) = workbook.sheets.iter().find(|sheet| &*sheet.name == MARKER_SHEET) else {
        return Vec::new();
    };
    let text = |row: u32, column: u16| {
        marker.get(At::new(row, column)).map(|raw| raw.shown().into_owned()).unwrap_or_default()
    };
    let questions = marker.rows().into_iter().filter(|row| text(*row, 0) == "open");
    let stated = questions.filter_map(|row| {
        Some(StatedQuestion {
            table: text(row, 1),
            row: text(row, 2).parse().ok()?,
            column: text(row, 3),
            code: text(row, 4),
            text: text(row, 5),
            said: text(row, 6),
        })
    });
    stated.collect()
}

/// The decisions that the hidden sheet holds for the next round, each as JSON, in the order of rows.
#[must_use]
pub fn made_decisions(workbook: &Workbook) -> Vec<String> {
    let Some(marker) = workbook.sheets.iter().find(|sheet| &*sheet.name == MARKER_SHEET) else {
        return Vec::new();
    };
    let text = |row: u32, column: u16| marker.get(At::new(row, column)).map(|raw| raw.shown().into_owned());
    let decisions = marker.rows().into_iter().filter(|row| text(*row, 0).as_deref() == Some("decision"));
    decisions.filter_map(|row| text(row, 5)).collect()
}

/// The rows of offices and units that the hidden sheet states of a table's sheet: the level and the letters of each name.
pub(super) fn stated_heads(sheets: &[Grid], table: &str) -> Vec<(Tingkat, String)> {
    let Some(marker) = sheets.iter().find(|sheet| &*sheet.name == MARKER_SHEET) else { return Vec::new() };
    let text = |row: u32, column: u16| marker.get(At::new(row, column)).map(|raw| raw.shown().into_owned());
    let is_of_table =
        |row: &u32| text(*row, 0).as_deref() == Some(MARKED_HEAD) && text(*row, 1).as_deref() == Some(table);
    let head = |row: u32| {
        let name = text(row, 2)?;
        let levels = [Tingkat::PerangkatDaerah, Tingkat::Unit];
        let level = levels.into_iter().find(|level| level.name() == name)?;
        Some((level, letters(&text(row, 3)?)))
    };
    marker.rows().into_iter().filter(is_of_table).filter_map(head).collect()
}

/// The names of the table sheets, if this workbook is one of our own.
pub(super) fn table_sheets(workbook: &Workbook) -> Option<BTreeSet<String>> {
    let marker = workbook.sheets.iter().find(|sheet| &*sheet.name == MARKER_SHEET)?;
    let names = marker
        .rows()
        .into_iter()
        .filter(|row| marker.get(At::new(*row, 0)).is_some_and(|raw| raw.shown() == "table"))
        .filter_map(|row| marker.get(At::new(row, 1)).map(|raw| raw.shown().into_owned()))
        .collect();
    Some(names)
}
