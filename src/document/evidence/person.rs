//! A person's decision, which needs no other proof.

use crate::model::{Decided, Evidence, Proof};

/// The proof that a person decided a value.
#[must_use]
pub fn decided(decided: &Decided, value: &str) -> Proof {
    let id = decided.made.as_ref().map(|made| made.id.clone()).filter(|id| !id.is_empty());
    Proof::by(Evidence::Person { decision: id }, value)
}
