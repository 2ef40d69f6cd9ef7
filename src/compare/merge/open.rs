//! What is open in the sources stays open in the merged table, and every sum that lacks something says so.

use super::carry::{position, sole};
use super::file_place;
use super::gather::{Entry, Gathered, Piece};
use super::parts::{MONEY, Part};
use crate::compare::tally::Tally;
use crate::model::{Document, Finding, Said, Severity, Status};
use crate::rules;

/// What is left to decide in the sources is left to decide here, at the merged rows.
pub(super) fn carry_findings(parts: &[Part<'_>], gathered: &Gathered, document: &mut Document) {
    for (index, part) in parts.iter().enumerate() {
        for finding in &part.document.findings {
            if finding.table != Some(part.index) || finding.severity == Severity::Note {
                continue;
            }
            let piece = finding.row.map(|row| Piece { part: index, row });
            let home = piece.and_then(|piece| gathered.home.get(&piece).copied());
            let has =
                |id: &&'static str| document.tables.first().is_some_and(|table| table.position(id).is_some());
            let carried = Finding {
                table: Some(0),
                row: home,
                column: finding.column.filter(has),
                source: finding.source.as_ref().map(|place| file_place(part.file, place)),
                // The indices of the part mean nothing in the merged table; the message names the places.
                also: Vec::new(),
                ..finding.clone()
            };
            let open = piece.filter(|piece| {
                let alone = home.and_then(|row| gathered.entries.get(row)).and_then(sole) == Some(*piece);
                let cell = carried.column.and_then(|column| part.cell(piece.row, column));
                alone && cell.is_some_and(|cell| cell.status() == Status::Unresolved)
            });
            let summed = home.and_then(|row| gathered.entries.get(row)).is_some_and(|entry| {
                matches!(entry, Entry::Group(..))
                    && carried.column.is_some_and(|column| position(column).is_some())
            });
            match carried.column.filter(|_| open.is_some() && !summed) {
                // The cell is there: it was looked for.
                Some(column) => drop(document.leave_open(carried, column)),
                None => document.findings.push(carried),
            }
        }
    }
}

/// Every sum to which an open amount belongs says so.
pub(super) fn tell_lacking(gathered: &Gathered, document: &mut Document) {
    let mut lacking: Vec<(usize, [Tally; 2])> = Vec::new();
    for (row, entry) in gathered.entries.iter().enumerate() {
        if matches!(entry, Entry::Group(..) | Entry::Head(_)) {
            lacking.extend(gathered.sums.get(&row).map(|sums| (row, *sums)));
        }
    }
    lacking.push((gathered.entries.len(), gathered.total));
    for (row, sums) in lacking {
        for (column, tally) in MONEY.into_iter().zip(sums) {
            if tally.lacking > 0 {
                document.findings.push(lacks(row, column, tally));
            }
        }
    }
}

fn lacks(row: usize, column: &'static str, tally: Tally) -> Finding {
    let count = tally.lacking;
    Finding {
        severity: Severity::Error,
        about: None,
        table: Some(0),
        row: Some(row),
        column: Some(column),
        source: None,
        message: Said::new(
            format!(
                "Jumlah ini kurang: {count} angka di bawahnya belum pasti dan tidak ikut dijumlahkan. Pastikan angka itu, lalu jumlahnya ikut berubah."
            ),
            format!(
                "This sum lacks something: {count} of the amounts below are open and not in it. Settle them and the sum follows."
            ),
        ),
        expected: None,
        found: tally.sum.map(|sum| sum.normalize().to_string()),
        candidates: Vec::new(),
        ..Finding::of(rules::SUM_LACKING)
    }
}
