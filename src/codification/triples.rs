//! An index of the letter triples in names: it finds the few names worth an exact comparison.

use std::cmp::Reverse;

/// Letters, digits, and one for anything else.
const ALPHABET: usize = 37;

/// How many triples there are.
const COUNT: usize = ALPHABET * ALPHABET * ALPHABET;

/// For each triple of letters the names that have it, in bytes that the build or the process has laid out: nothing is made
/// of them.
#[derive(Clone, Copy, Debug)]
pub struct Triples {
    /// Where the names of each triple begin among all of them, and where those of the last end.
    starts: &'static [[u8; 4]],
    /// How many different triples each name has.
    sizes: &'static [[u8; 2]],
    names: &'static [[u8; 2]],
}

/// The index of up to 65,535 names, each given as letters alone; later ones are not found. All numbers have their lowest
/// byte first: how many names there are and where the names of each triple begin in four bytes, the sizes and the names
/// of the triples in two.
pub fn laid_out<'a>(names: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut with: Vec<Vec<u16>> = vec![Vec::new(); COUNT];
    let mut sizes: Vec<u16> = Vec::new();
    for (name, index) in names.zip(0..u16::MAX) {
        let mut size = 0;
        for triple in triples(name) {
            // A name that repeats a triple has it once.
            let Some(with) = with.get_mut(triple).filter(|with| with.last() != Some(&index)) else {
                continue;
            };
            with.push(index);
            size += 1;
        }
        sizes.push(size);
    }
    let ends = with.iter().scan(0, |end, with| {
        *end += with.len();
        Some(*end)
    });
    let long = [sizes.len(), 0].into_iter().chain(ends);
    let long = long.flat_map(|number| u32::try_from(number).unwrap_or_default().to_le_bytes());
    long.chain(sizes.iter().chain(with.iter().flatten()).flat_map(|number| number.to_le_bytes())).collect()
}

impl Triples {
    /// The index in bytes that [`laid_out`] made.
    pub const fn of(bytes: &'static [u8]) -> Self {
        let none = Self { starts: &[], sizes: &[], names: &[] };
        let Some((count, rest)) = bytes.split_first_chunk::<4>() else { return none };
        let Some((starts, rest)) = rest.split_at_checked((COUNT + 1) * 4) else { return none };
        // A number of 32 bits: the program has pointers of as many or more.
        match rest.as_chunks::<2>().0.split_at_checked(u32::from_le_bytes(*count) as usize) {
            Some((sizes, names)) => Self { starts: starts.as_chunks::<4>().0, sizes, names },
            None => none,
        }
    }

    /// The names that have a triple, in their own order.
    fn with(&self, triple: usize) -> &'static [[u8; 2]] {
        let bound = |triple: usize| usize::try_from(u32::from_le_bytes(*self.starts.get(triple)?)).ok();
        let range = bound(triple).zip(bound(triple + 1));
        range.and_then(|(from, to)| self.names.get(from..to)).unwrap_or_default()
    }

    /// The positions of the names that share the largest part of their triples with the wanted letters, the
    /// nearest first; at most `limit`.
    pub fn nearest(&self, wanted: &str, limit: usize) -> Vec<usize> {
        let mut own: Vec<usize> = triples(wanted).collect();
        own.sort_unstable();
        own.dedup();
        let mut shared = vec![0_u32; self.sizes.len()];
        for triple in &own {
            for name in self.with(*triple) {
                if let Some(count) = shared.get_mut(usize::from(u16::from_le_bytes(*name))) {
                    *count += 1;
                }
            }
        }
        let total = u32::try_from(own.len()).unwrap_or(u32::MAX);
        let counted = shared.into_iter().zip(self.sizes).enumerate();
        let mut ranked: Vec<(Reverse<u32>, usize)> = counted
            .filter(|(_, (count, _))| *count > 0)
            .map(|(index, (count, size))| {
                (Reverse(count * 20_000 / (u32::from(u16::from_le_bytes(*size)) + total)), index)
            })
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

    fn index(names: &[&str]) -> Triples {
        Triples::of(Box::leak(laid_out(names.iter().copied()).into_boxed_slice()))
    }

    #[test]
    fn the_nearest_name_comes_first_and_strangers_not_at_all() {
        let index = index(&["danadesa", "danabagihasil", "pajakrokok", "dana"]);
        assert_eq!(index.nearest("danadesa", 9), [0, 3, 1]);
        assert_eq!(index.nearest("danadesa", 1), [0]);
        assert!(index.nearest("xyz", 9).is_empty());
        assert!(index.nearest("da", 9).is_empty());
    }

    #[test]
    fn equal_names_come_in_their_own_order() {
        let index = index(&["rokok", "rokok", "rokok"]);
        assert_eq!(index.nearest("rokok", 2), [0, 1]);
    }
}
