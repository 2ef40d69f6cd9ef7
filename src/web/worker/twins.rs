//! The cells that say the same as a repaired one, each with the way to it.

use serde_json::Value;

use super::model::elsewhere;
use crate::model::{Cell, Document, Kode, Reference, Repair, Role, Row, Table, Tingkat};

/// The twins of a repaired cell that say what it says now: the cells of its code and column in other tables of its form,
/// and the other half of its row.
pub(super) fn twins(document: &Document, repair: &Repair) -> Vec<Value> {
    let Some(table) = document.tables.get(repair.table) else { return Vec::new() };
    let Some(position) = table.position(repair.column) else { return Vec::new() };
    let Some(own) = table.rows.get(repair.row).and_then(|row| row.cells.get(position)) else {
        return Vec::new();
    };
    let places = beside(document, repair, table, position).chain(halves(repair, table, position));
    let says_so = |place: &Reference| {
        let other = document.tables.get(place.table).and_then(|table| table.cell(place.row, place.column));
        other.is_some_and(|other| says(other, own))
    };
    places.filter(says_so).filter_map(|place| elsewhere(document, place)).collect()
}

/// The cells of the same code and column in the other tables of the form.
fn beside<'a>(
    document: &'a Document,
    repair: &'a Repair,
    table: &'a Table,
    position: usize,
) -> impl Iterator<Item = Reference> + 'a {
    let key = |row: &Row| -> Option<(Option<Kode>, Option<Tingkat>)> {
        let is_total = row.level == Some(Tingkat::Jumlah);
        (row.code.is_some() || is_total).then(|| (row.code.clone(), row.level.filter(|_| is_total)))
    };
    let own = table.rows.get(repair.row).and_then(key);
    let id = table.columns.get(position).map(|column| column.id);
    let others = document.tables.iter().enumerate();
    let others = others.filter(|(index, other)| *index != repair.table && other.whose() == table.whose());
    others.flat_map(move |(index, other)| {
        let rows = other.rows.iter().enumerate().filter(|(_, row)| own.is_some() && key(row) == own);
        rows.filter_map(|(row, _)| Some(Reference { table: index, row, column: id? })).collect::<Vec<_>>()
    })
}

/// The other half of the row, in a table whose rows say the same things twice.
fn halves<'a>(repair: &'a Repair, table: &'a Table, position: usize) -> impl Iterator<Item = Reference> + 'a {
    let is_halved = table.columns.iter().any(|column| column.role == Role::TwinName);
    let role = table.columns.get(position).map(|column| column.role);
    let others = table.columns.iter().enumerate();
    let others =
        others.filter(move |(index, column)| is_halved && *index != position && Some(column.role) == role);
    others.map(|(_, column)| Reference { table: repair.table, row: repair.row, column: column.id })
}

fn says(one: &Cell, other: &Cell) -> bool {
    match (one.number(), other.number()) {
        (Some(one), Some(other)) => one == other,
        _ => one.text() == other.text(),
    }
}
