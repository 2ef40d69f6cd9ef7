//! Whether a text is a name of the codification, in an edition that the document may follow: the anchor that tells a new row from the rest
//! of the row above.

use std::cell::RefCell;

use foldhash::HashMap;

use super::costs;
use crate::codification::{codification, editions_of_year, is_name_by};
use crate::model::{Edition, letters};

/// Looks names up and remembers what it found.
pub(super) struct Names {
    /// The editions that the document may follow.
    editions: Vec<Edition>,
    official: RefCell<HashMap<String, bool>>,
    known: RefCell<HashMap<String, f64>>,
}

impl Names {
    /// The names of the editions that a plan of a year may follow.
    pub(super) fn of_year(year: Option<u16>) -> Self {
        Self { editions: editions_of_year(year), official: RefCell::default(), known: RefCell::default() }
    }

    /// Whether the text, by its letters, is exactly an official name.
    pub(super) fn is_official(&self, text: &str) -> bool {
        self.is_official_by(&letters(text))
    }

    /// Whether these letters are those of an official name.
    pub(super) fn is_official_by(&self, letters: &str) -> bool {
        if let Some(known) = self.official.borrow().get(letters) {
            return *known;
        }
        let found = is_name_by(letters, &self.editions);
        self.official.borrow_mut().insert(letters.to_owned(), found);
        found
    }

    /// How close the text comes to an official name, 0 to 1.
    pub(super) fn quality(&self, text: &str) -> f64 {
        let key = letters(text);
        if key.is_empty() {
            return 0.0;
        }
        if let Some(known) = self.known.borrow().get(&key) {
            return *known;
        }
        let found = if self.is_official_by(&key) {
            1.0
        } else {
            self.editions
                .iter()
                .flat_map(|edition| codification(*edition).similar(text, 1, costs::NAME_LEAST))
                .map(|(_, similarity)| similarity)
                .fold(0.0, f64::max)
        };
        self.known.borrow_mut().insert(key, found);
        found
    }

    /// Whether an official name starts with the text and goes on.
    pub(super) fn is_cut(&self, text: &str) -> bool {
        let key = letters(text);
        key.len() >= costs::CUT_LETTERS
            && self.editions.iter().any(|edition| !codification(*edition).prefix(&key).is_empty())
    }
}
