//! Split number.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `split-number`.
pub const ID: RuleId = RuleId::declared("split-number");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Angka terbelah", english: "Split number" },
    sees: Wording {
        indonesian: "Angka dengan spasi di dalamnya, karena kolom yang sempit mematahkannya: 240,466,0 00.",
        english: "A number with blanks inside, broken by a narrow column: 240,466,0 00.",
    },
    matters: Wording {
        indonesian: "Excel menyimpannya sebagai teks: tidak ikut dijumlahkan.",
        english: "Excel keeps it as text: no sum counts it.",
    },
    proof: Wording {
        indonesian: "Tanpa spasi itu hanya ada satu bacaan yang kelompok angkanya utuh tiga-tiga; penjumlahan atau tabel kembar membenarkannya bila ada.",
        english: "Without the blanks only one reading has whole groups of three; a sum or a twin table confirms it where there is one.",
    },
    advice: Wording {
        indonesian: "Bila mutunya B, bandingkan dengan dokumen asli.",
        english: "If the grade is B, compare with the original document.",
    },
    causes: &[],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.0 00|PAD",
            column: "pagu",
            before: "600.000.0 00",
            expected: Expected::Becomes("600.000.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "pagu",
            before: "600.000.000",
            expected: Expected::Stays(Wording {
                indonesian: "angka yang utuh tidak disentuh",
                english: "a whole number is not touched",
            }),
        },
    ],
};
