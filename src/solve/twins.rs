//! Twins: the same row in another table of the document, and the other half of the same row.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::forms::Spot;
use crate::model::{Document, Kode, Role, Status, Table};

/// Form and office, column and code; a total has no code.
type Key = ((&'static str, Option<Arc<str>>), &'static str, Option<Kode>);

/// The settled numbers of every table, by form, column and code.
pub(super) struct Twins {
    known: BTreeMap<Key, Vec<(usize, Decimal)>>,
}

impl Twins {
    /// The numbers of a document, as far as `settled` knows them.
    pub(super) fn of(tables: &[Table], settled: &dyn Fn(usize, Spot) -> Option<Decimal>) -> Self {
        let mut known: BTreeMap<_, Vec<(usize, Decimal)>> = BTreeMap::new();
        for (index, table) in tables.iter().enumerate() {
            if !is_repeated(tables, table) {
                continue;
            }
            for (column, declared) in table.columns.iter().enumerate() {
                if !matches!(declared.role, Role::Amount(_)) {
                    continue;
                }
                for (row, cells) in table.rows.iter().enumerate() {
                    let total = cells.level == Some(crate::model::Tingkat::Jumlah);
                    if cells.code.is_none() && !total {
                        continue;
                    }
                    if let Some(number) = settled(index, Spot { row, column }) {
                        let key = (table.whose(), declared.id, cells.code.clone());
                        known.entry(key).or_default().push((index, number));
                    }
                }
            }
        }
        Self { known }
    }

    /// The number of the same code and column in another table of the same form; none where tables differ or a
    /// code stands twice in one.
    pub(super) fn number(&self, tables: &[Table], index: usize, spot: Spot) -> Option<Decimal> {
        let table = tables.get(index)?;
        let (row, column) = (table.rows.get(spot.row)?, table.columns.get(spot.column)?);
        if row.code.is_none() && row.level != Some(crate::model::Tingkat::Jumlah) {
            return None;
        }
        let others: Vec<Decimal> = self
            .known
            .get(&(table.whose(), column.id, row.code.clone()))?
            .iter()
            .filter(|(other, _)| *other != index)
            .map(|(_, number)| *number)
            .collect();
        let first = others.first()?;
        others.iter().all(|other| other == first).then_some(*first)
    }
}

/// Whether a form has another table of its own, of the same office.
fn is_repeated(tables: &[Table], table: &Table) -> bool {
    tables.iter().filter(|other| other.whose() == table.whose()).nth(1).is_some()
}

/// Whether a cell of a table may have a twin at all.
pub(super) fn has_twins(tables: &[Table], table: &Table) -> bool {
    is_repeated(tables, table) || is_halved(table)
}

/// Whether each row says the same things twice.
fn is_halved(table: &Table) -> bool {
    table.columns.iter().any(|column| column.role == Role::TwinName)
}

/// The other half of a row: the number of the other column of the same role and year (T-C.31).
pub(super) fn other_half(
    table: &Table,
    spot: Spot,
    settled: &dyn Fn(Spot) -> Option<Decimal>,
) -> Option<Decimal> {
    if !is_halved(table) {
        return None;
    }
    let own = table.columns.get(spot.column)?;
    let mut others = table
        .columns
        .iter()
        .enumerate()
        .filter(|(index, column)| *index != spot.column && column.role == own.role);
    let (column, other) = others.next()?;
    if table.unit_of(own.id) != table.unit_of(other.id) {
        return None;
    }
    settled(Spot { row: spot.row, column })
}

/// Whether the document has settled numbers only.
pub(super) fn printed(document: &Document, index: usize, spot: Spot) -> Option<Decimal> {
    let cell = document.tables.get(index)?.rows.get(spot.row)?.cells.get(spot.column)?;
    cell.number().filter(|_| cell.status() != Status::Unresolved)
}
