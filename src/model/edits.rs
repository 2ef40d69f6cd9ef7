//! How far two texts are from each other, counted in letters.

use rapidfuzz::distance::{jaro_winkler, levenshtein};

/// How many characters must be typed, dropped or replaced to make one text of the other.
#[must_use]
pub fn edits(left: &str, right: &str) -> usize {
    levenshtein::distance(left.chars(), right.chars())
}

/// One minus the share of the characters of the longer text that must be typed, dropped or replaced: 1 for equal texts,
/// 0 for nothing in common.
#[must_use]
pub fn sameness(left: &str, right: &str) -> f64 {
    levenshtein::normalized_similarity(left.chars(), right.chars())
}

/// How alike two words are that one may have typed for the other (Jaro and Winkler): letters that are swapped count less,
/// and beginnings more.
#[must_use]
pub fn mistaken(left: &str, right: &str) -> f64 {
    jaro_winkler::normalized_similarity(left.chars(), right.chars())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_as_far_apart_as_another_counter_finds() {
        let texts =
            ["", "a", "convert", "convrt", "Pengelolaan", "Pengelolan é", "Pendidikan Dasar", "𝄞 nada"];
        for left in texts {
            for right in texts {
                assert_eq!(edits(left, right), strsim::levenshtein(left, right));
                let plain = strsim::normalized_levenshtein(left, right);
                assert!((sameness(left, right) - plain).abs() < 1e-12, "{left} {right}");
            }
        }
        assert!(mistaken("convrt", "convert") > mistaken("convrt", "check"));
    }
}
