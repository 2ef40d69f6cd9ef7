//! Digits and separators: which numbers a bare core can be.

use rust_decimal::Decimal;

use super::{Reading, UNTRUSTED};
use crate::model::RuleId;
use crate::rules;

const FOREIGN: u32 = 1;
const SPLIT: u32 = 2;
/// A reading that has a better rival in the same digits.
const RIVAL: u32 = 6;
const MIXED: u32 = 4;

/// A core without blanks: runs of digits and the separators between them.
pub(super) struct Core {
    runs: Vec<String>,
    separators: Vec<char>,
    exponent: Option<u32>,
    split: bool,
}

impl Core {
    /// Takes a text apart; `None` where it holds anything but digits, `.`, `,`, blanks and an exponent.
    pub fn of(text: &str) -> Option<Self> {
        let split = text.contains(' ');
        let solid: String = text.chars().filter(|c| *c != ' ').collect();
        let (mantissa, exponent) = exponent(&solid)?;
        let mut runs = vec![String::new()];
        let mut separators = Vec::new();
        for c in mantissa.chars() {
            match c {
                '0'..='9' => runs.last_mut()?.push(c),
                '.' | ',' => {
                    separators.push(c);
                    runs.push(String::new());
                }
                _ => return None,
            }
        }
        let blank_inside = runs.iter().rev().skip(1).any(String::is_empty);
        let lone_blank = runs.len() == 1 && runs.iter().all(String::is_empty);
        (!blank_inside && !lone_blank).then_some(Self { runs, separators, exponent, split })
    }

    /// Whether every separator stands between groups of three digits.
    pub fn is_grouped(&self) -> bool {
        are_groups(&self.runs)
    }

    /// All readings, in no order; `money` offers numbers cut short.
    pub fn readings(&self, money: bool) -> Vec<Reading> {
        let mut found = Vec::new();
        match self.separators.last() {
            None => self.plain(&mut found),
            Some(last) => {
                self.grouped(*last, money, &mut found);
                self.with_decimals(*last, money, &mut found);
                if money {
                    self.cut(*last, &mut found);
                }
            }
        }
        for reading in &mut found {
            self.scaled(reading);
            if self.split {
                reading.cost += SPLIT;
                reading.rule = Some(
                    reading
                        .rule
                        .filter(|rule| *rule == rules::cut_number::ID)
                        .unwrap_or(rules::split_number::ID),
                );
            }
        }
        found
    }

    fn plain(&self, found: &mut Vec<Reading>) {
        let digits = self.runs.concat();
        let leading_zero = digits.len() > 1 && digits.starts_with('0');
        if leading_zero {
            push(found, &digits, "", Some(rules::cut_number::ID), UNTRUSTED);
        } else {
            push(found, &digits, "", None, 0);
        }
    }

    /// Every separator stands between groups of three.
    fn grouped(&self, last: char, money: bool, found: &mut Vec<Reading>) {
        if !are_groups(&self.runs) {
            return;
        }
        let digits = self.runs.concat();
        let uniform = self.separators.iter().all(|separator| *separator == last);
        let lone = self.separators.len() == 1;
        let doubt = if lone && !money { RIVAL } else { 0 };
        let (rule, cost) = match (uniform, last) {
            (true, '.') => (None, doubt / 2),
            (true, _) => (Some(rules::foreign_separators::ID), FOREIGN + u32::from(lone) + doubt),
            (false, _) => (Some(rules::foreign_separators::ID), MIXED),
        };
        push(found, &digits, "", rule, cost);
    }

    /// The last separator is the decimal one; the others, of the other kind, stand between groups.
    fn with_decimals(&self, last: char, money: bool, found: &mut Vec<Reading>) {
        let Some((decimals, whole)) = self.runs.split_last() else { return };
        let groups_differ = self.separators.iter().rev().skip(1).all(|separator| *separator != last);
        let well_formed = whole.len() == 1 || are_groups(whole);
        if decimals.is_empty() || !groups_differ || !well_formed {
            return;
        }
        let reads_as_group = decimals.len() == 3 && !starts_with_zero(whole);
        let doubt = match (reads_as_group, money) {
            (true, true) => RIVAL,
            (true, false) => 2,
            (false, _) => 0,
        };
        // No amount has more decimals than a calculated one shows; `369.858 9` is two cells in one.
        let doubt = if money && self.split && decimals.len() > 2 { doubt + UNTRUSTED } else { doubt };
        let (rule, price) =
            if last == ',' { (None, 0) } else { (Some(rules::foreign_separators::ID), FOREIGN) };
        // `2.415.836,712`: no amount of rupiah has three decimals, so the comma may stand for the last dot.
        let doubt = match whole.len() {
            0 | 1 => doubt,
            _ if money && reads_as_group && !self.split => MIXED - price,
            _ => doubt / 3,
        };
        push(found, &whole.concat(), decimals, rule, price + doubt);
    }

    /// The last group is incomplete: its missing digits are offered as zeros.
    fn cut(&self, last: char, found: &mut Vec<Reading>) {
        let Some((tail, whole)) = self.runs.split_last() else { return };
        if tail.is_empty() && last == ',' && self.separators.iter().filter(|c| **c == ',').count() == 1 {
            if whole.len() == 1 || are_groups(whole) {
                push(found, &whole.concat(), "", Some(rules::currency_dress::ID), FOREIGN);
            }
            return;
        }
        let uniform = self.separators.iter().all(|separator| *separator == last);
        let grouped = whole.len() > 1 && are_groups(whole);
        if !uniform || tail.len() > 2 || !(grouped || tail.is_empty() && whole.len() == 1) {
            return;
        }
        push(found, &format!("{}{tail:0<3}", whole.concat()), "", Some(rules::cut_number::ID), UNTRUSTED);
        if tail.is_empty() {
            push(found, &whole.concat(), "", Some(rules::cut_number::ID), UNTRUSTED + RIVAL);
        }
    }

    fn scaled(&self, reading: &mut Reading) {
        let Some(power) = self.exponent else { return };
        let decimals = self.runs.get(1).map_or(0, String::len);
        for _ in 0..power {
            match reading.value.checked_mul(Decimal::TEN) {
                Some(value) => reading.value = value,
                None => break,
            }
        }
        // With a decimal for each power of ten every digit is there; with fewer, the last ones are gone.
        if usize::try_from(power).is_ok_and(|power| self.runs.len() == 2 && decimals >= power) {
            (reading.rule, reading.cost) = (Some(rules::other_digits::ID), super::OTHER_DIGITS.1);
        } else {
            reading.rule = Some(rules::overflow::ID);
            reading.cost += super::OVERFLOW;
        }
    }
}

/// Parts `1E+15` into its mantissa and its exponent; `None` for an exponent no amount has.
fn exponent(solid: &str) -> Option<(&str, Option<u32>)> {
    let Some((mantissa, power)) = solid.split_once(['E', 'e']) else { return Some((solid, None)) };
    let power: u32 = power.strip_prefix('+').unwrap_or(power).parse().ok()?;
    (power <= 27 && !mantissa.is_empty()).then_some((mantissa, Some(power)))
}

/// One to three digits without a leading zero, then groups of exactly three.
fn are_groups(runs: &[String]) -> bool {
    let Some((first, rest)) = runs.split_first() else { return false };
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && !rest.is_empty()
        && rest.iter().all(|run| run.len() == 3)
}

fn starts_with_zero(runs: &[String]) -> bool {
    runs.first().is_some_and(|run| run.starts_with('0'))
}

fn push(found: &mut Vec<Reading>, whole: &str, decimals: &str, rule: Option<RuleId>, cost: u32) {
    let text = if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") };
    if let Ok(value) = text.parse::<Decimal>() {
        found.push(Reading { value, rule, cost });
    }
}
