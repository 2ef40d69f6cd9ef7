//! What a cell of a column of numbers may be, as it is printed.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::variable::{Ground, Variable};
use crate::forms::{LEAST_AMOUNT, Spot};
use crate::model::{Cell, Kind, RawTable, Table, Tingkat, letters};
use crate::rules;
use crate::value::number::{self, Reading};

/// Readings that cost more than this are never taken without a law.
const DOUBTFUL: u32 = 10;

/// Words without a digit in the place of a quantity or an amount, as an open question.
pub(super) fn wordy(cell: &Cell) -> Option<Variable> {
    let text = cell.text();
    let words = !text.chars().any(char::is_numeric) && number::absence(text).is_none();
    words.then(Variable::open)
}

/// The levels whose rows hold money in a column of quantities and amounts: three of four at least, but for one.
pub(super) fn money(table: &Table, column: usize) -> BTreeSet<Option<Tingkat>> {
    let is_amount = |cell: &Cell| {
        cell.meaning().unit.is_none() && cell.number().is_some_and(|number| number >= LEAST_AMOUNT)
    };
    let mut counts: BTreeMap<Option<Tingkat>, (usize, usize)> = BTreeMap::new();
    for row in &table.rows {
        let Some(cell) = row.cells.get(column).filter(|cell| !cell.is_empty()) else { continue };
        let (filled, amounts) = counts.entry(row.level).or_default();
        *filled += 1;
        *amounts += usize::from(is_amount(cell));
    }
    let most = |(filled, amounts): &(usize, usize)| *amounts > 0 && amounts * 4 >= (filled - 1) * 3;
    counts.into_iter().filter(|(_, count)| most(count)).map(|(level, _)| level).collect()
}

/// The variable that a cell is, if it is one: what it prints, stored as a number or not, as a fraction that is shown as a
/// percent or not, with letters that were given back to the cell on its left or not.
pub(super) fn variable(
    kind: Kind,
    cell: &Cell,
    typed: bool,
    fraction: bool,
    given_back: bool,
) -> Option<Variable> {
    let text = cell.text();
    if number::absence(text).is_some() {
        return None;
    }
    if let Some(value) = cell.number().filter(|value| typed && kind == Kind::Rupiah && is_thousandth(*value))
    {
        let whole = value.checked_mul(Decimal::ONE_THOUSAND).unwrap_or(value).normalize();
        let readings = vec![
            Reading { value, rule: None, cost: 1 },
            Reading { value: whole, rule: Some(rules::thousand_fold::ID), cost: 1 },
        ];
        return Some(Variable { readings, typed, ..Variable::open() });
    }
    if let Some(value) = cell.number() {
        let readings = vec![Reading { value, rule: None, cost: 0 }];
        return Some(Variable {
            readings,
            value: Some(value),
            ground: Ground::Printed,
            typed,
            ..Variable::open()
        });
    }
    if kind == Kind::MeasureOrRupiah && is_measure(text) {
        return None;
    }
    let readings = match kind {
        Kind::Percent => number::percent(text),
        _ => of_amount(text, given_back),
    };
    let (value, ground) = match settled(&readings, fraction) {
        // A text that shows its number cleanly has it already: this one says something beside it.
        (Some(_), Ground::Printed) => (None, Ground::Open),
        decided => decided,
    };
    Some(Variable { readings, value, ground, typed, uncalculated: text.starts_with('='), exact: None })
}

/// The readings of an amount, with or without words beside it. Letters that the cell to the left got back are no part
/// of it.
fn of_amount(text: &str, given_back: bool) -> Vec<Reading> {
    let plain = number::rupiah(text);
    if !plain.is_empty() {
        return plain;
    }
    match number::bled(text).filter(|_| given_back) {
        Some((_, rest)) => {
            let bled = |reading: Reading| Reading {
                rule: Some(rules::bled_text::ID),
                cost: reading.cost + 1,
                ..reading
            };
            number::rupiah(rest).into_iter().map(bled).collect()
        }
        None => number::worded(text),
    }
}

/// Whether the letters before a number were given back to the cell to the left: its text has just so many letters more
/// than is printed there.
pub(super) fn is_given_back(table: &Table, raw: &RawTable, spot: Spot) -> bool {
    let Some(left) = spot.column.checked_sub(1) else { return false };
    let row = table.rows.get(spot.row);
    let cell = |column: usize| row.and_then(|row| row.cells.get(column));
    let Some((bled, _)) = cell(spot.column).and_then(|cell| number::bled(cell.text())) else { return false };
    let fragments = raw.rows.get(spot.row).and_then(|row| row.cells.get(left)).into_iter().flatten();
    let printed: usize = fragments.map(|fragment| letters(&fragment.raw.shown()).len()).sum();
    cell(left).is_some_and(|cell| letters(cell.text()).len() == printed + letters(bled).len())
}

/// The least amount that an English Excel reads in full.
const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Whether a stored amount may be what an English Excel made of `64.676.500` or `996.400`: less than a million
/// rupiah, and not in whole rupiah.
fn is_thousandth(value: Decimal) -> bool {
    !value.fract().is_zero() && value.abs() < MILLION && value.normalize().scale() <= 3
}

/// Whether a text is a quantity with a unit rather than an amount of money, with or without a sign, a factor or letters
/// of the cell to the left.
pub(in crate::solve) fn is_measure(text: &str) -> bool {
    let words = text.replace("Rp", "").replace("rp", "");
    // A formula without its result is no quantity.
    if text.starts_with('=') {
        return false;
    }
    let worded = || {
        let before_amount = || number::bled(text).is_some() && !number::worded(text).is_empty();
        number::says_sign_or_factor(text) || before_amount()
    };
    words.contains('%')
        || words.chars().any(char::is_alphabetic) && number::rupiah(text).is_empty() && !worded()
}

/// The value that is held for readings, and its ground: the cheapest one, where no other is as cheap.
fn settled(readings: &[Reading], fraction: bool) -> (Option<Decimal>, Ground) {
    let Some(best) = readings.first() else { return (None, Ground::Open) };
    let rival = readings.get(1).map_or(u32::MAX, |reading| reading.cost);
    if best.cost > DOUBTFUL || rival <= best.cost {
        return (None, Ground::Open);
    }
    match best.rule {
        Some(rule) => {
            (Some(best.value), Ground::Typography(if fraction { rules::fraction_percent::ID } else { rule }))
        }
        None if fraction => (Some(best.value), Ground::Typography(rules::fraction_percent::ID)),
        None => (Some(best.value), Ground::Printed),
    }
}
