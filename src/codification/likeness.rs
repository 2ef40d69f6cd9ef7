//! How alike two names are.

use rapidfuzz::distance::levenshtein::{Args, BatchComparator};

use crate::model::letters;

/// How alike two texts are by their letters alone: 1 for the same letters, 0 for nothing in common. It is one
/// minus the share of letters of the longer text that must be typed, dropped or replaced to get the other;
/// symmetrical.
#[must_use]
pub fn likeness(left: &str, right: &str) -> f64 {
    let (left, right) = (letters(left), letters(right));
    if left == right {
        return 1.0;
    }
    Pattern::new(&left).likeness(&right, 0.0).unwrap_or_default()
}

/// Letters prepared for being compared with many others.
pub(super) struct Pattern(BatchComparator<char>);

impl Pattern {
    /// The pattern of a text of letters alone.
    pub(super) fn new(letters: &str) -> Self {
        Self(BatchComparator::new(letters.chars()))
    }

    /// The likeness to other letters; `None` below the floor, which is found sooner the higher the floor is.
    pub(super) fn likeness(&self, letters: &str, floor: f64) -> Option<f64> {
        self.0.normalized_similarity_with_args(letters.chars(), &Args::default().score_cutoff(floor))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_the_normalized_edit_distance_of_the_letters() {
        let near = |left: f64, right: f64| (left - right).abs() < 1e-9;
        assert!(near(likeness("Dana Desa", "DANA-DESA"), 1.0));
        assert!(near(likeness("kompetensi", "kopetensi"), 0.9));
        assert!(near(likeness("abc", "xyz"), 0.0));
        assert!(near(likeness("", "abc"), 0.0));
        let (long, other) =
            ("PROGRAM PENGELOLAAN PENDIDIKAN DASAR ".repeat(9), "ROGRAM PENGELOLAN ".repeat(14));
        let expected = strsim::normalized_levenshtein(&letters(&long), &letters(&other));
        assert!(near(likeness(&long, &other), expected));
        assert!(near(likeness(&other, &long), expected));
    }
}
