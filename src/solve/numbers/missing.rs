//! Amounts that are gone from their cell. What the rows below add up to is put back where a sum above or a twin
//! asks for the same; else it is only a candidate.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{Numbers, proof};
use crate::forms::{Law, Relation, Spot, is_filled, laws_where};
use crate::model::{Kode, Proof, ProofKind, Table, Tingkat};
use crate::value::number::{self, Absence};

/// What empty cells must have held.
#[derive(Default)]
pub(super) struct Missing {
    /// Amounts that two independent proofs give.
    pub(super) proven: BTreeMap<Spot, Vec<Proof>>,
    /// The other amounts, with what one sum alone asks for.
    pub(super) asked: BTreeMap<Spot, Option<Decimal>>,
}

impl Numbers {
    /// Finds the amounts of a table that are gone, and settles those that are proven.
    pub(super) fn fill_missing(&mut self, table: &Table, twin: &dyn Fn(Spot) -> Option<Decimal>) {
        let computed = self.computed();
        let proven = self.confirmed(table, &computed, twin);
        for (spot, amount) in computed.iter().filter(|(spot, _)| proven.contains(spot)) {
            self.variables.recover(*spot, *amount);
        }
        if !proven.is_empty() {
            self.set_laws(laws_where(table, &|spot| {
                is_filled(table, spot) || self.variables.get(spot).is_some()
            }));
        }
        let value = |spot: Spot| self.variables.value(spot);
        let mut missing = Missing::default();
        for (spot, amount) in computed {
            if proven.contains(&spot) {
                let holding = self.laws_of(spot).filter(|law| law.holds(&value) == Some(true));
                let mut proofs: Vec<Proof> = holding.map(|law| proof(law, &value)).collect();
                if twin(spot) == Some(amount) {
                    let same = number::typographic(amount);
                    proofs.insert(0, Proof::new(ProofKind::Twin, format!("= {same}")));
                }
                missing.proven.insert(spot, proofs);
            } else {
                missing.asked.insert(spot, Some(amount));
            }
        }
        missing.asked.extend(self.lone_gaps());
        for spot in self.gaps.parents.iter().filter(|spot| !proven.contains(spot)) {
            missing.asked.entry(*spot).or_default();
        }
        for spot in missing.asked.keys() {
            self.variables.lose(*spot);
        }
        self.missing = missing;
    }

    /// What the rows below empty cells add up to, from the leaves upwards.
    fn computed(&self) -> BTreeMap<Spot, Decimal> {
        let mut computed: BTreeMap<Spot, Decimal> = BTreeMap::new();
        let sums = || self.laws.iter().filter(|law| law.relation == Relation::Children);
        loop {
            let value = |spot: Spot| computed.get(&spot).copied().or_else(|| self.variables.value(spot));
            let open =
                |law: &&Law| self.gaps.parents.contains(&law.result) && !computed.contains_key(&law.result);
            let known = |term: &Spot| {
                computed.contains_key(term) || self.is_known(*term) && !self.gaps.leaves.contains(term)
            };
            let whole = |law: &&Law| law.terms.iter().all(known);
            let found: Vec<(Spot, Decimal)> = sums()
                .filter(open)
                .filter(whole)
                .filter_map(|law| Some((law.result, law.computed(&value)?)))
                .filter(|(_, amount)| !amount.is_zero())
                .collect();
            if found.is_empty() {
                return computed;
            }
            computed.extend(found);
        }
    }

    /// The computed amounts with which a printed sum above holds, or that a twin has too; and those below them.
    fn confirmed(
        &self,
        table: &Table,
        computed: &BTreeMap<Spot, Decimal>,
        twin: &dyn Fn(Spot) -> Option<Decimal>,
    ) -> BTreeSet<Spot> {
        let value = |spot: Spot| computed.get(&spot).copied().or_else(|| self.variables.value(spot));
        let known = |spot: Spot| computed.contains_key(&spot) || self.is_known(spot);
        let printed: Vec<&Law> = self
            .laws
            .iter()
            .filter(|law| matches!(law.relation, Relation::Children | Relation::Total))
            .filter(|law| !computed.contains_key(&law.result) && law.spots().all(known))
            .filter(|law| law.holds(&value) == Some(true))
            .collect();
        let above = |spot: Spot, amount: Decimal| {
            printed.iter().any(|law| share(table, law, spot, &value) == Some(amount))
        };
        let sure = |(spot, amount): &(&Spot, &Decimal)| {
            let proven = twin(**spot) == Some(**amount) || above(**spot, **amount);
            proven && !self.stands_beside(**spot, **amount)
        };
        let mut waiting: Vec<Spot> = computed.iter().filter(sure).map(|(spot, _)| *spot).collect();
        let mut confirmed = BTreeSet::new();
        while let Some(spot) = waiting.pop() {
            if computed.contains_key(&spot) && confirmed.insert(spot) {
                let below =
                    self.laws_of(spot).filter(|law| law.relation == Relation::Children && law.result == spot);
                waiting.extend(below.flat_map(|law| law.terms.iter().copied()));
            }
        }
        confirmed
    }

    /// Whether the amount that an empty cell must have held stands in another column of its row, where no law confirms
    /// it: it slid there, and would be in the table twice.
    fn stands_beside(&self, spot: Spot, amount: Decimal) -> bool {
        let mut beside =
            self.variables.iter().filter(|(other, _)| other.row == spot.row && other.column != spot.column);
        beside.any(|(other, variable)| {
            variable.value == Some(amount) && !amount.is_zero() && self.holding(other).is_none()
        })
    }

    /// The one empty row of a sum that fails, with what the sum lacks.
    fn lone_gaps(&self) -> Vec<(Spot, Option<Decimal>)> {
        let value = |spot: Spot| self.variables.value(spot);
        let mut found: BTreeMap<Spot, Vec<Decimal>> = BTreeMap::new();
        let failing = |law: &&Law| {
            law.relation == Relation::Children
                && self.is_complete(law, None)
                && law.holds(&value) == Some(false)
        };
        for law in self.laws.iter().filter(failing) {
            let empty: Vec<Spot> =
                law.terms.iter().copied().filter(|term| self.gaps.leaves.contains(term)).collect();
            let lacking = value(law.result).zip(law.computed(&value)).map(|(whole, sum)| whole - sum);
            if let ([only], Some(lacking)) = (empty.as_slice(), lacking)
                && lacking.is_sign_positive()
            {
                found.entry(*only).or_default().push(lacking);
            }
        }
        let agreed = |(spot, amounts): (Spot, Vec<Decimal>)| {
            let first = amounts.first().copied()?;
            amounts.iter().all(|amount| *amount == first).then_some((spot, Some(first)))
        };
        found.into_iter().filter_map(agreed).collect()
    }
}

/// What a row contributes to a sum above it: its own term, or the terms of the rows below it.
fn share(table: &Table, law: &Law, spot: Spot, value: &dyn Fn(Spot) -> Option<Decimal>) -> Option<Decimal> {
    if law.result.column != spot.column {
        return None;
    }
    if law.terms.contains(&spot) {
        return value(spot);
    }
    let code = |row: usize| table.rows.get(row).and_then(|row| row.code.as_ref());
    let own = code(spot.row)?;
    let is_above = law.relation == Relation::Total || code(law.result.row).is_some_and(|up| own.is_below(up));
    if !is_above {
        return None;
    }
    let is_below = |term: &&Spot| {
        std::iter::successors(code(term.row).and_then(Kode::parent), Kode::parent).any(|up| up == *own)
    };
    let mut amounts = law.terms.iter().filter(is_below).map(|term| value(*term)).peekable();
    amounts.peek()?;
    amounts.try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount?))
}

/// Empty cells where cells of their kind are filled.
#[derive(Default)]
pub(super) struct Gaps {
    /// In rows that others are summed into.
    pub(super) parents: BTreeSet<Spot>,
    /// In rows that hold no others.
    pub(super) leaves: BTreeSet<Spot>,
    /// Cells that hold a fault of Excel, `#####` or `#REF!`, where an amount must have been.
    pub(super) faults: BTreeSet<Spot>,
}

impl Gaps {
    pub(super) fn of(table: &Table, laws: &[Law]) -> Self {
        let sums = || laws.iter().filter(|law| law.relation == Relation::Children);
        let parents: BTreeSet<Spot> = sums().map(|law| law.result).collect();
        let terms = sums().flat_map(|law| law.terms.iter().copied());
        let leaves: BTreeSet<Spot> = terms.filter(|spot| !parents.contains(spot)).collect();
        let is_fault = |spot: &Spot| {
            let cell = table.rows.get(spot.row).and_then(|row| row.cells.get(spot.column));
            cell.is_some_and(|cell| number::absence(cell.text()) == Some(Absence::Fault))
        };
        let faults = laws.iter().flat_map(Law::spots).filter(is_fault).collect();
        Self { parents: mostly_filled(table, &parents), leaves: mostly_filled(table, &leaves), faults }
    }
}

/// The empty ones of these cells that should be filled: most rows of their level are, or their row has an amount
/// in another column. What an office never fills is not missing.
fn mostly_filled(table: &Table, spots: &BTreeSet<Spot>) -> BTreeSet<Spot> {
    let filled = |spot: &Spot| is_filled(table, *spot);
    let level = |spot: &Spot| table.rows.get(spot.row).and_then(|row| row.level);
    let mut counts: BTreeMap<(usize, Option<Tingkat>), (usize, usize)> = BTreeMap::new();
    let mut columns: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for spot in spots {
        let cell = usize::from(filled(spot));
        let (full, all) = counts.entry((spot.column, level(spot))).or_default();
        (*full, *all) = (*full + cell, *all + 1);
        let (full, all) = columns.entry(spot.column).or_default();
        (*full, *all) = (*full + cell, *all + 1);
    }
    let most =
        |count: Option<&(usize, usize)>| count.is_some_and(|(full, all)| *full > 0 && full * 2 >= *all);
    let begun = |spot: &Spot| {
        columns.keys().any(|column| filled(&Spot { row: spot.row, column: *column }))
            && most(columns.get(&spot.column))
    };
    let usual = |spot: &Spot| most(counts.get(&(spot.column, level(spot)))) || begun(spot);
    spots.iter().copied().filter(|spot| !filled(spot) && usual(spot)).collect()
}
