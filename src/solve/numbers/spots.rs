//! Something for each cell of a table.

use crate::forms::Spot;
use crate::model::Table;

/// A value for every cell of a table, row by row.
#[derive(Clone, Debug, Default)]
pub(super) struct Spots<T> {
    width: usize,
    all: Vec<T>,
}

impl<T: Clone + Default> Spots<T> {
    /// The default for every cell.
    pub(super) fn of(table: &Table) -> Self {
        let width = table.columns.len();
        Self { width, all: vec![T::default(); width * table.rows.len()] }
    }

    fn place(&self, spot: Spot) -> Option<usize> {
        (spot.column < self.width).then_some(spot.row * self.width + spot.column)
    }

    /// The value of a cell; none for one that the table does not have.
    pub(super) fn get(&self, spot: Spot) -> Option<&T> {
        self.all.get(self.place(spot)?)
    }

    /// The value of a cell, to be changed; none for one that the table does not have.
    pub(super) fn get_mut(&mut self, spot: Spot) -> Option<&mut T> {
        let place = self.place(spot)?;
        self.all.get_mut(place)
    }

    /// Puts a value in the place of the one before; a cell that the table does not have takes none.
    pub(super) fn put(&mut self, spot: Spot, value: T) {
        if let Some(slot) = self.get_mut(spot) {
            *slot = value;
        }
    }

    /// The values of a row.
    pub(super) fn in_row(&self, row: usize) -> impl Iterator<Item = (Spot, &T)> {
        let cells = self.all.chunks(self.width.max(1)).nth(row).unwrap_or_default();
        cells.iter().enumerate().map(move |(column, value)| (Spot { row, column }, value))
    }

    /// All values, row by row.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Spot, &T)> {
        let rows = self.all.chunks(self.width.max(1)).enumerate();
        rows.flat_map(|(row, cells)| {
            cells.iter().enumerate().map(move |(column, value)| (Spot { row, column }, value))
        })
    }
}
