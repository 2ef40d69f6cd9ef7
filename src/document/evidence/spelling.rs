//! The grammar of a value as evidence: of this damage it leaves one reading.

use crate::model::{Evidence, Kode, Proof, RuleId};

/// The proof that a rule's damage leaves one reading of a value.
#[must_use]
pub fn only_reading(damage: RuleId) -> Proof {
    Proof::by(Evidence::Spelling { damage }, damage.as_str())
}

/// The proof that a text is so many quantities, each a number with its unit.
#[must_use]
pub fn quantities(damage: RuleId, count: usize) -> Proof {
    Proof::by(Evidence::Spelling { damage }, format!("{count} × n+satuan"))
}

/// The proof that what is printed can only be this code.
#[must_use]
pub fn only_code(damage: RuleId, shown: &str, code: &Kode) -> Proof {
    Proof::by(Evidence::Spelling { damage }, format!("“{shown}” → {code}"))
}
