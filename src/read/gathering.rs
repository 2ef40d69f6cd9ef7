//! Cells as they come from a file: nearly always in the order of their addresses.

use std::collections::BTreeMap;

use crate::model::{At, Raw};

/// The cells of a sheet so far, each address once.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    /// Those that came in order.
    orderly: Vec<(At, Raw)>,
    /// Those that came late.
    late: BTreeMap<At, Raw>,
}

impl Gathering {
    /// Whether an address is taken.
    pub(super) fn has(&self, at: At) -> bool {
        let is_new = self.orderly.last().is_none_or(|(last, _)| *last < at);
        !is_new
            && (self.orderly.binary_search_by_key(&at, |(at, _)| *at).is_ok() || self.late.contains_key(&at))
    }

    /// Adds a cell at an address that is not taken.
    pub(super) fn add(&mut self, at: At, raw: Raw) {
        if self.orderly.last().is_none_or(|(last, _)| *last < at) {
            self.orderly.push((at, raw));
        } else {
            self.late.insert(at, raw);
        }
    }

    /// The addresses, in no order.
    pub(super) fn addresses(&self) -> impl Iterator<Item = At> {
        self.orderly.iter().map(|(at, _)| *at).chain(self.late.keys().copied())
    }

    /// The cells, in no order.
    pub(super) fn into_cells(self) -> impl Iterator<Item = (At, Raw)> {
        self.orderly.into_iter().chain(self.late)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_taken_once_in_whatever_order() {
        let mut cells = Gathering::default();
        for (row, column) in [(1, 1), (3, 0), (2, 5), (0, 0), (4, 0)] {
            let at = At::new(row, column);
            assert!(!cells.has(at));
            cells.add(at, Raw::text("x"));
            assert!(cells.has(at));
        }
        assert_eq!(cells.into_cells().count(), 5);
    }
}
