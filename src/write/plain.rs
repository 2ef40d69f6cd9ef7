//! Numbers and addresses as the text outputs spell them.

use rust_decimal::Decimal;

use crate::model::{Place, Table};

/// A number without grouping, with a decimal point and without trailing zeros: `3041815466`, `95.7`.
pub(super) fn decimal(number: Decimal) -> String {
    number.normalize().to_string()
}

/// A source as seen from a table: `N13` on the table's own sheet, `Sheet!N13` elsewhere.
pub(super) fn source_within(table: &Table, place: &Place) -> String {
    if place.sheet == table.sheet { place.at.to_string() } else { place.to_string() }
}
