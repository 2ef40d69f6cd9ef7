//! Swapped digits.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `swapped-digits`.
pub const ID: RuleId = RuleId::declared("swapped-digits");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Dua angka tertukar", english: "Swapped digits" },
    sees: Wording {
        indonesian: "Dua angka bersebelahan tertukar saat diketik: 690 untuk 960.",
        english: "Two neighbouring digits swapped in typing: 690 for 960.",
    },
    matters: Wording {
        indonesian: "Jumlahnya salah, dan tidak ada yang melihatnya.",
        english: "The sum is wrong, and nobody sees it.",
    },
    proof: Wording {
        indonesian: "Penjumlahan terpenuhi oleh angka yang ditukar kembali, dan oleh tidak satu pun perubahan lain yang sesederhana itu.",
        english: "The sum is met with the digits swapped back, and by no other change as plain.",
    },
    advice: Wording {
        indonesian: "Bandingkan dengan dokumen asli bila masih ada.",
        english: "Compare with the original document if there is one.",
    },
    causes: &[],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|865.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|653.000.000|PAD",
            column: "pagu",
            before: "653.000.000",
            expected: Expected::Becomes("635.000.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|865.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|635.000.000|PAD",
            column: "pagu",
            before: "635.000.000",
            expected: Expected::Stays(Wording { indonesian: "jumlahnya cocok", english: "the sum holds" }),
        },
    ],
};
