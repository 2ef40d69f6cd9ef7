//! How much room a text takes. Neither Excel nor LibreOffice grows rows reliably when a file is opened, so
//! heights are worked out beforehand, rather a line too many than one too few.

/// The size of the body's letters in points.
pub(super) const POINTS: f64 = 10.0;
/// The height of a line of that size, as Excel sets it.
const LINE: f64 = 12.75;
/// The room above and below the lines.
const EDGE: f64 = 3.0;
/// Excel refuses a row higher than 409 points.
pub(super) const HIGHEST: f64 = 405.0;
/// Column widths count digits of 11 points.
const WIDTH_POINTS: f64 = 11.0;
/// Fonts and printers differ; a little more than measured keeps words from wrapping unforeseen.
const SAFETY: f64 = 1.06;

/// The height in points of a row whose highest cell has so many lines.
pub(super) fn height(lines: u32) -> f64 {
    (f64::from(lines.max(1)) * LINE + EDGE).min(HIGHEST)
}

/// Whether a row of so many lines can be shown at all.
pub(super) fn fits(lines: u32) -> bool {
    f64::from(lines) * LINE + EDGE <= HIGHEST
}

/// Into how many lines a text wraps in a column of a width (in characters, as Excel counts).
pub(super) fn lines(text: &str, width: f64, bold: bool) -> u32 {
    let scale = POINTS / WIDTH_POINTS * SAFETY * if bold { 1.07 } else { 1.0 };
    let room = (width / scale).max(1.0);
    text.split('\n').map(|paragraph| wrapped(paragraph, room)).sum()
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

const SPACE: f64 = 0.45;

/// The width of a word in digits.
fn extent(word: &str) -> f64 {
    word.chars().map(breadth).sum()
}

/// The width of a letter in digits (Calibri; its metric twin Carlito is alike).
fn breadth(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.5,
        'f' | 't' | 'r' | '(' | ')' | '-' | '[' | ']' | '/' | 's' | 'J' => 0.76,
        'm' | 'M' | 'W' | 'w' | '%' | '@' | '—' | '…' => 1.65,
        '&' => 1.35,
        _ if letter.is_uppercase() => 1.2,
        _ if letter.is_ascii() => 1.02,
        _ => 1.2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(height(1) > 15.0);
        assert!(height(500) <= 409.0);
        assert!(fits(31) && !fits(32));
    }
}
