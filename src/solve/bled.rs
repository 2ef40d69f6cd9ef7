//! Letters that bled over a cell's edge: `37 DOku me` beside `n 10,235,000`.

use super::cells::meaning;
use super::words::Words;
use crate::codification::{are_neighbours, is_word};
use crate::document::evidence;
use crate::model::{Change, Column, Document, Grade, Kind, NoSuchCell, Place, Repair, Role, Status};
use crate::rules;
use crate::value::number::bled;
use crate::value::words::Vocabulary;

/// Gives bled letters back to the word they belong to, where that makes it a known word and nothing else does.
///
/// # Errors
/// Never for a document whose rows are complete.
pub(super) fn apply(document: &mut Document, words: &Words, weakest: Grade) -> Result<(), NoSuchCell> {
    if weakest < Grade::B {
        return Ok(());
    }
    let mut repairs: Vec<(&'static Column, Repair)> = Vec::new();
    for (table, found) in document.tables.iter().enumerate() {
        for (row, cells) in found.rows.iter().enumerate() {
            for position in 1..cells.cells.len() {
                let (Some(left), Some(right)) = (cells.cells.get(position - 1), cells.cells.get(position))
                else {
                    continue;
                };
                let (Some(left_column), Some(right_column)) =
                    (found.columns.get(position - 1), found.columns.get(position))
                else {
                    continue;
                };
                let wordy = matches!(left_column.kind, Kind::Text | Kind::List | Kind::Measure);
                let unknown = left_column.role == Role::Unknown || right_column.role == Role::Unknown;
                let open = left.status() == Status::Unresolved || left.is_empty() || right.is_empty();
                if !wordy || unknown || open {
                    continue;
                }
                let Some((bled, rest)) = bled(right.text()) else { continue };
                let Some(whole) = given_back(left.text(), bled, words) else { continue };
                let mut sources: Vec<Place> = left.sources().to_vec();
                sources.extend(right.sources().iter().cloned());
                let proof = evidence::words::bled(left.text(), bled, &whole);
                repairs.push((
                    left_column,
                    Repair {
                        rule: rules::bled_text::ID,
                        change: Change::Text,
                        table,
                        row,
                        column: left_column.id,
                        sources,
                        before: left.text().to_owned(),
                        after: whole,
                        proofs: vec![proof.clone()],
                    },
                ));
                if !right_column.kind.is_numeric() {
                    repairs.push((
                        right_column,
                        Repair {
                            rule: rules::bled_text::ID,
                            change: Change::Text,
                            table,
                            row,
                            column: right_column.id,
                            sources: right.sources().to_vec(),
                            before: right.text().to_owned(),
                            after: rest.to_owned(),
                            proofs: vec![proof],
                        },
                    ));
                }
            }
        }
    }
    for (column, repair) in repairs {
        let meaning = meaning(column, &repair.after);
        document.repair(repair, meaning, false)?;
    }
    Ok(())
}

/// The last word, torn into up to three pieces, that the letters complete.
fn at_the_end(left: &str, bled: &str, words: &Words) -> Option<String> {
    let pieces: Vec<&str> = left.split(' ').collect();
    let last = pieces.last()?;
    // What the document alone teaches may be the rest of the very word that the letters complete.
    let (lower, completed) = (last.to_lowercase(), format!("{last}{bled}").to_lowercase());
    if last.len() > 2 && words.knows(&lower) && (is_word(&lower) || !is_word(&completed)) {
        return after_its_neighbour(&pieces, bled, words);
    }
    (1..=3.min(pieces.len())).find_map(|taken| {
        let (head, tail) = pieces.split_at(pieces.len() - taken);
        let word = format!("{}{bled}", tail.concat());
        let whole = word.chars().all(char::is_alphabetic) && words.knows(&word.to_lowercase());
        whole.then(|| head.iter().copied().chain([word.as_str()]).collect::<Vec<_>>().join(" "))
    })
}

/// A last word that is one by itself is completed where the word before stands beside the whole one elsewhere, and
/// never beside the printed one.
fn after_its_neighbour(pieces: &[&str], bled: &str, words: &Words) -> Option<String> {
    let (last, head) = pieces.split_last()?;
    let before = head.last()?.to_lowercase();
    let whole = format!("{last}{bled}");
    let (short, long) = (last.to_lowercase(), whole.to_lowercase());
    let sure = words.knows(&long) && words.pairs(&before, &long) && !words.knows(bled);
    let rival = are_neighbours(&before, &short);
    (sure && !rival).then(|| head.iter().copied().chain([whole.as_str()]).collect::<Vec<_>>().join(" "))
}

/// The left text with the letters given back: at its end, or to the one word inside that they complete.
fn given_back(left: &str, bled: &str, words: &Words) -> Option<String> {
    if let Some(whole) = at_the_end(left, bled, words) {
        return Some(whole);
    }
    let mut completed = Vec::new();
    let mut from = 0;
    for token in left.split_inclusive(|c: char| !c.is_alphabetic()) {
        let word = token.trim_end_matches(|c: char| !c.is_alphabetic());
        let lower = word.to_lowercase();
        if word.len() >= 2 && !words.knows(&lower) && words.knows(&format!("{lower}{bled}")) {
            completed.push(from + word.len());
        }
        from += token.len();
    }
    match completed.as_slice() {
        [at] => {
            let (head, tail) = left.split_at(*at);
            Some(format!("{head}{bled}{tail}"))
        }
        _ => None,
    }
}
