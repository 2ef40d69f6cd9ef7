//! Texts that lost letters at an edge: the same cell of the same row in another table of the document tells
//! what is missing.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::meaning;
use crate::document::evidence::twin::same_text;
use crate::model::{
    Change, Column, Document, Grade, Joint, Kind, Kode, NoSuchCell, RawTable, Repair, Role, Status, Table,
    letters,
};
use crate::rules;
use crate::value::number::bled;

/// How many letters on each side of a gap must agree with the twin.
const CONTEXT: usize = 12;
/// The most letters that a gap may have lost.
const LONGEST: usize = 40;

type Key = ((&'static str, Option<Arc<str>>), &'static str, Kode);

/// Repairs texts with the help of their twins.
///
/// # Errors
/// Never for a document whose rows are complete.
pub(super) fn apply(document: &mut Document, raw: &[RawTable], weakest: Grade) -> Result<(), NoSuchCell> {
    let twins = twins(document);
    let mut repairs: Vec<(&'static Column, Repair)> = Vec::new();
    for (table, found) in document.tables.iter().enumerate() {
        for (row, cells) in found.rows.iter().enumerate() {
            let Some(code) = &cells.code else { continue };
            for (position, (column, cell)) in found.columns.iter().zip(&cells.cells).enumerate() {
                let wordy = matches!(column.kind, Kind::Text | Kind::List | Kind::Measure)
                    && column.role != Role::Unknown;
                if !wordy || cell.is_empty() || cell.is_official() || cell.status() == Status::Unresolved {
                    continue;
                }
                let key = (found.whose(), column.id, code.clone());
                let Some(twin) = twin(&twins, &key, table) else { continue };
                let beside = cells.cells.get(position + 1).and_then(|next| bled(next.text()));
                let fragments = raw
                    .get(table)
                    .and_then(|raw| raw.rows.get(row))
                    .and_then(|row| row.cells.get(position))
                    .map(Vec::as_slice)
                    .unwrap_or_default();
                let gap = fragments
                    .iter()
                    .find(|fragment| fragment.joint == Joint::Beside)
                    .map(|fragment| fragment.raw.shown());
                let after = beside
                    .and_then(|(letters, _)| with_letters(cell.text(), letters, &twin))
                    .or_else(|| gap.and_then(|right| with_gap(cell.text(), &right, &twin)));
                if let Some(after) = after {
                    repairs.push((
                        column,
                        Repair {
                            rule: rules::lost_at_edge::ID,
                            change: Change::Text,
                            table,
                            row,
                            column: column.id,
                            sources: cell.sources().to_vec(),
                            before: cell.text().to_owned(),
                            after,
                            proofs: vec![same_text(&twin)],
                        },
                    ));
                }
            }
        }
    }
    if Grade::A > weakest {
        return Ok(());
    }
    for (column, repair) in repairs {
        let meaning = meaning(column, &repair.after);
        document.repair(repair, meaning, false)?;
    }
    Ok(())
}

fn twins(document: &Document) -> BTreeMap<Key, Vec<(usize, String)>> {
    let mut twins: BTreeMap<Key, Vec<(usize, String)>> = BTreeMap::new();
    let is_one_of_several = |(_, table): &(usize, &Table)| {
        document.tables.iter().filter(|other| other.whose() == table.whose()).count() > 1
    };
    for (index, table) in document.tables.iter().enumerate().filter(is_one_of_several) {
        for row in &table.rows {
            let Some(code) = &row.code else { continue };
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let wordy = matches!(column.kind, Kind::Text | Kind::List | Kind::Measure)
                    && column.role != Role::Unknown;
                // What a person says of one table proves nothing of another.
                let open = matches!(cell.status(), Status::Unresolved | Status::Decided);
                if wordy && !cell.is_empty() && !open {
                    let key = (table.whose(), column.id, code.clone());
                    twins.entry(key).or_default().push((index, cell.text().to_owned()));
                }
            }
        }
    }
    twins
}

/// The text of the same cell in the other tables, where all of them have the same.
fn twin(twins: &BTreeMap<Key, Vec<(usize, String)>>, key: &Key, table: usize) -> Option<String> {
    let others: Vec<&String> =
        twins.get(key)?.iter().filter(|(other, _)| *other != table).map(|(_, text)| text).collect();
    let first = others.first()?;
    others.iter().all(|other| other == first).then(|| (*first).clone())
}

/// The text with letters that bled into the next cell put back where the twin has them.
fn with_letters(text: &str, bled: &str, twin: &str) -> Option<String> {
    let wanted = letters(twin);
    let places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let whole: Vec<String> = places
        .filter(|at| text.get(..*at).is_some_and(|head| head.ends_with(char::is_alphanumeric)))
        .map(|at| {
            let (head, tail) = text.split_at(at);
            format!("{head}{bled}{tail}")
        })
        .filter(|candidate| letters(candidate) == wanted)
        .collect();
    whole.into_iter().next()
}

/// The text with the words that were lost between two cells, as the twin has them.
fn with_gap(text: &str, right: &str, twin: &str) -> Option<String> {
    let right_letters = letters(right);
    let own = letters(text);
    let left_letters = own.strip_suffix(right_letters.as_str())?;
    let left_end = left_letters.get(left_letters.len().checked_sub(CONTEXT)?..)?;
    let right_start = right_letters.get(..CONTEXT.min(right_letters.len()))?;
    let positions: Vec<usize> = twin.char_indices().map(|(at, _)| at).chain([twin.len()]).collect();
    let (from, to) = positions
        .iter()
        .filter(|at| twin.get(..**at).is_some_and(|head| letters(head).ends_with(left_end)))
        .find_map(|from| {
            let rest = twin.get(*from..)?;
            let to = rest.char_indices().map(|(at, _)| at).find(|at| {
                rest.get(*at..).is_some_and(|tail| {
                    tail.starts_with(char::is_alphanumeric) && letters(tail).starts_with(right_start)
                })
            })?;
            Some((*from, from + to))
        })?;
    let missing = twin.get(from..to)?.trim_matches(|c: char| !c.is_alphanumeric());
    if missing.is_empty() || letters(missing).len() > LONGEST || right_start.len() < CONTEXT {
        return None;
    }
    let at = cut(text, left_letters.len())?;
    let (head, tail) = text.split_at(at);
    Some(format!("{} {missing} {}", head.trim_end(), tail.trim_start()))
}

/// The byte position in a text after so many bytes of its letters.
fn cut(text: &str, count: usize) -> Option<usize> {
    text.char_indices()
        .map(|(at, _)| at)
        .find(|at| text.get(..*at).is_some_and(|head| letters(head).len() == count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_bled_are_put_back_where_the_twin_has_them() {
        let whole = with_letters("0 Orang/bula 26 Orang", "n", "0 Orang/bulan\n26 Orang");
        assert_eq!(whole.as_deref(), Some("0 Orang/bulan 26 Orang"));
        assert_eq!(with_letters("0 Orang/bula 26 Orang", "n", "1 Orang/bulan"), None);
    }

    #[test]
    fn words_lost_between_two_cells_come_from_the_twin() {
        let text = "Terintegrasi dengan Sistem OSS Pertumbuhan Perizinan";
        let twin = "yang Terintegrasi dengan Sistem OSS Persentase Pertumbuhan Perizinan";
        let whole = with_gap(text, "PertumbuhanPerizinan", twin);
        assert_eq!(whole.as_deref(), Some("Terintegrasi dengan Sistem OSS Persentase Pertumbuhan Perizinan"));
    }
}
