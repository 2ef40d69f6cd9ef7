//! Numbers: every cell has readings, every formula and sum is a law, and laws decide between readings.

mod again;
mod apply;
mod doubts;
mod formulas;
mod gaps;
mod known_laws;
mod missing;
mod otherwise;
mod pairs;
mod persons;
mod printed;
mod readings;
mod slips;
mod spots;
mod variable;
mod variables;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

pub(super) use apply::apply;
use gaps::Gaps;
use known_laws::KnownLaws;
use missing::Missing;
pub(super) use printed::is_measure;
use rust_decimal::Decimal;
use spots::Spots;
use variable::Ground;
use variables::Variables;

use crate::codification::{entries_named, entries_of};
use crate::forms::{Law, Spot, is_filled, laws_where};
use crate::model::{Edition, Kind, RawTable, Role, Row, Status, Table};
use crate::value::number;

/// The numbers of one table, decided as far as its laws go.
pub(super) struct Numbers {
    pub(super) variables: Variables,
    pub(super) laws: Vec<Law>,
    by_spot: Spots<Vec<usize>>,
    /// Whether the code of each row is as printed.
    coded: Vec<bool>,
    /// Whether the name of each row is that of another code, so that it may stand elsewhere in the tree.
    contradicted: Vec<bool>,
    missing: Missing,
    /// Empty cells that should be filled: a sum over them says nothing.
    gaps: Gaps,
    /// Open cells that a twin alone cannot settle.
    only_by_law: BTreeSet<Spot>,
    /// Cells that a person decided, and those that nothing settles without them.
    of_person: BTreeSet<Spot>,
    /// Cells whose number a twin prints too.
    twice: BTreeSet<Spot>,
    known_laws: RefCell<KnownLaws>,
}

impl Numbers {
    /// Reads the numbers of a table and decides them once, with what earlier attempts settled.
    fn attempt(
        table: &Table,
        raw: &RawTable,
        twin: &dyn Fn(Spot) -> Option<Decimal>,
        (twice, earlier): (&BTreeSet<Spot>, Option<&Self>),
    ) -> Self {
        // Which codes of a workbook of our own were repaired, its tables do not tell.
        let coded = table.rows.iter().map(|row| !raw.region.own && row.code_status == Status::AsIs).collect();
        let contradicted = table.rows.iter().map(|row| is_contradicted(table, row)).collect();
        let mut variables = Variables::of(table, raw);
        if let Some(earlier) = earlier {
            earlier.hand_over(&mut variables);
        }
        let mut numbers = Self {
            variables,
            laws: Vec::new(),
            by_spot: Spots::of(table),
            coded,
            contradicted,
            missing: Missing::default(),
            gaps: Gaps::default(),
            only_by_law: BTreeSet::new(),
            of_person: BTreeSet::new(),
            twice: twice.clone(),
            known_laws: RefCell::default(),
        };
        numbers.set_laws(table);
        numbers.gaps = Gaps::of(table, &numbers.laws);
        numbers.calculate(table, raw);
        numbers.doubt_thousandths(twin);
        for _ in 0..3 {
            let changed = numbers.choose_readings(twin) | numbers.fill_open(twin);
            if !changed {
                break;
            }
        }
        numbers.correct_thousands();
        numbers.fill_missing(table, twin);
        numbers.correct_pairs();
        numbers.correct_slips(twin);
        numbers.calculate(table, raw);
        numbers.fill_open(twin);
        numbers.doubt_formulas();
        numbers.doubt_tiny(table);
        numbers.doubt_twins(twin);
        numbers.doubt_fractions(table);
        numbers.doubt_rows();
        numbers.fill_missing(table, twin);
        numbers
    }

    /// Works out the laws of the table with what is known of its cells.
    fn set_laws(&mut self, table: &Table) {
        let mut laws =
            laws_where(table, &|spot| is_filled(table, spot) || self.variables.get(spot).is_some());
        // A law that a person's value breaks accuses no other.
        let value = |spot: Spot| self.variables.value(spot);
        laws.retain(|law| {
            !law.spots().any(|spot| self.variables.is_held(spot)) || law.holds(&value) != Some(false)
        });
        self.by_spot = Spots::of(table);
        for (index, law) in laws.iter().enumerate() {
            for spot in law.spots() {
                if let Some(through) = self.by_spot.get_mut(spot) {
                    through.push(index);
                }
            }
        }
        self.laws = laws;
        self.known_laws = RefCell::default();
    }

    /// The laws through a cell.
    pub(super) fn laws_of(&self, spot: Spot) -> impl Iterator<Item = &Law> {
        self.indices_of(spot).filter_map(|index| self.laws.get(index))
    }

    /// Their positions among the laws.
    fn indices_of(&self, spot: Spot) -> impl Iterator<Item = usize> {
        self.by_spot.get(spot).into_iter().flatten().copied()
    }

    /// Whether the codes of all rows of a law are as printed, so that none stands in a wrong place of the tree.
    fn as_printed(&self, law: &Law) -> bool {
        law.spots().all(|spot| self.coded.get(spot.row).copied().unwrap_or(false))
    }

    /// Whether no row of a law may stand elsewhere in the tree.
    fn is_in_place(&self, law: &Law) -> bool {
        !law.spots().any(|spot| self.contradicted.get(spot.row).copied().unwrap_or_default())
    }

    /// Whether every number of a law is known, but for one cell: a sum over unknown numbers says nothing.
    fn is_complete(&self, law: &Law, but: Option<Spot>) -> bool {
        law.spots().all(|spot| Some(spot) == but || self.is_known(spot))
    }

    /// Whether a cell has a number, or is a parent's that its office does not fill. An empty parent that should be
    /// filled is not zero, nor is `#####`: a sum that takes them for zero would correct another amount by what is
    /// gone here.
    fn is_known(&self, spot: Spot) -> bool {
        match self.variables.get(spot) {
            Some(variable) => variable.value.is_some(),
            None => !self.gaps.parents.contains(&spot) && !self.gaps.faults.contains(&spot),
        }
    }

    /// Whether these numbers of twins say nothing that is not printed here just so.
    pub(super) fn agree_with(&self, twins: &BTreeMap<Spot, Decimal>) -> bool {
        twins.iter().all(|(spot, twin)| {
            let printed = self.variables.get(*spot).filter(|found| found.ground == Ground::Printed);
            printed.is_some_and(|found| found.value == Some(*twin))
        })
    }

    /// How many laws through a cell hold and how many fail, if it had a value.
    fn verdict(&self, spot: Spot, assumed: Decimal) -> (usize, usize) {
        let value = |other: Spot| if other == spot { Some(assumed) } else { self.variables.value(other) };
        let checkable = self.laws_of(spot).filter(|law| self.is_complete(law, Some(spot)));
        let verdicts: Vec<bool> = checkable.filter_map(|law| law.holds(&value)).collect();
        let held = verdicts.iter().filter(|held| **held).count();
        (held, verdicts.len() - held)
    }
}

/// Whether a row has a code beside a name that the codification gives to other codes only.
fn is_contradicted(table: &Table, row: &Row) -> bool {
    let name = table.columns.iter().zip(&row.cells).find(|(column, _)| column.role == Role::Name);
    let (Some(code), Some((_, name))) = (&row.code, name) else { return false };
    let edition = code.shape().map(|_| Edition::Y2006);
    let its_entries = entries_of(code, edition);
    if its_entries.iter().any(|entry| entry.nama == name.text()) {
        return false;
    }
    let mut named = entries_named(name.text(), edition).peekable();
    named.peek().is_some()
        && edition.is_none()
        && !named.any(|entry| its_entries.iter().any(|own| own.kode == entry.kode))
}

/// The one number that a text is in a column of amounts or percents, in clean typography; `None` where it may be
/// several, or none.
#[must_use]
pub fn settled_number(kind: Kind, text: &str) -> Option<(String, Decimal)> {
    let readings = match kind {
        Kind::Percent => number::percent(text),
        _ => number::rupiah(text),
    };
    let written = |value: Decimal| match kind {
        Kind::Percent => number::percent_text(value),
        _ => number::typographic(value),
    };
    // What is typed in clean typography is meant so, whatever else it might be.
    let exact = readings.iter().find(|reading| written(reading.value) == text.trim());
    let best = readings.first()?;
    let clear = readings.get(1).is_none_or(|second| second.cost > best.cost);
    exact.or(Some(best).filter(|_| clear)).map(|reading| (written(reading.value), reading.value))
}
