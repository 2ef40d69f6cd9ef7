//! Names of which a page break or a narrow cell left the beginning.

use crate::model::letters;

/// The least words, and the least letters, of a beginning that is known.
const LEAST_WORDS: usize = 2;
const LEAST_LETTERS: usize = 10;

/// Whether a name is the official one up to the end of one of its words; the whole one is not.
#[must_use]
pub fn begins(name: &str, official: &str) -> bool {
    let begun = letters(name);
    let mut ends = official.match_indices(' ').map(|(at, _)| official.get(..at).unwrap_or_default());
    name.split_whitespace().count() >= LEAST_WORDS
        && begun.len() >= LEAST_LETTERS
        && begun.len() < letters(official).len()
        && ends.any(|start| letters(start) == begun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_between_its_words() {
        let official = "Penyediaan Gaji dan Tunjangan ASN";
        assert!(begins("Penyediaan Gaji", official));
        assert!(begins("PENYEDIAAN GAJI DAN TUNJANGAN", official));
        for name in ["Penyediaan", "Penyediaan Gaji dan Tun", official, "Gaji dan Tunjangan", ""] {
            assert!(!begins(name, official), "{name}");
        }
    }
}
