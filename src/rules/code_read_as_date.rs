//! Code read as a date.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `code-read-as-date`.
pub const ID: RuleId = RuleId::declared("code-read-as-date");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Kode terbaca sebagai tanggal", english: "Code read as a date" },
    sees: Wording {
        indonesian: "Bagian kode seperti 2.01 yang dijadikan jam atau tanggal oleh Excel.",
        english: "A part such as 2.01 that Excel turned into a time or a date.",
    },
    matters: Wording {
        indonesian: "Yang tersimpan bukan lagi kode.",
        english: "What is stored is no code any more.",
    },
    proof: Wording {
        indonesian: "Jam dan menit, atau hari dan bulan, ditulis kembali dengan titik, adalah bagian kode yang bernama sama dalam kodefikasi.",
        english: "Hour and minute, or day and month, written with a point again, are the parts of the code of that name.",
    },
    advice: Wording {
        indonesian: "Beri format Teks pada kolom kode di berkas asal.",
        english: "Give the code columns of the source file the format Text.",
    },
    causes: &[],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||600.000.000|
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1;01;02;=2:01;03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "kode",
            before: "1 01 02 02.01 03",
            expected: Expected::Becomes("1.01.02.2.01.03"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||600.000.000|
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1;01;02;2.01;03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "kode",
            before: "1.01.02.2.01.03",
            expected: Expected::Stays(Wording {
                indonesian: "teks tetap teks",
                english: "a text stays a text",
            }),
        },
    ],
};
