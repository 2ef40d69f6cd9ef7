//! Formulas and sums that do not hold though every number reads cleanly: contradictions of the source, with
//! their likeliest cause.

mod reference;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::forms::{Law, Relation, Spot, laws};
use crate::model::{Cause, Finding, Said, Severity, Status, Table, Tingkat, indonesian};
use crate::rules::{self, sum_mismatch};
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
    let (cause, said) = match law.relation {
        Relation::Ratio | Relation::Sum | Relation::Difference => by_itself(rules::formula_mismatch::FAILS),
        Relation::Children | Relation::Total => sum_cause(table, law, value, found, expected),
    };
    let cell = table.rows.get(law.result.row)?.cells.get(law.result.column)?;
    let printed =
        cell.number().map_or_else(|| cell.text().to_owned(), |number| indonesian(number, None, true));
    let message = Said::new(
        format!("{}; tercetak {printed}. {}", law.arithmetic(value), said.indonesian),
        format!("{}; printed {printed}. {}", law.arithmetic(value), said.english),
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
        ..Finding::of(cause)
    })
}

/// A cause of which there is no more to say than it says itself.
fn by_itself(cause: Cause) -> (Cause, Said) {
    (cause, cause.wording().said())
}

/// The likeliest cause of a sum that is not met.
fn sum_cause(
    table: &Table,
    law: &Law,
    value: &dyn Fn(Spot) -> Option<Decimal>,
    found: Decimal,
    expected: Decimal,
) -> (Cause, Said) {
    let difference = expected - found;
    let left_out = law.terms.iter().find(|spot| value(**spot) == Some(difference) && !difference.is_zero());
    if let Some(spot) = left_out {
        let child = name(table, *spot);
        let said = Said::new(
            format!("Selisihnya tepat satu anak, {child}: rentang jumlahnya kurang satu baris."),
            format!("It differs by exactly one child, {child}: its range is one row short."),
        );
        return (sum_mismatch::CHILD_LEFT_OUT, said);
    }
    if found.is_zero() {
        return by_itself(sum_mismatch::SAYS_NONE);
    }
    if law.relation == Relation::Children && is_grand_total(table, law, value, found) {
        return by_itself(sum_mismatch::GRAND_TOTAL);
    }
    if let Some(rows) = reference::of_other_rows(table, law, value, found) {
        let rows: Vec<String> = rows.into_iter().map(|spot| name(table, spot)).collect();
        let said = Said::new(
            format!("Angka ini tepat {}: rumusnya merujuk baris yang salah.", rows.join(" + ")),
            format!("It is exactly {}: its formula refers to a wrong row.", rows.join(" + ")),
        );
        return (sum_mismatch::OTHER_ROWS, said);
    }
    let shown = indonesian(difference.abs(), None, true);
    if difference.is_sign_positive() {
        let said = Said::new(
            format!("Kurang {shown} dari jumlah anaknya; periksa induk dan anaknya."),
            format!("It is {shown} less than its children make; check the parent and its children."),
        );
        (sum_mismatch::TOO_LITTLE, said)
    } else {
        let said = Said::new(
            format!("Lebih {shown} dari jumlah anaknya; periksa induk dan anaknya."),
            format!("It is {shown} more than its children make; check the parent and its children."),
        );
        (sum_mismatch::TOO_MUCH, said)
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
