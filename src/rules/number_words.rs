//! Words beside a number.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `number-words`.
pub const ID: RuleId = RuleId::declared("number-words");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Kata di samping angka", english: "Words beside a number" },
    sees: Wording { indonesian: "Tanda atau kelipatan yang ditulis dengan kata: minus 35.250.000, 35,25 juta.", english: "A sign or a factor written as a word: minus 35.250.000, 35,25 juta." },
    matters: Wording { indonesian: "Excel menyimpannya sebagai teks, dan tanpa katanya angka itu lain.", english: "Excel keeps it as text, and without its word the number is another one." },
    proof: Wording { indonesian: "Tanda dalam kata hanya dapat dibaca dengan satu cara. Kelipatan dan kata lain memerlukan penjumlahan, rumus atau tabel kembar yang cocok.", english: "A sign in words can be read in one way only. A factor and any other word need a sum, a formula or a twin table that agrees." },
    advice: Wording { indonesian: "Tanpa bukti itu selnya dibiarkan dan ditanyakan, dengan setiap bacaan sebagai calon.", english: "Without such proof the cell is left and asked about, with every reading as a candidate." },
    causes: &[],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|12 Unit|minus 35.250.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD",
            column: "pagu",
            before: "minus 35.250.000",
            expected: Expected::Becomes("-35.250.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|12 Unit|juta 35.250|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD",
            column: "pagu",
            before: "juta 35.250",
            expected: Expected::Stays(Wording { indonesian: "kelipatan tanpa bukti tidak dihitung", english: "a factor is not applied without proof" }),
        },
    ],
};
