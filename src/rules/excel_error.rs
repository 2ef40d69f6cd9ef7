//! Excel error.

use super::rule::{Example, Expected, Outcome, Rule, Wording};

/// `excel-error`.
pub(super) static RULE: Rule = Rule {
    id: "excel-error",
    outcome: Outcome::Either,
    name: Wording { indonesian: "Kesalahan Excel", english: "Excel error" },
    sees: Wording {
        indonesian: "#DIV/0!, #REF!, #N/A dan sejenisnya di tempat sebuah nilai.",
        english: "#DIV/0!, #REF!, #N/A and the like in place of a value.",
    },
    matters: Wording {
        indonesian: "Kesalahan merambat ke setiap rumus yang memakainya.",
        english: "An error spreads to every formula that uses it.",
    },
    proof: Wording {
        indonesian: "#DIV/0! dikosongkan bila rumus formulir memang membagi dengan nol atau kosong; yang lain tidak dapat diketahui.",
        english: "#DIV/0! is emptied where the form's formula does divide by zero or nothing; others cannot be known.",
    },
    advice: Wording {
        indonesian: "Bila dilaporkan: perbaiki rumus di berkas asal atau isi angkanya.",
        english: "If reported: mend the formula in the source file or fill in the number.",
    },
    examples: &[
        Example {
            document: "\
T-C.29
kode|uraian|target_renstra|target_lalu|realisasi_lalu|tingkat_realisasi|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|300.000.000|-|-|#DIV/0!|150.000.000|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|300.000.000|-|-||150.000.000|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|300.000.000|-|-||150.000.000|",
            column: "tingkat_realisasi",
            before: "#DIV/0!",
            expected: Expected::Becomes(""),
        },
        Example {
            document: "\
T-C.33
kode|uraian|pagu
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|1.500.000.000
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|1.500.000.000
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|900.000.000
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|#REF!",
            column: "pagu",
            before: "#REF!",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.33
kode|uraian|catatan
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Kolom # 3
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|",
            column: "catatan",
            before: "Kolom # 3",
            expected: Expected::Stays(Wording {
                indonesian: "tanda pagar dalam teks bukan kesalahan",
                english: "a hash in a text is no error",
            }),
        },
    ],
};
