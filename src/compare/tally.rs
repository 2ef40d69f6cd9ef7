//! Which amounts of a table count: parents repeat what their children hold, so each is counted once, at the lowest
//! row that has one.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::model::{Cell, Kode, Status, Table, Tingkat, Unit};
use crate::value::number::{Absence, absence};

/// What a cell of money holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Full rupiah.
    Settled(Decimal),
    /// Something that is no settled number.
    Open,
}

/// A sum that says what it lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The sum of the settled amounts, in full rupiah; `None` where there is none.
    pub sum: Option<Decimal>,
    /// How many amounts that belong to it are open.
    pub lacking: usize,
}

impl Tally {
    /// Takes an amount in.
    pub fn add(&mut self, amount: Amount) {
        match amount {
            // Beyond 28 digits there is no rupiah: such a sum is as good as open.
            Amount::Settled(number) => match self.sum.unwrap_or_default().checked_add(number) {
                Some(sum) => self.sum = Some(sum),
                None => self.lacking += 1,
            },
            Amount::Open => self.lacking += 1,
        }
    }
}

/// The amount of a cell in full rupiah; `None` for a blank cell, a dash and `N/A`.
#[must_use]
pub fn amount(cell: &Cell, unit: Unit) -> Option<Amount> {
    if cell.status() == Status::Unresolved {
        return Some(Amount::Open);
    }
    match (cell.number(), unit) {
        (Some(number), Unit::Rupiah) => Some(Amount::Settled(number)),
        (Some(number), other) => {
            Some(number.checked_mul(other.factor()).map_or(Amount::Open, Amount::Settled))
        }
        (None, _) if cell.is_empty() => None,
        (None, _) => match absence(cell.text()) {
            Some(Absence::Dash | Absence::NotAvailable) => None,
            Some(Absence::Fault) | None => Some(Amount::Open),
        },
    }
}

/// The rows with a code whose amount in a column counts: those that hold one, with nothing below them that does. What
/// stands in the section of another office or unit is not below them. But a row with nothing below it in its own section
/// may be the sum of other sections, an office's of its units: where it is just that it does not count, and where it is
/// another amount it is open.
#[must_use]
pub fn counted(table: &Table, column: usize) -> Vec<(usize, Amount)> {
    let section =
        |row: usize| table.sections.iter().position(|section| (section.first..=section.last).contains(&row));
    let unit = table.columns.get(column).map_or(table.unit, |column| table.unit_of(column.id));
    let held: Vec<(usize, &Kode, Amount)> = table
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.level.is_none_or(Tingkat::is_in_tree))
        .filter_map(|(index, row)| Some((index, row.code.as_ref()?, amount(row.cells.get(column)?, unit)?)))
        .collect();
    // What stands before all sections is above each of them.
    let covered: BTreeSet<(Option<usize>, Kode)> = held
        .iter()
        .flat_map(|(row, code, _)| {
            let sections = [section(*row), None];
            above(code).flat_map(move |above| sections.map(|section| (section, above.clone())))
        })
        .collect();
    let leaves: Vec<(usize, &Kode, Amount)> = held
        .into_iter()
        .filter(|(row, code, _)| !covered.contains(&(section(*row), (*code).clone())))
        .collect();
    let counted = |(row, code, amount): &(usize, &Kode, Amount)| {
        let elsewhere = leaves
            .iter()
            .filter(|(other, below, _)| section(*other) != section(*row) && below.is_below(code));
        let below: Vec<Amount> = elsewhere.map(|(.., amount)| *amount).collect();
        match (below.is_empty(), total(&below) == Some(*amount)) {
            (true, _) => Some((*row, *amount)),
            (false, true) => None,
            (false, false) => Some((*row, Amount::Open)),
        }
    };
    leaves.iter().filter_map(counted).collect()
}

/// The sum of settled amounts; `None` if one is open.
fn total(amounts: &[Amount]) -> Option<Amount> {
    let settled = amounts.iter().map(|amount| match amount {
        Amount::Settled(number) => Some(*number),
        Amount::Open => None,
    });
    settled.sum::<Option<Decimal>>().map(Amount::Settled)
}

/// The codes above a code, the nearest first.
pub(super) fn above(code: &Kode) -> impl Iterator<Item = Kode> + use<> {
    std::iter::successors(code.parent(), Kode::parent)
}
