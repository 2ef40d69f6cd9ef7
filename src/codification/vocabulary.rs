//! The words of the codification, of places and of funds: what tells a whole word from a torn one. With a table that a person
//! added, its words count too.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::built;
use super::entry::Entry;
use super::funding::sumber_dana;
use super::lines::Lines;
use super::morphology::Roots;
use super::registry::{codification, editions_beside, has_added};
use super::words;

/// The least letters of a word that only the name of a place has.
const SHORTEST_PLACE: usize = 4;

/// Whether a text (any case, letters only) is a whole word: one that the tables or everyday planning use, or a
/// regular derivation of one. Never for a single letter.
#[must_use]
pub fn is_word(word: &str) -> bool {
    let lower = lower(word);
    if lower.chars().nth(1).is_none() {
        return false;
    }
    let words = vocabulary();
    // `Tan` or `Ti` in the name of a place says nothing of a `tan` elsewhere, and names of places make no roots.
    let in_place = || lower.len() >= SHORTEST_PLACE && built::PLACE_WORDS.has(&lower);
    words.official.has(&lower) || in_place() || words.roots.derive(&lower)
}

/// Whether a word (lower case) is one only because a place is called so.
#[must_use]
pub fn is_only_a_place(word: &str) -> bool {
    built::PLACE_WORDS.has(word) && !vocabulary().official.has(word)
}

/// A word in lower case; most are already.
fn lower(word: &str) -> Cow<'_, str> {
    let is_lower = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// Whether the tables of either edition print two words (lower case) side by side, with nothing but a blank between.
#[must_use]
pub fn are_neighbours(left: &str, right: &str) -> bool {
    vocabulary().pairs.has(&format!("{left} {right}"))
}

/// Whether the name of a place has two words (lower case) side by side.
#[must_use]
pub fn are_in_a_place(left: &str, right: &str) -> bool {
    built::PLACE_PAIRS.has(&format!("{left} {right}"))
}

/// How often the tables of both editions, of places and of funds print a word (any case); 0 for a word that they
/// lack, even where [`is_word`] knows it.
#[must_use]
pub fn frequency(word: &str) -> u32 {
    let lower = lower(word);
    let count =
        |words: &Lines| words.get(&lower).and_then(|count| count.parse::<u32>().ok()).unwrap_or_default();
    count(&vocabulary().official) + count(&built::PLACE_WORDS)
}

/// The words of the codification, of funds and of everyday planning.
#[derive(Debug)]
struct Vocabulary {
    /// The words in lower case, with how often the tables print them.
    official: Lines,
    roots: Roots,
    /// What stands side by side.
    pairs: Lines,
}

fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        if !has_added() {
            let roots = Roots::built(built::ROOTS);
            return Vocabulary { official: built::OFFICIAL_WORDS, roots, pairs: built::PAIRS };
        }
        let texts = entries().flat_map(|entry| [entry.nama, entry.indikator, entry.satuan]);
        let official = words::official(texts.chain(sumber_dana().iter().map(|fund| fund.nama)));
        let pairs = words::pairs(entries().flat_map(|entry| [entry.nama, entry.indikator]));
        Vocabulary {
            roots: Roots::of(official.keys().map(String::as_str)),
            official: Lines::leaked(words::with_counts(official)),
            pairs: Lines::leaked(pairs.into_iter().collect()),
        }
    })
}

fn entries() -> impl Iterator<Item = &'static Entry> {
    editions_beside(None).into_iter().flat_map(|edition| codification(edition).entries())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_known() {
        let words = "Kecamatan KABUPATEN pengadministrasian tersedianya Pasaman Matur terpeliharanya Dokumen dan di ke \
            per diikuti bersaing perkantoran perlengkapannya tertibnya terciptanya mengelola dikelola jumlah persentase \
            dibutuhkan mengikuti kelola saing Agustus viii Rokok";
        for word in words.split_whitespace() {
            assert!(is_word(word), "{word}");
        }
    }

    #[test]
    fn torn_and_glued_words_are_not() {
        let torn = "Kecama Kelura Aloka Pertumbu Penyelenggaraa Doku n x tan kan nya ber ter kegi atan giatan pelaks \
            Pembi naan Persent ase koper Kelurahanan wenangan gital siplin stribusi";
        let glued = "danPerlengkapan danperlengkapan provinsiyang laporansosialisasi dikabupaten kekecamatan \
            UsahaDokumen dandokumen";
        for word in torn.split_whitespace().chain(glued.split_whitespace()) {
            assert!(!is_word(word), "{word}");
        }
        for text in ["", " ", "dan di", "kegiatan1", "30"] {
            assert!(!is_word(text), "{text}");
        }
    }

    #[test]
    fn neighbours_are_those_of_the_tables() {
        assert!(are_neighbours("pelaku", "usaha"));
        assert!(are_neighbours("perangkat", "daerah"));
        assert!(!are_neighbours("usaha", "pelaku"));
        assert!(!are_neighbours("kota", "baru"));
    }

    #[test]
    fn frequent_words_are_told_from_rare_ones() {
        assert!(frequency("DAN") > 10_000);
        assert!(frequency("kegiatan") > frequency("matur"));
        assert!(frequency("matur") > 0);
        assert_eq!(frequency("terpeliharanya"), 0);
    }
}
