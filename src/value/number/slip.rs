//! Slips of the hand: whether two numbers differ by one act of careless keying.

use rust_decimal::Decimal;

use crate::model::RuleId;
use crate::rules;

/// Below this many digits every number is a slip away from every other.
const DIGITS_NEEDED: usize = 4;
/// Two digits swapped are told with one digit less.
const DIGITS_TO_SWAP: usize = 3;

/// One act of careless keying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A thousand times too much or too little.
    ThousandFold,
    /// Two neighbouring digits in each other's place.
    SwappedDigits,
    /// One digit another.
    OneDigit,
    /// A group of three digits lost or doubled.
    LostGroup,
    /// One digit lost: too weak to prove anything alone.
    LostDigit,
}

impl Slip {
    /// The rule that mends a slip so plain that one sum and the slip together are proof; `None` for any other.
    #[must_use]
    pub const fn rule(self) -> Option<RuleId> {
        match self {
            Self::ThousandFold => Some(rules::thousand_fold::ID),
            Self::SwappedDigits => Some(rules::swapped_digits::ID),
            Self::OneDigit => Some(rules::one_digit::ID),
            Self::LostGroup => Some(rules::lost_group::ID),
            Self::LostDigit => None,
        }
    }
}

/// The one slip that turns `wanted` into `found`. `None` where they are equal, differ in sign, or more than one slip lies between.
#[must_use]
pub fn slips(found: Decimal, wanted: Decimal) -> Option<Slip> {
    if found == wanted || found.is_zero() || wanted.is_zero() {
        return None;
    }
    if found.is_sign_negative() != wanted.is_sign_negative() {
        return None;
    }
    if is_thousand_fold(found, wanted) {
        return Some(Slip::ThousandFold);
    }
    let (found, wanted) = digits(found, wanted);
    if found.len() == wanted.len() {
        return same_length(&found, &wanted);
    }
    if found.len().max(wanted.len()) < DIGITS_NEEDED {
        return None;
    }
    if is_group_lost(&found, &wanted) || is_group_doubled(&found, &wanted) {
        return Some(Slip::LostGroup);
    }
    (found.len() + 1 == wanted.len() && lacks_one(&found, &wanted)).then_some(Slip::LostDigit)
}

/// The numbers that a whole number becomes when two neighbouring digits of it change places.
#[must_use]
pub fn swaps(number: Decimal) -> Vec<Decimal> {
    let digits: Vec<char> = number.abs().normalize().to_string().chars().collect();
    if digits.len() < DIGITS_TO_SWAP || !digits.iter().all(char::is_ascii_digit) {
        return Vec::new();
    }
    let swapped = (1..digits.len()).filter_map(|at| {
        let mut digits = digits.clone();
        digits.swap(at - 1, at);
        digits.into_iter().collect::<String>().parse::<Decimal>().ok()
    });
    swapped.filter(|other| *other != number.abs()).collect()
}

fn is_thousand_fold(found: Decimal, wanted: Decimal) -> bool {
    let times = |value: Decimal| value.checked_mul(Decimal::ONE_THOUSAND);
    times(found) == Some(wanted) || times(wanted) == Some(found)
}

/// The digits of both, with the same number of decimals.
fn digits(found: Decimal, wanted: Decimal) -> (Vec<u8>, Vec<u8>) {
    let (found, wanted) = (found.abs().normalize(), wanted.abs().normalize());
    let scale = found.scale().max(wanted.scale());
    let spell = |mut value: Decimal| {
        value.rescale(scale);
        value.mantissa().to_string().into_bytes()
    };
    (spell(found), spell(wanted))
}

fn same_length(found: &[u8], wanted: &[u8]) -> Option<Slip> {
    let differing: Vec<(usize, u8, u8)> = found
        .iter()
        .zip(wanted)
        .enumerate()
        .filter(|(_, (is, should))| is != should)
        .map(|(index, (is, should))| (index, *is, *should))
        .collect();
    match differing.as_slice() {
        [_] if found.len() >= DIGITS_NEEDED => Some(Slip::OneDigit),
        [(first, a, b), (second, c, d)] if first + 1 == *second && a == d && b == c => {
            (found.len() >= DIGITS_TO_SWAP).then_some(Slip::SwappedDigits)
        }
        _ => None,
    }
}

/// Whether `found` is `wanted` without one of its three-digit groups.
fn is_group_lost(found: &[u8], wanted: &[u8]) -> bool {
    found.len() + 3 == wanted.len() && group_starts(wanted).any(|start| without(wanted, start, 3) == found)
}

/// Whether `found` has one of the groups of `wanted` twice in a row.
fn is_group_doubled(found: &[u8], wanted: &[u8]) -> bool {
    found.len() == wanted.len() + 3
        && group_starts(found).any(|start| {
            let twice = start >= 3 && found.get(start - 3..start) == found.get(start..start + 3);
            twice && without(found, start, 3) == wanted
        })
}

/// Where the complete groups of a number begin, counted from its end.
fn group_starts(digits: &[u8]) -> impl Iterator<Item = usize> {
    (digits.len() % 3..digits.len()).step_by(3)
}

fn without(digits: &[u8], start: usize, count: usize) -> Vec<u8> {
    let kept = |(index, _): &(usize, &u8)| *index < start || *index >= start + count;
    digits.iter().enumerate().filter(kept).map(|(_, digit)| *digit).collect()
}

/// Whether `found` is `wanted` without one digit.
fn lacks_one(found: &[u8], wanted: &[u8]) -> bool {
    let same = found.iter().zip(wanted).take_while(|(is, should)| is == should).count();
    found.get(same..) == wanted.get(same + 1..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pair_of_neighbours_changes_places_once() {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(swaps(number("1223")), [number("2123"), number("1232")]);
        assert_eq!(swaps(number("12")), []);
        assert_eq!(swaps(number("12.5")), []);
    }

    fn slip(found: &str, wanted: &str) -> Option<Slip> {
        slips(found.parse().unwrap(), wanted.parse().unwrap())
    }

    #[test]
    fn each_plain_slip_has_its_name() {
        assert_eq!(slip("6077960639", "6077966039"), Some(Slip::SwappedDigits));
        assert_eq!(slip("1250000", "1260000"), Some(Slip::OneDigit));
        assert_eq!(slip("3041466", "3041815466"), Some(Slip::LostGroup));
        assert_eq!(slip("3041815815466", "3041815466"), Some(Slip::LostGroup));
        assert_eq!(slip("304181546", "3041815466"), Some(Slip::LostDigit));
        assert_eq!(slip("500", "500000"), Some(Slip::ThousandFold));
        assert_eq!(slip("500000", "500"), Some(Slip::ThousandFold));
        assert_eq!(slip("97.50", "95.70"), Some(Slip::SwappedDigits));
    }

    #[test]
    fn two_slips_or_none_are_no_slip() {
        assert_eq!(slip("500", "500"), None);
        assert_eq!(slip("0", "5000"), None);
        assert_eq!(slip("-5000", "5000"), None);
        assert_eq!(slip("1253400", "1264300"), None);
        assert_eq!(slip("12", "21"), None);
        assert_eq!(slip("123", "124"), None);
        assert_eq!(slip("12", "123"), None);
        assert_eq!(slip("6077960639", "7077966039"), None);
        assert_eq!(slip("30418154660", "3041815466"), None);
        assert_eq!(slip("3045466", "3041815466"), None);
        assert_eq!(slip("3041815999466", "3041815466"), None);
        assert_eq!(slip("1030", "3010"), None);
    }
}
