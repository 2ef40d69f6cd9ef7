//! Sum that does not hold.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `sum-mismatch`.
pub const ID: RuleId = RuleId::declared("sum-mismatch");

/// It differs by exactly one child: its range is one row short.
pub const CHILD_LEFT_OUT: Cause = Cause::declared(
    ID,
    "child-left-out",
    Wording {
        indonesian: "Selisihnya tepat satu anak: rentang jumlahnya kurang satu baris. Masukkan anak itu ke dalam jumlahnya.",
        english: "It differs by exactly one child: its range is one row short. Take that child into the sum.",
    },
);

/// This parent says that there is none, though its children have amounts.
pub const SAYS_NONE: Cause = Cause::declared(
    ID,
    "says-none",
    Wording {
        indonesian: "Induk ini menyatakan tidak ada, padahal anaknya berisi.",
        english: "This parent says that there is none, though its children have amounts.",
    },
);

/// It carries the grand total of all programs, not the sum of its own children.
pub const GRAND_TOTAL: Cause = Cause::declared(
    ID,
    "grand-total",
    Wording {
        indonesian: "Angka ini adalah jumlah seluruh program, bukan jumlah anaknya saja.",
        english: "It carries the grand total of all programs, not the sum of its own children.",
    },
);

/// It is exactly the sum of other rows: its formula refers to a wrong row.
pub const OTHER_ROWS: Cause = Cause::declared(
    ID,
    "other-rows",
    Wording {
        indonesian: "Angka ini tepat jumlah baris lain: rumusnya merujuk baris yang salah.",
        english: "It is exactly the sum of other rows: its formula refers to a wrong row.",
    },
);

/// It is less than its children make; check the parent and its children.
pub const TOO_LITTLE: Cause = Cause::declared(
    ID,
    "too-little",
    Wording {
        indonesian: "Kurang dari jumlah anaknya; periksa induk dan anaknya.",
        english: "It is less than its children make; check the parent and its children.",
    },
);

/// It is more than its children make; check the parent and its children.
pub const TOO_MUCH: Cause = Cause::declared(
    ID,
    "too-much",
    Wording {
        indonesian: "Lebih dari jumlah anaknya; periksa induk dan anaknya.",
        english: "It is more than its children make; check the parent and its children.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Jumlah tidak cocok", english: "Sum that does not hold" },
    sees: Wording {
        indonesian: "Induk yang tidak sama dengan jumlah anaknya, atau total yang tidak sama dengan jumlah semuanya, padahal setiap angka terbaca jelas.",
        english: "A parent that is not the sum of its children, or a total that is not the sum of all, though every number reads clearly.",
    },
    matters: Wording {
        indonesian: "Dokumen bertentangan dengan dirinya sendiri; salah satu angkanya salah.",
        english: "The document contradicts itself; one of its numbers is wrong.",
    },
    proof: Wording {
        indonesian: "Penjumlahan menurut kode; penyebab yang paling mungkin disebut bila ada.",
        english: "The sum by codes; the likeliest cause is said where there is one.",
    },
    advice: Wording {
        indonesian: "Periksa induk dan anak yang disebut. Angka tidak diubah.",
        english: "Check the parent and children named. No number is changed.",
    },
    causes: &[CHILD_LEFT_OUT, SAYS_NONE, GRAND_TOTAL, OTHER_ROWS, TOO_LITTLE, TOO_MUCH],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|587.654.321|PAD",
            column: "pagu",
            before: "587.654.321",
            expected: Expected::Reported,
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
            expected: Expected::Stays(Wording { indonesian: "jumlahnya cocok", english: "the sum holds" }),
        },
    ],
};
