//! A value that says more than its digits keeps its sign, its word and its factor, or is asked about.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::grids::cleaned;

use rapikan::model::{Cell, Document, Severity, Status};

/// A table without sums: nothing but the cell itself tells what it holds. The row in question is the third.
fn table(indicator: &str, target: &str, amount: &str) -> String {
    format!(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|{indicator}|Lubuk Basung|{target}|{amount}|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|12 Unit|635.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|14 Unit|240.000.000|PAD
1.01.02.2.01.05|Pembangunan Perpustakaan Sekolah|Jumlah Ruang|Lubuk Basung|15 Unit|310.000.000|PAD"
    )
}

fn cell<'a>(document: &'a Document, column: &str) -> &'a Cell {
    document.tables[0].cell(2, column).unwrap()
}

fn asked(document: &Document, column: &str, rule: &str) -> Option<Vec<String>> {
    let found = document.findings.iter().find(|found| {
        found.row == Some(2)
            && found.column == Some(column_id(document, column))
            && found.rule().as_str() == rule
    });
    found.filter(|found| found.severity != Severity::Note).map(|found| found.candidates.clone())
}

fn column_id(document: &Document, column: &str) -> &'static str {
    document.tables[0].columns.iter().find(|own| own.id == column).unwrap().id
}

fn amount(text: &str) -> Document {
    cleaned(&table("Jumlah Sekolah", "2 Unit", text))
}

#[test]
fn a_sign_is_never_lost() {
    for text in [
        "minus 35.250.000",
        "(-35.250.000)",
        "-(35.250.000)",
        "( Rp 35.250.000 )",
        "35.250.000 (minus)",
        "negatif 35.250.000",
    ] {
        let document = amount(text);
        let cell = cell(&document, "pagu");
        assert_eq!(cell.number().map(|number| number.to_string()).as_deref(), Some("-35250000"), "{text}");
        assert_eq!(cell.status(), Status::Likely, "{text}");
    }
}

#[test]
fn an_apostrophe_that_keeps_an_amount_as_text_is_none_of_it() {
    for text in ["'35.250.000", "'Rp 35.250.000", " '35.250.000 "] {
        let document = amount(text);
        let cell = cell(&document, "pagu");
        assert_eq!(cell.number().map(|number| number.to_string()).as_deref(), Some("35250000"), "{text}");
        assert_eq!(cell.status(), Status::Likely, "{text}");
    }
    assert_eq!(cell(&amount("'35.250'000"), "pagu").number(), None);
}

#[test]
fn digits_of_other_scripts_are_digits() {
    for text in ["３５.２５０.０００", "٣٥٬٢٥٠٬٠٠٠", "Rp ３５．２５０．０００", "3.5250000000000000e+007"]
    {
        let document = amount(text);
        let cell = cell(&document, "pagu");
        assert_eq!(cell.number().map(|number| number.to_string()).as_deref(), Some("35250000"), "{text}");
        assert!(document.repairs().iter().any(|repair| repair.rule.as_str() == "other-digits"), "{text}");
    }
}

#[test]
fn what_may_be_two_amounts_is_none_and_both_are_offered() {
    for (text, wanted) in [
        ("2.415.836,712", vec!["2.415.836,712", "2.415.836.712"]),
        ("35.250,000", vec!["35.250", "35.250.000"]),
        ("35,250.000", vec!["35.250", "35.250.000"]),
        ("35,25 juta", vec!["35.250.000", "35,25"]),
        ("35.250.000 -", vec!["35.250.000", "-35.250.000"]),
        ("maks 35.250.000", vec!["35.250.000"]),
        ("Maks. 35.250.000", vec!["35.250.000"]),
        ("1OO.OOO.OOO", vec!["100.000.000"]),
    ] {
        let document = amount(text);
        assert_eq!(cell(&document, "pagu").number(), None, "{text}");
        let mut candidates =
            asked(&document, "pagu", "unreadable-number").unwrap_or_else(|| panic!("{text}"));
        candidates.sort();
        let mut wanted: Vec<String> = wanted.into_iter().map(str::to_owned).collect();
        wanted.sort();
        assert_eq!(candidates, wanted, "{text}");
    }
}

/// The sum above says which of two readings is meant.
#[test]
fn a_sum_decides_between_two_readings() {
    for (text, total) in
        [("35,25 juta", "35.250.000"), ("35.250,000", "35.250.000"), ("maks 35.250.000", "35.250.000")]
    {
        let document = cleaned(&format!(
            "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Lubuk Basung|90 %|{total}|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Lubuk Basung|2 Unit|{total}|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah|Lubuk Basung|2 Unit|{text}|PAD"
        ));
        let cell = cell(&document, "pagu");
        assert_eq!(cell.text(), total, "{text}");
        assert_eq!(cell.status(), Status::Proven, "{text}");
    }
}

#[test]
fn a_target_that_is_no_number_has_none() {
    for (text, rule, candidate) in [
        ("1OO %", "unreadable-number", "100 %"),
        ("1E5", "unreadable-number", "100.000"),
        ("02-Mar", "target-read-as-date", "2-3"),
        ("02/03/2024", "target-read-as-date", "2-3"),
    ] {
        let document = cleaned(&table("Jumlah Sekolah", text, "865.000.000"));
        assert_eq!(cell(&document, "target").number(), None, "{text}");
        assert_eq!(cell(&document, "target").text(), text);
        let candidates = asked(&document, "target", rule).unwrap_or_else(|| panic!("{text}"));
        assert!(candidates.iter().any(|found| found == candidate), "{text}: {candidates:?}");
    }
}

#[test]
fn a_footnote_is_no_second_target() {
    for text in ["12 Dokumen 1)", "12 Dokumen *)", "12 Dokumen **"] {
        let document = cleaned(&table("Jumlah Dokumen", text, "865.000.000"));
        let cell = cell(&document, "target");
        assert_eq!(
            (cell.text(), cell.number().map(|number| number.to_string()).as_deref()),
            (text, Some("12"))
        );
        assert!(document.findings.is_empty() && document.repairs().is_empty(), "{text}");
    }
}

#[test]
fn letters_that_a_copy_broke_are_read_or_asked_about() {
    let document = cleaned(&table("Jumlah Veriﬁkasi &amp; Validasi", "2 Unit", "865.000.000"));
    assert_eq!(cell(&document, "indikator").text(), "Jumlah Verifikasi & Validasi");
    for text in ["Jumlah (cid:3)Dokumen", "Jumlah Doku\u{fffd}men", "Jumlah Target 2020 â€“ 2024"] {
        let document = cleaned(&table(text, "2 Unit", "865.000.000"));
        assert_eq!(cell(&document, "indikator").text(), text);
        assert!(asked(&document, "indikator", "garbled-text").is_some(), "{text}");
    }
}

/// Nothing adds up here, and still each of the other rows of its level has an amount.
#[test]
fn one_amount_that_is_gone_is_asked_about() {
    let document = amount("");
    assert!(asked(&document, "pagu", "missing-amount").is_some());
    let summed = cleaned(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Lubuk Basung|90 %|1.185.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Lubuk Basung|2 Unit|1.185.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah|Lubuk Basung|2 Unit||PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|12 Unit|635.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|14 Unit|240.000.000|PAD
1.01.02.2.01.05|Pembangunan Perpustakaan Sekolah|Jumlah Ruang|Lubuk Basung|15 Unit|310.000.000|PAD",
    );
    let asked = summed.findings.iter().filter(|finding| finding.severity != Severity::Note).count();
    assert_eq!(asked, 0, "the sum holds without it");
}

/// The number of a percent is the one that it shows, so that what is written reads back.
#[test]
fn a_percent_is_what_it_shows() {
    let document = cleaned(
        "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|150.000.000|30.000.000|32.000.000|30.500.000|=0.953125@0.00%|35.250.000|95.750.000|63,83",
    );
    let cell = document.tables[0].cell(0, "tingkat_realisasi").unwrap();
    assert_eq!((cell.text(), cell.number().unwrap().to_string().as_str()), ("95,31", "95.31"));
}

#[test]
fn a_stack_is_cut_where_the_official_indicator_ends() {
    let official = "Jumlah Laporan Koordinasi dan Sinkronisasi Peningkatan Aksesibilitas Barang Kebutuhan Pokok dan Barang Penting di Tingkat Agen dan Pasar Rakyat";
    let document = cleaned(&format!(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
3.30.04|PROGRAM STABILISASI HARGA BARANG KEBUTUHAN POKOK DAN BARANG PENTING|||||
3.30.04.2.01|Menjamin Ketersediaan Barang Kebutuhan Pokok dan Barang Penting di Tingkat Daerah Kabupaten/Kota|||||
3.30.04.2.01.02|Koordinasi dan Sinkronisasi Peningkatan Aksesibilitas Barang Kebutuhan Pokok dan Barang Penting di Tingkat Agen dan Pasar Rakyat|{official} kemudahan dalam Mengakses Barang|Lubuk Basung|0 Laporan 20 %|600.000.000|PAD"
    ));
    let expected = format!("{official}\nkemudahan dalam Mengakses Barang");
    assert_eq!(cell(&document, "indikator").text(), expected);
}

#[test]
fn a_line_without_a_number_is_put_behind_no_quantity() {
    let target = |text: &str| {
        let document = cleaned(&table("Jumlah Sekolah", text, "35.250.000"));
        cell(&document, "target").text().to_owned()
    };
    assert_eq!(target("12 Dokumen 3 Laporan"), "12 Dokumen\n3 Laporan");
    assert_eq!(target("12\\Dokumen 3\\Laporan"), "12 Dokumen\n3 Laporan");
    let printed = "12 Dokumen\\3 Laporan\\menunggu hasil";
    assert_eq!(target(printed), printed.replace('\\', "\n"));
}
