//! Digits of other scripts: `３５`, `٣٥`, `𝟑𝟓`.

/// Where the decimal digits of other scripts begin; the nine others follow in order.
const ZEROS: [u32; 24] = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50,
    0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810, 0xa9d0, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7f6,
];

/// The text with every decimal digit of another script as one of ours, and the full-width and Arabic separators,
/// signs and letters between them as plain ones; `None` where it holds no such digit. Raised and lowered digits are
/// marks, no digits of a number: they stay.
#[must_use]
pub fn plain_digits(text: &str) -> Option<String> {
    if text.is_ascii() || !text.chars().any(|c| digit(c).is_some()) {
        return None;
    }
    Some(text.chars().map(|c| digit(c).or_else(|| sign(c)).unwrap_or(c)).collect())
}

fn digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// Full-width signs, and the separators of Arabic numbers.
fn sign(c: char) -> Option<char> {
    match c {
        '\u{066b}' => Some(','),
        '\u{066c}' => Some('.'),
        '\u{066a}' => Some('%'),
        '\u{3002}' => Some('.'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_are_ours() {
        assert_eq!(plain_digits("３５.２５０.０００").as_deref(), Some("35.250.000"));
        assert_eq!(plain_digits("３５．２５０．０００").as_deref(), Some("35.250.000"));
        assert_eq!(plain_digits("٣٥٬٢٥٠٬٠٠٠").as_deref(), Some("35.250.000"));
        assert_eq!(plain_digits("۳۵").as_deref(), Some("35"));
        assert_eq!(plain_digits("（３５）").as_deref(), Some("(35)"));
        for text in ["35.250.000", "12 Dokumen¹", "m²", "Ａ", ""] {
            assert_eq!(plain_digits(text), None, "{text}");
        }
    }
}
