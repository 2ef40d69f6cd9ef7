//! The region that title lines name.

use crate::codification::{Place, places};
use crate::model::{Pattern, letters};

/// `KABUPATEN LIMA PULUH KOTA`, `Pemerintah Provinsi Bali`, `Kota Batam Tahun 2026`.
static NAMED: Pattern = Pattern::seldom(
    r"(?i)^(?:pemerintah(?:an)?\s+)?(?:daerah\s+)?(kabupaten|kab\.?|kota|provinsi|prov\.?)\s+(?:[:;]\s*)?(\p{L}[\p{L} '.-]{2,40}?)(?:\s*\([\p{L} .-]+\))?(?:\s+(?:tahun|t\.?\s?a\.?)\s+(?:anggaran\s+)?\d{4}\b.*)?$",
);
/// A label that leaves open which kind of region follows: `Kab/Kota : Bandung`, `Daerah : Agam`.
static LABELLED: Pattern = Pattern::seldom(
    r"(?i)^(?:nama\s+)?(?:pemerintah\s+)?(?:daerah|kabupaten\s*/\s*kota|kab\.?\s*/\s*kota|provinsi\s*/\s*kabupaten\s*/\s*kota)\s*[:;]\s*(\p{L}.*)$",
);
/// `PEMERINTAH ACEH`, `PEMERINTAH DAERAH DAERAH ISTIMEWA YOGYAKARTA`.
static GOVERNMENT: Pattern = Pattern::seldom(r"(?i)^pemerintah(?:an)?\s+(?:daerah\s+)?(\p{L}[\p{L} .'-]*)$");
/// How the names of regions of a special standing begin.
static SPECIAL: Pattern =
    Pattern::seldom(r"(?i)^(daerah\s+istimewa|daerah\s+khusus|d\.?\s*i\.?|dki)\s+\p{L}");
/// A region at the end of a line that says something else: `… DINAS KESEHATAN KABUPATEN AGAM`.
static AT_END: Pattern = Pattern::seldom(
    r"(?i)\s((?:kabupaten|kab\.|kota|provinsi|prov\.)\s+\p{L}[\p{L} '.-]*?)(?:\s+(?:tahun|t\.?\s?a\.?)\s.*)?$",
);

/// A line with single blanks, and with the letters of spaced capitals joined: `KOTA B A T A M`.
pub(super) fn line(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    let settle = |run: &mut Vec<&str>, words: &mut Vec<String>| {
        if run.len() >= SPACED {
            words.push(run.concat());
        } else {
            words.extend(run.iter().map(|letter| (*letter).to_owned()));
        }
        run.clear();
    };
    // Wider gaps part the words of spaced capitals.
    let pieces = text.split("  ").filter(|piece| !piece.trim().is_empty());
    for piece in pieces {
        for word in piece.split_whitespace() {
            if word.chars().count() == 1 && word.chars().all(char::is_alphabetic) {
                run.push(word);
            } else {
                settle(&mut run, &mut words);
                words.push(word.to_owned());
            }
        }
        settle(&mut run, &mut words);
    }
    words.join(" ")
}

/// So many single letters in a row are one word in spaced capitals.
const SPACED: usize = 3;

/// The region that a line is, as `Kabupaten …`, `Kota …` or `Provinsi …` where the line or the registry says which.
pub(super) fn region(text: &str) -> Option<String> {
    let line = line(text);
    if let Some(found) = LABELLED.captures(&line) {
        let name = found.get(1)?.trim();
        return region(name).or_else(|| official(name)).or_else(|| Some(shown(name)));
    }
    if let Some(found) = NAMED.captures(&line) {
        let name = shown(found.get(2)?.trim());
        return Some(format!("{} {name}", kind(found.get(1)?)));
    }
    let government = GOVERNMENT.captures(&line).and_then(|found| found.get(1));
    government.or_else(|| SPECIAL.is_match(&line).then_some(line.as_str())).and_then(official)
}

/// The region of the registry with which a line that says something else ends, and where in the line it begins.
pub(super) fn region_at_end(line: &str) -> Option<(usize, String)> {
    let found = AT_END.captures(line)?;
    let name = official(found.get(1)?)?;
    Some((found.start(1)?, name))
}

/// Whether a text is the name of a region, with its kind or without.
pub(super) fn is_region(text: &str) -> bool {
    official(text).is_some()
}

/// The name of the registry's region whose name a text is; not of one that it merely resembles or holds.
fn official(text: &str) -> Option<String> {
    let place = places().find_region(text)?;
    let (own, other) = (letters(text), letters(place.nama));
    (own.ends_with(&other) || other.ends_with(&own) || alike(&own, &other)).then(|| full(place))
}

/// Whether two names differ but in how their kind is written: `kabagam`, `kabupatenagam`.
fn alike(left: &str, right: &str) -> bool {
    let bare = |name: &str| {
        let kinds = ["kabupaten", "kab", "kota", "provinsi", "prov"];
        kinds.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name).to_owned()
    };
    bare(left) == bare(right)
}

fn full(place: &Place) -> String {
    if place.level == "provinsi" { format!("Provinsi {}", place.nama) } else { place.nama.to_owned() }
}

fn kind(printed: &str) -> &'static str {
    let printed = printed.to_lowercase();
    if printed.starts_with("prov") {
        "Provinsi"
    } else if printed.starts_with("kota") {
        "Kota"
    } else {
        "Kabupaten"
    }
}

/// A name in capitals as it is written otherwise.
fn shown(name: &str) -> String {
    if name.chars().any(char::is_lowercase) { name.to_owned() } else { capitalised(name) }
}

fn capitalised(name: &str) -> String {
    let word = |word: &str| {
        // A short name of a region stays as it is.
        if word.eq_ignore_ascii_case("dki") {
            return word.to_uppercase();
        }
        let mut letters = word.chars();
        let first = letters.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
        first + &letters.as_str().to_lowercase()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_read_in_all_their_spellings() {
        for (text, wanted) in [
            ("KABUPATEN LIMA PULUH KOTA", "Kabupaten Lima Puluh Kota"),
            ("Kota  Bukittinggi", "Kota Bukittinggi"),
            ("Pemerintah Provinsi Bali", "Provinsi Bali"),
            ("KOTA B A T A M", "Kota Batam"),
            ("K O T A   B A T A M", "Kota Batam"),
            ("PEMERINTAH ACEH", "Provinsi Aceh"),
            ("Daerah Istimewa Yogyakarta", "Provinsi Daerah Istimewa Yogyakarta"),
            ("PEMERINTAH DAERAH DAERAH ISTIMEWA YOGYAKARTA", "Provinsi Daerah Istimewa Yogyakarta"),
            ("Kab/Kota : Bandung", "Bandung"),
            ("Kabupaten/Kota : Agam", "Kabupaten Agam"),
            ("Kab. Agam", "Kabupaten Agam"),
            (
                "Kabupaten Kepulauan Siau Tagulandang Biaro (SITARO)",
                "Kabupaten Kepulauan Siau Tagulandang Biaro",
            ),
        ] {
            assert_eq!(region(text).as_deref(), Some(wanted), "{text}");
        }
        for text in ["Dinas Kesehatan", "Pemerintah", "Kecamatan Agam", "Tahun 2026"] {
            assert_eq!(region(text), None, "{text}");
        }
    }

    #[test]
    fn a_region_at_the_end_of_a_line_is_one_of_the_registry() {
        let at_end = |text: &str| region_at_end(text).map(|(_, name)| name);
        assert_eq!(at_end("DINAS KESEHATAN KABUPATEN AGAM").as_deref(), Some("Kabupaten Agam"));
        assert_eq!(at_end("TAHUN ANGGARAN 2026 KABUPATEN AGAM").as_deref(), Some("Kabupaten Agam"));
        assert_eq!(at_end("Pelayanan Dinas Sosial Kota Solok Tahun 2024").as_deref(), Some("Kota Solok"));
        assert_eq!(at_end("Urusan Wajib Kabupaten/Kota"), None);
    }
}
