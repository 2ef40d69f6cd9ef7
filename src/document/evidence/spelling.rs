//! The grammar of a value as evidence: of this damage it leaves one reading.

use crate::model::{Evidence, Kode, Proof};

/// The proof that a rule's damage leaves one reading of a value.
#[must_use]
pub fn only_reading(damage: &'static str) -> Proof {
    Proof::by(Evidence::Spelling { damage }, damage)
}

/// The proof that a text is so many quantities, each a number with its unit.
#[must_use]
pub fn quantities(damage: &'static str, count: usize) -> Proof {
    Proof::by(Evidence::Spelling { damage }, format!("{count} × n+satuan"))
}

/// The proof that what is printed can only be this code.
#[must_use]
pub fn only_code(damage: &'static str, shown: &str, code: &Kode) -> Proof {
    Proof::by(Evidence::Spelling { damage }, format!("“{shown}” → {code}"))
}
