//! The words of the codification, of places and of funds: what tells a whole word from a torn one.

use std::borrow::Cow;
use std::sync::OnceLock;

use foldhash::{HashMap, HashSet};

use super::built;
use super::entry::Entry;
use super::funding::sumber_dana;
use super::morphology::Roots;
use super::registry::{codification, editions_beside, has_added};
use super::words;

/// The least letters of a word that only the name of a place has.
const SHORTEST_PLACE: usize = 4;

/// Whether a text (any case, letters only) is a whole word: one that the tables or everyday planning use, or a
/// regular derivation of one. Never for a single letter.
#[must_use]
pub fn is_word(word: &str) -> bool {
    static ROOTS: OnceLock<Roots> = OnceLock::new();
    let lower = lower(word);
    if lower.chars().nth(1).is_none() {
        return false;
    }
    // Names of places make no roots.
    let roots = || {
        ROOTS.get_or_init(|| {
            if has_added() {
                Roots::of(vocabulary().official.keys().map(AsRef::as_ref))
            } else {
                Roots::built(built::ROOTS)
            }
        })
    };
    let words = vocabulary();
    // `Tan` or `Ti` in the name of a place says nothing of a `tan` elsewhere.
    let in_place = || lower.len() >= SHORTEST_PLACE && words.places.contains_key(&*lower);
    words.official.contains_key(&*lower) || in_place() || roots().derive(&lower)
}

/// Whether a word (lower case) is one only because a place is called so.
#[must_use]
pub fn is_only_a_place(word: &str) -> bool {
    let words = vocabulary();
    words.places.contains_key(word) && !words.official.contains_key(word)
}

/// A word in lower case; most are already.
fn lower(word: &str) -> Cow<'_, str> {
    let is_lower = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// Whether the tables of either edition print two words (lower case) side by side, with nothing but a blank between.
#[must_use]
pub fn are_neighbours(left: &str, right: &str) -> bool {
    static PAIRS: OnceLock<HashSet<Cow<'static, str>>> = OnceLock::new();
    let pairs = PAIRS.get_or_init(|| {
        if has_added() {
            let texts = entries().flat_map(|entry| [entry.nama, entry.indikator]);
            words::pairs(texts).into_iter().map(Cow::Owned).collect()
        } else {
            built::PAIRS.lines().map(Cow::Borrowed).collect()
        }
    });
    pairs.contains(format!("{left} {right}").as_str())
}

fn entries() -> impl Iterator<Item = &'static Entry> {
    editions_beside(None).into_iter().flat_map(|edition| codification(edition).entries())
}

/// How often the tables of both editions, of places and of funds print a word (any case); 0 for a word that they
/// lack, even where [`is_word`] knows it.
#[must_use]
pub fn frequency(word: &str) -> u32 {
    let lower = word.to_lowercase();
    let count =
        |words: &HashMap<Cow<'static, str>, u32>| words.get(lower.as_str()).copied().unwrap_or_default();
    count(&vocabulary().official) + count(&vocabulary().places)
}

/// Whole words in lower case, with how often the tables print them.
#[derive(Debug)]
struct Vocabulary {
    /// Those of the codification, of funds and of everyday planning.
    official: HashMap<Cow<'static, str>, u32>,
    /// Those of the names of places.
    places: HashMap<Cow<'static, str>, u32>,
}

fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let places = counts(built::PLACE_WORDS);
        let official = if has_added() {
            let texts = entries().flat_map(|entry| [entry.nama, entry.indikator, entry.satuan]);
            let words = words::official(texts.chain(sumber_dana().iter().map(|fund| fund.nama)));
            words.into_iter().map(|(word, count)| (Cow::Owned(word), count)).collect()
        } else {
            counts(built::OFFICIAL_WORDS)
        };
        Vocabulary { official, places }
    })
}

/// The lines of a built table: a word, and how often it is printed.
fn counts(table: &'static str) -> HashMap<Cow<'static, str>, u32> {
    let lines = table.lines().filter_map(|line| line.split_once('\t'));
    lines.map(|(word, count)| (Cow::Borrowed(word), count.parse().unwrap_or_default())).collect()
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
