//! Split code.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `split-code`.
pub const ID: RuleId = RuleId::declared("split-code");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Kode terbelah", english: "Split code" },
    sees: Wording {
        indonesian: "Angka kode terbelah spasi atau tersebar: 0 1 dan 0 2 untuk 01 dan 02.",
        english: "Digits of a code parted by blanks or spread out: 0 1 and 0 2 for 01 and 02.",
    },
    matters: Wording {
        indonesian: "Kode tidak ditemukan saat dicocokkan dengan RKPD atau SIPD.",
        english: "The code is not found when matched with RKPD or SIPD.",
    },
    proof: Wording {
        indonesian: "Angkanya, dirapatkan, adalah kode yang bernama sama dalam kodefikasi resmi.",
        english: "Its digits, closed up, are the code of that name in the official codification.",
    },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    causes: &[],
    examples: &[
        Example {
            document:
                "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||600.000.000|
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1;0 1;0 2;2. 01;0 3|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "kode",
            before: "1 0 1 0 2 2. 01 0 3",
            expected: Expected::Becomes("1.01.02.2.01.03"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||600.000.000|
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1;01;02;2.01;03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "kode",
            before: "1.01.02.2.01.03",
            expected: Expected::Stays(Wording {
                indonesian: "kode yang utuh dalam beberapa sel sudah benar",
                english: "a whole code in several cells is right",
            }),
        },
    ],
};
