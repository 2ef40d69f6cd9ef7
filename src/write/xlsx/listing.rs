//! A list with a title, a header and filters: the pages of the audit.

use rust_decimal::Decimal;
use rust_xlsxwriter::{FormatAlign, Formula, Url, Worksheet};

use super::look::{self, Tint};
use super::{measure, print, value};
use crate::model::Kind;
use crate::write::WriteError;

/// The rows above the first entry: the title and the header.
const ABOVE: u32 = 2;

/// One cell of a list.
pub(super) enum Entry {
    /// A text, empty for a blank cell.
    Text(String),
    /// A text on a colour.
    Tinted(String, Tint),
    /// A link to a sheet and cell of this workbook.
    Link(String, String),
    /// A number with groups, on a colour where there is one.
    Number(Decimal, Option<Tint>),
    /// A formula and what it gives.
    Formula(String, Decimal, Option<Tint>),
}

/// A list under way.
pub(super) struct Listing {
    sheet: Worksheet,
    widths: Vec<f64>,
    next: u32,
}

impl Listing {
    /// An empty list; each heading comes with its width in characters.
    pub(super) fn new(name: &str, title: &str, headings: &[(&str, f64)]) -> Result<Self, WriteError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        sheet.write_string_with_format(0, 0, title, &look::plain().set_bold().set_font_size(13))?;
        sheet.set_row_height(0, 22)?;
        let mut lines = 1;
        for (column, (heading, width)) in (0..).zip(headings) {
            sheet.set_column_width(column, *width)?;
            sheet.write_string_with_format(1, column, *heading, &look::header())?;
            // The filter's button hides the end of a line.
            lines = lines.max(measure::lines(heading, *width - 3.0, true));
        }
        sheet.set_row_height(1, measure::height(lines) + 3.0)?;
        Ok(Self { sheet, widths: headings.iter().map(|(_, width)| *width).collect(), next: ABOVE })
    }

    /// The number of the next row on the sheet.
    pub(super) const fn next(&self) -> u32 {
        self.next
    }

    /// Adds a row and gives its number on the sheet.
    pub(super) fn add(&mut self, entries: &[Entry]) -> Result<u32, WriteError> {
        let row = self.next;
        let mut lines = 1;
        for ((column, entry), width) in (0..).zip(entries).zip(&self.widths) {
            let text: &str = match entry {
                Entry::Text(text) => {
                    let format = look::body(false, None);
                    if text.is_empty() {
                        self.sheet.write_blank(row, column, &format)?;
                    } else {
                        self.sheet.write_string_with_format(row, column, value::fitting(text), &format)?;
                    }
                    text
                }
                Entry::Tinted(text, tint) => {
                    let format = look::body(true, Some(*tint));
                    self.sheet.write_string_with_format(row, column, value::fitting(text), &format)?;
                    text
                }
                Entry::Link(name, cell) => {
                    let url =
                        Url::new(format!("internal:'{name}'!{cell}")).set_text(format!("{name}!{cell}"));
                    self.sheet.write_url_with_format(row, column, url, &look::link())?;
                    cell
                }
                Entry::Number(number, tint) => {
                    let format = look::body(false, *tint).set_align(FormatAlign::Right);
                    if value::is_exact(*number) {
                        let format = format.set_num_format(value::format(*number, Kind::Rupiah));
                        self.sheet.write_number_with_format(row, column, value::stored(*number), &format)?;
                    } else {
                        self.sheet.write_string_with_format(row, column, number.to_string(), &format)?;
                    }
                    ""
                }
                Entry::Formula(formula, result, tint) => {
                    let format = look::body(false, *tint).set_align(FormatAlign::Right);
                    let format = format.set_num_format(value::format(*result, Kind::Rupiah));
                    let formula = Formula::new(formula).set_result(result.normalize().to_string());
                    self.sheet.write_formula_with_format(row, column, formula, &format)?;
                    ""
                }
            };
            lines = lines.max(measure::lines(text, *width, false));
        }
        self.sheet.set_row_height(row, measure::height(lines))?;
        self.next += 1;
        Ok(row)
    }

    /// The sheet under the list, for what a list alone does not say.
    pub(super) fn sheet(&mut self) -> &mut Worksheet {
        &mut self.sheet
    }

    /// The finished sheet: filters, a header that stays, print setup; `none` is said where nothing is listed.
    pub(super) fn finish(mut self, none: &str, footer: &str) -> Result<Worksheet, WriteError> {
        let last_column = u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or_default();
        if self.next == ABOVE {
            self.sheet.write_string_with_format(ABOVE, 0, none, &look::plain().set_italic())?;
        } else {
            self.sheet.autofilter(ABOVE - 1, 0, self.next - 1, last_column)?;
            let text = rust_xlsxwriter::IgnoreError::NumberStoredAsText;
            self.sheet.ignore_error_range(ABOVE, 0, self.next - 1, last_column, text)?;
        }
        print::hold_header(&mut self.sheet, ABOVE - 1, ABOVE, 0)?;
        print::set_up(&mut self.sheet, self.widths.iter().sum(), footer);
        Ok(self.sheet)
    }
}
