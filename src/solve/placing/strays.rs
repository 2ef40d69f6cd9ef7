//! Amounts that stand in a column of texts: no place and no fund is an amount, so that one goes to the empty
//! column of amounts in which the sums then hold.

use super::balance::Values;
use super::{Move, apply, is_empty};
use crate::forms::Law;
use crate::model::{Cell, Kind, RawTable, Role, Table};
use crate::solve::pins::Given;
use crate::value::number;

/// Moves amounts out of columns of texts; whether any was moved.
pub(super) fn bring_home(raw: &mut RawTable, table: &mut Table, laws: &[Law], given: &Given) -> bool {
    let strays = strays(table);
    if strays.is_empty() {
        return false;
    }
    let mut any = false;
    let amounts: Vec<usize> = (0..table.columns.len())
        .filter(|index| {
            table
                .columns
                .get(*index)
                .is_some_and(|column| matches!(column.role, Role::Amount(_)) && column.kind == Kind::Rupiah)
        })
        .collect();
    for (row, from) in strays {
        let values = Values::of(table, laws, given);
        let found = table.rows.get(row).and_then(|row| row.cells.get(from)).and_then(amount);
        let fitting =
            |step: &Move| is_empty(table, row, step.to) && values.improves_with(laws, step, &|_| found);
        let steps = amounts.iter().map(|to| Move { rows: vec![row], from, to: *to });
        if let [only] = steps.filter(fitting).collect::<Vec<_>>().as_slice() {
            apply(raw, table, only);
            any = true;
        }
    }
    any
}

/// Cells of texts that hold a grouped amount and nothing else.
fn strays(table: &Table) -> Vec<(usize, usize)> {
    let wordy = |column: usize| {
        // What stands below a header that no form declares is no stray, whatever it is.
        table
            .columns
            .get(column)
            .is_some_and(|column| column.is_declared() && matches!(column.kind, Kind::Text | Kind::List))
    };
    let mut found = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        let amounts =
            row.cells.iter().enumerate().filter(|(column, cell)| wordy(*column) && amount(cell).is_some());
        found.extend(amounts.map(|(column, _)| (index, column)));
    }
    found
}

/// What a cell says if it is an amount: five digits or more.
fn amount(cell: &Cell) -> Option<rust_decimal::Decimal> {
    let text = cell.text();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let bare = || text.chars().filter(|c| c.is_alphabetic()).count() <= 2;
    if digits < 5 || !bare() {
        return None;
    }
    number::rupiah(text).first().map(|reading| reading.value)
}
