//! Words in the place of a number stay where they stand and are asked about.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::grids;

use grids::{cleaned, texts};
use rapikan::model::{Document, Status};

/// What is asked about a cell that was left as it is: what stands in it, and the answers to choose from.
fn asked<'a>(document: &'a Document, row: usize, column: &str) -> (&'a str, &'a [String]) {
    let cell = document.tables[0].cell(row, column).unwrap();
    assert_eq!(cell.status(), Status::Unresolved, "row {row}, {column}");
    (cell.text(), cell.candidates())
}

const PLAN: &str = "T-C.33 sipd\nkode|uraian|keluaran|lokasi|target_keluaran|pagu|sumber_dana|catatan|maju_tolok_ukur|maju_target|maju_pagu\n";

#[test]
fn words_in_the_place_of_an_amount_go_to_no_other_column() {
    let document = cleaned(&format!(
        "{PLAN}\
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN||||900.000.000|||||990.000.000
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar||||lihat lampiran|||||990.000.000
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Unit|Kec. Matur|2 Unit|900.000.000|PAD||Jumlah Unit|2 Unit|sesuai hasil rapat"
    ));
    let columns = ["catatan", "maju_tolok_ukur", "keluaran"];
    assert_eq!(texts(&document, 1, &columns), ["", "", ""]);
    assert_eq!(asked(&document, 1, "pagu"), ("lihat lampiran", &["900.000.000".to_owned()][..]));
    assert_eq!(asked(&document, 2, "maju_pagu"), ("sesuai hasil rapat", &["990.000.000".to_owned()][..]));
    assert_eq!(document.repairs(), []);
}

#[test]
fn words_in_the_place_of_an_amount_are_no_part_of_the_name_beside_them() {
    let document = cleaned(
        "\
T-C.31
rkpd_uraian|rkpd_lokasi|rkpd_indikator|rkpd_target|rkpd_pagu|analisis_uraian|analisis_lokasi|analisis_indikator|analisis_target|analisis_pagu|catatan
PROGRAM PENGELOLAAN PENDIDIKAN|Kec. Matur|Persentase|90 %|900.000.000|PROGRAM PENGELOLAAN PENDIDIKAN|Kec. Matur|Persentase|90 %|900.000.000|
Pengelolaan Pendidikan Sekolah Dasar|Kec. Matur|Jumlah|2 Unit|menyusul|Pengelolaan Pendidikan Sekolah Dasar|Kec. Matur|Jumlah|2 Unit|900.000.000|",
    );
    assert_eq!(asked(&document, 1, "rkpd_pagu").0, "menyusul");
    assert_eq!(texts(&document, 1, &["analisis_uraian"]), ["Pengelolaan Pendidikan Sekolah Dasar"]);
}

const EVALUATION: &str = "T-C.29\nkode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian\n";

/// A column of quantities and amounts may hold words as well, such as grades; not where its other rows hold money.
#[test]
fn words_among_amounts_are_asked_about_and_grades_among_quantities_are_not() {
    let document = cleaned(&format!(
        "{EVALUATION}\
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Baik|||||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Nilai|2.000.000|100.000|400.000|200.000|50,00|100.000|400.000|20,00
1.01.02.2.02|Pengelolaan Pendidikan Sekolah Menengah Pertama|Nilai|menyusul|100.000|400.000|200.000|50,00|100.000|400.000|20,00
1.01.02.2.03|Pengelolaan Pendidikan Anak Usia Dini (PAUD)|Nilai|2.000.000|100.000|400.000|200.000|50,00|100.000|400.000|20,00"
    ));
    assert_eq!(asked(&document, 2, "target_renstra").0, "menyusul");
    assert_eq!(texts(&document, 2, &["indikator"]), ["Nilai"]);
    let grade = document.tables[0].cell(0, "target_renstra").unwrap();
    assert_eq!((grade.text(), grade.status()), ("Baik", Status::AsIs));
}
