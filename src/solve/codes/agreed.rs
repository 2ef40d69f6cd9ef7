//! What all readings of an open code agree on: the level of its row and the row that it stands below.

use super::Decision;
use super::candidate::EXACT;
use crate::model::{Document, Kode, Tingkat};

/// Where a row stands in the tree of codes, whichever of its readings is the right one.
pub(super) struct Place {
    /// The level that all readings have.
    pub(super) level: Tingkat,
    /// The row of the code that all readings stand below.
    pub(super) above: usize,
}

/// The place of a row that the codification names exactly, more than once, and always at one level below one row of the
/// table. A reading whose parent stands nowhere above would need a row that the table does not have.
///
/// Gives nothing if the printed name is only alike, or if two readings stand below different rows.
pub(super) fn place(document: &Document, table: usize, row: usize, decision: &Decision) -> Option<Place> {
    let exact = decision.candidates.iter().filter(|candidate| candidate.likeness >= EXACT);
    let codes = exact.filter_map(|candidate| candidate.code.as_ref());
    let places = codes.filter_map(|code| {
        let above = holder(document, table, row, &code.parent()?)?;
        Some(Place { level: code.tingkat(), above })
    });
    let places: Vec<Place> = places.collect();
    let agrees =
        |first: &Place| places.iter().all(|place| (place.level, place.above) == (first.level, first.above));
    let agreed = places.first().is_some_and(agrees);
    places.into_iter().next().filter(|_| agreed)
}

/// The last row above a row that holds a code.
fn holder(document: &Document, table: usize, row: usize, code: &Kode) -> Option<usize> {
    let rows = document.tables.get(table)?.rows.get(..row)?;
    rows.iter().rposition(|row| row.code.as_ref() == Some(code))
}
