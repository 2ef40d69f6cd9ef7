//! How a sheet is printed.

use rust_xlsxwriter::Worksheet;

use crate::write::WriteError;

const FOLIO: u8 = 14;
const A3: u8 = 8;
/// A layout wider than this many characters is not readable on folio.
const WIDE: f64 = 250.0;

/// Landscape, one page wide, with a footer; A3 where the columns ask for it.
pub(super) fn set_up(sheet: &mut Worksheet, width: f64, left: &str) {
    sheet
        .set_landscape()
        .set_paper_size(if width > WIDE { A3 } else { FOLIO })
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
        .set_footer(footer(left));
}

/// Repeats the header on every page and keeps it on the screen, with the columns left of `column`.
///
/// # Errors
/// If the header lies outside the sheet.
pub(super) fn hold_header(
    sheet: &mut Worksheet,
    first: u32,
    below: u32,
    column: u16,
) -> Result<(), WriteError> {
    sheet.set_repeat_rows(first, below.saturating_sub(1))?;
    sheet.set_freeze_panes(below, column)?;
    Ok(())
}

/// The footer's code; Excel takes no more than 255 characters and reads `&` as a sign of its own.
fn footer(left: &str) -> String {
    let short: String = left.chars().take(110).collect();
    format!("&L&8{}&R&8Halaman &P dari &N", short.replace('&', "&&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ampersand_in_an_office_is_no_code() {
        assert_eq!(footer("T-C.33 · A & B"), "&L&8T-C.33 · A && B&R&8Halaman &P dari &N");
        assert!(footer(&"&".repeat(500)).len() <= 255);
    }
}
