//! Wide tables that are printed in halves, and the years above their columns.

use crate::support::lines::{read, sheet, texts};

const LEFT: &str = "\
Tabel T-C.27
Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah
Tujuan|Sasaran|Kode|Program dan Kegiatan|Indikator Kinerja Tujuan, Sasaran, Program (outcome) dan Kegiatan (output)|Data Capaian pada Tahun Awal Perencanaan|Target Kinerja Program dan Kerangka Pendanaan|||||
||||||Tahun 2022||Tahun 2023||Tahun 2024|
||||||Target|Rp|Target|Rp|Target|Rp
(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(10)|(11)|(12)
Meningkatnya literasi|Meningkatnya layanan|2.23.02|PROGRAM PEMBINAAN PERPUSTAKAAN|Nilai|60|61|100.000.000|62|110.000.000|63|121.000.000
||2.23.02.2.01|Pengelolaan Perpustakaan Tingkat Daerah Kabupaten/Kota|Jumlah|10 Unit|11 Unit|100.000.000|12 Unit|110.000.000|13 Unit|121.000.000";

const RIGHT: &str = "\
Kode|Program dan Kegiatan|Target Kinerja Program dan Kerangka Pendanaan||||||Unit Kerja Perangkat Daerah Penanggung-jawab|Lokasi
||Tahun 2025||Tahun 2026||Kondisi Kinerja pada akhir periode Renstra Perangkat Daerah||
||Target|Rp|Target|Rp|Target|Rp||
(3)|(4)|(13)|(14)|(15)|(16)|(17)|(18)|(19)|(20)
2.23.02|PROGRAM PEMBINAAN PERPUSTAKAAN|64|133.100.000|65|146.410.000|65|610.510.000|Bidang Layanan|Agam
2.23.02.2.01|Pengelolaan Perpustakaan Tingkat Daerah Kabupaten/Kota|14 Unit|133.100.000|15 Unit|146.410.000|15 Unit|610.510.000|Bidang Layanan|Agam";

#[test]
fn the_right_half_of_a_table_goes_on_beside_its_left_half() {
    let document = read(vec![sheet("T-C.27", LEFT), sheet("T-C.27 (2)", RIGHT)]);
    assert_eq!(document.tables.len(), 1);
    assert_eq!(document.tables[0].rows.len(), 2);
    for (id, wanted) in [
        ("pagu_1", ["100.000.000", "100.000.000"]),
        ("pagu_3", ["121.000.000", "121.000.000"]),
        ("pagu_4", ["133.100.000", "133.100.000"]),
        ("pagu_akhir", ["610.510.000", "610.510.000"]),
        ("target_5", ["65", "15 Unit"]),
        ("lokasi", ["Agam", "Agam"]),
    ] {
        assert_eq!(texts(&document, id), wanted, "{id}");
    }
    assert!(document.findings.is_empty(), "{:?}", document.findings);
    assert!(document.repairs().is_empty());
    let kept = &document.conservation;
    assert_eq!(kept.source_cells, kept.used + kept.decoration);
}

#[test]
fn a_right_half_may_take_several_pages() {
    let lines: Vec<&str> = RIGHT.lines().collect();
    let first = lines[..5].join("\n");
    let header = lines[..4].join("\n");
    for second in [format!("{header}\n{}", lines[5]), lines[5].to_owned()] {
        let sheets = [LEFT, &first, &second].into_iter().zip(["T-C.27", "T-C.27 (2)", "T-C.27 (3)"]);
        let document = read(sheets.map(|(text, name)| sheet(name, text)).collect());
        assert_eq!(document.tables[0].rows.len(), 2, "{second}");
        assert_eq!(texts(&document, "pagu_5"), ["146.410.000", "146.410.000"]);
        assert!(document.findings.is_empty(), "{:?}", document.findings);
    }
}

#[test]
fn a_half_with_other_rows_stays_apart_and_its_years_stay_their_own() {
    let other = RIGHT.replace("2.23.02.2.01|Pengelolaan", "2.23.02.2.02|Pembudayaan").replace(
        "Pembudayaan Perpustakaan Tingkat Daerah Kabupaten/Kota",
        "Pembudayaan Gemar Membaca Tingkat Daerah Kabupaten/Kota",
    );
    let document = read(vec![sheet("T-C.27", LEFT), sheet("T-C.27 (2)", &other)]);
    let amounts = texts(&document, "pagu_1");
    assert!(!amounts.iter().any(|text| text == "133.100.000"), "{amounts:?}");
    assert!(texts(&document, "pagu_4").iter().any(|text| text == "133.100.000"));
}

#[test]
fn years_above_the_targets_and_above_the_amounts_are_read_and_written() {
    let document = read(vec![sheet(
        "T-C.27",
        "\
Tabel T-C.27
Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah
Kode|Program dan Kegiatan|Indikator Kinerja|Data Capaian Awal|Target Kinerja|||||Pagu Indikatif (Rp)|||||Unit Kerja Perangkat Daerah Penanggung-jawab
||||Tahun 2022|Tahun 2023|Tahun 2024|Tahun 2025|Tahun 2026|Tahun 2022|Tahun 2023|Tahun 2024|Tahun 2025|Tahun 2026|
2.23.02|PROGRAM PEMBINAAN PERPUSTAKAAN|Nilai|60|61|62|63|64|65|100.000.000|110.000.000|121.000.000|133.100.000|146.410.000|Bidang
2.23.02.2.01|Pengelolaan Perpustakaan Tingkat Daerah Kabupaten/Kota|Jumlah|10|11|12|13|14|15|100.000.000|110.000.000|121.000.000|133.100.000|146.410.000|Bidang",
    )]);
    assert_eq!(texts(&document, "pagu_2"), ["110.000.000", "110.000.000"]);
    assert_eq!(texts(&document, "target_5"), ["65", "15"]);
    assert_eq!(texts(&document, "awal"), ["60", "10"]);
}

#[test]
fn a_total_in_a_table_of_texts_is_no_term_of_its_own_sum() {
    let document = read(vec![sheet(
        "2.6",
        "\
Tabel 2.6
Realisasi Anggaran Tahun 2025
No|Program|Anggaran|Realisasi|%|Sisa
1|PROGRAM PEMBINAAN PERPUSTAKAAN|1.000.000.000|950.000.000|95,00|50.000.000
2|PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA|2.000.000.000|1.900.000.000|95,00|100.000.000
|JUMLAH|3.000.000.000|2.850.000.000|95,00|150.000.000",
    )]);
    let summary = rapikan::pipeline::Report::of(&document);
    let sum = &summary.tables[0].amounts[0];
    assert_eq!((sum.column, sum.written), ("anggaran", 3_000_000_000_i64.into()));
}

/// The right half of the table with a code and a name, which repeats neither of them.
const KEYLESS: &str = "\
Target Kinerja Program dan Kerangka Pendanaan||||||Unit Kerja Perangkat Daerah Penanggung-jawab|Lokasi
Tahun 2025||Tahun 2026||Kondisi Kinerja pada akhir periode Renstra Perangkat Daerah|||
Target|Rp|Target|Rp|Target|Rp||
(13)|(14)|(15)|(16)|(17)|(18)|(19)|(20)
64|133.100.000|65|146.410.000|65|610.510.000|Bidang Layanan|Agam
14 Unit|133.100.000|15 Unit|146.410.000|15 Unit|610.510.000|Bidang Layanan|Agam";

#[test]
fn a_right_half_that_repeats_nothing_stands_beside_the_left_one_and_says_so() {
    let document = read(vec![sheet("Hal 1", LEFT), sheet("Hal 2", KEYLESS)]);
    assert_eq!(document.tables.len(), 1);
    assert_eq!(texts(&document, "pagu_4"), ["133.100.000", "133.100.000"]);
    assert_eq!(texts(&document, "pagu_akhir"), ["610.510.000", "610.510.000"]);
    assert_eq!(texts(&document, "lokasi"), ["Agam", "Agam"]);
    assert!(document.findings.is_empty(), "{:?}", document.findings);
    assert!(document.notices.iter().any(|notice| notice.kind == "right-half"), "{:?}", document.notices);
}

#[test]
fn rows_of_a_right_half_stay_apart_where_nothing_tells_them() {
    let shorter = KEYLESS.rsplit_once('\n').unwrap().0;
    let document = read(vec![sheet("Hal 1", LEFT), sheet("Hal 2", shorter)]);
    assert_eq!(document.tables[0].rows.len(), 3);
    assert_eq!(texts(&document, "pagu_4"), ["", "", "133.100.000"]);
    let said: Vec<&str> = document.notices.iter().map(|notice| notice.said.english.as_str()).collect();
    assert!(said.iter().any(|said| said.contains("has 1 rows, whereas the left side")), "{said:?}");
}

#[test]
fn the_number_row_of_a_right_half_may_begin_left_of_its_words() {
    let moved: Vec<String> = KEYLESS
        .lines()
        .map(|line| if line.starts_with('(') { format!("(12)|{line}") } else { format!("|{line}") })
        .collect();
    let document = read(vec![sheet("Hal 1", LEFT), sheet("Hal 2", &moved.join("\n"))]);
    assert_eq!(texts(&document, "pagu_4"), ["133.100.000", "133.100.000"]);
}
