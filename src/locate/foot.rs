//! Titles at the foot of a page: the table that they name begins on the next one.

use super::labels::is_header_text;
use super::titles::{is_title_row, named_form, names_table};
use super::words::header_letters;
use crate::model::{Form, Grid, Place};

/// The titles that stood at the foot of the sheet before.
#[derive(Default)]
pub(super) struct Foot {
    pub(super) texts: Vec<(Place, String)>,
}

impl Foot {
    /// The texts of some rows.
    pub(super) fn of(grid: &Grid, rows: &[u32]) -> Self {
        let cells = rows.iter().flat_map(|row| grid.row(*row));
        let texts = cells.map(|(at, raw)| (Place::new(&grid.name, at), raw.shown().trim().to_owned()));
        Self { texts: texts.collect() }
    }

    /// The form they name.
    pub(super) fn form(&self) -> Option<&'static Form> {
        self.texts.iter().find_map(|(_, text)| named_form(text))
    }
}

/// The most rows that titles take.
const MOST: usize = 12;
/// The most cells of a row of titles.
const SLIGHT: usize = 2;

/// How many of a sheet's last rows are the titles of the next table: from a row that names a table on, nothing but
/// titles and pieces of a header.
pub(super) fn length(grid: &Grid, rows: &[u32]) -> usize {
    let piece = |row: u32| grid.row(row).all(|(_, raw)| is_header_text(&header_letters(&raw.shown())));
    let slight = |row: u32| {
        let count = grid.row(row).take(SLIGHT * 2 + 1).count();
        count <= SLIGHT || count <= SLIGHT * 2 && (is_title_row(grid, row) || piece(row))
    };
    let last: Vec<u32> = rows.iter().rev().take(MOST).take_while(|row| slight(**row)).copied().collect();
    let opens = |row: u32| grid.row(row).any(|(_, raw)| names_table(&raw.shown()));
    let names = |length: usize| {
        let mut cells = last.iter().take(length).flat_map(|row| grid.row(*row));
        cells.any(|(_, raw)| named_form(&raw.shown()).is_some())
    };
    let first = last.iter().rposition(|row| opens(*row)).map_or(0, |index| index + 1);
    if names(first) { first } else { 0 }
}
