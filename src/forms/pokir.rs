//! Table 2.7 of the Renja from 2027: proposals of the members of the DPRD (Permendagri 14/2026, annex).

use super::{OF_PERIOD, PLAIN, column};
use crate::model::{Column, Family, Form, Kind, Layout, Role, Rows, Tingkat};

/// The declaration of table 2.7.
pub static FORM: Form = Form {
    id: "2.7",
    family: Family::RenjaFurther,
    called: "Tabel",
    title: "Pokok-Pokok Pikiran DPRD",
    title_words: &["pokok", "pikiran", "dprd"],
    needs_title: true,
    rows: Rows::Plain,
    adds_up: false,
    total: None,
    layouts: &[Layout { id: "dprd", columns: &COLUMNS, optional: &OPTIONAL, number_row: false, ..PLAIN }],
    levels: &[Tingkat::Jumlah],
    years: &[],
    closing: None,
};

static COLUMNS: [Column; 6] = [
    column("anggota", Role::Text, Kind::Text, "", 28.0, &["Anggota"], &["Anggota DPRD", "Nama Anggota"]),
    column("dapil", Role::Text, Kind::Text, "", 14.0, &["Dapil"], &["Daerah Pemilihan"]),
    column("usulan", Role::Name, Kind::Text, "", 44.0, &["Usulan"], &["Usulan Kegiatan"]),
    column("lokasi", Role::Location, Kind::Text, "", 24.0, &["Lokasi"], &[]),
    column("program", Role::Text, Kind::Text, "", 38.0, &["Program/Kegiatan"], &["Program"]),
    column(
        "nilai",
        Role::Amount(OF_PERIOD),
        Kind::Rupiah,
        "",
        18.0,
        &["Nilai (Rp)"],
        &["Nilai", "Anggaran (Rp)"],
    ),
];

static OPTIONAL: [Column; 1] = [column("no", Role::Ordinal, Kind::Ordinal, "", 5.0, &["No"], &["Nomor"])];
