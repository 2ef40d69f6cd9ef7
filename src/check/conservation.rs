//! Nothing is lost: every non-empty input cell is used, declared decoration, or listed.

use foldhash::HashSet;

use crate::model::{Conservation, Document, Finding, Place, RawTable, Said, Severity, Workbook};
use crate::rules;

/// Where every cell of the input went.
#[must_use]
pub fn conservation(workbook: &Workbook, decoration: &[Place], tables: &[RawTable]) -> Conservation {
    let used: HashSet<&Place> = tables
        .iter()
        .flat_map(|table| table.rows.iter())
        .flat_map(|row| row.cells.iter().flatten())
        .map(|fragment| &fragment.place)
        .collect();
    let decoration: HashSet<&Place> =
        decoration.iter().chain(tables.iter().flat_map(|table| table.decoration.iter())).collect();
    let mut counted = Conservation::default();
    for grid in &workbook.sheets {
        for (at, raw) in grid.cells() {
            let place = Place::new(&grid.name, at);
            counted.source_cells += 1;
            if used.contains(&place) {
                counted.used += 1;
            } else if decoration.contains(&place) {
                counted.decoration += 1;
            } else {
                counted.unplaced.push((place, raw.shown().into_owned()));
            }
        }
    }
    counted
}

/// One finding per unplaced cell.
pub(super) fn findings(document: &Document) -> Vec<Finding> {
    let unplaced = document.conservation.unplaced.iter();
    unplaced
        .map(|(place, text)| Finding {
            severity: Severity::Error,
            about: None,
            table: None,
            row: None,
            column: None,
            source: Some(place.clone()),
            message: Said::new(
                format!(
                    "Isi “{text}” tidak mendapat tempat di tabel mana pun. Pindahkan ke kolomnya atau hapus."
                ),
                format!("“{text}” found no place in any table. Move it to its column or delete it."),
            ),
            expected: None,
            found: Some(text.clone()),
            candidates: Vec::new(),
            ..Finding::of(rules::unplaced_cell::NO_PLACE)
        })
        .collect()
}
