//! One cell of a code, as it is shown.

use std::borrow::Cow;

use crate::model::{Moment, Raw};

/// What a code cell shows.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// The text without blanks, `.` for every separator.
    pub(super) text: String,
    pub(super) digits: String,
    pub(super) had_blank: bool,
    pub(super) was_moment: bool,
}

impl Cell {
    pub(super) fn of(raw: &Raw) -> Self {
        let (shown, was_moment) = match raw {
            Raw::Moment(moment) => (Cow::Owned(dotted(moment)), true),
            other => {
                let shown = other.shown();
                timed(&shown).map_or((shown, false), |code| (Cow::Owned(code), true))
            }
        };
        let trimmed = shown.trim();
        let text: String = trimmed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '\u{200b}' && *c != '\'')
            .map(|c| if ",;:-/·".contains(c) { '.' } else { c })
            .collect();
        let digits = text.chars().filter(|c| c.is_ascii_digit() || *c == 'X').collect();
        let had_blank = trimmed.chars().any(char::is_whitespace);
        Self { text, digits, had_blank, was_moment }
    }

    /// The cell with the zeros that a number format dropped, as the part at this position has them.
    pub(super) fn padded(&self, index: usize) -> String {
        let trimmed = self.text.trim_matches('.');
        match trimmed.split_once('.') {
            Some((head, tail)) if index == 3 => format!("{head}.{tail:0>2}"),
            None if index > 0 && trimmed.len() == 1 && index != 3 => format!("0{trimmed}"),
            None if index == 3 && trimmed.len() == 3 => {
                let (head, tail) = trimmed.split_at(1);
                format!("{head}.{tail}")
            }
            _ => trimmed.to_owned(),
        }
    }
}

/// A date or time as the code that was typed: `2.02` became 2:02 or 2 February.
fn dotted(moment: &Moment) -> String {
    match (moment.date, moment.time) {
        (Some((_, month, day)), None) => format!("{day}.{month:02}"),
        (_, Some((hour, minute, _))) => format!("{hour}.{minute:02}"),
        (None, None) => String::new(),
    }
}

/// A time that stands as text, as the code that was typed: `2:05:00` was `2.05`.
fn timed(text: &str) -> Option<String> {
    let mut parts = text.trim().split(':');
    let (hour, minute) = (parts.next()?.parse::<u8>().ok()?, parts.next().filter(|part| part.len() == 2)?);
    let rest = parts.next().is_none_or(|seconds| seconds == "00") && parts.next().is_none();
    (rest && minute.chars().all(|c| c.is_ascii_digit())).then(|| format!("{hour}.{minute}"))
}
