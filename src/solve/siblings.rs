//! Places and funds repeat down their columns: one with a letter lost or doubled at a tear, or with a blank that its
//! siblings lack, becomes the text that they have.

use std::collections::BTreeMap;

use super::cells::meaning;
use super::words::{Words, has_capital_inside};
use crate::document::evidence::siblings::repeated;
use crate::model::{Cell, Change, Column, Document, Grade, NoSuchCell, Repair, Role, Status, letters};
use crate::rules;
use crate::value::words::Vocabulary;

/// How often a text must stand in its column to teach the others.
const OFTEN: usize = 3;
/// How many letters a torn copy may lack or have too many.
const MOST: usize = 2;

/// Repairs places and funds that hold a scrap of a word and differ from one frequent sibling by a letter or two, and
/// those that differ from a sibling, much more frequent than they are, in their blanks alone.
///
/// # Errors
/// Never for a document whose rows are complete.
pub(super) fn apply(document: &mut Document, words: &Words, weakest: Grade) -> Result<(), NoSuchCell> {
    if weakest < Grade::B {
        return Ok(());
    }
    let mut repairs: Vec<(&'static Column, Repair)> = Vec::new();
    for (table, found) in document.tables.iter().enumerate() {
        for (position, column) in found.columns.iter().enumerate() {
            if !matches!(column.role, Role::Location | Role::FundingSource) {
                continue;
            }
            let cells: Vec<&Cell> = found.rows.iter().filter_map(|row| row.cells.get(position)).collect();
            // Repaired cells count too: in the workbook that is written nothing tells them from the others.
            let counts = counts(cells.iter().copied());
            let frequent = frequent(&counts, words);
            // A column repeats its texts: what is found of one holds for all cells that have it.
            let mut known: foldhash::HashMap<&str, Option<(&str, usize)>> = foldhash::HashMap::default();
            for (row, cell) in cells.iter().enumerate() {
                if cell.is_empty() || cell.status() == Status::Unresolved {
                    continue;
                }
                let found = *known.entry(cell.text()).or_insert_with(|| {
                    sibling(cell, &frequent, words).or_else(|| spaced_sibling(cell, &counts, &frequent))
                });
                if let Some((sibling, count)) = found {
                    let proof = repeated(count, sibling);
                    repairs.push((
                        column,
                        Repair {
                            rule: rules::sibling_text::ID,
                            change: Change::Text,
                            table,
                            row,
                            column: column.id,
                            sources: cell.sources().to_vec(),
                            before: cell.text().to_owned(),
                            after: sibling.to_owned(),
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

/// How often each text stands in a column.
fn counts<'a>(cells: impl Iterator<Item = &'a Cell>) -> BTreeMap<&'a str, usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in cells.filter(|cell| !cell.is_empty()) {
        *counts.entry(cell.text()).or_default() += 1;
    }
    counts
}

/// A whole text of a column that stands there often.
struct Frequent<'a> {
    text: &'a str,
    count: usize,
    letters: String,
    /// How many letters.
    length: usize,
}

/// The whole texts of a column that stand there often, in the order of the texts.
struct Often<'a> {
    all: Vec<Frequent<'a>>,
    /// Their positions by what they are without blanks.
    solid: foldhash::HashMap<String, Vec<usize>>,
}

/// A text without its blanks.
fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

fn frequent<'a>(counts: &BTreeMap<&'a str, usize>, words: &Words) -> Often<'a> {
    let whole = counts.iter().filter(|(text, count)| **count >= OFTEN && scraps(text, words) == 0);
    let all: Vec<Frequent<'a>> = whole
        .map(|(text, count)| {
            let letters = letters(text);
            Frequent { text, count: *count, length: letters.chars().count(), letters }
        })
        .collect();
    let mut by_solid: foldhash::HashMap<String, Vec<usize>> = foldhash::HashMap::default();
    for (index, one) in all.iter().enumerate() {
        by_solid.entry(solid(one.text)).or_default().push(index);
    }
    Often { all, solid: by_solid }
}

/// The sibling that has the same letters with other blanks (`Kab. Suka maju`, `Kab. Sukamaju`), where it stands so
/// much more often that the other way must be the torn or the glued one.
fn spaced_sibling<'a>(
    cell: &Cell,
    counts: &BTreeMap<&str, usize>,
    frequent: &Often<'a>,
) -> Option<(&'a str, usize)> {
    let count = counts.get(cell.text()).copied().unwrap_or(1);
    let same = frequent.solid.get(&solid(cell.text()))?;
    let mut same = same
        .iter()
        .filter_map(|index| frequent.all.get(*index))
        .filter(|one| one.count >= OFTEN * count && one.text != cell.text() && !has_capital_inside(one.text));
    let first = same.next()?;
    same.next().is_none().then_some((first.text, first.count))
}

/// How many scraps a text holds: unknown words of at most three small letters.
fn scraps(text: &str, words: &Words) -> usize {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty() && word.chars().count() <= 3)
        .filter(|word| word.chars().skip(1).all(char::is_lowercase))
        .filter(|word| word.chars().count() < 2 || !words.knows(&word.to_lowercase()) || *word == "an")
        .count()
}

/// The numbers and Roman numerals of a text: `Barat I` and `Barat II` are two places, neither a slip of the other.
fn numbering(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| {
        !word.is_empty()
            && (word.chars().all(|c| "IVX".contains(c)) || word.chars().all(|c| c.is_ascii_digit()))
    })
}

/// Whether a text is a torn copy of another: it has more words, and lacks letters of the other, or repeats those beside
/// the tear. `Bae` is no `Dawe` and `Blok A` is no `Blok`: a place of its own has letters of its own.
fn is_torn(text: &str, own: &str, other: &Frequent<'_>) -> bool {
    let words = |text: &str| text.split_whitespace().count();
    words(text) > words(other.text) && (is_within(own, &other.letters) || repeats(own, &other.letters))
}

/// Whether a text is another with a few letters twice that stand side by side: `dawe` as `daawe`, `desa` as `desasa`.
fn repeats(long: &str, short: &str) -> bool {
    let (long, short): (Vec<char>, Vec<char>) = (long.chars().collect(), short.chars().collect());
    let Some(extra) = long.len().checked_sub(short.len()) else { return false };
    (0..=short.len()).any(|at| {
        let ((before, after), (first, rest)) = (short.split_at(at), long.split_at(at));
        let Some((again, rest)) = rest.split_at_checked(extra) else { return false };
        first == before && rest == after && (before.ends_with(again) || after.starts_with(again))
    })
}

/// Whether the letters of a text stand in another, in their order.
fn is_within(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|letter| rest.any(|other| other == letter))
}

fn sibling<'a>(cell: &Cell, frequent: &Often<'a>, words: &Words) -> Option<(&'a str, usize)> {
    if scraps(cell.text(), words) == 0 {
        return None;
    }
    let own = letters(cell.text());
    let length = own.chars().count();
    let near: Vec<&Frequent<'a>> = frequent
        .all
        .iter()
        .filter(|one| one.length.abs_diff(length) <= MOST && is_torn(cell.text(), &own, one))
        .filter(|one| numbering(one.text).eq(numbering(cell.text())))
        .collect();
    let [first, rest @ ..] = near.as_slice() else { return None };
    let same = rest.iter().all(|one| one.letters == first.letters);
    same.then_some((first.text, first.count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_torn_copy_has_no_letter_in_place_of_another() {
        let dawe = |text: &str| {
            let other = Frequent { text: "Dawe", count: 3, letters: "dawe".to_owned(), length: 4 };
            is_torn(text, &letters(text), &other)
        };
        assert!(dawe("Da we") && dawe("D we") && dawe("Da awe") && dawe("Dawe we"));
        assert!(!dawe("Bae") && !dawe("Awe") && !dawe("Da me") && !dawe("Dawe A") && !dawe("Dawe II"));
    }

    #[test]
    fn numerals_tell_places_apart() {
        let shown = |text| numbering(text).collect::<Vec<_>>().join(" ");
        assert_eq!(shown("Lubuk Linggau Barat I"), "I");
        assert_ne!(shown("Lubuk Linggau Barat I"), shown("Lubuk Linggau Barat II"));
        assert_eq!(shown("Dana Aloka si Umum"), shown("Dana Alokasi Umum"));
    }
}
