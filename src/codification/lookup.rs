//! Searching the codification as a person does: by a code, a name, a misspelt name, or a few words.

use std::collections::BTreeSet;

use super::either::LEGACY_SHAPES;
use super::entry::Entry;
use super::registry::codification;
use crate::model::{Edition, Kode, Shape, Tingkat, letters, sameness};

/// What is searched for.
#[derive(Clone, Debug)]
pub struct Query<'a> {
    /// A code, a name, or words of one.
    pub text: &'a str,
    /// Only this level.
    pub level: Option<Tingkat>,
    /// Only below this bidang urusan (or any other code); program 01 is found there with the bidang's code.
    pub bidang: Option<&'a Kode>,
    /// In these editions, in this order.
    pub editions: &'a [Edition],
    /// At most so many in each edition.
    pub limit: usize,
}

/// Something that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Where.
    pub edition: Edition,
    /// Its code, within the bidang where one was asked for.
    pub kode: Kode,
    /// The entry.
    pub entry: &'static Entry,
    /// 1 for a code and for the very name; less for words within a name and for a misspelt one.
    pub likeness: f64,
}

/// How alike a misspelt name must be.
const FLOOR: f64 = 0.6;
/// How well whole words of a name fit, and parts of its words: better than a misspelt one.
const WITHIN: f64 = 0.95;
const PART: f64 = 0.9;

/// Everything that fits, the best first within each edition, equal ones by code. A code that is no entry itself
/// gives what stands below it; nothing where there is nothing alike.
#[must_use]
pub fn lookup(query: &Query<'_>) -> Vec<Hit> {
    query.editions.iter().flat_map(|edition| within(query, *edition)).collect()
}

fn within(query: &Query<'_>, edition: Edition) -> Vec<Hit> {
    let mut seen = BTreeSet::new();
    let mut hits: Vec<Hit> = candidates(query.text.trim(), edition)
        .into_iter()
        .filter_map(|(kode, entry, likeness)| {
            let kode = placed(kode, entry, query.bidang.and_then(|code| in_grammar(code, edition)).as_ref())?;
            let level = query.level.is_none_or(|level| level == entry.tingkat);
            let new = level && seen.insert((kode.clone(), entry.nama));
            new.then_some(Hit { edition, kode, entry, likeness })
        })
        .collect();
    // Stable, so that equally good ones stay in the order of their codes.
    hits.sort_by(|left, right| right.likeness.total_cmp(&left.likeness));
    hits.truncate(query.limit);
    hits
}

fn candidates(text: &str, edition: Edition) -> Vec<(Kode, &'static Entry, f64)> {
    let table = codification(edition);
    if let Some(code) = code_in(text, edition) {
        let own =
            table.by_code(&code).into_iter().map(|entry| (code.clone(), entry, 1.0)).collect::<Vec<_>>();
        let general = |entry: &'static Entry| {
            code.ancestor(2).map_or_else(|| entry.kode.clone(), |in_it| entry.kode_in(&in_it))
        };
        let below = table.children(&code).into_iter().map(|entry| (general(entry), entry, WITHIN));
        return if own.is_empty() { below.collect() } else { own };
    }
    let plain = |entry: &'static Entry, likeness| (entry.kode.clone(), entry, likeness);
    let mut found: Vec<_> = table.by_name(text).into_iter().map(|entry| plain(entry, 1.0)).collect();
    let words: Vec<String> = text.split_whitespace().map(letters).filter(|word| !word.is_empty()).collect();
    if words.iter().map(String::len).sum::<usize>() >= 3 {
        let fit = |entry: &'static Entry| Some(plain(entry, within_name(&words, entry)?));
        found.extend(table.entries().filter_map(fit));
    }
    if found.is_empty() {
        found.extend(table.entries().filter_map(|entry| Some(plain(entry, alike_words(&words, entry)?))));
    }
    found.extend(
        table
            .similar(text, 100, FLOOR)
            .into_iter()
            .map(|(entry, likeness)| plain(entry, likeness.min(WITHIN))),
    );
    found
}

/// How well words stand in a name: as whole words, or as parts of some; `None` if one does not.
fn within_name(words: &[String], entry: &Entry) -> Option<f64> {
    let name = letters(entry.nama);
    if !words.iter().all(|word| name.contains(word.as_str())) {
        return None;
    }
    let own: Vec<String> = entry
        .nama
        .split(|c: char| !c.is_alphanumeric())
        .map(letters)
        .filter(|word| !word.is_empty())
        .collect();
    Some(if words.iter().all(|word| own.contains(word)) { WITHIN } else { PART })
}

/// The code that a text is in the grammar of an edition.
fn code_in(text: &str, edition: Edition) -> Option<Kode> {
    let text = text.trim_end_matches('.');
    if !edition.is_legacy() {
        return Kode::of(text);
    }
    let table = codification(edition);
    let known = |code: &Kode| !table.by_code(code).is_empty();
    LEGACY_SHAPES.into_iter().filter_map(|shape| Kode::legacy(text, shape)).find(known)
}

/// A code of today's grammar in that of an edition; `None` where it has none.
#[must_use]
pub fn in_grammar(code: &Kode, edition: Edition) -> Option<Kode> {
    if edition.is_legacy() { Kode::legacy(code.as_str(), Shape::default()) } else { Some(code.clone()) }
}

/// The fewest letters of a word in which a slip is believed.
const SHORTEST_SLIP: usize = 4;
/// How alike a word with a slip must be.
const SLIPPED: f64 = 0.75;

/// Whether the lengths of two words allow that one is the other with a slip: what is longer by more than a third is not.
fn may_slip(left: &str, right: &str) -> bool {
    let (left, right) = (left.chars().count(), right.chars().count());
    left.min(right) * 4 >= left.max(right) * 3
}

/// How alike words are to words of a name, each to the one that is most like it; `None` if one is like none. Few words
/// of a long name are not like the whole of it, and with a slip they do not stand in it either.
fn alike_words(words: &[String], entry: &Entry) -> Option<f64> {
    let name: Vec<String> = entry.nama.split_whitespace().map(letters).collect();
    let best = |word: &String| {
        let enough =
            |likeness: &f64| *likeness >= SLIPPED && (word.len() >= SHORTEST_SLIP || *likeness >= 1.0);
        let alike = name.iter().filter(|other| may_slip(word, other)).map(|other| sameness(word, other));
        alike.max_by(f64::total_cmp).filter(enough)
    };
    let found: Option<Vec<f64>> = words.iter().map(best).collect();
    let found = found.filter(|found| !found.is_empty())?;
    let count = f64::from(u32::try_from(found.len()).unwrap_or(u32::MAX));
    Some(WITHIN * found.iter().sum::<f64>() / count)
}

/// The code in the bidang asked for; `None` for what is not of it.
fn placed(kode: Kode, entry: &Entry, bidang: Option<&Kode>) -> Option<Kode> {
    let Some(bidang) = bidang else { return Some(kode) };
    let kode =
        if entry.is_general() && kode == entry.kode { entry.kode_in(&bidang.ancestor(2)?) } else { kode };
    (kode == *bidang || kode.is_below(bidang)).then_some(kode)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(
        text: &str,
        level: Option<Tingkat>,
        bidang: Option<&str>,
        edition: Edition,
    ) -> Vec<(String, f64)> {
        let bidang: Option<Kode> = bidang.map(|code| code.parse().unwrap());
        let query = Query { text, level, bidang: bidang.as_ref(), editions: &[edition], limit: 20 };
        lookup(&query).into_iter().map(|hit| (hit.kode.to_string(), hit.likeness)).collect()
    }

    #[test]
    fn a_code_gives_its_entry_in_each_edition() {
        let both = Edition::ALL;
        let query = Query { text: "2.17", level: None, bidang: None, editions: &both, limit: 5 };
        let hits = lookup(&query);
        let names: Vec<&str> = hits.iter().map(|hit| hit.entry.nama).collect();
        let today = "URUSAN PEMERINTAHAN BIDANG KOPERASI, USAHA KECIL, DAN MENENGAH";
        assert_eq!(names, ["Perpustakaan", today, today, today]);
        assert!(hits.iter().all(|hit| hit.likeness > 0.999 && hit.kode.as_str() == "2.17"));
        let old = found("1.02.1.02.01.01.02.", None, None, Edition::Y2006);
        assert_eq!(old, [("1.02.1.02.01.01.02".to_owned(), 1.0)], "the office's number within the code");
        assert!(found("1.02.01.02", None, None, Edition::Y2021).is_empty());
        let codes = found("2.17.01.2.02.01", None, None, Edition::Y2021);
        assert_eq!(codes, [("2.17.01.2.02.01".to_owned(), 1.0)]);
        assert!(found("2.17.01.2.02.01", None, None, Edition::Y2023).is_empty());
    }

    #[test]
    fn a_name_is_found_exactly_within_and_misspelt() {
        let name = "Penyediaan Gaji dan Tunjangan ASN";
        let here = |text| found(text, Some(Tingkat::SubKegiatan), Some("2.15"), Edition::Y2021);
        let first = |text| here(text).into_iter().next();
        // Provinces have the name under 1, regencies under 2: equally good, so in the order of their codes.
        let both = ["2.15.01.1.02.01", "2.15.01.2.02.01"].map(|code| (code.to_owned(), 1.0));
        assert_eq!(here(name).into_iter().take(2).collect::<Vec<_>>(), both);
        assert_eq!(first("Penyedian Gaji & Tunjangn ASN").unwrap().0, "2.15.01.1.02.01");
        assert!(here("gaji tunjangan").iter().any(|(code, _)| code == "2.15.01.2.02.01"));
        assert!(here("zzzz qqqq").is_empty());
        // Words of a name, one of them with a slip.
        assert_eq!(first("Penyedian Gaji").unwrap().0, "2.15.01.1.02.01");
        assert!(first("Penyedian Gaji").unwrap().1 < 0.95);
        assert!(here("gji dn").is_empty(), "a slip in a short word may be any word");
    }

    #[test]
    fn whole_words_come_before_parts_of_words() {
        for edition in Edition::ALL {
            let hits = found("gaji", None, None, edition);
            assert!(!hits.is_empty() || edition == Edition::Y2006);
            assert!(hits.is_sorted_by(|left, right| left.1 >= right.1), "{edition:?}");
        }
        let query = Query { text: "gaji", level: None, bidang: None, editions: &[Edition::Y2021], limit: 3 };
        for hit in lookup(&query) {
            assert!(hit.entry.nama.split(' ').any(|word| word == "Gaji"), "{}", hit.entry.nama);
        }
    }

    #[test]
    fn level_and_bidang_narrow_the_search() {
        let programs = found("koperasi", Some(Tingkat::Program), Some("2.17"), Edition::Y2023);
        assert!(!programs.is_empty());
        assert!(programs.iter().all(|(code, _)| code.starts_with("2.17.") && code.len() == 7));
    }
}
