//! Overflown number.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `overflow`.
pub const ID: RuleId = RuleId::declared("overflow");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Angka meluap", english: "Overflown number" },
    sees: Wording { indonesian: "Angka yang tidak muat di program asalnya: 2147483647, 1E+15, atau lebih dari 15 angka.", english: "A number that did not fit the program it came from: 2147483647, 1E+15, or more than 15 digits." },
    matters: Wording { indonesian: "Yang tertulis bukan lagi jumlah yang dimaksud.", english: "What is written is no longer the amount that was meant." },
    proof: Wording { indonesian: "Hanya penjumlahan, rumus atau tabel kembar yang terpenuhi dapat membenarkan angka seperti ini.", english: "Only a sum, a formula or a twin table that it meets can confirm such a number." },
    advice: Wording { indonesian: "Tanpa bukti itu angka dibiarkan dan ditanyakan.", english: "Without such proof the number is left and asked about." },
    causes: &[],
    examples: &[Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|3.047.483.647|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|3.047.483.647|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|2147483647|PAD", column: "pagu", before: "2147483647", expected: Expected::Becomes("2.147.483.647") }, Example { document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|600.000.000|10.000.000|2147483647|190.000.000|-|100.000.000|300.000.000|50,00", column: "target_lalu", before: "2147483647", expected: Expected::Stays(Wording { indonesian: "yang hilang tidak dapat diketahui", english: "what was lost cannot be known" }) }],
};
