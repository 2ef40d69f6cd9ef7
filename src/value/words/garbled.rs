//! Letters that a PDF or a web page broke: joined letters, codes of characters, signs that stand for what is gone.

/// The letters that a font joins, and what they are.
const JOINED: [(char, &str); 7] = [
    ('\u{fb00}', "ff"),
    ('\u{fb01}', "fi"),
    ('\u{fb02}', "fl"),
    ('\u{fb03}', "ffi"),
    ('\u{fb04}', "ffl"),
    ('\u{fb05}', "st"),
    ('\u{fb06}', "st"),
];
/// The codes of web pages that stand in texts of offices, and what they are.
const CODES: [(&str, &str); 9] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&apos;", "'"),
    ("&#39;", "'"),
    ("&#039;", "'"),
    ("&nbsp;", " "),
    ("&#160;", " "),
];

/// The text with joined letters parted and codes of web pages read; `None` where it holds neither. A code may be coded
/// again (`&amp;amp;`).
#[must_use]
pub fn spelled_out(text: &str) -> Option<String> {
    if text.is_ascii() && !text.contains('&') {
        return None;
    }
    let mut whole = text.to_owned();
    for (joined, letters) in JOINED {
        if whole.contains(joined) {
            whole = whole.replace(joined, letters);
        }
    }
    while whole.contains('&') {
        let read = CODES.iter().rev().fold(whole.clone(), |text, (code, sign)| text.replace(code, sign));
        if read == whole {
            break;
        }
        whole = read;
    }
    (whole != text).then_some(whole)
}

/// The first sign in a text that letters were lost or mistaken: the replacement character, `(cid:3)`, and what is left
/// of a character whose bytes were read one by one (`â€“`, `Ã©`); `None` where there is none.
#[must_use]
pub fn garbled(text: &str) -> Option<&str> {
    if text.is_ascii() && !text.contains("(cid:") {
        return None;
    }
    let sign = |at: usize, length: usize| text.get(at..at + length);
    if let Some(at) = text.find('\u{fffd}') {
        return sign(at, '\u{fffd}'.len_utf8());
    }
    if let Some(at) = text.find("(cid:") {
        let rest = text.get(at..)?;
        let end = rest.find(')')?;
        let digits = rest.get(5..end)?;
        let is_sign = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        return rest.get(..=end).filter(|_| is_sign);
    }
    let pairs = text.char_indices().zip(text.chars().skip(1));
    let mistaken = |first: char, second: char| match first {
        'â' => second == '€',
        'Ã' => matches!(u32::from(second), 0x80..=0xbf),
        'Â' => matches!(u32::from(second), 0xa0..=0xbf),
        _ => false,
    };
    let found = pairs.into_iter().find(|((_, first), second)| mistaken(*first, *second));
    found.and_then(|((at, first), second)| sign(at, first.len_utf8() + second.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_letters_and_codes_have_one_reading() {
        assert_eq!(spelled_out("Veriﬁkasi &amp; Klasiﬁkasi").as_deref(), Some("Verifikasi & Klasifikasi"));
        assert_eq!(spelled_out("A &amp;amp; B").as_deref(), Some("A & B"));
        for text in ["R&D", "A & B", "Verifikasi", "a&b;", ""] {
            assert_eq!(spelled_out(text), None, "{text}");
        }
    }

    #[test]
    fn what_was_lost_is_told() {
        for (text, sign) in [
            ("Doku\u{fffd}men", "\u{fffd}"),
            ("Jumlah (cid:3)Dokumen", "(cid:3)"),
            ("2020 â€“ 2024", "â€"),
            ("CafÃ©", "Ã©"),
        ] {
            assert_eq!(garbled(text), Some(sign), "{text}");
        }
        for text in ["Dokumen", "(cid)", "Kemampuan – 2024", "Ã", "m² dan 5°", "(cid:x)"] {
            assert_eq!(garbled(text), None, "{text}");
        }
    }
}
