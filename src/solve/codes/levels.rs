//! Which levels of the tree a table lists: a name that is a kegiatan and a sub kegiatan is the kegiatan in a table
//! that lists no sub kegiatan.

use std::collections::BTreeSet;

use super::candidate::{Candidate, Evidence};
use super::costs;
use crate::model::Tingkat;

/// Makes the codes of levels that the table does not use dearer, for rows without a printed code.
pub(super) fn prefer_used(rows: &[Evidence], candidates: &mut [Vec<Candidate>]) {
    let certain: Vec<Tingkat> = candidates.iter().filter_map(|row| only_level(row)).collect();
    if certain.len() < costs::ROWS_OF_LEVELS {
        return;
    }
    let used: BTreeSet<Tingkat> = certain.into_iter().collect();
    for (_, row) in rows.iter().zip(candidates).filter(|(row, _)| row.printed.is_empty()) {
        for candidate in row {
            if level(candidate).is_some_and(|level| !used.contains(&level)) {
                candidate.cost += costs::UNUSED_LEVEL;
            }
        }
    }
}

fn level(candidate: &Candidate) -> Option<Tingkat> {
    candidate.code.as_ref().map(crate::model::Kode::tingkat)
}

/// The level of all codes that have exactly the name of a row.
fn only_level(row: &[Candidate]) -> Option<Tingkat> {
    let named = row.iter().filter(|candidate| candidate.likeness >= costs::EXACT);
    let levels: BTreeSet<Tingkat> = named.filter_map(level).collect();
    levels.first().copied().filter(|_| levels.len() == 1)
}
