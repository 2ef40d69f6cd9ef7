//! Number of another edition.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `edition-of-code`.
pub const ID: RuleId = RuleId::declared("edition-of-code");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Nomor dari edisi lain", english: "Number of another edition" },
    sees: Wording {
        indonesian: "Sub kegiatan bernomor dua angka dalam dokumen yang mengikuti edisi empat angka, atau sebaliknya.",
        english: "A sub kegiatan numbered with two digits in a document that follows the edition of four, or the other way round.",
    },
    matters: Wording {
        indonesian: "Satu sub kegiatan tercatat dengan dua kode, dan rekap memisahkannya.",
        english: "One sub kegiatan goes by two codes, and a summary parts it in two.",
    },
    proof: Wording {
        indonesian: "Nama persis sub kegiatan itu dalam edisi dokumen bernomor sama, hanya lebih panjang atau lebih pendek.",
        english: "The exact name of the sub kegiatan has the same number in the document's edition, only longer or shorter.",
    },
    advice: Wording {
        indonesian: "Periksa bila dokumen memang memakai dua edisi.",
        english: "Look at it if the document does follow two editions.",
    },
    causes: &[],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|900.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|900.000.000|PAD
1.01.02.2.01.0001|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah|Lubuk Basung|2 Unit|300.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|300.000.000|PAD
1.01.02.2.01.0004|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|3 Unit|300.000.000|PAD",
            column: "kode",
            before: "1.01.02.2.01.03",
            expected: Expected::Becomes("1.01.02.2.01.0003"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|300.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|300.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|300.000.000|PAD",
            column: "kode",
            before: "1.01.02.2.01.03",
            expected: Expected::Stays(Wording {
                indonesian: "dokumen mengikuti edisi dua angka",
                english: "the document follows the edition of two digits",
            }),
        },
    ],
};
