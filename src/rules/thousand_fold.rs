//! A thousand times too small.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `thousand-fold`.
pub const ID: RuleId = RuleId::declared("thousand-fold");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Seribu kali terlalu kecil", english: "A thousand times too small" },
    sees: Wording {
        indonesian: "Jumlah seperti 600.000 yang dibaca Excel berbahasa Inggris sebagai 600.",
        english: "An amount such as 600.000 that an English Excel read as 600.",
    },
    matters: Wording {
        indonesian: "Pagu menyusut seribu kali tanpa terlihat.",
        english: "The budget shrinks a thousandfold unseen.",
    },
    proof: Wording {
        indonesian: "Hanya penjumlahan: dikalikan seribu, induk sama dengan jumlah anaknya.",
        english: "A sum only: times a thousand, the parent equals its children.",
    },
    advice: Wording {
        indonesian: "Perbaiki juga berkas asalnya: pengaturan bahasanya berlaku untuk semua sel.",
        english: "Mend the source file too: its language setting concerns every cell.",
    },
    causes: &[],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|=1500000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|=1500000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|=900000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|=600|PAD",
            column: "pagu",
            before: "600",
            expected: Expected::Becomes("600.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|=1500|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|=1500|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|=900|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|=600|PAD",
            column: "pagu",
            before: "600",
            expected: Expected::Stays(Wording {
                indonesian: "jumlahnya cocok: angka yang kecil bukan angka yang salah",
                english: "the sum holds: a small number is no wrong number",
            }),
        },
    ],
};
