//! What the values are of columns that no form declares: amounts of money where all of them are, else text as it stands.

use super::class::{Class, class};
use crate::model::{Kind, Origin, RawTable, Role, unknown};

/// Gives each unknown column the kind that all its values have.
pub(super) fn settle(table: &mut RawTable) {
    let mut number = 0;
    for (position, column) in table.columns.iter_mut().enumerate() {
        if column.origin != Origin::Unknown {
            continue;
        }
        number += 1;
        let cells = table.rows.iter().filter_map(|row| row.cells.get(position));
        let mut looks = Vec::new();
        let mut whole = true;
        for cell in cells.filter(|cell| !cell.is_empty()) {
            whole &= cell.len() == 1;
            looks.extend(cell.iter().map(|fragment| class(&fragment.raw)));
        }
        let money = |look: &Class| matches!(look, Class::Money | Class::Absence);
        let is_money = whole && looks.contains(&Class::Money) && looks.iter().all(money);
        if let Some(settled) = is_money.then(|| unknown(number, Kind::Rupiah)).flatten() {
            debug_assert!(settled.role == Role::Unknown);
            *column = settled;
        }
    }
    table.region.columns.clone_from(&table.columns);
}
