//! Similar names: an index of letter triples prunes, an edit distance decides.

use std::collections::BTreeMap;

use super::entry::Entry;

/// Names by their letters, sorted, with an index of the triples that occur in each.
#[derive(Debug)]
pub(super) struct NameIndex {
    names: Vec<(String, Vec<&'static Entry>)>,
    triples: Vec<Vec<u32>>,
    sizes: Vec<u32>,
}

const ALPHABET: usize = 37;
/// How many names are compared letter by letter.
const COMPARED: usize = 60;

impl NameIndex {
    pub(super) fn new(entries: &'static [Entry]) -> Self {
        let mut by_letters: BTreeMap<String, Vec<&'static Entry>> = BTreeMap::new();
        for entry in entries {
            by_letters.entry(crate::model::letters(entry.nama)).or_default().push(entry);
        }
        let names: Vec<(String, Vec<&'static Entry>)> = by_letters.into_iter().collect();
        let mut triples = vec![Vec::new(); ALPHABET * ALPHABET * ALPHABET];
        let mut sizes = Vec::with_capacity(names.len());
        for (index, (name, _)) in names.iter().enumerate() {
            let own = triples_of(name);
            sizes.push(u32::try_from(own.len()).unwrap_or(u32::MAX));
            for triple in own {
                if let Some(list) = triples.get_mut(triple) {
                    list.push(u32::try_from(index).unwrap_or(u32::MAX));
                }
            }
        }
        Self { names, triples, sizes }
    }

    pub(super) fn similar(&self, wanted: &str, limit: usize, floor: f64) -> Vec<(&'static Entry, f64)> {
        let mut found: Vec<(f64, usize)> = self
            .pruned(wanted)
            .into_iter()
            .filter_map(|index| {
                let (name, _) = self.names.get(index)?;
                Some((strsim::normalized_levenshtein(name, wanted), index))
            })
            .filter(|(likeness, _)| *likeness >= floor)
            .collect();
        found.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| left.1.cmp(&right.1)));
        let entries = found.into_iter().flat_map(|(likeness, index)| {
            let entries = self.names.get(index).map(|(_, entries)| entries.as_slice()).unwrap_or_default();
            entries.iter().map(move |entry| (*entry, likeness))
        });
        entries.take(limit).collect()
    }

    /// The names that share most triples with the wanted one.
    fn pruned(&self, wanted: &str) -> Vec<usize> {
        let own = triples_of(wanted);
        let mut shared = vec![0_u32; self.names.len()];
        for triple in &own {
            for name in self.triples.get(*triple).into_iter().flatten() {
                let index = usize::try_from(*name).unwrap_or(usize::MAX);
                if let Some(count) = shared.get_mut(index) {
                    *count += 1;
                }
            }
        }
        let total = u32::try_from(own.len()).unwrap_or(u32::MAX);
        let mut ranked: Vec<(u32, usize)> = shared
            .into_iter()
            .enumerate()
            .filter(|(_, count)| *count > 0)
            .map(|(index, count)| {
                let size = self.sizes.get(index).copied().unwrap_or_default();
                (count * 2000 / (size + total).max(1), index)
            })
            .collect();
        ranked.sort_by_key(|(share, index)| (std::cmp::Reverse(*share), *index));
        ranked.truncate(COMPARED);
        ranked.into_iter().map(|(_, index)| index).collect()
    }

    pub(super) fn prefix(&self, start: &str) -> Vec<&'static Entry> {
        let from = self.names.partition_point(|(name, _)| name.as_str() < start);
        self.names
            .iter()
            .skip(from)
            .take_while(|(name, _)| name.starts_with(start))
            .flat_map(|(_, entries)| entries.iter().copied())
            .collect()
    }
}

/// The triples of a name, each once.
fn triples_of(name: &str) -> Vec<usize> {
    let codes: Vec<usize> = name.bytes().map(code).collect();
    let mut triples: Vec<usize> =
        codes.windows(3).map(|window| window.iter().fold(0, |sum, letter| sum * ALPHABET + letter)).collect();
    triples.sort_unstable();
    triples.dedup();
    triples
}

fn code(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => usize::from(byte - b'a'),
        b'0'..=b'9' => usize::from(byte - b'0') + 26,
        _ => 36,
    }
}
