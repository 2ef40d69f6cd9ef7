//! How badly a cell suits a column, by what both are.

use super::class::Class;
use super::named::Named;
use crate::model::{Column, Kind, Raw, Role};

/// What it costs to believe that a value of this look, which names this, belongs to a column.
pub(super) fn column_cost(class: Class, raw: &Raw, named: Named, column: &Column) -> f64 {
    match column.kind {
        // A code that is no column of code cells stands whole in its cell: `2.04`, seldom a single digit.
        Kind::Code if column.role != Role::Code && class == Class::Digits => 0.6,
        Kind::Code if is_fraction_of_many(raw) => 6.0,
        Kind::Code => code_cost(class),
        Kind::Ordinal => match class {
            Class::Digits => 0.0,
            Class::CodeLike | Class::Predicate => 1.0,
            _ => 8.0,
        },
        Kind::Text | Kind::List => text_cost(class, raw, named, column),
        Kind::Measure => match class {
            Class::Measure => 0.0,
            Class::Digits | Class::Decimal | Class::Predicate => 0.4,
            Class::Absence => 0.2,
            Class::Fault => 2.0,
            Class::Formula => 1.0,
            Class::CodeLike => 1.5,
            Class::Text => 2.5,
            Class::Money | Class::MoneyDecimal => 3.5,
            Class::Garbled => 3.0,
            Class::BledMoney | Class::Moment => 4.0,
        },
        Kind::Rupiah => rupiah_cost(class, raw),
        Kind::MeasureOrRupiah => match class {
            Class::Money | Class::MoneyDecimal | Class::Formula => 0.0,
            Class::Measure | Class::BledMoney | Class::Garbled => 0.5,
            Class::Absence => 0.2,
            Class::Fault => 1.5,
            Class::Digits | Class::Decimal => 1.1,
            Class::Predicate | Class::CodeLike => 2.0,
            Class::Text | Class::Moment => 4.0,
        },
        Kind::Percent => match class {
            Class::Decimal | Class::MoneyDecimal => 0.0,
            Class::Absence => 0.2,
            Class::Fault | Class::Formula => 0.0,
            Class::Measure => 0.5,
            Class::Digits => 0.8,
            // `100.` lost its decimals.
            Class::Money if raw.shown().trim().len() <= "100.".len() => 0.8,
            Class::Money | Class::CodeLike => 3.0,
            _ => 8.0,
        },
    }
}

/// Whether a stored number has decimals and is larger than any part of a code: `70895.254` is an amount that lost
/// its thousands, whereas `2.17` may be a code.
fn is_fraction_of_many(raw: &Raw) -> bool {
    matches!(raw, Raw::Number { value, .. }
        if !value.fract().is_zero() && value.abs() >= rust_decimal::Decimal::ONE_HUNDRED)
}

fn code_cost(class: Class) -> f64 {
    match class {
        Class::Digits | Class::CodeLike => 0.0,
        Class::Decimal | Class::Moment => 0.3,
        Class::Predicate | Class::Absence | Class::Fault => 4.0,
        Class::Money | Class::MoneyDecimal | Class::Formula => 6.0,
        Class::Measure | Class::BledMoney | Class::Garbled | Class::Text => 9.0,
    }
}

fn rupiah_cost(class: Class, raw: &Raw) -> f64 {
    match class {
        Class::Money | Class::Formula => 0.0,
        Class::Absence => 0.2,
        Class::Fault => 1.0,
        Class::MoneyDecimal => 0.3,
        Class::BledMoney => 1.0,
        Class::Garbled => 0.6,
        Class::Digits if raw.shown().trim() == "0" => 0.4,
        Class::Digits | Class::Decimal => 2.0,
        Class::CodeLike => 3.0,
        Class::Measure | Class::Predicate => 5.0,
        Class::Text | Class::Moment => 8.0,
    }
}

/// What a sentence costs in a column that is ticked.
const SENTENCE: f64 = 1.6;

/// What a nought costs in the place of an indicator.
const NOUGHT: f64 = 0.4;

/// Whether a cell shows noughts and nothing else: `0`, `0 0`.
fn is_nought(raw: &Raw) -> bool {
    let shown = raw.shown();
    shown.contains('0') && shown.chars().all(|c| c == '0' || c.is_whitespace())
}

fn text_cost(class: Class, raw: &Raw, named: Named, column: &Column) -> f64 {
    let is_sentence = matches!(raw, Raw::Text(text) if text.split_whitespace().nth(2).is_some());
    let name = matches!(column.role, Role::Name | Role::TwinName);
    match class {
        // `SPM` and `IKK` are ticked, or numbered; a whole sentence is the indicator.
        Class::Text if column.role == Role::Text && is_sentence => SENTENCE,
        Class::Text => named.cost(column.role),
        Class::Predicate => 0.6,
        Class::Absence => 1.0,
        Class::Fault => 2.0,
        Class::Formula => 4.0,
        Class::Measure if name => 3.0,
        // A quantity is hardly ever all there is to remark.
        Class::Measure if column.role == Role::Remark => 2.2,
        Class::Measure => 1.4,
        // An indicator that was never filled in is printed as nought.
        Class::Digits if column.kind == Kind::List && is_nought(raw) => NOUGHT,
        Class::Digits | Class::CodeLike | Class::Decimal => {
            if name {
                5.0
            } else {
                2.5
            }
        }
        Class::Money | Class::MoneyDecimal | Class::BledMoney | Class::Garbled | Class::Moment => 5.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_that_lost_its_thousands_is_no_code() {
        let stored = |value: &str| Raw::Number { value: value.parse().unwrap(), format: "General".into() };
        assert!(is_fraction_of_many(&stored("70895.254")));
        assert!(!is_fraction_of_many(&stored("2.17")));
        assert!(!is_fraction_of_many(&stored("201")));
    }
}
