//! Addresses: where a thing stands in the user's file.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// The last row Excel knows, zero-based.
pub const LAST_ROW: u32 = 1_048_575;
/// The last column Excel knows (XFD), zero-based.
pub const LAST_COLUMN: u16 = 16_383;

/// A cell's absolute address inside one sheet; zero-based within, shown as `N13`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// Zero-based row.
    pub row: u32,
    /// Zero-based column.
    pub column: u16,
}

impl At {
    /// The address at a zero-based row and column.
    #[must_use]
    pub const fn new(row: u32, column: u16) -> Self {
        Self { row, column }
    }

    /// The row as the user counts it: 1-based.
    #[must_use]
    pub const fn row_number(self) -> u32 {
        self.row + 1
    }
}

/// The letters of a zero-based column: 0 is `A`, 26 is `AA`.
#[must_use]
pub fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.column), self.row_number())
    }
}

/// A text that is no address such as `N13`.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is not a cell address")]
pub struct NotAnAddress(pub String);

impl FromStr for At {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || NotAnAddress(text.to_owned());
        let split = text.find(|c: char| c.is_ascii_digit()).ok_or_else(refuse)?;
        let (letters, digits) = text.split_at(split);
        if letters.is_empty() || letters.len() > 3 {
            return Err(refuse());
        }
        let mut column: u32 = 0;
        for letter in letters.bytes() {
            if !letter.is_ascii_alphabetic() {
                return Err(refuse());
            }
            column = column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        }
        let row: u32 = digits.parse().map_err(|_| refuse())?;
        let column = u16::try_from(column - 1).map_err(|_| refuse())?;
        if row == 0 || row > LAST_ROW + 1 || column > LAST_COLUMN {
            return Err(refuse());
        }
        Ok(Self::new(row - 1, column))
    }
}

/// An address in a workbook: sheet name and cell, shown as `T-C.33!N13`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The sheet's name as the file spells it.
    pub sheet: Arc<str>,
    /// The cell.
    pub at: At,
}

impl Place {
    /// The place of one cell of a sheet.
    #[must_use]
    pub fn new(sheet: &Arc<str>, at: At) -> Self {
        Self { sheet: Arc::clone(sheet), at }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}!{}", self.sheet, self.at)
    }
}

/// A rectangle of cells, both corners included; shown as `A6:S105`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The upper left cell.
    pub first: At,
    /// The lower right cell.
    pub last: At,
}

impl Span {
    /// Whether the cell lies inside.
    #[must_use]
    pub fn contains(&self, at: At) -> bool {
        (self.first.row..=self.last.row).contains(&at.row)
            && (self.first.column..=self.last.column).contains(&at.column)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_shown_as_excel_shows_them() {
        assert_eq!(At::new(12, 13).to_string(), "N13");
        assert_eq!(At::new(LAST_ROW, LAST_COLUMN).to_string(), "XFD1048576");
        assert_eq!(column_letters(26), "AA");
    }

    #[test]
    fn an_address_beyond_the_sheet_is_refused() {
        assert_eq!("N13".parse(), Ok(At::new(12, 13)));
        for text in ["A0", "A1048577", "XFE1", "13", "N", "AAAA1", ""] {
            assert!(text.parse::<At>().is_err(), "{text}");
        }
    }
}
