//! Which levels of the tree a table lists: a name that is a kegiatan and a sub kegiatan is the kegiatan in a table
//! that lists no sub kegiatan.

use std::collections::BTreeSet;

use super::candidate::{Candidate, EXACT, Evidence};
use crate::model::Tingkat;

/// What a level costs that no row of the table has for certain.
const UNUSED: f64 = 1.0;
/// The fewest rows that tell which levels a table lists.
const FEWEST: usize = 4;

/// Makes the codes of levels that the table does not use dearer, for rows without a printed code.
pub(super) fn prefer_used(rows: &[Evidence], candidates: &mut [Vec<Candidate>]) {
    let certain: Vec<Tingkat> = candidates.iter().filter_map(|row| only_level(row)).collect();
    if certain.len() < FEWEST {
        return;
    }
    let used: BTreeSet<Tingkat> = certain.into_iter().collect();
    for (_, row) in rows.iter().zip(candidates).filter(|(row, _)| row.printed.is_empty()) {
        for candidate in row {
            if level(candidate).is_some_and(|level| !used.contains(&level)) {
                candidate.cost += UNUSED;
            }
        }
    }
}

fn level(candidate: &Candidate) -> Option<Tingkat> {
    candidate.code.as_ref().map(crate::model::Kode::tingkat)
}

/// The level of all codes that have exactly the name of a row.
fn only_level(row: &[Candidate]) -> Option<Tingkat> {
    let named = row.iter().filter(|candidate| candidate.likeness >= EXACT);
    let levels: BTreeSet<Tingkat> = named.filter_map(level).collect();
    levels.first().copied().filter(|_| levels.len() == 1)
}
