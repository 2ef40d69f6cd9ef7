//! Name outside the codification.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `unknown-name`.
pub const ID: RuleId = RuleId::declared("unknown-name");

/// The name is not in the codification, and no code is printed.
pub const NO_CODE: Cause = Cause::declared(
    ID,
    "no-code",
    Wording {
        indonesian: "Namanya tidak ada dalam kodefikasi, dan tidak ada kode yang tercetak. Isi kodenya.",
        english: "The name is not in the codification, and no code is printed. Fill in its code.",
    },
);

/// The name is not in the codification; the printed code stays.
pub const CODE_STAYS: Cause = Cause::declared(
    ID,
    "code-stays",
    Wording {
        indonesian: "Namanya tidak ada dalam kodefikasi; kode yang tercetak dibiarkan. Isi kodenya.",
        english: "The name is not in the codification; the printed code stays. Fill in its code.",
    },
);

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
    causes: &[NO_CODE, CODE_STAYS],
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
