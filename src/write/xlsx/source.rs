//! The file that was read, as the audit leads to it.

use crate::model::Place;

/// What a path in a link cannot hold: `#` ends it, `%` begins a code, the others stand for folders and drives, or
/// for any letter.
const REFUSED: [char; 5] = ['#', '%', ':', '\\', '?'];
/// Excel takes links of 2,079 characters, and a space is written with three.
const LONGEST: usize = 690;

/// The file that a document was read from, seen from the folder of the workbook: `../renja.xlsx`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source(String);

impl Source {
    /// The file of a relative path with forward slashes; `None` if no link can lead there.
    #[must_use]
    pub fn at(path: &str) -> Option<Self> {
        let leads = !path.is_empty() && !path.contains(REFUSED) && path.chars().count() <= LONGEST;
        leads.then(|| Self(path.to_owned()))
    }

    /// The link to a cell of the file.
    pub(super) fn link(&self, place: &Place) -> String {
        format!("file:///{}#'{}'!{}", self.0, place.sheet.replace('\'', "''"), place.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_a_link_would_read_as_another_is_none() {
        for path in ["", "renja#1.xlsx", "100%.xlsx", "C:/renja.xlsx", "a\\b.xlsx", &"a".repeat(691)] {
            assert_eq!(Source::at(path), None, "{path}");
        }
        assert!(Source::at("../Dinas Pemuda & Olahraga/renja (2).xlsx").is_some());
    }
}
