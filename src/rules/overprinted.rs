//! Overprinted.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `overprinted`.
pub const ID: RuleId = RuleId::declared("overprinted");

/// What stands there is no whole target: two values are printed over each other, or cut.
pub const NO_WHOLE_TARGET: Cause = Cause::declared(
    ID,
    "no-whole-target",
    Wording {
        indonesian: "Isinya bukan satu target yang utuh: dua isi tercetak bertumpuk atau terpotong. Isi targetnya.",
        english: "What stands there is no whole target: two values are printed over each other, or cut. Fill in the target.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Finding,
    name: Wording { indonesian: "Tercetak bertumpuk", english: "Overprinted" },
    sees: Wording { indonesian: "Dua isi tercetak di atas satu sama lain, atau target yang terpotong: 100 % 9.", english: "Two values printed over each other, or a target cut: 100 % 9." },
    matters: Wording { indonesian: "Target yang dimaksud tidak dapat diketahui dari sel ini.", english: "The target that was meant cannot be known from this cell." },
    proof: Wording { indonesian: "Sisanya bukan satu target yang utuh, dan tidak ada tabel lain yang membantu.", english: "What is left is no whole target, and no other table helps." },
    advice: Wording { indonesian: "Isi targetnya menurut dokumen asli.", english: "Fill in the target from the original document." },
    causes: &[NO_WHOLE_TARGET],
    examples: &[Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung|100 % 9|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "target", before: "100 % 9", expected: Expected::Reported }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung|100 %|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "target", before: "100 %", expected: Expected::Stays(Wording { indonesian: "target yang utuh", english: "a whole target" }) }],
};
