//! Lines of text that are found by their keys where they stand: nothing is made of them when the program starts. The build
//! lays them out for the tables that are built in, a process for a table of its own.

/// Lines in the order of their keys. A line is a key alone, or a key, a tab and what is told of it. Several lines may have
/// one key.
#[derive(Clone, Copy, Debug)]
pub struct Lines {
    text: &'static str,
    /// Where each line begins, and where the last one ends with its line break.
    starts: &'static [[u8; 4]],
    /// The first line of each key at the place that the key's hash tells or at one of the next, as its number plus one;
    /// nought where no key is.
    slots: &'static [[u8; 4]],
}

/// The tab that ends a key.
const TAB: char = '\t';

impl Lines {
    /// The lines of a text with the index that [`laid_out`] made for them.
    pub const fn of(text: &'static str, index: &'static [u8]) -> Self {
        let none = Self { text: "", starts: &[], slots: &[] };
        let Some((count, numbers)) = index.as_chunks::<4>().0.split_first() else { return none };
        // A number of 32 bits: the program has pointers of as many or more.
        match numbers.split_at_checked(u32::from_le_bytes(*count) as usize) {
            Some((starts, slots)) => Self { text, starts, slots },
            None => none,
        }
    }

    /// Lays out lines for the rest of the process.
    pub fn leaked(lines: Vec<String>) -> Self {
        let (text, index) = laid_out(lines);
        Self::of(Box::leak(text.into_boxed_str()), Box::leak(index.into_boxed_slice()))
    }

    /// How many lines there are.
    pub const fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// A line without its line break; nothing behind the last one.
    pub fn line(&self, position: usize) -> &'static str {
        let start = |position: usize| self.starts.get(position).copied().map(number);
        let range = start(position).zip(start(position + 1));
        range.and_then(|(from, to)| self.text.get(from..to.checked_sub(1)?)).unwrap_or_default()
    }

    /// The key of a line.
    pub fn key(&self, position: usize) -> &'static str {
        let line = self.line(position);
        line.split_once(TAB).map_or(line, |(key, _)| key)
    }

    /// What a line tells of its key.
    pub fn told(&self, position: usize) -> &'static str {
        self.line(position).split_once(TAB).map_or("", |(_, told)| told)
    }

    /// The position of the first line of a key.
    pub fn find(&self, key: &str) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash(key) & mask;
        loop {
            let position = number(*self.slots.get(at)?).checked_sub(1)?;
            if has_key(self.line(position), key) {
                return Some(position);
            }
            at = (at + 1) & mask;
        }
    }

    /// Whether a line has this key.
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// What the first line of a key tells.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        self.find(key).map(|position| self.told(position))
    }

    /// What every line of a key tells, in their order.
    pub fn all(&self, key: &str) -> impl Iterator<Item = &'static str> {
        let lines = self.find(key).into_iter().flat_map(|first| first..self.len());
        lines.map(|position| self.line(position)).map_while(move |line| {
            let told = line.strip_prefix(key)?;
            if told.is_empty() { Some(told) } else { told.strip_prefix(TAB) }
        })
    }

    /// The position of the first line whose key is not before this one.
    pub fn first_from(&self, key: &str) -> usize {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from.midpoint(to);
            if self.key(middle) < key {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }
}

/// Whether a line has this key.
fn has_key(line: &str, key: &str) -> bool {
    line.strip_prefix(key).is_some_and(|told| told.is_empty() || told.starts_with(TAB))
}

fn number(bytes: [u8; 4]) -> usize {
    usize::try_from(u32::from_le_bytes(bytes)).unwrap_or_default()
}

/// A number that is the same on every machine: the build and the program look for a key at the same place.
fn hash(key: &str) -> usize {
    /// An odd number without a pattern: the golden ratio.
    const MIXER: u64 = 0x9e37_79b9_7f4a_7c15;
    let (words, rest) = key.as_bytes().as_chunks::<8>();
    let mut last = [0; 8];
    for (into, from) in last.iter_mut().zip(rest) {
        *into = *from;
    }
    let mut hash = MIXER;
    for word in words.iter().chain([&last]) {
        hash = (hash ^ u64::from_le_bytes(*word)).wrapping_mul(MIXER);
        hash ^= hash >> 32;
    }
    // The lower half is enough for any number of lines, and every machine has it.
    usize::try_from(hash & u64::from(u32::MAX)).unwrap_or_default()
}

/// The text of lines, which are put into the order of their keys if they are not yet, and the index by which they are
/// found. Lines of one key keep their order. All numbers have four bytes, the lowest first: how many starts follow, the
/// starts, the slots.
pub fn laid_out(mut lines: Vec<String>) -> (String, Vec<u8>) {
    let key = |line: &str| line.split_once(TAB).map_or(line, |(key, _)| key).to_owned();
    lines.sort_by_key(|line| key(line));
    let (mut text, mut starts) = (String::new(), vec![0]);
    for line in &lines {
        text.push_str(line);
        text.push('\n');
        starts.push(text.len());
    }
    // A quarter full at least and half full at most.
    let mut slots = vec![0; (lines.len() * 2).next_power_of_two()];
    let mut before = None;
    for (line, place) in lines.iter().zip(1..) {
        let key = key(line);
        if before.as_ref() != Some(&key) {
            let mut at = hash(&key) & (slots.len() - 1);
            while slots.get(at).is_some_and(|place| *place != 0) {
                at = (at + 1) & (slots.len() - 1);
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = place;
            }
        }
        before = Some(key);
    }
    let numbers = std::iter::once(starts.len()).chain(starts).chain(slots);
    // No table has more than four billion bytes.
    let bytes = numbers.flat_map(|number| u32::try_from(number).unwrap_or_default().to_le_bytes());
    (text, bytes.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(lines: &[&str]) -> Lines {
        Lines::leaked(lines.iter().map(|line| (*line).to_owned()).collect())
    }

    #[test]
    fn lines_are_found_by_the_whole_of_their_keys() {
        let table = lines(&["b\t2", "ab\t1", "a", "b\t1", "abc\tx\ty", "kunci yang panjang sekali\tpanjang"]);
        assert_eq!(table.len(), 6);
        assert_eq!(table.get("abc"), Some("x\ty"));
        assert_eq!(table.get("a"), Some(""));
        assert_eq!(table.get("kunci yang panjang sekali"), Some("panjang"));
        assert_eq!(table.all("b").collect::<Vec<_>>(), ["2", "1"]);
        for key in ["", "c", "abcd", "kunci yang panjang", "b\t1"] {
            assert!(!table.has(key) && table.all(key).next().is_none(), "{key}");
        }
    }

    #[test]
    fn lines_stand_in_the_order_of_their_keys() {
        let table = lines(&["2.17.01\tz", "2.17\ty", "X.XX", "1"]);
        let keys: Vec<&str> = (0..table.len()).map(|position| table.key(position)).collect();
        assert_eq!(keys, ["1", "2.17", "2.17.01", "X.XX"]);
        assert_eq!([table.first_from("2"), table.first_from("2.17.01"), table.first_from("Y")], [1, 2, 4]);
        assert_eq!((table.told(1), table.line(9)), ("y", ""));
    }

    #[test]
    fn no_lines_have_no_keys() {
        let none = lines(&[]);
        assert!(none.len() == 0 && !none.has("") && !Lines::of("", &[]).has("a"));
    }
}
