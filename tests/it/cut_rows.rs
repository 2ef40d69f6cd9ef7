//! Rows, tables and amounts that a page break cut, and cells that run into their neighbours.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::grids;

use grids::{cleaned, on_next_page, texts};
use rapikan::model::{At, Grid, Raw, Workbook};
use rapikan::pipeline::clean;
use rapikan::solve::SolveOptions;

const COLUMNS: &str = "T-C.33\nkode|uraian|indikator|lokasi|target|pagu|sumber_dana|catatan\n";

#[test]
fn the_sum_of_a_page_ends_no_table() {
    let first = format!(
        "{COLUMNS}\
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Matur|90 %|300.000|PAD|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Matur|12 Unit|300.000|PAD|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah|Matur|12 Unit|100.000|PAD|
Jumlah halaman ini|||||100.000||
Halaman 1 dari 2|||||||"
    );
    let second = format!(
        "{COLUMNS}\
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah|Matur|12 Unit|200.000|PAD|"
    );
    let book = on_next_page(&grids::workbook(&first), &grids::workbook(&second));
    let document = clean(&book, SolveOptions::default()).unwrap();
    assert_eq!(document.tables.len(), 1);
    assert_eq!(document.tables[0].rows.len(), 4);
    assert_eq!(document.findings, []);
}

#[test]
fn an_indicator_cut_after_jumlah_is_no_total() {
    let columns = "T-C.30\nno|indikator|target_1|target_2\n";
    let first = format!("{columns}1|Nilai SAKIP|70|71\n2|Jumlah|10|11");
    let second =
        format!("{columns}|Dokumen Perencanaan Perangkat Daerah||\n3|Indeks Kepuasan Masyarakat|80|81");
    let book = on_next_page(&grids::workbook(&first), &grids::workbook(&second));
    let document = clean(&book, SolveOptions::default()).unwrap();
    assert_eq!((document.tables.len(), document.tables[0].rows.len()), (1, 3));
    assert_eq!(texts(&document, 1, &["indikator"]), ["Jumlah Dokumen Perencanaan Perangkat Daerah"]);
}

#[test]
fn the_rest_of_an_amount_stays_in_its_column() {
    let document = cleaned(&format!(
        "{COLUMNS}\
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Matur|90 %|53.250.000|PAD|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Terlaksananya Pembinaan|Matur|100 %|53.250|PAD|
||dan Pengawasan|||.000||"
    ));
    assert_eq!(document.tables[0].rows.len(), 2);
    let wanted = ["Terlaksananya Pembinaan dan Pengawasan", "100 %", "53.250.000"];
    assert_eq!(texts(&document, 1, &["indikator", "target", "pagu"]), wanted);
}

/// Two amounts that go on, below a name whose rest is a name itself.
#[test]
fn rests_of_amounts_show_that_a_name_is_a_rest() {
    let document = cleaned(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana|catatan|maju_target|maju_pagu
5.03|URUSAN PEMERINTAHAN BIDANG||||1.077.254.6||||755.868.
|KEPEGAWAIAN||||92||||896
5.03.02|PROGRAM KEPEGAWAIAN DAERAH|Nilai|Matur|90 %|1.077.254.692|PAD||90 %|755.868.896",
    );
    assert_eq!(document.tables[0].rows.len(), 2);
    assert_eq!(texts(&document, 0, &["pagu", "maju_pagu"]), ["1.077.254.692", "755.868.896"]);
}

#[test]
fn a_tail_that_is_whole_above_is_dropped() {
    let document = cleaned(&format!(
        "{COLUMNS}\
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Matur|90 %|12.345.600|PAD|
||||68 %|.600||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Nilai|Matur|100 %|12.345.600|PAD|"
    ));
    assert_eq!(texts(&document, 0, &["pagu"]), ["12.345.600"]);
}

#[test]
fn a_row_of_quantities_is_no_header() {
    let unit = "66 perangkat daerah";
    let text = format!(
        "T-C.29\nkode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan\n\
6.01.03|PROGRAM PERUMUSAN KEBIJAKAN, PENDAMPINGAN DAN ASISTENSI|Jumlah|{unit}|{unit}|{unit}|{unit}|100,00|{unit}|{unit}"
    );
    assert_eq!(cleaned(&text).tables[0].rows.len(), 1);
}

#[test]
fn a_source_of_funds_that_spilled_into_the_next_cell_comes_back() {
    let document = cleaned(&format!(
        "{COLUMNS}\
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Matur|90 %|300.000|PENDAPATAN ASLI|DAERAH (PAD)
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Matur|12 Unit|300.000|Dana Alokasi Umum|Prioritas"
    ));
    assert_eq!(texts(&document, 0, &["sumber_dana", "catatan"]), ["PENDAPATAN ASLI DAERAH (PAD)", ""]);
    assert_eq!(texts(&document, 1, &["sumber_dana", "catatan"]), ["Dana Alokasi Umum", "Prioritas"]);
}

/// `Kepala` begins many a signature, and the rest of this name.
#[test]
fn the_rest_of_a_row_is_no_signature() {
    let first = format!(
        "{COLUMNS}\
1.01.01.2.11|Administrasi Keuangan dan Operasional Kepala Daerah dan Wakil Kepala Daerah|Nilai|Matur|90 %|300.000|PAD|
1.01.01.2.11.0004|Penyediaan Dana Penunjang Operasional|Jumlah Orang yang Menerima Dana Penunjang Operasional|Matur|9 Orang|100.000|PAD|
|Kepala Daerah dan Wakil Kepala Daerah|Kepala Daerah dan Wakil Kepala Daerah|||||"
    );
    let second = format!(
        "{COLUMNS}\
1.01.01.2.11.0001|Penyediaan Gaji dan Tunjangan Kepala Daerah dan Wakil Kepala Daerah|Jumlah|Matur|9 Orang|200.000|PAD|"
    );
    let book = on_next_page(&grids::workbook(&first), &grids::workbook(&second));
    let document = clean(&book, SolveOptions::default()).unwrap();
    assert_eq!((document.tables.len(), document.tables[0].rows.len()), (1, 3));
}

#[test]
fn the_rest_below_the_last_row_is_no_title_of_the_next_table() {
    let text = "\
T-C.31
no|rkpd_uraian|rkpd_lokasi|rkpd_indikator|rkpd_target|rkpd_pagu
1|Pengembangan Inovasi dan Teknologi|Matur|Meningkatnya Pengembangan Inovasi|40 Dokumen|4.699.144.021
|||dan Teknologi||";
    let mut book = grids::workbook(text);
    let other = grids::workbook("T-C.30\nno|indikator|target_1|target_2\n1|Nilai SAKIP|70|71");
    let next = book.sheets[0].rows().last().unwrap() + 3;
    let mut cells: Vec<_> = book.sheets[0].cells().map(|(at, raw)| (at, raw.clone())).collect();
    cells.extend(other.sheets[0].cells().map(|(at, raw)| (At::new(at.row + next, at.column), raw.clone())));
    book.sheets = vec![Grid::new("Renja", cells)];
    let document = clean(&book, SolveOptions::default()).unwrap();
    assert_eq!(texts(&document, 0, &["rkpd_indikator"]), ["Meningkatnya Pengembangan Inovasi dan Teknologi"]);
}

/// The header stands a column off: a misspelt name is no longer below its own.
#[test]
fn a_row_with_its_own_code_and_amount_is_no_rest() {
    let document = cleaned(&format!(
        "{COLUMNS}\
2|URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR||||||
2;14||URUSAN PEMEINTAHAN BIDANG PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA|||4.027.774.447||"
    ));
    assert_eq!(document.tables[0].rows.len(), 2);
    assert_eq!(texts(&document, 0, &["pagu"]), [""]);
    assert_eq!(texts(&document, 1, &["pagu"]), ["4.027.774.447"]);
}

/// The same plan twice, with the same title and no total; the second begins with its bidang.
#[test]
fn a_table_that_is_printed_once_more_is_another_one() {
    let rows = "\
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Matur|90 %|300.000|PAD|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Matur|12 Unit|300.000|PAD|";
    let first = grids::workbook(&format!("{COLUMNS}{rows}"));
    let second =
        grids::workbook(&format!("{COLUMNS}1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||300.000||\n{rows}"));
    let next = first.sheets[0].rows().last().unwrap() + 3;
    let mut cells: Vec<_> = first.sheets[0].cells().map(|(at, raw)| (at, raw.clone())).collect();
    cells.extend(second.sheets[0].cells().map(|(at, raw)| (At::new(at.row + next, at.column), raw.clone())));
    let mut grid = Grid::new("Renja", cells);
    grid.merges.clone_from(&first.sheets[0].merges);
    let book = Workbook { sheets: vec![grid], ..first.clone() };
    let document = clean(&book, SolveOptions::default()).unwrap();
    let sizes: Vec<usize> = document.tables.iter().map(|table| table.rows.len()).collect();
    assert_eq!(sizes, [2, 3]);
}

/// Published indicators begin with a small letter here and there.
#[test]
fn an_indicator_on_a_row_of_its_own_continues_nothing_in_an_empty_cell() {
    let document = cleaned(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)||Matur||100.000|PAD
||dokumen persyaratan untuk mendapatkan izin||12 Dokumen||
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU||Matur||200.000|PAD
||Jumlah ruang||3 Ruang||",
    );
    let wanted =
        ["Pembangunan Unit Sekolah Baru (USB)", "dokumen persyaratan untuk mendapatkan izin", "12 Dokumen"];
    assert_eq!(texts(&document, 0, &["uraian", "indikator", "target"]), wanted);
}

/// Two cells of the repeated header stand at the foot of a page; a PDF converter makes the rest a line of text.
#[test]
fn a_header_that_a_page_break_cut_is_no_row() {
    let table = "\
T-C.33 sipd-ri
no|kode|uraian|indikator|target|pagu|lokasi
1|1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|90 %|300.000|Matur
2|1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|12 Unit|300.000|Matur";
    let book = grids::workbook(table);
    let grid = &book.sheets[0];
    let last = *grid.rows().last().unwrap();
    let mut cells: Vec<_> = grid.cells().map(|(at, raw)| (at, raw.clone())).collect();
    let mut add =
        |row: u32, column: u16, text: &str| cells.push((At::new(last + row, column), Raw::text(text)));
    add(1, 7, "Lokasi");
    add(1, 8, "Sumber Dana");
    add(2, 11, "Prioritas");
    add(4, 0, "No Kode Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan Indikator");
    add(6, 0, "3");
    add(6, 1, "1.01.02.2.02");
    add(6, 2, "Pengelolaan Pendidikan Sekolah Menengah Pertama");
    let cut = Workbook { sheets: vec![Grid::new(&grid.name, cells)], ..book.clone() };
    let document = clean(&cut, SolveOptions::default()).unwrap();
    assert_eq!(document.tables[0].rows.len(), 3);
    let name = ["Pengelolaan Pendidikan Sekolah Dasar", "Matur"];
    assert_eq!(texts(&document, 1, &["uraian", "lokasi"]), name);
}

/// The rows stand one column right of their headers, and a row without code cells has nothing but its name to tell so.
#[test]
fn names_are_known_where_rows_stand_beside_their_headers() {
    let table = "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
3|URUSAN PEMERINTAHAN PILIHAN|||||
|3.25 URUSAN PEMERINTAHAN BIDANG KELAUTAN DAN PERIKANAN||||5.000.000|
3;25;04|PROGRAM PENGELOLAN PERIKANAN BUDI DAYA||||5.000.000|
3;25;04;2.01|Penerbitan Izin Usaha|Jumlah|Matur|12 Unit|5.000.000|PAD";
    let book = grids::workbook(table);
    let grid = &book.sheets[0];
    let body = grid.rows().into_iter().rev().nth(3).unwrap();
    let moved = |at: At| if at.row >= body && at.column > 4 { At::new(at.row, at.column + 1) } else { at };
    let cells: Vec<_> = grid.cells().map(|(at, raw)| (moved(at), raw.clone())).collect();
    let mut shifted = Grid::new(&grid.name, cells);
    shifted.merges.clone_from(&grid.merges);
    let document =
        clean(&Workbook { sheets: vec![shifted], ..book.clone() }, SolveOptions::default()).unwrap();
    let codes: Vec<_> =
        document.tables[0].rows.iter().map(|row| row.code.as_ref().unwrap().to_string()).collect();
    assert_eq!(codes, ["3", "3.25", "3.25.04", "3.25.04.2.01"]);
    assert_eq!(texts(&document, 2, &["uraian", "indikator"]), ["PROGRAM PENGELOLAAN PERIKANAN BUDIDAYA", ""]);
}
