//! Glued words.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `glued-words`.
pub const ID: RuleId = RuleId::declared("glued-words");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Kata menempel", english: "Glued words" },
    sees: Wording { indonesian: "Dua kata tanpa spasi di antaranya: yangMemiliki.", english: "Two words without a blank between them: yangMemiliki." },
    matters: Wording { indonesian: "Pencarian dan rekap tidak menemukannya.", english: "Searches and counts do not find them." },
    proof: Wording { indonesian: "Huruf besar di tengah, atau kata yang terlalu panjang, dan kedua bagiannya dikenal.", english: "A capital inside, or a word too long, and both its parts known." },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    causes: &[],
    examples: &[Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah yangMemiliki Perpustakaan|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "indikator", before: "Jumlah Sekolah yangMemiliki Perpustakaan", expected: Expected::Becomes("Jumlah Sekolah yang Memiliki Perpustakaan") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana|catatan
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN||||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar||||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD|e-Planning GoFood
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD|
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD|", column: "catatan", before: "e-Planning GoFood", expected: Expected::Stays(Wording { indonesian: "nama dengan huruf besar di tengah tetap utuh", english: "a name with a capital inside stays whole" }) }],
};
