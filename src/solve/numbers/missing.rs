//! Amounts that are gone from their cell. What the rows below add up to is put back where a sum above or a twin
//! asks for the same; else it is only a candidate.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::Numbers;
use crate::document::evidence::law::holding as proof;
use crate::document::evidence::twin::same_amount;
use crate::forms::{Law, Relation, Spot};
use crate::model::{Kode, Proof, Table};

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
        let mut computed = self.computed();
        let mut proven = self.confirmed(table, &computed, twin);
        let claims = self.claims(twin);
        for (spot, claim) in claims.iter().filter(|(_, claim)| claim.is_agreed()) {
            if self.verdict(*spot, claim.amount).1 == 0 && !self.stands_beside(*spot, claim.amount) {
                computed.insert(*spot, claim.amount);
                proven.insert(*spot);
            }
        }
        for (spot, amount) in computed.iter().filter(|(spot, _)| proven.contains(spot)) {
            self.variables.recover(*spot, *amount);
        }
        if !proven.is_empty() {
            self.set_laws(table);
        }
        let value = |spot: Spot| self.variables.value(spot);
        let mut missing = Missing::default();
        for (spot, amount) in computed {
            if proven.contains(&spot) {
                let holding = self.laws_of(spot).filter(|law| law.holds(&value) == Some(true));
                let mut proofs: Vec<Proof> = holding.map(|law| proof(law, &value)).collect();
                if twin(spot) == Some(amount) {
                    proofs.insert(0, same_amount(amount));
                }
                missing.proven.insert(spot, proofs);
            } else {
                missing.asked.insert(spot, Some(amount));
            }
        }
        for (spot, claim) in claims.into_iter().filter(|(spot, _)| !proven.contains(spot)) {
            missing.asked.entry(spot).or_insert(claim.alone());
        }
        for spot in self.gaps.parents.iter().filter(|spot| !proven.contains(spot)) {
            missing.asked.entry(*spot).or_default();
        }
        for spot in self.unsaid(table) {
            if !proven.contains(&spot) {
                missing.asked.entry(spot).or_default();
            }
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
        let mut beside = self.variables.in_row(spot.row).filter(|(other, _)| other.column != spot.column);
        beside.any(|(other, variable)| {
            variable.value == Some(amount) && !amount.is_zero() && !self.is_held_by_a_law(other)
        })
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
