//! Letters that a PDF or a web page broke: what has one reading is read, what is gone is asked about.

use super::cells::meaning;
use crate::document::evidence::spelling;
use crate::model::{
    Change, Column, Document, Finding, Grade, Kind, NoSuchCell, Repair, Said, Severity, Status,
};
use crate::rules;
use crate::value::words::{garbled, spelled_out};

const fn is_wordy(column: &Column) -> bool {
    matches!(column.kind, Kind::Text | Kind::List | Kind::Measure)
}

/// Parts joined letters and reads the codes of web pages.
///
/// # Errors
/// Never for a document whose rows are complete.
pub(super) fn read(document: &mut Document, weakest: Grade) -> Result<(), NoSuchCell> {
    if weakest < Grade::B {
        return Ok(());
    }
    let mut repairs: Vec<(&'static Column, Repair)> = Vec::new();
    for (table, found) in document.tables.iter().enumerate() {
        for (row, cells) in found.rows.iter().enumerate() {
            for (column, cell) in
                found.columns.iter().zip(&cells.cells).filter(|(column, _)| is_wordy(column))
            {
                let Some(after) = spelled_out(cell.text()) else { continue };
                let repair = Repair {
                    rule: rules::garbled_text::ID,
                    change: Change::Text,
                    table,
                    row,
                    column: column.id,
                    sources: cell.sources().to_vec(),
                    before: cell.text().to_owned(),
                    after,
                    proofs: vec![spelling::only_reading(rules::garbled_text::ID)],
                };
                repairs.push((*column, repair));
            }
        }
    }
    for (column, repair) in repairs {
        let meaning = meaning(column, &repair.after);
        document.repair(repair, meaning, false)?;
    }
    Ok(())
}

/// Asks about the texts that hold signs of lost letters still.
///
/// # Errors
/// Never for a document whose rows are complete.
pub(super) fn ask(document: &mut Document) -> Result<(), NoSuchCell> {
    let mut open: Vec<(&'static str, Finding)> = Vec::new();
    for (table, found) in document.tables.iter().enumerate() {
        for (row, cells) in found.rows.iter().enumerate() {
            for (column, cell) in
                found.columns.iter().zip(&cells.cells).filter(|(column, _)| is_wordy(column))
            {
                let text = cell.text();
                let Some(sign) = garbled(text).filter(|_| cell.status() != Status::Unresolved) else {
                    continue;
                };
                let finding = Finding {
                    severity: Severity::Warning,
                    table: Some(table),
                    row: Some(row),
                    column: Some(column.id),
                    source: cell.sources().first().cloned(),
                    message: Said::new(
                        format!(
                            "“{text}” rusak: “{sign}” menggantikan huruf yang hilang. Tulis teksnya menurut dokumen asal."
                        ),
                        format!(
                            "“{text}” is garbled: “{sign}” stands for letters that are gone. Write the text after the original document."
                        ),
                    ),
                    found: Some(text.to_owned()),
                    ..Finding::of(rules::garbled_text::LETTERS_GONE)
                };
                open.push((column.id, finding));
            }
        }
    }
    for (column, finding) in open {
        document.leave_open(finding, column)?;
    }
    Ok(())
}
