//! Rows and cells that everything reads and hardly anything writes.

use std::ops::Deref;

/// The rows of a table, or the cells of a row: read like a slice. Nothing outside the model writes one of them, so that a
/// value, a code or a place changes only through a repair, or through one of the few functions of
/// `src/model/table/written.rs`.
///
/// ```
/// use rapikan::model::{Cell, Meaning, Row};
/// let cell = Cell::as_read("1.250", Meaning::default(), Vec::new());
/// let row = Row { cells: vec![cell].into(), ..Row::default() };
/// assert_eq!(row.cells[0].text(), "1.250");
/// ```
///
/// A cell that is there cannot be overwritten, nor a row of a table:
///
/// ```compile_fail
/// use rapikan::model::{Cell, Meaning, Row};
/// let cell = Cell::as_read("1.250", Meaning::default(), Vec::new());
/// let mut row = Row { cells: vec![cell].into(), ..Row::default() };
/// row.cells[0] = Cell::as_read("9.999", Meaning::default(), Vec::new());
/// ```
///
/// ```compile_fail
/// fn forge(table: &mut rapikan::model::Table) {
///     table.rows[0].code = None;
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed<T>(Vec<T>);

impl<T> Fixed<T> {
    /// The same, to be written; only the model calls this.
    pub(super) fn written(&mut self) -> &mut [T] {
        &mut self.0
    }
}

impl<T> Default for Fixed<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Deref for Fixed<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> From<Vec<T>> for Fixed<T> {
    fn from(all: Vec<T>) -> Self {
        Self(all)
    }
}

impl<T> FromIterator<T> for Fixed<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        Self(all.into_iter().collect())
    }
}

impl<'a, T> IntoIterator for &'a Fixed<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> IntoIterator for Fixed<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
