//! How offices printed the program table before the codification of 2019: the matrix with its three pairs of measure and
//! target, and Format I.D of the RKPD (Permendagri 54/2010), which has the same pairs behind priorities and aims.

use super::column;
use crate::model::{Column, Kind, Layout, Role};

/// The matrix of a yearly plan.
pub(super) const MATRIX: Layout = Layout {
    id: "matriks",
    columns: &COLUMNS_OF_MATRIX,
    optional: &BESIDE_MATRIX,
    code_cells: 5,
    number_row: true,
    title: Some("Matriks Renja Perangkat Daerah Tahun {n}"),
    pairs: false,
    since: None,
    alternatives: &[],
    formulas: &[],
};

/// Format I.D.
pub(super) const FORMAT_I_D: Layout = Layout {
    id: "format-i-d",
    columns: &COLUMNS_OF_FORMAT_I_D,
    optional: &BESIDE_FORMAT_I_D,
    code_cells: 1,
    number_row: true,
    title: Some("Rencana Program dan Kegiatan Prioritas Daerah Tahun {n}"),
    pairs: false,
    since: None,
    alternatives: &[],
    formulas: &[],
};

const MEASURE: &str = "Tolok Ukur";
const TARGET: &str = "Target";
const CODES: &[&str] = &["Kode Rekening", "Kode"];
const NAMES: &[&str] = &[
    "Program dan Kegiatan",
    "Program/Kegiatan",
    "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan",
    "Uraian Program dan Kegiatan",
    "Nama Program dan Kegiatan",
];
const PROGRAM_MEASURES: &[&str] = &[
    "Tolok Ukur Kinerja",
    "Indikator",
    "Capaian Program › Tolok Ukur",
    "Hasil Program › Tolok Ukur",
    "Program › Tolok Ukur",
];
const PROGRAM_TARGETS: &[&str] =
    &["Target Kinerja", "Capaian Program › Target", "Hasil Program › Target", "Program › Target"];
const OUTPUT_MEASURES: &[&str] = &[
    "Tolok Ukur Kinerja",
    "Indikator",
    "Keluaran › Tolok Ukur",
    "Output › Tolok Ukur",
    "Keluaran (Output) › Tolok Ukur",
];
const OUTPUT_TARGETS: &[&str] =
    &["Target Kinerja", "Keluaran › Target", "Output › Target", "Keluaran (Output) › Target"];
const OUTCOME_MEASURES: &[&str] = &[
    "Tolok Ukur Kinerja",
    "Indikator",
    "Hasil › Tolok Ukur",
    "Outcome › Tolok Ukur",
    "Hasil (Outcome) › Tolok Ukur",
];
const OUTCOME_TARGETS: &[&str] =
    &["Target Kinerja", "Hasil › Target", "Outcome › Target", "Hasil (Outcome) › Target"];
const AIMS: &[&str] = &["Sasaran", "Sasaran Kegiatan", "Sasaran Daerah", "Kelompok Sasaran"];
const PLACES: &[&str] = &["Lokasi Kegiatan"];
const MONEY: &[&str] = &[
    "Pagu Indikatif",
    "Pagu Indikatif (Rp)",
    "Pagu Indikatif (Rp) & Sumber Dana",
    "Pagu Indikatif dan Sumber Dana",
    "Pagu",
    "Pagu Anggaran",
    "Kebutuhan Dana/Pagu Indikatif",
];
const NEXT_MONEY: &[&str] =
    &["Prakiraan Maju", "Prakiraan Maju (Rp)", "Perkiraan Maju", "Pagu Prakiraan Maju"];
const FUNDS: &[&str] = &["Sumber", "Sumber Pendanaan"];
const OFFICES: &[&str] = &["Penanggung Jawab", "PD Penanggung Jawab", "SKPD Pelaksana"];
const REMARK: &[&str] = &["Catatan", "Keterangan"];

static COLUMNS_OF_MATRIX: [Column; 10] = [
    column("kode", Role::Code, Kind::Code, "1", 18.0, &["Kode Rekening"], CODES),
    column("uraian", Role::Name, Kind::Text, "2", 42.0, &["Program dan Kegiatan"], NAMES),
    column("sasaran", Role::Text, Kind::Text, "3", 24.0, &["Sasaran"], AIMS),
    column(
        "capaian_program",
        Role::Indicator,
        Kind::List,
        "4",
        24.0,
        &["Capaian Program", MEASURE],
        PROGRAM_MEASURES,
    ),
    column(
        "target_program",
        Role::Target,
        Kind::Measure,
        "5",
        12.0,
        &["Capaian Program", TARGET],
        PROGRAM_TARGETS,
    ),
    column(
        "keluaran",
        Role::Indicator,
        Kind::List,
        "6",
        30.0,
        &["Keluaran Kegiatan", MEASURE],
        OUTPUT_MEASURES,
    ),
    column(
        "target_keluaran",
        Role::Target,
        Kind::Measure,
        "7",
        14.0,
        &["Keluaran Kegiatan", TARGET],
        OUTPUT_TARGETS,
    ),
    column("hasil", Role::Indicator, Kind::List, "8", 30.0, &["Hasil Kegiatan", MEASURE], OUTCOME_MEASURES),
    column(
        "target_hasil",
        Role::Target,
        Kind::Measure,
        "9",
        14.0,
        &["Hasil Kegiatan", TARGET],
        OUTCOME_TARGETS,
    ),
    column("pagu", Role::Amount(0), Kind::Rupiah, "10", 19.0, &["Pagu Indikatif (Rp)"], MONEY),
];

static BESIDE_MATRIX: [Column; 6] = [
    column("no", Role::Ordinal, Kind::Ordinal, "", 5.0, &["No"], &["Nomor"]),
    column("lokasi", Role::Location, Kind::Text, "", 20.0, &["Lokasi"], PLACES),
    column("sumber_dana", Role::FundingSource, Kind::Text, "", 20.0, &["Sumber Dana"], FUNDS),
    column("maju_pagu", Role::Amount(1), Kind::Rupiah, "", 19.0, &["Prakiraan Maju"], NEXT_MONEY),
    column("penanggung_jawab", Role::Text, Kind::Text, "", 22.0, &["SKPD Penanggung Jawab"], OFFICES),
    column("catatan", Role::Remark, Kind::Text, "", 18.0, &["Catatan Penting"], REMARK),
];

const INDICATOR: &str = "Indikator Kinerja";

static COLUMNS_OF_FORMAT_I_D: [Column; 15] = [
    column("kode", Role::Code, Kind::Code, "1", 16.0, &["Kode"], CODES),
    column(
        "uraian",
        Role::Name,
        Kind::Text,
        "2",
        42.0,
        &["Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan"],
        NAMES,
    ),
    column("prioritas_daerah", Role::Text, Kind::Text, "3", 18.0, &["Prioritas Daerah"], &[]),
    column("sasaran", Role::Text, Kind::Text, "4", 18.0, &["Sasaran Daerah"], AIMS),
    column("lokasi", Role::Location, Kind::Text, "5", 20.0, &["Lokasi"], PLACES),
    column(
        "capaian_program",
        Role::Indicator,
        Kind::List,
        "6",
        24.0,
        &[INDICATOR, "Hasil Program", MEASURE],
        PROGRAM_MEASURES,
    ),
    column(
        "target_program",
        Role::Target,
        Kind::Measure,
        "7",
        12.0,
        &[INDICATOR, "Hasil Program", TARGET],
        PROGRAM_TARGETS,
    ),
    column(
        "keluaran",
        Role::Indicator,
        Kind::List,
        "8",
        30.0,
        &[INDICATOR, "Keluaran Kegiatan", MEASURE],
        OUTPUT_MEASURES,
    ),
    column(
        "target_keluaran",
        Role::Target,
        Kind::Measure,
        "9",
        14.0,
        &[INDICATOR, "Keluaran Kegiatan", TARGET],
        OUTPUT_TARGETS,
    ),
    column(
        "hasil",
        Role::Indicator,
        Kind::List,
        "10",
        30.0,
        &[INDICATOR, "Hasil Kegiatan", MEASURE],
        OUTCOME_MEASURES,
    ),
    column(
        "target_hasil",
        Role::Target,
        Kind::Measure,
        "11",
        14.0,
        &[INDICATOR, "Hasil Kegiatan", TARGET],
        OUTCOME_TARGETS,
    ),
    column("pagu", Role::Amount(0), Kind::Rupiah, "12", 19.0, &["Pagu Indikatif"], MONEY),
    column("maju_pagu", Role::Amount(1), Kind::Rupiah, "13", 19.0, &["Prakiraan Maju"], NEXT_MONEY),
    column(
        "jenis",
        Role::Text,
        Kind::Text,
        "14",
        10.0,
        &["Jenis Kegiatan 1/2/3"],
        &["Jenis Keg 1/2/3", "Jenis Kegiatan"],
    ),
    column(
        "penanggung_jawab",
        Role::Text,
        Kind::Text,
        "15",
        22.0,
        &["Perangkat Daerah Penanggung Jawab"],
        OFFICES,
    ),
];

static BESIDE_FORMAT_I_D: [Column; 3] = [
    column("no", Role::Ordinal, Kind::Ordinal, "", 5.0, &["No"], &["Nomor"]),
    column("sumber_dana", Role::FundingSource, Kind::Text, "", 20.0, &["Sumber Dana"], FUNDS),
    column("catatan", Role::Remark, Kind::Text, "", 18.0, &["Catatan Penting"], REMARK),
];
