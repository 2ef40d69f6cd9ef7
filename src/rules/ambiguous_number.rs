//! Ambiguous number.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `ambiguous-number`.
pub const ID: RuleId = RuleId::declared("ambiguous-number");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Angka bermakna ganda", english: "Ambiguous number" },
    sees: Wording { indonesian: "Angka yang menurut tata tulis dapat dibaca dengan dua cara: 1.095 persen sebagai seribu sembilan puluh lima atau satu koma sembilan.", english: "A number that the grammar reads in two ways: 1.095 percent as one thousand and ninety-five or as one point one." },
    matters: Wording { indonesian: "Salah pilih berarti seribu kali lipat.", english: "The wrong choice is a thousand times off." },
    proof: Wording { indonesian: "Tepat satu bacaan memenuhi semua penjumlahan dan rumus yang melalui sel itu.", english: "Exactly one reading meets every sum and formula through the cell." },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    causes: &[],
    examples: &[Example { document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|600.000.000|10.000.000|200.000.000|2.190.000.000|1.095|100.000.000|2.300.000.000|383,33", column: "tingkat_realisasi", before: "1.095", expected: Expected::Becomes("1.095,00") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD", column: "pagu", before: "600.000.000", expected: Expected::Stays(Wording { indonesian: "satu bacaan saja: tidak ada yang dipilih", english: "one reading only: nothing to choose" }) }],
};
