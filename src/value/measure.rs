//! Placeholder.
use rust_decimal::Decimal;
/// One.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// n
    pub number: Option<Decimal>,
    /// u
    pub unit: String,
    /// t
    pub text: String,
}
/// All.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measures {
    /// one
    One(Measure),
    /// several
    Several(Vec<Measure>),
    /// predicate
    Predicate(String),
    /// none
    Unreadable {
        /// c
        candidates: Vec<String>,
    },
}
/// Read.
#[must_use]
pub fn measures(text: &str) -> Measures {
    Measures::One(Measure { number: None, unit: String::new(), text: text.to_owned() })
}
