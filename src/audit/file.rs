//! The model as JSON, read into plain structs.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::model::{At, Edition, Grade, Printed, ProofKind, RuleId, Said, Table};

/// Why a file cannot be verified at all.
#[derive(Debug, thiserror::Error)]
pub enum NotAnAudit {
    /// It is no JSON, or lacks what the model has.
    #[error("this is no model in JSON")]
    Unreadable(#[from] serde_json::Error),
    /// It is of another schema.
    #[error("{0:?} is not a schema that can be verified")]
    OtherSchema(String),
}

impl NotAnAudit {
    /// What to say to the person who asked.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Unreadable(error) => Said::new(
                format!("Berkas ini bukan model JSON buatan rapikan: {error}."),
                format!("This file is no JSON model made by rapikan: {error}."),
            ),
            Self::OtherSchema(schema) => Said::new(
                format!("Skema “{schema}” tidak dapat diperiksa; yang dikenal {SCHEMA}."),
                format!("The schema “{schema}” cannot be verified; {SCHEMA} is known."),
            ),
        }
    }
}

const SCHEMA: &str = "rapikan.model/1";

/// The whole audit.
#[derive(Debug, Deserialize)]
pub(super) struct Audit {
    schema: String,
    #[serde(default)]
    document: AuditDocument,
    pub(super) tables: Vec<AuditTable>,
    pub(super) repairs: Vec<AuditRepair>,
    pub(super) findings: Vec<AuditFinding>,
    #[serde(default)]
    pub(super) decisions: Vec<AuditDecision>,
}

/// What the audit says of the whole document.
#[derive(Debug, Default, Deserialize)]
struct AuditDocument {
    /// The edition of the codification that it follows.
    #[serde(default)]
    codification: Option<String>,
}

/// What a person decided, and where.
#[derive(Debug, Deserialize)]
pub(super) struct AuditDecision {
    pub(super) id: Option<String>,
    #[serde(default)]
    pub(super) stays: bool,
    /// `false` for one that met nothing.
    pub(super) followed: Option<bool>,
    #[serde(default)]
    pub(super) rule: String,
    pub(super) at: Option<AuditPlace>,
}

#[derive(Debug, Deserialize)]
pub(super) struct AuditPlace {
    pub(super) table: String,
    pub(super) row: Option<usize>,
    #[serde(default)]
    pub(super) column: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct AuditTable {
    pub(super) id: String,
    pub(super) form: String,
    pub(super) layout: String,
    /// The sheet of the input that its cells stand on, where their addresses name none.
    #[serde(default)]
    pub(super) sheet: String,
    #[serde(default)]
    pub(super) columns: Vec<AuditColumn>,
    pub(super) rows: Vec<AuditRow>,
}

/// A column that the header of the input prints.
#[derive(Debug, Deserialize)]
pub(super) struct AuditColumn {
    pub(super) id: String,
    pub(super) role: String,
    pub(super) declared: bool,
    pub(super) like: Option<String>,
    #[serde(default)]
    header: Vec<String>,
    year: Option<u16>,
    number: Option<String>,
    /// The column of the sheet that its header stands above, or the first and the last: `K`, `K:L`.
    source: Option<String>,
}

impl AuditColumn {
    /// What its header prints.
    pub(super) fn printed(&self) -> Printed {
        Printed {
            header: self.header.clone(),
            year: self.year,
            number: self.number.clone(),
            ..Printed::default()
        }
    }

    /// Whether its header stands above a column of the sheet.
    pub(super) fn is_above(&self, column: u16) -> bool {
        let sheet_column = |letters: &str| format!("{letters}1").parse::<At>().ok().map(|at| at.column);
        let span = self.source.as_deref().map(|source| source.split_once(':').unwrap_or((source, source)));
        let span = span.and_then(|(first, last)| sheet_column(first).zip(sheet_column(last)));
        span.is_some_and(|(first, last)| (first..=last).contains(&column))
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct AuditRow {
    pub(super) level: Option<String>,
    pub(super) code: Option<String>,
    pub(super) code_status: Option<String>,
    pub(super) printed_code: Option<String>,
    pub(super) of: Option<usize>,
    pub(super) cells: BTreeMap<String, AuditCell>,
}

#[derive(Debug, Deserialize)]
pub(super) struct AuditCell {
    pub(super) text: String,
    #[serde(default, deserialize_with = "decimal")]
    pub(super) number: Option<Decimal>,
    /// What the number counts, where it is no money.
    pub(super) unit: Option<String>,
    #[serde(default)]
    pub(super) items: Vec<serde::de::IgnoredAny>,
    pub(super) status: String,
    pub(super) source: Option<String>,
    /// The range of a value that stands in a merge over several rows.
    pub(super) merged: Option<String>,
}

fn decimal<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
    let text: Option<String> = Deserialize::deserialize(deserializer)?;
    text.map(|text| text.parse().map_err(serde::de::Error::custom)).transpose()
}

#[derive(Debug, Deserialize)]
pub(super) struct AuditRepair {
    #[serde(default)]
    pub(super) id: String,
    pub(super) rule: String,
    pub(super) grade: String,
    pub(super) table: String,
    pub(super) row: usize,
    pub(super) column: String,
    pub(super) source: Option<String>,
    pub(super) before: String,
    pub(super) after: String,
    pub(super) proofs: Vec<AuditProof>,
    /// What was changed, where it is not the text of the cell.
    pub(super) change: Option<AuditChange>,
}

#[derive(Debug, Deserialize)]
pub(super) struct AuditChange {
    kind: String,
    #[serde(default)]
    pub(super) rows: (usize, usize),
    #[serde(default)]
    pub(super) columns: Vec<(String, String)>,
}

impl AuditChange {
    pub(super) fn is_move(&self) -> bool {
        self.kind == "move"
    }

    /// The ids of the columns to which something moved.
    pub(super) fn goals(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(_, to)| to.as_str())
    }

    pub(super) fn holds_row(&self, row: usize) -> bool {
        (self.rows.0..=self.rows.1).contains(&row)
    }
}

impl AuditRepair {
    /// Whether a rule made it.
    pub(super) fn is_by(&self, rule: RuleId) -> bool {
        self.rule == rule.as_str()
    }

    /// The move, if it is one.
    pub(super) fn moved(&self) -> Option<&AuditChange> {
        self.change.as_ref().filter(|change| change.is_move())
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct AuditProof {
    pub(super) kind: String,
    pub(super) text: String,
    /// How the result of a law follows from its terms.
    pub(super) relation: Option<String>,
    pub(super) result: Option<AuditPlace>,
    #[serde(default)]
    pub(super) terms: Vec<AuditPlace>,
    /// How many further terms there are.
    pub(super) more: Option<usize>,
    /// Where twins, siblings or a merge stand.
    pub(super) at: Option<serde_json::Value>,
    pub(super) code: Option<String>,
    pub(super) edition: Option<String>,
    /// Whether it is the name or the indicator of the code that is published.
    pub(super) of: Option<String>,
    pub(super) value: Option<String>,
    pub(super) count: Option<usize>,
    pub(super) column: Option<String>,
    pub(super) words: Option<Vec<(String, String)>>,
    /// Where the words are known from.
    pub(super) source: Option<String>,
    pub(super) damage: Option<String>,
    pub(super) decision: Option<String>,
    /// The ids of the repairs without which it would not hold.
    #[serde(default)]
    pub(super) rests_on: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct AuditFinding {
    pub(super) rule: String,
    pub(super) table: Option<String>,
    pub(super) row: Option<usize>,
    pub(super) column: Option<String>,
}

impl Audit {
    /// Reads an audit.
    pub(super) fn parse(json: &str) -> Result<Self, NotAnAudit> {
        let audit: Self = serde_json::from_str(json)?;
        if audit.schema == SCHEMA { Ok(audit) } else { Err(NotAnAudit::OtherSchema(audit.schema)) }
    }

    /// The tables with their laws' view of them; `None` where the form or layout is not known.
    pub(super) fn models(&self) -> Vec<Option<Table>> {
        let followed = self.document.codification.as_deref();
        let is_legacy =
            Edition::ALL.iter().any(|edition| edition.is_legacy() && followed == Some(edition.name()));
        self.tables.iter().map(|table| table.model(is_legacy)).collect()
    }
}

impl AuditProof {
    /// The grade that its kind gives by itself.
    pub(super) fn grade(&self) -> Grade {
        self.kind().map_or(Grade::C, ProofKind::grade)
    }

    /// The kind, if it is one.
    pub(super) fn kind(&self) -> Option<ProofKind> {
        ProofKind::ALL.into_iter().find(|kind| kind.name() == self.kind)
    }
}
