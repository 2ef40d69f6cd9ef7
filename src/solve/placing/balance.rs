//! What laws say of numbers that may stand in a wrong column: there an empty cell counts as nothing.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Move;
use crate::forms::{Law, Relation, Spot, Tally};
use crate::model::{Column, Kind, Table};
use crate::solve::pins::Given;
use crate::value::number;

/// The numbers of a table as they stand, with the laws through each.
pub(in crate::solve) struct Values {
    known: BTreeMap<Spot, Decimal>,
    laws_of: BTreeMap<Spot, Vec<usize>>,
}

impl Values {
    /// The numbers of a table; in the `given` cells those that a person gave, or none.
    pub(in crate::solve) fn of(table: &Table, laws: &[Law], given: &Given) -> Self {
        let mut laws_of: BTreeMap<Spot, Vec<usize>> = BTreeMap::new();
        for (index, law) in laws.iter().enumerate() {
            for spot in law.spots() {
                laws_of.entry(spot).or_default().push(index);
            }
        }
        let value = |spot: &Spot| given.get(spot).copied().unwrap_or_else(|| number(table, *spot));
        let known = laws_of.keys().filter_map(|spot| Some((*spot, value(spot)?))).collect();
        Self { known, laws_of }
    }

    /// Takes note of a move.
    pub(super) fn shift(&mut self, step: &Move) {
        for row in step.rows.iter().copied() {
            if let Some(value) = self.known.remove(&Spot { row, column: step.from }) {
                self.known.insert(Spot { row, column: step.to }, value);
            }
        }
    }

    /// The rows whose numbers in a column say the same as a row's, each being another's only child: what slid in one
    /// slid in all.
    pub(super) fn repeated(&self, laws: &[Law], row: usize, column: usize) -> Vec<usize> {
        let lone = |law: &Law| match (law.relation, &*law.terms) {
            (Relation::Children, [only]) => {
                let same =
                    self.known.get(&law.result).is_some_and(|value| self.known.get(only) == Some(value));
                same.then_some((law.result.row, only.row))
            }
            _ => None,
        };
        let mut rows = vec![row];
        let mut next = 0;
        while let Some(row) = rows.get(next).copied() {
            let here = self.laws_of.get(&Spot { row, column }).into_iter().flatten();
            for (parent, child) in here.filter_map(|index| lone(laws.get(*index)?)) {
                for other in [parent, child] {
                    if !rows.contains(&other) {
                        rows.push(other);
                    }
                }
            }
            next += 1;
        }
        rows
    }

    /// The number of a cell.
    pub(in crate::solve) fn get(&self, spot: Spot) -> Option<Decimal> {
        self.known.get(&spot).copied()
    }

    /// The laws through a cell, by their indexes.
    pub(in crate::solve) fn through(&self, spot: Spot) -> impl Iterator<Item = usize> {
        self.laws_of.get(&spot).into_iter().flatten().copied()
    }

    /// Whether a law holds for the given numbers, an empty cell of a sum counting as nothing.
    #[allow(clippy::unused_self, reason = "it is how these values are judged")]
    pub(in crate::solve) fn holds(&self, law: &Law, value: &dyn Fn(Spot) -> Option<Decimal>) -> Option<bool> {
        balance(law, value)
    }

    /// Whether a law holds as the numbers stand.
    pub(super) fn balance(&self, law: &Law) -> Option<bool> {
        balance(law, &|spot| self.known.get(&spot).copied())
    }

    /// Whether more laws through the cells hold, and fewer fail, once the numbers are moved.
    pub(super) fn improves(&self, laws: &[Law], step: &Move) -> bool {
        let moved = |row: usize| self.known.get(&Spot { row, column: step.from }).copied();
        self.improves_with(laws, step, &moved)
    }

    /// Whether more laws through the cells hold, and fewer fail, once numbers are moved that `moved` gives by row: they may
    /// stand outside the columns of numbers.
    pub(super) fn improves_with(
        &self,
        laws: &[Law],
        step: &Move,
        moved: &dyn Fn(usize) -> Option<Decimal>,
    ) -> bool {
        let concerned = step
            .rows
            .iter()
            .flat_map(|row| [step.from, step.to].into_iter().map(|column| Spot { row: *row, column }));
        let concerned: Vec<Spot> = concerned.collect();
        let then = |spot: Spot| match step.rows.contains(&spot.row) {
            true if spot.column == step.to => moved(spot.row),
            true if spot.column == step.from => None,
            _ => self.known.get(&spot).copied(),
        };
        let before = self.verdict(laws, &concerned, &|spot| self.known.get(&spot).copied());
        let after = self.verdict(laws, &concerned, &then);
        // A move after which a failing law can no longer be checked proves nothing: one more must hold, and one through
        // the new place too. That a sum holds without a number does not say where it belongs.
        let arrived = |row: &usize| {
            let through = self.laws_of.get(&Spot { row: *row, column: step.to }).into_iter().flatten();
            through.filter_map(|index| balance(laws.get(*index)?, &then)).any(|held| held)
        };
        after.held > before.held && after.failed < before.failed && step.rows.iter().any(arrived)
    }

    /// How many laws through some cells hold, and how many fail.
    pub(in crate::solve) fn verdict(
        &self,
        laws: &[Law],
        spots: &[Spot],
        value: &dyn Fn(Spot) -> Option<Decimal>,
    ) -> Tally {
        let mut concerned: Vec<usize> =
            spots.iter().filter_map(|spot| self.laws_of.get(spot)).flatten().copied().collect();
        concerned.sort_unstable();
        concerned.dedup();
        let verdicts: Vec<bool> =
            concerned.iter().filter_map(|index| balance(laws.get(*index)?, value)).collect();
        Tally::of(&verdicts)
    }
}

/// Whether a law holds; a sum of which one side alone is there does not. Ratios need all their numbers.
fn balance(law: &Law, value: &dyn Fn(Spot) -> Option<Decimal>) -> Option<bool> {
    let sums = matches!(law.relation, Relation::Children | Relation::Total);
    match (value(law.result), law.computed(value)) {
        (Some(_), Some(_)) => law.holds(value),
        (None, None) => None,
        (one, other) => {
            let lone = one.or(other).is_some_and(|number| !number.is_zero());
            (sums && lone).then_some(false)
        }
    }
}

/// The first reading of a cell.
pub(super) fn number(table: &Table, spot: Spot) -> Option<Decimal> {
    let column = table.columns.get(spot.column)?;
    let cell = table.rows.get(spot.row)?.cells.get(spot.column)?;
    cell.number().or_else(|| first_number(column, cell.text()))
}

/// The first reading of a text below the header of a column.
pub(in crate::solve) fn first_number(column: &Column, text: &str) -> Option<Decimal> {
    let readings = match column.kind {
        Kind::Percent => number::percent(text),
        _ => number::rupiah(text),
    };
    readings.first().map(|reading| reading.value)
}
