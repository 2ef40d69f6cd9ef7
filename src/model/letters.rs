//! Comparing texts by their letters alone, so that torn words, case and punctuation do not matter.

/// The letters and digits of a text, lower case, without anything between them.
#[must_use]
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
