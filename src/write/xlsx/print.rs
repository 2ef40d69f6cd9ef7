//! How a sheet is printed.

use rust_xlsxwriter::Worksheet;

use super::heights::Heights;
use super::pages::{self, Pages};
use super::plan::Plan;
use crate::write::WriteError;

/// A paper that lies on its long side; lengths in points.
struct Paper {
    code: u8,
    width: f64,
    height: f64,
}

static FOLIO: Paper = Paper { code: 14, width: 936.0, height: 612.0 };
static A3: Paper = Paper { code: 8, width: 1190.5, height: 841.8 };
/// A layout wider than this many characters is not readable on folio.
const WIDE: f64 = 250.0;
/// The margins in inches: left and right, top, bottom.
const SIDE: f64 = 0.4;
const TOP: f64 = 0.5;
const BOTTOM: f64 = 0.6;
/// The points of an inch.
const INCH: f64 = 72.0;
/// How wide a column is in points: so much a character and so much in all. The digits of the default letters are
/// 5.56 points wide; a screen shows them on 7 pixels, 5.25 points, but not every printer does.
const CHARACTER: f64 = 5.56;
const PADDING: f64 = 3.75;
/// How much of a page is filled: programs and printers differ in the height of a row, and where one of them
/// breaks a page too early, the break meant for it leaves the next page nearly empty.
const FILLED: f64 = 0.96;
/// Excel takes no more breaks on a sheet.
const MOST_BREAKS: usize = 1023;

impl Paper {
    const fn of(width: f64) -> &'static Self {
        if width > WIDE { &A3 } else { &FOLIO }
    }
}

/// Landscape, one page wide, with a footer; A3 where the columns ask for it.
pub(super) fn set_up(sheet: &mut Worksheet, width: f64, left: &str) {
    sheet
        .set_landscape()
        .set_paper_size(Paper::of(width).code)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_margins(SIDE, SIDE, TOP, BOTTOM, 0.3, 0.3)
        .set_footer(footer(left));
}

/// The same for a table, whose pages end where no row is parted from the one that it belongs to. A sheet that is
/// fitted to a number of pages knows no such breaks, so that it gets the scale at which it is one page wide.
///
/// # Errors
/// If the table lies outside the sheet.
pub(super) fn set_up_table(
    sheet: &mut Worksheet,
    plan: &Plan<'_>,
    heights: &Heights,
    left: &str,
) -> Result<(), WriteError> {
    let width = plan.widths().iter().sum();
    set_up(sheet, width, left);
    let paper = Paper::of(width);
    let percent = percent(paper, plan.widths());
    sheet.set_print_scale(percent);
    let ties = pages::ties(plan);
    if ties.iter().all(Option::is_none) {
        // Any break is as good as another: those that the program makes fit the rows as they then are.
        return Ok(());
    }
    let above = heights.above.iter();
    let header = above.clone().skip(plan.header as usize).sum();
    let pages = Pages { above: above.sum(), header, body: heights.printed(), ties };
    let room = (paper.height - (TOP + BOTTOM) * INCH) * FILLED * 100.0 / f64::from(percent);
    let starts = pages.starts(room).into_iter().map(|row| plan.row(row));
    sheet.set_page_breaks(&starts.take(MOST_BREAKS).collect::<Vec<_>>())?;
    Ok(())
}

/// The largest scale, no larger than life, at which columns of these widths stand on one page.
fn percent(paper: &Paper, widths: &[f64]) -> u16 {
    let wide: f64 = widths.iter().map(|width| width * CHARACTER + PADDING).sum();
    let room = paper.width - 2.0 * SIDE * INCH;
    (10..=100).rev().find(|percent| wide * f64::from(*percent) <= room * 100.0).unwrap_or(10)
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
    fn a_sheet_is_one_page_wide_and_no_larger_than_life() {
        // 12.2 inches are 878.4 points; ten columns of 20 characters take 1149.5.
        assert_eq!(percent(&FOLIO, &[20.0; 10]), 76);
        assert_eq!(percent(&A3, &[20.0; 10]), 98);
        assert_eq!(percent(&FOLIO, &[20.0]), 100);
        assert_eq!(percent(&FOLIO, &[2000.0]), 10);
    }

    #[test]
    fn an_ampersand_in_an_office_is_no_code() {
        assert_eq!(footer("T-C.33 · A & B"), "&L&8T-C.33 · A && B&R&8Halaman &P dari &N");
        assert!(footer(&"&".repeat(500)).len() <= 255);
    }
}
