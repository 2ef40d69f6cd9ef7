//! Formulas and sums that do not hold though every number reads cleanly: contradictions of the source, with
//! their likeliest cause.

mod reference;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::forms::{Law, Relation, Spot, laws};
use crate::model::{Finding, Said, Severity, Status, Table, Tingkat, indonesian};
use crate::rules;
use crate::value::number::{Absence, absence};

/// The contradictions of a table.
pub(super) fn findings(index: usize, table: &Table) -> Vec<Finding> {
    let laws = laws(table);
    let dashed = dashed_parents(table, &laws);
    // A dash says none, and a parent that says none is no sum of rows that have something.
    let value = |spot: Spot| number(table, spot).or_else(|| dashed.contains(&spot).then_some(Decimal::ZERO));
    let unsure = |law: &Law| law.spots().any(|spot| is_open(table, spot));
    laws.iter()
        .filter(|law| law.holds(&value) == Some(false) && !unsure(law))
        .filter_map(|law| finding(index, table, law, &value))
        .collect()
}

fn number(table: &Table, spot: Spot) -> Option<Decimal> {
    table.rows.get(spot.row)?.cells.get(spot.column)?.number()
}

/// The results of sums that hold a dash, where the office writes amounts into rows of that level: where it puts a dash
/// into all of them, several at that, it sums into other rows.
fn dashed_parents(table: &Table, laws: &[Law]) -> BTreeSet<Spot> {
    let cell = |spot: &Spot| table.rows.get(spot.row).and_then(|row| row.cells.get(spot.column));
    let is_dash = |spot: &Spot| cell(spot).is_some_and(|cell| absence(cell.text()) == Some(Absence::Dash));
    let level = |spot: &Spot| table.rows.get(spot.row).and_then(|row| row.level);
    let results: Vec<Spot> = laws
        .iter()
        .filter(|law| matches!(law.relation, Relation::Children | Relation::Total))
        .map(|law| law.result)
        .filter(|spot| level(spot) != Some(Tingkat::Urusan))
        .collect();
    let alike = |spot: &Spot| {
        let (column, own) = (spot.column, level(spot));
        results.iter().filter(move |other| other.column == column && level(other) == own)
    };
    let is_meant =
        |spot: &Spot| alike(spot).count() == 1 || alike(spot).any(|other| number(table, *other).is_some());
    results.iter().copied().filter(|spot| is_dash(spot) && is_meant(spot)).collect()
}

fn is_open(table: &Table, spot: Spot) -> bool {
    let cell = table.rows.get(spot.row).and_then(|row| row.cells.get(spot.column));
    cell.is_some_and(|cell| cell.status() == Status::Unresolved)
}

fn finding(
    index: usize,
    table: &Table,
    law: &Law,
    value: &dyn Fn(Spot) -> Option<Decimal>,
) -> Option<Finding> {
    let (found, computed) = (value(law.result)?, law.computed(value)?);
    let expected = if law.relation == Relation::Ratio { computed.round_dp(2) } else { computed };
    let column = table.columns.get(law.result.column)?;
    let (rule, cause) = match law.relation {
        Relation::Ratio | Relation::Sum | Relation::Difference => {
            (rules::formula_mismatch::ID, formula_cause())
        }
        Relation::Children | Relation::Total => {
            (rules::sum_mismatch::ID, sum_cause(table, law, value, found, expected))
        }
    };
    let cell = table.rows.get(law.result.row)?.cells.get(law.result.column)?;
    let printed =
        cell.number().map_or_else(|| cell.text().to_owned(), |number| indonesian(number, None, true));
    let message = Said::new(
        format!("{}; tercetak {printed}. {}", law.arithmetic(value), cause.indonesian),
        format!("{}; printed {printed}. {}", law.arithmetic(value), cause.english),
    );
    Some(Finding {
        severity: Severity::Error,
        about: None,
        table: Some(index),
        row: Some(law.result.row),
        column: Some(column.id),
        source: cell.sources().first().cloned(),
        message,
        expected: Some(expected.normalize().to_string()),
        found: Some(found.normalize().to_string()),
        candidates: Vec::new(),
        ..Finding::of(rule)
    })
}

fn formula_cause() -> Said {
    Said::new(
        "Rumus yang tercetak pada formulir tidak terpenuhi; periksa angka asalnya.",
        "The formula printed on the form does not hold; check the numbers it is made from.",
    )
}

/// The likeliest cause of a sum that is not met.
fn sum_cause(
    table: &Table,
    law: &Law,
    value: &dyn Fn(Spot) -> Option<Decimal>,
    found: Decimal,
    expected: Decimal,
) -> Said {
    let difference = expected - found;
    let left_out = law.terms.iter().find(|spot| value(**spot) == Some(difference) && !difference.is_zero());
    if let Some(spot) = left_out {
        let child = name(table, *spot);
        return Said::new(
            format!("Selisihnya tepat satu anak, {child}: rentang jumlahnya kurang satu baris."),
            format!("It differs by exactly one child, {child}: its range is one row short."),
        );
    }
    if found.is_zero() {
        return Said::new(
            "Induk ini menyatakan tidak ada, padahal anaknya berisi.",
            "This parent says that there is none, though its children have amounts.",
        );
    }
    if law.relation == Relation::Children && is_grand_total(table, law, value, found) {
        return Said::new(
            "Angka ini adalah jumlah seluruh program, bukan jumlah anaknya saja.",
            "It carries the grand total of all programs, not the sum of its own children.",
        );
    }
    if let Some(rows) = reference::of_other_rows(table, law, value, found) {
        let rows: Vec<String> = rows.into_iter().map(|spot| name(table, spot)).collect();
        return Said::new(
            format!("Angka ini tepat {}: rumusnya merujuk baris yang salah.", rows.join(" + ")),
            format!("It is exactly {}: its formula refers to a wrong row.", rows.join(" + ")),
        );
    }
    let shown = indonesian(difference.abs(), None, true);
    if difference.is_sign_positive() {
        Said::new(
            format!("Kurang {shown} dari jumlah anaknya; periksa induk dan anaknya."),
            format!("It is {shown} less than its children make; check the parent and its children."),
        )
    } else {
        Said::new(
            format!("Lebih {shown} dari jumlah anaknya; periksa induk dan anaknya."),
            format!("It is {shown} more than its children make; check the parent and its children."),
        )
    }
}

fn name(table: &Table, spot: Spot) -> String {
    let row = table.rows.get(spot.row);
    row.and_then(|row| row.code.as_ref()).map_or_else(|| format!("#{}", spot.row + 1), ToString::to_string)
}

fn is_grand_total(table: &Table, law: &Law, value: &dyn Fn(Spot) -> Option<Decimal>, found: Decimal) -> bool {
    let column = law.result.column;
    let programs = table.rows.iter().enumerate().filter(|(_, row)| row.level == Some(Tingkat::Program));
    let all = programs
        .filter_map(|(row, _)| value(Spot { row, column }))
        .try_fold(Decimal::ZERO, Decimal::checked_add);
    all == Some(found)
}
