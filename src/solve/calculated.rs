//! Formulas without a stored result in columns of words: what they give stands in their place; what cannot be
//! calculated is asked about. Numbers are left to the laws.

use super::cells::meaning;
use crate::document::evidence::spelling;
use crate::model::{
    Change, Column, Document, Finding, Fragment, Grade, NoSuchCell, Raw, RawTable, Repair, Said, Severity,
};
use crate::rules;

/// Puts results in the place of their formulas.
///
/// # Errors
/// Never for a document whose rows are complete.
pub(super) fn apply(document: &mut Document, raw: &[RawTable], weakest: Grade) -> Result<(), NoSuchCell> {
    for (table, raw) in raw.iter().enumerate() {
        for (row, cells) in raw.rows.iter().enumerate() {
            for (column, fragments) in raw.columns.iter().zip(&cells.cells) {
                let [Fragment { raw: Raw::Uncalculated { formula, result, .. }, place, .. }] =
                    fragments.as_slice()
                else {
                    continue;
                };
                if column.kind.is_numeric() {
                    continue;
                }
                let before = format!("={formula}");
                match result {
                    Some(result) if weakest >= Grade::B && !matches!(**result, Raw::Fault(_)) => {
                        let after = result.shown().trim().to_owned();
                        let proofs = vec![spelling::only_reading(rules::uncalculated_formula::ID)];
                        let sources = vec![place.clone()];
                        let rule = rules::uncalculated_formula::ID;
                        let meaning = meaning(column, &after);
                        let repair = Repair {
                            rule,
                            change: Change::Text,
                            table,
                            row,
                            column: column.id,
                            sources,
                            before,
                            after,
                            proofs,
                        };
                        document.repair(repair, meaning, false)?;
                    }
                    _ => {
                        let mut finding = question((table, row), column, &before);
                        finding.source = Some(place.clone());
                        document.leave_open(finding, column.id)?;
                    }
                }
            }
        }
    }
    Ok(())
}

fn question((table, row): (usize, usize), column: &Column, formula: &str) -> Finding {
    Finding {
        severity: Severity::Error,
        table: Some(table),
        row: Some(row),
        column: Some(column.id),
        source: None,
        message: Said::new(
            format!(
                "Rumus “{formula}” belum pernah dihitung dan tidak dapat dihitung di sini. Buka berkasnya di Excel lalu simpan, atau isi nilainya."
            ),
            format!(
                "The formula “{formula}” was never calculated and cannot be calculated here. Open the file in Excel and save it, or fill in the value."
            ),
        ),
        expected: None,
        found: Some(formula.to_owned()),
        candidates: Vec::new(),
        ..Finding::of(rules::uncalculated_formula::NEVER_CALCULATED)
    }
}
