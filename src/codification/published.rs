//! Every text that is published whole: names, indicators, sources of funds.

use std::sync::OnceLock;

use super::added::added;
use super::built;
use super::either::is_name_by;
use super::lines::Lines;
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
    is_name_by(letters, &editions_beside(None)) || beside_names().has(letters)
}

/// The letters of the indicators, and of the sources of funds.
fn beside_names() -> &'static Lines {
    static TEXTS: OnceLock<Lines> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let Some((_, added)) = added() else { return built::BESIDE_NAMES };
        let indicators =
            added.entries().map(|entry| letters(entry.indikator)).filter(|text| !text.is_empty());
        let built = (0..built::BESIDE_NAMES.len()).map(|line| built::BESIDE_NAMES.line(line).to_owned());
        Lines::leaked(built.chain(indicators).collect())
    })
}
