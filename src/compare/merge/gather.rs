//! The rows of all parts in the order of their codes: parents once, what has nothing below it once an office.

use std::collections::{BTreeMap, BTreeSet};

use super::parts::{MONEY, Part, leaves, uncoded};
use crate::codification::codification;
use crate::compare::tally::{Amount, Tally, above};
use crate::model::{Edition, Kode};

/// A row of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Piece {
    pub(super) part: usize,
    pub(super) row: usize,
}

/// A merged row.
pub(super) enum Entry {
    /// A code with others below it, and every row that says something of it; none for a code that no file prints.
    Group(Kode, Vec<Piece>),
    /// A row with nothing below it in its file.
    Leaf(Kode, Piece),
}

impl Entry {
    pub(super) const fn code(&self) -> &Kode {
        match self {
            Self::Group(code, _) | Self::Leaf(code, _) => code,
        }
    }
}

/// All rows but the total.
pub(super) struct Gathered {
    pub(super) entries: Vec<Entry>,
    /// The merged row of a row; rows without a code have none.
    pub(super) home: BTreeMap<Piece, usize>,
    /// What stands below each group and at it, by its code.
    pub(super) sums: BTreeMap<Kode, [Tally; 2]>,
    /// What stands in the whole table.
    pub(super) total: [Tally; 2],
    /// Rows of groups whose own amount is counted, for nothing below them has one.
    pub(super) alone: BTreeSet<Piece>,
}

/// Sorts behind every part of a code: a row with nothing below it comes after what another office has there.
const BEHIND: &str = "~";

pub(super) fn gather(parts: &[Part<'_>]) -> Gathered {
    let leaf_codes: Vec<BTreeSet<&Kode>> = parts.iter().map(|part| leaves(part.table)).collect();
    let mut rows: BTreeMap<(Vec<String>, Option<Piece>), Entry> = BTreeMap::new();
    for (index, part) in parts.iter().enumerate() {
        for row in 0..part.table.rows.len() {
            let Some(code) = part.code(row) else { continue };
            let piece = Piece { part: index, row };
            if leaf_codes.get(index).is_some_and(|leaves| leaves.contains(code)) {
                let mut key = key(code);
                key.push(BEHIND.to_owned());
                rows.insert((key, Some(piece)), Entry::Leaf(code.clone(), piece));
            } else {
                let group = || Entry::Group(code.clone(), Vec::new());
                if let Entry::Group(_, pieces) = rows.entry((key(code), None)).or_insert_with(group) {
                    pieces.push(piece);
                }
            }
            for parent in above(code) {
                let group = || Entry::Group(parent.clone(), Vec::new());
                rows.entry((key(&parent), None)).or_insert_with(group);
            }
        }
    }
    let edition = edition(parts);
    let known = |entry: &Entry| match entry {
        Entry::Group(code, pieces) => !pieces.is_empty() || official_name(code, edition).is_some(),
        Entry::Leaf(..) => true,
    };
    let entries: Vec<Entry> = rows.into_values().filter(known).collect();
    let mut gathered = Gathered {
        home: homes(&entries),
        entries,
        sums: BTreeMap::new(),
        total: [Tally::default(); 2],
        alone: BTreeSet::new(),
    };
    add_up(parts, &mut gathered);
    gathered
}

fn key(code: &Kode) -> Vec<String> {
    code.parts().map(str::to_owned).collect()
}

fn homes(entries: &[Entry]) -> BTreeMap<Piece, usize> {
    let mut homes = BTreeMap::new();
    for (row, entry) in entries.iter().enumerate() {
        match entry {
            Entry::Group(_, pieces) => homes.extend(pieces.iter().map(|piece| (*piece, row))),
            Entry::Leaf(_, piece) => {
                homes.insert(*piece, row);
            }
        }
    }
    homes
}

fn add_up(parts: &[Part<'_>], gathered: &mut Gathered) {
    let groups: BTreeSet<Kode> = gathered
        .entries
        .iter()
        .filter(|entry| matches!(entry, Entry::Group(..)))
        .map(|entry| entry.code().clone())
        .collect();
    for (index, part) in parts.iter().enumerate() {
        let leaves = leaves(part.table);
        for (position, column) in MONEY.into_iter().enumerate() {
            let mut add = |code: &Kode, amount: Amount| {
                if let Some(tally) = gathered.sums.entry(code.clone()).or_default().get_mut(position) {
                    tally.add(amount);
                }
            };
            for (row, amount) in part.counted(column) {
                let Some(code) = part.code(row) else { continue };
                if !leaves.contains(code) {
                    gathered.alone.insert(Piece { part: index, row });
                    add(code, amount);
                }
                above(code).filter(|code| groups.contains(code)).for_each(|code| add(&code, amount));
                if let Some(total) = gathered.total.get_mut(position) {
                    total.add(amount);
                }
            }
            let lost = uncoded(part.table).filter(|row| part.amount(*row, column).is_some());
            if let Some(total) = gathered.total.get_mut(position) {
                lost.for_each(|_| total.add(Amount::Open));
            }
        }
    }
}

/// The edition that most files follow, the later one of two.
pub(super) fn edition(parts: &[Part<'_>]) -> Option<Edition> {
    usual(parts.iter().filter_map(|part| part.document.about.codification))
}

/// The most frequent value, the greatest of equally frequent ones.
pub(super) fn usual<T: Ord + Clone>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut votes: BTreeMap<T, usize> = BTreeMap::new();
    for value in values {
        *votes.entry(value).or_default() += 1;
    }
    votes.into_iter().max_by_key(|(value, count)| (*count, value.clone())).map(|(value, _)| value)
}

/// The codification's name of a code.
pub(super) fn official_name(code: &Kode, edition: Option<Edition>) -> Option<&'static str> {
    let entries = codification(edition?).by_code(code);
    // A bidang's own program 01 is not the general one of the same number.
    let own = entries.iter().find(|entry| !entry.is_general()).or(entries.first());
    own.map(|entry| entry.nama)
}
