//! Arithmetic as evidence: a printed formula, or a sum of rows.

use rust_decimal::Decimal;

use crate::forms::{Law, Spot};
use crate::model::{Evidence, Proof};

/// The proof that a law holds with these values, its arithmetic as the words.
#[must_use]
pub fn holding(law: &Law, value: &dyn Fn(Spot) -> Option<Decimal>) -> Proof {
    Proof::by(evidence(law), law.arithmetic(value))
}

/// The proof that a ratio has no value, for it divides by what is shown.
#[must_use]
pub fn divides_by_nothing(law: &Law, shown: &str) -> Proof {
    Proof::by(evidence(law), undivided(law, shown))
}

/// The words of a ratio that divides by nothing.
#[must_use]
pub fn undivided(law: &Law, shown: &str) -> String {
    format!("{}; ÷ {shown}", law.name)
}

/// A law as evidence.
#[must_use]
pub fn evidence(law: &Law) -> Evidence {
    Evidence::Law {
        relation: law.relation.name(),
        sums: law.relation.sums_rows(),
        result: law.result,
        terms: law.terms.clone(),
    }
}
