//! T-C.29: evaluation of last year (Permendagri 86/2017, annex).

use std::borrow::Cow;

use super::{OF_A_YEAR, column};
use crate::model::{Column, Family, Form, Formula, Kind, Layout, Role, Rows};

/// The declaration of T-C.29.
pub static FORM: Form = Form {
    id: "T-C.29",
    family: Family::Renja,
    called: "Tabel",
    title: "Rekapitulasi Evaluasi Hasil Pelaksanaan Renja Perangkat Daerah dan Pencapaian Renstra Perangkat \
            Daerah s/d Tahun {n-1}",
    title_words: &["evaluasi", "pelaksanaan", "renja"],
    needs_title: false,
    rows: Rows::Coded,
    adds_up: true,
    total: None,
    layouts: &[Layout {
        id: "permendagri",
        columns: &COLUMNS,
        optional: &OPTIONAL,
        code_cells: 6,
        number_row: true,
        title: None,
        pairs: false,
        since: None,
        alternatives: &[],
        formulas: &[
            Formula::Ratio {
                result: "tingkat_realisasi",
                numerator: "realisasi_lalu",
                denominator: "target_lalu",
            },
            Formula::Sum {
                result: "capaian_berjalan",
                terms: Cow::Borrowed(&["realisasi_lampau", "realisasi_lalu", "target_berjalan"]),
            },
            Formula::Ratio {
                result: "tingkat_capaian",
                numerator: "capaian_berjalan",
                denominator: "target_renstra",
            },
        ],
    }],
    levels: OF_A_YEAR,
    years: &[-3, -2, -2, -2, -1],
    closing: None,
};

const LALU: &str = "Target dan Realisasi Kinerja Program dan Kegiatan Tahun {n-2}";
const PERKIRAAN: &str = "Perkiraan Realisasi Capaian Target Renstra Perangkat Daerah s/d Tahun {n-1}";

static COLUMNS: [Column; 11] = [
    column("kode", Role::Code, Kind::Code, "1", 18.0, &["Kode"], &["Kode Rekening"]),
    column(
        "uraian",
        Role::Name,
        Kind::Text,
        "2",
        42.0,
        &["Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan"],
        &[
            "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan",
            "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan",
            "Program/Kegiatan",
        ],
    ),
    column(
        "indikator",
        Role::Indicator,
        Kind::List,
        "3",
        34.0,
        &["Indikator Kinerja Program (outcome)/Kegiatan (output)"],
        &["Indikator Kinerja", "Indikator Kinerja Program (outcome)/Kegiatan (output)/Sub Kegiatan"],
    ),
    column(
        "target_renstra",
        Role::Amount(4),
        Kind::MeasureOrRupiah,
        "4",
        19.0,
        &["Target Kinerja Capaian Program (Renstra Perangkat Daerah) Tahun {akhir}"],
        &["Target Kinerja Capaian Program", "Target Kinerja Capaian Program (Renstra SKPD)"],
    ),
    column(
        "realisasi_lampau",
        Role::Amount(-3),
        Kind::MeasureOrRupiah,
        "5",
        19.0,
        &["Realisasi Target Kinerja Hasil Program dan Keluaran Kegiatan s/d Tahun {n-3}"],
        &[
            "Realisasi Target Kinerja Hasil Program dan Keluaran Kegiatan s/d dengan Tahun {n-3}",
            "Realisasi s/d Tahun {n-3}",
        ],
    ),
    column(
        "target_lalu",
        Role::Amount(-2),
        Kind::MeasureOrRupiah,
        "6",
        19.0,
        &[LALU, "Target Renja Perangkat Daerah Tahun {n-2}"],
        &["Target Renja SKPD Tahun {n-2}", "Target Renja Tahun {n-2}", "Target"],
    ),
    column(
        "realisasi_lalu",
        Role::Amount(-2),
        Kind::MeasureOrRupiah,
        "7",
        19.0,
        &[LALU, "Realisasi Renja Perangkat Daerah Tahun {n-2}"],
        &["Realisasi Renja SKPD Tahun {n-2}", "Realisasi Renja Tahun {n-2}", "Realisasi"],
    ),
    column(
        "tingkat_realisasi",
        Role::Text,
        Kind::Percent,
        "8=(7/6)",
        12.0,
        &[LALU, "Tingkat Realisasi (%)"],
        &["Tingkat Realisasi"],
    ),
    column(
        "target_berjalan",
        Role::Amount(-1),
        Kind::MeasureOrRupiah,
        "9",
        19.0,
        &["Target Program dan Kegiatan Renja Perangkat Daerah Tahun {n-1}"],
        &[
            "Realisasi Program dan Kegiatan Renja Perangkat Daerah Tahun {n-1}",
            "Target Program dan Kegiatan (Renja SKPD) Tahun {n-1}",
        ],
    ),
    column(
        "capaian_berjalan",
        Role::Amount(3),
        Kind::MeasureOrRupiah,
        "10=(5+7+9)",
        19.0,
        &[PERKIRAAN, "Realisasi Capaian Program dan Kegiatan s/d Tahun {n-1}"],
        &["Realisasi Capaian Program dan Kegiatan s/d tahun berjalan"],
    ),
    column(
        "tingkat_capaian",
        Role::Text,
        Kind::Percent,
        "11=(10/4)x100",
        12.0,
        &[PERKIRAAN, "Tingkat Capaian Realisasi Target Renstra (%)"],
        &["Tingkat Capaian Realisasi Target Renstra"],
    ),
];

static OPTIONAL: [Column; 1] =
    [column("catatan", Role::Remark, Kind::Text, "12", 22.0, &["Catatan"], &["Keterangan"])];
