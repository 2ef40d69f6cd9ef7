//! Every defect that is repaired or reported, one declaration per file: the same text serves `explain`, the
//! printed documentation and the tests. A new rule is one file here and one line below.

mod elsewhere;
mod explain;
mod groups;
mod rule;

use crate::model::{Cause, Language, RuleId};

pub use elsewhere::{LAYOUT_REMARK, SUM_LACKING, refused, unstated};
pub use explain::{NoSuchRule, documentation, explain};
pub use groups::{Group, grouped};
pub use rule::{Example, Expected, Outcome, Rule, Wording};

/// Makes the modules of the rules and the list of them out of one list.
macro_rules! rules {
    ($($file:ident,)*) => {
        $(pub mod $file;)*

        /// Every rule: numbers, neighbours, codes, words, lists, then what is only reported.
        pub static RULES: [&Rule; [$(stringify!($file)),*].len()] = [$(&$file::RULE),*];
    };
}

rules! {
    split_number,
    foreign_separators,
    currency_dress,
    cut_number,
    look_alike,
    overflow,
    ambiguous_number,
    number_words,
    other_digits,
    percent_sign,
    fraction_percent,
    thousand_fold,
    swapped_digits,
    one_digit,
    lost_group,
    wrong_figure,
    missing_amount,
    uncalculated_formula,
    merged_amount,
    excel_error,
    slid_cell,
    bled_text,
    lost_at_edge,
    sibling_text,
    split_code,
    chopped_code,
    edition_of_code,
    missing_code,
    blank_code_parts,
    code_read_as_date,
    official_name,
    code_name_mismatch,
    unknown_name,
    unsure_code,
    torn_word,
    glued_words,
    invisible_characters,
    merged_text,
    garbled_text,
    stacked_targets,
    stacked_list,
    lettered_list,
    unreadable_number,
    overprinted,
    target_read_as_date,
    sum_mismatch,
    formula_mismatch,
    twin_mismatch,
    plausibility,
    header_year,
    header_meaning,
    undeclared_column,
    amounts_elsewhere,
    unit_of_column,
    unplaced_cell,
    unfollowed_decision,
}

/// What a rule is called; its id where there is no such rule.
#[must_use]
pub fn name(id: RuleId, language: Language) -> &'static str {
    rule(id.as_str()).map_or(id.as_str(), |rule| rule.name.within(language))
}

/// A text of a proof, which may be the id of a rule: then what that is called.
#[must_use]
pub fn told(text: &str, language: Language) -> &str {
    rule(text).map_or(text, |rule| rule.name.within(language))
}

/// The id of the rule that a text names, by its name in either language or by its id.
#[must_use]
pub fn id_named(text: &str) -> Option<RuleId> {
    let text = text.trim();
    let names = |rule: &Rule| [rule.id.as_str(), rule.name.indonesian, rule.name.english];
    let found = RULES.into_iter().find(|rule| names(rule).iter().any(|name| name.eq_ignore_ascii_case(text)));
    found.map(|rule| rule.id)
}

/// The rule of an id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.into_iter().find(|rule| rule.id.as_str() == id)
}

/// The cause that a rule knows by a key.
#[must_use]
pub fn cause(rule: &Rule, key: &str) -> Cause {
    let also = [refused(rule.id), unstated(rule)];
    let mut known = rule.causes.iter().copied().chain(also);
    known.find(|cause| cause.key() == key).unwrap_or_else(|| unstated(rule))
}

/// Whether a rule mends how a value is written and never what it says: separators, the dress of a currency, blanks inside
/// a number, characters that nobody sees.
#[must_use]
pub fn is_typography(id: RuleId) -> bool {
    [foreign_separators::ID, currency_dress::ID, split_number::ID, invisible_characters::ID].contains(&id)
}
