//! Numbers as offices print them: amounts, percents, and the signs that stand for no number.

mod absence;
mod cut;
mod digits;
mod dress;
mod grammar;
mod plain;
mod print;
mod slip;
mod worded;

pub use absence::{Absence, absence};
pub use cut::{is_tail, join};
pub use digits::plain_digits;
pub use print::{percent_text, shown_percent, typographic};
pub use slip::{Slip, slips, swaps};
pub use worded::{bled, is_amount_in_words, is_factor, says_sign_or_factor, worded};

use rust_decimal::Decimal;

use dress::Dressed;
use grammar::Core;

use crate::model::{RuleId, WHOLE_DIGITS};
use crate::rules;

/// One way to read a text as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The number.
    pub value: Decimal,
    /// The damage that must be undone for this reading; `None` where the print is clean.
    pub rule: Option<RuleId>,
    /// 0 for a clean print, rising with what must be assumed.
    pub cost: u32,
}

/// From this cost on a reading tells what stands there, not what was meant: part of the number is lost or
/// cannot be trusted (`cut-number`, `look-alike`, `overflow`).
pub const UNTRUSTED: u32 = 20;

const LOOK_ALIKE: u32 = 20;
/// Digits of another script, and the scientific notation of a whole number, have one reading.
const OTHER_DIGITS: (RuleId, u32) = (rules::other_digits::ID, 1);
const OVERFLOW: u32 = 50;
/// Excel keeps 15 digits; from the sixteenth on they are invented.
const DIGITS_KEPT: usize = 15;

/// The rules from the gravest to the lightest: a reading that undoes several is named for the gravest.
const GRAVITY: [RuleId; 8] = [
    rules::overflow::ID,
    rules::look_alike::ID,
    rules::cut_number::ID,
    rules::other_digits::ID,
    rules::split_number::ID,
    rules::foreign_separators::ID,
    rules::currency_dress::ID,
    rules::percent_sign::ID,
];

/// All readings of a text as an amount of money, cheapest first, each value once; none where the text holds
/// anything but one number. Groups have three digits; a number whose last group is incomplete is offered with
/// the rule `cut-number` and its missing digits as zeros.
#[must_use]
pub fn rupiah(text: &str) -> Vec<Reading> {
    readings(text, true)
}

/// All readings of a text as a percent times 100 (`95,70`, `1.009,28`), cheapest first, each value once.
#[must_use]
pub fn percent(text: &str) -> Vec<Reading> {
    readings(text, false)
}

fn readings(text: &str, money: bool) -> Vec<Reading> {
    match plain::number(text) {
        Some(value) => vec![Reading { value, rule: None, cost: 0 }],
        None => worked_out(text, money),
    }
}

/// The readings of a text that may be anything.
fn worked_out(text: &str, money: bool) -> Vec<Reading> {
    let plain = plain_digits(text);
    let Some(dressed) = Dressed::of(plain.as_deref().unwrap_or(text), money) else { return Vec::new() };
    let foreign = plain.map(|_| OTHER_DIGITS);
    let mut found: Vec<Reading> = Vec::new();
    for (core, extra) in spellings(&dressed.core) {
        for reading in core.readings(money).iter().filter(|reading| !is_beyond(reading.value)) {
            found.push(worn(reading, &dressed, [extra, foreign]));
            if dressed.may_be_negative {
                let opposite = Reading { value: -reading.value, ..reading.clone() };
                found.push(worn(&opposite, &dressed, [extra, foreign]));
            }
        }
    }
    found.sort_by_key(|reading| reading.cost);
    let mut distinct: Vec<Reading> = Vec::new();
    for reading in found {
        if !distinct.iter().any(|known| known.value == reading.value) {
            distinct.push(reading);
        }
    }
    distinct
}

/// The core as it stands, or with letters that look like digits replaced.
fn spellings(core: &str) -> Vec<(Core, Option<(RuleId, u32)>)> {
    if let Some(core) = Core::of(core) {
        return vec![(core, None)];
    }
    let replaced: String = core
        .chars()
        .map(|c| match c {
            'O' | 'o' => '0',
            'l' | 'I' | '|' => '1',
            _ => c,
        })
        .collect();
    let digits = core.chars().filter(char::is_ascii_digit).count();
    let letters = core.chars().filter(|c| c.is_alphabetic() || *c == '|').count();
    let readable = |core: &Core| digits > letters || digits > 0 && core.is_grouped();
    Core::of(&replaced)
        .filter(readable)
        .map(|core| (core, Some((rules::look_alike::ID, LOOK_ALIKE))))
        .into_iter()
        .collect()
}

/// The reading with what the dress and the spelling add to it.
fn worn(bare: &Reading, dressed: &Dressed, extra: [Option<(RuleId, u32)>; 2]) -> Reading {
    let mut rules: Vec<RuleId> = bare.rule.iter().copied().collect();
    let mut cost = bare.cost;
    for (rule, price) in dressed.marks.iter().copied().chain(extra.into_iter().flatten()) {
        rules.push(rule);
        cost += price;
    }
    if is_overflow(bare.value) {
        rules.push(rules::overflow::ID);
        cost += OVERFLOW;
    }
    let rule = GRAVITY.into_iter().find(|rule| rules.contains(rule));
    let value = if dressed.negative { -bare.value } else { bare.value };
    Reading { value: value.normalize(), rule, cost }
}

/// Whether the value has more digits than any number.
fn is_beyond(value: Decimal) -> bool {
    value.trunc().mantissa().unsigned_abs() >= 10_u128.pow(WHOLE_DIGITS)
}

/// Whether the value is what a program prints when the true one did not fit.
fn is_overflow(value: Decimal) -> bool {
    let digits = value.trunc().mantissa().unsigned_abs().checked_ilog10().map_or(1, |last| last + 1);
    usize::try_from(digits).is_ok_and(|digits| digits > DIGITS_KEPT)
        || value.abs() == Decimal::from(i32::MAX)
        || value.abs() == Decimal::from(1u32 << 31)
}

#[cfg(test)]
mod tests;
