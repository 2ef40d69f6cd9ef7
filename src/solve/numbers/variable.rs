//! The numbers of one table as variables: what each may be, and what it is held to be.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::forms::{LEAST_AMOUNT, Spot, is_grade};
use crate::model::{Cell, Kind, Proof, Raw, RawTable, RuleId, Table, Tingkat, letters};
use crate::rules;
use crate::value::number::{self, Reading};

use super::otherwise::otherwise;
use super::persons::held;
use super::spots::Spots;

/// How a variable came to its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// It is printed cleanly.
    Printed,
    /// Only one reading obeys the grammar; the rule is the damage undone.
    Typography(RuleId),
    /// A law chose among readings, or gave the only value that fits the printed digits.
    Law(RuleId, Proof),
    /// Nothing settles it yet.
    Open,
    /// It is printed cleanly, yet a slip in it would explain why a sum fails, and so would one in another cell.
    Suspect,
    /// The cell is empty: what must have stood there is worked out from its neighbours, or lost.
    Gone,
    /// A person decided: the value is given, or there is none to be had, and neither is ever another.
    Held,
}

/// One number of a table.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    pub(super) readings: Vec<Reading>,
    pub(super) value: Option<Decimal>,
    pub(super) ground: Ground,
    /// Stored as a number, not as text: an English Excel may have divided it by a thousand.
    pub(super) typed: bool,
    /// A formula whose result is not stored.
    pub(super) uncalculated: bool,
    /// What is stored, with all its decimals, where the column shows two of them.
    pub(super) exact: Option<Decimal>,
}

/// Readings that cost more than this are never taken without a law.
const DOUBTFUL: u32 = 10;

/// The numbers of a table.
pub(in crate::solve) struct Variables {
    /// Most cells of a table are no numbers.
    all: Spots<Option<Box<Variable>>>,
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
        Self { all }
    }

    /// The value held for a cell; a dash counts as nothing, and nothing adds nothing.
    pub(in crate::solve) fn value(&self, spot: Spot) -> Option<Decimal> {
        self.get(spot).and_then(|variable| variable.value)
    }

    pub(super) fn get(&self, spot: Spot) -> Option<&Variable> {
        self.all.get(spot)?.as_deref()
    }

    /// A variable to be changed; none that a person decided is.
    fn get_mut(&mut self, spot: Spot) -> Option<&mut Variable> {
        self.all.get_mut(spot)?.as_deref_mut().filter(|found| found.ground != Ground::Held)
    }

    /// Whether a person decided about a cell.
    pub(super) fn is_held(&self, spot: Spot) -> bool {
        self.get(spot).is_some_and(|found| found.ground == Ground::Held)
    }

    fn put(&mut self, spot: Spot, variable: Variable) {
        if !self.is_held(spot) {
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
        if let Some(variable) = self.get_mut(spot) {
            variable.value = None;
            variable.ground = Ground::Open;
            variable.readings.push(other);
        }
    }

    /// Opens the question whether a number of a failing sum is the wrong one.
    pub(super) fn suspect(&mut self, spot: Spot, other: Reading) {
        self.question(spot);
        let variable = self.get_mut(spot);
        if let Some(variable) =
            variable.filter(|found| found.readings.iter().all(|known| known.value != other.value))
        {
            variable.readings.push(other);
        }
    }

    /// Opens the question whether a number stands where it should.
    pub(super) fn question(&mut self, spot: Spot) {
        if let Some(variable) = self.get_mut(spot) {
            variable.value = None;
            variable.ground = Ground::Suspect;
        }
    }

    /// Gives an empty cell the amount that it must have held.
    pub(super) fn recover(&mut self, spot: Spot, value: Decimal) {
        let gone = Variable {
            readings: Vec::new(),
            value: Some(value),
            ground: Ground::Gone,
            typed: false,
            uncalculated: false,
            exact: None,
        };
        self.put(spot, gone);
    }

    /// Says of an empty cell that it must have held an amount that nothing proves.
    pub(super) fn lose(&mut self, spot: Spot) {
        let gone = Variable {
            readings: Vec::new(),
            value: None,
            ground: Ground::Gone,
            typed: false,
            uncalculated: false,
            exact: None,
        };
        self.put(spot, gone);
    }

    /// Takes a number for printed that was settled before.
    pub(super) fn take(&mut self, spot: Spot, value: Decimal) {
        let printed = Variable {
            readings: vec![Reading { value, rule: None, cost: 0 }],
            value: Some(value),
            ground: Ground::Printed,
            typed: false,
            uncalculated: false,
            exact: None,
        };
        self.put(spot, printed);
    }

    /// Gives a variable another value with its ground.
    pub(super) fn settle(&mut self, spot: Spot, value: Decimal, ground: Ground) {
        if let Some(variable) = self.get_mut(spot) {
            variable.value = Some(value);
            variable.ground = ground;
        }
    }
}

/// Words without a digit in the place of a quantity or an amount, as an open question.
fn wordy(cell: &Cell) -> Option<Variable> {
    let text = cell.text();
    let words = !text.chars().any(char::is_numeric) && number::absence(text).is_none();
    words.then(|| Variable {
        readings: Vec::new(),
        value: None,
        ground: Ground::Open,
        typed: false,
        uncalculated: false,
        exact: None,
    })
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

fn variable(kind: Kind, cell: &Cell, typed: bool, fraction: bool, given_back: bool) -> Option<Variable> {
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
        return Some(Variable {
            readings,
            value: None,
            ground: Ground::Open,
            typed,
            uncalculated: false,
            exact: None,
        });
    }
    if let Some(value) = cell.number() {
        let readings = vec![Reading { value, rule: None, cost: 0 }];
        return Some(Variable {
            readings,
            value: Some(value),
            ground: Ground::Printed,
            typed,
            uncalculated: false,
            exact: None,
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
fn is_given_back(table: &Table, raw: &RawTable, spot: Spot) -> bool {
    let Some(left) = spot.column.checked_sub(1) else { return false };
    let row = table.rows.get(spot.row);
    let cell = |column: usize| row.and_then(|row| row.cells.get(column));
    let Some((bled, _)) = cell(spot.column).and_then(|cell| number::bled(cell.text())) else { return false };
    let fragments = raw.rows.get(spot.row).and_then(|row| row.cells.get(left)).into_iter().flatten();
    let printed: usize = fragments.map(|fragment| letters(&fragment.raw.shown()).len()).sum();
    cell(left).is_some_and(|cell| letters(cell.text()).len() == printed + letters(bled).len())
}

/// Whether a stored amount may be what an English Excel made of `64.676.500` or `996.400`: less than a million
/// rupiah, and not in whole rupiah.
fn is_thousandth(value: Decimal) -> bool {
    !value.fract().is_zero() && value.abs() < Decimal::from(1_000_000) && value.normalize().scale() <= 3
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
