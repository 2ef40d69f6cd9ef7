//! How badly a cell suits a column, by what both are.

use super::class::Class;
use super::costs;
use super::named::Named;
use crate::model::{Column, Kind, Raw, Role};

/// What it costs to believe that a value of this look, which names this, belongs to a column.
pub(super) fn column_cost(class: Class, raw: &Raw, named: Named, column: &Column) -> f64 {
    match column.kind {
        // A code that is no column of code cells stands whole in its cell: `2.04`, seldom a single digit.
        Kind::Code if column.role != Role::Code && class == Class::Digits => costs::LOOSE,
        Kind::Code if is_fraction_of_many(raw) => costs::CONTRARY,
        Kind::Code => code_cost(class),
        Kind::Ordinal => match class {
            Class::Digits => costs::FITS,
            Class::CodeLike | Class::Predicate => costs::DOUBTFUL,
            _ => costs::IMPOSSIBLE,
        },
        Kind::Text | Kind::List => text_cost(class, raw, named, column),
        Kind::Measure => match class {
            Class::Measure => costs::FITS,
            Class::Digits | Class::Decimal | Class::Predicate => costs::CLOSE,
            Class::Absence => costs::CLOSE,
            Class::Fault => costs::UNLIKELY,
            Class::Formula => costs::DOUBTFUL,
            Class::CodeLike => costs::UNUSUAL,
            Class::Text => costs::FOREIGN,
            Class::Money | Class::MoneyDecimal => costs::FOREIGN,
            Class::Garbled => costs::FOREIGN,
            Class::BledMoney | Class::Moment => costs::CONTRARY,
        },
        Kind::Rupiah => rupiah_cost(class, raw),
        Kind::MeasureOrRupiah => match class {
            Class::Money | Class::MoneyDecimal | Class::Formula => costs::FITS,
            Class::Measure | Class::BledMoney | Class::Garbled => costs::LOOSE,
            Class::Absence => costs::CLOSE,
            Class::Fault => costs::UNUSUAL,
            Class::Digits | Class::Decimal => costs::DOUBTFUL,
            Class::Predicate | Class::CodeLike => costs::UNLIKELY,
            Class::Text | Class::Moment => costs::CONTRARY,
        },
        Kind::Percent => match class {
            Class::Decimal | Class::MoneyDecimal => costs::FITS,
            Class::Absence => costs::CLOSE,
            Class::Fault | Class::Formula => costs::FITS,
            Class::Measure => costs::LOOSE,
            Class::Digits => costs::LOOSE,
            // `100.` lost its decimals.
            Class::Money if raw.shown().trim().len() <= "100.".len() => costs::LOOSE,
            Class::Money | Class::CodeLike => costs::FOREIGN,
            _ => costs::IMPOSSIBLE,
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
        Class::Digits | Class::CodeLike => costs::FITS,
        Class::Decimal | Class::Moment => costs::CLOSE,
        Class::Predicate | Class::Absence | Class::Fault => costs::CONTRARY,
        Class::Money | Class::MoneyDecimal | Class::Formula => costs::CONTRARY,
        Class::Measure | Class::BledMoney | Class::Garbled | Class::Text => costs::IMPOSSIBLE,
    }
}

fn rupiah_cost(class: Class, raw: &Raw) -> f64 {
    match class {
        Class::Money | Class::Formula => costs::FITS,
        Class::Absence => costs::CLOSE,
        Class::Fault => costs::DOUBTFUL,
        Class::MoneyDecimal => costs::CLOSE,
        Class::BledMoney => costs::DOUBTFUL,
        Class::Garbled => costs::LOOSE,
        Class::Digits if raw.shown().trim() == "0" => costs::CLOSE,
        Class::Digits | Class::Decimal => costs::UNLIKELY,
        Class::CodeLike => costs::FOREIGN,
        Class::Measure | Class::Predicate => costs::CONTRARY,
        Class::Text | Class::Moment => costs::IMPOSSIBLE,
    }
}

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
        Class::Text if column.role == Role::Text && is_sentence => costs::UNUSUAL,
        Class::Text => named.cost(column.role),
        Class::Predicate => costs::LOOSE,
        Class::Absence => costs::DOUBTFUL,
        Class::Fault => costs::UNLIKELY,
        Class::Formula => costs::CONTRARY,
        Class::Measure if name => costs::FOREIGN,
        // A quantity is hardly ever all there is to remark.
        Class::Measure if column.role == Role::Remark => costs::UNLIKELY,
        Class::Measure => costs::UNUSUAL,
        // An indicator that was never filled in is printed as nought.
        Class::Digits if column.kind == Kind::List && is_nought(raw) => costs::CLOSE,
        Class::Digits | Class::CodeLike | Class::Decimal => {
            if name {
                costs::CONTRARY
            } else {
                costs::FOREIGN
            }
        }
        Class::Money | Class::MoneyDecimal | Class::BledMoney | Class::Garbled | Class::Moment => {
            costs::CONTRARY
        }
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
