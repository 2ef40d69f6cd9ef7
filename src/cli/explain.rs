//! `rapikan explain [RULE]`: what the rules are, and what one of them does.

use crate::model::{Language, Said};
use crate::rules::explain;

/// `explain`.
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// The id of a rule, such as `split-number`; all rules are listed without one.
    rule: Option<String>,
}

impl Explain {
    /// The text to print.
    ///
    /// # Errors
    /// What to say where there is no such rule.
    pub fn text(&self, language: Language) -> Result<String, Said> {
        explain(self.rule.as_deref(), language).map_err(|error| error.said())
    }
}
