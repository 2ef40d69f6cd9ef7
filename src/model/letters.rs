//! Comparing texts by their letters alone, so that torn words, case and punctuation do not matter.

/// The letters and digits of a text, lower case, without anything between them.
#[must_use]
pub fn letters(text: &str) -> String {
    if text.is_ascii() {
        // Nearly every text is, and its letters take no table to be known.
        return ascii(text, u8::is_ascii_alphanumeric);
    }
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The bytes of an ASCII text that are wanted, lower case.
pub(crate) fn ascii(text: &str, wanted: fn(&u8) -> bool) -> String {
    let mut bytes = text.as_bytes().to_ascii_lowercase();
    bytes.retain(wanted);
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
