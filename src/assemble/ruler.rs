//! Where on a sheet the columns of a table stand, and what stands below which of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::forms::is_total;
use crate::model::{At, Column, Raw, Role, Slot};

/// The columns of a table with where the header puts them, in the order in which they stand on the sheet.
pub(super) struct Ruler<'a> {
    pub(super) columns: Vec<&'a Column>,
    pub(super) spans: Vec<(i32, i32)>,
    /// The position of each among the table's columns.
    pub(super) positions: Vec<usize>,
    /// Whether no sheet column is left for it: the header lacks it, and its neighbours stand side by side.
    lacking: Vec<bool>,
    /// Whether the header of each is printed on the page; the others stand where their neighbours leave room.
    printed: Vec<bool>,
}

impl<'a> Ruler<'a> {
    /// Columns whose header was not found stand between their neighbours; columns that a header added stand below it.
    /// `elsewhere` are those that another half of the table prints; `filled_left`: cells stand left of the first printed
    /// header.
    pub(super) fn new(
        columns: &'a [&'static Column],
        slots: &BTreeMap<&'static str, Slot>,
        elsewhere: &BTreeSet<&'static str>,
        filled_left: bool,
    ) -> Self {
        let span =
            |column: &Column| slots.get(column.id).map(|slot| (i32::from(slot.first), i32::from(slot.last)));
        let declared: Vec<Option<(i32, i32)>> =
            columns.iter().map(|column| span(column).filter(|_| column.is_declared())).collect();
        let mut placed: Vec<((i32, i32), usize, bool)> = Vec::new();
        let mut before = declared.iter().flatten().map(|span| span.0).min().unwrap_or(0) - 1;
        for (index, column) in columns.iter().enumerate() {
            let here = declared.get(index).copied().flatten();
            if !column.is_declared() {
                placed.extend(span(column).map(|span| (span, index, true)));
                continue;
            }
            let next = declared.iter().skip(index + 1).flatten().next().map(|span| span.0);
            let start = before + 1;
            // Where its neighbours leave no room for it, it has no sheet column at all.
            let has_room = next.is_none_or(|next| start < next);
            let is_printed = here.is_some();
            let here = here.unwrap_or((start, if has_room { start } else { before }));
            before = here.1;
            placed.push((here, index, is_printed));
        }
        placed.sort_by_key(|((first, _), index, _)| (*first, *index));
        // Left of the first printed header those may stand of which the header cells are gone.
        let leading = declared.iter().position(Option::is_some).unwrap_or_default();
        let has_left = |index: usize| index < leading && filled_left;
        let is_elsewhere =
            |index: usize| columns.get(index).is_some_and(|column| elsewhere.contains(column.id));
        Self {
            columns: placed.iter().filter_map(|(_, index, _)| columns.get(*index).copied()).collect(),
            spans: placed.iter().map(|(span, ..)| *span).collect(),
            positions: placed.iter().map(|(_, index, _)| *index).collect(),
            printed: placed.iter().map(|(.., is_printed)| *is_printed).collect(),
            lacking: placed
                .iter()
                .map(|((first, last), index, _)| is_elsewhere(*index) || first > last && !has_left(*index))
                .collect(),
        }
    }

    /// Whether cells that slid may belong to a place: the form declares it, and the sheet has a column for it.
    pub(super) fn takes(&self, place: usize) -> bool {
        self.columns.get(place).is_some_and(|column| column.is_declared())
            && !self.lacking.get(place).copied().unwrap_or_default()
    }

    /// The positions among the table's columns of places on the ruler.
    pub(super) fn positions(&self, goals: Vec<Option<usize>>) -> Vec<Option<usize>> {
        goals.into_iter().map(|goal| self.positions.get(goal?).copied()).collect()
    }

    /// Whether a column of the sheet stands below a header that no form declares: what is there stays there.
    pub(super) fn is_added(&self, sheet_column: u16) -> Option<usize> {
        let index = self.column_below(sheet_column)?;
        self.columns.get(index).filter(|column| !column.is_declared()).map(|_| index)
    }

    /// Each cell in the column whose header it stands below; `None` where no printed header stands above it. The label
    /// of a total is merged over the code too. `merges` holds the last cell of each merged range by its first.
    pub(super) fn below(&self, cells: &[(At, &Raw)], merges: &BTreeMap<At, At>) -> Vec<Option<usize>> {
        let role = |index: usize| self.columns.get(index).map(|column| column.role);
        let name = self.columns.iter().position(|column| column.role == Role::Name);
        let column = |at: &At, raw: &Raw| {
            let below = self.column_below(at.column).filter(|index| self.is_printed(*index));
            let before = matches!(below.and_then(role), Some(Role::Code | Role::Ordinal | Role::Goal(_)));
            let over = merges.get(at).and_then(|last| self.column_below(last.column));
            // The header cells of the code may be gone.
            let total = (before || below.is_none()) && is_total(&raw.shown());
            let label = before && over.zip(name).is_some_and(|(over, name)| over >= name) || total;
            if label { name } else { below }
        };
        self.positions(cells.iter().map(|(at, raw)| column(at, raw)).collect())
    }

    pub(super) fn is_printed(&self, index: usize) -> bool {
        self.printed.get(index).copied().unwrap_or_default()
    }

    /// The column whose header stands above a column of the sheet, or is believed to where none is printed.
    pub(super) fn column_below(&self, sheet_column: u16) -> Option<usize> {
        let at = i32::from(sheet_column);
        let mut over =
            self.spans.iter().enumerate().filter(|(_, (first, last))| (*first..=*last).contains(&at));
        let first = over.next()?.0;
        // A header that stands there is more than one that may have stood there.
        let added = std::iter::once(first).chain(over.map(|(index, _)| index));
        let is_added = |index: &usize| self.columns.get(*index).is_some_and(|column| !column.is_declared());
        Some(added.into_iter().find(is_added).unwrap_or(first))
    }

    /// Whether a column of the sheet stands right of the whole table, with another between: what stands there is no
    /// rest of a cell of the table.
    pub(super) fn is_apart(&self, sheet_column: u16) -> bool {
        self.spans.iter().all(|(_, last)| i32::from(sheet_column) > last + 1)
    }

    pub(super) fn is_below_name(&self, sheet_column: u16) -> bool {
        let column = self.column_below(sheet_column).and_then(|index| self.columns.get(index));
        column.is_some_and(|column| column.role == Role::Name)
    }

    pub(super) fn displacement(&self, sheet_column: u16, column: usize) -> i32 {
        let Some((first, last)) = self.spans.get(column) else { return 0 };
        let at = i32::from(sheet_column);
        if at < *first {
            at - first
        } else if at > *last {
            at - last
        } else {
            0
        }
    }
}
