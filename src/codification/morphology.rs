//! Regular derivation of Indonesian words: what prefixes and suffixes make of a root. It lets a vocabulary know
//! `terpeliharanya` that has only seen `pemeliharaan` and `memelihara`.

use std::collections::BTreeSet;

use foldhash::HashMap;

use super::lines::Lines;
use super::words::with_counts;

/// The least letters of a root.
const SHORTEST_ROOT: usize = 4;

/// How a word was made from its root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Prefix {
    None,
    /// me-, with the nasal that the root's first letter asks for.
    Me,
    /// pe-, likewise.
    Pe,
    Di,
    Ter,
    Ber,
    Per,
    Ke,
}

/// What the words of a vocabulary show of a root.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// How many words of the vocabulary are made from it, itself included.
    words: u32,
    /// Whether it is a word itself.
    whole: bool,
    /// Whether a verb (me-) or the noun of one (pe-…-an) is among its words.
    verbal: bool,
    /// The suffixes with which me-, di- or ter- were seen.
    suffixes: u8,
    /// Whether di-, ter- or ber- was seen right before it and nothing after it.
    stands_alone: bool,
}

/// The least letters of a root that is a word because di-, ter- or ber- was seen before it.
const SHORTEST_ALONE: usize = 5;

/// What a root makes, a bit each: it is a verb, it is a word itself, it may stand alone, and the suffixes of its verb.
const VERB: u8 = 1;
const WHOLE: u8 = 2;
const ALONE: u8 = 4;

/// The bit of a suffix of a verb.
fn suffix_bit(suffix: &str) -> u8 {
    match suffix {
        "" => 8,
        "kan" => 16,
        "i" => 32,
        _ => 0,
    }
}

impl Seen {
    /// What a root makes; a verb is one if two words of the vocabulary share it and one of them is a verb.
    fn makes(&self) -> u8 {
        let verb = self.verbal && self.words >= 2;
        let bit = |holds: bool, bit: u8| if holds { bit } else { 0 };
        bit(self.whole, WHOLE) | if verb { VERB | bit(self.stands_alone, ALONE) | self.suffixes } else { 0 }
    }
}

/// Whether a word of this prefix and suffix may be believed of a root that makes this.
fn may_be(root: u8, prefix: Prefix, suffix: &str) -> bool {
    let has = |bits: u8| root & bits == bits;
    match prefix {
        Prefix::Me | Prefix::Di => root & suffix_bit(suffix) != 0,
        // What is made with -kan is itself made with ter- alone: menyediakan, tersedia.
        Prefix::Ter => has(VERB) && (suffix.is_empty() || root & suffix_bit(suffix) != 0),
        Prefix::Pe => has(VERB),
        Prefix::None => has(WHOLE) || has(ALONE),
        Prefix::Ber | Prefix::Per | Prefix::Ke => has(WHOLE),
    }
}

/// The roots that whole words (lower case) show, with what each makes as bits; those that make nothing are left out.
pub fn roots<'a>(words: impl Iterator<Item = &'a str>) -> HashMap<String, u8> {
    let mut seen: HashMap<String, Seen> = HashMap::default();
    for word in words {
        let mut counted = BTreeSet::new();
        analyse(word, &mut |prefix, stem, suffix| {
            let root = seen.entry(stem.to_owned()).or_default();
            root.words += u32::from(counted.insert(stem.to_owned()));
            root.whole |= stem == word;
            root.verbal |= matches!(prefix, Prefix::Me | Prefix::Pe);
            root.stands_alone |= suffix.is_empty()
                && matches!(prefix, Prefix::Di | Prefix::Ter | Prefix::Ber)
                && stem.len() >= SHORTEST_ALONE
                && !stem.ends_with("kan");
            if matches!(prefix, Prefix::Me | Prefix::Di | Prefix::Ter) {
                root.suffixes |= suffix_bit(suffix);
            }
            false
        });
    }
    let roots = seen.into_iter().map(|(stem, seen)| (stem, seen.makes()));
    roots.filter(|(_, makes)| *makes != 0).collect()
}

/// The roots of a vocabulary, with the bits of what each makes.
#[derive(Debug)]
pub struct Roots(Lines);

impl Roots {
    /// The roots that whole words (lower case) show, for the rest of the process.
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        Self(Lines::leaked(with_counts(roots(words))))
    }

    /// The roots that the build wrote.
    pub const fn built(roots: Lines) -> Self {
        Self(roots)
    }

    /// Whether a word (lower case) is a regular derivation of a root, with or without -nya. A root is believed if
    /// it is a word itself, or, for verbs, if two words of the vocabulary share it and one of them is a verb: so
    /// `dikabupaten`, glued from two words, is none. A noun in -an alone is not derived, nor a root that was only seen within others, for they are what is left
    /// of a torn `ke camatan`.
    pub fn derive(&self, word: &str) -> bool {
        analyse(word, &mut |prefix, stem, suffix| {
            let makes = self.0.get(stem).and_then(|makes| makes.parse().ok());
            makes.is_some_and(|makes| may_be(makes, prefix, suffix))
        })
    }
}

/// Whether a prefix goes with a suffix.
fn allowed(prefix: Prefix, suffix: &str) -> bool {
    match prefix {
        Prefix::Me | Prefix::Di | Prefix::Ter => matches!(suffix, "" | "kan" | "i"),
        Prefix::Pe | Prefix::Per | Prefix::Ke => suffix == "an",
        Prefix::None | Prefix::Ber => suffix.is_empty(),
    }
}

/// Shows every way to take a word apart into prefix, root and suffix until one is taken; whether one was.
fn analyse(word: &str, take: &mut dyn FnMut(Prefix, &str, &'static str) -> bool) -> bool {
    if !word.is_ascii() {
        return false;
    }
    let bare = word.strip_suffix("nya");
    std::iter::once(word).chain(bare).any(|word| {
        ["", "kan", "an", "i"].into_iter().any(|suffix| {
            let stem = word.strip_suffix(suffix).unwrap_or_default();
            stem.len() >= SHORTEST_ROOT && unprefixed(stem, suffix, take)
        })
    })
}

fn unprefixed(
    stem: &str,
    suffix: &'static str,
    take: &mut dyn FnMut(Prefix, &str, &'static str) -> bool,
) -> bool {
    let plain = [
        ("", Prefix::None),
        ("di", Prefix::Di),
        ("ter", Prefix::Ter),
        ("ber", Prefix::Ber),
        ("per", Prefix::Per),
        ("ke", Prefix::Ke),
    ];
    let mut visit = |prefix: Prefix, root: &str| {
        root.len() >= SHORTEST_ROOT && allowed(prefix, suffix) && take(prefix, root, suffix)
    };
    plain.into_iter().any(|(text, prefix)| stem.strip_prefix(text).is_some_and(|root| visit(prefix, root)))
        || [("me", Prefix::Me), ("pe", Prefix::Pe)].into_iter().any(|(text, prefix)| {
            stem.strip_prefix(text).is_some_and(|rest| without_nasal(rest, &mut |root| visit(prefix, root)))
        })
}

/// Shows the roots that may follow me- or pe- until one is taken; whether one was. The nasal `ng`, `ny`, `m` or `n` is
/// taken off where the root keeps its first letter, or put back as the `k`, `s`, `p` or `t` that it swallowed.
fn without_nasal(rest: &str, take: &mut dyn FnMut(&str) -> bool) -> bool {
    let begins = |text: &str, letters: &str| text.starts_with(|c: char| letters.contains(c));
    let vowel = |text: &str| begins(text, "aeiou");
    if let Some(root) = rest.strip_prefix("ng") {
        return if vowel(root) {
            take(root) || take(&format!("k{root}"))
        } else {
            begins(root, "ghk") && take(root)
        };
    }
    if let Some(root) = rest.strip_prefix("ny") {
        return vowel(root) && take(&format!("s{root}"));
    }
    for (nasal, kept, swallowed) in [("m", "bfpv", 'p'), ("n", "cdjstz", 't')] {
        let Some(root) = rest.strip_prefix(nasal) else { continue };
        return if begins(root, kept) {
            take(root)
        } else {
            vowel(root) && (take(&format!("{swallowed}{root}")) || take(rest))
        };
    }
    begins(rest, "lrwy") && take(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roots(words: &str) -> Roots {
        Roots::of(words.split(' '))
    }

    #[test]
    fn verbs_and_nouns_of_one_root_imply_each_other() {
        let roots = roots(
            "pemeliharaan memelihara sedia menyediakan tulis menulis pengelolaan mengelola cipta menciptakan ikut mengikuti",
        );
        let derived = "dipelihara terpeliharanya penyediaan disediakan tersedianya ditulis penulisan dikelola \
            terkelolanya terciptanya penciptaan diikuti pemeliharaannya";
        for word in derived.split_whitespace() {
            assert!(roots.derive(word), "{word}");
        }
    }

    #[test]
    fn what_is_left_of_a_torn_word_is_not_derived() {
        let roots =
            roots("camat kecamatan melaksanakan pelaksanaan dilaksanakan sedia menyediakan penyediaan");
        for word in
            ["camatan", "melaksana", "dilaksana", "laksana", "pelaksana", "sediakan", "menyedia", "nyediaan"]
        {
            assert!(!roots.derive(word), "{word}");
        }
    }

    #[test]
    fn a_preposition_glued_to_a_noun_is_no_verb() {
        let roots = roots("desa kabupaten pedesaan kantor kantornya");
        for word in ["dikabupaten", "kekantor", "dikantor", "didesa"] {
            assert!(!roots.derive(word), "{word}");
        }
        for word in ["perkantoran", "desanya"] {
            assert!(roots.derive(word), "{word}");
        }
    }

    #[test]
    fn a_lone_word_proves_no_root() {
        let roots = roots("pelaksanaan");
        for word in ["laksan", "pelaksana", "laksana", "pelaks", "terlaksana", ""] {
            assert!(!roots.derive(word), "{word}");
        }
    }
}
