//! Formulas for what follows from other cells. A formula is written only where it gives exactly the value
//! that stands there; a contradiction of the source stays a value.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, RoundingStrategy};

use super::plan::{Placed, Plan};
use super::value::{self, Value};
use crate::forms;
use crate::model::{Formula, Role, Tingkat, column_letters};

/// Excel takes no more arguments.
pub(super) const MOST_TERMS: usize = 250;

/// The formulas by row and position of the column in the table.
pub(super) type Formulas = BTreeMap<(usize, usize), String>;

/// Sums to which open amounts belong, by row and position of the column. Their formulas stand over texts, which they
/// leave out until a number is typed there.
pub(super) type Lacking = BTreeSet<(usize, usize)>;

/// Parents, totals and the formulas that the form prints.
pub(super) fn formulas(plan: &Plan<'_>, lacking: &Lacking, reach: Reach) -> Formulas {
    let mut found = Formulas::new();
    if plan.table.form.adds_up {
        for placed in plan.columns.iter().filter(|placed| matches!(placed.column.role, Role::Amount(_))) {
            add_sums(plan, placed, (lacking, reach), &mut found);
        }
    }
    for formula in &forms::formulas_of(plan.table) {
        for row in 0..plan.table.rows.len() {
            let (id, text) = match formula {
                Formula::Sum { result, terms } => (result, row_sum(plan, row, result, terms)),
                Formula::Difference { result, minuend, subtrahend } => {
                    (result, row_difference(plan, row, result, minuend, subtrahend))
                }
                Formula::Ratio { result, numerator, denominator } => {
                    (result, row_ratio(plan, row, result, (numerator, denominator), Decimal::ONE_HUNDRED))
                }
                Formula::Quotient { result, numerator, denominator } => {
                    (result, row_ratio(plan, row, result, (numerator, denominator), Decimal::ONE))
                }
                Formula::Latest { result, terms } => (result, row_latest(plan, row, result, terms)),
            };
            if let (Some(placed), Some(text)) = (plan.placed(id), text) {
                // A column that the form calculates along the row is not added up as well.
                found.insert((row, placed.position), text);
            }
        }
    }
    found
}

fn content(plan: &Plan<'_>, row: usize, placed: &Placed) -> Value {
    let cell = plan.table.rows.get(row).and_then(|row| row.cells.get(placed.position));
    cell.map_or(Value::Blank, |cell| value::of(cell, placed.column))
}

fn number(plan: &Plan<'_>, row: usize, placed: &Placed) -> Option<Decimal> {
    match content(plan, row, placed) {
        Value::Number(number, _) => Some(number),
        _ => None,
    }
}

fn add_sums(plan: &Plan<'_>, placed: &Placed, (lacking, reach): (&Lacking, Reach), found: &mut Formulas) {
    for row in 0..plan.table.rows.len() {
        let Some(printed) = number(plan, row, placed) else { continue };
        let terms = match reach {
            Reach::Filled => terms(plan, row, placed),
            Reach::All => all_terms(plan, row, placed),
        };
        let whole = reach == Reach::Filled && !lacking.contains(&(row, placed.position));
        let numbers: Option<Vec<Decimal>> = terms
            .iter()
            .map(|term| number(plan, *term, placed))
            .filter(|number| whole || number.is_some())
            .collect();
        let Some(numbers) = numbers else { continue };
        if !numbers.is_empty() && numbers.iter().sum::<Decimal>() == printed {
            let ranges = ranges(plan, placed, &terms);
            if ranges.split(',').count() <= MOST_TERMS {
                found.insert((row, placed.position), format!("=SUM({ranges})"));
            }
        }
    }
}

/// Which rows a sum reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those with an amount.
    Filled,
    /// All, so that an amount that is typed later counts.
    All,
}

/// The rows that a row of a merged plan is the sum of: what stands right below it. A row without an amount gives way to
/// what stands below it in turn, so that an amount typed there is counted.
fn all_terms(plan: &Plan<'_>, row: usize, placed: &Placed) -> Vec<usize> {
    let rows = &plan.table.rows;
    let level_of = |index: usize| rows.get(index).and_then(|row| row.level);
    let Some(level) = level_of(row) else { return Vec::new() };
    let candidates = if level == Tingkat::Jumlah { 0..row } else { row + 1..rows.len() };
    let below = |found: Tingkat| level == Tingkat::Jumlah || found > level;
    let mut terms = Vec::new();
    let mut covering: Option<Tingkat> = None;
    for index in candidates {
        let Some(found) = level_of(index).filter(|found| below(*found) && *found != Tingkat::Jumlah) else {
            break;
        };
        if covering.is_some_and(|cover| found > cover) {
            continue;
        }
        let leads = level_of(index + 1).is_some_and(|next| next > found && next != Tingkat::Jumlah);
        let gives_way = leads && content(plan, index, placed) == Value::Blank;
        covering = (!gives_way).then_some(found);
        if !gives_way {
            terms.push(index);
        }
    }
    terms
}

/// The rows that a row is the sum of: its direct children, or for a total the topmost rows with an amount.
/// A child without an amount is left out; one with text instead stays in and so forbids the formula.
fn terms(plan: &Plan<'_>, row: usize, placed: &Placed) -> Vec<usize> {
    let rows = &plan.table.rows;
    let Some(level) = rows.get(row).and_then(|row| row.level) else { return Vec::new() };
    let filled = |index: &usize| content(plan, *index, placed) != Value::Blank;
    let level_of = |index: usize| rows.get(index).and_then(|row| row.level);
    let candidates: Vec<usize> = if level == Tingkat::Jumlah {
        (0..row)
            .rev()
            .take_while(|above| level_of(*above) != Some(Tingkat::Jumlah))
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect()
    } else {
        (row + 1..rows.len())
            .take_while(|below| {
                level_of(*below).is_some_and(|found| found > level && found != Tingkat::Jumlah)
            })
            .collect()
    };
    let mut terms: Vec<usize> = Vec::new();
    let mut covering: Option<Tingkat> = None;
    for index in candidates.into_iter().filter(filled) {
        let Some(found) = level_of(index) else { return Vec::new() };
        if covering.is_none_or(|cover| found <= cover) {
            covering = Some(found);
            terms.push(index);
        }
    }
    terms
}

/// `N13:N18,N21`: neighbours are given as a range.
pub(super) fn ranges(plan: &Plan<'_>, placed: &Placed, rows: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => runs.push((*row, *row)),
        }
    }
    let letters = column_letters(placed.first);
    let shown = |(first, last): &(usize, usize)| {
        let (first, last) = (plan.row(*first) + 1, plan.row(*last) + 1);
        if first == last { format!("{letters}{first}") } else { format!("{letters}{first}:{letters}{last}") }
    };
    runs.iter().map(shown).collect::<Vec<_>>().join(",")
}

fn row_sum(plan: &Plan<'_>, row: usize, result: &str, terms: &[&str]) -> Option<String> {
    let printed = number(plan, row, plan.placed(result)?)?;
    let mut sum = Decimal::ZERO;
    let mut addresses = Vec::new();
    for id in terms {
        let placed = plan.placed(id)?;
        match content(plan, row, placed) {
            Value::Number(number, _) => sum += number,
            Value::Blank => {}
            Value::Text(_) => return None,
        }
        addresses.push(plan.address(row, id)?);
    }
    (sum == printed).then(|| format!("=SUM({})", addresses.join(",")))
}

/// The last filled one of some columns.
fn row_latest(plan: &Plan<'_>, row: usize, result: &str, terms: &[&str]) -> Option<String> {
    let printed = number(plan, row, plan.placed(result)?)?;
    let filled =
        |id: &&&str| plan.placed(id).is_some_and(|placed| content(plan, row, placed) != Value::Blank);
    let last = terms.iter().rev().find(filled)?;
    let repeated = number(plan, row, plan.placed(last)?)?;
    (repeated == printed).then(|| Some(format!("={}", plan.address(row, last)?)))?
}

fn row_ratio(
    plan: &Plan<'_>,
    row: usize,
    result: &str,
    (above, below): (&str, &str),
    scale: Decimal,
) -> Option<String> {
    let printed = number(plan, row, plan.placed(result)?)?;
    let numerator = number(plan, row, plan.placed(above)?)?;
    let denominator = number(plan, row, plan.placed(below)?)?;
    let exact = numerator.checked_mul(scale)?.checked_div(denominator)?;
    let rounded = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    // On the very edge between two roundings a binary quotient may fall to the other side.
    let edge = (exact - rounded).abs() > Decimal::new(49_999_999, 10);
    let (above, below) = (plan.address(row, above)?, plan.address(row, below)?);
    let times = if scale == Decimal::ONE { "" } else { "*100" };
    (rounded == printed && !edge).then(|| format!("=IF({below}=0,0,ROUND({above}/{below}{times},2))"))
}

fn row_difference(plan: &Plan<'_>, row: usize, result: &str, more: &str, less: &str) -> Option<String> {
    let printed = number(plan, row, plan.placed(result)?)?;
    let minuend = number(plan, row, plan.placed(more)?)?;
    let subtrahend = number(plan, row, plan.placed(less)?)?;
    let (more, less) = (plan.address(row, more)?, plan.address(row, less)?);
    (minuend.checked_sub(subtrahend)? == printed).then(|| format!("={more}-{less}"))
}

#[cfg(test)]
mod tests {
    use crate::write::sample;
    use crate::write::xlsx::plan;

    #[test]
    fn parents_and_totals_are_sums_of_what_stands_below() {
        let document = sample::document();
        let plans = plan::plans(&document);
        let found = super::formulas(&plans[0], &super::Lacking::new(), super::Reach::Filled);
        let pagu = document.tables[0].position("pagu").unwrap();
        let shown = |row: usize| found.get(&(row, pagu)).map(String::as_str);
        assert_eq!(plans[0].first_row, 8);
        assert_eq!(shown(0), None);
        assert_eq!(shown(1), Some("=SUM(N11)"));
        assert_eq!(shown(3), Some("=SUM(N13:N14)"));
        assert_eq!(shown(4), None);
        assert_eq!(shown(6), Some("=SUM(N10)"));
    }

    #[test]
    fn a_contradiction_stays_a_value() {
        let document = sample::document();
        let plans = plan::plans(&document);
        let found = super::formulas(&plans[1], &super::Lacking::new(), super::Reach::Filled);
        let position = |id: &str| document.tables[1].position(id).unwrap();
        // The program prints 466 less than its kegiatan has, and so does not add up to its bidang either.
        assert_eq!(found.get(&(2, position("target_lalu"))), None);
        assert_eq!(found.get(&(1, position("target_lalu"))), None);
        assert_eq!(
            found.get(&(3, position("tingkat_realisasi"))).map(String::as_str),
            Some("=IF(K12=0,0,ROUND(L12/K12*100,2))")
        );
        assert_eq!(
            found.get(&(3, position("capaian_berjalan"))).map(String::as_str),
            Some("=SUM(J12,L12,N12)")
        );
    }
}
