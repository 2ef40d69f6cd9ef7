//! Open cells: the reading that laws and twins leave, and the value that laws ask for.

use rust_decimal::Decimal;

use super::variable::Ground;
use super::{Numbers, slips};
use crate::document::evidence::law::holding as proof;
use crate::document::evidence::twin::same_amount;
use crate::forms::{Law, Relation, Spot};
use crate::model::RuleId;
use crate::rules;

impl Numbers {
    /// Lets laws and twins choose among the readings of cells that are open or whose laws fail.
    pub(super) fn choose_readings(&mut self, twin: &dyn Fn(Spot) -> Option<Decimal>) -> bool {
        let mut chosen = Vec::new();
        for (spot, variable) in self.variables.iter() {
            let unsettled = match variable.ground {
                Ground::Open => true,
                Ground::Typography(_) => {
                    variable.readings.len() > 1
                        && variable.value.is_some_and(|value| self.verdict(spot, value).1 > 0)
                }
                Ground::Printed | Ground::Law(..) | Ground::Gone | Ground::Suspect | Ground::Held => false,
            };
            if !unsettled {
                continue;
            }
            let fitting: Vec<_> = variable
                .readings
                .iter()
                .filter(|reading| {
                    let (held, failed) = self.verdict(spot, reading.value);
                    let by_twin = !self.only_by_law.contains(&spot) && twin(spot) == Some(reading.value);
                    // A percent is too coarse to tell the digits that an overflow lost.
                    let coarse = reading.rule == Some(rules::overflow::ID)
                        && self.laws_of(spot).all(|law| law.relation == Relation::Ratio);
                    failed == 0 && !coarse && (held > 0 || by_twin)
                })
                .collect();
            if let [only] = fitting.as_slice()
                && variable.value != Some(only.value)
            {
                chosen.push((spot, only.value, only.rule.unwrap_or(rules::ambiguous_number::ID)));
            }
        }
        let changed = !chosen.is_empty();
        for (spot, value, rule) in chosen {
            self.settle_by_law(spot, value, rule, twin);
        }
        changed
    }

    fn settle_by_law(
        &mut self,
        spot: Spot,
        value: Decimal,
        rule: RuleId,
        twin: &dyn Fn(Spot) -> Option<Decimal>,
    ) {
        let assumed = |other: Spot| if other == spot { Some(value) } else { self.variables.value(other) };
        let law = self
            .laws_of(spot)
            .find(|law| self.is_complete(law, Some(spot)) && law.holds(&assumed) == Some(true));
        let proof = match (law, twin(spot)) {
            (Some(law), _) => proof(law, &assumed),
            (None, Some(same)) => same_amount(same),
            (None, None) => return,
        };
        self.variables.settle(spot, value, Ground::Law(rule, proof));
    }

    /// Gives an open cell the one value that its laws ask for, if the printed digits are digits of that value, or if
    /// a formula stands there without its result and two laws, or a law and a twin, ask for the same.
    pub(super) fn fill_open(&mut self, twin: &dyn Fn(Spot) -> Option<Decimal>) -> bool {
        let value = |spot: Spot| self.variables.value(spot);
        let mut filled = Vec::new();
        for (spot, variable) in self.variables.iter().filter(|(_, variable)| variable.ground == Ground::Open)
        {
            let complete = |law: &&Law| self.is_complete(law, Some(spot));
            let wanted: Vec<(Decimal, &Law)> = self
                .laws_of(spot)
                .filter(complete)
                .filter_map(|law| law.wanted(spot, &value).map(|wanted| (wanted, law)))
                .collect();
            let Some((first, law)) = wanted.first() else { continue };
            let agreed = wanted.iter().all(|(other, _)| other == first);
            let extended = variable.readings.iter().any(|reading| slips::extends(reading.value, *first));
            let calculated = variable.uncalculated && (wanted.len() > 1 || twin(spot) == Some(*first));
            if agreed && (extended || calculated) {
                let assumed = |other: Spot| if other == spot { Some(*first) } else { value(other) };
                let rule = if calculated { rules::uncalculated_formula::ID } else { rules::cut_number::ID };
                filled.push((spot, *first, rule, proof(law, &assumed)));
            }
        }
        let changed = !filled.is_empty();
        for (spot, value, rule, proof) in filled {
            self.variables.settle(spot, value, Ground::Law(rule, proof));
        }
        changed
    }
}
