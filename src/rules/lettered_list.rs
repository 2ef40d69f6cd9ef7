//! Lettered list.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `lettered-list`.
pub const ID: RuleId = RuleId::declared("lettered-list");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Daftar berhuruf", english: "Lettered list" },
    sees: Wording {
        indonesian: "Usulan a) b) c) … dalam satu sel, dengan lokasi dan volume sebanyak itu di sebelahnya.",
        english: "Proposals a) b) c) … in one cell, with as many places and volumes beside it.",
    },
    matters: Wording {
        indonesian: "Setiap usulan harus menjadi baris sendiri agar dapat disaring dan dihitung.",
        english: "Every proposal must be a row of its own to be filtered and counted.",
    },
    proof: Wording {
        indonesian: "Banyaknya butir sama di setiap daftar baris itu.",
        english: "Every list of the row has as many items.",
    },
    advice: Wording {
        indonesian: "Periksa pasangan usulan dan lokasinya.",
        english: "Check that proposals and places pair up.",
    },
    causes: &[],
    examples: &[
        Example {
            document: "\
T-C.32
no|uraian|lokasi|volume
1|PROGRAM PENGELOLAAN PENDIDIKAN||
2|a) Bantuan alat peraga b) Pelatihan guru|Lubuk Basung\\Matur|1 Paket\\20 Orang",
            column: "uraian",
            before: "a) Bantuan alat peraga b) Pelatihan guru",
            expected: Expected::Becomes("Pelatihan guru"),
        },
        Example {
            document: "\
T-C.32
no|uraian|lokasi|volume
1|PROGRAM PENGELOLAAN PENDIDIKAN||
2|Bantuan alat peraga (kelas a)|Lubuk Basung|1 Paket
3|Pelatihan guru|Matur|20 Orang",
            column: "uraian",
            before: "Bantuan alat peraga (kelas a)",
            expected: Expected::Stays(Wording {
                indonesian: "satu usulan tetap satu baris",
                english: "one proposal stays one row",
            }),
        },
    ],
};
