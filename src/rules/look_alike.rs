//! Letters that look like digits.

use super::rule::{Example, Expected, Outcome, Rule, Wording};

/// `look-alike`.
pub(super) static RULE: Rule = Rule {
    id: "look-alike",
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Huruf mirip angka", english: "Letters that look like digits" },
    sees: Wording {
        indonesian: "O untuk 0, l atau I untuk 1 di dalam angka: 6OO.000.000.",
        english: "O for 0, l or I for 1 inside a number: 6OO.000.000.",
    },
    matters: Wording {
        indonesian: "Excel menyimpannya sebagai teks: tidak ikut dijumlahkan.",
        english: "Excel keeps it as text: no sum counts it.",
    },
    proof: Wording {
        indonesian: "Penjumlahan, rumus atau tabel kembar terpenuhi oleh angka yang dibaca demikian.",
        english: "A sum, a formula or a twin table is met by the number so read.",
    },
    advice: Wording {
        indonesian: "Tanpa bukti itu angka dibiarkan dan ditanyakan.",
        english: "Without such proof the number is left and asked about.",
    },
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|pagu
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|1.500.000.000
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|1.500.000.000
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|900.000.000
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|6OO.000.000",
            column: "pagu",
            before: "6OO.000.000",
            expected: Expected::Becomes("600.000.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|pagu
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|900.000.000
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|6OO.000.000",
            column: "pagu",
            before: "6OO.000.000",
            expected: Expected::Stays(Wording {
                indonesian: "tanpa bukti, huruf tidak dijadikan angka",
                english: "without proof no letter becomes a digit",
            }),
        },
    ],
};
