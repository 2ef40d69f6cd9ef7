//! Every text that is published whole: names, indicators, sources of funds.

use std::sync::OnceLock;

use foldhash::HashSet;

use super::funding::sumber_dana;
use super::registry::{codification, editions_beside};
use crate::model::letters;

/// Whether a text is published, in an edition that most documents follow; letters and digits alone decide.
#[must_use]
pub fn is_published(text: &str) -> bool {
    is_published_by(&letters(text))
}

/// The same for a text of which the [letters] are known already.
#[must_use]
pub fn is_published_by(letters: &str) -> bool {
    static TEXTS: OnceLock<HashSet<String>> = OnceLock::new();
    let texts = TEXTS.get_or_init(|| {
        let entries = editions_beside(None).into_iter().flat_map(|edition| codification(edition).entries());
        let texts = entries.flat_map(|entry| [entry.nama, entry.indikator]);
        let funds = sumber_dana().iter().map(|fund| fund.nama);
        // The editions repeat most of their texts: each is taken apart once.
        let unique: HashSet<&'static str> = texts.chain(funds).filter(|text| !text.is_empty()).collect();
        unique.into_iter().map(crate::model::letters).collect()
    });
    texts.contains(letters)
}
