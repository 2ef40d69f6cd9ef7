//! T-C.25: goals and objectives of the Renstra (Permendagri 86/2017, annex).

use super::{PLAIN, column};
use crate::model::{Column, Family, Form, Kind, Layout, Role, Rows, Tingkat};

/// The declaration of T-C.25.
pub static FORM: Form = Form {
    id: "T-C.25",
    family: Family::Renstra,
    called: "Tabel",
    title: "Tujuan dan Sasaran Jangka Menengah Pelayanan Perangkat Daerah",
    title_words: &["tujuan", "sasaran", "jangka", "menengah"],
    needs_title: false,
    rows: Rows::Indicators,
    adds_up: false,
    total: None,
    layouts: &[Layout { columns: &COLUMNS, optional: &OPTIONAL, ..PLAIN }],
    levels: &[Tingkat::Indikator],
    years: &[],
    closing: None,
};

const TARGET: &str = "Target Kinerja Tujuan/Sasaran pada Tahun ke-";
const TARGETS: &[&str] = &[
    "Target Kinerja Tujuan/Sasaran pada Tahun",
    "Target Kinerja Tujuan/Sasaran",
    "Target Kinerja Tujuan pada Tahun ke-",
    "Target Kinerja Sasaran pada Tahun ke-",
    "Target Kinerja pada Tahun ke-",
    "Target Kinerja",
];

const fn year(id: &'static str, number: &'static str, header: &'static [&'static str]) -> Column {
    column(id, Role::Target, Kind::Measure, number, 12.0, header, TARGETS)
}

static COLUMNS: [Column; 9] = [
    column("no", Role::Ordinal, Kind::Ordinal, "(1)", 5.0, &["No"], &["Nomor"]),
    column("tujuan", Role::Goal(Tingkat::Tujuan), Kind::Text, "(2)", 34.0, &["Tujuan"], &[]),
    column("sasaran", Role::Goal(Tingkat::Sasaran), Kind::Text, "(3)", 34.0, &["Sasaran"], &[]),
    column(
        "indikator",
        Role::Name,
        Kind::Text,
        "(4)",
        36.0,
        &["Indikator Tujuan/Sasaran"],
        &["Indikator Kinerja Tujuan/Sasaran", "Indikator Tujuan", "Indikator Sasaran"],
    ),
    year("target_1", "(5)", &[TARGET, "1"]),
    year("target_2", "(6)", &[TARGET, "2"]),
    year("target_3", "(7)", &[TARGET, "3"]),
    year("target_4", "(8)", &[TARGET, "4"]),
    year("target_5", "(9)", &[TARGET, "5"]),
];

static OPTIONAL: [Column; 2] = [
    column("satuan", Role::Text, Kind::Text, "", 12.0, &["Satuan"], &[]),
    column("keterangan", Role::Remark, Kind::Text, "", 22.0, &["Keterangan"], &["Ket."]),
];
