//! Which region a text names.

use super::likeness::Pattern;
use super::lines::Lines;
use super::region_key::{KINDS, region_key};
use crate::model::letters;

/// How alike a misspelt name must be, and by how much more than to any other.
const ALIKE: f64 = 0.9;
const MARGIN: f64 = 0.03;

/// The one region of a name without its kind; a province before a city that shares its name.
pub(super) fn only_bare(regions: &Lines, bare: &str) -> Option<usize> {
    let of = |kind: &str| regions.find(&format!("{kind}{bare}"));
    match (of("provinsi"), of("kabupaten"), of("kota")) {
        (Some(province), _, _) => Some(province),
        (None, Some(_), Some(_)) => None,
        (None, regency, city) => regency.or(city),
    }
}

/// The region with the longest name among those that whole words within a text spell, kind and all.
pub(super) fn longest_within(regions: &Lines, text: &str) -> Option<usize> {
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
            let found = KINDS
                .iter()
                .any(|(kind, _)| name.starts_with(kind))
                .then(|| regions.find(&region_key(&name)));
            if let Some(index) = found.flatten()
                && best.is_none_or(|(length, _)| name.len() > length)
            {
                best = Some((name.len(), index));
            }
        }
    }
    best.map(|(_, index)| index)
}

/// Of how many pieces a torn name may be.
const MOST_PIECES: usize = 16;

/// The region whose key is clearly the most like the given one.
pub(super) fn clearly_like(regions: &Lines, wanted: &str) -> Option<usize> {
    let pattern = Pattern::new(wanted);
    let mut alike: Vec<(f64, usize)> = (0..regions.len())
        .filter_map(|line| Some((pattern.likeness(regions.key(line), ALIKE - MARGIN)?, line)))
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
    fn only_a_clear_likeness_counts() {
        let regions =
            Lines::leaked(["kabupatenlebak", "kabupatenlebuk", "kotametropolis"].map(str::to_owned).into());
        assert_eq!(clearly_like(&regions, "kabupatenleback"), Some(0));
        assert_eq!(clearly_like(&regions, "kabupatenlebek"), None);
        assert_eq!(clearly_like(&regions, "kotametrpolis"), Some(2));
        assert_eq!(clearly_like(&regions, "kotabaru"), None);
    }
}
