//! What is gone from a table is not zero: no other amount is corrected by it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::grids;

use rapikan::model::Status;
use rapikan::pipeline::clean;
use rapikan::solve::SolveOptions;

/// Rules that put another amount in the place of the printed one.
const OTHER_AMOUNT: [&str; 5] = ["wrong-figure", "swapped-digits", "one-digit", "lost-group", "cut-number"];

/// The rows of a program whose own amount is right, while a kegiatan below it has lost its amount and one of its
/// sub kegiatan shows a thousandth.
fn program(sibling: &str, total: &str) -> String {
    format!(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
2.23|URUSAN PEMERINTAHAN BIDANG PERPUSTAKAAN||||{total}|
2.23.01|PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA|Nilai|Bukittinggi|90 %|2.497.086.712|PAD
2.23.01.2.01|Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah|Jumlah|Bukittinggi|12 Dokumen||PAD
2.23.01.2.01.01|Penyusunan Dokumen Perencanaan Perangkat Daerah|Jumlah|Bukittinggi|2 Dokumen|500|PAD
2.23.01.2.01.07|Evaluasi Kinerja Perangkat Daerah|Jumlah|Bukittinggi|3 Dokumen|31.227.500|PAD
2.23.01.2.02|Administrasi Keuangan Perangkat Daerah|Jumlah|Bukittinggi|3 Dokumen|2.412.208.712|PAD
2.23.01.2.02.01|Penyediaan Gaji dan Tunjangan ASN|Jumlah|Bukittinggi|2 Orang|2.412.208.712|PAD
2.23.02|PROGRAM PEMBINAAN PERPUSTAKAAN|Nilai|Bukittinggi|90 %|{sibling}|PAD
2.23.02.2.01|Pengelolaan Perpustakaan Tingkat Daerah Kabupaten/Kota|Jumlah|Bukittinggi|12 Unit|1.000.000.000|PAD
2.23.02.2.01.06|Pengembangan Layanan Perpustakaan Rujukan Tingkat Daerah Kabupaten/Kota|Jumlah|Bukittinggi|2 Unit|1.000.000.000|PAD"
    )
}

/// The rules by which the program of `program` got another amount.
fn other_amounts(sibling: &str, total: &str) -> Vec<&'static str> {
    let document = clean(&grids::workbook(&program(sibling, total)), SolveOptions::default()).unwrap();
    let repairs = document.repairs().iter().map(|repair| repair.rule.as_str());
    repairs.filter(|rule| OTHER_AMOUNT.contains(rule)).collect()
}

#[test]
fn a_sum_that_lacks_a_child_corrects_no_parent() {
    for sibling in ["1.000.000.000", "", "#####"] {
        for total in ["3.497.086.712", ""] {
            assert_eq!(other_amounts(sibling, total), [""; 0], "sibling {sibling:?}, total {total:?}");
        }
    }
    assert_eq!(other_amounts("#####", "3.443.436.712"), [""; 0]);
}

/// The bidang and the rows below the empty kegiatan ask for the same amount of the program between them.
#[test]
fn a_parent_is_corrected_through_an_empty_child() {
    for sibling in ["1.000.000.000", ""] {
        assert_eq!(other_amounts(sibling, "3.443.436.712"), ["wrong-figure"], "sibling {sibling:?}");
    }
}

/// The office fills no kegiatan: its programs are the sums of its sub kegiatan.
#[test]
fn a_level_without_amounts_is_summed_through() {
    let text = "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
2.23|URUSAN PEMERINTAHAN BIDANG PERPUSTAKAAN||||211.923.000|
2.23.01|PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA|Nilai|Bukittinggi|90 %|211.923.000|PAD
2.23.01.2.01|Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah|Jumlah|Bukittinggi|12 Dokumen||PAD
2.23.01.2.01.03|Koordinasi dan Penyusunan Dokumen Perubahan RKA-SKPD|Jumlah|Bukittinggi|2 Dokumen|211.932.000|PAD";
    let document = clean(&grids::workbook(text), SolveOptions::default()).unwrap();
    let repaired: Vec<_> = document
        .repairs()
        .iter()
        .map(|repair| (repair.rule.as_str(), repair.row, repair.after.as_str()))
        .collect();
    assert_eq!(repaired, [("swapped-digits", 3, "211.923.000")]);
}

/// Both amounts of a program and of its only kegiatan stand one column too far, and agree there.
#[test]
fn a_parent_and_its_only_child_that_slid_together_move_back_together() {
    let text = "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana|catatan|maju_target|maju_pagu
2.23|URUSAN PEMERINTAHAN BIDANG PERPUSTAKAAN||||511.923.000||||322.000.000
2.23.01|PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA|Nilai|Bukittinggi|90 %|211.923.000|PAD||90 %|322.000.000
2.23.01.2.01|Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah|Jumlah|Bukittinggi|12 Dokumen|211.923.000|PAD||3 Dokumen|322.000.000
2.23.01.2.01.03|Koordinasi dan Penyusunan Dokumen Perubahan RKA-SKPD|Jumlah|Bukittinggi|2 Dokumen|211.923.000|PAD||3 Dokumen|322.000.000
2.23.02|PROGRAM PEMBINAAN PERPUSTAKAAN|Nilai|Bukittinggi|90 %||PAD||90 %|300.000.000
2.23.02.2.01|Pengelolaan Perpustakaan Tingkat Daerah Kabupaten/Kota|Jumlah|Bukittinggi|12 Unit||PAD||9 Unit|300.000.000";
    let document = clean(&grids::workbook(text), SolveOptions::default()).unwrap();
    for row in [4, 5] {
        let cell = |id: &str| document.tables[0].cell(row, id).unwrap().text();
        assert_eq!((cell("pagu"), cell("maju_pagu")), ("300.000.000", ""), "row {row}");
    }
}

/// The program, the only one, is the sum of its kegiatan: that says nothing of what stood in the row above it.
#[test]
fn an_amount_that_only_the_rows_below_give_is_asked_about() {
    let text = "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan
2.23|URUSAN PEMERINTAHAN BIDANG PERPUSTAKAAN||||211.923.000|211.923.000|100,00|
2.23.01|PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA|Nilai|911.923.000||211.923.000|211.923.000|100,00|311.923.000|523.846.000
2.23.01.2.01|Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah|Jumlah|511.923.000||111.923.000|111.923.000|100,00|211.923.000|323.846.000
2.23.01.2.02|Administrasi Keuangan Perangkat Daerah|Jumlah|400.000.000||100.000.000|100.000.000|100,00|100.000.000|200.000.000";
    let document = clean(&grids::workbook(text), SolveOptions::default()).unwrap();
    assert_eq!(document.repairs(), []);
    for column in ["target_renstra", "target_berjalan"] {
        let asked = document.findings.iter().filter(|finding| finding.column == Some(column));
        assert_eq!(asked.map(|finding| finding.row).collect::<Vec<_>>(), [Some(0)], "{column}");
    }
}

/// The texts and statuses of a column, top to bottom.
fn column(text: &str, id: &str) -> Vec<(String, Status)> {
    let document = clean(&grids::workbook(text), SolveOptions::default()).unwrap();
    let table = &document.tables[0];
    let cells = (0..table.rows.len()).map(|row| table.cell(row, id).unwrap());
    cells.map(|cell| (cell.text().to_owned(), cell.status())).collect()
}

#[test]
fn the_amount_of_an_only_child_and_of_a_total_is_asked_about() {
    let text = "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana|catatan|maju_target|maju_pagu
2.23.01|PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA||||711.923.000||||711.923.000
2.23.01.2.01|Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah||||211.923.000||||211.923.000
2.23.01.2.01.03|Koordinasi dan Penyusunan Dokumen Perubahan RKA-SKPD|Jumlah|Matur|3 Dokumen|211.923.000|PAD||3 Dokumen|
2.23.01.2.02|Administrasi Keuangan Perangkat Daerah||||500.000.000||||500.000.000
2.23.01.2.02.01|Penyediaan Gaji dan Tunjangan ASN|Jumlah|Matur|3 Orang|500.000.000|PAD||3 Orang|500.000.000
TOTAL|||||||||711.923.000";
    let open = |id: &str| -> Vec<usize> {
        let cells = column(text, id).into_iter().enumerate();
        cells.filter(|(_, (_, status))| *status == Status::Unresolved).map(|(row, _)| row).collect()
    };
    assert_eq!(open("pagu"), [5]);
    assert_eq!(open("maju_pagu"), [2]);
}

/// The kegiatan and the formula of the row ask for the same amount.
#[test]
fn an_amount_that_two_laws_give_is_put_back() {
    let text = "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan
2.23.01.2.01|Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah|Nilai|911.923.000|10.000.000|211.923.000|200.000.000|94,37|311.923.000|521.923.000
2.23.01.2.01.03|Koordinasi dan Penyusunan Dokumen Perubahan RKA-SKPD|Jumlah|511.923.000|-|111.923.000||89,35|211.923.000|311.923.000
2.23.01.2.01.07|Evaluasi Kinerja Perangkat Daerah|Jumlah|400.000.000|10.000.000|100.000.000|100.000.000|100,00|100.000.000|210.000.000";
    let (put_back, status) = column(text, "realisasi_lalu").swap_remove(1);
    assert_eq!((put_back.as_str(), status), ("100.000.000", Status::Proven));
    assert_eq!(column(text, "realisasi_lampau").swap_remove(1).0, "-");
}

#[test]
fn what_the_other_half_has_is_asked_about() {
    let text = "\
T-C.31
no|rkpd_uraian|rkpd_lokasi|rkpd_indikator|rkpd_target|rkpd_pagu|analisis_uraian|analisis_lokasi|analisis_indikator|analisis_target|analisis_pagu
1|Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah|Matur|Nilai|90 %|211.923.000|Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah|Matur|Nilai|90 %|211.923.000
2|Administrasi Keuangan Perangkat Daerah|Matur|Nilai|90 %|500.000.000|Administrasi Keuangan Perangkat Daerah|Matur|Nilai|90 %|
3|Administrasi Umum Perangkat Daerah|Matur|Nilai|90 %|100.000.000|||||";
    let open: Vec<Status> = column(text, "analisis_pagu").into_iter().map(|(_, status)| status).collect();
    assert_eq!(open, [Status::AsIs, Status::Unresolved, Status::AsIs]);
}

/// The sum of the first kegiatan lacks the amounts of two rows, that of the second cannot be read.
#[test]
fn every_amount_that_a_sum_may_lack_is_asked_about() {
    let text = "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
2.23.01.2.01|Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah||||211.923.000|
2.23.01.2.01.01|Penyusunan Dokumen Perencanaan Perangkat Daerah|Jumlah|Matur|3 Dokumen||PAD
2.23.01.2.01.03|Koordinasi dan Penyusunan Dokumen Perubahan RKA-SKPD|Jumlah|Matur|3 Dokumen||PAD
2.23.01.2.01.07|Evaluasi Kinerja Perangkat Daerah|Jumlah|Matur|3 Dokumen|11.923.000|PAD
2.23.01.2.02|Administrasi Keuangan Perangkat Daerah||||=SUM(A1:A2)|
2.23.01.2.02.01|Penyediaan Gaji dan Tunjangan ASN|Jumlah|Matur|3 Orang|500.000.000|PAD
2.23.01.2.02.03|Pelaksanaan Penatausahaan dan Pengujian/Verifikasi Keuangan SKPD|Jumlah|Matur|3 Orang||PAD
2.23.01.2.02.05|Koordinasi dan Penyusunan Laporan Keuangan Akhir Tahun SKPD|Jumlah|Matur|3 Laporan|1.000.000|PAD";
    let open = column(text, "pagu").into_iter().map(|(_, status)| status == Status::Unresolved);
    assert_eq!(open.collect::<Vec<_>>(), [false, true, true, false, true, false, true, false]);
}

/// A kegiatan without an amount explains no sum that has too much: the swapped digits do.
#[test]
fn an_empty_child_is_no_reason_to_have_too_much() {
    let amounts = |pagu: &str| {
        let text = format!(
            "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
2.23.01.2.01|Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah||||1.736.039.816|
2.23.01.2.01.01|Penyusunan Dokumen Perencanaan Perangkat Daerah|Jumlah|Matur|3 Dokumen||PAD
2.23.01.2.01.03|Koordinasi dan Penyusunan Dokumen Perubahan RKA-SKPD|Jumlah|Matur|3 Dokumen|1.251.020.000|PAD
2.23.01.2.01.07|Evaluasi Kinerja Perangkat Daerah|Jumlah|Matur|3 Dokumen|{pagu}|PAD"
        );
        column(&text, "pagu")
    };
    assert_eq!(amounts("485.109.816")[3], ("485.019.816".to_owned(), Status::Proven));
    // Either the empty cell held what is missing, or a group was lost.
    let open = amounts("485.816").into_iter().map(|(_, status)| status == Status::Unresolved);
    assert_eq!(open.collect::<Vec<_>>(), [false, true, false, true]);
}

/// A percent says that there was a target, whatever a dash in its place says.
#[test]
fn a_number_of_which_a_percent_is_computed_is_asked_about() {
    let text = |first: &str| {
        format!(
            "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
{first}
2.23.01.2.01.03|Koordinasi dan Penyusunan Dokumen Perubahan RKA-SKPD|Jumlah|511.923.000|-|111.923.000|100.000.000|89,35|211.923.000|311.923.000|60,93
2.23.01.2.01.07|Evaluasi Kinerja Perangkat Daerah|Jumlah|400.000.000|-|100.000.000|100.000.000|100,00|100.000.000|200.000.000|50,00"
        )
    };
    let name = "2.23.01.2.02.01|Penyediaan Gaji dan Tunjangan ASN|Nilai";
    let open = |row: &str, id: &str| column(&text(&format!("{name}|{row}")), id)[0].1 == Status::Unresolved;
    let gone = "811.266.000|-||95.561.000|81,48|141.995.000|237.556.000|29,28";
    assert!(open(gone, "target_lalu") && !open(gone, "target_renstra"));
    let denied = "-||117.286.000|95.561.000|81,48|141.995.000|237.556.000|29,28";
    assert!(open(denied, "target_renstra") && !open(denied, "target_lalu"));
}

/// Both amounts of a sub kegiatan lost their thousands, and their percent is the same: the kegiatan tells.
#[test]
fn a_percent_proves_no_two_amounts_that_lost_their_thousands() {
    let text = "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan
2.23.01.2.01|Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah|Nilai|911.923.000|10.000.000|211.923.000|200.000.000|94,37|311.923.000|521.923.000
2.23.01.2.01.03|Koordinasi dan Penyusunan Dokumen Perubahan RKA-SKPD|Jumlah|511.923.000|-|111.923|100.000|89,35|211.923.000|311.923.000
2.23.01.2.01.07|Evaluasi Kinerja Perangkat Daerah|Jumlah|400.000.000|10.000.000|100.000.000|100.000.000|100,00|100.000.000|210.000.000";
    for (id, whole) in [("target_lalu", "111.923.000"), ("realisasi_lalu", "100.000.000")] {
        assert_eq!(column(text, id).swap_remove(1), (whole.to_owned(), Status::Proven), "{id}");
    }
    // Another target of the kegiatan says nothing of the sub kegiatan: both are asked about.
    let unlike = text.replacen("211.923.000|200.000.000|94,37", "933.111.000|200.000.000|21,43", 1);
    for (id, stays) in [("target_lalu", "111.923"), ("realisasi_lalu", "100.000")] {
        assert_eq!(column(&unlike, id).swap_remove(1), (stays.to_owned(), Status::Unresolved), "{id}");
    }
}
