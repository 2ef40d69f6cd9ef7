//! What each proof of an audit rests on, worked out again, and the grades that follow.

use super::file::{Audit, AuditPlace, AuditProof, AuditRepair};
use super::index::Index;
use super::verify::Failure;
use crate::document::evidence::footing::{Act, CODE, CellAt, Cells, Ground, footings};
use crate::forms::Spot;
use crate::model::{Footing, Grade, ProofKind, Said, Table};

/// Proofs that rest on other repairs than they say, and grades that do not follow.
pub(super) fn failures(audit: &Audit, models: &[Option<Table>], known: &Index<'_>) -> Vec<Failure> {
    let look = Look { audit, models, known };
    let acts: Vec<Act> = audit.repairs.iter().map(|repair| look.act(repair)).collect();
    let mut failures = Vec::new();
    for (repair, found) in audit.repairs.iter().zip(footings(&acts)) {
        let stated = repair.proofs.iter().zip(&found);
        let other = stated.into_iter().find(|(proof, footing)| look.ids(footing) != proof.rests_on);
        failures.extend(other.map(|(proof, _)| rests_elsewhere(repair, proof)));
        failures.extend(wrong_grade(repair, &found));
    }
    failures
}

struct Look<'a> {
    audit: &'a Audit,
    models: &'a [Option<Table>],
    known: &'a Index<'a>,
}

impl Look<'_> {
    fn table(&self, id: &str) -> Option<usize> {
        self.audit.tables.iter().position(|table| table.id == id)
    }

    fn position(&self, table: usize, id: &str) -> Option<usize> {
        if id == "kode" { Some(CODE) } else { self.models.get(table)?.as_ref()?.position(id) }
    }

    fn ids(&self, footing: &Footing) -> Vec<String> {
        footing
            .repairs
            .iter()
            .filter_map(|index| self.audit.repairs.get(*index))
            .map(|repair| repair.id.clone())
            .collect()
    }

    fn act(&self, repair: &AuditRepair) -> Act {
        let moved = repair.moved();
        let rows = moved.map_or((repair.row, repair.row), |change| change.rows);
        let columns: Vec<&str> =
            moved.map_or_else(|| vec![repair.column.as_str()], |change| change.goals().collect());
        let table = self.table(&repair.table);
        let places = table.into_iter().flat_map(|table| {
            let positions = columns.iter().filter_map(move |id| self.position(table, id));
            let positions: Vec<usize> = positions.collect();
            let last = self.audit.tables.get(table).map_or(0, |found| found.rows.len().min(rows.1 + 1));
            (rows.0..last).flat_map(move |row| {
                let cells: Vec<CellAt> = positions.iter().map(|column| (table, row, *column)).collect();
                cells
            })
        });
        let is_decided = repair.proofs.iter().any(|proof| proof.kind() == Some(ProofKind::Person));
        Act {
            cells: places.collect(),
            is_move: moved.is_some(),
            is_decided,
            proofs: repair.proofs.iter().map(|proof| self.ground(repair, table, proof)).collect(),
        }
    }

    fn ground(&self, repair: &AuditRepair, table: Option<usize>, proof: &AuditProof) -> Ground {
        let cells = table.and_then(|table| self.spoken_of(repair, table, proof));
        Ground { grade: proof.grade(), cells: cells.unwrap_or(Cells::None) }
    }

    fn spoken_of(&self, repair: &AuditRepair, table: usize, proof: &AuditProof) -> Option<Cells> {
        match proof.kind()? {
            ProofKind::Formula | ProofKind::Sum => {
                let result = proof.result.as_ref()?;
                let result = Spot { row: result.row?, column: self.position(table, &result.column)? };
                let mut laws = self.known.laws(table, result);
                let law = laws.find(|law| {
                    law.result == result && proof.relation.as_deref() == Some(law.relation.name())
                })?;
                let (terms, sums) = (law.terms.clone(), law.relation.sums_rows());
                Some(Cells::Law { table, result, terms, sums })
            }
            ProofKind::Twin => {
                let at: AuditPlace = serde_json::from_value(proof.at.clone()?).ok()?;
                let table = self.table(&at.table)?;
                Some(Cells::One((table, at.row?, self.position(table, &at.column)?)))
            }
            ProofKind::Codification if repair.column != "kode" => {
                proof.code.as_ref()?;
                Some(Cells::One((table, repair.row, CODE)))
            }
            _ => None,
        }
    }
}

fn rests_elsewhere(repair: &AuditRepair, proof: &AuditProof) -> Failure {
    let why = Said::new(
        "Bukti ini bertumpu pada perbaikan lain daripada yang disebut.",
        "This proof rests on other repairs than it names.",
    );
    Failure { proof: proof.kind().map(|kind| (kind, proof.text.clone())), ..Failure::of(repair, why) }
}

/// A grade that does not follow from the proofs and from what they rest on.
fn wrong_grade(repair: &AuditRepair, found: &[Footing]) -> Option<Failure> {
    let is_decided = repair.proofs.iter().any(|proof| proof.kind() == Some(ProofKind::Person));
    let proofs = repair.proofs.iter().zip(found);
    let graded = proofs.map(|(proof, footing)| proof.grade().max(footing.grade));
    let best = graded.min().unwrap_or(Grade::C);
    let grade = if is_decided { Grade::Decided } else { best }.name();
    (grade != repair.grade).then(|| {
        let why = Said::new(
            format!("Mutu {} tidak mengikuti buktinya; seharusnya {grade}.", repair.grade),
            format!("Grade {} does not follow from the proofs; it should be {grade}.", repair.grade),
        );
        Failure::of(repair, why)
    })
}
