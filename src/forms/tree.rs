//! Which rows stand below which: by their codes, within the part of the table that one office or unit has.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Kode, Row, Table, Tingkat};

/// The tree of a table's rows.
///
/// Codes repeat where several offices or units stand in one table, so a row is looked for among the rows of the same
/// part first. A part that lacks it, and every row above it, goes on below a part before that holds none of its codes:
/// the bidang above the rows of several offices.
pub(super) struct Tree<'a> {
    rows: &'a [Row],
    /// The part of the table that each row stands in.
    parts: Vec<usize>,
    /// The rows of each code, by part.
    holders: Vec<BTreeMap<&'a Kode, Vec<usize>>>,
    /// The rows below each row that alone holds its code.
    below: BTreeMap<usize, Vec<usize>>,
}

impl<'a> Tree<'a> {
    pub(super) fn of(rows: &'a [Row]) -> Self {
        let mut parts = Vec::with_capacity(rows.len());
        let mut holders: Vec<BTreeMap<&Kode, Vec<usize>>> = vec![BTreeMap::new()];
        for (index, row) in rows.iter().enumerate() {
            if row.level.is_some_and(begins_part) {
                holders.push(BTreeMap::new());
            }
            parts.push(holders.len() - 1);
            // The code of an office or a unit is that of a sum, and no row's parent.
            let sum = row.level.is_some_and(Tingkat::is_result);
            if let (Some(code), Some(part), false) = (&row.code, holders.last_mut(), sum) {
                part.entry(code).or_default().push(index);
            }
        }
        let mut tree = Self { rows, parts, holders, below: BTreeMap::new() };
        let mut below: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for index in 0..rows.len() {
            // A code that two rows hold says of neither that the rows below are its own.
            if rows.get(index).is_some_and(|row| row.level.is_some_and(Tingkat::is_result)) {
                continue;
            }
            if let Some(parent) = tree.parent(index) {
                below.entry(parent).or_default().push(index);
            }
        }
        tree.below = below;
        tree
    }

    /// The rows that have rows below them, in order, each with these.
    pub(super) fn families(&self) -> impl Iterator<Item = (usize, &[usize])> {
        self.below.iter().map(|(row, below)| (*row, below.as_slice()))
    }

    /// The rows below a row.
    pub(super) fn below(&self, row: usize) -> Option<&[usize]> {
        self.below.get(&row).map(Vec::as_slice)
    }

    /// The row that a row stands below: the only one with the code next above its own. A row whose code is open, but
    /// whose readings all stand below one row, stands there.
    fn parent(&self, row: usize) -> Option<usize> {
        let stated = self.rows.get(row)?;
        match (&stated.code, self.parents(row)) {
            (Some(_), Some([parent])) => Some(*parent),
            (None, _) if self.is_placed(row) => stated.of,
            _ => None,
        }
    }

    /// Whether a row has a place among the codes: one of its own, or that of the row that it is told to stand below.
    fn is_placed(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(has_place)
    }

    /// The rows that hold the code next above that of a row.
    fn parents(&self, row: usize) -> Option<&[usize]> {
        let code = self.rows.get(row)?.code.as_ref()?;
        self.find(&code.parent()?, *self.parts.get(row)?)
    }

    /// The rows that hold a code, for a row of a part.
    fn find(&self, code: &Kode, part: usize) -> Option<&[usize]> {
        let own = self.holders.get(part)?;
        if let Some(found) = own.get(code) {
            return Some(found);
        }
        if std::iter::successors(code.parent(), Kode::parent).any(|above| own.contains_key(&above)) {
            return None;
        }
        let before = self.holders.get(..part)?.iter().rev();
        let mut apart = before.filter(|other| !own.keys().any(|code| other.contains_key(code)));
        apart.find_map(|other| other.get(code)).map(Vec::as_slice)
    }

    /// Of some rows, those that are filled and have no filled row above them.
    pub(super) fn topmost(&self, rows: std::ops::Range<usize>, filled: &dyn Fn(usize) -> bool) -> Vec<usize> {
        let mut covered: BTreeMap<(usize, Kode), bool> = BTreeMap::new();
        let within = rows.clone();
        let is_term = |row: &usize| {
            let level = self.rows.get(*row).and_then(|row| row.level);
            filled(*row) && self.is_placed(*row) && !level.is_some_and(Tingkat::is_result)
        };
        rows.filter(is_term).filter(|row| !self.is_covered(*row, &within, filled, &mut covered)).collect()
    }

    /// The code above that of a row.
    fn above(&self, row: usize) -> Option<Kode> {
        let stated = self.rows.get(row)?;
        match &stated.code {
            Some(code) => code.parent(),
            None => self.rows.get(stated.of.filter(|_| self.is_placed(row))?)?.code.clone(),
        }
    }

    fn is_covered(
        &self,
        row: usize,
        within: &std::ops::Range<usize>,
        filled: &dyn Fn(usize) -> bool,
        known: &mut BTreeMap<(usize, Kode), bool>,
    ) -> bool {
        let Some(part) = self.parts.get(row).copied() else { return false };
        std::iter::successors(self.above(row), Kode::parent).any(|above| {
            if let Some(known) = known.get(&(part, above.clone())) {
                return *known;
            }
            let holders = self.find(&above, part).unwrap_or_default();
            let found = holders.iter().any(|holder| within.contains(holder) && filled(*holder));
            known.insert((part, above), found);
            found
        })
    }
}

/// The rows that a column's amounts are added up over without adding any twice: those that hold something and have no
/// filled row below them in the tree. In a table without codes, all rows that stand for themselves.
#[must_use]
pub fn leaves(table: &Table, column: usize) -> Vec<usize> {
    let rows = &table.rows;
    let filled = |row: usize| {
        let cell = rows.get(row).and_then(|row| row.cells.get(column));
        cell.is_some_and(|cell| !cell.is_empty())
    };
    let stands = |row: &usize| {
        rows.get(*row).is_some_and(|row| !row.level.is_some_and(Tingkat::is_uncoded)) && filled(*row)
    };
    let own: Vec<usize> = (0..rows.len()).filter(stands).collect();
    let coded = |row: &usize| rows.get(*row).is_some_and(has_place);
    if !own.iter().any(coded) {
        return own;
    }
    let tree = Tree::of(rows);
    let has_filled = |row: usize| holds_filled(&tree, row, &filled);
    own.into_iter().filter(|row| coded(row) && !has_filled(*row)).collect()
}

fn holds_filled(tree: &Tree<'_>, row: usize, filled: &dyn Fn(usize) -> bool) -> bool {
    let below = tree.below(row).unwrap_or_default();
    below.iter().any(|below| filled(*below) || holds_filled(tree, *below, filled))
}

/// Whether a row has a place among the codes.
/// Whether a row has a code, or is told to stand below a row of the tree.
fn has_place(row: &Row) -> bool {
    let level = row.level.is_some_and(|level| (Tingkat::Urusan..=Tingkat::SubKegiatan).contains(&level));
    row.code.is_some() || level && row.of.is_some()
}

const fn begins_part(level: Tingkat) -> bool {
    matches!(level, Tingkat::PerangkatDaerah | Tingkat::Unit | Tingkat::Banner)
}

/// A row that holds the sum of others outside the tree of codes, and the rows whose topmost it sums up.
pub(super) struct Result {
    pub(super) row: usize,
    pub(super) over: Over,
}

/// What such a row sums up.
pub(super) enum Over {
    /// The topmost rows among these.
    Rows(std::ops::Range<usize>),
    /// The rows below one row.
    Below(usize),
}

/// The results of a table: its totals, the rows of offices and units, subtotals that say of which row they are.
/// `is_sum` tells whether a row holds an amount at all.
pub(super) fn results(rows: &[Row], is_sum: &dyn Fn(usize) -> bool) -> Vec<Result> {
    let level = |row: usize| rows.get(row).and_then(|row| row.level);
    let totals: BTreeSet<usize> =
        (0..rows.len()).filter(|row| level(*row) == Some(Tingkat::Jumlah) && is_sum(*row)).collect();
    let until = |row: usize, ends: &[Tingkat]| {
        let mut below = row + 1..rows.len();
        below.find(|row| level(*row).is_some_and(|level| ends.contains(&level))).unwrap_or(rows.len())
    };
    let result = |row: usize| {
        let over = match level(row)? {
            Tingkat::PerangkatDaerah => Over::Rows(row + 1..until(row, &[Tingkat::PerangkatDaerah])),
            Tingkat::Unit => Over::Rows(row + 1..until(row, &[Tingkat::PerangkatDaerah, Tingkat::Unit])),
            Tingkat::Subtotal => Over::Below(rows.get(row)?.of?),
            Tingkat::Jumlah if totals.contains(&row) => Over::Rows(summed_up(rows, &totals, row)),
            _ => return None,
        };
        Some(Result { row, over })
    };
    (0..rows.len()).filter_map(result).collect()
}

/// The rows that a total is of: all of the table if it is the only one, or the last of several offices of which each
/// other has its own; else those from the total before.
fn summed_up(rows: &[Row], totals: &BTreeSet<usize>, total: usize) -> std::ops::Range<usize> {
    let before = totals.range(..total).next_back().map_or(0, |before| before + 1);
    let holds_rows = rows.get(before..total).unwrap_or_default().iter().any(|row| row.code.is_some());
    if holds_rows { before..total } else { 0..rows.len() }
}
