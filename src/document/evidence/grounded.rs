//! The proofs of a document, each with the places that it speaks of and the repairs that it rests on.

use super::footing::{Act, CODE, CellAt, Cells, Ground, footings};
use super::{siblings, twin};
use crate::model::{Document, Evidence, Proof, Reference, Repair};

/// Says of every proof of a document where its twins and siblings stand and what it rests on.
pub fn ground(document: &mut Document) {
    if document.repairs().is_empty() {
        return;
    }
    let located: Vec<Vec<Vec<Reference>>> = document
        .repairs()
        .iter()
        .map(|repair| repair.proofs.iter().map(|proof| located(document, repair, proof)).collect())
        .collect();
    let acts: Vec<Act> = document
        .repairs()
        .iter()
        .zip(&located)
        .map(|(repair, places)| act(document, repair, places))
        .collect();
    let footings = footings(&acts);
    let found = located.into_iter().zip(footings);
    let found = found.map(|(places, footings)| places.into_iter().zip(footings).collect()).collect();
    document.set_footings(found);
}

fn located(document: &Document, repair: &Repair, proof: &Proof) -> Vec<Reference> {
    match proof.evidence() {
        Evidence::Twin(_) => twin::located(document, repair, proof).into_iter().collect(),
        Evidence::Siblings { .. } => siblings::located(document, repair, proof),
        _ => Vec::new(),
    }
}

fn act(document: &Document, repair: &Repair, places: &[Vec<Reference>]) -> Act {
    let (rows, columns) = repair.concerned();
    let columns: Vec<usize> = columns.iter().filter_map(|id| position(document, repair.table, id)).collect();
    let cells = (rows.0..=rows.1)
        .flat_map(|row| columns.iter().map(move |column| (repair.table, row, *column)))
        .collect();
    let ground = |(proof, places): (&Proof, &Vec<Reference>)| Ground {
        grade: proof.kind.grade().max(proof.carried_grade()),
        cells: spoken_of(document, repair, proof, places.first()),
    };
    Act {
        cells,
        is_move: repair.change.slide().is_some(),
        is_decided: repair.is_decided(),
        proofs: repair.proofs.iter().zip(places).map(ground).collect(),
    }
}

/// The cells that a proof speaks of.
fn spoken_of(document: &Document, repair: &Repair, proof: &Proof, at: Option<&Reference>) -> Cells {
    match proof.evidence() {
        Evidence::Law { result, terms, sums, .. } => {
            Cells::Law { table: repair.table, result: *result, terms: terms.clone(), sums: *sums }
        }
        Evidence::Twin(_) => at.and_then(|at| cell(document, at)).map_or(Cells::None, Cells::One),
        // The name of a row is official by its code.
        Evidence::Official { .. } if repair.column != "kode" => Cells::One((repair.table, repair.row, CODE)),
        _ => Cells::None,
    }
}

fn cell(document: &Document, at: &Reference) -> Option<CellAt> {
    Some((at.table, at.row, position(document, at.table, at.column)?))
}

/// The position of a column in its table; the code of a row stands in none that a law reads.
fn position(document: &Document, table: usize, id: &str) -> Option<usize> {
    if id == "kode" { Some(CODE) } else { document.tables.get(table)?.position(id) }
}
