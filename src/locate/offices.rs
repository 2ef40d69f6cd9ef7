//! The office that title lines name.

use std::sync::LazyLock;

use super::regions::line;
use super::words::header_letters;
use crate::model::Pattern;

/// What the names of offices begin with.
const KINDS: &str = r"dinas|badan|kantor|kecamatan|kelurahan|sekretariat|inspektorat|rsud|rumah\s+sakit|satuan\s+polisi|satpol|suku\s+dinas|cabang\s+dinas|uptd?|puskesmas|biro|bagian|balai|majelis|distrik|kapanewon|kemantren|paniradya";

/// `Nama Perangkat Daerah : Dinas Kesehatan`, `Unit : RSUD …`, `NAMA OPD / SKPD : …`.
static LABELLED: Pattern = Pattern::seldom(
    r"(?i)^(?:nama\s+)?(?:(?:skpd|opd|pd|perangkat\s+daerah|satuan\s+kerja(?:\s+perangkat\s+daerah)?|(?:sub\s*)?unit(?:\s+(?:kerja|organisasi|skpd))?|organisasi|instansi)\s*/?\s*)+[:;]\s*(.+)$",
);
/// `DINAS : 1.02 KESEHATAN`, `Kecamatan : Ulu`: the kind of office is the label.
static KIND_LABELLED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::of(format!(r"(?i)^({KINDS})\s*[:;]\s*(.+)$")));
/// The code of an office before its name: `1.02 KESEHATAN`, `1.02.0.00.0.00.01.0000 - Dinas Kesehatan`.
static CODE: Pattern = Pattern::seldom(r"^\d[\d.]*\.\d+\.?\s*[-–:]?\s*");
static NAME: LazyLock<Pattern> = LazyLock::new(|| Pattern::of(format!(r"(?i)^({KINDS})\b.*$")));
/// An office within a title: `Rumusan … Kegiatan Dinas X Tahun 2026 …`, `RENJA DINAS PENDIDIKAN`.
static WITHIN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::of(format!(
        r"(?i)(?:^renja|^rencana\s+kerja|kegiatan|pelayanan|perangkat\s+daerah|skpd|opd)\s+(({KINDS})\s+\p{{L}}.*?)(?:\s+(?:tahun|t\.?\s?a\.?|dan\s+(?:prakiraan|perkiraan|pencapaian)|s/d|s\.d\.?|sampai)\b.*)?$"
    ))
});

/// The office that a line with a label names.
pub(super) fn labelled(text: &str) -> Option<String> {
    let line = line(text);
    if let Some(name) = LABELLED.captures(&line).and_then(|found| found.get(1)) {
        return without_code(name).map(str::to_owned);
    }
    let found = KIND_LABELLED.captures(&line)?;
    let (kind, name) = (found.get(1)?, without_code(found.get(2)?)?);
    Some(if named(name).is_some() { name.to_owned() } else { format!("{kind} {name}") })
}

/// The name behind a label, without the office's code before it; `None` where too few letters are left.
fn without_code(name: &str) -> Option<&str> {
    let name = name.trim().trim_start_matches([':', ';', ' ']);
    let code = CODE.captures(name).and_then(|found| found.get(0)).unwrap_or_default();
    let name = name.strip_prefix(code).unwrap_or(name);
    (name.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST).then_some(name)
}

/// How many letters the name of an office has at least.
const SHORTEST: usize = 3;

/// The office whose name a line is.
pub(super) fn named(text: &str) -> Option<String> {
    let line = line(text);
    NAME.is_match(&line).then_some(line)
}

/// The office that a title of a table or of a plan names.
pub(super) fn within(text: &str) -> Option<String> {
    let line = line(text);
    let found = WITHIN.captures(&line)?;
    Some(found.get(1)?.trim().to_owned())
}

/// Words of titles that are no office: a line that holds one of them is another title.
const OTHERS: [&str; 26] = [
    "tabel",
    "lampiran",
    "rencana",
    "renja",
    "rkpd",
    "renstra",
    "rumusan",
    "laporan",
    "rancangan",
    "tahun",
    "anggaran",
    "program",
    "kegiatan",
    "kinerja",
    "matriks",
    "evaluasi",
    "review",
    "pencapaian",
    "usulan",
    "rekapitulasi",
    "dokumen",
    "rupiah",
    "perubahan",
    "pemerintah",
    "format",
    "kode",
];
/// Of how many words the name of an office is.
const WORDS: std::ops::RangeInclusive<usize> = 2..=9;

/// Whether a line may be the name of an office though it begins as none that is known: a few words, no digits or marks,
/// none of them a word of other titles.
pub(super) fn may_be(text: &str) -> bool {
    let line = line(text);
    let plain = line.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || ",.'-".contains(c));
    let titled = line.chars().next().is_some_and(char::is_uppercase);
    let words: Vec<String> = line.split_whitespace().map(header_letters).collect();
    plain
        && titled
        && WORDS.contains(&words.len())
        && !words.iter().any(|word| OTHERS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_read_in_all_their_spellings() {
        for (text, wanted) in [
            ("Nama Perangkat Daerah : Dinas Kesehatan", "Dinas Kesehatan"),
            ("NAMA OPD / SKPD : Dinas Kesehatan [1.02.01]", "Dinas Kesehatan [1.02.01]"),
            ("Unit : Majelis Adat Aceh", "Majelis Adat Aceh"),
            ("Perangkat Daerah; BADAN PERENCANAAN", "BADAN PERENCANAAN"),
            ("OPD : 1.02.0.00.0.00.01.0000 - Dinas Kesehatan", "Dinas Kesehatan"),
            ("DINAS : 1.02 KESEHATAN", "DINAS KESEHATAN"),
            ("Badan : Badan Kepegawaian", "Badan Kepegawaian"),
        ] {
            assert_eq!(labelled(text).as_deref(), Some(wanted), "{text}");
        }
        for name in ["BADAN KEUANGAN DAERAH", "UPTD PUSKESMAS ULU", "Bagian Umum Setda", "Suku Dinas Sosial"]
        {
            assert_eq!(named(name).as_deref(), Some(name));
        }
        assert_eq!(named("Rencana Dinas"), None);
        assert_eq!(within("RENJA DINAS PENDIDIKAN").as_deref(), Some("DINAS PENDIDIKAN"));
        assert_eq!(
            within(
                "Rumusan Rencana Program dan Kegiatan Dinas Sosial Tahun 2026 dan Prakiraan Maju Tahun 2027"
            )
            .as_deref(),
            Some("Dinas Sosial")
        );
        assert_eq!(within("Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2026"), None);
        assert!(may_be("PANIRADYA KAISTIMEWAN") && may_be("Lembaga Adat Besar"));
        assert!(
            !may_be("LAPORAN RANCANGAN AKHIR RKPD") && !may_be("(dalam ribuan rupiah)") && !may_be("Tabel")
        );
    }
}
