//! The rows of offices and units in a merged plan, and the sections below them.

use super::gather::{Entry, Gathered};
use super::office::Home;
use crate::model::{Section, Tingkat};

/// The level of a merged row: that of its code, or of the head that it is.
pub(super) fn level(entry: &Entry) -> Tingkat {
    match entry {
        Entry::Head(home) if home.unit.is_some() => Tingkat::Unit,
        Entry::Head(_) => Tingkat::PerangkatDaerah,
        Entry::Group(code, _) | Entry::Leaf(code, _) => code.tingkat(),
    }
}

/// The row of the office of a unit's row.
pub(super) fn office_row(gathered: &Gathered, index: usize) -> Option<usize> {
    let is =
        |row: &usize, wanted: Tingkat| gathered.entries.get(*row).is_some_and(|entry| level(entry) == wanted);
    (0..index).rfind(|row| is(row, Tingkat::PerangkatDaerah)).filter(|_| is(&index, Tingkat::Unit))
}

/// The sections of offices and units: each from its row to the next one's.
pub(super) fn sections(gathered: &Gathered) -> Vec<Section> {
    let entries = || gathered.entries.iter().enumerate();
    let heads = entries().filter_map(|(row, entry)| match entry {
        Entry::Head(home) => Some((row, home)),
        Entry::Group(..) | Entry::Leaf(..) => None,
    });
    let heads: Vec<(usize, &Home)> = heads.collect();
    let next = |number: usize| heads.get(number + 1).map_or(gathered.entries.len(), |(next, _)| *next);
    let section = |(number, (row, home)): (usize, &(usize, &Home))| Section {
        opd: Some(home.unit.as_ref().unwrap_or(&home.office).clone()),
        code: None,
        first: *row,
        last: next(number) - 1,
        total: gathered
            .sums
            .get(row)
            .is_some_and(|sums| sums.iter().any(|tally| tally.sum.is_some()))
            .then_some(*row),
    };
    // An office of which all is its units' has no section of its own.
    let all = heads.iter().enumerate().map(section);
    all.filter(|section| section.last > section.first).collect()
}
