//! A header that is printed in two halves, on pages of their own: only both together are the header of a form. The right half
//! repeats none of the columns that say which row it is.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::header_rows::{HeaderRows, header_rows};
use super::labels::{CANDIDATES, Candidate};
use super::matching::Match;
use super::tree::Tree;
use super::units::{Unit, units};
use crate::model::{At, Form, Grid, Raw, Span, letters};

/// Which half of a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// Both halves put side by side.
pub(super) struct Whole {
    pub(super) candidate: &'static Candidate,
    pub(super) tree: Tree,
    pub(super) units: Vec<Unit>,
    pub(super) matched: Match,
    /// The entries of the number rows, by the columns of both halves side by side.
    pub(super) numbers: BTreeMap<u16, String>,
    /// The first column of the right half, where both stand side by side, and on its own sheet.
    boundary: u16,
    right_first: u16,
    /// What the rows of each half say.
    left: Vec<Vec<String>>,
    right: Vec<Vec<String>>,
    /// The last number of the number row of the left half.
    last_number: Option<u32>,
    /// Where the halves were found: sheet and last row of the header.
    places: [(usize, u32); 2],
}

/// How much of a form and of both halves must find each other.
const LEAST: f64 = 0.7;
/// Where a header finds so much of its form by itself, it has no right half.
pub(super) const ALL_BUT_WHOLE: f64 = 0.97;
/// Where the left half finds so much by itself, the right half says nothing but what that lacks.
const MOST_ALONE: f64 = 0.7;
/// How many columns the smallest half has, and of how many at least one may be none of the form.
const FEWEST: usize = 2;
const MOST_UNKNOWN: usize = 3;
/// How many sheets further on, how far down on each, and how many headers further down on its own sheet a right half is
/// looked for.
const SHEETS: usize = 40;
const ROWS: usize = 15;
const BELOW: usize = 2;

impl Whole {
    /// Looks for the right half of a header block below it and on the sheets behind. `named` is the form that a title
    /// above it names.
    pub(super) fn ahead(
        sheets: &[Grid],
        index: usize,
        rows: &[u32],
        start: usize,
        named: Option<&'static Form>,
    ) -> Option<Rc<Self>> {
        let grid = sheets.get(index)?;
        let left = header_rows(grid, rows, start)?;
        let below = (start + left.taken..rows.len()).filter_map(|at| header_rows(grid, rows, at)).take(BELOW);
        let here = below.map(|right| (index, right));
        let behind = sheets.iter().enumerate().skip(index + 1).take(SHEETS).filter_map(|(index, grid)| {
            let rows = grid.rows();
            Some((index, (0..ROWS).find_map(|at| header_rows(grid, &rows, at))?))
        });
        let of = |(at, mut right): (usize, HeaderRows)| {
            let (grid, last) = (sheets.get(at)?, left.last_number());
            if let Some(last) = last {
                right.count_on(grid, last);
            }
            Self::of(sheets, (index, &left), (at, &right), named)
        };
        here.chain(behind).find_map(of).map(Rc::new)
    }

    /// Both halves together; nothing where they are no header of a form, where the left half says of no row which it is, or
    /// where the right half says that, or says what the left one says or no form does.
    fn of(
        sheets: &[Grid],
        (left_index, left): (usize, &HeaderRows),
        (right_index, right): (usize, &HeaderRows),
        named: Option<&'static Form>,
    ) -> Option<Self> {
        let (left_grid, right_grid) = (sheets.get(left_index)?, sheets.get(right_index)?);
        let boundary = last_column(left_grid, left)?.checked_add(1)?;
        let right_first =
            right.rows.iter().filter_map(|row| Some(right_grid.row(*row).next()?.0.column)).min()?;
        let grid = beside((left_grid, left), (right_grid, right), boundary, right_first);
        let tree = Tree::of(&grid, &grid.rows());
        let units = units(&tree);
        let all: Vec<&Unit> = units.iter().collect();
        let is_allowed = |candidate: &&Candidate| {
            named.map_or(!candidate.form.needs_title, |form| std::ptr::eq(form, candidate.form))
        };
        let read = |candidate: &'static Candidate| {
            let matched = Match::of(candidate, &all);
            (matched.covered(candidate, &all), candidate, matched)
        };
        let best = CANDIDATES.iter().rev().filter(is_allowed).map(read);
        let best = best.max_by(|left, right| left.0.total_cmp(&right.0));
        let (_, candidate, matched) = best.filter(|(share, ..)| *share >= LEAST)?;
        let is_right = |unit: &Unit| {
            let columns = unit.leaves.iter().filter_map(|leaf| Some(tree.leaves.get(*leaf)?.at.column));
            columns.max().is_some_and(|column| column >= boundary)
        };
        let (mut keys, mut rights, mut unknown, mut is_keyless) = (0, 0, 0, true);
        for (unit, label) in units.iter().zip(&matched.labels) {
            let label = label.and_then(|label| candidate.labels.get(label));
            let is_key = label.is_some_and(|label| label.columns.iter().any(|column| column.role.is_key()));
            if is_right(unit) {
                rights += unit.leaves.len();
                unknown += if label.is_none() { unit.leaves.len() } else { 0 };
                is_keyless &= !is_key;
            } else {
                keys += usize::from(is_key);
            }
        }
        let alone: Vec<&Unit> = units.iter().filter(|unit| !is_right(unit)).collect();
        let is_little = Match::of(candidate, &alone).covered(candidate, &alone) <= MOST_ALONE;
        let fits = if is_little { unknown * MOST_UNKNOWN <= rights } else { unknown == 0 };
        if !is_keyless || keys == 0 || rights < FEWEST || !fits {
            return None;
        }
        // The number row may begin left of the words.
        let shifted = right.numbers.iter().filter_map(|(column, text)| {
            Some((column.checked_sub(right_first)?.checked_add(boundary)?, text.clone()))
        });
        let numbers = left.numbers.clone().into_iter().chain(shifted).collect();
        let last_number = left.last_number();
        let (left_says, right_says) = (says(left_grid, left), says(right_grid, right));
        let places = [(left_index, left.last_row), (right_index, right.last_row)];
        let (left, right) = (left_says, right_says);
        Some(Self {
            candidate,
            tree,
            units,
            matched,
            numbers,
            boundary,
            right_first,
            left,
            right,
            last_number,
            places,
        })
    }

    /// Which half some header rows are, where they say what one of them says. A number row below the right half that counts
    /// on from the left one is one of them.
    pub(super) fn side(&self, grid: &Grid, rows: &mut HeaderRows) -> Option<Side> {
        let said = says(grid, rows);
        if said == self.left {
            return Some(Side::Left);
        }
        if said != self.right {
            return None;
        }
        if let Some(last) = self.last_number {
            rows.count_on(grid, last);
        }
        Some(Side::Right)
    }

    /// Where a column of both halves side by side stands on the sheets: on which half, and in which column there.
    pub(super) fn place(&self, column: u16) -> (Side, u16) {
        match column.checked_sub(self.boundary) {
            Some(behind) => (Side::Right, self.right_first.saturating_add(behind)),
            None => (Side::Left, column),
        }
    }

    /// The sheet on which a half was found, and the last row of its header there.
    pub(super) const fn found(&self, side: Side) -> (usize, u32) {
        let [left, right] = self.places;
        match side {
            Side::Left => left,
            Side::Right => right,
        }
    }
}

/// What some header rows say, row by row.
fn says(grid: &Grid, rows: &HeaderRows) -> Vec<Vec<String>> {
    let row = |row: &u32| grid.row(*row).map(|(_, raw)| letters(&raw.shown())).collect();
    rows.rows.iter().map(row).collect()
}

/// The last column of the sheet that some header rows cover.
fn last_column(grid: &Grid, rows: &HeaderRows) -> Option<u16> {
    let cells = rows.rows.iter().flat_map(|row| grid.row(*row));
    cells.map(|(at, _)| grid.merge_at(at).map_or(at.column, |span| span.last.column)).max()
}

/// Two header blocks side by side, on rows from 0 on, with their last rows side by side. A group that the cut went through
/// is one again: both halves name it.
fn beside(
    (left_grid, left): (&Grid, &HeaderRows),
    (right_grid, right): (&Grid, &HeaderRows),
    boundary: u16,
    right_first: u16,
) -> Grid {
    let depth = left.rows.len().max(right.rows.len());
    let mut cells: Vec<(At, Raw)> = Vec::new();
    let mut merges: Vec<Span> = Vec::new();
    let mut put = |grid: &Grid, block: &HeaderRows, column: &dyn Fn(u16) -> u16| {
        let first = depth - block.rows.len();
        let line = |row: u32| {
            let at = block.rows.partition_point(|own| *own < row).min(block.rows.len() - 1);
            u32::try_from(first + at).unwrap_or(u32::MAX)
        };
        for (at, raw) in block.rows.iter().flat_map(|row| grid.row(*row)) {
            let moved = |at: At| At::new(line(at.row), column(at.column));
            cells.push((moved(at), raw.clone()));
            merges.extend(
                grid.merge_at(at).map(|span| Span { first: moved(span.first), last: moved(span.last) }),
            );
        }
    };
    put(left_grid, left, &|column| column);
    put(right_grid, right, &|column| column.saturating_sub(right_first).saturating_add(boundary));
    let whole = Grid::new("", cells);
    heal(&whole, merges, boundary)
}

/// Makes one group of the last cell of a row before the boundary and of what the cut parted from it: a cell just behind
/// the boundary that says the same, or a blank one above other cells.
fn heal(whole: &Grid, mut merges: Vec<Span>, boundary: u16) -> Grid {
    let mut gone: Vec<At> = Vec::new();
    let last_column = whole.cells().map(|(at, _)| at.column).max().unwrap_or(boundary);
    for row in whole.rows() {
        let Some((first, own)) = whole.row(row).take_while(|(at, _)| at.column < boundary).last() else {
            continue;
        };
        let end = |at: At| merges.iter().find(|span| span.first == at).map_or(at, |span| span.last);
        let parts = |from: u16, until: u16| {
            whole.cells().any(|(at, _)| at.row > row && (from..until).contains(&at.column))
        };
        let is_group = parts(first.column, boundary) && end(first).row == row;
        if !is_group {
            continue;
        }
        let last = match whole.row(row).find(|(at, _)| at.column >= boundary) {
            Some((second, other)) if second.column == boundary => {
                if letters(&own.shown()) != letters(&other.shown()) {
                    continue;
                }
                gone.push(second);
                // What is not merged has room up to the next cell of its row.
                let next = whole.row(row).find(|(at, _)| at.column > second.column);
                let room = next.map_or(last_column, |(at, _)| at.column - 1);
                let merged = merges.iter().find(|span| span.first == second);
                At::new(row, merged.map_or(room, |span| span.last.column))
            }
            Some((second, _)) if parts(boundary, second.column) => At::new(row, second.column - 1),
            None if parts(boundary, u16::MAX) => At::new(row, last_column),
            _ => continue,
        };
        merges.retain(|span| span.first != first && !gone.contains(&span.first));
        merges.push(Span { first, last: At::new(row, last.column) });
    }
    let kept = whole.cells().filter(|(at, _)| !gone.contains(at)).map(|(at, raw)| (at, raw.clone()));
    let mut healed = Grid::new("", kept.collect::<Vec<_>>());
    healed.merges = merges;
    healed
}
