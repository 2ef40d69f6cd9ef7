//! Missing amount.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `missing-amount`.
pub const ID: RuleId = RuleId::declared("missing-amount");

/// Empty, yet the sums ask for an amount here.
pub const SUMS_ASK: Cause = Cause::declared(
    ID,
    "sums-ask",
    Wording {
        indonesian: "Kosong, padahal penjumlahan menuntut angka di sini. Isi angkanya atau periksa barisnya.",
        english: "Empty, yet the sums ask for an amount here. Fill it in or check the rows.",
    },
);

/// Empty, though other rows of its level have an amount in the column.
pub const ROWS_FILLED: Cause = Cause::declared(
    ID,
    "rows-filled",
    Wording {
        indonesian: "Kosong, padahal sel lain di kolom ini terisi pada baris setingkat. Isi angkanya, atau 0 bila memang tidak ada.",
        english: "Empty, though other rows of its level have an amount in the column. Fill it in, or 0 if there is none.",
    },
);

/// Empty, though other parents of the column are filled and it has children.
pub const PARENTS_FILLED: Cause = Cause::declared(
    ID,
    "parents-filled",
    Wording {
        indonesian: "Kosong, padahal baris induk lain di kolom ini terisi dan anaknya ada. Isi angkanya.",
        english: "Empty, though other parents of the column are filled and it has children. Fill it in.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Either,
    name: Wording { indonesian: "Jumlah hilang", english: "Missing amount" },
    sees: Wording {
        indonesian: "Sel jumlah yang kosong pada suatu baris atau total, sedangkan baris lain di kolom itu terisi.",
        english: "An empty amount in a row or a total, while the other rows of the column are filled.",
    },
    matters: Wording {
        indonesian: "Baris tanpa jumlah membuat jumlah di atasnya tidak dapat diperiksa.",
        english: "A row without its amount leaves the sum above it unchecked.",
    },
    proof: Wording {
        indonesian: "Dua dari ini menuntut angka yang sama: jumlah anaknya, penjumlahan di atasnya, rumus barisnya, tabel atau sisi kembarnya.",
        english: "Two of these ask for the same amount: the sum of its children, the sum above it, the formula of its row, its twin in another table or half.",
    },
    advice: Wording {
        indonesian: "Tanpa bukti kedua sel dibiarkan kosong dan ditanyakan, dengan angka yang dituntut sebagai calon bila diketahui.",
        english: "Without the second proof the cell stays empty and is asked about, with the amount that is asked for as a candidate, if it can be told.",
    },
    causes: &[SUMS_ASK, ROWS_FILLED, PARENTS_FILLED],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit||PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.02|Pengelolaan Pendidikan Sekolah Menengah Pertama|Jumlah Sekolah|Lubuk Basung|3 Unit|600.000.000|PAD
1.01.02.2.02.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|600.000.000|PAD",
            column: "pagu",
            before: "",
            expected: Expected::Becomes("900.000.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit||PAD",
            column: "pagu",
            before: "",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.02|Pengelolaan Pendidikan Sekolah Menengah Pertama|||||
1.01.02.2.02.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|600.000.000|PAD",
            column: "pagu",
            before: "",
            expected: Expected::Stays(Wording {
                indonesian: "kantor yang tidak mengisi baris induk tidak kehilangan apa-apa",
                english: "an office that fills no parents' rows has lost nothing",
            }),
        },
    ],
};
