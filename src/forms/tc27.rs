//! T-C.27: programs, targets and amounts over the years of the Renstra (Permendagri 86/2017, annex; Inmendagri 2/2025
//! for the Renstra 2025–2029, which has six years).

use std::borrow::Cow;

use super::{OF_PERIOD, OF_PROGRAMS, PLAIN, column};
use crate::model::{Column, Family, Form, Formula, Kind, Layout, Role, Rows, Tingkat};

/// The declaration of T-C.27. A target at the end is that of the last year for a state and the sum for a count: no law.
pub static FORM: Form = Form {
    id: "T-C.27",
    family: Family::Renstra,
    called: "Tabel",
    title: "Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah",
    title_words: &["rencana", "program", "kegiatan", "pendanaan", "perangkatdaerah"],
    needs_title: false,
    rows: Rows::Coded,
    adds_up: true,
    total: Some("TOTAL"),
    layouts: &[
        Layout { columns: &COLUMNS, optional: &OPTIONAL, code_cells: 5, formulas: &[END], ..PLAIN },
        Layout { id: "inmendagri", columns: &SIX_YEARS, optional: &OPTIONAL_SIX, code_cells: 1, ..PLAIN },
    ],
    levels: OF_PROGRAMS,
    years: &[],
    closing: None,
};

const END: Formula = Formula::Sum {
    result: "pagu_akhir",
    terms: Cow::Borrowed(&["pagu_1", "pagu_2", "pagu_3", "pagu_4", "pagu_5"]),
};

const TARGET: &str = "Target Kinerja Program dan Kerangka Pendanaan";
const END_STATE: &str = "Kondisi Kinerja pada akhir periode Renstra Perangkat Daerah";
const TARGETS: &[&str] = &["Target Kinerja", "Target Capaian", "Target Capaian Kinerja", "Kinerja"];
const MONEY: &[&str] =
    &["Rp.", "Pagu", "Pagu (Rp)", "Pagu Indikatif", "Pagu Indikatif (Rp)", "Dana", "Rupiah"];
const NAMES: &[&str] = &[
    "Program/Kegiatan",
    "Program/Kegiatan/Sub Kegiatan",
    "Program, Kegiatan dan Sub Kegiatan",
    "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan",
    "Bidang Urusan/Program/Outcome/Kegiatan/Sub Kegiatan/Output",
];
const INDICATORS: &[&str] = &[
    "Indikator Kinerja",
    "Indikator Kinerja Program (outcome) dan Kegiatan (output)",
    "Indikator Kinerja Program",
    "Indikator",
    "Indikator Outcome/Output",
];
const UNIT: &[&str] = &[
    "Unit Kerja Penanggung Jawab",
    "Perangkat Daerah Penanggung Jawab",
    "Penanggung Jawab",
    "Unit Kerja Perangkat Daerah",
];

const fn target(id: &'static str, number: &'static str, header: &'static [&'static str]) -> Column {
    column(id, Role::Target, Kind::Measure, number, 12.0, header, TARGETS)
}

const fn money(id: &'static str, year: i8, number: &'static str, header: &'static [&'static str]) -> Column {
    column(id, Role::Amount(OF_PERIOD + year), Kind::Rupiah, number, 18.0, header, MONEY)
}

const KODE: Column = column("kode", Role::Code, Kind::Code, "(3)", 18.0, &["Kode"], &["Kode Rekening"]);

static COLUMNS: [Column; 20] = [
    column("tujuan", Role::Goal(Tingkat::Tujuan), Kind::Text, "(1)", 26.0, &["Tujuan"], &[]),
    column("sasaran", Role::Goal(Tingkat::Sasaran), Kind::Text, "(2)", 26.0, &["Sasaran"], &[]),
    KODE,
    column("uraian", Role::Name, Kind::Text, "(4)", 42.0, &["Program dan Kegiatan"], NAMES),
    column(
        "indikator",
        Role::Indicator,
        Kind::List,
        "(5)",
        36.0,
        &["Indikator Kinerja Tujuan, Sasaran, Program (outcome) dan Kegiatan (output)"],
        INDICATORS,
    ),
    column(
        "awal",
        Role::Target,
        Kind::Measure,
        "(6)",
        14.0,
        &["Data Capaian pada Tahun Awal Perencanaan"],
        &["Data Capaian Awal", "Kondisi Awal", "Capaian Awal", "Baseline"],
    ),
    target("target_1", "(7)", &[TARGET, "Tahun-1", "Target"]),
    money("pagu_1", 1, "(8)", &[TARGET, "Tahun-1", "Rp"]),
    target("target_2", "(9)", &[TARGET, "Tahun-2", "Target"]),
    money("pagu_2", 2, "(10)", &[TARGET, "Tahun-2", "Rp"]),
    target("target_3", "(11)", &[TARGET, "Tahun-3", "Target"]),
    money("pagu_3", 3, "(12)", &[TARGET, "Tahun-3", "Rp"]),
    target("target_4", "(13)", &[TARGET, "Tahun-4", "Target"]),
    money("pagu_4", 4, "(14)", &[TARGET, "Tahun-4", "Rp"]),
    target("target_5", "(15)", &[TARGET, "Tahun-5", "Target"]),
    money("pagu_5", 5, "(16)", &[TARGET, "Tahun-5", "Rp"]),
    target("target_akhir", "(17)", &[TARGET, END_STATE, "Target"]),
    money("pagu_akhir", 0, "(18)", &[TARGET, END_STATE, "Rp"]),
    column(
        "penanggung_jawab",
        Role::Text,
        Kind::Text,
        "(19)",
        22.0,
        &["Unit Kerja Perangkat Daerah Penanggung-jawab"],
        UNIT,
    ),
    column("lokasi", Role::Location, Kind::Text, "(20)", 20.0, &["Lokasi"], &[]),
];

static OPTIONAL: [Column; 2] = [
    column("indikator_sasaran", Role::Text, Kind::Text, "", 28.0, &["Indikator Sasaran"], &[]),
    column("satuan", Role::Text, Kind::Text, "", 12.0, &["Satuan"], &[]),
];

const SIX: &str = "Target dan Pagu Indikatif Tahun";

static SIX_YEARS: [Column; 17] = [
    column("kode", Role::Code, Kind::Code, "", 18.0, &["Kode"], &["Kode Rekening"]),
    column(
        "uraian",
        Role::Name,
        Kind::Text,
        "",
        42.0,
        &["Bidang Urusan/Program/Outcome/Kegiatan/Sub Kegiatan/Output"],
        NAMES,
    ),
    column("indikator", Role::Indicator, Kind::List, "", 36.0, &["Indikator"], INDICATORS),
    column(
        "awal",
        Role::Target,
        Kind::Measure,
        "",
        14.0,
        &["Baseline"],
        &[
            "Baseline Tahun 2024",
            "Kondisi Awal",
            "Data Capaian Awal",
            "Data Capaian pada Tahun Awal Perencanaan",
        ],
    ),
    target("target_1", "", &[SIX, "Tahun-1", "Target"]),
    money("pagu_1", 1, "", &[SIX, "Tahun-1", "Pagu"]),
    target("target_2", "", &[SIX, "Tahun-2", "Target"]),
    money("pagu_2", 2, "", &[SIX, "Tahun-2", "Pagu"]),
    target("target_3", "", &[SIX, "Tahun-3", "Target"]),
    money("pagu_3", 3, "", &[SIX, "Tahun-3", "Pagu"]),
    target("target_4", "", &[SIX, "Tahun-4", "Target"]),
    money("pagu_4", 4, "", &[SIX, "Tahun-4", "Pagu"]),
    target("target_5", "", &[SIX, "Tahun-5", "Target"]),
    money("pagu_5", 5, "", &[SIX, "Tahun-5", "Pagu"]),
    target("target_6", "", &[SIX, "Tahun-6", "Target"]),
    money("pagu_6", 6, "", &[SIX, "Tahun-6", "Pagu"]),
    column(
        "penanggung_jawab",
        Role::Text,
        Kind::Text,
        "",
        22.0,
        &["Perangkat Daerah Penanggung Jawab"],
        UNIT,
    ),
];

static OPTIONAL_SIX: [Column; 2] = [
    column("lokasi", Role::Location, Kind::Text, "", 20.0, &["Lokasi"], &[]),
    column("keterangan", Role::Remark, Kind::Text, "", 20.0, &["Keterangan"], &["Ket."]),
];
