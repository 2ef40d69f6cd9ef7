//! Tables that are none of ours: a title with another number opens them, and no header of a form stands below it.

use super::notes::is_amount;
use super::number_row::{leading_number, numbers_columns};
use super::titles::{is_title_row, named_form, table_number};
use crate::model::{Foreign, Grid, Place, Region};

/// Rows with fewer cells are words, not the rows of a table, unless they have figures.
const FEWEST_CELLS: usize = 3;
/// A title takes no more rows than these.
const MOST_TITLES: usize = 4;

/// How many of the rows below a header stand above the title of another table. The title of the same one may stand on
/// each of its pages.
pub(super) fn start(region: Option<&Region>, grid: &Grid, rows: &[u32]) -> usize {
    let opens = |row: &u32| {
        is_title_row(grid, *row) && first_text(grid, *row).is_some_and(|text| is_other(region, &text))
    };
    rows.iter().position(opens).unwrap_or(rows.len())
}

/// Whether a row among those of a region is its own title, printed once more.
pub(super) fn is_title_of(region: Option<&Region>, grid: &Grid, row: u32) -> bool {
    let number = || first_text(grid, row).and_then(|text| table_number(&text));
    region.is_some_and(|region| {
        is_title_row(grid, row) && number().is_some_and(|number| numbers(region).any(|own| own == number))
    })
}

/// The numbers in the titles of a region.
fn numbers(region: &Region) -> impl Iterator<Item = String> {
    region.titles.iter().filter_map(|(_, title)| table_number(title))
}

/// Whether a text is the numbered title of another table than the region's. A region without a numbered title may be
/// the one that the text names.
fn is_other(region: Option<&Region>, text: &str) -> bool {
    let Some(number) = table_number(text) else { return false };
    let Some(region) = region else { return true };
    if named_form(text).is_some_and(|form| std::ptr::eq(form, region.form)) {
        return false;
    }
    let own: Vec<String> = numbers(region).collect();
    !own.is_empty() && !own.contains(&number)
}

/// Whether rows begin with a number row that counts on from another page's columns: what stands below it are other columns.
pub(super) fn counts_other_columns(grid: &Grid, rows: &[u32]) -> bool {
    const TOP: usize = 3;
    let first = |row: &u32| grid.row(*row).next().and_then(|(_, raw)| leading_number(&raw.shown()));
    rows.iter().take(TOP).any(|row| numbers_columns(grid, *row) && first(row).is_some_and(|first| first > 2))
}

/// Whether rows begin with the title of one of our forms.
pub(super) fn is_of_form(grid: &Grid, rows: &[u32]) -> bool {
    let first = rows.first().filter(|row| is_title_row(grid, **row)).and_then(|row| first_text(grid, *row));
    first.is_some_and(|text| table_number(&text).is_some() && named_form(&text).is_some())
}

fn first_text(grid: &Grid, row: u32) -> Option<String> {
    grid.row(row).next().map(|(_, raw)| raw.shown().trim().to_owned())
}

/// What some rows outside the tables hold, where that is a table: several rows of several cells or of figures. It is called by the
/// titles above, or by nothing.
pub(super) fn table(grid: &Grid, rows: &[u32]) -> Option<Foreign> {
    const FEWEST_ROWS: usize = 2;
    let wide = |row: &&u32| {
        let texts = || grid.row(**row).map(|(_, raw)| raw.shown());
        let has_figures =
            || texts().filter(|text| text.starts_with(|c: char| c.is_ascii_digit())).nth(1).is_some();
        texts().nth(FEWEST_CELLS - 1).is_some() || texts().any(|text| is_amount(&text)) || has_figures()
    };
    let first =
        rows.iter().position(|row| wide(&row)).filter(|_| rows.iter().filter(wide).count() >= FEWEST_ROWS)?;
    let above = rows.get(first.saturating_sub(MOST_TITLES)..first).unwrap_or_default();
    let titles: Vec<String> = above.iter().filter_map(|row| first_text(grid, *row)).collect();
    let opening = titles.iter().position(|text| table_number(text).is_some());
    let title =
        opening.map(|opening| titles.iter().skip(opening).take(2).cloned().collect::<Vec<_>>().join(" "));
    let (at, _) = rows.first().and_then(|row| grid.row(*row).next())?;
    Some(Foreign { place: Place::new(&grid.name, at), title })
}
