//! Cells that stay where they are printed, for a person refused that they are moved.

use super::pieces::Piece;
use super::question;
use crate::model::{Cell, Decided, Document, Finding, Place, RawTable, Verdict};
use crate::solve::pins::{is_seen_as, keeps_place};

/// A cell that a person wants where it is printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kept {
    pub(super) table: usize,
    pub(super) row: usize,
    /// The id of the column whose header it is printed below.
    pub(super) column: &'static str,
    text: String,
    source: Place,
    /// The index of the decision.
    of: usize,
}

impl Kept {
    /// A piece below its header; nothing where none stands above it.
    pub(super) fn at_home(raw: &RawTable, table: usize, of: usize, piece: &Piece) -> Option<Self> {
        let column = raw.columns.get(piece.below?)?.id;
        Some(Self {
            table,
            row: piece.row,
            column,
            text: piece.text.clone(),
            source: piece.place.clone(),
            of,
        })
    }

    /// The cell that a workbook of our own says stays where it is printed.
    pub(super) fn stated(document: &Document, of: usize, decided: &Decided) -> Option<Self> {
        let (table, row, column) = decided.cell().filter(|_| keeps_place(decided))?;
        let found = document.tables.get(table)?;
        let column = found.columns.iter().find(|known| known.id == column)?.id;
        let source = found.cell(row, column)?.sources().first()?.clone();
        Some(Self { table, row, column, text: decided.before.clone(), source, of })
    }

    /// Whether a person decided what stands there. A refused repair is about it only where its text is the one that
    /// stands there: another went with the refused move.
    pub(super) fn is_decided(&self, held: &[(Decided, bool)]) -> bool {
        let here = Some((self.table, self.row, self.column));
        held.iter().any(|(decided, _)| {
            let is_same = decided.verdict != Verdict::Refuse || is_seen_as(&decided.before, &self.text);
            !keeps_place(decided) && decided.cell() == here && is_same
        })
    }

    /// The question what belongs there.
    pub(super) fn question(&self, document: &Document) -> Option<Finding> {
        let table = document.tables.get(self.table)?;
        let column = table.columns.iter().find(|column| column.id == self.column)?;
        Some(question::refused((self.table, self.row, column), &self.text, self.source.clone()))
    }

    /// The refusal of the move as one about this cell, with all that stands there: several pieces may be printed in it.
    fn refusal(&self, document: &Document, decided: &Decided) -> Decided {
        let cell = document.tables.get(self.table).and_then(|table| table.cell(self.row, self.column));
        let before = cell.map(Cell::text).filter(|text| !text.is_empty()).unwrap_or(&self.text);
        Decided {
            row: Some(self.row),
            column: self.column.to_owned(),
            before: before.to_owned(),
            source: Some(self.source.clone()),
            made: None,
            ..decided.clone()
        }
    }
}

/// What was decided, a refused move as a refusal about the first of its cells; and the same about its other cells.
pub(super) fn decided(
    document: &Document,
    held: &[(Decided, bool)],
    kept: &[Kept],
) -> (Vec<Decided>, Vec<Decided>) {
    let mut others = Vec::new();
    let answered: Vec<&Kept> = kept.iter().filter(|kept| kept.is_decided(held)).collect();
    let decided = held.iter().enumerate().map(|(of, (decided, _))| {
        if !keeps_place(decided) {
            return decided.clone();
        }
        let mut own = kept.iter().filter(|kept| kept.of == of && !answered.contains(kept));
        let first = own.next().map(|kept| kept.refusal(document, decided));
        others.extend(own.map(|kept| kept.refusal(document, decided)));
        // Without a cell of its own it is about none in the workbook.
        let of_none = || Decided { row: None, column: String::new(), ..decided.clone() };
        Decided { made: decided.made.clone(), ..first.unwrap_or_else(of_none) }
    });
    (decided.collect(), others)
}
