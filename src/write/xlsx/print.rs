//! How a sheet is printed.

use rust_xlsxwriter::Worksheet;

use super::heights::Heights;
use super::pages::{self, Pages};
use super::paper::{INCH, PaperChoice, SIDE, fitted};
use super::plan::Plan;
use crate::write::WriteError;

/// The margins in inches at the top and the bottom.
const TOP: f64 = 0.5;
const BOTTOM: f64 = 0.6;
/// How much of a page is filled: programs and printers differ in the height of a row, and where one of them
/// breaks a page too early, the break meant for it leaves the next page nearly empty.
const FILLED: f64 = 0.96;
/// Excel takes no more breaks on a sheet.
const MOST_BREAKS: usize = 1023;

/// A list: landscape, one page wide, with a footer; A3 where the columns ask for it.
pub(super) fn set_up(sheet: &mut Worksheet, widths: &[f64], left: &str) {
    let paper = fitted(widths, widths, 0, PaperChoice::Auto).paper;
    sheet
        .set_landscape()
        .set_paper_size(paper.code)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_margins(SIDE, SIDE, TOP, BOTTOM, 0.3, 0.3)
        .set_header_footer_scale_with_doc(false)
        .set_footer(footer(left));
}

/// Sets a sheet up that is read as one page: of the rows, each one line or two high, so many stand on F4, and more on an A3
/// that stands upright. What is longer still goes on, for nothing is printed smaller than people read.
pub(super) fn set_up_page(sheet: &mut Worksheet, widths: &[f64], rows: u32, left: &str) {
    set_up(sheet, widths, left);
    if rows > ON_F4 {
        sheet.set_portrait().set_paper_size(A3);
    }
    if rows <= ON_A3 {
        sheet.set_print_fit_to_pages(1, 1);
    }
}

/// How many rows of one line or two stand on a page that lies, and on an A3 that stands, printed with seven points.
const ON_F4: u32 = 34;
const ON_A3: u32 = 72;
/// The number of A3 in the format.
const A3: u8 = 8;

/// Sets the sheet of a table up, whose pages end where no row is parted from the one that it belongs to, and which goes on
/// beside where it is wider than a page. A sheet that is fitted to a number of pages knows no such breaks, so that it
/// gets the scale at which it is one page wide.
///
/// # Errors
/// If the table lies outside the sheet.
pub(super) fn set_up_table(
    sheet: &mut Worksheet,
    plan: &Plan<'_>,
    heights: &Heights,
    left: &str,
) -> Result<(), WriteError> {
    set_up(sheet, &[], left);
    let fitted = plan.fitted();
    sheet.set_paper_size(fitted.paper.code).set_print_scale(fitted.percent);
    let last_row = plan.row(plan.rows().saturating_sub(1));
    sheet.set_print_area(0, 0, last_row.max(plan.first_row), plan.last_column())?;
    if !fitted.breaks.is_empty() {
        let breaks: Vec<u32> = fitted.breaks.iter().copied().map(u32::from).collect();
        sheet.set_vertical_page_breaks(&breaks)?;
        sheet.set_repeat_columns(0, plan.pinned().saturating_sub(1))?;
    }
    if pages::ties(plan).iter().all(Option::is_none) {
        // Any break is as good as another: those that the program makes fit the rows as they then are.
        return Ok(());
    }
    let starts = starts(plan, heights).into_iter().map(|row| plan.row(row));
    sheet.set_page_breaks(&starts.take(MOST_BREAKS).collect::<Vec<_>>())?;
    Ok(())
}

/// The rows of the body that begin a page, without the first.
pub(super) fn starts(plan: &Plan<'_>, heights: &Heights) -> Vec<usize> {
    let fitted = plan.fitted();
    let above = heights.above.iter();
    let header = above.clone().skip(plan.header as usize).sum();
    let pages = Pages { above: above.sum(), header, body: heights.printed(), ties: pages::ties(plan) };
    let height = fitted.paper.height - (TOP + BOTTOM) * INCH;
    pages.starts(height * FILLED * 100.0 / f64::from(fitted.percent))
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

/// The footer's code. Some programs scale it with the sheet, so that it has the size of the body; Excel takes no more than 255 characters and reads `&` as a sign of its own.
fn footer(left: &str) -> String {
    let short: String = left.chars().take(110).collect();
    format!("&L&9{}&R&9Halaman &P dari &N", short.replace('&', "&&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ampersand_in_an_office_is_no_code() {
        assert_eq!(footer("T-C.33 · A & B"), "&L&9T-C.33 · A && B&R&9Halaman &P dari &N");
        assert!(footer(&"&".repeat(500)).len() <= 255);
    }
}
