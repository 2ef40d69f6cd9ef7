//! Regular derivation of Indonesian words: what prefixes and suffixes make of a root. It lets a vocabulary know
//! `terpeliharanya` that has only seen `pemeliharaan` and `memelihara`.

use std::collections::BTreeSet;

use foldhash::HashMap;

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

/// What is known of a root.
#[derive(Clone, Debug, Default)]
struct Root {
    /// How many words of the vocabulary are made from it, itself included.
    words: u32,
    /// Whether it is a word itself.
    whole: bool,
    /// Whether a verb (me-) or the noun of one (pe-…-an) is among its words.
    verbal: bool,
    /// The suffixes with which me-, di- or ter- were seen.
    suffixes: BTreeSet<&'static str>,
    /// Whether di-, ter- or ber- was seen right before it and nothing after it.
    stands_alone: bool,
}

/// The least letters of a root that is a word because di-, ter- or ber- was seen before it.
const SHORTEST_ALONE: usize = 5;

impl Root {
    fn is_verb(&self) -> bool {
        self.verbal && self.words >= 2
    }

    /// Whether a word of this prefix and suffix may be believed.
    fn makes(&self, prefix: Prefix, suffix: &str) -> bool {
        match prefix {
            Prefix::Me | Prefix::Di => self.is_verb() && self.suffixes.contains(suffix),
            // What is made with -kan is itself made with ter- alone: menyediakan, tersedia.
            Prefix::Ter => self.is_verb() && (suffix.is_empty() || self.suffixes.contains(suffix)),
            Prefix::Pe => self.is_verb(),
            Prefix::None => self.whole || self.stands_alone && self.is_verb(),
            Prefix::Ber | Prefix::Per | Prefix::Ke => self.whole,
        }
    }
}

/// The roots of a vocabulary.
#[derive(Debug)]
pub(super) struct Roots(HashMap<String, Root>);

impl Roots {
    /// The roots that whole words (lower case) show.
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut roots: HashMap<String, Root> = HashMap::default();
        for word in words {
            let mut counted = BTreeSet::new();
            analyse(word, &mut |prefix, stem, suffix| {
                let root = roots.entry(stem.to_owned()).or_default();
                root.words += u32::from(counted.insert(stem.to_owned()));
                root.whole |= stem == word;
                root.verbal |= matches!(prefix, Prefix::Me | Prefix::Pe);
                root.stands_alone |= suffix.is_empty()
                    && matches!(prefix, Prefix::Di | Prefix::Ter | Prefix::Ber)
                    && stem.len() >= SHORTEST_ALONE
                    && !stem.ends_with("kan");
                if matches!(prefix, Prefix::Me | Prefix::Di | Prefix::Ter) {
                    root.suffixes.insert(suffix);
                }
                false
            });
        }
        Self(roots)
    }

    /// Whether a word (lower case) is a regular derivation of a root, with or without -nya. A root is believed if
    /// it is a word itself, or, for verbs, if two words of the vocabulary share it and one of them is a verb: so
    /// `dikabupaten`, glued from two words, is none. A noun in -an alone is not derived, nor a root that was only seen within others, for they are what is left
    /// of a torn `ke camatan`.
    pub(super) fn derive(&self, word: &str) -> bool {
        analyse(word, &mut |prefix, stem, suffix| {
            self.0.get(stem).is_some_and(|root| root.makes(prefix, suffix))
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
