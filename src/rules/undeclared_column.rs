//! Column that no form declares.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `undeclared-column`.
pub const ID: RuleId = RuleId::declared("undeclared-column");

/// The form has no such column.
pub const NOT_OF_THE_FORM: Cause = Cause::declared(
    ID,
    "not-of-the-form",
    Wording {
        indonesian: "Formulir tidak mengenal kolom ini. Isinya disimpan apa adanya sebagai kolom tersendiri.",
        english: "The form has no such column. What it holds is kept as it stands, as a column of its own.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Kolom di luar formulir", english: "Column that no form declares" },
    sees: Wording {
        indonesian: "Kolom dengan kepala sendiri yang tidak dikenal formulir, misalnya “Prioritas Gubernur”.",
        english: "A column under a header of its own that the form does not know, such as “Prioritas Gubernur”.",
    },
    matters: Wording {
        indonesian: "Isinya tidak boleh tercampur ke kolom lain, dan tidak boleh hilang.",
        english: "What it holds must not run into other columns, and must not be lost.",
    },
    proof: Wording {
        indonesian: "Kepala kolom yang tercetak.",
        english: "The header that is printed.",
    },
    advice: Wording {
        indonesian: "Tidak ada yang perlu diputuskan: kolomnya ada di belakang kolom formulir dengan kepala aslinya.",
        english: "Nothing to decide: the column stands behind those of the form under its own header.",
    },
    causes: &[NOT_OF_THE_FORM],
    examples: &[
        Example {
            document: "\
T-C.33 [Catatan Penting=Prioritas Gubernur]
kode|uraian|indikator|lokasi|target|pagu|catatan
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|Desa Mandiri
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|1 Unit|200.000.000|Desa Sehat",
            column: "lain_1",
            before: "Desa Mandiri",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|catatan
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|Desa Mandiri
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|1 Unit|200.000.000|Desa Sehat",
            column: "catatan",
            before: "Desa Mandiri",
            expected: Expected::Stays(Wording {
                indonesian: "kolom formulir sendiri",
                english: "a column of the form itself",
            }),
        },
    ],
};
