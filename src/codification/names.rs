//! Names by their letters: exact, by their start or end, and similar. An index of letter triples prunes, an edit
//! distance decides.

use std::cmp::Ordering;
use std::hash::{DefaultHasher, Hasher as _};
use std::sync::{Mutex, OnceLock, PoisonError};

use foldhash::HashMap;

use super::entry::Entry;
use super::likeness::Pattern;
use super::triples::Triples;
use crate::model::letters;

/// One name by its letters, with the entries that bear it.
#[derive(Debug)]
struct Name {
    letters: String,
    entries: Vec<&'static Entry>,
}

/// The names of an edition in the order of their letters.
#[derive(Debug)]
pub(super) struct Names {
    all: Vec<Name>,
    /// The digest of each name's letters with its position, in the order of the digests.
    places: Vec<(u64, usize)>,
    triples: OnceLock<Triples>,
    /// What was found last: a result that is read back asks for the same names again.
    found: Mutex<HashMap<Wanted, Vec<(f64, usize)>>>,
}

/// Letters, how many names at most, and the bits of the floor.
type Wanted = (String, usize, u64);

/// How many findings are kept.
const KEPT: usize = 2000;

/// Names share long beginnings, so that comparing them takes longer than this.
fn digest(letters: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(letters.as_bytes());
    hasher.finish()
}

/// How many names at most are compared letter by letter.
const COMPARED: usize = 100;

impl Names {
    pub(super) fn of(entries: &'static [Entry]) -> Self {
        let mut keyed: Vec<(String, &'static Entry)> =
            entries.iter().map(|entry| (letters(entry.nama), entry)).collect();
        // Stable, so that entries of one name stay in code order.
        keyed.sort_by(|left, right| left.0.cmp(&right.0));
        let mut names: Vec<Name> = Vec::new();
        for (letters, entry) in keyed {
            match names.last_mut() {
                Some(last) if last.letters == letters => last.entries.push(entry),
                _ => names.push(Name { letters, entries: vec![entry] }),
            }
        }
        let mut places: Vec<(u64, usize)> =
            names.iter().enumerate().map(|(index, name)| (digest(&name.letters), index)).collect();
        places.sort_unstable();
        Self { all: names, places, triples: OnceLock::new(), found: Mutex::default() }
    }

    /// The entries of exactly these letters.
    pub(super) fn exact(&self, wanted: &str) -> &[&'static Entry] {
        let digest = digest(wanted);
        let from = self.places.partition_point(|(other, _)| *other < digest);
        let alike = self.places.iter().skip(from).take_while(|(other, _)| *other == digest);
        let names = alike.filter_map(|(_, index)| self.all.get(*index));
        let found = names.into_iter().find(|name| name.letters == wanted);
        found.map(|name| name.entries.as_slice()).unwrap_or_default()
    }

    pub(super) fn starting_with(&self, start: &str) -> Vec<&'static Entry> {
        let from = self.all.partition_point(|name| name.letters.as_str() < start);
        let found = self.all.iter().skip(from).take_while(|name| name.letters.starts_with(start));
        found.flat_map(|name| name.entries.iter().copied()).collect()
    }

    pub(super) fn ending_with(&self, end: &str) -> Vec<&'static Entry> {
        let found = self.all.iter().filter(|name| name.letters.ends_with(end));
        found.flat_map(|name| name.entries.iter().copied()).collect()
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
            let bearers = self.all.get(index).map(|name| name.entries.as_slice()).unwrap_or_default();
            bearers.iter().map(move |entry| (*entry, likeness))
        });
        entries.take(limit).collect()
    }

    /// The likeness and the position of the names that are most like the wanted letters, the best first.
    fn compared(&self, wanted: &str, limit: usize, floor: f64) -> Vec<(f64, usize)> {
        let triples =
            self.triples.get_or_init(|| Triples::of(self.all.iter().map(|name| name.letters.as_str())));
        let pattern = Pattern::new(wanted);
        let mut found: Vec<(f64, usize)> = Vec::new();
        let mut floor = floor;
        for index in triples.nearest(wanted, COMPARED) {
            let Some(name) = self.all.get(index) else { continue };
            let Some(likeness) = pattern.likeness(&name.letters, floor) else { continue };
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
