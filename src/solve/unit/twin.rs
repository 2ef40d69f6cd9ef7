//! What another table of the document says of the unit of a table's amounts.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::is_small;
use crate::model::{Cell, Document, Kode, Role, Table, Unit, UnitGround, UnitSaid};

/// What the rows that two tables have in common say of the unit of one.
pub(super) struct Twin {
    pub(super) unit: Unit,
    /// The other table.
    pub(super) id: String,
    /// How many amounts are the same but for the factor, and how many are in common.
    pub(super) same: usize,
    pub(super) common: usize,
    /// Whether all amounts in common prove the unit.
    pub(super) is_whole: bool,
    /// Whether half of the amounts in common are so small that they are hardly rupiah.
    pub(super) is_small: bool,
}

impl Twin {
    /// Whether the other table is right and a printed unit wrong, where the two contradict each other: amounts that are
    /// large enough for it are in the smaller unit.
    pub(super) fn tells(&self, printed: Unit) -> bool {
        (self.unit.factor() > printed.factor()) == self.is_small
    }

    pub(super) fn ground(&self) -> UnitGround {
        let text = format!("{} = {} ({}/{})", self.id, self.unit.name(), self.same, self.common);
        UnitGround { said: UnitSaid::Twin, source: None, text }
    }
}

/// How many times another an amount may be and still be of the same order, where the two are not the same.
const ORDER: Decimal = Decimal::from_parts(30, 0, 0, false, 0);

/// The unit that the amounts of a table have, by the rows of the first other table of its office with the same codes. Amounts prove a
/// unit where they are those of the other but for the factor of the two units; all do where the others are at least of
/// the same order.
pub(super) fn twin(document: &Document, index: usize, table: &Table) -> Option<Twin> {
    let own = amounts(table);
    let others = document.tables.iter().enumerate().filter(|(other, _)| *other != index);
    let mut others =
        others.filter(|(_, other)| other.form.id != table.form.id && other.office == table.office);
    others.find_map(|(_, other)| {
        let pairs: Vec<(Decimal, Decimal)> = amounts(other)
            .iter()
            .filter_map(|(code, amount)| Some((*own.get(code)?, amount.checked_mul(other.unit.factor())?)))
            .collect();
        let units = [Unit::Rupiah, Unit::ThousandRupiah, Unit::MillionRupiah];
        let found = units.into_iter().map(|unit| {
            let full = |amount: Decimal| amount.checked_mul(unit.factor());
            let same = pairs.iter().filter(|(own, other)| full(*own) == Some(*other)).count();
            let near =
                pairs.iter().filter(|(own, other)| full(*own).is_some_and(|own| is_of_order(own, *other)));
            (unit, same, near.count())
        });
        let (unit, same, near) = found.max_by_key(|(_, same, near)| (*same, *near))?;
        let common = pairs.len();
        (common > 0 && same > 0).then(|| Twin {
            unit,
            id: other.id.clone(),
            same,
            common,
            is_whole: near == common,
            is_small: is_small(pairs.iter().map(|(own, _)| *own).collect()),
        })
    })
}

pub(super) fn is_of_order(own: Decimal, other: Decimal) -> bool {
    let (small, large) = if own <= other { (own, other) } else { (other, own) };
    small.checked_mul(ORDER).is_none_or(|limit| large <= limit)
}

/// The amounts of the plan year by code; none for a code that stands twice.
fn amounts(table: &Table) -> BTreeMap<&Kode, Decimal> {
    let mut found: BTreeMap<&Kode, Option<Decimal>> = BTreeMap::new();
    let Some(column) = table.columns.iter().position(|column| column.role == Role::Amount(0)) else {
        return BTreeMap::new();
    };
    for row in &table.rows {
        let Some(code) = &row.code else { continue };
        let number = row.cells.get(column).and_then(Cell::number).filter(|number| !number.is_zero());
        found.entry(code).and_modify(|known| *known = None).or_insert(number);
    }
    found.into_iter().filter_map(|(code, number)| Some((code, number?))).collect()
}
