//! The moves of a table as repairs: one for a run of neighbouring rows whose cells slid the same way.

use super::ground::{Grounds, groups};
use super::pieces::Piece;
use crate::document::evidence::siblings;
use crate::model::{
    Cell, Change, Fragment, Grade, Place, PrintedBelow, PrintedCell, Proof, ProofKind, RawTable, Repair,
    Slide, Table,
};
use crate::rules;
use crate::solve::cells;

/// How many proofs of a kind a run keeps.
const PROOFS: usize = 3;

/// The moves of one row that stand or fall together.
struct Shift<'a> {
    row: usize,
    pieces: Vec<&'a Piece>,
    columns: Vec<(PrintedBelow, usize)>,
    proofs: Vec<Proof>,
}

/// One repair for each run of rows.
pub(super) fn repairs(
    raw: &RawTable,
    table: &Table,
    index: usize,
    rows: &[Vec<Piece>],
    grounds: &Grounds<'_>,
) -> Vec<Repair> {
    let mut runs: Vec<Vec<Shift<'_>>> = Vec::new();
    for row in rows {
        for group in groups(row) {
            let pieces: Vec<&Piece> = group.iter().filter_map(|index| row.get(*index)).collect();
            let shift = shift(raw, pieces, grounds);
            let run = runs.iter_mut().rev().take(8).find(|run| goes_on(run, &shift));
            match run {
                Some(run) => run.push(shift),
                None => runs.push(vec![shift]),
            }
        }
    }
    runs.iter().filter_map(|run| repair(raw, table, index, run)).collect()
}

fn shift<'a>(raw: &RawTable, pieces: Vec<&'a Piece>, grounds: &Grounds<'_>) -> Shift<'a> {
    let origin = |piece: &Piece| match piece.below.and_then(|below| raw.columns.get(below)) {
        Some(column) => PrintedBelow::Column(column.id),
        None => PrintedBelow::Sheet(piece.at().column),
    };
    let mut columns: Vec<(PrintedBelow, usize)> = Vec::new();
    for piece in &pieces {
        let move_ = (origin(piece), piece.to);
        if !columns.contains(&move_) {
            columns.push(move_);
        }
    }
    let owned: Vec<Piece> = pieces.iter().map(|piece| (*piece).clone()).collect();
    let row = pieces.first().map_or(0, |piece| piece.row);
    Shift { row, pieces, columns, proofs: grounds.proofs(&owned) }
}

/// Whether a row goes on with a run: it is the next one, is as sure, and what moves in both moves to the same columns.
fn goes_on(run: &[Shift<'_>], next: &Shift<'_>) -> bool {
    let Some(last) = run.last() else { return false };
    let same = |(from, to): &(PrintedBelow, usize)| {
        run.iter().flat_map(|shift| &shift.columns).all(|(old, goal)| (old == from) == (goal == to))
    };
    last.row + 1 == next.row
        && Grade::of(&last.proofs) == Grade::of(&next.proofs)
        && next.columns.iter().all(same)
        && next.columns.iter().any(|column| last.columns.contains(column))
}

fn repair(raw: &RawTable, table: &Table, index: usize, run: &[Shift<'_>]) -> Option<Repair> {
    let (first, last) = (run.first()?, run.last()?);
    let lead = first.pieces.first()?;
    let mut columns: Vec<(PrintedBelow, usize)> = Vec::new();
    let mut proofs: Vec<Proof> = Vec::new();
    for shift in run {
        for column in &shift.columns {
            if !columns.contains(column) {
                columns.push(*column);
            }
        }
        for proof in &shift.proofs {
            let alike = proofs.iter().filter(|kept| kept.kind == proof.kind).count();
            if alike < PROOFS && !proofs.contains(proof) {
                proofs.push(proof.clone());
            }
        }
    }
    columns.sort_by_key(|(_, to)| *to);
    for proof in proofs.iter_mut().filter(|proof| proof.kind == ProofKind::Sibling) {
        *proof = siblings::moved_together(columns.len());
    }
    proofs.dedup();
    let id = |to: usize| raw.columns.get(to).map(|column| column.id);
    let slide = Slide {
        rows: (first.row, last.row),
        columns: columns.iter().filter_map(|(from, to)| Some((*from, id(*to)?))).collect(),
        printed: run.iter().flat_map(|shift| printed(raw, shift)).collect(),
        unplaced: run.iter().flat_map(|shift| unplaced(shift)).collect(),
    };
    let cell = table.rows.get(first.row)?.cells.get(lead.to)?;
    let mut texts: Vec<&str> = Vec::new();
    for piece in first.pieces.iter().filter(|piece| piece.to == lead.to) {
        texts.push(&piece.text);
    }
    Some(Repair {
        rule: rules::slid_cell::ID,
        change: Change::Move(Box::new(slide)),
        table: index,
        row: first.row,
        column: id(lead.to)?,
        sources: first.pieces.iter().map(|piece| piece.place.clone()).collect(),
        before: texts.join(" "),
        after: cell.text().to_owned(),
        proofs,
    })
}

/// The cells of a row that a shift touches, as printed.
fn printed(raw: &RawTable, shift: &Shift<'_>) -> Vec<PrintedCell> {
    let mut touched: Vec<usize> =
        shift.pieces.iter().flat_map(|piece| [Some(piece.to), piece.below]).flatten().collect();
    touched.sort_unstable();
    touched.dedup();
    let cells = raw.rows.get(shift.row).map(|row| row.cells.as_slice()).unwrap_or_default();
    let moved = |fragment: &Fragment| shift.pieces.iter().any(|piece| piece.place == fragment.place);
    let at_home = |column: usize| -> Vec<Fragment> {
        let own = cells.get(column).into_iter().flatten().filter(|fragment| !moved(fragment));
        let come =
            cells.iter().flatten().filter(|fragment| moved(fragment) && fragment.below == Some(column));
        own.chain(come).cloned().collect()
    };
    touched
        .into_iter()
        .filter_map(|column| {
            let declared = raw.columns.get(column)?;
            let fragments = at_home(column);
            let cell = if fragments.is_empty() { Cell::default() } else { cells::cell(declared, &fragments) };
            Some(PrintedCell { row: shift.row, column: declared.id, cell })
        })
        .collect()
}

fn unplaced(shift: &Shift<'_>) -> Vec<(Place, String)> {
    let without = shift.pieces.iter().filter(|piece| piece.below.is_none());
    without.map(|piece| (piece.place.clone(), piece.text.clone())).collect()
}
