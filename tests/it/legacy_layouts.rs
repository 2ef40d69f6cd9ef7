//! Layouts of plans until 2020: the matrix and Format I.D, in whatever order their columns stand.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use crate::support;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;
use support::desk::Desk;

fn coded(model: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or("?").to_owned();
    let rows = model["tables"][0]["rows"].as_array().unwrap();
    rows.iter().map(|row| (text(&row["level"]), text(&row["code"]))).collect()
}

fn strings(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(level, code)| ((*level).to_owned(), (*code).to_owned())).collect()
}

/// A model of a table of which each line is a row and `|` parts the cells. The lines above the header hold one cell.
fn printed(table: &str) -> Value {
    let width = table.lines().map(|line| line.matches('|').count()).max().unwrap_or_default();
    let mut text = String::new();
    for line in table.lines() {
        let missing = ";".repeat(width - line.matches('|').count());
        writeln!(text, "{}{missing}", line.replace('|', ";")).unwrap();
    }
    let desk = Desk::new();
    desk.put("rencana.csv", text.as_bytes());
    let ran = desk.run(&["rencana.csv", "-o", "rencana.json", "--lang", "en"]);
    assert!(ran.code <= 1, "{}", ran.err);
    let model: Value = serde_json::from_slice(&std::fs::read(desk.path("rencana.json")).unwrap()).unwrap();
    assert_eq!(model["unplaced"].as_array().map_or(0, Vec::len), 0, "{}", model["unplaced"]);
    model
}

/// What a row holds, by column, without its code and name.
fn held(model: &Value, row: usize) -> BTreeMap<String, String> {
    let cells = model["tables"][0]["rows"][row]["cells"].as_object().unwrap();
    let filled = cells.iter().filter(|(id, cell)| *id != "kode" && *id != "uraian" && cell["text"] != "");
    filled.map(|(id, cell)| (id.clone(), cell["text"].as_str().unwrap_or_default().to_owned())).collect()
}

fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn the_matrix_is_read_whatever_the_order_of_its_pairs() {
    let model = printed(
        "MATRIKS RENJA TAHUN 2018\nDINAS : 1.02 KESEHATAN\nKabupaten Agam\n\
         Kode Rekening|Program dan Kegiatan|Hasil Kegiatan||Keluaran||Capaian Program||Sasaran|PAGU|SUMBER DANA\n\
         ||Tolak Ukur|Target|Tolak Ukur|Target|Tolak Ukur|Target|||\n\
         1.02.01|PROGRAM PELAYANAN ADMINISTRASI PERKANTORAN|||||Layanan kantor|100 %||30.000.000|\n\
         1.02.01.01|Penyediaan jasa surat menyurat|Terlaksana|95 %|Jumlah surat|12 bulan|||Warga|10.000.000|APBD\n\
         1.02.01.10|Penyediaan alat tulis kantor|Terlaksana|90 %|Jumlah paket|4 paket|||Pegawai|20.000.000|APBD\n",
    );
    assert_eq!(model["tables"][0]["layout"], "matriks");
    assert_eq!(model["document"]["opd"], "DINAS KESEHATAN");
    assert_eq!(
        held(&model, 0),
        texts(&[("capaian_program", "Layanan kantor"), ("target_program", "100 %"), ("pagu", "30.000.000")])
    );
    assert_eq!(
        held(&model, 1),
        texts(&[
            ("hasil", "Terlaksana"),
            ("target_hasil", "95 %"),
            ("keluaran", "Jumlah surat"),
            ("target_keluaran", "12 bulan"),
            ("sasaran", "Warga"),
            ("pagu", "10.000.000"),
            ("sumber_dana", "APBD"),
        ])
    );
}

#[test]
fn format_i_d_and_the_items_below_its_kegiatan_are_read() {
    let model = printed(
        "RENCANA PROGRAM DAN KEGIATAN PRIORITAS DAERAH TAHUN 2014\nKABUPATEN AGAM\n\
         Kode|Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan|Prioritas Daerah|Sasaran Daerah|Lokasi|\
         Indikator Kinerja||||||Pagu Indikatif|Prakiraan Maju|Jenis Keg 1/2/3|SKPD Penanggung Jawab\n\
         |||||Hasil Program||Keluaran Kegiatan||Hasil Kegiatan|||||\n\
         |||||Tolok Ukur|Target|Tolok Ukur|Target|Tolok Ukur|Target||||\n\
         1.02|KESEHATAN|||||||||||||\n\
         1.02.01|PROGRAM PELAYANAN ADMINISTRASI PERKANTORAN||||Layanan|100 %|||||10.000.000|11.000.000||Dinas Kesehatan\n\
         1.02.01.01|Penyediaan jasa surat menyurat|Kesehatan|Warga|Agam|||Jumlah surat|12 bulan|Terlaksana|95 %|10.000.000|11.000.000|1|Dinas Kesehatan\n\
         |- Pengadaan perangko||||||||||4.000.000|4.400.000||\n\
         |- Jasa pengiriman||||||||||6.000.000|6.600.000||\n",
    );
    assert_eq!(model["tables"][0]["layout"], "format-i-d");
    assert_eq!(
        coded(&model),
        strings(&[
            ("bidang_urusan", "1.02"),
            ("program", "1.02.01"),
            ("kegiatan", "1.02.01.01"),
            ("rincian", "?"),
            ("rincian", "?"),
        ])
    );
    assert_eq!(
        held(&model, 2),
        texts(&[
            ("prioritas_daerah", "Kesehatan"),
            ("sasaran", "Warga"),
            ("lokasi", "Agam"),
            ("keluaran", "Jumlah surat"),
            ("target_keluaran", "12 bulan"),
            ("hasil", "Terlaksana"),
            ("target_hasil", "95 %"),
            ("pagu", "10.000.000"),
            ("maju_pagu", "11.000.000"),
            ("jenis", "1"),
            ("penanggung_jawab", "Dinas Kesehatan"),
        ])
    );
    assert_eq!(model["findings"].as_array().unwrap().len(), 0, "{}", model["findings"]);
}

#[test]
fn a_cell_enters_no_column_that_the_header_does_not_print() {
    let model = printed(
        "MATRIKS RENJA 2020\nKabupaten Agam\n\
         Kode|Program dan Kegiatan|Keluaran Kegiatan||Hasil Kegiatan||Penerima Manfaat|Pagu Indikatif\n\
         ||Tolok Ukur|Target|Tolok Ukur|Target||\n\
         1.02.01|PROGRAM PELAYANAN ADMINISTRASI PERKANTORAN||||||10.000.000\n\
         1.02.01.01|Penyediaan jasa surat menyurat|APBD|12 bulan|Agam|95 %|Warga|10.000.000\n",
    );
    assert_eq!(
        held(&model, 1),
        texts(&[
            ("keluaran", "APBD"),
            ("target_keluaran", "12 bulan"),
            ("hasil", "Agam"),
            ("target_hasil", "95 %"),
            ("lain_1", "Warga"),
            ("pagu", "10.000.000"),
        ])
    );
}
