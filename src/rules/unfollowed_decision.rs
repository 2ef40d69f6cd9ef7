//! A decision that was not followed.

use super::rule::{Outcome, Rule, Wording};
use crate::model::RuleId;

/// `unfollowed-decision`.
pub const ID: RuleId = RuleId::declared("unfollowed-decision");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Decision,
    name: Wording { indonesian: "Keputusan yang tidak diikuti", english: "A decision that was not followed" },
    sees: Wording {
        indonesian: "Keputusan yang tidak mengenai apa pun di berkas ini, yang selnya kini berisi lain, atau yang jawabannya tidak diterima kolomnya.",
        english: "A decision that meets nothing in this file, whose cell says something else today, or whose answer the column does not accept.",
    },
    matters: Wording {
        indonesian: "Keputusan seseorang tidak boleh hilang diam-diam, dan tidak boleh dipakai untuk isi yang lain.",
        english: "A person's decision must not be lost in silence, nor be used for another content.",
    },
    proof: Wording {
        indonesian: "Keputusan dicari menurut id, lalu menurut kode, kolom dan isi semula.",
        english: "A decision is looked for by its id, then by code, column and what stood there.",
    },
    advice: Wording {
        indonesian: "Lihat sel itu dan putuskan lagi; keputusan lama tetap tersimpan dalam hasil.",
        english: "Look at the cell and decide again; the old decision is kept in the result.",
    },
    examples: &[],
};
