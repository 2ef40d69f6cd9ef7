//! Every defect that is repaired or reported, one declaration per file: the same text serves `explain`, the
//! printed documentation and the tests. A new rule is one file here and two lines below.

mod ambiguous_number;
mod amounts_elsewhere;
mod blank_code_parts;
mod bled_text;
mod chopped_code;
mod code_name_mismatch;
mod code_read_as_date;
mod currency_dress;
mod cut_number;
mod edition_of_code;
mod excel_error;
mod explain;
mod foreign_separators;
mod formula_mismatch;
mod fraction_percent;
mod garbled_text;
mod glued_words;
mod groups;
mod header_meaning;
mod header_year;
mod invisible_characters;
mod lettered_list;
mod look_alike;
mod lost_at_edge;
mod lost_group;
mod merged_amount;
mod merged_text;
mod missing_amount;
mod missing_code;
mod number_words;
mod official_name;
mod one_digit;
mod other_digits;
mod overflow;
mod overprinted;
mod percent_sign;
mod plausibility;
mod rule;
mod sibling_text;
mod slid_cell;
mod split_code;
mod split_number;
mod stacked_list;
mod stacked_targets;
mod sum_mismatch;
mod swapped_digits;
mod target_read_as_date;
mod thousand_fold;
mod torn_word;
mod twin_mismatch;
mod uncalculated_formula;
mod undeclared_column;
mod unfollowed_decision;
mod unit_of_column;
mod unknown_name;
mod unplaced_cell;
mod unreadable_number;
mod unsure_code;
mod wrong_figure;

use crate::model::Language;

pub use explain::{NoSuchRule, documentation, explain};
pub use groups::{Group, grouped};
pub use rule::{Example, Expected, Outcome, Rule, Wording};

/// Every rule: numbers, neighbours, codes, words, lists, then what is only reported.
pub static RULES: [&Rule; 56] = [
    &split_number::RULE,
    &foreign_separators::RULE,
    &currency_dress::RULE,
    &cut_number::RULE,
    &look_alike::RULE,
    &overflow::RULE,
    &ambiguous_number::RULE,
    &number_words::RULE,
    &other_digits::RULE,
    &percent_sign::RULE,
    &fraction_percent::RULE,
    &thousand_fold::RULE,
    &swapped_digits::RULE,
    &one_digit::RULE,
    &lost_group::RULE,
    &wrong_figure::RULE,
    &missing_amount::RULE,
    &uncalculated_formula::RULE,
    &merged_amount::RULE,
    &excel_error::RULE,
    &slid_cell::RULE,
    &bled_text::RULE,
    &lost_at_edge::RULE,
    &sibling_text::RULE,
    &split_code::RULE,
    &chopped_code::RULE,
    &edition_of_code::RULE,
    &missing_code::RULE,
    &blank_code_parts::RULE,
    &code_read_as_date::RULE,
    &official_name::RULE,
    &code_name_mismatch::RULE,
    &unknown_name::RULE,
    &unsure_code::RULE,
    &torn_word::RULE,
    &glued_words::RULE,
    &invisible_characters::RULE,
    &merged_text::RULE,
    &garbled_text::RULE,
    &stacked_targets::RULE,
    &stacked_list::RULE,
    &lettered_list::RULE,
    &unreadable_number::RULE,
    &overprinted::RULE,
    &target_read_as_date::RULE,
    &sum_mismatch::RULE,
    &formula_mismatch::RULE,
    &twin_mismatch::RULE,
    &plausibility::RULE,
    &header_year::RULE,
    &header_meaning::RULE,
    &undeclared_column::RULE,
    &amounts_elsewhere::RULE,
    &unit_of_column::RULE,
    &unplaced_cell::RULE,
    &unfollowed_decision::RULE,
];

/// What a rule is called; its id where there is no such rule.
#[must_use]
pub fn name(id: &'static str, language: Language) -> &'static str {
    rule(id).map_or(id, |rule| rule.name.within(language))
}

/// A text of a proof, which may be the id of a rule: then what that is called.
#[must_use]
pub fn told(text: &str, language: Language) -> &str {
    rule(text).map_or(text, |rule| rule.name.within(language))
}

/// The id of the rule that a text names, by its name in either language or by its id.
#[must_use]
pub fn id_named(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let names = |rule: &Rule| [rule.id, rule.name.indonesian, rule.name.english];
    let found = RULES.into_iter().find(|rule| names(rule).iter().any(|name| name.eq_ignore_ascii_case(text)));
    found.map(|rule| rule.id)
}

/// The rule of an id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.into_iter().find(|rule| rule.id == id)
}

/// Whether a rule mends how a value is written and never what it says: separators, the dress of a currency, blanks inside
/// a number, characters that nobody sees.
#[must_use]
pub fn is_typography(id: &str) -> bool {
    ["foreign-separators", "currency-dress", "split-number", "invisible-characters"].contains(&id)
}
