//! One sheet while it is read: cells in, a grid and its notices out.

use std::collections::{BTreeMap, BTreeSet};

use std::sync::Arc;

use crate::model::{At, Grid, LAST_COLUMN, LAST_ROW, Marks, Notice, Raw, Span};

use super::budget::Budget;
use super::error::ReadError;
use super::gathering::Gathering;
use super::look::Look;
use super::moment::{Epoch, number_or_moment};
use super::oddity::Oddity;
use super::runs::Rich;
use super::text::clean;

/// A sheet in the making. Nothing is stored before the budget allows it.
#[derive(Debug)]
pub(super) struct Sheet<'b> {
    name: String,
    budget: &'b mut Budget,
    cells: Gathering,
    merges: Vec<Span>,
    oddities: BTreeMap<Oddity, (usize, String)>,
    pub(super) bold: BTreeSet<At>,
    pub(super) marks: Marks,
    pub(super) hidden: bool,
    hidden_rows: Vec<(u64, u64)>,
    hidden_columns: Vec<(u64, u64)>,
}

impl<'b> Sheet<'b> {
    /// An empty sheet.
    pub(super) fn new(name: &str, budget: &'b mut Budget) -> Result<Self, ReadError> {
        budget.sheet()?;
        Ok(Self {
            name: clean(name).into_owned(),
            budget,
            cells: Gathering::default(),
            merges: Vec::new(),
            oddities: BTreeMap::new(),
            bold: BTreeSet::new(),
            marks: Marks::default(),
            hidden: false,
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
        })
    }

    /// Does something within the limits of the file.
    pub(super) fn within<T>(&mut self, work: impl FnOnce(&mut Budget) -> T) -> T {
        work(self.budget)
    }

    /// The address of zero-based positions, or a notice and `None` where Excel has no such cell.
    pub(super) fn at(&mut self, row: u64, column: u64) -> Option<At> {
        let at = u32::try_from(row)
            .ok()
            .filter(|row| *row <= LAST_ROW)
            .zip(u16::try_from(column).ok().filter(|column| *column <= LAST_COLUMN))
            .map(|(row, column)| At::new(row, column));
        if at.is_none() {
            let (row, column) = (row.saturating_add(1), column.saturating_add(1));
            self.odd(Oddity::BadAddress, &format!("R{row}C{column}"));
        }
        at
    }

    /// Notes something odd; only the first of a kind is named.
    pub(super) fn odd(&mut self, oddity: Oddity, place: &str) {
        self.oddities.entry(oddity).or_insert_with(|| (0, place.chars().take(40).collect())).0 += 1;
    }

    /// Stores a cell; blank ones are dropped. Whether it was stored.
    pub(super) fn put(&mut self, at: At, raw: Raw) -> Result<bool, ReadError> {
        if raw.is_blank() {
            return Ok(false);
        }
        if self.cells.has(at) {
            self.odd(Oddity::Twice, &at.to_string());
            return Ok(false);
        }
        self.budget.cell()?;
        if let Raw::Text(text) | Raw::Uncalculated { formula: text, .. } = &raw {
            self.budget.text(text.len())?;
        }
        self.cells.add(at, raw);
        Ok(true)
    }

    /// Stores a text as the file holds it.
    pub(super) fn put_text(&mut self, at: At, text: &str) -> Result<bool, ReadError> {
        self.put(at, Raw::text(&clean(text)))
    }

    /// Stores a text of several runs, and what was taken out of it as marks of its cell.
    pub(super) fn put_rich(&mut self, at: At, rich: Rich) -> Result<bool, ReadError> {
        let mut rich = rich.cleaned();
        let whole = rich.take_back();
        if !self.put(at, Raw::text(&rich.text))? {
            return Ok(false);
        }
        self.budget.text(rich.struck.len() + rich.raised.len())?;
        if whole {
            self.marks.struck_whole.insert(at);
        }
        if !rich.struck.is_empty() {
            self.marks.struck.insert(at, rich.struck);
        }
        if !rich.raised.is_empty() {
            self.marks.raised.insert(at, rich.raised);
        }
        Ok(true)
    }

    /// Notes how a stored cell is shown.
    pub(super) fn dress(&mut self, at: At, look: &Look) {
        if look.bold {
            self.bold.insert(at);
        }
        if look.struck {
            self.marks.struck_whole.insert(at);
        }
        if look.too_long {
            self.marks.long_formats.insert(at);
        }
    }

    /// Notes the formulas of a sheet all of whose results are 0 or empty, which a program writes that calculates nothing. A
    /// 0 whose formula is not understood is left as it stands.
    pub(super) fn zero_formulas(&mut self, results: &Results) -> Result<(), ReadError> {
        for (at, formula) in results.zeros.iter().filter(|_| !results.any_other) {
            self.zero_formula(*at, formula)?;
        }
        for (at, formula) in results.blanks.iter().filter(|_| !results.any_other) {
            let formula = formula.as_deref().unwrap_or("…");
            self.put(*at, Raw::uncalculated(formula, &Arc::from("General")))?;
        }
        Ok(())
    }

    /// Notes the formula of a cell whose stored result is 0.
    pub(super) fn zero_formula(&mut self, at: At, formula: &str) -> Result<(), ReadError> {
        self.budget.text(formula.len())?;
        self.marks.zero_formulas.insert(at, Arc::from(formula));
        Ok(())
    }

    /// Notes the comment of a cell.
    pub(super) fn comment(&mut self, at: At, text: &str) -> Result<(), ReadError> {
        let text = clean(text.trim());
        if !text.is_empty() {
            self.budget.text(text.len())?;
            self.marks.comments.insert(at, text.into_owned());
        }
        Ok(())
    }

    /// Stores a number that is none as the text it is, with a notice.
    pub(super) fn put_bad_number(&mut self, at: At, text: &str) -> Result<bool, ReadError> {
        self.odd(Oddity::BadNumber, &at.to_string());
        self.put_text(at, text)
    }

    /// Stores a number: a moment where its format shows one. What no decimal holds is kept as the text that
    /// was stored.
    pub(super) fn put_number(
        &mut self,
        at: At,
        value: f64,
        look: &Look,
        epoch: Epoch,
    ) -> Result<bool, ReadError> {
        match number_or_moment(value, &look.format, look.moment, epoch) {
            Some(raw) => self.put(at, raw),
            None => self.put_bad_number(at, &value.to_string()),
        }
    }

    /// Stores a merged range of zero-based corners; a single cell is none.
    pub(super) fn merge(&mut self, first: At, last: At) {
        if first.row > last.row || first.column > last.column {
            self.odd(Oddity::BadMerge, &Span { first, last }.to_string());
        } else if first != last {
            self.merges.push(Span { first, last });
        }
    }

    /// Hides zero-based rows, both ends included.
    pub(super) fn hide_rows(&mut self, rows: std::ops::RangeInclusive<u64>) {
        self.hidden_rows.push(rows.into_inner());
    }

    /// Hides zero-based columns, both ends included.
    pub(super) fn hide_columns(&mut self, columns: std::ops::RangeInclusive<u64>) {
        self.hidden_columns.push(columns.into_inner());
    }

    /// The grid; its notices are added to `notices`. Hidden rows and columns beyond the last cell are
    /// forgotten: nothing stands there.
    pub(super) fn finish(mut self, notices: &mut Vec<Notice>) -> Grid {
        for (oddity, (count, first)) in &self.oddities {
            notices.push(oddity.notice(&self.name, *count, first));
        }
        let last_row = self.cells.addresses().map(|at| at.row).max().unwrap_or(0);
        let last_column = self.cells.addresses().map(|at| at.column).max().unwrap_or(0);
        let mut grid = Grid::new(&self.name, std::mem::take(&mut self.cells).into_cells());
        grid.hidden = self.hidden;
        grid.hidden_rows = covered(self.hidden_rows, last_row);
        grid.hidden_columns = covered(self.hidden_columns, last_column);
        grid.merges = self.merges;
        grid.bold = self.bold;
        grid.marks = self.marks;
        grid
    }
}

/// The positions that ranges cover up to the last one that matters. Ranges may overlap without end; each
/// position is visited once.
fn covered<P: Ord + TryFrom<u64> + Into<u64>>(mut ranges: Vec<(u64, u64)>, last: P) -> BTreeSet<P> {
    let last = last.into();
    ranges.sort_unstable();
    let mut next = 0;
    let mut positions = BTreeSet::new();
    for (first, end) in ranges {
        positions.extend((first.max(next)..=end.min(last)).filter_map(|position| P::try_from(position).ok()));
        next = next.max(end.saturating_add(1));
    }
    positions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::budget::Limits;

    #[test]
    fn hidden_rows_beyond_the_last_cell_are_forgotten() {
        let mut budget = Budget::new(&Limits::default());
        let mut sheet = Sheet::new("a", &mut budget).unwrap();
        sheet.put_text(At::new(5, 0), "x").unwrap();
        sheet.hide_rows(4..=u64::MAX);
        sheet.hide_rows(1..=2);
        sheet.hide_rows(0..=1);
        let grid = sheet.finish(&mut Vec::new());
        assert_eq!(grid.hidden_rows.into_iter().collect::<Vec<_>>(), [0, 1, 2, 4, 5]);
    }

    #[test]
    fn what_excel_has_no_place_for_is_told_and_the_first_cell_stays() {
        let mut budget = Budget::new(&Limits::default());
        let mut sheet = Sheet::new("a", &mut budget).unwrap();
        assert_eq!(sheet.at(u64::from(LAST_ROW) + 1, 0), None);
        assert_eq!(sheet.at(0, 16_384), None);
        assert_eq!(sheet.at(1 << 32, 1 << 16), None);
        assert!(sheet.put_text(At::new(0, 0), "x").unwrap());
        assert!(!sheet.put_text(At::new(0, 0), "y").unwrap());
        let mut notices = Vec::new();
        let grid = sheet.finish(&mut notices);
        assert_eq!(grid.get(At::new(0, 0)).map(Raw::shown).as_deref(), Some("x"));
        assert_eq!(notices.len(), 2);
        assert!(notices[0].said.english.contains("3 cell(s)"));
    }

    #[test]
    fn a_limit_stops_before_the_cell_is_stored() {
        let mut budget = Budget::new(&Limits { cells: 1, ..Limits::default() });
        let mut sheet = Sheet::new("a", &mut budget).unwrap();
        sheet.put_text(At::new(0, 0), "x").unwrap();
        assert!(matches!(sheet.put_text(At::new(0, 1), "y"), Err(ReadError::Bomb(_))));
    }
}

/// What the formulas of a binary sheet gave when it was stored.
#[derive(Debug, Default)]
pub(super) struct Results {
    /// The formulas that gave 0, as far as they are understood.
    pub(super) zeros: Vec<(At, String)>,
    /// The formulas that gave nothing.
    pub(super) blanks: Vec<(At, Option<String>)>,
    /// Whether one gave anything else.
    pub(super) any_other: bool,
}

impl Results {
    /// Takes the result of a formula in.
    pub(super) fn add(&mut self, at: At, value: f64, formula: impl FnOnce() -> Option<String>) {
        if value == 0.0 {
            self.zeros.extend(formula().map(|formula| (at, formula)));
        } else {
            self.any_other = true;
        }
    }
}
