//! One wrong figure: found where two independent laws, or one law and a plain keying slip, point to the same
//! cell and the same value. Where a plain slip may be in one of several cells, all of them are asked about. Anything
//! less is a contradiction of the source and only reported.

use rust_decimal::Decimal;

use super::Numbers;
use super::variable::Ground;
use crate::document::evidence::law::holding as proof;
use crate::forms::{Law, Relation, Spot};
use crate::model::{Proof, RuleId};
use crate::rules;
use crate::value::number::{self, Reading, Slip};

/// Whether the digits of a cut number are the leading digits of the whole one.
pub(super) fn extends(cut: Decimal, whole: Decimal) -> bool {
    let (cut, whole) = (cut.normalize().to_string(), whole.normalize().to_string());
    cut.len() >= 3 && whole.len() > cut.len() && whole.starts_with(&cut)
}

/// A cell that must be the wrong one of a failing law.
struct Culprit {
    spot: Spot,
    wanted: Decimal,
    rule: RuleId,
    /// Whether a second law or a twin says so too.
    seconded: bool,
}

impl Numbers {
    /// Amounts typed in an English Excel: all the small ones under a parent that fails are a thousandth.
    pub(super) fn correct_thousands(&mut self) {
        let value = |spot: Spot| self.variables.value(spot);
        let thousand = Decimal::ONE_THOUSAND;
        let mut corrected = Vec::new();
        let failing = |law: &&Law| self.is_complete(law, None) && law.holds(&value) == Some(false);
        for law in self.laws.iter().filter(failing) {
            let small: Vec<Spot> = law
                .spots()
                .filter(|spot| {
                    self.variables.get(*spot).is_some_and(|variable| {
                        variable.typed
                            && variable.value.is_some_and(|number| {
                                !number.is_zero() && number.abs() < thousand && number.scale() <= 3
                            })
                    })
                })
                .collect();
            let assumed = |spot: Spot| match value(spot) {
                Some(number) if small.contains(&spot) => number.checked_mul(thousand),
                other => other,
            };
            if !small.is_empty() && law.holds(&assumed) == Some(true) {
                let proof = proof(law, &assumed);
                corrected
                    .extend(small.iter().filter_map(|spot| Some((*spot, assumed(*spot)?, proof.clone()))));
            }
        }
        for (spot, value, proof) in corrected {
            self.variables.settle(spot, value.normalize(), Ground::Law(rules::thousand_fold::ID, proof));
        }
    }

    /// Corrects single wrong figures: amounts first, then the percents that follow from them.
    pub(super) fn correct_slips(&mut self, twin: &dyn Fn(Spot) -> Option<Decimal>) {
        self.correct_where(twin, &|law| law.relation != Relation::Ratio);
        self.multiply_fractions();
        self.correct_where(twin, &|law| law.relation == Relation::Ratio);
    }

    fn correct_where(&mut self, twin: &dyn Fn(Spot) -> Option<Decimal>, concerned: &dyn Fn(&Law) -> bool) {
        let value = |spot: Spot| self.variables.value(spot);
        let fails = |law: &&Law| {
            concerned(law)
                && self.is_in_place(law)
                && law.spots().all(|spot| self.is_known(spot) || self.is_gone(spot))
                && law.holds(&value) == Some(false)
                && self.rests_on_sound(law)
        };
        // A sum may fail for the amount alone that one of its rows lacks, unless it has too much without it.
        let is_whole = |law: &&Law| {
            self.is_complete(law, None)
                && (law.terms.iter().all(|term| !self.gaps.leaves.contains(term))
                    || value(law.result) < law.computed(&value))
        };
        let (failing, lacking): (Vec<&Law>, Vec<&Law>) = self.laws.iter().filter(fails).partition(is_whole);
        let mut found: Vec<(Spot, Decimal, RuleId, Proof)> = Vec::new();
        let mut undecided: Vec<Law> = lacking.into_iter().cloned().collect();
        for law in failing {
            let culprits: Vec<Culprit> =
                law.spots().filter_map(|spot| self.culprit(law, spot, twin)).collect();
            let rivals: Vec<_> = law.spots().filter_map(|spot| self.slip(law, spot)).collect();
            match culprits.as_slice() {
                [only] if only.seconded || rivals.iter().all(|(spot, ..)| *spot == only.spot) => {
                    let assumed =
                        |other: Spot| if other == only.spot { Some(only.wanted) } else { value(other) };
                    found.push((only.spot, only.wanted, only.rule, proof(law, &assumed)));
                }
                _ => undecided.push(law.clone()),
            }
        }
        for (index, (spot, wanted, rule, proof)) in found.iter().enumerate() {
            let disputed = found
                .iter()
                .enumerate()
                .any(|(other, (place, value, ..))| other != index && place == spot && value != wanted);
            if !disputed {
                self.variables.settle(*spot, *wanted, Ground::Law(*rule, proof.clone()));
            }
        }
        self.ask_of(&undecided);
    }

    /// Whether a plain slip tells the culprit alone. Percents have too few digits for that, unless sums confirm what
    /// they are computed from; and a parent that has more than its children, by one digit, may have another child.
    fn is_telling(&self, law: &Law, slip: RuleId) -> bool {
        let value = |spot: Spot| self.variables.value(spot);
        match law.relation {
            Relation::Ratio => law.terms.iter().all(|term| {
                self.laws_of(*term).any(|other| {
                    other.relation != Relation::Ratio
                        && self.is_complete(other, None)
                        && other.holds(&value) == Some(true)
                })
            }),
            Relation::Children | Relation::Total => {
                slip != rules::one_digit::ID || value(law.result) < law.computed(&value)
            }
            Relation::Sum | Relation::Difference => true,
        }
    }

    /// Whether a slip of the keys would have struck twins alike: what two places print is no such slip of one of them.
    fn is_typed_twice(&self, spot: Spot, slip: RuleId) -> bool {
        [rules::swapped_digits::ID, rules::one_digit::ID].contains(&slip) && self.twice.contains(&spot)
    }

    /// Whether a percent is computed from amounts that no sum contradicts: one that is computed from a wrong amount
    /// is no slip.
    fn rests_on_sound(&self, law: &Law) -> bool {
        let value = |spot: Spot| self.variables.value(spot);
        law.relation != Relation::Ratio
            || law.terms.iter().all(|term| {
                let mut sums = self.laws_of(*term).filter(|other| other.relation != Relation::Ratio);
                sums.all(|other| !self.is_complete(other, None) || other.holds(&value) != Some(false))
            })
    }

    /// Percents that stand as fractions of one, `0.9804`, where the formula asks for a hundred times as much.
    fn multiply_fractions(&mut self) {
        let value = |spot: Spot| self.variables.value(spot);
        let mut found = Vec::new();
        for law in self.laws.iter().filter(|law| law.relation == Relation::Ratio) {
            let exact = self.variables.get(law.result).and_then(|variable| variable.exact);
            let failing = value(law.result).filter(|_| law.holds(&value) == Some(false));
            let Some(printed) = failing.map(|shown| exact.unwrap_or(shown)) else { continue };
            let Some(percent) = printed.checked_mul(Decimal::ONE_HUNDRED) else { continue };
            let assumed = |spot: Spot| if spot == law.result { Some(percent) } else { value(spot) };
            if law.holds(&assumed) == Some(true) {
                found.push((law.result, percent.round_dp(2).normalize(), proof(law, &assumed)));
            }
        }
        for (spot, percent, proof) in found {
            self.variables.settle(spot, percent, Ground::Law(rules::fraction_percent::ID, proof));
        }
    }

    /// Asks about every cell of laws, failing still, in which a plain slip would explain that.
    fn ask_of(&mut self, laws: &[Law]) {
        let value = |spot: Spot| self.variables.value(spot);
        let fails = |law: &&Law| law.holds(&value) == Some(false);
        let suspects: Vec<_> = laws
            .iter()
            .filter(fails)
            .flat_map(|law| law.spots().filter_map(|spot| self.slip(law, spot)))
            .collect();
        let swapped: Vec<_> = laws
            .iter()
            .filter(|law| law.relation == Relation::Ratio)
            .flat_map(|law| law.terms.iter().filter_map(|term| self.swapped(law, *term)))
            .collect();
        for (spot, wanted, rule) in suspects.into_iter().chain(swapped) {
            self.variables.suspect(spot, Reading { value: wanted, rule: Some(rule), cost: 1 });
        }
    }

    /// The one swap of two neighbouring digits in an amount, which no sum confirms, with which a percent is right.
    fn swapped(&self, law: &Law, spot: Spot) -> Option<(Spot, Decimal, RuleId)> {
        let value = |spot: Spot| self.variables.value(spot);
        let printed =
            value(spot).filter(|_| !self.is_held_by_a_law(spot) && !self.variables.is_held(spot))?;
        let fits = |amount: &Decimal| {
            law.holds(&|other| if other == spot { Some(*amount) } else { value(other) }) == Some(true)
        };
        let mut fitting = number::swaps(printed).into_iter().filter(fits);
        let only = fitting.next().filter(|_| fitting.next().is_none())?;
        Some((spot, only, rules::swapped_digits::ID))
    }

    /// The plain slip by which one cell makes a failing law fail, whatever else is wrong: no law through it that
    /// holds as it stands would fail without the slip.
    fn slip(&self, law: &Law, spot: Spot) -> Option<(Spot, Decimal, RuleId)> {
        let value = |spot: Spot| self.variables.value(spot);
        let wanted = law.wanted(spot, &value).filter(|_| !self.variables.is_held(spot))?;
        let rule = number::slips(value(spot)?, wanted)?.rule()?;
        let assumed = |other: Spot| if other == spot { Some(wanted) } else { value(other) };
        let broken = self.laws_of(spot).any(|other| {
            self.is_complete(other, None)
                && other.holds(&value) == Some(true)
                && other.holds(&assumed) == Some(false)
        });
        (!broken).then_some((spot, wanted, rule))
    }

    /// Whether one cell of a failing law can be the wrong one: with the value that the law wants, every law
    /// through it holds; and a second law, a twin or a plain keying slip says so too. A percent that is computed from the
    /// cell tells that it is wrong, but is too coarse to tell its value: with it the slip must be plain, for another cell of
    /// the sum may be wrong as well.
    fn culprit(&self, law: &Law, spot: Spot, twin: &dyn Fn(Spot) -> Option<Decimal>) -> Option<Culprit> {
        let value = |spot: Spot| self.variables.value(spot);
        let found = value(spot).filter(|_| !self.variables.is_held(spot))?;
        let wanted = law.wanted(spot, &value)?;
        let (_, failed) = self.verdict(spot, wanted);
        if failed > 0 || wanted.is_sign_negative() && !found.is_sign_negative() {
            return None;
        }
        let others_failing: Vec<&Law> = self
            .laws_of(spot)
            .filter(|other| !std::ptr::eq(*other, law) && self.is_complete(other, None))
            .filter(|other| other.holds(&value) == Some(false) && self.is_in_place(other))
            .collect();
        let is_exact = |other: &&Law| other.relation != Relation::Ratio || other.result == spot;
        if twin(spot) == Some(found) {
            return None;
        }
        let slip = number::slips(found, wanted).and_then(Slip::rule);
        let slip = slip.filter(|slip| self.is_telling(law, *slip) && !self.is_typed_twice(spot, *slip));
        let by_twin = twin(spot) == Some(wanted);
        let seconded = by_twin || !others_failing.is_empty() && self.as_printed(law);
        let told = by_twin || others_failing.iter().any(is_exact) && self.as_printed(law);
        let rule = slip.or_else(|| told.then_some(rules::wrong_figure::ID))?;
        Some(Culprit { spot, wanted, rule, seconded })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_leading_digits_extend() {
        let number = |text: &str| -> Decimal { text.parse().unwrap() };
        assert!(extends(number("131000"), number("131000000")));
        assert!(extends(number("960981"), number("96098140")));
        assert!(!extends(number("131000"), number("131000")));
        assert!(!extends(number("31000"), number("131000000")));
    }
}
