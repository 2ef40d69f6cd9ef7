//! Texts of several runs: what is struck out or raised like a footnote's mark is no part of the value.

use super::text::clean;

/// How a run is shown, as far as the value depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    /// Struck out.
    pub(super) struck: bool,
    /// Raised.
    pub(super) raised: bool,
}

/// A text out of runs: what counts, and what was taken out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rich {
    /// The text that counts.
    pub(super) text: String,
    /// The text that is struck out.
    pub(super) struck: String,
    /// The marks that are raised.
    pub(super) raised: String,
}

impl Rich {
    /// Adds a run.
    pub(super) fn push(&mut self, text: &str, run: Run) {
        if run.struck {
            self.struck.push_str(text);
        } else if run.raised && is_mark(text) && !self.is_power(text) {
            self.raised.push_str(text);
        } else {
            self.text.push_str(text);
        }
    }

    /// Whether any run was taken out of the text.
    pub(super) fn is_marked(&self) -> bool {
        !self.struck.trim().is_empty() || !self.raised.trim().is_empty()
    }

    /// Whether all that is there is struck out: the text then stands, and its cell is struck out as a whole.
    pub(super) fn take_back(&mut self) -> bool {
        let whole = self.text.trim().is_empty() && !self.struck.trim().is_empty();
        if whole {
            self.text = std::mem::take(&mut self.struck);
        }
        whole
    }

    /// These runs without the marks that files leave in texts.
    pub(super) fn cleaned(self) -> Self {
        Self {
            text: clean(&self.text).into_owned(),
            struck: clean(&self.struck).trim().to_owned(),
            raised: clean(&self.raised).trim().to_owned(),
        }
    }

    /// Whether a raised text makes the power of a unit of length: `m²`, `km³`.
    fn is_power(&self, raised: &str) -> bool {
        let letters = self.text.chars().rev().take_while(|c| c.is_alphabetic()).collect::<String>();
        let unit = letters.to_lowercase();
        matches!(raised.trim(), "2" | "3")
            && matches!(unit.as_str(), "m" | "mk" | "mc" | "md" | "mm" | "mh" | "retem")
    }
}

/// Whether a raised text is a mark: digits, stars, a letter with a bracket; a word is none.
fn is_mark(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    !text.trim().is_empty() && (letters == 0 || letters == 1 && text.contains(')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rich(runs: &[(&str, bool, bool)]) -> Rich {
        let mut rich = Rich::default();
        for (text, struck, raised) in runs {
            rich.push(text, Run { struck: *struck, raised: *raised });
        }
        rich
    }

    #[test]
    fn struck_and_raised_runs_are_no_part_of_the_value() {
        let struck = rich(&[("40", true, false), ("31 Orang/Bulan", false, false)]);
        assert_eq!((struck.text.as_str(), struck.struck.as_str()), ("31 Orang/Bulan", "40"));
        let raised = rich(&[("4", false, false), ("1)", false, true), (" Dokumen", false, false)]);
        assert_eq!((raised.text.as_str(), raised.raised.as_str()), ("4 Dokumen", "1)"));
        assert_eq!(rich(&[("Dokumen", false, false), ("a)", false, true)]).text, "Dokumen");
    }

    #[test]
    fn powers_and_words_stay() {
        assert_eq!(rich(&[("12 m", false, false), ("2", false, true)]).text, "12 m2");
        assert_eq!(rich(&[("1", false, false), ("st", false, true)]).text, "1st");
        assert_eq!(rich(&[("12", false, false), ("2", false, true)]).text, "12");
    }

    #[test]
    fn what_is_struck_out_as_a_whole_stands() {
        let mut whole = rich(&[("40 Orang", true, false), (" ", false, false)]);
        assert!(whole.take_back());
        assert_eq!((whole.text.as_str(), whole.struck.as_str()), ("40 Orang", ""));
    }
}
