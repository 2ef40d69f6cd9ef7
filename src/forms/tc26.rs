//! T-C.26: strategies and policies of the Renstra (Permendagri 86/2017, annex).

use super::{PLAIN, column};
use crate::model::{Column, Family, Form, Kind, Layout, Role, Rows, Tingkat};

/// The declaration of T-C.26: texts alone.
pub static FORM: Form = Form {
    id: "T-C.26",
    family: Family::Renstra,
    called: "Tabel",
    title: "Tujuan, Sasaran, Strategi, dan Arah Kebijakan",
    title_words: &["tujuan", "sasaran", "strategi", "kebijakan"],
    needs_title: false,
    rows: Rows::Plain,
    adds_up: false,
    total: None,
    layouts: &[Layout { columns: &COLUMNS, optional: &OPTIONAL, number_row: false, ..PLAIN }],
    levels: &[],
    years: &[],
    closing: None,
};

static COLUMNS: [Column; 4] = [
    column("tujuan", Role::Goal(Tingkat::Tujuan), Kind::Text, "", 36.0, &["Tujuan"], &[]),
    column("sasaran", Role::Goal(Tingkat::Sasaran), Kind::Text, "", 36.0, &["Sasaran"], &[]),
    column("strategi", Role::Text, Kind::Text, "", 40.0, &["Strategi"], &[]),
    column("arah_kebijakan", Role::Text, Kind::Text, "", 44.0, &["Arah Kebijakan"], &["Kebijakan"]),
];

static OPTIONAL: [Column; 1] = [column("no", Role::Ordinal, Kind::Ordinal, "", 5.0, &["No"], &["Nomor"])];
