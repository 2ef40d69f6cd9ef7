//! Stored binary numbers to decimals.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::{Raw, WHOLE_DIGITS};

/// The number rounded to the 15 significant digits that Excel keeps, so 20.399999999999999 is 20.4.
/// `None` for NaN, infinity and more than [`WHOLE_DIGITS`]; what is too small for a decimal is 0.
pub(super) fn decimal(value: f64) -> Option<Decimal> {
    if !value.is_finite() {
        return None;
    }
    if value.fract().abs() < f64::MIN_POSITIVE && value.abs() < 1e15 {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number of 15 digits")]
        return Some(Decimal::from(value as i64));
    }
    let shown = format!("{value:.14e}");
    let (mantissa, exponent) = shown.split_once('e')?;
    let digits: i128 = mantissa.replace('.', "").parse().ok()?;
    let exponent: i32 = exponent.parse().ok()?;
    if exponent >= i32::try_from(WHOLE_DIGITS).ok()? {
        return None;
    }
    let scale = 14 - exponent;
    if scale < 0 {
        let grown = digits.checked_mul(10_i128.checked_pow(scale.unsigned_abs())?)?;
        return Decimal::try_from_i128_with_scale(grown, 0).ok();
    }
    let lost = u32::try_from((scale - 28).max(0)).ok()?;
    // Digits beyond the 28th decimal are rounded away from nought at the half.
    let divisor = if lost > 15 { i128::MAX } else { 10_i128.pow(lost) };
    let kept = (digits.abs() / divisor + i128::from(digits.abs() % divisor >= divisor / 2 && lost > 0))
        * digits.signum();
    let scale = u32::try_from(scale.min(28)).ok()?;
    Decimal::try_from_i128_with_scale(kept, scale).ok().map(|decimal| decimal.normalize())
}

/// A number cell, or `None` where the value is no decimal.
pub(super) fn number(value: f64, format: &Arc<str>) -> Option<Raw> {
    decimal(value).map(|value| Raw::Number { value, format: Arc::clone(format) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: f64) -> String {
        decimal(value).map_or_else(|| "none".to_owned(), |decimal| decimal.to_string())
    }

    #[test]
    fn binary_dust_is_rounded_away() {
        assert_eq!(shown("20.399999999999999".parse().unwrap()), "20.4");
        assert_eq!(shown(0.1 + 0.2), "0.3");
        assert_eq!(shown(3_041_815_466.0), "3041815466");
        assert_eq!(shown(-0.9525), "-0.9525");
        assert_eq!(shown(0.0), "0");
        assert_eq!(shown(1e15), "1000000000000000");
        assert_eq!(shown(123_456_789_012_345_680.0), "123456789012346000");
    }

    #[test]
    fn the_very_large_is_refused_and_the_very_small_is_nought() {
        assert_eq!(shown(9e19), "90000000000000000000");
        for value in [f64::NAN, f64::INFINITY, 1e20, -1e28, f64::MAX] {
            assert_eq!(shown(value), "none");
        }
        assert_eq!(shown(1e-300), "0");
        assert_eq!(shown(4.440_892_098_500_626e-16), "0.0000000000000004440892098501");
    }
}
