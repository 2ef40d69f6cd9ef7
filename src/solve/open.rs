//! Cells of one of our own workbooks that are still asked about: nothing is concluded from them before a person answers.

use std::collections::BTreeSet;

use crate::model::{Decided, Document, NoSuchCell};

/// A cell that is still asked about, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCell {
    /// The index of the table.
    pub table: usize,
    /// The index of the row in the table.
    pub row: usize,
    /// The id of the column.
    pub column: &'static str,
    /// What the cell says: one that says something else has its answer.
    pub text: String,
}

/// Withdraws the numbers of the cells that say what they said, and holds them, but for those that a person decided.
///
/// # Errors
/// Never for a document whose rows are complete.
pub(super) fn hold(document: &mut Document, open: &[OpenCell]) -> Result<(), NoSuchCell> {
    for cell in open {
        let found = document.tables.get(cell.table).and_then(|table| table.cell(cell.row, cell.column));
        let is_same = found.is_some_and(|found| found.text().trim() == cell.text.trim());
        if is_same && !document.is_held(cell.table, cell.row, cell.column) {
            document.hold(cell.table, cell.row, cell.column);
            document.refuse(cell.table, cell.row, cell.column)?;
        }
    }
    Ok(())
}

/// Lets go of the cells that were held for no decision of a person.
pub(super) fn release(document: &mut Document, open: &[OpenCell], held: &[(Decided, bool)]) {
    let decided: BTreeSet<_> = held.iter().filter_map(|(decided, _)| decided.cell()).collect();
    for cell in open.iter().filter(|cell| !decided.contains(&(cell.table, cell.row, cell.column))) {
        document.release(cell.table, cell.row, cell.column);
    }
}
