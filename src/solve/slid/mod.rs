//! Cells that stand in other columns than those whose headers they are printed below. Assembling and placing propose;
//! here each proposal is judged, taken back where nothing proves it, and the others are put on record.

mod ground;
mod kept;
mod order;
mod pieces;
mod question;
mod record;
mod restore;
mod together;

use ground::Grounds;
use kept::Kept;
use pieces::{Piece, moved};

use crate::forms::{Law, laws};
use crate::model::{Decided, Document, Finding, Grade, NoSuchCell, Place, RawTable, Repair, Table};
use crate::solve::pins::{given, keeps_place};
use crate::solve::placing::Values;

/// The moves of a document that are to be put on record, and the cells that were left where they are printed.
#[derive(Default)]
pub(super) struct Slides {
    repairs: Vec<Repair>,
    questions: Vec<Finding>,
    /// Cells that stand below no header, with their texts.
    unplaced: Vec<(Place, String)>,
    kept: Vec<Kept>,
}

/// Puts back below its header every cell of a table whose move nothing proves, or proves too weakly, or that a person
/// refused. Gives whether any was put back: then codes and laws must be read again.
pub(super) fn judge(
    raw: &mut RawTable,
    table: &mut Table,
    index: usize,
    weakest: Grade,
    held: &[(Decided, bool)],
    slides: &mut Slides,
) -> bool {
    let mut any = false;
    // A move that is taken back may have been what another rested on. Each round takes one back at least.
    loop {
        let laws = laws(table);
        let (unproven, unwanted) = taken_back(raw, table, &laws, weakest, index, held);
        if unproven.is_empty() && unwanted.is_empty() {
            return any;
        }
        any = true;
        slides.kept.extend(unwanted.iter().filter_map(|(of, piece)| Kept::at_home(raw, index, *of, piece)));
        let unwanted = unwanted.into_iter().map(|(_, piece)| piece).collect();
        slides.questions.extend(unproven.iter().filter_map(|piece| question::unproven(raw, index, piece)));
        for pieces in [unproven, unwanted] {
            restore::restore(raw, table, &pieces);
            let without = pieces.iter().filter(|piece| piece.below.is_none());
            slides.unplaced.extend(without.map(|piece| (piece.place.clone(), piece.text.clone())));
        }
    }
}

/// The pieces whose moves are not proven, with those that moved with them, and those whose moves are refused.
fn taken_back(
    raw: &RawTable,
    table: &Table,
    laws: &[Law],
    weakest: Grade,
    index: usize,
    held: &[(Decided, bool)],
) -> (Vec<Piece>, Vec<(usize, Piece)>) {
    let rows = moved(raw);
    if rows.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let values = Values::of(table, laws, &given(held, index, table));
    let mut grounds = Grounds::of(raw, table, laws, &values, &rows);
    together::spread(&mut grounds, &rows);
    let unproven = rows.iter().flat_map(|row| grounds.unproven(row, weakest)).collect();
    (unproven, unwanted(raw, &rows, index, held))
}

/// The pieces that a person wants where they are printed, each with the index of the decision: those of a refused move,
/// and those of the rows below that slid the same way.
fn unwanted(
    raw: &RawTable,
    rows: &[Vec<Piece>],
    index: usize,
    held: &[(Decided, bool)],
) -> Vec<(usize, Piece)> {
    let named = |piece: &Piece| {
        let id = raw.columns.get(piece.to).map(|column| column.id)?;
        held.iter()
            .position(|(decided, _)| keeps_place(decided) && decided.cell() == Some((index, piece.row, id)))
    };
    let mut found = Vec::new();
    let mut above: Vec<(usize, usize, Option<usize>, usize)> = Vec::new();
    for row in rows {
        let mut here = Vec::new();
        for group in ground::groups(row) {
            let pieces: Vec<&Piece> = group.iter().filter_map(|at| row.get(*at)).collect();
            let goes_on = |piece: &Piece| {
                let up = piece.row.checked_sub(1)?;
                let alike = |(_, row, below, to): &&(usize, usize, Option<usize>, usize)| {
                    (*row, *below, *to) == (up, piece.below, piece.to)
                };
                above.iter().find(alike).map(|(of, ..)| *of)
            };
            let of = pieces.iter().find_map(|piece| named(piece).or_else(|| goes_on(piece)));
            let Some(of) = of else { continue };
            here.extend(pieces.iter().map(|piece| (of, piece.row, piece.below, piece.to)));
            found.extend(pieces.into_iter().map(|piece| (of, piece.clone())));
        }
        above = here;
    }
    found
}

/// Remembers the moves of a table that stood up to judgement.
pub(super) fn propose(
    raw: &RawTable,
    table: &Table,
    index: usize,
    held: &[(Decided, bool)],
    slides: &mut Slides,
) {
    let rows = moved(raw);
    if rows.is_empty() {
        return;
    }
    // What was put back and moved once more, and is proven now, is no question.
    let is_moved = |question: &Finding| {
        rows.iter().flatten().any(|piece| piece.is_moved() && question.source.as_ref() == Some(&piece.place))
    };
    slides.questions.retain(|question| !is_moved(question));
    let laws = laws(table);
    let values = Values::of(table, &laws, &given(held, index, table));
    let mut grounds = Grounds::of(raw, table, &laws, &values, &rows);
    together::spread(&mut grounds, &rows);
    slides.repairs.extend(record::repairs(raw, table, index, &rows, &grounds));
}

impl Slides {
    /// Holds the cells that a person wants where they are printed: nothing else changes them.
    ///
    /// # Errors
    /// Never for a document whose rows are complete.
    pub(super) fn keep(
        &mut self,
        document: &mut Document,
        held: &[(Decided, bool)],
    ) -> Result<(), NoSuchCell> {
        for (of, (decided, is_stated)) in held.iter().enumerate() {
            if *is_stated {
                self.kept.extend(Kept::stated(document, of, decided));
            }
        }
        self.kept.sort();
        self.kept.dedup();
        for kept in &self.kept {
            document.hold(kept.table, kept.row, kept.column);
            document.refuse(kept.table, kept.row, kept.column)?;
        }
        Ok(())
    }

    /// Puts the moves on record, asks about the cells that are printed where they cannot belong, and gives what was
    /// decided, as it is found again in a workbook of our own.
    ///
    /// # Errors
    /// Never for a document whose rows are complete.
    pub(super) fn apply(
        self,
        document: &mut Document,
        held: &[(Decided, bool)],
    ) -> Result<Vec<Decided>, NoSuchCell> {
        document.conservation.used = document.conservation.used.saturating_sub(self.unplaced.len());
        document.conservation.unplaced.extend(self.unplaced);
        for repair in self.repairs {
            document.record_move(repair);
        }
        for kept in self.kept.iter().filter(|kept| !kept.is_decided(held)) {
            if let Some(question) = kept.question(document) {
                document.ask_of_refused(question);
            }
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
        let (decided, kept) = kept::decided(document, held, &self.kept);
        document.kept = kept;
        Ok(decided)
    }
}
