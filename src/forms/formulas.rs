//! The formulas that hold between the columns of a table.

use std::collections::BTreeMap;

use super::added::MONEY;
use crate::model::{Column, Formula, Layout, Origin, Printed};

/// The formulas of a layout for a table of some columns. Where the columns of a formula are printed as pairs of a
/// quantity and an amount, it holds between the amounts. Where the header prints a column that no form knows, a formula
/// does not hold that needs one which the header lacks: the unknown column may be that one.
#[must_use]
pub fn formulas(
    layout: &Layout,
    columns: &[&'static Column],
    printed: &BTreeMap<&'static str, Printed>,
) -> Vec<Formula> {
    let some_unknown = columns.iter().any(|column| column.origin == Origin::Unknown);
    let known = |formula: &Formula| !some_unknown || named(formula).all(|id| printed.contains_key(id));
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
    layout
        .formulas
        .iter()
        .flat_map(|formula| [Some(formula.clone()), of_money(formula)])
        .flatten()
        .filter(known)
        .collect()
}

/// The columns that a formula names.
fn named(formula: &Formula) -> impl Iterator<Item = &str> {
    let (three, terms): ([Option<&str>; 3], &[&str]) = match formula {
        Formula::Ratio { result, numerator, denominator } => {
            ([Some(result), Some(numerator), Some(denominator)], &[])
        }
        Formula::Difference { result, minuend, subtrahend } => {
            ([Some(result), Some(minuend), Some(subtrahend)], &[])
        }
        Formula::Sum { result, terms } => ([Some(result), None, None], terms),
    };
    three.into_iter().flatten().chain(terms.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::form;
    use crate::model::{Kind, unknown};

    #[test]
    fn a_formula_does_not_hold_where_an_unknown_column_may_be_the_one_that_it_lacks() {
        let layout = &form("T-C.29").unwrap().layouts[0];
        let mut columns: Vec<&'static Column> = layout.columns.iter().collect();
        let mut printed: BTreeMap<&'static str, Printed> =
            columns.iter().map(|column| (column.id, Printed::default())).collect();
        printed.remove("realisasi_lalu");
        assert_eq!(formulas(layout, &columns, &printed).len(), layout.formulas.len());
        let unknown = unknown(1, Kind::Text).unwrap();
        columns.push(unknown);
        printed.insert(unknown.id, Printed::default());
        let left = formulas(layout, &columns, &printed);
        assert!(matches!(left.as_slice(), [Formula::Ratio { result: "tingkat_capaian", .. }]), "{left:?}");
    }
}
