//! One number of a table as a variable: what it may be, and what it is held to be.

use rust_decimal::Decimal;

use crate::model::{Proof, RuleId};
use crate::value::number::Reading;

/// How a variable came to its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// It is printed cleanly.
    Printed,
    /// Only one reading obeys the grammar; the rule is the damage undone.
    Typography(RuleId),
    /// A law chose among readings, or gave the only value that fits the printed digits.
    Law(RuleId, Proof),
    /// Nothing settles it yet.
    Open,
    /// It is printed cleanly, yet a slip in it would explain why a sum fails, and so would one in another cell.
    Suspect,
    /// The cell is empty: what must have stood there is worked out from its neighbours, or lost.
    Gone,
    /// A person decided: the value is given, or there is none to be had, and neither is ever another.
    Held,
}

/// One number of a table.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    pub(super) readings: Vec<Reading>,
    pub(super) value: Option<Decimal>,
    pub(super) ground: Ground,
    /// Stored as a number, not as text: an English Excel may have divided it by a thousand.
    pub(super) typed: bool,
    /// A formula whose result is not stored.
    pub(super) uncalculated: bool,
    /// What is stored, with all its decimals, where the column shows two of them.
    pub(super) exact: Option<Decimal>,
}

impl Variable {
    /// One of which nothing is known yet.
    pub(super) const fn open() -> Self {
        Self {
            readings: Vec::new(),
            value: None,
            ground: Ground::Open,
            typed: false,
            uncalculated: false,
            exact: None,
        }
    }
}
