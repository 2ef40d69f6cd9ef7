//! Excel errors: a percent that divided by zero becomes empty, with the divisor as proof.

use super::cells::meaning;
use crate::document::evidence::law::divides_by_nothing;
use crate::forms::{Law, Relation, Spot};
use crate::model::{
    Cell, Change, Column, Document, Finding, Grade, Kind, NoSuchCell, Proof, Repair, Said, Severity, Table,
};
use crate::rules;
use crate::value::number::{Absence, absence};

/// Empties the errors that a division by nothing explains, and leaves the others open.
///
/// # Errors
/// Never for a document whose rows are complete.
pub(super) fn apply(
    document: &mut Document,
    table: usize,
    laws: &[Law],
    weakest: Grade,
) -> Result<(), NoSuchCell> {
    let has_fault = |found: &&Table| {
        let mut cells = found.rows.iter().flat_map(|row| found.columns.iter().zip(&row.cells));
        cells.any(|(declared, cell)| is_fault(declared, cell))
    };
    let Some(found) = document.tables.get(table).filter(has_fault).cloned() else { return Ok(()) };
    for (row, cells) in found.rows.iter().enumerate() {
        for (column, (declared, cell)) in found.columns.iter().zip(&cells.cells).enumerate() {
            if !is_fault(declared, cell) {
                continue;
            }
            let spot = Spot { row, column };
            match divisor(&found, laws, spot) {
                Some(proof) if Grade::A <= weakest => {
                    let repair = Repair {
                        rule: rules::excel_error::ID,
                        change: Change::Text,
                        table,
                        row,
                        column: declared.id,
                        sources: cell.sources().to_vec(),
                        before: cell.text().to_owned(),
                        after: String::new(),
                        proofs: vec![proof],
                    };
                    document.repair(repair, meaning(declared, ""), false)?;
                }
                _ => document.leave_open(open((table, row), declared.id, cell), declared.id)?,
            }
        }
    }
    Ok(())
}

fn is_fault(column: &Column, cell: &Cell) -> bool {
    // Every fault has this sign.
    column.kind != Kind::Code && cell.text().contains('#') && absence(cell.text()) == Some(Absence::Fault)
}

/// The proof that a ratio divides by nothing.
fn divisor(table: &Table, laws: &[Law], spot: Spot) -> Option<Proof> {
    let law = laws.iter().find(|law| law.relation == Relation::Ratio && law.result == spot)?;
    let bottom = law.terms.get(1)?;
    let cell = table.rows.get(bottom.row)?.cells.get(bottom.column)?;
    let nothing = cell.is_empty()
        || absence(cell.text()).is_some()
        || cell.number().is_some_and(|number| number.is_zero());
    let shown = if cell.is_empty() { "∅" } else { cell.text() };
    nothing.then(|| divides_by_nothing(law, shown))
}

fn open((table, row): (usize, usize), column: &'static str, cell: &crate::model::Cell) -> Finding {
    let text = cell.text();
    Finding {
        severity: Severity::Error,
        about: None,
        table: Some(table),
        row: Some(row),
        column: Some(column),
        source: cell.sources().first().cloned(),
        message: Said::new(
            format!("{text}: rumus di berkas asal gagal dihitung. Perbaiki rumusnya atau isi angkanya."),
            format!("{text}: the formula in the source file failed. Mend it or fill in the number."),
        ),
        expected: None,
        found: Some(text.to_owned()),
        candidates: Vec::new(),
        ..Finding::of(rules::excel_error::FORMULA_FAILED)
    }
}
