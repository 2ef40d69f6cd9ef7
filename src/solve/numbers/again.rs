//! Deciding once more with what is settled: a number put right lets others be put right, in rows that were looked at
//! before it. What we write is cleaned no further.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::Numbers;
use super::variable::Ground;
use super::variables::Variables;
use crate::forms::Spot;
use crate::model::{RawTable, Table};

/// So often at most.
const ATTEMPTS: usize = 4;

impl Numbers {
    /// Reads and decides the numbers of a table. `twin` gives the number of the same row and column in another
    /// table of the document; `twice` holds the cells whose number a twin prints too.
    pub(in crate::solve) fn decide(
        table: &Table,
        raw: &RawTable,
        twin: &dyn Fn(Spot) -> Option<Decimal>,
        twice: &BTreeSet<Spot>,
    ) -> Self {
        let mut numbers = Self::attempt(table, raw, twin, (twice, None));
        for _ in 1..ATTEMPTS {
            if numbers.settled().next().is_none() {
                break;
            }
            let mut next = Self::attempt(table, raw, twin, (twice, Some(&numbers)));
            next.recall(&numbers);
            let changed = next.outcome() != numbers.outcome();
            numbers = next;
            if !changed {
                break;
            }
        }
        numbers.trace_persons(twin);
        numbers
    }

    /// The numbers that are not as printed, each with its value.
    fn settled(&self) -> impl Iterator<Item = (Spot, Decimal, &Ground)> {
        let other =
            |ground: &Ground| matches!(ground, Ground::Law(..) | Ground::Typography(_) | Ground::Gone);
        self.variables
            .iter()
            .filter(move |(_, variable)| other(&variable.ground))
            .filter_map(|(spot, variable)| Some((spot, variable.value?, &variable.ground)))
    }

    fn outcome(&self) -> Vec<(Spot, Option<Decimal>)> {
        self.variables.iter().map(|(spot, variable)| (spot, variable.value)).collect()
    }

    /// Gives the settled numbers to the next attempt, as if they were printed so.
    pub(super) fn hand_over(&self, variables: &mut Variables) {
        for (spot, value, _) in self.settled() {
            variables.take(spot, value);
        }
    }

    /// Says again of numbers that are still what an earlier attempt settled how they came to be so.
    fn recall(&mut self, earlier: &Self) {
        for (spot, value, ground) in earlier.settled() {
            let kept = self
                .variables
                .get(spot)
                .is_some_and(|variable| variable.value == Some(value) && variable.ground == Ground::Printed);
            if !kept {
                continue;
            }
            let ground = match (ground, self.proof_holding(spot)) {
                (Ground::Law(rule, _), Some(proof)) => Ground::Law(*rule, proof),
                _ => ground.clone(),
            };
            if let (Ground::Gone, Some(proofs)) = (&ground, earlier.missing.proven.get(&spot)) {
                self.missing.asked.remove(&spot);
                self.missing.proven.insert(spot, proofs.clone());
            }
            self.variables.settle(spot, value, ground);
        }
    }
}
