//! Headers and merges as evidence of where a cell belongs.

use crate::forms::last_heading;
use crate::model::{Column, Evidence, Place, Proof, Span};

/// The proof that a text cannot stand below the header that it is printed below, and can below this one.
#[must_use]
pub fn belongs_below(text: &str, origin: &str, goal: &Column) -> Proof {
    let said = format!("“{text}” ∉ {origin}, ∈ {}", last_heading(goal));
    Proof::by(Evidence::Header { column: goal.id, at: None }, said)
}

/// The proof that a cell lies under a merge.
#[must_use]
pub fn merged(column: &Column, place: &Place, span: Span) -> Proof {
    let range = format!("{}!{span}", place.sheet);
    Proof::by(Evidence::Header { column: column.id, at: Some(range.clone()) }, range)
}
