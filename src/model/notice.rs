//! What is told about a file and asks nothing.

use std::fmt;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::rule_id::RuleId;
use super::said::Said;

/// One thing that a person should know of the input: what is hidden, what was left out, what a value does not show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is: `hidden-rows`, `struck`, `stray-quote` …
    pub kind: &'static str,
    /// The sheet that it is about, if it is about one.
    pub sheet: Option<Arc<str>>,
    /// Where: rows `14:14`, columns `C:D`, cells `N13`, lines of a text `7:7`.
    pub sources: Vec<String>,
    /// How often.
    pub count: usize,
    /// What the rows hold in columns of money, by the id of the column.
    pub sum: Vec<(String, Decimal)>,
    /// The rule that noticed it, where one did.
    pub rule: Option<RuleId>,
    /// The sentence.
    pub said: Said,
}

impl Notice {
    /// The most places that a notice lists; its count tells of all.
    pub const LISTED: usize = 50;

    /// A notice without a place.
    #[must_use]
    pub fn new(kind: &'static str, said: Said) -> Self {
        Self { kind, sheet: None, sources: Vec::new(), count: 1, sum: Vec::new(), rule: None, said }
    }

    /// The notice with the places of a sheet that it is about; it counts all of them and lists the first.
    #[must_use]
    pub fn at(self, sheet: &Arc<str>, sources: impl IntoIterator<Item = String>) -> Self {
        let mut sources: Vec<String> = sources.into_iter().collect();
        let count = sources.len();
        sources.truncate(Self::LISTED);
        Self { sheet: Some(Arc::clone(sheet)), sources, count, ..self }
    }
}

impl From<Said> for Notice {
    /// What the reader had to leave out.
    fn from(said: Said) -> Self {
        Self::new("left-out", said)
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said.fmt(f)
    }
}
