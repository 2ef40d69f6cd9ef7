//! What a sheet says of its cells beside their values.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::at::At;

/// What a sheet says of its cells beside their values.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// Text of runs that are struck out: it is no part of the cell's value.
    pub struck: BTreeMap<At, String>,
    /// Cells that are struck out as a whole; their value stands.
    pub struck_whole: BTreeSet<At>,
    /// Text of raised runs that are marks, such as those of footnotes: it is no part of the cell's value.
    pub raised: BTreeMap<At, String>,
    /// The notes of cells.
    pub comments: BTreeMap<At, String>,
    /// Formulas whose stored result is 0, where the writer may never have calculated it.
    pub zero_formulas: BTreeMap<At, Arc<str>>,
    /// Cells whose number format is longer than Excel allows, shown as plain numbers.
    pub long_formats: BTreeSet<At>,
    /// Whether a filter hides rows.
    pub filtered: bool,
}
