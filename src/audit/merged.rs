//! A text that is printed once in a cell merged over several rows.

use super::verify::Case;

/// Whether the merged range that a proof names (`Tabel 1!L7:L8`) begins at the cell of a row further up that says, in
/// the same column, what the repair put into a cell that was empty.
pub(super) fn holds(case: &Case<'_>, range: &str) -> bool {
    let Some((first, _)) = range.rsplit_once(':') else { return false };
    let address = first.rsplit_once('!').map_or(first, |(_, address)| address);
    let above = case.table.rows.get(..case.repair.row).unwrap_or_default();
    let mut cells = above.iter().filter_map(|row| row.cells.get(&case.repair.column));
    case.repair.before.is_empty()
        && cells.any(|cell| {
            let source = cell.source.as_deref().unwrap_or_default();
            (source == first || source == address) && cell.text == case.repair.after
        })
}
