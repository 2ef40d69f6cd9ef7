//! What a proof rests on, as data that can be looked up or worked out again.

use std::sync::Arc;

use super::finding::Reference;
use super::proof::ProofKind;
use super::rule_id::RuleId;
use super::spot::Spot;
use super::table::Edition;

/// What a published text is in the codification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// The name of a code.
    Name,
    /// Its indicator.
    Indicator,
}

impl Published {
    /// The name used in the model.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Indicator => "indicator",
        }
    }
}

/// Where known words come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordSource {
    /// Official names, indicators, places and funds.
    Codification,
    /// What the document itself says elsewhere.
    Document,
}

impl WordSource {
    /// The name used in the model.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Codification => "codification",
            Self::Document => "document",
        }
    }
}

/// The data of a proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A law through the cell, in the table of its repair.
    Law {
        /// How the result follows: `children`, `total`, `formula`, `ratio`, `difference`.
        relation: &'static str,
        /// Whether it sums rows, not columns.
        sums: bool,
        /// The cell that follows.
        result: Spot,
        /// The cells that it follows from.
        terms: Arc<[Spot]>,
    },
    /// The same cell elsewhere; `None` until it is located.
    Twin(Option<Reference>),
    /// A code and what is published of it.
    Official {
        /// The published code.
        code: String,
        /// The edition, where one is meant.
        edition: Option<Edition>,
        /// What of it.
        of: Published,
    },
    /// Other cells that say the same, or are as many.
    Siblings {
        /// What they say; empty where only their number speaks.
        value: String,
        /// How many they are.
        count: usize,
        /// Up to five of them.
        at: Vec<Reference>,
    },
    /// What a header or a merge says of the cells below it.
    Header {
        /// The id of the column.
        column: &'static str,
        /// The address of the header cell, or the range of the merge, where it is known.
        at: Option<String>,
    },
    /// Words that are known after the repair and not before it.
    Words {
        /// What was changed, and what it became.
        changes: Vec<(String, String)>,
        /// Where the words are known from.
        source: WordSource,
    },
    /// The one reading that the grammar of the value leaves of this damage.
    Spelling {
        /// The id of the rule.
        damage: RuleId,
    },
    /// A person's decision.
    Person {
        /// The id of the repair or question that was decided, where the decision names one.
        decision: Option<String>,
    },
    /// Evidence of this kind in the document from which the cell was carried.
    Elsewhere(ProofKind),
}

impl Evidence {
    /// Of a long sum the model in JSON lists this many terms, and how many others there are.
    pub const MOST_TERMS: usize = 24;

    /// The kind of evidence that it is.
    #[must_use]
    pub const fn kind(&self) -> ProofKind {
        match self {
            Self::Law { sums: true, .. } => ProofKind::Sum,
            Self::Law { .. } => ProofKind::Formula,
            Self::Twin(_) => ProofKind::Twin,
            Self::Official { .. } => ProofKind::Codification,
            Self::Siblings { .. } => ProofKind::Sibling,
            Self::Header { .. } => ProofKind::Header,
            Self::Words { .. } => ProofKind::Vocabulary,
            Self::Spelling { .. } => ProofKind::Typography,
            Self::Person { .. } => ProofKind::Person,
            Self::Elsewhere(kind) => *kind,
        }
    }

    /// Says where twins and siblings stand.
    pub(super) fn locate(&mut self, places: Vec<Reference>) {
        match self {
            Self::Twin(at) => *at = places.first().copied(),
            Self::Siblings { at, .. } => *at = places,
            _ => {}
        }
    }
}
