//! The data of proofs, compared with their words and with what stands in the places that they name.

use serde_json::Value;

use super::file::{AuditPlace, AuditProof};
use super::verify::Case;
use crate::codification::edition_named;
use crate::document::evidence::words::source;
use crate::forms::{Law, Spot};
use crate::model::{Evidence, ProofKind, letters};
use crate::rules;
use crate::value::number;

/// Whether a proof has the data of its kind, and these say what its words say and what stands there.
pub(super) fn agree(case: &Case<'_>, proof: &AuditProof) -> bool {
    proof.kind().is_some_and(|kind| has_data(kind, proof) && says_the_same(case, kind, proof))
}

/// Whether a proof has what a proof of its kind always has.
const fn has_data(kind: ProofKind, proof: &AuditProof) -> bool {
    match kind {
        ProofKind::Formula | ProofKind::Sum => proof.result.is_some(),
        ProofKind::Twin => proof.at.is_some(),
        ProofKind::Codification => proof.code.is_some(),
        ProofKind::Sibling => proof.count.is_some(),
        ProofKind::Header => proof.column.is_some(),
        ProofKind::Vocabulary => proof.words.is_some(),
        ProofKind::Typography => proof.damage.is_some(),
        // A decision that a workbook states has no id.
        ProofKind::Person => true,
    }
}

fn says_the_same(case: &Case<'_>, kind: ProofKind, proof: &AuditProof) -> bool {
    match kind {
        // Which law it is, is looked at where the law is worked out again.
        ProofKind::Formula | ProofKind::Sum => true,
        ProofKind::Twin => proof.at.as_ref().is_none_or(|at| twin(case, proof, at)),
        ProofKind::Codification => proof.code.as_ref().is_none_or(|code| official(case, proof, code)),
        ProofKind::Sibling => proof.count.is_none_or(|count| siblings(case, proof, count)),
        ProofKind::Header => proof.column.as_ref().is_none_or(|column| header(case, proof, column)),
        ProofKind::Vocabulary => proof.words.as_ref().is_none_or(|words| known(case, proof, words)),
        ProofKind::Typography => {
            proof.damage.as_ref().is_none_or(|damage| *damage == case.repair.rule || *damage == proof.text)
        }
        ProofKind::Person => proof
            .decision
            .as_ref()
            .is_none_or(|id| case.audit.decisions.iter().any(|decision| decision.id.as_ref() == Some(id))),
    }
}

/// Whether a law is the one that a proof names.
pub(super) fn is_named(case: &Case<'_>, law: &Law, proof: &AuditProof) -> bool {
    let is_at = |place: &AuditPlace, spot: Spot| {
        place.table == case.repair.table
            && place.row == Some(spot.row)
            && case.model.position(&place.column) == Some(spot.column)
    };
    proof.result.as_ref().is_some_and(|result| {
        let listed = law.terms.iter().take(Evidence::MOST_TERMS);
        is_at(result, law.result)
            && proof.relation.as_deref() == Some(law.relation.name())
            && proof.terms.len() == listed.len()
            && proof.terms.iter().zip(listed).all(|(place, spot)| is_at(place, *spot))
            && proof.more.unwrap_or_default() == law.terms.len().saturating_sub(Evidence::MOST_TERMS)
    })
}

fn place(value: &Value) -> Option<AuditPlace> {
    serde_json::from_value(value.clone()).ok()
}

/// What stands in a place.
fn text<'a>(case: &Case<'a>, place: &AuditPlace) -> Option<&'a str> {
    let table = case.audit.tables.iter().find(|table| table.id == place.table)?;
    Some(table.rows.get(place.row?)?.cells.get(&place.column)?.text.as_str())
}

/// Whether the cell that a twin's proof names is another one, of the same column and code or of the same row, and says so.
fn twin(case: &Case<'_>, proof: &AuditProof, at: &Value) -> bool {
    let Some(place) = place(at) else { return false };
    let Some(found) = text(case, &place) else { return false };
    let row = |table: &str, row: usize| {
        let table = case.audit.tables.iter().find(|other| other.id == table);
        table.and_then(|table| table.rows.get(row)).map(|row| row.code.clone())
    };
    let own = &case.repair;
    let is_other = if place.table == own.table {
        place.row == Some(own.row) && place.column != own.column
    } else {
        place.column == own.column
            && place.row.and_then(|at| row(&place.table, at)) == row(&own.table, own.row)
    };
    let said = proof.text.strip_prefix("= ").unwrap_or_default();
    let quoted = said.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
    let says = match quoted {
        Some(quoted) => letters(found) == letters(quoted),
        None => number::rupiah(found).iter().any(|reading| number::typographic(reading.value) == said),
    };
    is_other && says
}

/// Whether the code that a proof names begins its words, in the edition that they end with.
fn official(case: &Case<'_>, proof: &AuditProof, code: &str) -> bool {
    let published = match proof.of.as_deref() {
        Some("name") => !case.repair.is_by(rules::stacked_list::ID),
        Some("indicator") => case.repair.column != "kode",
        _ => false,
    };
    let said = proof.text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).map(|(_, said)| said);
    let edition = said.filter(|said| edition_named(said).is_some());
    published && proof.edition.as_deref() == edition && proof.text.starts_with(&format!("{code} = “"))
}

/// Whether the cells that are named say the text that the words quote, in the column of the repair and not in its own row.
fn siblings(case: &Case<'_>, proof: &AuditProof, count: usize) -> bool {
    let value = proof.value.as_deref().unwrap_or_default();
    let counted = proof.text.split(' ').next() == Some(&count.to_string()) || case.repair.column == "kode";
    let named = match &proof.at {
        Some(Value::Array(places)) => places.iter().map(place).collect::<Option<Vec<_>>>(),
        Some(_) => None,
        None => Some(Vec::new()),
    };
    let says = |place: &AuditPlace| {
        place.column == case.repair.column
            && place.row != Some(case.repair.row)
            && text(case, place).is_some_and(|text| letters(text) == letters(value))
    };
    let quotes = proof.text.contains('“');
    let is_own = if quotes { letters(value) == letters(&case.repair.after) } else { value.is_empty() };
    let is_whole = |places: &[AuditPlace]| {
        let is_there = case.repair.column == "kode" || places.is_empty() != quotes;
        is_there && places.is_sorted_by(|one, next| one.row < next.row)
    };
    is_own && counted && named.is_some_and(|places| is_whole(&places) && places.iter().all(says))
}

/// Whether the column is one that the repair concerns, and the address is that of the words.
fn header(case: &Case<'_>, proof: &AuditProof, column: &str) -> bool {
    let concerned = case.repair.column == column
        || case.repair.moved().is_some_and(|change| change.goals().any(|goal| goal == column));
    let at = match &proof.at {
        Some(at) => at.as_str() == Some(proof.text.as_str()),
        None => !case.repair.is_by(rules::merged_text::ID),
    };
    concerned && at
}

/// Whether the changes are those of the words.
fn known(case: &Case<'_>, proof: &AuditProof, words: &[(String, String)]) -> bool {
    let said: Vec<String> = words.iter().map(|(was, became)| format!("“{was}” → “{became}”")).collect();
    let joined = said.join("; ");
    let ends = |(was, became): &(String, String)| {
        let is_moved = case.repair.moved().is_some() && *became == proof.text;
        let is_bled =
            proof.text.starts_with(&format!("“{was}” + “")) && proof.text.ends_with(&format!("→ “{became}”"));
        is_moved || is_bled
    };
    let named = proof.source.as_deref() == Some(source(words).name());
    named
        && (proof.text == joined
            || words.is_empty() && proof.text == case.repair.rule
            || matches!(words, [only] if ends(only)))
}
