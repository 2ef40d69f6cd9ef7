//! How regions are named: the key that all ways of writing one name share.

use foldhash::HashMap;

use super::likeness::Pattern;
use super::places::Place;
use crate::model::letters;

/// What a region's name begins with, and how else it is written. The longer comes first.
const KINDS: [(&str, &str); 6] = [
    ("kabupaten", "kabupaten"),
    ("kotamadya", "kota"),
    ("kab", "kabupaten"),
    ("kota", "kota"),
    ("provinsi", "provinsi"),
    ("prov", "provinsi"),
];

/// How provinces of a special standing are written.
const SPECIAL: [(&str, &str); 3] =
    [("daerahkhususibukota", "dki"), ("daerahistimewa", "di"), ("daerahkhusus", "dki")];

/// How alike a misspelt name must be, and by how much more than to any other.
const ALIKE: f64 = 0.9;
const MARGIN: f64 = 0.03;

/// The letters of a region's name, its kind written out.
pub(super) fn key(text: &str) -> String {
    let text = letters(text);
    let written = KINDS.iter().find_map(|(form, kind)| Some((*kind, text.strip_prefix(form)?)));
    match written {
        Some((kind, name)) => {
            format!("{kind}{}", short(name.strip_prefix("administrasi").unwrap_or(name)))
        }
        None => short(&text),
    }
}

/// The key of a region of the table.
pub(super) fn official_key(place: &Place) -> String {
    if place.level == "provinsi" {
        format!("provinsi{}", short(&letters(place.nama)))
    } else {
        key(place.nama)
    }
}

fn short(name: &str) -> String {
    let long = SPECIAL.iter().find_map(|(long, short)| Some((*short, name.strip_prefix(long)?)));
    long.map_or_else(|| name.to_owned(), |(short, rest)| format!("{short}{rest}"))
}

/// The one region of a name without its kind; a province before a city that shares its name.
pub(super) fn only_bare(regions: &HashMap<String, usize>, bare: &str) -> Option<usize> {
    let of = |kind: &str| regions.get(&format!("{kind}{bare}")).copied();
    match (of("provinsi"), of("kabupaten"), of("kota")) {
        (Some(province), _, _) => Some(province),
        (None, Some(_), Some(_)) => None,
        (None, regency, city) => regency.or(city),
    }
}

/// The region with the longest name among those that whole words within a text spell, kind and all.
pub(super) fn longest_within(regions: &HashMap<String, usize>, text: &str) -> Option<usize> {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(letters).collect();
    let mut best: Option<(usize, usize)> = None;
    for start in 0..words.len() {
        let before = start.checked_sub(1).and_then(|index| words.get(index));
        // `Kabupaten/Kota Solok` names a kind of region, not a city.
        if before.is_some_and(|word| word == "kabupaten") {
            continue;
        }
        let mut name = String::new();
        for word in words.iter().skip(start).take(MOST_PIECES) {
            name.push_str(word);
            let found =
                KINDS.iter().any(|(kind, _)| name.starts_with(kind)).then(|| regions.get(&key(&name)));
            if let Some(index) = found.flatten()
                && best.is_none_or(|(length, _)| name.len() > length)
            {
                best = Some((name.len(), *index));
            }
        }
    }
    best.map(|(_, index)| index)
}

/// Of how many pieces a torn name may be.
const MOST_PIECES: usize = 16;

/// The region whose key is clearly the most like the given one.
pub(super) fn clearly_like(regions: &HashMap<String, usize>, wanted: &str) -> Option<usize> {
    let pattern = Pattern::new(wanted);
    let mut alike: Vec<(f64, usize)> = regions
        .iter()
        .filter_map(|(key, index)| Some((pattern.likeness(key, ALIKE - MARGIN)?, *index)))
        .collect();
    alike.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| left.1.cmp(&right.1)));
    let (best, index) = alike.first()?;
    let rival = alike.get(1).map_or(0.0, |(likeness, _)| *likeness);
    (*best >= ALIKE && best - rival >= MARGIN).then_some(*index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_of_writing_a_name_share_a_key() {
        for name in ["Kabupaten Agam", "KAB. AGAM", "Kab Agam", "kabu paten a gam"] {
            assert_eq!(key(name), "kabupatenagam", "{name}");
        }
        assert_eq!(key("Kota Administrasi Jakarta Pusat"), key("Kota Jakarta Pusat"));
        assert_eq!(key("Prov. Daerah Istimewa Yogyakarta"), key("Provinsi D.I. Yogyakarta"));
        assert_ne!(key("Kota Solok"), key("Kabupaten Solok"));
    }

    #[test]
    fn only_a_clear_likeness_counts() {
        let regions: HashMap<String, usize> =
            [("kabupatenlebak", 0), ("kabupatenlebuk", 1), ("kotametropolis", 2)]
                .into_iter()
                .map(|(key, at)| (key.to_owned(), at))
                .collect();
        assert_eq!(clearly_like(&regions, "kabupatenleback"), Some(0));
        assert_eq!(clearly_like(&regions, "kabupatenlebek"), None);
        assert_eq!(clearly_like(&regions, "kotametrpolis"), Some(2));
        assert_eq!(clearly_like(&regions, "kotabaru"), None);
    }
}
