//! The formulas that a form prints, as laws of the rows of a table.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::added::MONEY;
use super::laws::{Law, Relation, Spot, is_filled};
use crate::model::{Formula, Table};

/// Of formulas that rival each other, the one that a table proves: it holds in more than half of the rows that can be
/// checked, and in more than any other does. Of two that hold in the same rows, the first.
pub(super) fn usual(table: &Table, rivals: Vec<Formula>) -> Option<Formula> {
    let value = |spot: Spot| table.rows.get(spot.row)?.cells.get(spot.column)?.number();
    let trivial = |law: &Law| value(law.result).is_none_or(|result| result.is_zero());
    let mut best: Option<(usize, Formula)> = None;
    for formula in rivals {
        let laws = in_rows(table, &formula, &|spot| is_filled(table, spot));
        let checked = laws.iter().filter(|law| !trivial(law)).filter_map(|law| law.holds(&value));
        let (held, failed): (Vec<bool>, Vec<bool>) = checked.partition(|held| *held);
        let wins = best.as_ref().is_none_or(|(most, _)| held.len() > *most);
        if held.len() > failed.len() && wins {
            best = Some((held.len(), formula));
        }
    }
    best.map(|(_, formula)| formula)
}

/// How a formula is calculated along a row.
struct Along {
    relation: Relation,
    scale: Decimal,
    result: &'static str,
    terms: Vec<&'static str>,
    /// Whether a table that lacks one of the terms has the formula all the same.
    may_lack: bool,
    sign: &'static str,
}

impl Along {
    fn of(formula: &Formula) -> Self {
        let ratio = |result, terms: [&'static str; 2], scale| Self {
            relation: Relation::Ratio,
            scale,
            result,
            terms: terms.to_vec(),
            may_lack: false,
            sign: "/",
        };
        match formula {
            Formula::Ratio { result, numerator, denominator } => {
                ratio(*result, [*numerator, *denominator], Decimal::ONE_HUNDRED)
            }
            Formula::Quotient { result, numerator, denominator } => {
                ratio(*result, [*numerator, *denominator], Decimal::ONE)
            }
            Formula::Difference { result, minuend, subtrahend } => Self {
                relation: Relation::Difference,
                sign: " − ",
                ..ratio(*result, [*minuend, *subtrahend], Decimal::ONE)
            },
            Formula::Sum { result, terms } => Self {
                relation: Relation::Sum,
                terms: terms.to_vec(),
                may_lack: true,
                sign: "+",
                ..ratio(*result, [*result; 2], Decimal::ONE)
            },
            Formula::Latest { result, terms } => Self {
                relation: Relation::Sum,
                terms: terms.to_vec(),
                may_lack: true,
                sign: "|",
                ..ratio(*result, [*result; 2], Decimal::ONE)
            },
        }
    }
}

/// What the number row calls a column: `8` of `8=(7/6)`; its id where the form has no numbers.
fn numbered(table: &Table, id: &str) -> String {
    let plain = id.strip_suffix(MONEY).unwrap_or(id);
    let declared = table.layout.column(plain).map_or("", |column| column.number);
    let number = declared.split('=').next().unwrap_or_default();
    if number.is_empty() { id.to_owned() } else { number.to_owned() }
}

/// A printed formula in every row, where the cells count as filled that `filled` says; nothing where the table lacks one
/// of its columns.
pub(super) fn in_rows(table: &Table, formula: &Formula, filled: &dyn Fn(Spot) -> bool) -> Vec<Law> {
    let along = Along::of(formula);
    let terms: Vec<usize> = along.terms.iter().filter_map(|id| table.position(id)).collect();
    let Some(result) = table.position(along.result) else { return Vec::new() };
    if !along.may_lack && terms.len() < along.terms.len() {
        return Vec::new();
    }
    let named = along.terms.iter().map(|id| numbered(table, id)).collect::<Vec<_>>().join(along.sign);
    let name: Arc<str> = Arc::from(format!("{} = {named}", numbered(table, along.result)));
    let latest = matches!(formula, Formula::Latest { .. });
    let in_row = |row: usize| {
        let mut terms: Vec<Spot> = terms.iter().map(|column| Spot { row, column: *column }).collect();
        if latest {
            let last = terms.iter().rposition(|spot| filled(*spot)).unwrap_or_default();
            terms = terms.get(last).copied().into_iter().collect();
        }
        Law {
            relation: along.relation,
            result: Spot { row, column: result },
            terms: terms.into(),
            scale: along.scale,
            name: Arc::clone(&name),
        }
    };
    (0..table.rows.len()).map(in_row).collect()
}
