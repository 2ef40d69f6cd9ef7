//! What proves a decided code, and which damage made the printed one of it.

use super::candidate::is_official;
use super::costs;
use super::{Decision, Decisions};
use crate::document::evidence::{official, spelling};
use crate::model::{Kode, Proof, RuleId};
use crate::rules;

/// Whether the next row is a child of the code with its exact official name.
fn has_child(below: Option<&Decision>, code: &Kode) -> bool {
    below.and_then(Decision::chosen).is_some_and(|child| {
        child.likeness >= costs::EXACT && child.code.as_ref().and_then(Kode::parent).as_ref() == Some(code)
    })
}

/// What proves a code: its official name, exact, or alike and supported by the code cells or by a child.
pub(super) fn proofs(
    decision: &Decision,
    below: Option<&Decision>,
    code: &Kode,
    decisions: &Decisions,
) -> Vec<Proof> {
    let Some(chosen) = decision.chosen() else { return Vec::new() };
    let empty = decision.evidence.printed.is_empty();
    let enough = if empty && !has_child(below, code) { costs::ALIKE_BY_NAME } else { costs::ALIKE_SUPPORTED };
    match chosen.entry {
        Some(entry) if chosen.likeness >= costs::EXACT => {
            vec![official::code(code, entry, decisions.edition, None)]
        }
        Some(entry) if chosen.likeness >= enough && (empty || chosen.misfit.is_some()) => {
            vec![official::code(code, entry, decisions.edition, Some(&decision.evidence.name))]
        }
        // Grammar alone puts no code together that is in no edition.
        _ if !empty
            && is_official(code, decisions.edition)
            && chosen.misfit.is_some_and(|misfit| misfit <= costs::SLIPS_OF_PROOF) =>
        {
            vec![spelling::only_code(rule(decision, code), &decision.evidence.shown, code)]
        }
        _ => Vec::new(),
    }
}

/// Whether two codes of one sub kegiatan differ only in how many digits their editions number it with.
pub(super) fn is_of_other_edition(printed: &Kode, code: &Kode) -> bool {
    let sub =
        |code: &Kode| code.parts().nth(5).map(|part| (part.len(), part.trim_start_matches('0').to_owned()));
    let (Some((printed_width, printed_number)), Some((width, number))) = (sub(printed), sub(code)) else {
        return false;
    };
    printed.parent() == code.parent() && printed_width != width && printed_number == number
}

/// The damage that a printed code has, if it was printed from the decided one.
pub(super) fn rule(decision: &Decision, code: &Kode) -> RuleId {
    if decision.evidence.clean.as_ref().is_some_and(|clean| is_of_other_edition(clean, code)) {
        return rules::edition_of_code::ID;
    }
    if decision.evidence.printed.is_empty() {
        return rules::missing_code::ID;
    }
    let read = decision.evidence.printed.readings().into_iter().find(|(reading, _, _)| reading == code);
    read.map_or_else(|| decision.evidence.printed.damage(code), |(_, _, rule)| rule)
}
