//! A list with a title, a header and filters: the pages of the audit.

use rust_decimal::Decimal;
use rust_xlsxwriter::{FormatAlign, Formula, Url, Worksheet};

use super::look::{self, Tint};
use super::paper::INDENT;
use super::{measure, paper, print, value};
use crate::model::Kind;
use crate::write::WriteError;

/// The rows above the first entry: the title and the header.
const ABOVE: u32 = 2;
/// Excel opens no sheet with more than 65,530 links; what comes later is text.
const MOST_LINKS: u32 = 60_000;

/// One cell of a list.
pub(super) enum Entry {
    /// A text, empty for a blank cell.
    Text(String),
    /// A text on a colour.
    Tinted(String, Tint),
    /// A link to a sheet and cell of this workbook.
    Link(String, String),
    /// A text and the link to where it comes from.
    Origin(String, String),
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
    links: u32,
}

impl Listing {
    /// An empty list; each heading comes with its width in characters.
    pub(super) fn new(name: &str, title: &str, headings: &[(&str, f64)]) -> Result<Self, WriteError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        sheet.write_string_with_format(0, 0, title, &look::plain().set_bold().set_font_size(13))?;
        sheet.set_row_height(0, 22)?;
        let mut lines = 1;
        let widths = paper::listed(&headings.iter().map(|(_, width)| *width).collect::<Vec<_>>());
        for ((column, (heading, _)), width) in (0..).zip(headings).zip(&widths) {
            sheet.set_column_width(column, *width)?;
            sheet.write_string_with_format(1, column, *heading, &look::header())?;
            // The filter's button hides the end of a line.
            lines = lines.max(measure::lines(heading, *width - 3.0, true));
        }
        sheet.set_row_height(1, measure::height(lines) + 3.0)?;
        Ok(Self { sheet, widths, next: ABOVE, links: 0 })
    }

    /// The number of the next row on the sheet.
    pub(super) const fn next(&self) -> u32 {
        self.next
    }

    /// Adds a row and gives its number on the sheet.
    pub(super) fn add(&mut self, entries: &[Entry]) -> Result<u32, WriteError> {
        self.add_within(entries, u32::MAX)
    }

    /// Adds a row that shows so many lines at most, and gives its number on the sheet; the rest of a cell is read by selecting
    /// it.
    pub(super) fn add_within(&mut self, entries: &[Entry], most: u32) -> Result<u32, WriteError> {
        let row = self.next;
        let mut shown = Vec::new();
        for (column, entry) in (0..).zip(entries) {
            shown.push(self.write((row, column), entry)?);
        }
        let lines =
            shown.iter().zip(&self.widths).map(|(text, width)| measure::lines(text, *width - INDENT, false));
        let lines = lines.max().unwrap_or(1).min(most);
        self.sheet.set_row_height(row, measure::height(lines))?;
        self.next += 1;
        Ok(row)
    }

    /// Writes a cell and gives the text that asks for room.
    fn write<'e>(&mut self, at: (u32, u16), entry: &'e Entry) -> Result<&'e str, WriteError> {
        let (row, column) = at;
        match entry {
            Entry::Text(text) => {
                self.write_text(at, text)?;
                return Ok(text);
            }
            Entry::Tinted(text, tint) => {
                let format = look::indented(look::body(true, Some(*tint)));
                self.sheet.write_string_with_format(row, column, value::fitting(text), &format)?;
                return Ok(text);
            }
            Entry::Link(name, cell) => {
                self.write_link(at, &format!("{name}!{cell}"), format!("internal:'{name}'!{cell}"))?;
                return Ok(cell);
            }
            Entry::Origin(text, link) => {
                self.write_link(at, text, link.clone())?;
                return Ok(text);
            }
            Entry::Number(number, tint) => {
                let format = number_format(*tint);
                if value::is_exact(*number) {
                    let format = format.set_num_format(value::format(*number, Kind::Rupiah));
                    self.sheet.write_number_with_format(row, column, value::stored(*number), &format)?;
                } else {
                    self.sheet.write_string_with_format(row, column, number.to_string(), &format)?;
                }
            }
            Entry::Formula(formula, result, tint) => {
                let format = number_format(*tint);
                let format = format.set_num_format(value::format(*result, Kind::Rupiah));
                let formula = Formula::new(formula).set_result(result.normalize().to_string());
                self.sheet.write_formula_with_format(row, column, formula, &format)?;
            }
        }
        Ok("")
    }

    fn write_text(&mut self, (row, column): (u32, u16), text: &str) -> Result<(), WriteError> {
        let format = look::indented(look::body(false, None));
        if text.is_empty() {
            self.sheet.write_blank(row, column, &format)?;
        } else {
            self.sheet.write_string_with_format(row, column, value::fitting(text), &format)?;
        }
        Ok(())
    }

    fn write_link(&mut self, at: (u32, u16), text: &str, link: String) -> Result<(), WriteError> {
        if self.links >= MOST_LINKS {
            return self.write_text(at, text);
        }
        self.links += 1;
        let url = Url::new(link).set_text(value::fitting(text));
        self.sheet.write_url_with_format(at.0, at.1, url, &look::indented(look::link()))?;
        Ok(())
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
        print::set_up(&mut self.sheet, &self.widths, footer);
        Ok(self.sheet)
    }
}

/// A number keeps off the text of the next column.
fn number_format(tint: Option<Tint>) -> rust_xlsxwriter::Format {
    look::body(false, tint).unset_text_wrap().set_align(FormatAlign::Right).set_indent(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::xlsx::tests::part;

    #[test]
    fn a_sheet_has_no_more_links_than_excel_opens() {
        let mut listing = Listing::new("Temuan", "Temuan", &[("Asal", 16.0), ("Sel", 16.0)]).unwrap();
        let origin = || Entry::Origin("A!B3".to_owned(), "file:///a.xlsx#'A'!B3".to_owned());
        for _ in 0..MOST_LINKS {
            listing.add(&[origin(), Entry::Link("T-C.33".to_owned(), "A1".to_owned())]).unwrap();
        }
        assert_eq!(listing.links, MOST_LINKS);
        let mut workbook = rust_xlsxwriter::Workbook::new();
        workbook.push_worksheet(listing.finish("", "").unwrap());
        let sheet = part(workbook.save_to_buffer().unwrap(), "xl/worksheets/sheet1.xml");
        assert_eq!(sheet.matches("<hyperlink ").count(), MOST_LINKS as usize);
        assert_eq!(sheet.matches(" t=\"s\"").count(), 3 + 2 * MOST_LINKS as usize);
    }
}
