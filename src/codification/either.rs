//! Several editions at once: which of them a document follows is not known yet, or makes no difference.

use super::entry::Entry;
use super::registry::{codification, editions, editions_beside};
use crate::model::{Edition, Kode, Shape, letters};

/// The editions in which a code can stand, beside a document's own: its grammar tells.
fn editions_for(code: &Kode, edition: Option<Edition>) -> Vec<Edition> {
    let is_legacy = code.shape().is_some();
    let mut found = editions_beside(edition);
    found.retain(|edition| edition.is_legacy() == is_legacy);
    if found.is_empty() { editions_beside(is_legacy.then_some(Edition::Y2006)) } else { found }
}

/// The entries of a code in the editions beside a document's own, those of the older edition first.
#[must_use]
pub fn entries_of(code: &Kode, edition: Option<Edition>) -> Vec<&'static Entry> {
    editions_for(code, edition).into_iter().flat_map(|edition| codification(edition).by_code(code)).collect()
}

/// The entries of a name, compared by its letters, in the editions beside a document's own, those of the older edition
/// first.
pub fn entries_named(name: &str, edition: Option<Edition>) -> impl Iterator<Item = &'static Entry> + use<> {
    let letters = letters(name);
    let editions = editions_beside(edition).into_iter();
    editions.flat_map(move |edition| codification(edition).by_letters(&letters))
}

/// Whether these [letters] are those of an official name in one of the given editions.
#[must_use]
pub fn is_name_by(letters: &str, editions: &[Edition]) -> bool {
    editions.iter().any(|edition| codification(*edition).has_letters(letters))
}

/// The shapes in which offices print codes of the edition of 2006: without office, with the office's number, with that of
/// a unit besides, and with the office's number behind the urusan and bidang that it belongs to.
pub const LEGACY_SHAPES: [Shape; 5] = [
    Shape { office: 0, unit: 0 },
    Shape { office: 1, unit: 0 },
    Shape { office: 3, unit: 0 },
    Shape { office: 1, unit: 1 },
    Shape { office: 3, unit: 1 },
];

/// The entries of a code as text in every edition; of the edition of 2006 in every shape.
#[must_use]
pub fn entries_of_text(code: &str) -> Vec<&'static Entry> {
    let legacy = LEGACY_SHAPES.into_iter().filter_map(|shape| Kode::legacy(code, shape));
    let mut found: Vec<&'static Entry> =
        legacy.flat_map(|code| codification(Edition::Y2006).by_code(&code)).collect();
    if let Some(code) = Kode::of(code) {
        let today = editions().into_iter().filter(|edition| !edition.is_legacy());
        found.extend(today.flat_map(|edition| codification(edition).by_code(&code)));
    }
    found
}

/// The edition that has a code which the document's own edition lacks: the nearest later one, else the nearest earlier
/// one. `None` where its own has it, or none has.
#[must_use]
pub fn other_edition(code: &Kode, own: Edition) -> Option<Edition> {
    let has = |edition: &Edition| !codification(*edition).by_code(code).is_empty();
    if code.shape().is_some() || own.is_legacy() || has(&own) {
        return None;
    }
    editions_beside(Some(own)).into_iter().rev().find(|edition| *edition != own && has(edition))
}
