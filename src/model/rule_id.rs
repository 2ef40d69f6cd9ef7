//! By what a repair or a finding names its rule.

use std::fmt;

use serde::Serialize;

/// The id of a rule, such as `split-number`: a text that a declaration in `src/rules` gives, and no other. What is read as
/// text is looked up there.
///
/// ```compile_fail
/// let typo = rapikan::model::RuleId::declared("splti-number");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct RuleId(&'static str);

impl RuleId {
    /// The id that a rule declares for itself; only `src/rules` calls this.
    pub(crate) const fn declared(id: &'static str) -> Self {
        Self(id)
    }

    /// The id as the model, the audit and the help spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}
