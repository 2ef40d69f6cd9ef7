//! T-C.33: programs, budgets and forward estimate, in its three printed layouts: the regulation's ten columns
//! (`permendagri`), the nineteen that SIPD printed from 2020 (`sipd`), the seventeen of SIPD-RI (`sipd-ri`).

use super::before_2021::{FORMAT_I_D, MATRIX};
use super::perubahan::{BEFORE_AND_AFTER, SIDE_BY_SIDE};
use super::sipd_impor::FLAT;
use super::{OF_A_YEAR, column};
use crate::model::{Column, Family, Form, Kind, Layout, Role, Rows, Since};

/// The declaration of T-C.33.
pub static FORM: Form = Form {
    id: "T-C.33",
    family: Family::Renja,
    called: "Tabel",
    title: "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun {n} dan Prakiraan Maju Tahun {n+1}",
    title_words: &["rencana", "program", "prakiraan", "maju"],
    needs_title: false,
    rows: Rows::Coded,
    adds_up: true,
    total: Some("TOTAL"),
    layouts: &[
        Layout {
            id: "permendagri",
            columns: &PERMENDAGRI,
            optional: &KODEFIKASI,
            code_cells: 6,
            number_row: true,
            title: None,
            pairs: false,
            alternatives: &[],
            formulas: &[],
            since: None,
        },
        Layout {
            id: "sipd",
            columns: &SIPD,
            optional: &KODEFIKASI,
            code_cells: 5,
            number_row: false,
            title: None,
            pairs: false,
            alternatives: &[],
            formulas: &[],
            since: None,
        },
        Layout {
            id: "sipd-ri",
            columns: &SIPD_RI,
            optional: &SIPD_RI_OPTIONAL,
            code_cells: 1,
            number_row: true,
            title: None,
            pairs: false,
            alternatives: &[],
            formulas: &[],
            // Permendagri 14/2026.
            since: Some(Since { year: 2027, columns: &["penandaan"] }),
        },
        SIDE_BY_SIDE,
        BEFORE_AND_AFTER,
        MATRIX,
        FORMAT_I_D,
        FLAT,
    ],
    levels: OF_A_YEAR,
    years: &[0, 1],
    closing: None,
};

const RENCANA: &str = "Rencana Tahun {n}";
const MAJU: &str = "Prakiraan Maju Rencana Tahun {n+1}";
const TARGET: &str = "Target Capaian Kinerja";
const NAMES: &[&str] = &[
    "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan",
    "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan",
    "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan",
    "Program/Kegiatan/Sub Kegiatan",
];
/// Other wordings of the amount that a plan asks for.
pub(super) const MONEY: &[&str] = &[
    "Pagu Indikatif (Rp.)",
    "Pagu Indikatif",
    "Kebutuhan Dana/Pagu Indikatif",
    "Kebutuhan Dana/Pagu Indikatif (Rp.)",
    "Kebutuhan Dana",
    "Pagu",
    "Anggaran",
];
const REMARK: &[&str] = &["Catatan", "Keterangan"];

static KODEFIKASI: [Column; 1] =
    [column("kodefikasi", Role::Text, Kind::Code, "", 13.0, &["KODEFIKASI"], &["Kodefikasi"])];

/// What a sub kegiatan contributes to: the national strategic projects, the themes and the Asta Cita of Permendagri 14/2026,
/// each by its name. They are typed; nothing is read into them.
pub(super) const PENANDAAN: Column = column(
    "penandaan",
    Role::Text,
    Kind::Text,
    "",
    20.0,
    &["Penandaan (Tagging)"],
    &["Penandaan", "Tagging", "Tag", "Penanda"],
);

static SIPD_RI_OPTIONAL: [Column; 2] =
    [column("catatan", Role::Remark, Kind::Text, "18", 18.0, &["Catatan Penting"], REMARK), PENANDAAN];

static PERMENDAGRI: [Column; 10] = [
    column("kode", Role::Code, Kind::Code, "1", 18.0, &["Kode"], &["Kode Rekening"]),
    column(
        "uraian",
        Role::Name,
        Kind::Text,
        "2",
        42.0,
        &["Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan"],
        NAMES,
    ),
    column(
        "indikator",
        Role::Indicator,
        Kind::List,
        "3",
        36.0,
        &["Indikator Kinerja Program/Kegiatan"],
        &["Indikator Kinerja", "Indikator Kinerja Program/Kegiatan/Sub Kegiatan"],
    ),
    column("lokasi", Role::Location, Kind::Text, "4", 24.0, &[RENCANA, "Lokasi"], &[]),
    column("target", Role::Target, Kind::Measure, "5", 16.0, &[RENCANA, TARGET], &["Target"]),
    column(
        "pagu",
        Role::Amount(0),
        Kind::Rupiah,
        "6",
        19.0,
        &[RENCANA, "Kebutuhan Dana/Pagu Indikatif"],
        MONEY,
    ),
    column("sumber_dana", Role::FundingSource, Kind::Text, "7", 20.0, &[RENCANA, "Sumber Dana"], &["Sumber"]),
    column("catatan", Role::Remark, Kind::Text, "8", 18.0, &["Catatan Penting"], REMARK),
    column("maju_target", Role::Target, Kind::Measure, "9", 16.0, &[MAJU, TARGET], &["Target"]),
    column(
        "maju_pagu",
        Role::Amount(1),
        Kind::Rupiah,
        "10",
        19.0,
        &[MAJU, "Kebutuhan Dana/Pagu Indikatif"],
        MONEY,
    ),
];

static SIPD: [Column; 15] = [
    column("kode", Role::Code, Kind::Code, "1", 18.0, &["Kode"], &["Kode Rekening"]),
    column(
        "uraian",
        Role::Name,
        Kind::Text,
        "2",
        42.0,
        &["Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan"],
        NAMES,
    ),
    column(
        "capaian_program",
        Role::Indicator,
        Kind::List,
        "3",
        24.0,
        &["Indikator Kinerja", "Capaian Program"],
        &[],
    ),
    column(
        "keluaran",
        Role::Indicator,
        Kind::List,
        "4",
        34.0,
        &["Indikator Kinerja", "Keluaran Sub Kegiatan"],
        &["Keluaran"],
    ),
    column(
        "hasil",
        Role::Indicator,
        Kind::List,
        "5",
        24.0,
        &["Indikator Kinerja", "Hasil Kegiatan"],
        &["Hasil"],
    ),
    column(
        "lokasi",
        Role::Location,
        Kind::Text,
        "6",
        22.0,
        &[RENCANA, "Lokasi Output Kegiatan"],
        &["Lokasi"],
    ),
    column(
        "target_program",
        Role::Target,
        Kind::Measure,
        "7",
        12.0,
        &[RENCANA, TARGET, "Program"],
        &["Capaian Program"],
    ),
    column(
        "target_keluaran",
        Role::Target,
        Kind::Measure,
        "8",
        16.0,
        &[RENCANA, TARGET, "Keluaran Sub Kegiatan"],
        &["Keluaran"],
    ),
    column(
        "target_hasil",
        Role::Target,
        Kind::Measure,
        "9",
        12.0,
        &[RENCANA, TARGET, "Hasil Kegiatan"],
        &["Hasil"],
    ),
    column("pagu", Role::Amount(0), Kind::Rupiah, "10", 19.0, &[RENCANA, "Pagu Indikatif (Rp.)"], MONEY),
    column(
        "sumber_dana",
        Role::FundingSource,
        Kind::Text,
        "11",
        20.0,
        &[RENCANA, "Sumber Dana"],
        &["Sumber"],
    ),
    column("catatan", Role::Remark, Kind::Text, "12", 16.0, &["Catatan Penting"], REMARK),
    column(
        "maju_tolok_ukur",
        Role::Indicator,
        Kind::List,
        "13",
        24.0,
        &[MAJU, TARGET, "Tolok Ukur"],
        &["Tolak Ukur"],
    ),
    column("maju_target", Role::Target, Kind::Measure, "14", 12.0, &[MAJU, TARGET, "Target"], &[]),
    column(
        "maju_pagu",
        Role::Amount(1),
        Kind::Rupiah,
        "15",
        19.0,
        &[MAJU, "Kebutuhan Dana/Pagu Indikatif (Rp.)"],
        MONEY,
    ),
];

const KERANGKA: &str = "Capaian Kinerja dan Kerangka Pendanaan";

static SIPD_RI: [Column; 17] = [
    column("no", Role::Ordinal, Kind::Ordinal, "1", 5.0, &["No"], &["Nomor"]),
    column("kode", Role::Code, Kind::Code, "2", 18.0, &["Kode"], &["Kode Rekening"]),
    column(
        "uraian",
        Role::Name,
        Kind::Text,
        "3",
        42.0,
        &["Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan"],
        NAMES,
    ),
    column(
        "indikator",
        Role::Indicator,
        Kind::List,
        "4",
        36.0,
        &["Indikator"],
        &["Indikator Kinerja", "Indikator Program/Kegiatan/Sub Kegiatan"],
    ),
    column(
        "target_renstra",
        Role::Target,
        Kind::Measure,
        "5",
        14.0,
        &["Target Akhir Periode Renstra"],
        &["Target Akhir Renstra"],
    ),
    column("realisasi_lalu", Role::Target, Kind::Measure, "6", 14.0, &["Realisasi Capaian Tahun {n-2}"], &[]),
    column(
        "prakiraan_berjalan",
        Role::Target,
        Kind::Measure,
        "7",
        14.0,
        &["Prakiraan Capaian Tahun {n-1}"],
        &["Prakiraan Capaian Target Tahun {n-1}"],
    ),
    column("target", Role::Target, Kind::Measure, "8", 14.0, &[KERANGKA, "Target {n}"], &["Target"]),
    column("pagu", Role::Amount(0), Kind::Rupiah, "9", 19.0, &[KERANGKA, "Pagu Indikatif"], MONEY),
    column("lokasi", Role::Location, Kind::Text, "10", 22.0, &[KERANGKA, "Lokasi"], &[]),
    column(
        "sumber_dana",
        Role::FundingSource,
        Kind::Text,
        "11",
        20.0,
        &[KERANGKA, "Sumber Dana"],
        &["Sumber"],
    ),
    column(
        "prioritas_nasional",
        Role::Text,
        Kind::Text,
        "12",
        16.0,
        &[KERANGKA, "Prioritas", "Nasional"],
        &[],
    ),
    column("prioritas_daerah", Role::Text, Kind::Text, "13", 16.0, &[KERANGKA, "Prioritas", "Daerah"], &[]),
    column("kelompok_sasaran", Role::Text, Kind::Text, "14", 18.0, &["Kelompok Sasaran"], &[]),
    column(
        "maju_target",
        Role::Target,
        Kind::Measure,
        "15",
        14.0,
        &["Prakiraan Maju {n+1}", "Target"],
        &["Target {n+1}"],
    ),
    column(
        "maju_pagu",
        Role::Amount(1),
        Kind::Rupiah,
        "16",
        19.0,
        &["Prakiraan Maju {n+1}", "Pagu"],
        &["Pagu Indikatif", "Pagu Indikatif (Rp.)", "Kebutuhan Dana/Pagu Indikatif"],
    ),
    column(
        "penanggung_jawab",
        Role::Text,
        Kind::Text,
        "17",
        20.0,
        &["Perangkat Daerah Penanggung Jawab"],
        &["Penanggung Jawab", "PD Penanggung Jawab"],
    ),
];
