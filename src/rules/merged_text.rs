//! Merged text.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `merged-text`.
pub const ID: RuleId = RuleId::declared("merged-text");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Teks sel gabungan", english: "Merged text" },
    sees: Wording {
        indonesian: "Lokasi, sumber dana atau catatan yang ditulis sekali dalam sel gabungan untuk beberapa baris setingkat.",
        english: "A place, a fund or a remark written once in a merged cell for several rows of one level.",
    },
    matters: Wording {
        indonesian: "Hanya baris pertama yang menyimpannya; baris lain tampak terisi, tetapi kosong bagi pembaca lain.",
        english: "Only the first row stores it; the others look filled and are empty to any other reader.",
    },
    proof: Wording {
        indonesian: "Sel gabungan itu sendiri mencakup barisnya.",
        english: "The merged cell itself covers the row.",
    },
    advice: Wording {
        indonesian: "Periksa apakah gabungannya memang berlaku bagi semua barisnya.",
        english: "Check that the merge does hold for all its rows.",
    },
    causes: &[],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|^",
            column: "sumber_dana",
            before: "",
            expected: Expected::Becomes("PAD"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|",
            column: "sumber_dana",
            before: "",
            expected: Expected::Stays(Wording {
                indonesian: "sel kosong yang tidak digabung tetap kosong",
                english: "an empty cell that is not merged stays empty",
            }),
        },
    ],
};
