//! The model as JSON, read into plain structs and back into tables that laws can be taken from.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::forms::{added, form};
use crate::model::{
    At, Cell, Column, Kode, Meaning, ProofKind, Role, Row, Said, Span, Table, Tingkat, Unit, UnitGround,
};

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
    pub(super) tables: Vec<AuditTable>,
    pub(super) repairs: Vec<AuditRepair>,
    pub(super) findings: Vec<AuditFinding>,
    #[serde(default)]
    pub(super) decisions: Vec<AuditDecision>,
}

/// What a person decided, and where.
#[derive(Debug, Deserialize)]
pub(super) struct AuditDecision {
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
    form: String,
    layout: String,
    #[serde(default)]
    columns: Vec<AuditColumn>,
    pub(super) rows: Vec<AuditRow>,
}

/// A column that the header of the input prints.
#[derive(Debug, Deserialize)]
struct AuditColumn {
    id: String,
    role: String,
    declared: bool,
    like: Option<String>,
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
    /// The move, if it is one.
    pub(super) fn moved(&self) -> Option<&AuditChange> {
        self.change.as_ref().filter(|change| change.is_move())
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct AuditProof {
    pub(super) kind: String,
    pub(super) text: String,
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
        self.tables.iter().map(AuditTable::model).collect()
    }
}

impl AuditProof {
    /// The kind, if it is one.
    pub(super) fn kind(&self) -> Option<ProofKind> {
        let kinds = [
            ProofKind::Formula,
            ProofKind::Sum,
            ProofKind::Twin,
            ProofKind::Codification,
            ProofKind::Sibling,
            ProofKind::Header,
            ProofKind::Vocabulary,
            ProofKind::Typography,
            ProofKind::Person,
        ];
        kinds.into_iter().find(|kind| kind.name() == self.kind)
    }
}

impl AuditTable {
    fn model(&self) -> Option<Table> {
        let form = form(&self.form)?;
        let layout = form.layouts.iter().find(|layout| layout.id == self.layout)?;
        let printed = |id: &str| self.rows.iter().any(|row| row.cells.contains_key(id));
        let optional = layout.optional.iter().filter(|column| printed(column.id));
        let added = self.columns.iter().filter(|column| !column.declared).filter_map(|column| {
            added(form, layout, &column.id, column.like.as_deref(), column.role == "money")
        });
        let columns: Vec<&'static Column> = layout.columns.iter().chain(optional).chain(added).collect();
        let rows = self.rows.iter().map(|row| row.model(&columns)).collect();
        let at = At::new(0, 0);
        Some(Table {
            id: self.id.clone(),
            form,
            layout,
            columns,
            printed: std::collections::BTreeMap::new(),
            sheet: std::sync::Arc::from(""),
            range: Span { first: at, last: at },
            titles: Vec::new(),
            unit: Unit::Rupiah,
            unit_ground: UnitGround::default(),
            sections: Vec::new(),
            rows,
        })
    }
}

impl AuditRow {
    fn model(&self, columns: &[&'static Column]) -> Row {
        let code: Option<Kode> = self.code.as_deref().and_then(|code| code.parse().ok());
        let cell = |column: &&&'static Column| {
            if column.role == Role::Code {
                let text = self.code.as_deref().or(self.printed_code.as_deref()).unwrap_or_default();
                return Cell::as_read(text, Meaning::default(), Vec::new());
            }
            self.cells.get(column.id).map_or_else(Cell::default, AuditCell::model)
        };
        Row {
            level: self.level.as_deref().and_then(Tingkat::from_name),
            code,
            of: self.of,
            source_rows: Vec::new(),
            cells: columns.iter().map(|column| cell(&column)).collect(),
            ..Row::default()
        }
    }
}

impl AuditCell {
    fn model(&self) -> Cell {
        let meaning = Meaning { number: self.number, unit: self.unit.clone(), items: Vec::new() };
        Cell::as_read(self.text.as_str(), meaning, Vec::new())
    }
}
