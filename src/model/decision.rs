//! What a person decided about repairs and open questions.

use super::at::Place;
use super::rule_id::RuleId;
use super::said::Said;

/// What a person says of a repair or of a question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// A repair is not wanted: what was printed stands.
    Refuse,
    /// A question is answered: one of the candidates, or any text that the column accepts.
    Choose(String),
    /// What a question asks about is meant so: it stays as it stands.
    Stay,
}

/// What is said of a document or a table and stands in no cell of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The unit of a table's amounts.
    Unit,
    /// The plan year.
    Year,
    /// The region.
    Region,
    /// The office.
    Opd,
    /// The edition of the codification.
    Edition,
    /// The year in the header of a column.
    ColumnYear,
}

impl Subject {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Unit, Self::Year, Self::Region, Self::Opd, Self::Edition, Self::ColumnYear];

    /// The name used in the model.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Year => "year",
            Self::Region => "region",
            Self::Opd => "opd",
            Self::Edition => "edition",
            Self::ColumnYear => "column-year",
        }
    }

    /// The subject of a name as the model spells it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.name() == name)
    }
}

/// Where a decision was made, so that it is found again in a revised file: the table, its column, and the row by its
/// code, or where it has none by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whereabouts {
    /// The id of the table; empty where it is about the document.
    pub table: String,
    /// The index of the row in the table.
    pub row: Option<usize>,
    /// The id of the column; empty where it is about no column.
    pub column: String,
    /// The code of the row.
    pub code: Option<String>,
    /// The name of a row without a code.
    pub name: Option<String>,
}

/// One decision, as it is written beside a repair or a question. What it is about is named by its id; where that is
/// empty or unknown, by its whereabouts and what stood there, or by the cells of the input.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decision {
    /// What is decided.
    pub verdict: Verdict,
    /// [`Document::repair_id`](super::Document::repair_id) or
    /// [`Document::question_id`](super::Document::question_id); may be empty.
    pub id: String,
    /// The cells of the input, as the audit lists them: `T-C.33!J12, T-C.33!J13`.
    pub sources: String,
    /// The rule that repaired or asks.
    pub rule: String,
    /// What stood there when it was decided; `None` where that is not known.
    pub before: Option<String>,
    /// What a refused repair made of it.
    pub after: String,
    /// Where it was made; `None` where that is not known.
    pub at: Option<Whereabouts>,
}

/// A decision that is not followed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// The decision.
    pub decision: Decision,
    /// Why it is not followed.
    pub why: Said,
}

/// What a person decided, within a document: it is an input of solving, so that nothing repairs what is decided and
/// nothing asks about it again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decided {
    /// The index of the table in the document; `None` where it is about the document.
    pub table: Option<usize>,
    /// The index of the row in the table; `None` where it is about no row.
    pub row: Option<usize>,
    /// The id of the column; `kode` for the row's code; empty where it is about no column.
    pub column: String,
    /// What it is about, where that is no cell.
    pub about: Option<Subject>,
    /// The rule that repaired or asked.
    pub rule: RuleId,
    /// What is decided.
    pub verdict: Verdict,
    /// What stood there: of a refused repair what is printed, else what was found.
    pub before: String,
    /// What a refused repair made of it.
    pub after: String,
    /// The cell of the input.
    pub source: Option<Place>,
    /// The decision, where it was made about this very input: with it the next round begins.
    pub made: Option<Decision>,
}

impl Decided {
    /// Whether it is about one cell, or the code of one row.
    #[must_use]
    pub fn cell(&self) -> Option<(usize, usize, &str)> {
        Some((self.table?, self.row?, Some(self.column.as_str()).filter(|column| !column.is_empty())?))
    }

    /// What must stand in the cell.
    #[must_use]
    pub fn text(&self) -> &str {
        match &self.verdict {
            Verdict::Choose(text) => text,
            Verdict::Refuse | Verdict::Stay => &self.before,
        }
    }
}
