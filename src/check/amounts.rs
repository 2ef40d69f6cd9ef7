//! A plan whose own column of amounts is empty, while a column that the form does not know holds amounts.

use crate::forms::heading;
use crate::model::{Column, Document, Finding, Kind, Origin, Role, Said, Severity, Table};
use crate::rules;

/// The question about every such table: its sums are then over nothing.
pub(super) fn findings(document: &Document) -> Vec<Finding> {
    let tables = document.tables.iter().enumerate();
    tables.filter_map(|(index, table)| finding(index, table, document.about.year)).collect()
}

fn finding(index: usize, table: &Table, year: Option<u16>) -> Option<Finding> {
    let is_own = |column: &Column| column.role == Role::Amount(0) && column.origin != Origin::Unknown;
    let is_other = |column: &Column| column.origin == Origin::Unknown && column.kind == Kind::Rupiah;
    let filled = |wanted: &dyn Fn(&Column) -> bool| {
        let columns = table.columns.iter().enumerate().filter(|(_, column)| wanted(column));
        let mut filled = columns.filter(|(position, _)| {
            table.rows.iter().any(|row| row.cells.get(*position).is_some_and(|cell| cell.number().is_some()))
        });
        filled.next().map(|(_, column)| *column)
    };
    let own = table.columns.iter().find(|column| is_own(column))?;
    let other = if filled(&is_own).is_none() { filled(&is_other)? } else { return None };
    let (own, name) = (heading(table, own, year), heading(table, other, year));
    Some(Finding {
        severity: Severity::Warning,
        table: Some(index),
        column: Some(other.id),
        message: Said::new(
            format!(
                "Kolom “{own}” kosong di semua baris, padahal “{name}” berisi jumlah uang. Jumlah dan ringkasan tidak memuatnya; bila itu pagunya, ganti judul kolom itu di berkas sumber."
            ),
            format!(
                "The column “{own}” is empty in every row, yet “{name}” holds amounts. No sum and no summary has them; if these are the amounts, rename that column in the source file."
            ),
        ),
        ..Finding::of(rules::amounts_elsewhere::OTHER_COLUMN)
    })
}
