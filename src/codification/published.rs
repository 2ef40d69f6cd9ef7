//! Every text that is published whole: names, indicators, sources of funds.

use std::sync::OnceLock;

use foldhash::HashSet;

use super::added::added;
use super::built;
use super::either::is_name_by;
use super::registry::editions_beside;
use crate::model::letters;

/// Whether a text is published, in an edition that most documents follow; letters and digits alone decide.
#[must_use]
pub fn is_published(text: &str) -> bool {
    is_published_by(&letters(text))
}

/// Whether a text with these [letters] is published, in an edition that most documents follow.
#[must_use]
pub fn is_published_by(letters: &str) -> bool {
    is_name_by(letters, &editions_beside(None)) || beside_names().contains(letters)
}

/// The letters of the indicators, and of the sources of funds.
fn beside_names() -> &'static HashSet<&'static str> {
    static TEXTS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let mut texts: HashSet<&'static str> = built::BESIDE_NAMES.lines().collect();
        let added = added().into_iter().flat_map(|(_, table)| table.entries());
        let indicators = added.map(|entry| entry.indikator).filter(|text| !text.is_empty());
        // An edition lasts as long as the process.
        texts.extend(indicators.map(|text| &*Box::leak(letters(text).into_boxed_str())));
        texts
    })
}
