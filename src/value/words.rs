//! Words torn by a narrow column or glued by a lost blank, and white space that nobody sees.

mod compound;
mod garbled;
mod letters;
mod segment;
mod space;
mod stretch;

pub use garbled::{garbled, spelled_out};
pub use space::{LineBreaks, collapse, visible};

pub(super) use space::lines;

use crate::model::RuleId;
use crate::rules;

use stretch::{Piece, pieces};

/// The words that a document may hold.
pub trait Vocabulary {
    /// Whether this lower-case word is one: letters only, or a compound with its `/` or `-`
    /// (`kabupaten/kota`, `perundang-undangan`).
    fn knows(&self, word: &str) -> bool;

    /// Whether this lower-case word is known as a name only, so that it may stand for something else.
    fn is_name(&self, _word: &str) -> bool {
        false
    }

    /// Whether two lower-case words stand side by side in texts that can be trusted, so that they may have been
    /// run together elsewhere.
    fn pairs(&self, _left: &str, _right: &str) -> bool {
        false
    }
}

/// A text whose words are whole again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The text; its letters, digits and punctuation are those of the original, in order.
    pub text: String,
    /// The damages undone: `invisible-characters`, `torn-word`, `glued-words`.
    pub rules: Vec<RuleId>,
    /// Every stretch that was joined or parted, as it was and as it became.
    pub changes: Vec<(String, String)>,
}

/// Joins torn words and parts glued ones where the vocabulary knows the result and not the original, and makes
/// white space plain. `None` where nothing changes. Where two ways to mend a stretch are about as good, it is
/// left alone. Only white space changes, and the hyphen of a word hyphenated at a line's end.
#[must_use]
pub fn mend(text: &str, vocabulary: &dyn Vocabulary, breaks: LineBreaks) -> Option<Mended> {
    let mut work = Work { vocabulary, rules: Vec::new(), changes: Vec::new() };
    let visible = space::visible(text);
    let whole = work.hyphenated(&visible);
    let plain = space::plain(&whole, breaks);
    if plain != whole || whole == visible && visible != text {
        work.rules.push(rules::invisible_characters::ID);
    }
    let mended = plain.split('\n').map(|line| work.line(line)).collect::<Vec<_>>().join("\n");
    if mended == text {
        return None;
    }
    if work.rules.is_empty() {
        work.rules.push(rules::invisible_characters::ID);
    }
    work.rules.sort_unstable();
    work.rules.dedup();
    Some(Mended { text: mended, rules: work.rules, changes: work.changes })
}

struct Work<'a> {
    vocabulary: &'a dyn Vocabulary,
    rules: Vec<RuleId>,
    changes: Vec<(String, String)>,
}

impl Work<'_> {
    fn line(&mut self, line: &str) -> String {
        let mut mended = String::with_capacity(line.len());
        for piece in pieces(line) {
            match piece {
                Piece::Other(text) => mended.push_str(text),
                Piece::Words(text) => {
                    let found = segment::mend(text, self.vocabulary);
                    for change in found.changes {
                        let torn = change.0.contains(' ') && gaps_lost(&change);
                        self.rules.extend(torn.then_some(rules::torn_word::ID));
                        self.rules.extend(gaps_won(&change).then_some(rules::glued_words::ID));
                        self.changes.push(change);
                    }
                    mended.push_str(&found.text);
                }
            }
        }
        let (closed, changes) = compound::closed(&mended, self.vocabulary);
        if !changes.is_empty() {
            self.rules.push(rules::torn_word::ID);
            self.changes.extend(changes);
        }
        closed
    }

    /// Takes out the hyphens at the ends of lines that cut a known word.
    fn hyphenated(&mut self, text: &str) -> String {
        let mut lines = text.split('\n');
        let mut whole = lines.next().unwrap_or_default().trim_end().to_owned();
        for line in lines {
            let next = line.trim_start();
            let joined = whole.strip_suffix('-').and_then(|before| self.cut_word(before, next));
            if let Some((change, before)) = joined {
                whole.truncate(before);
                self.changes.push(change);
                self.rules.push(rules::torn_word::ID);
            } else {
                whole.push('\n');
            }
            whole.push_str(next.trim_end());
        }
        whole
    }

    /// The word that begins at the end of `before` and ends at the start of `next`, if it is known and its two
    /// halves are not both words of their own; with the length of the text before the hyphen.
    fn cut_word(&self, before: &str, next: &str) -> Option<((String, String), usize)> {
        let start = before.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last()?.0;
        let end =
            next.char_indices().find(|(_, c)| !c.is_alphabetic()).map_or(next.len(), |(index, _)| index);
        let (head, tail) = (before.get(start..)?, next.get(..end)?);
        let knows = |word: &str| self.vocabulary.knows(&word.to_lowercase());
        let whole = format!("{head}{tail}");
        let cut = !tail.is_empty() && knows(&whole) && !(knows(head) && knows(tail));
        cut.then(|| ((format!("{head}-\n{tail}"), whole), before.len()))
    }
}

/// Whether a blank of the stretch before is gone after.
fn gaps_lost((before, after): &(String, String)) -> bool {
    !blanks(before).iter().all(|gap| blanks(after).contains(gap))
}

/// Whether the stretch after has a blank that was not there before.
fn gaps_won((before, after): &(String, String)) -> bool {
    !blanks(after).iter().all(|gap| blanks(before).contains(gap))
}

/// How many letters stand before each blank.
fn blanks(text: &str) -> Vec<usize> {
    let mut letters = 0;
    let mut found = Vec::new();
    for c in text.chars() {
        if c == ' ' {
            found.push(letters);
        } else {
            letters += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests;
