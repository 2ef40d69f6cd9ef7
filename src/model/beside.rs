//! What the input says of cells and rows beside their values, by where it says so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::at::Place;

/// What the input says of one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellMark {
    /// The formula whose result is not stored.
    pub formula: Option<String>,
    /// What the number format shows, where that is not the stored number.
    pub shown: Option<String>,
    /// Text that is struck out and no part of the value, or the whole value where it is struck out.
    pub struck: Option<String>,
    /// The note of the cell.
    pub comment: Option<String>,
    /// The merged range over several rows that the value stands in.
    pub merged: Option<String>,
}

/// What the input says of cells and rows beside their values.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// Cells of which something is said.
    pub cells: BTreeMap<Place, CellMark>,
    /// Rows that are hidden, by sheet and one-based number.
    pub hidden: BTreeSet<(Arc<str>, u32)>,
    /// Rows of which every cell is struck out.
    pub struck: BTreeSet<(Arc<str>, u32)>,
}

impl Beside {
    /// What is said of the cells at these places, each kind once.
    #[must_use]
    pub fn mark(&self, places: &[Place]) -> CellMark {
        let mut all = CellMark::default();
        if self.cells.is_empty() {
            return all;
        }
        for mark in places.iter().filter_map(|place| self.cells.get(place)) {
            for (one, other) in [
                (&mut all.formula, &mark.formula),
                (&mut all.shown, &mark.shown),
                (&mut all.struck, &mark.struck),
                (&mut all.comment, &mark.comment),
                (&mut all.merged, &mark.merged),
            ] {
                if one.is_none() {
                    one.clone_from(other);
                }
            }
        }
        all
    }
}
