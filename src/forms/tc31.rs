//! T-C.31: review of the draft RKPD (Permendagri 86/2017, annex).

use super::{OF_A_YEAR, column};
use crate::model::{Column, Family, Form, Kind, Layout, Role, Rows};

/// The declaration of T-C.31. It has no code column: codes come from the names.
pub static FORM: Form = Form {
    id: "T-C.31",
    family: Family::Renja,
    called: "Tabel",
    title: "Review terhadap Rancangan Awal RKPD Tahun {n}",
    title_words: &["review", "rancangan", "awal"],
    needs_title: false,
    rows: Rows::Named,
    adds_up: true,
    total: None,
    layouts: &[Layout {
        id: "permendagri",
        columns: &COLUMNS,
        optional: &[],
        code_cells: 0,
        number_row: true,
        title: None,
        pairs: false,
        since: None,
        alternatives: &[],
        formulas: &[],
    }],
    levels: OF_A_YEAR,
    years: &[],
    closing: None,
};

const RKPD: &str = "Rancangan Awal RKPD";
const ANALISIS: &str = "Hasil Analisis Kebutuhan";
const NAMES: &[&str] =
    &["Program/Kegiatan/Sub Kegiatan", "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan"];
const MONEY: &[&str] = &[
    "Pagu Indikatif (Rp.)",
    "Pagu Indikatif",
    "Pagu Indikatif (Rp)",
    "Kebutuhan Dana (Rp.000)",
    "Kebutuhan Dana",
    "Kebutuhan Dana (Rp.)",
    "Kebutuhan Dana/Pagu Indikatif (Rp.)",
];

static COLUMNS: [Column; 12] = [
    column("no", Role::Ordinal, Kind::Ordinal, "1", 5.0, &["No"], &["Nomor"]),
    column("rkpd_uraian", Role::Name, Kind::Text, "2", 38.0, &[RKPD, "Program/Kegiatan"], NAMES),
    column("rkpd_lokasi", Role::Location, Kind::Text, "3", 20.0, &[RKPD, "Lokasi"], &[]),
    column(
        "rkpd_indikator",
        Role::Indicator,
        Kind::List,
        "4",
        28.0,
        &[RKPD, "Indikator Kinerja"],
        &["Indikator"],
    ),
    column("rkpd_target", Role::Target, Kind::Measure, "5", 14.0, &[RKPD, "Target Capaian"], &["Target"]),
    column("rkpd_pagu", Role::Amount(0), Kind::Rupiah, "6", 19.0, &[RKPD, "Pagu Indikatif (Rp.000)"], MONEY),
    column("analisis_uraian", Role::TwinName, Kind::Text, "7", 38.0, &[ANALISIS, "Program/Kegiatan"], NAMES),
    column("analisis_lokasi", Role::Location, Kind::Text, "8", 20.0, &[ANALISIS, "Lokasi"], &[]),
    column(
        "analisis_indikator",
        Role::Indicator,
        Kind::List,
        "9",
        28.0,
        &[ANALISIS, "Indikator Kinerja"],
        &["Indikator"],
    ),
    column(
        "analisis_target",
        Role::Target,
        Kind::Measure,
        "10",
        14.0,
        &[ANALISIS, "Target Capaian"],
        &["Target"],
    ),
    column(
        "analisis_pagu",
        Role::Amount(0),
        Kind::Rupiah,
        "11",
        19.0,
        &[ANALISIS, "Kebutuhan Dana (Rp.000)"],
        MONEY,
    ),
    column("catatan", Role::Remark, Kind::Text, "12", 22.0, &["Catatan Penting"], &["Catatan", "Keterangan"]),
];
