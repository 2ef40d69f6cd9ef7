//! The best way to cut a stretch of letters into words, by dynamic programming over the whole stretch.

use super::Vocabulary;
use super::letters::{Stretch, UNKNOWN};

/// A way must be this much better than the next one.
const MARGIN: u32 = 2;
const LONGEST_WORD: usize = 40;
const MOST_ROUNDS: usize = 4;

/// The stretch with its words whole.
pub(super) struct Found {
    pub text: String,
    pub changes: Vec<(String, String)>,
}

/// One way to cut a span: its cost, and where words end.
#[derive(Clone, Debug, Default)]
struct Way {
    cost: u32,
    ends: Vec<usize>,
}

/// A cost, where the last word begins, and which of the ways to there it continues.
type Entry = (u32, usize, usize);

/// Mends a stretch of letters and single blanks, again and again until nothing changes: what was left alone
/// beside a torn word may be clear once that word is whole.
pub(super) fn mend(text: &str, vocabulary: &dyn Vocabulary) -> Found {
    let mut found = Found { text: text.to_owned(), changes: Vec::new() };
    for _ in 0..MOST_ROUNDS {
        let once = mend_once(&found.text, vocabulary);
        if once.changes.is_empty() {
            break;
        }
        found.text = once.text;
        found.changes.extend(once.changes);
    }
    found
}

fn mend_once(text: &str, vocabulary: &dyn Vocabulary) -> Found {
    let stretch = Stretch::of(text, vocabulary);
    if stretch.is_settled() {
        // Known words are neither parted nor joined: there is one way only.
        return Found { text: text.to_owned(), changes: Vec::new() };
    }
    let mut found = Found { text: String::with_capacity(text.len()), changes: Vec::new() };
    let mut start = 0;
    for island in stretch.islands() {
        let before = stretch.printed(start, island);
        let after = stretch.mended(start, island);
        if start > 0 {
            found.text.push(' ');
        }
        found.text.push_str(after.as_deref().unwrap_or(&before));
        if let Some(after) = after {
            found.changes.push((before, after));
        }
        start = island;
    }
    found
}

impl Stretch<'_> {
    /// Where the stretch falls into parts that can be mended one by one: the ends of words of the best way
    /// that begin and end at printed blanks, where that word is printed so.
    fn islands(&self) -> Vec<usize> {
        let end = self.letters.len();
        let way = self.ways(0, end).into_iter().next().unwrap_or_default();
        let mut islands: Vec<usize> = Vec::new();
        let mut from = 0;
        for to in way.ends {
            if self.is_whole(from, to) {
                if from > 0 && islands.last() != Some(&from) && self.is_edge(from) {
                    islands.push(from);
                }
                islands.push(to);
            }
            from = to;
        }
        if islands.last() != Some(&end) {
            islands.push(end);
        }
        islands
    }

    /// The span mended, if one way is clearly the best and differs from the print.
    fn mended(&self, start: usize, end: usize) -> Option<String> {
        let ways = self.ways(start, end);
        let best = ways.first()?;
        let clear = ways.get(1).is_none_or(|second| second.cost >= best.cost + MARGIN);
        let mut words = Vec::new();
        let mut from = start;
        for &to in &best.ends {
            words.push(self.solid(from, to));
            from = to;
        }
        let text = words.join(" ");
        (clear && text != self.printed(start, end)).then_some(text)
    }

    /// The two cheapest ways to cut a span into words, the cheapest first.
    fn ways(&self, start: usize, end: usize) -> Vec<Way> {
        // Each entry: cost, where the last word begins, which of the ways to there it continues.
        let mut table: Vec<Vec<Entry>> = vec![vec![(0, start, 0)]];
        for to in start + 1..=end {
            let mut entries = Vec::new();
            if self.may_cut(to) {
                for from in (start.max(to.saturating_sub(LONGEST_WORD))..to).rev() {
                    let ways = table.get(from - start).map_or(&[][..], Vec::as_slice);
                    let Some(price) = (!ways.is_empty()).then(|| self.price(from, to)).flatten() else {
                        continue;
                    };
                    let longer = ways.iter().enumerate().map(|(rank, way)| (way.0 + price, from, rank));
                    entries.extend(longer);
                }
                self.whole_token(start, to, &table, &mut entries);
                entries.sort_unstable_by_key(|entry| entry.0);
                entries.truncate(2);
            }
            table.push(entries);
        }
        let ranks = table.last().map_or(0, Vec::len);
        (0..ranks).filter_map(|rank| trace(&table, start, rank)).collect()
    }

    /// A printed word longer than any word is still one way.
    fn whole_token(&self, start: usize, to: usize, table: &[Vec<Entry>], entries: &mut Vec<Entry>) {
        if !self.is_edge(to) {
            return;
        }
        let from = (start..to).rev().find(|from| self.is_edge(*from)).unwrap_or(start);
        if to - from > LONGEST_WORD {
            let ways = table.get(from - start).map_or(&[][..], Vec::as_slice);
            entries.extend(ways.iter().enumerate().map(|(rank, way)| (way.0 + UNKNOWN, from, rank)));
        }
    }
}

fn trace(table: &[Vec<Entry>], start: usize, rank: usize) -> Option<Way> {
    let mut at = table.len() - 1;
    let mut rank = rank;
    let mut way = Way { cost: table.get(at)?.get(rank)?.0, ends: Vec::new() };
    while at > 0 {
        let (_, from, before) = *table.get(at)?.get(rank)?;
        way.ends.push(at + start);
        (at, rank) = (from - start, before);
    }
    way.ends.reverse();
    Some(way)
}
