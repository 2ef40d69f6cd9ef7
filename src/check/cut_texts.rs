//! Texts that no cell of a workbook can hold: they are cut there, and whole in every other output.

use crate::model::{Document, Finding, LONGEST_TEXT, Said, Severity};
use crate::rules;

/// One note for each of these texts.
pub(super) fn findings(document: &Document) -> Vec<Finding> {
    let mut notes = Vec::new();
    for (table, found) in document.tables.iter().enumerate() {
        for (row, cells) in found.rows.iter().enumerate() {
            for (column, cell) in found.columns.iter().zip(&cells.cells) {
                // Fewer bytes are fewer characters.
                if cell.text().len() <= LONGEST_TEXT || cell.text().chars().count() <= LONGEST_TEXT {
                    continue;
                }
                let length = cell.text().chars().count();
                notes.push(Finding {
                    severity: Severity::Note,
                    table: Some(table),
                    row: Some(row),
                    column: Some(column.id),
                    source: cell.sources().first().cloned(),
                    message: Said::new(
                        format!("Teks {length} huruf: sel Excel memuat 32.767, jadi di buku kerja ia dipotong. Di JSON dan CSV ia utuh."),
                        format!("A text of {length} characters: a cell of Excel holds 32,767, so it is cut in the workbook. It is whole in JSON and CSV."),
                    ),
                    ..Finding::of(rules::plausibility::CUT_TEXT)
                });
            }
        }
    }
    notes
}
