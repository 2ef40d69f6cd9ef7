//! A text that other rows, or the codification, show whole.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::grids;

use rapikan::model::Document;
use rapikan::pipeline::clean;
use rapikan::solve::SolveOptions;

/// A program whose rows stand at the places given, the last sub kegiatan under the name given.
fn plan(places: [&str; 5], name: &str) -> Document {
    let [first, second, third, fourth, fifth] = places;
    let text = format!(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|{first}|90 %|300.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|{second}|12 Unit|300.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah|{third}|12 Unit|100.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah|{fourth}|12 Unit|100.000|PAD
1.01.02.2.01.04|{name}|Jumlah|{fifth}|12 Unit|100.000|PAD"
    );
    clean(&grids::workbook(&text), SolveOptions::default()).unwrap()
}

const NAME: &str = "Pembangunan Ruang Unit Kesehatan Sekolah";

fn repairs(document: &Document) -> Vec<(&str, usize, &str)> {
    document
        .repairs()
        .iter()
        .map(|repair| (repair.rule.as_str(), repair.row, repair.after.as_str()))
        .collect()
}

#[test]
fn a_place_parted_into_two_words_becomes_what_its_siblings_are() {
    let document =
        plan(["Kab. Sukamaju", "Kab. Sukamaju", "Kab. Suka maju", "Kab. Sukamaju", "Kab. Sukamaju"], NAME);
    assert_eq!(repairs(&document), [("sibling-text", 2, "Kab. Sukamaju")]);
}

#[test]
fn two_ways_to_write_a_place_that_are_about_as_frequent_both_stay() {
    let document =
        plan(["Kab. Sukamaju", "Kab. Sukamaju", "Kab. Suka maju", "Kab. Suka maju", "Kab. Sukamaju"], NAME);
    assert_eq!(repairs(&document), []);
}

/// What a text outweighs must not depend on which cells were mended: the workbook that is written does not tell them.
#[test]
fn a_place_that_was_mended_counts_as_what_it_became() {
    const WHOLE: &str = "Kota Solok, Semua Kecamatan, Semua Kelurahan";
    let rows = [
        ("1.01.02", "PROGRAM PENGELOLAAN PENDIDIKAN", WHOLE),
        ("1.01.02.2.01", "Pengelolaan Pendidikan Sekolah Dasar", WHOLE),
        ("1.01.02.2.01.01", "Pembangunan Unit Sekolah Baru (USB)", WHOLE),
        ("1.01.02.2.01.02", "Penambahan Ruang Kelas Baru", "Kota Solok,Semua Kecamatan, Semua Kelurahan"),
        (
            "1.01.02.2.01.03",
            "Pembangunan Ruang Guru/Kepala Sekolah/TU",
            "Kota Solok, Semua Kecamatan,Semua Kelurahan",
        ),
        ("1.01.02.2.01.04", NAME, WHOLE),
        (
            "1.01.02.2.01.05",
            "Pembangunan Perpustakaan Sekolah",
            "Kota Solok,Semua Kecamatan, Semua Kelurahan",
        ),
        ("1.01.02.2.01.08", "Rehabilitasi Sedang/Berat Ruang Kelas", WHOLE),
    ];
    let rows = rows.map(|(code, name, place)| format!("{code}|{name}|Jumlah|{place}|12 Unit||PAD"));
    let text = format!("T-C.33\nkode|uraian|indikator|lokasi|target|pagu|sumber_dana\n{}", rows.join("\n"));
    let document = clean(&grids::workbook(&text), SolveOptions::default()).unwrap();
    let places: Vec<&str> =
        (0..rows.len()).filter_map(|row| Some(document.tables[0].cell(row, "lokasi")?.text())).collect();
    assert_eq!(places, [WHOLE; 8]);
}

#[test]
fn a_name_cut_after_a_word_becomes_the_name_of_its_code() {
    let document = plan(["Matur"; 5], "Pembangunan Ruang");
    assert_eq!(repairs(&document), [("official-name", 4, NAME)]);
}

#[test]
fn a_name_that_is_not_that_of_its_code_is_asked_about() {
    let document = plan(["Matur"; 5], "Lomba Masak Antardesa");
    assert_eq!(repairs(&document), []);
    let of_rows = document.findings.iter().filter(|finding| finding.row.is_some());
    let asked: Vec<_> = of_rows.map(|finding| (finding.rule().as_str(), finding.row)).collect();
    assert_eq!(asked, [("code-name-mismatch", Some(4))]);
}

/// `Kel` is a word, and `inras` stands beside it once: that does not part the four other `Kelinras`.
#[test]
fn a_name_that_is_torn_once_is_not_torn_everywhere() {
    let whole = "Kab. Kelinras";
    let document = plan([whole, "Kab. Kel inras", whole, whole, whole], NAME);
    assert_eq!(repairs(&document), [("sibling-text", 1, whole)]);
}

/// Of an indicator that a narrow column tore, what is published as one word stays one.
#[test]
fn a_torn_indicator_becomes_what_is_published() {
    let text = "\
T-C.29
kode|uraian|indikator
2.07.04.1.03.02|Pelayanan dan Penyediaan Informasi Pasar Kerja Online|Jumlah Pe ncari dan Pemberi Kerja Yang Terdaftar Dalam Pasar Kerja Melalui Sistem Online (KarirHub)
2.08.02.2.01.0006|Advokasi Kebijakan dan Pendampingan Penyelenggaraan PUG kewenangan Kab/Kota|Jumlah SDM yangmemperoleh advokasi Kebijakan dan Pendampingan Penyeleng garaan PUG";
    let document = grids::cleaned(text);
    let indicator = |row| grids::texts(&document, row, &["indikator"])[0].to_owned();
    assert!(indicator(0).ends_with("(KarirHub)") && indicator(0).contains("Pencari"), "{}", indicator(0));
    assert!(indicator(1).contains("yangmemperoleh") && indicator(1).contains("Penyelenggaraan PUG"));
}
