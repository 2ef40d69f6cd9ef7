//! Title lines: which form they name, and what they say of the plan year.

use std::borrow::Cow;

use super::words::header_letters;
use crate::forms::{FORMS, form};
use crate::model::{Form, Grid, Pattern, years};

static NUMBER: Pattern = Pattern::seldom(r"(?i)\bT\s*[-–.]?\s*C\s*[-–.]?\s*(2[3-9]|3[0-3])\b");
/// The number of a form of evaluation: `Formulir E.81`, `(E-81)`.
static EVALUATION: Pattern = Pattern::seldom(r"(?i)\bE\s*[-–.]\s*(8[01])\b");
static TITLE_START: Pattern = Pattern::seldom(
    r"(?i)^\(?\s*(tabel|formulir|lampiran|rencana kerja|renja|pemerintah (kab|kota|prov)|kabupaten|kota |provinsi|kab\.|nama |skpd|opd|perangkat daerah|unit (kerja|organisasi)|dinas|badan|kantor|kecamatan|sekretariat|inspektorat|rsud|rumah sakit|satuan polisi|satpol|suku dinas|cabang dinas|uptd?\b|puskesmas|biro\b|bagian\b|balai\b|majelis|kelurahan|distrik|kapanewon|kemantren|unit\s*:|daerah istimewa|pemerintah|tahun|t\s*[-–.]?\s*c\b)",
);
/// How the numbered title of a table begins: `Tabel 2.1`, `TABEL II.3`, `Tabel T-C.31`, `Formulir E.81`.
static TABLE_NUMBER: Pattern = Pattern::seldom(
    r"(?i)^\W*(?:tabel|formulir)\s*[.:]?\s*((?:[TE]\s*[-–.]?\s*C?\s*[-–.]?\s*)?(?:\d+|[IVX]+)\b(?:\s*[.\-–]\s*\d+)*)",
);

/// The form that a text names by its number.
pub(super) fn numbered_form(text: &str) -> Option<&'static Form> {
    if let Some(number) = NUMBER.captures(text).and_then(|found| found.get(1)) {
        return form(&format!("T-C.{number}"));
    }
    let number = EVALUATION.captures(text)?.get(1)?;
    form(&format!("E.{number}"))
}

/// The form that a text names, by number or by the words of its title.
pub(super) fn named_form(text: &str) -> Option<&'static Form> {
    if let Some(form) = numbered_form(text) {
        return Some(form);
    }
    let letters = header_letters(text);
    let said = FORMS.iter().copied().filter(|form| !form.needs_title && says_title(form, &letters));
    said.rev().max_by_key(|form| form.title_words.len())
}

fn says_title(form: &Form, letters: &str) -> bool {
    !form.title_words.is_empty() && form.title_words.iter().all(|word| letters.contains(word))
}

/// Whether a text has all the words of the title of some form: it is no header text, however alike.
pub(super) fn is_title(text: &str) -> bool {
    let letters = header_letters(text);
    FORMS.iter().any(|form| says_title(form, &letters))
}

/// The form that title lines name, one of which says `Tabel`: the words of many titles stand in other texts too.
pub(super) fn titled_form(lines: &[String]) -> Option<&'static Form> {
    if !lines.iter().any(|line| starts_with_tabel(line)) {
        return None;
    }
    let said = lines.iter().flat_map(|line| {
        let letters = header_letters(line);
        FORMS.iter().copied().filter(move |form| says_title(form, &letters))
    });
    let found: Vec<&'static Form> = said.collect();
    found.into_iter().rev().max_by_key(|form| form.title_words.len())
}

/// Whether a text opens a table: it names a form or starts with `Tabel`.
pub(super) fn opens_table(text: &str) -> bool {
    starts_with_tabel(text) || (text.len() < 300 && named_form(text).is_some())
}

/// Whether a text names a table as only a title does: `Tabel 3.3 …`, `(T-C.31)`, `Formulir E.81`.
pub(super) fn names_table(text: &str) -> bool {
    starts_with_tabel(text) || text.len() < 300 && (NUMBER.is_match(text) || EVALUATION.is_match(text))
}

/// The number of the table whose title a text begins, in letters and digits with a dot for what parts them: `2.1`,
/// `t.c.31`.
pub(super) fn table_number(text: &str) -> Option<String> {
    let found = TABLE_NUMBER.captures(text.trim())?;
    let parts = found.get(1)?.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    Some(parts.map(str::to_lowercase).collect::<Vec<_>>().join("."))
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
        assert_eq!(id("Formulir E.81"), Some("E.81"));
        // The name of T-C.23 is that of T-C.30 too: only its number tells it.
        assert_eq!(id("Pencapaian Kinerja Pelayanan Perangkat Daerah"), Some("T-C.30"));
        assert_eq!(id("Tabel T-C.23 Pencapaian Kinerja Pelayanan"), Some("T-C.23"));
    }

    #[test]
    fn the_plan_year_follows_from_the_wording() {
        assert_eq!(plan_years("Renstra s.d Tahun 2022", "s/d Tahun {n-1}"), [2023]);
        assert_eq!(plan_years("Tahun 2023 dan Tahun 2024", "{n} dan {n+1}"), [2023, 2023]);
    }
}
