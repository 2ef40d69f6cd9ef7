//! One wrong digit.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `one-digit`.
pub const ID: RuleId = RuleId::declared("one-digit");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Satu angka salah", english: "One wrong digit" },
    sees: Wording {
        indonesian: "Satu angka dalam jumlah yang panjang berbeda dari yang diminta penjumlahan.",
        english: "One digit of a long number is not the one that the sum asks for.",
    },
    matters: Wording {
        indonesian: "Jumlahnya salah, dan tidak ada yang melihatnya.",
        english: "The sum is wrong, and nobody sees it.",
    },
    proof: Wording {
        indonesian: "Penjumlahan menunjuk tepat satu sel, dan selisihnya tepat satu angka.",
        english: "The sum points to exactly one cell, and the difference is exactly one digit.",
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
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.100.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|865.050.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|635.050.000|PAD",
            column: "pagu",
            before: "1.500.000.000",
            expected: Expected::Becomes("1.500.100.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.123.456|PAD",
            column: "pagu",
            before: "600.123.456",
            expected: Expected::Stays(Wording {
                indonesian: "banyak angka berbeda: itu pertentangan, bukan salah ketik",
                english: "many digits differ: that is a contradiction, no slip",
            }),
        },
    ],
};
