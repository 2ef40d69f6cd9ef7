//! The cells of two rows that say something else.

use super::lines::Line;
use super::{Change, Shown, columns};
use crate::compare::tally::{Amount, amount};
use crate::model::{Cell, Column, Kind, Role, Status, Tingkat, letters};

/// The cells that differ, in the order of the columns.
pub(super) fn changes(old: &Line<'_>, new: &Line<'_>) -> Vec<Change> {
    let nothing = Cell::default();
    let total = new.row.level == Some(Tingkat::Jumlah);
    let compared = columns(old.table, new.table).into_iter().filter(|column| match column.role {
        Role::Code | Role::Ordinal => false,
        // Totals are called what they like.
        Role::Name | Role::TwinName => !total,
        _ => true,
    });
    compared
        .filter_map(|column| {
            let before = shown(old, column, old.cell(column).unwrap_or(&nothing));
            let after = shown(new, column, new.cell(column).unwrap_or(&nothing));
            let meant = |line: &Line<'_>| line.cell(column).map_or("", Cell::text).to_owned();
            let equal = match (before.amount, after.amount) {
                (Some(before), Some(after)) => before == after,
                (None, None) => same_text(column, &meant(old), &meant(new)),
                _ => false,
            };
            (!equal).then_some(Change { column, old: before, new: after })
        })
        .collect()
}

/// The amounts of a row that has no counterpart.
pub(super) fn amounts(line: &Line<'_>, dropped: bool) -> Vec<Change> {
    let money = line.table.columns.iter().copied().filter(|column| matches!(column.role, Role::Amount(_)));
    let filled =
        money.filter_map(|column| Some((column, line.cell(column).filter(|cell| !cell.is_empty())?)));
    filled
        .map(|(column, cell)| {
            let (here, nothing) = (shown(line, column, cell), Shown::default());
            let (old, new) = if dropped { (here, nothing) } else { (nothing, here) };
            Change { column, old, new }
        })
        .collect()
}

fn shown(line: &Line<'_>, column: &Column, cell: &Cell) -> Shown {
    let money = matches!(column.role, Role::Amount(_)) && cell.meaning().unit.is_none();
    let settled = match amount(cell, line.table.unit_of(column.id)).filter(|_| money) {
        Some(Amount::Settled(number)) => Some(number),
        _ => None,
    };
    Shown {
        text: cell.text().to_owned(),
        amount: settled,
        open: cell.status() == Status::Unresolved,
        candidates: cell.candidates().to_vec(),
        place: cell.sources().first().cloned(),
    }
}

/// Names are the same by their letters, quantities whatever the blanks, other texts whatever blanks and capitals.
fn same_text(column: &Column, old: &str, new: &str) -> bool {
    let tight = |text: &str| text.split_whitespace().collect::<String>();
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    match (column.role, column.kind) {
        (Role::Name | Role::TwinName, _) => letters(old) == letters(new),
        (_, Kind::Measure | Kind::MeasureOrRupiah | Kind::Percent | Kind::Rupiah) => tight(old) == tight(new),
        _ => plain(old) == plain(new),
    }
}
