//! Letters that bled over.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `bled-text`.
pub const ID: RuleId = RuleId::declared("bled-text");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Huruf meluber", english: "Letters that bled over" },
    sees: Wording { indonesian: "Huruf akhir sebuah kata tercetak di sel sebelahnya: Doku me dan n 600,000,000.", english: "The last letters of a word printed in the next cell: Doku me and n 600,000,000." },
    matters: Wording { indonesian: "Kata itu terpotong, dan angka di sebelahnya menjadi teks.", english: "The word is cut, and the number beside it becomes a text." },
    proof: Wording { indonesian: "Huruf itu melengkapi kata yang dikenal, dan sisanya angka yang utuh.", english: "The letters complete a known word, and what is left is a whole number." },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    causes: &[],
    examples: &[Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung|37 Doku me|n 600,000,000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "target", before: "37 Doku me", expected: Expected::Becomes("37 Dokumen") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung|37 Doku me|n 600,000,000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "pagu", before: "n 600,000,000", expected: Expected::Becomes("600.000.000") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung|37 Dokumen|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "target", before: "37 Dokumen", expected: Expected::Stays(Wording { indonesian: "kata yang utuh tidak menerima huruf", english: "a whole word takes no letters" }) }],
};
