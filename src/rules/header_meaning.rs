//! Header of another meaning.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `header-meaning`.
pub const ID: RuleId = RuleId::declared("header-meaning");

/// The header says something else than the form.
pub const OTHER_WORDS: Cause = Cause::declared(
    ID,
    "other-words",
    Wording {
        indonesian: "Kepala kolom menyebut hal lain daripada formulir. Kata yang tercetak dipertahankan.",
        english: "The header says something else than the form. The printed words are kept.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Kepala kolom bermakna lain", english: "Header of another meaning" },
    sees: Wording {
        indonesian: "Kepala kolom yang menyebut hal lain daripada formulir, misalnya “Realisasi” di tempat “Target”.",
        english: "A header that names something else than the form, such as “Realisasi” in the place of “Target”.",
    },
    matters: Wording {
        indonesian: "Target yang terbaca sebagai realisasi, atau sebaliknya, mengubah arti angkanya.",
        english: "A target read as an achievement, or the other way round, changes what the numbers mean.",
    },
    proof: Wording {
        indonesian: "Kata yang tercetak dan kata pada formulir di kolom yang sama.",
        english: "The printed words and those of the form above the same column.",
    },
    advice: Wording {
        indonesian: "Kata yang tercetak dipertahankan; periksa apakah isinya memang itu.",
        english: "The printed words are kept; check that the numbers are what they say.",
    },
    causes: &[OTHER_WORDS],
    examples: &[
        Example {
            document: "\
T-C.29 [Target Program dan=Realisasi Program dan]
kode|uraian|indikator|target_lalu|realisasi_lalu|target_berjalan
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|3 Unit|2 Unit|4 Unit
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|1 Unit|1 Unit|2 Unit",
            column: "target_berjalan",
            before: "4 Unit",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.29
kode|uraian|indikator|target_lalu|realisasi_lalu|target_berjalan
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|3 Unit|2 Unit|4 Unit
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|1 Unit|1 Unit|2 Unit",
            column: "target_berjalan",
            before: "4 Unit",
            expected: Expected::Stays(Wording {
                indonesian: "kata formulir sendiri",
                english: "the words of the form itself",
            }),
        },
    ],
};
