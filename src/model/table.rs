//! The clean model: documents, tables, rows, cells.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::at::{Place, Span};
use super::closing::NoteLine;
use super::form::{Column, Form, Layout};
use super::kode::Kode;
use super::printed::Printed;
use super::tingkat::Tingkat;

mod about;
mod decided;
mod document;
mod fixed;
mod footing;
mod moved;
mod unit;
mod written;

pub use about::{About, Edition, EditionEvidence, EditionGround};
pub use document::{Conservation, Document, NoSuchCell};
pub use fixed::Fixed;
pub use unit::{Unit, UnitGround, UnitSaid};

/// What became of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing changed.
    #[default]
    AsIs,
    /// Repaired, grade A.
    Proven,
    /// Repaired, grade B.
    Likely,
    /// Several readings or none: the raw text is kept.
    Unresolved,
    /// A person's value, or one of which a person says that it is meant so.
    Decided,
}

impl Status {
    /// The name used in the model.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AsIs => "as_is",
            Self::Proven => "proven",
            Self::Likely => "likely",
            Self::Unresolved => "unresolved",
            Self::Decided => "decided",
        }
    }
}

/// One of several things stacked in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The text, where it is no quantity.
    pub text: Option<String>,
    /// The quantity.
    pub number: Option<Decimal>,
    /// Its unit.
    pub unit: Option<String>,
}

/// The typed meaning of a cell's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// The value, where the cell is one number.
    pub number: Option<Decimal>,
    /// Its unit.
    pub unit: Option<String>,
    /// The stacked items, where there are several.
    pub items: Vec<Item>,
}

/// One value of the clean model. Its text changes only through [`Document::repair`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    text: String,
    meaning: Meaning,
    status: Status,
    candidates: Box<[String]>,
    official: bool,
    sources: Box<[Place]>,
}

impl Cell {
    /// A cell as read: its text, what it means, and where it stands.
    #[must_use]
    pub fn as_read(text: impl Into<String>, meaning: Meaning, sources: Vec<Place>) -> Self {
        Self { text: text.into(), meaning, sources: sources.into(), ..Self::default() }
    }

    /// The clean text, or the raw one where it is unresolved; empty for an empty cell.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The number, where the cell is one number and it is settled.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        self.meaning.number
    }

    /// What the text means.
    #[must_use]
    pub fn meaning(&self) -> &Meaning {
        &self.meaning
    }

    /// What became of the cell.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// The readings of an unresolved cell.
    #[must_use]
    pub fn candidates(&self) -> &[String] {
        &self.candidates
    }

    /// Whether the name is the codification's own.
    #[must_use]
    pub fn is_official(&self) -> bool {
        self.official
    }

    /// Where the value stands in the input.
    #[must_use]
    pub fn sources(&self) -> &[Place] {
        &self.sources
    }

    /// Adds the places that are not among its own.
    fn add_sources(&mut self, sources: &[Place]) {
        for place in sources {
            if !self.sources.contains(place) {
                self.sources = self.sources.iter().chain([place]).cloned().collect();
            }
        }
    }

    /// Whether there is nothing in the cell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// One logical row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its level; `None` where neither code nor name tells.
    pub level: Option<Tingkat>,
    /// Its code.
    pub code: Option<Kode>,
    /// What became of the code.
    pub code_status: Status,
    /// The row that this one repeats or belongs to: the row that a subtotal sums up, the program of an outcome, the
    /// sub kegiatan of an output, the office of a unit.
    pub of: Option<usize>,
    /// The input rows it was put together from, 1-based.
    pub source_rows: Vec<u32>,
    /// Its cells, one per column of the table. Where the form has a code column, the text of its cell is the
    /// code, or what is printed there while the code is not settled.
    pub cells: Fixed<Cell>,
}

/// One office's part of a table that several offices share, or one unit's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The office or unit, as printed.
    pub opd: Option<String>,
    /// Its organisation code, if one is printed.
    pub code: Option<String>,
    /// Its first row.
    pub first: usize,
    /// Its last row.
    pub last: usize,
    /// The row of its total, if it has one.
    pub total: Option<usize>,
}

/// One table.
#[derive(Clone, Debug)]
pub struct Table {
    /// `T-C.33#1`: the form and a running number.
    pub id: String,
    /// Its form.
    pub form: &'static Form,
    /// Its printed arrangement.
    pub layout: &'static Layout,
    /// The columns of its rows, in order: the layout's, with the optional ones and those of its own that the input has.
    pub columns: Vec<&'static Column>,
    /// What the header of the input prints above each column, by the column's id.
    pub printed: BTreeMap<&'static str, Printed>,
    /// The sheet it starts on.
    pub sheet: Arc<str>,
    /// The range on that sheet, header included.
    pub range: Span,
    /// The title lines.
    pub titles: Vec<String>,
    /// The unit of its amounts.
    pub unit: Unit,
    /// What says so.
    pub unit_ground: UnitGround,
    /// The office that its titles name, where the tables of the document name several.
    pub office: Option<Arc<str>>,
    /// Whether whoever wrote the workbook states which of its rows are of offices and units.
    pub heads_are_stated: bool,
    /// The parts of several offices or units; empty where the table is one office's.
    pub sections: Vec<Section>,
    /// Its rows.
    pub rows: Fixed<Row>,
    /// What stands below its rows, where the form prints something there.
    pub notes: Vec<NoteLine>,
}

impl Table {
    /// Whose plan it holds: its form and its office. Tables with the same answer say the same twice.
    #[must_use]
    pub fn whose(&self) -> (&'static str, Option<Arc<str>>) {
        (self.form.id, self.office.clone())
    }

    /// The unit of the amounts of a column: the one that its own header states, else that of the table.
    #[must_use]
    pub fn unit_of(&self, id: &str) -> Unit {
        self.printed.get(id).and_then(|printed| printed.unit).unwrap_or(self.unit)
    }

    /// The position of a column.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    /// The cell of a row and a column id.
    #[must_use]
    pub fn cell(&self, row: usize, id: &str) -> Option<&Cell> {
        self.rows.get(row)?.cells.get(self.position(id)?)
    }
}
