//! Cut number.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `cut-number`.
pub const ID: RuleId = RuleId::declared("cut-number");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Angka terpotong", english: "Cut number" },
    sees: Wording {
        indonesian: "Angka yang ekornya hilang atau jatuh ke baris berikut karena ganti halaman: 600.000, lalu 000.",
        english: "A number whose tail is lost or fell to the next row at a page break: 600.000, then 000.",
    },
    matters: Wording {
        indonesian: "Terbaca seribu kali terlalu kecil, atau tidak terbaca.",
        english: "It reads a thousand times too small, or not at all.",
    },
    proof: Wording {
        indonesian: "Hanya satu nilai yang memenuhi penjumlahan dan berawalan angka yang tercetak.",
        english: "Only one value meets the sum and begins with the printed digits.",
    },
    advice: Wording {
        indonesian: "Tanpa bukti penjumlahan angka ini dibiarkan dan ditanyakan.",
        english: "Without a sum to prove it the number is left and asked about.",
    },
    causes: &[],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.0|PAD",
            column: "pagu",
            before: "600.000.0",
            expected: Expected::Becomes("600.000.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.0|PAD",
            column: "pagu",
            before: "600.000.0",
            expected: Expected::Stays(Wording {
                indonesian: "tanpa penjumlahan, angka yang hilang tidak dikarang",
                english: "without a sum, lost digits are not made up",
            }),
        },
    ],
};
