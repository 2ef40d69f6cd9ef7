//! The columns that every year of a group has.

use super::tree::Tree;
use super::units::{ending_year, text, year_mark};
use super::words::header_letters;

/// One column of every year: what it says, the group above the years, its leaves year by year.
pub(super) struct Series {
    pub(super) words: String,
    pub(super) group: Option<String>,
    pub(super) leaves: Vec<usize>,
}

/// The series that begin at a leaf: below `Tahun 2021` and `Tahun 2022` stand `Target` and `Rp`, or one row of headers
/// says `Target Tahun 1`, `Dana Tahun 1`, `Target Tahun 2`, `Dana Tahun 2`. Empty where none begins.
pub(super) fn at(tree: &Tree, leaf: usize) -> Vec<Series> {
    let below = below_years(tree, leaf);
    if below.is_empty() { in_one_row(tree, leaf) } else { below }
}

fn below_years(tree: &Tree, leaf: usize) -> Vec<Series> {
    let above = |leaf: usize| tree.node(leaf, 1).filter(|node| year_mark(&node.text).is_some());
    let Some(first) = above(leaf) else { return Vec::new() };
    if year_mark(text(tree, leaf)).is_some() {
        return Vec::new();
    }
    let group = |leaf: usize| tree.node(leaf, 2).map(|node| node.at);
    let own = group(leaf);
    let same =
        |next: &usize| above(*next).is_some_and(|node| node.at.row == first.at.row) && group(*next) == own;
    let leaves = (leaf..tree.leaves.len()).take_while(same);
    let group = tree.node(leaf, 2).map(|node| header_letters(&node.text));
    let found = by_words(leaves.map(|leaf| (header_letters(text(tree, leaf)), leaf)), group.as_deref());
    if found.iter().all(|series| series.leaves.len() > 1) { found } else { Vec::new() }
}

/// Several columns a year, each of which ends with its year. One column a year is a unit by itself.
fn in_one_row(tree: &Tree, leaf: usize) -> Vec<Series> {
    let parent = |leaf: usize| tree.node(leaf, 1).map(|node| node.at);
    let own = parent(leaf);
    let words = |leaf: usize| {
        let (words, _) = ending_year(text(tree, leaf)).filter(|_| parent(leaf) == own)?;
        Some((header_letters(words), leaf))
    };
    let group = tree.node(leaf, 1).map(|node| header_letters(&node.text));
    let found = by_words((leaf..tree.leaves.len()).map_while(words), group.as_deref());
    let years = found.first().map_or(0, |series| series.leaves.len());
    let is_regular = found.len() > 1 && years > 1 && found.iter().all(|series| series.leaves.len() == years);
    // Year by year: what is said of the first year is not said of it once more before all else is.
    let alternates =
        found.iter().enumerate().all(|(place, series)| series.leaves.first() == Some(&(leaf + place)));
    if is_regular && alternates { found } else { Vec::new() }
}

fn by_words(leaves: impl Iterator<Item = (String, usize)>, group: Option<&str>) -> Vec<Series> {
    let mut found: Vec<Series> = Vec::new();
    for (words, leaf) in leaves {
        match found.iter_mut().find(|series| series.words == words) {
            Some(series) => series.leaves.push(leaf),
            None => found.push(Series { words, group: group.map(str::to_owned), leaves: vec![leaf] }),
        }
    }
    found
}
