//! T-C.23: performance of the services over the five years of the Renstra before (Permendagri 86/2017, annex).

use super::{PLAIN, column};
use crate::model::{Column, Family, Form, Kind, Layout, Role, Rows, Tingkat};

/// The declaration of T-C.23. Its ratios are no law: an office turns them round for an indicator that should fall.
pub static FORM: Form = Form {
    id: "T-C.23",
    family: Family::Renstra,
    called: "Tabel",
    title: "Pencapaian Kinerja Pelayanan Perangkat Daerah",
    title_words: &[],
    needs_title: false,
    rows: Rows::Indicators,
    adds_up: false,
    total: None,
    layouts: &[
        Layout { columns: &COLUMNS, ..PLAIN },
        Layout { id: "program", columns: &OF_PROGRAMS, number_row: false, ..PLAIN },
    ],
    levels: &[Tingkat::Indikator],
    years: &[],
    closing: None,
};

const TARGET: &str = "Target Renstra Perangkat Daerah Tahun ke-";
const REALISASI: &str = "Realisasi Capaian Tahun ke-";
const RASIO: &str = "Rasio Capaian pada Tahun ke-";
const TARGETS: &[&str] = &["Target Renstra Perangkat Daerah", "Target Renstra", "Target"];
const REALISASIS: &[&str] = &["Realisasi Capaian", "Realisasi"];
const RASIOS: &[&str] = &["Rasio Capaian", "Rasio Capaian (%)", "Rasio Capaian pada Tahun", "Rasio"];

const fn year(
    id: &'static str,
    number: &'static str,
    header: &'static [&'static str],
    groups: &'static [&'static str],
) -> Column {
    column(id, Role::Target, Kind::Measure, number, 11.0, header, groups)
}

const NO: Column = column("no", Role::Ordinal, Kind::Ordinal, "(1)", 5.0, &["No"], &["Nomor"]);
const INDIKATOR: Column = column(
    "indikator",
    Role::Name,
    Kind::Text,
    "(2)",
    44.0,
    &["Indikator Kinerja sesuai Tugas dan Fungsi Perangkat Daerah"],
    &["Indikator Kinerja", "Indikator"],
);

static COLUMNS: [Column; 20] = [
    NO,
    INDIKATOR,
    column("nspk", Role::Text, Kind::Text, "(3)", 12.0, &["Target NSPK"], &["NSPK"]),
    column("ikk", Role::Text, Kind::Text, "(4)", 12.0, &["Target IKK"], &["IKK"]),
    column(
        "lainnya",
        Role::Text,
        Kind::Text,
        "(5)",
        12.0,
        &["Target Indikator Lainnya"],
        &["Indikator Lainnya"],
    ),
    year("target_1", "(6)", &[TARGET, "1"], TARGETS),
    year("target_2", "(7)", &[TARGET, "2"], TARGETS),
    year("target_3", "(8)", &[TARGET, "3"], TARGETS),
    year("target_4", "(9)", &[TARGET, "4"], TARGETS),
    year("target_5", "(10)", &[TARGET, "5"], TARGETS),
    year("realisasi_1", "(11)", &[REALISASI, "1"], REALISASIS),
    year("realisasi_2", "(12)", &[REALISASI, "2"], REALISASIS),
    year("realisasi_3", "(13)", &[REALISASI, "3"], REALISASIS),
    year("realisasi_4", "(14)", &[REALISASI, "4"], REALISASIS),
    year("realisasi_5", "(15)", &[REALISASI, "5"], REALISASIS),
    year("rasio_1", "(16)", &[RASIO, "1"], RASIOS),
    year("rasio_2", "(17)", &[RASIO, "2"], RASIOS),
    year("rasio_3", "(18)", &[RASIO, "3"], RASIOS),
    year("rasio_4", "(19)", &[RASIO, "4"], RASIOS),
    year("rasio_5", "(20)", &[RASIO, "5"], RASIOS),
];

static OF_PROGRAMS: [Column; 18] = [
    NO,
    column(
        "program",
        Role::Goal(Tingkat::Program),
        Kind::Text,
        "",
        36.0,
        &["Program"],
        &["Program/Kegiatan"],
    ),
    INDIKATOR,
    year("target_1", "", &[TARGET, "1"], TARGETS),
    year("target_2", "", &[TARGET, "2"], TARGETS),
    year("target_3", "", &[TARGET, "3"], TARGETS),
    year("target_4", "", &[TARGET, "4"], TARGETS),
    year("target_5", "", &[TARGET, "5"], TARGETS),
    year("realisasi_1", "", &[REALISASI, "1"], REALISASIS),
    year("realisasi_2", "", &[REALISASI, "2"], REALISASIS),
    year("realisasi_3", "", &[REALISASI, "3"], REALISASIS),
    year("realisasi_4", "", &[REALISASI, "4"], REALISASIS),
    year("realisasi_5", "", &[REALISASI, "5"], REALISASIS),
    year("rasio_1", "", &[RASIO, "1"], RASIOS),
    year("rasio_2", "", &[RASIO, "2"], RASIOS),
    year("rasio_3", "", &[RASIO, "3"], RASIOS),
    year("rasio_4", "", &[RASIO, "4"], RASIOS),
    year("rasio_5", "", &[RASIO, "5"], RASIOS),
];
