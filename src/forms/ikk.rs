//! Indikator Kinerja Kunci: the indicators of an office by which it is judged, with what was achieved or with what is planned
//! (Permendagri 14/2026, annex; Renstra 2025–2029).

use super::iku::LAYOUTS;
use crate::model::{Family, Form, Rows, Tingkat};

/// The declaration of the IKK.
pub static FORM: Form = Form {
    id: "IKK",
    family: Family::RenjaFurther,
    called: "Tabel",
    title: "Indikator Kinerja Kunci Perangkat Daerah",
    title_words: &["indikator", "kinerja", "kunci"],
    needs_title: true,
    rows: Rows::Indicators,
    adds_up: false,
    total: None,
    layouts: LAYOUTS,
    levels: &[Tingkat::Indikator],
    years: &[],
    closing: None,
};
