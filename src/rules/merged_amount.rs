//! Merged amount.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `merged-amount`.
pub const ID: RuleId = RuleId::declared("merged-amount");

/// What is written once in a merged cell stands for several rows.
pub const ONE_FOR_SEVERAL: Cause = Cause::declared(
    ID,
    "one-for-several",
    Wording {
        indonesian: "Isinya tertulis sekali dalam sel gabungan untuk beberapa baris. Isi bagian baris ini, atau 0 bila semuanya milik baris pertama.",
        english: "What is written once in a merged cell stands for several rows. Fill in this row's share, or 0 if all of it is the first row's.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Angka sel gabungan", english: "Merged amount" },
    sees: Wording {
        indonesian: "Satu angka atau target yang ditulis sekali dalam sel gabungan untuk beberapa baris setingkat.",
        english: "One amount or target written once in a merged cell for several rows of one level.",
    },
    matters: Wording {
        indonesian: "Bagian tiap baris tidak diketahui: seluruhnya terhitung pada baris pertama.",
        english: "The share of each row is not known: all of it counts for the first row.",
    },
    proof: Wording {
        indonesian: "Sel gabungan itu sendiri mencakup barisnya, dan selnya kosong.",
        english: "The merged cell itself covers the row, and its own cell is empty.",
    },
    advice: Wording {
        indonesian: "Isi bagian tiap baris, atau 0 bila semuanya milik baris pertama.",
        english: "Fill in the share of each row, or 0 if all of it is the first row's.",
    },
    causes: &[ONE_FOR_SEVERAL],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|1.500.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|^|PAD",
            column: "pagu",
            before: "",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "pagu",
            before: "600.000.000",
            expected: Expected::Stays(Wording {
                indonesian: "angka di sel yang tidak digabung tidak ditanyakan",
                english: "an amount in a cell that is not merged is not asked about",
            }),
        },
    ],
};
