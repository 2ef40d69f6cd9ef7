//! Whether the formulas that a form prints hold for numbers where they stand.

use rust_decimal::Decimal;

use super::class::{Class, class};
use crate::forms::is_rounded;
use crate::model::{Column, Formula, Fragment, Kind, Raw};
use crate::value::{measure, number};

/// A filled cell of a column of numbers, as a formula sees it.
pub(super) struct Value {
    number: Option<Decimal>,
    /// Whether it says that there is none: `-`, `N/A`.
    absent: bool,
    /// Whether it may be a percent: small, or with the sign of one.
    percent: bool,
    /// Whether it may be an amount or a quantity: anything but a decimal fraction, but for `0,00`.
    amount: bool,
}

impl Value {
    /// Whether there is a cell, and no number in it.
    pub(super) const fn is_unreadable(&self) -> bool {
        self.number.is_none()
    }

    pub(super) fn of(cell: &[Fragment]) -> Self {
        let looks: Vec<Class> = cell.iter().map(|fragment| class(&fragment.raw)).collect();
        let percent = |look: &Class| {
            matches!(
                look,
                Class::Digits | Class::Decimal | Class::MoneyDecimal | Class::Measure | Class::Fault
            )
        };
        let (number, unit) = number_and_unit(cell);
        let nothing = number.is_some_and(|number| number.is_zero());
        let amount = |look: &Class| *look != Class::Fault && (*look != Class::Decimal || nothing);
        let percent = unit.is_empty() && looks.iter().all(percent);
        let absent = looks.contains(&Class::Absence);
        Self { number, absent, percent, amount: looks.iter().all(amount) }
    }

    /// Whether it may stand in a column. What cannot be read may stand anywhere.
    pub(super) fn fits(&self, column: Option<&&'static Column>) -> bool {
        column.is_some_and(|column| {
            self.number.is_none() || if column.kind == Kind::Percent { self.percent } else { self.amount }
        })
    }
}

/// The number of a cell, and the unit of a quantity: empty for an amount or a percent.
fn number_and_unit(cell: &[Fragment]) -> (Option<Decimal>, String) {
    if let [Fragment { raw: raw @ Raw::Number { value, format }, .. }] = cell
        && raw.dressed().is_none()
    {
        let percent = || value.checked_mul(Decimal::ONE_HUNDRED);
        return (if format.contains('%') { percent() } else { Some(*value) }, String::new());
    }
    let text: String = cell.iter().map(|fragment| fragment.raw.shown()).collect();
    let readings = if text.contains('%') { number::percent(&text) } else { number::rupiah(&text) };
    if let Some(best) = readings.first() {
        return (Some(best.value), String::new());
    }
    match measure::measures(&text) {
        measure::Measures::One(quantity) => (quantity.number, quantity.unit),
        _ => (None, String::new()),
    }
}

/// What stands in the column of a formula.
enum Said {
    /// The column is not there, or its cell is empty, or it says that there is no number.
    Nothing,
    /// A cell that cannot be read as a number.
    Unreadable,
    Number(Decimal),
}

impl Said {
    const fn number(self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(number),
            Self::Nothing | Self::Unreadable => None,
        }
    }
}

/// Whether each formula holds that can be checked, with values in these places.
pub(super) fn verdicts(
    formulas: &[Formula],
    columns: &[&'static Column],
    places: &[usize],
    values: &[Value],
) -> Vec<bool> {
    let find = |id: &str| -> Option<&Value> {
        let position = columns.iter().position(|column| column.id == id)?;
        let index = places.iter().position(|place| *place == position)?;
        values.get(index).filter(|value| !value.absent)
    };
    let said = |id: &str| match find(id).map(|value| value.number) {
        None => Said::Nothing,
        Some(None) => Said::Unreadable,
        Some(Some(number)) => Said::Number(number),
    };
    formulas.iter().filter_map(|formula| holds(formula, &said)).collect()
}

/// Whether a formula holds; `None` where a value it needs is missing.
fn holds(formula: &Formula, said: &dyn Fn(&str) -> Said) -> Option<bool> {
    match formula {
        Formula::Ratio { result, numerator, denominator } => {
            let number = |id: &str| said(id).number();
            ratio_holds(number(result)?, number(numerator)?, number(denominator)?)
        }
        // Of rival formulas, the rows are read first and then say which holds.
        Formula::Quotient { .. } | Formula::Latest { .. } => None,
        Formula::Difference { result, minuend, subtrahend } => {
            let number = |id: &str| said(id).number();
            let (wanted, more, less) = (number(result)?, number(minuend)?, number(subtrahend)?);
            let trivial = more.is_zero() && less.is_zero();
            (!trivial).then_some(more.checked_sub(less)? == wanted)
        }
        Formula::Sum { result, terms } => {
            let wanted = said(result).number()?;
            let mut found = Vec::new();
            for term in terms.iter() {
                match said(term) {
                    Said::Nothing => {}
                    // A term that cannot be read leaves the sum open.
                    Said::Unreadable => return None,
                    Said::Number(number) => found.push(number),
                }
            }
            let sum = found.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(*term))?;
            let trivial = wanted.is_zero() && found.iter().all(Decimal::is_zero);
            (!trivial && !found.is_empty()).then_some(sum == wanted)
        }
    }
}

/// Whether a printed percent is that of two numbers; `None` where that says nothing.
fn ratio_holds(result: Decimal, top: Decimal, bottom: Decimal) -> Option<bool> {
    let ratio = top.checked_div(bottom)?.checked_mul(Decimal::ONE_HUNDRED)?;
    // Excel stores a percent as a fraction.
    let percent = if result.abs() <= Decimal::TEN { result.checked_mul(Decimal::ONE_HUNDRED) } else { None };
    let near = |printed: Decimal| is_rounded(printed, ratio);
    // Nothing of anything is nothing.
    let trivial = ratio.is_zero() && result.is_zero();
    (!trivial).then_some(near(result) || percent.is_some_and(near))
}
