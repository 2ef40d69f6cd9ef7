//! The programs of two forms that plan the same year: their totals, and those that only one of them has.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::note;
use crate::model::{Column, Document, Finding, Kode, Role, Said, Table, Tingkat, indonesian};
use crate::rules;

/// The amounts of the programs of a table in one column, by their codes.
struct Programs<'a> {
    index: usize,
    table: &'a Table,
    column: &'static Column,
    amounts: BTreeMap<Kode, Decimal>,
}

impl<'a> Programs<'a> {
    /// The programs of a table with their amounts of the plan year, in the last column of such amounts; `None` where it
    /// has none, or one twice.
    fn of(index: usize, table: &'a Table) -> Option<Self> {
        let (position, column) =
            table.columns.iter().enumerate().rev().find(|(_, column)| column.role == Role::Amount(0))?;
        let mut amounts = BTreeMap::new();
        for row in table.rows.iter().filter(|row| row.level == Some(Tingkat::Program)) {
            let number = row.cells.get(position).and_then(crate::model::Cell::number);
            if let (Some(code), Some(number)) = (&row.code, number)
                && amounts.insert(code.clone(), number).is_some()
            {
                return None;
            }
        }
        (!amounts.is_empty()).then_some(Self { index, table, column, amounts })
    }

    fn total(&self) -> Option<Decimal> {
        self.amounts.values().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(*amount))
    }

    /// The programs that the other table lacks, each with its amount.
    fn lacking_in(&self, other: &Self) -> Vec<String> {
        let lacking = self.amounts.iter().filter(|(code, _)| !other.amounts.contains_key(*code));
        lacking.map(|(code, amount)| format!("{code} ({})", indonesian(*amount, None, true))).collect()
    }
}

/// One note for each form whose programs add up to something else than those of the form that lists all of them.
pub(super) fn findings(document: &Document) -> Vec<Finding> {
    let mut first: BTreeMap<&str, Programs<'_>> = BTreeMap::new();
    for (index, table) in document.tables.iter().enumerate() {
        if let Some(programs) = Programs::of(index, table) {
            first.entry(table.form.id).or_insert(programs);
        }
    }
    // The form that closes with a total lists every program.
    let Some(whole) = first.values().find(|found| found.table.form.total.is_some()) else {
        return Vec::new();
    };
    let others = first.values().filter(|found| found.table.form.id != whole.table.form.id);
    others.filter_map(|other| finding(whole, other)).collect()
}

fn finding(whole: &Programs<'_>, other: &Programs<'_>) -> Option<Finding> {
    let (total, own) = (whole.total()?, other.total()?);
    let common = other.amounts.keys().any(|code| whole.amounts.contains_key(code));
    if total == own || !common || other.table.unit != whole.table.unit {
        return None;
    }
    let (missing, further) = (whole.lacking_in(other), other.lacking_in(whole));
    let shown = |amount: Decimal| indonesian(amount, None, true);
    let (own_id, whole_id) = (&other.table.id, &whole.table.id);
    let named = |programs: &[String], text: &str| {
        if programs.is_empty() { String::new() } else { text.replace('#', &programs.join("; ")) }
    };
    let message = Said::new(
        format!(
            "Jumlah program {} di {own_id}, {} di {whole_id}.{}{} Periksa keduanya.",
            shown(own),
            shown(total),
            named(&missing, " Tidak ada di sini: #."),
            named(&further, " Hanya di sini: #."),
        ),
        format!(
            "The programs add up to {} in {own_id}, to {} in {whole_id}.{}{} Check both.",
            shown(own),
            shown(total),
            named(&missing, " Missing here: #."),
            named(&further, " Only here: #."),
        ),
    );
    Some(note(other.index, other.table, other.column, &[], (rules::plausibility::PROGRAMS, message)))
}
