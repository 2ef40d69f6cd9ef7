//! T-C.28: the indicators of the office that serve the RPJMD (Permendagri 86/2017, annex).

use super::{PLAIN, column};
use crate::model::{Column, Family, Form, Kind, Layout, Role, Rows, Tingkat};

/// The declaration of T-C.28.
pub static FORM: Form = Form {
    id: "T-C.28",
    family: Family::Renstra,
    called: "Tabel",
    title: "Indikator Kinerja Perangkat Daerah yang Mengacu pada Tujuan dan Sasaran RPJMD",
    title_words: &["indikator", "mengacu", "tujuan", "rpjmd"],
    needs_title: false,
    rows: Rows::Indicators,
    adds_up: false,
    total: None,
    layouts: &[Layout { columns: &COLUMNS, optional: &OPTIONAL, ..PLAIN }],
    levels: &[Tingkat::Indikator],
    years: &[],
    closing: None,
};

const TARGET: &str = "Target Capaian Setiap Tahun";
const TARGETS: &[&str] = &["Target Capaian", "Target Tahun", "Target"];

const fn year(id: &'static str, number: &'static str, header: &'static [&'static str]) -> Column {
    column(id, Role::Target, Kind::Measure, number, 12.0, header, TARGETS)
}

static COLUMNS: [Column; 9] = [
    column("no", Role::Ordinal, Kind::Ordinal, "(1)", 5.0, &["No"], &["Nomor"]),
    column("indikator", Role::Name, Kind::Text, "(2)", 46.0, &["Indikator"], &["Indikator Kinerja"]),
    column(
        "awal",
        Role::Target,
        Kind::Measure,
        "(3)",
        16.0,
        &["Kondisi Kinerja pada awal periode RPJMD"],
        &["Kondisi Awal", "Kondisi Kinerja Awal"],
    ),
    year("target_1", "(4)", &[TARGET, "Tahun 1"]),
    year("target_2", "(5)", &[TARGET, "Tahun 2"]),
    year("target_3", "(6)", &[TARGET, "Tahun 3"]),
    year("target_4", "(7)", &[TARGET, "Tahun 4"]),
    year("target_5", "(8)", &[TARGET, "Tahun 5"]),
    column(
        "akhir",
        Role::Target,
        Kind::Measure,
        "(9)",
        16.0,
        &["Kondisi Kinerja pada akhir periode RPJMD"],
        &["Kondisi Akhir", "Kondisi Kinerja Akhir"],
    ),
];

static OPTIONAL: [Column; 3] = [
    column("satuan", Role::Text, Kind::Text, "", 12.0, &["Satuan"], &[]),
    column("rujukan", Role::Text, Kind::Text, "", 22.0, &["Referensi RPJMD"], &[]),
    column("penanggung_jawab", Role::Text, Kind::Text, "", 22.0, &["Penanggung Jawab"], &[]),
];
