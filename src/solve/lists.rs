//! Indicators that run together in one cell become lines where the official indicator of their row, or the number of the
//! targets beside them, says where one ends.

use super::cells::meaning;
use crate::codification::entries_of;
use crate::document::evidence::{official, siblings};
use crate::model::{
    Cell, Change, Column, Document, Grade, Kind, Kode, NoSuchCell, Proof, RawTable, Repair, Role, Status,
};
use crate::rules;
use crate::value::list::{around, at_beginnings};

/// Parts the indicators of every table.
///
/// # Errors
/// Never for a document whose rows are complete.
pub(super) fn apply(document: &mut Document, raw: &[RawTable], weakest: Grade) -> Result<(), NoSuchCell> {
    let mut repairs: Vec<(&'static Column, Repair)> = Vec::new();
    for (table, found) in document.tables.iter().enumerate() {
        // The lines of our own workbooks are indicators already.
        let own = raw.get(table).is_some_and(|raw| raw.region.own);
        for (position, column) in found.columns.iter().enumerate() {
            if column.role != Role::Indicator || column.kind != Kind::List {
                continue;
            }
            let target = companion(&found.columns, position);
            for (row, cells) in found.rows.iter().enumerate() {
                let Some(cell) = cells.cells.get(position) else { continue };
                let beside = target.and_then(|target| cells.cells.get(target));
                let lines = own && cell.text().contains('\n');
                if cell.is_empty() || lines || cell.status() == Status::Unresolved {
                    continue;
                }
                let Some((lines, proofs)) = parted(cell, cells.code.as_ref(), beside) else { continue };
                repairs.push((
                    *column,
                    Repair {
                        rule: rules::stacked_list::ID,
                        change: Change::Text,
                        table,
                        row,
                        column: column.id,
                        sources: cell.sources().to_vec(),
                        before: cell.text().to_owned(),
                        after: lines.join("\n"),
                        proofs,
                    },
                ));
            }
        }
    }
    for (column, repair) in repairs.into_iter().filter(|(_, repair)| repair.grade() <= weakest) {
        let meaning = meaning(column, &repair.after);
        document.repair(repair, meaning, false)?;
    }
    Ok(())
}

/// The indicators of a cell, and what proves them: the official one is among them, there are as many as targets.
fn parted(cell: &Cell, code: Option<&Kode>, beside: Option<&Cell>) -> Option<(Vec<String>, Vec<Proof>)> {
    let count = beside.map(|target| target.meaning().items.len()).filter(|count| *count > 1);
    let lines = cell.text().lines().count();
    // Lines that are as many as the targets are the indicators, and so are lines with labels; else a narrow column
    // wrapped them there.
    if lines > 1 && (cell.text().contains(": ") || count.is_none_or(|count| count >= lines)) {
        return None;
    }
    let text = &cell.text().replace('\n', " ");
    let counted = count.map(siblings::as_many);
    let official =
        code.into_iter().flat_map(|code| entries_of(code, None).into_iter().map(move |entry| (code, entry)));
    let mut around_official =
        official.filter(|(_, entry)| !entry.indikator.is_empty()).filter_map(|(code, entry)| {
            let proof = official::indicator(code, entry);
            Some((around(text, entry.indikator, count)?, proof))
        });
    if let Some((lines, proof)) = around_official.next() {
        return Some((lines, [proof].into_iter().chain(counted).collect()));
    }
    at_beginnings(text, count?).map(|lines| (lines, counted.into_iter().collect()))
}

/// The target column of an indicator column: of the same header, else the next one.
fn companion(columns: &[&'static Column], position: usize) -> Option<usize> {
    let label = columns.get(position)?.header.last()?;
    let targets =
        || columns.iter().enumerate().skip(position + 1).filter(|(_, column)| column.role == Role::Target);
    let same = targets().find(|(_, column)| column.header.last() == Some(label));
    same.or_else(|| targets().next()).map(|(index, _)| index)
}
