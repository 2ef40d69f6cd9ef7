//! What kind of value a cell looks like, before its column is known.

use super::costs;
use crate::document::evidence::header::is_short_fund;
use crate::model::{Pattern, Raw};
use crate::value::code::split_leading_code;
use crate::value::number;
use crate::value::words::visible;

/// The look of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// One to four digits, perhaps parted by spaces.
    Digits,
    /// Parts of a code: `2.`, `2.17.01`, `2. 02`.
    CodeLike,
    /// A number with one or two decimals: `95,70`.
    Decimal,
    /// A grouped or long number, perhaps in currency dress or cut off.
    Money,
    /// A grouped number with decimals: `1.009,28`.
    MoneyDecimal,
    /// An amount with letters among its digits, or too long to be known: `6OO.000.000`, `1E+15`.
    Garbled,
    /// A letter or two that bled in from the left, then money.
    BledMoney,
    /// A number with a unit, or several.
    Measure,
    /// A grade such as `BB` or `WTP`.
    Predicate,
    /// A dash or N/A.
    Absence,
    /// An Excel error: the result of a formula.
    Fault,
    /// A formula whose result is not stored.
    Formula,
    /// A date or time.
    Moment,
    /// Anything else.
    Text,
}

static GROUPED: Pattern = Pattern::new(
    r"^[-+(]?(rp\.?)?[-(]?(\d{1,3}([.,]\d{3})+([.,]\d{0,2}|[.,]-)?|\d{5,}([.,]\d{0,2}|[.,]-)?|\d{1,3}[.,])\)?-?$",
);
static BOTH: Pattern = Pattern::new(r"^-?\d{1,3}((\.\d{3})+,\d{1,2}|(,\d{3})+\.\d{1,2})$");
/// No amount begins with a group of 0: `0.953` is a fraction.
static DECIMAL: Pattern = Pattern::new(r"^-?(\d{1,4}[.,]\d{1,2}|0[.,]\d{0,5}[1-9]\d{0,5})$");
/// A small amount below nothing: `(664)`, `-58`.
static NEGATIVE: Pattern = Pattern::new(r"^(\(\d{1,4}\)|-\d{1,4}|\d{1,4}-)$");
/// The rest of a cut number that took its separator along: `.058`, `,000.000`, `,00`.
static CUT_OFF: Pattern = Pattern::new(r"^[.,](\d{3}([.,]\d{3})*([.,]\d{2})?|\d{2})$");
/// Part of a code that became a time, and a text after that: `2:05:00`.
static TIME: Pattern = Pattern::new(r"^\d{1,2}:\d{2}(:00)?$");
static DOTTED: Pattern = Pattern::new(r"^[\dxX]{1,4}([.,][\dxX]{0,4})*$");
static BLED: Pattern = Pattern::new(r"^\p{Ll}{1,12}\s+([Rr]p\.?\s*)?\d{1,3}([.,]\s?\d[\d\s]*)+(,-)?$");
static GARBLED: Pattern =
    Pattern::new(r"^(rp\.?)?[\dilo]([\dolixs]{0,3}[.,]){1,5}[\dolixs]{3}$|^\d([.,]\d+)?e\+?\d+$");
/// A code of three parts or more in which letters stand for the digits that they look like: `4.O1.05.1.0l`.
static MISREAD_CODE: Pattern = Pattern::new(r"^[\dxoil]{1,4}([.,][\doil]{1,4}){2,7}$");
/// What the patterns of numbers and codes are made of, blanks left out and in small letters.
const OF_NUMBERS: &[u8] = b"0123456789.,:()+-rpxeilosd";
static MEASURE: Pattern = Pattern::new(r"^[-–+<>≤≥±]?\s*\d[\d.,]*\s*(%|\p{L}|\(|/)");
static NUMBERED: Pattern = Pattern::new(r"^\d{1,2}\s*[.)]\s*\p{L}");
static ABSENCE: Pattern = Pattern::new(r"(?i)^(rp\.?)?([-–—]+|n/a|n\.a\.?|#[a-z0-9/!?]+)$");

/// The look of a stored value.
pub(super) fn class(raw: &Raw) -> Class {
    match raw {
        Raw::Text(text) => class_of_text(text),
        Raw::Number { value, format } => {
            if let Some(dressed) = raw.dressed().filter(|dressed| !dressed.other_number) {
                class_of_text(&dressed.text)
            } else if format.contains('%') {
                Class::Measure
            } else if !value.fract().is_zero() {
                Class::Decimal
            } else if value.abs() >= rust_decimal::Decimal::from(costs::LEAST_AMOUNT) {
                Class::Money
            } else {
                Class::Digits
            }
        }
        Raw::Moment(_) => Class::Moment,
        Raw::Fault(_) => Class::Fault,
        Raw::Boolean(_) => Class::Predicate,
        Raw::Uncalculated { result: Some(result), .. } => class(result),
        Raw::Uncalculated { result: None, .. } => Class::Formula,
    }
}

fn class_of_text(text: &str) -> Class {
    let visible = visible(text);
    // What a sheet keeps as text by an apostrophe is no less an amount or a code.
    let bare = visible.trim().trim_start_matches('\'').trim_start();
    let trimmed = if bare.is_empty() { visible.trim() } else { bare };
    let compact = compact(trimmed);
    if is_grouped(&compact) {
        return Class::Money;
    }
    // Most texts hold no digit, which all these patterns ask for, or a letter that stands in none of them.
    let numeric = has_numbers(&compact);
    let plain = numeric && (!compact.is_ascii() || compact.bytes().all(|byte| OF_NUMBERS.contains(&byte)));
    let absent = compact.starts_with(['r', '-', '–', '—', 'n', '#']) && ABSENCE.is_match(&compact);
    if absent && compact.starts_with('#') {
        Class::Fault
    } else if absent {
        Class::Absence
    } else if compact.len() <= costs::DIGITS && compact.chars().all(|c| c.is_ascii_digit())
        || plain && (CUT_OFF.is_match(&compact) || NEGATIVE.is_match(&compact))
    {
        Class::Digits
    } else if plain && BOTH.is_match(&compact) {
        if compact.len() > "99.999,99".len() { Class::Money } else { Class::MoneyDecimal }
    } else if plain && DECIMAL.is_match(&compact) {
        Class::Decimal
    } else if numeric && (plain && compact.len() >= 4 && GROUPED.is_match(&compact) || is_dressed(&compact)) {
        Class::Money
    } else if plain && looks_overprinted(&compact) {
        Class::Garbled
    } else if plain && compact.bytes().any(|byte| byte.is_ascii_digit()) && DOTTED.is_match(&compact) {
        if looks_grouped(&compact) { Class::Money } else { Class::CodeLike }
    } else if matches!(compact.as_str(), "x" | "xx" | "x.xx") || plain && TIME.is_match(&compact) {
        Class::CodeLike
    } else if plain && compact.chars().any(char::is_alphabetic) && GARBLED.is_match(&compact) {
        Class::Garbled
    } else if plain && MISREAD_CODE.is_match(&compact) {
        Class::CodeLike
    } else if numeric && BLED.is_match(trimmed) {
        Class::BledMoney
    } else {
        class_of_words(trimmed, numeric)
    }
}

/// A text without its blanks, in small letters, with one sign for minus.
fn compact(text: &str) -> String {
    let plain = |c: char| if c == '\u{2212}' { '-' } else { c };
    let solid = text.chars().filter(|c| !c.is_whitespace());
    if text.is_ascii() {
        return solid.map(|c| c.to_ascii_lowercase()).collect();
    }
    solid.map(plain).flat_map(char::to_lowercase).collect()
}

/// Whether a text holds a digit, or another sign of a number.
fn has_numbers(text: &str) -> bool {
    let digits = text.bytes().any(|byte| byte.is_ascii_digit());
    digits || !text.is_ascii() && text.chars().any(char::is_numeric)
}

fn class_of_words(trimmed: &str, numeric: bool) -> Class {
    if numeric && number::is_amount_in_words(trimmed) {
        return Class::Money;
    }
    if split_leading_code(trimmed).is_some() || is_short_fund(trimmed) {
        return Class::Text;
    }
    let brief = || trimmed.chars().count() <= costs::LONGEST_QUANTITY || is_stack(trimmed);
    if numeric && brief() && MEASURE.is_match(trimmed) && !NUMBERED.is_match(trimmed) {
        Class::Measure
    } else if trimmed.chars().count() <= costs::LONGEST_GRADE
        && trimmed.chars().all(|c| c.is_uppercase() || "+-".contains(c))
    {
        Class::Predicate
    } else {
        Class::Text
    }
}

/// Whether a text is mostly quantities with short units, one after the other.
fn is_stack(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let numbers =
        text.split_whitespace().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count();
    numbers >= costs::STACKED && numbers * costs::WORDS_OF_QUANTITY >= words
}

/// Whether a text is an amount in currency dress, however small: `Rp. 239,-`, `(Rp. 870,-)`, `58,-`.
fn is_dressed(compact: &str) -> bool {
    let dressed = compact.trim_start_matches(['(', '-']).starts_with("rp") || compact.ends_with(",-");
    dressed && number::rupiah(compact).first().is_some_and(|reading| reading.cost < number::UNTRUSTED)
}

/// Whether an amount has digits after its groups that belong to another cell: `340.734.30004`.
fn looks_overprinted(compact: &str) -> bool {
    let groups: Vec<&str> = compact.split(['.', ',']).collect();
    let [first, middle @ .., last] = groups.as_slice() else { return false };
    (1..=3).contains(&first.len())
        && !middle.is_empty()
        && middle.iter().all(|group| group.len() == 3)
        && last.len() > 3
        && compact.chars().all(|c| c.is_ascii_digit() || ".,".contains(c))
        && !first.starts_with('0')
}

/// Whether a text is an amount in whole groups and nothing else, as most are: `3.041.815.466`.
fn is_grouped(compact: &str) -> bool {
    let mut groups = compact.split('.');
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first =
        groups.next().filter(|first| (1..=3).contains(&first.len()) && digits(first) && *first != "0");
    let mut others = groups.peekable();
    first.is_some() && others.peek().is_some() && others.all(|group| group.len() == 3 && digits(group))
}

/// Whether separators part groups of three, the last one perhaps cut: `96,098,1`.
fn looks_grouped(compact: &str) -> bool {
    let groups: Vec<&str> = compact.split(['.', ',']).collect();
    let Some((last, rest)) = groups.split_last() else { return false };
    rest.len() >= 2
        && rest.iter().skip(1).all(|group| group.len() == 3)
        && last.len() <= 3
        && compact.len() >= 6
        && compact.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_amounts_below_nothing_and_in_currency_dress_are_numbers() {
        for text in ["Rp. (913)", "(Rp. 870,-)", "Rp. 239,-", "Rp 58", "-Rp. 58,00"] {
            assert_eq!(class(&Raw::text(text)), Class::Money, "{text}");
        }
        for text in ["(664)", "\u{2212}8", "58-"] {
            assert_eq!(class(&Raw::text(text)), Class::Digits, "{text}");
        }
        assert_eq!(class(&Raw::text("340.734.300 0 4")), Class::Garbled);
        assert_eq!(class(&Raw::text("2:05:00")), Class::CodeLike);
    }

    #[test]
    fn damaged_values_keep_their_look() {
        let look = |text: &str| class(&Raw::text(text));
        for text in
            ["3,041,815 ,466", "240,466,0 00", "131,000,", "96,098,1", "Rp. 6.199.652.352,-", "5294655000"]
        {
            assert_eq!(look(text), Class::Money, "{text}");
        }
        for text in ["100 %", "0 Orang/bulan 26 Orang", "-2 %", "37 DOku me", "0 Unit Usaha41 Dokumen"] {
            assert_eq!(look(text), Class::Measure, "{text}");
        }
        for text in ["4.O1.05.1.0l", "4.01.05.1.01.OOO1", "2.", "2.17.01.2.02.01", "X.XX.01", "X.XX", "X"] {
            assert_eq!(look(text), Class::CodeLike, "{text}");
        }
        for text in ["6.793.789.9I4", "6OO.000.000", "68.l36.OOO", "I52.6I8.OOO", "lO.O77.OOO"] {
            assert_eq!(look(text), Class::Garbled, "{text}");
        }
        assert_eq!(look("1.009,28"), Class::MoneyDecimal);
        assert_eq!(look("2. 02"), Class::Decimal);
        assert_eq!(look("1 7"), Class::Digits);
        assert_eq!(look("n 10,235,000"), Class::BledMoney);
        assert_eq!(look(".058"), Class::Digits);
        assert_eq!(look("1. Jumlah Rapat"), Class::Text);
        assert_eq!(look("#DIV/0!"), Class::Fault);
        assert_eq!(look("BB"), Class::Predicate);
        assert_eq!(look("PAD"), Class::Text);
    }
}
