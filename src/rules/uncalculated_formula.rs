//! Uncalculated formula.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `uncalculated-formula`.
pub const ID: RuleId = RuleId::declared("uncalculated-formula");

/// The formula was never calculated and cannot be calculated here.
pub const NEVER_CALCULATED: Cause = Cause::declared(
    ID,
    "never-calculated",
    Wording {
        indonesian: "Rumusnya belum pernah dihitung dan tidak dapat dihitung di sini. Buka berkasnya di Excel lalu simpan, atau isi nilainya.",
        english: "The formula was never calculated and cannot be calculated here. Open the file in Excel and save it, or fill in the value.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Either,
    name: Wording { indonesian: "Rumus tanpa hasil", english: "Uncalculated formula" },
    sees: Wording {
        indonesian: "Sel berisi rumus, misalnya =SUM(F12:F14), yang hasilnya tidak tersimpan dalam berkas.",
        english: "A cell with a formula, such as =SUM(F12:F14), whose result is not stored in the file.",
    },
    matters: Wording {
        indonesian: "Angkanya baru terlihat setelah Excel menghitung ulang; pembaca lain melihat sel kosong.",
        english: "The number shows only once Excel has recalculated; any other reader sees nothing.",
    },
    proof: Wording {
        indonesian: "Rumus menunjuk tepat sel-sel yang dijumlahkan menurut kode atau rumus formulir (A); atau rumusnya sederhana dan hasilnya dihitung (B).",
        english: "The formula refers to just the cells that the codes or the form's formula ask for (A); or it is a simple one and is calculated (B).",
    },
    advice: Wording {
        indonesian: "Bila dibiarkan, rumusnya menunjuk sel lain daripada anaknya: periksa rentangnya.",
        english: "If it is left, the formula refers to other cells than its children: check its range.",
    },
    causes: &[NEVER_CALCULATED],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|=SUM(K7:K8)|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "pagu",
            before: "=SUM(K7:K8)",
            expected: Expected::Becomes("1.500.000.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|=SUM(K7:K7)|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "pagu",
            before: "=SUM(K7:K7)",
            expected: Expected::Stays(Wording {
                indonesian: "rumus yang melewatkan satu anak tidak dihitung, melainkan ditanyakan",
                english: "a formula that leaves out a child is not computed but asked about",
            }),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|=SUM(Z1:Z2)|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "lokasi",
            before: "=SUM(Z1:Z2)",
            expected: Expected::Reported,
        },
    ],
};
