//! Comparing texts by their letters alone, so that torn words, case and punctuation do not matter.

/// What becomes of each ASCII byte: letters in lower case, and nothing (0) of what is not wanted.
pub(crate) type Kept = [u8; 256];

/// Letters and digits.
const LETTERS_AND_DIGITS: Kept = kept(true);
/// Letters alone.
pub(crate) const LETTERS: Kept = kept(false);

#[allow(clippy::indexing_slicing, reason = "a constant: a wrong index would not compile")]
const fn kept(digits: bool) -> Kept {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphabetic() || digits && byte.is_ascii_digit() {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
}

/// The letters and digits of a text, lower case, without anything between them.
#[must_use]
pub fn letters(text: &str) -> String {
    if text.is_ascii() {
        // Nearly every text is, and its letters take no table of Unicode to be known.
        return ascii(text, &LETTERS_AND_DIGITS);
    }
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What is kept of an ASCII text.
pub(crate) fn ascii(text: &str, table: &Kept) -> String {
    let found = text.bytes().map(|byte| table.get(usize::from(byte)).copied().unwrap_or_default());
    let mut bytes = vec![0; text.len()];
    let mut count = 0;
    for byte in found {
        // Each byte is put down, and stays if the next one is put behind it: no branch depends on the text.
        if let Some(slot) = bytes.get_mut(count) {
            *slot = byte;
        }
        count += usize::from(byte != 0);
    }
    bytes.truncate(count);
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_the_same_in_any_writing() {
        for (text, wanted) in [
            ("", ""),
            ("Penyediaan Gaji, dan/atau (ASN) 1x24", "penyediaangajidanatauasn1x24"),
            ("M³/Hari", "m³hari"),
            ("TÉLÉ-phone", "téléphone"),
            ("\u{a0}a\tb_c", "abc"),
        ] {
            assert_eq!(letters(text), wanted);
        }
    }
}
