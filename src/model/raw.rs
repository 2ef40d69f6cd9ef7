//! What a cell of the input holds, before anyone reads meaning into it.

use std::borrow::Cow;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::format::{Dressed, dressed};

/// No number has more digits before its decimals: beyond them nothing is money, and below them no sum over the cells
/// of a file is more than a [`Decimal`] can hold.
pub const WHOLE_DIGITS: u32 = 20;
/// No cell of a workbook holds a text of more characters.
pub const LONGEST_TEXT: usize = 32_767;
/// A [`Decimal`] has no more decimals.
const MOST_PLACES: u32 = 28;

/// The stored value of one input cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Raw {
    /// A text as stored; may hold line breaks (`\n`), never carriage returns.
    Text(Arc<str>),
    /// A stored number of at most [`WHOLE_DIGITS`], rounded to the 15 digits Excel keeps, with its number format
    /// (`General` where the container does not tell).
    Number {
        /// The value.
        value: Decimal,
        /// The number format code, such as `00`, `0%` or `#,##0.00`.
        format: Arc<str>,
    },
    /// A date or time: in a code column, a code that Excel ate.
    Moment(Moment),
    /// `TRUE` or `FALSE`.
    Boolean(bool),
    /// An Excel error such as `#DIV/0!`.
    Fault(Arc<str>),
    /// A formula that carries no result of its own.
    Uncalculated {
        /// The formula without `=`.
        formula: Arc<str>,
        /// The number format code of its cell.
        format: Arc<str>,
        /// What it gives, where it could be calculated.
        result: Option<Arc<Raw>>,
    },
}

/// A date, a time, or both, as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Year, month, day; absent for a bare time.
    pub date: Option<(u16, u8, u8)>,
    /// Hour, minute, second; absent for a bare date.
    pub time: Option<(u16, u8, u8)>,
    /// The number format code.
    pub format: Arc<str>,
}

impl Raw {
    /// A text cell.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(Arc::from(text))
    }

    /// A formula without `=` that nobody calculated yet. One that is a text in quotes and nothing else needs no
    /// calculating: `="2.01"` is how Excel keeps a text.
    #[must_use]
    pub fn uncalculated(formula: &str, format: &Arc<str>) -> Self {
        let quoted = formula.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        if let Some(text) = quoted.filter(|text| !text.contains('"')) {
            return Self::text(text);
        }
        Self::Uncalculated { formula: Arc::from(formula), format: Arc::clone(format), result: None }
    }

    /// Whether there is nothing to see: a text of white space only.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }

    /// What the number format shows of a stored number, where that is more than the number: words, or another number.
    #[must_use]
    pub fn dressed(&self) -> Option<Dressed> {
        match self {
            Self::Number { value, format } => dressed(*value, format),
            _ => None,
        }
    }

    /// The cell as its reader saw it, in Indonesian typography: `00` shows 1 as `01`, `0%` shows 0.9 as
    /// `90%`, a grouped format shows groups, `General` shows the plain number with a decimal comma, words of the format stand
    /// beside it.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Fault(text) => Cow::Borrowed(text),
            Self::Number { value, format } => Cow::Owned(match dressed(*value, format) {
                Some(dressed) => dressed.text,
                None => shown_number(*value, format),
            }),
            Self::Moment(moment) => Cow::Owned(moment.shown()),
            Self::Boolean(true) => Cow::Borrowed("TRUE"),
            Self::Boolean(false) => Cow::Borrowed("FALSE"),
            Self::Uncalculated { formula, .. } => Cow::Owned(format!("={formula}")),
        }
    }
}

impl Moment {
    /// Day-first, as an Indonesian Excel shows it.
    #[must_use]
    pub fn shown(&self) -> String {
        let date = self.date.map(|(year, month, day)| format!("{day:02}/{month:02}/{year:04}"));
        let time = self.time.map(|(hour, minute, second)| match second {
            0 => format!("{hour:02}.{minute:02}"),
            _ => format!("{hour:02}.{minute:02}.{second:02}"),
        });
        [date, time].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

fn shown_number(value: Decimal, format: &str) -> String {
    let section = format.split(';').next().unwrap_or_default();
    let plain: String = unquoted(section);
    if plain.contains('%') {
        let decimals = decimals_of(&plain);
        let percent = value * Decimal::ONE_HUNDRED;
        let shown = match decimals {
            Some(places) => indonesian(percent, Some(places), false),
            None => indonesian(percent, None, false),
        };
        return format!("{shown}%");
    }
    let integer_zeros = plain.chars().take_while(|c| *c != '.').filter(|c| *c == '0').count();
    if !plain.is_empty() && plain.chars().all(|c| c == '0') && value.fract().is_zero() {
        return format!("{:0>integer_zeros$}", value.normalize().to_string());
    }
    let grouped = plain.contains(",##0") || plain.contains(",000");
    let known = plain.chars().any(|c| matches!(c, '0' | '#'));
    let places = if known && plain.contains('.') { decimals_of(&plain) } else { None };
    indonesian(value, places, grouped)
}

/// The format without quoted text, escapes, colours and conditions.
fn unquoted(section: &str) -> String {
    let mut kept = String::new();
    let mut characters = section.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => {
                characters.by_ref().find(|next| *next == '"');
            }
            '[' => {
                characters.by_ref().find(|next| *next == ']');
            }
            '\\' | '_' | '*' => {
                characters.next();
            }
            _ => kept.push(c),
        }
    }
    kept.trim().to_owned()
}

fn decimals_of(plain: &str) -> Option<u32> {
    let after = plain.split('.').nth(1).unwrap_or_default();
    let places = after.chars().take_while(|c| matches!(c, '0' | '#' | '?')).count();
    u32::try_from(places).ok()
}

/// A number in Indonesian typography: `.` between groups where `grouped`, `,` before decimals; `places` pads
/// the decimals but never rounds a digit away.
#[must_use]
pub fn indonesian(value: Decimal, places: Option<u32>, grouped: bool) -> String {
    let mut plain = value.normalize();
    if let Some(wanted) = places.map(|places| places.min(MOST_PLACES))
        && plain.scale() < wanted
    {
        plain.rescale(wanted);
    }
    let scale = usize::try_from(plain.scale()).unwrap_or_default();
    let digits = format!("{:0>width$}", plain.mantissa().unsigned_abs(), width = scale + 1);
    let (whole, decimals) = digits.split_at(digits.len() - scale);
    let mut shown = String::with_capacity(digits.len() * 4 / 3 + 2);
    if value.is_sign_negative() && !value.is_zero() {
        shown.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if grouped && index > 0 && (whole.len() - index) % 3 == 0 {
            shown.push('.');
        }
        shown.push(digit);
    }
    if !decimals.is_empty() {
        shown.push(',');
        shown.push_str(decimals);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: &str, format: &str) -> String {
        Raw::Number { value: value.parse().unwrap_or_default(), format: Arc::from(format) }
            .shown()
            .into_owned()
    }

    #[test]
    fn a_formula_that_is_a_text_in_quotes_is_that_text() {
        let raw = |formula: &str| Raw::uncalculated(formula, &Arc::from("General"));
        assert_eq!(raw("\"2.01\""), Raw::text("2.01"));
        for formula in ["\"a\"&\"b\"", "A1", "\"", "SUM(A1:A2)"] {
            assert!(matches!(raw(formula), Raw::Uncalculated { .. }), "{formula}");
        }
    }

    #[test]
    fn a_number_is_shown_by_its_format() {
        assert_eq!(number("1", "00"), "01");
        assert_eq!(number("0.9", "0%"), "90%");
        assert_eq!(number("0.9525", "0.00%"), "95,25%");
        assert_eq!(number("3041815466", "#,##0"), "3.041.815.466");
        assert_eq!(number("95.7", "#,##0.00"), "95,70");
        assert_eq!(number("20.4", "General"), "20,4");
        assert_eq!(number("-1347614", "#,##0;(#,##0)"), "-1.347.614");
        assert_eq!(number("12000", "\"Rp\"#,##0.00_);[Red]0"), "12.000,00");
    }

    #[test]
    fn a_format_never_rounds_a_digit_away() {
        assert_eq!(number("2.25", "0"), "2,25");
    }

    #[test]
    fn a_format_with_forty_decimals_is_shown() {
        let forty = format!("0.{}", "0".repeat(40));
        for value in ["0", "1.5", "0.0000000001", "99999999999999999999"] {
            let shown = number(value, &forty);
            let (whole, decimals) = shown.split_once(',').unwrap_or_default();
            assert!(value.starts_with(whole) && !whole.is_empty(), "{shown}");
            assert!(decimals.len() <= 28, "{shown}");
        }
    }
}
