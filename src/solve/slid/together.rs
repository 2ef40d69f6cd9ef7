//! Cells that slid with others: what has no ground of its own goes with a neighbour that has one, and with the cells
//! above and below that went the same way.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ground::{Ground, Grounds, key};
use super::pieces::Piece;
use crate::document::evidence::header::contradicts;

/// Where a moved cell is printed: the sheet, its column there, and the column of the table.
type Printed = (Arc<str>, u16, Option<usize>);

/// So many cells of one column that went the same way make another one go with them.
const ALIKE: usize = 2;

/// Gives pieces without a ground of their own that of those that they slid with: in their row, or, two at least, in the
/// same column of other rows.
pub(super) fn spread(grounds: &mut Grounds<'_>, rows: &[Vec<Piece>]) {
    for _ in 0..2 {
        for row in rows {
            while beside(grounds, row) {}
        }
        let goals = goals(grounds, rows);
        for piece in rows.iter().flatten().filter(|piece| piece.is_moved()) {
            let alike = goals.get(&printed(piece)).filter(|goals| goals.len() == 1);
            let often = alike.and_then(|goals| goals.get(&piece.to)).copied().unwrap_or_default();
            if often >= ALIKE && grounds.get(piece).is_none() && may_stand(grounds, piece) {
                grounds.by_place.insert(key(piece), Ground::Together);
            }
        }
    }
}

fn printed(piece: &Piece) -> Printed {
    (Arc::clone(&piece.place.sheet), piece.at().column, piece.below)
}

/// To which columns the cells of each column went that have a ground, and how often.
fn goals(grounds: &Grounds<'_>, rows: &[Vec<Piece>]) -> BTreeMap<Printed, BTreeMap<usize, usize>> {
    let mut goals: BTreeMap<Printed, BTreeMap<usize, usize>> = BTreeMap::new();
    for piece in rows.iter().flatten().filter(|piece| piece.is_moved() && grounds.get(piece).is_some()) {
        *goals.entry(printed(piece)).or_default().entry(piece.to).or_default() += 1;
    }
    goals
}

/// Whether a piece may stand where it was put.
fn may_stand(grounds: &Grounds<'_>, piece: &Piece) -> bool {
    grounds.raw.columns.get(piece.to).is_some_and(|to| !contradicts(to, &piece.text))
}

/// Gives the neighbours of pieces with a ground theirs; whether any got one.
fn beside(grounds: &mut Grounds<'_>, row: &[Piece]) -> bool {
    let mut found = Vec::new();
    for pair in row.windows(2) {
        let [left, right] = pair else { continue };
        if !(left.is_moved() && right.is_moved() && left.is_beside(right) && left.slid_with(right)) {
            continue;
        }
        match (grounds.get(left).is_some(), grounds.get(right).is_some()) {
            (true, false) if may_stand(grounds, right) => found.push(key(right)),
            (false, true) if may_stand(grounds, left) => found.push(key(left)),
            _ => {}
        }
    }
    let any = !found.is_empty();
    grounds.by_place.extend(found.into_iter().map(|key| (key, Ground::Together)));
    any
}
