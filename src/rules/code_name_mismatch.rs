//! Code and name do not match.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `code-name-mismatch`.
pub const ID: RuleId = RuleId::declared("code-name-mismatch");

/// Code and name do not belong together in the codification.
pub const DISAGREE: Cause = Cause::declared(
    ID,
    "disagree",
    Wording {
        indonesian: "Kode dan nama tidak cocok menurut kodefikasi. Periksa mana yang benar.",
        english: "Code and name do not belong together in the codification. Check which is right.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Kode dan nama tidak cocok", english: "Code and name do not match" },
    sees: Wording {
        indonesian: "Kode yang utuh di samping nama resmi kode lain, atau di samping nama yang sama sekali bukan namanya.",
        english: "A whole code beside the official name of another code, or beside a name that is nothing like its own.",
    },
    matters: Wording {
        indonesian: "Salah satunya salah, dan pagu tercatat pada kegiatan yang keliru.",
        english: "One of the two is wrong, and the budget is booked on the wrong kegiatan.",
    },
    proof: Wording {
        indonesian: "Kodefikasi resmi memberi nama lain pada kode itu.",
        english: "The official codification has another name for the code.",
    },
    advice: Wording {
        indonesian: "Periksa mana yang benar, lalu perbaiki yang lain.",
        english: "Check which one is right, and correct the other.",
    },
    causes: &[DISAGREE],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||600.000.000|
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Penyediaan Gaji dan Tunjangan ASN|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "kode",
            before: "1.01.02.2.01.03",
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
                indonesian: "kode dan nama cocok",
                english: "code and name agree",
            }),
        },
    ],
};
