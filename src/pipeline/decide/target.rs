//! Which repair a person's refusal is about.

use super::Undecided;
use crate::model::{Decision, Repair};

/// Whether two repairs are of one cell.
pub(super) fn same_cell(left: &Repair, right: &Repair) -> bool {
    left.table == right.table && left.row == right.row && left.column == right.column
}

/// The repair that a refusal is about: the one of its id, else the only one that reads as it says.
pub(super) fn target(named: &[(String, Repair)], decision: &Decision) -> Result<Repair, Undecided> {
    let Decision::Refuse { id, sources, before, after } = decision else {
        return Err(Undecided::Unmet { place: String::new(), text: String::new() });
    };
    if let Some((_, repair)) = named.iter().find(|(name, _)| name == id) {
        return Ok(repair.clone());
    }
    let matches = |repair: &Repair| {
        let same = |left: &str, right: &str| seen(left) == seen(right);
        !sources.is_empty()
            && same(&repair.before, before)
            && same(&repair.after, after)
            && same(&shown_sources(repair), sources)
    };
    let mut found = named.iter().map(|(_, repair)| repair).filter(|repair| matches(repair));
    let place = if sources.is_empty() { id } else { sources };
    match (found.next(), found.next()) {
        (Some(repair), None) => Ok(repair.clone()),
        (None, _) => Err(Undecided::Unmet { place: place.clone(), text: before.clone() }),
        _ => Err(Undecided::Several(place.clone())),
    }
}

/// What of a text is seen: a program that saved the audit may have changed its blanks.
fn seen(text: &str) -> String {
    text.replace("_x000D_", "").chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

/// The cells that a repair was made from, as the audit lists them.
#[must_use]
pub fn shown_sources(repair: &Repair) -> String {
    repair.sources.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
