//! The right half of a wide table, printed on pages of its own: its rows go on beside those of the left half.

use std::ops::Range;

use crate::model::{Fragment, Page, RawRow, RawTable, Role, letters};

/// Puts the rows of each right half beside the rows of the pages before, where they are the same rows one by one: what both
/// print is the same, or nothing but their order tells them and there are as many. `ranges` are the rows of each page.
pub(super) fn join(table: &mut RawTable, pages: &[Page], ranges: &[Range<usize>]) {
    let mut gone: Vec<Range<usize>> = Vec::new();
    in_order(table, pages, ranges, &mut gone);
    let halves = pages.iter().zip(ranges).filter(|(page, _)| page.is_right_half && !page.is_keyless);
    for (_, range) in halves {
        let Some(last) = range.start.checked_sub(range.len()).filter(|_| !range.is_empty()) else { continue };
        let is_gone = |row: usize| gone.iter().any(|gone| gone.contains(&row));
        let mut starts = (0..=last).filter(|start| {
            (0..range.len()).all(|at| !is_gone(start + at) && is_same(table, start + at, range.start + at))
        });
        // Of several places nothing says which.
        if let (Some(start), None) = (starts.next(), starts.next()) {
            for at in 0..range.len() {
                put_beside(table, start + at, range.start + at);
            }
            gone.push(range.clone());
        }
    }
    let mut index = 0;
    table.rows.retain(|_| {
        index += 1;
        !gone.iter().any(|gone| gone.contains(&(index - 1)))
    });
}

/// Puts the rows of the right halves without a key beside those of the left halves: the first beside the first where there
/// are as many, else each beside the row that stands as far below its header.
fn in_order(table: &mut RawTable, pages: &[Page], ranges: &[Range<usize>], gone: &mut Vec<Range<usize>>) {
    let of = |is_right_half: bool| -> Vec<usize> {
        let pages = pages.iter().zip(ranges).filter(|(page, _)| is_of(page, is_right_half));
        pages.flat_map(|(_, range)| range.clone()).collect()
    };
    let (left, right) = (of(false), of(true));
    let pairs = if left.len() == right.len() {
        left.into_iter().zip(right).collect()
    } else {
        at_the_same_height(table, pages, ranges).unwrap_or_default()
    };
    for (left, right) in pairs {
        put_beside(table, left, right);
        gone.push(right..right + 1);
    }
}

/// Whether a page is one of the left halves, or one of the right halves without a key.
const fn is_of(page: &Page, is_right_half: bool) -> bool {
    page.is_right_half == is_right_half && (!is_right_half || page.is_keyless)
}

/// The rows of the left and the right halves that stand as far below their headers, where that is so for every row of the
/// right halves, and both end at the same height: rows that are blank on one side are missing there.
fn at_the_same_height(
    table: &RawTable,
    pages: &[Page],
    ranges: &[Range<usize>],
) -> Option<Vec<(usize, usize)>> {
    let of =
        |is_keyless: bool| pages.iter().zip(ranges).filter(move |(page, _)| page.is_keyless == is_keyless);
    if of(false).count() != of(true).count() {
        return None;
    }
    let heights = |page: &Page, range: &Range<usize>| -> Option<Vec<(u32, usize)>> {
        let height = |row: usize| table.rows.get(row)?.rows.first()?.1.checked_sub(page.below?);
        range.clone().map(|row| Some((height(row)?, row))).collect()
    };
    let mut pairs = Vec::new();
    for ((left_page, left_range), (right_page, right_range)) in of(false).zip(of(true)) {
        let (left, right) = (heights(left_page, left_range)?, heights(right_page, right_range)?);
        if left.last()?.0 != right.last()?.0 {
            return None;
        }
        for (height, row) in right {
            let index = left.binary_search_by_key(&height, |(height, _)| *height).ok()?;
            pairs.push((left.get(index)?.1, row));
        }
    }
    Some(pairs)
}

fn text(fragments: &[Fragment]) -> String {
    fragments.iter().map(|fragment| letters(&fragment.raw.shown())).collect()
}

/// Whether two rows say which row they are in the same words, and contradict each other nowhere.
fn is_same(table: &RawTable, left: usize, right: usize) -> bool {
    let (Some(left), Some(right)) = (table.rows.get(left), table.rows.get(right)) else { return false };
    let mut named = false;
    for ((column, own), other) in table.columns.iter().zip(&left.cells).zip(&right.cells) {
        let (own, other) = (text(own), text(other));
        if !own.is_empty() && !other.is_empty() && own != other {
            return false;
        }
        named |= own == other && !own.is_empty() && matches!(column.role, Role::Code | Role::Name);
    }
    named
}

/// Puts what the right row prints into the left one. What both print is a repetition; what contradicts the left row finds no
/// place.
fn put_beside(table: &mut RawTable, left: usize, right: usize) {
    let Some(right) = table.rows.get_mut(right).map(std::mem::take) else { return };
    let RawRow { cells, rows, .. } = right;
    let Some(left) = table.rows.get_mut(left) else { return };
    for (own, other) in left.cells.iter_mut().zip(cells) {
        if own.is_empty() {
            *own = other;
        } else if text(own) == text(&other) {
            table.decoration.extend(other.into_iter().map(|fragment| fragment.place));
        } else {
            table.unplaced.extend(other);
        }
    }
    left.rows.extend(rows);
}
