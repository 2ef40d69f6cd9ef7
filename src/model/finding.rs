//! What is asked or told of a document, and how much it matters.

use super::at::Place;
use super::cause::Cause;
use super::decision::Subject;
use super::rule_id::RuleId;
use super::said::Said;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The data contradict themselves or cannot be read: a person must decide.
    #[default]
    Error,
    /// Something a person should look at.
    Warning,
    /// Stated for the record; leaves nothing to decide.
    Note,
}

impl Severity {
    /// The name used in the model.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A cell of the document, by the indices of its table and row and the id of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// The index of the table.
    pub table: usize,
    /// The index of the row in the table.
    pub row: usize,
    /// The id of the column.
    pub column: &'static str,
}

/// An imperfection of the data that was not repaired, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Why it was made: the rule, and which of its reasons.
    pub cause: Cause,
    /// How much it matters.
    pub severity: Severity,
    /// What it concerns, where that stands in no cell of a row.
    pub about: Option<Subject>,
    /// The index of the table, if it concerns one.
    pub table: Option<usize>,
    /// The index of the row, if it concerns one.
    pub row: Option<usize>,
    /// The id of the column, if it concerns one.
    pub column: Option<&'static str>,
    /// Where it stands in the input.
    pub source: Option<Place>,
    /// What was seen, why it matters, what to do.
    pub message: Said,
    /// What a check expected, as a plain number or text.
    pub expected: Option<String>,
    /// What was found instead.
    pub found: Option<String>,
    /// The possible readings, where there are several.
    pub candidates: Vec<String>,
    /// The further cells of which it speaks.
    pub also: Vec<Reference>,
}

impl Finding {
    /// A finding of a cause that says nothing yet: an error without a place.
    #[must_use]
    pub fn of(cause: Cause) -> Self {
        Self {
            cause,
            severity: Severity::default(),
            about: None,
            table: None,
            row: None,
            column: None,
            source: None,
            message: Said::default(),
            expected: None,
            found: None,
            candidates: Vec::new(),
            also: Vec::new(),
        }
    }

    /// The rule that reports.
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        self.cause.rule()
    }

    /// Whether a person may say that what it found is meant so, which settles it: a note asks nothing.
    #[must_use]
    pub fn may_stay(&self) -> bool {
        self.severity != Severity::Note
    }
}
