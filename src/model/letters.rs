//! Comparing texts by their letters alone, so that torn words, case and punctuation do not matter.

/// The letters and digits of a text, lower case, without anything between them.
#[must_use]
pub fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    if text.is_ascii() {
        // Nearly every text is, and its letters take no table to be known.
        let plain = text.bytes().filter(u8::is_ascii_alphanumeric);
        letters.extend(plain.map(|byte| char::from(byte.to_ascii_lowercase())));
    } else {
        letters.extend(text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
    }
    letters
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
