//! Year in a header.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `header-year`.
pub const ID: RuleId = RuleId::declared("header-year");

/// The header says another year than the form asks for by the plan year.
pub const OTHER_YEAR: Cause = Cause::declared(
    ID,
    "other-year",
    Wording {
        indonesian: "Kepala kolom menyebut tahun lain daripada yang diminta formulir menurut tahun rencana. Tahun yang tercetak tidak diubah. Periksa mana yang benar.",
        english: "The header says another year than the form asks for by the plan year. No printed year was changed. Check which one is right.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Tahun di kepala kolom", english: "Year in a header" },
    sees: Wording {
        indonesian: "Kepala kolom yang menyebut tahun lain daripada yang diminta formulir. Tahun yang tercetak tidak diubah.",
        english: "A header that names another year than the form asks for. No printed year is changed.",
    },
    matters: Wording {
        indonesian: "Angka tahun yang satu terbaca sebagai angka tahun yang lain.",
        english: "Numbers of one year read as those of another.",
    },
    proof: Wording {
        indonesian: "Tahun rencana dokumen dan letak kolom pada formulir.",
        english: "The plan year of the document and the place of the column on the form.",
    },
    advice: Wording {
        indonesian: "Perbaiki tahunnya, atau periksa apakah isinya dari tahun yang benar.",
        english: "Correct the year, or check that the numbers are of the right one.",
    },
    causes: &[OTHER_YEAR],
    examples: &[
        Example {
            document: "\
T-C.30 [Tahun 2024=Tahun 2022]
no|indikator|target_1|proyeksi_2
1|Angka Partisipasi Sekolah|90 %|95 %
2|Angka Putus Sekolah|2 %|1 %",
            column: "target_4",
            before: "Tahun 2022",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.30
no|indikator|target_1|proyeksi_2
1|Angka Partisipasi Sekolah|90 %|95 %
2|Angka Putus Sekolah|2 %|1 %",
            column: "proyeksi_2",
            before: "95 %",
            expected: Expected::Stays(Wording { indonesian: "tahun yang benar", english: "the right year" }),
        },
    ],
};
