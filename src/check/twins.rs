//! The same row in two tables of one document, with different numbers.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::{Document, Finding, Kode, Place, Role, Said, Severity, Tingkat, indonesian};

struct Known {
    table: usize,
    row: usize,
    number: Decimal,
    place: Option<Place>,
}

/// Differing twins, reported at the later table.
pub(super) fn findings(document: &Document) -> Vec<Finding> {
    let mut known: BTreeMap<(&'static str, &'static str, Option<Kode>), Vec<Known>> = BTreeMap::new();
    for (table, found) in document.tables.iter().enumerate() {
        for (position, column) in found.columns.iter().enumerate() {
            if !matches!(column.role, Role::Amount(_)) {
                continue;
            }
            for (row, cells) in found.rows.iter().enumerate() {
                let cell = cells.cells.get(position);
                let total = cells.level == Some(Tingkat::Jumlah);
                let Some(number) = cell.and_then(crate::model::Cell::number) else { continue };
                if cells.code.is_some() || total {
                    let place = cell.and_then(|cell| cell.sources().first().cloned());
                    let key = (found.form.id, column.id, cells.code.clone());
                    known.entry(key).or_default().push(Known { table, row, number, place });
                }
            }
        }
    }
    known
        .iter()
        .filter_map(|((_, column, code), twins)| finding(document, column, code.as_ref(), twins))
        .collect()
}

fn finding(
    document: &Document,
    column: &'static str,
    code: Option<&Kode>,
    twins: &[Known],
) -> Option<Finding> {
    let [first, second] = twins else { return None };
    if first.table == second.table || first.number == second.number {
        return None;
    }
    let shown = |number: Decimal| indonesian(number, None, true);
    let name = code.map_or_else(|| "TOTAL".to_owned(), ToString::to_string);
    let other = document.tables.get(first.table)?;
    let at = first.place.as_ref().map_or_else(|| other.id.clone(), ToString::to_string);
    Some(Finding {
        rule: "twin-mismatch",
        severity: Severity::Warning,
        about: None,
        table: Some(second.table),
        row: Some(second.row),
        column: Some(column),
        source: second.place.clone(),
        message: Said::new(
            format!(
                "{name}: {} di sini, {} di {at}. Kedua tabel harus sama.",
                shown(second.number),
                shown(first.number)
            ),
            format!(
                "{name}: {} here, {} in {at}. Both tables must agree.",
                shown(second.number),
                shown(first.number)
            ),
        ),
        expected: Some(first.number.normalize().to_string()),
        found: Some(second.number.normalize().to_string()),
        candidates: Vec::new(),
    })
}
