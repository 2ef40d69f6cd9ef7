//! Digits in another writing.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `other-digits`.
pub const ID: RuleId = RuleId::declared("other-digits");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Angka dalam tulisan lain", english: "Digits in another writing" },
    sees: Wording { indonesian: "Digit aksara lain (３５.２５０.０００) atau notasi ilmiah yang lengkap (1.455984e+007).", english: "Digits of another script (３５.２５０.０００), or scientific notation with every digit (1.455984e+007)." },
    matters: Wording { indonesian: "Excel menyimpannya sebagai teks: tidak ikut dijumlahkan.", english: "Excel keeps it as text: no sum counts it." },
    proof: Wording { indonesian: "Setiap digit terbaca dengan satu cara, dan tidak ada digit yang hilang.", english: "Each digit can be read in one way, and no digit is gone." },
    advice: Wording { indonesian: "Notasi ilmiah yang sudah dibulatkan dibiarkan dan ditanyakan.", english: "Scientific notation that was rounded is left and asked about." },
    causes: &[],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|12 Unit|３５.２５０.０００|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD",
            column: "pagu",
            before: "３５.２５０.０００",
            expected: Expected::Becomes("35.250.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|12 Unit|5,29E+09|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD",
            column: "pagu",
            before: "5,29E+09",
            expected: Expected::Stays(Wording { indonesian: "digit yang hilang tidak ditebak", english: "digits that are gone are not guessed" }),
        },
    ],
};
