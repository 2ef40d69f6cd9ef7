//! Perubahan Renja: the plan of a year before and after its change, in the two arrangements in which T-C.33 then is
//! printed: both plans side by side (`perubahan`), or targets and amounts with their difference (`sebelum-sesudah`).

use super::column;
use super::tc33::MONEY;
use crate::model::{Column, Formula, Kind, Layout, Role};

const TITLE: &str = "Rumusan Perubahan Rencana Program dan Kegiatan Perangkat Daerah Tahun {n}";

/// What was added to the plan, or taken from it.
const DIFFERENCE: &[Formula] =
    &[Formula::Difference { result: "selisih", minuend: "pagu_sesudah", subtrahend: "pagu_sebelum" }];

/// Both plans side by side.
pub(super) const SIDE_BY_SIDE: Layout = Layout {
    id: "perubahan",
    columns: &BESIDE,
    optional: &BESIDE_OPTIONAL,
    code_cells: 6,
    number_row: false,
    title: Some(TITLE),
    pairs: false,
    since: None,
    alternatives: &[],
    formulas: DIFFERENCE,
};

/// Targets and amounts with their difference.
pub(super) const BEFORE_AND_AFTER: Layout = Layout {
    id: "sebelum-sesudah",
    columns: &SIDES,
    optional: &SIDES_OPTIONAL,
    code_cells: 6,
    number_row: true,
    title: Some(TITLE),
    pairs: false,
    since: None,
    alternatives: &[],
    formulas: DIFFERENCE,
};

const RENJA: &str = "Renja Tahun {n}";
const CHANGED: &str = "Renja Tahun {n} Perubahan";
const BEFORE: &str = "Sebelum Perubahan";
const AFTER: &str = "Sesudah Perubahan";
const SELISIH: &str = "Bertambah/(Berkurang)";
const NAMES: &[&str] = &[
    "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan",
    "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan",
    "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan",
    "Program/Kegiatan/Sub Kegiatan",
    "Program dan Kegiatan",
];
const INDICATOR: &[&str] =
    &["Indikator Kinerja", "Indikator", "Indikator Kinerja Program/Kegiatan/Sub Kegiatan"];
const TARGET: &[&str] = &["Target Capaian Kinerja", "Target", "Target Kinerja"];
const REASON: &[&str] = &["Keterangan Perubahan", "Alasan Perubahan", "Alasan", "Keterangan"];
const CHANGE: &[&str] = &[
    "Bertambah/Berkurang",
    "Selisih",
    "Bertambah (Berkurang)",
    "Tambah/Kurang",
    "Bertambah/(Berkurang) (Rp)",
];

const fn kode(number: &'static str) -> Column {
    column("kode", Role::Code, Kind::Code, number, 18.0, &["Kode"], &["Kode Rekening"])
}

static BESIDE: [Column; 12] = [
    kode(""),
    column("uraian", Role::Name, Kind::Text, "", 42.0, &["Program dan Kegiatan"], NAMES),
    column(
        "indikator",
        Role::Indicator,
        Kind::List,
        "",
        36.0,
        &["Indikator Kinerja Program/Kegiatan"],
        INDICATOR,
    ),
    column("lokasi_sebelum", Role::Location, Kind::Text, "", 22.0, &[RENJA, "Lokasi"], &[]),
    column(
        "target_sebelum",
        Role::Target,
        Kind::Measure,
        "",
        16.0,
        &[RENJA, "Target Capaian Kinerja"],
        TARGET,
    ),
    column(
        "pagu_sebelum",
        Role::Amount(0),
        Kind::Rupiah,
        "",
        19.0,
        &[RENJA, "Kebutuhan Dana/Pagu Indikatif (Rp.)"],
        MONEY,
    ),
    column("catatan_sebelum", Role::Remark, Kind::Text, "", 16.0, &["Catatan"], &["Catatan Penting"]),
    column("lokasi_sesudah", Role::Location, Kind::Text, "", 22.0, &[CHANGED, "Lokasi"], &[]),
    column(
        "target_sesudah",
        Role::Target,
        Kind::Measure,
        "",
        16.0,
        &[CHANGED, "Target Capaian Kinerja"],
        TARGET,
    ),
    column(
        "pagu_sesudah",
        Role::Amount(0),
        Kind::Rupiah,
        "",
        19.0,
        &[CHANGED, "Kebutuhan Dana/Pagu Indikatif (Rp.)"],
        MONEY,
    ),
    column("catatan_sesudah", Role::Remark, Kind::Text, "", 16.0, &["Catatan"], &["Catatan Penting"]),
    column("alasan", Role::Remark, Kind::Text, "", 22.0, &["Keterangan Perubahan"], REASON),
];

static BESIDE_OPTIONAL: [Column; 2] = [
    column("selisih", Role::Amount(0), Kind::Rupiah, "", 19.0, &[SELISIH], CHANGE),
    column("sumber_dana", Role::FundingSource, Kind::Text, "", 20.0, &["Sumber Dana"], &["Sumber"]),
];

static SIDES: [Column; 9] = [
    kode("1"),
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
        &["Indikator Kinerja"],
        &[
            "Indikator",
            "Indikator Kinerja Program/Kegiatan",
            "Indikator Kinerja Program/Kegiatan/Sub Kegiatan",
        ],
    ),
    column("target_sebelum", Role::Target, Kind::Measure, "4", 16.0, &[BEFORE, "Target"], TARGET),
    column("pagu_sebelum", Role::Amount(0), Kind::Rupiah, "5", 19.0, &[BEFORE, "Pagu Indikatif (Rp)"], MONEY),
    column("target_sesudah", Role::Target, Kind::Measure, "6", 16.0, &[AFTER, "Target"], TARGET),
    column("pagu_sesudah", Role::Amount(0), Kind::Rupiah, "7", 19.0, &[AFTER, "Pagu Indikatif (Rp)"], MONEY),
    column("selisih", Role::Amount(0), Kind::Rupiah, "8=7-5", 19.0, &[SELISIH], CHANGE),
    column("alasan", Role::Remark, Kind::Text, "9", 22.0, &["Keterangan"], REASON),
];

static SIDES_OPTIONAL: [Column; 6] = [
    column("sumber_dana", Role::FundingSource, Kind::Text, "", 20.0, &["Sumber Dana"], &["Sumber"]),
    column("lokasi", Role::Location, Kind::Text, "", 22.0, &["Lokasi"], &[]),
    column("lokasi_sebelum", Role::Location, Kind::Text, "", 22.0, &[BEFORE, "Lokasi"], &[]),
    column("lokasi_sesudah", Role::Location, Kind::Text, "", 22.0, &[AFTER, "Lokasi"], &[]),
    column("catatan", Role::Remark, Kind::Text, "", 18.0, &["Catatan"], &["Catatan Penting"]),
    column("penanggung_jawab", Role::Text, Kind::Text, "", 20.0, &["Perangkat Daerah Penanggung Jawab"], &[]),
];
