//! Cell without a place.

use super::rule::{Example, Expected, Outcome, Rule, Wording};

/// `unplaced-cell`.
pub(super) static RULE: Rule = Rule {
    id: "unplaced-cell",
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Sel tanpa tempat", english: "Cell without a place" },
    sees: Wording {
        indonesian: "Sel berisi yang tidak masuk ke tabel mana pun.",
        english: "A filled cell that went into no table.",
    },
    matters: Wording {
        indonesian: "Isinya mungkin data yang hilang.",
        english: "It may be data that got lost.",
    },
    proof: Wording {
        indonesian: "Setiap sel sumber dihitung: dipakai, hiasan, atau disebut di sini.",
        english: "Every source cell is counted: used, decoration, or named here.",
    },
    advice: Wording {
        indonesian: "Pindahkan ke kolomnya, atau hapus.",
        english: "Move it to its column, or delete it.",
    },
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|pagu
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|1.500.000.000
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|1.500.000.000
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|900.000.000
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|600.000.000

- Lihat lampiran",
            column: "pagu",
            before: "Lihat lampiran",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.33
kode|uraian|pagu
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|1.500.000.000
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|1.500.000.000
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|900.000.000
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|600.000.000",
            column: "pagu",
            before: "600.000.000",
            expected: Expected::Stays(Wording {
                indonesian: "semua sel mendapat tempat",
                english: "every cell has a place",
            }),
        },
    ],
};
