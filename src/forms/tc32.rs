//! T-C.32: proposals of stakeholders (Permendagri 86/2017, annex).

use super::column;
use crate::model::{Column, Family, Form, Kind, Layout, Role, Rows, Tingkat};

/// The declaration of T-C.32. It has no code column: codes come from the names; proposals have none.
pub static FORM: Form = Form {
    id: "T-C.32",
    family: Family::Renja,
    called: "Tabel",
    title: "Usulan Program dan Kegiatan dari Para Pemangku Kepentingan Tahun {n}",
    title_words: &["usulan", "pemangku", "kepentingan"],
    needs_title: false,
    rows: Rows::Proposals,
    adds_up: false,
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
    levels: &[
        Tingkat::PerangkatDaerah,
        Tingkat::Unit,
        Tingkat::Urusan,
        Tingkat::BidangUrusan,
        Tingkat::Program,
        Tingkat::Kegiatan,
        Tingkat::SubKegiatan,
        Tingkat::Rincian,
        Tingkat::Outcome,
        Tingkat::Output,
        Tingkat::Subtotal,
        Tingkat::Banner,
        Tingkat::Usulan,
    ],
    years: &[],
    closing: None,
};

static COLUMNS: [Column; 6] = [
    column("no", Role::Ordinal, Kind::Ordinal, "1", 5.0, &["No"], &["Nomor"]),
    column(
        "uraian",
        Role::Name,
        Kind::Text,
        "2",
        52.0,
        &["Program/Kegiatan"],
        &["Program/Kegiatan/Sub Kegiatan", "Usulan Program/Kegiatan", "Uraian"],
    ),
    column("lokasi", Role::Location, Kind::Text, "3", 26.0, &["Lokasi"], &[]),
    column("indikator", Role::Indicator, Kind::List, "4", 36.0, &["Indikator Kinerja"], &["Indikator"]),
    column("volume", Role::Target, Kind::Measure, "5", 16.0, &["Besaran/Volume"], &["Volume", "Besaran"]),
    column("catatan", Role::Remark, Kind::Text, "6", 22.0, &["Catatan"], &["Catatan Penting", "Keterangan"]),
];
