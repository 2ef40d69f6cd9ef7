//! Compounds that a blank beside their slash or hyphen tore.

use super::Vocabulary;

/// The line with the blanks taken out around every `/` and `-` of a known compound, and what changed.
pub(super) fn closed(line: &str, vocabulary: &dyn Vocabulary) -> (String, Vec<(String, String)>) {
    let mut whole = String::with_capacity(line.len());
    let mut changes = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(['/', '-']) {
        let (before, tail) = rest.split_at(at);
        let (mark, after) = tail.split_at(1);
        whole.push_str(before);
        if let Some((torn, compound)) = compound(&whole, mark, after, vocabulary) {
            whole.truncate(whole.trim_end().len());
            changes.push((torn, compound));
            rest = after.trim_start();
        } else {
            rest = after;
        }
        whole.push_str(mark);
    }
    whole.push_str(rest);
    (whole, changes)
}

/// The compound around a mark, torn and whole, if there is a blank beside the mark and the compound is known.
fn compound(before: &str, mark: &str, after: &str, vocabulary: &dyn Vocabulary) -> Option<(String, String)> {
    let (left, right) = (before.trim_end(), after.trim_start());
    if left.len() == before.len() && right.len() == after.len() {
        return None;
    }
    let start = left.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last()?.0;
    let end = right.find(|c: char| !c.is_alphabetic()).unwrap_or(right.len());
    let whole = format!("{}{mark}{}", left.get(start..)?, right.get(..end)?);
    let torn_end = after.len() - right.len() + end;
    let torn = format!("{}{mark}{}", before.get(start..)?, after.get(..torn_end)?);
    (end > 0 && vocabulary.knows(&whole.to_lowercase())).then_some((torn, whole))
}
