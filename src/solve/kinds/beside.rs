//! Rows that say something of the row above and have no code: outcomes below programs, outputs below kegiatan and sub
//! kegiatan.

use super::facts::Facts;
use crate::model::{Tingkat, letters};
use crate::solve::codes::Outside;

/// With which word such a row may begin, before a colon or a name.
const WORDS: [(&str, Tingkat); 4] = [
    ("outcome", Tingkat::Outcome),
    ("output", Tingkat::Output),
    ("sasaran", Tingkat::Outcome),
    ("tujuan", Tingkat::Outcome),
];

/// Finds rows without a code and without an amount that hold an indicator or a target, or begin as such rows do,
/// below a row of the tree. A name like one of the codification is a row that lost its code.
pub(super) fn find(facts: &[Facts<'_>], kinds: &mut [Option<Outside>]) {
    let mut above: Option<usize> = None;
    for (index, fact) in facts.iter().enumerate() {
        let free = kinds.get(index).is_some_and(Option::is_none);
        let worded = word(fact.name);
        let says = fact.has_indicator || worded.is_some_and(|(_, colon)| colon);
        if free && fact.blank && !fact.has_amount && says && !fact.name.is_empty() && !fact.is_known() {
            let level = above.and_then(|row| facts.get(row)).and_then(Facts::level);
            let kind = match (level, worded) {
                (Some(Tingkat::Program), _) => Some(Tingkat::Outcome),
                (Some(Tingkat::Kegiatan | Tingkat::SubKegiatan), _) => Some(Tingkat::Output),
                (_, Some((level, _))) => Some(level),
                _ => None,
            };
            if let (Some(level), Some(slot)) = (kind, kinds.get_mut(index)) {
                *slot = Some(Outside::of(level, above));
                continue;
            }
        }
        if free {
            above = Some(index);
        }
    }
}

/// The kind that the first word of a name says, and whether a colon follows it.
fn word(name: &str) -> Option<(Tingkat, bool)> {
    let (head, colon) = name.split_once(':').map_or((name, false), |(head, _)| (head, true));
    let first = letters(head.split_whitespace().next().unwrap_or_default());
    WORDS.iter().find(|(word, _)| *word == first).map(|(_, level)| (*level, colon))
}
