//! The quantity that a printed number is, given its unit.

use rust_decimal::Decimal;

use super::super::number::{UNTRUSTED, percent, rupiah};

/// Units that are measured, not counted, so that three decimals are possible.
const MEASURED: [&str; 26] = [
    "ton",
    "kg",
    "kilogram",
    "gram",
    "gr",
    "kuintal",
    "kwintal",
    "ha",
    "hektar",
    "hektare",
    "km",
    "kilometer",
    "m",
    "meter",
    "m2",
    "m3",
    "m²",
    "m³",
    "km2",
    "liter",
    "lt",
    "cm",
    "jam",
    "poin",
    "indeks",
    "skala",
];

/// The value; `None` where the unit leaves two. In what is counted, a lone group of three digits is a group
/// (`1.500 Orang`); in what is measured, `1,250 Ton` may be either; in a percent, `1.500 %` too.
pub(super) fn value(printed: &str, unit: &str) -> Option<Decimal> {
    let word = unit.split([' ', '/']).next().unwrap_or_default().to_lowercase();
    let readings = if word.starts_with('%') { percent(printed) } else { rupiah(printed) };
    let best = readings.first().filter(|reading| reading.cost < UNTRUSTED)?;
    let lone_group = readings.len() > 1;
    let doubtful = word.starts_with('%') && !printed.contains(',')
        || MEASURED.contains(&word.as_str()) && printed.contains(',')
        || word.is_empty();
    (!(lone_group && doubtful)).then_some(best.value)
}
