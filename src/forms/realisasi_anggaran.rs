//! Table 2.6 of the Renja from 2027: what of each program's budget was spent (Permendagri 14/2026, annex).

use super::{OF_PERIOD, PLAIN, column};
use crate::model::{Column, Family, Form, Formula, Kind, Layout, Role, Rows, Tingkat};

/// The declaration of table 2.6.
pub static FORM: Form = Form {
    id: "2.6",
    family: Family::RenjaFurther,
    called: "Tabel",
    title: "Realisasi Anggaran Perangkat Daerah",
    title_words: &["realisasi", "anggaran"],
    needs_title: true,
    rows: Rows::Plain,
    adds_up: false,
    total: None,
    layouts: &[Layout {
        id: "program",
        columns: &COLUMNS,
        optional: &OPTIONAL,
        number_row: false,
        formulas: &[
            Formula::Ratio { result: "persen", numerator: "realisasi", denominator: "anggaran" },
            Formula::Difference { result: "sisa", minuend: "anggaran", subtrahend: "realisasi" },
        ],
        ..PLAIN
    }],
    levels: &[Tingkat::Jumlah],
    years: &[],
    closing: None,
};

const fn money(
    id: &'static str,
    header: &'static [&'static str],
    aliases: &'static [&'static str],
) -> Column {
    column(id, Role::Amount(OF_PERIOD), Kind::Rupiah, "", 20.0, header, aliases)
}

static COLUMNS: [Column; 5] = [
    column("uraian", Role::Name, Kind::Text, "", 50.0, &["Program"], &["Program/Kegiatan", "Uraian"]),
    money("anggaran", &["Anggaran"], &["Anggaran (Rp)", "Pagu Anggaran", "Pagu"]),
    money("realisasi", &["Realisasi"], &["Realisasi (Rp)", "Realisasi Anggaran"]),
    column(
        "persen",
        Role::Text,
        Kind::Percent,
        "",
        10.0,
        &["%"],
        &["Persentase", "Persentase (%)", "Capaian (%)"],
    ),
    money("sisa", &["Sisa"], &["Sisa (Rp)", "Sisa Anggaran"]),
];

static OPTIONAL: [Column; 1] = [column("no", Role::Ordinal, Kind::Ordinal, "", 5.0, &["No"], &["Nomor"])];
