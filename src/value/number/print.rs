//! Numbers in the typography of the standard forms.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::indonesian;

/// An amount: `3.041.815.466`, decimals behind a comma only where there are any.
#[must_use]
pub fn typographic(value: Decimal) -> String {
    indonesian(value, None, true)
}

/// A percent times 100, rounded half up to two decimals: `95,70`, `1.009,28`.
#[must_use]
pub fn percent_text(value: Decimal) -> String {
    indonesian(shown_percent(value), Some(2), true)
}

/// The percent that is shown of a calculated one: two decimals, half up.
#[must_use]
pub fn shown_percent(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero).normalize()
}
