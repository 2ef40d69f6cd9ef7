//! Putting decided numbers into the model: clean ones as they are, settled ones as repairs, the rest as
//! questions.

use rust_decimal::Decimal;

use super::Numbers;
use super::variable::{Ground, Variable};
use crate::document::evidence::spelling;
use crate::document::evidence::twin::same_amount;
use crate::forms::Spot;
use crate::model::{
    At, Cause, Cell, Change, Document, Finding, Grade, Kind, Meaning, NoSuchCell, Place, Proof, Repair,
    RuleId, Said, Severity, Table,
};
use crate::rules;
use crate::value::number;

/// Puts the numbers of one table into the document.
///
/// # Errors
/// If a number names a cell the document does not have.
pub(in crate::solve) fn apply(
    document: &mut Document,
    table: usize,
    numbers: &Numbers,
    twin: &dyn Fn(Spot) -> Option<Decimal>,
    weakest: Grade,
) -> Result<(), NoSuchCell> {
    for (spot, variable) in numbers.variables.iter() {
        let as_is = variable.ground == Ground::Printed && variable.value.is_some();
        if !as_is && variable.ground != Ground::Held {
            settle(document, table, numbers, spot, variable, twin, weakest)?;
        }
    }
    Ok(())
}

fn settle(
    document: &mut Document,
    table: usize,
    numbers: &Numbers,
    spot: Spot,
    variable: &Variable,
    twin: &dyn Fn(Spot) -> Option<Decimal>,
    weakest: Grade,
) -> Result<(), NoSuchCell> {
    let found = document.tables.get(table);
    let Some(column) = found.and_then(|table| table.columns.get(spot.column)).copied() else { return Ok(()) };
    let Some(cell) = found.and_then(|table| table.cell(spot.row, column.id)) else { return Ok(()) };
    let mut sources = cell.sources().to_vec();
    if sources.is_empty() {
        sources.extend(found.and_then(|table| expected_place(table, spot)));
    }
    let before = cell.text().to_owned();
    let proposal = variable
        .value
        .and_then(|value| proofs(numbers, spot, variable, twin).map(|(rule, proofs)| (value, rule, proofs)));
    match proposal {
        Some((value, rule, proofs)) if Grade::of(&proofs) <= weakest && !numbers.rests_on_person(spot) => {
            // The number of a cell is the one that it shows.
            let value = if column.kind == Kind::Percent { number::shown_percent(value) } else { value };
            let after = match column.kind {
                Kind::Percent => number::percent_text(value),
                _ => number::typographic(value),
            };
            let repair = Repair {
                rule,
                change: Change::Text,
                table,
                row: spot.row,
                column: column.id,
                sources,
                before,
                after,
                proofs,
            };
            document.repair(repair, Meaning { number: Some(value), ..Meaning::default() }, false)
        }
        _ if variable.ground == Ground::Gone => {
            let asked = numbers.missing.asked.get(&spot).copied().flatten().or(variable.value);
            let is_parent = numbers.gaps.parents.contains(&spot);
            document
                .leave_open(gone((table, spot.row), column.id, sources.first(), asked, is_parent), column.id)
        }
        _ => {
            let readings =
                variable.readings.iter().filter(|reading| reading.rule != Some(rules::overflow::ID));
            let mut candidates: Vec<String> =
                readings.map(|reading| number::typographic(reading.value)).take(4).collect();
            if numbers.rests_on_person(spot) {
                candidates.extend(variable.value.map(number::typographic));
            }
            candidates.dedup();
            if candidates.is_empty() {
                candidates = torn(&before);
            }
            if candidates.is_empty() {
                candidates = asked_for(numbers, spot).into_iter().map(number::typographic).collect();
            }
            let place = (table, spot.row, column.id, sources.first().cloned());
            let finding = question(place, before, variable.ground == Ground::Suspect, candidates);
            document.leave_open(finding, column.id)
        }
    }
}

/// What an amount may be behind which a group of three digits stands apart: without the group, or with it.
fn torn(text: &str) -> Vec<String> {
    let [head, tail] = text.split_whitespace().collect::<Vec<_>>()[..] else { return Vec::new() };
    let group = tail.len() == 3 && tail.chars().all(|c| c.is_ascii_digit());
    let reading = |text: &str| {
        let readings = number::rupiah(text);
        readings.first().filter(|best| best.rule.is_none()).map(|best| number::typographic(best.value))
    };
    let both = [head.to_owned(), format!("{head}.{tail}")];
    let read: Vec<String> = both.iter().filter(|_| group).filter_map(|text| reading(text)).collect();
    if read.len() == both.len() { read } else { Vec::new() }
}

/// What the laws through a cell ask for.
fn asked_for(numbers: &Numbers, spot: Spot) -> Vec<Decimal> {
    let value = |spot: Spot| numbers.variables.value(spot);
    let complete = numbers.laws_of(spot).filter(|law| numbers.is_complete(law, Some(spot)));
    let mut wanted: Vec<Decimal> = complete.filter_map(|law| law.wanted(spot, &value)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted
}

/// Where the number of an empty cell would stand: in its row, in the sheet column of the nearest row that has one.
fn expected_place(table: &Table, spot: Spot) -> Option<Place> {
    let cells = table.rows.get(spot.row)?.cells.iter();
    let own = cells.flat_map(Cell::sources).next()?;
    let filled = |row: usize| {
        let place = table.rows.get(row)?.cells.get(spot.column)?.sources().first()?;
        (place.sheet == own.sheet).then_some(place.at.column)
    };
    let at_distance = |distance: usize| {
        let rows = [spot.row.checked_sub(distance), spot.row.checked_add(distance)];
        rows.into_iter().flatten().filter_map(filled).min()
    };
    let column = (0..table.rows.len()).find_map(at_distance)?;
    Some(Place::new(&own.sheet, At::new(own.at.row, column)))
}

/// The question that a number asks: one that cannot be read, or one that reads clearly in a sum that fails.
fn question(
    (table, row, column, source): (usize, usize, &'static str, Option<Place>),
    before: String,
    suspect: bool,
    candidates: Vec<String>,
) -> Finding {
    let (cause, message) = if suspect {
        let message = Said::new(
            format!(
                "“{before}” terbaca jelas, tetapi penjumlahan atau rumusnya tidak cocok: sel ini atau sel lain salah ketik atau salah tempat. Pilih atau isi yang benar."
            ),
            format!(
                "“{before}” reads clearly, yet its sum or formula fails: this cell or another one has a slip, or stands in a wrong place. Choose or fill in the right one."
            ),
        );
        (rules::wrong_figure::SUM_FAILS, message)
    } else {
        let message = Said::new(
            format!("“{before}” tidak dapat dibaca dengan pasti sebagai angka. Isi atau pilih angkanya."),
            format!("“{before}” cannot be read for certain as a number. Fill it in or choose."),
        );
        (rules::unreadable_number::NOT_CERTAIN, message)
    };
    Finding {
        severity: Severity::Error,
        about: None,
        table: Some(table),
        row: Some(row),
        column: Some(column),
        source,
        message,
        expected: None,
        found: Some(before),
        candidates,
        ..Finding::of(cause)
    }
}

/// A cause of which there is no more to say than it says itself.
fn by_itself(cause: Cause) -> (Cause, Said) {
    (cause, cause.wording().said())
}

/// The question that an empty cell asks.
fn gone(
    (table, row): (usize, usize),
    column: &'static str,
    source: Option<&Place>,
    asked: Option<Decimal>,
    is_parent: bool,
) -> Finding {
    let amount = asked.map(number::typographic);
    let (cause, message) = match (&amount, is_parent) {
        (Some(amount), _) => {
            let message = Said::new(
                format!("Kosong, padahal penjumlahan menuntut {amount}. Isi angkanya atau periksa barisnya."),
                format!("Empty, yet the sums ask for {amount}. Fill it in or check the rows."),
            );
            (rules::missing_amount::SUMS_ASK, message)
        }
        (None, false) => by_itself(rules::missing_amount::ROWS_FILLED),
        (None, true) => by_itself(rules::missing_amount::PARENTS_FILLED),
    };
    Finding {
        severity: Severity::Warning,
        about: None,
        table: Some(table),
        row: Some(row),
        column: Some(column),
        source: source.cloned(),
        message,
        expected: asked.map(|asked| asked.normalize().to_string()),
        found: None,
        candidates: amount.into_iter().collect(),
        ..Finding::of(cause)
    }
}

fn proofs(
    numbers: &Numbers,
    spot: Spot,
    variable: &Variable,
    twin: &dyn Fn(Spot) -> Option<Decimal>,
) -> Option<(RuleId, Vec<Proof>)> {
    let mut proofs = Vec::new();
    let rule = match &variable.ground {
        Ground::Typography(rule) => {
            proofs.extend(numbers.proof_holding_soundly(spot));
            proofs.push(spelling::only_reading(*rule));
            *rule
        }
        Ground::Law(rule, proof) => {
            proofs.push(proof.clone());
            *rule
        }
        Ground::Gone => return Some((rules::missing_amount::ID, numbers.missing.proven.get(&spot)?.clone())),
        Ground::Printed | Ground::Open | Ground::Suspect | Ground::Held => return None,
    };
    if twin(spot).is_some() && twin(spot) == variable.value {
        proofs.extend(twin(spot).map(same_amount));
        proofs.rotate_right(1);
    }
    Some((rule, proofs))
}
