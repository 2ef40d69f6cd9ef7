//! What is left to decide, by cause: what has one reason is one line, with how often and where first.

use rust_xlsxwriter::Worksheet;

use super::look::{self, Tint};
use super::{XlsxOptions, measure, value};
use crate::model::{Document, Language, Severity};
use crate::rules::{self, grouped};
use crate::write::WriteError;

/// The summary is one page, and so are its causes; the list of findings has them all.
const MOST: usize = 12;

/// Writes the causes from a row on; gives the row after the last. The widths are those of the columns of text.
pub(super) fn write(
    sheet: &mut Worksheet,
    first: u32,
    document: &Document,
    last_column: u16,
    width: f64,
    options: XlsxOptions,
) -> Result<u32, WriteError> {
    let groups = grouped(&document.findings);
    let open = groups.iter().filter(|group| group.severity != Severity::Note);
    let mut row = first;
    let count = open.clone().count();
    for group in open.take(MOST) {
        if row == first {
            let heading = options.say("Perlu diputuskan, menurut sebabnya", "To decide, by cause");
            sheet.write_string_with_format(row, 0, heading, &look::header())?;
            let told =
                options.say("Berapa kali, di mana, apa yang harus dilakukan", "How often, where, what to do");
            sheet.merge_range(row, 1, row, last_column, told, &look::header())?;
            sheet.set_row_height(row, measure::height(2) + 3.0)?;
            row += 1;
        }
        let tint = if group.severity == Severity::Error { Tint::Open } else { Tint::Likely };
        let name = rules::name(group.rule(), options.language);
        sheet.write_string_with_format(row, 0, name, &look::body(true, Some(tint)))?;
        let said = group.said();
        let text = said.within(options.language);
        sheet.merge_range(row, 1, row, last_column, &value::fitting(text), &look::body(false, None))?;
        sheet.set_row_height(row, measure::height(measure::lines(text, width, false)))?;
        row += 1;
    }
    if count > MOST {
        let more = count - MOST;
        let text = match options.language {
            Language::Indonesian => format!("… dan {more} sebab lain, di lembar Temuan"),
            Language::English => format!("… and {more} more causes, on the sheet Findings"),
        };
        sheet.merge_range(row, 0, row, last_column, &text, &look::body(false, None))?;
        row += 1;
    }
    Ok(if row == first { first } else { row + 1 })
}
