//! Reading our own output back: the model must be the one that was written.

use super::solved::Solved;
use super::witness::Misprint;
use crate::model::{At, Cell, Column, Document, Kind, NoSuchCell, Place, Role, Row, Table, Tingkat};
use crate::read::{self, Limits, ReadError};
use crate::solve::SolveOptions;
use crate::write::xlsx::fitting;

/// How a written workbook differs from what it was written from.
#[derive(Debug, thiserror::Error)]
pub enum Difference {
    /// It cannot be read.
    #[error("the written workbook cannot be read")]
    Unreadable(#[from] ReadError),
    /// It cannot be cleaned.
    #[error("the written workbook cannot be cleaned")]
    Uncleanable(#[from] NoSuchCell),
    /// The tables are others.
    #[error("the written workbook holds the tables {found:?} instead of {wanted:?}")]
    Tables {
        /// The ids of the tables that were written.
        wanted: Vec<String>,
        /// The ids of the tables that were read back.
        found: Vec<String>,
    },
    /// A table has more or fewer rows.
    #[error("{table} has {found} rows in the written workbook instead of {wanted}")]
    Rows {
        /// The id of the table.
        table: String,
        /// How many rows were written.
        wanted: usize,
        /// How many were read back.
        found: usize,
    },
    /// What stands below the rows of a table is another.
    #[error("{table} has the notes {found:?} in the written workbook instead of {wanted:?}")]
    Notes {
        /// The id of the table.
        table: String,
        /// The margins and texts that were written.
        wanted: Vec<(u16, String)>,
        /// The margins and texts that were read back.
        found: Vec<(u16, String)>,
    },
    /// A cell, a code or a level says something else.
    #[error(transparent)]
    Cell(#[from] Box<Unequal>),
    /// Another reader than ours cannot read it: what that says.
    #[error("the written workbook cannot be read: {0}")]
    Witness(String),
    /// Another reader than ours finds something else in a cell.
    #[error(transparent)]
    Misprint(#[from] Box<Misprint>),
}

/// A cell of a written workbook that does not say what was written.
#[derive(Debug, thiserror::Error)]
#[error(
    "{table}, row {row} ({name}), {column}: {found:?} in the written workbook instead of {wanted:?} (read from {place})"
)]
pub struct Unequal {
    /// The id of the table.
    pub table: String,
    /// The row within the table, from 1; rows without content are not counted.
    pub row: usize,
    /// What the row is about.
    pub name: String,
    /// The id of the column, `kode` or `tingkat`.
    pub column: String,
    /// What was written.
    pub wanted: String,
    /// What was read back.
    pub found: String,
    /// Where it stands in the written workbook.
    pub place: String,
}

/// Reads a written workbook back, cleans it and compares it with the document that it was written from, in the
/// layout in which it was written. Statuses are not compared: what was repaired is clean in the output.
///
/// # Errors
/// The first difference, in the order of tables, rows and columns.
pub fn self_check(document: &Document, bytes: &[u8], options: SolveOptions) -> Result<(), Difference> {
    let workbook = read::from_bytes("hasil.xlsx", bytes, &Limits::default())?;
    // What the tables contradict is no part of what was written.
    let again = Solved::of(&workbook, options)?;
    differs(document, again.undecided()).map_or(Ok(()), Err)
}

/// The first difference between what was written and what was read back.
#[must_use]
pub fn differs(document: &Document, again: &Document) -> Option<Difference> {
    let ids = |document| filled(document).map(|table| table.id.clone()).collect::<Vec<_>>();
    let (wanted, found) = (ids(document), ids(again));
    if wanted != found {
        return Some(Difference::Tables { wanted, found });
    }
    filled(document).zip(filled(again)).find_map(|(left, right)| in_table(left, right))
}

/// The tables with rows: one without is a header only, of which there is nothing to find again.
fn filled(document: &Document) -> impl Iterator<Item = &Table> {
    document.tables.iter().filter(|table| !rows(table).is_empty())
}

/// The rows that say anything.
fn rows(table: &Table) -> Vec<&Row> {
    table.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect()
}

fn in_table(left: &Table, right: &Table) -> Option<Difference> {
    let (wanted, found) = (rows(left), rows(right));
    for (index, (old, new)) in wanted.iter().zip(&found).enumerate() {
        if let Some((column, wanted, found, place)) = in_row(left, right, old, new) {
            let name = left.columns.iter().position(|column| column.role == Role::Name);
            let name = name.and_then(|name| old.cells.get(name)).map_or("", Cell::text);
            let unequal = Unequal {
                table: left.id.clone(),
                row: index + 1,
                name: name.chars().take(60).collect(),
                column,
                wanted,
                found,
                place,
            };
            return Some(Difference::Cell(Box::new(unequal)));
        }
    }
    if wanted.len() != found.len() {
        let (wanted, found) = (wanted.len(), found.len());
        return Some(Difference::Rows { table: left.id.clone(), wanted, found });
    }
    let (wanted, found) = (notes(left), notes(right));
    (wanted != found).then(|| Difference::Notes { table: left.id.clone(), wanted, found })
}

/// The texts below the rows of a table, with their margins.
fn notes(table: &Table) -> Vec<(u16, String)> {
    let notes = table.notes.iter().flat_map(|line| &line.notes);
    notes.map(|note| (note.margin, fitting(&note.text))).collect()
}

/// Column, what was written, what was read back, and where.
type Found = (String, String, String, String);

fn in_row(left: &Table, right: &Table, old: &Row, new: &Row) -> Option<Found> {
    let at = || new.source_rows.first().map_or(At::new(0, 0), |row| At::new(row.saturating_sub(1), 0));
    let here = || Place::new(&right.sheet, at()).to_string();
    let code = |row: &Row| row.code.as_ref().map(ToString::to_string).unwrap_or_default();
    let level = |row: &Row| row.level.map(Tingkat::name).unwrap_or_default().to_owned();
    if code(old) != code(new) {
        return Some(("kode".to_owned(), code(old), code(new), here()));
    }
    if level(old) != level(new) {
        return Some(("tingkat".to_owned(), level(old), level(new), here()));
    }
    left.columns.iter().zip(&old.cells).filter(|(column, _)| column.role != Role::Code).find_map(
        |(column, cell)| {
            let nothing = Cell::default();
            let there =
                right.position(column.id).and_then(|position| new.cells.get(position)).unwrap_or(&nothing);
            if same(column, cell, there) {
                return None;
            }
            let place = there.sources().first().map_or_else(here, ToString::to_string);
            Some((column.id.to_owned(), said(cell), said(there), place))
        },
    )
}

/// Two numbers are the same whatever their typography, stacked quantities whatever the blanks between them;
/// anything else is the same text.
fn same(column: &Column, left: &Cell, right: &Cell) -> bool {
    match (left.number(), right.number()) {
        (Some(left), Some(right)) if left != right => false,
        (Some(_), Some(_)) => left.meaning().unit == right.meaning().unit,
        _ if column.kind == Kind::Measure => {
            let tight = |cell: &Cell| cell.text().split_whitespace().collect::<String>();
            tight(left) == tight(right)
        }
        _ => fitting(left.text()) == right.text(),
    }
}

fn said(cell: &Cell) -> String {
    cell.number()
        .map_or_else(|| cell.text().to_owned(), |number| format!("{} = {}", cell.text(), number.normalize()))
}
