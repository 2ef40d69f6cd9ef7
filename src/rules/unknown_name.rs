//! Name outside the codification.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `unknown-name`.
pub const ID: RuleId = RuleId::declared("unknown-name");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Nama di luar kodefikasi", english: "Name outside the codification" },
    sees: Wording {
        indonesian: "Baris yang namanya tidak ada dalam edisi kodefikasi mana pun dan kodenya tidak terbaca.",
        english: "A row whose name is in no edition of the codification and whose code cannot be read.",
    },
    matters: Wording {
        indonesian: "Baris tanpa kode tidak ikut diperiksa penjumlahannya.",
        english: "A row without a code takes no part in the check of sums.",
    },
    proof: Wording {
        indonesian: "Tidak ada nama yang cukup mirip, dan sel kodenya tidak memberi satu kode pun.",
        english: "No name is near enough, and its code cells give no code.",
    },
    advice: Wording {
        indonesian: "Isi kodenya, atau betulkan namanya.",
        english: "Fill in its code, or correct its name.",
    },
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||600.000.000|
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
|Kegiatan rahasia yang tidak dikenal|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "kode",
            before: "",
            expected: Expected::Reported,
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
                indonesian: "nama resmi dikenal",
                english: "an official name is known",
            }),
        },
    ],
};
