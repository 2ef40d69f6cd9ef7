//! What stands between the pages of a table: feet, headers printed again, and the titles of the next one.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::grids;

use grids::{on_next_page, texts};
use rapikan::model::{At, Document, Grid, Raw, Workbook};
use rapikan::pipeline::clean;
use rapikan::solve::SolveOptions;

const COLUMNS: &str = "T-C.33\nkode|uraian|indikator|lokasi|target|pagu|sumber_dana|catatan\n";

fn cleaned(book: &Workbook) -> Document {
    clean(book, SolveOptions::default()).unwrap()
}

/// A table of two pages, with some lines at the foot of the first.
fn two_pages(foot: &str) -> Document {
    let first = format!(
        "{COLUMNS}\
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Matur|90 %|300.000|PAD|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Matur|12 Unit|300.000|PAD|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Dokumen yang|Matur|12 Unit|100.000|PAD|
{foot}"
    );
    let second = format!(
        "{COLUMNS}\
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah|Matur|12 Unit|200.000|PAD|"
    );
    cleaned(&on_next_page(&grids::workbook(&first), &grids::workbook(&second)))
}

#[test]
fn a_line_at_the_foot_of_a_page_ends_no_table() {
    for foot in
        ["Dicetak dari SIPD", "Rencana Kerja Dinas Pendidikan", "Sistem Informasi Pemerintahan Daerah"]
    {
        let document = two_pages(foot);
        assert_eq!(document.tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [4], "{foot}");
        assert_eq!(texts(&document, 2, &["uraian"]), ["Pembangunan Unit Sekolah Baru (USB)"], "{foot}");
        assert_eq!(document.findings, [], "{foot}");
    }
}

/// No header follows it: in the column of names it stands below a name, and is none of it.
#[test]
fn a_line_of_print_between_rows_is_no_rest_of_a_name() {
    let named = |foot: &str| {
        let text = format!(
            "{COLUMNS}\
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Matur|90 %|300.000|PAD|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Matur|12 Unit|300.000|PAD|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah buku yang|Matur|12 Unit|300.000|PAD|
{foot}
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah|Matur|12 Unit|0|PAD|"
        );
        let document = grids::cleaned(&text);
        assert_eq!(document.tables[0].rows.len(), 4, "{foot}");
        texts(&document, 2, &["uraian", "indikator"]).join("|")
    };
    let whole = "Pembangunan Unit Sekolah Baru (USB)|Jumlah buku yang";
    for foot in ["Dicetak dari SIPD 12-01-2023|||||||", "|Printed on 12 January 2023||||||"] {
        assert_eq!(named(foot), whole, "{foot}");
    }
    assert_eq!(named("||dicetak oleh dinas|||||"), format!("{whole} dicetak oleh dinas"));
}

#[test]
fn a_word_of_signatures_above_a_repeated_header_is_the_rest_of_a_row() {
    let document = two_pages("||Disusun|||||");
    assert_eq!(document.tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [4]);
    assert_eq!(texts(&document, 2, &["indikator"]), ["Jumlah Dokumen yang Disusun"]);
}

#[test]
fn a_signature_above_a_repeated_header_is_no_part_of_a_row() {
    let document = two_pages("||Kepala Dinas|||||\n||NIP. 19700101 199503 1 001|||||");
    assert_eq!(texts(&document, 2, &["indikator"]), ["Jumlah Dokumen yang"]);
}

#[test]
fn the_rest_of_a_row_below_a_repeated_header_is_none_of_its_rows() {
    let columns = "T-C.31\nno|rkpd_uraian|rkpd_lokasi|rkpd_indikator|rkpd_target|rkpd_pagu|analisis_uraian|analisis_lokasi|analisis_indikator|analisis_target|analisis_pagu\n";
    let row = |name: &str, other: &str, indicator: &str| {
        format!("|{name}|Matur|Jumlah|9 Unit|4.925.000|{other}|Matur|{indicator}|9 Unit|4.925.000")
    };
    let cut =
        row("Penyediaan Jasa Penunjang Urusan", "Penyediaan Jasa Penunjang Urusan Pemerintahan", "Yang");
    let first = format!("{columns}1{cut}");
    let whole = "Administrasi Umum Perangkat Daerah";
    let second =
        format!("{columns}|Pemerintahan Daerah|||||Daerah||Tepat Waktu||\n2{}", row(whole, whole, "Jumlah"));
    let document = cleaned(&on_next_page(&grids::workbook(&first), &grids::workbook(&second)));
    assert_eq!(document.tables[0].rows.len(), 2);
    let wanted = "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah";
    assert_eq!(
        texts(&document, 0, &["rkpd_uraian", "analisis_uraian", "analisis_indikator"]),
        [wanted, wanted, "Yang Tepat Waktu"]
    );
}

/// The first sheet with the top rows of the second at its foot, and what is left of that.
fn moved_up(book: &Workbook, count: usize) -> Workbook {
    let (first, second) = (&book.sheets[0], &book.sheets[1]);
    let next = first.rows().last().unwrap() + 1;
    let rows = second.rows();
    let split = rows[count];
    let mut above: Vec<(At, Raw)> = first.cells().map(|(at, raw)| (at, raw.clone())).collect();
    let moved = second.cells().filter(|(at, _)| at.row < split);
    above.extend(moved.map(|(at, raw)| (At::new(at.row + next, at.column), raw.clone())));
    let below = second.cells().filter(|(at, _)| at.row >= split);
    let below: Vec<(At, Raw)> = below.map(|(at, raw)| (at, raw.clone())).collect();
    let mut grid = Grid::new(&first.name, above);
    grid.merges.clone_from(&first.merges);
    let mut rest = Grid::new(&second.name, below);
    rest.merges.clone_from(&second.merges);
    Workbook { sheets: vec![grid, rest], ..book.clone() }
}

#[test]
fn titles_at_the_foot_of_a_sheet_are_those_of_the_next_table() {
    let text = "\
T-C.30
no|indikator|target_1|target_2
1|Nilai SAKIP|70|71
2|Jumlah Dokumen|10 Dokumen|11 Dokumen

T-C.32
no|uraian|lokasi|indikator|volume|catatan
1|PROGRAM PENGELOLAAN PENDIDIKAN||||
2|Rehabilitasi gedung|Matur|Jumlah|9 Unit|Pokir";
    let book = grids::workbook(text);
    for moved in 1..=3 {
        let document = cleaned(&moved_up(&book, moved));
        let forms = document.tables.iter().map(|table| (table.form.id, table.rows.len()));
        assert_eq!(forms.collect::<Vec<_>>(), [("T-C.30", 2), ("T-C.32", 2)], "{moved}");
        assert!(document.tables[1].titles.iter().any(|title| title.starts_with("Tabel 2")), "{moved}");
    }
}

#[test]
fn a_header_that_ran_together_in_one_cell_is_no_rest_of_a_row() {
    let header = "Kode Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan Indikator Kinerja Program/Kegiatan Rencana Tahun 2023 Lokasi Target Capaian Kinerja Sumber Dana Catatan Penting";
    let text = format!(
        "{COLUMNS}\
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Matur|90 %|300.000|PAD|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Matur|12 Unit|300.000|PAD|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah|Matur|12 Unit|100.000|PAD|
|{header}||||||
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah|Matur|12 Unit|200.000|PAD|"
    );
    let document = grids::cleaned(&text);
    assert_eq!(document.tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [4]);
    assert_eq!(texts(&document, 2, &["uraian"]), ["Pembangunan Unit Sekolah Baru (USB)"]);
    assert_eq!(document.findings, []);
}

/// The first header cells of the second page are gone; its total stands below them.
#[test]
fn columns_whose_header_cells_are_gone_take_no_others_place() {
    let columns = "T-C.33 sipd\nkode|uraian|capaian_program|keluaran|hasil|lokasi|target_program|target_keluaran|target_hasil|pagu|sumber_dana|catatan|maju_tolok_ukur|maju_target|maju_pagu\n";
    let group = "|||||||300.000||||";
    let sub = "Nilai|Jumlah|Jumlah|Matur|90 %|12 Unit|41 %|300.000|PAD||Nilai|90 %|300.000";
    let first = format!(
        "{columns}\
1;01;02|PROGRAM PENGELOLAAN PENDIDIKAN{group}||300.000
1;01;02;2.01|Pengelolaan Pendidikan Sekolah Dasar{group}||300.000"
    );
    let second = format!(
        "{columns}\
1;01;02;2.01;03|Pembangunan Ruang Guru/Kepala Sekolah/TU|{sub}
TOTA\\L|{group}||300.000"
    );
    let mut book = on_next_page(&grids::workbook(&first), &grids::workbook(&second));
    let sheet = &book.sheets[0];
    let header = sheet.cells().filter(|(_, raw)| raw.shown() == "Kode").map(|(at, _)| at.row).max().unwrap();
    let cut = |at: At, raw: &Raw| {
        let text = raw.shown();
        at.row >= header && (text == "Kode" || text.starts_with("Urusan/Bidang"))
    };
    let left = sheet.cells().filter(|(at, raw)| !cut(*at, raw)).map(|(at, raw)| (at, raw.clone()));
    let mut grid = Grid::new(&sheet.name, left.collect::<Vec<_>>());
    grid.merges.clone_from(&sheet.merges);
    book.sheets = vec![grid];
    let document = cleaned(&book);
    assert_eq!(document.tables[0].rows.len(), 4);
    assert_eq!(texts(&document, 3, &["uraian", "pagu", "maju_pagu"]), ["TOTAL", "300.000", "300.000"]);
    assert_eq!(texts(&document, 2, &["target_hasil", "maju_target"]), ["41 %", "90 %"]);
    assert_eq!(document.findings, []);
}
