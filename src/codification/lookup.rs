//! Searching the codification as a person does: by a code, a name, a misspelt name, or a few words.

use std::collections::BTreeSet;

use super::entry::Entry;
use super::table::codification;
use crate::model::{Edition, Kode, Tingkat, letters, sameness};

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
/// How well words within a name fit: better than a misspelt one.
const WITHIN: f64 = 0.95;

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
            let kode = placed(kode, entry, query.bidang)?;
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
    if let Ok(code) = text.parse::<Kode>() {
        let own =
            table.by_code(&code).into_iter().map(|entry| (code.clone(), entry, 1.0)).collect::<Vec<_>>();
        let general = |entry: &'static Entry| {
            code.ancestor(2).map_or_else(|| entry.kode.clone(), |in_it| entry.kode_in(&in_it))
        };
        let below = table.children(&code).into_iter().map(|entry| (general(entry), entry, WITHIN));
        return if own.is_empty() { below.collect() } else { own };
    }
    let plain = |entry: &'static Entry, likeness| (entry.kode.clone(), entry, likeness);
    let mut found: Vec<_> = table.by_name(text).iter().map(|entry| plain(entry, 1.0)).collect();
    let words: Vec<String> = text.split_whitespace().map(letters).filter(|word| !word.is_empty()).collect();
    if words.iter().map(String::len).sum::<usize>() >= 3 {
        let all = |entry: &&Entry| {
            let name = letters(entry.nama);
            words.iter().all(|word| name.contains(word.as_str()))
        };
        found.extend(table.entries().iter().filter(all).map(|entry| plain(entry, WITHIN)));
    }
    if found.is_empty() {
        found.extend(
            table.entries().iter().filter_map(|entry| Some(plain(entry, alike_words(&words, entry)?))),
        );
    }
    found.extend(
        table
            .similar(text, 100, FLOOR)
            .into_iter()
            .map(|(entry, likeness)| plain(entry, likeness.min(WITHIN))),
    );
    found
}

/// The fewest letters of a word in which a slip is believed.
const SHORTEST_SLIP: usize = 4;
/// How alike a word with a slip must be.
const SLIPPED: f64 = 0.75;

/// How alike words are to words of a name, each to the one that is most like it; `None` if one is like none. Few words
/// of a long name are not like the whole of it, and with a slip they do not stand in it either.
fn alike_words(words: &[String], entry: &Entry) -> Option<f64> {
    let name: Vec<String> = entry.nama.split_whitespace().map(letters).collect();
    let best = |word: &String| {
        let enough =
            |likeness: &f64| *likeness >= SLIPPED && (word.len() >= SHORTEST_SLIP || *likeness >= 1.0);
        let alike = name.iter().map(|other| sameness(word, other));
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
    let kode = if kode.as_str().starts_with("X.XX") { entry.kode_in(&bidang.ancestor(2)?) } else { kode };
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
        assert_eq!(hits.len(), 2);
        assert!(hits.iter().all(|hit| hit.likeness > 0.999 && hit.kode.as_str() == "2.17"));
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
    fn level_and_bidang_narrow_the_search() {
        let programs = found("koperasi", Some(Tingkat::Program), Some("2.17"), Edition::Y2023);
        assert!(!programs.is_empty());
        assert!(programs.iter().all(|(code, _)| code.starts_with("2.17.") && code.len() == 7));
    }
}
