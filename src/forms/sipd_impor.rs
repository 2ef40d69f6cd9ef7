//! The flat list of sub kegiatan that offices and SIPD exchange: one header row, one line a sub kegiatan, no parents.
//! Behind its fifteen columns some print what the sub kegiatan is tagged with.

use super::tc33::PENANDAAN;
use super::{PLAIN, column};
use crate::model::{Column, Kind, Layout, Role};

/// The arrangement of the flat list.
pub(super) const FLAT: Layout = Layout {
    id: "sipd-impor",
    columns: &COLUMNS,
    optional: &[PENANDAAN],
    code_cells: 1,
    number_row: false,
    ..PLAIN
};

const fn indicator(id: &'static str, header: &'static [&'static str]) -> Column {
    column(id, Role::Indicator, Kind::List, "", 30.0, header, &[])
}

const fn target(id: &'static str, header: &'static [&'static str]) -> Column {
    column(id, Role::Target, Kind::Measure, "", 14.0, header, &[])
}

const fn text(id: &'static str, width: f64, header: &'static [&'static str]) -> Column {
    column(id, Role::Text, Kind::Text, "", width, header, &[])
}

static COLUMNS: [Column; 15] = [
    column("kode", Role::Code, Kind::Code, "", 20.0, &["KODE SUB KEGIATAN"], &[]),
    column("uraian", Role::Name, Kind::Text, "", 42.0, &["PROGRAM DAN KEGIATAN"], &["NAMA SUB KEGIATAN"]),
    indicator("capaian_program", &["TOLAK UKUR CAPAIAN KEG."]),
    target("target_program", &["TARGET KINERJA CAPAIAN KEG."]),
    indicator("keluaran", &["TOLAK UKUR KELUARAN"]),
    target("target_keluaran", &["TARGET KINERJA KELUARAN"]),
    indicator("hasil", &["TOLAK UKUR HASIL"]),
    target("target_hasil", &["TARGET KINERJA HASIL"]),
    column("sumber_dana", Role::FundingSource, Kind::Text, "", 20.0, &["SUMBER DANA"], &[]),
    column("lokasi", Role::Location, Kind::Text, "", 22.0, &["LOKASI"], &[]),
    text("keluaran_sub_kegiatan", 30.0, &["KELUARAN SUB KEG."]),
    text("awal_pelaksanaan", 14.0, &["AWAL PELAKSANAAN"]),
    text("akhir_pelaksanaan", 14.0, &["AKHIR PELAKSANAAN"]),
    column("pagu", Role::Amount(0), Kind::Rupiah, "", 19.0, &["JUMLAH PAGU"], &[]),
    column("catatan", Role::Remark, Kind::Text, "", 20.0, &["KETERANGAN"], &[]),
];
