//! Missing code.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `missing-code`.
pub const ID: RuleId = RuleId::declared("missing-code");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Kode tidak ada", english: "Missing code" },
    sees: Wording {
        indonesian: "Baris bernama program, kegiatan atau sub kegiatan tanpa kode.",
        english: "A row named for a program, kegiatan or sub kegiatan without a code.",
    },
    matters: Wording {
        indonesian: "Tanpa kode baris tidak dapat dijumlahkan atau dicocokkan.",
        english: "Without its code the row can neither be summed nor matched.",
    },
    proof: Wording {
        indonesian: "Namanya dalam kodefikasi, dan tempatnya di antara baris lain, hanya cocok dengan satu kode.",
        english: "Its name in the codification, and its place among the rows, fit one code only.",
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
|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "kode",
            before: "",
            expected: Expected::Becomes("1.01.02.2.01.03"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||600.000.000|
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
|Kegiatan rahasia yang tidak dikenal|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "uraian",
            before: "Kegiatan rahasia yang tidak dikenal",
            expected: Expected::Stays(Wording {
                indonesian: "nama yang tidak dikenal tidak diberi kode",
                english: "an unknown name gets no code",
            }),
        },
    ],
};
