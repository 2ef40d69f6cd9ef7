//! What stands where it should is not moved, and what is right is not repaired.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::grids;

use grids::{cleaned, texts};
use rapikan::model::{Document, Edition, Grid, Raw, Status, Workbook};
use rapikan::pipeline::clean;
use rapikan::solve::SolveOptions;

fn repairs(document: &Document) -> Vec<(&str, usize, &str, &str)> {
    let repairs = document.repairs().iter();
    repairs.map(|repair| (repair.rule.as_str(), repair.row, repair.column, repair.after.as_str())).collect()
}

#[test]
fn a_small_amount_below_its_header_is_no_target() {
    let document = cleaned(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN||||800|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar||||800|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah|Matur|2 Unit|800|PAD",
    );
    for row in 0..2 {
        assert_eq!(texts(&document, row, &["target", "pagu"]), ["", "800"], "row {row}");
    }
}

const EVALUATION: &str = "T-C.29\nkode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian\n";

#[test]
fn a_row_whose_formulas_have_no_results_is_not_rearranged() {
    let document = cleaned(&format!(
        "{EVALUATION}\
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Nilai|=50000000||=8600000|=5555495|=SUM(A1:A2)|=100000|=SUM(B1:B2)|"
    ));
    let wanted = ["", "8.600.000", "5.555.495"];
    assert_eq!(texts(&document, 0, &["realisasi_lampau", "target_lalu", "realisasi_lalu"]), wanted);
}

#[test]
fn percents_and_numbers_of_things_are_not_added_up() {
    let document = cleaned(&format!(
        "{EVALUATION}\
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Nilai|94 %||20 %|8 %|40,00|20 %|28 %|29,79
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah|192||15|6|40,00|21|27|14,06"
    ));
    assert_eq!(document.findings, []);
    assert_eq!(texts(&document, 0, &["realisasi_lampau", "target_berjalan"]), ["", "20 %"]);
}

#[test]
fn a_percent_stored_as_a_fraction_is_what_its_formula_says() {
    let document = cleaned(&format!(
        "{EVALUATION}\
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Nilai|2.000.000|100.000|400.000|326.960|=0.8174|73.040|500.000|25,00"
    ));
    assert_eq!(repairs(&document), [("fraction-percent", 0, "tingkat_realisasi", "81,74")]);
}

/// The target is wrong, as the sum says; the percent was computed from the right one, and is a swap of two digits away
/// from what the wrong one gives.
#[test]
fn a_percent_is_not_corrected_by_an_amount_that_is_wrong_itself() {
    let document = cleaned(&format!(
        "{EVALUATION}\
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Nilai|2.000.000|100.000|100.120|60.000|59,93|100.000|260.000|13,00
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah|2.000.000|100.000|101.020|60.000|59,93|100.000|260.000|13,00"
    ));
    assert_eq!(repairs(&document), [("swapped-digits", 1, "target_lalu", "100.120")]);
}

#[test]
fn a_slip_that_may_be_in_the_parent_or_in_its_child_is_asked_about() {
    let document = cleaned(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Matur|90 %|9.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Matur|12 Unit|622.150.500|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah|Matur|12 Unit|622.155.000|PAD",
    );
    assert_eq!(repairs(&document), []);
    let open = |row| document.tables[0].cell(row, "pagu").unwrap().status() == Status::Unresolved;
    assert!(open(1) && open(2) && !open(0));
}

/// `2.13.01` in a narrow cell lost its second line; read as a bidang, it would have two sums correct the bidang above.
#[test]
fn a_code_that_lost_its_middle_is_the_one_that_its_name_has() {
    let document = cleaned(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
2|URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR||||1.107.753.038|
2.13|URUSAN PEMERINTAHAN BIDANG PEMBERDAYAAN MASYARAKAT DAN DESA||||1.107.753.038|
2.01|PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA|Nilai|Matur|90 %|700.000|PAD
2.13.02|PROGRAM PENATAAN DESA|Nilai|Matur|90 %|1.107.053.038|PAD
TOTAL|||||1.107.753.038|",
    );
    assert_eq!(repairs(&document), [("chopped-code", 2, "kode", "2.13.01")]);
}

/// A program with the code of a bidang: one sum lacks its amount and another has it too much, and both would have the
/// bidang above it corrected.
#[test]
fn a_row_whose_name_is_that_of_another_code_corrects_no_sum() {
    let document = cleaned(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
2|URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR||||1.107.753.038|
2.13|URUSAN PEMERINTAHAN BIDANG PEMBERDAYAAN MASYARAKAT DAN DESA||||1.107.753.038|
2.10|PROGRAM PENATAAN DESA|Nilai|Matur|90 %|700.000|PAD
2.13.03|PROGRAM PENINGKATAN KERJA SAMA DESA|Nilai|Matur|90 %|1.107.053.038|PAD
TOTAL|||||1.107.753.038|",
    );
    assert_eq!(repairs(&document), []);
    assert!(document.findings.iter().any(|finding| finding.rule().as_str() == "code-name-mismatch"));
}

/// The names of the bidang 2.10 and 3.27 differ by three letters.
#[test]
fn an_official_name_is_not_taken_for_a_misspelt_one() {
    let document = cleaned(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
3.27|URUSAN PEMERINTAHAN BIDANG PERTANAHAN|Nilai|Matur|90 %|700.000|PAD",
    );
    assert_eq!(repairs(&document), []);
    assert!(document.findings.iter().any(|finding| finding.rule().as_str() == "code-name-mismatch"));
}

#[test]
fn a_dash_behind_an_amount_may_be_a_minus() {
    let document = cleaned(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Matur|90 %|58.000-|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Matur|12 Unit|58.000,-|PAD",
    );
    assert_eq!(document.tables[0].cell(0, "pagu").unwrap().number(), Some(58_000.into()));
    let alone = cleaned(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Matur|90 %|58.000-|PAD",
    );
    assert_eq!(alone.tables[0].cell(0, "pagu").unwrap().status(), Status::Unresolved);
}

#[test]
fn a_kecamatan_of_the_name_of_its_regency_stays() {
    let rows: Vec<String> = (3..7)
        .map(|sub| format!("1.01.02.2.01.{sub:02}||Jumlah|Kab. Purworejo|12 Unit|100.000|PAD"))
        .collect();
    let rows = rows.join("\n");
    let document = cleaned(&format!(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah|Kec. Purworejo|12 Unit|100.000|PAD
{rows}"
    ));
    assert_eq!(texts(&document, 0, &["lokasi"]), ["Kec. Purworejo"]);
}

#[test]
fn a_part_of_a_code_that_became_a_time_as_text_is_read() {
    let document = cleaned(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Matur|90 %|100.000|PAD
1;01;02;2:01:00|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Matur|12 Unit|100.000|PAD",
    );
    assert_eq!(document.tables[0].rows[1].code.as_ref().unwrap().as_str(), "1.01.02.2.01");
}

/// Stripped numbers fit both editions; the plan year tells, but for the year in which either may be followed.
#[test]
fn the_year_tells_the_edition_where_the_codes_do_not() {
    let text = "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Matur|90 %|100.000|PAD
1;01;02;2.01;1|Pembangunan Unit Sekolah Baru (USB)|Jumlah|Matur|12 Unit|100.000|PAD";
    let code = |year| {
        let document = clean(&of_year(text, year), SolveOptions::default()).unwrap();
        let row = &document.tables[0].rows[1];
        let open = row.code_status == Status::Unresolved;
        (document.about.codification, row.code.as_ref().filter(|_| !open).map(ToString::to_string))
    };
    assert_eq!(code(2023), (Some(Edition::Y2021), Some("1.01.02.2.01.01".to_owned())));
    assert_eq!(code(2026), (Some(Edition::Y2023), Some("1.01.02.2.01.0001".to_owned())));
    // Both editions number this one alike, so its code is read although the year does not tell which of them holds.
    assert_eq!(code(2024).1, Some("1.01.02.2.01.01".to_owned()));
}

/// The workbook of a text, for another plan year than examples are of.
fn of_year(text: &str, year: u16) -> Workbook {
    const EXAMPLES: u16 = 2023;
    let mut book = grids::workbook(text);
    let grid = &book.sheets[0];
    let moved = |raw: &Raw| match raw {
        // The years of an example are its own and the next; the later one first, lest it be moved twice.
        Raw::Text(text) => Raw::text(
            &text
                .replace(&(EXAMPLES + 1).to_string(), "{next}")
                .replace(&EXAMPLES.to_string(), &year.to_string())
                .replace("{next}", &(year + 1).to_string()),
        ),
        other => other.clone(),
    };
    let cells: Vec<_> = grid.cells().map(|(at, raw)| (at, moved(raw))).collect();
    let mut other = Grid::new(&grid.name, cells);
    other.merges.clone_from(&grid.merges);
    book.sheets = vec![other];
    book
}

/// The name is that of a kegiatan and of a sub kegiatan of the one before: the table lists no sub kegiatan.
#[test]
fn a_name_of_two_levels_is_that_of_the_level_that_the_table_lists() {
    let code = |fourth: &str| {
        let text = format!(
            "\
T-C.31
no|rkpd_uraian|rkpd_indikator
1|PROGRAM PENDAFTARAN PENDUDUK|Jumlah
2|PROGRAM PENCATATAN SIPIL|Jumlah
3|Pelayanan Pencatatan Sipil|Jumlah
4|Penyelenggaraan Pencatatan Sipil di Provinsi|Jumlah
{fourth}5|Pemberian Konsultasi Penyelenggaraan Pencatatan Sipil|Jumlah
6|PROGRAM PEMBINAAN PERPUSTAKAAN|Jumlah"
        );
        let document = grids::cleaned(&text);
        let rows = &document.tables[0].rows;
        rows[rows.len() - 2].code.as_ref().map(ToString::to_string)
    };
    assert_eq!(code("").as_deref(), Some("2.12.03.1.03"));
    assert_eq!(code("4|Sosialisasi terkait Pencatatan Sipil|Jumlah\n"), None);
}

/// The kegiatan's target is a digit off, and the sum above is short by that very row: without it that sum would hold.
#[test]
fn a_number_is_not_moved_because_a_sum_holds_without_it() {
    let document = cleaned(&format!(
        "{EVALUATION}\
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|15.791.850||||||100.000.000|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Nilai|9.000.000||||||100.000.000|
1.01.02.2.02|Pengelolaan Pendidikan Sekolah Menengah Pertama|Nilai|6.791.850||19.530.000|15.196.000|77,81|20.552.000|35.048.000|526,34
1.01.02.2.02.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah|6.791.850||19.530.000|15.196.000|77,81|20.552.000|35.748.000|526,34"
    ));
    assert_eq!(texts(&document, 2, &["realisasi_lampau"]), [""]);
}

/// The amount of a sub kegiatan is gone, so the sum above cannot tell that another one lost its thousands.
#[test]
fn an_amount_far_smaller_than_the_others_is_asked_about_where_no_sum_can_tell() {
    let plan = |gone: &str| {
        cleaned(&format!(
            "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN||||900.035.000|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar||||900.035.000|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah|Matur|2 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah|Matur|2 Unit|{gone}|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah|Matur|2 Unit|35.000|PAD"
        ))
    };
    let status = |document: &Document| document.tables[0].cell(4, "pagu").unwrap().status();
    assert_eq!(status(&plan("")), Status::Unresolved);
    assert_eq!(status(&plan("300.000.000")), Status::AsIs, "the sum confirms it");
}

/// Two cells of one sum are wrong. The percent of the first tells that it is wrong, but not by how much: it is not made to
/// answer for the second one too.
#[test]
fn a_percent_does_not_tell_the_amount_that_it_is_computed_from() {
    let text = "\
T-C.29
kode|uraian|indikator|target_renstra|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|8.237.318.000|164.746.360.000|2.000,00
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|8.237.318.000|164.746.360.000|2.000,00
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah|4.417.444.000|88.346.880.000|2.000,00
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah|3.819.975.000|76.399.480.000|2.000,00";
    let document = cleaned(text);
    assert_eq!(repairs(&document), []);
    let told = document.findings.iter().filter(|finding| finding.column == Some("target_renstra"));
    assert_eq!(
        told.map(|finding| (finding.rule().as_str(), finding.row)).collect::<Vec<_>>(),
        [("sum-mismatch", Some(1))]
    );
    // With the second one right, the same slip is proven.
    let alone = cleaned(&text.replace("3.819.975.000", "3.819.974.000"));
    assert_eq!(repairs(&alone), [("one-digit", 2, "target_renstra", "4.417.344.000")]);
}
