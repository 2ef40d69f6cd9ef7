//! Neighbours as evidence: the same text elsewhere in the column, as many targets beside, the code above, cells that
//! moved together.

use crate::model::{Document, Evidence, Kode, Proof, Reference, Repair, letters};

/// A proof names this many of the cells that say the same.
const MOST_NAMED: usize = 5;

/// The proof that so many other cells of the column say a text.
#[must_use]
pub fn repeated(count: usize, text: &str) -> Proof {
    Proof::by(siblings(text, count), format!("{count} × “{text}”"))
}

/// The proof that a list has as many items as what stands beside it.
#[must_use]
pub fn as_many(count: usize) -> Proof {
    Proof::by(siblings("", count), format!("{count} = {count}"))
}

/// The proof that what is printed goes on a code whose first parts stand above.
#[must_use]
pub fn filled_down(shown: &str, code: &Kode) -> Proof {
    Proof::by(siblings(code.as_str(), 1), format!("“{shown}” → {code}"))
}

/// The proof that cells of so many columns moved together.
#[must_use]
pub fn moved_together(columns: usize) -> Proof {
    Proof::by(siblings("", columns), columns.to_string())
}

fn siblings(value: &str, count: usize) -> Evidence {
    Evidence::Siblings { value: value.to_owned(), count, at: Vec::new() }
}

/// The first cells of the column that say what a repair put into its own.
#[must_use]
pub fn located(document: &Document, repair: &Repair, proof: &Proof) -> Vec<Reference> {
    let Evidence::Siblings { value, .. } = proof.evidence() else { return Vec::new() };
    let Some(table) = document.tables.get(repair.table).filter(|_| !value.is_empty()) else {
        return Vec::new();
    };
    let wanted = letters(value);
    let rows = (0..table.rows.len()).filter(|row| *row != repair.row);
    let says = |row: &usize| {
        let cell = table.cell(*row, repair.column);
        cell.is_some_and(|cell| cell.text() == value || letters(cell.text()) == wanted)
    };
    let (table, column) = (repair.table, repair.column);
    rows.filter(says).take(MOST_NAMED).map(|row| Reference { table, row, column }).collect()
}
