//! Ambiguous number.

use super::rule::{Example, Expected, Outcome, Rule, Wording};

/// `ambiguous-number`.
pub(super) static RULE: Rule = Rule {
    id: "ambiguous-number",
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Angka bermakna ganda", english: "Ambiguous number" },
    sees: Wording {
        indonesian: "Angka yang menurut tata tulis dapat dibaca dengan dua cara: 600.000 sebagai enam ratus ribu atau enam ratus koma nol.",
        english: "A number that the grammar reads in two ways: 600.000 as six hundred thousand or as six hundred point nought.",
    },
    matters: Wording {
        indonesian: "Salah pilih berarti seribu kali lipat.",
        english: "The wrong choice is a thousand times off.",
    },
    proof: Wording {
        indonesian: "Tepat satu bacaan memenuhi semua penjumlahan dan rumus yang melalui sel itu.",
        english: "Exactly one reading meets every sum and formula through the cell.",
    },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    examples: &[
        Example {
            document: "\
T-C.29
kode|uraian|target_renstra|target_lalu|realisasi_lalu|tingkat_realisasi|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|300.000.000|200.000.000|2.190.000|1.095|150.000.000|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|300.000.000|200.000.000|190.000.000||150.000.000|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|300.000.000|200.000.000|190.000.000||150.000.000|",
            column: "tingkat_realisasi",
            before: "1.095",
            expected: Expected::Becomes("1,10"),
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
                indonesian: "satu bacaan saja: tidak ada yang dipilih",
                english: "one reading only: nothing to choose",
            }),
        },
    ],
};
