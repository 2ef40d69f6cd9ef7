//! A physical row with its cells put into columns.

use crate::model::{At, Column, Raw};

/// One physical row with its cells assigned to columns.
pub(super) struct Aligned<'a> {
    pub(super) cells: Vec<(At, &'a Raw)>,
    pub(super) goals: Vec<Option<usize>>,
    /// The column whose header stands above each cell.
    pub(super) below: Vec<Option<usize>>,
    /// Whether a page break, a blank row or a new header stands just above.
    pub(super) after_break: bool,
}

impl<'a> Aligned<'a> {
    /// Each cell with the column whose header it stands below.
    pub(super) fn fragments(&self) -> impl Iterator<Item = (At, &'a Raw, Option<usize>)> {
        self.cells.iter().zip(&self.below).map(|((at, raw), below)| (*at, *raw, *below))
    }

    /// What stands in the wanted columns, as one text.
    pub(super) fn text(&self, columns: &[&Column], wanted: impl Fn(&Column) -> bool) -> String {
        let parts = self.cells.iter().zip(&self.goals).filter(|(_, goal)| {
            goal.and_then(|index| columns.get(index)).is_some_and(|column| wanted(column))
        });
        parts.map(|((_, raw), _)| raw.shown()).collect::<Vec<_>>().join(" ")
    }

    /// How many cells stand in columns that the form declares: what a file adds says nothing of what a row is.
    pub(super) fn filled(&self, columns: &[&Column]) -> usize {
        let declared = |index: &&usize| columns.get(**index).is_some_and(|column| column.is_declared());
        self.goals.iter().flatten().filter(declared).count()
    }

    /// Whether anything stands in the wanted columns.
    pub(super) fn has(&self, columns: &[&Column], wanted: impl Fn(&Column) -> bool) -> bool {
        !self.text(columns, wanted).trim().is_empty()
    }
}
