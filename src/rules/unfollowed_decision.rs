//! A decision that was not followed.

use super::rule::{Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `unfollowed-decision`.
pub const ID: RuleId = RuleId::declared("unfollowed-decision");

/// The decision meets no repair and no question.
pub const MEETS_NOTHING: Cause = Cause::declared(
    ID,
    "meets-nothing",
    Wording {
        indonesian: "Keputusan ini tidak menemukan perbaikan atau pertanyaan. Periksa selnya bila masih berlaku.",
        english: "The decision meets no repair and no question. Check its cell if it still stands.",
    },
);

/// The cell says something else than when it was decided.
pub const CHANGED: Cause = Cause::declared(
    ID,
    "changed",
    Wording {
        indonesian: "Sel yang diputuskan kini berisi lain. Putuskan lagi bila perlu.",
        english: "The cell says something else than when it was decided. Decide it again if need be.",
    },
);

/// The decision meets several repairs or questions.
pub const MEETS_SEVERAL: Cause = Cause::declared(
    ID,
    "meets-several",
    Wording {
        indonesian: "Keputusan ini cocok dengan beberapa perbaikan atau pertanyaan. Sebutkan mana yang dimaksud.",
        english: "The decision meets several repairs or questions. Say which one is meant.",
    },
);

/// The answer is nothing that its column accepts.
pub const UNFIT: Cause = Cause::declared(
    ID,
    "unfit",
    Wording {
        indonesian: "Jawabannya tidak dapat diterima kolomnya. Beri jawaban lain.",
        english: "The answer is nothing that its column accepts. Give another.",
    },
);

/// The question is answered by no value.
pub const UNANSWERABLE: Cause = Cause::declared(
    ID,
    "unanswerable",
    Wording {
        indonesian: "Pertanyaan itu tidak dijawab dengan nilai. Perbaiki berkas sumbernya.",
        english: "The question is answered by no value. Mend the source file.",
    },
);

/// The cell says something else than was decided: what it says today is read.
pub const READ_ANEW: Cause = Cause::declared(
    ID,
    "read-anew",
    Wording {
        indonesian: "Selnya kini berisi lain daripada yang diputuskan: isi yang sekarang yang dibaca.",
        english: "The cell says something else than was decided: what it says today is read.",
    },
);

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
    causes: &[MEETS_NOTHING, CHANGED, MEETS_SEVERAL, UNFIT, UNANSWERABLE, READ_ANEW],
    examples: &[],
};
