//! Repairs and what proves them. Confidence is not claimed: it follows from the proofs.

use super::at::Place;
use super::change::Change;
use super::decision::Subject;
use super::said::Said;

/// What kind of evidence a proof is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProofKind {
    /// A column formula printed on the form.
    Formula,
    /// A parent that equals the sum of its children, or a total.
    Sum,
    /// The same row in another table, or the other half of the same row.
    Twin,
    /// The official code and name.
    Codification,
    /// Neighbours in the column, the same text elsewhere, ascending codes.
    Sibling,
    /// The column's unit, type or number row.
    Header,
    /// Only one reading is a known word, place or phrase.
    Vocabulary,
    /// Only one reading obeys the grammar of the value.
    Typography,
    /// A person's decision.
    Person,
}

impl ProofKind {
    /// The name used in the model.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Formula => "formula",
            Self::Sum => "sum",
            Self::Twin => "twin",
            Self::Codification => "codification",
            Self::Sibling => "sibling",
            Self::Header => "header",
            Self::Vocabulary => "vocabulary",
            Self::Typography => "typography",
            Self::Person => "person",
        }
    }

    const fn decides(self) -> bool {
        matches!(self, Self::Formula | Self::Sum | Self::Twin | Self::Codification)
    }
}

/// One piece of evidence, in words or arithmetic that a reader can check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The kind of evidence.
    pub kind: ProofKind,
    /// The evidence itself, such as `2.17.01.2.02 = 3.041.815.466 + 240.466.000 = 3.282.281.466`.
    pub text: String,
}

impl Proof {
    /// A proof of a kind.
    #[must_use]
    pub fn new(kind: ProofKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }
}

/// How far a repair can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// A person decided it: it is no proof, and needs none.
    Decided,
    /// Proven by a formula, a sum, a twin or the codification.
    A,
    /// The only reading that typography, vocabulary, siblings or the header allow.
    B,
    /// Nothing proves it, or a rival stands against it: never applied.
    C,
}

impl Grade {
    /// The grade that follows from the proofs.
    #[must_use]
    pub fn of(proofs: &[Proof]) -> Self {
        if proofs.iter().any(|proof| proof.kind == ProofKind::Person) {
            Self::Decided
        } else if proofs.iter().any(|proof| proof.kind.decides()) {
            Self::A
        } else if proofs.is_empty() {
            Self::C
        } else {
            Self::B
        }
    }

    /// `A`, `B` or `C`, and the sign of a person's decision.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Decided => "✎",
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

/// One change of a value or of the place of cells, with its proofs: the only way a value changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The id of the rule, such as `split-number`.
    pub rule: &'static str,
    /// What was changed. Of several cells the first one gives row, column, sources and texts.
    pub change: Change,
    /// The index of the table in the document.
    pub table: usize,
    /// The index of the row in the table.
    pub row: usize,
    /// The id of the column; `kode` for the row's code.
    pub column: &'static str,
    /// Where the value stands in the input; several cells when a value was put together.
    pub sources: Vec<Place>,
    /// The text before.
    pub before: String,
    /// The text after.
    pub after: String,
    /// The evidence.
    pub proofs: Vec<Proof>,
}

impl Repair {
    /// The grade that the proofs give.
    #[must_use]
    pub fn grade(&self) -> Grade {
        Grade::of(&self.proofs)
    }

    /// Whether a person decided it.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.proofs.iter().any(|proof| proof.kind == ProofKind::Person)
    }
}

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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// The id of the rule.
    pub rule: &'static str,
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
    /// Whether a person may say that what it found is meant so, which settles it: a note asks nothing.
    #[must_use]
    pub fn may_stay(&self) -> bool {
        self.severity != Severity::Note
    }
}
