//! Twin tables differ.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `twin-mismatch`.
pub const ID: RuleId = RuleId::declared("twin-mismatch");

/// The amount of the same row differs in another table, yet all tables must agree.
pub const AMOUNTS: Cause = Cause::declared(
    ID,
    "amounts",
    Wording {
        indonesian: "Angka baris yang sama berbeda di tabel lain, padahal semua tabel harus sama. Pilih yang benar.",
        english: "The amount of the same row differs in another table, yet all tables must agree. Choose the right one.",
    },
);

/// The target of the same row differs in another table, yet all tables must agree.
pub const TARGETS: Cause = Cause::declared(
    ID,
    "targets",
    Wording {
        indonesian: "Target baris yang sama berbeda di tabel lain, padahal semua tabel harus sama. Pilih yang benar.",
        english: "The target of the same row differs in another table, yet all tables must agree. Choose the right one.",
    },
);

/// The text of the same row differs in another table.
pub const TEXTS: Cause = Cause::declared(
    ID,
    "texts",
    Wording {
        indonesian: "Teks baris yang sama berbeda di tabel lain. Samakan bila yang dimaksud sama.",
        english: "The text of the same row differs in another table. Make them the same if the same is meant.",
    },
);

/// The amount of the same code differs in another form.
pub const OTHER_FORM: Cause = Cause::declared(
    ID,
    "other-form",
    Wording {
        indonesian: "Angka program atau kegiatan yang sama berbeda di formulir lain. Keduanya seharusnya sama; periksa mana yang berlaku. Tidak ada yang diubah.",
        english: "The amount of the same code differs in another form. Both should be the same; see which holds. Nothing was changed.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Tabel kembar berbeda", english: "Twin tables differ" },
    sees: Wording {
        indonesian: "Baris yang sama di dua tabel dengan angka yang berbeda.",
        english: "The same row in two tables with different numbers.",
    },
    matters: Wording {
        indonesian: "Pembaca tidak tahu tabel mana yang berlaku.",
        english: "A reader cannot know which table holds.",
    },
    proof: Wording {
        indonesian: "Kode dan kolom yang sama; keduanya terbaca jelas.",
        english: "The same code and column; both read clearly.",
    },
    advice: Wording {
        indonesian: "Samakan kedua tabel menurut dokumen yang berlaku.",
        english: "Make both tables agree with the document in force.",
    },
    causes: &[AMOUNTS, TARGETS, TEXTS, OTHER_FORM],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD

T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|800.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|700.000.000|PAD",
            column: "pagu",
            before: "600.000.000",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD

T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "pagu",
            before: "600.000.000",
            expected: Expected::Stays(Wording {
                indonesian: "kedua tabel sama",
                english: "both tables agree",
            }),
        },
    ],
};
