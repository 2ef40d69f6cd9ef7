//! E.80: the evaluation of a Renstra, year by year (Permendagri 86/2017, annex).

use super::e81::{DRIVING, HINDERING, INDIKATOR, LEVELS, NO, SASARAN, SIGNATURES, URAIAN};
use super::{OF_PERIOD, PLAIN, column};
use crate::model::{Closing, Column, Family, Form, Formula, Kind, Layout, Role, Rows};

/// The declaration of E.80.
pub static FORM: Form = Form {
    id: "E.80",
    family: Family::Evaluation,
    called: "Formulir",
    title: "Evaluasi terhadap Hasil Renstra Perangkat Daerah",
    title_words: &["evaluasi", "terhadap", "hasil", "renstra"],
    needs_title: false,
    rows: Rows::Named,
    adds_up: true,
    total: None,
    layouts: &[Layout { columns: &COLUMNS, pairs: true, alternatives: RATIOS, ..PLAIN }],
    levels: LEVELS,
    years: &[],
    closing: Some(&CLOSING),
};

static CLOSING: Closing = Closing { notes: &[DRIVING, HINDERING], signatures: SIGNATURES };

const RATIOS: &[&[Formula]] = &[RATIO_1, RATIO_2, RATIO_3, RATIO_4, RATIO_5];
const RATIO_1: &[Formula] = &[
    Formula::Ratio { result: "rasio_1_rp", numerator: "realisasi_1_rp", denominator: "target_1_rp" },
    Formula::Quotient { result: "rasio_1_rp", numerator: "realisasi_1_rp", denominator: "target_1_rp" },
];
const RATIO_2: &[Formula] = &[
    Formula::Ratio { result: "rasio_2_rp", numerator: "realisasi_2_rp", denominator: "target_2_rp" },
    Formula::Quotient { result: "rasio_2_rp", numerator: "realisasi_2_rp", denominator: "target_2_rp" },
];
const RATIO_3: &[Formula] = &[
    Formula::Ratio { result: "rasio_3_rp", numerator: "realisasi_3_rp", denominator: "target_3_rp" },
    Formula::Quotient { result: "rasio_3_rp", numerator: "realisasi_3_rp", denominator: "target_3_rp" },
];
const RATIO_4: &[Formula] = &[
    Formula::Ratio { result: "rasio_4_rp", numerator: "realisasi_4_rp", denominator: "target_4_rp" },
    Formula::Quotient { result: "rasio_4_rp", numerator: "realisasi_4_rp", denominator: "target_4_rp" },
];
const RATIO_5: &[Formula] = &[
    Formula::Ratio { result: "rasio_5_rp", numerator: "realisasi_5_rp", denominator: "target_5_rp" },
    Formula::Quotient { result: "rasio_5_rp", numerator: "realisasi_5_rp", denominator: "target_5_rp" },
];

const TARGET: &str = "Target Renstra Perangkat Daerah pada Tahun ke-";
const REALISASI: &str = "Realisasi Capaian Tahun ke-";
const RASIO: &str = "Rasio Capaian pada Tahun ke-";

const fn quantity(id: &'static str, number: &'static str, header: &'static [&'static str]) -> Column {
    column(id, Role::Target, Kind::Measure, number, 12.0, header, &["Kinerja", "Fisik"])
}

const fn money(id: &'static str, year: i8, number: &'static str, header: &'static [&'static str]) -> Column {
    column(id, Role::Amount(OF_PERIOD + year), Kind::Rupiah, number, 18.0, header, &["Anggaran", "Keuangan"])
}

const fn ratio(id: &'static str, number: &'static str, header: &'static [&'static str]) -> Column {
    column(id, Role::Text, Kind::Percent, number, 10.0, header, &["Kinerja", "Anggaran"])
}

static COLUMNS: [Column; 37] = [
    NO,
    SASARAN,
    URAIAN,
    INDIKATOR,
    column(
        "awal",
        Role::Target,
        Kind::Measure,
        "(5)",
        14.0,
        &["Data Capaian pada Awal Tahun Perencanaan"],
        &["Data Capaian Awal", "Data Capaian pada Tahun Awal Perencanaan"],
    ),
    column(
        "akhir",
        Role::Amount(OF_PERIOD),
        Kind::MeasureOrRupiah,
        "(6)",
        18.0,
        &["Target pada Akhir Tahun Perencanaan"],
        &["Target Akhir Renstra", "Target Akhir Periode Renstra"],
    ),
    quantity("target_1_k", "(7)", &[TARGET, "1", "K"]),
    money("target_1_rp", 1, "", &[TARGET, "1", "Rp"]),
    quantity("target_2_k", "(8)", &[TARGET, "2", "K"]),
    money("target_2_rp", 2, "", &[TARGET, "2", "Rp"]),
    quantity("target_3_k", "(9)", &[TARGET, "3", "K"]),
    money("target_3_rp", 3, "", &[TARGET, "3", "Rp"]),
    quantity("target_4_k", "(10)", &[TARGET, "4", "K"]),
    money("target_4_rp", 4, "", &[TARGET, "4", "Rp"]),
    quantity("target_5_k", "(11)", &[TARGET, "5", "K"]),
    money("target_5_rp", 5, "", &[TARGET, "5", "Rp"]),
    quantity("realisasi_1_k", "(12)", &[REALISASI, "1", "K"]),
    money("realisasi_1_rp", 11, "", &[REALISASI, "1", "Rp"]),
    quantity("realisasi_2_k", "(13)", &[REALISASI, "2", "K"]),
    money("realisasi_2_rp", 12, "", &[REALISASI, "2", "Rp"]),
    quantity("realisasi_3_k", "(14)", &[REALISASI, "3", "K"]),
    money("realisasi_3_rp", 13, "", &[REALISASI, "3", "Rp"]),
    quantity("realisasi_4_k", "(15)", &[REALISASI, "4", "K"]),
    money("realisasi_4_rp", 14, "", &[REALISASI, "4", "Rp"]),
    quantity("realisasi_5_k", "(16)", &[REALISASI, "5", "K"]),
    money("realisasi_5_rp", 15, "", &[REALISASI, "5", "Rp"]),
    ratio("rasio_1_k", "(17)", &[RASIO, "1", "K"]),
    ratio("rasio_1_rp", "", &[RASIO, "1", "Rp"]),
    ratio("rasio_2_k", "(18)", &[RASIO, "2", "K"]),
    ratio("rasio_2_rp", "", &[RASIO, "2", "Rp"]),
    ratio("rasio_3_k", "(19)", &[RASIO, "3", "K"]),
    ratio("rasio_3_rp", "", &[RASIO, "3", "Rp"]),
    ratio("rasio_4_k", "(20)", &[RASIO, "4", "K"]),
    ratio("rasio_4_rp", "", &[RASIO, "4", "Rp"]),
    ratio("rasio_5_k", "(21)", &[RASIO, "5", "K"]),
    ratio("rasio_5_rp", "", &[RASIO, "5", "Rp"]),
    column(
        "penanggung_jawab",
        Role::Text,
        Kind::Text,
        "(22)",
        22.0,
        &["Unit Penanggung Jawab"],
        &["Unit Perangkat Daerah Penanggung Jawab", "Perangkat Daerah Penanggung Jawab"],
    ),
];
