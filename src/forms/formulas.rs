//! The formulas that hold between the columns of a table.

use super::added::MONEY;
use crate::model::{Column, Formula, Layout};

/// The formulas of a layout for a table of some columns. Where the columns of a formula are printed as pairs of a
/// quantity and an amount, it holds between the amounts.
#[must_use]
pub fn formulas(layout: &Layout, columns: &[&'static Column]) -> Vec<Formula> {
    let find = |id: &str| columns.iter().find(|column| column.id == id).map(|column| column.id);
    let money = |id: &'static str| find(&format!("{id}{MONEY}"));
    let of_money = |formula: &Formula| {
        Some(match formula {
            Formula::Ratio { result, numerator, denominator } => Formula::Ratio {
                result: money(result)?,
                numerator: money(numerator)?,
                denominator: money(denominator)?,
            },
            Formula::Sum { result, terms } => Formula::Sum {
                result: money(result)?,
                terms: terms.iter().map(|id| money(id)).collect::<Option<Vec<_>>>()?.into(),
            },
            Formula::Difference { result, minuend, subtrahend } => Formula::Difference {
                result: money(result)?,
                minuend: money(minuend)?,
                subtrahend: money(subtrahend)?,
            },
        })
    };
    layout.formulas.iter().flat_map(|formula| [Some(formula.clone()), of_money(formula)]).flatten().collect()
}
