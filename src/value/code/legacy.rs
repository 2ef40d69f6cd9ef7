//! Codes of the edition of 2006 as offices print them: the organisation's number inside, in one cell or in several,
//! spaced, unpadded, with dots at the end.

use super::cell::Cell;
use crate::model::Raw;

/// The code cells of one row, read for their parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LegacyPrint {
    /// The parts from left to right as printed, blanks within them closed up.
    pub parts: Vec<String>,
    /// Whether blanks stand within a part, a date took its place, or anything but digits and dots stands there: then the
    /// parts are one reading among others.
    pub is_damaged: bool,
    /// The digits alone.
    pub digits: String,
}

impl LegacyPrint {
    /// The print of these cells; blanks beside a dot, repeated dots at the ends, and the signs that stand for a dot
    /// belong to the spelling.
    #[must_use]
    pub fn of(cells: &[Raw]) -> Self {
        let mut print = Self::default();
        for raw in cells {
            print.add(raw);
        }
        print.digits = print.parts.concat();
        print
    }

    fn add(&mut self, raw: &Raw) {
        let cell = Cell::of(raw);
        let shown = raw.shown();
        let parts = cell.text.split('.').filter(|part| !part.is_empty());
        let own: Vec<String> = parts.map(str::to_owned).collect();
        let others = own.iter().any(|part| !part.bytes().all(|byte| byte.is_ascii_digit()));
        self.is_damaged |=
            cell.was_moment || others || cell.had_blank && parts_a_number(&shown) || has_gap(&cell.text);
        self.parts.extend(own.into_iter().map(|part| part.chars().filter(char::is_ascii_digit).collect()));
        self.parts.retain(|part: &String| !part.is_empty());
    }
}

/// Whether a blank stands between two digits.
fn parts_a_number(shown: &str) -> bool {
    let mut before: Option<char> = None;
    let mut blank = false;
    for c in shown.trim().chars() {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if blank && c.is_ascii_digit() && before.is_some_and(|before| before.is_ascii_digit()) {
            return true;
        }
        (before, blank) = (Some(c), false);
    }
    false
}

/// Whether a part is missing between two others.
fn has_gap(text: &str) -> bool {
    text.trim_matches('.').contains("..")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn print(cells: &[&str]) -> LegacyPrint {
        LegacyPrint::of(&cells.iter().map(|text| Raw::text(text)).collect::<Vec<_>>())
    }

    #[test]
    fn every_spelling_gives_the_same_parts() {
        for cells in [
            &["1", "02", "1.02.01", "01", "05"][..],
            &["1.02.1.02.01.01.05"],
            &["1.02.1.02.01.01.05."],
            &["1 . 02 . 1.02.01 . 01 . 05"],
            &["1.02", "1.02.01", "01", "05"],
            &["'1", "02.", "1-02-01", "01", "05"],
        ] {
            let found = print(cells);
            assert_eq!(found.parts.join("."), "1.02.1.02.01.01.05", "{cells:?}");
            assert!(!found.is_damaged, "{cells:?}");
        }
        assert_eq!(print(&["1.2.1.1.2.22"]).parts, ["1", "2", "1", "1", "2", "22"]);
    }

    #[test]
    fn blanks_within_a_part_and_strange_signs_are_damage() {
        for cells in [&["1.0 2.01"][..], &["1", "0 2"], &["1.O2.01"], &["1..02"]] {
            assert!(print(cells).is_damaged, "{cells:?}");
        }
        assert_eq!(print(&["1.0 2.01"]).digits, "10201");
    }
}
