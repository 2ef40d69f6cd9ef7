//! What all readings of an open code agree on: the level of its row and the row that it stands below.

use super::Decision;
use super::candidate::EXACT;
use crate::model::{Document, Kode, Tingkat};

/// Where a row stands in the tree of codes, whichever of its readings is the right one.
pub(super) struct Place {
    /// The level that all readings have.
    pub(super) level: Tingkat,
    /// The code that all readings stand below.
    pub(super) parent: Kode,
}

/// The place of a row that the codification names exactly, more than once, always at one level below one code.
///
/// Gives nothing if the printed name is only alike, or if two entries of that name stand at different places.
pub(super) fn place(decision: &Decision) -> Option<Place> {
    let exact = decision.candidates.iter().filter(|candidate| candidate.likeness >= EXACT);
    let codes: Vec<&Kode> = exact.filter_map(|candidate| candidate.code.as_ref()).collect();
    let first = codes.first()?;
    let place = Place { level: first.tingkat(), parent: first.parent()? };
    let agrees =
        |code: &&Kode| code.tingkat() == place.level && code.parent().as_ref() == Some(&place.parent);
    codes.iter().all(agrees).then_some(place)
}

/// The last row above a row that holds a code.
pub(super) fn holder(document: &Document, table: usize, row: usize, code: &Kode) -> Option<usize> {
    let rows = document.tables.get(table)?.rows.get(..row)?;
    rows.iter().rposition(|row| row.code.as_ref() == Some(code))
}
