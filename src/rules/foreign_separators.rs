//! Foreign separators.

use super::rule::{Example, Expected, Outcome, Rule, Wording};

/// `foreign-separators`.
pub(super) static RULE: Rule = Rule {
    id: "foreign-separators",
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Pemisah asing", english: "Foreign separators" },
    sees: Wording {
        indonesian: "Koma di antara ribuan, atau titik di depan desimal: 600,000,000.",
        english: "Commas between thousands, or a point before decimals: 600,000,000.",
    },
    matters: Wording {
        indonesian: "Excel berbahasa Indonesia membacanya sebagai teks atau sebagai angka lain.",
        english: "An Indonesian Excel reads it as text or as another number.",
    },
    proof: Wording {
        indonesian: "Kelompok tiga angka hanya mengizinkan satu bacaan; penjumlahan, rumus atau tabel kembar membenarkannya bila ada.",
        english: "The groups of three allow one reading only; a sum, a formula or a twin table confirms it where there is one.",
    },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|pagu
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|1.500.000.000
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|1.500.000.000
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|900.000.000
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|600,000,000",
            column: "pagu",
            before: "600,000,000",
            expected: Expected::Becomes("600.000.000"),
        },
        Example {
            document: "\
T-C.29
kode|uraian|target_renstra|target_lalu|realisasi_lalu|tingkat_realisasi|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|300.000.000|200.000.000|190.000.000|95.00|150.000.000|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|300.000.000|200.000.000|190.000.000||150.000.000|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|300.000.000|200.000.000|190.000.000||150.000.000|",
            column: "tingkat_realisasi",
            before: "95.00",
            expected: Expected::Becomes("95,00"),
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
                indonesian: "titik di antara ribuan sudah benar",
                english: "points between thousands are right",
            }),
        },
    ],
};
