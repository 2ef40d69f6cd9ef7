//! Unit of an amount column.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `unit-of-column`.
pub const ID: RuleId = RuleId::declared("unit-of-column");

/// Amounts are not in full rupiah, as is printed.
pub const AS_PRINTED: Cause = Cause::declared(
    ID,
    "as-printed",
    Wording {
        indonesian: "Jumlah tidak dalam rupiah penuh, sesuai yang tercetak. Angka tidak diubah.",
        english: "Amounts are not in full rupiah, as is printed. No amount was scaled.",
    },
);

/// The unit that is printed is not that of the amounts.
pub const FALSE_MARK: Cause = Cause::declared(
    ID,
    "false-mark",
    Wording {
        indonesian: "Satuan yang tercetak bukan satuan jumlahnya. Angka tidak diubah; perbaiki judulnya.",
        english: "The unit that is printed is not that of the amounts. No amount was scaled; mend the header.",
    },
);

/// The columns have several units, as their headers say.
pub const SEVERAL: Cause = Cause::declared(
    ID,
    "several",
    Wording {
        indonesian: "Kolom-kolomnya memakai satuan yang berlainan, sesuai judul kolomnya. Angka tidak diubah.",
        english: "The columns have several units, as their headers say. No amount was scaled.",
    },
);

/// By their headers the columns have several units, yet amounts of one row are of the same size.
pub const SEVERAL_ALIKE: Cause = Cause::declared(
    ID,
    "several-alike",
    Wording {
        indonesian: "Menurut judulnya kolom-kolom memakai satuan yang berlainan, padahal angka sebarisnya sama besarnya. Tentukan satuan seluruh tabel; angka tidak diubah.",
        english: "By their headers the columns have several units, yet amounts of one row are of the same size. Decide the unit of the whole table; no amount was scaled.",
    },
);

/// Amounts are not in full rupiah: another table with the same rows proves it.
pub const AS_TWIN: Cause = Cause::declared(
    ID,
    "as-twin",
    Wording {
        indonesian: "Jumlah tidak dalam rupiah penuh: tabel lain dengan baris yang sama membuktikannya. Angka tidak diubah.",
        english: "Amounts are not in full rupiah: another table with the same rows proves it. No amount was scaled.",
    },
);

/// The unit that is printed is not the one that another table with the same rows shows.
pub const CONTRADICTED: Cause = Cause::declared(
    ID,
    "contradicted",
    Wording {
        indonesian: "Satuan yang tercetak bukan yang ditunjukkan tabel lain dengan baris yang sama. Tentukan satuannya; angka tidak diubah.",
        english: "The unit that is printed is not the one that another table with the same rows shows. Decide the unit; no amount was scaled.",
    },
);

/// No unit is printed, and the amounts are too small for full rupiah.
pub const TOO_SMALL: Cause = Cause::declared(
    ID,
    "too-small",
    Wording {
        indonesian: "Satuan uang tidak tercetak, dan jumlahnya terlalu kecil untuk rupiah penuh. Tentukan satuannya: rupiah atau ribuan rupiah; angka tidak diubah.",
        english: "No unit is printed, and the amounts are too small for full rupiah. Decide the unit: rupiah or thousands; no amount was scaled.",
    },
);

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
    causes: &[AS_PRINTED, FALSE_MARK, SEVERAL, SEVERAL_ALIKE, AS_TWIN, CONTRADICTED, TOO_SMALL],
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
