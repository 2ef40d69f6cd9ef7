//! The looks of the body's cells. The workbook finds a format by all that is in it, which takes longer than writing
//! the cell: so cells are written plain, and those of one look below each other get their format in one go.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, FormatAlign, Worksheet};

use super::look::{self, Tint};
use crate::write::WriteError;

/// How a cell looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) bold: bool,
    pub(super) tint: Option<Tint>,
    pub(super) align: FormatAlign,
    /// Whether its text keeps off the border.
    pub(super) indent: bool,
    /// The number format, where it holds a number.
    pub(super) shown: Option<Cow<'static, str>>,
}

impl Style {
    /// The format in the terms of the workbook.
    pub(super) fn format(&self) -> Format {
        let body = look::body(self.bold, self.tint);
        // To be aligned in general would take away how it stands upright, too.
        let format = if self.align == FormatAlign::General { body } else { body.set_align(self.align) };
        let format = if self.indent { format.set_indent(1) } else { format };
        match &self.shown {
            // LibreOffice forgets the indent of a number in a cell whose text wraps; no number wraps.
            Some(shown) => format.unset_text_wrap().set_num_format(shown.as_ref()),
            None => format,
        }
    }
}

/// Cells of one look below each other, from row to row.
#[derive(Debug)]
struct Run {
    first: u32,
    last: u32,
    style: Style,
}

/// The looks of a sheet that have not reached it yet.
#[derive(Debug, Default)]
pub(super) struct Brush {
    /// The last run of each column.
    runs: BTreeMap<u16, Run>,
}

impl Brush {
    /// Gives a cell its look; the rows of a column come from top to bottom.
    pub(super) fn paint(
        &mut self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        style: Style,
    ) -> Result<(), WriteError> {
        match self.runs.get_mut(&column) {
            Some(run) if run.last + 1 == row && run.style == style => run.last = row,
            _ => {
                let before = self.runs.insert(column, Run { first: row, last: row, style });
                before.map_or(Ok(()), |run| run.apply(sheet, column))?;
            }
        }
        Ok(())
    }

    /// Paints what is left. Before that the sheet is not finished.
    pub(super) fn finish(self, sheet: &mut Worksheet) -> Result<(), WriteError> {
        self.runs.into_iter().try_for_each(|(column, run)| run.apply(sheet, column))
    }
}

impl Run {
    fn apply(self, sheet: &mut Worksheet, column: u16) -> Result<(), WriteError> {
        sheet.set_range_format(self.first, column, self.last, column, &self.style.format())?;
        Ok(())
    }
}
