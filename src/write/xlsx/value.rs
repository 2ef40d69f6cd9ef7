//! What is written into one cell: a real number where the form has numbers, else text.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::model::{Cell, Column, Kind, LONGEST_TEXT, Status};

/// The most digits that Excel keeps.
const DIGITS: u32 = 15;

/// The content of a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Nothing.
    Blank,
    /// A text.
    Text(String),
    /// A number and its number format.
    Number(Decimal, Cow<'static, str>),
}

/// The content of a cell of a column. Open questions, dashes, quantities with a unit and numbers of more than
/// 15 digits stay text.
pub(super) fn of(cell: &Cell, column: &Column) -> Value {
    if cell.is_empty() {
        return Value::Blank;
    }
    match cell.number().filter(|number| is_number(cell, column, *number)) {
        Some(number) => Value::Number(number, format(number, column.kind)),
        None => Value::Text(fitting(cell.text())),
    }
}

/// A candidate for a cell of a column: a number where the column has numbers and the text is one in
/// Indonesian typography, so that choosing it gives a number.
pub(super) fn reading(text: &str, column: &Column) -> Value {
    match printed_number(text).filter(|number| column.kind.is_numeric() && is_exact(*number)) {
        Some(number) => Value::Number(number, format(number, column.kind)),
        None => Value::Text(text.to_owned()),
    }
}

/// `3.041.815.466`, `95,70`, `1500`; groups must be whole.
fn printed_number(text: &str) -> Option<Decimal> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (whole, decimals) = text.split_once(',').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let mut groups = whole.strip_prefix('-').unwrap_or(whole).split('.');
    let first = groups.next()?;
    let mut later = groups.clone();
    let grouped =
        groups.next().is_none() || (first.len() <= 3 && later.all(|group| group.len() == 3 && digits(group)));
    if !digits(first) || !grouped || decimals.is_some_and(|part| !digits(part)) {
        return None;
    }
    let plain = whole.replace('.', "");
    decimals.map_or_else(|| plain.clone(), |part| format!("{plain}.{part}")).parse().ok()
}

fn is_number(cell: &Cell, column: &Column, number: Decimal) -> bool {
    let unit = match (column.kind, cell.meaning().unit.as_deref()) {
        (_, None) => true,
        (Kind::Percent, Some(unit)) => unit == "%",
        _ => false,
    };
    let dash = !cell.text().chars().any(|c| c.is_ascii_digit());
    let numeric = column.kind.is_numeric() || column.kind == Kind::Ordinal;
    numeric && unit && !dash && cell.status() != Status::Unresolved && is_exact(number)
}

/// Whether the number survives the way through a cell.
pub(super) fn is_exact(number: Decimal) -> bool {
    number.normalize().mantissa().unsigned_abs() < 10_u128.pow(DIGITS)
}

/// Groups and decimals; the reader's locale gives their signs. Never hides a decimal.
pub(super) fn format(number: Decimal, kind: Kind) -> Cow<'static, str> {
    let places = match (number.normalize().scale(), kind) {
        (_, Kind::Ordinal) => return Cow::Borrowed("0"),
        (0, kind) if kind != Kind::Percent => 0,
        (places, _) => places.max(2),
    };
    match places {
        0 => Cow::Borrowed("#,##0"),
        2 => Cow::Borrowed("#,##0.00"),
        places => Cow::Owned(format!("#,##0.{}", "0".repeat(places as usize))),
    }
}

/// The number as Excel stores it.
pub(super) fn stored(number: Decimal) -> f64 {
    let number = number.normalize();
    match i32::try_from(number.mantissa()) {
        Ok(whole) if number.scale() == 0 => f64::from(whole),
        _ => number.to_string().parse().unwrap_or_default(),
    }
}

/// A text no longer than a cell can hold: cut, with an ellipsis at its end, where it is.
#[must_use]
pub fn fitting(text: &str) -> String {
    if text.len() <= LONGEST_TEXT {
        return text.to_owned();
    }
    match text.char_indices().nth(LONGEST_TEXT - 1) {
        Some((end, _)) if text.chars().count() > LONGEST_TEXT => {
            format!("{}…", text.get(..end).unwrap_or_default())
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms;
    use crate::model::Meaning;

    fn written(form: &str, id: &str, text: &str, number: Option<&str>, unit: Option<&str>) -> Value {
        let column = forms::form(form).unwrap().layouts[0].column(id).unwrap();
        let meaning = Meaning {
            number: number.map(|number| number.parse().unwrap()),
            unit: unit.map(str::to_owned),
            ..Meaning::default()
        };
        of(&Cell::as_read(text, meaning, Vec::new()), column)
    }

    #[test]
    fn amounts_and_percents_are_numbers() {
        let number =
            |text: &str, format: &str| Value::Number(text.parse().unwrap(), Cow::Owned(format.to_owned()));
        let amount = written("T-C.33", "pagu", "3.041.815.466", Some("3041815466"), None);
        assert_eq!(amount, number("3041815466", "#,##0"));
        let percent = written("T-C.29", "tingkat_realisasi", "95,7", Some("95.7"), None);
        assert_eq!(percent, number("95.7", "#,##0.00"));
        let percent = written("T-C.29", "tingkat_capaian", "100", Some("100"), None);
        assert_eq!(percent, number("100", "#,##0.00"));
    }

    #[test]
    fn what_is_no_plain_number_stays_as_it_is_printed() {
        let text = |text: &str| Value::Text(text.to_owned());
        assert_eq!(written("T-C.33", "pagu", "-", Some("0"), None), text("-"));
        assert_eq!(written("T-C.29", "target_lalu", "26 Orang", Some("26"), Some("Orang")), text("26 Orang"));
        assert_eq!(written("T-C.33", "target", "100 %", Some("100"), Some("%")), text("100 %"));
        let long = "1234567890123456";
        assert_eq!(written("T-C.33", "pagu", long, Some(long), None), text(long));
        assert_eq!(written("T-C.33", "pagu", "", None, None), Value::Blank);
    }

    #[test]
    fn a_candidate_for_an_amount_is_a_number() {
        let column = forms::form("T-C.33").unwrap().layouts[0].column("pagu").unwrap();
        let number = |text: &str| match reading(text, column) {
            Value::Number(number, _) => Some(number.to_string()),
            _ => None,
        };
        assert_eq!(number("3.041.815.466").as_deref(), Some("3041815466"));
        assert_eq!(number("1500").as_deref(), Some("1500"));
        assert_eq!(number("-95,70").as_deref(), Some("-95.70"));
        for text in ["3.041.81", "1234.567", "", "-", "12 Orang", "1,2,3", ".500", "3.041.", "+5"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_text_beyond_the_limit_of_a_cell_is_cut_and_says_so() {
        let text = fitting(&"é".repeat(40_000));
        assert_eq!(text.chars().count(), LONGEST_TEXT);
        assert!(text.ends_with('…'));
    }
}
