//! Letters that look like digits.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `look-alike`.
pub const ID: RuleId = RuleId::declared("look-alike");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Huruf mirip angka", english: "Letters that look like digits" },
    sees: Wording { indonesian: "O untuk 0, l atau I untuk 1 di dalam angka: 6OO.000.000.", english: "O for 0, l or I for 1 inside a number: 6OO.000.000." },
    matters: Wording { indonesian: "Excel menyimpannya sebagai teks: tidak ikut dijumlahkan.", english: "Excel keeps it as text: no sum counts it." },
    proof: Wording { indonesian: "Penjumlahan, rumus atau tabel kembar terpenuhi oleh angka yang dibaca demikian.", english: "A sum, a formula or a twin table is met by the number so read." },
    advice: Wording { indonesian: "Tanpa bukti itu angka dibiarkan dan ditanyakan.", english: "Without such proof the number is left and asked about." },
    causes: &[],
    examples: &[Example { document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|600.000.000|10.000.000|2OO.000.000|190.000.000|95,00|100.000.000|300.000.000|50,00", column: "target_lalu", before: "2OO.000.000", expected: Expected::Becomes("200.000.000") }, Example { document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|600.000.000|10.000.000|2OO.000.000|190.000.000|-|100.000.000|300.000.000|50,00", column: "target_lalu", before: "2OO.000.000", expected: Expected::Stays(Wording { indonesian: "tanpa bukti, huruf tidak dijadikan angka", english: "without proof no letter becomes a digit" }) }],
};
