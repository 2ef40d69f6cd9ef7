//! Numbers that nothing is wrong with, read at a glance: most are.

use rust_decimal::Decimal;

use super::{DIGITS_KEPT, is_overflow};

/// The number of a text that can be no other: bare digits, at least two points that part groups of three, or a comma
/// before one or two decimals. `None` for anything else, which may yet be a number.
pub(super) fn number(text: &str) -> Option<Decimal> {
    let (whole, decimals) = match text.split_once(',') {
        Some((whole, decimals)) if (1..=2).contains(&decimals.len()) => (whole, decimals),
        Some(_) => return None,
        None => (text, ""),
    };
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let zero = first.starts_with('0') && first.len() > 1;
    let mut points = 0_usize;
    for group in groups {
        points += 1;
        if group.len() != 3 {
            return None;
        }
    }
    let parted = points == 0 || !first.starts_with('0') && first.len() <= 3;
    // One point alone may be a decimal one.
    if first.is_empty() || zero || !parted || points == 1 && decimals.is_empty() {
        return None;
    }
    let mut digits = 0_usize;
    let mut mantissa = 0_i64;
    for byte in whole.bytes().filter(|byte| *byte != b'.').chain(decimals.bytes()) {
        digits += 1;
        if !byte.is_ascii_digit() || digits > DIGITS_KEPT {
            return None;
        }
        mantissa = mantissa * 10 + i64::from(byte - b'0');
    }
    let value = Decimal::new(mantissa, u32::try_from(decimals.len()).ok()?).normalize();
    (!is_overflow(value)).then_some(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Reading, worked_out};
    use super::*;

    #[test]
    fn what_may_be_two_numbers_is_none_at_a_glance() {
        for text in
            ["1.234", "01", "0.123.456", "1,234", "12.34", "1.234,", "2147483647", "1.", "", ",5", "-5"]
        {
            assert_eq!(number(text), None, "{text}");
        }
        for (text, wanted) in
            [("0", "0"), ("12", "12"), ("1.234.567", "1234567"), ("95,70", "95.7"), ("1.009,28", "1009.28")]
        {
            assert_eq!(number(text), Some(wanted.parse().unwrap()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_number_at_a_glance_is_what_working_it_out_gives(text in "([0-9]{1,4}[.,]){0,5}[0-9]{0,16}|[0-9.,]{0,12}") {
            if let Some(value) = number(&text) {
                for money in [true, false] {
                    let wanted = vec![Reading { value, rule: None, cost: 0 }];
                    prop_assert_eq!(worked_out(&text, money), wanted);
                }
            }
        }
    }
}
