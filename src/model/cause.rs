//! Why a rule reports.

use super::rule_id::RuleId;
use super::said::Wording;

/// One of the reasons for which a rule reports. Findings of one cause have the same reason and the same remedy, and are
/// told together; a declaration in `src/rules` makes it, and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    rule: RuleId,
    key: &'static str,
    said: Wording,
}

impl Cause {
    /// A cause as a rule declares it; only `src/rules` calls this. The wording says what its findings have in common and
    /// what to do, without anything that differs from one to the next.
    pub(crate) const fn declared(rule: RuleId, key: &'static str, said: Wording) -> Self {
        Self { rule, key, said }
    }

    /// The rule that reports.
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        self.rule
    }

    /// By what the rule knows it among its causes.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// What its findings have in common and what to do.
    #[must_use]
    pub const fn wording(&self) -> Wording {
        self.said
    }
}
