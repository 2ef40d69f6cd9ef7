//! Bytes to texts, and the marks that files leave in texts.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a part or a file: by its byte order mark, else by the encoding it declares, else UTF-8, else
/// Windows-1252.
pub(super) fn decode<'a>(bytes: &'a [u8], declared: Option<&'static Encoding>) -> Cow<'a, str> {
    if let Some(rest) = bytes.strip_prefix(&[0xFF, 0xFE, 0, 0]) {
        return Cow::Owned(utf_32(rest, u32::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(&[0, 0, 0xFE, 0xFF]) {
        return Cow::Owned(utf_32(rest, u32::from_be_bytes));
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default()).0;
    }
    if let Some(encoding) = wide_without_mark(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    if let Some(encoding) = declared.filter(|encoding| *encoding != UTF_8) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// UTF-16 without a mark: nearly every second byte of its beginning is 0.
fn wide_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(1024))?;
    if head.len() < 8 {
        return None;
    }
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count() * 2;
    let (even, odd) = (zeros(0), zeros(1));
    match () {
        () if odd * 10 > head.len() * 8 && even * 10 < head.len() => Some(UTF_16LE),
        () if even * 10 > head.len() * 8 && odd * 10 < head.len() => Some(UTF_16BE),
        () => None,
    }
}

fn utf_32(bytes: &[u8], number: fn([u8; 4]) -> u32) -> String {
    bytes
        .as_chunks::<4>()
        .0
        .iter()
        .map(|chunk| char::from_u32(number(*chunk)).unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// A text without the marks of its file: line ends are `\n`, `_x000D_` and its like are resolved, tabs are
/// blanks, other control characters are gone. All else, such as no-break spaces, stays.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let escaped = text.contains("_x");
    if !escaped && !text.chars().any(|c| c.is_control() && c != '\n') {
        return Cow::Borrowed(text);
    }
    let resolved = if escaped { resolve_escapes(text) } else { Cow::Borrowed(text) };
    Cow::Owned(without_marks(&resolved))
}

/// A text whose escapes are resolved, without the control characters that no cell shows; line breaks stay.
pub(super) fn settled(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| c.is_control() && c != '\n') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(without_marks(text))
}

fn without_marks(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    kept.push('\n');
                }
            }
            '\t' => kept.push(' '),
            '\n' => kept.push('\n'),
            c if c.is_control() => {}
            c => kept.push(c),
        }
    }
    kept
}

/// `_xHHHH_` as Office writes characters that XML cannot hold.
fn resolve_escapes(text: &str) -> Cow<'_, str> {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        kept.push_str(before);
        let escaped = after
            .get(..5)
            .and_then(|code| code.strip_suffix('_'))
            .filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        if let Some(c) = escaped {
            kept.push(c);
            rest = after.get(5..).unwrap_or_default();
        } else {
            kept.push_str("_x");
            rest = after;
        }
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_the_field_is_read() {
        let word = "Évaluasi";
        let wide = |order: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        assert_eq!(decode(word.as_bytes(), None), word);
        assert_eq!(decode(&[&[0xEF, 0xBB, 0xBF], word.as_bytes()].concat(), None), word);
        assert_eq!(decode(&[&[0xFF, 0xFE][..], &wide(u16::to_le_bytes)].concat(), None), word);
        assert_eq!(decode(&[&[0xFE, 0xFF][..], &wide(u16::to_be_bytes)].concat(), None), word);
        assert_eq!(decode(&wide(u16::to_le_bytes), None), word);
        assert_eq!(decode(&wide(u16::to_be_bytes), None), word);
        assert_eq!(decode(b"\xC9valuasi", None), word);
        assert_eq!(decode(b"\xFF\xFE\0\0A\0\0\0b\0\0\0", None), "Ab");
    }

    #[test]
    fn marks_of_the_file_are_gone_and_all_else_stays() {
        assert_eq!(clean("a\r\nb\rc\nd"), "a\nb\nc\nd");
        assert_eq!(clean("a_x000D_\nb_x000D_c"), "a\nb\nc");
        assert_eq!(clean("a_x005F_x000D_"), "a_x000D_");
        assert_eq!(clean("kata_xyz _x00"), "kata_xyz _x00");
        assert_eq!(clean("a\u{0}\u{7}b\tc"), "ab c");
        assert_eq!(clean(" a\u{A0}b "), " a\u{A0}b ");
    }
}
