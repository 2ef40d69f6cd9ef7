//! Code not certain.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `unsure-code`.
pub const ID: RuleId = RuleId::declared("unsure-code");

/// The code is not certain.
pub const SEVERAL_FIT: Cause = Cause::declared(
    ID,
    "several-fit",
    Wording {
        indonesian: "Kodenya tidak pasti. Pilih salah satu calon.",
        english: "The code is not certain. Choose one of the candidates.",
    },
);

/// Sub kegiatan are numbered with plain figures, which the editions of two and of four digits both have.
pub const TWO_EDITIONS: Cause = Cause::declared(
    ID,
    "two-editions",
    Wording {
        indonesian: "Nomor sub kegiatan diketik sebagai angka biasa, yang dimuat edisi dua angka maupun empat angka. Tulis nomornya lengkap (01 atau 0001) di berkas sumber bila edisinya bukan yang dipakai.",
        english: "Sub kegiatan are numbered with plain figures, which the editions of two and of four digits both have. Write the numbers in full (01 or 0001) in the source file if it does not follow the edition that was taken.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Kode tidak pasti", english: "Code not certain" },
    sees: Wording {
        indonesian: "Sel kode yang rusak, dan lebih dari satu kode yang mungkin.",
        english: "Damaged code cells, and more than one possible code.",
    },
    matters: Wording {
        indonesian: "Salah pilih memindahkan pagu ke kegiatan lain.",
        english: "The wrong choice moves the budget to another kegiatan.",
    },
    proof: Wording {
        indonesian: "Nama, urutan dan sisa angka tidak cukup membedakan calon-calonnya.",
        english: "Name, order and the digits left do not tell the candidates apart.",
    },
    advice: Wording { indonesian: "Pilih salah satu calon.", english: "Choose one of the candidates." },
    causes: &[SEVERAL_FIT, TWO_EDITIONS],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||600.000.000|
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1;01;0|Kegiatan rahasia yang tidak dikenal|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "kode",
            before: "1 01 0",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||600.000.000|
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "kode",
            before: "1.01.02.2.01.03",
            expected: Expected::Stays(Wording {
                indonesian: "kode yang utuh sudah pasti",
                english: "a whole code is certain",
            }),
        },
    ],
};
