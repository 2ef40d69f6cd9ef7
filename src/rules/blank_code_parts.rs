//! Leading parts left blank.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `blank-code-parts`.
pub const ID: RuleId = RuleId::declared("blank-code-parts");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Awal kode kosong", english: "Leading parts left blank" },
    sees: Wording {
        indonesian: "Bagian depan kode dikosongkan karena sama dengan baris di atasnya.",
        english: "The front of a code left blank because it repeats the row above.",
    },
    matters: Wording {
        indonesian: "Baris itu kehilangan induknya bila diurutkan atau disaring.",
        english: "The row loses its parent when sorted or filtered.",
    },
    proof: Wording {
        indonesian: "Nama baris itu dalam kodefikasi, dan bagian yang tercetak adalah akhir kodenya.",
        english: "The row's name in the codification; the printed parts are the end of its code.",
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
;;02;2.01;03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "kode",
            before: "02 2.01 03",
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
