//! Wrong figure.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `wrong-figure`.
pub const ID: RuleId = RuleId::declared("wrong-figure");

/// The number reads clearly, yet its sum or formula fails: this cell or another one has a slip, or stands in a wrong place.
pub const SUM_FAILS: Cause = Cause::declared(
    ID,
    "sum-fails",
    Wording {
        indonesian: "Angkanya terbaca jelas, tetapi penjumlahan atau rumusnya tidak cocok: sel ini atau sel lain salah ketik atau salah tempat. Pilih atau isi yang benar.",
        english: "The number reads clearly, yet its sum or formula fails: this cell or another one has a slip, or stands in a wrong place. Choose or fill in the right one.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Either,
    name: Wording { indonesian: "Angka salah", english: "Wrong figure" },
    sees: Wording {
        indonesian: "Angka yang terbaca jelas, tetapi dua penjumlahan yang berbeda menunjuk kepadanya sebagai yang salah. Bila salah ketik di salah satu dari beberapa sel dapat menjelaskan penjumlahan yang tidak cocok, semuanya ditanyakan.",
        english: "A number that reads clearly, yet two different sums point to it as the wrong one. Where a slip of the hand in one of several cells would explain a sum that fails, all of them are asked about.",
    },
    matters: Wording {
        indonesian: "Semua jumlah di atasnya ikut salah.",
        english: "Every sum above it is wrong too.",
    },
    proof: Wording {
        indonesian: "Dua hukum yang tidak bergantung satu sama lain meminta nilai yang sama di sel yang sama.",
        english: "Two independent laws ask for the same value in the same cell.",
    },
    advice: Wording {
        indonesian: "Bandingkan dengan dokumen asli bila masih ada.",
        english: "Compare with the original document if there is one.",
    },
    causes: &[SUM_FAILS],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.387.654.321|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "pagu",
            before: "1.387.654.321",
            expected: Expected::Becomes("1.500.000.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|487.654.321|PAD",
            column: "pagu",
            before: "487.654.321",
            expected: Expected::Stays(Wording {
                indonesian: "satu penjumlahan saja tidak membuktikan mana yang salah",
                english: "one sum alone does not prove which is wrong",
            }),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.234.900.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.243.900.000|PAD",
            column: "pagu",
            before: "1.234.900.000",
            expected: Expected::Reported,
        },
    ],
};
