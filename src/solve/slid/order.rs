//! The order in which the header of each page prints the columns of a table.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Page, RawTable};

/// The ranks of a table's columns on each of its pages, by the rows of the file.
pub(super) struct Order {
    by_line: BTreeMap<(usize, u32), Arc<[usize]>>,
    /// The order of the table itself.
    own: Arc<[usize]>,
}

impl Order {
    pub(super) fn of(raw: &RawTable) -> Self {
        let mut by_line = BTreeMap::new();
        for page in &raw.region.pages {
            let ranks = ranks(raw, page);
            by_line.extend(page.rows.iter().map(|row| ((page.sheet, *row), Arc::clone(&ranks))));
        }
        Self { by_line, own: (0..raw.columns.len()).collect() }
    }

    /// The rank of each column on the page of a row of the file, from left to right.
    pub(super) fn ranks(&self, line: (usize, u32)) -> Arc<[usize]> {
        Arc::clone(self.by_line.get(&line).unwrap_or(&self.own))
    }
}

/// A column whose header the page does not print stands right of the one before it.
fn ranks(raw: &RawTable, page: &Page) -> Arc<[usize]> {
    let mut before = 0;
    let mut places: Vec<(u16, usize)> = Vec::with_capacity(raw.columns.len());
    for (index, column) in raw.columns.iter().enumerate() {
        let place = page.slots.get(column.id).map_or(before, |slot| slot.first);
        if column.is_declared() {
            before = place;
        }
        places.push((place, index));
    }
    places.sort_unstable();
    let mut ranks = vec![0; places.len()];
    for (rank, (_, index)) in places.iter().enumerate() {
        if let Some(slot) = ranks.get_mut(*index) {
            *slot = rank;
        }
    }
    ranks.into()
}
