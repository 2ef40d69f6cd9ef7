//! The rows of a table's pages with their cells put into columns.

use std::collections::BTreeSet;

use super::align::align;
use super::habits::{Counts, Habits, count};
use super::looks::Looks;
use super::names::Names;
use super::overflow::Texts;
use super::ruler::Ruler;
use crate::model::{At, Column, Grid, Page, Raw, Workbook};

/// A row of a page with its cells put into columns.
pub(super) struct Row<'a> {
    /// Its number on the sheet.
    pub(super) number: u32,
    pub(super) cells: Vec<(At, &'a Raw)>,
    /// The column that each cell suits best.
    pub(super) goals: Vec<Option<usize>>,
    /// The column whose header stands above each cell.
    pub(super) below: Vec<Option<usize>>,
}

/// A page whose rows are aligned.
pub(super) struct AlignedPage<'a> {
    pub(super) sheet: usize,
    pub(super) grid: &'a Grid,
    pub(super) rows: Vec<Row<'a>>,
}

/// Aligns every row by itself, then once more those that put a text into another column than the other rows do.
pub(super) fn aligned_pages<'a>(
    workbook: &'a Workbook,
    pages: &[Page],
    columns: &[&'static Column],
    own: bool,
    names: &'a Names,
) -> Vec<AlignedPage<'a>> {
    let mut looks = Looks::new(names);
    let mut aligned = Vec::new();
    let mut rulers = Vec::new();
    let mut counts = Counts::new();
    let texts = if own { Texts::default() } else { texts(workbook, pages, &mut looks) };
    for page in pages {
        let Some(grid) = workbook.sheets.get(page.sheet) else { continue };
        let ruler = Ruler::new(columns, &page.slots, &on_other_half(page, pages), is_filled_left(page, grid));
        let merges = grid.merges.iter().map(|span| (span.first, span.last)).collect();
        let mut rows = Vec::new();
        for &number in &page.rows {
            let cells: Vec<(At, &Raw)> = grid.row(number).collect();
            let below = ruler.below(&cells, &merges);
            let goals = if own {
                below.clone()
            } else {
                let overflows = texts.overflows(&cells, &mut looks);
                align(&ruler, &cells, &mut looks, &Habits::default(), &overflows)
            };
            if !own {
                count(&mut counts, columns, &cells, &goals, &mut looks);
            }
            rows.push(Row { number, cells, goals, below });
        }
        aligned.push(AlignedPage { sheet: page.sheet, grid, rows });
        rulers.push(ruler);
    }
    if !own {
        let habits = Habits::of(counts);
        for (page, ruler) in aligned.iter_mut().zip(&rulers) {
            for Row { cells, goals, .. } in &mut page.rows {
                if habits.disagree(columns, cells, goals, &mut looks) {
                    let overflows = texts.overflows(cells, &mut looks);
                    *goals = align(ruler, cells, &mut looks, &habits, &overflows);
                }
            }
        }
    }
    aligned
}

/// The columns that a page does not print and a page of the other half does.
fn on_other_half(page: &Page, pages: &[Page]) -> BTreeSet<&'static str> {
    let others = pages.iter().filter(|other| other.is_right_half != page.is_right_half);
    others.flat_map(|other| other.slots.keys().copied()).filter(|id| !page.slots.contains_key(id)).collect()
}

/// Whether cells of a page stand left of its first printed header.
fn is_filled_left(page: &Page, grid: &Grid) -> bool {
    let first = page.slots.values().map(|slot| slot.first).min().unwrap_or_default();
    page.rows.iter().any(|row| grid.row(*row).any(|(at, _)| at.column < first))
}

/// Every text of the pages.
fn texts<'a>(workbook: &'a Workbook, pages: &[Page], looks: &mut Looks<'a>) -> Texts {
    let mut texts = Texts::default();
    for page in pages {
        if let Some(grid) = workbook.sheets.get(page.sheet) {
            page.rows.iter().for_each(|row| texts.add(grid.row(*row), looks));
        }
    }
    texts
}
