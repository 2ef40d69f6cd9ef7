//! E.81: the evaluation of a Renja, quarter by quarter (Permendagri 86/2017, annex).

use std::borrow::Cow;

use super::{OF_PERIOD, PLAIN, column};
use crate::model::{Closing, Column, Family, Form, Formula, Kind, Layout, Role, Rows, Tingkat};

/// The declaration of E.81. Quarters are printed each by itself, or each with those before.
pub static FORM: Form = Form {
    id: "E.81",
    family: Family::Evaluation,
    called: "Formulir",
    title: "Evaluasi terhadap Hasil Renja Perangkat Daerah",
    title_words: &["evaluasi", "terhadap", "hasil", "renja"],
    needs_title: false,
    rows: Rows::Named,
    adds_up: true,
    total: None,
    layouts: &[
        Layout {
            columns: &COLUMNS,
            optional: &OPTIONAL,
            pairs: true,
            formulas: FORMULAS,
            alternatives: QUARTERS,
            ..PLAIN
        },
        Layout {
            id: "kode",
            columns: &WITH_CODES,
            optional: &OPTIONAL,
            code_cells: 4,
            pairs: true,
            formulas: FORMULAS,
            alternatives: QUARTERS,
            ..PLAIN
        },
    ],
    levels: LEVELS,
    years: &[],
    closing: Some(&CLOSING),
};

pub(super) const LEVELS: &[Tingkat] = &[
    Tingkat::Urusan,
    Tingkat::BidangUrusan,
    Tingkat::Program,
    Tingkat::Kegiatan,
    Tingkat::SubKegiatan,
    Tingkat::Outcome,
    Tingkat::Output,
    Tingkat::Subtotal,
    Tingkat::Banner,
    Tingkat::Sasaran,
    Tingkat::Penilaian,
    Tingkat::Jumlah,
];

/// The blocks of those who sign an evaluation.
pub(super) const SIGNATURES: &[(&str, &str)] =
    &[("Disusun", "Kepala Perangkat Daerah"), ("Dievaluasi", "Kepala Bappeda")];

pub(super) const DRIVING: &str = "Faktor pendorong keberhasilan kinerja:";
pub(super) const HINDERING: &str = "Faktor penghambat pencapaian kinerja:";

static CLOSING: Closing = Closing {
    notes: &[
        DRIVING,
        HINDERING,
        "Tindak lanjut yang diperlukan dalam triwulan berikutnya:",
        "Tindak lanjut yang diperlukan dalam Renja Perangkat Daerah berikutnya:",
    ],
    signatures: SIGNATURES,
};

const FORMULAS: &[Formula] = &[
    Formula::Sum { result: "kumulatif", terms: Cow::Borrowed(&["lampau", "realisasi"]) },
    Formula::Ratio { result: "capaian", numerator: "kumulatif", denominator: "renstra" },
    Formula::Ratio { result: "capaian_renja", numerator: "realisasi", denominator: "target" },
];

/// Each quarter by itself, or each with those before.
const QUARTERS: &[&[Formula]] = &[&[
    Formula::Sum { result: "realisasi", terms: Cow::Borrowed(&["tw1", "tw2", "tw3", "tw4"]) },
    Formula::Latest { result: "realisasi", terms: Cow::Borrowed(&["tw1", "tw2", "tw3", "tw4"]) },
]];

const QUARTER: &str = "Realisasi Kinerja pada Triwulan";

const fn pair(
    id: &'static str,
    year: i8,
    number: &'static str,
    header: &'static [&'static str],
    aliases: &'static [&'static str],
) -> Column {
    column(id, Role::Amount(year), Kind::MeasureOrRupiah, number, 18.0, header, aliases)
}

pub(super) const NO: Column = column("no", Role::Ordinal, Kind::Ordinal, "1", 5.0, &["No"], &["Nomor"]);
pub(super) const SASARAN: Column =
    column("sasaran", Role::Goal(Tingkat::Sasaran), Kind::Text, "2", 30.0, &["Sasaran"], &[]);
pub(super) const URAIAN: Column = column(
    "uraian",
    Role::Name,
    Kind::Text,
    "3",
    42.0,
    &["Program/Kegiatan"],
    &[
        "Program/Kegiatan/Sub Kegiatan",
        "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan",
        "Program dan Kegiatan",
    ],
);
pub(super) const INDIKATOR: Column = column(
    "indikator",
    Role::Indicator,
    Kind::List,
    "4",
    34.0,
    &["Indikator Kinerja Program (outcome)/Kegiatan (output)"],
    &["Indikator Kinerja", "Indikator", "Indikator Kinerja Program (outcome)/Kegiatan (output)/Sub Kegiatan"],
);
const RENSTRA: Column = pair(
    "renstra",
    OF_PERIOD,
    "5",
    &["Target Renstra Perangkat Daerah pada Tahun {akhir} (Akhir Periode Renstra Perangkat Daerah)"],
    &["Target Renstra Perangkat Daerah pada Tahun", "Target Renstra Perangkat Daerah", "Target Renstra"],
);
const LAMPAU: Column = pair(
    "lampau",
    -2,
    "6",
    &[
        "Realisasi Capaian Kinerja Renstra Perangkat Daerah sampai dengan Renja Perangkat Daerah Tahun Lalu (n-2)",
    ],
    &["Realisasi Capaian Kinerja Renstra Perangkat Daerah s/d Renja Perangkat Daerah Tahun Lalu"],
);
const SASARAN_RENJA: Column = pair(
    "target",
    -1,
    "7",
    &["Target Kinerja dan Anggaran Renja Perangkat Daerah Tahun Berjalan (Tahun n-1) yang Dievaluasi"],
    &[
        "Target Kinerja dan Anggaran Renja Perangkat Daerah Tahun Berjalan",
        "Target Kinerja dan Anggaran Renja",
    ],
);
const TW1: Column =
    pair("tw1", OF_PERIOD + 1, "8", &[QUARTER, "I"], &["Triwulan I", "TW I", "Tw. I", "Triwulan 1"]);
const TW2: Column =
    pair("tw2", OF_PERIOD + 2, "9", &[QUARTER, "II"], &["Triwulan II", "TW II", "Tw. II", "Triwulan 2"]);
const TW3: Column =
    pair("tw3", OF_PERIOD + 3, "10", &[QUARTER, "III"], &["Triwulan III", "TW III", "Tw. III", "Triwulan 3"]);
const TW4: Column =
    pair("tw4", OF_PERIOD + 4, "11", &[QUARTER, "IV"], &["Triwulan IV", "TW IV", "Tw. IV", "Triwulan 4"]);
const REALISASI: Column = pair(
    "realisasi",
    OF_PERIOD + 5,
    "12",
    &["Realisasi Capaian Kinerja dan Anggaran Renja Perangkat Daerah yang Dievaluasi"],
    &["Realisasi Capaian Kinerja dan Anggaran Renja"],
);
const KUMULATIF: Column = pair(
    "kumulatif",
    OF_PERIOD + 6,
    "13=6+12",
    &["Realisasi Kinerja dan Anggaran Renstra Perangkat Daerah s/d Tahun {n}"],
    &["Realisasi Kinerja dan Anggaran Renstra Perangkat Daerah s/d Tahun"],
);
const CAPAIAN: Column = column(
    "capaian",
    Role::Text,
    Kind::Percent,
    "14=13/5x100%",
    12.0,
    &["Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra Perangkat Daerah s/d Tahun {n} (%)"],
    &["Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra Perangkat Daerah"],
);
const UNIT: Column = column(
    "penanggung_jawab",
    Role::Text,
    Kind::Text,
    "15",
    22.0,
    &["Unit Perangkat Daerah Penanggung Jawab"],
    &[
        "Perangkat Daerah Penanggung Jawab",
        "Unit Kerja Perangkat Daerah Penanggung Jawab",
        "Penanggung Jawab",
    ],
);

static COLUMNS: [Column; 15] = [
    NO,
    SASARAN,
    URAIAN,
    INDIKATOR,
    RENSTRA,
    LAMPAU,
    SASARAN_RENJA,
    TW1,
    TW2,
    TW3,
    TW4,
    REALISASI,
    KUMULATIF,
    CAPAIAN,
    UNIT,
];

static WITH_CODES: [Column; 16] = [
    NO,
    column("kode", Role::Code, Kind::Code, "", 18.0, &["Kode"], &["Kode Rekening"]),
    SASARAN,
    URAIAN,
    INDIKATOR,
    RENSTRA,
    LAMPAU,
    SASARAN_RENJA,
    TW1,
    TW2,
    TW3,
    TW4,
    REALISASI,
    KUMULATIF,
    CAPAIAN,
    UNIT,
];

static OPTIONAL: [Column; 2] = [
    column(
        "capaian_renja",
        Role::Text,
        Kind::Percent,
        "",
        12.0,
        &["Tingkat Capaian Kinerja dan Realisasi Anggaran Renja yang Dievaluasi (%)"],
        &["Tingkat Capaian Kinerja dan Realisasi Anggaran Renja"],
    ),
    column("keterangan", Role::Remark, Kind::Text, "", 20.0, &["Keterangan"], &["Ket.", "Catatan"]),
];
