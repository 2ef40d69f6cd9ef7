//! What each table says of a row, and which tables speak of the same plan.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::{Document, Kind, Kode, Place, Reference, Role, Status, Table, Tingkat, letters};

/// A row and a column of a form; a total has no code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) form: &'static str,
    /// The office, where the tables of the document name several.
    pub(super) office: Option<Arc<str>>,
    pub(super) column: &'static str,
    pub(super) code: Option<Kode>,
}

/// What one table says.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) at: Reference,
    pub(super) kind: Kind,
    /// The number of a column of amounts.
    pub(super) amount: Option<Decimal>,
    pub(super) text: String,
    pub(super) place: Option<Place>,
}

impl Known {
    /// Whether two cells say the same: amounts by their value, texts by their letters and digits.
    pub(super) fn says(&self, other: &Self) -> bool {
        match (self.amount, other.amount) {
            (Some(own), Some(others)) => own == others,
            _ => letters(&self.text) == letters(&other.text),
        }
    }
}

/// The settled cells of the forms that stand in several tables, by what they are of, in the order of tables. What stands
/// in a table twice says nothing of either.
pub(super) fn by_key(document: &Document) -> BTreeMap<Key, Vec<Known>> {
    let mut known: BTreeMap<Key, Vec<Known>> = BTreeMap::new();
    let is_one_of_several = |(_, table): &(usize, &Table)| {
        document.tables.iter().filter(|other| other.whose() == table.whose()).count() > 1
    };
    for (table, found) in document.tables.iter().enumerate().filter(is_one_of_several) {
        for (row, cells) in found.rows.iter().enumerate() {
            if cells.code.is_none() && cells.level != Some(Tingkat::Jumlah) {
                continue;
            }
            for (column, cell) in found.columns.iter().zip(&cells.cells) {
                let amount = matches!(column.role, Role::Amount(_));
                let wordy = matches!(column.kind, Kind::Text | Kind::List | Kind::Measure);
                let told = if amount { cell.number().is_some() } else { wordy && cells.code.is_some() };
                if !told || cell.is_empty() || cell.is_official() || cell.status() == Status::Unresolved {
                    continue;
                }
                let (form, office) = found.whose();
                let key = Key { form, office, column: column.id, code: cells.code.clone() };
                known.entry(key).or_default().push(Known {
                    at: Reference { table, row, column: column.id },
                    kind: column.kind,
                    amount: if amount { cell.number() } else { None },
                    text: cell.text().to_owned(),
                    place: cell.sources().first().cloned(),
                });
            }
        }
    }
    for cells in known.values_mut() {
        let tables: Vec<usize> = cells.iter().map(|cell| cell.at.table).collect();
        cells.retain(|cell| tables.iter().filter(|table| **table == cell.at.table).count() == 1);
    }
    known.retain(|_, cells| cells.len() > 1);
    known
}

/// So many amounts must be common to two tables before they can be told to speak of different plans.
const ENOUGH: usize = 6;

/// The pairs of tables that are no twins: of the amounts of the same rows fewer than a third agree, as in the plans of
/// two offices in one workbook.
pub(super) fn strangers(document: &Document) -> Vec<(usize, usize)> {
    let mut counts: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    for cells in by_key(document).into_values() {
        for (index, first) in cells.iter().enumerate() {
            for second in cells.iter().skip(index + 1).filter(|second| second.amount.is_some()) {
                let (agreeing, all) = counts.entry((first.at.table, second.at.table)).or_default();
                *agreeing += usize::from(first.says(second));
                *all += 1;
            }
        }
    }
    let apart = |(_, (agreeing, all)): &(_, (usize, usize))| *all >= ENOUGH && agreeing * 3 < *all;
    counts.into_iter().filter(apart).map(|(pair, _)| pair).collect()
}
