//! Unreadable number.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `unreadable-number`.
pub const ID: RuleId = RuleId::declared("unreadable-number");

/// What stands there cannot be read for certain as a number.
pub const NOT_CERTAIN: Cause = Cause::declared(
    ID,
    "not-certain",
    Wording {
        indonesian: "Isinya tidak dapat dibaca dengan pasti sebagai angka. Isi atau pilih angkanya.",
        english: "What stands there cannot be read for certain as a number. Fill it in or choose.",
    },
);

/// Excel shows another number than the one that is stored.
pub const SHOWN_OTHERWISE: Cause = Cause::declared(
    ID,
    "shown-otherwise",
    Wording {
        indonesian: "Excel menampilkan angka lain daripada yang tersimpan. Pilih yang benar.",
        english: "Excel shows another number than the one that is stored. Choose the right one.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Angka tidak terbaca", english: "Unreadable number" },
    sees: Wording {
        indonesian: "Isi kolom angka yang tidak terbaca pasti sebagai satu angka.",
        english: "Content of a number column that is not for certain one number.",
    },
    matters: Wording {
        indonesian: "Selnya tidak ikut dijumlahkan sampai diisi.",
        english: "The cell is in no sum until it is filled in.",
    },
    proof: Wording {
        indonesian: "Tidak ada bacaan, atau beberapa bacaan yang tidak dibedakan oleh penjumlahan mana pun.",
        english: "There is no reading, or several that no sum tells apart.",
    },
    advice: Wording {
        indonesian: "Isi angkanya, atau pilih salah satu calon.",
        english: "Fill in the number, or choose a candidate.",
    },
    causes: &[NOT_CERTAIN, SHOWN_OTHERWISE],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %||PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit||PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|6xx.000.000|PAD",
            column: "pagu",
            before: "6xx.000.000",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|900.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|900.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|-|PAD",
            column: "pagu",
            before: "-",
            expected: Expected::Stays(Wording {
                indonesian: "tanda hubung berarti tidak ada",
                english: "a dash means none",
            }),
        },
    ],
};
