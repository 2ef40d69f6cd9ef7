//! Cell without a place.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `unplaced-cell`.
pub const ID: RuleId = RuleId::declared("unplaced-cell");

/// It found no place in any table.
pub const NO_PLACE: Cause = Cause::declared(
    ID,
    "no-place",
    Wording {
        indonesian: "Isinya tidak mendapat tempat di tabel mana pun. Pindahkan ke kolomnya atau hapus.",
        english: "It found no place in any table. Move it to its column or delete it.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Finding,
    name: Wording { indonesian: "Sel tanpa tempat", english: "Cell without a place" },
    sees: Wording { indonesian: "Sel berisi yang tidak masuk ke tabel mana pun.", english: "A filled cell that went into no table." },
    matters: Wording { indonesian: "Isinya mungkin data yang hilang.", english: "It may be data that got lost." },
    proof: Wording { indonesian: "Setiap sel sumber dihitung: dipakai, hiasan, atau disebut di sini.", english: "Every source cell is counted: used, decoration, or named here." },
    advice: Wording { indonesian: "Pindahkan ke kolomnya, atau hapus.", english: "Move it to its column, or delete it." },
    causes: &[NO_PLACE],
    examples: &[Example { document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|600.000.000|10.000.000|200.000.000|190.000.000|95,00|100.000.000|300.000.000|50,00|Lihat lampiran", column: "tingkat_capaian", before: "Lihat lampiran", expected: Expected::Reported }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD", column: "pagu", before: "600.000.000", expected: Expected::Stays(Wording { indonesian: "semua sel mendapat tempat", english: "every cell has a place" }) }],
};
