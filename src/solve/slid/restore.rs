//! Cells back below the headers that they are printed below.

use super::pieces::Piece;
use crate::model::{Fragment, Joint, RawTable, Table};
use crate::solve::cells;

/// Puts pieces back below their headers; what stands below none is listed as unplaced.
pub(super) fn restore(raw: &mut RawTable, table: &mut Table, pieces: &[Piece]) {
    for piece in pieces {
        let Some(row) = raw.rows.get_mut(piece.row) else { continue };
        let Some(cell) = row.cells.get_mut(piece.to) else { continue };
        let Some(at) = cell.iter().position(|fragment| fragment.place == piece.place) else { continue };
        let fragment = cell.remove(at);
        match piece.below.and_then(|below| row.cells.get_mut(below)) {
            Some(home) => home.push(fragment),
            None => raw.unplaced.push(fragment),
        }
        for column in [Some(piece.to), piece.below].into_iter().flatten() {
            if let Some(cell) = row.cells.get_mut(column) {
                put_in_order(cell, &row.rows);
            }
            let read = raw.columns.get(column).zip(row.cells.get(column));
            if let Some((declared, fragments)) = read {
                table.read_again(piece.row, column, cells::cell(declared, fragments));
            }
        }
    }
}

/// Brings the pieces of a cell into the order of the file.
fn put_in_order(cell: &mut [Fragment], lines: &[(usize, u32)]) {
    let line = |row: u32| lines.iter().position(|(_, line)| *line == row).unwrap_or(usize::MAX);
    cell.sort_by_key(|fragment| (line(fragment.place.at.row), fragment.place.at.column));
    let mut before: Option<u32> = None;
    for fragment in cell {
        let row = fragment.place.at.row;
        fragment.joint = match before {
            None => Joint::Start,
            Some(above) if above == row => Joint::Beside,
            Some(_) if fragment.joint == Joint::Item => Joint::Item,
            Some(_) => Joint::Below,
        };
        before = Some(row);
    }
}
