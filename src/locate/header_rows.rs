//! The rows that a header takes, with what its number row says.

use std::collections::BTreeMap;

use super::block::{block_length, is_row_of_halves};
use super::number_row::{leading_number, numbers_columns};
use crate::model::Grid;

/// The rows of a header: those of its words, the halves of its pairs included, and what its number row says.
pub(super) struct HeaderRows {
    pub(super) rows: Vec<u32>,
    /// The last row of the header, the number row included.
    pub(super) last_row: u32,
    /// How many rows it takes.
    pub(super) taken: usize,
    /// The entries of the number row by their columns of the sheet.
    pub(super) numbers: BTreeMap<u16, String>,
}

/// The header that may begin at a row, by its looks.
pub(super) fn header_rows(grid: &Grid, rows: &[u32], start: usize) -> Option<HeaderRows> {
    let (mut length, _) = block_length(grid, rows, start);
    let is_of_numbers = |at: usize| rows.get(start + at).is_some_and(|row| numbers_columns(grid, *row));
    // Of two rows of numbers the first has the years of the groups above it.
    length += usize::from(length > 0 && is_of_numbers(length) && is_of_numbers(length + 1));
    let mut block = rows.get(start..start + length).filter(|block| !block.is_empty())?.to_vec();
    let mut taken = length;
    let mut numbers = BTreeMap::new();
    while let Some(&next) = rows.get(start + taken).filter(|next| numbers_columns(grid, **next)) {
        numbers.extend(grid.row(next).map(|(at, raw)| (at.column, raw.shown().trim().to_owned())));
        taken += 1;
    }
    if let Some(&next) = rows.get(start + taken).filter(|next| is_row_of_halves(grid, **next)) {
        block.push(next);
        taken += 1;
    }
    let last_row = *rows.get(start + taken - 1)?;
    Some(HeaderRows { rows: block, last_row, taken, numbers })
}

impl HeaderRows {
    /// Takes the row below too, where that counts on from a number: the number row of a half with few columns.
    pub(super) fn count_on(&mut self, grid: &Grid, from: u32) {
        let Some(next) = grid.rows().into_iter().find(|row| *row > self.last_row) else { return };
        let counted: Vec<Option<u32>> = grid.row(next).map(|(_, raw)| leading_number(&raw.shown())).collect();
        let mut last = from;
        // The two columns of a pair may have one number.
        let counts_on = counted.iter().all(|own| {
            let is_next = own.is_some_and(|own| own == last || own == last + 1);
            last = own.unwrap_or(last);
            is_next
        });
        if self.numbers.is_empty() && counts_on && last > from {
            self.numbers.extend(grid.row(next).map(|(at, raw)| (at.column, raw.shown().trim().to_owned())));
            self.last_row = next;
            self.taken += 1;
        }
    }

    /// The last number of its number row.
    pub(super) fn last_number(&self) -> Option<u32> {
        leading_number(self.numbers.values().next_back()?)
    }
}
