//! Two amounts of a row that lost their last three digits together: the percent computed from them holds as before, so
//! that only the sums above them tell.

use rust_decimal::Decimal;

use super::Numbers;
use super::variable::Ground;
use crate::document::evidence::law::holding as proof;
use crate::forms::{Law, Relation, Spot};
use crate::model::Proof;
use crate::rules;
use crate::value::number::Reading;

impl Numbers {
    /// Multiplies both amounts of a percent by a thousand where sums through each of them fail as they stand and hold
    /// then, and none holds as they stand that fails then. Where that is so for one of them, asks about both.
    pub(super) fn correct_pairs(&mut self) {
        let mut certain: Vec<(Spot, Decimal, Proof)> = Vec::new();
        let mut doubtful: Vec<(Spot, Decimal)> = Vec::new();
        for law in self.laws.iter().filter(|law| law.relation == Relation::Ratio) {
            let Some(pair) = self.thousandfold(law) else { continue };
            let assumed = |spot: Spot| {
                let changed = pair.iter().find(|(other, _)| *other == spot).map(|(_, whole)| *whole);
                changed.or_else(|| self.variables.value(spot))
            };
            let healed = pair.map(|(spot, _)| self.healed(spot, &assumed));
            match healed {
                [Some(first), Some(second)] => {
                    for ((spot, whole), law) in pair.into_iter().zip([first, second]) {
                        certain.push((spot, whole, proof(law, &assumed)));
                    }
                }
                [Some(_), None] | [None, Some(_)] => doubtful.extend(pair),
                [None, None] => {}
            }
        }
        for (spot, whole, proof) in certain {
            self.variables.settle(spot, whole, Ground::Law(rules::thousand_fold::ID, proof));
        }
        for (spot, whole) in doubtful {
            let reading = Reading { value: whole, rule: Some(rules::thousand_fold::ID), cost: 1 };
            self.variables.suspect(spot, reading);
        }
    }

    /// The two amounts of a percent that holds, each times a thousand.
    fn thousandfold(&self, law: &Law) -> Option<[(Spot, Decimal); 2]> {
        let value = |spot: Spot| self.variables.value(spot);
        let [top, bottom] = &*law.terms else { return None };
        let whole = |spot: Spot| {
            let number = value(spot).filter(|number| !number.is_zero() && !self.variables.is_held(spot))?;
            Some((spot, number.checked_mul(Decimal::ONE_THOUSAND)?.normalize()))
        };
        let pair = [whole(*top)?, whole(*bottom)?];
        (law.holds(&value) == Some(true)).then_some(pair)
    }

    /// The first law through a cell that fails as the numbers stand and holds with the assumed ones, where no law is
    /// broken by them.
    fn healed(&self, spot: Spot, assumed: &dyn Fn(Spot) -> Option<Decimal>) -> Option<&Law> {
        let value = |spot: Spot| self.variables.value(spot);
        let complete =
            || self.laws_of(spot).filter(|law| self.is_complete(law, None) && self.is_in_place(law));
        let broken =
            complete().any(|law| law.holds(&value) == Some(true) && law.holds(assumed) == Some(false));
        let mut healed =
            complete().filter(|law| law.holds(&value) == Some(false) && law.holds(assumed) == Some(true));
        healed.next().filter(|_| !broken)
    }
}
