//! Title lines: which form they name, and what they say of the plan year.

use std::borrow::Cow;

use super::words::header_letters;
use crate::forms::{FORMS, form};
use crate::model::{Form, Grid, Pattern, years};

static NUMBER: Pattern = Pattern::new(r"(?i)\bT\s*[-–.]?\s*C\s*[-–.]?\s*(2[3-9]|3[0-3])\b");
static TITLE_START: Pattern = Pattern::new(
    r"(?i)^\(?\s*(tabel|lampiran|rencana kerja|renja|pemerintah (kab|kota|prov)|kabupaten|kota |provinsi|kab\.|nama |skpd|opd|perangkat daerah|unit (kerja|organisasi)|dinas|badan|kantor|kecamatan|sekretariat|inspektorat|rsud|rumah sakit|satuan polisi|satpol|suku dinas|cabang dinas|uptd?\b|puskesmas|biro\b|bagian\b|balai\b|majelis|kelurahan|distrik|kapanewon|kemantren|unit\s*:|daerah istimewa|pemerintah|tahun|t\s*[-–.]?\s*c\b)",
);
/// The form that a text names, by number or by the words of its title.
pub(super) fn named_form(text: &str) -> Option<&'static Form> {
    if let Some(number) = NUMBER.captures(text).and_then(|found| found.get(1)) {
        return form(&format!("T-C.{}", number.as_str()));
    }
    let letters = header_letters(text);
    FORMS
        .into_iter()
        .filter(|form| form.title_words.iter().all(|word| letters.contains(word)))
        .max_by_key(|form| form.title_words.len())
}

/// Whether a text opens a table: it names a form or starts with `Tabel`.
pub(super) fn opens_table(text: &str) -> bool {
    starts_with_tabel(text) || (text.len() < 300 && named_form(text).is_some())
}

/// Whether a text names a table as only a title does: `Tabel 3.3 …`, `(T-C.31)`.
pub(super) fn names_table(text: &str) -> bool {
    starts_with_tabel(text) || text.len() < 300 && NUMBER.is_match(text)
}

/// Whether a text is a `Tabel 3.3` line.
pub(super) fn starts_with_tabel(text: &str) -> bool {
    header_letters(text).starts_with("tabel")
}

/// Whether a row could be a title line: few cells, and one of them reads like a title.
pub(super) fn is_title_row(grid: &Grid, row: u32) -> bool {
    let is_title = |text: Cow<'_, str>| TITLE_START.is_match(text.trim()) || opens_table(&text);
    grid.row(row).nth(4).is_none() && grid.row(row).any(|(_, raw)| is_title(raw.shown()))
}

/// The plan year that the years in a text point to, given its standard wording with `{n-1}` and the like.
pub(super) fn plan_years(text: &str, wording: &str) -> Vec<u16> {
    let offsets: Vec<i32> = wording
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .filter_map(|(mark, _)| match mark {
            "n" => Some(0),
            _ => mark.strip_prefix('n').and_then(|offset| offset.parse().ok()),
        })
        .collect();
    years(text)
        .into_iter()
        .zip(offsets)
        .filter_map(|(year, offset)| u16::try_from(i32::from(year) - offset).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_named_by_number_or_by_words() {
        let id = |text| named_form(text).map(|form| form.id);
        assert_eq!(id("(T.C 29)"), Some("T-C.29"));
        assert_eq!(id("(T-C. 33)"), Some("T-C.33"));
        assert_eq!(id("Tabel T-C.32."), Some("T-C.32"));
        assert_eq!(id("Review Terhadap Rancangan Awal RKPD Tahun 2023"), Some("T-C.31"));
        assert_eq!(
            id("Rumusan Rencana Program dan Kegiatan SKPD Tahun 2023 dan Prakiraan Maju Tahun 2024"),
            Some("T-C.33")
        );
        assert_eq!(id("Kabupaten Agam"), None);
    }

    #[test]
    fn the_plan_year_follows_from_the_wording() {
        assert_eq!(plan_years("Renstra s.d Tahun 2022", "s/d Tahun {n-1}"), [2023]);
        assert_eq!(plan_years("Tahun 2023 dan Tahun 2024", "{n} dan {n+1}"), [2023, 2023]);
    }
}
