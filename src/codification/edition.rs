//! From one edition of the codification to another.

use super::entry::Entry;
use super::likeness::likeness;
use super::registry::codification;
use crate::model::{Edition, Kode, Tingkat};

/// How alike the names of one entry in two editions must be at least.
const SAME: f64 = 0.9;

/// The entry of edition `to` that lives on from, or was before, the entry of a code in edition `from`. Numbers are
/// append-only: a two-digit sub kegiatan that lives on has two zeros before its number, other codes stay the same.
/// `None` where either edition lacks the code or the names are less than 0.9 alike: a code alone proves nothing,
/// for many were deleted.
#[must_use]
pub fn counterpart(code: &Kode, from: Edition, to: Edition) -> Option<&'static Entry> {
    let mut own = codification(from).by_code(code);
    // A bidang's own program 01 is not the general one that bears the same number.
    if own.iter().any(|entry| !entry.is_general()) && !code.as_str().starts_with('X') {
        own.retain(|entry| !entry.is_general());
    }
    let others = codification(to).by_code(&translated(code, to)?);
    let pairs = own.iter().flat_map(|entry| others.iter().map(move |other| (*entry, *other)));
    let mut best: Option<(&'static Entry, f64)> = None;
    for (entry, other) in pairs {
        let alike = likeness(entry.nama, other.nama);
        if alike >= SAME && best.is_none_or(|(_, before)| alike > before) {
            best = Some((other, alike));
        }
    }
    best.map(|(entry, _)| entry)
}

/// The code that an entry of this code has in another edition, if it lives on there.
pub(super) fn translated(code: &Kode, to: Edition) -> Option<Kode> {
    if code.shape().is_some() != to.is_legacy() {
        // The edition of 2006 numbers other things.
        return None;
    }
    if code.tingkat() != Tingkat::SubKegiatan {
        return Some(code.clone());
    }
    let (head, number) = code.as_str().rsplit_once('.')?;
    match (to.sub_digits(), number.len()) {
        (4, 2) => format!("{head}.00{number}").parse().ok(),
        (2, 4) => format!("{head}.{}", number.strip_prefix("00")?).parse().ok(),
        _ => Some(code.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there(text: &str, from: Edition, to: Edition) -> Option<&'static str> {
        let code = text.parse().unwrap();
        counterpart(&code, from, to).map(|entry| entry.kode.as_str())
    }

    #[test]
    fn a_sub_kegiatan_lives_on_with_two_zeros_or_not_at_all() {
        let forward = |text| there(text, Edition::Y2021, Edition::Y2023);
        assert_eq!(forward("2.17.01.2.02.01"), Some("X.XX.01.2.02.0001"));
        assert_eq!(forward("2.17.03.2.01.01"), None);
        assert_eq!(forward("3.31.03.2.01.01"), None);
        assert_eq!(forward("2.17.03"), Some("2.17.03"));
        assert_eq!(forward("2.17.03.2.01.99"), None);
    }

    #[test]
    fn the_way_back_is_the_same_way() {
        let mut lived_on = 0;
        for entry in codification(Edition::Y2021).entries() {
            let Some(later) = counterpart(&entry.kode, Edition::Y2021, Edition::Y2023) else { continue };
            lived_on += 1;
            // Some offices' own program 01 was merged into the general one: no way back from there.
            if later.is_general() && !entry.is_general() {
                continue;
            }
            let back = there(later.kode.as_str(), Edition::Y2023, Edition::Y2021);
            assert_eq!(back, Some(entry.kode.as_str()));
        }
        assert!(lived_on > 4000, "{lived_on}");
        assert_eq!(there("X.XX.01.2.02.0101", Edition::Y2023, Edition::Y2021), None);
    }
}
