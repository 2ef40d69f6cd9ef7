//! White space: what a reader cannot tell from a plain blank becomes one.

/// What becomes of the line breaks in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineBreaks {
    /// Each line is a sentence of its own; empty lines go.
    #[default]
    Keep,
    /// The text is one sentence that a narrow column wrapped.
    Join,
}

/// The text with plain white space only: no invisible characters, single blanks, none at the ends, line breaks
/// as blanks.
#[must_use]
pub fn collapse(text: &str) -> String {
    plain(&visible(text), LineBreaks::Join)
}

/// The lines of a text in plain white space, empty ones left out; one line where breaks are joined.
pub(crate) fn lines(text: &str, breaks: LineBreaks) -> Vec<String> {
    plain(&visible(text), breaks).split('\n').map(str::to_owned).collect()
}

/// The text without characters that show nothing; every kind of blank is a plain one, every kind of line
/// break a `\n`.
#[must_use]
pub fn visible(text: &str) -> String {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n');
    if text.bytes().all(is_plain) && !text.contains("_x") {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((escaped, after)) = escape(rest) {
            shown.extend(plain_character(escaped));
            rest = after;
            continue;
        }
        shown.extend(plain_character(c));
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    shown
}

/// Excel writes control characters as `_x000D_`; a cell that was cut within it leaves `_x00 0D_`.
fn escape(text: &str) -> Option<(char, &str)> {
    let mut after = text.strip_prefix("_x")?;
    let mut code = 0;
    for _ in 0..4 {
        after = after.trim_start();
        let digit = after.chars().next()?;
        code = code * 16 + digit.to_digit(16)?;
        after = after.get(1..)?;
    }
    let after = after.trim_start().strip_prefix('_')?;
    let escaped = char::from_u32(code)?;
    (escaped.is_control() || escaped.is_whitespace()).then_some((escaped, after))
}

fn plain_character(c: char) -> Option<char> {
    match c {
        '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        c if is_invisible(c) => None,
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    }
}

const fn is_invisible(c: char) -> bool {
    matches!(c, '\r' | '\u{ad}' | '\u{feff}' | '\u{fffe}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}')
}

/// Single blanks, none at the ends of lines, no empty lines.
pub(super) fn plain(visible: &str, breaks: LineBreaks) -> String {
    let blank = |byte: Option<&u8>| byte.is_some_and(|byte| *byte == b' ');
    let bytes = visible.as_bytes();
    let outside = blank(bytes.first()) || blank(bytes.last());
    if !outside && !bytes.contains(&b'\n') && !bytes.windows(2).any(|pair| pair == b"  ") {
        return visible.to_owned();
    }
    let separator = match breaks {
        LineBreaks::Keep => "\n",
        LineBreaks::Join => " ",
    };
    let lines = visible
        .split('\n')
        .map(|line| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_becomes_plain() {
        assert_eq!(collapse("\u{a0}Kab.\u{200b} Lampung  Barat\t\n"), "Kab. Lampung Barat");
        assert_eq!(collapse("a_x000D_\nb_x000a_c"), "a b c");
        assert_eq!(collapse("9,267,500_x00 0D_"), "9,267,500");
        assert_eq!(collapse("file_x0041_b _xyz"), "file_x0041_b _xyz");
        assert_eq!(collapse("soft\u{ad}ware"), "software");
        assert_eq!(plain(&visible("a \r\n\n b"), LineBreaks::Keep), "a\nb");
    }
}
