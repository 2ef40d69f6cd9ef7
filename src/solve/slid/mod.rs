//! Cells that stand in other columns than those whose headers they are printed below. Assembling and placing propose;
//! here each proposal is judged, taken back where nothing proves it, and the others are put on record.

mod ground;
mod pieces;
mod record;
mod restore;

use ground::Grounds;
use pieces::{Piece, moved};

use crate::forms::{Law, laws};
use crate::model::{Decided, Document, Finding, Grade, NoSuchCell, Place, RawTable, Repair, Table, Verdict};
use crate::solve::placing::Values;

/// The moves of a document that are to be put on record, and the cells that were left where they are printed.
#[derive(Default)]
pub(super) struct Slides {
    repairs: Vec<Repair>,
    questions: Vec<Finding>,
    /// Cells that stand below no header, with their texts.
    unplaced: Vec<(Place, String)>,
}

/// What a move taken back may let the next one be judged by: so often at most.
const PASSES: usize = 4;

/// The cells whose moves a person refused.
pub(super) fn refused(held: &[(Decided, bool)]) -> Vec<(usize, usize, String)> {
    let refusals = held.iter().map(|(decided, _)| decided);
    let refusals =
        refusals.filter(|decided| decided.rule == "slid-cell" && decided.verdict == Verdict::Refuse);
    refusals
        .filter_map(|decided| decided.cell().map(|(table, row, column)| (table, row, column.to_owned())))
        .collect()
}

/// Takes back every move of a table that nothing proves, or proves too weakly, or that a person refused. Whether any
/// was taken back, so that the rows are to be read again.
pub(super) fn judge(
    raw: &mut RawTable,
    table: &mut Table,
    index: usize,
    weakest: Grade,
    refused: &[(usize, usize, String)],
    slides: &mut Slides,
) -> bool {
    let mut any = false;
    for _ in 0..PASSES {
        let laws = laws(table);
        let (unproven, unwanted) = taken_back(raw, table, &laws, weakest, index, refused);
        if unproven.is_empty() && unwanted.is_empty() {
            break;
        }
        any = true;
        for (pieces, is_refused) in [(unproven, false), (unwanted, true)] {
            restore::restore(raw, table, &pieces);
            let without = pieces.iter().filter(|piece| piece.below.is_none());
            slides.unplaced.extend(without.map(|piece| (piece.place.clone(), piece.text.clone())));
            let asked = pieces.iter().filter_map(|piece| restore::question(raw, index, piece, is_refused));
            slides.questions.extend(asked);
        }
    }
    any
}

/// The pieces whose moves are not proven, with those that moved with them, and those whose moves are refused.
fn taken_back(
    raw: &RawTable,
    table: &Table,
    laws: &[Law],
    weakest: Grade,
    index: usize,
    refused: &[(usize, usize, String)],
) -> (Vec<Piece>, Vec<Piece>) {
    let rows = moved(raw);
    if rows.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let values = Values::of(table, laws);
    let grounds = Grounds::of(raw, table, laws, &values, &rows);
    let unproven = rows.iter().flat_map(|row| grounds.unproven(row, weakest)).collect();
    (unproven, unwanted(raw, &rows, index, refused))
}

/// The pieces that a person wants where they are printed: those of a refused move, and those of the rows below that
/// slid the same way.
fn unwanted(
    raw: &RawTable,
    rows: &[Vec<Piece>],
    index: usize,
    refused: &[(usize, usize, String)],
) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut above: Vec<(usize, Option<usize>, usize)> = Vec::new();
    for row in rows {
        let mut here = Vec::new();
        for group in ground::groups(row) {
            let pieces: Vec<&Piece> = group.iter().filter_map(|at| row.get(*at)).collect();
            let named = |piece: &&Piece| {
                let id = raw.columns.get(piece.to).map(|column| column.id);
                refused.iter().any(|(table, row, column)| {
                    *table == index && *row == piece.row && Some(column.as_str()) == id
                })
            };
            let goes_on = |piece: &&Piece| {
                piece.row.checked_sub(1).is_some_and(|up| above.contains(&(up, piece.below, piece.to)))
            };
            if pieces.iter().any(|piece| named(piece) || goes_on(piece)) {
                here.extend(pieces.iter().map(|piece| (piece.row, piece.below, piece.to)));
                found.extend(pieces.into_iter().cloned());
            }
        }
        above = here;
    }
    found
}

/// Remembers the moves of a table that stood up to judgement.
pub(super) fn propose(raw: &RawTable, table: &Table, index: usize, slides: &mut Slides) {
    let rows = moved(raw);
    if rows.is_empty() {
        return;
    }
    let laws = laws(table);
    let values = Values::of(table, &laws);
    let grounds = Grounds::of(raw, table, &laws, &values, &rows);
    slides.repairs.extend(record::repairs(raw, table, index, &rows, &grounds));
}

impl Slides {
    /// Puts the moves on record, and asks about the cells that are printed where they cannot belong.
    ///
    /// # Errors
    /// Never for a document whose rows are complete.
    pub(super) fn apply(self, document: &mut Document) -> Result<(), NoSuchCell> {
        document.conservation.used = document.conservation.used.saturating_sub(self.unplaced.len());
        document.conservation.unplaced.extend(self.unplaced);
        for repair in self.repairs {
            document.record_move(repair);
        }
        for question in self.questions {
            let Some(column) = question.column else { continue };
            let asked = document.findings.iter().any(|other| {
                (other.table, other.row, other.column) == (question.table, question.row, question.column)
            });
            if !asked {
                document.leave_open(question, column)?;
            }
        }
        Ok(())
    }
}
