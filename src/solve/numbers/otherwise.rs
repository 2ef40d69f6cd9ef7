//! Numbers that the cell itself does not print: another one by its format, or the result of a formula.

use rust_decimal::Decimal;

use super::variable::{Ground, Variable};
use crate::model::{Kind, Raw};
use crate::rules;
use crate::value::number::{self, Reading};

/// A stored number whose format shows another one, or a formula without a stored result: what it may be.
pub(super) fn otherwise(raw: &Raw, kind: Kind) -> Option<Variable> {
    let reading = |value, rule, cost| Reading { value, rule, cost };
    let open = Variable { typed: true, ..Variable::open() };
    match raw {
        Raw::Number { value, .. } => {
            let shown = raw.dressed().filter(|dressed| dressed.other_number)?.text;
            let other = number::rupiah(&shown).first().map(|found| found.value);
            let other = other.filter(|other| other != value);
            let readings = std::iter::once(reading(*value, None, 1))
                .chain(other.map(|other| reading(other, Some(rules::ambiguous_number::ID), 1)));
            Some(Variable { readings: readings.collect(), ..open })
        }
        Raw::Uncalculated { result: Some(result), .. } => {
            let Raw::Number { value, format } = &**result else { return None };
            let scale = if format.contains('%') { Decimal::ONE_HUNDRED } else { Decimal::ONE };
            let value = value.checked_mul(scale)?;
            let value = if kind == Kind::Percent { value.round_dp(2) } else { value }.normalize();
            Some(Variable {
                readings: vec![reading(value, Some(rules::uncalculated_formula::ID), 1)],
                value: Some(value),
                ground: Ground::Typography(rules::uncalculated_formula::ID),
                typed: false,
                uncalculated: true,
                ..open
            })
        }
        _ => None,
    }
}
