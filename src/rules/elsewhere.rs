//! Causes that no single rule declares: those that any rule may have, and those of findings that no reading of a document
//! makes, so that they belong to no rule that is explained.

use super::rule::{Rule, Wording};
use crate::model::{Cause, RuleId};

/// A sum of a merged table lacks amounts that are open.
pub const SUM_LACKING: Cause = Cause::declared(
    RuleId::declared("sum-lacking"),
    "open-amounts",
    Wording {
        indonesian: "Jumlah ini kurang: ada angka di bawahnya yang belum pasti dan tidak ikut dijumlahkan. Pastikan angka itu, lalu jumlahnya ikut berubah.",
        english: "This sum lacks something: amounts below it are open and not in it. Settle them and the sum follows.",
    },
);

/// A layout in which a table is written has no column for some of its values.
pub const LAYOUT_REMARK: Cause = Cause::declared(
    RuleId::declared("layout-remark"),
    "no-column",
    Wording {
        indonesian: "Tata letaknya tidak punya kolom untuk isi ini: isinya ditulis di Catatan.",
        english: "The layout has no column for these values: they are written into the remarks.",
    },
);

/// A person refused a repair of the rule, and the cell is open again.
#[must_use]
pub const fn refused(rule: RuleId) -> Cause {
    Cause::declared(
        rule,
        "refused",
        Wording {
            indonesian: "Perbaikan di sini ditolak oleh pemeriksa. Isi nilai yang benar.",
            english: "The repair here was refused by a person. Fill in the right value.",
        },
    )
}

/// What a rule sees, where nothing tells which of its causes it was: a question of a workbook that does not state it.
#[must_use]
pub const fn unstated(rule: &Rule) -> Cause {
    Cause::declared(rule.id, "", rule.sees)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{cause, merged_amount, rule};

    #[test]
    fn a_cause_is_known_again_by_its_key() {
        let merged = rule(merged_amount::ID.as_str()).unwrap();
        assert_eq!(cause(merged, merged_amount::ONE_FOR_SEVERAL.key()), merged_amount::ONE_FOR_SEVERAL);
        assert_eq!(cause(merged, refused(merged.id).key()), refused(merged.id));
        for unknown in ["", "something-else"] {
            let unstated = cause(merged, unknown);
            assert_eq!((unstated.rule(), unstated.wording()), (merged.id, merged.sees), "{unknown}");
        }
    }
}
