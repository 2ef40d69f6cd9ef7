//! The letters of a stretch as printed, and what it costs to take a span of them for a word.

use super::Vocabulary;

/// What a word costs that the vocabulary does not know; a known one costs 1.
pub(super) const UNKNOWN: u32 = 10;
/// Added to an unknown word in whose middle a capital follows a small letter: it was glued.
const CAPITAL_INSIDE: u32 = 6;
/// For each blank taken out.
const JOIN: u32 = 2;
/// For a blank put where a capital follows a small letter.
const PART_AT_CAPITAL: u32 = 2;
/// For a blank put elsewhere.
const PART: u32 = 5;
const MOST_GAPS: usize = 4;
/// The least letters of a word that is parted off without a capital to show where, but for the words that
/// glue most.
const SHORTEST_PART: usize = 4;
/// So many letters beside a whole word are the rest of a name for certain.
const LONGEST_REST: usize = 2;
/// The least letters of a word of a pair.
const SHORTEST_PAIRED: usize = 3;
/// Below this many letters a word that no capital parts may be a compound or a place (`kerjasama`, `Kotabaru`).
const LONGEST_COMPOUND: usize = 15;
/// Words that lose their blanks to their neighbours, and begin or end no compound.
const GLUING: [&str; 6] = ["dan", "yang", "untuk", "dengan", "atau", "serta"];

/// Bound forms, which the spelling rules write together with the word they begin (`antardesa`, `pascapanen`), however
/// many texts part them.
const BOUND: [&str; 10] = ["antar", "pasca", "pra", "non", "multi", "semi", "sub", "anti", "purna", "swa"];

/// Words that stand alone in every Indonesian text, so that `di dalam` is never one word.
const SMALL_WORDS: [&str; 22] = [
    "di", "ke", "dan", "yang", "dari", "pada", "untuk", "atau", "oleh", "dalam", "serta", "bagi", "dengan",
    "atas", "para", "per", "tidak", "sebagai", "antara", "secara", "hasil", "tahun",
];

pub(super) struct Letter {
    c: char,
    /// Whether a blank was printed before it.
    gap: bool,
    /// Whether the printed word it belongs to is known as it stands.
    settled: bool,
    /// Where the printed word begins and ends.
    token: (usize, usize),
}

/// A stretch of letters, with the blanks between them as printed.
pub(super) struct Stretch<'a> {
    pub letters: Vec<Letter>,
    vocabulary: &'a dyn Vocabulary,
}

impl<'a> Stretch<'a> {
    pub fn of(text: &str, vocabulary: &'a dyn Vocabulary) -> Self {
        let mut letters = Vec::new();
        for (index, word) in text.split(' ').enumerate() {
            let settled = knows(vocabulary, word);
            let start = letters.len();
            let token = (start, start + word.chars().count());
            for (position, c) in word.chars().enumerate() {
                letters.push(Letter { c, gap: index > 0 && position == 0, settled, token });
            }
        }
        Self { letters, vocabulary }
    }

    /// Whether every printed word is known as it stands.
    pub fn is_settled(&self) -> bool {
        self.letters.iter().all(|letter| letter.settled)
    }

    /// What the word between two places costs; `None` where it cannot be one.
    pub fn price(&self, from: usize, to: usize) -> Option<u32> {
        let span = self.letters.get(from..to)?;
        let gaps = span.iter().skip(1).filter(|letter| letter.gap).count();
        let (start_cut, end_cut) = (!self.is_edge(from), !self.is_edge(to));
        if gaps > MOST_GAPS {
            return None;
        }
        let whole = !start_cut && !end_cut;
        if whole && gaps > 0 && span.iter().all(|letter| letter.settled) {
            // Words that are each known are not joined, whatever they make.
            return None;
        }
        let untouched = gaps == 0 && whole;
        if untouched {
            let settled = span.first().is_some_and(|letter| letter.settled);
            return Some(if settled { 1 } else { UNKNOWN + self.capitals_inside(from, to) });
        }
        let parting = self.parting(from, to)?;
        let word = self.solid(from, to);
        if knows(self.vocabulary, &word) && is_regular(&word) {
            let torn = gaps == 0 || !self.all_known(from, to) && !self.is_rest_of_a_name(from, to, &word);
            let gaps = u32::try_from(gaps).ok()?;
            return torn.then_some(1 + JOIN * gaps + parting);
        }
        let between_capitals = gaps == 0
            && span.len() > 1
            && (!start_cut || self.opens_with_capital(from))
            && (!end_cut || self.opens_with_capital(to));
        between_capitals.then(|| UNKNOWN + self.capitals_inside(from, to) + parting)
    }

    /// What the blank put before a word costs; `None` where the word is too short to be parted off.
    fn parting(&self, from: usize, to: usize) -> Option<u32> {
        let hidden = |at: usize| !self.is_edge(at) && !self.opens_with_capital(at);
        let gluing = || GLUING.contains(&self.solid(from, to).to_lowercase().as_str());
        let shortest = if (hidden(from) || hidden(to)) && !gluing() && !self.is_paired(from, to) {
            SHORTEST_PART
        } else {
            2
        };
        let cut = !self.is_edge(from) || !self.is_edge(to);
        if cut && to - from < shortest {
            return None;
        }
        Some(match (self.is_edge(from), self.opens_with_capital(from)) {
            (true, _) => 0,
            (false, true) => PART_AT_CAPITAL,
            (false, false) => PART,
        })
    }

    /// Whether a word is one of two that a printed word runs together.
    fn is_paired(&self, from: usize, to: usize) -> bool {
        let Some((start, end)) = self.letters.get(from).map(|letter| letter.token) else { return false };
        from == start && to < end && self.pairs((from, to), (to, end))
            || from > start && to == end && self.pairs((start, from), (from, to))
    }

    /// Whether every piece of a torn word is a word of its own.
    fn all_known(&self, from: usize, to: usize) -> bool {
        self.printed(from, to).split(' ').all(|piece| knows(self.vocabulary, piece))
    }

    /// Whether a torn word is only a name and one of its pieces a word of its own, with a letter or two beside it: `pada s`
    /// is no `padas`.
    fn is_rest_of_a_name(&self, from: usize, to: usize, word: &str) -> bool {
        if !self.vocabulary.is_name(&word.to_lowercase()) {
            return false;
        }
        let printed = self.printed(from, to);
        let known = |piece: &&str| piece.chars().count() >= SHORTEST_PART && knows(self.vocabulary, piece);
        let kept: usize = printed.split(' ').filter(known).map(|piece| piece.chars().count()).sum();
        kept > 0 && (kept + LONGEST_REST >= to - from || printed.starts_with(char::is_lowercase))
    }

    fn capitals_inside(&self, from: usize, to: usize) -> u32 {
        let count = (from + 1..to).filter(|at| self.opens_with_capital(*at)).count();
        CAPITAL_INSIDE * u32::try_from(count).unwrap_or(0)
    }

    /// Whether a word may end here: at a printed blank; or inside a word that is not known, at a capital, beside
    /// a gluing word, or where the word is too long for a compound.
    pub fn may_cut(&self, at: usize) -> bool {
        if self.is_edge(at) {
            return true;
        }
        let Some(letter) = self.letters.get(at).filter(|letter| !letter.settled) else { return false };
        let (start, end) = letter.token;
        let glues = |from: usize, to: usize| {
            to - from <= 6 && GLUING.contains(&self.solid(from, to).to_lowercase().as_str())
        };
        let paired = || self.pairs((start, at), (at, end));
        self.opens_with_capital(at)
            || end - start > LONGEST_COMPOUND
            || glues(start, at)
            || glues(at, end)
            || paired()
    }

    /// Whether two parts of a printed word are words that stand side by side elsewhere.
    fn pairs(&self, left: (usize, usize), right: (usize, usize)) -> bool {
        let word = |(from, to): (usize, usize)| self.solid(from, to).to_lowercase();
        let (left, right) = (word(left), word(right));
        let long = |word: &str| word.chars().count() >= SHORTEST_PAIRED && knows(self.vocabulary, word);
        let bound = BOUND.contains(&left.as_str());
        !bound && long(&left) && long(&right) && self.vocabulary.pairs(&left, &right)
    }

    pub fn is_edge(&self, at: usize) -> bool {
        at == 0 || self.letters.get(at).is_none_or(|letter| letter.gap)
    }

    /// Whether a capital shows that a word begins inside a printed one: behind a small letter, or as the last
    /// of several (`OSSPersentase`).
    fn opens_with_capital(&self, at: usize) -> bool {
        let is = |at: Option<usize>, test: fn(char) -> bool| {
            at.and_then(|at| self.letters.get(at)).is_some_and(|letter| test(letter.c))
        };
        let (before, earlier) = (at.checked_sub(1), at.checked_sub(2));
        let after_small = is(before, char::is_lowercase);
        let after_capitals = is(earlier, char::is_uppercase)
            && is(before, char::is_uppercase)
            && is(Some(at + 1), char::is_lowercase)
            && !self.is_edge(at + 1)
            && !self.is_edge(at - 1);
        (after_small || after_capitals) && is(Some(at), char::is_uppercase) && !self.is_edge(at)
    }

    /// Whether the word was printed just so.
    pub fn is_whole(&self, from: usize, to: usize) -> bool {
        self.is_edge(from) && self.is_edge(to) && !(from + 1..to).any(|at| self.is_edge(at))
    }

    pub fn solid(&self, from: usize, to: usize) -> String {
        self.letters.get(from..to).unwrap_or_default().iter().map(|letter| letter.c).collect()
    }

    pub fn printed(&self, from: usize, to: usize) -> String {
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
