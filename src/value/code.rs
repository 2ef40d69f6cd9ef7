//! Code cells: the one strict reading of an undamaged print, and what a damaged one may have been.

mod cell;
mod misfit;
mod readings;

use crate::model::{Kode, Raw};

use cell::Cell;
use misfit::Lane;

/// The cells of one row that stand left of its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    lane: Lane,
    exploded: Option<Lane>,
    clean: Option<Kode>,
}

impl Printed {
    /// The cells in order; a blank text stands for an empty one. Empty cells behind the last filled one do not
    /// count, those before it do.
    #[must_use]
    pub fn of(cells: &[Raw]) -> Self {
        let mut cells: Vec<Cell> = cells.iter().map(Cell::of).collect();
        while cells.last().is_some_and(Cell::is_empty) {
            cells.pop();
        }
        let parts: Option<Vec<&str>> = cells.iter().map(Cell::clean).collect();
        let clean = parts.and_then(|parts| parts.join(".").parse().ok());
        let lane = Lane::of(cells);
        Self { exploded: lane.exploded(), lane, clean }
    }

    /// Whether nothing is printed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lane.cells.is_empty()
    }

    /// How many cells hold something: what tells the level where the digits do not.
    #[must_use]
    pub fn filled(&self) -> usize {
        self.lane.filled()
    }

    /// The code, if the cells are undamaged: put together with dots they obey the grammar as they stand.
    #[must_use]
    pub fn clean(&self) -> Option<Kode> {
        self.clean.clone()
    }

    /// The codes that the cells may be by grammar alone, with what must be undone and its cost, the cheapest
    /// first; the clean one has cost 0 and the rule `as-printed`.
    #[must_use]
    pub fn readings(&self) -> Vec<(Kode, u32, &'static str)> {
        readings::of(self)
    }

    /// What it costs to believe that this code was printed as these cells: 0 where it prints so, more for
    /// every damage (split, chopped, rounded, shifted, eaten as a date, parts left blank). `None` where the
    /// cells contradict it: a digit that can be read is another, or they tell another level.
    #[must_use]
    pub fn misfit(&self, code: &Kode) -> Option<u32> {
        misfit::of(self, code)
    }
}

/// Parts a cell that holds a code and a name (`1.01.02 PROGRAM …`) into both. `None` where no code stands
/// first: a list mark, a quantity, a lone digit (but for `2 URUSAN …`).
#[must_use]
pub fn split_leading_code(text: &str) -> Option<(String, String)> {
    let text = super::words::collapse(text);
    let is_code = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | 'X');
    let mut end = text.find(|c: char| !is_code(c)).unwrap_or(text.len());
    // A capital X may begin the name's first word.
    if let Some(head) = text.get(..end).filter(|head| head.ends_with('X') && end < text.len()) {
        end = head.trim_end_matches('X').len();
    }
    let (head, name) = text.split_at(end);
    let name = name.trim_start_matches(['-', '–', ':', ' ']);
    let solid: String = head.chars().filter(|c| *c != ' ').collect();
    let parts: Vec<&str> = solid.trim_matches(['.', ',']).split(['.', ',']).collect();
    let long = |part: &&str| part.len() > 2 && part.len() != 4;
    let lone_urusan = parts.len() == 1 && solid.len() == 1 && name.to_lowercase().starts_with("urusan");
    let coded = parts.len() > 2 || parts.get(1).is_some_and(|part| part.len() == 2) && name_is_capital(name);
    let first_fits = parts.first().is_some_and(|part| part.len() == 1);
    let named = name.starts_with(char::is_alphabetic);
    let fits = named && first_fits && (coded || lone_urusan) && !parts.iter().any(long);
    fits.then(|| (head.trim().to_owned(), name.to_owned()))
}

/// Two parts alone may be a quantity; before a name in capitals they are a code.
fn name_is_capital(name: &str) -> bool {
    let word = name.split(' ').next().unwrap_or_default();
    word.chars().count() > 2 && word.chars().all(|c| !c.is_lowercase())
}

#[cfg(test)]
mod tests;
