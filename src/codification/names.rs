//! Names by their letters: exact, by their start or end, and similar. An index of letter triples prunes, an edit
//! distance decides.

use std::cmp::Ordering;
use std::sync::{Mutex, OnceLock, PoisonError};

use foldhash::HashMap;

use super::entry::Entry;
use super::likeness::Pattern;
use super::naming::in_order;
use super::triples::Triples;

/// One name by its letters.
#[derive(Debug)]
struct Name {
    letters: &'static str,
    /// Where the entries that bear it begin and end among the bearers.
    bearers: (usize, usize),
}

/// The names of an edition in the order of their letters.
#[derive(Debug)]
pub(super) struct Names {
    all: Vec<Name>,
    /// The entries in the order of their names, those of one name by their codes.
    bearers: Vec<&'static Entry>,
    /// The position of each name by its letters.
    places: HashMap<&'static str, usize>,
    triples: OnceLock<Triples>,
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
    /// The names of these entries.
    pub(super) fn of(entries: &'static [Entry]) -> Self {
        let mut names = Self::with_room_for(entries.len());
        for (letters, positions) in in_order(entries.iter().map(|entry| entry.nama)) {
            // An edition lasts as long as the process.
            let bearers = positions.into_iter().filter_map(|position| entries.get(position));
            names.add(Box::leak(letters.into_boxed_str()), bearers);
        }
        names
    }

    /// Reads the names that the build wrote for these entries: each line has the letters of a name, a tab, and the
    /// positions of the entries that bear it, parted by blanks. A line without a tab is left out.
    pub(super) fn built(lines: &'static str, entries: &'static [Entry]) -> Self {
        let mut names = Self::with_room_for(entries.len());
        for (letters, positions) in lines.lines().filter_map(|line| line.split_once('\t')) {
            let positions = positions.split(' ').filter_map(|position| position.parse::<usize>().ok());
            names.add(letters, positions.filter_map(|position| entries.get(position)));
        }
        names
    }

    fn with_room_for(count: usize) -> Self {
        Self {
            all: Vec::with_capacity(count),
            bearers: Vec::with_capacity(count),
            places: HashMap::with_capacity_and_hasher(count, foldhash::fast::RandomState::default()),
            triples: OnceLock::new(),
            found: Mutex::default(),
        }
    }

    /// Adds a name that comes after all others by its letters.
    fn add(&mut self, letters: &'static str, bearers: impl Iterator<Item = &'static Entry>) {
        let first = self.bearers.len();
        self.bearers.extend(bearers);
        self.places.insert(letters, self.all.len());
        self.all.push(Name { letters, bearers: (first, self.bearers.len()) });
    }

    fn bearers(&self, name: &Name) -> &[&'static Entry] {
        self.bearers.get(name.bearers.0..name.bearers.1).unwrap_or_default()
    }

    /// The entries of exactly these letters.
    pub(super) fn exact(&self, wanted: &str) -> &[&'static Entry] {
        let found = self.places.get(wanted).and_then(|place| self.all.get(*place));
        found.map(|name| self.bearers(name)).unwrap_or_default()
    }

    pub(super) fn starting_with(&self, start: &str) -> Vec<&'static Entry> {
        let from = self.all.partition_point(|name| name.letters < start);
        let found = self.all.iter().skip(from).take_while(|name| name.letters.starts_with(start));
        found.flat_map(|name| self.bearers(name).iter().copied()).collect()
    }

    pub(super) fn ending_with(&self, end: &str) -> Vec<&'static Entry> {
        let found = self.all.iter().filter(|name| name.letters.ends_with(end));
        found.flat_map(|name| self.bearers(name).iter().copied()).collect()
    }

    pub(super) fn similar(&self, wanted: &str, limit: usize, floor: f64) -> Vec<(&'static Entry, f64)> {
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
        let entries = found.into_iter().flat_map(|(likeness, index)| {
            let bearers = self.all.get(index).map(|name| self.bearers(name)).unwrap_or_default();
            bearers.iter().map(move |entry| (*entry, likeness))
        });
        entries.take(limit).collect()
    }

    /// The likeness and the position of the names that are most like the wanted letters, the best first.
    fn compared(&self, wanted: &str, limit: usize, floor: f64) -> Vec<(f64, usize)> {
        let triples = self.triples.get_or_init(|| Triples::of(self.all.iter().map(|name| name.letters)));
        let pattern = Pattern::new(wanted);
        let mut found: Vec<(f64, usize)> = Vec::new();
        let mut floor = floor;
        for index in triples.nearest(wanted, COMPARED) {
            let Some(name) = self.all.get(index) else { continue };
            let Some(likeness) = pattern.likeness(name.letters, floor) else { continue };
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
