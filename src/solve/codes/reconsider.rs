//! Codes that stayed open are looked at again with those that were found: what stands around a row tells more once
//! it is known. Else the result, cleaned again, would answer what the first cleaning asked.

use super::apply::settle_row;
use super::{Decisions, decide_by, gather};
use crate::model::{Document, Grade, NoSuchCell, RawTable, Rows, Status};

/// So often at most.
const ROUNDS: usize = 2;

/// Decides the open codes of a document anew, until none more is found.
///
/// # Errors
/// If a decision names a row the document does not have.
pub(in crate::solve) fn reconsider(
    document: &mut Document,
    raw: &[RawTable],
    decisions: &mut Decisions,
    weakest: Grade,
) -> Result<(), NoSuchCell> {
    for _ in 0..ROUNDS {
        let open = open_rows(document);
        if open.is_empty() {
            return Ok(());
        }
        let mut again = decide_by(evidence(document, raw), &document.about);
        (again.edition, again.is_either) = (decisions.edition, decisions.is_either);
        for (table, row) in &open {
            document.withdraw_code_question(*table, *row);
            settle_row(document, &again, (*table, *row), weakest)?;
            let found = again.tables.get_mut(*table).and_then(|rows| rows.get_mut(*row));
            let known = decisions.tables.get_mut(*table).and_then(|rows| rows.get_mut(*row));
            if let (Some(found), Some(known)) = (found, known) {
                std::mem::swap(found, known);
            }
        }
        if open_rows(document).len() == open.len() {
            return Ok(());
        }
    }
    Ok(())
}

/// What the rows show, the codes that were found in place of those printed.
fn evidence(document: &Document, raw: &[RawTable]) -> Vec<Vec<super::Evidence>> {
    let tables = raw.iter().zip(&document.tables);
    let gathered = tables.map(|(raw, table)| {
        let mut rows = gather(raw, table);
        if table.form.rows == Rows::Coded {
            for (evidence, row) in rows.iter_mut().zip(&table.rows) {
                if let Some(code) = row.code.as_ref().filter(|_| row.code_status != Status::Unresolved) {
                    evidence.know(code);
                }
            }
        }
        rows
    });
    gathered.collect()
}

fn open_rows(document: &Document) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    for (index, table) in document.tables.iter().enumerate() {
        let rows = table.rows.iter().enumerate();
        open.extend(
            rows.filter(|(_, row)| row.code_status == Status::Unresolved).map(|(row, _)| (index, row)),
        );
    }
    open
}
