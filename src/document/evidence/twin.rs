//! The same cell elsewhere as evidence: in another table of the form, or in the other half of its row.

use rust_decimal::Decimal;

use crate::model::{Cell, Document, Evidence, Proof, Reference, Repair, Role, letters};
use crate::value::number::typographic;

/// The proof that a twin prints the same amount.
#[must_use]
pub fn same_amount(amount: Decimal) -> Proof {
    Proof::by(Evidence::Twin(None), format!("= {}", typographic(amount)))
}

/// The proof that a twin says the same text, or more of it.
#[must_use]
pub fn same_text(twin: &str) -> Proof {
    Proof::by(Evidence::Twin(None), format!("= “{twin}”"))
}

/// The cell that a proof by a twin speaks of; `None` if it stands nowhere.
#[must_use]
pub fn located(document: &Document, repair: &Repair, proof: &Proof) -> Option<Reference> {
    let said = proof.text.strip_prefix("= ")?;
    let quoted = said.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
    let says = |cell: &Cell| match quoted {
        Some(quoted) => letters(cell.text()) == letters(quoted),
        None => cell.number().is_some_and(|number| typographic(number) == said),
    };
    let at = |place: &Reference| {
        let table = document.tables.get(place.table);
        table.and_then(|table| table.cell(place.row, place.column)).is_some_and(says)
    };
    elsewhere(document, repair).into_iter().find(at)
}

/// The cells of the same column and code in the other tables of the form, and the other half of the row.
fn elsewhere(document: &Document, repair: &Repair) -> Vec<Reference> {
    let Some(own) = document.tables.get(repair.table) else { return Vec::new() };
    let Some(row) = own.rows.get(repair.row) else { return Vec::new() };
    let tables = document.tables.iter().enumerate();
    let others = tables.filter(|(index, table)| *index != repair.table && table.form.id == own.form.id);
    let mut found: Vec<Reference> = Vec::new();
    for (table, other) in others.filter(|(_, other)| other.position(repair.column).is_some()) {
        let same = other.rows.iter().enumerate().filter(|(_, other)| match &row.code {
            Some(code) => other.code.as_ref() == Some(code),
            None => row.level.is_some() && other.code.is_none() && other.level == row.level,
        });
        found.extend(same.map(|(row, _)| Reference { table, row, column: repair.column }));
    }
    let is_halved = own.columns.iter().any(|column| column.role == Role::TwinName);
    let role = own.columns.iter().find(|column| column.id == repair.column).map(|column| column.role);
    let halves = own
        .columns
        .iter()
        .filter(|column| is_halved && Some(column.role) == role && column.id != repair.column);
    let (table, row) = (repair.table, repair.row);
    found.extend(halves.map(|column| Reference { table, row, column: column.id }));
    found
}
