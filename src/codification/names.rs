//! Names by their letters: exact, by their start or end, and similar. An index of letter triples prunes, an edit
//! distance decides.

use std::cmp::Ordering;
use std::sync::{Mutex, PoisonError};

use foldhash::HashMap;

use super::likeness::Pattern;
use super::lines::Lines;
use super::naming::in_order;
use super::triples::{Triples, laid_out};

/// The names of an edition in the order of their letters.
#[derive(Debug)]
pub(super) struct Names {
    /// The letters of each name, with the positions of the entries that bear it, parted by blanks.
    lines: Lines,
    triples: Triples,
    /// What was found last: a result that is read back asks for the same names again.
    found: Mutex<HashMap<Wanted, Vec<(f64, usize)>>>,
}

/// Letters, how many names at most, and the bits of the floor.
type Wanted = (String, usize, u64);

/// How many findings are kept.
const KEPT: usize = 2000;

/// How many names at most are compared letter by letter.
const COMPARED: usize = 100;

impl Names {
    /// The names in lines, with the triples of their letters.
    pub(super) fn of(lines: Lines, triples: Triples) -> Self {
        Self { lines, triples, found: Mutex::default() }
    }

    /// Lays out the names of entries for the rest of the process.
    pub(super) fn leaked<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let lines = Lines::leaked(in_order(names));
        let triples = laid_out((0..lines.len()).map(|name| lines.key(name)));
        Self::of(lines, Triples::of(Box::leak(triples.into_boxed_slice())))
    }

    /// The positions of the entries that bear a name.
    fn bearers(&self, name: usize) -> impl Iterator<Item = usize> + use<> {
        positions(self.lines.told(name))
    }

    /// Whether a name has exactly these letters.
    pub(super) fn has(&self, letters: &str) -> bool {
        self.lines.has(letters)
    }

    /// The positions of the entries of exactly these letters.
    pub(super) fn exact(&self, letters: &str) -> impl Iterator<Item = usize> + use<> {
        positions(self.lines.get(letters).unwrap_or_default())
    }

    pub(super) fn starting_with(&self, start: &str) -> impl Iterator<Item = usize> {
        let names = self.lines.first_from(start)..self.lines.len();
        names
            .take_while(move |name| self.lines.key(*name).starts_with(start))
            .flat_map(|name| self.bearers(name))
    }

    pub(super) fn ending_with(&self, end: &str) -> impl Iterator<Item = usize> {
        let names = 0..self.lines.len();
        names.filter(move |name| self.lines.key(*name).ends_with(end)).flat_map(|name| self.bearers(name))
    }

    /// The positions of the entries whose names are like the wanted letters, with their likeness, the best first.
    pub(super) fn similar(&self, wanted: &str, limit: usize, floor: f64) -> Vec<(usize, f64)> {
        let key = (wanted.to_owned(), limit, floor.to_bits());
        let known = self.found.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        let found = known.unwrap_or_else(|| {
            let found = self.compared(wanted, limit, floor);
            let mut kept = self.found.lock().unwrap_or_else(PoisonError::into_inner);
            if kept.len() >= KEPT {
                kept.clear();
            }
            kept.insert(key, found.clone());
            found
        });
        let entries = found
            .into_iter()
            .flat_map(|(likeness, name)| self.bearers(name).map(move |entry| (entry, likeness)));
        entries.take(limit).collect()
    }

    /// The likeness and the position of the names that are most like the wanted letters, the best first.
    fn compared(&self, wanted: &str, limit: usize, floor: f64) -> Vec<(f64, usize)> {
        let pattern = Pattern::new(wanted);
        let mut found: Vec<(f64, usize)> = Vec::new();
        let mut floor = floor;
        for index in self.triples.nearest(wanted, COMPARED) {
            let Some(likeness) = pattern.likeness(self.lines.key(index), floor) else { continue };
            // The best first; of equals the one that comes first by its letters.
            let at = found.partition_point(|(other, before)| match other.total_cmp(&likeness) {
                Ordering::Equal => *before < index,
                order => order == Ordering::Greater,
            });
            found.insert(at, (likeness, index));
            found.truncate(limit);
            if found.len() == limit {
                // Only what is at least as good as the last can still be among the best.
                floor = found.last().map_or(floor, |(last, _)| floor.max(*last));
            }
        }
        found
    }
}

/// The numbers in a text, parted by blanks.
fn positions(told: &str) -> impl Iterator<Item = usize> {
    told.split(' ').filter_map(|position| position.parse().ok())
}
