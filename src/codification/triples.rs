//! An index of the letter triples in names: it finds the few names worth an exact comparison.

use std::cmp::Reverse;

/// Letters, digits, and one for anything else.
const ALPHABET: usize = 37;

/// For each triple of letters the names that have it.
#[derive(Debug)]
pub(super) struct Triples {
    /// Where the names of each triple begin among all of them, and where those of the last end.
    starts: Vec<u32>,
    names: Vec<u16>,
    /// How many different triples each name has.
    sizes: Vec<u32>,
}

impl Triples {
    /// The index of up to 65,535 names, each given as letters alone; later ones are not found.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Self {
        let count = ALPHABET * ALPHABET * ALPHABET;
        let names = names.zip(0..u16::MAX);
        let (mut starts, mut sizes) = (vec![0_u32; count + 1], Vec::new());
        // A name that repeats a triple has it once: the last name of each triple is remembered.
        let mut last = vec![u16::MAX; count];
        for (name, index) in names.clone() {
            let mut size = 0;
            for triple in triples(name) {
                let Some(last) = last.get_mut(triple).filter(|last| **last != index) else { continue };
                *last = index;
                size += 1;
                if let Some(start) = starts.get_mut(triple + 1) {
                    *start += 1;
                }
            }
            sizes.push(size);
        }
        let mut all = 0;
        for start in &mut starts {
            all += *start;
            *start = all;
        }
        let mut found = vec![0; usize::try_from(all).unwrap_or_default()];
        let mut next = starts.clone();
        last.fill(u16::MAX);
        for (name, index) in names {
            for triple in triples(name) {
                let Some(last) = last.get_mut(triple).filter(|last| **last != index) else { continue };
                *last = index;
                let Some(next) = next.get_mut(triple) else { continue };
                if let Some(slot) = usize::try_from(*next).ok().and_then(|next| found.get_mut(next)) {
                    *slot = index;
                }
                *next += 1;
            }
        }
        Self { starts, names: found, sizes }
    }

    /// The names that have a triple, in their own order.
    fn with(&self, triple: usize) -> &[u16] {
        let bound = |triple: usize| self.starts.get(triple).and_then(|start| usize::try_from(*start).ok());
        let range = bound(triple).zip(bound(triple + 1));
        range.and_then(|(from, to)| self.names.get(from..to)).unwrap_or_default()
    }

    /// The positions of the names that share the largest part of their triples with the wanted letters, the
    /// nearest first; at most `limit`.
    pub(super) fn nearest(&self, wanted: &str, limit: usize) -> Vec<usize> {
        let mut own: Vec<usize> = triples(wanted).collect();
        own.sort_unstable();
        own.dedup();
        let mut shared = vec![0_u32; self.sizes.len()];
        for triple in &own {
            for name in self.with(*triple) {
                if let Some(count) = shared.get_mut(usize::from(*name)) {
                    *count += 1;
                }
            }
        }
        let total = u32::try_from(own.len()).unwrap_or(u32::MAX);
        let counted = shared.into_iter().zip(&self.sizes).enumerate();
        let mut ranked: Vec<(Reverse<u32>, usize)> = counted
            .filter(|(_, (count, _))| *count > 0)
            .map(|(index, (count, size))| (Reverse(count * 20_000 / (size + total)), index))
            .collect();
        if ranked.len() > limit {
            ranked.select_nth_unstable(limit);
            ranked.truncate(limit);
        }
        ranked.sort_unstable();
        ranked.into_iter().map(|(_, index)| index).collect()
    }
}

/// The triples of a name from left to right.
fn triples(name: &str) -> impl Iterator<Item = usize> {
    let mut triple = 0;
    let rolled = name.bytes().map(move |byte| {
        triple = triple % (ALPHABET * ALPHABET) * ALPHABET + code(byte);
        triple
    });
    rolled.skip(2)
}

fn code(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => usize::from(byte - b'a'),
        b'0'..=b'9' => usize::from(byte - b'0') + 26,
        _ => 36,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_comes_first_and_strangers_not_at_all() {
        let index = Triples::of(["danadesa", "danabagihasil", "pajakrokok", "dana"].into_iter());
        assert_eq!(index.nearest("danadesa", 9), [0, 3, 1]);
        assert_eq!(index.nearest("danadesa", 1), [0]);
        assert!(index.nearest("xyz", 9).is_empty());
        assert!(index.nearest("da", 9).is_empty());
    }

    #[test]
    fn equal_names_come_in_their_own_order() {
        let index = Triples::of(["rokok", "rokok", "rokok"].into_iter());
        assert_eq!(index.nearest("rokok", 2), [0, 1]);
    }
}
