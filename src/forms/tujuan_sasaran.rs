//! Table 3.1 of the Renja from 2027: goals, objectives and their indicators (Permendagri 14/2026, annex).

use super::{PLAIN, column};
use crate::model::{Column, Family, Form, Kind, Layout, Role, Rows, Tingkat};

/// The declaration of table 3.1.
pub static FORM: Form = Form {
    id: "3.1",
    family: Family::RenjaFurther,
    called: "Tabel",
    title: "Tujuan, Sasaran, dan Indikator Kinerja Perangkat Daerah Tahun {n}",
    title_words: &["tujuan", "sasaran", "indikator"],
    needs_title: true,
    rows: Rows::Indicators,
    adds_up: false,
    total: None,
    layouts: &[Layout { id: "renja", columns: &COLUMNS, number_row: false, ..PLAIN }],
    levels: &[Tingkat::Indikator],
    years: &[0],
    closing: None,
};

static COLUMNS: [Column; 7] = [
    column("no", Role::Ordinal, Kind::Ordinal, "", 5.0, &["No"], &["Nomor"]),
    column("tujuan", Role::Goal(Tingkat::Tujuan), Kind::Text, "", 34.0, &["Tujuan"], &[]),
    column("sasaran", Role::Goal(Tingkat::Sasaran), Kind::Text, "", 34.0, &["Sasaran"], &[]),
    column("indikator", Role::Name, Kind::Text, "", 40.0, &["Indikator Kinerja"], &["Indikator"]),
    column("satuan", Role::Text, Kind::Text, "", 12.0, &["Satuan"], &[]),
    column("target", Role::Target, Kind::Measure, "", 14.0, &["Target Tahun {n}"], &["Target", "Target {n}"]),
    column("keterangan", Role::Remark, Kind::Text, "", 22.0, &["Ket."], &["Keterangan"]),
];
