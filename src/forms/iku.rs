//! Indikator Kinerja Utama: the indicators of an office by which it is judged, with what was achieved or with what is planned
//! (Permendagri 14/2026, annex; Renstra 2025–2029).

use super::{PLAIN, column};
use crate::model::{Column, Family, Form, Kind, Layout, Role, Rows, Tingkat};

/// The declaration of the IKU.
pub static FORM: Form = Form {
    id: "IKU",
    family: Family::RenjaFurther,
    called: "Tabel",
    title: "Indikator Kinerja Utama Perangkat Daerah",
    title_words: &["indikator", "kinerja", "utama"],
    needs_title: true,
    rows: Rows::Indicators,
    adds_up: false,
    total: None,
    layouts: LAYOUTS,
    levels: &[Tingkat::Indikator],
    years: &[],
    closing: None,
};

/// The arrangements that the tables of these indicators have: what was achieved, what is planned, and the years of the
/// Renstra.
pub(super) const LAYOUTS: &[Layout] = &[
    Layout { id: "realisasi", columns: &ACHIEVED, number_row: false, ..PLAIN },
    Layout { id: "target", columns: &PLANNED, number_row: false, ..PLAIN },
    Layout { id: "renstra", columns: &OF_YEARS, optional: &REMARK, number_row: false, ..PLAIN },
];

const NO: Column = column("no", Role::Ordinal, Kind::Ordinal, "", 5.0, &["No"], &["Nomor"]);
const INDIKATOR: Column =
    column("indikator", Role::Name, Kind::Text, "", 46.0, &["Indikator"], &["Indikator Kinerja"]);
const SATUAN: Column = column("satuan", Role::Text, Kind::Text, "", 14.0, &["Satuan"], &[]);

const fn target(
    id: &'static str,
    header: &'static [&'static str],
    aliases: &'static [&'static str],
) -> Column {
    column(id, Role::Target, Kind::Measure, "", 14.0, header, aliases)
}

static ACHIEVED: [Column; 7] = [
    NO,
    INDIKATOR,
    SATUAN,
    target("target", &["Target"], &["Target Tahun"]),
    target("realisasi", &["Realisasi"], &["Realisasi Tahun"]),
    target("capaian", &["Capaian (%)"], &["Tingkat Capaian (%)"]),
    column("status", Role::Text, Kind::Text, "", 16.0, &["Status"], &["Keterangan"]),
];

static PLANNED: [Column; 6] = [
    NO,
    INDIKATOR,
    SATUAN,
    target("target_renstra", &["Target Renstra Tahun {n}"], &["Target Renstra"]),
    target("target_renja", &["Target Renja Tahun {n}"], &["Target Renja"]),
    target("prakiraan", &["Prakiraan Tahun {n+1}"], &["Prakiraan Maju", "Prakiraan Maju Tahun {n+1}"]),
];

static OF_YEARS: [Column; 10] = [
    NO,
    INDIKATOR,
    SATUAN,
    target("awal", &["Baseline"], &["Baseline Tahun", "Kondisi Awal"]),
    target("target_1", &[YEARS, "Tahun-1"], GROUPS),
    target("target_2", &[YEARS, "Tahun-2"], GROUPS),
    target("target_3", &[YEARS, "Tahun-3"], GROUPS),
    target("target_4", &[YEARS, "Tahun-4"], GROUPS),
    target("target_5", &[YEARS, "Tahun-5"], GROUPS),
    target("target_6", &[YEARS, "Tahun-6"], GROUPS),
];

const YEARS: &str = "Target Tahun";
const GROUPS: &[&str] = &["Target", "Target Kinerja", "Target Kinerja Tahun"];

static REMARK: [Column; 1] =
    [column("keterangan", Role::Remark, Kind::Text, "", 22.0, &["Keterangan"], &["Ket."])];
