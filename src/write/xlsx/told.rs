//! The notices about the input that ask nothing, on the first page of the audit.

use rust_xlsxwriter::Worksheet;

use super::look;
use super::{XlsxOptions, measure, value};
use crate::model::Document;
use crate::write::WriteError;

/// Writes the notices from a row on; gives the row after the last. The width is that of the columns of text.
pub(super) fn write(
    sheet: &mut Worksheet,
    first: u32,
    document: &Document,
    (last_column, width): (u16, f64),
    options: XlsxOptions,
) -> Result<u32, WriteError> {
    if document.notices.is_empty() {
        return Ok(first);
    }
    let heading = options.say("Perlu diketahui", "To be known");
    sheet.write_string_with_format(first, 0, heading, &look::header())?;
    let about =
        options.say("Tentang berkas asal; tidak ada yang ditanyakan", "About the input; nothing is asked");
    sheet.merge_range(first, 1, first, last_column, about, &look::header())?;
    let mut row = first + 1;
    for notice in &document.notices {
        let place = notice.sheet.as_deref().unwrap_or_default();
        sheet.write_string_with_format(row, 0, value::fitting(place), &look::body(false, None))?;
        let text = notice.said.within(options.language);
        sheet.merge_range(row, 1, row, last_column, &value::fitting(text), &look::body(false, None))?;
        sheet.set_row_height(row, measure::height(measure::lines(text, width, false)))?;
        row += 1;
    }
    Ok(row + 1)
}
