//! Patterns of texts.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex::{Captures, Regex};

/// A pattern that is compiled when it is first asked for. Nearly every text is ASCII; for these it is compiled without
/// the tables of Unicode: the matches are the same, and compiling takes a small part of the time.
#[derive(Debug)]
pub struct Pattern {
    text: Cow<'static, str>,
    plain: OnceLock<Regex>,
    any: OnceLock<Regex>,
}

impl Pattern {
    /// The pattern of a text in the syntax of [`regex`].
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self { text: Cow::Borrowed(text), plain: OnceLock::new(), any: OnceLock::new() }
    }

    /// The pattern of a text that is put together at run time, in the syntax of [`regex`].
    #[must_use]
    pub const fn of(text: String) -> Self {
        Self { text: Cow::Owned(text), plain: OnceLock::new(), any: OnceLock::new() }
    }

    /// Whether a text has a match.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        self.compiled(text).is_match(text)
    }

    /// The groups of the first match.
    #[must_use]
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.compiled(text).captures(text)
    }

    /// What finds the pattern in this text.
    ///
    /// # Panics
    /// If the text of the pattern is none, which it is for every text or for none.
    #[must_use]
    #[allow(clippy::expect_used, reason = "the patterns are constants, compiled by the tests")]
    pub fn compiled(&self, text: &str) -> &Regex {
        if text.is_ascii() {
            self.plain.get_or_init(|| Regex::new(&of_ascii(&self.text)).expect("a constant pattern"))
        } else {
            self.any.get_or_init(|| Regex::new(&self.text).expect("a constant pattern"))
        }
    }
}

/// The classes whose tables take the time, with what they are in ASCII texts.
const CLASSES: [(&str, &str); 9] = [
    (r"\d", "[0-9]"),
    (r"\s", r"[\t\n\x0B\x0C\r ]"),
    (r"\S", r"[^\t\n\x0B\x0C\r ]"),
    (r"\w", "[0-9A-Za-z_]"),
    (r"\W", "[^0-9A-Za-z_]"),
    (r"\b", r"(?-u:\b)"),
    (r"\p{L}", "[A-Za-z]"),
    (r"\p{Ll}", "[a-z]"),
    // Any other escape stays.
    (r"\", r"\"),
];

/// A pattern that matches in ASCII texts what the given one does, without a table of Unicode.
fn of_ascii(pattern: &str) -> String {
    let mut found = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(at) = rest.find('\\') {
        let (before, escaped) = rest.split_at(at);
        found.push_str(before);
        rest = escaped;
        for (class, ascii) in CLASSES {
            let Some(after) = escaped.strip_prefix(class) else { continue };
            found.push_str(ascii);
            rest = after;
            if class == r"\" {
                // The character that it takes the meaning from, be it the same sign.
                found.extend(after.chars().next());
                rest = after.get(after.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default();
            }
            break;
        }
    }
    found.push_str(rest);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_texts_and_others_are_matched_alike() {
        let pattern = Pattern::new(r"(?i)^[\s\u{200b}]*(\d{1,2}|…|[–x])\W+(\p{L}[\p{L} '.-]*)\b");
        let name = |text: &str| pattern.captures(text).map(|found| found[2].to_owned());
        assert_eq!(name(" 12. Kota D'Agam 3").as_deref(), Some("Kota D'Agam "));
        assert_eq!(name("\u{200b}… Kota Ágam").as_deref(), Some("Kota Ágam"));
        assert_eq!(name("X) Kab. Agam").as_deref(), Some("Kab. Agam"));
        assert_eq!(name("– Agam").as_deref(), Some("Agam"));
        assert_eq!(name("٣٥ Agam").as_deref(), Some("Agam"));
        for text in ["", "Agam", ") Agam", "123 Agam", "1 5", "x\t Agam", "\\x Agam"] {
            assert_eq!(pattern.is_match(text), pattern.any.get().unwrap().is_match(text), "{text:?}");
        }
        assert_eq!(of_ascii(r"\\d\d\.\u{200b}"), r"\\d[0-9]\.\u{200b}");
    }
}
