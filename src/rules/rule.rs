//! What a rule declares of itself.

use crate::model::{Cause, RuleId};

pub use crate::model::Wording;

/// What comes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It changes a value, with proof.
    Repair,
    /// It reports, and changes nothing.
    Finding,
    /// It repairs where proof allows, and reports where not.
    Either,
    /// It tells what became of a person's decision; no document shows it by itself.
    Decision,
}

impl Outcome {
    /// Whether the rule may change a value.
    #[must_use]
    pub const fn repairs(self) -> bool {
        matches!(self, Self::Repair | Self::Either)
    }

    /// Whether the rule may report.
    #[must_use]
    pub const fn reports(self) -> bool {
        matches!(self, Self::Finding | Self::Either)
    }
}

/// What is expected of the cell of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The rule gives it this text.
    Becomes(&'static str),
    /// The rule reports it and its text stays.
    Reported,
    /// The rule must leave it alone, for the reason given.
    Stays(Wording),
}

/// A small document in which the rule has something to do, or must do nothing.
///
/// The document is text, one block per table, blocks parted by an empty line. The first line of a block names
/// its form and, where it is not the first, its layout; a note in brackets replaces header words
/// (`T-C.33 sipd [Tahun 2024=Tahun 2022]`). The second line names columns, the others are rows; `|` parts
/// cells, one more than there are columns stands to the right of the table; `;` parts the cells that a code is
/// printed in, `\` the lines of one cell. `=500` is a stored number, `=0.5@0%` one with a number format,
/// `=2:02` a stored time, `#REF!` an error, `^` a cell merged with the one above it; anything else is text.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The document.
    pub document: &'static str,
    /// The id of the column of the cell in question.
    pub column: &'static str,
    /// What stands in the cell.
    pub before: &'static str,
    /// What is expected of it.
    pub expected: Expected,
}

/// One defect: what it is, what proves it, what to do.
#[derive(Debug)]
pub struct Rule {
    /// The stable id, named for the defect.
    pub id: RuleId,
    /// What comes of it.
    pub outcome: Outcome,
    /// Its name.
    pub name: Wording,
    /// What it sees.
    pub sees: Wording,
    /// Why that matters.
    pub matters: Wording,
    /// What proves it, or what it is judged by.
    pub proof: Wording,
    /// What the reader of a repair checks, or the reader of a finding does.
    pub advice: Wording,
    /// Why it reports: of the findings of one cause a person is told together. A rule that never reports has none.
    pub causes: &'static [Cause],
    /// Examples; each is run.
    pub examples: &'static [Example],
}
