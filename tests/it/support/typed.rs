//! Cells that a test types into a table which it makes by hand.

use rapikan::model::{Cell, Row, Table};

/// Gives a row of a table another cell: the table is made again, for a cell that is there cannot be written.
pub fn put(table: &mut Table, row: usize, column: usize, cell: &Cell) {
    let typed = |one: Row| {
        let other = |(at, own): (usize, Cell)| if at == column { cell.clone() } else { own };
        let Row { level, code, code_status, of, source_rows, cells } = one;
        let cells = cells.into_iter().enumerate().map(other).collect();
        Row { level, code, code_status, of, source_rows, cells }
    };
    let rows = std::mem::take(&mut table.rows).into_iter().enumerate();
    table.rows = rows.map(|(at, one)| if at == row { typed(one) } else { one }).collect();
}
