//! What a decision takes with it: proofs that no longer hold, and repairs that rested on them alone.

use super::taken_back;
use crate::audit::{self, Failure};
use crate::model::{Document, Grade, Language, NoSuchCell, ProofKind, Said};
use crate::write::json;

/// Takes off every proof that no longer holds; a repair without a proof, or of too weak a grade, is taken back.
pub(super) fn drop_fallen_proofs(document: &mut Document, weakest: Grade) -> Result<(), NoSuchCell> {
    loop {
        let text = json::model(document, Language::English);
        let fallen = audit::verify(&text).map(|verdict| verdict.failures).unwrap_or_default();
        let mut opened: Vec<&Failure> = Vec::new();
        let mut dropped = false;
        for failure in &fallen {
            // What was opened in this round may be why this one failed: the next round knows.
            let is_near = |other: &&Failure| {
                other.table != failure.table || other.row == failure.row || other.column == failure.column
            };
            let Some((index, kind, proof)) = fallen_proof(document, failure) else { continue };
            if opened.iter().any(is_near) {
                continue;
            }
            dropped = true;
            if !drop_proof(document, index, kind, &proof, weakest)? {
                opened.push(failure);
            }
        }
        if !dropped {
            return Ok(());
        }
    }
}

/// The repair of which a proof does not hold, and the proof.
fn fallen_proof(document: &Document, failure: &Failure) -> Option<(usize, ProofKind, String)> {
    let (kind, text) = failure.proof.clone()?;
    let index = document.repairs().iter().position(|repair| {
        repair.row == failure.row
            && repair.column == failure.column
            && repair.rule == failure.rule
            && document.tables.get(repair.table).is_some_and(|table| table.id == failure.table)
            && repair.proofs.iter().any(|proof| proof.kind == kind && proof.text == text)
    })?;
    Some((index, kind, text))
}

/// Takes off a proof, and says whether the repair stands without it; if not, it is taken back.
fn drop_proof(
    document: &mut Document,
    index: usize,
    kind: ProofKind,
    proof: &str,
    weakest: Grade,
) -> Result<bool, NoSuchCell> {
    let kept = document.drop_proof(index, kind, proof);
    let Some(repair) = document.repairs().get(index).cloned() else { return Ok(true) };
    if kept && repair.grade() <= weakest {
        return Ok(true);
    }
    let message = Said::new(
        format!("Bukti untuk “{}” gugur karena keputusan lain. Periksa dan isi.", repair.after),
        format!("The proof of “{}” fell with another decision. Check and fill in.", repair.after),
    );
    let question = taken_back(document, &repair, message);
    document.take_back(index, question)?;
    Ok(false)
}
