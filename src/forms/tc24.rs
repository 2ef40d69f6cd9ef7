//! T-C.24: budgets and spending over the five years of the Renstra before (Permendagri 86/2017, annex).

use super::{OF_PERIOD, PLAIN, column};
use crate::model::{Column, Family, Form, Formula, Kind, Layout, Role, Rows, Tingkat};

/// The declaration of T-C.24. Its ratios are printed as fractions or as percents.
pub static FORM: Form = Form {
    id: "T-C.24",
    family: Family::Renstra,
    called: "Tabel",
    title: "Anggaran dan Realisasi Pendanaan Pelayanan Perangkat Daerah",
    title_words: &["anggaran", "realisasi", "pendanaan", "pelayanan"],
    needs_title: false,
    rows: Rows::Plain,
    adds_up: false,
    total: None,
    layouts: &[
        Layout { columns: &COLUMNS, alternatives: RATIOS, ..PLAIN },
        Layout { id: "program", columns: &BY_PROGRAM, number_row: false, alternatives: RATIOS, ..PLAIN },
    ],
    levels: &[Tingkat::Jumlah],
    years: &[],
    closing: None,
};

const RATIOS: &[&[Formula]] = &[RATIO_1, RATIO_2, RATIO_3, RATIO_4, RATIO_5];
const RATIO_1: &[Formula] = &[
    Formula::Quotient { result: "rasio_1", numerator: "realisasi_1", denominator: "anggaran_1" },
    Formula::Ratio { result: "rasio_1", numerator: "realisasi_1", denominator: "anggaran_1" },
];
const RATIO_2: &[Formula] = &[
    Formula::Quotient { result: "rasio_2", numerator: "realisasi_2", denominator: "anggaran_2" },
    Formula::Ratio { result: "rasio_2", numerator: "realisasi_2", denominator: "anggaran_2" },
];
const RATIO_3: &[Formula] = &[
    Formula::Quotient { result: "rasio_3", numerator: "realisasi_3", denominator: "anggaran_3" },
    Formula::Ratio { result: "rasio_3", numerator: "realisasi_3", denominator: "anggaran_3" },
];
const RATIO_4: &[Formula] = &[
    Formula::Quotient { result: "rasio_4", numerator: "realisasi_4", denominator: "anggaran_4" },
    Formula::Ratio { result: "rasio_4", numerator: "realisasi_4", denominator: "anggaran_4" },
];
const RATIO_5: &[Formula] = &[
    Formula::Quotient { result: "rasio_5", numerator: "realisasi_5", denominator: "anggaran_5" },
    Formula::Ratio { result: "rasio_5", numerator: "realisasi_5", denominator: "anggaran_5" },
];

const ANGGARAN: &str = "Anggaran pada Tahun ke-";
const REALISASI: &str = "Realisasi Anggaran pada Tahun ke-";
const RASIO: &str = "Rasio antara Realisasi dan Anggaran Tahun ke-";
const TUMBUH: &str = "Rata-rata Pertumbuhan";
const ANGGARANS: &[&str] = &["Anggaran pada Tahun", "Anggaran"];
const REALISASIS: &[&str] = &["Realisasi Anggaran pada Tahun", "Realisasi Anggaran", "Realisasi"];
const RASIOS: &[&str] = &["Rasio antara Realisasi dan Anggaran", "Rasio (%)", "Rasio"];

const fn year(
    id: &'static str,
    role: Role,
    kind: Kind,
    number: &'static str,
    header: &'static [&'static str],
    groups: &'static [&'static str],
) -> Column {
    let width = if matches!(kind, Kind::Rupiah) { 19.0 } else { 10.0 };
    column(id, role, kind, number, width, header, groups)
}

static COLUMNS: [Column; 18] = [
    column("uraian", Role::Name, Kind::Text, "(1)", 42.0, &["Uraian"], &["Uraian ***)", "Rincian"]),
    year("anggaran_1", Role::Amount(OF_PERIOD + 1), Kind::Rupiah, "(2)", &[ANGGARAN, "1"], ANGGARANS),
    year("anggaran_2", Role::Amount(OF_PERIOD + 2), Kind::Rupiah, "(3)", &[ANGGARAN, "2"], ANGGARANS),
    year("anggaran_3", Role::Amount(OF_PERIOD + 3), Kind::Rupiah, "(4)", &[ANGGARAN, "3"], ANGGARANS),
    year("anggaran_4", Role::Amount(OF_PERIOD + 4), Kind::Rupiah, "(5)", &[ANGGARAN, "4"], ANGGARANS),
    year("anggaran_5", Role::Amount(OF_PERIOD + 5), Kind::Rupiah, "(6)", &[ANGGARAN, "5"], ANGGARANS),
    year("realisasi_1", Role::Amount(OF_PERIOD + 1), Kind::Rupiah, "(7)", &[REALISASI, "1"], REALISASIS),
    year("realisasi_2", Role::Amount(OF_PERIOD + 2), Kind::Rupiah, "(8)", &[REALISASI, "2"], REALISASIS),
    year("realisasi_3", Role::Amount(OF_PERIOD + 3), Kind::Rupiah, "(9)", &[REALISASI, "3"], REALISASIS),
    year("realisasi_4", Role::Amount(OF_PERIOD + 4), Kind::Rupiah, "(10)", &[REALISASI, "4"], REALISASIS),
    year("realisasi_5", Role::Amount(OF_PERIOD + 5), Kind::Rupiah, "(11)", &[REALISASI, "5"], REALISASIS),
    year("rasio_1", Role::Text, Kind::Percent, "(12)", &[RASIO, "1"], RASIOS),
    year("rasio_2", Role::Text, Kind::Percent, "(13)", &[RASIO, "2"], RASIOS),
    year("rasio_3", Role::Text, Kind::Percent, "(14)", &[RASIO, "3"], RASIOS),
    year("rasio_4", Role::Text, Kind::Percent, "(15)", &[RASIO, "4"], RASIOS),
    year("rasio_5", Role::Text, Kind::Percent, "(16)", &[RASIO, "5"], RASIOS),
    column("tumbuh_anggaran", Role::Text, Kind::Text, "(17)", 16.0, &[TUMBUH, "Anggaran"], &[]),
    column("tumbuh_realisasi", Role::Text, Kind::Text, "(18)", 16.0, &[TUMBUH, "Realisasi"], &[]),
];

static BY_PROGRAM: [Column; 18] = [
    column("no", Role::Ordinal, Kind::Ordinal, "", 5.0, &["No"], &["Nomor"]),
    column("program", Role::Goal(Tingkat::Program), Kind::Text, "", 36.0, &["Program"], &[]),
    column("uraian", Role::Name, Kind::Text, "", 42.0, &["Kegiatan"], &["Program/Kegiatan"]),
    year("anggaran_1", Role::Amount(OF_PERIOD + 1), Kind::Rupiah, "", &[ANGGARAN, "1"], ANGGARANS),
    year("anggaran_2", Role::Amount(OF_PERIOD + 2), Kind::Rupiah, "", &[ANGGARAN, "2"], ANGGARANS),
    year("anggaran_3", Role::Amount(OF_PERIOD + 3), Kind::Rupiah, "", &[ANGGARAN, "3"], ANGGARANS),
    year("anggaran_4", Role::Amount(OF_PERIOD + 4), Kind::Rupiah, "", &[ANGGARAN, "4"], ANGGARANS),
    year("anggaran_5", Role::Amount(OF_PERIOD + 5), Kind::Rupiah, "", &[ANGGARAN, "5"], ANGGARANS),
    year("realisasi_1", Role::Amount(OF_PERIOD + 1), Kind::Rupiah, "", &[REALISASI, "1"], REALISASIS),
    year("realisasi_2", Role::Amount(OF_PERIOD + 2), Kind::Rupiah, "", &[REALISASI, "2"], REALISASIS),
    year("realisasi_3", Role::Amount(OF_PERIOD + 3), Kind::Rupiah, "", &[REALISASI, "3"], REALISASIS),
    year("realisasi_4", Role::Amount(OF_PERIOD + 4), Kind::Rupiah, "", &[REALISASI, "4"], REALISASIS),
    year("realisasi_5", Role::Amount(OF_PERIOD + 5), Kind::Rupiah, "", &[REALISASI, "5"], REALISASIS),
    year("rasio_1", Role::Text, Kind::Percent, "", &[RASIO, "1"], RASIOS),
    year("rasio_2", Role::Text, Kind::Percent, "", &[RASIO, "2"], RASIOS),
    year("rasio_3", Role::Text, Kind::Percent, "", &[RASIO, "3"], RASIOS),
    year("rasio_4", Role::Text, Kind::Percent, "", &[RASIO, "4"], RASIOS),
    year("rasio_5", Role::Text, Kind::Percent, "", &[RASIO, "5"], RASIOS),
];
