//! The best way to cut a stretch of letters into words, by dynamic programming over the whole stretch.

use super::Vocabulary;

/// What a word costs that the vocabulary does not know; a known one costs 1.
const UNKNOWN: u32 = 10;
/// Added to an unknown word in whose middle a capital follows a small letter: it was glued.
const CAPITAL_INSIDE: u32 = 6;
/// For each blank taken out.
const JOIN: u32 = 2;
/// For a blank put where a capital follows a small letter.
const PART_AT_CAPITAL: u32 = 2;
/// For a blank put elsewhere.
const PART: u32 = 5;
/// A way must be this much better than the next one.
const MARGIN: u32 = 2;
const LONGEST_WORD: usize = 40;
const MOST_GAPS: usize = 4;
const MOST_ROUNDS: usize = 4;
/// The least letters of a word that is parted off without a capital to show where.
const SHORTEST_PART: usize = 3;

/// Words that stand alone in every Indonesian text, so that `di dalam` is never one word.
const SMALL_WORDS: [&str; 22] = [
    "di", "ke", "dan", "yang", "dari", "pada", "untuk", "atau", "oleh", "dalam", "serta", "bagi", "dengan",
    "atas", "para", "per", "tidak", "sebagai", "antara", "secara", "hasil", "tahun",
];

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

struct Letter {
    c: char,
    /// Whether a blank was printed before it.
    gap: bool,
    /// Whether the printed word it belongs to is known as it stands.
    settled: bool,
}

struct Stretch<'a> {
    letters: Vec<Letter>,
    vocabulary: &'a dyn Vocabulary,
}

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

impl<'a> Stretch<'a> {
    fn of(text: &str, vocabulary: &'a dyn Vocabulary) -> Self {
        let mut letters = Vec::new();
        for (index, word) in text.split(' ').enumerate() {
            let settled = knows(vocabulary, word);
            for (position, c) in word.chars().enumerate() {
                letters.push(Letter { c, gap: index > 0 && position == 0, settled });
            }
        }
        Self { letters, vocabulary }
    }

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
        let mut table: Vec<Vec<(u32, usize, usize)>> = vec![vec![(0, start, 0)]];
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
    fn whole_token(
        &self,
        start: usize,
        to: usize,
        table: &[Vec<(u32, usize, usize)>],
        entries: &mut Vec<(u32, usize, usize)>,
    ) {
        if !self.is_edge(to) {
            return;
        }
        let from = (start..to).rev().find(|from| self.is_edge(*from)).unwrap_or(start);
        if to - from > LONGEST_WORD {
            let ways = table.get(from - start).map_or(&[][..], Vec::as_slice);
            entries.extend(ways.iter().enumerate().map(|(rank, way)| (way.0 + UNKNOWN, from, rank)));
        }
    }

    /// What the word between two places costs; `None` where it cannot be one.
    fn price(&self, from: usize, to: usize) -> Option<u32> {
        let span = self.letters.get(from..to)?;
        let gaps = span.iter().skip(1).filter(|letter| letter.gap).count();
        let (start_cut, end_cut) = (!self.is_edge(from), !self.is_edge(to));
        if gaps > MOST_GAPS {
            return None;
        }
        let word = self.solid(from, to);
        let untouched = gaps == 0 && !start_cut && !end_cut;
        if untouched {
            let settled = span.first().is_some_and(|letter| letter.settled);
            return Some(if settled { 1 } else { UNKNOWN + self.capitals_inside(from, to) });
        }
        let parting = self.parting(from, to)?;
        if knows(self.vocabulary, &word) && is_regular(&word) {
            let torn = gaps == 0 || !self.all_known(from, to);
            let gaps = u32::try_from(gaps).ok()?;
            return torn.then_some(1 + JOIN * gaps + parting);
        }
        let between_capitals = gaps == 0
            && span.len() > 1
            && (!start_cut || self.is_capital_after_small(from))
            && (!end_cut || self.is_capital_after_small(to));
        between_capitals.then(|| UNKNOWN + self.capitals_inside(from, to) + parting)
    }

    /// What the blank put before a word costs; `None` where the word is too short to be parted off.
    fn parting(&self, from: usize, to: usize) -> Option<u32> {
        let hidden = |at: usize| !self.is_edge(at) && !self.is_capital_after_small(at);
        let shortest = if hidden(from) || hidden(to) { SHORTEST_PART } else { 2 };
        let cut = !self.is_edge(from) || !self.is_edge(to);
        if cut && to - from < shortest {
            return None;
        }
        Some(match (self.is_edge(from), self.is_capital_after_small(from)) {
            (true, _) => 0,
            (false, true) => PART_AT_CAPITAL,
            (false, false) => PART,
        })
    }

    /// Whether every piece of a torn word is a word of its own.
    fn all_known(&self, from: usize, to: usize) -> bool {
        self.printed(from, to).split(' ').all(|piece| knows(self.vocabulary, piece))
    }

    fn capitals_inside(&self, from: usize, to: usize) -> u32 {
        let count = (from + 1..to).filter(|at| self.is_capital_after_small(*at)).count();
        CAPITAL_INSIDE * u32::try_from(count).unwrap_or(0)
    }

    /// Whether a word may end here: at a printed blank, or inside a word that is not known.
    fn may_cut(&self, at: usize) -> bool {
        self.is_edge(at) || self.letters.get(at).is_some_and(|letter| !letter.settled)
    }

    fn is_edge(&self, at: usize) -> bool {
        at == 0 || self.letters.get(at).is_none_or(|letter| letter.gap)
    }

    fn is_capital_after_small(&self, at: usize) -> bool {
        let small = at.checked_sub(1).and_then(|before| self.letters.get(before));
        let small = small.is_some_and(|letter| letter.c.is_lowercase());
        small && self.letters.get(at).is_some_and(|letter| letter.c.is_uppercase() && !letter.gap)
    }

    /// Whether the word was printed just so.
    fn is_whole(&self, from: usize, to: usize) -> bool {
        self.is_edge(from) && self.is_edge(to) && !(from + 1..to).any(|at| self.is_edge(at))
    }

    fn solid(&self, from: usize, to: usize) -> String {
        self.letters.get(from..to).unwrap_or_default().iter().map(|letter| letter.c).collect()
    }

    fn printed(&self, from: usize, to: usize) -> String {
        let mut text = String::new();
        for (index, letter) in self.letters.get(from..to).unwrap_or_default().iter().enumerate() {
            if letter.gap && index > 0 {
                text.push(' ');
            }
            text.push(letter.c);
        }
        text
    }
}

fn trace(table: &[Vec<(u32, usize, usize)>], start: usize, rank: usize) -> Option<Way> {
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

/// A single letter is no word.
fn knows(vocabulary: &dyn Vocabulary, word: &str) -> bool {
    if word.chars().nth(1).is_none() {
        return false;
    }
    let lower = word.to_lowercase();
    SMALL_WORDS.contains(&lower.as_str()) || vocabulary.knows(&lower)
}

/// Small letters, a leading capital, or all capitals.
fn is_regular(word: &str) -> bool {
    let tail_small = word.chars().skip(1).all(|c| !c.is_uppercase());
    tail_small || word.chars().all(|c| !c.is_lowercase())
}
