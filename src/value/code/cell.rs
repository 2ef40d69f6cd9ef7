//! One code cell: what it shows, and what it may have been before Excel read it.

use crate::model::{Moment, Raw};

use super::super::words::collapse;

/// A cell's text without blanks, commas as dots, and how it came to be so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// The text as printed, visible characters only.
    pub shown: String,
    /// Digits, dots and `X`; the printed text where it holds anything else.
    pub solid: String,
    /// Whether a blank stood between the digits.
    pub split: bool,
    /// Whether a comma stood for a dot.
    pub comma: bool,
    /// Whether Excel kept a number with decimals.
    pub rounded: bool,
    /// What a date or time was typed as.
    pub eaten: Vec<String>,
}

impl Cell {
    pub fn of(raw: &Raw) -> Self {
        match raw {
            Raw::Moment(moment) => Self { eaten: eaten(moment), shown: moment.shown(), ..Self::default() },
            Raw::Number { value, .. } => {
                let mut cell = Self::text(&raw.shown());
                cell.rounded = !value.fract().is_zero();
                cell
            }
            _ => Self::text(&raw.shown()),
        }
    }

    /// A cell of the given text.
    pub fn text(text: &str) -> Self {
        let shown = collapse(text);
        let solid = shown.replace(' ', "").replace(',', ".").to_uppercase();
        let (split, comma) = (shown.contains(' '), shown.contains(','));
        Self { shown, solid, split, comma, rounded: false, eaten: Vec::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.solid.is_empty() && self.eaten.is_empty()
    }

    /// The text where nothing in it needs undoing.
    pub fn clean(&self) -> Option<&str> {
        let clean = !self.split && !self.comma && !self.rounded && self.eaten.is_empty();
        (clean && self.solid == self.shown).then_some(self.solid.as_str())
    }

    /// Both cells as one.
    pub fn with(&self, next: &Self) -> Self {
        Self {
            shown: format!("{} {}", self.shown, next.shown),
            solid: format!("{}{}", self.solid, next.solid),
            split: true,
            comma: self.comma || next.comma,
            rounded: self.rounded || next.rounded,
            eaten: Vec::new(),
        }
    }

    /// What undoing blanks, commas and a stored number costs.
    pub fn wear(&self) -> u32 {
        u32::from(self.split) + u32::from(self.comma) + u32::from(self.rounded)
    }

    /// The cell's parts between dots, each a cell with the wear of the whole; none for a date or a blank.
    pub fn parts(&self) -> Vec<Self> {
        let texts = self.solid.split('.').filter(|text| !text.is_empty());
        texts.map(|text| Self { solid: text.to_owned(), ..self.clone() }).collect()
    }
}

/// What was typed, if Excel took it for this moment: `2.02` read as a time, a day and month, or a month and
/// year, by an Indonesian or an English Excel; `2.17.01` read as a time with seconds or a whole date.
fn eaten(moment: &Moment) -> Vec<String> {
    let mut found = Vec::new();
    if let Some((hour, minute, second)) = moment.time {
        found.push(format!("{hour}.{minute:02}"));
        found.push(format!("{hour}.{minute:02}.{second:02}"));
    }
    if let Some((year, month, day)) = moment.date {
        let year = year % 100;
        found.push(format!("{day}.{month:02}"));
        found.push(format!("{month}.{day:02}"));
        found.push(format!("{day}.{month:02}.{year:02}"));
        found.push(format!("{month}.{day:02}.{year:02}"));
        if day == 1 {
            found.push(format!("{month}.{year:02}"));
        }
    }
    found
}
