//! Numbers, percent signs and words of a measure.

use super::super::words::{LineBreaks, lines};

/// A number, a `%`, or a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub text: String,
    pub starts_line: bool,
    kind: Sort,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Number,
    Word,
    /// A number bound to another or to a sign: `10-20`, `2/3`, `>75`.
    Statement,
}

impl Token {
    pub fn is_number(&self) -> bool {
        self.kind != Sort::Word
    }

    pub fn is_statement(&self) -> bool {
        self.kind == Sort::Statement
    }

    pub fn is_currency(&self) -> bool {
        matches!(self.text.to_lowercase().trim_end_matches('.'), "rp" | "idr")
    }
}

/// The tokens of a text, line by line.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    for line in lines(text, LineBreaks::Keep) {
        let mut starts_line = true;
        for word in line.split(' ').filter(|word| !word.is_empty()) {
            for (text, kind) in parts(word) {
                found.push(Token { text, starts_line, kind });
                starts_line = false;
            }
        }
    }
    found
}

/// Parts what is glued: `Usaha41`, `35Orang`, `35%`. A short name with digits (`m2`, `CO2`, `K3`) is whole.
fn parts(word: &str) -> Vec<(String, Sort)> {
    let mut found = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let length = if first == '%' {
            1
        } else if starts_number(rest) {
            number_length(rest)
        } else {
            word_length(rest)
        };
        let (head, tail) = rest.split_at(length.clamp(1, rest.len()).max(first.len_utf8()));
        found.push((head.to_owned(), sort(head)));
        rest = tail;
    }
    found
}

fn sort(text: &str) -> Sort {
    let body = text.strip_prefix('-').unwrap_or(text);
    let plain = body.starts_with(|c: char| c.is_ascii_digit())
        && body.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    if plain {
        return Sort::Number;
    }
    let bound = text.chars().all(|c| c.is_ascii_digit() || ".,-–/:+<>≥≤=±~x×".contains(c));
    let digits = text.chars().any(|c| c.is_ascii_digit());
    if bound && digits || text.chars().any(|c| "<>≥≤±".contains(c)) {
        Sort::Statement
    } else {
        Sort::Word
    }
}

fn starts_number(text: &str) -> bool {
    let body = text.trim_start_matches(['-', '–', '+', '<', '>', '≥', '≤', '=', '±', '~']);
    body.starts_with(|c: char| c.is_ascii_digit())
}

/// A number with all that is bound to it by separators, dashes and slashes.
fn number_length(text: &str) -> usize {
    let bound = |c: char| c.is_ascii_digit() || ".,-–/:+<>≥≤=±~×".contains(c);
    let run = text.find(|c: char| !bound(c)).unwrap_or(text.len());
    let head = text.get(..run).unwrap_or_default();
    head.trim_end_matches(|c: char| !c.is_ascii_digit()).len()
}

/// A word up to a digit glued to it, or up to a `%`.
fn word_length(text: &str) -> usize {
    let mut letters = 0;
    for (at, c) in text.char_indices() {
        if c == '%' || c.is_ascii_digit() && letters > 2 {
            return at;
        }
        if c.is_ascii_digit() && letters <= 2 {
            let name = text.get(at..).unwrap_or_default();
            let end = name.find(|c: char| !c.is_alphanumeric()).unwrap_or(name.len());
            return at + end;
        }
        letters = if c.is_alphabetic() { letters + 1 } else { letters };
    }
    text.len()
}
