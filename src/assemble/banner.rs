//! Rows that hold one text over the whole width of the table: they name what follows.

use super::aligned::Aligned;
use super::costs;
use crate::model::{At, Column, Grid, RawRow, Role};

/// Whether a row is one text that belongs to no column: its only cell is merged over most of the table, or stands
/// where the row above has its code and not its name. Such a text never continues the row above.
pub(super) fn is_banner(
    grid: &Grid,
    columns: &[&'static Column],
    row: &Aligned<'_>,
    above: Option<&RawRow>,
) -> bool {
    let [(at, raw)] = row.cells.as_slice() else { return false };
    let text = raw.shown();
    let worded = text.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && text.chars().filter(|c| c.is_alphabetic()).count() >= costs::BANNER_LETTERS;
    worded
        && (spans_table(grid, *at, columns.len()) || above.is_some_and(|above| is_led(columns, *at, above)))
}

/// Whether a cell is merged over most of a table with so many columns.
fn spans_table(grid: &Grid, at: At, columns: usize) -> bool {
    let over = grid.merges.iter().find(|span| span.first == at);
    over.is_some_and(|span| usize::from(span.last.column - span.first.column + 1) * 2 > columns)
}

/// Whether a cell stands below the code of the row above, and left of its name.
fn is_led(columns: &[&'static Column], at: At, above: &RawRow) -> bool {
    let stands = |role: Role| {
        let cells = columns.iter().zip(&above.cells).filter(move |(column, _)| column.role == role);
        cells.flat_map(|(_, cell)| cell).map(|fragment| fragment.place.at.column)
    };
    stands(Role::Code).any(|column| column == at.column)
        && stands(Role::Name).all(|column| column > at.column)
}
