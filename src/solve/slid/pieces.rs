//! The pieces of a row with where each is printed and where it was put.

use std::sync::Arc;

use super::order::Order;
use crate::model::{At, Fragment, Joint, Place, RawTable};

/// One cell of the input within a row of a table.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// The index of the row in the table.
    pub(super) row: usize,
    /// The index of the column it was put into.
    pub(super) to: usize,
    /// The index of the column whose header it is printed below.
    pub(super) below: Option<usize>,
    pub(super) place: Place,
    pub(super) text: String,
    pub(super) joint: Joint,
    /// Whether it shares its cell with another cell of its row of the file.
    pub(super) shared: bool,
    /// The rank of each column of the table in the header of its page.
    ranks: Arc<[usize]>,
}

impl Piece {
    /// Whether it stands elsewhere than below its header.
    pub(super) fn is_moved(&self) -> bool {
        self.below != Some(self.to)
    }

    /// Where a column stands in the header of the page, from left to right.
    pub(super) fn rank(&self, column: usize) -> usize {
        self.ranks.get(column).copied().unwrap_or(column)
    }

    pub(super) fn at(&self) -> At {
        self.place.at
    }

    /// Whether two pieces stand in one row of the file.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        is_beside(&self.place, &other.place)
    }

    /// Whether two pieces were moved by the same number of columns.
    pub(super) fn slid_with(&self, other: &Self) -> bool {
        let (to, goal) = (self.rank(self.to), other.rank(other.to));
        if let (Some(own), Some(others)) = (self.below, other.below) {
            return to + other.rank(others) == goal + self.rank(own);
        }
        // Beside the header both stand as far apart as the columns that they go to.
        let apart = i32::from(self.at().column) - i32::from(other.at().column);
        let wanted = i64::try_from(to).unwrap_or(i64::MAX) - i64::try_from(goal).unwrap_or(0);
        i64::from(apart) == wanted
    }
}

fn is_beside(left: &Place, right: &Place) -> bool {
    left.at.row == right.at.row && left.sheet == right.sheet
}

/// The rows of a table in which something is moved, each with all its pieces in the order of the file.
pub(super) fn moved(raw: &RawTable) -> Vec<Vec<Piece>> {
    if raw.region.own {
        return Vec::new();
    }
    let order = Order::of(raw);
    (0..raw.rows.len())
        .map(|row| pieces(raw, row, &order))
        .filter(|row| row.iter().any(Piece::is_moved))
        .collect()
}

fn pieces(raw: &RawTable, row: usize, order: &Order) -> Vec<Piece> {
    let cells = raw.rows.get(row).map(|row| row.cells.as_slice()).unwrap_or_default();
    let is_moved =
        |(to, cell): (usize, &Vec<Fragment>)| cell.iter().any(|fragment| fragment.below != Some(to));
    if !cells.iter().enumerate().any(is_moved) {
        return Vec::new();
    }
    let line = |place: &Place| {
        let lines = raw.rows.get(row).map(|row| row.rows.as_slice()).unwrap_or_default();
        let own = lines.iter().find(|(_, line)| *line == place.at.row).or(lines.first());
        own.copied().unwrap_or_default()
    };
    let piece = |to: usize, cell: &[Fragment], fragment: &Fragment| Piece {
        ranks: order.ranks(line(&fragment.place)),
        row,
        to,
        below: fragment.below,
        place: fragment.place.clone(),
        text: fragment.raw.shown().trim().to_owned(),
        joint: fragment.joint,
        shared: cell.iter().filter(|other| is_beside(&other.place, &fragment.place)).count() > 1,
    };
    let mut found: Vec<Piece> = cells
        .iter()
        .enumerate()
        .flat_map(|(to, cell)| cell.iter().map(move |fragment| piece(to, cell, fragment)))
        .collect();
    let line = |piece: &Piece| raw_line(raw, row, piece);
    found.sort_by_key(|piece| (line(piece), piece.at().column));
    found
}

/// Which of the file's rows of a row a piece stands in.
fn raw_line(raw: &RawTable, row: usize, piece: &Piece) -> usize {
    let lines = raw.rows.get(row).map(|row| row.rows.as_slice()).unwrap_or_default();
    lines.iter().position(|(_, line)| *line == piece.at().row).unwrap_or(usize::MAX)
}
