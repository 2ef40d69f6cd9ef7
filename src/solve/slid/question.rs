//! The questions about cells that were left where they are printed.

use super::pieces::Piece;
use crate::document::evidence::header::contradicts;
use crate::forms::last_heading;
use crate::model::{Cause, Column, Finding, Place, RawTable, Said, Severity};
use crate::rules;
use crate::solve::pins::accepted;

/// The question about a cell whose move nothing proves, where it cannot belong below its header.
pub(super) fn unproven(raw: &RawTable, table: usize, piece: &Piece) -> Option<Finding> {
    let below = raw.columns.get(piece.below?)?;
    let to = raw.columns.get(piece.to)?;
    if !contradicts(below, &piece.text) {
        return None;
    }
    let (here, there, text) = (last_heading(below), last_heading(to), &piece.text);
    let message = Said::new(
        format!(
            "“{text}” tertulis di bawah kepala “{here}” dan mungkin milik “{there}”; tidak ada yang membuktikannya. Isi kolom ini dengan nilai yang benar."
        ),
        format!(
            "“{text}” stands below the header “{here}” and may belong to “{there}”; nothing proves it. Fill this column with the right value."
        ),
    );
    Some(finding(rules::slid_cell::UNPROVEN, (table, piece.row, below), text, piece.place.clone(), message))
}

/// The question about a cell whose move a person refused.
pub(super) fn refused(cell: (usize, usize, &'static Column), text: &str, source: Place) -> Finding {
    let here = last_heading(cell.2);
    let message = Said::new(
        format!(
            "Pemindahan “{text}” ditolak oleh pemeriksa: isi itu tetap di bawah kepala “{here}”. Isi kolom ini dengan nilai yang benar."
        ),
        format!(
            "The move of “{text}” was refused by a person: it stays below the header “{here}”. Fill this column with the right value."
        ),
    );
    let candidates = accepted(cell.2, text).map(|_| text.to_owned()).into_iter().collect();
    Finding { candidates, ..finding(rules::slid_cell::MOVE_REFUSED, cell, text, source, message) }
}

fn finding(
    cause: Cause,
    (table, row, column): (usize, usize, &'static Column),
    text: &str,
    source: Place,
    message: Said,
) -> Finding {
    Finding {
        severity: Severity::Warning,
        table: Some(table),
        row: Some(row),
        column: Some(column.id),
        source: Some(source),
        message,
        found: Some(text.to_owned()),
        ..Finding::of(cause)
    }
}
