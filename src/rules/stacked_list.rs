//! Stacked indicators.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `stacked-list`.
pub const ID: RuleId = RuleId::declared("stacked-list");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Indikator bertumpuk", english: "Stacked indicators" },
    sees: Wording { indonesian: "Beberapa indikator bersambung dalam satu sel.", english: "Several indicators run together in one cell." },
    matters: Wording { indonesian: "Tidak jelas target mana milik indikator mana.", english: "It is not clear which target belongs to which indicator." },
    proof: Wording { indonesian: "Banyaknya awal indikator sama dengan banyaknya target di sebelahnya.", english: "There are as many beginnings of indicators as targets beside them." },
    advice: Wording { indonesian: "Periksa pasangan indikator dan targetnya.", english: "Check that indicators and targets pair up." },
    causes: &[],
    examples: &[Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru Jumlah Guru Baru|Lubuk Basung|2 Unit 26 Orang|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "indikator", before: "Jumlah Sekolah Baru Jumlah Guru Baru", expected: Expected::Becomes("Jumlah Sekolah Baru\\Jumlah Guru Baru") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru menurut Jumlah Guru|Lubuk Basung|2 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "indikator", before: "Jumlah Sekolah Baru menurut Jumlah Guru", expected: Expected::Stays(Wording { indonesian: "satu target, satu indikator", english: "one target, one indicator" }) }],
};
