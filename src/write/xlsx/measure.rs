//! How much room a text takes. Spreadsheet programs do not grow rows reliably when a file is opened, so
//! heights are worked out beforehand, rather a line too many than one too few.

use std::sync::LazyLock;

use rust_decimal::Decimal;

/// The size of the body's letters in points.
pub(super) const POINTS: f64 = 9.0;
/// The height of a line of that size, as Excel sets it.
const LINE: f64 = 12.0;
/// The room above and below the lines.
const EDGE: f64 = 4.0;
/// Excel refuses a row higher than 409 points.
const HIGHEST: f64 = 405.0;
/// Column widths count the digits of the workbook's default letters, each so many points wide.
const WIDTH_UNIT: f64 = 5.25;
/// Screens and printers differ; a little more than measured keeps words from wrapping unforeseen.
const SAFETY: f64 = 1.04;

/// How much wider bold letters are.
const BOLD: f64 = 1.08;

/// The height in points of a row whose highest cell has so many lines.
pub(super) fn height(lines: u32) -> f64 {
    (f64::from(lines.max(1)) * LINE + EDGE).min(HIGHEST)
}

/// Whether a text in a column of a width can be shown whole, as its length alone tells: two lines that follow each other
/// are together wider than the column, or the second would have begun on the first.
pub(super) fn surely_fits(text: &str, width: f64, bold: bool) -> bool {
    let count = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let paragraphs = text.bytes().filter(|byte| *byte == b'\n').count() + 1;
    2.0 * (count(text.len()) * BROADEST / room(width, bold) + count(paragraphs)) <= MOST_LINES
}

/// A row of so many lines can be shown.
const MOST_LINES: f64 = 33.0;

/// Whether a row of so many lines can be shown at all.
pub(super) fn fits(lines: u32) -> bool {
    f64::from(lines) * LINE + EDGE <= HIGHEST
}

/// Into how many lines a text wraps in a column of a width (in characters, as Excel counts).
pub(super) fn lines(text: &str, width: f64, bold: bool) -> u32 {
    let room = room(width, bold);
    text.split('\n').map(|paragraph| wrapped(paragraph, room)).sum()
}

/// The room of a column of a width, in the size of its letters.
fn room(width: f64, bold: bool) -> f64 {
    let scale = POINTS * SAFETY * if bold { BOLD } else { 1.0 };
    (width * WIDTH_UNIT / scale).max(1.0)
}

/// The width in characters of a column in which a text stands on one line.
pub(super) fn width(text: &str, bold: bool) -> f64 {
    columns(extent(text), bold)
}

/// The width in characters of a column that shows a number with so many decimals, its thousands parted.
pub(super) fn number_width(number: Decimal, places: usize) -> f64 {
    let digits = number.trunc().abs().to_string().len();
    let count = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let signs = count(digits.saturating_sub(1) / 3 + usize::from(places > 0));
    let minus = if number.is_sign_negative() { breadth('-') } else { 0.0 };
    columns(count(digits + places) * breadth('0') + signs * breadth('.') + minus, false)
}

/// What cells keep free at their sides, in characters.
const SIDES: f64 = 0.6;

fn columns(extent: f64, bold: bool) -> f64 {
    extent * POINTS * SAFETY * if bold { BOLD } else { 1.0 } / WIDTH_UNIT + SIDES
}

/// Greedy wrapping at spaces, as spreadsheets do; a word wider than the column is broken within.
fn wrapped(paragraph: &str, room: f64) -> u32 {
    let mut lines = 1;
    let mut used = 0.0;
    for word in paragraph.split(' ') {
        let wide = extent(word);
        let before = if used > 0.0 { used + SPACE } else { 0.0 };
        if before + wide <= room {
            used = before + wide;
            continue;
        }
        if used > 0.0 {
            lines += 1;
        }
        used = wide;
        while used > room {
            lines += 1;
            used -= room;
        }
    }
    lines
}

const SPACE: f64 = 0.28;
/// The width of the broadest letter.
const BROADEST: f64 = 1.02;

/// The width of a word, in the size of its letters.
fn extent(word: &str) -> f64 {
    if word.is_ascii() {
        return word.bytes().map(|byte| BREADTHS.get(usize::from(byte)).copied().unwrap_or_default()).sum();
    }
    word.chars().map(breadth).sum()
}

/// The widths of the letters of ASCII.
static BREADTHS: LazyLock<[f64; 128]> = LazyLock::new(|| {
    let mut breadths = [0.0; 128];
    for (place, letter) in breadths.iter_mut().zip('\0'..) {
        *place = breadth(letter);
    }
    breadths
});

/// The width of a letter in its size: Arial's, which its metric twins share on every system.
fn breadth(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '|' => 0.25,
        'f' | 't' | 'I' | '.' | ',' | ':' | ';' | '!' | '/' | '[' | ']' => 0.28,
        'r' | '(' | ')' | '-' => 0.34,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.5,
        'w' | 'C' | 'D' | 'H' | 'N' | 'R' | 'U' => 0.73,
        'G' | 'O' | 'Q' => 0.78,
        'm' | 'M' => 0.84,
        '%' => 0.89,
        'W' | '…' | '—' | '@' => BROADEST,
        _ if letter.is_uppercase() => 0.67,
        _ if letter.is_ascii() => 0.56,
        _ => 0.7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_surely_fits_does() {
        let texts = [
            "W".repeat(90),
            "Wm ".repeat(30),
            "a\nb ".repeat(7),
            "Penyediaan jasa — 24 ".repeat(9),
            String::new(),
        ];
        let mut sure = 0;
        for (text, width) in texts.iter().flat_map(|text| [4.0, 8.0, 20.0, 80.0].map(|width| (text, width))) {
            for bold in [false, true] {
                let surely = surely_fits(text, width, bold);
                assert!(!surely || fits(lines(text, width, bold)), "{text} in {width}");
                sure += usize::from(surely);
            }
        }
        assert!((20..40).contains(&sure), "{sure}");
    }

    #[test]
    fn texts_wrap_at_words_and_break_when_a_word_is_too_wide() {
        assert_eq!(lines("", 10.0, false), 1);
        assert_eq!(lines("satu dua", 20.0, false), 1);
        assert_eq!(lines("satu\ndua", 20.0, false), 2);
        assert_eq!(lines("Penatausahaan Pengujian Verifikasi", 14.0, false), 3);
        assert!(lines("Penatausahaanpengujianverifikasi", 10.0, false) >= 3);
    }

    #[test]
    fn no_row_is_higher_than_excel_allows() {
        assert!(height(1) > 12.0);
        assert!(height(500) <= 409.0);
        assert!(fits(33) && !fits(34));
    }
}
