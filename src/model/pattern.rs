//! Patterns of texts.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex_automata::Span;
use regex_automata::meta::{Builder, Config, Regex};
use regex_automata::util::captures::Captures;
use regex_automata::util::syntax;

/// A pattern that is compiled when it is first asked for. Nearly every text is ASCII; for these it is compiled without
/// the tables of Unicode: the matches are the same, and compiling takes a small part of the time.
#[derive(Debug)]
pub struct Pattern {
    text: Cow<'static, str>,
    /// Whether few texts are held against it: then it is compiled quickly and finds slowly.
    seldom: bool,
    plain: OnceLock<Regex>,
    any: OnceLock<Regex>,
}

/// The groups of a match, the whole of it first.
#[derive(Debug)]
pub struct Groups<'t> {
    text: &'t str,
    spans: Captures,
}

impl<'t> Groups<'t> {
    /// The text of a group; `None` for one that took no part in the match.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&'t str> {
        let Span { start, end } = self.spans.get_group(index)?;
        self.text.get(start..end)
    }

    /// Where a group begins in the text, in bytes.
    #[must_use]
    pub fn start(&self, index: usize) -> Option<usize> {
        self.spans.get_group(index).map(|span| span.start)
    }
}

impl Pattern {
    /// The pattern of a text in the syntax of the crate `regex`, against which every cell may be held.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self { text: Cow::Borrowed(text), seldom: false, plain: OnceLock::new(), any: OnceLock::new() }
    }

    /// A pattern against which few texts are held, such as titles and headers.
    #[must_use]
    pub const fn seldom(text: &'static str) -> Self {
        Self { text: Cow::Borrowed(text), seldom: true, plain: OnceLock::new(), any: OnceLock::new() }
    }

    /// Such a pattern of a text that is put together at run time.
    #[must_use]
    pub const fn of(text: String) -> Self {
        Self { text: Cow::Owned(text), seldom: true, plain: OnceLock::new(), any: OnceLock::new() }
    }

    /// Whether a text has a match.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        self.compiled(text).is_match(text)
    }

    /// The groups of the first match.
    #[must_use]
    pub fn captures<'t>(&self, text: &'t str) -> Option<Groups<'t>> {
        let pattern = self.compiled(text);
        let mut spans = pattern.create_captures();
        pattern.captures(text, &mut spans);
        spans.is_match().then_some(Groups { text, spans })
    }

    /// The groups of every match from left to right.
    pub fn captures_all<'t>(&self, text: &'t str) -> impl Iterator<Item = Groups<'t>> {
        self.compiled(text).captures_iter(text).map(move |spans| Groups { text, spans })
    }

    /// What finds the pattern in this text.
    ///
    /// # Panics
    /// If the text of the pattern is none, which it is for every text or for none.
    #[allow(clippy::expect_used, reason = "the patterns are constants, compiled by the tests")]
    fn compiled(&self, text: &str) -> &Regex {
        if text.is_ascii() {
            self.plain.get_or_init(|| {
                let bytes = syntax::Config::new().unicode(false).utf8(false);
                self.builder().syntax(bytes).build(&of_ascii(&self.text)).expect("a constant pattern")
            })
        } else {
            self.any.get_or_init(|| self.builder().build(&self.text).expect("a constant pattern"))
        }
    }

    fn builder(&self) -> Builder {
        let often = !self.seldom;
        let mut builder = Builder::new();
        builder.configure(Config::new().hybrid(often).onepass(often).auto_prefilter(often).dfa(false));
        builder
    }
}

/// A byte that no ASCII text has.
const NO_ASCII: &str = r"\x80";

/// A pattern of bytes that matches in ASCII texts what the given one does: a class of letters has those of ASCII, and what
/// is no ASCII is in no text.
fn of_ascii(pattern: &str) -> String {
    let mut found = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let classes = [(r"\p{L}", "a-zA-Z"), (r"\p{Ll}", "a-z")];
        let class = classes.into_iter().find_map(|(class, ascii)| Some((rest.strip_prefix(class)?, ascii)));
        if let Some((after, ascii)) = class {
            // Within brackets a class is its letters; alone it needs brackets, which within others change nothing.
            found.extend(["[", ascii, "]"]);
            rest = after;
        } else if let Some((_, after)) = rest.strip_prefix(r"\u{").and_then(|code| code.split_once('}')) {
            found.push_str(NO_ASCII);
            rest = after;
        } else if first == '\\' {
            // With the character that it takes the meaning from, be it the same sign.
            let end = rest.chars().nth(1).map_or(1, |escaped| 1 + escaped.len_utf8());
            let (escape, after) = rest.split_at(end);
            found.push_str(escape);
            rest = after;
        } else {
            if first.is_ascii() {
                found.push(first);
            } else {
                found.push_str(NO_ASCII);
            }
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_texts_and_others_are_matched_alike() {
        const TEXT: &str = r"(?i)^[\s\u{200b}]*(\d{1,2}|…|[–x])\W+(\p{L}[\p{L} '.-]*)\b";
        for pattern in [Pattern::new(TEXT), Pattern::seldom(TEXT)] {
            let name = |text: &str| pattern.captures(text).and_then(|found| found.get(2).map(str::to_owned));
            assert_eq!(name(" 12. Kota D'Agam 3").as_deref(), Some("Kota D'Agam "));
            assert_eq!(name("\u{200b}… Kota Ágam").as_deref(), Some("Kota Ágam"));
            assert_eq!(name("X) Kab. Agam").as_deref(), Some("Kab. Agam"));
            assert_eq!(name("– Agam").as_deref(), Some("Agam"));
            assert_eq!(name("٣٥ Agam").as_deref(), Some("Agam"));
            for text in ["", "Agam", ") Agam", "123 Agam", "1 5", "x\t Agam", "\\x Agam"] {
                assert_eq!(pattern.is_match(text), pattern.any.get().unwrap().is_match(text), "{text:?}");
            }
        }
        assert_eq!(of_ascii(r"\\d\d\.\u{200b}–\p{Ll}"), r"\\d\d\.\x80\x80[a-z]");
    }

    #[test]
    fn groups_and_matches_come_in_their_order() {
        let pattern = Pattern::new(r"([A-Z])(\d)?");
        let found: Vec<(Option<&str>, Option<&str>, Option<usize>)> =
            pattern.captures_all("A1 B").map(|found| (found.get(1), found.get(2), found.start(0))).collect();
        assert_eq!(found, [(Some("A"), Some("1"), Some(0)), (Some("B"), None, Some(3))]);
        assert!(pattern.captures("a").is_none());
    }
}
