//! What a repair changed: a text, a code, or the place of cells.

use std::fmt;

use super::at::{Place, column_letters};
use super::table::Cell;

/// Where a moved cell is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PrintedBelow {
    /// Below the header of this column.
    Column(&'static str),
    /// In this column of the sheet, above which the table has no header.
    Sheet(u16),
}

impl PrintedBelow {
    /// The id of the column, if a header of the table stands above the cell.
    #[must_use]
    pub const fn column(self) -> Option<&'static str> {
        match self {
            Self::Column(id) => Some(id),
            Self::Sheet(_) => None,
        }
    }
}

impl fmt::Display for PrintedBelow {
    /// The id of the column, or `+H` for a column of the sheet.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Column(id) => f.write_str(id),
            Self::Sheet(column) => write!(f, "+{}", column_letters(*column)),
        }
    }
}

/// A cell of a moved row as the file prints it: what stands there again if the move is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedCell {
    /// The index of the row.
    pub row: usize,
    /// The id of the column.
    pub column: &'static str,
    /// The cell below its own header.
    pub cell: Cell,
}

/// The cells of neighbouring rows that stand in other columns than those whose headers they are printed below.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slide {
    /// The first and the last row.
    pub rows: (usize, usize),
    /// From where to which column, from left to right.
    pub columns: Vec<(PrintedBelow, &'static str)>,
    /// The cells from which something moved, or to which, as printed.
    pub printed: Vec<PrintedCell>,
    /// The cells that stand below no header, with their texts.
    pub unplaced: Vec<(Place, String)>,
}

/// What a repair changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Change {
    /// The text or the number of one cell, also of one that was empty.
    #[default]
    Text,
    /// The code of a row.
    Code,
    /// The place of cells.
    Move(Box<Slide>),
}

impl Change {
    /// The name used in the model.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Code => "code",
            Self::Move(_) => "move",
        }
    }

    /// The cells that moved, if some did.
    #[must_use]
    pub fn slide(&self) -> Option<&Slide> {
        match self {
            Self::Move(slide) => Some(slide),
            Self::Text | Self::Code => None,
        }
    }
}
