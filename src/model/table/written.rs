//! What is written into rows other than by a repair: what is read again at another place, what a row is, and the cells of a
//! workbook that is begun. `tests/it/layers.rs` lists who calls these.

use super::{Cell, Document, Row, Status, Table};
use crate::model::tingkat::Tingkat;

impl Table {
    /// Puts a cell where its fragments stand now, as it is read below that header. A row or a column that is not there
    /// is left out.
    pub(crate) fn read_again(&mut self, row: usize, column: usize, cell: Cell) {
        let row = self.rows.written().get_mut(row);
        if let Some(there) = row.and_then(|row| row.cells.written().get_mut(column)) {
            *there = cell;
        }
    }
}

impl Row {
    /// Fills in a cell of a row that is begun: nothing was read there that this could change.
    pub(crate) fn fill_in(&mut self, column: usize, cell: Cell) {
        if let Some(there) = self.cells.written().get_mut(column) {
            *there = cell;
        }
    }
}

impl Document {
    fn row_mut(&mut self, table: usize, row: usize) -> Option<&mut Row> {
        self.tables.get_mut(table)?.rows.written().get_mut(row)
    }

    /// States the level of a row.
    pub(crate) fn state_level(&mut self, table: usize, row: usize, level: Tingkat) {
        if let Some(row) = self.row_mut(table, row) {
            row.level = Some(level);
        }
    }

    /// States which row another one repeats or belongs to.
    pub(crate) fn state_of(&mut self, table: usize, row: usize, of: Option<usize>) {
        if let Some(row) = self.row_mut(table, row) {
            row.of = of;
        }
    }

    /// Marks the code of a row as not settled; what is printed stays.
    pub(crate) fn leave_code_open(&mut self, table: usize, row: usize) {
        if let Some(row) = self.row_mut(table, row) {
            row.code_status = Status::Unresolved;
        }
    }
}
