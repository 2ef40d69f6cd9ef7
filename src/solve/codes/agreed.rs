//! What the readings of an open code agree on: the level of its row and the row that it stands below.

use super::Decision;
use super::costs;
use crate::model::{Document, Kode, Tingkat};

/// Where a row stands in the tree of codes, whichever of its readings is the right one.
pub(super) struct Place {
    /// The level that all readings have.
    pub(super) level: Tingkat,
    /// The row of the code that all readings stand below.
    pub(super) above: usize,
}

/// The place of a row that the codification names exactly, and more than once: below the nearest row above that one of
/// its readings can stand below. A reading whose parent stands nowhere above would need a row that the table does not
/// have, and one whose parent stands further up would stand behind the rows of another parent.
///
/// Gives nothing if the printed name is only alike, or if readings of two levels have their parents above.
pub(super) fn place(document: &Document, table: usize, row: usize, decision: &Decision) -> Option<Place> {
    let exact = decision.candidates.iter().filter(|candidate| candidate.likeness >= costs::EXACT);
    // A code of the other kind of government is no reading beside one of the document's own.
    let best = exact.clone().map(|candidate| candidate.cost).fold(f64::INFINITY, f64::min);
    let exact = exact.filter(|candidate| candidate.cost < best + costs::OTHER_GOVERNMENT);
    let codes = exact.filter_map(|candidate| candidate.code.as_ref());
    let places = codes.filter_map(|code| {
        let above = holder(document, table, row, &code.parent()?)?;
        Some(Place { level: code.tingkat(), above })
    });
    let places: Vec<Place> = places.collect();
    let level = places.first()?.level;
    let is_agreed = places.iter().all(|place| place.level == level);
    places.into_iter().max_by_key(|place| place.above).filter(|_| is_agreed)
}

/// The last row above a row that holds a code.
fn holder(document: &Document, table: usize, row: usize, code: &Kode) -> Option<usize> {
    let rows = document.tables.get(table)?.rows.get(..row)?;
    rows.iter().rposition(|row| row.code.as_ref() == Some(code))
}
