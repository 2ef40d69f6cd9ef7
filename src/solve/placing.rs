//! Numbers that slid into a neighbouring column: where moving one number to the empty column beside it makes
//! sums hold that failed, and breaks none, it belongs there.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::forms::{Law, Spot, laws};
use crate::model::{Kind, RawTable, Table};
use crate::value::number;

/// A number put right lets the next one be put right: so often at most.
const PASSES: usize = 4;

/// Moves slid numbers of a table whose codes are known.
pub(super) fn place(raw: &mut RawTable, table: &mut Table) {
    if !table.form.adds_up {
        return;
    }
    let laws = laws(table);
    let mut values = Values::of(table, &laws);
    for _ in 0..PASSES {
        let mut moved = false;
        for (row, from, to) in suspects(table, &laws, &values) {
            if values.improves(&laws, row, from, to) {
                values.shift(row, from, to);
                if let Some(cells) = table.rows.get_mut(row) {
                    cells.cells.swap(from, to);
                }
                if let Some(cells) = raw.rows.get_mut(row) {
                    cells.cells.swap(from, to);
                }
                moved = true;
            }
        }
        if !moved {
            return;
        }
    }
}

/// Filled cells of failing laws beside an empty column of the same kind: row, column, empty column.
fn suspects(table: &Table, laws: &[Law], values: &Values) -> Vec<(usize, usize, usize)> {
    let numeric: Vec<usize> = (0..table.columns.len())
        .filter(|index| table.columns.get(*index).is_some_and(|column| column.kind.is_numeric()))
        .collect();
    let kind = |index: usize| table.columns.get(index).map(|column| column.kind);
    let value = |spot: Spot| values.get(spot);
    let mut found = Vec::new();
    for law in laws.iter().filter(|law| law.holds(&value) == Some(false)) {
        for spot in law.spots() {
            let like = |other: &&usize| kind(**other) == kind(spot.column);
            let left = numeric.iter().filter(|other| **other < spot.column).rfind(like);
            let right = numeric.iter().filter(|other| **other > spot.column).find(like);
            for other in [left, right].into_iter().flatten().copied() {
                match (is_empty(table, spot.row, spot.column), is_empty(table, spot.row, other)) {
                    (false, true) => found.push((spot.row, spot.column, other)),
                    (true, false) => found.push((spot.row, other, spot.column)),
                    _ => {}
                }
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn is_empty(table: &Table, row: usize, column: usize) -> bool {
    table.rows.get(row).and_then(|row| row.cells.get(column)).is_some_and(crate::model::Cell::is_empty)
}

struct Values {
    known: BTreeMap<Spot, Decimal>,
    laws_of: BTreeMap<Spot, Vec<usize>>,
}

impl Values {
    fn of(table: &Table, laws: &[Law]) -> Self {
        let mut laws_of: BTreeMap<Spot, Vec<usize>> = BTreeMap::new();
        for (index, law) in laws.iter().enumerate() {
            for spot in law.spots() {
                laws_of.entry(spot).or_default().push(index);
            }
        }
        let known =
            laws_of.keys().filter_map(|spot| number(table, *spot).map(|value| (*spot, value))).collect();
        Self { known, laws_of }
    }

    fn get(&self, spot: Spot) -> Option<Decimal> {
        self.known.get(&spot).copied()
    }

    fn shift(&mut self, row: usize, from: usize, to: usize) {
        if let Some(value) = self.known.remove(&Spot { row, column: from }) {
            self.known.insert(Spot { row, column: to }, value);
        }
    }

    /// Whether more laws through both cells hold, and fewer fail, once the number is moved.
    fn improves(&self, laws: &[Law], row: usize, from: usize, to: usize) -> bool {
        let (from, to) = (Spot { row, column: from }, Spot { row, column: to });
        let moved = |spot: Spot| {
            if spot == from {
                None
            } else if spot == to {
                self.get(from)
            } else {
                self.get(spot)
            }
        };
        let now = self.verdict(laws, &[from, to], &|spot| self.get(spot));
        let then = self.verdict(laws, &[from, to], &moved);
        then.0 > 0 && then.0 >= now.0 && then.1 < now.1
    }

    fn verdict(
        &self,
        laws: &[Law],
        spots: &[Spot],
        value: &dyn Fn(Spot) -> Option<Decimal>,
    ) -> (usize, usize) {
        let mut concerned: Vec<usize> =
            spots.iter().filter_map(|spot| self.laws_of.get(spot)).flatten().copied().collect();
        concerned.sort_unstable();
        concerned.dedup();
        let verdicts: Vec<bool> =
            concerned.iter().filter_map(|index| laws.get(*index)?.holds(value)).collect();
        let held = verdicts.iter().filter(|held| **held).count();
        (held, verdicts.len() - held)
    }
}

fn number(table: &Table, spot: Spot) -> Option<Decimal> {
    let column = table.columns.get(spot.column)?;
    let cell = table.rows.get(spot.row)?.cells.get(spot.column)?;
    cell.number().or_else(|| {
        let readings = match column.kind {
            Kind::Percent => number::percent(cell.text()),
            _ => number::rupiah(cell.text()),
        };
        readings.first().map(|reading| reading.value)
    })
}
