//! Letters that bled over.

use super::rule::{Example, Expected, Outcome, Rule, Wording};

/// `bled-text`.
pub(super) static RULE: Rule = Rule {
    id: "bled-text",
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Huruf meluber", english: "Letters that bled over" },
    sees: Wording {
        indonesian: "Huruf akhir sebuah kata tercetak di sel sebelahnya: Dokume dan n 600.000.000.",
        english: "The last letters of a word printed in the next cell: Dokume and n 600.000.000.",
    },
    matters: Wording {
        indonesian: "Kata itu terpotong, dan angka di sebelahnya menjadi teks.",
        english: "The word is cut, and the number beside it becomes a text.",
    },
    proof: Wording {
        indonesian: "Huruf itu melengkapi kata yang dikenal, dan sisanya angka yang utuh.",
        english: "The letters complete a known word, and what is left is a whole number.",
    },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|target|pagu
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|37 Dokume|n 600.000.000
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|",
            column: "target",
            before: "37 Dokume",
            expected: Expected::Becomes("37 Dokumen"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|target|pagu
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|37 Dokume|n 600.000.000
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|",
            column: "pagu",
            before: "n 600.000.000",
            expected: Expected::Becomes("600.000.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|target|pagu
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|37 Dokumen|600.000.000
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|",
            column: "target",
            before: "37 Dokumen",
            expected: Expected::Stays(Wording {
                indonesian: "kata yang utuh tidak menerima huruf",
                english: "a whole word takes no letters",
            }),
        },
    ],
};
