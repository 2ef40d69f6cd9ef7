//! A cell within one table.

/// A cell of a table by the positions of its row and its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The index of the row.
    pub row: usize,
    /// The index of the column.
    pub column: usize,
}
