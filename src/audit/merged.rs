//! A text that is printed once in a cell merged over several rows.

use super::verify::Case;
use crate::model::At;

/// Whether the merged range that a proof names (`Tabel 1!L7:L8`) begins at the cell of a row further up that says, in
/// the same column, what the repair put into a cell that was empty, and reaches down to the row of the repair.
pub(super) fn holds(case: &Case<'_>, range: &str) -> bool {
    let Some((sheet, cells)) = range.rsplit_once('!') else { return false };
    let own_sheet = case.repair.source.as_deref().and_then(|source| source.rsplit_once('!'));
    let above = case.table.rows.get(..case.repair.row).unwrap_or_default();
    let mut found = above.iter().rev().filter_map(|row| row.cells.get(&case.repair.column));
    case.repair.before.is_empty()
        && own_sheet.is_some_and(|(own, cell)| own == sheet && reaches(cells, cell))
        && found.any(|cell| cell.merged.as_deref() == Some(cells) && cell.text == case.repair.after)
}

/// Whether a range (`L7:L8`) holds a cell.
fn reaches(range: &str, cell: &str) -> bool {
    let at = |text: &str| text.parse::<At>().ok();
    let span = range.split_once(':').and_then(|(first, last)| at(first).zip(at(last)));
    span.zip(at(cell)).is_some_and(|((first, last), at)| {
        (first.row..=last.row).contains(&at.row) && (first.column..=last.column).contains(&at.column)
    })
}
