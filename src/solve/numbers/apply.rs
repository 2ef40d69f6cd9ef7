//! Putting decided numbers into the model: clean ones as they are, settled ones as repairs, the rest as
//! questions.

use rust_decimal::Decimal;

use super::variable::{Ground, Variable, without_bleeding};
use super::{Numbers, proof};
use crate::forms::Spot;
use crate::model::{
    Document, Finding, Grade, Kind, Meaning, NoSuchCell, Proof, ProofKind, Repair, Said, Severity,
};
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
        if variable.ground != Ground::Printed || variable.value.is_none() {
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
    let (before, sources) = (cell.text().to_owned(), cell.sources().to_vec());
    let proposal = variable
        .value
        .and_then(|value| proofs(numbers, spot, variable, twin).map(|(rule, proofs)| (value, rule, proofs)));
    match proposal {
        Some((value, rule, proofs)) if Grade::of(&proofs) <= weakest => {
            let after = match column.kind {
                Kind::Percent => number::percent_text(value),
                _ => number::typographic(value),
            };
            let rule = if without_bleeding(&before).len() < before.len() { "bled-text" } else { rule };
            let repair =
                Repair { rule, table, row: spot.row, column: column.id, sources, before, after, proofs };
            document.repair(repair, Meaning { number: Some(value), ..Meaning::default() }, false)
        }
        _ => {
            let candidates: Vec<String> = variable
                .readings
                .iter()
                .filter(|reading| reading.rule != Some("overflow"))
                .map(|reading| number::typographic(reading.value))
                .take(4)
                .collect();
            let finding = Finding {
                rule: "unreadable-number",
                severity: Severity::Error,
                table: Some(table),
                row: Some(spot.row),
                column: Some(column.id),
                source: sources.first().cloned(),
                message: Said::new(
                    format!(
                        "“{before}” tidak dapat dibaca dengan pasti sebagai angka. Isi atau pilih angkanya."
                    ),
                    format!("“{before}” cannot be read for certain as a number. Fill it in or choose."),
                ),
                expected: None,
                found: Some(before),
                candidates,
            };
            document.leave_open(finding, column.id)
        }
    }
}

fn proofs(
    numbers: &Numbers,
    spot: Spot,
    variable: &Variable,
    twin: &dyn Fn(Spot) -> Option<Decimal>,
) -> Option<(&'static str, Vec<Proof>)> {
    let value = |spot: Spot| numbers.variables.value(spot);
    let mut proofs = Vec::new();
    let rule = match &variable.ground {
        Ground::Typography(rule) => {
            if let Some(law) = numbers.holding(spot) {
                proofs.push(proof(law, &value));
            }
            proofs.push(Proof::new(ProofKind::Typography, *rule));
            *rule
        }
        Ground::Law(rule, proof) => {
            proofs.push(proof.clone());
            *rule
        }
        Ground::Printed | Ground::Open => return None,
    };
    if twin(spot).is_some() && twin(spot) == variable.value {
        let same = twin(spot).map(number::typographic).unwrap_or_default();
        proofs.insert(0, Proof::new(ProofKind::Twin, format!("= {same}")));
    }
    Some((rule, proofs))
}
