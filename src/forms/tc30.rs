//! T-C.30: performance of the services (Permendagri 86/2017, annex).

use super::column;
use crate::model::{Column, Family, Form, Kind, Layout, Role, Rows, Tingkat};

/// The declaration of T-C.30.
pub static FORM: Form = Form {
    id: "T-C.30",
    family: Family::Renja,
    called: "Tabel",
    title: "Pencapaian Kinerja Pelayanan Perangkat Daerah",
    title_words: &["pencapaian", "kinerja", "pelayanan"],
    needs_title: false,
    rows: Rows::Indicators,
    adds_up: false,
    total: None,
    layouts: &[Layout {
        id: "permendagri",
        columns: &COLUMNS,
        optional: &[],
        code_cells: 0,
        number_row: true,
        title: None,
        pairs: false,
        since: None,
        alternatives: &[],
        formulas: &[],
    }],
    levels: &[Tingkat::Indikator],
    years: &[-2, -1, 0, 1, -2, -1, 0, 1],
    closing: None,
};

const TARGET: &str = "Target Renstra Perangkat Daerah";
const REALISASI: &str = "Realisasi Capaian";
const PROYEKSI: &str = "Proyeksi";

const fn year(id: &'static str, number: &'static str, header: &'static [&'static str]) -> Column {
    column(id, Role::Target, Kind::Measure, number, 12.0, header, &[])
}

static COLUMNS: [Column; 13] = [
    column("no", Role::Ordinal, Kind::Ordinal, "1", 5.0, &["No"], &["Nomor"]),
    column(
        "indikator",
        Role::Name,
        Kind::Text,
        "2",
        44.0,
        &["Indikator"],
        &["Indikator Kinerja", "Indikator Kinerja sesuai Tugas dan Fungsi Perangkat Daerah"],
    ),
    column("spm", Role::Text, Kind::Text, "3", 14.0, &["SPM/Standar Nasional"], &["SPM"]),
    column("ikk", Role::Text, Kind::Text, "4", 14.0, &["IKK"], &["Indikator Kinerja Kunci"]),
    year("target_1", "5", &[TARGET, "Tahun {n-2}"]),
    year("target_2", "6", &[TARGET, "Tahun {n-1}"]),
    year("target_3", "7", &[TARGET, "Tahun {n}"]),
    year("target_4", "8", &[TARGET, "Tahun {n+1}"]),
    year("realisasi_1", "9", &[REALISASI, "Tahun {n-2}"]),
    year("realisasi_2", "10", &[REALISASI, "Tahun {n-1}"]),
    year("proyeksi_1", "11", &[PROYEKSI, "Tahun {n}"]),
    year("proyeksi_2", "12", &[PROYEKSI, "Tahun {n+1}"]),
    column(
        "catatan",
        Role::Remark,
        Kind::Text,
        "13",
        28.0,
        &["Catatan Analisis"],
        &["Catatan", "Keterangan"],
    ),
];
