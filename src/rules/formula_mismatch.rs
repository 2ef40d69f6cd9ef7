//! Printed formula that does not hold.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `formula-mismatch`.
pub const ID: RuleId = RuleId::declared("formula-mismatch");

/// The formula printed on the form does not hold; check the numbers it is made from.
pub const FAILS: Cause = Cause::declared(
    ID,
    "fails",
    Wording {
        indonesian: "Rumus yang tercetak pada formulir tidak terpenuhi; periksa angka asalnya.",
        english: "The formula printed on the form does not hold; check the numbers it is made from.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Finding,
    name: Wording { indonesian: "Rumus formulir tidak terpenuhi", english: "Printed formula that does not hold" },
    sees: Wording { indonesian: "Kolom yang menurut formulir dihitung dari kolom lain (8 = 7/6 × 100), tetapi isinya berbeda.", english: "A column that the form computes from others (8 = 7/6 × 100), with another value in it." },
    matters: Wording { indonesian: "Tingkat capaian yang dilaporkan tidak sesuai angkanya.", english: "The achievement reported does not follow from its numbers." },
    proof: Wording { indonesian: "Dihitung ulang, dengan kelonggaran pembulatan.", english: "Recomputed, with room for rounding." },
    advice: Wording { indonesian: "Periksa persennya dan kedua angka asalnya.", english: "Check the percent and the two numbers it is made from." },
    causes: &[FAILS],
    examples: &[Example { document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|600.000.000|10.000.000|200.000.000|190.000.000|71,23|100.000.000|300.000.000|50,00", column: "tingkat_realisasi", before: "71,23", expected: Expected::Reported }, Example { document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|600.000.000|10.000.000|200.000.000|190.000.000|95,00|100.000.000|300.000.000|50,00", column: "tingkat_realisasi", before: "95,00", expected: Expected::Stays(Wording { indonesian: "rumusnya terpenuhi", english: "the formula holds" }) }],
};
