//! Known words as evidence: what was torn, run together or bled into the next cell is known only as repaired.

use crate::codification::is_word;
use crate::model::{Evidence, Proof, RuleId, WordSource};

/// The proof that stretches were joined or parted to known words; of blanks alone that the rule made them plain.
#[must_use]
pub fn mended(rule: RuleId, changes: Vec<(String, String)>) -> Proof {
    let said: Vec<String> = changes.iter().map(|(was, became)| format!("“{was}” → “{became}”")).collect();
    let text = if said.is_empty() { rule.to_string() } else { said.join("; ") };
    Proof::by(words(changes), text)
}

/// The proof that the letters at the beginning of a cell complete the last word of the cell before it.
#[must_use]
pub fn bled(left: &str, bled: &str, whole: &str) -> Proof {
    let text = format!("“{left}” + “{bled}” → “{whole}”");
    Proof::by(words(vec![(left.to_owned(), whole.to_owned())]), text)
}

/// The proof that a moved piece completes what it was put behind.
#[must_use]
pub fn completed(head: &str, whole: &str) -> Proof {
    Proof::by(words(vec![(head.to_owned(), whole.to_owned())]), whole)
}

fn words(changes: Vec<(String, String)>) -> Evidence {
    let source = source(&changes);
    Evidence::Words { changes, source }
}

/// Where the words that changes made are known from.
#[must_use]
pub fn source(changes: &[(String, String)]) -> WordSource {
    let published = |text: &str| {
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1);
        words.into_iter().all(|word| is_word(&word.to_lowercase()))
    };
    let known = changes.iter().all(|(_, became)| published(became));
    if known { WordSource::Codification } else { WordSource::Document }
}
