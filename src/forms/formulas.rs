//! The formulas that hold between the columns of a table.

use std::collections::BTreeMap;

use super::added::{MONEY, of_further_year};
use super::printed;
use crate::model::{Column, Formula, Layout, Origin, Printed, Table};

/// The formulas that a layout prints, for a table of some columns. Where the columns of a formula are printed as pairs of
/// a quantity and an amount, it holds between the amounts; a sum over the years of a period is one over all years that
/// the table has. Where the header prints a column that no form knows, a formula does not hold that needs one which the
/// header lacks: the unknown column may be that one. A sum over a period of which the table leaves out years is none of
/// these: see [`formulas_of`].
#[must_use]
pub fn formulas(
    layout: &Layout,
    columns: &[&'static Column],
    printed: &BTreeMap<&'static str, Printed>,
) -> Vec<Formula> {
    let some_unknown = columns.iter().any(|column| column.origin == Origin::Unknown);
    let known = |formula: &Formula| !some_unknown || named(formula).all(|id| printed.contains_key(id));
    let whole = layout.formulas.iter().filter(|formula| !leaves_out_years(formula, columns));
    whole.flat_map(|formula| resolved(formula, columns)).filter(known).collect()
}

/// The formulas of a table: those of its layout, and of those that offices follow or not the ones that most of its rows
/// prove.
#[must_use]
pub fn formulas_of(table: &Table) -> Vec<Formula> {
    let mut found = formulas(table.layout, &table.columns, &table.printed);
    for rivals in offered(table.layout, &table.columns) {
        found.extend(printed::usual(table, rivals));
    }
    found
}

/// The groups of formulas of which one at most holds in a table of some columns.
#[must_use]
pub fn offered(layout: &Layout, columns: &[&'static Column]) -> Vec<Vec<Formula>> {
    let whole =
        |rivals: &&'static [Formula]| rivals.iter().flat_map(|formula| resolved(formula, columns)).collect();
    let partial = layout.formulas.iter().filter(|formula| leaves_out_years(formula, columns));
    let partial = partial.map(|formula| resolved(formula, columns));
    layout.alternatives.iter().map(whole).chain(partial).collect()
}

/// Whether a formula adds up the years of a period and a table lacks one of them: its end may hold that year all the
/// same.
fn leaves_out_years(formula: &Formula, columns: &[&'static Column]) -> bool {
    let Formula::Sum { terms, .. } = formula else { return false };
    let lacks = |id: &&str| !columns.iter().any(|column| column.id == *id);
    terms.iter().all(|id| id.ends_with(|c: char| c.is_ascii_digit())) && terms.iter().any(lacks)
}

/// A formula between the columns that a table has: as declared, and between amounts.
fn resolved(formula: &Formula, columns: &[&'static Column]) -> Vec<Formula> {
    let find = |id: &str| columns.iter().find(|column| column.id == id).map(|column| column.id);
    let money = |id: &'static str| find(&format!("{id}{MONEY}"));
    let of_money = || {
        Some(match formula {
            Formula::Ratio { result, numerator, denominator } => Formula::Ratio {
                result: money(result)?,
                numerator: money(numerator)?,
                denominator: money(denominator)?,
            },
            Formula::Quotient { result, numerator, denominator } => Formula::Quotient {
                result: money(result)?,
                numerator: money(numerator)?,
                denominator: money(denominator)?,
            },
            Formula::Latest { result, terms } => Formula::Latest {
                result: money(result)?,
                terms: terms.iter().map(|id| money(id)).collect::<Option<Vec<_>>>()?.into(),
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
    [Some(over_all_years(formula, columns)), of_money()].into_iter().flatten().collect()
}

/// A sum over the years of a period, with the years that the header of the table adds.
fn over_all_years(formula: &Formula, columns: &[&'static Column]) -> Formula {
    match formula {
        Formula::Sum { result, terms } => {
            let further = columns.iter().filter(|column| of_further_year(column, terms));
            let terms: Vec<&'static str> =
                terms.iter().copied().chain(further.map(|column| column.id)).collect();
            Formula::Sum { result, terms: terms.into() }
        }
        other => other.clone(),
    }
}

/// The columns that a formula names.
fn named(formula: &Formula) -> impl Iterator<Item = &str> {
    let (three, terms): ([Option<&str>; 3], &[&str]) = match formula {
        Formula::Ratio { result, numerator, denominator }
        | Formula::Quotient { result, numerator, denominator } => {
            ([Some(result), Some(numerator), Some(denominator)], &[])
        }
        Formula::Difference { result, minuend, subtrahend } => {
            ([Some(result), Some(minuend), Some(subtrahend)], &[])
        }
        Formula::Sum { result, terms } | Formula::Latest { result, terms } => {
            ([Some(result), None, None], terms)
        }
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
