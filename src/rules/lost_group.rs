//! Lost group of three.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `lost-group`.
pub const ID: RuleId = RuleId::declared("lost-group");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Kelompok ribuan hilang", english: "Lost group of three" },
    sees: Wording {
        indonesian: "Satu kelompok tiga angka hilang atau tertulis dua kali: 600.123 untuk 600.450.123.",
        english: "A group of three digits lost or written twice: 600.123 for 600.450.123.",
    },
    matters: Wording {
        indonesian: "Jumlahnya salah ribuan kali.",
        english: "The amount is off by a factor of thousands.",
    },
    proof: Wording {
        indonesian: "Penjumlahan meminta tepat angka itu dengan kelompoknya.",
        english: "The sum asks for exactly this number with its group.",
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
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|899.549.877|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.123|PAD",
            column: "pagu",
            before: "600.123",
            expected: Expected::Becomes("600.450.123"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|899.549.877|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.450.123|PAD",
            column: "pagu",
            before: "600.450.123",
            expected: Expected::Stays(Wording { indonesian: "jumlahnya cocok", english: "the sum holds" }),
        },
    ],
};
