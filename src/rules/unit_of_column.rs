//! Unit of an amount column.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `unit-of-column`.
pub const ID: RuleId = RuleId::declared("unit-of-column");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Satuan kolom uang", english: "Unit of an amount column" },
    sees: Wording {
        indonesian: "Satuan ribuan atau jutaan rupiah di kepala kolom, judul, atau catatan; jumlah sangat kecil tanpa satuan.",
        english: "Thousands or millions of rupiah in a header, a title or a note; very small amounts without a unit.",
    },
    matters: Wording {
        indonesian: "Salah satuan berarti seribu kali lipat.",
        english: "The wrong unit is a thousand times off.",
    },
    proof: Wording {
        indonesian: "Yang tercetak berlaku, kecuali semua baris yang sama di tabel lain membuktikan satuan lain.",
        english: "What is printed holds, unless all rows in common with another table prove another unit.",
    },
    advice: Wording {
        indonesian: "Angka tidak pernah dikalikan; perbaiki kepala kolom bila jumlahnya rupiah penuh.",
        english: "No amount is ever scaled; mend the header if the amounts are full rupiah.",
    },
    examples: &[
        Example {
            document: "\
T-C.31
no|rkpd_uraian|rkpd_pagu|analisis_uraian|analisis_pagu
1|PROGRAM PENGELOLAAN PENDIDIKAN|1.500.000.000|PROGRAM PENGELOLAAN PENDIDIKAN|1.500.000.000
2|Pengelolaan Pendidikan Sekolah Dasar|1.500.000.000|Pengelolaan Pendidikan Sekolah Dasar|1.500.000.000",
            column: "rkpd_pagu",
            before: "1.500.000.000",
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
            expected: Expected::Stays(Wording {
                indonesian: "kepala kolom tanpa satuan ribuan",
                english: "a header without thousands",
            }),
        },
    ],
};
