//! One sheet while it is read: cells in, a grid and its notices out.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{At, Grid, LAST_COLUMN, LAST_ROW, Raw, Said, Span};

use super::budget::Budget;
use super::error::ReadError;
use super::look::Look;
use super::moment::{Epoch, number_or_moment};
use super::text::clean;

/// Something in a sheet that could not be read as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Oddity {
    /// An address that is none, or lies beyond Excel's last row or column.
    BadAddress,
    /// Two cells at one address; the later one is left out.
    Twice,
    /// A reference to a shared text that does not exist.
    MissingText,
    /// A number that is none, kept as a text.
    BadNumber,
    /// A merged range that is none.
    BadMerge,
}

impl Oddity {
    fn said(self, sheet: &str, count: usize, first: &str) -> Said {
        let (indonesian, english) = match self {
            Self::BadAddress => (
                "sel dilewati karena alamatnya tidak ada di Excel",
                "cell(s) skipped because their address does not exist in Excel",
            ),
            Self::Twice => (
                "sel dilewati karena alamatnya sudah terisi",
                "cell(s) skipped because their address is taken already",
            ),
            Self::MissingText => (
                "sel dilewati karena teksnya tidak ada di dalam berkas",
                "cell(s) skipped because the file lacks their text",
            ),
            Self::BadNumber => (
                "sel disimpan sebagai teks karena isinya bukan angka yang sah",
                "cell(s) kept as text because their value is no valid number",
            ),
            Self::BadMerge => (
                "sel gabungan diabaikan karena alamatnya tidak sah",
                "merged range(s) ignored because their address is not valid",
            ),
        };
        Said::new(
            format!("lembar \"{sheet}\": {count} {indonesian} (pertama: {first})."),
            format!("sheet \"{sheet}\": {count} {english} (first: {first})."),
        )
    }
}

/// A sheet in the making. Nothing is stored before the budget allows it.
#[derive(Debug)]
pub(super) struct Sheet<'b> {
    name: String,
    budget: &'b mut Budget,
    cells: BTreeMap<At, Raw>,
    merges: Vec<Span>,
    oddities: BTreeMap<Oddity, (usize, String)>,
    pub(super) bold: BTreeSet<At>,
    pub(super) hidden: bool,
    pub(super) hidden_rows: BTreeSet<u32>,
    pub(super) hidden_columns: BTreeSet<u16>,
}

impl<'b> Sheet<'b> {
    /// An empty sheet.
    pub(super) fn new(name: &str, budget: &'b mut Budget) -> Result<Self, ReadError> {
        budget.sheet()?;
        Ok(Self {
            name: clean(name).into_owned(),
            budget,
            cells: BTreeMap::new(),
            merges: Vec::new(),
            oddities: BTreeMap::new(),
            bold: BTreeSet::new(),
            hidden: false,
            hidden_rows: BTreeSet::new(),
            hidden_columns: BTreeSet::new(),
        })
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
        if self.cells.contains_key(&at) {
            self.odd(Oddity::Twice, &at.to_string());
            return Ok(false);
        }
        self.budget.cell()?;
        if let Raw::Text(text) | Raw::Uncalculated(text) = &raw {
            self.budget.text(text.len())?;
        }
        self.cells.insert(at, raw);
        Ok(true)
    }

    /// Stores a text as the file holds it.
    pub(super) fn put_text(&mut self, at: At, text: &str) -> Result<bool, ReadError> {
        self.put(at, Raw::text(&clean(text)))
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

    /// Hides rows, both ends included.
    pub(super) fn hide_rows(&mut self, rows: std::ops::RangeInclusive<u64>) {
        let last = u32::try_from(*rows.end()).unwrap_or(LAST_ROW).min(LAST_ROW);
        if let Ok(first) = u32::try_from(*rows.start()) {
            self.hidden_rows.extend(first..=last);
        }
    }

    /// Hides columns, both ends included.
    pub(super) fn hide_columns(&mut self, columns: std::ops::RangeInclusive<u64>) {
        let last = u16::try_from(*columns.end()).unwrap_or(LAST_COLUMN).min(LAST_COLUMN);
        if let Ok(first) = u16::try_from(*columns.start()) {
            self.hidden_columns.extend(first..=last);
        }
    }

    /// The grid; its notices are added to `notices`. Hidden rows and columns beyond the last cell are
    /// forgotten: nothing stands there.
    pub(super) fn finish(mut self, notices: &mut Vec<Said>) -> Grid {
        for (oddity, (count, first)) in &self.oddities {
            notices.push(oddity.said(&self.name, *count, first));
        }
        let last_row = self.cells.keys().next_back().map_or(0, |at| at.row);
        let last_column = self.cells.keys().map(|at| at.column).max().unwrap_or(0);
        let mut grid = Grid::new(&self.name, std::mem::take(&mut self.cells));
        grid.hidden = self.hidden;
        grid.hidden_rows = self.hidden_rows.range(..=last_row).copied().collect();
        grid.hidden_columns = self.hidden_columns.range(..=last_column).copied().collect();
        grid.merges = self.merges;
        grid.bold = self.bold;
        grid
    }
}

/// The notice for a sheet that is left out.
pub(super) fn left_out(sheet: &str, why: &Said) -> Said {
    Said::new(
        format!("lembar \"{sheet}\" dilewati: {}", why.indonesian),
        format!("sheet \"{sheet}\" is left out: {}", why.english),
    )
}
