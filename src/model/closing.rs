//! What stands below a table and belongs to it: labelled notes and the blocks of those who sign.

use super::at::Place;

/// What a form prints below its table.
#[derive(Debug)]
pub struct Closing {
    /// The labels of its notes, from top to bottom.
    pub notes: &'static [&'static str],
    /// The blocks of those who sign, from left to right: what the signature is for, and the office of who signs.
    pub signatures: &'static [(&'static str, &'static str)],
}

/// A text below a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Which of the margins at which the texts below the table begin, counted from the left.
    pub margin: u16,
    /// What it says.
    pub text: String,
    /// Where it stands in the input; nowhere in a template.
    pub source: Option<Place>,
}

/// A line of texts below a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteLine {
    /// How many rows it stands below the line before it, or below the last row of the table; at least 1.
    pub down: u32,
    /// Its texts from left to right.
    pub notes: Vec<Note>,
}
