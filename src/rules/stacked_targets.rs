//! Stacked targets.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `stacked-targets`.
pub const ID: RuleId = RuleId::declared("stacked-targets");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Target bertumpuk", english: "Stacked targets" },
    sees: Wording { indonesian: "Beberapa target dalam satu sel: 0 Dokumen 26 Orang.", english: "Several targets in one cell: 0 Dokumen 26 Orang." },
    matters: Wording { indonesian: "Terbaca sebagai satu teks, bukan dua angka.", english: "They read as one text, not as two numbers." },
    proof: Wording { indonesian: "Setiap bagiannya angka dengan satuannya, dan tidak ada pembagian lain.", english: "Every part is a number with its unit, and there is no other way to part them." },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    causes: &[],
    examples: &[Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung|0 Dokumen 26 Orang|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "target", before: "0 Dokumen 26 Orang", expected: Expected::Becomes("0 Dokumen\\26 Orang") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung|3 dari 5 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "target", before: "3 dari 5 Unit", expected: Expected::Stays(Wording { indonesian: "satu pernyataan dengan dua angka tetap satu", english: "one statement with two numbers stays one" }) }],
};
