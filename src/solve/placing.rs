//! Numbers that stand in a wrong column: where moving one number of a row to an empty column makes sums hold that
//! failed, and breaks none, it belongs there.

mod balance;
mod strays;

pub(super) use balance::{Values, first_number};

use crate::forms::{Law, laws};
use crate::model::{Cell, Kind, RawTable, Table};
use crate::solve::cells;
use crate::solve::pins::Given;

/// A number put right lets the next one be put right: so often at most.
const PASSES: usize = 4;

/// A move of the numbers of some rows, each within its row, from column to column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Move {
    rows: Vec<usize>,
    from: usize,
    to: usize,
}

/// Moves misplaced numbers of a table whose codes are known; whether any was.
pub(super) fn place(raw: &mut RawTable, table: &mut Table, given: &Given) -> bool {
    if !table.form.adds_up {
        return false;
    }
    let laws = laws(table);
    let mut any = strays::bring_home(raw, table, &laws, given);
    let mut values = Values::of(table, &laws, given);
    for _ in 0..PASSES {
        let mut moved = false;
        for alone in suspects(table, &laws, &values) {
            let together = together(table, &laws, &values, &alone);
            let step =
                [Some(alone), together].into_iter().flatten().find(|step| values.improves(&laws, step));
            if let Some(step) = step {
                values.shift(&step);
                apply(raw, table, &step);
                moved = true;
                any = true;
            }
        }
        if !moved {
            break;
        }
    }
    any
}

fn apply(raw: &mut RawTable, table: &mut Table, step: &Move) {
    for index in step.rows.iter().copied() {
        let Some(pieces) = raw.rows.get_mut(index) else { continue };
        pieces.cells.swap(step.from, step.to);
        for column in [step.from, step.to] {
            // Below another header the same text may mean something else.
            let read = raw.columns.get(column).zip(pieces.cells.get(column));
            if let Some((declared, fragments)) = read {
                table.read_again(index, column, cells::cell(declared, fragments));
            }
        }
    }
}

/// The move of a number together with those that repeat it: a parent and its only child that slid to the same column
/// still agree, and neither can be moved alone.
fn together(table: &Table, laws: &[Law], values: &Values, step: &Move) -> Option<Move> {
    let row = *step.rows.first()?;
    let mut rows = values.repeated(laws, row, step.from);
    rows.retain(|row| is_empty(table, *row, step.to));
    (rows.len() > 1).then_some(Move { rows, ..*step })
}

/// Numbers of laws that fail, each with every empty column of its kind in the row.
fn suspects(table: &Table, laws: &[Law], values: &Values) -> Vec<Move> {
    let kind = |index: usize| table.columns.get(index).map(|column| column.kind);
    // Below a header of its own a number stays: only what the form declares may have slid.
    let declared = |index: usize| table.columns.get(index).is_some_and(|column| column.is_declared());
    let numeric: Vec<usize> = (0..table.columns.len())
        .filter(|index| declared(*index) && kind(*index).is_some_and(Kind::is_numeric))
        .collect();
    let mut found = Vec::new();
    for law in laws.iter().filter(|law| values.balance(law) == Some(false)) {
        for spot in law.spots().filter(|spot| declared(spot.column)) {
            for other in numeric.iter().copied().filter(|other| kind(*other) == kind(spot.column)) {
                match (is_empty(table, spot.row, spot.column), is_empty(table, spot.row, other)) {
                    (false, true) => found.push(Move { rows: vec![spot.row], from: spot.column, to: other }),
                    (true, false) => found.push(Move { rows: vec![spot.row], from: other, to: spot.column }),
                    _ => {}
                }
            }
        }
    }
    found.sort_by_cached_key(|step| (step.from.abs_diff(step.to), step.clone()));
    found.dedup();
    found
}

fn is_empty(table: &Table, row: usize, column: usize) -> bool {
    table.rows.get(row).and_then(|row| row.cells.get(column)).is_some_and(Cell::is_empty)
}
