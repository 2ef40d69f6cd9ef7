//! Whose each table is, where the tables of one workbook name different offices in titles of their own.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::about::lines;
use super::offices::{labelled, named, within};
use super::regions::{is_region, region_at_end};
use crate::model::{Place, Region, Rows, letters};

/// States the office of each table where there are several; a table that names none gets none. Two spellings of one
/// office are one: a region behind the name and short forms of its words make no other.
pub(super) fn state(regions: &mut [Region]) {
    let names: Vec<Option<String>> = regions.iter().map(own).collect();
    let mut first: Option<&str> = None;
    let is_other = names.iter().flatten().any(|name| !is_one(first.get_or_insert(name), name));
    if !is_other {
        return;
    }
    let mut known: BTreeMap<String, Arc<str>> = BTreeMap::new();
    for (region, name) in regions.iter_mut().zip(names) {
        region.office = name.map(|name| {
            let spelled = known.values().find(|other| is_one(other, &name)).cloned();
            let spelled = spelled.unwrap_or_else(|| Arc::from(name.as_str()));
            Arc::clone(known.entry(letters(&spelled)).or_insert(spelled))
        });
    }
}

/// The office that the titles of a table name themselves. A list of proposals may name whoever proposes in a line of its
/// own.
fn own(region: &Region) -> Option<String> {
    office(&lines(&region.titles), region.form.rows == Rows::Proposals)
}

/// Whether title lines name another office than the titles of a table.
pub(super) fn is_of_another(region: &Region, titles: &[(Place, String)]) -> bool {
    let here = office(&lines(titles), region.form.rows == Rows::Proposals);
    own(region).zip(here).is_some_and(|(own, here)| !is_one(&own, &here))
}

fn office(lines: &[String], are_proposals: bool) -> Option<String> {
    let behind_label = lines.iter().find_map(|text| labelled(text));
    if are_proposals {
        return behind_label.filter(|name| named(name).is_none_or(|name| !is_of_a_place(&name)));
    }
    behind_label
        .or_else(|| lines.iter().find_map(|text| named(text)))
        .or_else(|| lines.iter().find_map(|text| within(text)))
}

/// Whether an office is called by a place from which proposals come too.
fn is_of_a_place(name: &str) -> bool {
    ["kecamatan", "kelurahan", "distrik", "kapanewon", "kemantren"]
        .iter()
        .any(|kind| letters(name).starts_with(kind))
}

/// Whether two names are spellings of one office.
fn is_one(left: &str, right: &str) -> bool {
    let bare = |name: &str| {
        let end = region_at_end(name).map_or(name.len(), |(start, _)| start);
        name.get(..end).unwrap_or(name).to_owned()
    };
    let (left, right) = (bare(left), bare(right));
    letters(&left) == letters(&right)
        || [(&left, &right), (&right, &left)]
            .into_iter()
            .any(|(one, other)| adds_a_region(one, other) || shortens(one, other))
}

/// The words of the kinds of regions, before the name of one behind that of an office.
const REGIONS: [&str; 5] = ["kabupaten", "kab", "kota", "provinsi", "prov"];

/// Whether a name is another one with a region behind it: one that there is, or any name behind the word of its kind. The
/// word alone is part of the name: `Kecamatan Langsa Kota` is another office than `Kecamatan Langsa`.
fn adds_a_region(short: &str, long: &str) -> bool {
    let short = letters(short);
    let mut starts = long.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let rest = starts.find(|at| long.get(..*at).is_some_and(|head| letters(head) == short));
    rest.and_then(|at| long.get(at..)).is_some_and(|rest| {
        let mut words = rest.split_whitespace();
        let is_kind = words.next().is_some_and(|word| REGIONS.contains(&letters(word).as_str()));
        is_kind && words.next().is_some() || is_region(rest.trim())
    })
}

/// Words that a short form leaves out.
const LEFT_OUT: [&str; 3] = ["dan", "serta", "untuk"];

/// Whether a name is made of the beginnings of all words of another one, several of them in a word of its own:
/// `DPMPTSP`, `Dinas Koperasi dan UKM`.
fn shortens(short: &str, long: &str) -> bool {
    if words(short).count() >= words(long).count() {
        return false;
    }
    let short: Vec<char> = words(short).flatten().collect();
    // How many letters of the short name the words so far may have given.
    let mut given = vec![0];
    for word in words(long) {
        let mut next: Vec<usize> = given
            .iter()
            .flat_map(|from| {
                let rest = short.get(*from..).unwrap_or_default();
                let same = rest.iter().zip(&word).take_while(|(left, right)| left == right).count();
                (1..=same).map(move |length| from + length)
            })
            .collect();
        next.sort_unstable();
        next.dedup();
        given = next;
    }
    given.contains(&short.len())
}

/// The letters of each word of a name, without the words that a short form leaves out.
fn words(name: &str) -> impl Iterator<Item = Vec<char>> + '_ {
    let words = name.split(|c: char| !c.is_alphanumeric()).map(letters);
    words
        .filter(|word| !word.is_empty() && !LEFT_OUT.contains(&word.as_str()))
        .map(|word| word.chars().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_office_are_one() {
        for (left, right) in [
            ("Dinas Perpustakaan", "DINAS PERPUSTAKA AN Kabupaten Tanah Embun"),
            ("Dinas Pekerjaan Umum dan Penataan Ruang", "Dinas PU dan Penataan Ruang"),
            ("Dinas Sosial", "Dinas Sosial Agam"),
            ("Dinas Sosial", "Dinas Sosial Kab. Tanah Embun"),
            ("DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"),
            ("Bappeda", "Badan Perencanaan Pembangunan Daerah"),
        ] {
            assert!(is_one(left, right) && is_one(right, left), "{left} = {right}");
        }
        for (left, right) in [
            ("Dinas Kesehatan", "Dinas Kesehatan Hewan"),
            ("Dinas Perpustakaan", "Dinas Perhubungan"),
            ("Kelurahan Pasar I", "Kelurahan Pasar II"),
            ("Kecamatan Langsa", "Kecamatan Langsa Kota"),
            ("Kelurahan Sawah", "Kelurahan Sawah Kabut"),
        ] {
            assert!(!is_one(left, right) && !is_one(right, left), "{left} ≠ {right}");
        }
    }
}
