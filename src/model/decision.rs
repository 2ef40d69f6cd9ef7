//! What a person decided about repairs and open questions.

/// One decision, as it is written beside a repair or a question. What it is about is named by its id, or where
/// that is empty or unknown, by what stands there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// A repair is not wanted: the text before it stands.
    Refuse {
        /// [`Document::repair_id`](super::Document::repair_id); may be empty.
        id: String,
        /// The cells it was made from, as the audit lists them: `T-C.33!J12, T-C.33!J13`.
        sources: String,
        /// The text before.
        before: String,
        /// The text after.
        after: String,
    },
    /// An open question is answered.
    Choose {
        /// [`Document::question_id`](super::Document::question_id); may be empty.
        id: String,
        /// The cell in question, as the audit names it: `T-C.33!J12`.
        source: String,
        /// The rule that asks.
        rule: String,
        /// The answer: one of the candidates, or any text that the column accepts.
        value: String,
    },
}

/// A cell about which a person decided: what stands there is not to be repaired again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decided {
    /// The index of the table in the document.
    pub table: usize,
    /// The index of the row in the table.
    pub row: usize,
    /// The id of the column; `kode` for the row's code.
    pub column: String,
    /// Whether a repair was refused there; else a value was chosen.
    pub refused: bool,
    /// The decision, where it was made about this very input: with it the next round begins.
    pub made: Option<Decision>,
}
