//! An index of the letter triples in names: it finds the few names worth an exact comparison.

use std::cmp::Reverse;

/// Letters, digits, and one for anything else.
const ALPHABET: usize = 37;

/// For each triple of letters the names that have it.
#[derive(Debug)]
pub(super) struct Triples {
    names_with: Vec<Vec<u16>>,
    /// How many different triples each name has.
    sizes: Vec<u32>,
}

impl Triples {
    /// The index of up to 65,536 names, each given as letters alone; later ones are not found.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut names_with = vec![Vec::new(); ALPHABET * ALPHABET * ALPHABET];
        let mut sizes = Vec::new();
        for (name, index) in names.zip(0..=u16::MAX) {
            let mut size = 0;
            for triple in triples(name) {
                let Some(list) = names_with.get_mut(triple) else { continue };
                // Names come in order, so one that repeats a triple stands at the end of its list.
                if list.last() != Some(&index) {
                    list.push(index);
                    size += 1;
                }
            }
            sizes.push(size);
        }
        Self { names_with, sizes }
    }

    /// The positions of the names that share the largest part of their triples with the wanted letters, the
    /// nearest first; at most `limit`.
    pub(super) fn nearest(&self, wanted: &str, limit: usize) -> Vec<usize> {
        let mut own: Vec<usize> = triples(wanted).collect();
        own.sort_unstable();
        own.dedup();
        let mut shared = vec![0_u32; self.sizes.len()];
        for triple in &own {
            for name in self.names_with.get(*triple).into_iter().flatten() {
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
    name.as_bytes().windows(3).map(|three| three.iter().fold(0, |sum, byte| sum * ALPHABET + code(*byte)))
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
