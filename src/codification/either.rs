//! Both editions at once: which of them a document follows is not known yet, or makes no difference.

use super::entry::Entry;
use super::table::codification;
use crate::model::{Edition, Kode, letters};

/// The entries of a code, those of the older edition first.
#[must_use]
pub fn entries_of(code: &Kode) -> Vec<&'static Entry> {
    Edition::ALL.into_iter().flat_map(|edition| codification(edition).by_code(code)).collect()
}

/// The entries of a name, compared by its letters, those of the older edition first.
pub fn entries_named(name: &str) -> impl Iterator<Item = &'static Entry> + use<> {
    let letters = letters(name);
    Edition::ALL.into_iter().flat_map(move |edition| codification(edition).by_letters(&letters)).copied()
}

/// Whether these [letters] are those of an official name.
#[must_use]
pub fn is_name_by(letters: &str) -> bool {
    Edition::ALL.into_iter().any(|edition| !codification(edition).by_letters(letters).is_empty())
}
