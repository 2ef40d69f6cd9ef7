//! Repairs and what proves them. Confidence is not claimed: it follows from the proofs.

use super::at::Place;
use super::change::Change;
use super::evidence::Evidence;
use super::finding::Reference;
use super::rule_id::RuleId;

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

    /// The grade that evidence of this kind gives by itself.
    #[must_use]
    pub const fn grade(self) -> Grade {
        match self {
            Self::Formula | Self::Sum | Self::Twin | Self::Codification => Grade::A,
            Self::Sibling | Self::Header | Self::Vocabulary | Self::Typography => Grade::B,
            Self::Person => Grade::Decided,
        }
    }

    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::Formula,
        Self::Sum,
        Self::Twin,
        Self::Codification,
        Self::Sibling,
        Self::Header,
        Self::Vocabulary,
        Self::Typography,
        Self::Person,
    ];
}

/// One piece of evidence: data that can be looked up or worked out again, and its words or arithmetic for a reader.
///
/// Only what checks a kind of evidence makes proofs of it: the folder `document/evidence`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The kind of evidence.
    pub kind: ProofKind,
    /// The evidence itself, such as `2.17.01.2.02 = 3.041.815.466 + 240.466.000 = 3.282.281.466`.
    pub text: String,
    evidence: Evidence,
    footing: Footing,
}

/// What a proof rests on: repairs without which it would not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footing {
    /// The indexes of these repairs in the document; of very many the first ones.
    pub repairs: Vec<usize>,
    /// The worst grade among them, `A` where there are none. A person's decision counts as `B`.
    pub grade: Grade,
}

impl Default for Footing {
    fn default() -> Self {
        Self { repairs: Vec::new(), grade: Grade::A }
    }
}

impl Proof {
    /// A proof by evidence, in words.
    pub(crate) fn by(evidence: Evidence, text: impl Into<String>) -> Self {
        Self { kind: evidence.kind(), text: text.into(), evidence, footing: Footing::default() }
    }

    /// The evidence as data.
    #[must_use]
    pub const fn evidence(&self) -> &Evidence {
        &self.evidence
    }

    /// What it rests on.
    #[must_use]
    pub const fn footing(&self) -> &Footing {
        &self.footing
    }

    /// How good it is: as its kind, and no better than what it rests on.
    #[must_use]
    pub fn grade(&self) -> Grade {
        self.kind.grade().max(self.footing.grade)
    }

    /// The same proof in another document, to which its cells were carried: its cells are not named any more, its grade
    /// stays.
    #[must_use]
    pub fn carried(&self) -> Self {
        let evidence = Evidence::Elsewhere(self.kind);
        let footing = Footing { repairs: Vec::new(), grade: self.footing.grade };
        Self { kind: self.kind, text: self.text.clone(), evidence, footing }
    }

    /// The grade that it brought from the document that it was carried from, else `A`.
    #[must_use]
    pub fn carried_grade(&self) -> Grade {
        if matches!(self.evidence, Evidence::Elsewhere(_)) { self.footing.grade } else { Grade::A }
    }

    pub(super) fn set_on(&mut self, places: Vec<Reference>, footing: Footing) {
        self.evidence.locate(places);
        self.footing = footing;
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
    /// The grade that follows from the proofs: that of the best one.
    #[must_use]
    pub fn of(proofs: &[Proof]) -> Self {
        let best = proofs.iter().map(Proof::grade).min();
        let is_decided = proofs.iter().any(|proof| proof.kind == ProofKind::Person);
        if is_decided { Self::Decided } else { best.unwrap_or(Self::C) }
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
    pub rule: RuleId,
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

    /// The first and the last row, and the columns, of the cells that it changed.
    #[must_use]
    pub fn concerned(&self) -> ((usize, usize), Vec<&'static str>) {
        match self.change.slide() {
            Some(slide) => (slide.rows, slide.columns.iter().map(|(_, to)| *to).collect()),
            None => ((self.row, self.row), vec![self.column]),
        }
    }

    /// Whether a person decided it.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.proofs.iter().any(|proof| proof.kind == ProofKind::Person)
    }
}
