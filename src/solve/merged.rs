//! Cells merged over several rows: a text holds for all of them, an amount is asked about.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::HashMap;

use super::cells::meaning;
use crate::document::evidence::place::merged;
use crate::model::{
    Change, Column, Document, Finding, Grade, NoSuchCell, Place, RawTable, Repair, Role, Said, Severity,
    Span, Status,
};
use crate::rules;
use crate::value::number;

/// Gives rows the texts that a merge spreads over them, and asks about amounts. Only rows of one level share a text: a
/// parent's is not its children's.
///
/// # Errors
/// Never for a document whose rows are complete.
pub(super) fn apply(document: &mut Document, raw: &[RawTable], weakest: Grade) -> Result<(), NoSuchCell> {
    for (table, raw) in raw.iter().enumerate().filter(|(_, raw)| !raw.region.own) {
        for shared in shared(raw) {
            let Some(found) = document.tables.get(table) else { continue };
            let Some(column) = found.columns.get(shared.column).copied() else { continue };
            let (Some(above), Some(below)) = (found.rows.get(shared.from), found.rows.get(shared.to)) else {
                continue;
            };
            let (Some(cell), Some(empty)) = (above.cells.get(shared.column), below.cells.get(shared.column))
            else {
                continue;
            };
            let open = empty.is_empty() && empty.status() == Status::AsIs && !cell.is_empty();
            if !open || above.level != below.level {
                continue;
            }
            let text = cell.text().to_owned();
            if matches!(
                column.role,
                Role::Location | Role::FundingSource | Role::Remark | Role::Text | Role::Goal(_)
            ) {
                if weakest >= Grade::B {
                    let repair = repair((table, shared.to), column, &shared, text);
                    let meaning = meaning(column, &repair.after);
                    document.repair(repair, meaning, false)?;
                }
            } else if matches!(column.role, Role::Amount(_) | Role::Target) {
                let finding = question((table, shared.to), column, &shared, &text);
                document.leave_open(finding, column.id)?;
            }
        }
    }
    Ok(())
}

/// A cell of a row that lies under the merged cell of another row.
struct Shared {
    column: usize,
    from: usize,
    to: usize,
    place: Place,
    span: Span,
}

fn shared(raw: &RawTable) -> Vec<Shared> {
    if raw.merges.is_empty() {
        return Vec::new();
    }
    let mut at: HashMap<&Place, (usize, usize)> = HashMap::default();
    // The rows by the sheet and the row of it that they stand in.
    let mut rows: BTreeMap<(usize, u32), Vec<usize>> = BTreeMap::new();
    for (row, cells) in raw.rows.iter().enumerate() {
        for place in &cells.rows {
            rows.entry(*place).or_default().push(row);
        }
        for (column, fragments) in cells.cells.iter().enumerate() {
            at.extend(fragments.iter().map(|fragment| (&fragment.place, (row, column))));
        }
    }
    let mut found = Vec::new();
    for (sheet, name, span) in &raw.merges {
        let place = Place::new(name, span.first);
        let Some((from, column)) = at.get(&place).copied() else { continue };
        if span.last.row <= span.first.row {
            continue;
        }
        let covered = rows.range((*sheet, span.first.row + 1)..=(*sheet, span.last.row));
        let covered: BTreeSet<usize> = covered.flat_map(|(_, rows)| rows).copied().collect();
        let below = covered.into_iter().filter(|to| *to > from);
        found.extend(below.map(|to| Shared { column, from, to, place: place.clone(), span: *span }));
    }
    found
}

fn repair((table, row): (usize, usize), column: &Column, shared: &Shared, text: String) -> Repair {
    let proof = merged(column, &shared.place, shared.span);
    Repair {
        rule: rules::merged_text::ID,
        change: Change::Text,
        table,
        row,
        column: column.id,
        sources: vec![shared.place.clone()],
        before: String::new(),
        after: text,
        proofs: vec![proof],
    }
}

fn question((table, row): (usize, usize), column: &Column, shared: &Shared, text: &str) -> Finding {
    let span = shared.span;
    let zero = column.kind.is_numeric().then(|| number::typographic(rust_decimal::Decimal::ZERO));
    Finding {
        severity: Severity::Error,
        table: Some(table),
        row: Some(row),
        column: Some(column.id),
        source: Some(shared.place.clone()),
        message: Said::new(
            format!(
                "“{text}” tertulis sekali dalam sel gabungan {span} untuk beberapa baris. Isi bagian baris ini, atau 0 bila semuanya milik baris pertama."
            ),
            format!(
                "“{text}” is written once in the merged cell {span} for several rows. Fill in this row's share, or 0 if all of it is the first row's."
            ),
        ),
        expected: None,
        found: Some(text.to_owned()),
        candidates: zero.into_iter().chain([text.to_owned()]).collect(),
        ..Finding::of(rules::merged_amount::ONE_FOR_SEVERAL)
    }
}
