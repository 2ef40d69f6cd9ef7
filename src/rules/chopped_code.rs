//! Chopped code.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `chopped-code`.
pub const ID: RuleId = RuleId::declared("chopped-code");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Kode terpangkas", english: "Chopped code" },
    sees: Wording {
        indonesian: "Kode yang kehilangan angka: nol di depan terbuang, baris kedua terpotong, 2.10 menjadi 2.1.",
        english: "A code that lost digits: leading zeros stripped, a second line cut, 2.10 become 2.1.",
    },
    matters: Wording {
        indonesian: "Kode yang salah menunjuk kegiatan lain atau tidak ada.",
        english: "The wrong code points to another kegiatan or to none.",
    },
    proof: Wording {
        indonesian: "Nama baris itu dalam kodefikasi, urutan baris, dan angka yang tersisa hanya cocok dengan satu kode.",
        english: "The row's name in the codification, the order of rows and the digits left fit one code only.",
    },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    causes: &[],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||600.000.000|
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1;1;2;2.1;3|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "kode",
            before: "1 1 2 2.1 3",
            expected: Expected::Becomes("1.01.02.2.01.03"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||600.000.000|
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "kode",
            before: "1.01.02.2.01.03",
            expected: Expected::Stays(Wording {
                indonesian: "kode yang utuh tidak diubah",
                english: "a whole code is not changed",
            }),
        },
    ],
};
