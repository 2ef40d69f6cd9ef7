//! The numbers of one table as variables.

use std::cell::OnceCell;

use rust_decimal::Decimal;

use super::otherwise::otherwise;
use super::persons::held;
use super::printed::{is_given_back, money, variable, wordy};
use super::spots::Spots;
use super::variable::{Ground, Variable};
use crate::forms::{Spot, is_grade};
use crate::model::{Kind, Raw, RawTable, Table, Tingkat};
use crate::value::number::{self, Reading};

/// The numbers of a table.
pub(in crate::solve) struct Variables {
    /// Most cells of a table are no numbers.
    all: Spots<Option<Box<Variable>>>,
    /// How often a value changed, from 1.
    state: u64,
}

impl Variables {
    /// The variables of a table as printed.
    pub(super) fn of(table: &Table, raw: &RawTable) -> Self {
        let mut all = Spots::of(table);
        for (column, declared) in table.columns.iter().enumerate() {
            if !declared.kind.is_numeric() {
                continue;
            }
            let amounts = OnceCell::new();
            for (row, cells) in table.rows.iter().enumerate() {
                let Some(cell) = cells.cells.get(column) else { continue };
                if let Some(held) = held(cell) {
                    all.put(Spot { row, column }, Some(Box::new(held)));
                    continue;
                }
                // In a row that grades what was achieved a grade stands where others have percents.
                let is_graded = cells.level == Some(Tingkat::Penilaian) && is_grade(cell.text());
                if cell.is_empty() || is_graded {
                    continue;
                }
                let fragments = raw.rows.get(row).and_then(|row| row.cells.get(column));
                let typed = fragments.is_some_and(|fragments| {
                    matches!(fragments.as_slice(), [only] if matches!(only.raw, Raw::Number { .. }))
                });
                let fraction = typed
                    && fragments.into_iter().flatten().any(|fragment| fragment.raw.shown().ends_with('%'));
                let given_back = is_given_back(table, raw, Spot { row, column });
                let found = variable(declared.kind, cell, typed, fraction, given_back);
                let among_money = || amounts.get_or_init(|| money(table, column)).contains(&cells.level);
                let found = found.or_else(|| wordy(cell).filter(|_| among_money()));
                let only = match fragments.map(Vec::as_slice) {
                    Some([only]) => otherwise(&only.raw, declared.kind),
                    _ => None,
                };
                if let Some(mut variable) = only.or(found) {
                    if let (Kind::Percent, Some([only])) = (declared.kind, fragments.map(Vec::as_slice)) {
                        variable.exact =
                            number::percent(&only.raw.shown()).first().map(|reading| reading.value);
                    }
                    all.put(Spot { row, column }, Some(Box::new(variable)));
                }
            }
        }
        Self { all, state: 1 }
    }

    /// The value held for a cell; a dash counts as nothing, and nothing adds nothing.
    pub(in crate::solve) fn value(&self, spot: Spot) -> Option<Decimal> {
        self.get(spot).and_then(|variable| variable.value)
    }

    pub(super) fn get(&self, spot: Spot) -> Option<&Variable> {
        self.all.get(spot)?.as_deref()
    }

    /// Tells one state of the values from every later one.
    pub(super) const fn state(&self) -> u64 {
        self.state
    }

    /// Changes a variable; none that a person decided is.
    fn change(&mut self, spot: Spot, change: impl FnOnce(&mut Variable)) {
        let found = self.all.get_mut(spot).and_then(|found| found.as_deref_mut());
        if let Some(variable) = found.filter(|found| found.ground != Ground::Held) {
            let before = variable.value;
            change(variable);
            self.state += u64::from(variable.value != before);
        }
    }

    /// Whether a person decided about a cell.
    pub(super) fn is_held(&self, spot: Spot) -> bool {
        self.get(spot).is_some_and(|found| found.ground == Ground::Held)
    }

    fn put(&mut self, spot: Spot, variable: Variable) {
        if !self.is_held(spot) {
            let is_same = self.get(spot).is_some_and(|found| found.value == variable.value);
            self.state += u64::from(!is_same);
            self.all.put(spot, Some(Box::new(variable)));
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Spot, &Variable)> {
        self.all.iter().filter_map(|(spot, variable)| Some((spot, variable.as_deref()?)))
    }

    /// Those of a row.
    pub(super) fn in_row(&self, row: usize) -> impl Iterator<Item = (Spot, &Variable)> {
        self.all.in_row(row).filter_map(|(spot, variable)| Some((spot, variable.as_deref()?)))
    }

    /// Opens the question whether a printed number is another one.
    pub(super) fn doubt(&mut self, spot: Spot, other: Reading) {
        self.change(spot, |variable| {
            variable.value = None;
            variable.ground = Ground::Open;
            variable.readings.push(other);
        });
    }

    /// Opens the question whether a number of a failing sum is the wrong one.
    pub(super) fn suspect(&mut self, spot: Spot, other: Reading) {
        self.question(spot);
        self.change(spot, |variable| {
            if variable.readings.iter().all(|known| known.value != other.value) {
                variable.readings.push(other);
            }
        });
    }

    /// Opens the question whether a number stands where it should.
    pub(super) fn question(&mut self, spot: Spot) {
        self.change(spot, |variable| {
            variable.value = None;
            variable.ground = Ground::Suspect;
        });
    }

    /// Gives an empty cell the amount that it must have held.
    pub(super) fn recover(&mut self, spot: Spot, value: Decimal) {
        let gone = Variable { value: Some(value), ground: Ground::Gone, ..Variable::open() };
        self.put(spot, gone);
    }

    /// Says of an empty cell that it must have held an amount that nothing proves.
    pub(super) fn lose(&mut self, spot: Spot) {
        let gone = Variable { ground: Ground::Gone, ..Variable::open() };
        self.put(spot, gone);
    }

    /// Takes a number for printed that was settled before.
    pub(super) fn take(&mut self, spot: Spot, value: Decimal) {
        let printed = Variable {
            readings: vec![Reading { value, rule: None, cost: 0 }],
            value: Some(value),
            ground: Ground::Printed,
            ..Variable::open()
        };
        self.put(spot, printed);
    }

    /// Gives a variable another value with its ground.
    pub(super) fn settle(&mut self, spot: Spot, value: Decimal, ground: Ground) {
        self.change(spot, |variable| {
            variable.value = Some(value);
            variable.ground = ground;
        });
    }
}
