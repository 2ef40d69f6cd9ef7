//! The right half of a wide table, printed on pages of its own: its rows go on beside those of the left half.

use std::ops::Range;

use crate::model::{Fragment, Page, RawRow, RawTable, Role, letters};

/// Puts the rows of each right half beside the rows of the pages before, where they are the same rows one by one: what both
/// print is the same. `ranges` are the rows of each page.
pub(super) fn join(table: &mut RawTable, pages: &[Page], ranges: &[Range<usize>]) {
    let mut gone: Vec<Range<usize>> = Vec::new();
    let halves = pages.iter().zip(ranges).filter(|(page, _)| page.is_right_half);
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

/// Puts what the right row prints into the left one; what both print is a repetition.
fn put_beside(table: &mut RawTable, left: usize, right: usize) {
    let Some(right) = table.rows.get_mut(right).map(std::mem::take) else { return };
    let RawRow { cells, rows, .. } = right;
    let Some(left) = table.rows.get_mut(left) else { return };
    for (own, other) in left.cells.iter_mut().zip(cells) {
        if own.is_empty() {
            *own = other;
        } else {
            table.decoration.extend(other.into_iter().map(|fragment| fragment.place));
        }
    }
    left.rows.extend(rows);
}
