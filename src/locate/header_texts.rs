//! Pieces of a repeated header: a page break cut it, so that neither part is found as one.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::words::header_letters;
use crate::model::{Grid, Raw};

/// What the cells of a header say.
#[derive(Default)]
pub(super) struct HeaderTexts {
    /// The letters of each cell.
    cells: BTreeSet<String>,
    /// Every word and year.
    words: BTreeSet<String>,
}

/// So many different words, all of them of the header, are no rest of a name.
const RUN_TOGETHER: usize = 9;

impl HeaderTexts {
    /// Those of a header's rows.
    pub(super) fn of(grid: &Grid, rows: &[u32]) -> Self {
        let texts: Vec<Cow<'_, str>> = rows.iter().flat_map(|row| texts(grid, *row)).collect();
        Self {
            cells: texts.iter().map(|text| header_letters(text)).filter(|cell| !cell.is_empty()).collect(),
            words: texts.iter().flat_map(|text| words(text)).collect(),
        }
    }

    /// Whether a row says what cells of the header say, and nothing else: cell by cell, or run together in one.
    pub(super) fn is_piece(&self, grid: &Grid, row: u32) -> bool {
        let mut cells = grid.row(row).map(|(_, raw)| raw);
        let Some(first) = cells.next() else { return false };
        let mut others = cells.peekable();
        if others.peek().is_none() {
            let said: BTreeSet<String> = words(&first.shown()).collect();
            return said.len() >= RUN_TOGETHER && said.is_subset(&self.words);
        }
        let is_header = |raw: &Raw| self.cells.contains(&header_letters(&raw.shown()));
        is_header(first) && others.all(is_header)
    }

    /// Whether a row has no word that the header lacks. The rest of a name may have none either: this says something
    /// only of a row next to a piece of the header.
    pub(super) fn is_of_its_words(&self, grid: &Grid, row: u32) -> bool {
        texts(grid, row).iter().all(|text| words(text).all(|word| self.words.contains(&word)))
    }
}

fn texts(grid: &Grid, row: u32) -> Vec<Cow<'_, str>> {
    grid.row(row).map(|(_, raw)| raw.shown()).collect()
}

/// The words and numbers of a text, lower case.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_lowercase)
}
